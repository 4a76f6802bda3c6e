import pytest

import hand
from accord.reconcile.terms import fold_name, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Raqqa", "Raqa"),
        ("Hasakeh", "Hasakah"),
        ("Manbij", "Minbij"),
        ("Zelensky", "Zelenskyy"),
        ("Kharkiv", "KHARKIV"),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Iran", "Iraq"), ("Homs", "Hama"), ("Niger", "Nigeria"), ("Mali", "Malta"), ("S-300", "S-400")]
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


def test_terms_are_content_words_only() -> None:
    sent = hand.sentence(
        """
        Yesterday yesterday NOUN NN npadvmod 4
        the the DET DT det 2
        court court NOUN NN nsubj 4
        in in ADP IN prep 2
        freed free VERB VBD ROOT 4
        Okello Okello PROPN NNP dobj 4
        """
    )
    assert terms(sent) == ["court", "free", "N:" + fold_name("Okello")]


@pytest.mark.parametrize("odd", ["", "’", "—", "١٢", "ß", "a" * 5000])
def test_odd_text_folds_without_error(odd: str) -> None:
    assert isinstance(fold_name(odd), str)
