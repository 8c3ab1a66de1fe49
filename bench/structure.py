"""Lines a file and a function: ``python -m bench.structure``."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("claimwire", "functions", "infra")


def sources() -> list[Path]:
    """The product's own Python files, without tests and measurements."""
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "node_modules" not in path.parts)


def file_lengths() -> dict[Path, int]:
    """Lines of each file."""
    return {path: len(path.read_text().splitlines()) for path in sources()}


def function_lengths() -> dict[str, int]:
    """Lines of each function, from ``def`` to its last line, docstring left out."""
    return {f"{path.relative_to(ROOT)}:{node.name}": _length(node) for path in sources() for node in _functions(path)}


def row(name: str, lengths: Sequence[int]) -> str:
    """Count, median, ninth decile and maximum."""
    deciles = statistics.quantiles(lengths, n=10)
    return f"{name:10} {len(lengths):6} {statistics.median(lengths):8.1f} {deciles[8]:6.1f} {max(lengths):6}"


def main() -> None:
    """Print the table, and the longest of each."""
    files, functions = file_lengths(), function_lengths()
    print(f"{'':10} {'number':>6} {'median':>8} {'p90':>6} {'max':>6}")
    print(row("files", list(files.values())))
    print(row("functions", list(functions.values())))
    for path, length in sorted(files.items(), key=lambda item: -item[1])[:5]:
        print(f"{length:6} {path.relative_to(ROOT)}")
    for name, length in sorted(functions.items(), key=lambda item: -item[1])[:5]:
        print(f"{length:6} {name}")


def _functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef))


def _length(node: ast.FunctionDef) -> int:
    first = node.body[0]
    documented = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


if __name__ == "__main__":
    main()
