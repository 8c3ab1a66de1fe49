"""``claimwire keys``: list, rotate and revoke the keys behind stored URLs; ``claimwire revoke``: end one article's links."""

from __future__ import annotations

import secrets
from functools import partial
from typing import Annotated

import typer

from claimwire import linkkeys, revocation
from claimwire.aws.deployment import Deployment
from claimwire.aws.linksecret import LinkSecret
from claimwire.commands.target import StackName, State, deployed
from claimwire.local import state

app = typer.Typer(help="The keys behind stored URLs: list, rotate, revoke.", no_args_is_help=True)
KeyName = Annotated[str, typer.Argument(metavar="KEY", help="The key's name: what stands before the dot after ?k=.")]
ArticleId = Annotated[str, typer.Argument(metavar="ID", help="The article's id: 32 hexadecimal digits.")]
Undo = Annotated[bool, typer.Option("--undo", help="Let the article's links open again.")]


@app.command("list")
def show(stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """List the link keys: which one mints, which ones still open links, which are revoked. Their material is never shown."""
    keys = _secret(deployed(stack, folder)).read()
    for name in sorted(keys.material):
        typer.echo(f"{name}\t{'mints and opens' if name == keys.current else 'opens'}")
    for name in keys.revoked:
        typer.echo(f"{name}\trevoked")


@app.command()
def rotate(stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """Mint links with a new key from now on; links of the older keys go on opening.

    Functions take it up within ten minutes.
    """
    fresh = secrets.token_urlsafe(48).encode()
    keys = _secret(deployed(stack, folder)).change(partial(linkkeys.rotated, fresh=fresh))
    typer.echo(f"{keys.current} mints from now on; {', '.join(sorted(keys.material))} open")


@app.command()
def revoke(key: KeyName, stack: StackName = None, folder: State = state.DEFAULT) -> None:
    """Revoke a key: every link that it minted is dead within two minutes, for good.

    After a rotation wait ten minutes: until then functions may still mint with the old key.
    """
    keys = _secret(deployed(stack, folder)).change(partial(linkkeys.without, name=key))
    typer.echo(f"{key} is revoked; {', '.join(sorted(keys.material))} open")


def revoke_article(
    article: ArticleId, undo: Undo = False, stack: StackName = None, folder: State = state.DEFAULT
) -> None:
    """Revoke all links of one article, within two minutes; its results stay where they are.

    Example: claimwire revoke c5bddc4f756c7bb0aa4acee3ff40d67a
    """
    results = deployed(stack, folder).results
    if not undo:
        revocation.revoke(results, article)
        typer.echo(f"links of {article} are revoked")
    else:
        there = revocation.restore(results, article)
        typer.echo(f"links of {article} open again" if there else f"links of {article} were not revoked")


def _secret(there: Deployment) -> LinkSecret:
    return LinkSecret(there.outputs["LinkSecretArn"], there.client("secretsmanager"))
