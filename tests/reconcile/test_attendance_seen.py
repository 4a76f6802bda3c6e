"""Who comes, as a model sees the words of parties: beside what rules read, and where they find no gathering."""

from __future__ import annotations

import numpy as np
import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.reading import Reading
from accord.model.vocabulary import Attendance
from accord.reconcile.align import align
from accord.reconcile.attendance import find_attendance, settled_claims
from accord.reconcile.attendance_claims import AttendanceClaim
from accord.reconcile.attendance_seen import is_attended, parties_at, with_seen
from accord.reconcile.event_likeness import Matrix
from bag_comparer import BagComparer

pytestmark = pytest.mark.model
A = Attendance
STATUSES = tuple(A)


def read(text: str, name: str = "a") -> Reading:
    return read_closely(hand.parsed(text, name, published="2019-05-02"))


def rows(*seen: tuple[A | None, float]) -> Matrix:
    """For each party a status and how sure it is; the rest is nobody's."""
    out = np.zeros((len(seen), 1 + len(STATUSES)), dtype=np.float32)
    for k, (status, share) in enumerate(seen):
        out[k, 0] = 1 - share
        if status is not None:
            out[k, 1 + STATUSES.index(status)] = share
    return out


CHAIRS = "A chair for Oman stood empty. Qatar sat in the first row, behind Kuwait."


def test_parties_are_states_and_people_of_states_in_order() -> None:
    found = parties_at([read(CHAIRS), read("Iraq's president and the Jordanian envoy were late.", "b")])
    assert [(p.words.reading, p.words.sentence, p.party.country) for p in found][:3] == [(0, 0, "OMN"), (0, 1, "QAT"), (0, 1, "KWT")]
    assert {p.party.country for p in found if p.words.reading == 1} == {"IRQ", "JOR"}


@pytest.mark.parametrize(
    ("seen", "claims"),
    [
        pytest.param([(None, 0.0)] * 3, {}, id="nobody comes"),
        pytest.param([(A.DECLINED, 0.9), (A.ATTENDS, 0.8), (None, 0.0)], {"OMN": A.DECLINED, "QAT": A.ATTENDS}, id="two of three"),
        pytest.param([(A.DECLINED, 0.69), (A.ATTENDS, 0.71), (A.HOST, 0.2)], {"QAT": A.ATTENDS}, id="not sure enough"),
    ],
)
def test_what_the_model_sees(seen: list[tuple[A | None, float]], claims: dict[str, A]) -> None:
    told = [read(CHAIRS)]
    (found,) = with_seen(((),), told, parties_at(told), rows(*seen))
    assert {c.country: c.status for c in found} == claims
    assert [c.span for c in found] == sorted(c.span for c in found)


def test_the_surest_of_several_mentions_stands() -> None:
    told = [read("Oman will come. Oman will not come.")]
    (found,) = with_seen(((),), told, parties_at(told), rows((A.ATTENDS, 0.75), (A.DECLINED, 0.8)))
    assert [(c.status, c.sentence) for c in found] == [(A.DECLINED, 1)]


def test_what_rules_read_in_a_report_stands() -> None:
    told = [read(CHAIRS, "a"), read(CHAIRS, "b")]
    parties = parties_at(told)
    ruled = AttendanceClaim(told[0].report.id, "OMN", None, A.INVITED, parties[0].words.span, 0)
    one, other = with_seen(((ruled,), ()), told, parties, rows(*[(A.DECLINED, 0.9), (None, 0.0), (None, 0.0)] * 2))
    assert [c.status for c in one] == [A.INVITED]
    assert [c.status for c in other] == [A.DECLINED]


def test_where_rules_read_much_the_model_must_be_surer() -> None:
    told = [read("Oman, Qatar, Kuwait, Iraq and Jordan signed. Syria did not.")]
    *signers, _ = parties_at(told)
    ruled = tuple(
        AttendanceClaim(told[0].report.id, p.party.country or "", None, A.ATTENDS, p.words.span, 0) for p in signers
    )  # fmt: skip
    for claims, sure, number in ((ruled, 0.94, 5), (ruled, 0.96, 6), (ruled[1:], 0.94, 5)):
        (found,) = with_seen((claims,), told, parties_at(told), rows(*[(None, 0.0)] * len(signers), (A.DECLINED, sure)))
        assert len(found) == number


def test_what_is_only_seen_makes_no_difference_between_reports() -> None:
    text = "Oman's minister and Iraq's envoy signed the pact in Muscat on 3 May. A chair for Qatar stood empty."
    story = align([read(text, "a"), read(text, "b")], BagComparer(statuses={"Qatar": A.DECLINED}))
    (table,) = find_attendance(story)
    assert {e.country for e in table.entries} >= {"OMN", "IRQ", "QAT"}
    assert settled_claims(story).keys() >= {"OMN", "IRQ"}
    assert "QAT" not in settled_claims(story)


@pytest.mark.parametrize(("sure", "attended"), [(0.71, True), (0.69, False)])
def test_four_states_make_a_gathering(sure: float, *, attended: bool) -> None:
    told = [read("Oman, Qatar, Kuwait and Iraq sat down.")]
    assert is_attended(parties_at(told), rows(*[(A.ATTENDS, sure)] * 4)) == attended
    assert not is_attended(parties_at(told)[:3], rows(*[(A.ATTENDS, sure)] * 3))


QUARTET = ("Oman, Qatar, Kuwait and Iraq took their seats beneath the dome in Muscat.", "Oman and Qatar were there, Kuwait and Iraq too.")
WORDS = dict.fromkeys(("Oman", "Qatar", "Kuwait", "Iraq"), A.ATTENDS)


def test_a_gathering_that_rules_do_not_know_has_a_table() -> None:
    told = [read(text, name) for text, name in zip(QUARTET, "ab", strict=True)]
    assert find_attendance(align(told)) == ()
    (table,) = find_attendance(align(told, BagComparer(statuses=WORDS)))
    assert {e.country: len(e.statuses) for e in table.entries} == {"OMN": 2, "QAT": 2, "KWT": 2, "IRQ": 2}
    assert table.event


def test_two_states_alone_make_none() -> None:
    told = [read("Oman and Qatar were there.", name) for name in "ab"]
    assert find_attendance(align(told, BagComparer(statuses=WORDS))) == ()


def test_no_reading_no_party() -> None:
    assert parties_at([]) == ()
    assert not is_attended((), np.zeros((0, 9), dtype=np.float32))
    assert with_seen((), (), (), np.zeros((0, 9), dtype=np.float32)) == ()


# The parser may hang "all" on the noun that it sums up, which stands for it in turn.
LEADERS_ALL = """
The     the     DET   DT   det    1
leaders leader  NOUN  NNS  nsubj  3
all     all     PRON  DT   appos  1
came    come    VERB  VBD  ROOT   3
"""


def test_phrases_that_stand_for_each_other_end() -> None:
    sent = hand.sentence(LEADERS_ALL)
    told = Reading(report=hand.report("The leaders all came"), sentences=(sent,), published=hand.report("x").published)
    assert parties_at([told]) == ()
