"""``claimwire glossary``: the glossaries that a stack keeps by name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimwire.commands.app import App
from claimwire.commands.target import StackName, State, deployed
from claimwire.errors import BadSetting
from claimwire.local import state
from claimwire.terminal.answers import answer, note

if TYPE_CHECKING:
    from claimwire.aws.deployment import Deployment
    from claimwire.glossaries import Glossaries

app = App("Your own words on a stack, by name: add, list, remove.")
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name that uploads and settings use, such as desk.")]
WordsFile = Annotated[Path, typer.Argument(metavar="FILE", help="A table (CSV, TSV) or TBX: docs/glossary.md.")]


@app.command()
def add(name: Name, file: WordsFile, stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """Register a glossary, or put a new one in its place. Articles that come from now on are translated with it.

    Examples:
        claimwire glossary add desk words.csv
        claimwire glossary add sport sport.tbx --stack news
    """
    from claimwire.glossaries import FOLDER
    from claimwire.translators.glossary_file import ending_of, load_glossary
    from claimwire.wishes import GLOSSARY, GLOSSARY_NAMES

    if not GLOSSARY.fullmatch(name):
        raise BadSetting(f"{name!r} is no name of a glossary: {GLOSSARY_NAMES}")
    found, place = load_glossary(file), deployed(stack, folder)
    key, before = f"{FOLDER}{name}{ending_of(str(file))}", _registered(place).keys().get(name)
    place.results.put(key, file.read_bytes(), "text/plain; charset=utf-8")
    if before and before != key:
        place.results.delete(before)
    told = {"glossary": name, "terms": len(found.entries), "identity": found.identity}
    terms = "1 term" if len(found.entries) == 1 else f"{len(found.entries):,} terms"
    answer(told, f"{name}: {terms}, {'instead of those before' if before else 'added'}")


@app.command("list")
def show(stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """List the registered glossaries: name, terms, and the mark of their content that is in results' versions.

    Examples:
        claimwire glossary list
        claimwire glossary list --stack news --json
    """
    registered = _registered(deployed(stack, folder))
    names = list(registered.keys())
    for name in names:
        found = registered.find(name)
        if found:
            told = {"glossary": name, "terms": len(found.entries), "identity": found.identity}
            answer(told, f"{name}\t{len(found.entries)}\t{found.identity}")
    note(f"{len(names)} registered" if names else "none is registered: `claimwire glossary add NAME FILE`")


@app.command()
def remove(name: Name, stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """Remove a glossary. Uploads that name it are refused from now on; results that were made with it stay.

    Examples:
        claimwire glossary remove sport
    """
    place = deployed(stack, folder)
    registered = _registered(place)
    key = registered.keys().get(name)
    if key is None:
        raise BadSetting(registered.missing(name))
    if place.parameters.get("Glossary") == name:
        raise BadSetting(f"{name!r} is the stack's own: deploy it with another Glossary, or none, first")
    place.results.delete(key)
    answer({"glossary": name, "removed": True}, f"{name} is removed")


def _registered(place: Deployment) -> Glossaries:
    from claimwire.glossaries import Glossaries

    return Glossaries(place.results)
