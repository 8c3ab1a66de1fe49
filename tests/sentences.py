"""The sentences that the product's own code can say, read from the code: with ``{}`` where it fills something in.

Nothing is run: an expression is followed to the strings that it may come to, through names of the function and the module, conditions,
joined parts, and the calls that hand a parameter its value. What cannot be followed is ``{}``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

GAP = "{}"
Scope = dict[str, list[ast.expr]]


def said(path: Path, wanted: str) -> set[str]:
    """The sentences of a module that ``wanted`` names: an argument of its calls (``Refused``, ``plain#1``), what is returned (``return``),
    or what a name or keyword is given (``reason=``).
    """
    tree = ast.parse(path.read_text("utf-8"))
    around = _assigned(tree.body)
    found = {text for each in _wanted(tree.body, wanted) for text in _texts(each, around)}
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        scope = around | _parameters(function, tree) | _assigned(ast.walk(function))
        found |= {text for each in _wanted(ast.walk(function), wanted) for text in _texts(each, scope)}
    return {text for text in found if text.strip("{} ")}


def _wanted(nodes: Iterable[ast.AST], wanted: str) -> Iterator[ast.expr]:
    name, _, at = wanted.partition("#")
    for node in nodes:
        if isinstance(node, ast.Return | ast.Assign | ast.keyword) and node.value and _name(node) == wanted:
            yield node.value
        elif (
            isinstance(node, ast.Call)
            and ast.unparse(node.func).split(".")[-1] == name
            and len(node.args) > int(at or 0)
        ):
            yield node.args[int(at or 0)]


def _name(node: ast.Return | ast.Assign | ast.keyword) -> str:
    if isinstance(node, ast.Return):
        return "return"
    return f"{node.arg if isinstance(node, ast.keyword) else ast.unparse(node.targets[0])}="


def _assigned(nodes: Iterable[ast.AST]) -> Scope:
    """What names are given, but in loops."""
    found: Scope = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).append(node.value)
    return found


def _parameters(function: ast.FunctionDef, tree: ast.Module) -> Scope:
    """What calls in the module hand over, by position."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == function.name]
    names = [argument.arg for argument in function.args.args]
    return {name: [call.args[at] for call in calls if at < len(call.args)] for at, name in enumerate(names) if calls}


def _texts(node: ast.expr, scope: Scope) -> set[str]:
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.JoinedStr(values=values):
            return {"".join(parts) for parts in product(*(_part(value, scope) for value in values))}
        case ast.IfExp(body=one, orelse=other):
            return _texts(one, scope) | _texts(other, scope)
        case ast.BoolOp(values=values):
            return set().union(*(_part(value, scope) for value in values))
        case ast.Tuple(elts=values):
            return set().union(*(_texts(value, scope) for value in values))
        case ast.DictComp(value=value):
            return _texts(value, scope)
        case ast.Name(id=name) if name in scope:
            rest = {other: values for other, values in scope.items() if other != name}
            return set().union(*(_texts(value, rest) for value in scope[name]))
        case _:
            return set()


def _part(node: ast.expr, scope: Scope) -> set[str]:
    return _texts(node.value if isinstance(node, ast.FormattedValue) else node, scope) or {GAP}
