"""Stance above + what a governing word does -> stance below: the small algebra by which `modality` goes down a clause chain.

A stance is a mood and a polarity. A governing word has a signature in the sense of Nairn, Condoravdi and Karttunen (2006): what its
complement is where the word itself holds, and what where it is denied ("managed to": it happened; "did not manage to": it did not).
"""

from __future__ import annotations

from dataclasses import dataclass

from accord.model.vocabulary import Modality

_A, _PL, _PO, _RQ, _CO = Modality.ASSERTED, Modality.PLANNED, Modality.POSSIBLE, Modality.REQUESTED, Modality.CONDITIONAL


@dataclass(frozen=True, slots=True)
class Stance:
    """How far the source commits to something.

    Attributes:
        mood: Any modality but `denied`, which is an asserted, planned or requested stance with `negated`.
    """

    mood: Modality = _A
    negated: bool = False

    @property
    def modality(self) -> Modality:
        """The one value of the contract: what may not happen is `possible`, what must not is `denied`."""
        return Modality.DENIED if self.negated and self.mood not in (_PO, _CO) else self.mood


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the words around one predicate say of it.

    Attributes:
        modality: None for a plain statement.
    """

    negated: bool = False
    modality: Modality | None = None

    def without_negation(self) -> OwnWords:
        """What carries over into an adjunct: the mood, not the negation, and no order."""
        return OwnWords(modality=self.modality if self.modality is not _RQ else None)


@dataclass(frozen=True, slots=True)
class Signature:
    """What a governing word makes of its complement.

    Attributes:
        kept: Where the word itself holds.
        undone: Where it is denied.
        factive: The complement stands whatever the mood of the word ("will regret signing").
    """

    kept: Stance
    undone: Stance
    factive: bool = False


_YES, _NO, _MAYBE = Stance(), Stance(negated=True), Stance(_PO)
MANAGE = Signature(_YES, _NO)  # "managed to", "began to", and all that only hands on
CAUSE = Signature(_YES, _MAYBE)  # "forced X to"
FACT = Signature(_YES, _YES, factive=True)  # "regrets having"
SETTING = Signature(_YES, _YES)  # an adjunct: the mood goes on, the negation does not
PLAN = Signature(Stance(_PL), _NO)  # "plans to", "has no plans to"
EXPECT = Signature(Stance(_PL), _MAYBE)  # who is not expected to come may come all the same
OPEN = Signature(_MAYBE, _NO)  # "hopes to", "has no wish to"
LIKELY = Signature(_MAYBE, _MAYBE)  # "is likely to", "is not likely to"
HESITATE = Signature(_MAYBE, _YES)  # "did not hesitate to", "nobody doubts that"
ASK = Signature(Stance(_RQ), _MAYBE)  # "urged X to"
FAIL = Signature(_NO, _YES)  # "failed to", "did not fail to"
REFUSE = Signature(_NO, _MAYBE)  # "refused to", "did not refuse to"
DENY = Signature(_NO, _NO)  # "without", "instead of"
SUPPOSE = Signature(Stance(_CO), Stance(_CO))  # "in the event of"


def under(outer: Stance, signature: Signature) -> Stance:
    """The stance on the complement of a word on which the stance is `outer`."""
    if signature.factive:
        return signature.kept
    inner = signature.undone if outer.negated else signature.kept
    if outer.mood is _RQ and inner.negated and not outer.negated:
        return _MAYBE  # who is asked to cancel a visit may yet make it
    return Stance(weaker(outer.mood, inner.mood), inner.negated)


def combined(outer: Stance, own: OwnWords) -> Stance:
    """A stance with the predicate's own words laid over it; two negations are none, and of what is denied no doubt is left."""
    if outer.negated and own.modality is _PO and not own.negated:
        return outer
    return Stance(weaker(outer.mood, own.modality or _A), outer.negated != own.negated)


def weaker(outer: Modality, inner: Modality) -> Modality:
    """Of two moods the one that commits to less: a plan under a hope is possible, a hope under a plan too."""
    return next((m for m in (_CO, _PO, _RQ, _PL) if m in (outer, inner)), _A)
