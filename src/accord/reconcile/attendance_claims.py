"""Reading + gathering -> what the report says of each party: attends, hosts, declines, is not invited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from accord.model.reading import Reading
from accord.model.report import ReportId
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span, cover
from accord.model.vocabulary import Attendance
from accord.reconcile import cues
from accord.reconcile.clauses import complements_of, is_indefinite_past, is_passive, lemmas_from, subject_of
from accord.reconcile.commitment import negated, outcome
from accord.reconcile.cues import Cue
from accord.reconcile.gatherings import Gathering, clashes
from accord.reconcile.parties import Parties, Party
from accord.reconcile.ties import Ties

_A = Attendance
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# One report, one country: the status that tells most wins.
RANK = {
    _A.HOST: 9, _A.NOT_INVITED: 8, _A.REPRESENTED_BY_OTHER: 7, _A.DECLINED: 6, _A.UNDECIDED: 5, _A.UNLIKELY: 4, _A.ATTENDS: 3,
    _A.INVITED: 2,
}  # fmt: skip
_GUEST_VERBS = frozenset("attend come join participate take be visit travel".split())
_NOT_ALONE = frozenset("to of for as by in over".split())


@dataclass(frozen=True, slots=True)
class AttendanceClaim:
    """One passage's word on whether a party comes.

    Attributes:
        said: Words of the party ("leaders from Cuba"); `span`: party and cue together.
    """

    report_id: ReportId
    country: str
    person: str | None
    status: Attendance
    span: Span
    sentence: int


def claims_of(reading: Reading, gathering: Gathering) -> list[AttendanceClaim]:
    """What one report says of who comes, in order of position; only parties with a country."""
    out: list[AttendanceClaim] = []
    reader = _ClaimReader(reading, gathering)
    for sentence in reading.sentences:
        echo = _echo(sentence, out, reader)
        out.extend(echo or reader.read(sentence))
    return out


def _echo(sentence: Sentence, before: list[AttendanceClaim], reader: _ClaimReader) -> list[AttendanceClaim]:
    """As in "Nor does X." after a sentence that tells of others."""
    if not sentence.tokens or sentence.tokens[0].lower not in ("nor", "so") or not before:
        return []
    last = before[-1]
    root = sentence.root
    if sentence.kids(root.i, "dobj", "attr", "acomp", "xcomp", "prep"):
        return []
    if last.sentence != sentence.index - 1 or root.lemma.lower() not in ("do", "be", "will", "have"):
        return []
    parties = [p for k in sentence.kids(root.i, *_SUBJECTS) for p in reader.parties.of(sentence, k.i)]
    return [reader.claim(sentence, p, last.status, root) for p in parties if p.country]


class _ClaimReader:
    """Reads the sentences of one report against the gathering in hand."""

    def __init__(self, reading: Reading, gathering: Gathering) -> None:
        self.reading = reading
        self.gathering = gathering
        self.ties = Ties(reading, gathering)
        self.parties = Parties(reading, home=gathering.country)

    def claim(self, sentence: Sentence, party: Party, status: Attendance, at: Token) -> AttendanceClaim:
        """A claim whose words reach from the party to the cue."""
        return AttendanceClaim(
            self.reading.report.id, party.country or "", party.person, status, cover([party.span, at.span]), sentence.index
        )  # fmt: skip

    def read(self, sentence: Sentence) -> list[AttendanceClaim]:
        """Claims of one sentence, in order of position."""
        if sentence.tokens[-1].text == "?":
            return []
        out: dict[tuple[str, str | None], AttendanceClaim] = {}
        for t in sentence:
            for party, status in self._at(sentence, t):
                if not party.country or status is None or self.ties.is_past(sentence, t):
                    continue
                key = (party.country, party.person)
                old = out.get(key)
                if old is None or RANK[status] > RANK[old.status]:
                    out[key] = self.claim(sentence, party, status, t)
        return sorted(out.values(), key=lambda c: c.span)

    def _at(self, sentence: Sentence, t: Token) -> Iterator[tuple[Party, Attendance | None]]:
        lemma = t.lemma.lower()
        if t.pos in ("VERB", "AUX"):
            for cue in cues.VERBS.get(lemma, ()):
                yield from self._verb(sentence, t, cue)
            yield from self._special(sentence, t, lemma)
        elif t.pos in ("NOUN", "PROPN"):
            yield from self._noun(sentence, t, lemma)
        if lemma in cues.OPEN and t.pos in ("ADJ", "VERB") and self._is_about(sentence, t):
            for p in self._open_subjects(sentence, t):
                yield p, _A.UNDECIDED
        if t.dep == "prep" and t.lower in ("alongside", "beside") and self.ties.near(sentence):
            yield from ((p, _A.ATTENDS) for k in sentence.kids(t.i, "pobj") for p in self.parties.of(sentence, k.i))

    def _verb(self, sentence: Sentence, t: Token, cue: Cue) -> Iterator[tuple[Party, Attendance | None]]:
        if cue.particle and not any(k.lower == cue.particle for k in sentence.kids(t.i)):
            return
        if not self._tied(sentence, t, cue):
            return
        base = outcome(sentence, t.i)
        passive = is_passive(sentence, t)
        if cue.subject is not None and not passive:
            for p in self._subjects(sentence, t):
                yield self._placed(sentence, t, p), _with(base, self._host_or_guest(t, p, cue.subject))
        if cue.object is not None:
            for p in self._objects(sentence, t, passive=passive):
                yield p, _with_object(base, cue.object)
        if passive and cue.subject is not None:
            for p in (p for k in sentence.kids(t.i, "agent") for o in sentence.kids(k.i, "pobj") for p in self.parties.of(sentence, o.i)):
                yield p, _with(base, cue.subject)

    def _subjects(self, sentence: Sentence, t: Token) -> list[Party]:
        subject = subject_of(sentence, t)
        return self.parties.of(sentence, subject.i) if subject is not None else []

    def _host_or_guest(self, t: Token, party: Party, status: Attendance) -> Attendance:
        """As in "Hold" and "open" make a host only at home: a guest holds talks as well."""
        if t.lemma.lower() in ("hold", "receive") and (self.gathering.family == "talks" or self.gathering.country):
            return _A.HOST if party.country == self.gathering.country else _A.ATTENDS
        return status

    def _placed(self, sentence: Sentence, t: Token, party: Party) -> Party:
        """The party with the state that it acts for: "X signed for Bogota"."""
        if party.country is not None:
            return party
        behalf = [o for k in sentence.kids(t.i, "prep") if k.lower == "for" for o in sentence.kids(k.i, "pobj")]
        states = [p.country for o in behalf for p in self.parties.of(sentence, o.i) if p.country and p.person is None]
        return replace(party, country=states[0]) if states else party

    def _objects(self, sentence: Sentence, t: Token, *, passive: bool) -> list[Party]:
        tokens = sentence.kids(t.i, "nsubjpass") if passive else sentence.kids(t.i, "dobj")
        if passive and not tokens:
            subject = subject_of(sentence, t)
            tokens = [subject] if subject is not None else []
        if not passive:
            tokens = [*tokens, *(o for k in sentence.kids(t.i, "prep") if k.lower == "with" for o in sentence.kids(k.i, "pobj"))]
        out = [p for o in tokens for p in self.parties.of(sentence, o.i)]
        return out + [p for o in [t, *tokens] for p in self._included(sentence, o)]

    def _included(self, sentence: Sentence, t: Token) -> list[Party]:
        """Members told after a number or a group: "26 leaders, including X and Y"."""
        return [
            p
            for prep in sentence.kids(t.i, "prep")
            if prep.lower in ("including", "like", "among")
            for k in sentence.kids(prep.i, "pobj")
            for p in self.parties.of(sentence, k.i)
        ]

    def _tied(self, sentence: Sentence, t: Token, cue: Cue) -> bool:
        complements = [c for c in complements_of(sentence, t) if not self.ties.is_time(sentence, c)]
        occasion = any(self.ties.is_occasion(sentence, c) for c in complements)
        if any(clashes(self.gathering, x.value) for x in self.ties.times_with(sentence, t)):
            return False
        if cue.needs == "occasion":
            return occasion
        if cue.needs in ("place", "bare"):
            there = occasion or self.ties.is_there(sentence, t) or any(self.ties.is_here(sentence, c) for c in complements)
            return there or (
                cue.needs == "bare" and not complements and self.gathering.family != "talks" and not self.ties.away(sentence, t)
            )
        if cue.needs == "near":
            return occasion or (not self.ties.abroad(sentence, t) and self.ties.near(sentence))
        if cue.needs == "alone":
            below = sentence.kids(t.i, "xcomp", "ccomp", "dobj", "oprd", "acomp", "attr")
            return is_passive(sentence, t) and not below and not any(k.lower in _NOT_ALONE for k in sentence.kids(t.i, "prep", "prt"))
        return self._tied_by_company(sentence, t, cue, complements, occasion=occasion)

    def _tied_by_company(self, sentence: Sentence, t: Token, cue: Cue, complements: list[Token], *, occasion: bool) -> bool:
        if cue.needs == "talks":
            occasion = occasion or (self.reading.report.id, sentence.index, t.i) in self.gathering.mentions
            here = occasion or any(self.ties.is_here(sentence, c) for c in complements)
            return self.gathering.family in ("talks", "summit") and here and not self.ties.abroad(sentence, t)
        if cue.needs == "person":
            company = [p for k in sentence.kids(t.i, "dobj", "nsubjpass") for p in self.parties.of(sentence, k.i)]
            return bool(company) and not self.ties.abroad(sentence, t) and self.ties.near(sentence)
        if cue.needs == "signing":
            objects = sentence.kids(t.i, "dobj")
            named = any((self.reading.report.id, sentence.index, k.i) in self.gathering.mentions for k in [t, *objects])
            return self.gathering.noun == "signing" and (named or not objects)
        if cue.needs == "guest":
            below = sentence.kids(t.i, "xcomp")
            to = [o for k in sentence.kids(t.i, "prep") if k.lower in ("to", "for") for o in sentence.kids(k.i, "pobj")]
            fits = any(self.ties.is_occasion(sentence, o) or self.ties.is_here(sentence, o) for o in to)
            return fits or (not to and all(k.lemma.lower() in _GUEST_VERBS for k in below) and self.ties.near(sentence))
        if cue.needs == "invitation":
            return any(c.lemma.lower() == "invitation" for c in complements) and self.ties.near(sentence)
        objects = [c for c in complements if c.dep == "dobj" or (c.dep == "pobj" and sentence.tokens[c.head].lower in ("in", "at", "to"))]
        if cue.subject is None:
            objects = [c for c in objects if c.dep != "dobj"]
        plain = [c for c in objects if not self.ties.is_time(sentence, c)]
        return not plain or any(self.ties.is_occasion(sentence, c) or self.ties.is_here(sentence, c) for c in plain)

    def _special(self, sentence: Sentence, t: Token, lemma: str) -> Iterator[tuple[Party, Attendance | None]]:
        if lemma == "be":
            yield from self._being(sentence, t)
        elif lemma == "take" and any(k.lemma.lower() == "part" for k in sentence.kids(t.i, "dobj")):
            yield from self._verb(sentence, t, Cue(_A.ATTENDS))
        elif lemma == "bring" and any(k.lower == "together" for k in sentence.kids(t.i)) and self.ties.near(sentence):
            yield from ((p, _A.ATTENDS) for p in self._objects(sentence, t, passive=False))
        elif lemma == "represent":
            yield from self._represented(sentence, t)
        elif lemma in ("send", "dispatch"):
            yield from self._sent(sentence, t)
        elif lemma in ("lead", "head") and self.ties.near(sentence):
            yield from self._led(sentence, t)
        elif lemma in cues.ADMISSION and negated(sentence, t):
            if any(c.lemma.lower() in cues.WITHIN or self.ties.is_occasion(sentence, c) for c in complements_of(sentence, t)):
                yield from ((p, _A.NOT_INVITED) for p in self._objects(sentence, t, passive=is_passive(sentence, t)))
        elif lemma in ("flank", "accompany", "join") and is_passive(sentence, t) and outcome(sentence, t.i) == _A.ATTENDS:
            agents = [o for k in sentence.kids(t.i, "agent", "prep") if k.lower == "by" for o in sentence.kids(k.i, "pobj")]
            if self.ties.near(sentence) or self.gathering.family == "parade":
                tokens = [*agents, *([sentence.tokens[t.head]] if t.dep == "acl" else [])]
                yield from ((p, _A.ATTENDS) for o in tokens for p in self.parties.of(sentence, o.i))
        else:
            yield from self._phrases(sentence, t, lemma)

    def _phrases(self, sentence: Sentence, t: Token, lemma: str) -> Iterator[tuple[Party, Attendance | None]]:
        objects = sentence.kids(t.i, "dobj")
        if (lemma == "include" and any(self.ties.is_list(sentence, k) for k in sentence.kids(t.i, "nsubj"))) or (
            lemma in ("place", "put") and any(self.ties.on_list(sentence, k) for k in sentence.kids(t.i, "prep"))
        ):
            yield from ((p, _A.ATTENDS) for o in objects for p in self.parties.of(sentence, o.i))
        elif lemma in ("have", "get", "win", "give") and any(k.lemma.lower() in ("seat", "invitation", "invite") for k in objects):
            if self.ties.near(sentence):
                status = _A.NOT_INVITED if negated(sentence, t) or self._negative_subject(sentence, t) else _A.INVITED
                yield from ((p, status) for p in self._subjects(sentence, t))
        elif lemma == "address" and any(k.lemma.lower() in cues.BODIES for k in objects) and self.gathering.family == "talks":
            yield from ((p, outcome(sentence, t.i)) for p in self._subjects(sentence, t))
        elif lemma == "stand" and any(k.lower == "as" for k in sentence.kids(t.i, "prep")):
            roles = [o.lemma.lower() for k in sentence.kids(t.i, "prep") for o in sentence.kids(k.i, "pobj")]
            if {"witness", "guarantor", "observer", "host"} & set(roles):
                yield from ((p, _A.ATTENDS) for p in self._subjects(sentence, t))
        elif lemma == "stay" and self.gathering.country and any(k.lower == "in" for k in sentence.kids(t.i, "prep")):
            abroad = [p.country for p in self.ties.places_with(sentence, t) if p.country]
            if abroad and self.gathering.country not in abroad and self.ties.near(sentence):
                yield from ((p, _A.DECLINED) for p in self._subjects(sentence, t) if p.country in abroad and outcome(sentence, t.i))
        elif lemma == "hang" and any(phrase in lemmas_from(sentence, t) for phrase in cues.OPEN_PHRASES):
            yield from ((p, _A.UNDECIDED) for p in self._open_subjects(sentence, t))

    def _being(self, sentence: Sentence, t: Token) -> Iterator[tuple[Party, Attendance | None]]:
        for k in sentence.kids(t.i):
            low = k.lower
            there = (low == "there" and k.dep == "advmod") or (low == "present" and k.dep == "acomp")
            there = there or (low == "in" and any(o.lower == "attendance" for o in sentence.kids(k.i, "pobj")))
            there = there or (k.dep == "prep" and self.ties.on_list(sentence, k))
            if there or (low == "absent" and k.dep == "acomp"):
                status = _A.ATTENDS if there else _A.DECLINED
                yield from ((p, _with(outcome(sentence, t.i), status)) for p in self._subjects(sentence, t))
            elif k.dep == "prep" and any(phrase in lemmas_from(sentence, t) for phrase in cues.OPEN_PHRASES):
                yield from ((p, _A.UNDECIDED) for p in self._open_subjects(sentence, t))
            elif low == "welcome" and k.dep == "acomp" and negated(sentence, t) and self.ties.near(sentence):
                yield from ((p, _A.NOT_INVITED) for p in self._subjects(sentence, t))

    def _represented(self, sentence: Sentence, t: Token) -> Iterator[tuple[Party, Attendance | None]]:
        if outcome(sentence, t.i) != _A.ATTENDS:
            return
        # "By its ambassador" may hang on the summit at which the ambassador is.
        preps = [*sentence.kids(t.i, "agent", "prep"), *(p for c in complements_of(sentence, t) for p in sentence.kids(c.i, "prep"))]
        agents = [o for k in preps if k.lower == "by" for o in sentence.kids(k.i, "pobj")]
        if is_passive(sentence, t) and agents:
            status = _A.ATTENDS if all(self._is_principal(sentence, o) for o in agents) else _A.REPRESENTED_BY_OTHER
            yield from ((p, status) for p in self._subjects(sentence, t))
        elif not is_passive(sentence, t) and self.ties.near(sentence):
            subject = subject_of(sentence, t)
            if subject is not None and not self._is_principal(sentence, subject):
                yield from ((p, _A.REPRESENTED_BY_OTHER) for p in self._objects(sentence, t, passive=False) if p.person is None)

    def _sent(self, sentence: Sentence, t: Token) -> Iterator[tuple[Party, Attendance | None]]:
        if any(k.lower in ("to", "into") and not self.ties.reaches(sentence, k) for k in sentence.kids(t.i, "prep", "dative")):
            return
        subjects = [p for p in self._subjects(sentence, t) if p.country]
        for o in sentence.kids(t.i, "dobj"):
            nobody = o.lower in cues.NOBODY or any(d.lower == "no" for d in sentence.kids(o.i, "det"))
            if nobody or (negated(sentence, t) and o.lower in ("anyone", "anybody")):
                yield from ((p, _A.DECLINED) for p in subjects)
            elif o.lemma.lower() in cues.STAND_INS or any(k.lower in ("instead", "place") for k in sentence.subtree(t.i)):
                if outcome(sentence, t.i) == _A.ATTENDS:
                    yield from ((p, _A.REPRESENTED_BY_OTHER) for p in subjects)
            elif o.lemma.lower() in cues.TEAMS and outcome(sentence, t.i) == _A.ATTENDS:
                yield from ((p, _A.ATTENDS) for p in subjects)

    def _led(self, sentence: Sentence, t: Token) -> Iterator[tuple[Party, Attendance | None]]:
        passive = is_passive(sentence, t)
        if passive:
            team = subject_of(sentence, t)
            if team is not None and team.lemma.lower() in cues.TEAMS:
                agents = [o for k in sentence.kids(t.i, "agent", "prep") if k.lower == "by" for o in sentence.kids(k.i, "pobj")]
                yield from ((p, outcome(sentence, t.i)) for o in agents for p in self.parties.of(sentence, o.i))
        elif any(o.lemma.lower() in cues.TEAMS for o in sentence.kids(t.i, "dobj")):
            yield from ((p, outcome(sentence, t.i)) for p in self._subjects(sentence, t))

    def _noun(self, sentence: Sentence, t: Token, lemma: str) -> Iterator[tuple[Party, Attendance | None]]:
        if lemma in cues.NOUNS or (lemma in cues.TRAVEL_NOUNS and self.ties.is_trip_here(sentence, t)):
            yield from self._act(sentence, t, lemma)
        elif lemma in cues.LISTS and any(k.lemma.lower() == "guest" for k in sentence.kids(t.i, "compound")):
            yield from ((p, _A.HOST) for k in sentence.kids(t.i, "poss") for p in self.parties.of(sentence, k.i))
        elif lemma == "member" and any(self.ties.on_list(sentence, k) for k in sentence.kids(t.i, "prep")):
            yield from ((p, _A.ATTENDS) for p in self._equated(sentence, t))
        elif lemma == "host" and t.dep in ("compound", "nmod", "appos"):
            yield from ((p, _A.HOST) for p in self.parties.of(sentence, t.head))
        elif (
            lemma == "host"
            and t.dep == "attr"
            and all(self.ties.is_occasion(sentence, o) for k in sentence.kids(t.i, "prep") for o in sentence.kids(k.i, "pobj"))
        ):
            yield from ((p, _A.HOST) for p in self._equated(sentence, t) if self.ties.near(sentence))
        elif lemma == "invitation" and t.dep == "pobj" and sentence.tokens[t.head].lower == "at" and self.ties.near(sentence):
            yield from ((p, _A.HOST) for p in self._owners(sentence, t))
        elif (self.reading.report.id, sentence.index, t.i) in self.gathering.mentions:
            yield from self._company(sentence, t)
        elif lemma in cues.ATTENDEES and t.dep == "attr":
            yield from ((p, _A.ATTENDS) for p in self._equated(sentence, t) if self.ties.near(sentence))

    def _act(self, sentence: Sentence, t: Token, lemma: str) -> Iterator[tuple[Party, Attendance | None]]:
        base = cues.NOUNS.get(lemma, _A.ATTENDS)
        if any(clashes(self.gathering, x.value) for x in self.ties.times_with(sentence, t)) or is_indefinite_past(sentence, t):
            return
        complements = [c for c in complements_of(sentence, t) if not self.ties.is_time(sentence, c)]
        elsewhere = any(sentence.tokens[c.head].lower in ("at", "in", "to") for c in complements)
        here = any(self.ties.is_occasion(sentence, c) or self.ties.is_here(sentence, c) for c in complements)
        if base == _A.ATTENDS and elsewhere and not here:
            return
        verb = next((a for a in sentence.ancestors(t.i) if a.pos in ("VERB", "AUX")), None)
        if verb is not None and verb.lemma.lower() in ("rule", "deny", "doubt", "question", "oppose", "hope", "seek", "request"):
            return
        if verb is not None and {"could", "would", "might", "may", "should"} & {k.lower for k in sentence.kids(verb.i, "aux")}:
            return
        for p in self._owners(sentence, t):
            yield p, base

    def _owners(self, sentence: Sentence, t: Token) -> list[Party]:
        tokens = sentence.kids(t.i, "poss")
        tokens += [o for k in sentence.kids(t.i, "prep") if k.lower in ("of", "by", "from") for o in sentence.kids(k.i, "pobj")]
        return [p for o in tokens for p in self.parties.of(sentence, o.i)]

    def _company(self, sentence: Sentence, t: Token) -> Iterator[tuple[Party, Attendance | None]]:
        """As in "Talks between A and B", "a meeting of the leaders of A and B"."""
        if _hoped_for(sentence, t):
            return
        for prep in sentence.kids(t.i, "prep"):
            if prep.lower in ("between", "of", "with", "among") and (prep.lower != "of" or self.gathering.family in ("talks", "summit")):
                for o in sentence.kids(prep.i, "pobj"):
                    yield from ((p, _A.ATTENDS) for p in self.parties.of(sentence, o.i) if p.title or prep.lower != "of" or p.person)
        top = sentence.tokens[t.head]
        held = t.dep == "dobj" and top.lemma.lower() in ("hold", "conclude", "begin", "start", "open", "end", "finish", "have")
        if held and outcome(sentence, top.i) == _A.ATTENDS:
            withs = [o for k in sentence.kids(top.i, "prep") if k.lower == "with" for o in sentence.kids(k.i, "pobj")]
            yield from ((p, _A.ATTENDS) for o in withs for p in self.parties.of(sentence, o.i))

    def _equated(self, sentence: Sentence, t: Token) -> list[Party]:
        verb = next((a for a in sentence.ancestors(t.i) if a.pos in ("VERB", "AUX")), None)
        return [] if verb is None or negated(sentence, verb) else self._subjects(sentence, verb)

    def _open_subjects(self, sentence: Sentence, t: Token) -> list[Party]:
        """Whose coming is open: the subject, or the one whose visit, attendance or presence the subject is."""
        subject = subject_of(sentence, t)
        if subject is None:
            return []
        if subject.lemma.lower() in cues.NOUNS or subject.lemma.lower() in cues.TRAVEL_NOUNS:
            return self._owners(sentence, subject)
        found = self.parties.of(sentence, subject.i)
        return found or [p for k in sentence.kids(subject.i, "poss") for p in self.parties.of(sentence, k.i)]

    def _is_about(self, sentence: Sentence, t: Token) -> bool:
        below = {k.lemma.lower() for k in sentence.subtree(t.i)}
        return len(below) == 1 or bool(below & {"attend", "come", "go", "attendance", "participation", "join", "invite", "invited"})

    def _is_principal(self, sentence: Sentence, o: Token) -> bool:
        words = {o.lemma.lower()} | {k.lemma.lower() for k in sentence.kids(o.i, "compound", "nmod", "amod", "appos")}
        if words & cues.STAND_INS - {"minister", "premier"} or ("minister" in words and "prime" not in words):
            return False
        hit = self.parties.mention(sentence, o.i)
        title = (hit[1].title or "") if hit else ""
        return bool(words & cues.PRINCIPALS or "prime" in words or set(title.split()) & cues.PRINCIPALS)

    def _negative_subject(self, sentence: Sentence, t: Token) -> bool:
        subject = subject_of(sentence, t)
        return subject is not None and any(k.lower in ("neither", "no", "nor", "none") for k in [subject, *sentence.kids(subject.i)])


def _hoped_for(sentence: Sentence, t: Token) -> bool:
    verb = next((a for a in sentence.ancestors(t.i) if a.pos in ("VERB", "AUX")), None)
    return verb is not None and outcome(sentence, verb.i) != _A.ATTENDS


def _with(base: Attendance | None, status: Attendance) -> Attendance | None:
    """A verb's status under what is made of it: "will not attend", "will not skip", "may host"."""
    if base in (None, _A.ATTENDS) or base == status:
        return status if base is not None else None
    if status in (_A.ATTENDS, _A.HOST):
        return base
    return None if base == _A.DECLINED else (_A.UNDECIDED if base == _A.UNDECIDED else None)


def _with_object(base: Attendance | None, status: Attendance) -> Attendance | None:
    if status == _A.INVITED and base == _A.DECLINED:
        return _A.NOT_INVITED
    return _with(base, status)
