"""Scene + noun -> parties that it tells of: a visit, an absence, a boycott, a member of the list, the company of talks."""

from __future__ import annotations

from collections.abc import Iterator

from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import Attendance
from accord.reconcile import cues
from accord.reconcile.attendance_scene import Scene
from accord.reconcile.clauses import complements_of, is_indefinite_past
from accord.reconcile.gatherings import clashes
from accord.reconcile.parties import Party

_A = Attendance
Found = Iterator[tuple[Party, Attendance | None]]
# Verbs that make of a visit something else than a visit, or that idioms read.
_UNDONE = frozenset(
    "rule deny doubt question oppose hope seek request confirm cancel call scrap drop make announce threaten want demand".split()
)
_SEATS = frozenset("place seat room chair invitation space".split())
_STOOD_FOR = frozenset("place stead chair seat absence".split())


def nominal(scene: Scene, sentence: Sentence, t: Token, lemma: str) -> Found:
    """Parties of whom noun `t` tells, with the status."""
    if lemma in cues.NOUNS or (lemma in cues.TRAVEL_NOUNS and scene.ties.is_trip_here(sentence, t)):
        yield from _act(scene, sentence, t, lemma)
    elif lemma in cues.LISTS and any(k.lemma.lower() == "guest" for k in sentence.kids(t.i, "compound")):
        yield from ((p, _A.HOST) for k in sentence.kids(t.i, "poss") for p in scene.parties.of(sentence, k.i))
    elif lemma == "member" and any(scene.ties.on_list(sentence, k) for k in sentence.kids(t.i, "prep")):
        yield from ((p, _A.ATTENDS) for p in scene.equated(sentence, t))
    elif lemma == "host":
        yield from _hosting(scene, sentence, t)
    elif lemma == "invitation" and t.dep == "pobj" and sentence.tokens[t.head].lower == "at" and scene.near(sentence):
        yield from ((p, _A.HOST) for p in scene.owners(sentence, t))
    elif scene.is_mention(sentence, t):
        yield from _company(scene, sentence, t)
    elif lemma in cues.ATTENDEES and t.dep == "attr":
        yield from ((p, _A.ATTENDS) for p in scene.equated(sentence, t) if scene.near(sentence))
    yield from _seats(scene, sentence, t, lemma)
    yield from _addresses(scene, sentence, t, lemma)


def _hosting(scene: Scene, sentence: Sentence, t: Token) -> Found:
    if t.dep in ("compound", "nmod", "appos"):
        yield from ((p, _A.HOST) for p in scene.parties.of(sentence, t.head))
    elif sentence.kids(t.i, "appos") and scene.near(sentence):
        yield from ((p, _A.HOST) for k in sentence.kids(t.i, "appos") for p in scene.parties.of(sentence, k.i))
    elif t.dep == "attr" and all(
        scene.ties.is_occasion(sentence, o) or scene.ties.is_time(sentence, o)
        for k in sentence.kids(t.i, "prep")
        if k.lower in ("of", "to")
        for o in sentence.kids(k.i, "pobj")
    ):
        yield from ((p, _A.HOST) for p in scene.equated(sentence, t) if scene.near(sentence))


def _seats(scene: Scene, sentence: Sentence, t: Token, lemma: str) -> Found:
    """No room for X, in X's chair, X's seat stays empty."""
    if lemma in ("sign", "trace") and any(k.lower == "no" for k in sentence.kids(t.i, "det")) and scene.near(sentence):
        yield from (
            (p, _A.DECLINED) for o in scene.after(sentence, t, "of") for p in scene.parties.of(sentence, o.i) if p.person or p.title
        )
    if lemma in _SEATS and any(k.lower == "no" for k in sentence.kids(t.i, "det")) and scene.near(sentence) and t.dep in ("attr", "nsubj"):
        yield from ((p, _A.NOT_INVITED) for o in scene.after(sentence, t, "for", "to") for p in scene.parties.of(sentence, o.i))
    if lemma in _STOOD_FOR and t.dep in ("pobj", "dobj") and scene.near(sentence):
        yield from _stood_for(scene, sentence, t)
    if lemma in ("chair", "seat") and t.dep in ("nsubj", "nsubjpass"):
        verb = sentence.tokens[t.head]
        if (
            t.dep == "nsubjpass"
            and verb.lemma.lower() in ("take", "fill", "occupy")
            and scene.near(sentence)
            and scene.told(sentence, verb)
        ):
            low = any(scene.is_deputy(sentence, o) for o in scene.after(sentence, verb, "by"))
            yield from ((p, _A.REPRESENTED_BY_OTHER) for p in scene.owners(sentence, t) if low)
        if {"empty", "vacant"} & {k.lower for k in sentence.subtree(verb.i)} and scene.near(sentence):
            yield from ((p, _A.DECLINED) for p in scene.owners(sentence, t))


def _addresses(scene: Scene, sentence: Sentence, t: Token, lemma: str) -> Found:
    """As in "In his address to the summit X warned"."""
    if lemma in ("speech", "address", "remark", "toast") and any(
        scene.is_mention(sentence, o) for o in scene.after(sentence, t, "to", "at", "before")
    ):
        verb = next((a for a in sentence.ancestors(t.i) if a.pos == "VERB"), None)
        owners = [p for k in sentence.kids(t.i, "poss") for p in scene.parties.of(sentence, k.i)]
        doers = scene.subjects(sentence, verb) if (verb is not None and not owners) or (verb is not None and verb.i > t.i) else owners
        yield from ((p, _A.ATTENDS) for p in doers or owners)


def _stood_for(scene: Scene, sentence: Sentence, t: Token) -> Found:
    """As in "in place of X", "in X's chair", "took X's seat"."""
    prep = sentence.tokens[t.head]
    verb = next((a for a in sentence.ancestors(t.i) if a.pos in ("VERB", "AUX")), None)
    if verb is None or not scene.told(sentence, verb) or not (prep.lower == "in" or verb.lemma.lower() in ("take", "fill", "occupy")):
        return
    who = [p for k in sentence.kids(t.i, "poss") for p in scene.parties.of(sentence, k.i)]
    if t.lemma.lower() in ("place", "stead", "absence"):
        who += [p for o in scene.after(sentence, t, "of") for p in scene.parties.of(sentence, o.i)]
    doers = {p.person for p in scene.subjects(sentence, verb)}
    yield from ((p, _A.REPRESENTED_BY_OTHER) for p in who if p.person and p.person not in doers)


def _act(scene: Scene, sentence: Sentence, t: Token, lemma: str) -> Found:
    base = cues.NOUNS.get(lemma, _A.ATTENDS)
    if any(clashes(scene.gathering, x.value) for x in scene.ties.times_with(sentence, t)) or is_indefinite_past(sentence, t):
        return
    complements = [c for c in complements_of(sentence, t) if not scene.ties.is_time(sentence, c)]
    elsewhere = any(sentence.tokens[c.head].lower in ("at", "in", "to") for c in complements)
    here = any(scene.ties.is_occasion(sentence, c) or scene.ties.is_here(sentence, c) for c in complements)
    if base == _A.ATTENDS and elsewhere and not here:
        return
    verb = next((a for a in sentence.ancestors(t.i) if a.pos in ("VERB", "AUX")), None)
    if base is _A.NOT_INVITED:
        yield from ((p, base) for p in scene.owners(sentence, t) if scene.near(sentence))
        return
    if verb is not None and verb.lemma.lower() in _UNDONE:
        return
    if verb is not None and {"could", "would", "might", "may", "should"} & {k.lower for k in sentence.kids(verb.i, "aux")}:
        return
    if lemma == "boycott":
        of = [o for o in scene.after(sentence, t, "of") if not scene.ties.is_occasion(sentence, o)]
        if of or (not sentence.kids(t.i, "poss") and not scene.after(sentence, t, "by")):
            return
    for p in scene.owners(sentence, t):
        yield p, base


def _company(scene: Scene, sentence: Sentence, t: Token) -> Found:
    """As in "Talks between A and B", "a meeting of the leaders of A and B"."""
    if _hoped_for(scene, sentence, t):
        return
    for prep in sentence.kids(t.i, "prep"):
        if prep.lower in ("between", "of", "with", "among") and (prep.lower != "of" or scene.gathering.family in ("talks", "summit")):
            for o in sentence.kids(prep.i, "pobj"):
                yield from ((p, _A.ATTENDS) for p in scene.parties.of(sentence, o.i) if p.title or prep.lower != "of" or p.person)
    top = sentence.tokens[t.head]
    held = t.dep == "dobj" and top.lemma.lower() in ("hold", "conclude", "begin", "start", "open", "end", "finish", "have")
    if held and scene.outcome(sentence, top.i) == _A.ATTENDS:
        yield from ((p, _A.ATTENDS) for o in scene.after(sentence, top, "with") for p in scene.parties.of(sentence, o.i))


def _hoped_for(scene: Scene, sentence: Sentence, t: Token) -> bool:
    verb = next((a for a in sentence.ancestors(t.i) if a.pos in ("VERB", "AUX")), None)
    return verb is not None and scene.outcome(sentence, verb.i) != _A.ATTENDS
