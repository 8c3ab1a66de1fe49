"""A stack by osls, in a folder that holds what a checkout has: serverless.yml, its pieces, and the zip."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from bench.structure import ROOT
from claimwire.local import checkout, clients, package
from claimwire.local.state import Cloud
from infra import node
from tests import stacks

STAGE = "bench"


class Osls:
    """`osls deploy` and `osls remove` against the local cloud."""

    stack = f"claimwire-{STAGE}"

    def __init__(self, cloud: Cloud, folder: Path) -> None:
        node.install()
        self.cloud, self.folder = cloud, folder
        (folder / "infra").mkdir(parents=True)
        (folder / ".build").mkdir()
        shutil.copy(ROOT / "serverless.yml", folder)
        for piece in (ROOT / "infra").glob("*.yml"):
            shutil.copy(piece, folder / "infra")
        self.zip = folder / ".build/aws-x86_64.zip"  # this machine's build, as its processor runs it
        shutil.copy(package.host(checkout.find()), self.zip)

    def deploy(self, days: int, *, fresh: bool) -> Cloud:
        """A zip of other content is new code."""
        if fresh:
            with zipfile.ZipFile(self.zip, "a") as archive:
                archive.writestr("fresh.txt", "fresh")
        values = {"RequireTls": "false", "Scale": "small", "Targets": "pt", "LogDays": str(days)}
        chosen = [{"ParameterKey": key, "ParameterValue": value} for key, value in values.items()]
        (self.folder / f"parameters.{STAGE}.yml").write_text(json.dumps(chosen))  # JSON is YAML
        self._run("deploy")
        return stacks.of(self.cloud, stacks.outputs(self.cloud, self.stack))

    def remove(self) -> None:
        """The framework's bucket goes, too."""
        self._run("remove")

    def _run(self, command: str) -> None:
        own = {"HOME": str(self.folder), "PATH": os.defpath, "SLS_NOTIFICATIONS_MODE": "off"}
        line = [*node.commands()[0], str(node.OSLS), command, "--stage", STAGE, "--region", self.cloud.region]
        environment = own | clients.environment(self.cloud)
        run = subprocess.run(line, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)
        if run.returncode:
            raise SystemExit(f"osls {command} failed:\n{run.stdout}{run.stderr}")
