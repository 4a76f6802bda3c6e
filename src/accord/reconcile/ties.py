"""Reading + gathering -> what ties a word to the gathering: its names, its place, its time."""

from __future__ import annotations

import re

from accord.model.reading import Place, Reading, TimeExpression
from accord.model.sentence import Sentence, Token
from accord.reconcile import cues
from accord.reconcile.clauses import clause_of, complements_of, is_indefinite_past
from accord.reconcile.gatherings import FAMILIES, GENERIC, Gathering
from accord.reconcile.lookup import places_in, times_in

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LEAD = 4
_OTHER = frozenset("another last previous other bilateral joint separate private no".split())
_ELSEWHERE = frozenset("ahead forward through further home back out on off down up together".split())


class Ties:
    """Look-up of the words of one reading against the gathering in hand."""

    def __init__(self, reading: Reading, gathering: Gathering) -> None:
        self.reading = reading
        self.gathering = gathering
        self._year = (gathering.date or "")[:4]
        self._named = {m[1] for m in gathering.mentions if m[0] == reading.report.id}
        # A report that names it twice, once in its lead, is about it.
        self._leads = len(self._named) > 1 and min(self._named) < _LEAD

    def is_past(self, sentence: Sentence, t: Token) -> bool:
        """Whether the clause of a cue tells of another year than the gathering's, or of the last summit."""
        for y in sentence:
            other = _YEAR.fullmatch(y.text) and self._year and y.text != self._year
            back = y.lower in ("last", "previous") and sentence.tokens[y.head].lower in ("year", "decade", "summit", "time", "century")
            if not (other or back):
                continue
            above = [y, *sentence.ancestors(y.i)]
            if any(k.lower == "since" for k in above[:3]):
                continue
            if clause_of(sentence, y) == clause_of(sentence, t) or any(k.i == y.i for k in sentence.ancestors(t.i)):
                return True
        return False

    def is_occasion(self, sentence: Sentence, c: Token) -> bool:
        """Whether the word names the gathering, or points at it."""
        if (self.reading.report.id, sentence.index, c.i) in self.gathering.mentions:
            return True
        lemma = c.lemma.lower()
        if lemma in GENERIC or lemma in FAMILIES[self.gathering.family]:
            return not any(k.lower in _OTHER for k in sentence.kids(c.i))
        return c.lower in ("it", "this") and c.dep in ("dobj", "pobj")

    def is_here(self, sentence: Sentence, c: Token) -> bool:
        """Whether the word names the place of the gathering."""
        if c.lower == "capital" and self.gathering.place:
            return True
        for p in places_in(self.reading, sentence.index):
            if p.span.overlap(c.span):
                if p.kind in ("state", "region"):
                    return p.country is not None and p.country == self.gathering.country
                return p.name == self.gathering.place or (p.country is not None and p.country == self.gathering.country)
        return False

    def places_with(self, sentence: Sentence, t: Token) -> list[Place]:
        """Places told with a verb."""
        below = {k.i for c in complements_of(sentence, t) for k in sentence.subtree(c.i)[:4]}
        return [p for p in places_in(self.reading, sentence.index) if any(k.i in below for k in sentence.covering(p.span))]

    def abroad(self, sentence: Sentence, t: Token) -> bool:
        """Whether the place told with the verb is in another country than the gathering."""
        countries = {p.country for p in self.places_with(sentence, t)} - {None}
        return bool(countries) and self.gathering.country is not None and self.gathering.country not in countries

    def is_there(self, sentence: Sentence, t: Token) -> bool:
        """Whether the verb has "there" or "here"."""
        return any(k.lower in ("there", "here") and k.dep == "advmod" for k in sentence.kids(t.i))

    def away(self, sentence: Sentence, t: Token) -> bool:
        """Uses of "come" and "go" that move nobody: "go ahead", "come into force", "came to power"."""
        kids = sentence.kids(t.i)
        stay = ("prt", "acomp", "dobj", "xcomp", "attr", "oprd", "ccomp")
        if any((k.dep in stay and k.i > t.i) or (k.dep == "advmod" and k.lower in _ELSEWHERE) for k in kids):
            return True
        preps = [
            o
            for k in kids
            if k.dep == "prep" and k.lower not in ("with", "alongside", "despite", "including", "among")
            for o in sentence.kids(k.i)
        ]
        if t.lemma.lower() in ("arrive", "land"):
            preps = [o for o in preps if o.pos == "PROPN"]
        return any(not self.is_time(sentence, o) for o in preps if o.lower != "all")

    def near(self, sentence: Sentence) -> bool:
        """Whether the gathering is named in the sentence or the one before, or the whole report is about it."""
        return not self.gathering.scattered or self._leads or bool({sentence.index - 1, sentence.index} & self._named)

    def times_with(self, sentence: Sentence, t: Token) -> list[TimeExpression]:
        """Times told with a verb or noun."""
        below = {k.i for kid in sentence.kids(t.i, "prep", "npadvmod", "advmod", "tmod") for k in sentence.subtree(kid.i)[:6]}
        return [x for x in times_in(self.reading, sentence.index) if any(k.i in below for k in sentence.covering(x.span))]

    def is_time(self, sentence: Sentence, c: Token) -> bool:
        """Whether the word tells a time."""
        return c.ner in ("DATE", "TIME") or any(x.span.overlap(c.span) for x in times_in(self.reading, sentence.index))

    def is_list(self, sentence: Sentence, t: Token) -> bool:
        """Whether the word names those who come."""
        return t.lemma.lower() in cues.LISTS or t.lemma.lower() in cues.ATTENDEES or self.is_occasion(sentence, t)

    def on_list(self, sentence: Sentence, prep: Token) -> bool:
        """Whether the preposition puts somebody on the list of those who come."""
        return prep.lower in ("on", "at", "among") and any(
            o.lemma.lower() in cues.LISTS or o.lemma.lower() in cues.ATTENDEES or o.lower == "invited" for o in sentence.subtree(prep.i)
        )  # fmt: skip

    def reaches(self, sentence: Sentence, prep: Token) -> bool:
        """Whether the preposition leads to the gathering or its place."""
        return any(self.is_occasion(sentence, o) or self.is_here(sentence, o) for o in sentence.kids(prep.i, "pobj"))

    def is_trip_here(self, sentence: Sentence, t: Token) -> bool:
        """Whether a journey goes to the place of the gathering."""
        to = [o for k in sentence.kids(t.i, "prep") if k.lower in ("to", "in") for o in sentence.kids(k.i, "pobj")]
        return any(self.is_here(sentence, o) for o in to) and not is_indefinite_past(sentence, t)
