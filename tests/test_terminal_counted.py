"""How far a translation is: what the meter knows, and what a line makes of it."""

from __future__ import annotations

from claimwire.terminal.counted import Counted
from claimwire.translators.meter import Meter


def test_the_meter_counts_each_segment_once_and_begins_anew_with_the_next_engine() -> None:
    meter = Meter()
    assert meter.progress() == (0, 0)
    meter.asking(["a", "b", "c"])
    for text in ("a", "a", "b"):
        meter.came(text)
    assert meter.progress() == (2, 3)
    meter.asking(["c"])
    assert meter.progress() == (0, 1)


def test_figures_come_after_a_second_with_the_time_that_is_left() -> None:
    now, meter = [0.0], Meter()
    counted = Counted(meter.progress, "sentences", lambda: now[0])
    assert counted.text() == ""
    meter.asking(map(str, range(1000)))
    assert counted.text() == ""
    now[0] = 2.0
    assert counted.text() == "0 of 1,000 sentences"
    for number in range(100):
        meter.came(str(number))
    now[0] = 10.0
    assert counted.text() == "100 of 1,000 sentences, 2 min left"
    now[0] = 100.0
    for number in range(100, 900):
        meter.came(str(number))
    assert counted.text() == "900 of 1,000 sentences, 11 s left"
    meter.asking(["other"])
    assert counted.text() == ""
