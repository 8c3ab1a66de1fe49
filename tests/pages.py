"""A page as tests look at it: elements and attribute values by XPath, typed."""

from __future__ import annotations

from collections import Counter
from typing import cast

from lxml import html
from markdown_it import MarkdownIt


class Page:
    """Parsed HTML."""

    def __init__(self, text: str) -> None:
        self.root = html.fromstring(text)

    def all(self, path: str) -> list[html.HtmlElement]:
        """Elements."""
        return cast("list[html.HtmlElement]", self.root.xpath(path))

    def values(self, path: str) -> list[str]:
        """Attributes or texts."""
        return [str(value) for value in cast("list[object]", self.root.xpath(path))]

    def tags(self) -> Counter[str]:
        return Counter(str(element.tag) for element in self.root.iter())

    def text(self, path: str = ".") -> str:
        """The text of the first such element, white space as single spaces."""
        return " ".join("".join(map(str, self.all(path)[0].itertext())).split())


def from_markdown(text: str) -> Page:
    return Page("<div>" + MarkdownIt("commonmark").enable("table").render(text) + "</div>")
