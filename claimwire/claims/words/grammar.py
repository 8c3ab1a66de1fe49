"""What of a language's grammar the search for speakers rests on."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Grammar(Struct, frozen=True):
    """Whether names carry capitals and spaces part words; where the speaker of a plain report stands.

    ``subject``: "first" is at the clause's head; "clause" anywhere in it; "second" so too, where nouns have capitals and the verb
    stands second or last.
    ``inverts``: a clause that opens with something else has its subject behind the verb. ``prodrop``: a verb may have no subject.
    ``second``: the verb stands second, "not" after it, and what a noun phrase is about last in it ("de lokale politie").
    ``parts``: a comma stands before the word that opens what is said (", hogy").
    ``quotative``: what is said ends in a word of its own, and who says it stands behind that (Tamil).
    ``headfirst``: what a noun phrase is about stands first in it ("documentos judiciales").
    ``titled``: on which side of the name its title stands, with nothing between where that is "before" (部长李明, 김민수 장관).
    """

    capitals: bool = True
    spaces: bool = True
    subject: Literal["before", "after", "first", "clause", "second"] = "before"
    inverts: bool = False
    headfirst: bool = False
    second: bool = False
    parts: bool = False
    quotative: bool = False
    prodrop: bool = False
    titled: Literal["", "before", "after"] = ""
