"""Headlines of plain texts."""

from __future__ import annotations

import pytest

from accord.model.spans import Span
from accord.read.headings import find_headline, is_page_name

PROSE = "Ministers from six coastal states left the harbour hotel on Sunday night without the agreement that they had come to sign."


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"Fish talks fail again\n\n{PROSE}", "Fish talks fail again"),
        (f"Fish talks fail again\n{PROSE}", "Fish talks fail again"),
        (f"Who gets the fish?\n\n{PROSE}", "Who gets the fish?"),
        (f"No deal!\n\n{PROSE}", "No deal!"),
        (f"Berg tells EU to leave the cod to the U.S.\n\n{PROSE}", "Berg tells EU to leave the cod to the U.S."),
        (f"FISH ALERT | \"Not one cod\"\n\n{PROSE}", "FISH ALERT | \"Not one cod\""),
        (f"World / Fish\n\nSix states, no deal\n\n{PROSE}", "Six states, no deal"),
        (f"Harbour Gazette\nSix states, no deal\n{PROSE}", "Six states, no deal"),
        (f"The ministers met in a hotel.\n\n{PROSE}", None),
        (PROSE, None),
        (f"{PROSE}\nFish talks fail again", None),
        ("Fish talks fail again", None),
        (f"- cod\n\n{PROSE}", None),
        (f"[REPORTER] WILL YOU SIGN?\n\n{PROSE}", None),
        ("", None),
    ],
)  # fmt: skip
def test_headlines(text: str, headline: str | None) -> None:
    span = find_headline(text)
    assert (span.of(text) if span else None) == headline


def test_known_noise_above_the_headline_is_passed_over() -> None:
    text = f"We use cookies. Accept\nFish talks fail again\n{PROSE}"
    assert find_headline(text, (Span(0, 22),)) == Span(23, 44)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The Harbour Times - English edition", True),
        ("Region / Fish", True),
        ("Times change for the fishermen of Harbour", False),
        ("Six states, no deal", False),
    ],
)
def test_page_names(line: str, expected: bool) -> None:
    assert is_page_name(line) is expected
