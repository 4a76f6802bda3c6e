"""HTML pages to drafts and reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.errors import ReadError
from accord.model.report import Report, Skipped
from accord.model.vocabulary import NoiseKind
from accord.read.html import is_unwieldy
from accord.read.inputs import read_inputs
from accord.read.options import ReadOptions

PARAGRAPHS = (
    "Ministers from six coastal states left the harbour hotel on Sunday night without the agreement on fishing quotas that they wanted.",
    "The host, Foreign Minister Ada Berg, told reporters that the delegations had run out of night and would meet again in June.",
    "Two delegations said that they would consult their capitals, and a third said that it had never expected a deal at all.",
    "The quotas, which run out at the end of the year, cover herring, cod and mackerel in waters that four of the six claim.",
)
HEAD = """<title>Fish talks fail | The Harbour Times</title><meta property="og:title" content="Fish talks fail">
<meta property="og:site_name" content="The Harbour Times"><script>var evil = "script words";</script><style>.evil {}</style>"""
JSON_LD = '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-05-06T22:00:00+02:00"}]}</script>'


def page(*, head: str = HEAD, inside: str = "", lang: str = "en") -> bytes:
    a, b, c, d = (f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f'<!doctype html><html lang="{lang}"><head>{head}</head><body><nav><a href="/">Home</a></nav><article><h1>Fish talks fail</h1>'
        f"{a}{b}{inside}{c}{d}</article><script>document.write('late evil')</script><footer>© 2024 The Harbour Times</footer></body></html>"
    ).encode()


class Pages:
    """A fetcher with one page."""

    def __init__(self, body: bytes, media_type: str = "text/html; charset=utf-8") -> None:
        self.body, self.media_type = body, media_type

    def fetch(self, url: str) -> tuple[bytes, str]:
        assert url.startswith("http")
        return self.body, self.media_type


def read(body: bytes) -> Report | Skipped:
    (result,) = read_inputs(["https://harbour.example/fish"], Pages(body), ReadOptions(detect_language=False))
    return result


def report(body: bytes) -> Report:
    result = read(body)
    assert isinstance(result, Report), result
    return result


def test_metadata_and_main_text() -> None:
    got = report(page(head=HEAD + JSON_LD))
    assert (got.headline, got.publisher, got.url, got.provenance.kind) == (
        "Fish talks fail",
        "The Harbour Times",
        "https://harbour.example/fish",
        "url",
    )
    assert got.published.earliest == "2024-05-06"
    assert got.published.evidence[0].why == "JSON-LD datePublished"
    assert all(p in got.text.split("\n") for p in PARAGRAPHS)
    assert "evil" not in got.text
    assert "Home" not in got.text


@pytest.mark.parametrize(
    ("head", "day", "why"),
    [
        ('<meta property="article:published_time" content="2024-05-07T01:00:00Z">', "2024-05-07", "meta article:published_time"),
        ("<meta content='2024-05-08' name='DC.date.issued'>", "2024-05-08", "meta dc.date.issued"),
        ('<script type="application/ld+json">{"datePublished": "2024-05-09", oops}</script>', "2024-05-09", "JSON-LD datePublished"),
    ],
)
def test_publication_date(head: str, day: str, why: str) -> None:
    got = report(page(head=HEAD + head))
    assert (got.published.earliest, got.published.evidence[0].why) == (day, why)


def test_a_date_line_is_better_than_a_guess_and_worse_than_metadata() -> None:
    line = "<p>Published 3 March 2021</p>"
    body = page().replace(b"<h1>Fish talks fail</h1>", b"<h1>Fish talks fail</h1>" + line.encode())
    assert report(body).published.earliest == "2021-03-03"
    assert report(body.replace(b"</head>", JSON_LD.encode() + b"</head>")).published.earliest == "2024-05-06"


@pytest.mark.parametrize(
    ("inside", "words", "kind"),
    [
        ("<h2>What comes next</h2>", "What comes next", NoiseKind.HEADING),
        (
            '<figure><img src="a.jpg"><figcaption class="caption">Boats in the harbour at dawn</figcaption></figure>',
            "Boats in the harbour at dawn",
            NoiseKind.CAPTION,
        ),
        (
            '<blockquote class="twitter-tweet"><p>No fish.</p>&mdash; Fish Watch (@fishwatch) May 5, 2024</blockquote>',
            "No fish.— Fish Watch (@fishwatch) May 5, 2024",
            NoiseKind.EMBED,
        ),
        ("<p>Read more: Ten ways with herring</p>", "Read more: Ten ways with herring", NoiseKind.BOILERPLATE),
    ],
)
def test_what_is_no_prose_stays_in_the_text_and_is_marked(inside: str, words: str, kind: NoiseKind) -> None:
    got = report(page(inside=inside))
    assert (words, kind) in [(n.span.of(got.text), n.kind) for n in got.noise]


def test_headline_of_the_page_is_found_in_the_text() -> None:
    got = report(page())
    assert got.headline_span is None or got.headline_span.of(got.text) == got.headline


@pytest.mark.parametrize("tag", ["div", "b", "font", "blockquote"])
def test_ten_thousand_nested_tags(tag: str) -> None:
    body = f"<html><body>{f'<{tag}>' * 10_000}<p>{PARAGRAPHS[0]}</p>{f'</{tag}>' * 10_000}<script>evil()</script></body></html>".encode()
    got = report(body)
    assert got.text == PARAGRAPHS[0]


def test_unclosed_paragraphs_are_not_nesting() -> None:
    assert not is_unwieldy("<p>word" * 1_000, ReadOptions())
    assert is_unwieldy("<b>word" * 1_000, ReadOptions())


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body></body></html>",
        b"<html><script>words words words words words words words words</script></html>",
        b"<!-- only a comment -->",
        b"<" * 5_000,
    ],
)
def test_pages_without_an_article(body: bytes) -> None:
    result = read(body)
    assert isinstance(result, Skipped)
    assert "\n" not in result.error


def test_declared_charset_of_the_page() -> None:
    head = '<meta charset="iso-8859-2">'
    body = page(head=HEAD + head).decode().replace("Ada Berg", "Łukasz Żak").encode("iso-8859-2", errors="replace")
    (got,) = read_inputs(["https://harbour.example/"], Pages(body, "text/html"), ReadOptions(detect_language=False))
    assert isinstance(got, Report)
    assert "Łukasz Żak" in got.text


MARKUP = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<a href='",
        '"',
        ">",
        "<",
        "&amp;",
        "&#x0;",
        PARAGRAPHS[0],
        "<h2>",
        "<figure><figcaption>",
        "<table><td>",
        "\x00",
        "é",
    ]
)


@given(st.lists(MARKUP, max_size=25).map("".join))
def test_any_markup_gives_a_report_or_a_reason(body: str) -> None:
    result = read(("<html><body>" + body).encode())
    if isinstance(result, Skipped):
        assert result.error
    else:
        assert all(n.span.end <= len(result.text) for n in result.noise)


def test_read_error_is_what_a_page_without_text_raises() -> None:
    from accord.read.draft import Draft
    from accord.read.html import read_html

    with pytest.raises(ReadError, match="no article text"):
        read_html(b"<p>", None, Draft(id="a", text="", kind="file", location="a"), ReadOptions())
