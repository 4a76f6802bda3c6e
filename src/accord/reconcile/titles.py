"""Readings of one story -> what happened, where and when, and a title made of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from accord.model.reading import Reading, Statement
from accord.model.sentence import Sentence, Token
from accord.model.story import StoryEvent
from accord.model.timex import contains, interval
from accord.model.vocabulary import Modality
from accord.reconcile.gatherings import Gathering

# Nouns and verbs by which news call a happening, with the noun that a title uses; the first that most leads hold wins.
HAPPENINGS: dict[str, str] = {
    w: row.split("=")[0].strip()
    for row in """
    suicide bombing = suicide
    car bombing = car-bomb
    chemical attack = chemical gas sarin chlorine
    air strikes = airstrike air-strike airstrikes
    shelling = shell shelling mortar artillery rocket
    bombing = bomb bombing explosion blast explode detonate dynamite
    shooting = gunman shoot shooting gunmen shot
    assassination = assassinate assassination murder
    kidnapping = kidnap kidnapping abduct abduction hostage
    attack = attack raid assault ambush
    clashes = clash fighting battle
    suspension = suspend suspension
    sanctions = sanction embargo
    ceasefire = ceasefire truce armistice cease-fire
    agreement = deal accord agreement treaty pact sign
    election = election vote poll referendum ballot elect
    coup = coup putsch overthrow
    protest = protest demonstration rally demonstrator
    strike = walkout
    trial = trial convict sentence indict indictment plead charge guilty
    earthquake = earthquake quake
    storm = storm hurricane cyclone typhoon tornado
    flood = flood
    crash = crash
    resignation = resign resignation
    visit = visit trip
    """.strip().splitlines()
    for w in row.split("=")[1].split()
}
_BUILDINGS = frozenset(("White House", "Kremlin", "Oval Office", "Pentagon", "Elysee Palace", "Blue House"))
_LEAD = 3
_NAMES = frozenset({"g7", "g20"})
_FEWEST = 6  # words of a sentence that can stand for a title
_MOST = 14


def story_event(readings: Sequence[Reading], gathering: Gathering | None = None) -> StoryEvent:
    """What, where and when by most of the reports' leads; a gathering where the story is about one."""
    what = None if gathering is not None and not gathering.scattered else _what(readings)
    if gathering is not None and what is None:
        return StoryEvent(what=gathering.noun, where=gathering.place or _town(readings), when=gathering.date)
    return StoryEvent(what=what, where=_where(readings), when=_when(readings, what))


def story_title(event: StoryEvent, readings: Sequence[Reading]) -> str:
    """What, where and when in a line ("Military parade in Beijing, 3 September 2025").

    A report's headline or first words where the event is not known, or neither its place nor its day is.
    """
    if event.what is None or (event.where is None and event.when is None):
        return _headline(readings)
    title = event.what.upper() if event.what in _NAMES else event.what[:1].upper() + event.what[1:]
    if event.where:
        title += f" {_preposition(event.where, readings)} {event.where}"
    return f"{title}, {_plain(event.when)}" if event.when else title


def _preposition(place: str, readings: Sequence[Reading]) -> str:
    """As in "in Geneva", "at the White House", "in the Black Sea": an article where reports write one before the name."""
    if place in _BUILDINGS:
        return "at the"
    found = re.compile(rf"(?:(\bthe)\s+)?\b{re.escape(place)}\b", re.IGNORECASE)
    articles = [bool(m[1]) for r in readings for m in found.finditer(r.report.text)]
    return "in the" if articles and 2 * sum(articles) > len(articles) else "in"


def _town(readings: Sequence[Reading]) -> str | None:
    """The town that every lead names."""
    named = [{p.name for p in r.places if p.kind in ("city", "capital") and p.sentence < _LEAD} for r in readings]
    return min(set.intersection(*named), default=None) if named else None


def _what(readings: Sequence[Reading]) -> str | None:
    votes: Counter[str] = Counter()
    for r in readings:
        votes.update(list(dict.fromkeys(w for s in r.sentences[:_LEAD] for t in s if (w := _happening(t)))))
    order = {name: n for n, name in enumerate(dict.fromkeys(HAPPENINGS.values()))}
    if not votes:
        return None
    top = max(votes.values())
    if top * 2 < len(readings):
        return None
    return min((w for w, n in votes.items() if n == top), key=order.__getitem__)


def _happening(t: Token) -> str | None:
    """The title's noun for a word; who storms a building attacks it."""
    lemma = t.lemma.lower()
    return "attack" if lemma == "storm" and t.pos == "VERB" else HAPPENINGS.get(lemma)


def _where(readings: Sequence[Reading]) -> str | None:
    """The place that most leads name, towns before states; the dateline does not count."""
    votes: Counter[str] = Counter()
    rank = {"city": 2, "capital": 1, "landmark": 2, "region": 2, "state": 0}
    kind: dict[str, int] = {}
    for r in readings:
        lead = {s.index for s in r.sentences[:_LEAD]}
        dateline = r.report.dateline.span if r.report.dateline else None
        names = dict.fromkeys(p.name for p in r.places if p.sentence in lead and not (dateline and dateline.overlap(p.span)))
        votes.update(list(names))
        kind.update({p.name: rank.get(p.kind, 0) for p in r.places if p.name in names})
    return max(votes, key=lambda n: (votes[n] * 2 >= len(readings), kind[n], votes[n], n)) if votes else None


def _when(readings: Sequence[Reading], what: str | None) -> str | None:
    """The day that most leads place it on, by the sentences that name it; without a name, the day of their main statements."""
    votes: Counter[str] = Counter()
    for r in readings:
        named = {s.index for s in r.sentences[:_LEAD] if what is None or any(_happening(t) == what for t in s)}
        times: set[str] = set()
        for st in r.statements:
            if st.sentence in named and st.modality in (Modality.ASSERTED, Modality.PLANNED):
                times |= _value(st)
        votes.update(times or {_day(x.value) for x in r.times if x.sentence in named and _is_day(x.value)})
    if not votes:
        return None
    best = max(votes, key=lambda v: (votes[v], v))
    finer = [v for v in votes if v != best and contains(best, v)]
    return max(finer, key=lambda v: (votes[v], v)) if finer else best


def _value(st: Statement) -> set[str]:
    time = st.event.time
    return {_day(time.value)} if time is not None and _is_day(time.value) else set()


def _day(value: str) -> str:
    return value.split("T", maxsplit=1)[0]


def _is_day(value: str) -> bool:
    found = interval(value)
    return found is not None and (found[1] - found[0]).days <= 31


def _plain(value: str | None) -> str:
    """Day or month in words ("3 September 2025", "September 2025"), the value itself otherwise."""
    if value and len(value) == 10 and interval(value) and "W" not in value:
        d = date.fromisoformat(value)
        return f"{d.day} {d:%B %Y}"
    if value and len(value) == 7 and interval(value) and value[5:].isdigit():
        return f"{date.fromisoformat(value + '-01'):%B %Y}"
    found = interval(value) if value and "W" in value else None
    if found is not None:
        return f"week of {found[0].day} {found[0]:%B %Y}"
    return value or ""


def _headline(readings: Sequence[Reading]) -> str:
    for r in readings:
        if r.report.headline:
            return r.report.headline
    for r in readings:
        words = next((w for s in r.sentences[:_LEAD] if len(w := _prose(r, s)) >= _FEWEST), [])
        if words:
            return " ".join(words[:_MOST]) + (" …" if len(words) > _MOST else "")
    return "Untitled"


def _prose(reading: Reading, sentence: Sentence) -> list[str]:
    """Words of a sentence behind its dateline."""
    dateline = reading.report.dateline
    end = dateline.span.end if dateline is not None else 0
    tokens = [t for t in sentence if t.start >= end]
    while tokens and tokens[0].pos == "PUNCT":
        tokens = tokens[1:]
    if not any(t.pos in ("VERB", "AUX") for t in tokens) or "--" in (tokens[-1].text, tokens[-1].lower):
        return []
    # Token by token: a text in capitals is cased in its tokens only.
    out = ""
    for n, t in enumerate(tokens):
        out += t.text if n and tokens[n - 1].end == t.start else f" {t.text}"
    return out.split()
