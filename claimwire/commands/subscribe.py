"""``claimwire subscribe email|sqs|https …``: be told of results, all or those that one wishes to hear of."""

from __future__ import annotations

from typing import Annotated

import typer

from claimwire.commands.app import App
from claimwire.commands.target import StackName, State, deployed
from claimwire.local import state
from claimwire.terminal.answers import answer, note

app = App("Be told of results: by e-mail, in a queue, at a web address.")

Languages = Annotated[
    list[str] | None,
    typer.Option("--language", metavar="LANG", help="Only what can be read in this language; repeat it."),
]
Sources = Annotated[
    list[str] | None, typer.Option("--source-language", metavar="LANG", help="Only articles written in it; repeat it.")
]
Speakers = Annotated[
    list[str] | None,
    typer.Option("--speaker", metavar="NAME", help="Only where this speaker makes a claim; repeat it."),
]
Events = Annotated[
    list[str] | None,
    typer.Option("--event", metavar="EVENT", help="Only ready, updated, refused, failed or deleted; repeat it."),
]
Folder = Annotated[
    str, typer.Option("--folder", metavar="FOLDER", help="Only articles uploaded under this folder of the bucket.")
]


Endpoint = Annotated[str, typer.Argument(metavar="ADDRESS", help="An e-mail address, a queue's name or ARN, or a URL.")]


def _command(protocol: str) -> None:
    def command(
        endpoint: Endpoint,
        language: Languages = None,
        source_language: Sources = None,
        speaker: Speakers = None,
        event: Events = None,
        folder: Folder = "",
        stack: StackName = None,
        state_folder: State = state.DEFAULT,
    ) -> None:
        from claimwire.aws import subscribing
        from claimwire.aws.subscribing import Wish

        wish = Wish(
            languages=tuple(language or ()),
            sources=tuple(source_language or ()),
            speakers=tuple(speaker or ()),
            events=tuple(event or ()),
            folder=folder.strip("/"),
        )
        arn = subscribing.subscribe(deployed(stack, state_folder), protocol, endpoint, wish)
        waits = subscribing.pending(arn)
        line = f"{endpoint} has to confirm before it hears anything" if waits else arn
        answer({"endpoint": endpoint, "subscription": None if waits else arn, "confirmed": not waits}, line)
        note(_next(protocol, endpoint, local=stack is None))

    command.__doc__ = _HELP[protocol]
    app.command(protocol)(command)


def _next(protocol: str, endpoint: str, *, local: bool) -> str:
    if protocol == "email" and local:
        return "the local cloud sends no mail: `claimwire notices` shows what is announced"
    return f"what is announced from now on goes to {endpoint} (docs/subscribe.md); `aws sns unsubscribe` with the ARN above ends it"


_HELP = {
    "email": "Subscribe an e-mail address: readable text, once the owner confirmed.\n\nExamples:\n"
    "    claimwire subscribe email desk@example.org --language es --speaker 'Ana Lima'",
    "sqs": "Subscribe a queue, by its name or ARN; where it is not there it is made. Notices are JSON (docs/notice.schema.json).\n\n"
    "Examples:\n    claimwire subscribe sqs newsdesk --language pt",
    "https": "Subscribe a web address, which confirms and checks signatures as claimwire/webhook.py does.\n\n"
    "Examples:\n    claimwire subscribe https https://desk.example.org/notices --event ready",
    "http": "Subscribe a web address without TLS, such as one on this machine for the local cloud.\n\n"
    "Examples:\n    claimwire subscribe http http://127.0.0.1:8000/notices",
}
for _protocol in _HELP:
    _command(_protocol)
