"""Words of reports made safe and short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.spans import Span
from accord.views.words import Quote, base_name, host, neutralise, quote, safe_link, tidy

TEXT = "The ferries of the northern line will run again from Monday, the owner of the pier said in a note."


@pytest.mark.parametrize("mark", ["\x1b", "\x07", "\u202e", "\u2066", "\u200f", "\x9b", "\ud800", "\U000e0041"], ids=ascii)
def test_characters_that_act_are_replaced(mark: str) -> None:
    assert neutralise(f"a{mark}b") == "a\ufffdb"


def test_white_space_and_letters_stay() -> None:
    assert neutralise("a\tb\nc\r\né 北 עִברִית") == "a\tb\nc \né 北 עִברִית"
    assert tidy("  a\u00ad\u200bb \n\n c\u2028d ") == "ab c d"


@given(st.text())
def test_neutralise_keeps_every_place(text: str) -> None:
    assert len(neutralise(text)) == len(text)


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.integers(10, 100))
def test_any_span_can_be_quoted_and_clipped(text: str, a: int, b: int, width: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    clipped = quote(text, Span(0, len(text)), Span(start, end)).clip(width)
    assert len(clipped.text) <= width + 3
    assert "\n" not in clipped.text


@pytest.mark.parametrize(
    ("width", "clipped"),
    [
        (200, TEXT),
        (50, "… line will run again from Monday, the owner of …"),
        (30, "… will run again from …"),
    ],
)
def test_a_cut_falls_between_words_and_keeps_the_focus(width: int, clipped: str) -> None:
    at = TEXT.index("run again")
    result = quote(TEXT, Span(0, len(TEXT)), Span(at, at + 9)).clip(width)
    assert result.text == clipped
    assert result.focus == "run again"


def test_a_cut_without_focus_keeps_the_beginning() -> None:
    assert Quote(before=TEXT).clip(24).text == "The ferries of the …"


@pytest.mark.parametrize(
    ("location", "name"),
    [
        ("/home/reader/secret/a.txt", "a.txt"),
        ("C:\\Users\\reader\\b.html", "b.html"),
        ("../c.jsonl#12", "c.jsonl#12"),
        ("folder/", "folder"),
        ("https://news.example/x?y=1", "https://news.example/x?y=1"),
        ("-", "-"),
        ("", "-"),
    ],
)
def test_no_folder_is_told(location: str, name: str) -> None:
    assert base_name(location) == name


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://news.example/a?b=1&c=2#d", "https://news.example/a?b=1&c=2#d"),
        ("HTTP://news.example/", "HTTP://news.example/"),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ('https://news.example/" onclick="x', None),
        ("https://news.example/\u202egpj", None),
        ("//news.example/", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_linked(url: str | None, link: str | None) -> None:
    assert safe_link(url) == link


def test_host() -> None:
    assert host("https://www.News.example:8080/a") == "news.example"
    assert host("https://user@news.example/a") == "news.example"
    assert host("mailto:x@y.example") is None
