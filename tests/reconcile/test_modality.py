import pytest

import hand
from accord.model.vocabulary import Modality
from accord.reconcile.modality import modality_of

CASES = [
    ("The minister signed the accord.", "sign", Modality.ASSERTED),
    ("The minister will sign the accord.", "sign", Modality.PLANNED),
    ("The minister is expected to sign the accord.", "sign", Modality.PLANNED),
    ("The minister is to sign the accord on Friday.", "sign", Modality.PLANNED),
    ("The minister did not sign the accord.", "sign", Modality.DENIED),
    ("The minister refused to sign the accord.", "sign", Modality.DENIED),
    ("The minister rejected signing the accord.", "sign", Modality.DENIED),
    ("The minister has yet to sign the accord.", "sign", Modality.DENIED),
    ("The minister may sign the accord.", "sign", Modality.POSSIBLE),
    ("The union urged the minister to sign the accord.", "sign", Modality.REQUESTED),
    ("The court requested that the minister sign the accord.", "sign", Modality.REQUESTED),
    ("If the minister signs the accord, the strike ends.", "sign", Modality.CONDITIONAL),
    ("It would be unwise to sign the accord.", "sign", Modality.CONDITIONAL),
    ("Many people still believe that the minister signed the accord.", "sign", Modality.POSSIBLE),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "lemma", "expected"), CASES, ids=[c[0] for c in CASES])
def test_modality(text: str, lemma: str, expected: Modality) -> None:
    sent = hand.parsed(text).sentences[0]
    verb = next(t for t in sent if t.lemma == lemma)
    assert modality_of(sent, verb) is expected


def test_negated_auxiliary_without_a_model() -> None:
    sent = hand.sentence(
        """
        Peru Peru PROPN NNP nsubj 3
        did do AUX VBD aux 3
        not not PART RB neg 3
        sign sign VERB VB ROOT 3
        """
    )
    assert modality_of(sent, sent.tokens[3]) is Modality.DENIED
