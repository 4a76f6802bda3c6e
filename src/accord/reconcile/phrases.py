"""Sentence + word -> the short phrase around it, in the report's own words and order: what subjects of findings are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.reconcile.predicates import subjects
from accord.reconcile.terms import term

MOST = 12  # words of a phrase: what is read at a glance
_BEFORE = ("det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "case", "punct", "predet")
_PLAIN = frozenset({"NOUN", "ADJ", "VERB", "ADV", "ADP", "DET", "PRON", "CCONJ", "NUM"})
_LOOSE_ENDS = frozenset({"PUNCT", "ADP", "SCONJ", "CCONJ", "DET", "PART"})
_UNNAMED = frozenset({"", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT"})
_ARTICLES = frozenset({"The", "A", "An"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PREPOSITIONS = frozenset(
    "of in on for to with against between from at by over into near under through about across towards toward".split()
)
_OBJECTS = ("dobj", "attr", "oprd", "acomp", "dative")
_INDEFINITE = frozenset({"a", "an", "this", "that", "these", "those", "any"})
_AUXILIARIES = ("aux", "auxpass", "neg", "prt")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CHAIN = 5  # words from a finite verb down to the infinitive that it governs ("is expected to open")
_TIMES = frozenset({"DATE", "TIME"})
_QUOTES = frozenset("\"'“”‘’`«»") | {"``", "''"}


def join(tokens: Iterable[Token]) -> str:
    """The words in order, spaced as in the text; capitals of a sentence's beginning or a headline taken off, quotation marks left out."""
    words = [t for t in tokens if t.text not in _QUOTES and not t.text.isspace()]
    while words and words[-1].pos in _LOOSE_ENDS and words[-1].dep != "prt":
        words.pop()
    out = ""
    last: Token | None = None
    for t in words:
        glued = last is not None and t.start == last.end and t.i == last.i + 1
        article = not out and t.text in _ARTICLES
        plain = article or (t.pos != "PROPN" and t.ner in _UNNAMED and t.text.istitle() and (not out or t.pos in _PLAIN))
        word = t.text.lower() if plain else t.text
        out += word if glued or not out else " " + word
        last = t
    return " ".join(out.split()).strip(" ,;:-–—[](){}")


def noun_phrase(sentence: Sentence, head: Token, *, without: Collection[int] = (), most: int = MOST) -> str:
    """The noun with what stands before it and its nearest complements ("the border with Russia"); clauses are left out.

    Args:
        sentence: Where it stands.
        head: The noun.
        without: Indexes of tokens that are left out (the number of a count).
        most: Words at most; a complement that does not fit is left out whole.
    """
    return _with_article([t for t in _noun(sentence, head, most) if t.i not in without])


def party_name(reading: Reading, sentence: Sentence, head: Token) -> str:
    """How a party is called: the name of the entity that the word stands for, else its own phrase."""
    named = (e.name for e in reading.entities for m in e.mentions if not e.anonymous and (m.sentence, m.head) == (sentence.index, head.i))
    name = join((*sentence.kids(head.i, "compound"), head)) if head.pos == "PROPN" else noun_phrase(sentence, head, most=6)
    return next(named, None) or name


def _with_article(tokens: Sequence[Token]) -> str:
    """An indefinite article or a pointing word as "the": the subject of a finding is known to both reports."""
    if tokens and tokens[0].lower in _INDEFINITE:
        rest = join(tokens[1:])
        return f"the {rest}" if rest else ""
    return join(tokens)


def _noun(sentence: Sentence, head: Token, most: int) -> list[Token]:
    mine = {head.i}
    for k in sentence.kids(head.i, *_BEFORE):
        below = sentence.subtree(k.i)
        if k.i < head.i and len(below) <= 5 and (k.dep != "punct" or k.text == "-") and k.ner not in _TIMES:
            mine |= {t.i for t in below}
    for k in sentence.kids(head.i, "appos"):
        name = sentence.subtree(k.i)
        if k.pos == "PROPN" and name[0].i == head.i + 1 and len(name) <= 5 and len(mine) + len(name) <= most:
            mine |= {t.i for t in name}
    for k in sentence.kids(head.i, "prep", "conj", "cc"):
        if k.i < head.i:
            continue
        extra = _complement(sentence, k, most - len(mine)) if k.dep == "prep" else _joined(sentence, head, k, most - len(mine))
        mine |= {t.i for t in extra}
    return [sentence.tokens[i] for i in sorted(mine)]


def _complement(sentence: Sentence, prep: Token, most: int) -> list[Token]:
    objects = sentence.kids(prep.i, "pobj")
    if prep.lower not in _PREPOSITIONS or not objects or objects[0].ner in _TIMES or objects[0].pos == "PRON":
        return []
    phrase = [prep, *_noun(sentence, objects[0], max(1, most - 1))]
    return phrase if len(phrase) <= most and phrase[-1].i - prep.i < len(phrase) + 2 else []


def _joined(sentence: Sentence, head: Token, k: Token, most: int) -> list[Token]:
    """The second of two nouns with its "and"; longer lists are cut to their first."""
    others = sentence.kids(head.i, "conj")
    if k.dep != "conj" or len(others) != 1 or k.pos not in ("NOUN", "PROPN") or sentence.kids(k.i, "conj"):
        return []
    between = [t for t in sentence.kids(head.i, "cc") if t.i < k.i]
    phrase = [*between, *_noun(sentence, k, max(1, most - 2))]
    return phrase if len(phrase) <= most else []


def clause(reading: Reading, sentence: Sentence, verb: Token, *, most: int = MOST + 2, placed: bool = True) -> str | None:
    """Who did what in the report's words ("Finland joined NATO"); None where subject or tense cannot be told.

    Times and subordinate clauses are left out, and places where `placed` is False.
    """
    who = _subject(reading, sentence, verb, most // 2 + 1)
    group = _group(sentence, verb)
    if not who or not group:
        return None
    objects: list[str] = []
    missing = False
    room = most - len(who.split()) - len(group.split())
    for k in (*sentence.kids(verb.i, *_OBJECTS), *sentence.kids(verb.i, "prep", "agent")):
        if k.i < verb.i or k.ner in _TIMES:
            continue
        if k.pos == "ADP":
            inside = _complement(sentence, k, room)
            words = "" if not placed and any(t.ner in _PLACES for t in inside) else join(inside)
        elif k.pos == "ADJ":
            words = k.text
        else:
            words = "" if k.pos == "PRON" else join(_noun(sentence, k, max(1, room)))
        if words and len(words.split()) <= room:
            objects.append(words)
            room -= len(words.split())
        elif k.dep in ("dobj", "attr", "acomp"):
            missing = True
    if missing:
        return None
    return " ".join((who, group, *objects))


def _subject(reading: Reading, sentence: Sentence, verb: Token, most: int) -> str | None:
    found = subjects(sentence, verb)
    if not found:
        return None
    head = found[0]
    if head.pos == "PRON" or head.tag in ("PRP", "WP", "WDT", "DT"):
        return next((e.name for e in reading.entities for m in e.mentions if (m.sentence, m.head) == (sentence.index, head.i)), None)
    if head.pos not in ("NOUN", "PROPN"):
        return None
    return noun_phrase(sentence, head, most=most) or None


def _group(sentence: Sentence, verb: Token) -> str | None:
    """The verb with its auxiliaries; an infinitive with the finite verb above it; None for a participle alone."""
    own = sorted((verb, *sentence.kids(verb.i, *_AUXILIARIES)), key=lambda t: t.i)
    first = own[0]
    if verb.tag in _FINITE or (first.dep in ("aux", "auxpass") and first.tag in ("MD", *_FINITE)):
        return join(t for t in own if abs(t.i - verb.i) <= 5)
    if verb.dep in ("acl", "relcl") and verb.tag == "VBN" and not sentence.kids(verb.i, "dobj"):
        plural = sentence.tokens[verb.head].tag in ("NNS", "NNPS")
        return f"{'were' if plural else 'was'} {verb.text}"
    if verb.dep == "conj" and sentence.tokens[verb.head].tag == verb.tag:
        above = [t for t in sentence.kids(verb.head, "aux", "auxpass") if t.i < verb.head]
        return f"{join(above)} {join(own)}" if above else None
    if verb.dep == "xcomp":
        return _chain(sentence, verb)
    return None


def _chain(sentence: Sentence, verb: Token) -> str | None:
    top = verb
    while top.dep in ("xcomp", "acomp") and top.head != top.i:
        top = sentence.tokens[top.head]
    first = min((top, *sentence.kids(top.i, "aux", "auxpass", "neg")), key=lambda t: t.i)
    between = sentence.tokens[first.i : verb.i + 1]
    if first.tag not in ("MD", *_FINITE) or len(between) > _CHAIN + 1 or any(t.pos in ("PUNCT", "NOUN", "PROPN") for t in between):
        return None
    return join(between)


def shared_words(sentence: Sentence, shared: Collection[str], *, most: int = 8, but: Span | None = None) -> str:
    """The stretch that holds most of the shared terms, from the first to the last of them, in their own order and case.

    Args:
        sentence: Where the stretch is taken from.
        shared: Terms.
        most: Words of the longest stretch.
        but: Words that it must not hold.
    """
    barred = {t.i for t in sentence.covering(but)} if but else set()
    marks = [term(t) in shared and t.i not in barred for t in sentence.tokens]
    best, at, end = 0, 0, 0
    for k, marked in enumerate(marks):
        stop = min([k + most, *(i for i in barred if i > k)])
        n = len({term(t) for t, m in zip(sentence.tokens[k:stop], marks[k:stop], strict=False) if m})
        if marked and n > best:
            best, at, end = n, k, stop
    window = sentence.tokens[at:end]
    while window and not marks[window[-1].i]:
        window = window[:-1]
    head = window[-1].head if window and window[-1].dep == "compound" else 0
    if at < head < end + 2 and not barred & set(range(at, head + 1)):  # not "Brazilian President Luiz Inacio"
        window = sentence.tokens[at : head + 1]
    return join(window)
