"""The job's protocol: the order of its steps, repeats, crashes between any two of them, changes and deletions meanwhile."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest

from claimwire import job, layout, pointer, wiring
from claimwire.directory import FolderStore
from claimwire.errors import TryLater
from claimwire.models import Digest, Notice
from claimwire.ports import Limits
from claimwire.readers import limits
from claimwire.settings import Settings
from claimwire.task import Job, Outcome
from claimwire.translators.chain import Chain

KEY = "wire/strike.txt"
TEXT = """Dockers end strike after pay deal

"We have a deal that everyone can live with," said Mira Stanik, the head of the dockers' union.

The port authority said on Friday that 1,200 workers would return by Monday.

The figures could not be independently verified.
"""


class Counting:
    """An engine that answers at once and counts what it is asked; the job is the point here, not the translation."""

    name = "counting"
    shareable = True
    limits = Limits(again=False)

    def __init__(self) -> None:
        self.asked = 0

    def identity(self) -> str:
        return "counting 1"

    def supports(self, source: str, target: str) -> bool:
        return True

    def model(self, source: str, target: str) -> str:
        return "counting"

    def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
        self.asked += len(segments)
        return [f"Em português: {segment}" for segment in segments]


class CrashError(Exception):
    """The power goes."""


@dataclasses.dataclass
class World:
    """A job on folders of its own."""

    root: Path
    engine: Counting = dataclasses.field(default_factory=Counting)

    @property
    def sources(self) -> FolderStore:
        return FolderStore(self.root / "articles", "articles")

    @property
    def out(self) -> FolderStore:
        return FolderStore(self.root / "out")

    def job(self, **settings: object) -> Job:
        wanted = msgspec.structs.replace(Settings(targets=("pt",)), **settings)
        made = wiring.folder_job(self.sources, self.root / "out", wanted)
        return dataclasses.replace(made, chain=Chain([self.engine]))

    def upload(self, text: str = TEXT, key: str = KEY) -> None:
        self.sources.put(key, text.encode(), "text/plain")

    def notices(self) -> list[Notice]:
        found = [self.out.get(key) or b"" for key in self.out.list("notices/")]
        return [msgspec.json.decode(data, type=Notice) for data in found]

    def snapshot(self) -> dict[str, str]:
        keys = [key for prefix in ("results/", "index/", "notices/") for key in self.out.list(prefix)]
        return {key: hashlib.sha256(self.out.get(key) or b"").hexdigest() for key in keys}

    def current(self, key: str = KEY) -> pointer.Pointer | None:
        return pointer.read(self.out, layout.article_id("articles", key))[0]


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def digest_of(outcome: Outcome) -> Digest:
    assert outcome.digest is not None
    return outcome.digest


def test_one_upload_gives_every_result_and_one_notice(world: World) -> None:
    world.upload()
    outcome = job.run(world.job(), KEY)
    digest, [notice] = digest_of(outcome), world.notices()
    folder = layout.file_key(digest.article_id, digest.version, "")
    names = {key.removeprefix(folder) for key in world.out.list(folder)}
    expected = {
        f"{kind}.{code}.{ending}"
        for code in ("en", "pt")
        for kind, ending in (("digest", "html"), ("summary", "md"), ("article", "txt"))
    }
    assert outcome.action == "done"
    assert names == {"digest.json"} | expected == {"digest.json", *digest.files}
    assert notice.event == "digest.ready"
    assert notice.urls.keys() == names
    assert set(notice.languages) == {"en", "pt"}
    assert (
        len(list(world.out.list("index/"))) == 7
    )  # two languages, two speakers, all in one, the text, the first with it


def test_a_second_delivery_changes_nothing_and_asks_no_engine(world: World) -> None:
    world.upload()
    job.run(world.job(), KEY)
    before, asked = world.snapshot(), world.engine.asked
    assert job.run(world.job(), KEY).action == "repeated"
    assert (world.snapshot(), world.engine.asked) == (before, asked)


def test_the_record_is_the_same_everywhere(tmp_path: Path) -> None:
    records = []
    for name in ("one", "two"):
        world = World(tmp_path / name)
        world.upload()
        digest = digest_of(job.run(world.job(), KEY))
        records.append(world.out.get(layout.file_key(digest.article_id, digest.version, layout.DIGEST)))
    assert records[0] == records[1]


class Crashing:
    """Any adapter, with a crash before or after its nth call of what changes the world."""

    def __init__(self, inner: object, crash: Callable[[], None], names: Sequence[str]) -> None:
        self._inner, self._crash, self._names = inner, crash, names

    def __getattr__(self, name: str) -> object:
        real = getattr(self._inner, name)
        if name not in self._names:
            return real

        def call(*args: object, **kwargs: object) -> object:
            self._crash()
            result = real(*args, **kwargs)
            self._crash()
            return result

        return call


def crashing(made: Job, at: int) -> Job:
    """The job with a crash at the ``at``-th moment before or after a write, a notice or a mark."""
    left = [at]

    def crash() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise CrashError

    return dataclasses.replace(
        made,
        results=Crashing(made.results, crash, ("put", "delete")),  # type: ignore[arg-type]  # passes everything on
        topic=Crashing(made.topic, crash, ("publish",)),  # type: ignore[arg-type]
        ledger=Crashing(made.ledger, crash, ("mark_announced",)),  # type: ignore[arg-type]
    )


def undisturbed(root: Path) -> dict[str, str]:
    world = World(root)
    world.upload()
    job.run(world.job(), KEY)
    return world.snapshot()


def test_a_crash_between_any_two_steps_still_ends_in_the_same_results_and_notice(tmp_path: Path) -> None:
    moments = 0
    while True:
        world = World(tmp_path / str(moments))
        world.upload()
        try:
            job.run(crashing(world.job(), moments), KEY)
        except CrashError:
            pass
        else:
            break
        assert len(world.notices()) <= 1
        job.run(world.job(), KEY)
        digest = digest_of(job.run(world.job(), KEY))
        assert [notice.version for notice in world.notices()] == [digest.version]
        assert {key for key in world.snapshot() if not key.startswith("index/")} == {
            key for key in undisturbed(tmp_path / f"u{moments}") if not key.startswith("index/")
        }
        moments += 1
    # 6 renderings, the commit, 5 index entries, 2 marks of the text, the pointer, an old failure, the notice, the mark:
    # before and after each
    assert moments == 36


def test_a_crash_between_commit_and_notice_asks_no_engine_again(world: World) -> None:
    world.upload()
    with pytest.raises(CrashError):
        job.run(crashing(world.job(), 14), KEY)
    asked = world.engine.asked
    assert asked > 0
    assert not world.notices()
    outcome = job.run(world.job(), KEY)
    assert outcome.action == "adopted"
    assert world.engine.asked == asked
    assert len(world.notices()) == 1


def test_a_notice_is_never_early(world: World) -> None:
    world.upload()
    seen: list[bool] = []

    class Looking:
        def publish(self, notice: Notice) -> None:
            seen.extend(
                world.out.get(layout.file_key(notice.article_id, notice.version, file)) is not None
                for file in notice.urls
            )
            seen.append(world.current() is not None)

    job.run(dataclasses.replace(world.job(), topic=Looking()), KEY)
    assert len(seen) == 8
    assert all(seen)


def test_an_update_moves_the_pointer_and_sweeps_the_index(world: World) -> None:
    world.upload()
    first = digest_of(job.run(world.job(), KEY))
    world.upload(TEXT.replace("1,200", "1,400"))
    outcome = job.run(world.job(), KEY)
    current = world.current()
    assert outcome.notice is not None
    assert current is not None
    assert outcome.notice.event == "digest.updated"
    assert (current.version, current.previous) == (digest_of(outcome).version, first.version)
    assert set(world.out.list("index/")) == set(current.index)
    assert world.out.get(layout.file_key(first.article_id, first.version, layout.DIGEST)) is not None


def test_going_back_to_earlier_bytes_makes_them_current_again(world: World) -> None:
    world.upload()
    first = digest_of(job.run(world.job(), KEY))
    world.upload(TEXT.replace("1,200", "1,400"))
    job.run(world.job(), KEY)
    asked = world.engine.asked
    world.upload()
    outcome = job.run(world.job(), KEY)
    current = world.current()
    assert current is not None
    assert outcome.action == "adopted"
    assert current.version == first.version
    assert world.engine.asked == asked


def test_a_source_replaced_meanwhile_is_not_published(world: World) -> None:
    world.upload()
    made = world.job()

    def replace_while_writing(stage: str) -> None:
        if stage == "put":
            world.upload(TEXT.replace("1,200", "1,400"))

    outcome = job.run(dataclasses.replace(made, step=replace_while_writing), KEY)
    assert outcome.action == "superseded"
    assert not world.notices()
    assert world.current() is None
    assert not list(world.out.list("index/"))
    assert digest_of(job.run(world.job(), KEY)).article is not None
    assert len(world.notices()) == 1


def test_an_older_epoch_never_displaces_a_newer_one(world: World) -> None:
    world.upload()
    newer = digest_of(job.run(world.job(epoch=2), KEY))
    assert job.run(world.job(epoch=1), KEY).action == "superseded"
    current = world.current()
    assert current is not None
    assert current.version == newer.version
    assert set(world.out.list("index/")) == set(current.index)


def test_a_deletion_removes_results_leaves_a_tombstone_and_is_announced_once(world: World) -> None:
    world.upload()
    digest = digest_of(job.run(world.job(), KEY))
    world.sources.delete(KEY)
    assert job.run(world.job(), KEY).action == "deleted"
    assert job.run(world.job(), KEY).action == "repeated"
    current = world.current()
    assert current is not None
    assert (current.version, current.previous) == (None, digest.version)
    assert list(world.out.list("results/")) == [layout.pointer_key(digest.article_id)]
    assert not list(world.out.list("index/"))
    assert sorted(notice.event for notice in world.notices()) == ["digest.deleted", "digest.ready"]


def test_an_article_that_comes_back_after_deletion_is_new(world: World) -> None:
    world.upload()
    job.run(world.job(), KEY)
    world.sources.delete(KEY)
    job.run(world.job(), KEY)
    world.upload()
    outcome = job.run(world.job(), KEY)
    assert outcome.action == "done"
    assert outcome.notice is not None
    assert outcome.notice.event == "digest.ready"


def test_what_was_never_published_needs_no_tombstone(world: World) -> None:
    assert job.run(world.job(), KEY).action == "passed over"
    assert not world.snapshot()


def test_an_article_deleted_while_it_was_processed_leaves_nothing(world: World) -> None:
    world.upload()
    gone = dataclasses.replace(world.job(), step=lambda stage: world.sources.delete(KEY) if stage == "put" else None)
    assert job.run(gone, KEY).action == "passed over"
    assert not world.snapshot()


@pytest.mark.parametrize("key", ["wire/", "a_$folder$", "wire/.DS_Store", "Thumbs.db", "x/~$draft.docx", "._story.txt"])
def test_folder_markers_and_sidecars_are_passed_over(world: World, key: str) -> None:
    if not key.endswith("/"):
        world.upload("", key)
    assert job.run(world.job(), key).action == "passed over"
    assert not world.snapshot()


def test_a_refused_article_gets_a_record_pages_and_a_notice(world: World) -> None:
    world.upload("")
    digest, [notice] = digest_of(job.run(world.job(), KEY)), world.notices()
    page = world.out.get(layout.file_key(digest.article_id, digest.version, "digest.pt.html")) or b""
    assert digest.status == "refused"
    assert digest.reason
    assert (notice.event, notice.reason) == ("digest.refused", digest.reason)
    assert "O arquivo está vazio" in page.decode()
    assert job.run(world.job(), KEY).action == "repeated"


def test_an_upload_over_the_limit_is_refused_without_being_fetched(world: World) -> None:
    world.upload("x" * (limits.MAX_BYTES + 1))

    class Heavy:
        name = "articles"
        stat, tags = world.sources.stat, world.sources.tags

        def get(self, key: str, version: str | None = None) -> bytes:
            raise AssertionError("fetched")

    digest = digest_of(job.run(dataclasses.replace(world.job(), sources=Heavy()), KEY))  # type: ignore[arg-type]  # what of it is asked
    assert digest.status == "refused"
    assert "10,000,000" in (digest.reason or "")


def test_an_engine_that_fails_for_now_leaves_nothing_half_written(world: World) -> None:
    world.upload()

    class Down(Counting):
        def translate(self, segments: Sequence[str], source: str, target: str) -> list[str | None]:
            raise TryLater("the engine is down")

    with pytest.raises(TryLater, match="the engine is down"):
        job.run(dataclasses.replace(world.job(), chain=Chain([Down()])), KEY)
    assert not world.snapshot()


def test_a_target_that_is_the_source_costs_nothing(world: World) -> None:
    world.upload()
    digest = digest_of(job.run(world.job(targets=("en",)), KEY))
    assert world.engine.asked == 0
    assert [translation.status for translation in digest.translations] == ["source"]
    assert "digest.en.html" in digest.files


def test_an_unsupported_target_is_said_not_hidden(world: World) -> None:
    world.upload()

    class Narrow(Counting):
        def supports(self, source: str, target: str) -> bool:
            return target == "pt"

    digest = digest_of(job.run(dataclasses.replace(world.job(targets=("pt", "sw")), chain=Chain([Narrow()])), KEY))
    assert [translation.status for translation in digest.translations] == ["ready", "unavailable"]
    assert "Swahili" in (digest.translations[1].reason or "")
    page = world.out.get(layout.file_key(digest.article_id, digest.version, "digest.sw.html")) or b""
    assert b"There is no translation into this language" in page


@pytest.mark.parametrize("key", ["a b/c d.txt", "50%/x+y.txt", "Zürich/Übergröße.txt", "news 😀/π.txt"])
def test_keys_of_all_kinds(world: World, key: str) -> None:
    world.upload(key=key)
    digest = digest_of(job.run(world.job(), key))
    assert digest.source.key == key
    assert world.current(key) is not None
