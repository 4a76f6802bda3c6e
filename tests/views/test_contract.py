"""The public JSON has exactly the shapes of `contract.md`."""

from __future__ import annotations

import dataclasses
import json
import math
from typing import Any

import pytest

import hand
from accord.model.pairs import Direction, PairRelation, RelatedPair, Root
from accord.model.reading import Quantity, Reading
from accord.model.report import Published
from accord.model.spans import Span
from accord.model.story import AttendanceTable, Brief, Story
from accord.views.contract import brief_json, dumps, pair_json, report_json
from views import made

REPORT_FIELDS = {
    "schema_version", "id", "url", "publisher", "headline", "language", "text", "provenance", "published", "dateline", "noise",
    "sentences", "times", "entities", "places", "attributions", "events", "skipped",
}  # fmt: skip
EVENT_FIELDS = {
    "id", "event_type", "mode", "quad", "actor", "recipient", "trigger", "evidence", "modality", "time", "place", "quantities",
    "attribution", "score",
}  # fmt: skip


def as_json(obj: object) -> Any:
    """What another program reads."""
    return json.loads(dumps(obj))


def test_report_has_every_field_and_its_text_unchanged() -> None:
    report = as_json(report_json(made.coast()))
    assert set(report) >= REPORT_FIELDS
    assert report["schema_version"] == "1"
    assert report["text"] == made.COAST
    assert report["provenance"] == {"kind": "file", "location": "/home/reader/secret/coast.txt", "digest": "sha256:0"}
    assert report["skipped"] == []


def test_event_is_a_statement_and_its_event_in_one_row() -> None:
    event = as_json(report_json(made.coast()))["events"][0]
    assert set(event) >= EVENT_FIELDS
    start = made.COAST.index("14 March 2031")
    assert event["event_type"] == "CONSULT"
    assert event["mode"] == "visit"
    assert event["quad"] == "verbal_cooperation"
    assert (event["actor"], event["recipient"]) == (["n2"], ["n4"])
    assert event["modality"] == "planned"
    assert event["score"] == 0.93
    assert event["time"]["value"] == "2031-03-14"
    assert (event["time"]["start"], event["time"]["end"]) == (start, start + len("14 March 2031"))
    assert {k: event["place"][k] for k in ("name", "country", "latitude", "longitude")} == {
        "name": "Velmora", "country": "PRT", "latitude": 38, "longitude": -9.25,
    }  # fmt: skip
    assert {k: event["quantities"][0][k] for k in ("low", "high", "unit")} == {"low": 6, "high": 6, "unit": "head of state"}


def test_what_is_not_stated_is_null_and_what_is_not_found_empty() -> None:
    second = as_json(report_json(made.coast()))["events"][1]
    assert (second["time"], second["place"], second["mode"]) == (None, None, None)
    assert (second["quantities"], second["actor"]) == ([], [])
    assert second["attribution"] == [0]
    bare = as_json(report_json(made.copy()))
    assert bare["published"] == {"from": None, "to": None, "basis": "unknown", "evidence": []}
    assert (bare["url"], bare["headline"], bare["dateline"]) == (None, None, None)
    assert (bare["entities"], bare["noise"]) == ([], [])


def test_evidence_outside_the_text_has_null_offsets() -> None:
    evidence = as_json(report_json(made.tide()))["published"]["evidence"]
    start = made.TIDE.index("next Friday")
    assert evidence[0] == {"start": start, "end": start + 11, "why": "the opening on 14 March lies in the week after"}
    assert evidence[1] == {"start": None, "end": None, "why": "the file was kept from 7 March on"}


def test_dateline_noise_and_times() -> None:
    report = as_json(report_json(made.tide()))
    assert report["dateline"] == {"start": 0, "end": 17, "place": "Velmora, Portugal", "agency": None}
    assert [n["kind"] for n in report["noise"]] == ["embed"]
    assert [(t["type"], t["value"], t["mod"]) for t in report["times"]] == [("DATE", "2031-03-14", None), ("DATE", "2027", "MID")]


def test_entities_and_attributions() -> None:
    report = as_json(report_json(made.coast()))
    duarte = report["entities"][1]
    assert (duarte["id"], duarte["name"], duarte["kind"], duarte["country"], duarte["sector"]) == (
        "n2",
        "Ana Duarte",
        "person",
        "PRT",
        "GOV",
    )
    assert duarte["aliases"] == ["Duarte"]
    assert duarte["offices"] == [{"title": "President", "country": "PRT", "since": "2029-01-20", "until": None}]
    anonymous, board, direct = report["attributions"]
    assert (anonymous["anonymous"], anonymous["kind"], anonymous["speaker"]) == (True, "indirect", "n6")
    assert board["speaker"] is None
    assert (direct["kind"], direct["speaker"]) == ("direct", "n2")
    assert made.COAST[direct["content"][0]["start"] : direct["content"][0]["end"]].startswith('"We built it')


def test_every_span_of_a_report_slices_to_words() -> None:
    for reading in (made.coast(), made.tide()):
        report = as_json(report_json(reading))
        for row in (*report["events"], *report["times"], *report["places"], *report["sentences"], *report["noise"]):
            place = row.get("trigger", row)
            assert report["text"][place["start"] : place["end"]].strip()


def test_brief_and_story() -> None:
    brief = as_json(brief_json(made.three()))
    assert set(brief) == {"schema_version", "reports", "stories", "skipped"}
    assert [r["id"] for r in brief["reports"]] == ["coast", "tide", "copy"]
    story = brief["stories"][0]
    assert story["reports"] == ["coast", "tide", "copy"]
    assert story["copies"] == [["tide", "copy"]]
    assert story["event"] == {"what": "summit", "where": "Velmora", "when": "2031-03-14"}
    assert story["timeline"][1] == {"value": "2027", "events": [{"report": "tide", "event": "v2"}]}
    assert story["relations"] == [{"a": "GHA", "b": "PRT", "events": [{"report": "coast", "event": "v1"}], "tone": 2.5}]
    assert story["newest"] == "coast"


def test_who_copied_whom_with_edits_as_spans_of_both() -> None:
    story = as_json(brief_json(made.copied()))["stories"][0]
    (derived,) = story["derivations"]
    assert {k: derived[k] for k in derived if k != "edits"} == {
        "first": "tide", "second": "copy", "original": "tide", "basis": "older", "agency": None, "share": 0.875,
    }  # fmt: skip
    start = made.TIDE.index("five")
    assert derived["edits"][1] == {
        "kind": "replaced", "first": {"start": start, "end": start + 4}, "second": {"start": 9, "end": 12}, "is_fact": True,
    }  # fmt: skip
    assert story["sources"] == [["coast"], ["tide", "copy"]]


def test_corroboration() -> None:
    story = as_json(brief_json(made.copied()))["stories"][0]
    main, leaders = story["corroboration"]
    assert (main["finding"], main["what"], main["own"]) == (None, "Velmora harbour summit", ["tide", "copy"])
    start = made.TIDE.index("At least five leaders")
    assert {k: leaders[k] for k in leaders if k != "evidence"} == {
        "what": "leaders who come", "finding": "f5", "value": None, "reports": ["coast", "tide"], "sources": 2, "origins": 1,
        "voices": [{"name": "the harbour board", "reports": ["coast", "tide"]}], "own": [],
    }  # fmt: skip
    assert leaders["evidence"][1] == {"report": "tide", "start": start, "end": start + len("At least five leaders")}
    assert {f["id"]: f["sources"] for f in story["findings"]} == {
        "f1": None, "f2": None, "f3": None, "f4": None, "f5": 1, "f6": 2, "f7": 2,
    }  # fmt: skip


def test_finding() -> None:
    finding = as_json(brief_json(made.brief()))["stories"][0]["findings"][1]
    start = made.COAST.index("Fourteen")
    assert finding["relation"] == "contradiction"
    assert finding["aspect"] == "count_injured"
    assert finding["subject"] == "dockers hurt in 2029"
    assert finding["values"][0] == {
        "report": "coast", "start": start, "end": start + len("Fourteen dockers were hurt"), "value": "14",
        "authority": "the harbour board",
    }  # fmt: skip
    assert finding["score"] == 0.9


def test_attendance_has_one_status_a_report_the_first() -> None:
    entries = as_json(brief_json(made.brief()))["stories"][0]["attendance"][0]["entries"]
    chile = entries[2]
    assert (chile["country"], chile["person"]) == ("CHL", None)
    assert chile["status"] == {"coast": "not_invited", "tide": "invited"}
    assert made.TIDE[chile["evidence"]["tide"]["start"] : chile["evidence"]["tide"]["end"]] == "was invited"


def test_skipped_inputs_keep_their_reason() -> None:
    assert as_json(brief_json(made.brief()))["skipped"][0]["error"].endswith("4096 bytes of binary data")


def test_an_empty_brief_is_empty_lists() -> None:
    assert brief_json(Brief(readings=(), stories=())) == {"schema_version": "1", "reports": [], "stories": [], "skipped": []}


@pytest.mark.parametrize(
    ("low", "expected"),
    [(26.0, 26), (1.5, 1.5), (math.nan, None), (math.inf, None), (None, None)],
    ids=["whole", "part", "nan", "inf", "none"],
)
def test_numbers_are_clean(low: float | None, expected: float | None) -> None:
    quantity = Quantity(span=Span(0, 1), sentence=0, low=low, high=None)
    reading = Reading(report=hand.report("x"), sentences=(), published=Published(), quantities=(quantity,))
    value = as_json(report_json(reading))["quantities"][0]["low"]
    assert value == expected
    assert type(value) is type(expected)


def test_letters_stand_as_themselves_and_lone_surrogates_survive_utf8() -> None:
    text = dumps({"text": "Türkiye – 北京 \ud800 end"})
    assert "Türkiye – 北京" in text
    assert json.loads(text.encode("utf-8")) == {"text": "Türkiye – 北京 \ud800 end"}
    assert "\n" not in dumps(report_json(made.tide()))


def test_nan_is_refused_where_it_slips_in() -> None:
    with pytest.raises(ValueError, match="JSON"):
        dumps({"x": math.nan})


def test_tables_without_entries_stay() -> None:
    story = dataclasses.replace(made.story(), attendance=(AttendanceTable(event="talks", entries=()),))
    assert isinstance(story, Story)
    brief = as_json(brief_json(Brief(readings=(made.coast(), made.tide()), stories=(story,))))
    assert brief["stories"][0]["attendance"] == [{"event": "talks", "entries": []}]


def test_a_pair_has_exactly_the_fields_of_the_contract() -> None:
    scores = dict.fromkeys(Root, 0.004) | {Root.YIELD: 0.944}
    directions = {Direction.FORWARD: 0.2, Direction.REVERSED: 0.7, Direction.SYMMETRIC: 0.1}
    pair = RelatedPair(id=7, relation=PairRelation(scores=scores, directions=directions, related=0.123456))
    assert as_json(pair_json(pair)) == {
        "id": 7,
        "event_type": "YIELD",
        "quad": "material_cooperation",
        "direction": "reversed",
        "related": 0.1235,
        "scores": {str(root): 0.944 if root is Root.YIELD else 0.004 for root in Root},
    }
