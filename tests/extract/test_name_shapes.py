"""What is a personal name, what only looks like one, and whose names meet in spite of their spelling."""

from __future__ import annotations

import pytest

import hand
from accord.extract.entities import find_entities
from accord.extract.mentions import Context, read_context
from accord.extract.name_shapes import bare_form, inner_bounds, is_name_of_something_else
from accord.model.reading import Entity
from accord.model.sentence import ParsedReport, Sentence
from accord.model.vocabulary import EntityKind


def _context(sentence: Sentence, text: str, day: str = "2012-05-01") -> Context:
    return read_context(ParsedReport(report=hand.report(text), sentences=(sentence,)), day)


def _row(words: str, tags: str) -> Sentence:
    """A sentence of names in a row, each hanging on the last, under one label."""
    names, kinds = words.split(), tags.split()
    last = len(names) - 1
    lines = [f"{w} {w} PROPN {t} {'ROOT' if i == last else 'compound'} {last} {'B' if i == 0 else 'I'}-PERSON" for i, (w, t) in
             enumerate(zip(names, kinds, strict=True))]  # fmt: skip
    return hand.sentence("\n".join(lines))


@pytest.mark.parametrize(
    ("words", "tags", "kept"),
    [
        ("Beyond Obama", "IN NNP", "Obama"),
        ("Obama Seeks", "NNP VBZ", "Obama"),
        ("Obama Warplanes", "NNP NNPS", "Obama"),
        ("Angela Merkel", "NNP NNP", "Angela Merkel"),
        ("Will Turner", "MD NNP", "Will Turner"),
        ("Michelle Obama", "NNP NNP", "Michelle Obama"),
        ("Kim Yo Jong", "NNP NNP NNP", "Kim Yo Jong"),
    ],
    ids=["preposition before", "verb behind", "noun behind", "plain", "a name that is a verb", "wife", "family name first"],
)
def test_the_part_that_is_a_name(words: str, tags: str, kept: str) -> None:
    s = _row(words, tags)
    start, end = inner_bounds(s, 0, len(s.tokens), _context(s, words))
    assert " ".join(t.text for t in s.tokens[start:end]) == kept


@pytest.mark.parametrize(
    ("words", "titled", "other"),
    [
        ("Green Valley Society", False, True),
        ("Observatory", False, True),
        ("Rosa Delgado", False, False),
        ("Marta Church", False, False),
        ("Jan Bank", True, False),
    ],
    ids=["ends in a body", "a body alone", "person", "a family name that is a body's", "the same with a title"],
)
def test_what_else_a_name_may_be_of(words: str, titled: bool, other: bool) -> None:
    s = _row(words, " ".join(["NNP"] * len(words.split())))
    assert is_name_of_something_else(s, 0, len(s.tokens), _context(s, words), titled=titled) is other


@pytest.mark.parametrize(
    ("text", "word", "bare"),
    [("Assads office in Assad town", "Assads", "Assad"), ("Assad's men and Hicks", "Hicks", "Hicks"), ("Hicks spoke", "Hicks", "Hicks")],
    ids=["apostrophe lost", "apostrophes kept", "an s of its own"],
)
def test_an_s_that_a_lost_apostrophe_leaves(text: str, word: str, bare: str) -> None:
    words = text.replace("'s", " 's").split()
    s = hand.sentence("\n".join(f"{w} {w} PROPN NNP dep 0" for w in words), text)
    assert bare_form(word, _context(s, text)) == bare


def _found(text: str, published: str = "2013-09-01") -> tuple[Entity, ...]:
    return find_entities(hand.parsed(text, published=published))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "published", "name", "country"),
    [
        ("President Moammar Qaddafi spoke in Tripoli.", "2010-03-02", "Moammar Qaddafi", "LBY"),
        ("Libyan leader Muammar Kadhafi spoke in Sirte.", "2010-03-02", "Muammar Kadhafi", "LBY"),
        ("Egyptian President Muhammad Morsy spoke in Cairo.", "2013-03-02", "Muhammad Morsy", "EGY"),
        ("President Aleksandr Lukashenka spoke in Minsk.", "2013-03-02", "Aleksandr Lukashenka", "BLR"),
        ("President Volodimir Zelenski spoke in Kyiv.", "2022-03-02", "Volodimir Zelenski", "UKR"),
        ("Chancellor Gerhard Schröder spoke in Berlin.", "2003-03-02", "Gerhard Schröder", "DEU"),
        ("Prime Minister Orbán Viktor spoke in Budapest.", "2015-03-02", "Orbán Viktor", "HUN"),
        ("Prime Minister Abe Shinzo spoke in Tokyo.", "2015-03-02", "Abe Shinzo", "JPN"),
        ("President Park Geun-hye spoke in Seoul.", "2015-03-02", "Park Geun-hye", "KOR"),
        ("Mexican President Enrique Peña Nieto greeted miners.", "2015-03-02", "Enrique Peña Nieto", "MEX"),
    ],
    ids=lambda v: str(v)[:40],
)
def test_spellings_meet_in_the_table_of_offices(text: str, published: str, name: str, country: str) -> None:
    person = next(e for e in _found(text, published) if e.kind is EntityKind.PERSON)
    assert (person.name, person.country) == (name, country)
    assert person.offices


@pytest.mark.model
def test_a_spelling_alone_makes_nobody_an_office_holder() -> None:
    assert all(not e.offices for e in _found("Mohammad Morsy, a baker, and Mahmoud Hamza, a driver, were hurt in Egypt."))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("George H.W. Bush and his son George W. Bush came. Jeb Bush stayed away.", 3),
        ("Bill Clinton campaigned for Hillary Clinton in Ohio.", 2),
        ("Xi Jinping flew to Xi'an on Monday.", 1),
        ("Raul Castro buried his brother Fidel Castro.", 2),
        ("Bashar al-Assad met his wife Asma al-Assad.", 2),
    ],
    ids=["father, son, brother", "spouses", "a town", "brothers", "a wife"],
)
def test_namesakes_stay_apart(text: str, persons: int) -> None:
    assert sum(e.kind is EntityKind.PERSON for e in _found(text)) == persons


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The Observatory said two farms burned.", "Observatory"),
        ("Shells fell in Tel Maruf at dawn. Tel Maruf lies near the river.", "Tel Maruf"),
        ("Thousands marched. Thousands of them sang.", "Thousands"),
    ],
    ids=["article", "only ever a place", "number"],
)
def test_what_is_no_person(text: str, absent: str) -> None:
    assert not any(e.kind is EntityKind.PERSON and absent in e.name for e in _found(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("The Environmental Protection Agency fined the mill.", "Environmental Protection Agency", "USA", "GOV"),
        ("Sen. Ann Marlow (D-Ohio) objected.", "Ann Marlow", "USA", "LEG"),
        ("The Justice Department sued.", "Department of Justice", "USA", "JUD"),
        ("AFP reported two deaths in Kenya.", "Agence France-Presse", "FRA", "JRN"),
        ("Fighters of Jaish al-Islam left the town.", "Jaish al-Islam", "SYR", "REB"),
        ("Karin Holt, a Korea scholar, disagreed.", "Karin Holt", None, "EDU"),
    ],
    ids=["agency", "party and state behind the name", "other name", "acronym of two", "armed group", "topic, not home"],
)
def test_countries_and_sectors(text: str, name: str, country: str | None, sector: str | None) -> None:
    found = next(e for e in _found(text) if e.name == name)
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Altiplano Mining Union struck. The Mining Union wants more pay.", 1),
        ("Vexler Inc. grew. Vexler said sales rose.", 1),
        ("The Harbour Workers Union met the Dock Workers Union.", 2),
    ],
    ids=["shorter", "without Inc.", "two unions"],
)
def test_shorter_names_of_one_body(text: str, names: int) -> None:
    assert len([e for e in _found(text) if e.kind is EntityKind.ORGANIZATION]) == names
