"""Articles run one by one: progress, the digest of each, and the exit code of all."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import typer

from claimwire import job
from claimwire.commands import faults
from claimwire.commands.asked import Asked
from claimwire.commands.inputs import Source
from claimwire.errors import BadSetting, TryLater
from claimwire.letters import clean
from claimwire.models import Digest
from claimwire.overview import site
from claimwire.task import Job, Outcome
from claimwire.terminal import answers, digest, screen
from claimwire.terminal.counted import Counted
from claimwire.terminal.progress import Bar, progress

_STAGES = {
    "get": "fetching",
    "read": "reading",
    "detect": "detecting the language",
    "segment": "cutting into sentences",
    "claims": "finding the key claims",
    "translate": "translating",
    "put": "writing the results",
    "announce": "announcing",
}


def all_of(sources: Sequence[Source], asked: Asked, env: Mapping[str, str]) -> int:
    """Run them; the exit code: 0, or the gravest that any of them has."""
    shared = asked.job(sources[0].store, env)
    with progress(sources[0].key, len(sources) if len(sources) > 1 else None) as bar:
        gravest = max(_one(dataclasses.replace(shared, sources=one.store), one.key, asked.out, bar) for one in sources)
        bar.say("writing the pages over all articles …")
        written = site.write(asked.out)
    if written and screen.current().tty and not (screen.current().json or screen.current().quiet):
        typer.echo(answers.paint(f"all articles: {written.first}", "dim"))
    return gravest


def passed_over(files: Sequence[Path]) -> None:
    """Say what in the folders is no article."""
    if files:
        by = "their endings" if len(files) > 1 else "its ending"
        answers.note(f"passed over {len(files)} by {by}: {', '.join(clean(each.name) for each in files[:3])}")


def outcome(shared: Job, key: str, bar: Bar) -> Outcome:
    """Run one, its stages told."""

    def step(stage: str) -> None:
        far = Counted(shared.chain.meter.progress, "sentences").text if stage == "translate" else str
        bar.say(f"{key}: {_STAGES[stage]} …", far)

    return job.run(dataclasses.replace(shared, step=step), key)


def code(found: Digest) -> int:
    """The exit code that a digest is worth."""
    if found.status == "refused":
        return faults.REFUSED
    return faults.INCOMPLETE if any(each.status == "unavailable" for each in found.translations) else 0


def _one(shared: Job, key: str, out: Path, bar: Bar) -> int:
    before = shared.chain.meter.reading()
    try:
        came = outcome(shared, key, bar)
    except TryLater as error:  # the others are not held up by it
        faults.write(f"claimwire: {clean(key)}: {error}; run it again later: what came by now is remembered")
        return faults.LATER
    finally:
        bar.done()
    if came.digest is None:
        raise BadSetting(f"{key} is a folder marker or a system file, not an article: name the article itself")
    with bar.aside():
        _show(came.digest, out, again=came.action == "repeated", sent=shared.chain.meter.reading() - before)
    return code(came.digest)


def _show(found: Digest, out: Path, *, again: bool, sent: Mapping[str, int]) -> None:
    if screen.current().json:
        sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
        sys.stdout.flush()
    elif not screen.current().quiet:
        digest.show(found, out, again=again, sent=sent)
    elif found.status == "refused":
        faults.write(f"claimwire: {found.source.key} was refused: {found.reason}")
