"""``claimwire keys``: list, rotate and revoke the keys behind stored URLs; ``claimwire revoke``: end one article's links."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from claimwire.commands.app import App
from claimwire.commands.target import StackName, State, deployed
from claimwire.local import state
from claimwire.terminal.answers import answer

if TYPE_CHECKING:
    from claimwire.aws.deployment import Deployment
    from claimwire.aws.linksecret import LinkSecret

app = App("The keys behind stored URLs: list, rotate, revoke.")
KeyName = Annotated[str, typer.Argument(metavar="KEY", help="The key's name: what stands before the dot after ?k=.")]
ArticleId = Annotated[str, typer.Argument(metavar="ID", help="The article's id: 32 hexadecimal digits.")]
Undo = Annotated[bool, typer.Option("--undo", help="Let the article's links open again.")]


@app.command("list")
def show(stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """List the link keys: which one mints, which ones still open links, which are revoked. Their material is never shown.

    Examples:
        claimwire keys list
        claimwire keys list --stack news --json
    """
    keys = _secret(deployed(stack, folder)).read()
    for name in sorted(keys.material):
        does = "mints and opens" if name == keys.current else "opens"
        answer({"key": name, "does": does}, f"{name}\t{does}")
    for name in keys.revoked:
        answer({"key": name, "does": "revoked"}, f"{name}\trevoked")


@app.command()
def rotate(stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """Mint links with a new key from now on; links of the older keys go on opening.

    Functions take it up within ten minutes.

    Examples:
        claimwire keys rotate
    """
    from claimwire import linkkeys

    fresh = secrets.token_urlsafe(48).encode()
    keys = _secret(deployed(stack, folder)).change(partial(linkkeys.rotated, fresh=fresh))
    names = sorted(keys.material)
    answer({"mints": keys.current, "open": names}, f"{keys.current} mints from now on; {', '.join(names)} open")


@app.command()
def revoke(key: KeyName, stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """Revoke a key: every link that it minted is dead within two minutes, for good.

    After a rotation wait ten minutes: until then functions may still mint with the old key.

    Examples:
        claimwire keys revoke k1
    """
    from claimwire import linkkeys

    names = sorted(_secret(deployed(stack, folder)).change(partial(linkkeys.without, name=key)).material)
    answer({"revoked": key, "open": names}, f"{key} is revoked; {', '.join(names)} open")


def revoke_article(
    article: ArticleId, undo: Undo = False, stack: StackName = None, folder: State = state.DEFAULT
) -> None:
    """Revoke all links of one article, within two minutes; its results stay where they are.

    Examples:
        claimwire revoke c5bddc4f756c7bb0aa4acee3ff40d67a
        claimwire revoke c5bddc4f756c7bb0aa4acee3ff40d67a --undo
    """
    from claimwire import revocation

    results = deployed(stack, folder).results
    if not undo:
        revocation.revoke(results, article)
        answer({"article": article, "links": "revoked"}, f"links of {article} are revoked")
    else:
        there = revocation.restore(results, article)
        does = "open" if there else "were not revoked"
        answer({"article": article, "links": does}, f"links of {article} {'open again' if there else does}")


def _secret(there: Deployment) -> LinkSecret:
    from claimwire.aws.linksecret import LinkSecret

    return LinkSecret(there.outputs["LinkSecretArn"], there.client("secretsmanager"))
