"""Who says it in plain wire sentences of our own (``tests/attribution/plain``): ``python -m bench.plain [-v]``.

They were written while the rules were mended: what is right of them says what was learned, not what to expect of others.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from bench.rows import line
from tests import plain


def table() -> Iterator[str]:
    """One row a language, and the sum."""
    yield line("plain sentences", "all", "wrong speaker", "missed", "kind or stance amiss")
    total: Counter[str] = Counter()
    for code, counts in plain.rows():
        total += counts
        yield _row(code, counts)
    yield _row("all", total)


def _row(name: str, counts: Counter[str]) -> str:
    return line(name, *(str(counts[each]) for each in ("sentences", "wrong", "missed", "kind")))


def failures() -> Iterator[str]:
    """Every sentence that errs, with what is right and what is found."""
    for code in plain.FILES:
        for each in plain.plains(code):
            if each.errors:
                yield f"{code} {', '.join(sorted(each.errors))}: {each.text} | {each.right} | {each.found}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("-v", action="store_true", help="what errs, too")
    print(*table(), *(failures() if parser.parse_args().v else ()), sep="\n")
