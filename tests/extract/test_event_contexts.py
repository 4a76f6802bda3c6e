"""Contexts of events: the table is sound, its words count where it says, and phrases that mislead do not."""

from __future__ import annotations

from collections import Counter

import pytest

import hand
from accord.extract.event_contexts import contexts_of, cues
from accord.extract.event_lexicon import rows_of
from accord.knowledge.plover import contexts
from accord.model.sentence import Sentence
from extract.event_context_cases import CASES

ROWS = list(rows_of("event_contexts.tsv", 4))


def told(text: str) -> tuple[Sentence, frozenset[int], int]:
    """Sentence, tokens of the event's clause and trigger of a case."""
    rows: list[str] = []
    clause: list[int] = []
    trigger, inside = 0, True
    for written in text.replace("-", " - ").split():
        if written == "/":
            inside = False
            continue
        word, _, marks = written.replace("*", "").partition("=")
        lemma, _, verb = marks.partition(":")
        i = len(rows)
        pos, tag = ("PART", "POS") if word == "'s" else ("PROPN", "NNP") if i and word[0].isupper() else ("NOUN", "NN")
        if written.endswith("*"):
            trigger, pos, tag = i, "VERB", "VBD"
        if verb:
            pos, tag = "VERB", "VBD"
        if inside:
            clause.append(i)
        rows.append(f"{word} {lemma or word.lower()} {pos} {tag} dep 0")
    return hand.sentence("\n".join(rows)), frozenset(clause), trigger


HAS = [pytest.param(code, text, id=f"{code}: {text}") for code, (has, _) in CASES.items() for text in has]
LACKS = [pytest.param(code, text, id=f"{code}: {text}") for code, (_, lacks) in CASES.items() for text in lacks]


@pytest.mark.parametrize(("code", "text"), HAS)
def test_has(code: str, text: str) -> None:
    assert code in contexts_of(*told(text))


@pytest.mark.parametrize(("code", "text"), LACKS)
def test_lacks(code: str, text: str) -> None:
    assert code not in contexts_of(*told(text))


def test_every_context_has_cases() -> None:
    assert set(CASES) == set(contexts())
    assert all(len(has) >= 4 and len(lacks) >= 2 for has, lacks in CASES.values())


def test_rows_name_what_exists() -> None:
    assert {context for context, *_ in ROWS} == {"-", *contexts()}
    assert {reach for context, reach, _, _ in ROWS if context != "-"} == {"clause", "sentence"}
    assert {match for _, _, match, _ in ROWS} == {"any", "noun", "verb", "name"}


def test_no_word_twice() -> None:
    listed = Counter((context, word.lower()) for context, _, match, words in ROWS for word in words.split("|") if match != "name")
    assert not [pair for pair, count in listed.items() if count > 1]
    names = Counter((context, word) for context, _, match, words in ROWS for word in words.split("|") if match == "name")
    assert not [pair for pair, count in names.items() if count > 1]


def test_words_are_clean() -> None:
    words = [(match, w) for _, _, match, listed in ROWS for w in listed.split("|")]
    assert [w for _, w in words if not w or w != w.strip()] == []
    assert [w for match, w in words if match != "name" and w != w.lower()] == []
    assert [w for match, w in words if match in ("noun", "verb") and " " in w] == []


def test_a_phrase_that_misleads_is_in_no_context() -> None:
    hidden = {c.words for rows in cues().values() for c in rows if c.context is None}
    assert not hidden & {c.words for rows in cues().values() for c in rows if c.context}


def test_is_wide() -> None:
    known = Counter(c.context for rows in cues().values() for c in rows)
    assert sum(known.values()) > 2500
    assert min(known[code] for code in contexts() if code != "asylum") >= 20


ORDER = {
    "order of the ontology, not of the words": ("The court freed* the general / after the earthquake", ("legal", "disasters")),
    "none": ("The pair walked* home", ()),
    "the three nearest": ("Voters=voter said the court told* the army / amid corruption and mpox", ("military", "election", "legal")),
    "crime gives way to what is narrower": ("He was accused* of fraud and bribery", ("corruption",)),
    "crime alone": ("He was accused* of fraud", ("crime",)),
    "a name as written only": ("The man who is* ill asked who came", ()),
    "letters of a name": ("The WHO praised* Accra", ("health",)),
    "hyphen": ("Both backed* a same-sex union", ("lgbt",)),
    "far off in a long clause": ("They mocked* " + "very " * 25 + "the army", ()),
    "far off outside the clause": ("They left* / " + "very " * 25 + "after the earthquake", ()),
}  # fmt: skip


@pytest.mark.parametrize("case", ORDER)
def test_which_and_in_what_order(case: str) -> None:
    text, expected = ORDER[case]
    assert contexts_of(*told(text)) == expected


def test_a_surname_is_no_word() -> None:
    rows = "Anna Anna PROPN NNP compound 1 B-PERSON\nChurch Church PROPN NNP nsubj 2 I-PERSON\nleft leave VERB VBD ROOT 2"
    assert contexts_of(hand.sentence(rows), frozenset(range(3)), 2) == ()


@pytest.mark.parametrize(("ner", "expected"), [("", ("human_rights",)), ("B-ORG", ())])
def test_outside_the_clause_the_name_of_an_organisation_tells_who_speaks(ner: str, expected: tuple[str, ...]) -> None:
    rows = (
        f"He he PRON PRP nsubj 1\nleft leave VERB VBD ROOT 1\nHuman human PROPN NNP compound 3 {ner}\nRights right PROPN NNPS dep 1 {ner}"
    )
    assert contexts_of(hand.sentence(rows), frozenset([0, 1]), 1) == expected


@pytest.mark.parametrize("size", [1, 5000])
def test_odd_sentences(size: int) -> None:
    s = hand.sentence("\n".join(["- - PUNCT HYPH punct 0"] * size))
    assert contexts_of(s, frozenset(), 0) == ()
    s = hand.sentence("\n".join(["human human ADJ JJ amod 0"] * size))
    assert contexts_of(s, frozenset(range(size)), 0) == ()


READ = {
    "Peacekeepers from Ghana clashed with rebels near Goma.": ("peacekeeping",),
    "Kenya's prime minister visited Uganda after the floods.": ("executive", "disasters"),
    "Chemical Weapons inspectors met the ambassador.": ("diplomatic", "cbrn"),
    "The women's rights group sued the ministry.": ("executive", "legal", "gender"),
}


@pytest.mark.model
@pytest.mark.parametrize("text", READ)
def test_read_by_the_parser(text: str) -> None:
    (s,) = hand.parsed(text).sentences
    assert set(READ[text]) <= set(contexts_of(s, frozenset(range(len(s.tokens))), s.root.i))
