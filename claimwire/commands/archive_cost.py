"""What a backfill would cost, and whether that is allowed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from claimwire.backfill.sampling import Priced, Sized, Total, sample, total
from claimwire.commands import estimating
from claimwire.errors import BadSetting
from claimwire.settings import Settings
from claimwire.terminal.answers import answer
from claimwire.terminal.progress import progress
from claimwire.translators.chain import Chain

Env = Mapping[str, str]


class Cap(Struct, frozen=True):
    """US dollars that all of it may cost; ``any``: nobody asks."""

    usd: float | None = None
    any: bool = False

    def hold(self, cost: Total, month: float | None = None, spent: float = 0.0) -> None:
        """Raise BadSetting before money is spent that nobody allowed; ``month`` is the stack's own cap, ``spent`` what is gone of it."""
        if self.any or cost.most == 0:
            return
        if cost.most is None:
            raise BadSetting("an engine's price is not known, so no cap can hold: --any-cost begins all the same")
        about = f"it will cost about {_usd(cost)}"
        if self.usd is None:
            raise BadSetting(f"{about}: --max-cost {cost.most:.2f} allows that")
        if cost.most > self.usd:
            raise BadSetting(f"{about}, more than --max-cost {self.usd:g}: raise it, or take a smaller prefix")
        if month is not None and cost.most > month - spent:
            raise BadSetting(
                f"{about}, and of the stack's MonthMaxCost of {month:g} USD {spent:.2f} are spent: "
                "what is over it would stay untranslated; raise it, or take a smaller prefix"
            )


def of(found: Sequence[Sized], data: Callable[[str], bytes | None], wanted: Settings, chain: Chain) -> Total:
    """Of all these, by reading some; ``data`` gives None for what is done or gone, and costs nothing."""
    chosen, priced = sample(found), list[Priced]()
    with progress("estimating", len(chosen)) as bar:
        for each in chosen:
            body = data(each.key)
            rows = estimating.of_article(each.key, body, wanted, chain) if body is not None else []
            prices = [row.usd for row in rows]
            usd = None if None in prices else sum(price or 0.0 for price in prices)
            priced.append(Priced(each.size, sum(row.characters for row in rows), usd))
            bar.done()
    return total(found, priced)


def show(cost: Total) -> None:
    """In a line, or two."""
    how = "each was read" if cost.sampled == cost.articles else f"told from {cost.sampled} of them, by length"
    answer(
        cost,
        f"{cost.articles:,} articles ({how}): about {cost.characters:,} characters to send, {_usd(cost)} by list price",
    )


def _usd(cost: Total) -> str:
    if cost.usd is None:
        return "at a price that is not known"
    return f"{cost.usd:.2f} USD" + (f" (± {cost.spread:.2f})" if cost.spread else "")
