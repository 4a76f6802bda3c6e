"""Sentence and verb -> what the clause commits to: asserted, planned, possible, requested, conditional or denied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import Modality

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def _words(modality: Modality, words: str) -> dict[str, Modality]:
    return dict.fromkeys(words.split(), modality)


# What a governing word makes of the clause under it. Written by hand.
_GOVERNOR: Mapping[str, Modality] = {
    **_words(
        Modality.PLANNED,
        "expect plan schedule set intend prepare due slate agree promise pledge vow decide ready aim poise likely head bind"
        " commit intention"
        " decision readiness way",
    ),
    **_words(
        Modality.POSSIBLE,
        "hope want wish seek try attempt consider weigh able possible willing unclear whether fear effort bid threat threaten possibility"
        " proposal propose chance idea purpose option opportunity",
    ),
    **_words(Modality.REQUESTED, "ask urge demand call request order require press tell invite need appeal recommend insist"),
    **_words(Modality.DENIED, "refuse decline reject fail failure refusal deny unlikely unwilling unable avoid stop prevent forget"),
}
_MODAL: Mapping[str, Modality] = {
    **_words(Modality.PLANNED, "will wo shall 'll ’ll"),
    **_words(Modality.CONDITIONAL, "would 'd ’d"),
    **_words(Modality.POSSIBLE, "may might could can ca"),
    **_words(Modality.REQUESTED, "should must ought"),
}
_CATENATIVE = frozenset("be have get go come manage begin start continue appear seem able do".split())
_BELIEVING = frozenset("believe think claim doubt question allege suspect argue assume imagine suppose speculate wonder fear".split())
_TELLING = frozenset("say announce confirm promise pledge add tell declare vow state indicate insist agree decide report".split())
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor", "nothing", "hardly"})
_CONDITIONS = frozenset({"if", "unless", "whether", "once", "provided"})
_HIGH = 4  # clauses that are climbed


@dataclass
class _Commitment:
    found: Modality
    denied: bool

    @property
    def result(self) -> Modality:
        return Modality.DENIED if self.denied else self.found


def modality_of(sent: Sentence, verb: Token) -> Modality:
    """By the verb's auxiliaries, its negations and the verbs, nouns and adjectives above it."""
    told = _own(sent, verb)
    if told.found is Modality.CONDITIONAL and not told.denied:
        return told.found
    at = verb
    for _ in range(_HIGH):
        above = _above(sent, at)
        if above is None:
            break
        if at.dep == "conj":  # "will come and speak": the auxiliary goes for both, a negation may not
            if told.found is Modality.ASSERTED:
                told.found = _own(sent, above).found
        elif not _climb(sent, at, above, told):
            return Modality.CONDITIONAL
        at = above
    if verb.tag == "VBD":  # a past tense form tells what was, whatever the parse hangs it on
        told.found = Modality.ASSERTED
    if told.found is Modality.ASSERTED and at.dep == "ccomp" and sent.tokens[at.head].lemma.lower() in _BELIEVING:
        return Modality.POSSIBLE
    return told.result


def _above(sent: Sentence, at: Token) -> Token | None:
    """The word whose sense governs the clause of `at`; None where nothing does."""
    if at.head == at.i:
        return None
    above = sent.tokens[at.head]
    if at.dep == "conj":
        return None if sent.kids(at.i, *_SUBJECTS) else above
    if at.dep == "pcomp":
        return sent.tokens[above.head]
    if at.dep in ("xcomp", "acl") or (at.dep == "ccomp" and _is_wish(sent, at, above)):
        return above
    return None


def _climb(sent: Sentence, at: Token, above: Token, told: _Commitment) -> bool:
    """Takes into `told` what the governing word makes of the clause; False where it is only supposed."""
    made = _GOVERNOR.get(above.lemma.lower())
    if made is None and at.dep == "xcomp":
        quality = next(iter(sent.kids(above.i, "acomp", "attr")), above if above.pos == "ADJ" else None)
        if quality is not None:
            made = _GOVERNOR.get(quality.lemma.lower())
            if made is None:
                return False  # "it would be unwise to meet"
    own = _own(sent, above)
    if made is Modality.PLANNED and own.found is Modality.CONDITIONAL:
        return False  # "would be expected to attend"
    if made is not None or above.lemma.lower() in _CATENATIVE:
        told.denied ^= own.denied or (at.dep == "xcomp" and any(k.lower == "yet" and k.i < at.i for k in sent.kids(above.i, "advmod")))
    if made is Modality.DENIED:
        told.denied = not told.denied
    elif told.found is Modality.ASSERTED:
        to_be = above.lemma.lower() == "be" and any(k.lower == "to" for k in sent.kids(at.i, "aux"))
        if made is not None:
            told.found = made
        elif at.dep == "xcomp":
            told.found = Modality.PLANNED if to_be else own.found
    return True


def _own(sent: Sentence, verb: Token) -> _Commitment:
    """By the verb's own dependents."""
    kids = sent.kids(verb.i)
    denied = any(k.lower in _NEGATIONS and (k.dep in ("neg", "advmod", "det", "preconj") or k.dep in _SUBJECTS) for k in kids)
    denied |= any(g.lower in _NEGATIONS for k in kids if k.dep in (*_SUBJECTS, "dobj") for g in sent.kids(k.i, "det", "neg"))
    if any(k.dep == "mark" and k.lower in _CONDITIONS for k in kids):
        return _Commitment(Modality.CONDITIONAL, denied)
    found = next((_MODAL[k.lower] for k in kids if k.dep == "aux" and k.lower in _MODAL), Modality.ASSERTED)
    if found is Modality.CONDITIONAL and verb.dep == "ccomp" and sent.tokens[verb.head].lemma.lower() in _TELLING:
        found = Modality.PLANNED  # "said that he would come"
    return _Commitment(found, denied)


def _is_wish(sent: Sentence, at: Token, above: Token) -> bool:
    """A clause after a verb of asking in the subjunctive ("requested that she appear"), or an infinitive clause ("wants him to go")."""
    made = _GOVERNOR.get(above.lemma.lower())
    auxiliaries = sent.kids(at.i, "aux")
    subjunctive = made is Modality.REQUESTED and at.tag == "VB" and not auxiliaries
    return subjunctive or (made is not None and any(k.lower == "to" for k in auxiliaries))
