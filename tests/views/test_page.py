"""The brief as a page."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from accord.model.report import ReportId, Skipped
from accord.model.story import Brief, Story, StoryEvent, StoryId
from accord.views.page import render_page
from views import made


def two_stories() -> Brief:
    """A story of two reports and one of one."""
    other = Story(
        id=StoryId("s2"), title="Another port", report_ids=(ReportId("copy"),), event=StoryEvent(what=None, where=None, when=None)
    )
    return dataclasses.replace(made.brief(), readings=(made.coast(), made.tide(), made.copy()), stories=(made.story(), other))


CASES: dict[str, Callable[[], Brief]] = {
    "two": made.brief,
    "three": made.three,
    "copied": made.copied,
    "alone": made.alone,
    "hostile": made.hostile,
    "stories": two_stories,
    "skipped": lambda: Brief(readings=(), stories=(), skipped=(Skipped(location="/home/x/a.bin", error="/home/x/a.bin: not text"),)),
    "nothing": lambda: Brief(readings=(), stories=()),
}
VOID = {"meta", "br", "hr", "img", "input", "link", "wbr"}


class Page(HTMLParser):
    """What a browser makes of a page: elements with their attributes, words, and whether tags match."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: dict[str, str] = {}
        self.unmatched: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unmatched.append(tag)

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.words[tag] = self.words.get(tag, "") + data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def values(self, attribute: str) -> list[str]:
        return [a[attribute] or "" for _, a in self.elements if attribute in a]


class PageSnapshot(SingleFileSnapshotExtension):
    """A page a file, so that it can be opened."""

    _write_mode = WriteMode.TEXT
    file_extension = "html"


def page(name: str) -> Page:
    """One of the cases, parsed."""
    return Page(render_page(CASES[name]()))


@pytest.mark.parametrize("name", CASES)
def test_looks(name: str, snapshot: SnapshotAssertion) -> None:
    html = render_page(CASES[name]())
    bare = re.sub(r"(?s)(<style>|<script>|Policy\" content=\").*?(</style>|</script>|\">)", r"\1…\2", html)
    assert bare == snapshot(extension_class=PageSnapshot)


@pytest.mark.parametrize("name", CASES)
def test_tags_match_and_ids_are_unique_and_links_arrive(name: str) -> None:
    html = page(name)
    assert not html.unmatched
    assert not html.open
    ids = html.values("id")
    assert len(ids) == len(set(ids))
    assert {h[1:] for h in html.values("href") if h.startswith("#")} <= set(ids)
    for attribute in ("aria-labelledby", "aria-describedby"):
        assert {i for v in html.values(attribute) for i in v.split()} <= set(ids)


@pytest.mark.parametrize("name", CASES)
def test_headings_are_in_order(name: str) -> None:
    levels = [int(tag[1]) for tag, _ in page(name).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


@pytest.mark.parametrize("name", CASES)
def test_the_policy_lets_only_our_own_style_and_script_run(name: str) -> None:
    html = page(name)
    policy = next(m["content"] or "" for m in html.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        assert len(html.all(tag)) == 1
        digest = base64.b64encode(hashlib.sha256(html.words[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_loaded_and_nothing_inline_acts(name: str) -> None:
    html = page(name)
    tags = {tag for tag, _ in html.elements}
    assert not tags & {"img", "svg", "iframe", "object", "embed", "link", "base", "form", "b onload", "video", "audio", "math", "i"}
    assert not [k for _, a in html.elements for k in a if k.startswith("on") or k in ("style", "src", "srcset", "srcdoc", "action")]
    assert all(h.startswith(("#", "http://", "https://")) for h in html.values("href"))


def test_hostile_text_is_shown_as_text() -> None:
    html = render_page(made.hostile())
    parsed = Page(html)
    for words in ("<script>alert(1)</script>", '"><img src=x onerror=alert(2)>', "</style></script>", "{{ 7 * 7 }}", "<!-- hidden -->"):
        assert words in re.sub(r"\ufffd", "", parsed.words["main"])
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b\x07]", html)
    assert "javascript:alert(4)" not in html
    assert 'onload="x' not in html
    assert "49" not in parsed.words["main"]


def test_no_folder_of_this_machine_is_told() -> None:
    for make in CASES.values():
        html = render_page(make())
        assert "secret" not in html
        assert "/home" not in html


def test_web_addresses_are_linked_without_telling_where_from() -> None:
    links = [a for a in page("two").all("a") if (a["href"] or "").startswith("http")]
    assert [a["href"] for a in links] == ["https://www.coast.example/2031/velmora?a=1&b=2"]
    assert "noopener noreferrer" in (links[0]["rel"] or "")


def test_evidence_and_findings_point_at_each_other() -> None:
    html = page("two")
    evidence = [a["data-ev"] or "" for _, a in html.elements if "data-ev" in a]
    covered = {i for ids in evidence for i in ids.split()}
    references = {(a["href"] or "")[1:] for a in html.all("a") if a.get("class") == "ref"}
    assert references == covered
    backs = {(a["href"] or "")[1:] for a in html.all("a") if (a.get("class") or "").startswith("back")}
    assert backs == {a["id"] for a in html.all("li") if "id" in a}


def test_overlapping_evidence_is_cut_into_pieces() -> None:
    html = page("two")
    pieces = [(a["class"] or "").split() for _, a in html.elements if "data-ev" in a]
    assert ["ev", "contradiction", "same"] in pieces


def test_the_text_of_a_report_is_whole() -> None:
    html = re.sub(r'(?s)<span class="(sn|noise-label)".*?</span>|<a class="back.*?</a>', "", render_page(made.brief()))
    text = "".join(re.findall(r'(?s)<p class="line.*?</p>', html))
    words = " ".join(re.sub("<[^>]+>", " ", text).replace("&#39;", "'").replace("&#34;", '"').split())
    for source in (made.COAST, made.TIDE):
        assert "".join(source.split()) in "".join(words.split())


@pytest.mark.parametrize("name", CASES)
def test_the_page_can_be_used_without_eyes_or_mouse(name: str) -> None:
    html = page(name)
    assert html.all("html")[0]["lang"] == "en"
    assert len(html.all("main")) == 1
    assert next(a for a in html.all("a"))["href"] == "#main"
    assert any(a.get("aria-live") == "polite" for _, a in html.elements)
    tables = [tag for tag, _ in html.elements if tag in ("table", "caption")]
    assert tables.count("table") == tables.count("caption")
    assert all("scope" in a for a in html.all("th"))
    assert all("role" in a and ("aria-label" in a or "aria-labelledby" in a) for tag, a in html.elements if a.get("tabindex") == "0")


def test_reports_carry_their_language() -> None:
    assert "en" in [a.get("lang") for a in page("two").all("div")]
    assert not [a for a in page("hostile").all("div") if a.get("lang")]


def test_several_stories_have_a_way_between_them() -> None:
    html = page("stories")
    assert [a["href"] for a in html.all("a")][1:3] == ["#s1", "#s2"]
