from __future__ import annotations

import pytest

from accord.knowledge.states import all_states, find_state, name_of, state, state_forms


@pytest.mark.parametrize(
    ("form", "iso3", "how"),
    [
        pytest.param("Slovakia", "SVK", "name", id="name"),
        pytest.param("slovakia", "SVK", "name", id="case does not matter for names"),
        pytest.param("US", "USA", "abbreviation", id="abbreviation"),
        pytest.param("DPRK", "PRK", "abbreviation", id="abbreviation of a state"),
        pytest.param("Palestinian", "PSE", "adjective", id="adjective"),
        pytest.param("Danes", "DNK", "demonym", id="people"),
        pytest.param("Kremlin", "RUS", "metonym", id="seat"),
        pytest.param("Bratislava", "SVK", "metonym", id="capital"),
        pytest.param("Burma", "MMR", "name", id="old name"),
    ],
)
def test_a_form_finds_its_state(form: str, iso3: str, how: str) -> None:
    assert (iso3, how) in {(f.iso3, f.how) for f in find_state(form)}


def test_abbreviations_need_their_case() -> None:
    assert find_state("us") == ()


def test_an_ambiguous_form_gives_all_its_states() -> None:
    assert {f.iso3 for f in find_state("Congo")} == {"COD", "COG"}


def test_look_ups_of_unknown_codes_are_harmless() -> None:
    assert state("QQQ") is None
    assert name_of("QQQ") == "QQQ"
    assert name_of(None) == ""


def test_every_un_member_can_be_written_and_placed() -> None:
    members = [s for s in all_states() if s.status == "un_member"]
    forms = {f.iso3 for f in state_forms() if f.how in ("adjective", "demonym")}
    assert len(members) == 193
    assert [s.iso3 for s in members if s.latitude is None or s.iso3 not in forms] == []
