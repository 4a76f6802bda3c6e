"""Sentence and tokens -> the stretches of source, cue and content, as token ranges with their punctuation trimmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from accord.extract.reporting import ABSTRACT_ENDINGS, BODIES, DOCUMENTS, MEDIA, MEDIA_PREPOSITIONS, NEVER_SOURCES, SPEAKER_NOUNS, WEEKDAYS
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVES = frozenset("who which that whom whose".split())
QUOTE_MARKS = frozenset(["“", "”", '"', "''", "``", "‘", "’", "'", "«", "»", "„"])
# Inclusive token ranges, in order.
Runs = tuple[tuple[int, int], ...]
_MAX_SOURCE = 60
_MAX_CLIMB = 6
_MAX_TITLE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution found in one sentence, before quotations and speakers are looked at.

    Attributes:
        verb: Index of the cue's head token.
        source: Inclusive token range, or None where nobody is named.
        source_head: Token that the source stands on, or None.
        content: Inclusive token ranges, in order; empty where only quotation marks can tell.
        speech: The cue is one of speech or writing, not of thought or attitude.
    """

    sentence: int
    verb: int
    cue: tuple[int, int]
    source: tuple[int, int] | None
    source_head: int | None
    content: tuple[tuple[int, int], ...]
    speech: bool


def char_span(s: Sentence, piece: tuple[int, int]) -> Span:
    """Offsets of an inclusive token range."""
    return Span(s.tokens[piece[0]].start, s.tokens[piece[1]].end)


def subtree_range(s: Sentence, i: int) -> tuple[int, int]:
    """First and last token of what hangs on token `i`."""
    rows = s.subtree(i)
    return rows[0].i, rows[-1].i


def pieces(s: Sentence, low: int, high: int, without: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Tokens from `low` to `high` less the ranges `without`, as trimmed runs."""
    barred = {k for a, b in without for k in range(a, b + 1)}
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for k in range(max(0, low), min(high, len(s.tokens) - 1) + 2):
        inside = k <= high and k < len(s.tokens) and k not in barred
        if inside and start is None:
            start = k
        elif not inside and start is not None:
            runs.append((start, k - 1))
            start = None
    trimmed = (trim(s, run) for run in runs)
    return tuple(run for run in trimmed if run is not None)


def trim(s: Sentence, run: tuple[int, int]) -> tuple[int, int] | None:
    """Takes punctuation other than quotation marks and brackets off both ends; None if nothing is left."""
    low, high = run
    while low <= high and _is_edge(s.tokens[low], leading=True):
        low += 1
    while low <= high and _is_edge(s.tokens[high], leading=False):
        high -= 1
    if low > high or all(t.pos in ("PUNCT", "SPACE", "CCONJ") for t in s.tokens[low : high + 1]):
        return None
    return low, high


def _is_edge(t: Token, *, leading: bool) -> bool:
    if t.text in QUOTE_MARKS or t.text in ("(", "[", ")", "]"):
        return leading == (t.text in (")", "]", "”", "’", "'", "»")) and t.text not in QUOTE_MARKS
    if any(c.isalnum() for c in t.text):
        return not leading and t.pos == "CCONJ"
    return t.pos == "PUNCT" or t.text in ("--", "—", "–", "-") or (not leading and t.pos == "CCONJ")


def noun_phrase(s: Sentence, head: int, *, barred: int | None = None) -> tuple[int, int]:
    """The noun phrase on token `head` with appositions and relative clauses, as PolNeAR marks sources.

    A comma that closes an apposition belongs to it; the run ends at a gap and before token `barred`.
    """
    rows = [t.i for t in s.subtree(head)]
    member = set(rows)
    low = high = head
    while low - 1 in member and low - 1 != barred and head - low < _MAX_SOURCE:
        low -= 1
    while high + 1 in member and high + 1 != barred and high - head < _MAX_SOURCE:
        high += 1
    while low < head and (s.tokens[low].pos in ("PUNCT", "CCONJ") or s.tokens[low].dep in ("cc", "punct", "mark")):
        low += 1
    while high > head and s.tokens[high].pos == "PUNCT" and s.tokens[high].text not in (")", "]", "”", '"', "''"):
        high -= 1
    low = _after_break(s, low, head)
    inner_comma = any(s.tokens[k].text in (",", "--", "—", "–") for k in range(head, high))
    if inner_comma and high + 1 < len(s.tokens) and s.tokens[high + 1].text == "," and barred is not None and barred > high:
        high += 1
    return low, high


def _after_break(s: Sentence, low: int, head: int) -> int:
    """Where a source begins after a dateline's dash, a stray bracket or a closing quotation mark."""
    marks = sum(t.text in QUOTE_MARKS for t in s.tokens[low:head])
    for k in range(head - 1, low - 1, -1):
        t = s.tokens[k]
        dash = t.text in ("--", "—", "–", "―") or (t.text == "-" and t.start > s.tokens[k - 1].end)
        bracket = t.text in ("]", ")") and not any(x.text in ("[", "(") for x in s.tokens[low:k])
        if dash or bracket or (t.text in QUOTE_MARKS and marks % 2 and not t.text.startswith("'s")):
            return k + 1
    return low


def trailing_source(s: Sentence, verb: int) -> tuple[int, int] | None:
    """The noun phrase right before a verb that the tree gives no subject: "... shook the city activists said" in texts without commas."""
    high = verb - 1
    while high > 0 and s.tokens[high].dep in ("aux", "advmod", "neg"):
        high -= 1
    if high < 1 or s.tokens[high].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    low = high
    while low > 0 and high - low < _MAX_TITLE and s.tokens[low - 1].pos in ("ADJ", "PROPN") and s.tokens[low].lower not in SPEAKER_NOUNS:
        low -= 1
    if low > 0 and s.tokens[low - 1].pos == "DET":
        return low - 1, high
    return (low, high) if s.tokens[high].lower in SPEAKER_NOUNS or s.tokens[high].tag == "PRP" else None


def find_subject(s: Sentence, verb: int) -> int | None:
    """Token that the verb's subject stands on: its own, or what it shares with the verb that governs it. None if there is none."""
    at = verb
    for _ in range(_MAX_CLIMB):
        own = s.kids(at, "nsubj", "csubj")
        if own:
            return own[-1].i
        t = s.tokens[at]
        if t.head == at:
            return None
        head = s.tokens[t.head]
        if t.dep == "acl" and head.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            return _holder(s, t, head)
        if t.dep == "relcl":
            return head.i
        passive = s.kids(at, "nsubjpass")
        if passive:
            return None if at == verb else passive[0].i
        if t.dep == "pcomp" and head.head != head.i:
            at = head.head
        elif t.dep in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis", "prep"):
            at = head.i
        else:
            return None
    return None


def _holder(s: Sentence, participle: Token, noun: Token) -> int | None:
    """Who speaks in "a statement saying", "his plan to leave", "the official saying"."""
    owner = next(iter(s.kids(noun.i, "poss")), None)
    if owner is not None and (participle.tag == "VB" or noun.lemma in DOCUMENTS):
        return owner.i
    if participle.tag == "VBG" and noun.lemma in DOCUMENTS and noun.dep in ("dobj", "pobj"):
        verb = s.tokens[noun.head]
        subject = next(iter(s.kids(verb.i, "nsubj")), None)
        return subject.i if subject is not None else noun.i
    return noun.i if participle.tag != "VB" else None


def agent(s: Sentence, verb: int) -> int | None:
    """Token of the one by whom, in a passive."""
    for k in s.kids(verb, "agent"):
        for o in s.kids(k.i, "pobj"):
            return o.i
    return None


def may_speak(s: Sentence, i: int) -> bool:
    """Whether a token can stand for a source at all: fillers such as "it" and "this" cannot, nor what happens ("the signing")."""
    t = s.tokens[i]
    if t.lower in RELATIVES:
        clause = next((a for a in s.ancestors(t.i) if a.dep == "relcl"), None)
        t = s.tokens[clause.head] if clause is not None else t
    if t.pos == "NOUN" and t.lemma.lower().endswith(ABSTRACT_ENDINGS) and t.lemma.lower() not in BODIES and not t.ner:
        return False
    if t.pos in ("AUX", "PART", "VERB", "ADP", "PUNCT", "ADV", "SCONJ"):
        return False
    return not (t.dep == "expl" or (t.lower in NEVER_SOURCES and t.lower not in ("it",) and t.tag not in ("WDT", "WP")))


def cue_range(s: Sentence, verb: int, *, last: int | None = None, alone: bool = False) -> tuple[int, int]:
    """The verb group: auxiliaries, negation and adverbs that stand right before, particle, and what belongs to the telling right after.

    It runs to token `last` (a preposition) if that is given. With `alone` nothing reported follows directly, so that "in a statement"
    right after the verb belongs to it.
    """
    low = verb
    while low > 0 and _joins(s, s.tokens[low - 1], verb):
        low -= 1
    high = verb
    kids = s.kids(verb)
    for k in kids:
        if k.dep == "prt" and k.i == high + 1:
            high = k.i
    if last is not None:
        return low, max(high, last)
    nxt = s.tokens[high + 1] if high + 1 < len(s.tokens) else None
    if nxt is not None and nxt.head == verb:
        if nxt.lower in WEEKDAYS and nxt.dep == "npadvmod":
            high = nxt.i
        elif (
            alone and nxt.dep == "prep" and nxt.lower in MEDIA_PREPOSITIONS and any(o.lemma.lower() in MEDIA for o in s.kids(nxt.i, "pobj"))
        ):
            end = subtree_range(s, nxt.i)[1]
            if end - nxt.i <= 8:
                high = trim(s, (high, end))[1] if trim(s, (high, end)) else high  # type: ignore[index]
    return low, high


def _joins(s: Sentence, t: Token, verb: int) -> bool:
    if t.dep in ("aux", "auxpass", "neg") and t.head == verb:
        return True
    if t.dep == "advmod" and t.head == verb and t.tag in ("RB", "RBR") and t.lower not in ("so", "too", "when", "where", "why", "how"):
        return not s.children[t.i]
    return False


def make_draft(s: Sentence, t: Token, head: int | None, cue: tuple[int, int], content: Runs, *, speech: bool) -> Draft:
    """A draft on cue token `t` whose source stands on token `head`; neither source nor cue is part of the content."""
    source = None
    if head is not None:
        source = noun_phrase(s, head, barred=cue_bar(head, cue))
        if source[0] <= cue[1] and cue[0] <= source[1]:
            source = (head, head) if not cue[0] <= head <= cue[1] else None
    if source is not None:
        content = tuple(r for run in content for r in pieces(s, run[0], run[1], [source, cue]))
    return Draft(
        sentence=s.index, verb=t.i, cue=cue, source=source, source_head=head if source else None, content=content, speech=speech
    )  # fmt: skip


def cue_bar(head: int, cue: tuple[int, int]) -> int:
    """Token that a source on `head` may not reach into: the cue, where it follows."""
    return cue[0] if head < cue[0] else -1
