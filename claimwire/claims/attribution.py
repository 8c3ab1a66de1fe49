"""What is known of who says something."""

from __future__ import annotations

from dataclasses import dataclass

from claimwire.models import Kind, Span, Stance


@dataclass(frozen=True, slots=True)
class Attribution:
    """``speaker`` and ``cue`` are null where the text does not name them; what nobody is said to say is ``stated``.

    ``content``: what is said, without who says it; in parts, where the attribution stands inside. ``relay``: the outlet that passes
    on what the speaker told it. ``mental``: a belief, a wish or a plan of the speaker's, not words of theirs.
    """

    kind: Kind
    stance: Stance = "says"
    cue: Span | None = None
    speaker: Span | None = None
    content: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    addressee: Span | None = None
    relay: Span | None = None
    mental: bool = False
