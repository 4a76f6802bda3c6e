"""Reading + gathering -> the scene that the rules of attendance look at: who is the subject, the object, the owner, of what rank."""

from __future__ import annotations

from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import Attendance
from accord.reconcile import cues
from accord.reconcile.clauses import complements_of, subject_of
from accord.reconcile.commitment import negated, outcome
from accord.reconcile.gatherings import Gathering
from accord.reconcile.parties import Parties, Party
from accord.reconcile.ties import Ties

_A = Attendance
_LOCAL = ("prt", "dobj", "advmod", "acomp", "attr", "oprd", "npadvmod", "dative", "advcl", "xcomp", "ccomp", "pobj", "intj")


class Scene:
    """One report against the gathering in hand; built once a report."""

    def __init__(self, reading: Reading, gathering: Gathering) -> None:
        self.reading = reading
        self.gathering = gathering
        self.ties = Ties(reading, gathering)
        self.parties = Parties(reading, home=gathering.country)

    def outcome(self, sentence: Sentence, i: int) -> Attendance | None:
        """What the report commits to about an act of attending headed by token `i`."""
        return outcome(sentence, i, self.reading.modality(sentence.index, i))

    def told(self, sentence: Sentence, t: Token) -> bool:
        """Whether a verb's act is told or planned, not denied, wished or imagined."""
        return self.outcome(sentence, t.i) == _A.ATTENDS

    def is_mention(self, sentence: Sentence, t: Token) -> bool:
        """Whether the token names the gathering."""
        return (self.reading.report.id, sentence.index, t.i) in self.gathering.mentions

    def subjects(self, sentence: Sentence, t: Token) -> list[Party]:
        """Parties that do what a verb tells."""
        subject = subject_of(sentence, t)
        return self.parties.of(sentence, subject.i) if subject is not None else []

    def objects(self, sentence: Sentence, t: Token, *, passive: bool) -> list[Party]:
        """Parties to whom it is done: the object, the subject of a passive, company after "with", members after "including"."""
        tokens = sentence.kids(t.i, "nsubjpass") if passive else sentence.kids(t.i, "dobj")
        if passive and not tokens:
            subject = subject_of(sentence, t)
            tokens = [subject] if subject is not None else []
        if not passive:
            tokens = [*tokens, *self.after(sentence, t, "with")]
        if any(o.tag == "NNS" and o.lemma.lower() in cues.PRINCIPALS | cues.TEAMS for o in tokens):
            tokens = [*tokens, *self.after(sentence, t, "from")]
        out = [p for o in tokens for p in self.parties.of(sentence, o.i)]
        return out + [p for o in [t, *tokens] for p in self.included(sentence, o)]

    def included(self, sentence: Sentence, t: Token) -> list[Party]:
        """Members told after a number or a group: "26 leaders, including X and Y"."""
        return [
            p
            for prep in sentence.kids(t.i, "prep")
            if prep.lower in ("including", "like", "among")
            for k in sentence.kids(prep.i, "pobj")
            for p in self.parties.of(sentence, k.i)
        ]

    def after(self, sentence: Sentence, t: Token, *preps: str) -> list[Token]:
        """Objects of a word's prepositions of these names, agents with "by" among them."""
        return [o for k in sentence.kids(t.i, "prep", "agent", "dative") if k.lower in preps for o in sentence.kids(k.i, "pobj")]

    def behind(self, sentence: Sentence, t: Token, *preps: str) -> list[Party]:
        """Parties after a word's prepositions, at whichever of its complements they hang."""
        tops = [t, *complements_of(sentence, t), *sentence.kids(t.i, "acomp", "oprd", "xcomp", "ccomp", "nsubj", "nsubjpass")]
        return [p for top in tops for o in self.after(sentence, top, *preps) for p in self.parties.of(sentence, o.i)]

    def owners(self, sentence: Sentence, t: Token) -> list[Party]:
        """Whose a noun is: possessors, or "of", "by" and "from" complements."""
        tokens = sentence.kids(t.i, "poss")
        tokens += [o for k in sentence.kids(t.i, "prep") if k.lower in ("of", "by", "from") for o in sentence.kids(k.i, "pobj")]
        found = [p for o in tokens for p in self.parties.of(sentence, o.i)]
        if found:
            return found
        # "Made its attendance conditional", "confirmed her presence": the subject's own.
        pronoun = any(k.lower in ("his", "her", "its", "their") for k in sentence.kids(t.i, "poss"))
        return self.subjects(sentence, sentence.tokens[t.head]) if pronoun and t.dep in ("dobj", "nsubj") else []

    def equated(self, sentence: Sentence, t: Token) -> list[Party]:
        """Who is said to be what the noun says."""
        verb = next((a for a in sentence.ancestors(t.i) if a.pos in ("VERB", "AUX")), None)
        return [] if verb is None or negated(sentence, verb) else self.subjects(sentence, verb)

    def open_subjects(self, sentence: Sentence, t: Token) -> list[Party]:
        """Whose coming is open: the subject, or the one whose visit, attendance or presence the subject is."""
        subject = subject_of(sentence, t)
        if subject is None:
            return []
        if subject.lemma.lower() in cues.NOUNS or subject.lemma.lower() in cues.TRAVEL_NOUNS:
            return self.owners(sentence, subject)
        found = self.parties.of(sentence, subject.i)
        return found or [p for k in sentence.kids(subject.i, "poss") for p in self.parties.of(sentence, k.i)]

    def is_principal(self, sentence: Sentence, o: Token) -> bool:
        """Whether a word is of somebody who stands for a state in person."""
        words = {o.lemma.lower()} | {k.lemma.lower() for k in sentence.kids(o.i, "compound", "nmod", "amod", "appos")}
        if words & (cues.STAND_INS | {"vice"}) - {"minister", "premier"} or ("minister" in words and "prime" not in words):
            return False
        hit = self.parties.mention(sentence, o.i)
        title = (hit[1].title or "") if hit else ""
        return bool(words & cues.PRINCIPALS or "prime" in words or set(title.split()) & cues.PRINCIPALS)

    def is_deputy(self, sentence: Sentence, o: Token) -> bool:
        """Whether a word is of somebody whom a state sends in place of its leader."""
        words = {o.lemma.lower()} | {k.lemma.lower() for k in sentence.kids(o.i, "compound", "nmod", "amod", "appos")}
        hit = self.parties.mention(sentence, o.i)
        words |= set(((hit[1].title or "") if hit else "").split())
        if {"vice", "deputy", "vice-president"} & words:
            return True
        return bool(words & cues.DEPUTIES) and not words & {"prime", "general", "secretary-general"}

    def negative_subject(self, sentence: Sentence, t: Token) -> bool:
        """As in "Neither A nor B has a seat"."""
        subject = subject_of(sentence, t)
        return subject is not None and any(k.lower in ("neither", "no", "nor", "none") for k in [subject, *sentence.kids(subject.i)])

    def near(self, sentence: Sentence) -> bool:
        """Whether the gathering is in reach of the sentence."""
        return self.ties.near(sentence)


def local_words(sentence: Sentence, t: Token) -> set[str]:
    """Lemmas and forms of a verb's own objects, particles, adverbs and the objects of its prepositions, two steps deep at most."""
    out: set[str] = set()
    for k in sentence.kids(t.i):
        if k.dep in _LOCAL:
            out |= {k.lemma.lower(), k.lower}
        if k.dep in ("prep", "agent", "prt", "advmod", "acomp", "dobj", "oprd", "attr"):
            out |= {k.lower, k.lemma.lower()}
            for o in sentence.kids(k.i, "pobj", "pcomp", "prep", "amod", "acl"):
                out |= {o.lemma.lower(), o.lower}
                if o.dep == "prep":
                    out |= {x.lemma.lower() for x in sentence.kids(o.i, "pobj")}
    return out


def denied_object(sentence: Sentence, t: Token) -> bool:
    """As in "gets no invitation": the denial stands by the object."""
    return any(d.lower in ("no", "neither", "nor") for k in sentence.kids(t.i, "dobj", "attr") for d in sentence.kids(k.i))


def is_open(sentence: Sentence, t: Token) -> bool:
    """Whether a verb of settling is denied or put off: "has not confirmed", "has yet to decide", "would not say"."""
    if negated(sentence, t) or any(k.lower == "still" for k in sentence.kids(t.i, "advmod")):
        return True
    above = sentence.tokens[t.head]
    put_off = t.dep == "xcomp" and above.lemma.lower() in ("have", "be", "need") and above.i != t.i
    return put_off and any(k.lower in ("yet", "still") for k in [*sentence.kids(above.i), *sentence.kids(t.i)])


def combined(base: Attendance | None, status: Attendance) -> Attendance | None:
    """A verb's status under what is made of it: "will not attend", "will not skip", "may host"."""
    if base in (None, _A.ATTENDS) or base == status:
        return status if base is not None else None
    if status in (_A.ATTENDS, _A.HOST):
        return base
    return None if base == _A.DECLINED else (_A.UNDECIDED if base == _A.UNDECIDED else None)


def on_object(base: Attendance | None, status: Attendance) -> Attendance | None:
    """The same for the object: not to invite somebody is their being not invited."""
    if status == _A.INVITED and base == _A.DECLINED:
        return _A.NOT_INVITED
    return combined(base, status)
