"""A noun with "the" -> the actor of the report that it means: "the president", "the company", "the ministry", "both countries"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from accord.extract.mentions import Draft
from accord.extract.nominals import GOVERNMENT, singular
from accord.extract.referents import SUBJECTS, Seen, function_of, refer
from accord.extract.titles import title_key
from accord.knowledge.states import name_of
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind

_BODY_PAIRS = frozenset("group force faction militia army organization organisation movement company".split())
_PAIR_NOUNS = _BODY_PAIRS | frozenset(
    "country nation side neighbour neighbor state government party capital power rival foe ally korea side delegation enemy".split()
)
_BARE_PAIRS = frozenset("neighbour neighbor side delegation".split())
_ARMED = frozenset("rebel guerrilla insurgent militant fighter militia jihadist".split())
_ARMED_KINDS = frozenset({"armed_group", "militia", "criminal_group", "political_movement"})
# What a noun calls a body, and by which kinds and sectors of the tables a body can be called so.
_CALLED: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "company firm airline carrier manufacturer maker planemaker automaker carmaker lender giant retailer conglomerate bank insurer",
        frozenset(("company", "bank", "BUS")),
    ),
    ("newspaper paper network broadcaster magazine outlet daily weekly tabloid", frozenset(("news_media", "JRN"))),
    (
        "group organization organisation movement faction",
        frozenset(
            "armed_group militia criminal_group political_movement civilian_group ngo religious_body REB PRM NGO SOC OPP CVL REL".split()
        ),
    ),
    ("watchdog charity nonprofit monitor ngo", frozenset(("ngo", "civilian_group", "NGO", "SOC"))),
    ("bloc alliance body", frozenset("igo alliance informal_group eu_body un_body IGO".split())),
    ("party", frozenset(("party", "PTY"))),
    ("tank", frozenset(("think_tank", "EDU"))),
    ("club team", frozenset(("sports_body",))),
    ("school university", frozenset(("EDU",))),
    ("union", frozenset(("LAB", "EU"))),
)
_BROADCASTERS, _PAPERS = frozenset(("network", "broadcaster")), frozenset(("newspaper", "paper", "daily", "tabloid"))
# Names of newspapers hold one of these.
_PRINT = frozenset(
    "times post journal herald tribune gazette globe mail telegraph guardian mirror sun independent star news daily today observer"
    " chronicle le el la die der gazeta shimbun ilbo dawn hindu review".split()
)
# Words beside such a noun that tell no other body from the one named.
_BESIDE = frozenset(
    "the monitoring rights human armed militant rebel extremist terrorist jihadist islamist news media aid advocacy aircraft plane oil"
    " car tech technology".split()
)
_KINDS = {noun: kinds for nouns, kinds in _CALLED for noun in nouns.split()}
# Bodies that are called by the head of their name ("the ministry", "the agency", "the court").
_HEADS = frozenset(
    "ministry department agency bureau commission council committee court panel board office authority university institute institution"
    " academy party union foundation federation association fund bank parliament senate congress assembly army navy force guard police"
    " corps command service administration embassy observatory center centre forum coalition alliance front movement league brigade"
    " organization organisation corporation museum hospital church campaign society".split()
)
_OF_STATE = frozenset("army navy police guard force corps command parliament senate congress assembly court bank ministry".split())
_PERSON_NOUNS = frozenset(
    "president premier chancellor minister leader king queen emperor prince pope secretary governor mayor ambassador envoy speaker"
    " chief head chairman commander spokesman spokeswoman spokesperson director commissioner representative negotiator general official"
    " fellow researcher analyst expert"
    " professor senator lawmaker diplomat candidate judge lawyer activist author economist historian officer"
    " colonel captain sheriff congressman congresswoman chairwoman executive founder editor coach doctor pastor bishop cardinal general"
    " admiral prosecutor attorney justice nominee billionaire businessman journalist scholar scientist strategist adviser advisor aide"
    " correspondent reporter singer actor actress director manager sergeant lieutenant detective".split()
)
_GOVERNMENTS = GOVERNMENT - {"state", "authority", "leadership", "republic"}
# Forces that a state sends against its rebels; their army is the state's where nothing else is told.
FORCES_OF_STATE = frozenset("army military soldier troop police navy force".split())
_STATE_NOUNS = frozenset("country nation neighbour neighbor state government korea capital".split())
_OTHER = frozenset("other second third neighbouring neighboring host first last only same entire whole former next".split())
# Sentences back to the body that a noun of its kind or of its name means.
_NEAR, _FAR = 3, 8


def definite(t: Token, sent: Sentence, seen: Seen, home: str | None) -> list[Draft]:
    """Drafts of the actors that a noun refers to: one, two for a pair ("both countries"), none where it may mean another."""
    lemma = singular(t)
    words = {k.lower for k in sent.kids(t.i, "det", "nummod", "predet", "amod", "compound")}
    start = min([t.i, *(k.i for k in sent.kids(t.i, "det", "nummod", "predet", "amod", "compound") if k.i < t.i)])
    if lemma in _PAIR_NOUNS and t.tag in ("NNS", "NNPS") and (words & {"both", "two"} or (lemma in _BARE_PAIRS and "the" in words)):
        return [refer(t, sent, d, "nominal", start) for d in _two(sent, seen, lemma)]
    if "the" not in words or sent.kids(t.i, "poss", "relcl") or t.dep == "compound":
        return []
    complements = [o for k in sent.kids(t.i, "prep") if k.lower == "of" for o in sent.kids(k.i, "pobj")]
    # "Accused the government of theft", "the country of 10 million": neither tells whose.
    owned = bool(complements) and (lemma not in _STATE_NOUNS or any(o.pos in ("PROPN", "PRON") for o in complements))
    found = None if owned else _definite_one(lemma, t, words, sent, seen, home)
    return [refer(t, sent, found, "nominal", start)] if found else []


def _two(sent: Sentence, seen: Seen, lemma: str) -> Iterator[Draft]:
    """The pair named last together, within three sentences; else the two states of the last sentences, if they are two."""
    if lemma == "korea":
        yield from (seen.by_key[k] for k in ("state:PRK", "state:KOR") if k in seen.by_key)
        return
    for a, b in reversed(seen.pairs):
        if sent.index - b.sentence > 3:
            break
        states = (a.kind is EntityKind.STATE, b.kind is EntityKind.STATE)
        if a.key != b.key and (lemma not in _STATE_NOUNS or all(states)) and (lemma not in _BODY_PAIRS or not any(states)):
            yield a
            yield b
            return
    near = [d for d in seen.states if sent.index - d.sentence <= 6 and lemma not in _BODY_PAIRS]
    if lemma not in _STATE_NOUNS:
        near += [d for d in seen.organizations if d.code and sent.index - d.sentence <= 6 and d.role in _ARMED_KINDS]
    recent = Counter(d.key for d in near).most_common(3)
    if len(recent) == 2 or (len(recent) == 3 and recent[1][1] >= 2 * recent[2][1]):
        for key in sorted(k for k, _ in recent[:2]):
            yield seen.by_key[key]


def _definite_one(lemma: str, t: Token, words: set[str], sent: Sentence, seen: Seen, home: str | None) -> Draft | None:
    plain = words <= {"the", lemma}
    if (lemma in _PERSON_NOUNS or lemma in seen.titles) and t.tag in ("NN", "NNP"):
        keys = list(dict.fromkeys(reversed(seen.titles.get(title_key(lemma), []))))
        return _bearer(keys[0], sent, seen) if len(keys) == 1 else None
    if lemma in ("country", "nation") and t.tag == "NN" and (plain or not words & _OTHER):
        return _last_state(sent, seen)
    if lemma in _GOVERNMENTS and plain:
        iso3 = _spoken_of(t, sent, seen, home) or home or state_at_war(sent, seen)
        return seen.by_key.get(f"state:{iso3}") or _state_of(iso3, t, sent) if iso3 else None
    body = _body(lemma, t, words, sent, seen)
    if body is not None:
        return body
    modifiers = words - {"the"}
    same = [d for d in seen.described if d.role == lemma and d.country and modifiers <= set(d.name.lower().split())]
    return same[-1] if same and len({d.country for d in same}) == 1 else None


def _body(lemma: str, t: Token, words: set[str], sent: Sentence, seen: Seen) -> Draft | None:
    """The organisation that a noun means: by the head of its name, else the only one of its kind that was named shortly before."""
    if lemma in _ARMED:
        armed = {d.key: d for d in seen.organizations if d.role in _ARMED_KINDS}
        return next(iter(armed.values())) if len(armed) == 1 else None
    if t.tag not in ("NN", "NNP") or (lemma not in _HEADS and lemma not in _KINDS):
        return None
    # In capitals it is a short name, which holds for the whole report.
    far = sent.index if t.text[:1].isupper() else _FAR
    near = [d for d in seen.organizations if sent.index - d.sentence <= far and d.kind is not EntityKind.STATE]
    if words <= {"the", lemma} and lemma in _HEADS:
        called = [d for d in near if lemma in " ".join((d.name, *d.aliases)).casefold().split()]
        # The army is not the guerrillas who call themselves one.
        called = [d for d in called if lemma not in _OF_STATE or not (d.role in _ARMED_KINDS or d.sector in ("REB", "PRM"))]
        if called:
            return called[-1] if len({d.key for d in called}) == 1 else _subject_before(called, sent, seen)
    fit = [d for d in near if sent.index - d.sentence <= _NEAR and words <= _BESIDE | {lemma} and _is_called(d, lemma)]
    if len({d.key for d in fit}) > 1:
        return _subject_before(fit, sent, seen)
    return fit[-1] if fit else None


def _is_called(d: Draft, lemma: str) -> bool:
    kinds = _KINDS.get(lemma, frozenset())
    printed = bool(_PRINT & set(d.name.casefold().split()))
    if (lemma in _BROADCASTERS and printed) or (lemma in _PAPERS and not printed):
        return False
    return bool(kinds & {d.role, d.sector or "", d.code or ""}) and not (lemma == "group" and d.role == "party")


def _subject_before(fit: list[Draft], sent: Sentence, seen: Seen) -> Draft | None:
    """Of several bodies the one that the sentence before is about, if only one is its subject."""
    last = {d.key: d for d in fit if d.sentence == sent.index - 1 and (d.sentence, d.head) in seen.subjects}
    others = {d.key for d in fit if d.sentence == sent.index}
    return next(iter(last.values())) if len(last) == 1 and not others - last.keys() else None


def _spoken_of(t: Token, sent: Sentence, seen: Seen, home: str | None) -> str | None:
    """The one state that a sentence names before a noun: "In Peru, the government resigned", whatever else the report is about."""
    here = {d.country for d in seen.states if d.sentence == sent.index and d.head < t.i}
    if len(here) == 1 and home not in here:
        return next(iter(here))
    if here or home:
        return None
    near = {d.country for d in seen.states if 0 <= sent.index - d.sentence <= 1}
    return next(iter(near)) if len(near) == 1 else None


def state_at_war(sent: Sentence, seen: Seen) -> str | None:
    """The state that the armed groups named in this sentence or the one before come from, if it is one: whom they fight at home."""
    near = [d for d in seen.organizations if d.sector == "REB" and d.country and sent.index - d.sentence <= 1]
    countries = {d.country for d in near}
    return next(iter(countries)) if len(countries) == 1 else None


def _state_of(iso3: str, t: Token, sent: Sentence) -> Draft:
    """The report's state where only its government is ever spoken of."""
    return Draft(
        sentence=sent.index, start=t.i, end=t.i + 1, head=t.i, kind=EntityKind.STATE, key=f"state:{iso3}", name=name_of(iso3),
        how="nominal", country=iso3, sector="GOV",
    )  # fmt: skip


def _bearer(key: str, sent: Sentence, seen: Seen) -> Draft | None:
    """The only bearer of a title, if named within four sentences and no other state is spoken of in this one."""
    last = next((d for d in reversed(seen.persons) if d.key == key), None)
    if last is None or sent.index - last.sentence > 4:
        return None
    country = next((d.country for d in seen.persons if d.key == key and d.country), None)
    others = {d.country for d in seen.states if d.sentence == sent.index} - {country}
    return None if country and others else last


def _last_state(sent: Sentence, seen: Seen) -> Draft | None:
    near = [d for d in seen.states if sent.index - d.sentence <= 1]
    here = [d for d in near if d.sentence == sent.index]
    for group in (here, near):
        keys = {d.key for d in group}
        if len(keys) == 1:
            return group[-1]
        subjects = {d.key for d in group if d.sentence == sent.index and function_of(sent, d.head) in SUBJECTS}
        if len(subjects) == 1:
            return seen.by_key[next(iter(subjects))]
        if group:
            return None
    return None
