"""``claimwire link``: mint the stored URL of a list, a feed, or an article's current version."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from claimwire import codes
from claimwire.addresses import Addresses
from claimwire.aws.linksecret import LinkSecret
from claimwire.commands.target import StackName, State, deployed
from claimwire.errors import BadSetting
from claimwire.layout import ARTICLE_ID
from claimwire.local import state

app = typer.Typer(help="Mint stored URLs: of a list, a feed, an article's current version.", no_args_is_help=True)
Language = Annotated[
    str, typer.Argument(metavar="LANG", help="The language to read in: a target of the stack, or a source's.")
]
Speaker = Annotated[
    str, typer.Option("--speaker", metavar="NAME", help="Only articles in which this speaker makes a claim.")
]
Days = Annotated[
    int | None, typer.Option("--days", min=1, help="Let the link end after so many days; else it never does.")
]
ArticleId = Annotated[str, typer.Argument(metavar="ID", help="The article's id: 32 hexadecimal digits.")]

_DAY = 86_400


@app.command("list")
def of_list(
    language: Language, speaker: Speaker = "", days: Days = None, stack: StackName = None, folder: State = state.DEFAULT
) -> None:
    """The list of what is new in a language, as JSON.

    Example: claimwire link list pt
    """
    typer.echo(_to(stack, folder).list(codes.canonical(language), speaker, _end(days)))


@app.command("feed")
def of_feed(
    language: Language, speaker: Speaker = "", days: Days = None, stack: StackName = None, folder: State = state.DEFAULT
) -> None:
    """The Atom feed of what is new in a language.

    Example: claimwire link feed pt --speaker "Ana Lima"
    """
    typer.echo(_to(stack, folder).feed(codes.canonical(language), speaker, _end(days)))


@app.command("article")
def of_article(article: ArticleId, stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """An article's current version, in the form and language that its reader asks for."""
    if not ARTICLE_ID.fullmatch(article):
        raise BadSetting(f"{article!r} is no article's id: 32 hexadecimal digits, as in its links and notices")
    typer.echo(_to(stack, folder).latest(article))


def _to(stack: str | None, folder: State) -> Addresses:
    there = deployed(stack, folder)
    keys = LinkSecret(there.outputs["LinkSecretArn"], there.client("secretsmanager")).read()
    return Addresses(keys, there.outputs["BaseUrl"])


def _end(days: int | None) -> int | None:
    return None if days is None else int(time.time()) + days * _DAY
