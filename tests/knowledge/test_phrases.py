from __future__ import annotations

import pytest

from accord.knowledge.phrases import find_phrases


def _found(text: str) -> list[tuple[str, str]]:
    words = text.split()
    return [(" ".join(words[m.start : m.end]), m.phrases[0].key) for m in find_phrases(words)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Papua New Guinea met Guinea - Bissau", [("Papua New Guinea", "PNG"), ("Guinea - Bissau", "GNB")], id="longest first"),
        pytest.param("the UN and the un", [("UN", "UN")], id="acronyms by case"),
        pytest.param("U.S. troops and a U.S.-led force", [("U.S.", "USA"), ("U.S.-led", "USA")], id="points and hyphens inside a token"),
        pytest.param("Swedens king and Irans envoy", [("Swedens", "SWE"), ("Irans", "IRN")], id="glued possessive"),
        pytest.param("he ate turkey", [], id="a common word in lower case"),
        pytest.param("South China Sea", [("South China Sea", "South China Sea")], id="waters hide states"),
        pytest.param("Chinese New Year", [("Chinese New Year", "Chinese New Year")], id="fixed phrases hide states"),
        pytest.param("MALI MOURNS", [("MALI", "MLI")], id="capitals"),
        pytest.param("Côte d’Ivoire", [("Côte d’Ivoire", "CIV")], id="marks and curly apostrophe"),
        pytest.param("", [], id="empty"),
        pytest.param("\u200b \ud7ff ´ --", [], id="odd characters"),
    ],
)
def test_find_phrases(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


def test_a_long_line_takes_time_in_proportion() -> None:
    assert len(find_phrases(["France", "and"] * 5_000)) == 5_000
