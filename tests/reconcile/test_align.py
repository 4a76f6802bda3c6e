import hand
from accord.model.reading import Reading
from accord.reconcile.align import Aligned, align


def reading(name: str, *sentences: str, day: str | None = None) -> Reading:
    text, rows, at = "\n".join(sentences), [], 0
    for k, words in enumerate(sentences):
        table = "\n".join(f"{w} {w.lower()} NOUN NN ROOT {i}" for i, w in enumerate(words.split()))
        rows.append(hand.sentence(table, text, report_id=name, index=k, start=text.index(words, at)))
        at = rows[-1].span.end
    report = hand.report(text, name, published=day)
    return Reading(report=report, sentences=tuple(rows), published=report.published)


def test_sentences_of_one_thing_match_and_others_do_not() -> None:
    a = reading("a", "crane toppled stadium", "mayor praised volunteers")
    b = reading("b", "storm closed harbour", "crane toppled stadium roof")
    best = align([a, b]).between(0, 1)
    assert [(m.i, m.j) for m in best] == [(0, 1)]
    assert 0.5 < best[0].score <= 1


def test_word_of_every_sentence_counts_for_less_than_a_rare_one() -> None:
    a = reading("a", "summit crane", "summit harbour", "summit budget")
    b = reading("b", "summit crane", "summit ballot")
    scores = {(m.i, m.j): m.score for m in align([a, b]).matches}
    assert scores[0, 0] > 0.9
    assert scores.get((1, 1), 0.0) < 0.4


def test_newer_mirrors() -> None:
    story = align([reading("a", "crane fell", day="2024-01-01"), reading("b", "crane fell", day="2024-01-02")])
    assert (story.newer(0, 1), story.newer(1, 0)) == (-1, 1)
    assert Aligned(readings=()).newer(0, 1) is None
    assert list(story.pairs()) == [(0, 1)]
