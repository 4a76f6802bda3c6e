from dataclasses import replace

import numpy as np
import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.reading import Event, Place, Reading, Statement, StatementId, TimeExpression
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.vocabulary import EventType, Quad, TimeType
from accord.reconcile.coreference import between, happenings, link, linked, mentioned
from accord.reconcile.event_likeness import WITH, WITHOUT, Matrix, features, odds, term, weights
from accord.reconcile.event_mentions import Mention, head, mentions_at, stated


def mention(lemma: str, *words: str, reading: int = 0, sentence: int = 0, token: int = 0, **more: object) -> Mention:
    plain = Mention(
        reading=reading, sentence=sentence, token=token, span=Span(token, token + 1), lemma=lemma, sense=lemma, pos="VERB",
        words=frozenset(words),
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


def near(n: int, value: float = 3.0) -> Matrix:
    return np.full((n, n), value, dtype=np.float32)


def pairs(n: int, **above: float) -> Matrix:
    """Log-odds of named pairs ("ab"), -3 for the rest."""
    out = np.full((n, n), -3.0, dtype=np.float32)
    for name, value in above.items():
        i, j = (ord(c) - ord("a") for c in name)
        out[i, j] = out[j, i] = value
    return out


DIVER = """
The the DET DT det 1
navy navy NOUN NN nsubj 2
rescued rescue VERB VBD ROOT 2
nine nine NUM CD nummod 4
sailors sailor NOUN NNS dobj 2
near near ADP IN prep 2
Malta Malta PROPN NNP pobj 5 B-GPE
. . PUNCT . punct 2
"""


def reading(*sentences: Sentence, **more: object) -> Reading:
    text = " ".join(t.text for s in sentences for t in s.tokens)
    report = hand.report(text)
    return replace(Reading(report=report, sentences=sentences, published=report.published), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("above", "want"),
    [
        pytest.param({}, ((0,), (1,), (2,)), id="none alike"),
        pytest.param({"ab": 1.0}, ((0, 1), (2,)), id="one pair"),
        pytest.param({"ab": 4.0, "bc": 4.0, "ac": 0.5}, ((0, 1, 2),), id="all alike"),
        pytest.param({"ab": 4.0, "bc": 2.0}, ((0, 1), (2,)), id="a chain is no group: the mean of the rest is below"),
        pytest.param({"ab": 1.0, "bc": 4.0}, ((0,), (1, 2)), id="the best pair first"),
        pytest.param({"ab": 5.0, "bc": 3.5}, ((0, 1, 2),), id="the mean decides"),
    ],
)
def test_average_linkage(above: dict[str, float], want: tuple[tuple[int, ...], ...]) -> None:
    assert linked(pairs(3, **above)) == want


def test_linkage_agrees_with_the_definition() -> None:
    rng = np.random.default_rng(5)
    for n in (2, 7, 25):
        odds_ = rng.normal(-0.3, 1.0, (n, n)).astype(np.float32)
        odds_ = np.round(odds_ + odds_.T, 4)
        groups = [[k] for k in range(n)]
        while len(groups) > 1:
            means = [(odds_[np.ix_(a, b)].astype(float).mean(), i, j) for i, a in enumerate(groups) for j, b in enumerate(groups) if i < j]
            best, i, j = max(means)
            if best <= 0:
                break
            groups[i] += groups.pop(j)
        assert linked(odds_) == tuple(sorted(tuple(sorted(g)) for g in groups))


def test_nothing_to_link() -> None:
    assert link([], near(0)) == ()
    assert link([mention("rescue")], near(1)) == ((0,),)


def test_one_word_in_like_sentences_of_like_reports_is_one_event() -> None:
    told = [
        mention("rescue", "navy", "sailor", "boat", "storm", reading=0, objects=frozenset({"sailor"})),
        mention("rescue", "navy", "sailor", "boat", "dawn", reading=1, objects=frozenset({"sailor"})),
        mention("vote", "parliament", "budget", reading=0, sentence=3),
        mention("resign", "minister", "scandal", reading=1, sentence=5),
    ]
    assert link(told, near(2)) == ((0, 1), (2,), (3,))


def test_one_word_in_reports_of_other_happenings_is_not() -> None:
    told = [
        mention("rescue", "navy", "sailor", "boat", reading=0, objects=frozenset({"sailor"}), places=frozenset({"malta"})),
        mention("rescue", "crew", "hiker", "mountain", reading=1, objects=frozenset({"hiker"}), places=frozenset({"chamonix"})),
    ]
    assert link(told, near(2, -5.0)) == ((0,), (1,))


def test_vectors_decide_with_weights_of_their_own() -> None:
    told = [mention(w, "boat", "harbour", reading=k) for k, w in enumerate(("sink", "founder"))]
    alike = np.array([[1, 0], [1, 0]], dtype=np.float32)
    other = np.array([[1, 0], [0, 1]], dtype=np.float32)
    assert odds(told, near(2), alike)[0, 1] > odds(told, near(2), other)[0, 1]
    assert "word" in weights(WITH)
    assert "word" not in weights(WITHOUT)


@pytest.mark.parametrize("table", [WITH, WITHOUT])
def test_tables_name_features_that_there_are(table: str) -> None:
    one = [mention("rescue")]
    found = features(one, near(1), np.ones((1, 1), dtype=np.float32))
    assert {part for name in weights(table) for part in name.split("*")} <= found.keys()
    assert np.isfinite(list(weights(table).values())).all()


@pytest.mark.parametrize(
    ("name", "a", "b", "want"),
    [
        ("lemma", mention("rescue"), mention("rescue"), 1),
        ("lemma", mention("rescue"), mention("save"), 0),
        ("sense", mention("rescue", sense="rescue"), mention("save", sense="rescue"), 1),
        ("sense", mention("trial", sense="court"), mention("trial", sense="try"), 1),
        ("stem", mention("announce"), mention("announcement"), 1),
        ("stem", mention("announce"), mention("vote"), 0),
        ("stem", mention("explode"), mention("explosion"), 5 / 7),
        ("verbs", mention("rescue"), mention("rescue", pos="NOUN"), 0),
        ("subjects", mention("x", subjects=frozenset({"E:navy"})), mention("x", subjects=frozenset({"E:navy", "crew"})), 1),
        ("subjects_apart", mention("x", subjects=frozenset({"navy"})), mention("x", subjects=frozenset({"crew"})), 1),
        ("subjects_apart", mention("x", subjects=frozenset({"navy"})), mention("x"), 0),
        ("participants", mention("x", subjects=frozenset({"navy"})), mention("x", objects=frozenset({"navy"})), 1),
        ("days_apart", mention("x", days=frozenset({"2021-05-01"})), mention("x", days=frozenset({"2021-05-02"})), 1),
        ("numbers", mention("x", numbers=frozenset({9.0})), mention("x", numbers=frozenset({9.0})), 1),
        ("one_sentence", mention("x"), mention("y", token=4), 1),
        ("one_sentence", mention("x"), mention("y", reading=1), 0),
        ("next_sentence", mention("x", sentence=2), mention("y", sentence=3), 1),
        ("lead", mention("x"), mention("y", sentence=9), 0),
        ("sentences", mention("x", "boat"), mention("y", "boat", sentence=1), 1),
        ("sentences", mention("x"), mention("y", sentence=1), 0),
        ("lemma*subjects_apart", mention("x", subjects=frozenset({"a"})), mention("x", subjects=frozenset({"b"})), 1),
    ],
)
def test_features(name: str, a: Mention, b: Mention, want: float) -> None:
    found = term(features([a, b], near(2)), name)
    assert found[0, 1] == found[1, 0] == pytest.approx(want, abs=1e-6)


def test_likeness_of_reports_is_bounded_and_highest_inside_one() -> None:
    found = features([mention("x"), mention("y", reading=1), mention("z", reading=1)], np.array([[0, -99], [-99, 0]], dtype=np.float32))
    assert found["reports"][0, 1] == pytest.approx(-1.0)
    assert found["reports"][1, 2] == pytest.approx(1.2)


def test_a_mention_holds_what_its_sentence_says() -> None:
    sent = hand.sentence(DIVER)
    where = sent.tokens[6].span
    told = reading(
        sent,
        places=(Place(span=where, sentence=0, name="Malta", kind="region"),),
        times=(TimeExpression(span=where, sentence=0, type=TimeType.DATE, value="2021-05-01"),
               TimeExpression(span=where, sentence=0, type=TimeType.DATE, value="2021-05")),
    )  # fmt: skip
    (m,) = mentions_at(told, 7, [(0, 2)])
    assert (m.reading, m.sentence, m.token, m.lemma, m.pos) == (7, 0, 2, "rescue", "VERB")
    assert m.subjects == {"navy"}
    assert m.objects == {"sailor", "malta"}
    assert m.days == {"2021-05-01"}
    assert len(m.places) == 1
    assert {"navy", "sailor", "rescue"} <= m.words
    with pytest.raises(IndexError):
        list(mentions_at(told, 0, [(0, 99)]))


def test_head_of_words() -> None:
    sent = hand.sentence(DIVER)
    assert head(sent, []) is None
    assert head(sent, list(sent.tokens)) is sent.tokens[2]
    assert head(sent, list(sent.tokens[3:5])) is sent.tokens[4]


def statement(name: str, sent: Sentence, token: int) -> Statement:
    word = sent.tokens[token]
    event = Event(event_type=EventType.AID, quad=Quad.MATERIAL_COOPERATION, trigger=word.span, lemma=word.lemma)
    return Statement(id=StatementId(name), event=event, evidence=sent.span, sentence=sent.index)


def test_statements_of_one_word_are_one_mention() -> None:
    sent = hand.sentence(DIVER)
    told = reading(sent, statements=(statement("v1", sent, 2), statement("v2", sent, 2)))
    assert stated(told) == {(0, 2): ("v1", "v2")}
    (one,) = happenings(mentioned([told]), near(1))
    assert one.statements == ((0, "v1"), (0, "v2"))
    assert one.readings == (0,)


def test_statements_of_two_reports_meet_in_one_happening() -> None:
    sent = hand.sentence(DIVER)
    told = reading(sent, statements=(statement("v1", sent, 2),))
    (one,) = happenings(mentioned([told, told]), near(2, 6.0))
    assert one.statements == ((0, "v1"), (1, "v1"))
    assert one.readings == (0, 1)


def test_vectors_are_in_the_order_of_the_mentions() -> None:
    sent = hand.sentence(DIVER)
    told = reading(sent, statements=(statement("v1", sent, 2),))
    found = mentioned([told, told])
    assert [m.reading for m in found.near] == [0, 1]
    assert sum(len(h.statements) for h in happenings(found, near(2), np.eye(2, dtype=np.float32))) == 2


def test_mentions_beyond_the_most_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accord.reconcile.coreference._MOST", 1)
    sent = hand.sentence(DIVER)
    told = reading(sent, statements=(statement("v1", sent, 2),))
    assert [h.statements for h in happenings(mentioned([told, told]), near(2, 6.0))] == [((0, "v1"),), ((1, "v1"),)]


def test_no_reports_and_empty_ones_hold_no_happening() -> None:
    assert happenings(mentioned([]), between([])) == ()
    assert happenings(mentioned([reading(), reading()]), between([reading(), reading()])) == ()


@pytest.mark.model
def test_two_reports_tell_of_one_rescue() -> None:
    texts = (
        "An army helicopter rescued nine fishermen off Malta on Monday. The foreign minister of Italy thanked the Maltese army.",
        "Nine fishermen were rescued off Malta by an army helicopter, police said. Germany and Poland signed a treaty on coal.",
    )
    readings = [read_closely(hand.parsed(t, f"r{k}", published="2021-05-03")) for k, t in enumerate(texts)]
    at = [next((s.index, t.i) for s in r.sentences for t in s.tokens if t.lemma == "rescue") for r in readings]
    signed = next((s.index, t.i) for s in readings[1].sentences for t in s.tokens if t.lemma == "sign")
    mentions = [*mentions_at(readings[0], 0, [at[0]]), *mentions_at(readings[1], 1, [at[1], signed])]
    assert link(mentions, between(readings)) == ((0, 1), (2,))
