"""Settings -> adapters and engines: the only place that knows which ones are real."""

from __future__ import annotations

import functools
import os
import secrets
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from claimwire import capabilities, layout, prefixes, settings
from claimwire.claims import ORDERS, ranker
from claimwire.detectors import DETECTORS
from claimwire.directory import FolderStore, FolderTopic
from claimwire.errors import BadSetting
from claimwire.glossaries import Glossaries
from claimwire.ledger import SqliteLedger
from claimwire.ports import Engine, Memory
from claimwire.readers.furniture.extra import load_extra
from claimwire.task import Job
from claimwire.translators import ENGINES, Factory, build
from claimwire.translators.apertium import Apertium
from claimwire.translators.firefox import Firefox
from claimwire.translators.glossary import Glossary
from claimwire.translators.glossary_file import load_glossary
from claimwire.translators.memory import SqliteMemory
from claimwire.translators.options import configured, setting

if TYPE_CHECKING:
    from claimwire.aws.store import Bucket

Env = Mapping[str, str]


def folder_job(
    sources: FolderStore,
    out: Path,
    wanted: settings.Settings,
    memory: Path | None = None,
    base_url: str | None = None,
    furniture: Path | None = None,
    env: Mapping[str, str] = {},
    glossary: Path | None = None,
) -> Job:
    """The job on a folder: results, notices and ledger under ``out``, the translation memory where told (None: no memory).

    Without ``base_url`` the notices link to the files themselves; with it, they carry capability links under keys kept in ``out``.
    ``furniture`` is a file of the user's own rules, ``glossary`` one of their own words; ``env`` holds the settings of engines.
    """
    rules, results = load_extra(furniture) if furniture else None, FolderStore(out, "results")
    wanted = msgspec.structs.replace(_known(wanted), furniture=rules.identity if rules else "")
    kept = SqliteMemory(memory) if memory else None
    link, relative = _folder_links(out, base_url)
    return Job(
        sources=sources,
        results=results,
        topic=FolderTopic(results),
        ledger=SqliteLedger(out / ".claimwire" / "ledger.sqlite"),
        chain=build(
            wanted.engine,
            kept,
            engines({"CLAIMWIRE_FIREFOX_WORKERS": str(_cores()), **env}),
            load_glossary(glossary) if glossary else Glossary(),
        ),
        settings=_corrected(wanted, kept),
        link=link,
        relative_link=relative,
        rules=rules,
    )


def cloud_job(env: Env) -> Job:
    """The job of a deployed stack, from the environment of its function."""
    from claimwire.aws import bus
    from claimwire.aws.clients import client
    from claimwire.aws.memory import TableMemory
    from claimwire.aws.secret import with_secret
    from claimwire.aws.store import Bucket
    from claimwire.aws.table import TableLedger

    wanted, keys, results = _known(settings.from_mapping(env), settings.blaming), link_keys(env), results_bucket(env)
    memory = TableMemory(required(env, "CLAIMWIRE_TABLE"), client("dynamodb"))
    with settings.blaming("CLAIMWIRE_ENGINE"):
        chain = build(wanted.engine, memory, engines(with_secret(env, client("secretsmanager"))))
    return Job(
        sources=Bucket(required(env, "CLAIMWIRE_ARTICLES_BUCKET"), client("s3")),
        results=results,
        topic=bus.topic(required(env, "CLAIMWIRE_TOPIC_ARN"), env.get("CLAIMWIRE_EVENT_BUS", "")),
        ledger=TableLedger(required(env, "CLAIMWIRE_TABLE"), client("dynamodb")),
        chain=chain,
        settings=_corrected(wanted, memory),
        link=capabilities.links(keys, required(env, "CLAIMWIRE_BASE_URL")),
        relative_link=capabilities.relative_links(keys),
        copies_once=env.get("CLAIMWIRE_COPIES_ONCE") == "true",
        glossaries=Glossaries(results),
        prefixes=prefixes.parsed(env.get(prefixes.NAME, ""), wanted),
    )


def engines(env: Env) -> dict[str, Factory]:
    """Every engine that there is, with its own settings (``CLAIMWIRE_<ENGINE>_<OPTION>``)."""
    made: dict[str, Factory] = {
        name: functools.partial(configured, name, maker, env) for name, maker in ENGINES.items()
    }
    ours: dict[str, Factory] = {
        "amazon": functools.partial(_amazon, env),
        "apertium": lambda: Apertium(neural=_firefox(env)),
        "firefox": functools.partial(_firefox, env),
    }
    return made | ours


def _firefox(env: Env) -> Engine:
    from claimwire.aws.models import ShelvedFirefox, is_url

    return configured("firefox", ShelvedFirefox if is_url(env.get(setting("firefox", "models"), "")) else Firefox, env)


def _amazon(env: Env) -> Engine:
    from claimwire.aws.translate import Amazon

    return configured("amazon", Amazon, env)


def results_bucket(env: Env) -> Bucket:
    """The results bucket of a deployed stack."""
    from claimwire.aws.clients import client
    from claimwire.aws.store import Bucket

    return Bucket(required(env, "CLAIMWIRE_RESULTS_BUCKET"), client("s3"))


def link_keys(env: Env) -> capabilities.Keys:
    """The link keys of a deployed stack, from its secret."""
    from claimwire.aws.clients import client

    answer = client("secretsmanager").get_secret_value(SecretId=required(env, "CLAIMWIRE_LINK_SECRET_ARN"))
    return capabilities.load_keys(answer["SecretString"])


def required(env: Env, name: str) -> str:
    """A setting that the template gives every function; raises BadSetting where it is missing."""
    value = env.get(name, "")
    if not value:
        raise BadSetting(f"the environment lacks {name}: deploy the stack from infra/template.json, which sets it")
    return value


def _cores() -> int:
    """Processors that this process may use; more than eight models at once are asked for by name."""
    return min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _known(
    wanted: settings.Settings, blaming: Callable[[str], AbstractContextManager[object]] = nullcontext
) -> settings.Settings:
    """The settings again, once their names are known to name something; engines are checked where their chain is built."""
    with blaming("CLAIMWIRE_RANKER"):
        ranker(wanted.ranker)
    tables = (
        ("order", wanted.order, ORDERS),
        ("detector", wanted.detector, DETECTORS),
    )
    for kind, name, table in tables:
        with blaming(f"CLAIMWIRE_{kind.upper()}"):
            if name not in table:
                raise BadSetting(f"unknown {kind} {name!r}: choose one of {', '.join(table)}")
    return wanted


def _corrected(wanted: settings.Settings, memory: Memory | None) -> settings.Settings:
    """A person's correction raises the epoch: what was made before it is made anew, and comes after it."""
    return msgspec.structs.replace(wanted, epoch=wanted.epoch + (memory.epoch() if memory else 0))


def _folder_links(out: Path, base_url: str | None) -> tuple[capabilities.Links, capabilities.Links]:
    if base_url:
        keys = _folder_keys(out / ".claimwire" / "keys.json")
        return capabilities.links(keys, base_url), capabilities.relative_links(keys)
    root = out.resolve()
    return (
        lambda article, version, file: (root / layout.file_key(article, version, file)).as_uri(),
        lambda _article, version, file: f"../{version}/{file}",
    )


def _folder_keys(path: Path) -> capabilities.Keys:
    """Made once and kept, readable by their owner alone: links minted today must open next year."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(msgspec.json.encode({"current": "k1", "k1": secrets.token_urlsafe(48)}))
    return capabilities.load_keys(path.read_text())
