"""One contract, both translation memories: the SQLite file, and the stack's table on the local cloud's DynamoDB."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import boto3
import pytest

from bench.structure import ROOT
from claimwire.aws.memory import TableMemory
from claimwire.local import checkout, server
from claimwire.local.state import Folder
from claimwire.models import HUMAN, Key, Translated
from claimwire.ports import Memory
from claimwire.translators.memory import SqliteMemory

DAY = 86_400
ROW = Translated(text="Olá — “mundo” 🎉", engine="firefox", model="m", warnings=("a", "b"))
KEY = Key(text="Hello — “world” 🎉", source="en", target="pt", engine="firefox", model="m")


class Calendar:
    """Says which day it is, as each store asks."""

    day = 20_000

    def seconds(self) -> float:
        return float(self.day * DAY)

    def date(self) -> str:
        import datetime

        return datetime.datetime.fromtimestamp(self.seconds(), datetime.UTC).date().isoformat()


@pytest.fixture(scope="module")
def dynamodb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = Folder(tmp_path_factory.mktemp("memories") / "local")
    try:
        cloud = server.start(folder, checkout.find().ministack)
        session: Any = boto3.Session(cloud.access_key, cloud.secret_key, region_name=cloud.region)
        yield session.client("dynamodb", endpoint_url=cloud.endpoint)
    finally:
        server.stop(folder)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture(params=["sqlite", "table"])
def memory(request: pytest.FixtureRequest, tmp_path: Path, calendar: Calendar) -> Iterator[Memory]:
    if request.param == "sqlite":
        with closing(SqliteMemory(tmp_path / "memory.sqlite", calendar.date)) as opened:
            yield opened
        return
    dynamodb = request.getfixturevalue("dynamodb")
    table = json.loads((ROOT / "infra/template.json").read_text())["Resources"]["Table"]["Properties"]
    made = {name: table[name] for name in ("AttributeDefinitions", "KeySchema", "BillingMode")}
    name = tmp_path.name
    dynamodb.create_table(TableName=name, **made)
    yield TableMemory(name, dynamodb, calendar.seconds)


def test_rows_come_back_as_they_were(memory: Memory) -> None:
    memory.put({KEY: ROW})
    assert memory.get([KEY, KEY.of("other")]) == {KEY: ROW}
    assert memory.get([]) == {}
    memory.put({KEY: Translated(text="new")})
    assert memory.get([KEY])[KEY].text == "new"


@pytest.mark.parametrize("field", ["source", "target", "engine", "model", "options", "glossary", "protection", "text"])
def test_another_value_in_any_field_is_another_row(memory: Memory, field: str) -> None:
    other = Key(
        **{name: getattr(KEY, name) for name in KEY.__struct_fields__} | {field: 1 if field == "protection" else "x"}
    )
    memory.put({KEY: ROW})
    assert memory.get([other]) == {}
    memory.put({other: Translated(text="other")})
    assert memory.get([KEY, other]) == {KEY: ROW, other: Translated(text="other")}


def test_more_rows_than_one_call_holds(memory: Memory) -> None:
    rows = {KEY.of(f"key {number}"): Translated(text=f"texto {number} ç") for number in range(230)}
    memory.put(rows)
    assert memory.get([*rows, KEY, KEY.of("key 1")]) == rows
    assert {each.text: each.row for each in memory.rows()} == {key.text: row for key, row in rows.items()}
    assert memory.forget([key.segment for key in rows]) == 230
    assert list(memory.rows()) == []


def test_a_forgotten_text_is_gone_under_every_key_and_no_other_is(memory: Memory) -> None:
    others = [
        Key(text=KEY.text, source="en", target=code, engine=engine)
        for code in ("pt", "es")
        for engine in ("deepl", HUMAN)
    ]
    kept = KEY.of("another text")
    memory.put(dict.fromkeys([KEY, *others, kept], ROW))
    assert memory.forget([KEY.segment, KEY.of("never seen").segment]) == 5
    assert memory.get([KEY, *others, kept]) == {kept: ROW}
    assert memory.forget([KEY.segment]) == 0


def test_rows_expire_by_their_last_use_and_people_s_own_never(memory: Memory, calendar: Calendar) -> None:
    used, left, written = KEY.of("used"), KEY.of("left"), Key(text="left", source="en", target="pt", engine=HUMAN)
    memory.put(dict.fromkeys([used, left, written], ROW))
    calendar.day += 60
    memory.get([used])
    calendar.day += 20
    assert memory.expire(30) == 1
    assert set(memory.get([used, left, written])) == {used, written}
    assert memory.expire(30) == 0


def test_what_is_listed_says_when_it_was_used(memory: Memory, calendar: Calendar) -> None:
    memory.put({KEY: ROW})
    calendar.day += 3
    memory.get([KEY])
    (row,) = memory.rows()
    assert (row.text, row.source, row.target, row.row, row.used) == (KEY.text, "en", "pt", ROW, calendar.date())


def test_the_epoch_counts_corrections(memory: Memory) -> None:
    assert memory.epoch() == 0
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: memory.advance(), range(20)))
    assert memory.epoch() == 20


def test_a_month_s_money_is_counted_once_and_never_over_the_cap(memory: Memory, calendar: Calendar) -> None:
    assert memory.spent() == 0.0
    assert not memory.spend(2.0, 1.0)
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda _: memory.spend(0.1, 1.0), range(24)))
    assert taken.count(True) == 10
    assert memory.spent() == 1.0
    assert memory.spend(-0.4, 0.0)
    assert memory.spend(0.4, 1.0)
    assert not memory.spend(0.000001, 1.0)
    calendar.day += 31
    assert memory.spent() == 0.0
    assert memory.spend(1.0, 1.0)


def test_threads_write_and_read_at_once(memory: Memory) -> None:
    keys = [KEY.of(str(number)) for number in range(100)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda key: memory.put({key: Translated(text=key.text)}), keys))
        found = list(pool.map(lambda key: memory.get([key])[key].text, keys))
    assert found == [key.text for key in keys]


def test_a_row_of_the_table_is_refreshed_once_a_day_and_not_brought_back(dynamodb: Any, tmp_path: Path) -> None:
    calendar, name = Calendar(), tmp_path.name
    definitions = [{"AttributeName": each, "AttributeType": "S"} for each in ("pk", "sk")]
    schema = [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}]
    dynamodb.create_table(
        TableName=name, AttributeDefinitions=definitions, KeySchema=schema, BillingMode="PAY_PER_REQUEST"
    )
    memory = TableMemory(name, dynamodb, calendar.seconds)
    asked: list[str] = []
    dynamodb.meta.events.register("before-call.dynamodb", lambda model, **_: asked.append(model.name))
    memory.put({KEY: ROW})
    for day, refreshed in ((0, 0), (0, 0), (1, 1), (0, 0), (5, 1)):
        calendar.day += day
        asked.clear()
        memory.get([KEY])
        assert asked == ["BatchGetItem"] + ["UpdateItem"] * refreshed
    item: Any = dynamodb.scan(TableName=name)["Items"][0]
    assert int(item["expires"]["N"]) == calendar.seconds() + TableMemory.KEPT
    memory.forget([KEY.segment])
    calendar.day += 5
    memory._touch(item)
    assert list(memory.rows()) == []
