"""The functions of a local cloud with their dependencies unpacked once, so that a new worker costs a second and not five."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from claimwire.local import checkout, package
from claimwire.local.clients import client
from claimwire.local.state import Cloud

OWN = ("claimwire/", "functions/")


def thinned(cloud: Cloud, shared: Path) -> None:
    """Deploy our own code alone; the rest lies in ``shared``, which the workers have on their PYTHONPATH."""
    own = io.BytesIO()
    with zipfile.ZipFile(package.host(checkout.find())) as whole, zipfile.ZipFile(own, "w") as thin:
        for name in whole.namelist():
            if name.startswith(OWN):
                thin.writestr(name, whole.read(name))
        whole.extractall(shared, [name for name in whole.namelist() if not name.startswith(OWN)])
    functions = client(cloud, "lambda")
    for function in functions.list_functions()["Functions"]:
        functions.update_function_code(FunctionName=function["FunctionName"], ZipFile=own.getvalue())
