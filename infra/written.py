"""A template as text: a line a resource, parameter, output, so that a difference can be read and the whole stays small.

CloudFormation takes 51,200 bytes in a request, and counts white space: indented, ours would need a bucket to be deployed from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def text(template: Mapping[str, Any]) -> str:
    """The template as JSON, the same for the same template."""
    return _block({name: _section(body) for name, body in sorted(template.items())}, "") + "\n"


def _section(body: object) -> str:
    if not isinstance(body, dict):
        return json.dumps(body)
    return _block({name: _line(each) for name, each in sorted(body.items())}, " ")


def _line(body: object) -> str:
    return json.dumps(body, separators=(",", ":"), sort_keys=True, ensure_ascii=False)


def _block(parts: Mapping[str, str], indent: str) -> str:
    lines = ",\n".join(f"{indent}{json.dumps(name)}:{part}" for name, part in parts.items())
    return f"{{\n{lines}\n{indent}}}"
