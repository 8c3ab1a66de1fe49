"""Lines out of an XML tree: each element of a block kind is a line. For office formats and wire formats alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from claimwire.errors import Refused
from claimwire.readers.characters import parseable, tidy
from claimwire.readers.draft import Line
from claimwire.readers.limits import MAX_LINES, check_text

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Kinds(Struct, frozen=True):
    """Local names of elements: what is a line, which of those are subheads, what holds no text, what parts two words."""

    blocks: frozenset[str]
    headings: frozenset[str]
    silent: frozenset[str]
    spaces: frozenset[str] = frozenset()


def parsed(text: str, what: str) -> Element:
    """The tree of an XML document; no entity is expanded, nothing is fetched.

    Raises:
        Refused: It is not well-formed, nests too deeply, or declares entities of its own.
    """
    from lxml import etree

    if "<!ENTITY" in text:
        raise Refused(f"{what} declares XML entities, which are not followed: upload the article as text or html.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return etree.fromstring(parseable(text), parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Refused(f"{what} is not well-formed XML (cut short, or damaged): upload it again, whole.") from fault


def local(element: Element) -> str:
    """The name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def under(tree: Element, *names: str) -> Iterator[Element]:
    """The elements of these local names, in document order."""
    return (element for element in tree.iter() if local(element) in names)


def text_of(tree: Element, *names: str) -> str | None:
    """The text of the first such element that has any."""
    return next(
        (text for element in under(tree, *names) if (text := tidy("".join(map(str, element.itertext()))))), None
    )


def _blocks(tree: Element, kinds: Kinds) -> Iterator[tuple[Element, str]]:
    """Each block and its text; a block inside a block is a line of its own, before it."""
    from lxml import etree

    open_blocks: list[list[str]] = [[]]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        name = local(element)
        if event == "start":
            if name in kinds.silent:
                walk.skip_subtree()
                continue
            if name in kinds.blocks:
                open_blocks.append([])
            open_blocks[-1].append((" " if name in kinds.spaces else "") + (element.text or ""))
            continue
        if name in kinds.blocks:
            yield element, "".join(open_blocks.pop())
        open_blocks[-1].append(element.tail or "")


def lines(tree: Element, kinds: Kinds, is_heading: Callable[[Element], bool] | None = None) -> tuple[Line, ...]:
    """The blocks with text, tidied and numbered; ``is_heading`` knows subheads that their name does not tell.

    Raises:
        Refused: Too long, or too many, to be one article.
    """
    known = is_heading or (lambda block: local(block) in kinds.headings)
    found = [(line, known(block)) for block, text in _blocks(tree, kinds) if (line := tidy(text))]
    check_text(sum(len(line) for line, _ in found), min(len(found), MAX_LINES + 1))
    return tuple(Line(line, number, heading=heading) for number, (line, heading) in enumerate(found, 1))
