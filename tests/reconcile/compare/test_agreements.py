"""What reports agree on, in a clause where there is one; names, datelines and single words are no agreement."""

from __future__ import annotations

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.vocabulary import Relation
from accord.reconcile.align import Aligned, align
from accord.reconcile.compare import agreements

pytestmark = pytest.mark.model

_FILL = ("Rain fell on the harbour all night.", "Trams stopped for an hour.", "A choir sang.", "Bakers sold out early.")
_OTHER = ("Snow is due at the weekend.", "Owners of dogs were fined.", "The museum has a new roof.", "Schools open late.")


def _story(a: str, b: str) -> Aligned:
    texts = (" ".join((a, *_FILL)), " ".join((b, *_OTHER)))
    return align([read_closely(hand.parsed(t, n, published="2024-02-07")) for t, n in zip(texts, "ab", strict=True)])


def test_the_same_in_other_words() -> None:
    story = _story("Estonia closed its border crossing at Narva on Monday.", "The border crossing at Narva was closed by Estonia.")
    found = list(agreements.compare(story))
    assert len(found) == 1
    assert found[0].relation in (Relation.EQUIVALENCE, Relation.SUBSUMPTION)
    assert found[0].subject == "the border crossing at Narva was closed by Estonia"
    assert {v.report_id for v in found[0].values} == {"a", "b"}


_SILENT = {
    "other things": ("Estonia closed its border crossing at Narva.", "Farmers in Spain sold olives at a loss."),
    "a name alone": ("Prime Minister Kaja Kallas smiled.", "Kaja Kallas, prime minister, sold her car."),
    "no sentence": ("Border crossing at Narva.", "Border crossing at Narva."),
    "one word": ("Estonia voted.", "Estonia danced."),
}


@pytest.mark.parametrize(("a", "b"), _SILENT.values(), ids=_SILENT)
def test_silence(a: str, b: str) -> None:
    assert list(agreements.compare(_story(a, b))) == []


def test_the_central_few_only() -> None:
    same = " ".join(
        f"The {w} of the port of Narva was repaired by Estonian engineers." for w in "crane quay dock mast gate road pier".split()
    )
    assert 0 < len(list(agreements.compare(_story(same, same)))) <= 5
