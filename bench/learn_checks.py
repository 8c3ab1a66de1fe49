"""Learns what the checks of translations know of languages: ``python -m bench.learn_checks --data DIR``.

Writes lengths.toml and words.json beside them, from the dev rows of NTREX and FLORES. ``--half`` learns from every second document of
NTREX, to see on the others how it carries over.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench import detection_sets
from bench.rows import rows
from claimwire import codes
from claimwire.translators.checks.words import units

FOLDER = Path(__file__).parents[1] / "claimwire" / "translators" / "checks"
WORDS = """ar bg bn ca cs da de el es et fa fi fr gl he hi hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk sl sv sw th tr uk ur vi zh"""
FLORES = "pt es ca gl fr it ro de nl pl ru uk"
_COMMON = 0.12  # part of the sentences from which a word tells nothing
_OFTEN, _DICE = 4, 0.4
_CLEAR = 40  # letters from which a sentence's length tells
HEAD = """# Logarithms: how long a text is beside the English one in characters (median), learned on NTREX dev (828 sentences
# in 128 languages) and FLORES dev (997 in 12) by bench/learn_checks.py. A sentence's spread about that is
# hypot(spread, short / sqrt(characters)); so many times as much in a `wide` language.
spread = 0.115
short = 1.0
"""

Sentences = list[tuple[str, str]]


def sentences(data: Path, *, half: bool) -> dict[str, Sentences]:
    """English and the other, by base code."""
    found: dict[str, Sentences] = defaultdict(list)
    documents = detection_sets.documents(data, "dev")
    kept = sorted(documents["eng"])[1 if half else 0 :: 2 if half else 1]
    for file, code in detection_sets.codes().items():
        if code != "sr-Latn":
            found[codes.base(code)] += [
                pair for key in kept for pair in zip(documents["eng"][key], documents[file][key], strict=True)
            ]
    for row in rows(data, "flores_pairs", "dev"):
        for code in FLORES.split():
            found[code].append((row["en"], row[code]))
    found["zh"] += chinese(data)
    return found


def chinese(data: Path) -> Iterator[tuple[str, str]]:
    texts = {(row["lang"], row["split"], row["n"]): row["text"] for row in rows(data, "flores200_sample", "dev")}
    for (lang, split, number), text in texts.items():
        if lang.startswith("zho") and ("eng_Latn", split, number) in texts:
            yield texts["eng_Latn", split, number], text


def lengths(found: dict[str, Sentences]) -> str:
    ratios = {
        code: [math.log((len(b) + 1) / (len(a) + 1)) for a, b in pairs if len(a) >= _CLEAR]
        for code, pairs in found.items()
    }
    middle = {code: statistics.median(each) for code, each in ratios.items()} | {"en": 0.0}
    spread = {
        code: statistics.pstdev([max(-0.6, min(0.6, one - middle[code])) for one in each])
        for code, each in ratios.items()
    }
    usual = statistics.median(spread.values())
    wide = [f"{code} = {spread[code] / usual:.1f}" for code in sorted(spread) if spread[code] >= 1.08 * usual]
    return "\n".join(
        [HEAD, "[ratio]", *(f"{code} = {middle[code]:.2f}" for code in sorted(middle)), "", "[wide]", *wide, ""]
    )


def lexicon(code: str, pairs: Sentences) -> dict[str, str]:
    """English keys by unit: those that are in the same sentences (Dice)."""
    english, other, both = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for one, two in pairs:
        these, those = units(one, "en"), units(two, code)
        english.update(these)
        other.update(those)
        both.update((key, unit) for key in these for unit in those)
    most = _COMMON * len(pairs)
    near: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (key, unit), times in both.items():
        dice = 2 * times / (english[key] + other[unit])
        if times >= _OFTEN and dice >= _DICE and max(english[key], other[unit]) <= most:
            near[key].append((dice, unit))
    table: dict[str, set[str]] = defaultdict(set)
    for key, units_ in near.items():
        for _, unit in sorted(units_, reverse=True)[:3]:
            table[unit].add(key)
    return {unit: " ".join(sorted(keys)) for unit, keys in sorted(table.items()) if len(keys) <= 2}


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--half", action="store_true")
    given = parser.parse_args()
    found = sentences(given.data, half=given.half)
    (FOLDER / "lengths.toml").write_text(lengths(found), "utf-8")
    tables = {code: lexicon(code, found[code]) for code in WORDS.split()}
    tables["en"] = {
        key: key
        for key in sorted({key for table in tables.values() for keys in table.values() for key in keys.split()})
    }
    (FOLDER / "words.json").write_text(json.dumps(tables, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
