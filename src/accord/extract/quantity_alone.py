"""A number without a noun behind it -> what its clause says that it counts: "claims fell to 373,000", "58 abstained", "94-1"."""

from __future__ import annotations

from accord.extract.numbers import HYPHENS, Number, counts_noun, read_number, touches
from accord.extract.quantity_units import unit_lemma
from accord.model.sentence import Sentence, Token

VOTE = "vote"
_SUBJECTS = ("nsubj", "nsubjpass")
# Verbs by which something stands at a number or moves to it, with the preposition between.
_LEVELS = frozenset(
    "fall rise climb drop jump grow increase decrease decline soar surge slip dip swell shrink double stand remain put estimate set bring"
    " go come amount run slow ease widen narrow revise cut reduce raise lower".split()
)
_TO = frozenset("to at below above under over from".split())
# Verbs whose object a bare number is.
_REACHING = frozenset("number total reach exceed surpass hit top count measure average approach equal".split())
# What a singular subject must be for "is 24" to be no age, no place in a list and no grade.
_LEVEL_NOUNS = frozenset(
    "toll number total figure count tally sum rate turnout attendance population magnitude intensity membership strength average majority"
    " margin score maximum minimum".split()
)
# What people make up: "a team of eight".
_BODIES = frozenset(
    "team group crew party delegation squad gang band panel jury crowd audience garrison staff workforce population".split()
)
_VOTING = frozenset(
    "vote ballot pass approve adopt reject confirm defeat chamber senate house parliament assembly council congress committee motion bill"
    " resolution majority ruling court".split()
)
_TALLY = frozenset(("to", "-", "–"))


def clause_unit(sent: Sentence, n: Number) -> str | None:
    """The unit that the clause gives a bare number, "" for one that stands for somebody or something unnamed; None where it counts nothing.

    A number is the subject of a verb ("58 abstained"), or its subject stands at it, moves to it or reaches it.
    """
    toks = sent.tokens
    if n.start and toks[n.start - 1].lower == ":":
        return _announced(sent, n)
    top = next((t for t in toks[n.start : n.end] if not n.start <= t.head < n.end), toks[n.end - 1])
    over = toks[top.head]
    if top.dep in _SUBJECTS and over.pos in {"VERB", "AUX"} and over.i >= n.end:
        return "" if n.low > 1 else None
    if over.lower == "of" and not counts_noun(toks, n.end) and toks[over.head].lemma.lower() in _BODIES:
        return "person"
    if over.pos == "ADP" and over.lower in _TO and not counts_noun(toks, n.end):
        over = toks[over.head] if over.dep in {"prep", "agent"} else over
        return _subject(sent, over) if over.lemma.lower() in _LEVELS or over.lemma.lower() == "be" else None
    if top.dep in {"attr", "dobj", "acomp", "oprd", "npadvmod", "nummod"} and over.pos in {"VERB", "AUX"} and over.i < n.start:
        return _subject(sent, over) if over.lemma.lower() == "be" or over.lemma.lower() in _REACHING else None
    return None


def _subject(sent: Sentence, verb: Token) -> str | None:
    """What stands at the number; None where the number may be an age, a clock time or a grade."""
    subject = next((t for t in sent.kids(verb.i, *_SUBJECTS)), None)
    if subject is None:
        return None
    if subject.pos == "NOUN" or subject.tag in {"NNS", "NN"}:
        unit, lemma = unit_lemma(subject), verb.lemma.lower()
        if subject.tag == "NNS" or unit in _LEVEL_NOUNS or lemma in _LEVELS:
            return unit
        return None if lemma == "be" else ""  # "the envoy reached 34" counts no envoys
    plural = subject.lower in {"they", "those", "these", "we"} or subject.tag in {"NNPS", "CD"}
    the_sick = subject.pos == "ADJ" and any(t.lower == "the" for t in sent.kids(subject.i, "det"))
    return "" if plural or the_sick or (subject.pos in {"PROPN", "PRON"} and verb.lemma.lower() != "be") else None


def _announced(sent: Sentence, n: Number) -> str | None:
    """Reads "Deaths reported: 81"."""
    toks = sent.tokens
    if n.start < 2 or counts_noun(toks, n.end):
        return None
    before = toks[n.start - 2] if toks[n.start - 2].tag not in {"VBN", "VBD"} else toks[max(0, n.start - 3)]
    return unit_lemma(before) if before.tag == "NNS" else None


def _joined(t: Token, at: int) -> Number | None:
    """The second number of "222-to-190" where the last two parts are one token."""
    to, hyphen, digits = t.lower.partition("-")
    return Number(at, at + 1, int(digits), int(digits), int(digits), digits=True) if to == "to" and hyphen and digits.isdecimal() else None


def tally(sent: Sentence, i: int) -> Number | None:
    """The first number of a vote ("94-1", "222 to 190"), as far as the second reaches; None where nobody votes."""
    toks = sent.tokens
    first = read_number(toks, i) if toks[i].text[:1].isdecimal() else None
    if first is None or not first.digits or first.end + 1 >= len(toks) or toks[first.end].lower not in _TALLY:
        return None
    at = first.end + 1
    if toks[first.end].text in HYPHENS and toks[at].lower == "to" and at + 2 < len(toks) and toks[at + 1].text in HYPHENS:
        at += 2  # "222-to-190"
    second = _joined(toks[at], at) or read_number(toks, at)
    if second is None or not second.digits or second.low > first.low or counts_noun(toks, second.end):
        return None
    glued = toks[first.end].text in HYPHENS and touches(toks, first.end)
    rows_on = second.end < len(toks) and toks[second.end].text in HYPHENS and touches(toks, second.end)
    votes = any(t.lemma.lower() in _VOTING for t in toks)
    if not votes or rows_on or not (glued or toks[first.end].lower == "to") or (i and toks[i - 1].lower == "from"):
        return None
    return Number(i, second.end, first.low, first.high, first.exact, digits=True)
