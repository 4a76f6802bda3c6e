"""Whose word a claim is: one voice under the names that reports have for it."""

from __future__ import annotations

import pytest

import hand
from accord.model.reading import Attribution, Entity, EntityId, Mention, Reading
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind
from accord.reconcile.origins import Naming, Telling, _names_of, name_words, tell_apart


def telling(report: int, authority: str | None, source: int | None = None) -> Telling:
    return Telling(report, report if source is None else source, authority, _names_of([authority]) if authority else frozenset())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Coast Watch", "Coast Watch"),
        ("a spokesman for the Coast Watch", "Coast Watch"),
        ("President Lima", "Lima"),
        ("U.N.", "UN"),
        ("officials", "official"),
        ("Muammar Gaddafi", "Moammar Gadafi"),
    ],
)
def test_names_that_differ_in_form_only(one: str, other: str) -> None:
    assert name_words(one) == name_words(other)


def test_a_name_of_titles_only_keeps_them() -> None:
    assert name_words("the prime minister")


@pytest.mark.parametrize(
    ("authorities", "voices", "origins"),
    [
        pytest.param([None, None], [], 2, id="own-voices"),
        pytest.param(["police", "police"], [("police", (0, 1))], 1, id="one-voice"),
        pytest.param(["police", None], [("police", (0,))], 2, id="one-passed-on"),
        pytest.param(["Coast Watch", "Lagos Coast Watch"], [("Lagos Coast Watch", (0, 1))], 1, id="short-name"),
        pytest.param(
            ["army", "Togo army", "Ghana army"], [("army", (0,)), ("Togo army", (1,)), ("Ghana army", (2,))], 3, id="short-for-two"
        ),
        pytest.param(["World Health Organization", "WHO"], [("World Health Organization", (0, 1))], 1, id="initials"),
        pytest.param(["a monitor", "Niger Observatory of Prices"], [("Niger Observatory of Prices", (0, 1))], 1, id="a-monitor"),
        pytest.param(["a monitor", "a monitoring group"], [("a monitoring group", (0, 1))], 1, id="two-unnamed-monitors"),
        pytest.param(
            ["a monitor", "Niger Observatory of Prices", "Delta Watch"],
            [("a monitor", (0,)), ("Niger Observatory of Prices", (1,)), ("Delta Watch", (2,))], 3, id="a-monitor-of-two",
        ),
        pytest.param(["Ana Lima", "Rui Costa"], [("Ana Lima", (0,)), ("Rui Costa", (1,))], 2, id="two-voices"),
        pytest.param(["police", ""], [("police", (0,)), (None, (1,))], 1, id="no-name-adds-nothing"),
        pytest.param(["", ""], [(None, (0,)), (None, (1,))], 1, id="no-names"),
    ],
)  # fmt: skip
def test_voices(authorities: list[str | None], voices: object, origins: int) -> None:
    found = tell_apart([telling(k, a) for k, a in enumerate(authorities)], {})
    assert (list(found.voices), found.origins) == (voices, origins)


def test_a_copy_that_drops_the_name_is_no_word_of_its_own() -> None:
    found = tell_apart([telling(0, "police", source=0), telling(1, None, source=0)], {0: ""})
    assert found.origins == 1


def test_who_quotes_a_report_of_the_story_adds_nothing_to_it() -> None:
    assert tell_apart([telling(0, None), telling(1, "Coast Radio")], {0: "coastradio", 1: ""}).origins == 1
    assert tell_apart([telling(0, None), telling(1, "Coast Radio")], {0: "hillradio", 1: ""}).origins == 2


def test_report_without_a_name_gives_way_to_its_own_name() -> None:
    found = tell_apart([telling(0, "police"), telling(0, ""), telling(1, "police")], {})
    assert found.voices == (("police", (0, 1)),)


def report(text: str, source: str, *entities: tuple[str, str, EntityKind], speaker: str | None = None) -> Reading:
    """One sentence whose words behind "said" are what `source` says."""
    rows = "\n".join(f"{w} {w.lower()} NOUN NN ROOT {k}" for k, w in enumerate(text.split()))
    at, said = text.index(source), text.index("said")
    attribution = Attribution(
        source=(Span(at, at + len(source)),), cue=(Span(said, said + 4),), content=(Span(said + 5, len(text)),),
        speaker=EntityId(speaker) if speaker else None, sentences=(0,),
    )  # fmt: skip
    found = tuple(
        Entity(
            id=EntityId(i), name=name, kind=kind,
            mentions=(Mention(span=Span(text.index(name), text.index(name) + len(name)), sentence=0, head=0),),
        )
        for i, name, kind in entities
    )  # fmt: skip
    made = hand.report(text)
    return Reading(
        report=made, sentences=(hand.sentence(rows, text),), published=made.published, entities=found, attributions=(attribution,)
    )


def test_people_of_one_house_are_one_voice_and_it_is_named() -> None:
    house = ("n1", "Coast Watch", EntityKind.ORGANIZATION)
    lima = report(
        "Ana Lima of the Coast Watch said nine boats sank",
        "Ana Lima of the Coast Watch",
        house,
        ("n2", "Ana Lima", EntityKind.PERSON),
        speaker="n2",
    )
    costa = report(
        "Coast Watch director Rui Costa said nine boats sank",
        "Coast Watch director Rui Costa",
        house,
        ("n2", "Rui Costa", EntityKind.PERSON),
        speaker="n2",
    )
    later = report("Ana Lima said nine boats sank", "Ana Lima", ("n1", "Ana Lima", EntityKind.PERSON), speaker="n1")
    naming = Naming([lima, costa, later])
    tellings = [
        naming.telling(k, Span(r.report.text.index("nine"), len(r.report.text)), None, k) for k, r in enumerate((lima, costa, later))
    ]
    found = tell_apart(tellings, {})
    assert found.voices == (("Coast Watch", (0, 1, 2)),)
    assert found.origins == 1


def test_who_is_presented_by_a_house_speaks_for_it_in_every_report() -> None:
    person = ("n1", "Rui Costa", EntityKind.PERSON)
    head = report("Observatory head Rui Costa said nine boats sank", "Observatory head Rui Costa", person, speaker="n1")
    bare = report("Rui Costa said nine boats sank", "Rui Costa", person, speaker="n1")
    house = report("Cape Observatory of Fishing said nine boats sank", "Cape Observatory of Fishing")
    said = (head, bare, house)
    naming = Naming(said)
    tellings = [naming.telling(k, Span(r.report.text.index("nine"), len(r.report.text)), None, k) for k, r in enumerate(said)]
    assert [reports for _, reports in tell_apart(tellings, {}).voices] == [(0, 1, 2)]


def test_the_words_that_introduce_a_sentence_are_the_word_of_whom_they_name() -> None:
    said = report(
        "Coast Watch said nine boats sank off the cape", "Coast Watch", ("n1", "Coast Watch", EntityKind.ORGANIZATION), speaker="n1"
    )
    assert Naming([said]).telling(0, Span(0, 16), None, 0).authority == "Coast Watch"


def test_a_pronoun_that_nobody_resolved_is_no_own_voice() -> None:
    said = report("He said nine boats sank", "He")
    assert Naming([said]).telling(0, Span(8, 23), None, 0).authority == ""


def test_an_authority_of_the_finding_stands_before_the_attribution() -> None:
    said = report("Police said nine boats sank", "Police")
    assert Naming([said]).telling(0, Span(12, 27), "the harbour board", 0).authority == "the harbour board"


def test_an_empty_report_is_no_trouble() -> None:
    empty = Reading(report=hand.report(""), sentences=(), published=hand.report("").published)
    assert Naming([empty]).telling(0, Span(0, 0), None, 0).authority is None
