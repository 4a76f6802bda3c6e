"""Set phrases that tell who comes: a table, and the reader of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import Attendance
from accord.reconcile import cues
from accord.reconcile.attendance_scene import Scene, combined, denied_object, is_open, local_words
from accord.reconcile.commitment import negated
from accord.reconcile.parties import Party

_A = Attendance
Found = Iterator[tuple[Party, Attendance | None]]


@dataclass(frozen=True, slots=True)
class Idiom:
    """A verb with words beside it.

    Attributes:
        words: Groups, of each of which one word must stand with the verb.
        families: Families of gatherings that it fits; empty for all.
        alone: Nothing but times, places of the gathering and adverbs may stand with the verb.
        withs: Whoever stands after "with" is there as well.
    """

    status: Attendance
    words: tuple[frozenset[str], ...] = ()
    families: frozenset[str] = frozenset()
    alone: bool = False
    withs: bool = False


# status | verbs | words (one of each group, groups parted by "+"; "=" alone: no complement) | families
_ROWS = """
attends | make | journey trip voyage pilgrimage crossing
attends | take up | seat place part
attends | say answer reply | yes | summit ceremony parade
attends | confirm | attendance participation presence visit arrival appearance trip
attends | confirm accept | =
attends | accept | invitation invite
attends | set | foot
attends | fly jet | in by into out off
attends | drop roll sweep swing breeze blow | in by into
attends | pose | photo photograph picture camera portrait photograph
attends | rub | shoulder
attends | raise clink lift | glass
attends | shake | hand
attends | exchange | handshake
attends | sit | beside between next opposite alongside near row table seat down together around front
attends | stand | beside between next alongside row podium rostrum balcony front
attends | look | on
attends | touch | down
attends | leave | early
attends | dine lunch sup mingle chat | leader colleague guest host counterpart others
attends | watch applaud clap stand kneel pray | = | ceremony parade
attends | watch | row stand podium rostrum gallery balcony audience tribune | ceremony parade
attends | pay | respect homage tribute | ceremony
attends | lay | wreath flower | ceremony parade
attends | follow walk march bow kneel stand carry | coffin casket hearse cortege bier | ceremony
attends | bow kneel | before | ceremony
attends | put set add | name signature pen initial | ceremony
attends | use give deliver make hold begin open close end | speech address toast remark
attends | speak talk | = first last before after briefly
attends | join | leader colleague counterpart other others them him her video videolink link remotely virtually online screen zoom
attends | top head grace lead | list bill guest
attends | take | stage floor podium microphone
attends | gather meet | photo table
attends | be | there here present hand town attendance audience hall room table way
attends | cut | short
attends | make | it
attends | grace honour honor | occasion event ceremony summit presence
attends | set | off out
declined | call | sick
undecided | give send offer | answer reply word
declined | rule | out + himself herself itself themselves attendance visit trip participation presence appearance attend come go travel
declined | turn | down + invitation invite offer chance
declined | decline refuse reject spurn rebuff return ignore | invitation invite
declined | decline demur refuse | =
declined | send convey | regret apology excuse
declined | excuse absent | himself herself itself themselves
declined | call | off + trip visit attendance participation journey travel appearance flight
declined | cancel scrap abandon drop shelve postpone | trip visit attendance participation journey travel appearance flight
declined | cancel miss | =
declined | back drop bow opt beg bail duck cry | out off
declined | give | miss
declined | stay remain sit keep be | home
declined | stay remain keep | away
declined | be | absent missing nowhere no-show away
declined | announce declare order begin | boycott
declined | say answer reply | no | summit ceremony parade
declined | send | nobody none no-one
declined | leave | chair seat place + empty vacant
undecided | keep leave | guess guessing wait dark
undecided | set attach name make lay impose state pose put | condition precondition conditional dependent
undecided | hesitate waver dither vacillate | =
undecided | sit | fence
undecided | think ponder deliberate | it
undecided | leave | open
undecided | hedge | bet
undecided | weigh consider ponder mull contemplate | option boycott attendance participation invitation withdrawal
represented_by_other | make | do
represented_by_other | settle | for
"""


def _table() -> dict[str, tuple[Idiom, ...]]:
    out: dict[str, tuple[Idiom, ...]] = {}
    for row in _ROWS.strip().splitlines():
        status, verbs, words, *families = (part.strip() for part in row.split("|"))
        alone = words.startswith("=")
        groups = tuple(frozenset(g.split()) for g in words.lstrip("= ").split("+")) if not alone else ()
        where = frozenset(families[0].split()) if families else frozenset()
        idiom = Idiom(_A(status), groups, where, alone, withs=verbs.startswith(("shake", "watch")))
        for verb in verbs.split():
            out[verb] = (*out.get(verb, ()), idiom)
    return out


IDIOMS = _table()
# Verbs of settling: open where they are denied or put off.
SETTLING = frozenset("decide confirm reply respond answer commit accept determine announce resolve".split())
TELLING = frozenset("say tell reveal disclose indicate announce know clarify specify".split())
_WHETHER = frozenset(("whether", "if"))
_COMING = frozenset("attend come go travel join fly participate visit be take accept".split())
_EMPTY = frozenset("last minute moment notice time now yet also too personally himself herself all himself".split())
_SPEECHES = frozenset("speech address toast remark".split())
_ELSEWHERE = frozenset("parliament nation television rally congress lawmaker senate voter party home university crowd assembly".split())


def idiomatic(scene: Scene, sentence: Sentence, t: Token) -> Found:
    """Parties of whom a set phrase headed by verb `t` tells, with the status."""
    lemma = t.lemma.lower()
    if lemma not in IDIOMS and lemma not in SETTLING and lemma not in TELLING and lemma != "make":
        return
    if (scene.ties.abroad(sentence, t) and lemma not in ("stay", "remain", "be")) or not scene.near(sentence):
        return
    words = local_words(sentence, t)
    if sentence.kids(t.i, "auxpass", "nsubjpass", "agent"):
        if lemma in SETTLING and is_open(sentence, t):
            acts = [k for k in sentence.kids(t.i, "nsubjpass") if k.lemma.lower() in cues.NOUNS or k.lemma.lower() in cues.TRAVEL_NOUNS]
            yield from ((p, _A.UNDECIDED) for k in acts for p in scene.owners(sentence, k))
        return
    if (lemma in SETTLING or "mind" in words) and is_open(sentence, t) and _is_about_coming(scene, sentence, t):
        yield from ((p, _A.UNDECIDED) for p in scene.subjects(sentence, t))
        return
    if lemma in TELLING | {"make"} and is_open(sentence, t) and _whether_coming(sentence, t):
        yield from ((p, _A.UNDECIDED) for p in _whose(scene, sentence, t))
        return
    for idiom in IDIOMS.get(lemma, ()):
        if _fits(scene, idiom, sentence, t, words):
            yield from _told(scene, idiom, sentence, t, words)
            return


def _fits(scene: Scene, idiom: Idiom, sentence: Sentence, t: Token, words: set[str]) -> bool:
    if idiom.families and scene.gathering.family not in idiom.families:
        return False
    if idiom.alone:
        return _is_alone(scene, sentence, t)
    if not all(g & words for g in idiom.words):
        return False
    if words & _SPEECHES and t.lemma.lower() not in ("raise",):
        # Speeches are held everywhere.
        return not words & _ELSEWHERE and scene.reading.published.earliest is not None and _is_under_way(scene)
    special = _fits_specially(scene, idiom, sentence, t, words)
    if special is not None:
        return special
    if "home" in words:
        return not any(k.lower in ("to", "of") for k in sentence.kids(t.i, "prep"))
    if "boycott" in words:
        of = [o for k in sentence.kids(t.i, "dobj") for o in scene.after(sentence, k, "of")]
        return all(scene.ties.is_occasion(sentence, o) for o in of)
    return True


def _fits_specially(scene: Scene, idiom: Idiom, sentence: Sentence, t: Token, words: set[str]) -> bool | None:
    """Phrases that need a preposition or a denial beside their words; None for all others."""
    if idiom.status is _A.ATTENDS and t.lemma.lower() == "be" and words & {"hand", "town", "hall", "room", "audience", "table", "way"}:
        return bool(words & {"in", "on", "at"})
    if idiom.status is _A.UNDECIDED and words & {"answer", "reply", "word"}:
        return denied_object(sentence, t) or negated(sentence, t)
    if "it" in words and t.lemma.lower() == "make":
        return any(scene.ties.reaches(sentence, k) for k in sentence.kids(t.i, "prep"))
    if words & {"off", "out"} and t.lemma.lower() == "set":
        return any(scene.ties.reaches(sentence, k) for k in sentence.kids(t.i, "prep"))
    return None


def _is_under_way(scene: Scene) -> bool:
    when, published = scene.gathering.date, scene.reading.published.latest
    return when is None or published is None or when[:10] <= published[:10]


def _is_alone(scene: Scene, sentence: Sentence, t: Token) -> bool:
    for k in sentence.kids(t.i):
        if k.i < t.i or k.dep in ("punct", "cc", "conj", "neg", "aux", "mark"):
            continue
        if k.dep in ("dobj", "xcomp", "ccomp", "prt", "acomp", "oprd", "attr", "dative"):
            return False
        if k.dep == "prep" and k.lower not in ("with", "despite", "for", "before", "after", "at", "on", "in", "alongside", "from", "as"):
            return False
        if k.dep == "prep" and k.lower in ("for", "at", "on", "in", "before", "after", "from"):
            for o in sentence.kids(k.i, "pobj"):
                good = scene.ties.is_time(sentence, o) or scene.ties.is_occasion(sentence, o) or scene.ties.is_here(sentence, o)
                if not good and not {o.lemma.lower()} & _EMPTY:
                    return False
    return True


def _told(scene: Scene, idiom: Idiom, sentence: Sentence, t: Token, words: set[str]) -> Found:
    status = idiom.status
    if status is _A.REPRESENTED_BY_OTHER:
        others = [o for k in [t, *sentence.kids(t.i, "xcomp", "ccomp", "prep")] for o in scene.after(sentence, k, "with", "for")]
        others += [k for o in sentence.kids(t.i, "prep") for x in sentence.kids(o.i, "pcomp") for k in sentence.kids(x.i, "dobj")]
        if any(o.lemma.lower() in cues.STAND_INS or scene.is_deputy(sentence, o) for o in others):
            yield from ((p, status) for p in scene.subjects(sentence, t))
        return
    base = scene.outcome(sentence, t.i)
    if status is _A.DECLINED and negated(sentence, t):
        return
    if status is _A.UNDECIDED and any(k.lower == "had" for k in sentence.kids(t.i, "aux")):
        return
    if status is _A.UNDECIDED:
        base = _A.ATTENDS if base is not None else None
    if denied_object(sentence, t) and status is _A.ATTENDS:
        base = _A.DECLINED
    parties = scene.subjects(sentence, t)
    yield from ((p, combined(base, status)) for p in parties)
    if status is _A.ATTENDS and (idiom.withs or words & {"beside", "between", "next", "alongside", "opposite"}):
        yield from ((p, combined(base, status)) for p in _company(scene, sentence, t))


def _company(scene: Scene, sentence: Sentence, t: Token) -> list[Party]:
    tops = [t, *sentence.kids(t.i, "dobj", "advmod", "prep")]
    tokens = [o for k in tops for o in scene.after(sentence, k, "with", "beside", "between", "to", "alongside", "opposite", "near")]
    tokens += [o for k in sentence.kids(t.i, "prep") for o in sentence.kids(k.i, "pobj")]
    found = [p for o in tokens for p in scene.parties.of(sentence, o.i)]
    found += [p for o in tokens for a in sentence.kids(o.i, "appos") for p in scene.parties.of(sentence, a.i)]
    return list(dict.fromkeys(found))


def _is_about_coming(scene: Scene, sentence: Sentence, t: Token) -> bool:
    """Whether what is not settled is coming: no complement at all, the invitation, the attendance, "whether to go"."""
    complements = [k for k in sentence.kids(t.i) if k.dep in ("dobj", "xcomp", "ccomp", "prep", "acomp") and k.i > t.i]
    complements = [k for k in complements if not (k.dep == "prep" and any(scene.ties.is_time(sentence, o) for o in sentence.kids(k.i)))]
    if not complements or all(k.lemma.lower() == "mind" for k in complements):
        return True
    below = {x.lemma.lower() for k in complements for x in sentence.subtree(k.i)[:14]}
    return bool(below & ({"invitation", "invite", "attendance", "participation", "presence"} | (_COMING - {"be", "take"})))


def _whether_coming(sentence: Sentence, t: Token) -> list[Token]:
    out = []
    for k in [
        *sentence.kids(t.i, "ccomp", "acomp", "oprd", "dobj", "xcomp"),
        *(x for c in sentence.kids(t.i, "ccomp") for x in sentence.kids(c.i, "ccomp")),
    ]:
        verbs = [k, *sentence.kids(k.i, "ccomp", "xcomp", "acl")]
        out += [v for v in verbs if v.lemma.lower() in _COMING and any(m.lower in _WHETHER for m in sentence.kids(v.i, "mark", "advmod"))]
    return out


def _whose(scene: Scene, sentence: Sentence, t: Token) -> list[Party]:
    """Whose coming is not told: the subject of "whether he comes", else the one who does not tell."""
    found = [p for v in _whether_coming(sentence, t) for p in scene.subjects(sentence, v)]
    return found or scene.subjects(sentence, t)
