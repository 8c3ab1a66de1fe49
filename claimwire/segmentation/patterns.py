"""The two patterns that find end marks: a quick one for what is plain, a slow one for what needs a look around."""

from __future__ import annotations

import re

from claimwire.segmentation.letters import BEGINNING, BULLETS, CLOSING, ENDING, HARD, SOFT

_TAIL = 4
"""Letters of a word's end that tell it from every abbreviation; a word that is shorter is compared whole."""


def quick(marks: str, abbreviations: frozenset[str], *, quoted: str) -> re.Pattern[str]:
    """Finds end marks and bullets; its one group that matched is the space after what plainly ends a sentence.

    That is a word that is no abbreviation, or a number too large for a day's or a list's, with a capital after it, and
    perhaps a closed quotation, which after marks other than the ``quoted`` may go on. Marks inside words and numbers, and
    the text's last, are passed over.
    """
    soft = SOFT + re.escape(marks)
    plain = "|".join([*(_words(size, abbreviations, soft) for size in (_TAIL, 3, 2)), rf"(?<=\d{{3}}[{soft}])"])
    word = rf"(?:{plain})(?:(?<=[{quoted}])[\"”“»])?+(\s++)(?=[“\"„«¿¡]?[{BEGINNING}])"
    hard = rf"(?<=[{HARD}])(\s*+)(?=[{BEGINNING}])"
    return re.compile(rf"[{soft}{HARD}፡{BULLETS}](?![\"”“»]?\Z|(?<=[{soft}])[A-Za-z0-9,])(?:{word}|{hard})?")


def _words(size: int, abbreviations: frozenset[str], soft: str) -> str:
    """Looks back at a mark after a word of ``size`` letters (or the last of a longer one) that is no abbreviation."""
    edge = "" if size == _TAIL else r"\s"
    ends = {word[-size:] for word in abbreviations if len(word) == size or len(word) > size == _TAIL}
    spared = f"(?<!{edge}(?:{'|'.join(map(re.escape, sorted(ends)))})[{soft}])" if ends else ""
    return f"(?<={edge}[{ENDING}]{{{size}}}[{soft}]){spared}"


def slow(marks: str) -> re.Pattern[str]:
    """Matches a run of end marks with what closes after it; group ``soft`` counts before a space only."""
    # Possessive throughout and never started inside a run, so that a megabyte of dots or quotes stays linear. After a
    # hard mark “ ‘ « open the next quotation; after a soft one without a space they close („so“, »so« in German).
    # A quote parted by a space closes where no letter follows it (« Oui. »), a bracket always. '. . .' is one ellipsis.
    # [7] is Wikipedia's reference; '' a typewriter's quote.
    soft = SOFT + re.escape(marks)
    parted = r"""(?:[ \u00a0\u202f](?:[»”](?![^\W_])|(?:"|'')(?=\s|\Z))|[ \u00a0\u3000]?[」』】〉》）］])*+"""
    notes = r"(?:\s?\[(?:\d{1,3}|[a-z]|note \d{1,3})\])*+"
    return re.compile(
        rf"(?P<hard>(?:[{HARD}]|፡፡)[{HARD}{soft}]*+(?:[{CLOSING}]++[{HARD}{soft}]*+)*+{parted}{notes})"
        rf"|(?P<soft>(?:[{soft}]++(?:[ ][{soft}]++(?=\s|\Z|[{CLOSING}]))*+[{HARD}]*+[{CLOSING}“‘«‹]*+)++{parted}{notes})"
    )
