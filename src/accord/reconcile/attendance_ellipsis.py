"""Scene + sentence + claims before it -> parties told by what is left out: "and so will X", "X by its minister, Y by its envoy"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import Attendance, EntityKind
from accord.reconcile import cues
from accord.reconcile.attendance_scene import Scene
from accord.reconcile.parties import Party

_A = Attendance
_ECHOES = frozenset("so nor neither as".split())
_AUX = frozenset("do does did is are was were be will would has have had".split())
_REACH = 30
_NAMES = 8
_TURNED_AWAY = frozenset("exclude bar ban invite uninvite disinvite boycott skip shun absent missing decline refuse unlikely undecided omit"
    " lock keep leave defer door postpone".split())  # fmt: skip
_PRESENCE = frozenset("attend come accept arrive gather join fly travel guest attendee participant delegate expect confirm watch applaud"
    " present attendance hall row mourner dignitary land assemble audience sign stand sit cheer queue dine".split())  # fmt: skip
_STARTS = frozenset("with by through only just a an its his her the".split())
_GUESTS = frozenset("leader president premier minister king guest dignitary mourner statesman participant head chief government country"
    " state delegation attendee one chancellor royal monarch envoy ambassador".split())  # fmt: skip


def echoes(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, Party, Token]]:
    """Parties after "so will", "as did", "nor has", each with the position of the echo, that take the status told before."""
    tokens = sentence.tokens
    for t in tokens:
        if t.lower not in _ECHOES or t.i + 2 >= len(tokens) or tokens[t.i + 1].lower not in _AUX:
            continue
        if t.lower == "as" and t.i and tokens[t.i - 1].text not in (",", "-", "–", "—", ";"):
            continue
        for p in parties_from(scene, sentence, t.i + 2):
            yield t.i, p, tokens[t.i + 1]


def parties_from(scene: Scene, sentence: Sentence, start: int) -> list[Party]:
    """Parties named from a token on, up to the next verb or full stop; of "X of Y" only X."""
    out: list[Party] = []
    for k in sentence.tokens[start : start + _REACH]:
        if k.pos in ("VERB", "AUX") or k.text in (".", ":", "?", "!"):
            break
        if (
            k.dep == "pobj"
            and sentence.tokens[k.head].lower in ("of", "from")
            and any(p.token == sentence.tokens[k.head].head for p in out)
        ):
            continue
        hit = scene.parties.mention(sentence, k.i)
        if hit is None or hit[1].head != k.i or k.dep in ("poss", "amod", "compound", "nmod"):
            continue
        named = scene.parties.single(sentence, k)
        out.extend(p for p in named if p.country and not any(p.country == o.country for o in out))
    return out


def gapped(scene: Scene, sentence: Sentence, after: int) -> Iterator[tuple[Party, Token]]:
    """States after token `after` with a stand-in right behind them: "..., Y by its own minister", "..., Y a deputy minister"."""
    tokens = sentence.tokens
    for k in tokens[after + 1 :]:
        hit = scene.parties.mention(sentence, k.i)
        if hit is None or not hit[0].country or hit[1].head != k.i or k.dep == "poss":
            continue
        end = max(x.i for x in sentence.covering(hit[1].span))
        rest = list(tokens[end + 1 : end + 1 + _NAMES])
        if not rest or rest[0].lower not in _STARTS or any(x.pos in ("VERB", "AUX") for x in rest[:3]):
            continue
        noun = next((x for x in rest if x.lemma.lower() in cues.STAND_INS or x.lower == "own"), None)
        if noun is not None and not any(x.text in (".", ";", ",") for x in rest if x.i < noun.i):
            yield from ((p, noun) for p in scene.parties.single(sentence, k))


def clipped(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, Party, Token, bool]]:
    """Parties before an auxiliary that stands alone, with whether it is denied: "..., but X will not", "X did"."""
    tokens = sentence.tokens
    for t in tokens[1:]:
        if t.lower not in _AUX or t.i == 0:
            continue
        after = [k for k in tokens[t.i + 1 : t.i + 3] if k.lower not in ("not", "n't", "n’t")]
        denied = any(k.lower in ("not", "n't", "n’t") for k in tokens[t.i + 1 : t.i + 2])
        if after and after[0].text not in (".", ",", ";", ")", "--", "–", "—"):
            continue
        hit = scene.parties.mention(sentence, t.i - 1)
        if hit is not None and hit[1].head == t.i - 1 and hit[0].country:
            yield from ((t.i - 1, p, t, denied) for p in scene.parties.single(sentence, tokens[t.i - 1]))


def among_them(scene: Scene, sentence: Sentence, before: Sentence | None, told: Sequence[Attendance]) -> Iterator[tuple[Party, Token]]:
    """As in "Among them is X", "X among them", "among the guests were X and Y", where guests or a status stand nearby."""
    tokens = sentence.tokens
    for t in tokens:
        if t.lower != "among" or t.i + 1 >= len(tokens):
            continue
        end = next((k.i for k in tokens[t.i + 1 : t.i + 7] if k.lower == "them" or k.lemma.lower() in _GUESTS), None)
        if end is None:
            continue
        guests = [k for k in (*(before or ()), *tokens[: t.i]) if k.lemma.lower() in _GUESTS]
        if (tokens[end].lower == "them" and not guests) or not scene.near(sentence):
            continue
        if tokens[end].lower != "them" and tokens[end].lemma.lower() not in cues.ATTENDEES:
            continue
        context = {k.lemma.lower() for k in (*(before or ()), *tokens)}
        if not context & _PRESENCE:
            continue
        if {k.lemma.lower() for k in tokens} & _TURNED_AWAY or _A.NOT_INVITED in told:
            continue
        begin = end + 1
        while begin < len(tokens) and (tokens[begin].pos == "AUX" or tokens[begin].lower in ("are", "were", "is", "was", ":")):
            begin += 1
        found = parties_from(scene, sentence, begin)
        if not found and tokens[end].lower == "them":
            found = _just_before(scene, sentence, t.i)
        yield from ((p, t) for p in found)


def fronted(scene: Scene, sentence: Sentence) -> Iterator[tuple[Party, Token, Attendance]]:
    """As in "For Peru, Foreign Minister X attended": a state by whoever acts for it."""
    tokens = sentence.tokens
    starts = [k.i for k in tokens if k.lower == "for" and (k.i == 0 or tokens[k.i - 1].text in (";", ":", "."))]
    for i in starts:
        state = next(
            (k for k in tokens[i + 1 : i + 5] if (hit := scene.parties.mention(sentence, k.i)) and hit[0].country and not hit[0].anonymous),
            None,
        )
        if state is None or state.i + 1 >= len(tokens) or tokens[state.i + 1].text != ",":
            continue
        verb = next((k for k in tokens[state.i :] if k.pos in ("VERB", "AUX") and k.lemma.lower() in _APPEARING and k.dep != "relcl"), None)
        person = next((k for k in tokens[state.i + 2 : state.i + 12] if _is_person(scene, sentence, k)), None)
        if (
            verb is None
            or person is None
            or verb.i < person.i
            or scene.outcome(sentence, verb.i) is not _A.ATTENDS
            or not scene.near(sentence)
        ):
            continue
        if verb.lemma.lower() == "be" and not {"present", "there", "here"} & {k.lower for k in sentence.kids(verb.i)}:
            continue
        low = scene.gathering.family != "talks" and not scene.is_principal(sentence, person)
        yield from ((p, verb, _A.REPRESENTED_BY_OTHER if low else _A.ATTENDS) for p in scene.parties.single(sentence, state))


_APPEARING = frozenset("attend be come take sit speak sign appear arrive participate stand watch travel".split())


def _is_person(scene: Scene, sentence: Sentence, k: Token) -> bool:
    hit = scene.parties.mention(sentence, k.i)
    return (hit is not None and hit[0].kind == EntityKind.PERSON) or k.ner == "PERSON" or k.lemma.lower() in cues.DEPUTIES


def _just_before(scene: Scene, sentence: Sentence, i: int) -> list[Party]:
    start = next((k.i + 1 for k in reversed(sentence.tokens[:i]) if k.text in (",", "-", "–", "—", "(", ":", ";")), None)
    if start == i:  # "..., X of Spain, among them"
        start = next((k.i + 1 for k in reversed(sentence.tokens[: i - 1]) if k.text in (",", "-", "–", "—", "(", ":", ";")), None)
    return parties_from(scene, sentence, start) if start is not None else []
