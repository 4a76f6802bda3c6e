"""Attributions: tables of a text and its (source | cue | content); speakers, quotations over sentences, hostile input."""

from __future__ import annotations

import pytest

import hand
from accord.extract.attribution import attribution_of, find_attributions
from accord.model.reading import Attribution, Entity, EntityId, Mention
from accord.model.sentence import ParsedReport
from accord.model.spans import Span
from accord.model.vocabulary import AttributionKind, EntityKind

SAID_THAT = """
    Oslo Oslo PROPN NNP nsubj 1 B-GPE
    said say VERB VBD ROOT 1
    that that SCONJ IN mark 5
    the the DET DT det 4
    strait strait NOUN NN nsubj 5
    froze freeze VERB VBD ccomp 1
    . . PUNCT . punct 1
"""
INVERTED = """
    The the DET DT det 1
    strait strait NOUN NN nsubj 2
    froze freeze VERB VBD ccomp 5
    , , PUNCT , punct 5
    Oslo Oslo PROPN NNP nsubj 5
    said say VERB VBD ROOT 5
    . . PUNCT . punct 5
"""
CONFIRMED = """
    Oslo Oslo PROPN NNP nsubj 2
    has have AUX VBZ aux 2
    confirmed confirm VERB VBN ROOT 2
    the the DET DT det 4
    visit visit NOUN NN dobj 2
"""
CALLED_FOR = """
    Oslo Oslo PROPN NNP nsubj 1
    called call VERB VBD ROOT 1
    for for ADP IN prep 1
    a a DET DT det 4
    truce truce NOUN NN pobj 2
"""
ACCORDING = """
    According accord VERB VBG prep 5
    to to ADP IN prep 0
    police police NOUN NN pobj 1
    , , PUNCT , punct 5
    bridges bridge NOUN NNS nsubj 5
    closed close VERB VBD ROOT 5
"""
IS_EXPECTED = """
    Rain rain NOUN NN nsubjpass 2
    is be AUX VBZ auxpass 2
    expected expect VERB VBN ROOT 2
    to to PART TO aux 4
    stop stop VERB VB xcomp 2
"""
WALKED = """
    Oslo Oslo PROPN NNP nsubj 1
    walked walk VERB VBD ROOT 1
    home home ADV RB advmod 1
"""


def shape(text: str, found: tuple[Attribution, ...]) -> list[str]:
    """ "source | cue | content" of each attribution, pieces joined by dots."""
    return [" | ".join(" ... ".join(s.of(text) for s in part) for part in (a.source, a.cue, a.content)) for a in found]


def read(text: str) -> list[str]:
    parsed = hand.parsed(text)
    return shape(text, find_attributions(parsed.report, parsed.sentences, ()))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (SAID_THAT, ["Oslo | said | that the strait froze"]),
        (INVERTED, ["Oslo | said | The strait froze"]),
        (CONFIRMED, ["Oslo | has confirmed | the visit"]),
        (CALLED_FOR, ["Oslo | called for | a truce"]),
        (ACCORDING, ["police | According to | bridges closed"]),
        (IS_EXPECTED, [" | is expected | Rain ... to stop"]),
        (WALKED, []),
    ],
    ids=["said-that", "inverted", "object", "preposition", "according-to", "no-source", "no-report"],
)
def test_attributions_by_hand(rows: str, expected: list[str]) -> None:
    sentence = hand.sentence(rows)
    text = " ".join(t.text for t in sentence)
    assert shape(text, find_attributions(hand.report(text), (sentence,), ())) == expected


CASES = """
The minister said the bridge was safe. => The minister | said | the bridge was safe
The bridge was safe, the minister said. => The minister~the minister | said | The bridge was safe
The bridge, engineers say, will hold. => engineers | say | The bridge ... will hold
“We leave,” said Ana Ruiz, a fisherwoman from Vigo. => Ana Ruiz, a fisherwoman from Vigo | said | “We leave,”
“We leave,” Ana Ruiz said. “Nobody feeds us. We starve.” => Ana Ruiz | said | “We leave,” ... “Nobody feeds us. We starve.”
According to the harbour office, two boats sank. => the harbour office | According to | two boats sank
Two boats sank, according to the harbour office. => the harbour office | according to | Two boats sank
Norway confirmed the visit. => Norway | confirmed | the visit
Norway has called for a ceasefire. => Norway | has called for | a ceasefire
The union accused the firm of lying. => The union | accused | the firm of lying
The union described the plan as a joke. => The union | described | the plan as a joke
The premier refused to resign. => The premier | refused | to resign
The premier ruled out talks. => The premier | ruled out | talks
The consul was quoted as saying that the road was mined. => The consul | was quoted as saying | that the road was mined
The union is confident that the firm will pay. => The union | is confident | that the firm will pay
The firm dismissed the union's claim that it had lied. => The firm | dismissed | the union's claim that it had lied
The mayor, who lives in Vigo, denied that he had been paid. => The mayor, who lives in Vigo, | denied | that he had been paid
A monitoring group put the toll at 22. => A monitoring group | put | the toll at 22
"""


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), [tuple(line.split(" => ")) for line in CASES.strip().splitlines()])
def test_attributions_of_parsed_sentences(text: str, expected: str) -> None:
    assert expected.rsplit("~", maxsplit=1)[-1] in read(text)


@pytest.mark.model
@pytest.mark.parametrize("text", ["Rebels attacked the convoy near the river.", "The boat left the harbour at noon.", "It rained."])
def test_what_is_done_is_not_said(text: str) -> None:
    assert read(text) == []


@pytest.mark.model
def test_speech_inside_speech_is_listed_beside_it() -> None:
    found = read("The envoy said the rebels had told him that the road was mined.")
    assert found == [
        "The envoy | said | the rebels had told him that the road was mined",
        "the rebels | had told | that the road was mined",
    ]


@pytest.mark.model
def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    assert read("“We leave,” said Ana Ruiz.\n\n“Nobody feeds us here.”")[0].endswith("“We leave,” ... “Nobody feeds us here.”")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We leave,” said Ana Ruiz.", AttributionKind.DIRECT),
        ("Ana Ruiz said that they would leave.", AttributionKind.INDIRECT),
        ("Ana Ruiz said that the town was “dead and buried” now.", AttributionKind.MIXED),
    ],
    ids=["direct", "indirect", "mixed"],
)
def test_kind(text: str, kind: AttributionKind) -> None:
    parsed = hand.parsed(text)
    assert [a.kind for a in find_attributions(parsed.report, parsed.sentences, ())] == [kind]


def _entity(parsed: ParsedReport, number: int, name: str, kind: EntityKind = EntityKind.PERSON, how: str = "name") -> Entity:
    mentions = []
    for s in parsed.sentences:
        for t in s:
            if t.text == name.rsplit(maxsplit=1)[-1]:
                span = Span(t.end - len(name), t.end)
                mentions.append(Mention(span=span, sentence=s.index, head=t.i, how=how))
    return Entity(id=EntityId(f"n{number}"), name=name, kind=kind, mentions=tuple(mentions), anonymous=how == "nominal")


@pytest.mark.model
def test_a_pronoun_speaks_for_the_last_speaker_that_it_fits() -> None:
    parsed = hand.parsed("Ana Ruiz said the boats were gone. The harbour was empty. She added that prices rose.")
    found = find_attributions(parsed.report, parsed.sentences, (_entity(parsed, 1, "Ana Ruiz"),))
    assert [a.speaker for a in found] == ["n1", "n1"]


@pytest.mark.model
def test_a_pronoun_for_a_thing_is_no_person() -> None:
    parsed = hand.parsed("Ana Ruiz said the boats were gone. It added that prices rose.")
    found = find_attributions(parsed.report, parsed.sentences, (_entity(parsed, 1, "Ana Ruiz"),))
    assert [a.speaker for a in found] == ["n1", None]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("A senior official said the boats were gone.", True),
        ("Ana Ruiz said the boats were gone.", False),
        ("She said the boats were gone.", False),
        ("A fisherwoman, Ana Ruiz, said the boats were gone.", False),
    ],
    ids=["described", "named", "pronoun", "apposition"],
)
def test_anonymous(text: str, anonymous: bool) -> None:
    parsed = hand.parsed(text)
    assert [a.anonymous for a in find_attributions(parsed.report, parsed.sentences, ())] == [anonymous]


def test_attribution_of_lists_the_outermost_first() -> None:
    inner = Attribution(source=(Span(10, 15),), cue=(Span(16, 20),), content=(Span(21, 40),), sentences=(0,))
    outer = Attribution(source=(Span(0, 3),), cue=(Span(4, 8),), content=(Span(10, 40),), sentences=(0,))
    other = Attribution(source=(Span(50, 53),), cue=(Span(54, 58),), content=(Span(60, 70),), sentences=(1,))
    found = (inner, outer, other)
    assert attribution_of(0, Span(25, 30), found) == (1, 0)
    assert attribution_of(0, Span(16, 20), found) == (1,)
    assert attribution_of(1, Span(25, 30), found) == ()
    assert attribution_of(1, Span(62, 66), found) == (2,)


def test_a_sentence_without_end_has_no_attributions() -> None:
    rows = "\n".join(["say say VERB VBD ROOT 0", *(f"say say VERB VBD ccomp {i}" for i in range(5000))])
    sentence = hand.sentence(rows)
    assert find_attributions(hand.report("say " * 5001), (sentence,), ()) == ()


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["", "said", "according to", ": :", "“ said", "said said said,", "He said. " * 50, '"A," he said. ' * 50, "—" * 40]
)
def test_spans_of_odd_texts_are_ordered_and_inside(text: str) -> None:
    parsed = hand.parsed(text)
    for a in find_attributions(parsed.report, parsed.sentences, ()):
        for part in (a.source, a.cue, a.content):
            assert all(0 <= s.start < s.end <= len(text) for s in part)
            assert list(part) == sorted(part)
        assert a.content
        assert a.sentences == tuple(sorted(a.sentences))
