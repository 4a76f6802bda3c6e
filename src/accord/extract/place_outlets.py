"""Report -> where its outlet sits, by the names of places in the outlet's own name or address."""

from __future__ import annotations

import re
from functools import lru_cache

from accord.extract.place_candidates import Candidate, find_candidates, of_site
from accord.extract.place_scan import PlaceName
from accord.knowledge.gazetteer import find_sites
from accord.knowledge.outlets import outlet_seat
from accord.knowledge.phrases import find_phrases
from accord.knowledge.states import all_states
from accord.model.report import Report

_HOST = re.compile(r"^(?:https?://)?([^/\s:?#]+\.[^/\s:?#]+)")
_PLAIN_DOMAINS = frozenset("com org net info news tv biz eu int mobi co ac gov edu www m rss feeds weekly online web blog blogs".split())
# Words of which names of newspapers and stations are made.
_PAPER_WORDS = (
    "the news daily times herald tribune post star gazette courier observer press chronicle journal mail sun sentinel examiner inquirer"
    " independent register record recorder reporter review world today online telegraph express standard globe mirror beacon leader citizen"
    " echo argus advertiser advocate enquirer dispatch bulletin messenger mercury monitor evening morning sunday weekly local newspapers"
    " newspaper live gate this is is tv radio fm am network media group public free union republic republican democrat banner call"
    " ledger transcript item pilot voice progress spectator statesman intelligencer patriot capital area bay inside my and of"
    " life person info"
).split()


def outlet_candidates(report: Report) -> tuple[Candidate, ...]:
    """Places that the outlet's name may be named after ("Dallas Morning News", "theparisnews.com"); none for most outlets."""
    return _candidates(report.publisher or "") or _candidates(_host(report.url or ""))


def outlet_country(report: Report) -> str | None:
    """State of the country domain of the outlet's address (".uk", ".com.lb"), or None."""
    for text in (report.publisher or "", report.url or ""):
        last = _host(text).rpartition(".")[2]
        found = next((s.iso3 for s in all_states() if s.iso2.lower() == ("gb" if last == "uk" else last) and not s.valid_until), None)
        if found and last not in ("tv", "co", "me", "io", "fm", "am", "ai", "cc", "ws", "ly", "gl", "to"):
            return found
    return None


def _host(text: str) -> str:
    m = _HOST.match(text.strip().lower())
    return m.group(1) if m else ""


@lru_cache(maxsize=5_000)
def _candidates(outlet: str) -> tuple[Candidate, ...]:
    host = _host(outlet)
    labels = [p for p in host.split(".") if p not in _PLAIN_DOMAINS] if host else [outlet.removeprefix("The ")]
    seat = next((s for p in labels if (s := outlet_seat(p)) is not None), None)
    if seat is not None:
        return (of_site(seat),)
    names = [_stripped(p) for p in labels] if host else [_words(outlet)]
    for name in names:
        for part in (name, *name.split(" and ")):
            if len(part) < 4:
                continue
            title = part.title()
            phrase = next(
                (p for m in find_phrases([title]) for p in m.phrases if p.kind in ("state", "landmark") and p.how == "name"), None
            )
            if phrase is not None or find_sites(title):
                return find_candidates(PlaceName(0, 0, 1, title, phrase))
    return ()


def _words(outlet: str) -> str:
    return " ".join(w for w in outlet.lower().split()[:8] if w not in _PAPER_WORDS)


def _stripped(label: str) -> str:
    """A label of an address without newspaper words at both ends: "theparisnews" is "paris"."""
    label = label.replace("-", " ").strip()
    if " " in label:
        return _words(label)
    while True:
        shorter = next((label.removeprefix(w) for w in _PAPER_WORDS if len(w) > 1 and label.startswith(w)), label)
        shorter = next((shorter.removesuffix(w) for w in _PAPER_WORDS if len(w) > 2 and shorter.endswith(w)), shorter)
        if shorter == label:
            return label
        if len(shorter) < 4:
            return label if label not in _PAPER_WORDS else ""
        label = shorter
