"""Workers of the local cloud killed at every step of a job: ``python -m bench.kills_cloud [--times 20]``. Exit 1 where anything is wrong.

The functions reach S3, SNS, DynamoDB, SQS and the engine through a door that sees each request, and kills the worker that asks (SIGKILL)
before it arrives, while it may arrive, before its answer, or some milliseconds later. The queue then delivers the message again. What a
notice tells of must be there when it is published: the door looks before it lets it pass.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from bench import storm, storm_faults
from bench.killing import MOMENTS, Again, Kill
from bench.kills_stage import SHORT, Stage, stage
from bench.storm_cloud import Switch
from claimwire.local import mailbox
from tests.translators.servers.phrases import sentences

SOMETIMES = frozenset({"engine /languages"})
"""Steps that a warm worker does not take."""
FOR_EVER = 1_000_000  # kills
AT_ONCE = 5  # kills at a step, before all is looked at
SLOWEST = 0.02  # seconds that a kill may lag behind its moment

Killing = tuple[storm.Article, list[Again]]
"""An article, and when its workers die."""


def steps(there: Stage) -> list[str]:
    """The steps of one article's job, in order."""
    there.storm = let_through(there, [article("first", 0)])
    return there.door.steps["kills/first.txt"]


def article(name: str, first: int) -> storm.Article:
    """One of four sentences that no other has."""
    return storm.Article(f"kills/{name}.txt", ["\n\n".join(sentences(4, 200_000 + 4 * first)).encode()])


def let_through(there: Stage, articles: list[storm.Article], patience: float = 1800.0) -> storm.Storm:
    """Upload them, and wait until all is calm; with the notices that came."""
    plan = storm.Storm(articles, [])
    with mailbox.subscribed(there.cloud) as box:
        storm.sent(there.cloud, plan)
        storm.calm(there.cloud, patience)
        plan.notices = storm.heard(box)
    return plan


def planned(names: list[str], rounds: range = range(1), seed: int = 6) -> list[Killing]:
    """Each step once a round, each time another article's worker."""
    chance = random.Random(seed + rounds.start)  # noqa: S311 (moments, not secrets)
    often, found = Counter(name for name in names if name not in SOMETIMES), list[Killing]()
    for number, (turn, (place, name)) in enumerate(product(rounds, enumerate(often)), rounds.start * len(often)):
        kill, doomed = (
            Kill(MOMENTS[(place + turn) % len(MOMENTS)], chance.uniform(0, SLOWEST)),
            article(str(number), 1 + number),
        )
        found.append((doomed, [Again(doomed.key, name, kill, 1, skipped=chance.randrange(often[name]))]))
    chance.shuffle(found)
    return found


def again_and_again(receives: int) -> list[Killing]:
    """An article killed after progress at as many receives as count, one at its last alone, and one whenever it comes, without any."""
    often = storm.Article("kills/often.txt", ["\n\n".join(sentences(40, 300_000)).encode()])
    last, doomed = article("last", 20_000), article("doomed", 40_000)
    doomed.fails = True
    before, after = Kill("before"), Kill("after")
    return [
        (often, [Again(often.key, "note progress", after, receives)]),
        (last, [Again(last.key, "GET article", before, receives - 1), Again(last.key, "note progress", after, 1)]),
        (doomed, [Again(doomed.key, "GET article", before, FOR_EVER)]),
    ]


def killed(there: Stage, killings: Sequence[Killing], others: Sequence[storm.Article] = ()) -> list[str]:
    """Let articles through, some with their killers; what is wrong after it, in this and all before."""
    rules = {doomed.key: ended for doomed, ended in killings}
    there.door.rule = lambda key, step: next((kill for rule in rules.get(key, []) if (kill := rule(key, step))), None)
    plan = let_through(there, [*others, *(doomed for doomed, _ in killings)])
    there.storm.articles += plan.articles
    there.storm.notices += plan.notices
    idle = [
        f"{rule.key}: killed {rule.done} times at {rule.name}"
        for ended in rules.values()
        for rule in ended
        if rule.times not in (rule.done, FOR_EVER)
    ]
    return [*storm_faults.of(there.cloud, there.storm), *_ids(there.storm), *there.early, *idle]


def _ids(plan: storm.Storm) -> Iterator[str]:
    ids = defaultdict[str, set[str]](set)
    for told in plan.notices:
        ids[told.key].add(told.id)
    for article in plan.articles:
        if len(ids[article.key]) != 1:
            yield f"{article.key}: {len(ids[article.key])} ids of notices"


def table(there: Stage, names: list[str], wrong: list[str]) -> Iterator[str]:
    """One row a step, in order of the first job."""
    kills, faulty = Counter((name, kill.moment) for _, name, kill in there.door.kills), Counter[str]()
    for key, name, _ in there.door.kills:
        faulty[name] += sum(fault.startswith(f"{key}:") for fault in wrong)
    yield f"{'step':32} {'kills':>6} " + " ".join(f"{moment:>7}" for moment in MOMENTS) + f" {'wrong':>6}"
    for name in dict.fromkeys([*names, *(name for name, _ in kills)]):
        each = [kills[name, moment] for moment in MOMENTS]
        yield f"{name:32} {sum(each):6} " + " ".join(f"{one:7}" for one in each) + f" {faulty[name]:6}"


def main() -> int:
    """Run, print one table a round, and say whether all was well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=20)
    asked, wrong, begun = parser.parse_args(), list[str](), time.monotonic()
    with tempfile.TemporaryDirectory() as folder, stage(Path(folder) / "cloud", Switch()) as there:
        names = steps(there)
        for first in range(0, asked.times, AT_ONCE):
            more = [] if first else again_and_again(int(SHORT["MaxReceives"]))
            wrong = killed(there, [*more, *planned(names, range(first, min(first + AT_ONCE, asked.times)))])
            told = there.storm.notices
            print("\n".join(table(there, names, wrong)))
            print(
                f"{len(there.door.kills)} kills of {len(there.storm.articles)} articles in {time.monotonic() - begun:.0f} s"
            )
            print(f"{len(told)} notices, {len(told) - len({one.id for one in told})} of them again, with the same id")
            print("\n".join(wrong) or "nothing lost, nothing early, one id each", flush=True)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
