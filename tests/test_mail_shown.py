"""The e-mail as it is read at 72 columns, in three languages: golden texts in mails/ (``python -m tests.test_mail_shown`` writes them)."""

from __future__ import annotations

from pathlib import Path

import pytest
import wcwidth
from msgspec.structs import replace

from claimwire import capabilities, linkkeys, notices, pipeline, render
from claimwire.aws import mail
from claimwire.models import Notice
from claimwire.pointer import Pointer
from claimwire.translators.chain import Chain
from tests.doubles import Phrasebook
from tests.samples import EXAMPLES, SAMPLES

MAILS = Path(__file__).with_name("mails")
LINK = capabilities.links(linkkeys.Keys("k1", {"k1": b"-" * 64}), "https://claims.example.org")
ISOLATES, LEFT = ("\u2068", "\u2069"), "\u200e"


def notice(code: str) -> Notice:
    """What is announced of a sample, without a translation."""
    file = SAMPLES[code]
    target = {"zh": "zh-Hans"}.get(code, code)
    data = (EXAMPLES / file).read_bytes()
    digest = pipeline.process(data, f"wire/{file}", [target], engine=Chain([Phrasebook()]), claims=3)
    pointer = Pointer(article_id=digest.article_id, version=digest.version, event="digest.ready", order="", epoch=0)
    return notices.of_digest(replace(digest, files=render.names(digest)), pointer, LINK)


def shown(code: str) -> str:
    told = notice(code)
    return f"Subject: {mail.subject(told)}\n\n{mail.body(told)}"


@pytest.mark.parametrize("code", ["en", "ar", "zh"])
def test_a_mail_is_what_it_was(code: str) -> None:
    assert shown(code) == (MAILS / f"{code}.txt").read_text("utf-8")


@pytest.mark.parametrize("code", ["en", "ar", "zh"])
def test_lines_are_at_most_72_columns_and_hold_their_direction(code: str) -> None:
    told = notice(code)
    lines = mail.body(told).splitlines()
    assert max(wcwidth.width(line) for line in lines if "https://" not in line) <= 72
    assert any(wcwidth.width(line) > 60 for line in lines)
    assert all(line.count(ISOLATES[0]) == line.count(ISOLATES[1]) for line in lines)
    assert any(line.startswith(LEFT) for line in lines) == (code == "ar")
    text = "".join(mail.body(told).split()).translate(dict.fromkeys(map(ord, "".join(ISOLATES) + LEFT)))
    assert all("".join(claim.split()) in text for claim in told.claims)


def test_a_url_stays_whole_wherever_it_stands() -> None:
    url = "https://news.example/" + "x" * 90
    for words in (f"See ({url}), they said.", f"市长表示{url} 新大桥将在五月向公众开放。", f"قال {url} ذلك"):
        body = mail.body(replace(notice("en"), claims=(words,), attributions=("Ana Lima (quoted)",)))
        assert sum(url in line for line in body.splitlines()) == 1


def main() -> None:
    """Write the golden texts anew."""
    MAILS.mkdir(exist_ok=True)
    for code in ("en", "ar", "zh"):
        (MAILS / f"{code}.txt").write_text(shown(code), "utf-8")


if __name__ == "__main__":
    main()
