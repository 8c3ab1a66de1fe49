"""A folder of articles to one table of claims: ``python examples/folder_to_table.py examples/wire pt > claims.csv``."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import claimwire
from claimwire.models import Claim, Digest

COLUMNS = ("article", "language", "speaker", "kind", "stance", "text", "translation", "start", "end")


def rows(name: str, digest: Digest) -> Iterator[tuple[str, ...]]:
    """One row a claim; ``article[start:end]`` in the digest's text is the claim, word for word."""
    for claim in digest.summary.claims if digest.summary else ():
        language = digest.language.code if digest.language else "und"
        speaker = (claim.speaker.name or claim.speaker).text if claim.speaker else ""
        place = (str(claim.start), str(claim.end))
        yield (name, language, speaker, claim.kind, claim.stance, claim.text, translated(claim, digest), *place)


def translated(claim: Claim, digest: Digest) -> str:
    """The claim in the first target language; an article in that language already is its own translation."""
    translation = digest.translations[0]
    if translation.status == "source":
        return claim.text
    first, end = claim.sentences
    return " ".join(segment.text for segment in translation.segments[first:end] if segment)


def write(folder: Path, target: str) -> None:
    """The table on standard output; what cannot be read is named on standard error, and the rest goes on."""
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(COLUMNS)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            digest = claimwire.process(path.read_bytes(), path.name, [target])
        except claimwire.Refused as refusal:
            print(f"{path.name}: {refusal}", file=sys.stderr)
        else:
            table.writerows(rows(path.name, digest))


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2])
