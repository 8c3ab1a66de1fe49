"""Which deployment a command is about: a stack on AWS by name, else the local cloud."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimwire.local import state

if TYPE_CHECKING:
    from claimwire.aws.deployment import Deployment

StackName = Annotated[
    str | None,
    typer.Option("--stack", metavar="NAME", help="A stack on AWS, under your own credentials; else the local cloud."),
]
State = Annotated[Path, typer.Option("--state", metavar="DIR", help="Where the local cloud keeps its state.")]


def deployed(stack: str | None, folder: Path = state.DEFAULT) -> Deployment:
    """The stack of that name on AWS; without a name, the local cloud's. Raises BadSetting where there is none."""
    from claimwire.aws import deployment
    from claimwire.local import clients, deploy

    if stack is not None:
        return deployment.find(stack, deployment.ambient)
    cloud = deploy.current(folder)
    return deployment.find(clients.STACK, functools.partial(clients.client, cloud))
