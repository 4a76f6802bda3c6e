from __future__ import annotations

import pytest

from accord.knowledge.people import all_people, find_by_surname, find_person, holder_term, holders


@pytest.mark.parametrize(
    "spelling", ["Kim Jong Un", "Kim Jong-un", "KIM Jongun", "Kim Jong-Un"], ids=["spaces", "hyphen", "joined", "capital after the hyphen"]
)
def test_spellings_of_one_name_find_one_person(spelling: str) -> None:
    assert [p.person_id for p in holders(spelling)] == ["prk-kim-jong-un"]


def test_diacritics_and_middle_names_do_not_matter() -> None:
    assert find_person("Enrique Pena Nieto") == find_person("Enrique Peña Nieto")
    assert find_person("Barack Obama", "USA") is not None


def test_a_dead_president_is_out_of_office_and_his_successor_known() -> None:
    raisi = find_person("Ebrahim Raisi", "IRN")
    assert raisi is not None
    assert raisi.died == "2024-05-19"
    (term,) = [t for t in raisi.terms if t.office == "chief_of_state" or t.title == "President"][:1]
    assert term.until_reason == "died (helicopter crash)"
    after = holder_term("IRN", term.office, "2025-08-29")
    assert after is not None
    assert (after[1].name, after[0].since) == ("Masoud Pezeshkian", "2024-07-30")


@pytest.mark.parametrize(
    ("office", "day", "name"),
    [
        pytest.param("chief_of_state", "2016-03-01", "Barack H. Obama", id="president"),
        pytest.param("chief_of_state", "1991-03-01", "George H. W. Bush", id="the elder Bush"),
        pytest.param("chief_of_state", "2005-03-01", "George W. Bush", id="the younger Bush"),
    ],
)
def test_holder_term(office: str, day: str, name: str) -> None:
    found = holder_term("USA", office, day)
    assert found is not None
    assert found[1].name == name


def test_nobody_held_an_office_of_no_state() -> None:
    assert holder_term("QQQ", "chief_of_state", "2020-01-01") is None


@pytest.mark.parametrize(
    ("surname", "day", "among", "person_id"),
    [
        pytest.param("Putin", "2022-02-24", frozenset(), "rus-vladimir-putin", id="known everywhere"),
        pytest.param("Assad", "2012-02-01", frozenset(), "syr-bashar-al-asad", id="without article"),
        pytest.param("Bush", "1990-05-01", frozenset(), "usa-george-h-w-bush", id="of two, the one of the day"),
        pytest.param("Brown", "2024-01-01", frozenset(), None, id="a common name long after"),
        pytest.param("Smith", "2024-01-01", frozenset(), None, id="a stranger"),
        pytest.param("Heine", "2024-09-01", frozenset(), None, id="a small state that is not spoken of"),
        pytest.param("Heine", "2024-09-01", frozenset({"MHL"}), "mhl-hilda-c-heine", id="a small state that is"),
    ],
)
def test_surname_alone(surname: str, day: str, among: frozenset[str], person_id: str | None) -> None:
    found = find_by_surname(surname, day, among)
    assert (found.person_id if found else None) == person_id


def test_terms_are_in_order_and_end_after_they_begin() -> None:
    for person in all_people():
        starts = [t.since or "" for t in person.terms]
        assert starts == sorted(starts)
        assert all(t.until is None or (t.since or "") <= t.until for t in person.terms)
