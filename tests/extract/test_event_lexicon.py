"""The shipped tables of the event coder: every row names what exists, and frames come out in the promised order."""

from __future__ import annotations

import pytest

import hand
from accord.extract import event_conditions, event_means, event_nouns
from accord.extract.event_lexicon import NounFrame, VerbFrame, light_verbs, noun_frames, noun_lemma, object_classes, same_lemma, verb_frames
from accord.knowledge.plover import event_classes
from accord.model.vocabulary import EventType

VERBS = [f for frames in verb_frames().values() for f in frames]
NOUNS = [f for frames in noun_frames().values() for f in frames]
# Flags that say how a frame is read rather than when it fits.
MANNERS = {"sym", "symplural", "symobj", "both", "pair", "att", "attany", "aimed", "byhost", "owner", "refusal", "planned", "asking"}


def test_is_wide() -> None:
    assert len({f.lemma for f in VERBS}) > 400
    assert len({f.lemma for f in NOUNS}) > 120
    assert {f.event_type for f in VERBS} == set(EventType)


def test_rows_name_what_exists() -> None:
    conditions = MANNERS | set(event_conditions.CONDITIONS) | set(event_means.MEANS) | set(event_nouns._CONDITIONS)
    frames: list[VerbFrame | NounFrame] = [*VERBS, *NOUNS]
    for f in frames:
        where = f"{f.event_type.value} {f.name}"
        assert f.mode in (None, "auto", *event_classes()[f.event_type].modes), where
        assert 0 < f.score <= 1, where
        assert f.flags <= conditions, where
        assert f.recipient or f.mode in ("resign", None), where


def test_particles_first_then_constraints() -> None:
    for frames in verb_frames().values():
        keys = [(-len(f.particles), f.free) for f in frames]
        assert keys == sorted(keys)


def test_light_verbs_have_a_part() -> None:
    assert set(light_verbs().values()) == {"actor", "recipient"}
    assert light_verbs()["hold"] == "actor"
    assert light_verbs()["face"] == "recipient"


def test_classes() -> None:
    assert {"talk", "summit"} <= object_classes()["talks"]
    assert same_lemma("slat") == "slate"


@pytest.mark.parametrize(
    ("rows", "i", "lemma"),
    [
        pytest.param("air air NOUN NN compound 1\nstrikes strike NOUN NNS ROOT 1", 1, "airstrike", id="two words"),
        pytest.param("cease cease NOUN NN compound 2\n- - PUNCT HYPH punct 2\nfire fire NOUN NN ROOT 2", 2, "ceasefire", id="hyphen"),
        pytest.param("house house NOUN NN compound 1\nfire fire NOUN NN ROOT 1", 1, "fire", id="no compound of the tables"),
    ],
)
def test_noun_lemma(rows: str, i: int, lemma: str) -> None:
    assert noun_lemma(hand.sentence(rows), i) == lemma
