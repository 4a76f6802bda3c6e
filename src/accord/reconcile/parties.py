"""Reading + token -> the states and persons that a noun phrase stands for, coordination, apposition and pronouns followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accord.model.reading import Entity, Mention, Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind

# A noun that stands for the state it is of: "leaders from Cuba", "Mali's ambassador", "the Ethiopian delegation".
DELEGATES = frozenset(
    "leader president premier chancellor king queen emir sultan monarch minister secretary head chief ruler dictator strongman government"
    " delegation delegate team side representative envoy ambassador official diplomat observer negotiator mediator adviser advisor lawmaker"
    " parliamentarian speaker deputy vice-president guest participant dignitary general commander party state nation country government's"
    " leadership authority mission contingent spokesman spokeswoman spokesperson aide counterpart statesman host witness guarantor".split()
)
_RELATIVE = frozenset(("who", "whom", "which", "that"))
_PERSONAL = frozenset(("he", "she", "his", "her", "him", "hers"))
_TOTALS = frozenset(("all", "both", "each"))
_MAX = 40
_DEEPEST = 6  # phrases that stand for phrases


@dataclass(frozen=True, slots=True)
class Party:
    """A state, or a person who stands for one.

    Attributes:
        country: ISO 3166-1 alpha-3, or None.
        person: Name, or None.
        span: The words.
        token: Index of the head token in its sentence.
        title: Head noun where it is no name ("speaker", "ambassador"), lower case.
    """

    country: str | None
    person: str | None
    span: Span
    token: int
    title: str | None = None


class Parties:
    """Look-up of parties in one reading; built once, asked often. "The hosts" are the state `home`."""

    def __init__(self, reading: Reading, home: str | None = None) -> None:
        self._reading = reading
        self._home = home
        self._depth = 0
        self._at: dict[tuple[int, int], tuple[Entity, Mention]] = {}
        self._persons: list[tuple[int, int, Entity]] = []
        for entity in reading.entities:
            for m in entity.mentions:
                self._at.setdefault((m.sentence, m.head), (entity, m))
                if entity.kind == EntityKind.PERSON and m.how != "pronoun" and not entity.anonymous:
                    self._persons.append((m.sentence, m.head, entity))
        self._persons.sort(key=lambda x: (x[0], x[1]))
        self._fill_names()

    def _fill_names(self) -> None:
        """Every word of a person's name stands for the person, wherever the parser sees the head."""
        for entity in self._reading.entities:
            if entity.kind != EntityKind.PERSON:
                continue
            for m in entity.mentions:
                if m.how == "name" and m.sentence < len(self._reading.sentences):
                    for t in self._reading.sentences[m.sentence].covering(m.span):
                        if t.dep not in ("poss", "amod"):
                            self._at.setdefault((m.sentence, t.i), (entity, m))

    def of(self, sentence: Sentence, i: int) -> list[Party]:
        """Parties that the phrase headed by token `i` names, in order; empty if it names none."""
        if self._depth >= _DEEPEST:  # "the leaders, all of them": either stands for the other
            return []
        self._depth += 1
        try:
            out: list[Party] = []
            for t in coordinated(sentence, i):
                out.extend(self._one(sentence, t))
                out.extend(p for k in self._hung_too_low(sentence, t) for p in self._one(sentence, k))
            return out
        finally:
            self._depth -= 1

    def _hung_too_low(self, sentence: Sentence, t: Token) -> list[Token]:
        """Persons whom the parser coordinates with the state of the one before: "X of France and Y of Chile"."""
        hit = self._at.get((sentence.index, t.i))
        if hit is None or hit[0].kind != EntityKind.PERSON:
            return []
        states = [o for k in sentence.kids(t.i, "prep") if k.lower in ("of", "from") for o in sentence.kids(k.i, "pobj")]
        found = [c for o in states for c in coordinated(sentence, o.i) if c.i != o.i]
        return [c for c in found if (other := self._at.get((sentence.index, c.i))) and other[0].kind == EntityKind.PERSON]

    def mention(self, sentence: Sentence, i: int) -> tuple[Entity, Mention] | None:
        """Entity and mention whose head is token `i`."""
        return self._at.get((sentence.index, i))

    def single(self, sentence: Sentence, t: Token) -> list[Party]:
        """Parties that one token names, without those coordinated with it."""
        return self._one(sentence, t)

    def _one(self, sentence: Sentence, t: Token) -> list[Party]:
        hit = self._at.get((sentence.index, t.i))
        low = t.lower
        if low == "they" and t.dep == "nsubj" and (speakers := self._speakers(sentence, t)):
            return speakers
        if (
            hit is not None
            and (hit[0].kind in (EntityKind.PERSON, EntityKind.STATE) or hit[0].country)
            and not _is_plural_group(sentence, t)
        ):
            named = self._named(sentence, t, hit)
            if named is not None:
                return [named]
        if low in _RELATIVE:
            head = next((sentence.tokens[a.head] for a in [t, *sentence.ancestors(t.i)] if a.dep in ("relcl", "acl")), None)
            return self.of(sentence, head.i) if head is not None and head.i != t.i and head.lower not in _RELATIVE else []
        if low in _PERSONAL:
            person = self._antecedent(sentence, t.i)
            return [Party(person.country, person.name, t.span, t.i)] if person else []
        if low in _TOTALS:
            return self._before(sentence, t.i)
        count = _counted(sentence, t)
        if count:
            return self._listed(sentence, t, count)
        if low in ("they", "it", "both") and t.dep == "nsubj":
            return self._speakers(sentence, t)
        if t.lemma.lower() == "host" and t.pos == "NOUN" and self._home and not sentence.kids(t.i, "appos", "prep", "poss"):
            return [Party(self._home, None, t.span, t.i, "host")]
        if t.pos in ("NOUN", "PROPN", "ADJ", "NUM"):
            return self._delegates(sentence, t) or self._stranger(sentence, t)
        return []

    def _stranger(self, sentence: Sentence, t: Token) -> list[Party]:
        """As in "India's Ajit Doval" where the name is of nobody known."""
        if t.pos != "PROPN" or t.tag != "NNP":
            return []
        owner = next((self._at.get((sentence.index, k.i)) for k in sentence.kids(t.i, "poss")), None)
        words = [k for k in sentence.kids(t.i, "compound", "flat") if k.pos == "PROPN"]
        if not owner or owner[0].kind != EntityKind.STATE or not words:
            return []
        span = Span(words[0].start, t.end)
        return [Party(owner[0].country, span.of(self._reading.report.text), span, t.i)]

    def _named(self, sentence: Sentence, t: Token, hit: tuple[Entity, Mention]) -> Party | None:
        entity, mention = hit
        if entity.kind == EntityKind.PERSON:
            if entity.country is None and entity.anonymous:
                return None
            country = entity.country or self._modifier_country(sentence, t)
            return Party(
                country,
                None if entity.anonymous else entity.name,
                mention.span,
                t.i,
                t.lemma.lower() if entity.anonymous else mention.title,
            )
        if entity.kind == EntityKind.STATE:
            return Party(entity.country, self._apposed(sentence, t), mention.span, t.i)
        if t.pos == "NOUN" and t.lemma.lower() in DELEGATES and entity.country:
            return Party(entity.country, self._apposed(sentence, t), mention.span, t.i, t.lemma.lower())
        return None

    def _apposed(self, sentence: Sentence, t: Token) -> str | None:
        for k in sentence.kids(t.i, "appos"):
            hit = self._at.get((sentence.index, k.i))
            if hit and hit[0].kind == EntityKind.PERSON and not hit[0].anonymous:
                return hit[0].name
        return None

    def _delegates(self, sentence: Sentence, t: Token) -> list[Party]:
        """States that a noun is of: modifiers, possessors and "of" or "from" complements."""
        lemma = t.lemma.lower()
        person = self._apposed(sentence, t)
        country = next((e.country for e in self._reading.entities if e.name == person), None) if person else None
        if country:
            return [Party(country, person, t.span, t.i, lemma)]
        if lemma not in DELEGATES:
            return []
        return self._of_states(sentence, t, lemma, person)[:_MAX]

    def _of_states(self, sentence: Sentence, t: Token, lemma: str, person: str | None) -> list[Party]:
        out: list[Party] = []
        for k in sentence.kids(t.i, "amod", "compound", "nmod", "poss"):
            for c in coordinated(sentence, k.i):
                hit = self._at.get((sentence.index, c.i))
                if hit and hit[0].country and hit[0].kind != EntityKind.PERSON:
                    out.append(Party(hit[0].country, person, Span(min(c.start, t.start), max(c.end, t.end)), t.i, lemma))
        if not out:
            for prep in sentence.kids(t.i, "prep"):
                if prep.lower in ("of", "from", "for"):
                    for k in sentence.kids(prep.i, "pobj"):
                        out.extend(self._states(sentence, k.i, t, lemma, person))
        if not out:
            out.extend(p for k in sentence.kids(t.i, "appos") if k.lower != lemma for p in self.of(sentence, k.i))
        return out

    def _states(self, sentence: Sentence, i: int, t: Token, lemma: str, person: str | None) -> Iterator[Party]:
        for c in coordinated(sentence, i):
            hit = self._at.get((sentence.index, c.i))
            if hit and hit[0].country and hit[0].kind == EntityKind.STATE:
                yield Party(hit[0].country, person, hit[1].span, c.i, lemma)
            elif c.lemma.lower() in DELEGATES and c.i != t.i:
                # "The chair of Norway's Labour Party": one step further down.
                owners = [self._at.get((sentence.index, k.i)) for k in sentence.kids(c.i, "poss", "amod", "compound")]
                yield from (Party(o[0].country, person, c.span, c.i, lemma) for o in owners if o and o[0].kind == EntityKind.STATE)

    def _modifier_country(self, sentence: Sentence, t: Token) -> str | None:
        todo, seen = [t.i], 0
        while todo and seen < 12:
            seen += 1
            for k in sentence.kids(todo.pop(), "amod", "compound", "nmod", "poss"):
                hit = self._at.get((sentence.index, k.i))
                if hit and hit[0].kind == EntityKind.STATE:
                    return hit[0].country
                if k.dep != "poss":
                    todo.append(k.i)
        # "King X of Y", "Y's man" in front: the complement of the name.
        for prep in sentence.kids(t.i, "prep"):
            for o in sentence.kids(prep.i, "pobj") if prep.lower in ("of", "from") else ():
                hit = self._at.get((sentence.index, o.i))
                if hit and hit[0].kind == EntityKind.STATE:
                    return hit[0].country
        return None

    def _antecedent(self, sentence: Sentence, i: int) -> Entity | None:
        """The nearest person named before the token, in its sentence or the two before."""
        best = None
        for s, head, entity in self._persons:
            if (s, head) >= (sentence.index, i):
                break
            if s >= sentence.index - 2:
                best = entity
        return best

    def _speakers(self, sentence: Sentence, t: Token) -> list[Party]:
        """As in "A and B said they would come": the subjects of the clause above."""
        verb = sentence.tokens[t.head]
        above = sentence.tokens[verb.head]
        if verb.dep != "ccomp" or above.i == verb.i:
            return []
        return [p for k in sentence.kids(above.i, "nsubj") if k.i != t.i and k.i < t.i for p in self.of(sentence, k.i)]

    def _listed(self, sentence: Sentence, t: Token, count: int) -> list[Party]:
        """As in "The three governments": the nearest list of so many states before, in this sentence or the three before."""
        for s in reversed(self._reading.sentences[max(0, sentence.index - 3) : sentence.index + 1]):
            for k in reversed(s.tokens if s.index < sentence.index else s.tokens[: t.i]):
                if k.dep != "conj" and s.kids(k.i, "conj"):
                    found = [
                        Party(hit[0].country, None, t.span, t.i, t.lemma.lower())
                        for c in coordinated(s, k.i)
                        if (hit := self._at.get((s.index, c.i))) and hit[0].kind == EntityKind.STATE and hit[0].country
                    ]
                    if len(found) == count and len({p.country for p in found}) == count:
                        return found
        return []

    def _before(self, sentence: Sentence, i: int) -> list[Party]:
        """Parties of the list that ends right before "all" or "both"."""
        k = i - 1
        while k >= 0 and sentence.tokens[k].dep == "punct":
            k -= 1
        if k < 0:
            return []
        top = sentence.tokens[k]
        while top.dep in ("conj", "appos") and sentence.tokens[top.head].i < top.i:
            top = sentence.tokens[top.head]
        return self.of(sentence, top.i)


_SMALL = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_COUNTED = frozenset("country nation state government capital side neighbor neighbour".split())


def _counted(sentence: Sentence, t: Token) -> int | None:
    """How many states "the three governments" are; None for anything else."""
    if t.lemma.lower() not in _COUNTED or t.tag != "NNS" or sentence.kids(t.i, "amod", "prep", "compound", "poss", "acl"):
        return None
    kids = sentence.kids(t.i)
    return (
        next((_SMALL[k.lower] for k in kids if k.lower in _SMALL), None)
        if any(k.lower in ("the", "these", "all", "both") for k in kids)
        else None
    )


def coordinated(sentence: Sentence, i: int) -> Iterator[Token]:
    """The token and the nouns coordinated with it, in order."""
    todo: list[int] = [i]
    out: list[int] = []
    while todo and len(out) < _MAX:
        k = todo.pop()
        out.append(k)
        todo.extend(c.i for c in sentence.kids(k, "conj") if c.pos not in ("VERB", "AUX"))
    for k in sorted(out):
        yield sentence.tokens[k]


def _is_plural_group(sentence: Sentence, t: Token) -> bool:
    """Nouns such as "leaders" that are mentioned as one entity but are of several states."""
    return t.tag == "NNS" and t.lemma.lower() in DELEGATES and any(
        k.dep == "prep" and k.lower in ("of", "from") for k in sentence.kids(t.i)
    )  # fmt: skip
