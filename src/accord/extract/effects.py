"""A counted noun phrase in its sentence -> what befell the counted ("killed", "injured" ...) and the word that says so."""

from __future__ import annotations

from dataclasses import dataclass

from accord.model.sentence import Sentence, Token

# Transitive verbs by what befalls their object; regular forms are generated, irregular ones are written out below.
_TRANSITIVE = {
    "killed":
        "kill slay murder assassinate massacre slaughter execute behead lynch exterminate annihilate butcher martyr electrocute"
        " decapitate"
    " poison neutralize neutralise liquidate strangle suffocate hang drown",
    "injured": "injure wound hurt maim mutilate disfigure",
    "arrested": "arrest detain jail imprison apprehend incarcerate intern nab",
    "kidnapped": "kidnap abduct",
    "displaced": "displace uproot",
    "evacuated": "evacuate",
    "expelled": "expel deport oust",
    "rescued": "rescue save",
    "released": "release free liberate",
    "hospitalized": "hospitalize hospitalise",
    "captured": "capture seize",
    "infected": "infect sicken",
    "trapped": "trap strand",
    "destroyed": "destroy demolish raze flatten",
    "damaged": "damage",
    "sentenced": "sentence convict",
}  # fmt: skip
_INTRANSITIVE = {
    "killed": "die perish succumb drown starve",
    "missing": "disappear vanish",
    "displaced": "flee",
    "surrendered": "surrender",
}
_IRREGULAR = {
    "slay": "slay slays slew slain slaying", "behead": "behead beheads beheaded beheading", "hurt": "hurt hurts hurting",
    "die": "die dies died dying", "flee": "flee flees fled fleeing", "infect": "infect infects infected infecting",
    "maim": "maim maims maimed maiming", "jail": "jail jails jailed jailing", "detain": "detain detains detained detaining",
    "free": "free frees freed freeing", "expel": "expel expels expelled expelling", "nab": "nab nabs nabbed nabbing",
    "trap": "trap traps trapped trapping", "kidnap": "kidnap kidnaps kidnapped kidnapping kidnaped kidnaping",
    "hang": "hang hangs hanged hanging",
}  # fmt: skip
_STATES = {
    "dead": ("killed", "dead"), "deceased": ("killed", "dead"), "lifeless": ("killed", "dead"), "missing": ("missing", "missing"),
    "unaccounted": ("missing", "missing"), "homeless": ("displaced", "homeless"), "comatose": ("injured", "comatose"),
}  # fmt: skip
# Units that are themselves what befell somebody ("9 deaths"), and nouns that take the number behind "of" ("the death of nine").
_UNIT_NOUNS = {
    "death": "killed", "fatality": "killed", "corpse": "killed", "killing": "killed", "murder": "killed", "assassination": "killed",
    "execution": "killed", "slaying": "killed", "martyr": "killed", "fatal": "killed", "casualty": "casualties", "injury": "injured",
    "arrest": "arrested", "detention": "arrested", "kidnapping": "kidnapped", "abduction": "kidnapped", "refugee": "displaced",
    "dead": "killed",
    "wounded": "injured", "injured": "injured", "disappearance": "missing",
}  # fmt: skip
_OF_NOUNS = {
    **{k: v for k, v in _UNIT_NOUNS.items() if k not in {"refugee", "casualty", "fatal"}}, "massacre": "killed", "slaughter": "killed",
    "loss": "killed", "body": "killed",
    "life": "killed", "remains": "killed", "wounding": "injured", "release": "released", "liberation": "released", "capture": "captured",
    "evacuation": "evacuated", "displacement": "displaced", "rescue": "rescued", "expulsion": "expelled", "deportation": "expelled",
    "destruction": "destroyed", "demolition": "destroyed", "imprisonment": "arrested",
}  # fmt: skip
# "Bodies" are dead only where nothing makes them assemblies ("two legislative bodies").
_BODY_MODIFIERS = frozenset(
    "dead charred mutilated burned burnt decomposed decomposing unidentified dismembered mangled other more lifeless bullet-riddled".split()
)
_LIVES_VERBS = frozenset("claim claims claimed claiming cost costs costing take takes took taken taking lost lose losing".split())
_LEFT_FILLERS = frozenset("the these those his her its their all only just another a an further additional some up down".split())
_BE = frozenset("be is are was were been being get got gets getting 's 're".split())
_AFTER_FILLERS = frozenset(
        "have has had having also reportedly allegedly apparently more others other people so far confirmed reported feared believed"
        " presumed known"
        " declared pronounced found left listed gravely seriously critically severely slightly lightly badly either all both who that"
        " which to shot"
        " beaten stabbed burned burnt crushed hacked trampled blown tortured still instantly immediately already initially officially"
        " then later"
    " subsequently since now identified counted remain remains remained remaining".split()
)  # fmt: skip
# Verbs that go on with the subject behind a closing comma ("..., including 11 infants, were killed").
_RESUMED = frozenset("were was have had has are is died".split())
_LEFT_DEAD = frozenset("leave leaves left leaving shot shooting".split())
_TOLL_LINKS = frozenset(
    "to at of is was : as reached reaches reaching passed passes topped tops exceeded exceeds hit hits stands be numbered".split()
)
# These also move prices and rivers: only a number with no noun of its own is then of the toll.
_TOLL_MOVES = frozenset("surpassed surpasses rose rises climbed climbs grew jumped soared neared nears approached".split())
_TOLL_UNITS = frozenset(("", "toll", "number", "figure", "count", "tally", "total", "person", "people"))
# Those whom an army, a mission or a mine loses are dead; a party that loses seats or voters buries nobody.
_LOSABLE = frozenset(
    "man woman soldier troop fighter officer peacekeeper policeman pilot sailor crewman comrade guard ranger firefighter miner guerrilla"
    " marine paratrooper".split()
)
# Those of whom a number is told: "the dead include 14 children", "of the wounded, nine".
_THE_STRUCK = {
    "dead": "killed", "victims": "killed", "killed": "killed", "wounded": "injured", "injured": "injured", "missing": "missing",
}  # fmt: skip
_COUNTING = frozenset(("include", "includes", "included", "were", "are"))
_WITH_PARTICLE = {
    **dict.fromkeys([(v, "down") for v in ("gunned", "mowed", "gunning", "mowing")], ("killed", "gun_down")),
    **dict.fromkeys([(v, "up") for v in ("rounded", "rounding")], ("arrested", "round_up")),
}
_HARMS = {"injuries": "injured", "wounds": "injured", "burns": "injured"}
_NEGATIONS = frozenset("not n't never no nor without".split())
_OBJECT_TAGS = frozenset(("DT", "CD", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "PDT"))
_AFTER_PASSIVE = frozenset("dead alive yesterday today tonight tomorrow sunday monday tuesday wednesday thursday friday saturday".split())
_TOLL_REACH = 28
_AFTER_REACH = 9
_CLIMB = 6
_MANY = 100
_PERSONAL = frozenset(("killed", "injured"))


@dataclass(frozen=True, slots=True)
class Effect:
    """What befell the units, and the lemma of the word that says so."""

    effect: str
    predicate: str
    at: int


def _regular(lemma: str) -> tuple[str, ...]:
    if lemma in _IRREGULAR:
        return tuple(_IRREGULAR[lemma].split())
    stem = lemma.removesuffix("e")
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch")) else "s")
    return (lemma, third, stem + "ed", stem + "ing")


def _forms(table: dict[str, str]) -> dict[str, tuple[str, str]]:
    return {form: (effect, lemma) for effect, lemmas in table.items() for lemma in lemmas.split() for form in _regular(lemma)}


_ACTIVE = _forms(_TRANSITIVE)
_PARTICIPLE = {form: v for form, v in _ACTIVE.items() if form.endswith(("ed", "en", "slain", "hurt"))}
_DYING = _forms(_INTRANSITIVE)


def is_state(word: str) -> bool:
    """Whether a word after a number says what befell the counted, and is no noun of its own ("30 wounded", "7 dead")."""
    return word in _STATES or word in _PARTICIPLE


def effects_in(words: list[str]) -> set[str]:
    """Everything that befell somebody in the words."""
    return {(_STATES.get(w) or _PARTICIPLE.get(w) or _DYING[w])[0] for w in words if w in _STATES or w in _PARTICIPLE or w in _DYING}


def find_effect(sent: Sentence, start: int, end: int, head: int, unit: str) -> Effect | None:
    """What befell the units of the number that begins at token `start`; its noun phrase ends before token `end`.

    Tries the words inside, after and before the noun phrase, a toll that reaches the number, then the parse tree:
    next to numbers the window errs less than a small parser.
    """
    return (
        _inside(sent, start, end, unit) or _after(sent, end) or _hostages(sent, start, end) or _before(sent, start, unit)
        or _toll(sent, start, unit) or _by_tree(sent, head, start)
    )  # fmt: skip


def _inside(sent: Sentence, start: int, end: int, unit: str) -> Effect | None:
    base = unit.partition(" ")[0]
    words = {t.lower for t in sent.tokens[start:end]}
    if base in _UNIT_NOUNS:
        return Effect(_UNIT_NOUNS[base], base, end - 1)
    if base == "body":
        mods = {t.lower for t in sent.tokens[start : end - 1] if t.pos in {"ADJ", "PROPN"} or t.tag in {"VBN", "VBG"}}
        return Effect("killed", "body", end - 1) if mods <= _BODY_MODIFIERS else None
    if base == "life" and start and sent.tokens[start - 1].lower in _LIVES_VERBS:
        return Effect("killed", "die", start - 1)
    for t in sent.tokens[start:end]:
        if t.lower in _STATES or (t.lower in _PARTICIPLE and t.lower in words):
            effect, lemma = _STATES.get(t.lower) or _PARTICIPLE[t.lower]
            return Effect(effect, lemma, t.i)
    return None


def _after(sent: Sentence, end: int) -> Effect | None:
    """Reads "22 people were killed", "22 people killed in", "7 feared dead", "12 have died", "nine who were shot dead"."""
    toks, be = sent.tokens, False
    for j in range(end, min(end + _AFTER_REACH, len(toks))):
        word = toks[j].lower
        if word in _PARTICIPLE:
            passive = be or not _takes_object(sent, j + 1)
            return _both(sent, j, *_PARTICIPLE[word], forward=True) if passive else None
        if effect := _state_at(toks, j):
            return effect
        resumed = word == "," and j + 1 < len(toks) and toks[j + 1].lower in _RESUMED
        be = be or word in _BE
        passed = word in _AFTER_FILLERS or word in _BE or toks[j].tag in {"RB", "("} or resumed
        if not passed or word in _NEGATIONS:
            return None
    return None


def _state_at(toks: tuple[Token, ...], j: int) -> Effect | None:
    """What token `j` says of those before it: "dead", "died", "among the dead", "to death", "lost their lives", "without homes"."""
    word = toks[j].lower
    if word in _STATES:
        return Effect(*_STATES[word], j)
    if word in _DYING:
        return Effect(*_DYING[word], j)
    if word in {"among", "amongst"}:
        return _counted_among(toks, j)
    following = {t.lower for t in toks[j + 1 : j + 3]}
    if (word == "death" and toks[j - 1].lower == "to") or (word in {"lost", "losing", "lose"} and following & {"lives", "life"}):
        return Effect("killed", "die", j)
    if word in {"met", "meet", "meets"} and following & {"death", "deaths"}:
        return Effect("killed", "die", j)
    if word in {"suffered", "sustained", "suffering", "sustaining"} and (harm := {t.lower for t in toks[j + 1 : j + 4]} & _HARMS.keys()):
        return Effect(_HARMS[min(harm)], "injure", j)
    return Effect("displaced", "homeless", j) if word == "without" and following & {"homes", "shelter"} else None


def _counted_among(toks: tuple[Token, ...], j: int) -> Effect | None:
    """Reads "(six children were) among the dead", "among those killed", "among the wounded"."""
    following = toks[j + 1 : j + 4]
    if not following or following[0].lower not in {"the", "those", "people"}:
        return None
    state = next((t for t in following if t.lower in _STATES or t.lower in _PARTICIPLE), None)
    return Effect(*(_STATES.get(state.lower) or _PARTICIPLE[state.lower]), state.i) if state else None


def _takes_object(sent: Sentence, j: int) -> bool:
    """Whether a noun phrase follows at once, so that "killed" before it is active."""
    if j >= len(sent.tokens):
        return False
    t = sent.tokens[j]
    return t.tag in _OBJECT_TAGS and t.lower not in _AFTER_PASSIVE and t.ner not in {"DATE", "TIME"}


def _both(sent: Sentence, j: int, effect: str, lemma: str, *, forward: bool) -> Effect:
    """Reads "killed or wounded": casualties, for which of the two is not told."""
    step = 1 if forward else -1
    k = j + 2 * step
    if 0 <= k < len(sent.tokens) and sent.tokens[j + step].lower in {"and", "or", "and/or", "/"}:
        other = _ACTIVE.get(sent.tokens[k].lower)
        if other and other[0] != effect and {other[0], effect} <= _PERSONAL and not (forward and _takes_object(sent, k + 1)):
            return Effect("casualties", lemma, j)
    return Effect(effect, lemma, j)


def _hostages(sent: Sentence, start: int, end: int) -> Effect | None:
    """Reads "took 12 people hostage"."""
    toks = sent.tokens
    if start and end < len(toks) and toks[start - 1].lower in {"took", "taking", "take", "holding", "held", "hold", "taken"}:
        word = toks[end].lower
        if word in {"hostage", "hostages"}:
            return Effect("kidnapped", "take_hostage", start - 1)
        if word in {"prisoner", "prisoners", "captive", "captives"}:
            return Effect("captured", "take_prisoner", start - 1)
    return None


def _left(sent: Sentence, start: int) -> int:
    """Index of the first word on the left that is not filler ("another", "a total of"); -1 at the beginning."""
    toks, j = sent.tokens, start - 1
    while j >= 0 and toks[j].lower in _LEFT_FILLERS and not (toks[j].lower in {"up", "down"} and toks[j].dep == "prt"):
        j -= 1
    if j >= 1 and toks[j].lower == "of" and toks[j - 1].lower == "total":
        return _left(sent, j - 1)
    return j


def _before(sent: Sentence, start: int, unit: str) -> Effect | None:
    """Reads "killing 22", "killed or wounded 40", "gunned down three", "the deaths of nine"."""
    toks, j = sent.tokens, _left(sent, start)
    if j < 0:
        return None
    word, previous = toks[j].lower, toks[j - 1].lower if j else ""
    if word == "of" and j:
        return _event_noun(toks, j - 1, unit)
    if struck := _of_the_struck(toks, j):
        return struck
    if word in {"were", "are", "was", "is", "include", "included", "including"} and "among" in {t.lower for t in toks[max(0, j - 4) : j]}:
        return _counted_among(toks, next(t.i for t in toks[max(0, j - 4) : j] if t.lower == "among"))
    if (previous, word) in _WITH_PARTICLE:
        return Effect(*_WITH_PARTICLE[previous, word], j - 1)
    if word == "dead" and previous in _LEFT_DEAD:
        return Effect("killed", "kill", j - 1)
    if word in {"lost", "losing", "loses"} and unit in _LOSABLE:
        return Effect("killed", "lose", j)
    if word in _ACTIVE and not _is_passive(toks, j):
        return _both(sent, j, *_ACTIVE[word], forward=False)
    return None


def _of_the_struck(toks: tuple[Token, ...], j: int) -> Effect | None:
    """Reads "the dead include 14 infants", "of the wounded, nine": what token `j` ends is said of those who were struck."""
    word, struck = toks[j].lower, toks[j - 1].lower if j else ""
    before = [t.lower for t in toks[max(0, j - 3) : max(0, j - 1)]]
    told = (word in _COUNTING and before[-1:] == ["the"]) or (word == "," and before in (["of", "the"], ["among", "the"]))
    return Effect(_THE_STRUCK[struck], struck, j - 1) if told and struck in _THE_STRUCK else None


def _event_noun(toks: tuple[Token, ...], j: int, unit: str) -> Effect | None:
    noun = toks[j].lemma.lower()
    noun = {"bodies": "body", "lives": "life", "deaths": "death"}.get(toks[j].lower, noun)
    if noun == "loss" and not unit.startswith("life"):
        return Effect("killed", "loss", j) if unit in _LOSABLE else None
    return Effect(_OF_NOUNS[noun], "die" if noun == "life" else noun, j) if noun in _OF_NOUNS else None


def _is_passive(toks: tuple[Token, ...], j: int) -> bool:
    """A participle behind a form of "be": what follows it is no object."""
    if toks[j].lower.endswith("ing") or toks[j].lower not in _PARTICIPLE:
        return False
    k = j - 1
    while k >= 0 and k >= j - 3 and toks[k].pos == "ADV":
        k -= 1
    return k >= 0 and toks[k].lower in _BE


def _toll(sent: Sentence, start: int, unit: str) -> Effect | None:
    """Reads "the death toll rose to 85", "the number of wounded stands at 12", "the dead numbered 12"."""
    toks = sent.tokens
    links = _TOLL_LINKS | (_TOLL_MOVES if unit in _TOLL_UNITS else frozenset())
    j = start if toks[start].lower in links else _left(sent, start)  # "surpassed 125" begins with its verb
    if j < 0 or toks[j].lower not in links:
        return None
    for k in range(j, max(-1, j - _TOLL_REACH), -1):
        word = toks[k].lower
        if word in {"toll", "tolls"}:
            effect = "injured" if k and toks[k - 1].lower in {"injury", "injured", "wounded"} else "killed"
            return Effect(effect, "toll", k)
        if word in {"dead", "killed", "wounded", "injured", "victims", "fatalities", "deaths", "missing"} and _counts(toks, k):
            effect = "killed" if word in {"victims", "fatalities", "deaths"} else (_STATES.get(word) or _PARTICIPLE[word])[0]
            return Effect(effect, "number", k)
        if toks[k].tag == "CD" and toks[j].lower != "to":
            return None
    return None


def _counts(toks: tuple[Token, ...], k: int) -> bool:
    before = [t.lower for t in toks[max(0, k - 4) : k]]
    return "number" in before or "total" in before or (k + 1 < len(toks) and toks[k + 1].lower in {"numbered", "number", "rose", "climbed"})


def _by_tree(sent: Sentence, head: int, start: int) -> Effect | None:
    """Long-distance subjects and objects: "22 people, most of them women, were killed"."""
    toks, at = sent.tokens, head
    for kid in sent.kids(head, "acl", "relcl"):
        passive = kid.dep == "acl" or any(k.dep in {"nsubjpass", "auxpass"} for k in sent.kids(kid.i))
        if kid.lower in _PARTICIPLE and kid.tag == "VBN" and passive and not sent.kids(kid.i, "neg"):
            return Effect(*_PARTICIPLE[kid.lower], kid.i)
    for _ in range(_CLIMB):
        t = toks[at]
        up = toks[t.head]
        # A word on which hundreds hang is a parse gone wrong.
        if (
            up.i == at
            or len(sent.children[up.i]) > _MANY
            or any(k.lower in _NEGATIONS or k.tag == "MD" for k in sent.kids(up.i, "neg", "aux"))
        ):
            return None
        if t.dep in {"conj", "appos", "nummod", "amod", "compound", "nmod", "quantmod"}:
            at = up.i
        elif t.dep in {"nsubjpass", "nsubj"}:
            return _of_subject(sent, t, up)
        elif t.dep == "dobj":
            return Effect(*_ACTIVE[up.lower], up.i) if up.lower in _ACTIVE and up.i < start else None
        elif t.dep == "pobj" and up.lower in {"of", "including", "among"}:
            noun = toks[up.head]
            if up.lower == "of" and noun.lemma.lower() in _OF_NOUNS and noun.lemma.lower() not in {"loss", "life"}:
                return Effect(_OF_NOUNS[noun.lemma.lower()], noun.lemma.lower(), noun.i)
            at = noun.i
        else:
            return None
    return None


def _of_subject(sent: Sentence, t: Token, verb: Token) -> Effect | None:
    if t.dep == "nsubjpass":
        return Effect(*_PARTICIPLE[verb.lower], verb.i) if verb.lower in _PARTICIPLE else None
    if (state := _state_at(sent.tokens, verb.i)) is not None:
        return state
    if verb.lemma == "be":
        is_so = next((k for k in sent.kids(verb.i, "acomp", "attr") if k.lower in _STATES), None)
        return Effect(*_STATES[is_so.lower], is_so.i) if is_so else None
    return None
