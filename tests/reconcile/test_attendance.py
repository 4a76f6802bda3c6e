from __future__ import annotations

from collections.abc import Sequence

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.reading import Reading
from accord.reconcile.align import align
from accord.reconcile.attendance import find_attendance

_LEAD = (
    "Leaders of twelve countries will gather in Ottawa on 14 May 2024 for a summit on the Arctic."
    " The summit is the largest of its kind so far."
)


def _reading(text: str, report_id: str = "a", published: str = "2024-05-10") -> Reading:
    return read_closely(hand.parsed(text, report_id, published=published))


def _statuses(texts: Sequence[str]) -> dict[str, dict[str, str]]:
    readings = [_reading(t, "abc"[k]) for k, t in enumerate(texts)]
    found: dict[str, dict[str, str]] = {}
    for table in find_attendance(align(readings)):
        for e in table.entries:
            for s in e.statuses:
                found.setdefault(e.country or "", {})[s.report_id] = s.status.value
    return found


_CASES = {
    "attends": ("Norway's prime minister will attend the summit.", "NOR", "attends"),
    "takes part": ("Finland is to take part in the summit.", "FIN", "attends"),
    "travels there": ("The president of Iceland will travel to Ottawa.", "ISL", "attends"),
    "list of countries": ("Leaders from Denmark, Japan and Poland are also expected to attend.", "JPN", "attends"),
    "guest list": ("The guest list includes the presidents of Chile and Peru.", "CHL", "attends"),
    "hosts": ("Canada will host the summit.", "CAN", "host"),
    "not invited": ("Russia was not invited to the summit.", "RUS", "not_invited"),
    "excluded": ("Organisers excluded Russia from the summit.", "RUS", "not_invited"),
    "shut out by nobody": ("Neither Moscow nor Minsk has a seat at the summit.", "RUS", "not_invited"),
    "boycotts": ("Hungary said it would boycott the summit.", "HUN", "declined"),
    "skips": ("Hungary will skip the summit.", "HUN", "declined"),
    "will not come": ("Hungary's president will not attend the summit.", "HUN", "declined"),
    "refuses": ("Hungary has refused to attend the summit.", "HUN", "declined"),
    "sends nobody": ("Hungary is sending nobody to the summit.", "HUN", "declined"),
    "represented": ("Brazil will be represented at the summit by its ambassador.", "BRA", "represented_by_other"),
    "represented by its head": ("Brazil will be represented at the summit by its president.", "BRA", "attends"),
    "undecided": ("The Indian government is undecided.", "IND", "undecided"),
    "weighs": ("India is weighing whether to attend the summit.", "IND", "undecided"),
    "may": ("The Indian prime minister may attend the summit.", "IND", "undecided"),
    "unlikely": ("The Indian prime minister is unlikely to attend the summit.", "IND", "unlikely"),
    "invited": ("Mexico has been invited to the summit.", "MEX", "invited"),
    "condition says nothing": ("If Mexico attends, the tone will change.", "MEX", None),
    "question says nothing": ("Will Mexico attend the summit?", "MEX", None),
    "wish says nothing": ("Officials urged Mexico to attend the summit.", "MEX", None),
    "other year says nothing": ("Mexico attended the summit in 2019.", "MEX", None),
    "other object says nothing": ("The Mexican president attended a school concert.", "MEX", None),
}


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "country", "status"), _CASES.values(), ids=_CASES)
def test_one_word_on_one_state(sentence: str, country: str, status: str | None) -> None:
    assert _statuses([f"{_LEAD} {sentence}"]).get(country, {}).get("a") == status


@pytest.mark.model
def test_echo_takes_the_status_of_the_sentence_before() -> None:
    found = _statuses([f"{_LEAD} Neither Moscow nor Minsk has a seat at the summit. Nor does Tehran."])
    assert found["IRN"]["a"] == "not_invited"


@pytest.mark.model
def test_reports_may_differ() -> None:
    found = _statuses(
        [f"{_LEAD} India is weighing whether to attend the summit.", f"{_LEAD} India's prime minister will attend the summit."]
    )
    assert found["IND"] == {"a": "undecided", "b": "attends"}


@pytest.mark.model
def test_an_attack_has_no_table() -> None:
    text = "A car bomb killed nine people in Kabul on Monday. The president of Pakistan condemned the attack. Police arrested two men."
    assert find_attendance(align([_reading(text), _reading(text, "b")])) == ()


@pytest.mark.parametrize("text", ["", "Summit"], ids=["empty", "one word"])
@pytest.mark.model
def test_next_to_nothing_is_no_error(text: str) -> None:
    assert find_attendance(align([_reading(text)])) == ()


@pytest.mark.model
def test_spans_hold_the_party_and_the_cue() -> None:
    reading = _reading(f"{_LEAD} Norway's prime minister will attend the summit.")
    table = find_attendance(align([reading]))[0]
    entry = next(e for e in table.entries if e.country == "NOR")
    words = entry.statuses[0].span.of(reading.report.text)
    assert "minister" in words
    assert words.endswith("attend")
