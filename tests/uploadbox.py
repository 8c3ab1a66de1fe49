"""The upload page as people use it: cards and their states; and a form posted to the store without any page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page, expect

from bench.structure import ROOT
from claimwire.layout import UPLOADS
from claimwire.local.state import Cloud
from tests.cloud import PATIENCE, Answer, aws, get

ENDS = "ready", "refused", "failed", "deleted", "stopped"

# What a browser does when somebody drops or pastes files; the files are made where they are dropped.
_GIVE = """([kind, files]) => {
  const carried = new DataTransfer();
  for (const [name, text] of files) carried.items.add(new File([text], name));
  const how = { bubbles: true, cancelable: true };
  const event = kind === "paste" ? new ClipboardEvent(kind, { ...how, clipboardData: carried })
    : new DragEvent(kind, { ...how, dataTransfer: carried });
  document.querySelector("h1").dispatchEvent(event);
}"""


def claimwire(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command as a user types it."""
    command = [sys.executable, "-m", "claimwire", *arguments]
    given = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=given, check=False, timeout=300)


def give(page: Page, kind: str, *files: tuple[str, str]) -> None:
    """Drop or paste files on the page."""
    page.evaluate(_GIVE, [kind, files])


def state(page: Page, name: str) -> str:
    """The state of a card, once it is a last one."""
    card = page.locator(".card", has=page.get_by_role("heading", name=name, exact=True))
    ends = ", ".join(f"[data-state={end}]" for end in ENDS)
    expect(card.and_(page.locator(ends))).to_be_visible(timeout=PATIENCE * 1000)
    return str(card.get_attribute("data-state"))


def keys(cloud: Cloud) -> list[str]:
    """What has come through the page."""
    found = aws(cloud, "s3").list_objects_v2(Bucket=cloud.articles_bucket, Prefix=UPLOADS).get("Contents", [])
    return [item["Key"] for item in found]


def ticket(page_url: str, **wanted: object) -> dict[str, Any]:
    """What the page's own script asks for."""
    body = json.dumps({"name": "a.txt", "size": 9} | wanted).encode()
    answer = get(page_url, {"content-type": "application/json"}, body=body)
    assert answer.status == 201, answer.body
    found: dict[str, Any] = json.loads(answer.body)
    return found


def post(url: str, fields: Mapping[str, str], data: bytes, origin: str = "") -> Answer:
    """A form as a browser sends it, the file last."""
    mark = uuid.uuid4().hex
    named = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n' for name, text in fields.items()
    ]
    head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n'
    body = "".join(named).encode() + head.encode() + data + f"\r\n--{mark}--\r\n".encode()
    headers = {"content-type": f"multipart/form-data; boundary={mark}", **({"origin": origin} if origin else {})}
    return get(url, headers, body=body)
