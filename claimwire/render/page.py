"""``digest.<lang>.html``: claims beside the source, and the article with each claim in its place. No script; all escaped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from claimwire import codes
from claimwire.capabilities import Links
from claimwire.models import Claim
from claimwire.render.remarks import remarks, why
from claimwire.render.wording import View, attribution, views


@dataclass(frozen=True)
class Row:
    """One sentence of the article: its number, the claim that it opens or belongs to, and both texts."""

    original: str
    text: str | None
    claim: int | None
    opens: bool
    paragraph: int
    warnings: list[str]
    human: bool


def render(view: View, link: Links) -> str:
    """The page as HTML."""
    digest = view.digest
    claims = digest.summary.claims if digest.summary else ()
    return _template().render(
        view=view,
        digest=digest,
        title=view.headline,
        direction=_direction(view.language),
        source_direction=_direction(digest.language.code if digest.language else ""),
        language_name=codes.name,
        attribution=attribution,
        remarks=remarks,
        why=why,
        claims=claims,
        rows=_rows(view, claims),
        others=[
            (other.language, link(digest.article_id, digest.version, f"digest.{other.language}.html"))
            for other in views(digest)
        ],
        record=link(digest.article_id, digest.version, "digest.json"),
    )


def _direction(code: str) -> str:
    return "rtl" if codes.right_to_left(code) else "ltr"


def _rows(view: View, claims: tuple[Claim, ...]) -> list[Row]:
    owner = {number: rank for rank, claim in enumerate(claims, 1) for number in range(*claim.sentences)}
    openers = {claim.sentences[0] for claim in claims}
    return [
        Row(
            original=sentence.text,
            text=view.sentences[number] if view.sentences else None,
            claim=owner.get(number),
            opens=number in openers,
            paragraph=sentence.paragraph,
            warnings=view.warnings(number, number + 1),
            human=view.by_people(number),
        )
        for number, sentence in enumerate(view.digest.sentences)
    ]


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("claimwire.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("digest.html")
