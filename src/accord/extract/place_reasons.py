"""Words that a gazetteer knows -> whether their sentence gives a reason to take them for a place."""

from __future__ import annotations

from accord.extract import place_tables as tables
from accord.extract.place_scan import Scan, words
from accord.knowledge.gazetteer import find_sites
from accord.knowledge.landmarks import province
from accord.knowledge.phrases import find_phrases


def is_place(scan: Scan, start: int, end: int) -> bool:
    """Whether the text gives a reason to take a name of the gazetteer for a place."""
    if _is_barred(scan, start, end):
        return False
    if _has_container(scan, start, end) or _has_place_noun(scan, start, end) or _is_dateline(scan, start, end):
        return True
    tokens = scan.sent.tokens[start:end]
    person = any(i in scan.persons for i in range(start, end))
    inside = inside_name(scan, start, end)
    if not person and all(t.ner in ("GPE", "LOC") for t in tokens):
        told = not (end - start == 1 and tokens[0].lower in scan.otherwise)
        return names_institution(scan, start, end) or (not inside and (told or _in_place_of_place(scan, start, end)))
    if person or any(t.ner in tables.OTHER_LABELS for t in tokens):
        return False
    if scan.text(end - 1) in tables.KIND_SUFFIXES and end - start > 1:
        return True
    if any(t.ner == "FAC" for t in tokens):
        return False
    if names_institution(scan, start, end) or is_seat(scan, start):
        return not inside_name(scan, start, start)
    return not inside and _in_place_of_place(scan, start, end)


def _is_barred(scan: Scan, start: int, end: int) -> bool:
    """Whether the name is a street's, a day's, a company's or the beginning of a longer one."""
    tokens = scan.sent.tokens[start:end]
    if scan.text(end) in tables.STREETS or scan.lower(end) in tables.STREET_NOUNS or any(t.ner in tables.TIME_LABELS for t in tokens):
        return True
    return (end - start == 1 and tokens[0].lower in scan.companies) or _goes_on(scan, end)


def _goes_on(scan: Scan, end: int) -> bool:
    """Whether the name is the first part of a longer one that no table knows ("Tal Abyad"), or a company's ("Crane Co.")."""
    after = scan.token(end)
    if after is None:
        return False
    last = scan.sent.tokens[end - 1]
    if after.text in ("-", "–") and after.start == last.end:
        beyond = scan.token(end + 1)
        return beyond is not None and beyond.start == after.end and beyond.text[:1].isupper() and last.text.lower() in tables.ARTICLES
    if after.text in tables.COMPANY_WORDS:
        return True
    same = after.ner == last.ner and not after.ner_begins and after.ner in tables.PLACE_LABELS
    return same and after.tag in ("NNP", "NNPS") and after.text[:1].isupper() and after.text not in tables.INSTITUTIONS


def inside_name(scan: Scan, start: int, end: int) -> bool:
    """Whether the name goes on before or after: "Clinton" in "Bill Clinton", "Lincoln" in "Lincoln Financial Group"."""
    before, after = scan.token(start - 1), scan.token(end) if end > start else None
    named = before is not None and before.tag in ("NNP", "NNPS") and before.lower not in tables.DIRECTIONS and before.text[:1].isupper()
    if before is not None and named and (not before.text.endswith(".") or before.ner == "PERSON"):
        return True
    if after is None:
        return False
    return after.tag in ("NNP", "NNPS") and after.text[:1].isupper() and after.text not in tables.INSTITUTIONS and after.text.isalpha()


def _has_container(scan: Scan, start: int, end: int) -> bool:
    """Whether a state, province or its abbreviation that holds such a place stands behind a comma ("Paris, Tex.")."""
    if scan.text(end) not in (",", "(") or end + 1 >= len(scan.sent.tokens):
        return False
    sites = find_sites(words(scan.sent, start, end))
    for n in (2, 1):
        container = words(scan.sent, end + 1, min(end + 1 + n, len(scan.sent.tokens)))
        mark = province(container) or province(container.rstrip(".") + ".")
        if mark is not None:
            return any(s.iso3 == mark.iso3 and s.admin1 == mark.admin1 for s in sites) or scan.token(start).ner in tables.PLACE_LABELS  # type: ignore[union-attr]
        states = {
            p.key for m in find_phrases(container.split()) if m.start == 0 for p in m.phrases if p.kind == "state" and p.how == "name"
        }
        if states:
            return any(s.iso3 in states for s in sites)
    return False


def _has_place_noun(scan: Scan, start: int, end: int) -> bool:
    """As in "the town of X", "the village X", "X province"."""
    of = scan.token(start - 2)
    if (
        scan.lower(start - 1) == "of"
        and of is not None
        and of.lower in tables.PLACE_NOUNS
        and (of.text.islower() or of.text in tables.SEATED)
    ):
        return True
    before = scan.token(start - 1)
    if before is not None and before.lower in tables.PLACE_NOUNS and before.text.islower() and before.pos == "NOUN":
        return not any(t.ner == "PERSON" for t in scan.sent.tokens[start:end])
    return scan.lower(end) in tables.PLACE_NOUNS and scan.text(end).islower() and not inside_name(scan, start, start)


def _is_dateline(scan: Scan, start: int, end: int) -> bool:
    """As in "COLUMBIA -- Officials", "HARTFORD (AP)": capitals before a dash at the head of a paragraph's sentence."""
    if not words(scan.sent, start, end).isupper() or end - start > 3 or len(words(scan.sent, start, end)) < 4:
        return False
    head = start == 0 or scan.text(start - 1) in (".", "]", ":")
    return head and scan.text(end) in ("-", "--", "---", "–", "—", "(")


def names_institution(scan: Scan, start: int, end: int) -> bool:
    """As in "Alexandria Police", "Rolling Meadows man", "Northbrook-based"."""
    after = scan.text(end)
    if after == "International":
        return scan.text(end + 1) == "Airport"
    if after in tables.INSTITUTIONS:
        return True
    if after in ("-", "–"):
        return scan.lower(end + 1) in ("based", "area", "born", "bound")
    return after in tables.LOCALS


def is_seat(scan: Scan, start: int) -> bool:
    """As in "the University of Hartford", which stands there."""
    return scan.lower(start - 1) == "of" and scan.text(start - 2) in tables.SEATED


def _in_place_of_place(scan: Scan, start: int, end: int) -> bool:
    """Whether a preposition, an address, a person's "of X" or a list of places makes the name a place."""
    head = scan.sent.tokens[end - 1]
    if head.tag not in ("NNP", "NNPS") and head.ner not in tables.PLACE_LABELS:
        return False
    before = scan.lower(start - 1)
    at = start - 1
    if before in tables.DIRECTIONS:
        at -= 1
        before = scan.lower(at)
    labelled_otherwise = any(t.ner in ("PERSON", "ORG") for t in scan.sent.tokens[start:end])
    if before in tables.LOCATIVE:
        return True
    if before in tables.WEAKLY_LOCATIVE:
        return not labelled_otherwise
    if before == "of":
        owner = scan.token(at - 1)
        return owner is not None and (owner.ner == "PERSON" or (owner.text == "," and scan.text(at - 2)[:1].isdigit()))
    if before in (",", "and", "or", "&") and start >= 2:
        if any(n.end == at or (before != "," and scan.text(at - 1) == "," and n.end == at - 1) for n in scan.names):
            return not any(t.ner == "PERSON" for t in scan.sent.tokens[start:end])
        return before == "," and scan.text(at - 1) in tables.STREETS
    return False
