"""Compile serverless.yml to infra/template.json, which CloudFormation deploys alone: ``python -m infra.compile [--check]``.

The framework's template loads code from a bucket that the same stack makes, under a key with a time stamp. Ours takes bucket
and key as parameters, exports nothing, and is the same text on every machine.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from infra import node, written

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "infra/template.json"
RULES = ROOT / "infra/rules.json"  # the framework does not know this part of a template
Template = dict[str, Any]

CODE_PARAMETERS = {
    "CodeBucket": {
        "Type": "String",
        "Description": "The bucket that holds the zip made by infra/build.py.",
        "AllowedPattern": "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
        "ConstraintDescription": "the name of a bucket in this stack's region",
    },
    "CodeKey": {
        "Type": "String",
        "Description": "The key of the zip; a new key is how new code is deployed.",
        "AllowedPattern": ".+\\.zip",
        "ConstraintDescription": "the key of an object that ends in .zip",
    },
}


def packaged() -> Template:
    """The template as the framework makes it, offline and without anybody's credentials."""
    node.install()
    with tempfile.TemporaryDirectory() as folder:
        service = Path(folder)
        (service / "infra").mkdir()
        (service / ".build").mkdir()
        shutil.copy(ROOT / "serverless.yml", service)
        for piece in (ROOT / "infra").glob("*.yml"):
            shutil.copy(piece, service / "infra")
        with zipfile.ZipFile(service / ".build/aws-x86_64.zip", "w") as artefact:  # the code itself is not looked at
            artefact.writestr("empty", "")
        dummy = {"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "SLS_NOTIFICATIONS_MODE": "off"}
        environment = {"HOME": folder, "PATH": os.defpath, **dummy}
        command = [*node.commands()[0], str(node.OSLS), "package"]
        run = subprocess.run(command, cwd=service, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - fixed
        if run.returncode:
            raise SystemExit(f"osls package failed:\n{run.stdout}{run.stderr}")
        made: Template = json.loads((service / ".serverless/cloudformation-template-update-stack.json").read_text())
    return made


def adapted(template: Template) -> Template:
    """The same stack without the framework's bucket, time stamps and exports."""
    resources = {
        name: body for name, body in template["Resources"].items() if not name.startswith("ServerlessDeployment")
    }
    for body in resources.values():
        if body["Type"] == "AWS::Lambda::Function":
            body["Properties"]["Code"] = {"S3Bucket": {"Ref": "CodeBucket"}, "S3Key": {"Ref": "CodeKey"}}
            body["DependsOn"] = [
                name for name in body["DependsOn"] if not name.endswith("Role")
            ]  # its Role says so already
        if body["Type"] == "AWS::ApiGatewayV2::Route":
            del body["DependsOn"]  # its Target says so already
    return {
        **template,
        "Description": "claimwire: who claims what, in every language you read",
        "Parameters": {**template["Parameters"], **CODE_PARAMETERS},
        "Rules": json.loads(RULES.read_text()),
        "Resources": resources,
        "Outputs": {name: body for name, body in template["Outputs"].items() if "Export" not in body},
    }


def compiled() -> str:
    """The text that infra/template.json should have."""
    return written.text(adapted(packaged()))


def main() -> int:
    """Write the template, or with ``--check`` say how the committed one differs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit 1 with a diff where the template is stale"
    )
    arguments = parser.parse_args()
    text = compiled()
    if not arguments.check:
        TEMPLATE.write_text(text)
        return 0
    old = TEMPLATE.read_text() if TEMPLATE.is_file() else ""
    sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), text.splitlines(True), "committed", "compiled"))
    return int(old != text)


if __name__ == "__main__":
    raise SystemExit(main())
