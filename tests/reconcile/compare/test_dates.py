import pytest

import hand
from accord.model.reading import Reading, TimeExpression
from accord.model.vocabulary import Aspect, Relation, TimeType
from accord.reconcile.align import align
from accord.reconcile.compare.dates import compare


def reading(name: str, words: str, value: str) -> Reading:
    rows = f"""
    council council NOUN NN nsubj 1
    suspended suspend VERB VBD ROOT 1
    Guinea Guinea PROPN NNP dobj 1
    on on ADP IN prep 1
    {words} {words} PROPN NNP pobj 3
    """
    report = hand.report(f"council suspended Guinea on {words}", name)
    sent = hand.sentence(rows, report_id=name)
    kind = TimeType.TIME if "T" in value else TimeType.DATE
    time = TimeExpression(span=sent.tokens[4].span, sentence=0, type=kind, value=value)
    return Reading(report=report, sentences=(sent,), published=report.published, times=(time,))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        pytest.param(("Tuesday", "2021-09-07"), ("Wednesday", "2021-09-08"), Relation.CONTRADICTION, id="days"),
        pytest.param(("noon", "2021-09-07T12:00"), ("midnight", "2021-09-07T00:00"), Relation.CONTRADICTION, id="hours"),
        pytest.param(("Tuesday", "2021-09-07"), ("yesterday", "2021-09-07"), Relation.EQUIVALENCE, id="same-day"),
        pytest.param(("Tuesday", "2021-09-07"), ("September", "2021-09"), Relation.SUBSUMPTION, id="day-in-month"),
        pytest.param(("Friday", "2021-09-10"), ("Friday", "2021-09-03"), None, id="same-word-resolved-apart"),
        pytest.param(("Tuesday", "2021-09-07"), ("later", "2021-12-07"), None, id="months-apart-is-another-event"),
    ],
)
def test_dates_of_one_deed(one: tuple[str, str], other: tuple[str, str], relation: Relation | None) -> None:
    found = [d for d in compare(align([reading("a", *one), reading("b", *other)])) if d.aspect is Aspect.DATE]
    assert [d.relation for d in found] == ([relation] if relation else [])
