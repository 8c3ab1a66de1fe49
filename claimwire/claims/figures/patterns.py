"""A language's patterns for figures. Their repetitions are possessive and bounded: linear time on any text."""

from __future__ import annotations

import re
from functools import cache, cached_property

from claimwire.claims.figures import locale
from claimwire.claims.figures.forms import NEVER, SPACE, WORD, Forms, alternation, opening
from claimwire.claims.figures.locale import Locale

_GAP = rf"{SPACE}?-?"
_MARKED = r"\d++(?>(?:[.,'’٫٬،．，]\d++)*)"
_SPACED = r"\d{1,3}(?>(?:[ \u00a0\u202f\u2009]\d{3})+)(?!\d)(?>(?:[.,٫]\d++)?)"
_THIN = r"\d{1,3}(?>(?:[\u00a0\u202f\u2009]\d{3})+)(?!\d)(?>(?:[.,٫]\d++)?)"
_VULGAR = r"\d*+[¼½¾⅓⅔⅛⅕]"
_DIGITS = r"\d¼½¾⅓⅔⅛⅕"
_BETWEEN = 3  # characters: a sign before the currency, a space and a minus after it


class Patterns:
    """What finds figures, and the forms that tell what their parts stand for."""

    def __init__(self, ours: Locale, common: locale.Common) -> None:
        self.locale = ours
        self.before = Forms(_joined(common.codes, common.before, ours.before))
        self.signs = Forms(_joined(common.codes, common.after, ours.after))
        self.scales, self.units = Forms(ours.scales), Forms(ours.units)
        self.kinds = {
            "count": Forms(ours.counts),
            "bound": Forms(ours.bound),
            "scale": self.scales,
            "part": Forms(ours.parts),
        }
        self._tail = _unit(ours, self.units, self.signs)

    @cached_property
    def digits(self) -> re.Pattern[str]:
        """A figure that begins with a digit."""
        ours = self.locale
        begins = opening(self.before.all, rf"{_DIGITS}+−–\-{ours.cjk}{ours.kanji}")
        return re.compile(
            begins + _left(ours) + _near(ours, self.before) + _digits(ours, self.before, self.scales) + self._tail
        )

    @cached_property
    def words(self) -> re.Pattern[str] | None:
        """One that is spelled out; None where the language has no words for them here."""
        return _words(self.locale, self.kinds, self._tail)

    @cached_property
    def word(self) -> re.Pattern[str]:
        """One word of a number that is spelled out."""
        numerals = alternation(_forms(self.locale.counts, self.locale.bound, self.locale.scales))
        return re.compile(rf"(?<!{WORD})(?:{self.locale.prefixed})?(?P<word>{numerals})(?!{WORD})", re.IGNORECASE)

    @cached_property
    def range(self) -> re.Pattern[str]:
        """What stands between two figures of one range."""
        return re.compile(rf"{SPACE}?(?:[-–—~～〜]|{alternation(self.locale.ranges)}){SPACE}?", re.IGNORECASE)

    @cached_property
    def ordinal(self) -> re.Pattern[str]:
        """What follows an ordinal."""
        return re.compile(self.locale.ordinals or NEVER, re.IGNORECASE)

    @cached_property
    def time(self) -> re.Pattern[str]:
        """What follows a time of day."""
        return re.compile(self.locale.times or NEVER, re.IGNORECASE)


@cache
def load(language: str) -> Patterns:
    """Those of a language. Clear with ``load.cache_clear()``."""
    return Patterns(locale.load(language), locale.common())


def _joined(*tables: locale.Table) -> locale.Table:
    """One table; of a form in two, the later one's meaning holds."""
    meanings = {form: key for table in tables for key, forms in table.items() for form in forms}
    joined: locale.Table = {}
    for form, key in meanings.items():
        joined.setdefault(key, []).append(form)
    return joined


def _left(ours: Locale) -> str:
    """What may not stand before a figure: a letter or digit, and what ties it to a name (COVID-19) or a time (10:30)."""
    letters = "0-9A-Za-z_" if ours.glued or ours.free else r"\w"
    named = "[A-Za-z]" if ours.glued or ours.free else r"[^\W\d_]"
    ordinal = f"(?<![{ours.not_before}])" if ours.not_before else ""
    return rf"(?<![{letters}:/])(?<!\d[.,٫])(?<!{named}[-‑]){ordinal}"


def _near(ours: Locale, before: Forms) -> str:
    """A look ahead for the digit, which spares the many words that begin like a currency the list of all."""
    digits = _DIGITS + ours.cjk + ours.kanji
    return rf"(?=[^{digits}]{{0,{before.longest + _BETWEEN}}}[{digits}])"


def _digits(ours: Locale, before: Forms, scales: Forms) -> str:
    spaced = _SPACED if ours.spaced or ours.group.isspace() else _THIN
    number = rf"(?P<vulgar>{_VULGAR})|(?P<digits>{spaced}|{_MARKED})"
    if ours.cjk:
        power = rf"(?:(?!兆瓦)[{ours.cjk}])"
        digit = rf"(?:\d++(?>(?:[.,，．]\d++)*)|[{ours.kanji or '0-9'}]++)"
        between = rf"(?>(?:{SPACE}?{digit}(?={SPACE}?{power}))?)"
        number = rf"(?P<digits>(?:{digit}|(?=[十百千]))(?>(?:{SPACE}?(?>{power}+){between})*)(?>{digit}?))"
    sign = rf"(?P<sign>(?<!{WORD})[-−–+](?=[^\W_]|[$€£¥]))?"
    pair = r"(?:/(?P<below>\d{1,4})(?!/|\d))?"
    return (
        rf"{sign}(?:(?P<before>(?i:{before.pattern})){SPACE}?(?P<minus>[-−](?=\d))?)?"
        rf"(?:{number}){pair}(?:{_GAP}(?P<scale>(?i:{scales.pattern}))(?!{WORD}))?"
    )


def _unit(ours: Locale, units: Forms, signs: Forms) -> str:
    end = "" if ours.free or ours.glued else rf"(?!{WORD})"
    over = "(?![A-Za-z0-9²³])" if ours.free else rf"(?!{WORD}|[²³])"
    link = rf"(?:(?i:{alternation(ours.links)}){SPACE}?)?"
    return rf"(?:{_GAP}(?:{link}(?P<unit>(?i:{units.pattern})){end}|(?P<symbol>{signs.pattern}){over}))?"


def _forms(*tables: locale.Table) -> list[str]:
    return [form for table in tables for forms in table.values() for form in forms]


def _words(ours: Locale, kinds: dict[str, Forms], tail: str) -> re.Pattern[str] | None:
    """Parts and vague numbers first, as they are longer than the words in them; a run is bounded, no number in news has more words."""
    first = _forms(ours.counts, ours.bound)
    if not (first or ours.vague or ours.parts):
        return None
    word, end = alternation([*first, *_forms(ours.scales)]), "" if ours.free else rf"(?!{WORD})"
    joint = rf"(?:{SPACE}|-)(?:(?:{alternation(ours.joiners)}){SPACE}|{ours.prefixed or NEVER})?"
    run = rf"(?:{alternation(first)})(?!{WORD})(?>(?:{joint}(?:{word})(?!{WORD})){{0,7}})"
    left = "" if ours.free else r"(?<![\w'’-])"
    body = rf"(?P<part>{kinds['part'].pattern}){end}|(?P<vague>{alternation(ours.vague)}){end}|(?P<run>{run})"
    begins = opening([*first, *ours.vague, *kinds["part"].all], "İK")
    return re.compile(rf"{begins}{left}(?i:{body}){tail}")
