from __future__ import annotations

import pytest

from claimwire.errors import Refused
from claimwire.readers import read

STORY = """---
title: "Port to reopen"
author: Jo Ek
date: 2026-03-03
lang: en
tags: [a, b]
---

The port of **Halden** will reopen on [Monday](https://wire.example/a), the *ministry* said.
It was closed in `May`.

## Who is going to pay for all of this?

```python
print("never")
```

<script>never()</script>

![never](a.png)

- The first reason was the price, he said.
- [The second](https://wire.example/b) was the weather, he said.

> "No captain will pay," she said.
"""


def test_prose_stays_and_code_goes() -> None:
    article = read(STORY.encode(), "a.md")
    assert article.text.split("\n\n") == [
        "Port to reopen",
        "The port of Halden will reopen on Monday, the ministry said. It was closed in May.",
        "Who is going to pay for all of this?",
        "The first reason was the price, he said.",
        "The second was the weather, he said.",
        '"No captain will pay," she said.',
    ]
    assert (article.format, article.byline, article.published, article.declared_language) == (
        "md",
        "Jo Ek",
        "2026-03-03",
        "en",
    )
    assert [piece.text for piece in article.barred if piece.reason == "shape"] == [
        "Who is going to pay for all of this?"
    ]


def test_the_first_heading_is_the_title() -> None:
    article = read(b"# Port to reopen\n\nThe port is open, he said.\n", "a.md")
    assert (article.title, article.text) == ("Port to reopen", "Port to reopen\n\nThe port is open, he said.")


@pytest.mark.parametrize(
    ("source", "name", "content_type", "kind"),
    [
        ("# Port\n\nHe [said](https://a.example/b) so.", "a", None, "md"),
        ("---\ntitle: x\n---\nHe said so.", "a.txt", None, "md"),
        ("# Port\n\nHe said so.", "a.txt", None, "txt"),
        ("He said so.", "a.txt", "text/markdown; charset=utf-8", "md"),
        ("5 * 3 is 15, and 2**4 is 16, he said.", "a", None, "txt"),
    ],
)
def test_what_counts_as_markdown(source: str, name: str, content_type: str | None, kind: str) -> None:
    assert read(source.encode(), name, content_type).format == kind


def test_a_table_keeps_its_words() -> None:
    assert "1,200" in read(b"He said so.\n\n| Port | Ships |\n|---|---|\n| Halden | 1,200 |\n", "a.md").text


def test_too_long_a_markdown_is_refused() -> None:
    with pytest.raises(Refused, match="at most 200,000"):
        read(b"word " * 80_001, "a.md")
