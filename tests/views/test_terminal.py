"""The brief on a terminal."""

from __future__ import annotations

import dataclasses
import re

import pytest
from syrupy.assertion import SnapshotAssertion

from accord.model.report import Skipped
from accord.model.story import Brief
from accord.views.brief import view_brief
from accord.views.terminal import render_terminal
from views import made

CASES = {"two": made.brief, "three": made.three, "copied": made.copied, "alone": made.alone, "hostile": made.hostile}


def shown(brief: Brief, *, width: int = 100, color: bool = False, verbose: bool = False, ascii_only: bool = False) -> str:
    """The brief as printed."""
    return render_terminal(view_brief(brief), width=width, color=color, verbose=verbose, ascii_only=ascii_only)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("width", [80, 120])
def test_looks(name: str, width: int, snapshot: SnapshotAssertion) -> None:
    assert shown(CASES[name](), width=width) == snapshot


def test_looks_with_colour(snapshot: SnapshotAssertion) -> None:
    assert shown(made.brief(), color=True) == snapshot


def test_looks_in_ascii(snapshot: SnapshotAssertion) -> None:
    text = shown(made.brief(), ascii_only=True)
    assert text.isascii()
    assert text == snapshot


@pytest.mark.parametrize("width", [1, 60, 80, 100, 137, 1000])
@pytest.mark.parametrize("name", CASES)
def test_no_line_is_too_long(name: str, width: int) -> None:
    longest = max(map(len, shown(CASES[name](), width=width, verbose=True).splitlines()))
    assert longest <= max(60, min(width, 140))


@pytest.mark.parametrize("name", CASES)
def test_without_colour_there_is_no_escape_and_no_bidirectional_mark(name: str) -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown(CASES[name]()))


def test_with_colour_only_our_own_escapes_are_there() -> None:
    text = shown(made.hostile(), color=True)
    assert "\x1b[" in text
    assert "\x1b" not in re.sub(r"\x1b\[[\d;]*m", "", text)


def test_colour_changes_no_word() -> None:
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown(made.brief(), color=True))
    assert [line.rstrip() for line in plain.splitlines()] == shown(made.brief()).splitlines()


def test_surroundings_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = shown(made.brief(), color=True)
    for name, value in {"NO_COLOR": "1", "COLUMNS": "40", "TERM": "dumb", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert shown(made.brief(), color=True) == before


def test_every_state_is_told_by_sign_and_word() -> None:
    text = shown(made.brief())
    for state in ("✕ contradiction", "↻ update", "~ tension", "! incoherent", "= same", "+ compatible"):
        assert state in text


def test_sections_come_in_the_order_of_need() -> None:
    text = shown(made.brief())
    order = [
        "THEY DIFFER",
        "CHECK BEFORE USE",
        "WHO COMES",
        "WHO SAYS SO",
        "WHAT HAPPENED",
        "ONLY ONE OF THEM SAYS",
        "BOTH SAY",
        "NOT READ",
    ]
    places = [text.index(heading) for heading in order]
    assert places == sorted(places)


def test_long_sections_say_how_much_more_there_is() -> None:
    story = made.story()
    many = dataclasses.replace(story, findings=tuple(dataclasses.replace(story.findings[1], subject=f"toll {i}") for i in range(40)))
    brief = dataclasses.replace(made.brief(), stories=(many,))
    short, whole = shown(brief), shown(brief, verbose=True)
    assert "… and 28 more differences (--verbose or --html shows all)" in short
    assert "toll 39" not in short
    assert "toll 39" in whole
    assert "more differences" not in whole


def test_no_difference_is_said_aloud() -> None:
    brief = dataclasses.replace(made.brief(), stories=(dataclasses.replace(made.story(), findings=()),))
    assert "no difference found" in shown(brief)
    assert "THEY DIFFER" not in shown(made.alone())


def test_only_skipped_inputs() -> None:
    text = shown(Brief(readings=(), stories=(), skipped=(Skipped(location="a.bin", error="not text"),)))
    assert text.strip() == "NOT READ (1)\n !  a.bin: not text"


def test_nothing_at_all() -> None:
    assert shown(Brief(readings=(), stories=())) == ""
