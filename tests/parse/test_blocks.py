from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hand
from accord.model.report import Dateline, Noise
from accord.model.spans import Span
from accord.model.vocabulary import NoiseKind
from accord.parse.blocks import find_blocks, is_wrapped

WRAPPED = """The minister told the chamber that the bridge would be opened in the
spring, although the builders had asked for another year, and that
nobody would pay for the delay but those who had caused it at the
start of the works in the north."""


def blocks(text: str, *noise: tuple[int, int]) -> list[str]:
    marks = tuple(Noise(span=Span(*n), kind=NoiseKind.HEADING) for n in noise)
    return [b.of(text) for b in find_blocks(hand.report(text, noise=marks))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n\n ", []),
        ("One.", ["One."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\n\n  Two.  \n", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        (WRAPPED, [WRAPPED]),
        (WRAPPED + "\n\n" + WRAPPED, [WRAPPED, WRAPPED]),
    ],
    ids=["empty", "blank", "one", "lines", "paragraphs", "windows", "wrapped", "wrapped-twice"],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


def test_noise_is_cut_out_and_parts_its_neighbours() -> None:
    assert blocks("Talks failed. READ MORE They resume.", (14, 23)) == ["Talks failed.", "They resume."]


def test_noise_at_the_edges() -> None:
    assert blocks("MENU Talks failed. FOOT", (0, 5), (19, 23)) == ["Talks failed."]


def test_a_headline_and_a_dateline_that_run_on_are_blocks_of_their_own() -> None:
    text = "Ferry sinks OSLO (Wire) - A ferry sank. Nobody died."
    report = replace(hand.report(text, dateline=Dateline(span=Span(12, 26), place="Oslo")), headline_span=Span(0, 11))
    assert [b.of(text) for b in find_blocks(report)] == ["Ferry sinks", "OSLO (Wire) -", "A ferry sank. Nobody died."]


def test_short_lines_are_not_taken_for_wrapped_text() -> None:
    assert not is_wrapped("Rice\nbeans\nmilk\nbread\neggs")


@given(st.text(alphabet="ab .\n\r\t\xa0", max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_blocks_are_trimmed_ordered_and_free_of_noise(text: str, a: int, b: int) -> None:
    low, high = sorted((min(a, len(text)), min(b, len(text))))
    mark = Noise(span=Span(low, high), kind=NoiseKind.EMBED)
    found = find_blocks(hand.report(text, noise=(mark,) if low < high else ()))
    for block in found:
        assert block.of(text) == block.of(text).strip() != ""
        assert not block.overlap(Span(low, high))
    assert list(found) == sorted(found)
