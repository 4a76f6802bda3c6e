"""Sentences that speak of one thing -> the subject of a finding: a noun phrase or an indirect question in the words of the reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from accord.model.reading import Quantity
from accord.model.sentence import Sentence, Token
from accord.reconcile.align import Aligned
from accord.reconcile.phrases import clause, join, noun_phrase, shared_words
from accord.reconcile.predicates import Predication
from accord.reconcile.terms import term
from accord.reconcile.wording import MEASURES

_PREPOSITIONS = frozenset({"of", "about", "over"})
_WEIGHTS = frozenset({"kilogram", "ton", "gram", "pound"})
_LENGTHS = frozenset({"kilometer", "meter", "mile", "foot", "inch", "centimeter", "yard", "kilogram", "ton", "gram", "pound"})
_SPANS = frozenset({"day", "week", "month", "year", "hour", "minute"})
_WHOLE = 3  # words of a clause that says something
_NEAR = 6  # words around a number in which its measure may be named
_SPELLING = {
    "kilometer": "kilometres",
    "meter": "metres",
    "story": "storeys",
    "foot": "feet",
    "inch": "inches",
    "centimeter": "centimetres",
}
_IRREGULAR = {
    "child": "children", "woman": "women", "man": "men", "person": "people", "policeman": "policemen", "policewoman": "policewomen",
    "serviceman": "servicemen", "gunman": "gunmen", "fisherman": "fishermen", "aircraft": "aircraft", "half": "halves", "life": "lives",
    "plane": "aircraft", "people": "people", "police": "police", "percent": "per cent",
}  # fmt: skip


def plural(noun: str) -> str:
    """The plural of a lemma; of several words the first before "of" is changed ("head of state": "heads of state")."""
    head, of, rest = noun.partition(" of ")
    last = head.rsplit(" ", maxsplit=1)[-1]
    before = head[: len(head) - len(last)]
    return before + _plural(last) + of + rest


def _plural(noun: str) -> str:
    if noun in _SPELLING or noun in _IRREGULAR:
        return _SPELLING.get(noun) or _IRREGULAR[noun]
    if not noun or (noun.endswith("s") and not noun.endswith("ss")):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("ss", "sh", "ch", "x", "z")):
        return noun + "es"
    return noun + "s"


def measured(story: Aligned, unit: str, found: Sequence[tuple[int, Quantity]]) -> str:
    """What numbers of one unit measure: "length of the bridge in kilometres", "number of ships", "pages of the indictment"."""
    newest = max(found, key=lambda f: (f[0], -f[1].span.start))
    measure = next((m for k, q in found if (m := _measure(story.readings[k].sentences[q.sentence], q))), None)
    for k, q in (newest, *found):
        named = _measured(story.readings[k].sentences[q.sentence], unit, q, measure)
        if named:
            return named
    k, q = newest
    return f"sum of money in {q.currency}" if q.currency else f"number of {_counted(story.readings[k].sentences[q.sentence], unit, q)}"


def _measure(sentence: Sentence, q: Quantity) -> str | None:
    """The measure that the words around the number name ("length")."""
    inside = [t.i for t in sentence.covering(q.span)]
    near = sentence.tokens[max(0, inside[0] - _NEAR) : inside[-1] + _NEAR + 1] if inside else ()
    return next((MEASURES[t.lemma.lower()] for t in near if t.lemma.lower() in MEASURES), None)


def _measured(sentence: Sentence, unit: str, q: Quantity, measure: str | None) -> str:
    """By the noun that the number hangs on; "" where it hangs on none."""
    inside = {t.i for t in sentence.covering(q.span)}
    host = _host(sentence, q, inside)
    if host is None:
        return ""
    counted = inside | _hyphenated(sentence, inside)
    thing = noun_phrase(sentence, host, without=counted, most=6)
    if not thing or thing.rsplit(" ", maxsplit=1)[-1] in _PREPOSITIONS:
        thing = noun_phrase(sentence, host, without=counted, most=1)
    if not thing:
        return ""
    if not thing.startswith(("the ", "its ", "their ", "his ", "her ")) and host.pos == "NOUN" and host.tag == "NN":
        thing = f"the {thing}"
    if q.currency:
        return f"sum of money for {thing}"
    if unit in _LENGTHS:
        measure = measure or ("weight" if unit in _WEIGHTS else None)
        return f"{measure} of {thing} in {plural(unit)}" if measure else f"{thing}: number of {plural(unit)}"
    if unit in _SPANS:
        return f"number of {plural(unit)} for {thing}"
    return f"number of {plural(unit)} of {thing}"


def _host(sentence: Sentence, q: Quantity, inside: Collection[int]) -> Token | None:
    """The noun that a measure is of: the one that it stands before ("a 48-page indictment"), or the subject of "is 19 kilometres long"."""
    if not 0 <= q.head < len(sentence.tokens):
        return None
    head = sentence.tokens[q.head]
    above = sentence.tokens[head.head]
    if head.dep in ("compound", "amod", "nmod", "nummod", "npadvmod") and above.pos in ("NOUN", "PROPN") and above.i not in inside:
        return above
    if head.dep in ("npadvmod", "nummod") and above.pos == "ADJ":
        top = sentence.tokens[above.head]
        if top.pos in ("NOUN", "PROPN"):
            return top
        return next((s for s in sentence.kids(above.head, "nsubj", "nsubjpass") if s.pos in ("NOUN", "PROPN")), None)
    if head.dep == "pobj" and above.lower in ("of", "about", "over") and sentence.tokens[above.head].pos in ("NOUN", "PROPN"):
        return sentence.tokens[above.head]
    return None


def _hyphenated(sentence: Sentence, inside: Collection[int]) -> set[int]:
    """Tokens that a hyphen ties to the number ("19-kilometre")."""
    last = max(inside, default=-1)
    out = {t.i for t in sentence.tokens[last + 1 : last + 3] if last >= 0 and sentence.tokens[last].end == t.start and t.text in ("-", "–")}
    return out | {i + 1 for i in out if i + 1 < len(sentence.tokens)}


def _counted(sentence: Sentence, unit: str, q: Quantity) -> str:
    """The units with their complement, and what they did or what was done to them, in the words of the sentence."""
    head = sentence.tokens[q.head] if 0 <= q.head < len(sentence.tokens) else None
    if head is None or head.pos not in ("NOUN", "PROPN"):
        return plural(unit)
    inside = {t.i for t in sentence.covering(q.span) if t.i < head.i and t.pos not in ("ADJ", "PROPN", "NOUN")}
    inside |= {k.i for k in sentence.kids(head.i, "poss", "det", "nummod")} | {
        g.i for k in sentence.kids(head.i, "nummod") for g in sentence.subtree(k.i)
    }
    words = noun_phrase(sentence, head, without=inside, most=7)
    return plural(unit) if not words or words.lower() == plural(unit) else words


def asked(story: Aligned, question: str, told: Iterable[tuple[int, Predication]]) -> str:
    """An indirect question on a deed ("whether Finland joined NATO"), by the newest report that tells it in a whole clause.

    Else the deed in quotation marks. Those told as done come before those told as planned.
    """
    rows = sorted(told, key=lambda r: (not r[1].past, -r[0], r[1].span.start))
    clauses: list[str] = []
    for k, p in rows:
        reading = story.readings[k]
        sentence = reading.sentences[p.sentence]
        words = clause(reading, sentence, sentence.tokens[p.token], placed=question != "where")
        if words:
            clauses.append(words)
    whole = next((c for c in clauses if len(c.split()) >= _WHOLE), clauses[0] if clauses else None)
    if whole:
        return f"{question} {whole}"
    k, p = rows[0]
    sentence = story.readings[k].sentences[p.sentence]
    return f"{question}: “{join(sentence.covering(p.span)[:9])}”"


def is_fallback(subject: str) -> bool:
    """Whether no clause was found and the words are only quoted."""
    return "“" in subject


def quoted(sentences: Sequence[Sentence], shared: Collection[str]) -> str:
    """Words that the sentences share, in the order and case of the last of them."""
    return shared_words(sentences[-1], shared) or join(sentences[-1].tokens[:8])


def shared_terms(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Content terms that all the sentences hold."""
    bags = [frozenset(k for t in s.tokens if (k := term(t)) is not None) for s in sentences]
    return frozenset.intersection(*bags) if bags else frozenset()
