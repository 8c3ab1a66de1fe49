"""docs/openapi.yml against the results function, by schemathesis, with live capabilities handed in by a hook."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
import schemathesis
import yaml
from schemathesis import Case, HookContext
from schemathesis.specs.openapi.checks import ignored_auth

from bench.structure import ROOT
from claimwire import capabilities, layout
from claimwire.index import Entry, Said
from claimwire.models import Notice
from claimwire.web import routes
from claimwire.web.status import Standing
from claimwire.web.uploads.tickets import Ticket, Wanted
from tests.house import KEYS, STORY, House, request
from tests.inboxes import inbox
from tests.wsgi import Gateway

DESCRIBED = ROOT / "docs" / "openapi.yml"
RAW: dict[str, Any] = yaml.safe_load(DESCRIBED.read_text())
OPERATIONS: dict[str, dict[str, Any]] = {
    f"{method.upper()} {path}": route[method]
    for path, route in RAW["paths"].items()
    for method in ("get", "post")
    if method in route
}
PURPOSES = {
    "getLatest": (capabilities.LATEST, ("article",)),
    "getList": (capabilities.LIST, ("language", "")),
    "getFeed": (capabilities.FEED, ("language", "")),
    "getListPage": (capabilities.LIST, ("language", "")),
    "getSpeakersPage": (capabilities.LIST, ("language", "")),
    "getStatus": (capabilities.LATEST, ("article",)),
    "getUploadPage": (capabilities.UPLOAD, ("folder",)),
    "postTicket": (capabilities.UPLOAD, ("folder",)),
}
answered: Counter[tuple[str, int]] = Counter()
live: dict[str, str] = {}
gateway = Gateway(DESCRIBED)
schema = schemathesis.openapi.from_wsgi("/openapi.yml", gateway)
# A well-formed Accept may name a form that there is not; a ticket may be asked for a file or a language that nobody reads here.
schema.config.checks.positive_data_acceptance.expected_statuses.extend(["406", "415", "422"])
_turn = itertools.count()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House(tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="module")
def notice(house: House) -> Notice:
    for number in range(3):
        house.upload(STORY + b" The bridge has %d arches." % number, f"{number}.txt")
    return house.upload()


@pytest.fixture(scope="module", autouse=True)
def served(house: House, notice: Notice) -> None:
    """Behind the gateway stands the house, and what is live in it is known to the hook."""
    gateway.door = msgspec.structs.replace(house.door, inbox=inbox(reads=True))
    live.update(article=notice.article_id, version=notice.version, language="pt", folder="desk")


@schemathesis.hook
def before_call(context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
    """Well-formed requests: every other one for what is there; all with the capability that opens what they name."""
    if case.meta is None or case.meta.generation.mode.is_positive:
        if next(_turn) % 2:
            case.path_parameters.update({name: live[name] for name in case.path_parameters})
            case.query.pop("after", None)
            if isinstance(case.body, dict):
                case.body |= {"name": "story.html", "targets": ["pt"]}
        _hand_in(case)


def _hand_in(case: Case[Any]) -> None:
    names = {str(name): str(value) for name, value in case.path_parameters.items()}
    operation = case.operation.definition.raw["operationId"]
    purpose, wanted = PURPOSES.get(operation, (capabilities.READ, ()))
    if purpose == capabilities.READ:
        file = case.operation.path.rpartition("/")[2].replace("{language}", names.get("language", ""))
        case.query["k"] = capabilities.mint(KEYS, names["article"], names["version"], file)
    else:
        names["folder"] = f"{names.get('folder', '')}/"
        case.query["k"] = capabilities.mint(KEYS, *(names.get(name, "") for name in wanted), purpose=purpose)


def _described(operation: str) -> Callable[[Case[Any]], None]:
    """The test of one operation, by its id."""

    def test(case: Case[Any]) -> None:
        # Not that check: it wants 401 or 403, and a stranger shall not learn that there is something to open.
        response = case.call_and_validate(excluded_checks=[ignored_auth])
        answered[case.operation.label, response.status_code] += 1
        if response.status_code in (200, 304, 400, 406):
            _strangers_are_told_nothing(str(response.request.url), dict(response.request.headers))

    found: Callable[[Case[Any]], None] = schema.include(operation_id=operation).parametrize()(test)
    return found


# A test an operation, each under a name of its own: xdist runs one of several with one name.
globals().update({f"test_{each['operationId']}": _described(each["operationId"]) for each in OPERATIONS.values()})


def _strangers_are_told_nothing(url: str, headers: dict[str, str]) -> None:
    """The same request without the capability, and with another's, gets the answer of what is not there."""
    known, nothing = request(url), routes.answer(gateway.door, request("/v1/nothing"))
    for k in ("", capabilities.mint(KEYS, "e" * 32, purpose=capabilities.LATEST)):
        asked = msgspec.structs.replace(known, query={**known.query, "k": k}, headers=headers)
        assert routes.answer(gateway.door, asked) == nothing


def test_every_route_was_answered_well_and_badly() -> None:
    """Runs after those above, in the same process (--dist loadfile)."""
    routes = {*OPERATIONS}
    assert {label for label, status in answered if status in (200, 201)} == routes
    assert {label for label, status in answered if status == 404} == routes
    assert not [each for each in answered if each[1] >= 500]


def test_what_is_described_of_a_list_is_what_there_is() -> None:
    described = RAW["components"]["schemas"]
    assert {*described["Item"]["properties"]} == {*Entry.__struct_fields__, "urls", "latest"}
    assert {*described["Said"]["properties"]} == {*Said.__struct_fields__}
    for name, made in (("Wanted", Wanted), ("Ticket", Ticket), ("Standing", Standing)):
        assert {*described[name]["properties"]} == {*made.__struct_fields__}


@pytest.mark.parametrize("name", ["article", "version", "language"])
def test_names_have_the_grammar_of_the_code(name: str) -> None:
    pattern = RAW["components"]["parameters"][name]["schema"]["pattern"]
    form = {"article": layout.ARTICLE_ID, "version": layout.VERSION, "language": layout.LANGUAGE}[name]
    assert pattern.strip("^$").strip("()").replace("(?:", "(") == form.pattern.strip("()").replace("(?:", "(")


def test_the_description_needs_nothing_from_elsewhere() -> None:
    assert "$ref: http" not in DESCRIBED.read_text()
    assert Path(DESCRIBED).with_name("digest.schema.json").is_file()
