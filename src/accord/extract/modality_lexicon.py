"""Words -> the modality that they give to what they govern; tables for `modality`."""

from __future__ import annotations

from accord.model.vocabulary import Modality

_A, _PL, _PO, _RQ, _DE = Modality.ASSERTED, Modality.PLANNED, Modality.POSSIBLE, Modality.REQUESTED, Modality.DENIED


def _table(rows: dict[Modality, str]) -> dict[str, Modality]:
    return {word: modality for modality, words in rows.items() for word in words.split()}


MODAL_VERBS = _table(
    {
        _PL: "will shall 'll ’ll wo sha",
        _PO: "may might can could ca",
        _RQ: "should must ought",
    }
)

MODAL_ADVERBS = _table({_PO: "likely possibly perhaps maybe potentially conceivably probably hopefully unlikely"})

# By lemma of the verb. ASSERTED: the complement did happen if the verb did (implicative); it takes on the verb's own words.
GOVERNING_VERBS = _table(
    {
        _A: (
            "manage force help lead begin start continue cause make let get go proceed keep bring come dare use compel oblige"
            " prompt enable resume happen see rush move choose opt bother deign succeed spend"
        ),
        _PL: (
            "plan prepare intend schedule slate agree promise vow pledge expect aim decide arrange resolve undertake commit swear"
            " determine volunteer anticipate await postpone delay gear poise announce envisage envision pencil mean"
        ),
        _PO: (
            "hope want consider seek try attempt wish mull weigh contemplate threaten offer propose suggest strive desire long"
            " yearn need ponder debate discuss explore float moot study fear dread risk tend struggle work wait fight eye allow"
            " permit authorize authorise predict forecast speculate imagine favor favour support back advocate endorse negotiate"
            " broker conspire plot bid campaign vie prefer apply wonder doubt like hesitate empower entitle encourage tempt incline"
            " dream flirt"
        ),
        _RQ: (
            "ask urge call demand appeal request press order beg implore insist advise recommend instruct invite plead petition"
            " exhort entreat pressure pressurise pressurize direct tell require command lobby coax persuade warn summon"
        ),
        _DE: (
            "fail refuse decline avoid stop prevent block prohibit forbid cancel forget neglect cease resist renounce forgo halt"
            " bar ban reject oppose abandon scrap quit refrain abstain veto deny disallow drop suspend avert thwart foil forswear"
            " preclude stymie shelve"
        ),
    }
)

# These govern clauses only: "resolve to leave" looks ahead, "resolve a dispute" does not.
CLAUSE_ONLY = frozenset("resolve decide determine mean swear gear fight struggle work commit tend wait love prove read".split())

# By word form, for adjectives and participles with "be": "is due to", "are set to", "was unable to".
GOVERNING_ADJECTIVES = _table(
    {
        _PL: (
            "set due scheduled slated going planned expected about ready prepared bound poised committed determined sworn tipped"
            " booked confirmed supposed certain sure agreed inevitable imminent"
        ),
        _PO: (
            "likely unlikely able willing keen eager possible hopeful open free hesitant reluctant inclined anxious desperate loath"
            " allowed permitted impossible unwilling conceivable probable considered fearful afraid capable welcome tempted minded"
        ),
        _RQ: "obliged required essential necessary vital imperative crucial important urgent needed",
        _DE: "unable incapable powerless barred banned forbidden prohibited prevented false untrue",
    }
)

# By lemma of a noun, for its "to" infinitive, its "that" clause and its complement with "of", "for", "to", "on".
GOVERNING_NOUNS = _table(
    {
        _PL: (
            "plan intention preparation promise pledge vow agreement commitment decision arrangement schedule programme program"
            " agenda intent deal pact undertaking readiness determination deadline date timetable resolve"
        ),
        _PO: (
            "hope possibility prospect chance idea threat risk fear talk proposal offer attempt effort bid desire wish ambition aim"
            " goal suggestion potential likelihood speculation willingness opportunity option ability capability capacity right"
            " aspiration dream consideration need mandate campaign scenario expectation danger push drive move authority power"
            " permission temptation interest odds concern worry warning way time means reason mission quest  condition"
            " basis"
        ),
        _RQ: (
            "call demand request appeal plea urging order invitation petition requirement recommendation ultimatum instruction"
            " obligation duty pressure exhortation"
        ),
        _DE: (
            "failure refusal denial inability ban absence lack reluctance prohibition rejection cancellation abandonment avoidance"
            " unwillingness prevention suspension"
        ),
    }
)

# Verb (or noun) and preposition or particle together.
PREPOSITIONAL_CLASSES: dict[tuple[str, str], Modality] = {
    **{(v, "for"): _RQ for v in "call push press ask appeal lobby plead campaign clamor clamour petition agitate".split()},
    **{(v, "for"): _PO for v in "hope wait look wish long opt vie bid argue".split()},
    **{(v, "for"): _PL for v in "schedule plan prepare slate arrange brace".split()},
    ("call", "on"): _RQ,
    ("call", "upon"): _RQ,
    ("call", "off"): _DE,
    ("agree", "to"): _PL,
    ("agree", "on"): _PL,
    ("commit", "to"): _PL,
    ("object", "to"): _PO,
    ("think", "of"): _PO,
    ("think", "about"): _PO,
    ("talk", "of"): _PO,
    ("talk", "about"): _PO,
    ("dream", "of"): _PO,
    ("insist", "on"): _RQ,
    ("aim", "at"): _PO,
    ("warn", "of"): _PO,
    ("warn", "against"): _PO,
    ("back", "out"): _DE,
    ("pull", "out"): _DE,
    ("give", "up"): _DE,
    ("put", "off"): _DE,
    ("rule", "out"): _DE,
}

# "Prevented X from going", "stopped short of attacking": the preposition and the verbs that undo what follows it.
SPOILED_BY: dict[str, frozenset[str]] = {
    "from": frozenset("prevent stop bar ban block keep refrain prohibit abstain dissuade deter discourage stay desist hold shrink".split()),
    "of": frozenset("short instead despair".split()),
    "against": frozenset("decide advise vote argue".split()),
}
PRIVATIVE_PREPOSITIONS = frozenset("without despite sans".split()) - {"despite"}

# A finite clause under these did not happen, as far as the source goes.
CLAUSE_DENIERS = frozenset("deny dismiss reject refute rebut disprove disbelieve repudiate disavow rubbish debunk discount".split())

# Verbs that only say that the event of their subject or object takes place: their tense and mood are the event's.
LIGHT_VERBS = frozenset(
    "hold take make have give conduct launch carry attend begin start continue resume open occur happen do stage host stay end conclude"
    " finish join pay mount perform undertake receive get wage commence run follow go last come exchange sign reach enter complete see"
    " mark bring witness kick convene deliver impose implement conduct fire issue lodge file send provide extend expand tighten step"
    " organize organise chair lead intensify escalate be remain become return".split()
)
# "A round of talks": the head noun only measures or begins the event.
EVENT_LIKE_HEADS = frozenset(
    "round series wave spate start beginning end resumption continuation holding opening launch launching signing day week month hour"
    " kind sort type form act campaign string bout course period matter second first third set exchange".split()
)

NOMINAL_ADJECTIVES = _table(
    {
        _PL: "planned scheduled upcoming forthcoming impending imminent future expected anticipated coming prospective slated",
        _PO: (
            "possible potential proposed likely unlikely hypothetical would-be mooted threatened feared suggested hoped-for"
            " eventual attempted conceivable probable"
        ),
        _RQ: "requested demanded",
    }
)

NEGATIVE_WORDS = frozenset("not n't n’t never neither nor hardly scarcely barely nowhere".split())
CANCELLED = frozenset("cancelled canceled scrapped averted thwarted foiled aborted".split())
CONDITION_MARKS = frozenset("if unless provided providing assuming lest".split())
DOUBT_MARKS = frozenset("whether if".split())
# "Accepted an invitation to visit": what was asked for is then set.
ACCEPTING = frozenset("accept approve adopt sign endorse ratify".split())
FUTURE_WORDS = frozenset("tomorrow soon shortly tonight".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
# Verbs that tell of appointments: in the present tense with a day or month they look ahead.
SCHEDULED_VERBS = frozenset(
    "meet begin start open arrive land leave travel host visit fly go come attend hold return convene depart sign end close launch resume"
    " take address receive head kick gather join vote chair tour conclude expire run play sail welcome".split()
)
# Slips of the small pipeline's lemmatizer on words that decide.
LEMMA_REPAIRS = {"hopes": "hope", "hoped": "hope", "hoping": "hope", "planed": "plan", "baring": "bar", "barred": "bar"}

EXPECTING = frozenset("expected anticipated likely certain sure expects anticipates expect anticipate thought believed".split())
# With an object of its own its infinitive is asked for: "would like X to leave".
WISHING = frozenset("want like".split())
WARNING = frozenset("warn threaten caution".split())
REPORTING = frozenset(
    "say tell report state claim announce declare add note explain believe think allege assert maintain argue confirm acknowledge admit"
    " insist warn stress emphasize emphasise reveal disclose write know learn hear show indicate suggest testify recall remark comment"
    " contend estimate conclude find realize realise reiterate repeat quote cite inform charge accuse complain point describe hold"
    " understand affirm vow promise pledge agree concede mention observe recount tweet accept boast brag joke lament mean signal"
    " swear reply respond answer feel see assume suspect predict guess deem judge reckon".split()
)

# Verbs of asking, with the prepositions that bring what is asked for; "object": a direct object will do.
REQUEST_ACTS: dict[str, frozenset[str]] = {
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
