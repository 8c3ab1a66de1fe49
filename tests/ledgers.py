"""What every ledger keeps to, whatever stands behind it; ``clock`` holds its present."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from claimwire.models import Notice
from claimwire.ports import Account, Ledger


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = 1_800_000_000.0

    def __call__(self) -> float:
        return self.at


def notice(article: str) -> Notice:
    return Notice(id="n" * 32, event="digest.ready", article_id=article, version="v", key="a.txt", status="ready")


def unknown_is_empty(ledger: Ledger, clock: Hands) -> None:
    assert ledger.account(new(), "v") == ledger.account(new(), "") == Account()
    assert (ledger.announced(new(), "v"), ledger.noted(new())) == ("", "")


def one_holder_at_a_time(ledger: Ledger, clock: Hands) -> None:
    article = new()
    assert ledger.lease(article, "v", "one", 30) == 0
    clock.at += 10
    assert ledger.lease(article, "v", "two", 30) == 20
    assert ledger.lease(article, "other version", "two", 30) == 0
    assert ledger.account(article, "v") == Account(attempts=1, holder="one", until=clock.at + 20)


def a_lease_that_ended_is_taken_over(ledger: Ledger, clock: Hands) -> None:
    article = new()
    ledger.lease(article, "v", "one", 30)
    clock.at += 31
    assert ledger.lease(article, "v", "two", 30) == 0
    ledger.release(article, "v", "one", 7)  # the first was not dead after all: what it paid counts, the lease stays
    assert ledger.account(article, "v") == Account(attempts=2, paid=7, holder="two", until=clock.at + 30)


def its_holder_takes_its_own_lease_again(ledger: Ledger, clock: Hands) -> None:
    article = new()
    ledger.lease(article, "v", "one", 30)
    assert ledger.lease(article, "v", "one", 60) == 0
    assert ledger.account(article, "v").until == clock.at + 60


def a_lease_given_back_is_free_and_what_was_paid_adds_up(ledger: Ledger, clock: Hands) -> None:
    article = new()
    for paid, holder in ((5, "one"), (0, "two"), (8, "three")):
        assert ledger.lease(article, "v", holder, 30) == 0
        ledger.release(article, "v", holder, paid)
    assert ledger.account(article, "v") == Account(attempts=3, paid=13)


def progress_is_the_holders_own_and_ends_with_its_run(ledger: Ledger, clock: Hands) -> None:
    article = new()
    ledger.lease(article, "v", "one", 30)
    assert not ledger.account(article, "v").progress
    ledger.progressed(article, "v", "two", 3)  # its lease has ended: what it paid counts
    assert (ledger.account(article, "v").progress, ledger.account(article, "v").paid) == (False, 3)
    ledger.progressed(article, "v", "one", 5)
    assert (ledger.account(article, "v").progress, ledger.account(article, "v").paid) == (True, 8)
    ledger.lease(article, "v", "one", 30)  # its next run has made none yet
    assert not ledger.account(article, "v").progress
    ledger.progressed(article, "v", "one", 0)
    ledger.release(article, "v", "one", 1)
    assert ledger.account(article, "v") == Account(attempts=2, paid=9)


def an_article_is_busy_while_a_lease_of_any_of_its_versions_lasts(ledger: Ledger, clock: Hands) -> None:
    article = new()
    assert ledger.busy(article) == 0
    ledger.mark_announced(notice(article))
    assert ledger.busy(article) == 0
    ledger.lease(article, "v", "one", 30)
    ledger.lease(article, "w", "two", 60)
    assert (ledger.busy(article), ledger.busy(new())) == (60, 0)
    ledger.release(article, "w", "two", 0)
    assert ledger.busy(article) == 30
    clock.at += 31  # whoever held it was killed
    assert ledger.busy(article) == 0


def killed_is_who_made_progress_and_whose_lease_is_over(ledger: Ledger, clock: Hands) -> None:
    article = new()
    for version, run in (("v", "m/1"), ("w", "other/1"), ("x", "m/2")):
        ledger.lease(article, version, run, 30)
    ledger.progressed(article, "v", "m/1", 0)
    ledger.progressed(article, "w", "other/1", 0)
    assert not ledger.killed(article, "m/")  # they may still live
    clock.at += 31
    assert [ledger.killed(article, holders) for holders in ("m/", "other/", "m/1")] == [True] * 3
    assert [ledger.killed(article, holders) for holders in ("m/2", "/1", "n/")] == [False] * 3
    assert not ledger.killed(new(), "m/")
    ledger.release(article, "w", "other/1", 0)  # it was only late
    assert not ledger.killed(article, "other/")
    ledger.lease(article, "v", "later/1", 30)  # somebody else takes the work up, and has made none yet
    clock.at += 31
    assert not ledger.killed(article, "m/")


def the_mark_stays_beside_a_lease(ledger: Ledger, clock: Hands) -> None:
    article = new()
    ledger.lease(article, "v", "one", 30)
    ledger.mark_announced(notice(article))
    ledger.release(article, "v", "one", 3)
    assert ledger.account(article, "v") == Account(attempts=1, paid=3, announced="n" * 32)
    assert ledger.announced(article, "v") == "n" * 32
    assert ledger.announced(article, "w") == ""


def the_last_note_stays(ledger: Ledger, clock: Hands) -> None:
    article = new()
    ledger.note(article, "first")
    ledger.note(article, "second ü")
    assert ledger.noted(article) == "second ü"


def new() -> str:
    return secrets.token_hex(16)


CONTRACT: list[Callable[[Ledger, Hands], None]] = [
    unknown_is_empty,
    one_holder_at_a_time,
    a_lease_that_ended_is_taken_over,
    its_holder_takes_its_own_lease_again,
    a_lease_given_back_is_free_and_what_was_paid_adds_up,
    progress_is_the_holders_own_and_ends_with_its_run,
    an_article_is_busy_while_a_lease_of_any_of_its_versions_lasts,
    killed_is_who_made_progress_and_whose_lease_is_over,
    the_mark_stays_beside_a_lease,
    the_last_note_stays,
]
