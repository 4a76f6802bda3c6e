"""HTML -> draft of a report: main text by trafilatura (Barbaresi 2021), with title, site, date and language from the page's metadata."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from typing import Any

from accord.model.errors import ReadError
from accord.model.report import Noise
from accord.model.spans import Span
from accord.model.vocabulary import NoiseKind
from accord.read.dates import parse_metadata_date
from accord.read.draft import Draft
from accord.read.files import decode
from accord.read.layout import Line, split_lines
from accord.read.options import ReadOptions

_META_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*?(/?)>")
# Their end tags are optional or there are none, so that an open one does not mean one level more.
_LEVEL = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option colgroup".split()
)
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|noscript|template|svg|head|nav|footer|aside|form|button|select|iframe|object|math|textarea)\b[^<>]*>"
    r".*?(?:</\1\s*>|\Z)",
    re.I | re.S,
)
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|table|section|article|main|header|blockquote|figure|figcaption|pre|hr|dl|dt|dd|title)\b"
    r"[^<>]*>",
    re.I,
)
_ANY_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>?")
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,400})", re.I)
_JSON_LD = re.compile(r"<script\b[^<>]*application/ld\+json[^<>]*>(.*?)</script", re.I | re.S)
# Metadata that states the first publication, the most trusted first.
_META_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "pubdate", "publish-date", "publish_date", "published_time",
    "publication_date", "article.published", "date",
)  # fmt: skip
_META = re.compile(r"<meta\b[^<>]*>", re.I)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LANG = re.compile(r"<html\b[^<>]*\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.I)
_POSTS = ("twitter-tweet", "instagram-media", "fb-post", "tiktok-embed", "reddit-embed", "bluesky-embed", "mastodon-embed", "telegram-post")
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])(?:fig|image|img|photo|media|wp)?-?(?:caption|cutline)(?:-text|__text)?(?:$|\s)", re.I)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_html(data: bytes, charset: str | None, draft: Draft, options: ReadOptions) -> Draft:
    """`draft` with the page's main text, a line a paragraph, and what its metadata states.

    Captions, sub-headings and embedded posts stay in the text and are marked as noise. Pages that are nested too deep or have too many
    tags are stripped of their tags instead: trafilatura walks trees by recursion.

    Args:
        data: The page's bytes.
        charset: As the server declares it, or None.
        draft: Id, location and kind.
        options: Limits.

    Raises:
        ReadError: if the bytes are no text or the page holds no article.
    """
    declared = _META_CHARSET.search(data[:4_096])
    page = _CONTROLS.sub(" ", decode(data, charset or (declared[1].decode("ascii") if declared else None)))
    document, marked = ({}, []) if is_unwieldy(page, options) else _main_text(page)
    text = document.get("text") or _stripped(page)
    if not text:
        raise ReadError(f"no article text in this page ({len(data):,} bytes of HTML); save the article's own page")
    title = document.get("title") or _title(page)
    date, rule, weak = _published(page, draft.url)
    language = _LANG.search(page)
    return replace(
        draft,
        text=text,
        headline=title,
        url=draft.url or document.get("url"),
        publisher=document.get("sitename"),
        # A page's `lang` is often its template's: it counts only where the text is too short to tell.
        language=_normal_tag(language[1]) if language and len(text.split()) < 20 else None,
        published=date,
        date_rule=rule,
        weak_date=weak,
        find_title=title is None,
        noise=_marked_noise(text, marked, title),
    )


def is_unwieldy(page: str, options: ReadOptions) -> bool:
    """Whether a page is nested deeper, or has more tags, than a recursive walk can bear."""
    depth = deepest = count = 0
    for m in _TAG.finditer(page):
        count += 1
        if count > options.max_elements:
            return True
        if m[2].lower() in _LEVEL or m[3]:
            continue
        depth = max(0, depth - 1) if m[1] else depth + 1
        deepest = max(deepest, depth)
        if deepest > options.max_depth:
            return True
    return False


def _main_text(page: str) -> tuple[dict[str, str], list[tuple[str, NoiseKind]]]:
    import lxml.etree
    import lxml.html
    import trafilatura

    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        tree = lxml.html.document_fromstring(page.encode("utf-8", errors="replace"), parser=parser)
        marked = _mark(tree)
        found = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=False, with_metadata=True)
    # Whatever a hostile page breaks in the two libraries, the page is still read by its bare words.
    except (lxml.etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError, AssertionError, KeyError, IndexError):
        return {}, []
    if found is None or isinstance(found, dict):
        return {}, []
    fields = {name: getattr(found, name, None) for name in ("text", "title", "sitename", "url")}
    text = "\n".join(line.strip() for line in (fields["text"] or "").splitlines() if line.strip())
    values = {k: " ".join(v.split()) for k, v in fields.items() if isinstance(v, str) and v.strip()}
    return {**values, "text": text}, marked


def _mark(tree: Any) -> list[tuple[str, NoiseKind]]:
    """Words of captions, posts and sub-headings; captions and posts become plain paragraphs, so that the main-text finder keeps them."""
    out = []
    for element in list(tree.iter()):
        if not isinstance(element.tag, str):
            continue
        css = f"{element.get('class') or ''} {element.get('id') or ''}"
        kind = _kind(element.tag, css)
        words = " ".join(element.text_content().split()) if kind else ""
        if not kind or not words or len(words) > 1_500:
            continue
        out.append((words, kind))
        if kind is not NoiseKind.HEADING:
            parent = element.getparent()
            if parent is not None and parent.tag == "figure":
                parent.tag = "div"
                parent.attrib.clear()
            element.clear(keep_tail=True)
            element.tag, element.text = "p", words
    return out


def _kind(tag: str, css: str) -> NoiseKind | None:
    if tag == "blockquote" and any(p in css for p in _POSTS):
        return NoiseKind.EMBED
    if tag == "figcaption" or (tag in ("p", "div", "span") and _CAPTION_CLASS.search(css)):
        return NoiseKind.CAPTION
    return NoiseKind.HEADING if tag in ("h2", "h3", "h4", "h5", "h6") else None


def _marked_noise(text: str, marked: list[tuple[str, NoiseKind]], title: str | None) -> tuple[Noise, ...]:
    kinds = dict(marked)
    same = " ".join((title or "").split()).lower()
    return tuple(
        Noise(span=line.span, kind=kinds[words])
        for line in split_lines(text)
        if (words := " ".join(line.text.split())) in kinds and words.lower() != same
    )


def _stripped(page: str) -> str:
    """The page's words without its tags; "" if no line of them reads like prose."""
    bare = _ANY_TAG.sub(" ", _BLOCK.sub("\n", _HIDDEN.sub("\n", page)))
    lines = [" ".join(line.split()) for line in html.unescape(bare).splitlines()]
    text = "\n".join(line for line in lines if line)
    prose = any(Line(Span(0, len(line)), line).is_prose for line in lines)
    return text if prose else ""


def _title(page: str) -> str | None:
    m = _TITLE.search(page)
    return " ".join(html.unescape(m[1]).split()) or None if m else None


def _normal_tag(tag: str) -> str:
    first, *rest = tag.split("-")
    return "-".join([first.lower(), *(r.upper() if len(r) == 2 else r for r in rest)])


def _published(page: str, url: str | None) -> tuple[tuple[str, str] | None, str, bool]:
    """First and last day, the rule that found it, and whether a date line in the text is better evidence."""
    for m in _JSON_LD.finditer(page):
        for key in ("datePublished", "dateCreated"):
            if days := _json_ld_date(m[1], key):
                return days, f"JSON-LD {key}", False
    stated: dict[str, str] = {}
    for m in _META.finditer(page):
        attributes = {k.lower(): a or b for k, a, b in _ATTRIBUTE.findall(m.group())}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        stated.setdefault(name.lower(), html.unescape(attributes.get("content", "")))
    for name in _META_DATES:
        if days := parse_metadata_date(stated.get(name, "")):
            return days, f"meta {name}", False
    return _guessed_date(page, url)


def _json_ld_date(block: str, key: str) -> tuple[str, str] | None:
    try:
        todo = [json.loads(html.unescape(block) if "&quot;" in block else block)]
    except (ValueError, RecursionError):
        # Sites often break their own JSON-LD; the field itself is still plain to see.
        m = re.search(rf"\"{key}\"\s*:\s*\"([^\"]{{8,40}})\"", block)
        return parse_metadata_date(m[1]) if m else None
    while todo:
        value = todo.pop(0)
        if isinstance(value, dict):
            if isinstance(value.get(key), str) and (days := parse_metadata_date(value[key])):
                return days
            todo.extend(value.values())
        elif isinstance(value, list):
            todo.extend(value)
    return None


def _guessed_date(page: str, url: str | None) -> tuple[tuple[str, str] | None, str, bool]:
    import htmldate

    if len(page) > 2_000_000:
        return None, "", True
    try:
        value = htmldate.find_date(page, extensive_search=False, original_date=True, url=url)
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):
        value = None
    return (parse_metadata_date(value) if value else None), "date in the page's address or markup (htmldate)", True
