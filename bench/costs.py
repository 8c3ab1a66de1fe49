"""What 1,000 articles cost: ``python -m bench.costs``. Requests of real jobs, counted on the local cloud, priced by bench/costs.toml.

The ingest door runs in this process against the local cloud's services, with an engine that answers at once: every call can be seen.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from claimwire.local import clients, deploy
from claimwire.local.state import Cloud
from claimwire.translators.prices import price
from tests.translators.servers import libre
from tests.translators.servers.phrases import sentences
from tests.translators.servers.serving import serving

GB = 1769 / 1024
WORDS = (300, 600, 1500)
ENGINES = ("firefox", "amazon", "deepl", "microsoft")
TARGETS = ("pt", "es")
_BATCHES = {"BatchWriteItem": "RequestItems", "BatchGetItem": "RequestItems"}


class Prices(Struct):
    """bench/costs.toml."""

    each: dict[str, float]
    month: dict[str, float]
    seconds: dict[str, float]


class Run(Struct):
    """What one job asked of AWS, and how long the article is."""

    calls: Counter[str]
    words: int
    characters: int


class Context:
    """Of Lambda's, what the door needs."""

    aws_request_id = "bench"

    def get_remaining_time_in_millis(self) -> int:
        """Always enough."""
        return 300_000


def article(words: int, seed: int) -> str:
    """An article of about so many words, with a quotation in every fourth sentence; no two have a sentence in common."""
    lines, text, count = sentences(2000, 10_000 * (seed + 1)), ["The river report"], 0
    while count < words:
        line = next(lines)
        said = f'"{line}" said Ana Lima.' if len(text) % 4 == 0 else line
        text.append(said)
        count += len(said.split())
    return "\n\n".join(text)


def watched(calls: Counter[str]) -> None:
    """Count every call of every client that is made from now on; rows of a batch count one each."""
    import boto3

    def seen(params: Mapping[str, Any], model: Any, **_: object) -> None:  # noqa: ANN401 - botocore's own
        calls[f"{model.service_model.service_name}.{model.name}"] += _rows(
            model.name, json.loads(params["body"]) if model.name in _BATCHES else {}
        )

    boto3.setup_default_session()
    assert boto3.DEFAULT_SESSION is not None  # noqa: S101 - made by the line before
    boto3.DEFAULT_SESSION.events.register("before-call", seen)


def _rows(name: str, body: Mapping[str, Any]) -> int:
    if name not in _BATCHES:
        return 1
    asked = body[_BATCHES[name]].values()
    return sum(len(table["Keys"]) if isinstance(table, dict) else len(table) for table in asked)


def environment(cloud: Cloud) -> dict[str, str]:
    """That of the deployed function, under the owner's keys; the function itself hears nothing more."""
    there = clients.client(cloud, "lambda")
    for mapping in there.list_event_source_mappings(FunctionName=cloud.ingest_function)["EventSourceMappings"]:
        there.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False)
    set_by_stack = there.get_function_configuration(FunctionName=cloud.ingest_function)["Environment"]["Variables"]
    return {**set_by_stack, **clients.environment(cloud)}


def measured(cloud: Cloud, words: int, seed: int, calls: Counter[str]) -> Run:
    """One article through the door."""
    from functions.ingest import handler

    key, text = f"costs/{words}-{seed}.txt", article(words, seed)
    clients.client(cloud, "s3").put_object(Bucket=cloud.articles_bucket, Key=key, Body=text.encode())
    calls.clear()
    done = handler({"bucket": cloud.articles_bucket, "key": key}, Context())
    if [each["action"] for each in done] != ["done"]:
        raise SystemExit(f"the job ended otherwise: {done}")
    return Run(Counter(calls), len(text.split()), len(text))


def counted(cloud: Cloud, calls: Counter[str]) -> list[Run]:
    """Articles of each length through the door."""
    os.environ.update(environment(cloud))
    watched(calls)
    measured(cloud, 300, 99, calls)  # the first finds a cold process
    return [measured(cloud, words, seed, calls) for seed, words in enumerate(WORDS)]


def aws_part(run: Run, prices: Prices, seconds: float) -> float:
    """US dollars for one article, its notice and its message included."""
    each, total = prices.each, 0.0
    for name, count in run.calls.items():
        service, _, operation = name.partition(".")
        kind = "write" if operation.startswith(("Put", "Update", "BatchWrite")) else "read"
        unit = {"dynamodb": f"dynamodb_{kind}", "s3": "s3_get" if operation.startswith(("Get", "Head")) else "s3_put"}
        total += count * each.get(unit.get(service, service), 0.0)
    message = 3 * each["sqs"]  # sent, received, deleted: by the services, not by the job
    return total + message + each["lambda_request"] + seconds * GB * each["gb_second"] + 2e-6 * each["log_gb"]


def main() -> int:
    """Count, price, print."""
    prices = msgspec.convert(tomllib.loads((Path(__file__).parent / "costs.toml").read_text()), Prices)
    calls: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, serving(libre.speak) as server:
        settings = {"CLAIMWIRE_LIBRE_URL": server.url, "CLAIMWIRE_LIBRE_KEY": libre.KEY}
        os.environ.update(settings)
        try:
            cloud = deploy.up(
                Path(folder) / "cloud", {"Targets": ",".join(TARGETS), "Engine": "libre"}, environment=settings
            )
            runs = counted(cloud, calls)
        finally:
            deploy.down(Path(folder) / "cloud", purge=True)
    for run in runs:
        print(f"{run.words} words: " + ", ".join(f"{count} {name}" for name, count in sorted(run.calls.items())))
    print(
        f"\n| 1,000 articles into {len(TARGETS)} languages | " + " | ".join(f"{run.words} words" for run in runs) + " |"
    )
    print("|---|" + "---|" * len(runs))
    for engine in ENGINES:
        print(f"| `{engine}` | " + " | ".join(_cell(run, engine, prices) for run in runs) + " |")
    return 0


def _cell(run: Run, engine: str, prices: Prices) -> str:
    known = price(engine)
    paid = known.of(run.characters * len(TARGETS)) if known else 0.0
    pace = prices.seconds.get(engine, prices.seconds["remote"])
    own = aws_part(run, prices, 0.2 + pace * len(TARGETS) * run.words / 1000)
    return f"{1000 * own:.2f} + {1000 * paid:.2f}"


if __name__ == "__main__":
    sys.exit(main())
