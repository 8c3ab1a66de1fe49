"""Models on a shelf: in a folder, and in a bucket that a local server stands for, read by the real client."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import boto3
import botocore.config
import pytest

from claimwire.aws.models import ShelvedFirefox
from claimwire.directory import FolderStore
from claimwire.errors import BadSetting, TryLater
from claimwire.translators import weights
from claimwire.translators.firefox import Firefox
from claimwire.translators.shelf import Shelf
from claimwire.translators.weights import LIST
from claimwire.wiring import engines
from infra import models
from tests.translators.servers.serving import Call, Sent, Server, serving
from tests.translators.test_firefox import SENTENCE, into


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with one model and its list."""
    into(tmp_path / "place")
    models.write(tmp_path / "place")
    return tmp_path / "place"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "root"


class Counting:
    """The place's files, and what was asked for."""

    def __init__(self, place: Path) -> None:
        self.store, self.asked = FolderStore(place), list[str]()

    def __call__(self, name: str) -> bytes | None:
        self.asked.append(name)
        return self.store.get(name)


def engine(place: Path, root: Path) -> Firefox:
    return Firefox(root, installed=False, source=Shelf(FolderStore(place).get, "the shelf"))


def test_a_model_of_the_shelf_is_copied_and_translates(place: Path, root: Path) -> None:
    shelved = engine(place, root)
    assert shelved.supports("en", "pt-BR")
    assert not shelved.supports("pt", "en")
    assert shelved.translate([SENTENCE], "en", "pt") == Firefox().translate([SENTENCE], "en", "pt")
    assert shelved.model("en", "pt") == Firefox(place).model("en", "pt")
    assert sorted(path.name for path in root.iterdir()) == [".lock", "en-pt", LIST]


def test_what_is_there_is_not_copied_again(place: Path, root: Path) -> None:
    first, second = Counting(place), Counting(place)
    for get in (first, second):
        shelf = Shelf(get, "the shelf")
        shelf.fetch("en", "pt", root)
        shelf.fetch("en", "pt", root)
    assert len(first.asked) == 4
    assert second.asked == [LIST]


def test_many_at_once_copy_once(place: Path, root: Path) -> None:
    get = Counting(place)
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda _: Shelf(get, "the shelf").fetch("en", "pt", root), range(16)))
    assert len([name for name in get.asked if name != LIST]) == 3


def test_the_shelf_goes_before_what_pip_installed(place: Path, root: Path) -> None:
    shelved = Firefox(root, source=Shelf(FolderStore(place).get, "the shelf"))
    assert shelved.model("en", "pt").startswith("firefox/en-pt-")
    assert shelved.model("pt", "en") == "firefox/pten-1693087646"


@pytest.mark.parametrize("kind", ["model", "vocab", "lex"])
@pytest.mark.parametrize("how", ["short", "changed", "gone"])
def test_a_damaged_file_on_the_shelf_is_refused_and_nothing_is_left(
    place: Path, root: Path, kind: str, how: str
) -> None:
    file = next(place.glob(f"en-pt/{kind}.*"))
    data = file.read_bytes()
    file.write_bytes(data[:-1] if how == "short" else data[:-1] + bytes([data[-1] ^ 1]))
    if how == "gone":
        file.unlink()
    with pytest.raises(BadSetting, match=rf"en-pt/{file.name} in the shelf is not the file that {LIST} there names"):
        engine(place, root).translate([SENTENCE], "en", "pt")
    assert [path.name for path in root.iterdir()] == [".lock"]


@pytest.mark.parametrize("how", ["cut", "missing", "half"])
def test_a_damaged_copy_is_replaced(place: Path, root: Path, how: str) -> None:
    before = engine(place, root).translate([SENTENCE], "en", "pt")
    copy = next(root.glob("en-pt/lex.*"))
    copy.write_bytes(copy.read_bytes()[:1000]) if how == "cut" else copy.unlink()
    if how == "half":
        (root / ".copy-old").mkdir()
        shutil.move(root / "en-pt", root / ".copy-old" / "en-pt")
    assert engine(place, root).translate([SENTENCE], "en", "pt") == before
    assert sorted(path.name for path in root.iterdir()) == [".lock", "en-pt", LIST]


def test_a_copy_that_is_damaged_later_is_not_loaded(place: Path, root: Path) -> None:
    engine(place, root).translate([SENTENCE], "en", "pt")
    copy = next(root.glob("en-pt/lex.*"))
    copy.write_bytes(copy.read_bytes()[:-1] + b"x")
    with pytest.raises(BadSetting, match="is not the file that claimwire knows: delete"):
        Firefox(root, installed=False).translate([SENTENCE], "en", "pt")


def test_a_new_model_takes_the_old_one_s_place(place: Path, root: Path) -> None:
    before = engine(place, root)
    old = (before.model("en", "pt"), before.identity())
    file = next(place.glob("en-pt/lex.*"))
    file.write_bytes(file.read_bytes()[:-8] + b"\0" * 8)
    models.write(place)
    after = engine(place, root)
    assert (after.model("en", "pt"), after.identity()) not in (old, (old[0], after.identity()))
    assert after.identity() != old[1]


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("[]", "is no list of models"),
        ('{"en-pt": [{"name": "../x", "size": 1, "sha256": ""}]}', "names '../x', which is no plain name"),
        ('{"/etc": []}', "names '/etc'"),
    ],
)
def test_a_broken_list_is_a_bad_setting(place: Path, root: Path, listed: str, said: str) -> None:
    (place / LIST).write_text(listed)
    with pytest.raises(BadSetting, match=said):
        engine(place, root).supports("en", "pt")


def test_a_place_without_a_list_says_how_to_write_one(tmp_path: Path, root: Path) -> None:
    with pytest.raises(BadSetting, match=r"has no models.json: write it with python -m infra.models"):
        engine(tmp_path, root).identity()


def test_a_folder_that_cannot_be_written_is_for_later(place: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(TryLater, match="cannot be kept in"):
        engine(place, tmp_path / "file" / "root").translate([SENTENCE], "en", "pt")


def test_the_list_is_written_by_a_command(place: Path, tmp_path: Path) -> None:
    (place / LIST).unlink()
    command = [sys.executable, "-m", "infra.models", str(place)]
    here = Path(__file__).parents[2]
    said = subprocess.run(command, cwd=here, capture_output=True, text=True, check=True).stdout
    assert said == "en-pt: 22,426,145 bytes in 3 files\n"
    assert len(weights.listed(place)["en-pt"]) == 3
    with pytest.raises(SystemExit, match="holds no models"):
        models.write(tmp_path / "root")


@pytest.fixture
def bucket(place: Path) -> Iterator[Server]:
    """S3 as far as reading one object goes."""

    def speak(call: Call) -> Sent:
        path = place / call.path.removeprefix("/bucket/models/")
        if call.path.startswith("/bucket/") and path.is_file():
            return Sent(200, path.read_bytes())
        refused = call.path.startswith("/closed/")
        name = "AccessDenied" if refused else "SlowDown" if call.path.startswith("/slow/") else "NoSuchKey"
        status = {"AccessDenied": 403, "SlowDown": 503, "NoSuchKey": 404}[name]
        return Sent(status, f"<Error><Code>{name}</Code></Error>".encode(), {"Content-Type": "application/xml"})

    with serving(speak) as server:
        yield server


def shelved(url: str, server: Server, root: Path) -> ShelvedFirefox:
    config = botocore.config.Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1})
    session = boto3.session.Session("testing", "testing", region_name="eu-west-1")
    s3 = session.client("s3", endpoint_url=server.url, config=config)
    return ShelvedFirefox(url, s3=s3, folder=root)


def test_a_bucket_serves(bucket: Server, root: Path) -> None:
    one = shelved("s3://bucket/models/", bucket, root)
    assert one.translate([SENTENCE], "en", "pt") == Firefox().translate([SENTENCE], "en", "pt")
    asked = len(bucket.calls)
    again = shelved("s3://bucket/models", bucket, root)
    assert again.translate([SENTENCE], "en", "pt") == one.translate([SENTENCE], "en", "pt")
    assert [call.path for call in bucket.calls[asked:]] == ["/bucket/models/models.json"]


@pytest.mark.parametrize(
    ("url", "kind", "said"),
    [
        ("s3://closed/models", BadSetting, "AccessDenied for models/models.json"),
        ("s3://slow/models", TryLater, "SlowDown"),
        ("s3://bucket/elsewhere", BadSetting, "s3://bucket/elsewhere has no models.json"),
    ],
)
def test_a_bucket_that_does_not_serve_says_why(
    bucket: Server, root: Path, url: str, kind: type[Exception], said: str
) -> None:
    one = shelved(url, bucket, root)
    with pytest.raises(kind, match=said):
        one.identity()
    with pytest.raises(kind, match=said):
        one.translate([SENTENCE], "en", "pt")


def test_a_bucket_out_of_reach_is_for_later(bucket: Server, root: Path) -> None:
    one = shelved("s3://slow/models", bucket, root)
    assert one.supports("en", "pt")


def test_a_setting_names_the_bucket_or_the_folder(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    settings = {"CLAIMWIRE_FIREFOX_MODELS": "s3://bucket/models", "CLAIMWIRE_FIREFOX_WORKERS": "2"}
    shelved = engines(settings)["firefox"]()
    assert isinstance(shelved, ShelvedFirefox)
    assert shelved.limits.at_once == 2
    here = engines({"CLAIMWIRE_FIREFOX_MODELS": str(place)})["firefox"]()
    assert here.model("en", "pt").startswith("firefox/en-pt-")
    with pytest.raises(BadSetting, match="CLAIMWIRE_FIREFOX_MODEL: did you mean CLAIMWIRE_FIREFOX_MODELS"):
        engines({"CLAIMWIRE_FIREFOX_MODEL": "models"})["firefox"]()


@pytest.mark.parametrize("url", ["s3://", "s3://x", "s3://UPPER/case", "s3:///models"])
def test_a_url_that_names_no_bucket_is_a_bad_setting(url: str) -> None:
    with pytest.raises(BadSetting, match="names no bucket"):
        ShelvedFirefox(url)
