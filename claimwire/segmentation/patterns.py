"""The two patterns that find end marks: a quick one for what is plain, a slow one for what needs a look around."""

from __future__ import annotations

import re

from claimwire.segmentation.letters import BEGINNING, BULLETS, CLOSING, ENDING, HARD, SOFT
from claimwire.segmentation.rules import Rules
from claimwire.segmentation.trees import alternation

_INSIDE = r"\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u109f\u1780-\u17d3"
"""What a word is made of, for the pattern's purposes, with the signs that are no letters to Python: quick to compile and try."""
_SMALL = "a-zà-öø-ÿа-яё"
"""Small letters of the largest scripts: what goes on with one after a space has not ended."""
_CAPITALS = "A-ZА-Я"
_ROMAN = "IVXLC"
_TAIL = 4
"""Letters of a word's end that tell it from every abbreviation; a word that is shorter is compared whole."""


def quick(rules: Rules) -> re.Pattern[str]:
    """Finds end marks and bullets; its one group that matched is the space after what plainly ends a sentence.

    That is a word that is no abbreviation, a number too large for a day's or a list's, or something in quotes, with a
    capital after it; a closed quotation in between may go on in languages with ``speech``, after a question at least.
    Passed over are marks inside words and numbers, after titles, and the text's last.
    """
    soft = SOFT + re.escape(rules.marks)
    words = "|".join(_words(size, rules) for size in (_TAIL, 3, 2))
    letters = rf"(?<=[{ENDING}][{ENDING}].)|(?<=[{_CAPITALS}][{_CAPITALS}].)(?<![{_ROMAN}][{_ROMAN}].)"
    plain = rf"(?:{letters})(?:{words})|(?<=\d\d\d.)|(?<=[”“»\"'’)].){_numbers(rules)}"
    closed = rf"(?>(?:(?<=[{'.' if rules.speech else soft}])(?:[\"”“»]|[\u00a0\u202f ]»))?)"
    begins = BEGINNING + ("" if rules.endings else "0-9")
    word = rf"(?<=[{soft}])(?:{plain}){closed}(\s++)(?=[“\"„«¿¡]?+[\u00a0\u202f]?+[{begins}])"
    resumed = rf"(?![{rules.resumes}]|\w{{1,14}}。)" if rules.resumes else ""
    hard = rf"(?<=[{HARD}])(?>(?:[”」』]++{resumed})?)(\s*+)(?=[^\W_])"
    looked_at = rf"(?!(?:\"|”|“|»|[\u00a0\u202f]»)?\Z|(?<=[{soft}])(?:[A-Z0-9]|[”“»]?,| ?[{_SMALL}])){_no_title(rules)}"
    return re.compile(rf"[{soft}{HARD}፡{BULLETS}](?:{word}|{hard}|{looked_at})")


def _no_title(rules: Rules) -> str:
    never = {word for word in rules.titles - rules.finals - rules.years if 1 < len(word) <= _TAIL and word.isalpha()}
    forms = [{form for word in never for form in (word, word.title()) if len(form) == n} for n in range(2, _TAIL + 1)]
    return "".join(rf"(?<!\s{alternation(words)}[.])" for words in forms if words)


def _words(size: int, rules: Rules) -> str:
    """Looks back at a mark after a word of ``size`` letters (or the last of a longer one) that is no abbreviation."""
    edge = "" if size == _TAIL else r"[\s'’-]"
    abbreviations = rules.titles | rules.numbered | rules.either | rules.years | rules.names
    known = {part for word in abbreviations for part in (word, re.split("[-'’/.]", word)[-1])}
    sized = (word for word in known if len(word) == size or len(word) > size == _TAIL)
    ends = {form[-size:] for word in sized for form in (word, word.title(), word.upper())}
    spared = f"(?<!{edge}{alternation(ends)}.)" if ends else ""
    return f"(?<={edge}{size * f'[{_INSIDE}]'}.){spared}"


def _numbers(rules: Rules) -> str:
    """A number of one or two digits within a sentence, where none is written with a full stop that means 'third'."""
    after = r"(?<=[^\W\d_][ \u00a0]"
    return "" if rules.ordinals else rf"|(?:{after}\d.)|{after}\d\d.))(?!\s++\d)"


def slow(marks: str) -> re.Pattern[str]:
    """Matches a run of end marks with what closes after it; group ``soft`` counts before a space only."""
    # Possessive throughout and never started inside a run, so that a megabyte of dots or quotes stays linear. After a
    # hard mark “ ‘ « open the next quotation; after a soft one without a space they close („so“, »so« in German).
    # A quote parted by a space closes where no letter follows it (« Oui. »), a bracket always. '. . .' is one ellipsis.
    # [7] is Wikipedia's reference; '' a typewriter's quote.
    soft = SOFT + re.escape(marks)
    parted = r"""(?>(?:[ \u00a0\u202f](?:[»”](?![^\W_])|(?:"|'')(?=\s|\Z))|[ \u00a0\u3000]?[」』】〉》）］])*)"""
    notes = r"(?>(?:\s?\[(?:\d{1,3}|[a-z]|note \d{1,3})\])*)"
    return re.compile(
        rf"(?P<hard>(?:[{HARD}]|፡፡)[{HARD}{soft}]*+(?>(?:[{CLOSING}]++[{HARD}{soft}]*+)*){parted}{notes})"
        rf"|(?P<soft>(?>(?:[{soft}]++(?>(?:[ ][{soft}]++(?=\s|\Z|[{CLOSING}]))*)[{HARD}]*+[{CLOSING}“‘«‹]*+)+){parted}{notes})"
    )
