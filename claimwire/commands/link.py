"""``claimwire link``: mint the stored URL of a list, a page over many articles, a feed, or an article's current version."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimwire.commands import uploadpage
from claimwire.commands.app import App
from claimwire.commands.target import StackName, State, deployed
from claimwire.errors import BadSetting
from claimwire.local import state
from claimwire.terminal.answers import answer

if TYPE_CHECKING:
    from claimwire.addresses import Addresses

app = App("Mint stored URLs: of a list, as a page or as JSON, a feed, an article's current version.")
Language = Annotated[
    str, typer.Argument(metavar="LANG", help="The language to read in: a target of the stack, or a source's.")
]
Languages = Annotated[
    list[str], typer.Argument(metavar="LANG...", help="The language to read in, and others that the page leads to.")
]
Speaker = Annotated[
    str, typer.Option("--speaker", metavar="NAME", help="Only articles in which this speaker makes a claim.")
]
Days = Annotated[
    int | None,
    typer.Option("--days", metavar="N", min=1, help="Let the link end after so many days; else it never does."),
]
Into = Annotated[
    str, typer.Argument(metavar="FOLDER", help="The folder that uploads go into, such as desk or desk/sport.")
]
ArticleId = Annotated[str, typer.Argument(metavar="ID", help="The article's id: 32 hexadecimal digits.")]

_DAY = 86_400


@app.command("list")
def of_list(
    language: Language, speaker: Speaker = "", days: Days = None, stack: StackName = None, folder: State = state.DEFAULT
) -> None:
    """The list of what is new in a language, as JSON.

    Examples:
        claimwire link list pt
        claimwire link list pt --days 30 --stack news
    """
    from claimwire import codes

    _print(_to(stack, folder).list(codes.canonical(language), speaker, _end(days)))


@app.command("index")
def of_index(
    languages: Languages,
    speaker: Speaker = "",
    days: Days = None,
    stack: StackName = None,
    folder: State = state.DEFAULT,
) -> None:
    """The page of what is new in a language, for a browser; with more languages it leads to each of them.

    Examples:
        claimwire link index pt
        claimwire link index pt es en --days 30 --stack news
    """
    _print(_board("lists", languages, speaker, days, stack, folder))


@app.command("speakers")
def of_speakers(
    languages: Languages,
    speaker: Speaker = "",
    days: Days = None,
    stack: StackName = None,
    folder: State = state.DEFAULT,
) -> None:
    """The page of who said what in the last days, for a browser; with more languages it leads to each of them.

    Examples:
        claimwire link speakers pt
        claimwire link speakers pt en --speaker "Ana Lima"
    """
    _print(_board("speakers", languages, speaker, days, stack, folder))


@app.command("feed")
def of_feed(
    language: Language, speaker: Speaker = "", days: Days = None, stack: StackName = None, folder: State = state.DEFAULT
) -> None:
    """The Atom feed of what is new in a language.

    Examples:
        claimwire link feed pt --speaker "Ana Lima"
    """
    from claimwire import codes

    _print(_to(stack, folder).feed(codes.canonical(language), speaker, _end(days)))


@app.command("upload")
def of_upload(into: Into, days: Days = None, stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """The page that uploads into a folder, under uploads/ in the articles bucket. Whoever has the link may upload.

    Examples:
        claimwire link upload desk
        claimwire link upload desk/sport --days 7 --stack news
    """
    _print(uploadpage.link(deployed(stack, folder), into, _end(days)))


@app.command("article")
def of_article(article: ArticleId, stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """An article's current version, in the form and language that its reader asks for.

    Examples:
        claimwire link article c5bddc4f756c7bb0aa4acee3ff40d67a
    """
    from claimwire.layout import ARTICLE_ID

    if not ARTICLE_ID.fullmatch(article):
        raise BadSetting(f"{article!r} is no article's id: 32 hexadecimal digits, as in its links and notices")
    _print(_to(stack, folder).latest(article))


def _board(kind: str, languages: list[str], speaker: str, days: int | None, stack: str | None, folder: Path) -> str:
    from claimwire import codes

    first, *others = dict.fromkeys(codes.canonical(code) for code in languages)
    return _to(stack, folder).board(kind, first, speaker, _end(days), others)


def _print(url: str) -> None:
    answer({"url": url}, url)


def _to(stack: str | None, folder: State) -> Addresses:
    from claimwire.addresses import Addresses
    from claimwire.aws.linksecret import LinkSecret

    there = deployed(stack, folder)
    keys = LinkSecret(there.outputs["LinkSecretArn"], there.client("secretsmanager")).read()
    return Addresses(keys, there.outputs["BaseUrl"])


def _end(days: int | None) -> int | None:
    return None if days is None else int(time.time()) + days * _DAY
