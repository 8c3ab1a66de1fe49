"""What is known of who says something."""

from __future__ import annotations

from msgspec import Struct

from claimwire.models import Basis, Kind, Span, Stance


class Attribution(Struct, frozen=True):
    """``speaker`` and ``cue`` are null where the text does not name them; what nobody is said to say is ``stated``.

    ``content``: what is said, without who says it; in parts, where the attribution stands inside. ``relay``: the outlet that passes
    on what the speaker told it. ``source``: the speaker with what the text says beside the name (``Ana Lima, the deputy mayor,``).
    ``mental``: a belief, a wish or a plan of the speaker's, not words of theirs. ``name`` and ``basis``: the fuller mention that the
    speaker stands for, and what that rests on.
    """

    kind: Kind
    stance: Stance = "says"
    cue: Span | None = None
    speaker: Span | None = None
    content: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    addressee: Span | None = None
    relay: Span | None = None
    source: Span | None = None
    mental: bool = False
    name: Span | None = None
    basis: Basis | None = None
