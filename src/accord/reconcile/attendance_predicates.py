"""Scene + verb -> parties told by a construction: is represented, sends, leads, is on the list, gets no invitation."""

from __future__ import annotations

from collections.abc import Iterator

from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import Attendance
from accord.reconcile import cues
from accord.reconcile.attendance_ellipsis import parties_from
from accord.reconcile.attendance_scene import Scene, combined, denied_object
from accord.reconcile.clauses import complements_of, is_passive, lemmas_from, subject_of
from accord.reconcile.commitment import negated
from accord.reconcile.parties import Party

_A = Attendance
Found = Iterator[tuple[Party, Attendance | None]]
_INVITATION = frozenset("invitation invite".split())
_HOLDS = frozenset("have get receive win give hand grant offer obtain earn secure".split())
_SENDS = frozenset("extend issue send hand offer address give mail".split())
_GUEST_VERBS = frozenset("attend come join participate take be visit travel send speak".split())
_ENTERING = frozenset("attend come join participate take enter".split())
_DOORS = frozenset("close shut slam bar lock keep".split())
_LOW_LEVEL = frozenset("ministerial ambassadorial lower junior deputy working diplomatic technical official".split())
_AWAY_FROM = frozenset("strike cross drop remove leave delete omit scratch".split())


def constructed(scene: Scene, sentence: Sentence, t: Token) -> Found:
    """Parties of whom a verb tells by its construction, with the status."""
    lemma = t.lemma.lower()
    if lemma == "be":
        yield from _being(scene, sentence, t)
    elif lemma == "bring" and any(k.lower == "together" for k in sentence.kids(t.i)) and scene.near(sentence):
        yield from ((p, _A.ATTENDS) for p in scene.objects(sentence, t, passive=False))
    elif lemma in ("represent", "deputise", "deputize", "substitute") or (
        lemma in ("stand", "sit", "fill", "step") and any(k.lower == "in" for k in sentence.kids(t.i))
    ):
        yield from _represented(scene, sentence, t)
    elif lemma in ("send", "dispatch", "delegate", "designate", "depute") and not _INVITATION & _object_lemmas(sentence, t):
        yield from _sent(scene, sentence, t)
    elif lemma in ("lead", "head") and scene.near(sentence):
        yield from _led(scene, sentence, t)
    else:
        yield from _barred(scene, sentence, t, lemma)
        yield from _phrases(scene, sentence, t, lemma)
    yield from _admitted(scene, sentence, t, lemma)


def _barred(scene: Scene, sentence: Sentence, t: Token, lemma: str) -> Found:
    """Who is replaced, told to stay away, not let in; who is flanked by whom."""
    if lemma == "replace" and is_passive(sentence, t):
        if any(scene.is_deputy(sentence, o) for o in scene.after(sentence, t, "by")) and scene.told(sentence, t) and scene.near(sentence):
            yield from ((p, _A.REPRESENTED_BY_OTHER) for p in scene.subjects(sentence, t))
    elif lemma in ("tell", "order", "advise") and is_passive(sentence, t) and scene.near(sentence):
        for k in sentence.kids(t.i, "xcomp"):
            away = k.lemma.lower() == "stay" and any(x.lower in ("away", "home") for x in sentence.subtree(k.i))
            if away or (k.lemma.lower() in _ENTERING and negated(sentence, k)):
                yield from ((p, _A.NOT_INVITED) for p in scene.subjects(sentence, t) if not negated(sentence, t))
    elif lemma == "leave" and any(scene.ties.is_occasion(sentence, o) for o in sentence.kids(t.i, "dobj")):
        deputies = [o for o in scene.after(sentence, t, "to") if scene.is_deputy(sentence, o)]
        yield from ((p, _A.REPRESENTED_BY_OTHER) for p in scene.subjects(sentence, t) if deputies)
    elif lemma in cues.ADMISSION and (negated(sentence, t) or denied_object(sentence, t)):
        within = any(c.lemma.lower() in cues.WITHIN or scene.ties.is_occasion(sentence, c) for c in complements_of(sentence, t))
        if within or any(k.lemma.lower() in _ENTERING for k in sentence.kids(t.i, "xcomp", "ccomp")):
            yield from ((p, _A.NOT_INVITED) for p in scene.objects(sentence, t, passive=is_passive(sentence, t)))
    elif lemma in ("flank", "accompany", "join") and is_passive(sentence, t) and scene.told(sentence, t):
        here = scene.near(sentence) or scene.gathering.family == "parade"
        tokens = [*scene.after(sentence, t, "by"), *([sentence.tokens[t.head]] if t.dep == "acl" else [])] if here else []
        yield from ((p, _A.ATTENDS) for o in tokens for p in scene.parties.of(sentence, o.i))


def _object_lemmas(sentence: Sentence, t: Token) -> set[str]:
    return {k.lemma.lower() for k in sentence.kids(t.i, "dobj", "nsubjpass")}


def _phrases(scene: Scene, sentence: Sentence, t: Token, lemma: str) -> Found:
    objects = sentence.kids(t.i, "dobj")
    if (lemma in ("include", "name", "number") and _lists(scene, sentence, t)) or (
        lemma in ("place", "put") and any(scene.ties.on_list(sentence, k) for k in sentence.kids(t.i, "prep"))
    ):
        status = _A.DECLINED if negated(sentence, t) else _A.ATTENDS
        yield from ((p, status) for o in objects for p in scene.parties.of(sentence, o.i) if status is _A.ATTENDS)
    elif lemma == "address" and any(k.lemma.lower() in cues.BODIES for k in objects) and scene.gathering.family == "talks":
        yield from ((p, scene.outcome(sentence, t.i)) for p in scene.subjects(sentence, t))
    elif lemma in ("stand", "act", "serve") and any(k.lower == "as" for k in sentence.kids(t.i, "prep")):
        roles = [o.lemma.lower() for k in sentence.kids(t.i, "prep") for o in sentence.kids(k.i, "pobj")]
        if {"witness", "guarantor", "observer", "host", "mediator"} & set(roles):
            yield from ((p, scene.outcome(sentence, t.i)) for p in scene.subjects(sentence, t))
    elif lemma in ("stay", "remain") and scene.gathering.country and any(k.lower == "in" for k in sentence.kids(t.i, "prep")):
        abroad = [p.country for p in scene.ties.places_with(sentence, t) if p.country]
        if abroad and scene.gathering.country not in abroad and scene.near(sentence):
            yield from ((p, _A.DECLINED) for p in scene.subjects(sentence, t) if p.country in abroad and scene.outcome(sentence, t.i))
    elif lemma == "hang" and any(phrase in lemmas_from(sentence, t) for phrase in cues.OPEN_PHRASES):
        yield from ((p, _A.UNDECIDED) for p in scene.open_subjects(sentence, t))
    elif lemma in ("say", "tell", "warn", "call", "add", "declare", "argue", "urge", "announce"):
        aside = [o for o in scene.after(sentence, t, "at", "on") if o.lower in ("sidelines", "margins", "fringes", "sideline")]
        aside += [o for o in scene.after(sentence, t, "at") if scene.is_mention(sentence, o)]
        aside += [o for o in objects if lemma in ("tell", "warn", "urge") and scene.is_mention(sentence, o)]
        if aside and scene.outcome(sentence, t.i) == _A.ATTENDS:
            yield from ((p, _A.ATTENDS) for p in scene.subjects(sentence, t))


def _lists(scene: Scene, sentence: Sentence, t: Token) -> bool:
    return any(
        scene.ties.is_list(sentence, k)
        or any(v.lemma.lower() in ("attend", "come", "expect", "invite") for v in [k, *sentence.kids(k.i, "acl", "relcl")])
        for k in sentence.kids(t.i, "nsubj", "csubj")
    )


def _admitted(scene: Scene, sentence: Sentence, t: Token, lemma: str) -> Found:
    """Invitations that are got, sent or withdrawn, doors that are shut, names struck off a list."""
    if not scene.near(sentence):
        return
    objects = _object_lemmas(sentence, t)
    passive = is_passive(sentence, t)
    denied = negated(sentence, t) or denied_object(sentence, t) or scene.negative_subject(sentence, t)
    if lemma in _HOLDS and objects & (_INVITATION | {"seat", "ticket"}) and not (passive and objects <= _INVITATION and lemma != "give"):
        people = scene.subjects(sentence, t)
        base = scene.outcome(sentence, t.i) if not denied else _A.ATTENDS
        yield from ((p, _A.NOT_INVITED if denied else _A.INVITED) for p in people if base is not None)
    if lemma in _SENDS and objects & _INVITATION:
        to = [p for o in sentence.kids(t.i, "dative", "dobj") for p in scene.parties.of(sentence, o.i)] + scene.behind(
            sentence, t, "to", "for"
        )
        none = denied or any(d.lower == "no" for k in sentence.kids(t.i, "nsubjpass") for d in sentence.kids(k.i, "det"))
        yield from ((p, _A.NOT_INVITED if none else _A.INVITED) for p in to)
        if not passive:
            yield from _inviting(scene, sentence, t)
    if lemma == "go" and any(k.lemma.lower() in _INVITATION for k in sentence.kids(t.i, "nsubj")):
        none = negated(sentence, t) or any(d.lower == "no" for k in sentence.kids(t.i, "nsubj") for d in sentence.kids(k.i, "det"))
        yield from ((p, _A.NOT_INVITED if none else _A.INVITED) for p in scene.behind(sentence, t, "to"))
    if lemma in ("withdraw", "revoke", "rescind", "cancel") and objects & _INVITATION:
        invitations = [k for k in sentence.kids(t.i, "dobj", "nsubjpass") if k.lemma.lower() in _INVITATION]
        parties = [p for k in invitations for p in scene.owners(sentence, k)] + scene.behind(sentence, t, "to", "for")
        yield from ((p, _A.NOT_INVITED) for p in parties if not negated(sentence, t))
    yield from _kept_out(scene, sentence, t, lemma, denied=denied)


def _kept_out(scene: Scene, sentence: Sentence, t: Token, lemma: str, *, denied: bool) -> Found:
    """Who is not asked, struck off a list, turned away, shut out."""
    passive = is_passive(sentence, t)
    if lemma == "ask" and not passive and any(scene.ties.reaches(sentence, k) for k in sentence.kids(t.i, "prep", "dative")):
        yield from ((p, _A.NOT_INVITED if denied else _A.INVITED) for p in scene.objects(sentence, t, passive=False))
        yield from _inviting(scene, sentence, t)
    if lemma == "leave" and negated(sentence, t):
        places = {p.country for p in scene.ties.places_with(sentence, t)}
        yield from ((p, _A.DECLINED) for p in scene.subjects(sentence, t) if p.country in places)
    if lemma == "ask" and passive:
        below = sentence.kids(t.i, "xcomp")
        if all(k.lemma.lower() in _GUEST_VERBS for k in below) and (below or denied) and not scene.after(sentence, t, "about", "by", "for"):
            yield from ((p, _A.NOT_INVITED if denied else _A.INVITED) for p in scene.subjects(sentence, t))
    if lemma in _AWAY_FROM and _off_list(sentence, t) and not negated(sentence, t):
        yield from ((p, combined(scene.outcome(sentence, t.i), _A.NOT_INVITED)) for p in scene.objects(sentence, t, passive=passive))
    if lemma == "turn" and any(k.lower == "away" for k in sentence.kids(t.i)) and scene.outcome(sentence, t.i) == _A.ATTENDS:
        yield from ((p, _A.NOT_INVITED) for p in scene.objects(sentence, t, passive=passive))
    if lemma in _DOORS:
        yield from _shut_out(scene, sentence, t)
    if lemma in ("invite", "disinvite", "uninvite", "exclude") and not passive:
        yield from _inviting(scene, sentence, t)


def _inviting(scene: Scene, sentence: Sentence, t: Token) -> Found:
    """Who invites, or does not, is at home."""
    if scene.gathering.country is not None and scene.near(sentence):
        yield from ((p, _A.HOST) for p in scene.subjects(sentence, t) if p.country == scene.gathering.country)


def _off_list(sentence: Sentence, t: Token) -> bool:
    local = [k for k in sentence.subtree(t.i) if k.i > t.i][:10]
    return any(k.lower in ("off", "from") for k in local) and any(k.lemma.lower() in cues.LISTS for k in local)


def _shut_out(scene: Scene, sentence: Sentence, t: Token) -> Found:
    """As in "Kept the doors closed to A and B", "the door is shut to A"."""
    below = [k for k in sentence.subtree(t.i) if k.lower in ("door", "doors", "gate", "gates")]
    above = [k for k in sentence.kids(t.head) if k.lower in ("door", "doors")] if t.dep in ("acomp", "oprd", "ccomp") else []
    if not (below or above) or negated(sentence, t):
        return
    words = {k.lemma.lower() for k in sentence.subtree(t.i)}
    if t.lemma.lower() == "keep" and not words & {"shut", "close", "closed", "locked", "barred"}:
        return
    tops = {k.i for k in [t, *sentence.kids(t.i), *(x for k in sentence.kids(t.i) for x in sentence.kids(k.i)), *below]}
    tokens = {o.i for i in tops for o in scene.after(sentence, sentence.tokens[i], "to", "on", "against", "for")}
    yield from ((p, _A.NOT_INVITED) for i in sorted(tokens) for p in scene.parties.of(sentence, i))
    yield from _inviting(scene, sentence, t)


def _being(scene: Scene, sentence: Sentence, t: Token) -> Found:
    if t.i and sentence.tokens[t.i - 1].lower == "present":
        yield from ((p, scene.outcome(sentence, t.i)) for p in parties_from(scene, sentence, t.i + 1))
        return
    for k in sentence.kids(t.i):
        low = k.lower
        there = (low in ("there", "here") and k.dep == "advmod") or (low == "present" and k.dep in ("acomp", "attr", "amod"))
        there = there or (low == "in" and any(o.lower == "attendance" for o in sentence.kids(k.i, "pobj")))
        there = there or (k.dep == "prep" and scene.ties.on_list(sentence, k))
        there = there or (k.dep == "prep" and low in ("in", "at") and _is_at(scene, sentence, t, k))
        if there or (low == "absent" and k.dep == "acomp"):
            status = _A.ATTENDS if there else _A.DECLINED
            if (
                k.dep == "prep"
                and negated(sentence, t)
                and any(o.lower == "invited" or o.lemma.lower() in cues.LISTS for o in sentence.subtree(k.i))
            ):
                yield from ((p, _A.NOT_INVITED) for p in scene.subjects(sentence, t))
                continue
            found = scene.subjects(sentence, t) or [p for a in sentence.kids(t.i, "attr") for p in scene.parties.of(sentence, a.i)]
            yield from ((p, combined(scene.outcome(sentence, t.i), status)) for p in found)
        elif k.dep == "prep" and any(phrase in lemmas_from(sentence, t) for phrase in cues.OPEN_PHRASES):
            yield from ((p, _A.UNDECIDED) for p in scene.open_subjects(sentence, t))
        elif low == "welcome" and k.dep == "acomp" and negated(sentence, t) and scene.near(sentence):
            yield from ((p, _A.NOT_INVITED) for p in scene.subjects(sentence, t))
        elif (
            low == "content" and k.dep in ("acomp", "attr") and any(scene.is_deputy(sentence, o) for o in scene.after(sentence, k, "with"))
        ):
            yield from ((p, _A.REPRESENTED_BY_OTHER) for p in scene.subjects(sentence, t))
        elif low == "conspicuous" and any(x.lower == "absence" for x in sentence.subtree(k.i)):
            found = scene.subjects(sentence, t) or [p for a in sentence.kids(t.i, "attr") for p in scene.parties.of(sentence, a.i)]
            yield from ((p, _A.DECLINED) for p in found)


def _is_at(scene: Scene, sentence: Sentence, t: Token, prep: Token) -> bool:
    """As in "will be in Ottawa", "is at the summit": only persons are anywhere."""
    objects = sentence.kids(prep.i, "pobj")
    return any(scene.ties.is_here(sentence, o) or scene.is_mention(sentence, o) for o in objects) and any(
        p.person or p.title for p in scene.subjects(sentence, t)
    )


def _represented(scene: Scene, sentence: Sentence, t: Token) -> Found:
    if not scene.told(sentence, t):
        return
    if is_passive(sentence, t):
        # "By its ambassador" may hang on the summit at which the ambassador is.
        preps = [*sentence.kids(t.i, "agent", "prep"), *(p for c in complements_of(sentence, t) for p in sentence.kids(c.i, "prep"))]
        agents = [o for k in preps if k.lower == "by" for o in sentence.kids(k.i, "pobj")]
        level = any(
            {x.lower for x in sentence.subtree(c.i)} & _LOW_LEVEL for c in complements_of(sentence, t) if c.lower in ("level", "rank")
        )
        if agents or level:
            status = _A.ATTENDS if agents and all(scene.is_principal(sentence, o) for o in agents) else _A.REPRESENTED_BY_OTHER
            yield from ((p, status) for p in scene.subjects(sentence, t))
        elif t.lemma.lower() == "represent" and scene.near(sentence):
            yield from ((p, _A.ATTENDS) for p in scene.subjects(sentence, t))
    elif scene.near(sentence):
        subject = subject_of(sentence, t)
        if subject is None or scene.is_principal(sentence, subject):
            return
        parties = [*scene.objects(sentence, t, passive=False), *scene.behind(sentence, t, "for", "in")]
        if t.lemma.lower() == "represent":
            country = any(o.lemma.lower() in ("country", "state", "nation", "government") for o in sentence.kids(t.i, "dobj"))
            own = scene.parties.of(sentence, subject.i)
            parties = [p for p in parties if p.person is None] or ([p for p in own if p.country] if country else [])
        elif not parties and scene.is_deputy(sentence, subject) and scene.after(sentence, t, "for"):
            parties = scene.parties.of(sentence, subject.i)
        yield from ((p, _A.REPRESENTED_BY_OTHER) for p in parties)


def _sent(scene: Scene, sentence: Sentence, t: Token) -> Found:
    if any(k.lower in ("to", "into") and not scene.ties.reaches(sentence, k) for k in sentence.kids(t.i, "prep", "dative")):
        return
    subjects = [p for p in scene.subjects(sentence, t) if p.country]
    local = {k.lower for k in sentence.subtree(t.i)}
    for o in sentence.kids(t.i, "dobj"):
        nobody = o.lower in cues.NOBODY or any(d.lower == "no" for d in sentence.kids(o.i, "det"))
        if nobody or (negated(sentence, t) and o.lower in ("anyone", "anybody")):
            yield from ((p, _A.DECLINED) for p in subjects)
        elif scene.told(sentence, t) and scene.is_principal(sentence, o):
            yield from ((p, _A.ATTENDS) for p in subjects)
        elif o.lemma.lower() in cues.STAND_INS or scene.is_deputy(sentence, o) or local & {"instead", "place", "stead"}:
            if scene.told(sentence, t):
                yield from ((p, _sent_whom(scene)) for p in subjects)
        elif o.lemma.lower() in cues.TEAMS and scene.told(sentence, t):
            yield from ((p, _A.ATTENDS) for p in subjects)
        elif scene.told(sentence, t) and scene.near(sentence):
            # A person by name: whoever sends somebody does not come.
            yield from (
                (p, _sent_whom(scene)) for p in subjects if any(q.person and q.person != p.person for q in scene.parties.of(sentence, o.i))
            )


def _sent_whom(scene: Scene) -> Attendance:
    """Whoever is sent to talks of envoys is the one who was meant to come."""
    return _A.ATTENDS if scene.gathering.family == "talks" else _A.REPRESENTED_BY_OTHER


def _led(scene: Scene, sentence: Sentence, t: Token) -> Found:
    if is_passive(sentence, t):
        team = subject_of(sentence, t)
        if team is not None and team.lemma.lower() in cues.TEAMS:
            agents = scene.after(sentence, t, "by")
            led = [p for o in agents for p in scene.parties.of(sentence, o.i) if p.country]
            base = scene.outcome(sentence, t.i)
            yield from ((p, base) for p in led)
            if not led and agents and base is _A.ATTENDS and scene.gathering.family != "talks":
                low = all(scene.is_deputy(sentence, o) for o in agents)
                yield from ((p, _A.REPRESENTED_BY_OTHER if low else _A.ATTENDS) for p in scene.parties.of(sentence, team.i))
    elif any(o.lemma.lower() in cues.TEAMS for o in sentence.kids(t.i, "dobj")):
        base = scene.outcome(sentence, t.i)
        for p in scene.subjects(sentence, t):
            low = scene.gathering.family != "talks" and scene.is_deputy(sentence, sentence.tokens[p.token])
            yield p, _A.REPRESENTED_BY_OTHER if low and base is _A.ATTENDS else base
