from __future__ import annotations

import pytest

from accord.knowledge import cities, landmarks, plover, roles
from accord.knowledge.tables import fold, name_key, read_text
from accord.model.errors import KnowledgeError
from accord.model.vocabulary import EventType, Quad


def test_a_missing_table_is_a_knowledge_error() -> None:
    with pytest.raises(KnowledgeError, match=r"nothing\.tsv\.gz"):
        read_text("nothing.tsv.gz")


def test_name_keys() -> None:
    assert fold("Peña") == "Pena"
    assert name_key("Ban Ki-moon") == name_key("BAN Kimoon") == "bankimoon"


def test_plover_covers_all_event_types_with_quads_and_scores() -> None:
    classes = plover.event_classes()
    assert set(classes) == set(EventType)
    assert plover.quad_of(EventType.ASSAULT) is Quad.MATERIAL_CONFLICT
    assert plover.score_of(EventType.ACCUSE) < 0 < plover.score_of(EventType.AID)
    assert "visit" in plover.event_classes()[EventType.CONSULT].modes


@pytest.mark.parametrize(
    ("phrase", "sector", "words"),
    [(("defense", "minister"), "GOV", 2), (("young", "soldiers"), "MIL", 1), (("wooden", "spoon"), None, 0)],
    ids=["two words, American spelling", "plural after an adjective", "no role"],
)
def test_longest_role(phrase: tuple[str, ...], sector: str | None, words: int) -> None:
    found = roles.longest_role(phrase)
    assert ((found[0].sector, found[1]) if found else (None, 0)) == (sector, words)


@pytest.mark.parametrize(
    ("name", "iso3"),
    [("Paris", "FRA"), ("Raqqa", "SYR"), ("St. Petersburg", "RUS"), ("Bombay", "IND"), ("Sao Paulo", "BRA")],
    ids=["the largest first", "usual English name", "saint", "former name", "without marks"],
)
def test_find_cities(name: str, iso3: str) -> None:
    assert cities.find_cities(name)[0].iso3 == iso3


def test_unknown_city() -> None:
    assert cities.find_cities("Qqqville") == ()
    assert not cities.is_city("")


def test_cased_names_hold_names_and_no_months_or_words() -> None:
    names = cities.cased_names()
    assert {"united states", "beijing", "turkey", "north korean", "security council"} - names <= {"security council"}
    assert not names & {"may", "march", "us", "male", "polish", "the", "nice"}
    assert all(n == n.lower() for n in names)


def test_landmarks_and_provinces() -> None:
    square = landmarks.find_landmark("Tiananmen Square")
    assert square is not None
    assert square.iso3 == "CHN"
    texas = landmarks.province("TX")
    assert texas is not None
    assert texas == landmarks.province("Texas") == landmarks.province("Tex.")
    assert landmarks.province("France") is None
    assert all(-90 <= m.latitude <= 90 and -180 <= m.longitude <= 180 for m in landmarks.all_landmarks())
