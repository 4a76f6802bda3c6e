"""The trained models that close reading may use; without one, the rules decide alone."""

from __future__ import annotations

from dataclasses import dataclass

from accord.model.pairs import PairClassifier
from accord.model.tagging import TokenTagger


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedModels:
    """What is there of them.

    Attributes:
        tagger: Decides on attributions.
        classifier: Completes events and finds some that no rule knows.
    """

    tagger: TokenTagger | None = None
    classifier: PairClassifier | None = None


RULES_ONLY = TrainedModels()
