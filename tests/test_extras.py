"""The command that installs an optional part is one that works where claimwire runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.structure import ROOT
from claimwire import extras
from claimwire.detectors import lazy
from claimwire.errors import BadSetting


def test_in_a_checkout_it_is_installed_from_there(tmp_path: Path) -> None:
    house = tmp_path / "my house"
    (house / "claimwire").mkdir(parents=True)
    (house / "pyproject.toml").write_text("")
    assert extras.install("detect", house) == f"pip install -e '{house}[detect]'"
    assert extras.install("", house) == f"pip install -e '{house}'"


def test_an_installed_package_is_installed_by_its_name(tmp_path: Path) -> None:
    assert extras.install("detect", tmp_path) == "pip install 'claimwire[detect]'"


def test_a_detector_s_missing_library_is_named_with_it() -> None:
    with pytest.raises(BadSetting) as error:
        lazy.package("no_such_module", "pycld2", "detect")
    assert str(error.value).endswith(f"no_such_module: {extras.install('detect', ROOT)}")
