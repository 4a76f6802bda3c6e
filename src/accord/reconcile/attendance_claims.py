"""Reading + gathering -> what the report says of each party: attends, hosts, declines, is not invited."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from accord.model.reading import Reading
from accord.model.report import ReportId
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span, cover
from accord.model.vocabulary import Attendance
from accord.reconcile import cues
from accord.reconcile.attendance_ellipsis import among_them, clipped, echoes, fronted, gapped
from accord.reconcile.attendance_idioms import idiomatic
from accord.reconcile.attendance_nouns import nominal
from accord.reconcile.attendance_predicates import constructed
from accord.reconcile.attendance_scene import Scene, combined, denied_object, on_object
from accord.reconcile.clauses import complements_of, is_passive
from accord.reconcile.commitment import negated
from accord.reconcile.cues import Cue
from accord.reconcile.gatherings import Gathering, clashes
from accord.reconcile.parties import Party

_A = Attendance
# One report, one country: the status that tells most wins.
RANK = {
    _A.HOST: 9, _A.NOT_INVITED: 8, _A.REPRESENTED_BY_OTHER: 7, _A.DECLINED: 6, _A.UNDECIDED: 5, _A.UNLIKELY: 4, _A.ATTENDS: 3,
    _A.INVITED: 2,
}  # fmt: skip
_GUEST_VERBS = frozenset("attend come go join participate take be visit travel".split())
_NOT_ALONE = frozenset("to of for as by over".split())
_FROM_AFAR = frozenset("television tv afar screens".split())
_LIGHT = frozenset("part protest solidarity anger person seat".split())


_Add = Callable[[Party, Attendance | None, Token], None]


@dataclass(frozen=True, slots=True)
class AttendanceClaim:
    """One passage's word on whether a party comes.

    Attributes:
        span: Party and cue together.
        deputy: Who comes is of lower rank than a head of state or government.
        principal: Who comes is one.
        seen: By a trained model, not read by rules: good enough for the table, not for a difference between reports.
    """

    report_id: ReportId
    country: str
    person: str | None
    status: Attendance
    span: Span
    sentence: int
    deputy: bool = False
    principal: bool = False
    seen: bool = False


_Claims = dict[tuple[str, str | None], AttendanceClaim]


def claims_of(reading: Reading, gathering: Gathering) -> list[AttendanceClaim]:
    """What one report says of who comes, in order of position; only parties with a country."""
    out: list[AttendanceClaim] = []
    reader = _ClaimReader(Scene(reading, gathering))
    for sentence in reading.sentences:
        out.extend(reader.read(sentence, out))
    return out


class _ClaimReader:
    """Reads the sentences of one report against the gathering in hand."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.gathering = scene.gathering
        self.ties = scene.ties
        self.parties = scene.parties

    def claim(self, sentence: Sentence, party: Party, status: Attendance, at: Token) -> AttendanceClaim:
        """A claim whose words reach from the party to the cue."""
        token = sentence.tokens[party.token]
        return AttendanceClaim(
            self.scene.reading.report.id, party.country or "", party.person, status, cover([party.span, at.span]), sentence.index,
            self.scene.is_deputy(sentence, token), self.scene.is_principal(sentence, token),
        )  # fmt: skip

    def read(self, sentence: Sentence, before: list[AttendanceClaim]) -> list[AttendanceClaim]:
        """Claims of one sentence, in order of position."""
        if not sentence.tokens or sentence.tokens[-1].text == "?":
            return []
        out: _Claims = {}

        def add(party: Party, status: Attendance | None, at: Token) -> None:
            if not party.country or status is None:
                return
            key = (party.country, party.person)
            old = out.get(key)
            if old is None or RANK[status] > RANK[old.status]:
                out[key] = self.claim(sentence, party, status, at)

        for t in sentence:
            for party, status in self._at(sentence, t):
                if not self.ties.is_past(sentence, t):
                    add(party, status, t)
        self._left_out(sentence, before, out, add)
        return sorted(out.values(), key=lambda c: c.span)

    def _left_out(self, sentence: Sentence, before: list[AttendanceClaim], out: _Claims, add: _Add) -> None:
        here = sorted(out.values(), key=lambda c: c.span)
        last = here[-1] if here else (before[-1] if before and before[-1].sentence == sentence.index - 1 else None)
        for i, party, at in list(echoes(self.scene, sentence)):
            earlier = [c for c in here if c.span.start < sentence.tokens[i].start] or ([last] if last and i == 0 else [])
            if earlier:
                out.pop((party.country or "", party.person), None)
                add(party, earlier[-1].status, at)
        for i, party, at, denied in clipped(self.scene, sentence):
            if any(c.status in (_A.ATTENDS, _A.DECLINED) and c.span.start < sentence.tokens[i].start for c in here):
                out.pop((party.country or "", party.person), None)
                add(party, _A.DECLINED if denied else _A.ATTENDS, at)
        self._stood_in(sentence, here, add)
        reading = self.scene.reading
        previous = reading.sentences[sentence.index - 1] if sentence.index else None
        for party, at in among_them(self.scene, sentence, previous, [c.status for c in here]):
            if not any(c.country == party.country and c.status is not _A.ATTENDS for c in here):
                add(party, _A.ATTENDS, at)

    def _stood_in(self, sentence: Sentence, here: list[AttendanceClaim], add: _Add) -> None:
        """As in "X sent its minister, Y an envoy"; "for X, its minister attended"."""
        stand_ins = [c for c in here if c.status is _A.REPRESENTED_BY_OTHER]
        if stand_ins:
            after = max(t.i for t in sentence.covering(stand_ins[0].span))
            for party, at in gapped(self.scene, sentence, after):
                add(party, _A.REPRESENTED_BY_OTHER, at)
        sent = next((t for t in sentence if t.lemma.lower() == "send" and t.pos == "VERB"), None)
        if sent is not None and here:
            for party, at in gapped(self.scene, sentence, sent.i):
                if not any(c.country == party.country for c in here):
                    add(party, _A.REPRESENTED_BY_OTHER, at)
        for party, at, status in fronted(self.scene, sentence):
            add(replace(party, person=None), status, at)

    def _at(self, sentence: Sentence, t: Token) -> Iterator[tuple[Party, Attendance | None]]:
        lemma = t.lemma.lower()
        if t.pos in ("VERB", "AUX") or (t.pos == "NOUN" and t.dep in ("ROOT", "conj", "ccomp") and sentence.kids(t.i, "nsubj")):
            for cue in cues.VERBS.get(lemma, ()):
                yield from self._verb(sentence, t, cue)
            if lemma == "take" and any(k.lemma.lower() == "part" for k in sentence.kids(t.i, "dobj")):
                yield from self._verb(sentence, t, Cue(_A.ATTENDS))
            yield from constructed(self.scene, sentence, t)
            yield from idiomatic(self.scene, sentence, t)
        elif t.pos in ("NOUN", "PROPN"):
            yield from nominal(self.scene, sentence, t, lemma)
        if lemma in ("clear", "certain", "sure", "known", "settled") and t.dep in ("acomp", "attr", "ROOT", "oprd"):
            yield from self._not_clear(sentence, t)
        if lemma in cues.OPEN and t.pos in ("ADJ", "VERB") and self._is_about(sentence, t):
            for p in self.scene.open_subjects(sentence, t):
                yield p, _A.UNDECIDED
        if t.dep == "prep" and t.lower in ("alongside", "beside") and self.ties.near(sentence):
            yield from ((p, _A.ATTENDS) for k in sentence.kids(t.i, "pobj") for p in self.parties.of(sentence, k.i))
        if t.lower in ("instead", "lieu", "behalf") and self.ties.near(sentence):
            yield from self._instead(sentence, t)

    def _not_clear(self, sentence: Sentence, t: Token) -> Iterator[tuple[Party, Attendance | None]]:
        """As in "It is not clear if X will come"."""
        verb = sentence.tokens[t.head]
        if negated(sentence, verb) or negated(sentence, t):
            for k in [*sentence.kids(verb.i, "advcl", "ccomp", "csubj"), *sentence.kids(t.i, "advcl", "ccomp")]:
                if k.lemma.lower() in _GUEST_VERBS and any(m.lower in ("if", "whether") for m in sentence.kids(k.i)):
                    yield from ((p, _A.UNDECIDED) for p in self.scene.subjects(sentence, k))

    def _instead(self, sentence: Sentence, t: Token) -> Iterator[tuple[Party, Attendance | None]]:
        """As in "instead of the president": whoever is stood in for; "the minister will go instead"."""
        above = sentence.tokens[t.head]
        if (
            above.lemma.lower() in _GUEST_VERBS
            and not self.scene.after(sentence, t, "of")
            and self.scene.outcome(sentence, above.i) is _A.ATTENDS
        ):
            low = [k for k in sentence.kids(above.i, "nsubj") if self.scene.is_deputy(sentence, k)]
            yield from ((p, _A.REPRESENTED_BY_OTHER) for k in low for p in self.parties.of(sentence, k.i))
        after = sentence.tokens[t.i + 1] if t.i + 1 < len(sentence.tokens) else t
        for o in self.scene.after(sentence, t, "of") or (sentence.kids(after.i, "pobj") if after.lower == "of" else []):
            for p in self.parties.of(sentence, o.i):
                if p.country and (p.person or p.title):
                    yield p, _A.REPRESENTED_BY_OTHER
            if not self.parties.of(sentence, o.i) and o.lemma.lower() in cues.PRINCIPALS:
                verb = next((a for a in sentence.ancestors(t.i) if a.pos == "VERB"), None)
                if verb is not None and self.scene.outcome(sentence, verb.i) is _A.ATTENDS:
                    yield from ((p, _A.REPRESENTED_BY_OTHER) for p in self.scene.subjects(sentence, verb))

    def _verb(self, sentence: Sentence, t: Token, cue: Cue) -> Iterator[tuple[Party, Attendance | None]]:
        if cue.particle and not any(k.lower == cue.particle for k in sentence.kids(t.i)):
            return
        if not self._tied(sentence, t, cue) or {k.lower for k in sentence.subtree(t.i)} & _FROM_AFAR:
            return
        base = self.scene.outcome(sentence, t.i)
        passive = is_passive(sentence, t)
        if cue.subject is not None and not passive:
            for p in [*self.scene.subjects(sentence, t), *self.scene.included(sentence, t)]:
                yield self._placed(sentence, t, p), combined(base, self._host_or_guest(t, p, cue.subject))
        if cue.object is not None:
            if denied_object(sentence, t) and base is _A.ATTENDS:
                base = _A.DECLINED
            for p in self.scene.objects(sentence, t, passive=passive):
                yield p, on_object(base, cue.object)
        if passive and cue.subject is not None:
            for o in self.scene.after(sentence, t, "by"):
                yield from ((p, combined(base, cue.subject)) for p in self.parties.of(sentence, o.i))

    def _host_or_guest(self, t: Token, party: Party, status: Attendance) -> Attendance:
        """As in "Hold" and "open" make a host only at home: a guest holds talks as well."""
        if t.lemma.lower() in ("hold", "receive", "welcome", "greet") and (self.gathering.family == "talks" or self.gathering.country):
            return _A.HOST if party.country == self.gathering.country else _A.ATTENDS
        return status

    def _placed(self, sentence: Sentence, t: Token, party: Party) -> Party:
        """The party with the state that it acts for: "X signed for Bogota"."""
        if party.country is not None:
            return party
        behalf = [o for k in sentence.kids(t.i, "prep") if k.lower == "for" for o in sentence.kids(k.i, "pobj")]
        states = [p.country for o in behalf for p in self.parties.of(sentence, o.i) if p.country and p.person is None]
        return replace(party, country=states[0]) if states else party

    def _tied(self, sentence: Sentence, t: Token, cue: Cue) -> bool:
        complements = [c for c in complements_of(sentence, t) if not self.ties.is_time(sentence, c) and c.lemma.lower() not in _LIGHT]
        if is_passive(sentence, t) and cue.subject is not None:
            complements += sentence.kids(t.i, "nsubjpass")
        occasion = any(self.ties.is_occasion(sentence, c) for c in complements)
        if any(clashes(self.gathering, x.value) for x in self.ties.times_with(sentence, t)):
            return False
        if cue.needs == "occasion":
            return occasion
        if cue.needs in ("place", "bare"):
            here = self.ties.is_there(sentence, t) or any(self.ties.is_here(sentence, c) for c in complements)
            return (
                occasion
                or here
                or (
                    cue.needs == "bare"
                    and not self._elsewhere(sentence, t, complements)
                    and self.gathering.family != "talks"
                    and not self.ties.away(sentence, t)
                )
            )
        if cue.needs == "near":
            return occasion or (not self.ties.abroad(sentence, t) and self.ties.near(sentence))
        if cue.needs == "alone":
            below = sentence.kids(t.i, "xcomp", "ccomp", "dobj", "oprd", "acomp", "attr")
            return is_passive(sentence, t) and not below and not any(k.lower in _NOT_ALONE for k in sentence.kids(t.i, "prep", "prt"))
        return self._tied_by_company(sentence, t, cue, complements, occasion=occasion)

    def _elsewhere(self, sentence: Sentence, t: Token, complements: list[Token]) -> bool:
        """Whether the complements of a verb of motion may be another goal; whoever arrives in uniform arrives."""
        if t.lemma.lower() in ("arrive", "land"):
            return any(c.pos == "PROPN" for c in complements)
        return bool(complements)

    def _tied_by_company(self, sentence: Sentence, t: Token, cue: Cue, complements: list[Token], *, occasion: bool) -> bool:
        if cue.needs == "talks":
            # "He would not meet X" tells of no meeting from which he stays away.
            occasion = occasion or (self.scene.is_mention(sentence, t) and not negated(sentence, t))
            here = occasion or any(self.ties.is_here(sentence, c) for c in complements)
            return self.gathering.family in ("talks", "summit") and here and not self.ties.abroad(sentence, t)
        if cue.needs == "person":
            guests = sentence.kids(t.i, "dobj", "nsubjpass")
            company = any(self.parties.of(sentence, k.i) for k in guests)
            company = company or any(k.tag == "NNS" and k.lemma.lower() in cues.GUESTS for k in guests)
            return company and not self.ties.abroad(sentence, t) and self.ties.near(sentence)
        if cue.needs == "signing":
            objects = sentence.kids(t.i, "dobj")
            named = any(self.scene.is_mention(sentence, k) for k in [t, *objects])
            document = any(k.lemma.lower() in ("document", "text", "paper", "copy", "it") for k in objects)
            return self.gathering.signing and (named or not objects or document)
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

    def _is_about(self, sentence: Sentence, t: Token) -> bool:
        below = {k.lemma.lower() for k in sentence.subtree(t.i)}
        return len(below) == 1 or bool(below & {"attend", "come", "go", "attendance", "participation", "join", "invite", "invited"})
