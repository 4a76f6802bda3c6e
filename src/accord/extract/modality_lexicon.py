"""Words -> the modality or the signature that they give to what they govern; tables for `modality`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from accord.extract.modality_stance import ASK, CAUSE, EXPECT, FACT, FAIL, HESITATE, LIKELY, MANAGE, OPEN, PLAN, REFUSE, Signature
from accord.model.vocabulary import Modality

_PL, _PO, _RQ = Modality.PLANNED, Modality.POSSIBLE, Modality.REQUESTED
V = TypeVar("V")


def _table(*rows: tuple[V, str]) -> dict[str, V]:
    return {word: value for value, words in rows for word in words.split()}


MODAL_VERBS: Mapping[str, Modality] = _table(
    (_PL, "will shall 'll ’ll wo sha"),
    (_PO, "may might can could ca"),
    (_RQ, "should must ought"),
)
# With "not" these deny: "cannot come"; "may not come" leaves it open.
ABILITY = frozenset("can could ca".split())

MODAL_ADVERBS: Mapping[str, Modality] = _table(
    (_PO, "likely possibly perhaps maybe potentially conceivably probably hopefully unlikely allegedly purportedly")
)

# By lemma of the verb, for its infinitive, gerund, clause and object.
GOVERNING_VERBS: Mapping[str, Signature] = _table(
    (
        MANAGE,
        (
            "manage begin start continue get go proceed keep come dare use resume happen rush choose opt bother deign succeed spend"
            " prove tend remember condescend prefer step venture let allow permit enable"
        ),
    ),
    (
        CAUSE,
        (
            "force help lead cause make bring compel oblige prompt see persuade convince coax induce drive spur inspire trick lure"
            " provoke watch hear catch"
        ),
    ),
    (FACT, "regret resent celebrate mourn deplore lament rue"),
    (
        PLAN,
        (
            "plan prepare intend schedule slate agree promise vow pledge aim decide arrange resolve undertake commit swear determine"
            " volunteer await postpone delay gear poise announce envisage envision pencil mean reschedule elect consent destine ensure"
            " guarantee"
        ),
    ),
    (EXPECT, "expect anticipate"),
    (
        OPEN,
        (
            "hope want consider seek try attempt wish mull weigh contemplate threaten offer propose suggest strive desire long yearn"
            " need ponder debate discuss explore float moot study dread risk struggle work wait fight eye authorize authorise favor"
            " favour support back advocate endorse negotiate broker conspire plot bid campaign vie apply like empower entitle encourage"
            " tempt incline dream flirt aspire hanker battle toy jockey"
        ),
    ),
    (LIKELY, "fear predict forecast speculate imagine wonder guess appear seem foresee"),
    (HESITATE, "hesitate doubt scruple"),
    (
        ASK,
        (
            "ask urge call demand appeal request press order implore insist advise recommend instruct invite plead petition exhort"
            " entreat pressure pressurise pressurize direct tell require command lobby warn summon beseech enjoin mandate beg task"
        ),
    ),
    (
        FAIL,
        (
            "fail avoid stop prevent forget neglect cease halt quit thwart avert foil preclude refrain abstain desist omit forgo"
            " forbear discontinue forestall stave deter"
        ),
    ),
    (
        REFUSE,
        (
            "refuse decline block prohibit forbid cancel resist renounce bar ban reject oppose abandon scrap veto deny disallow drop"
            " suspend forswear stymie shelve withhold spurn shun rebuff pretend discourage dissuade outlaw abort axe ditch"
        ),
    ),
)

# These govern clauses only: "resolve to leave" looks ahead, "resolve a dispute" does not.
CLAUSE_ONLY = frozenset(
    "resolve decide determine mean swear gear fight struggle work commit tend wait love prove read drive see watch hear catch"
    " step forget neglect quit like prefer try claim appear seem deplore mourn celebrate lament regret resent rue support push"
    " keep battle shun deter elect direct tell ensure guarantee".split()
)
# With "the" before it, what these have as object is known already; what others plan, seek or arrange need not be.
CONTEMPLATING = frozenset(
    "consider weigh mull ponder contemplate debate discuss study explore fear dread support back favor favour endorse advocate"
    " like need imagine doubt predict envisage envision announce oppose".split()
)
# These leave it to come however definite: "postponed the visit".
DEFERRING = frozenset("postpone delay reschedule schedule await slate".split())
# Verbs that say of their subject that it takes place: "the trial is set to begin".
OCCURRING = frozenset(
    "begin start continue resume open occur happen take hold end conclude proceed materialise materialize go come follow last"
    " ensue commence stage conduct launch sign complete finalise finalize".split()
)
# Whose object is an act of speech that was made all the same: "rejected the proposal".
ATTITUDES = frozenset("reject dismiss refuse decline deny oppose resist spurn rebuff ignore accept veto consider weigh discuss".split())
SPEECH_NOUNS = frozenset(
    "proposal offer claim report demand request appeal call invitation motion statement accusation allegation suggestion idea"
    " plan petition application charge criticism complaint ultimatum threat".split()
)
# "Denied reports of an attack": what such a noun tells is what its governor denies.
TELLING_NOUNS = frozenset(
    "claim report allegation accusation rumor rumour charge assertion statement notion suggestion assumption contention"
    " insinuation speculation".split()
)

# By word form, for adjectives and participles with "be": "is due to", "are set to", "was unable to".
GOVERNING_ADJECTIVES: Mapping[str, Signature] = _table(
    (
        PLAN,
        (
            "set due scheduled slated going planned about ready prepared bound poised committed determined sworn tipped booked"
            " confirmed supposed agreed inevitable imminent destined fated billed resolved"
        ),
    ),
    (EXPECT, "expected anticipated certain sure thought believed"),
    (
        OPEN,
        (
            "willing keen eager possible open free hesitant reluctant inclined anxious desperate loath allowed permitted unwilling"
            " considered capable welcome tempted minded able prone hungry disposed eligible entitled feasible authorized authorised"
        ),
    ),
    (LIKELY, "likely unlikely hopeful conceivable probable fearful afraid liable apt rumored rumoured doubtful plausible"),
    (ASK, "obliged required essential necessary vital imperative crucial important urgent needed asked urged told ordered advisable"),
    (FAIL, "unable incapable powerless prevented"),
    (REFUSE, "barred banned forbidden prohibited false untrue impossible unthinkable inconceivable"),
    (CAUSE, "forced compelled glad happy pleased proud sorry lucky fortunate quick slow right wrong wise surprised shocked delighted"),
)

# By lemma of a noun, for its "to" infinitive, its "that" clause and its complement with "of", "for", "to", "on".
GOVERNING_NOUNS: Mapping[str, Signature] = _table(
    (
        PLAN,
        (
            "plan intention preparation promise pledge vow agreement commitment decision arrangement schedule programme program agenda"
            " intent deal pact undertaking readiness determination deadline date timetable resolve contract"
        ),
    ),
    (EXPECT, "expectation anticipation forecast prediction"),
    (
        OPEN,
        (
            "hope possibility prospect chance idea threat risk fear talk proposal offer attempt effort bid desire wish ambition aim"
            " goal suggestion potential likelihood speculation willingness opportunity option ability capability capacity right"
            " aspiration dream consideration need campaign scenario danger push drive move authority power permission temptation"
            " interest odds concern worry warning way time means reason mission quest condition basis eagerness plot conspiracy scheme"
            " rumor rumour struggle fight license licence purpose target question issue"
        ),
    ),
    (
        ASK,
        (
            "call demand request appeal plea urging order invitation petition requirement recommendation ultimatum instruction"
            " obligation duty pressure exhortation mandate"
        ),
    ),
    (FAIL, "failure inability absence lack avoidance prevention dearth"),
    (
        REFUSE,
        "refusal denial ban reluctance prohibition rejection cancellation abandonment unwillingness suspension moratorium veto",
    ),
)

# Verb and object together (Karttunen 2012): "took the trouble to write", "missed the chance to vote".
PHRASAL_SIGNATURES: Mapping[tuple[str, str], Signature] = {
    **{(v, n): MANAGE for v in "take seize use grab".split() for n in "time trouble opportunity chance liberty occasion".split()},
    **{(v, n): FAIL for v in "miss waste lose squander forgo".split() for n in "opportunity chance occasion right".split()},
    **{("have", n): MANAGE for n in "courage nerve audacity decency guts foresight misfortune".split()},
    ("lack", "courage"): FAIL,
    ("meet", "obligation"): MANAGE,
    ("meet", "duty"): MANAGE,
}

# Verb (or noun) and preposition or particle together.
PREPOSITIONAL_CLASSES: Mapping[tuple[str, str], Signature] = {
    **{(v, "for"): ASK for v in "call push press ask appeal lobby plead campaign clamor clamour petition agitate".split()},
    **{(v, "for"): OPEN for v in "hope wait look wish long opt vie bid argue".split()},
    **{(v, "for"): PLAN for v in "schedule plan prepare slate arrange brace".split()},
    **{(v, "of"): OPEN for v in "think talk dream warn speak".split()},
    **{(v, "about"): OPEN for v in "think talk".split()},
    **{(v, "on"): PLAN for v in "agree plan count bet bank".split()},
    **{(v, "in"): MANAGE for v in "succeed engage participate persist".split()},
    **{(v, "from"): REFUSE for v in "withdraw back".split()},
    ("call", "on"): ASK,
    ("call", "upon"): ASK,
    ("call", "off"): REFUSE,
    ("agree", "to"): PLAN,
    ("commit", "to"): PLAN,
    ("consent", "to"): PLAN,
    ("look", "to"): OPEN,
    ("object", "to"): OPEN,
    ("insist", "on"): ASK,
    ("aim", "at"): OPEN,
    ("warn", "against"): OPEN,
    ("fail", "in"): FAIL,
    ("back", "out"): REFUSE,
    ("pull", "out"): REFUSE,
    ("give", "up"): REFUSE,
    ("put", "off"): PLAN,
    ("turn", "down"): REFUSE,
    ("talk", "out"): REFUSE,
    ("shy", "away"): REFUSE,
    **{(v, "off"): FAIL for v in "stave head fend ward hold".split()},
    ("rule", "out"): REFUSE,
    ("opposition", "to"): OPEN,
    ("support", "for"): OPEN,
}

# "Prevented X from going", "stopped short of attacking": the preposition and the verbs that undo what follows it.
SPOILED_BY: Mapping[str, Mapping[str, Signature]] = {
    "from": _table(
        (FAIL, "prevent stop keep refrain desist deter shrink abstain save stay"),
        (REFUSE, "bar ban block prohibit dissuade discourage hold exclude disqualify exempt"),
    ),
    "of": _table((REFUSE, "short despair acquit clear exonerate absolve"), (LIKELY, "suspect")),
    "against": _table((REFUSE, "decide advise vote argue")),
}
PRIVATIVE_PREPOSITIONS = frozenset("without sans minus".split())
# "Instead of signing", "rather than sign".
REPLACED: frozenset[tuple[str, str]] = frozenset({("instead", "of"), ("rather", "than"), ("short", "of"), ("far", "from")})

# Who is praised, tried or blamed for something: it happened, whatever becomes of the praise.
ACCOUNTABLE = frozenset(
    "accuse blame criticize criticise condemn praise thank apologize apologise arrest jail imprison convict sentence charge"
    " indict punish fine sanction honor honour reward prosecute try sue fire sack dismiss expel scold rebuke fault detain"
    " congratulate forgive pardon hail commend laud credit denounce slam investigate mourn remember compensate retaliate answer"
    " pay".split()
)

# A finite clause under these did not happen, as far as the source goes.
CLAUSE_DENIERS = frozenset("deny dismiss reject refute rebut disprove disbelieve repudiate disavow rubbish debunk discount".split())

# Verbs that only say that the event of their subject or object takes place: their tense and mood are the event's.
LIGHT_VERBS = frozenset(
    "hold take make have give conduct launch carry attend begin start continue resume open occur happen do stage host stay end"
    " conclude finish join pay mount perform undertake receive get wage commence run follow go last come exchange sign reach"
    " enter complete see mark bring witness kick convene deliver impose implement fire issue lodge file send provide extend"
    " expand tighten step organize organise chair lead intensify escalate be remain become return hit suffer declare".split()
)
# "A round of talks": the head noun only measures or begins the event.
EVENT_LIKE_HEADS = frozenset(
    "round series wave spate start beginning resumption continuation holding opening launch launching signing day week month"
    " hour kind sort type form act campaign string bout course period matter second first third set exchange number".split()
)

NOMINAL_ADJECTIVES: Mapping[str, Modality] = _table(
    (
        _PL,
        (
            "planned scheduled upcoming forthcoming impending imminent future expected anticipated coming prospective slated promised"
            " pledged postponed delayed rescheduled looming intended"
        ),
    ),
    (
        _PO,
        (
            "possible potential proposed likely unlikely hypothetical would-be mooted threatened feared suggested hoped-for eventual"
            " attempted conceivable probable alleged suspected purported presumed rumored rumoured supposed so-called optional desired"
            " apparent"
        ),
    ),
    (_RQ, "requested demanded required"),
)

SINGLED_OUT = frozenset("first second third fourth fifth sixth seventh last latest only".split())
# What such an attempt was for did not come about: "the failed bid to seize power".
FUTILE = frozenset("failed unsuccessful abortive botched futile doomed aborted foiled thwarted vain fruitless".split())
NEGATIVE_WORDS = frozenset("not n't n’t never neither nor hardly scarcely barely nowhere".split())
# "The dam nearly collapsed": it did not; but "the price nearly doubled" is only rounded.
NEARLY = frozenset("nearly almost".split())
ROUNDED = frozenset(
    "double triple treble quadruple quintuple halve finish complete reach match equal fill vanish exhaust avoid escape".split()
)
NEGATIVE_NOUNS = frozenset("nobody none nothing neither".split())
# "By no means", "under no circumstances".
NEGATIVE_PHRASES = frozenset("means way circumstances circumstance account point stage sense".split())
CANCELLED = frozenset(
    "cancelled canceled scrapped averted thwarted foiled aborted abandoned nonexistent non-existent fictitious imaginary"
    " fabricated called-off shelved".split()
)
CONDITION_MARKS = frozenset("if unless provided providing assuming lest supposing".split())
# "In the event of an attack", "in case of war".
CONDITION_NOUNS = frozenset("event case condition eventuality".split())
DOUBT_MARKS = frozenset("whether if".split())
# "Accepted an invitation to visit": what was asked for is then set.
ACCEPTING = frozenset("accept approve adopt sign endorse ratify".split())
FUTURE_WORDS = frozenset("tomorrow soon shortly tonight".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
# Verbs that tell of appointments: in the present tense with a day or month they look ahead.
SCHEDULED_VERBS = frozenset(
    "meet begin start open arrive land leave travel host visit fly go come attend hold return convene depart sign end close"
    " launch resume take address receive head kick gather join vote chair tour conclude expire run play sail welcome".split()
)
# Slips of the small pipeline's lemmatizer on words that decide.
LEMMA_REPAIRS = {"hopes": "hope", "hoped": "hope", "hoping": "hope", "planed": "plan", "baring": "bar", "barred": "bar"}

# With an object of its own its infinitive is asked for: "would like X to leave".
WISHING = frozenset("want like".split())
WARNING = frozenset("warn threaten caution".split())
REPORTING = frozenset(
    "say tell report state claim announce declare add note explain believe think allege assert maintain argue confirm"
    " acknowledge admit insist warn stress emphasize emphasise reveal disclose write know learn hear show indicate suggest"
    " testify recall remark comment contend estimate conclude find realize realise reiterate repeat quote cite inform charge"
    " accuse complain point describe hold understand affirm vow promise pledge agree concede mention observe recount tweet"
    " accept boast brag joke lament mean signal swear reply respond answer feel see assume suspect predict guess deem judge"
    " reckon regret resent deplore forget remember notice discover recognize recognise appreciate prove demonstrate confess".split()
)

# Verbs of asking, with the prepositions that bring what is asked for; "object": a direct object will do.
REQUEST_ACTS: Mapping[str, frozenset[str]] = {
    "ask": frozenset({"for"}),
    "urge": frozenset({"object"}),
    "call": frozenset({"for", "on", "upon"}),
    "demand": frozenset({"object"}),
    "request": frozenset({"object"}),
    "appeal": frozenset({"for", "to"}),
    "implore": frozenset({"object"}),
    "beseech": frozenset({"object"}),
    "exhort": frozenset({"object"}),
    "press": frozenset({"for"}),
    "push": frozenset({"for"}),
    "plead": frozenset({"for", "with"}),
    "beg": frozenset({"for"}),
    "insist": frozenset(),
    "petition": frozenset({"object"}),
    "lobby": frozenset({"for"}),
    "want": frozenset(),
    "like": frozenset(),
}
