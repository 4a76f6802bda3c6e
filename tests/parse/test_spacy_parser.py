import pytest

import hand
from accord.model.errors import ParseError
from accord.model.report import Skipped
from accord.model.sentence import ParsedReport
from accord.parse.spacy_parser import SpacyParser, repair_lemma

pytestmark = pytest.mark.model

TEXT = (
    "Harbour talks end\n\nThe minister left Oslo on Friday. He said\xa0nothing.\n\nTHE HARBOUR WORKERS OF BERGEN WENT BACK TO WORK TODAY."
)


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def one(parser: SpacyParser, text: str) -> ParsedReport:
    (result,) = parser.parse([hand.report(text)])
    assert isinstance(result, ParsedReport)
    return result


def test_tokens_slice_to_the_text(parser: SpacyParser) -> None:
    for sentence in one(parser, TEXT).sentences:
        for token in sentence:
            assert TEXT[token.start : token.end].lower() == token.text.lower()
            assert 0 <= token.head < len(sentence.tokens)


def test_paragraphs_are_blocks_and_sentences_are_numbered(parser: SpacyParser) -> None:
    sentences = one(parser, TEXT).sentences
    assert [s.block for s in sentences] == [0, 1, 1, 2]
    assert [s.index for s in sentences] == [0, 1, 2, 3]


def test_capitals_are_cased_for_the_parser_only(parser: SpacyParser) -> None:
    last = one(parser, TEXT).sentences[-1]
    assert "Bergen" in [t.text for t in last]
    assert "today" in [t.text for t in last]
    assert last.span.of(TEXT).isupper()


def test_many_reports_stay_in_order(parser: SpacyParser) -> None:
    texts = [f"Ship number {i} sailed." for i in range(40)]
    found = list(parser.parse(hand.report(t, str(i)) for i, t in enumerate(texts)))
    assert [p.report.id for p in found if isinstance(p, ParsedReport)] == [str(i) for i in range(40)]
    assert not any(isinstance(p, Skipped) for p in found)


@pytest.mark.parametrize("text", ["", " ", "\n", "…", "a" * 30_000, "ab " * 20_000, "\u202e\u0000 x", "👩‍👩‍👧 met 🇳🇴."], ids=range(8))
def test_odd_text_is_parsed(parser: SpacyParser, text: str) -> None:
    sentences = one(parser, text).sentences
    assert all(text[t.start : t.end] == t.text for s in sentences for t in s)


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(ParseError, match="'no_such_pipeline' is not installed; install it"):
        list(SpacyParser("no_such_pipeline").parse([]))


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "expected"),
    [
        ("hoped", "hop", "VERB", "hope"),
        ("hoping", "hop", "VERB", "hope"),
        ("hopped", "hop", "VERB", "hop"),
        ("staged", "stag", "VERB", "stage"),
        ("visited", "visit", "VERB", "visit"),
        ("passes", "pass", "VERB", "pass"),
        ("said", "say", "VERB", "say"),
        ("Meets", "Meet", "VERB", "meet"),
        ("Oslo", "Oslo", "PROPN", "Oslo"),
    ],
)
def test_a_lemma_gets_back_its_silent_e(word: str, lemma: str, pos: str, expected: str) -> None:
    assert repair_lemma(word, lemma, pos) == expected
