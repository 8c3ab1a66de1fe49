"""The state machine of backfills in the compiled template: what it says, and that cfn-lint would find what is wrong with it."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from infra.compile import TEMPLATE

WHOLE: dict[str, Any] = json.loads(TEMPLATE.read_text())
RESOURCES: dict[str, Any] = WHOLE["Resources"]
MACHINE = RESOURCES["BackfillMachine"]["Properties"]
STATES: dict[str, Any] = MACHINE["Definition"]["States"]
MAPS = [state for state in STATES.values() if state["Type"] == "Map"]


def linted(path: Path, change: Callable[[dict[str, Any]], object]) -> str:
    """What cfn-lint says of the machine and what it needs, with a change in its definition."""
    template = copy.deepcopy(WHOLE)
    change(template["Resources"]["BackfillMachine"]["Properties"]["Definition"])
    path.write_text(json.dumps(template))
    command = [str(Path(sys.executable).parent / "cfn-lint"), "--include-checks", "E3601", "--", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


FAULTS: list[Callable[[dict[str, Any]], object]] = [
    lambda definition: definition.pop("StartAt"),
    lambda definition: definition["States"]["Each under the prefix"].update(Type="Maps"),
    lambda definition: definition["States"]["Each under the prefix"].pop("ItemProcessor"),
]


@pytest.mark.parametrize("fault", FAULTS)
def test_cfn_lint_reads_the_definition(tmp_path: Path, fault: Callable[[dict[str, Any]], object]) -> None:
    assert "E3601" in linted(tmp_path / "template.json", fault)


def test_every_state_is_reached_and_every_way_leads_somewhere() -> None:
    for states, start in [(STATES, MACHINE["Definition"]["StartAt"])] + [
        (each["ItemProcessor"]["States"], each["ItemProcessor"]["StartAt"]) for each in MAPS
    ]:
        reached, ahead = set[str](), [start]
        while ahead:
            name = ahead.pop()
            if name not in reached:
                reached.add(name)
                state = states[name]
                ahead += [state[key] for key in ("Next", "Default") if key in state]
                ahead += [choice["Next"] for choice in state.get("Choices", [])]
        assert reached == set(states)


def test_both_maps_are_throttled_batched_retried_by_chance_and_write_what_came_of_it() -> None:
    assert len(MAPS) == 2
    for each in MAPS:
        assert each["ItemProcessor"]["ProcessorConfig"] == {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}
        assert each["MaxConcurrency"] == 5
        assert each["ItemBatcher"]["MaxItemsPerBatch"] == 100
        assert 0 < each["ToleratedFailurePercentage"] < 100
        assert each["ResultWriter"]["Parameters"] == {"Bucket": "${Results}", "Prefix": "backfill/runs"}
        [retry] = each["ItemProcessor"]["States"]["Send"]["Retry"]
        assert (retry["ErrorEquals"], retry["JitterStrategy"]) == (["States.ALL"], "FULL")
    readers = [each["ItemReader"]["Resource"].rpartition(":::")[2] for each in MAPS]
    assert readers == ["s3:getObject", "s3:listObjectsV2"]


def test_what_the_definition_names_is_what_its_role_may_use() -> None:
    named = MACHINE["DefinitionSubstitutions"]
    assert named["Articles"] == {"Ref": "ArticlesBucket"}
    assert named["Results"] == {"Ref": "ResultsBucket"}
    assert named["Function"] == {"Fn::GetAtt": ["BackfillLambdaFunction", "Arn"]}
    [policy] = RESOURCES["BackfillMachineRole"]["Properties"]["Policies"]
    rights = {one["Sid"]: one["Resource"] for one in policy["PolicyDocument"]["Statement"]}
    assert rights["ListArticles"] == {"Fn::GetAtt": ["ArticlesBucket", "Arn"]}
    assert rights["ReadLists"] == rights["WriteWhatCameOfIt"] == {"Fn::Sub": "${ResultsBucket.Arn}/backfill/*"}
    assert rights["AskTheFunction"] == named["Function"]
    for name, kind in {"StartBatches": "stateMachine", "WatchBatches": "execution"}.items():
        assert f":{kind}:{MACHINE['StateMachineName']['Fn::Sub']}" in rights[name]["Fn::Sub"]


def test_archives_wait_apart_from_fresh_uploads() -> None:
    queues = {
        body["Properties"]["EventSourceArn"]["Fn::GetAtt"][0]: body["Properties"]["ScalingConfig"]["MaximumConcurrency"]
        for body in RESOURCES.values()
        if body["Type"] == "AWS::Lambda::EventSourceMapping"
    }
    assert queues["UploadsQueue"] == {"Fn::FindInMap": ["Scales", {"Ref": "Scale"}, "Jobs"]}
    assert queues["BackfillQueue"] == {"Fn::FindInMap": ["Scales", {"Ref": "BackfillScale"}, "Jobs"]}
    assert WHOLE["Parameters"]["BackfillScale"]["Default"] == "small"
    redrive = RESOURCES["BackfillQueue"]["Properties"]["RedrivePolicy"]
    assert redrive == RESOURCES["UploadsQueue"]["Properties"]["RedrivePolicy"]
