"""Words that tell who is part of a gathering, and in what way: tables for `attendance`."""

from __future__ import annotations

from dataclasses import dataclass

from accord.model.vocabulary import Attendance

_A = Attendance


@dataclass(frozen=True, slots=True)
class Cue:
    """How a verb tells of attendance.

    Attributes:
        subject: Status of the subject, None if it says nothing of it.
        object: Status of the direct object (of the subject, in the passive).
        needs: What ties it to the gathering: "" nothing (the word itself does, unless its object is something else),
            "occasion" a mention of the gathering as object or complement, "place" the occasion or its place or "there",
            "bare" the place or no complement at all, "near" the gathering named in the sentence or the report's lead.
        particle: Particle or adverb that must stand with the verb, "" for none.
    """

    subject: Attendance | None = None
    object: Attendance | None = None
    needs: str = ""
    particle: str = ""


ATTENDS, HOST, DECLINED, NOT_INVITED = _A.ATTENDS, _A.HOST, _A.DECLINED, _A.NOT_INVITED

VERBS: dict[str, tuple[Cue, ...]] = {
    "attend": (Cue(ATTENDS),),
    "participate": (Cue(ATTENDS),),
    **dict.fromkeys("convene assemble converge congregate gather".split(), (Cue(ATTENDS, ATTENDS, needs="near"),)),
    "unite": (Cue(None, ATTENDS, needs="occasion"),),
    "join": (Cue(ATTENDS, needs="occasion"),),
    "crash": (Cue(ATTENDS, needs="occasion"),),
    **dict.fromkeys("head journey proceed return jet rush".split(), (Cue(ATTENDS, needs="place"),)),
    **dict.fromkeys("come go arrive land travel fly".split(), (Cue(ATTENDS, needs="bare"),)),
    **dict.fromkeys("walk storm".split(), (Cue(ATTENDS, particle="out", needs="near"),)),
    "visit": (Cue(ATTENDS, needs="place"),),
    "show": (Cue(ATTENDS, particle="up"),),
    "turn": (Cue(ATTENDS, particle="up"), Cue(DECLINED, particle="down", needs="invitation")),
    "appear": (Cue(ATTENDS, needs="near"),),
    "march": (Cue(ATTENDS, needs="near"),),
    **dict.fromkeys("address open observe follow witness monitor oversee".split(), (Cue(ATTENDS, needs="occasion"),)),
    "speak": (Cue(ATTENDS, needs="occasion"),),
    "sit": (Cue(ATTENDS, ATTENDS, particle="down", needs="near"),),
    "meet": (Cue(ATTENDS, ATTENDS, needs="talks"),),
    "confer": (Cue(ATTENDS, ATTENDS, needs="talks"),),
    **dict.fromkeys("sign initial ink countersign".split(), (Cue(ATTENDS, needs="signing"),)),
    "skip": (Cue(DECLINED),),
    "boycott": (Cue(DECLINED),),
    "snub": (Cue(DECLINED, needs="occasion"),),
    "shun": (Cue(DECLINED, needs="occasion"),),
    "miss": (Cue(DECLINED, needs="occasion"),),
    "avoid": (Cue(DECLINED, needs="occasion"),),
    "stay": (Cue(DECLINED, particle="away"), Cue(DECLINED, particle="home", needs="near")),
    "withdraw": (Cue(DECLINED, needs="occasion"),),
    "pull": (Cue(DECLINED, particle="out", needs="near"),),
    "host": (Cue(HOST, ATTENDS, needs="near"),),
    "preside": (Cue(HOST),),
    "chair": (Cue(HOST, needs="occasion"),),
    "hold": (Cue(HOST, needs="occasion"),),
    "stage": (Cue(HOST, needs="occasion"),),
    "organize": (Cue(HOST, needs="occasion"),),
    "organise": (Cue(HOST, needs="occasion"),),
    "receive": (Cue(HOST, ATTENDS, needs="person"),),
    "welcome": (Cue(HOST, ATTENDS, needs="person"),),
    "greet": (Cue(HOST, ATTENDS, needs="person"),),
    "invite": (Cue(None, _A.INVITED, needs="guest"),),
    "disinvite": (Cue(None, NOT_INVITED),),
    "uninvite": (Cue(None, NOT_INVITED),),
    "exclude": (Cue(None, NOT_INVITED),),
    "bar": (Cue(None, NOT_INVITED, needs="occasion"), Cue(None, NOT_INVITED, needs="alone")),
    **dict.fromkeys("lock freeze".split(), (Cue(None, NOT_INVITED, particle="out", needs="near"),)),
    "ban": (Cue(None, NOT_INVITED, needs="occasion"),),
    "omit": (Cue(None, NOT_INVITED, needs="near"),),
    "sideline": (Cue(None, NOT_INVITED, needs="near"),),
    "shut": (Cue(None, NOT_INVITED, particle="out", needs="near"),),
    "keep": (Cue(None, NOT_INVITED, particle="out", needs="near"), Cue(None, NOT_INVITED, particle="away", needs="near")),
    "leave": (
        Cue(ATTENDS, needs="place"),
        Cue(None, NOT_INVITED, particle="out", needs="near"),
        Cue(None, NOT_INVITED, particle="off", needs="near"),
    ),
    # Bare: "X is confirmed", "A, B and C all expected"; with a verb below, that verb tells.
    **dict.fromkeys("confirm expect slate schedule".split(), (Cue(None, ATTENDS, needs="alone"),)),
}
# Admitting somebody tells nothing; not admitting does.
ADMISSION = frozenset("admit allow let permit accredit".split())
# Nouns whose possessor (or "of" complement) is there.
NOUNS: dict[str, Attendance] = {
    "attendance": ATTENDS,
    "participation": ATTENDS,
    "presence": ATTENDS,
    "appearance": ATTENDS,
    "arrival": ATTENDS,
    "absence": DECLINED,
    "boycott": DECLINED,
    "no-show": DECLINED,
    "hospitality": HOST,
    "exclusion": NOT_INVITED,
    "omission": NOT_INVITED,
}
TRAVEL_NOUNS = frozenset("visit trip journey travel".split())
# Whoever bears such a title comes in place of a head of state or government.
DEPUTIES = frozenset("minister secretary ambassador envoy deputy speaker diplomat aide parliamentarian lawmaker vice-president".split())
# Predicates that leave somebody's coming open.
OPEN = frozenset("undecided unconfirmed uncertain unclear unsure doubtful".split())
OPEN_PHRASES = ("hang by a thread", "hang in the balance", "in doubt", "in question", "up in the air", "in the balance", "in limbo")
LISTS = frozenset("list guestlist guest-list lineup line-up roster".split())
ATTENDEES = frozenset("attendee participant guest delegate invitee mourner dignitary".split())
TEAMS = frozenset("delegation team side mission party contingent delegate".split())
GUESTS = ATTENDEES | TEAMS | frozenset("leader president premier minister king monarch head dignitary royal".split())
# Who stands for a state in person; anybody else stands in for them.
PRINCIPALS = frozenset(
    "president premier chancellor king queen emir sultan monarch leader ruler dictator head minister-president taoiseach pm".split()
)
# Persons whom a state sends in place of its leader.
STAND_INS = frozenset(
    "official envoy representative delegate ambassador deputy speaker minister aide adviser advisor secretary diplomat vice-president"
    " chairman chairwoman lawmaker parliamentarian premier observer prince princess"
    " successor wife daughter son brother sister general commander emissary".split()
)
NOBODY = frozenset("nobody none no-one".split())
# Standing bodies whose sitting may be the gathering.
BODIES = frozenset("council assembly board committee commission parliament plenary chamber".split())
WITHIN = frozenset("room table hall venue chamber floor building".split())
