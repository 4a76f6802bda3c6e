"""Cue words of attribution by the shape of what they report: a clause, an object, an infinitive, a preposition, a noun's complement.

After the frames of PARC and PolNeAR (Pareti 2016; Newell, Margolin and Ruths 2018). Lemmas throughout.
"""

from __future__ import annotations

# With a finite clause or words in quotation marks: speech and writing.
SPEECH = frozenset(
    "say tell state claim announce declare add note explain allege assert maintain argue confirm acknowledge admit insist warn stress"
    " emphasize emphasise reveal disclose write testify recall remark comment contend conclude reiterate repeat quote inform charge"
    " accuse complain observe vow promise pledge concede mention tweet retweet post boast brag joke quip lament swear reply respond"
    " answer predict suggest indicate report deny continue ask urge demand propose recommend advise caution counter retort shout yell"
    " cry scream chant whisper mutter murmur declaim proclaim pronounce opine muse speculate estimate forecast wonder question query"
    " agree assure reassure remind notify brief apologize apologise plead beg protest object exclaim gush enthuse fume rail thunder"
    " blast snap shoot hint imply signal affirm attest aver avow posit postulate theorize theorise hypothesize reason rule order"
    " instruct request rebut refute dispute clarify specify elaborate summarize recount relate narrate describe email text blog"
    " caption sing recite interject interrupt persist rejoin implore confide confess certify guarantee threaten telegraph cable"
    " dictate decree stipulate underline underscore highlight submit advocate broadcast publish leak divulge volunteer venture sneer"
    " scoff taunt mock chide scold rebuke bemoan decry deplore hail toast pray preach lecture editorialize cite show find read bellow"
    " call cheer crow intone point".split()
)
# Verb and particle with an object: "ruled out talks", "brushed off the criticism".
PARTICLE_VERBS: dict[str, frozenset[str]] = {
    "rule": frozenset({"out"}),
    "lay": frozenset({"out"}),
    "set": frozenset({"out"}),
    "spell": frozenset({"out"}),
    "point": frozenset({"out"}),
    "single": frozenset({"out"}),
    "brush": frozenset({"off", "aside"}),
    "shrug": frozenset({"off"}),
    "laugh": frozenset({"off"}),
    "write": frozenset({"off"}),
    "wave": frozenset({"away", "off"}),
    "play": frozenset({"down", "up"}),
    "talk": frozenset({"up", "down"}),
    "turn": frozenset({"down"}),
    "shoot": frozenset({"down"}),
    "sum": frozenset({"up"}),
    "call": frozenset({"out"}),
}
# With a number in the object: "recorded 14 breaches", "put the toll at 22". Counting is saying.
COUNTING_VERBS = frozenset("record count document tally list put register log verify report estimate".split())
# Adjectives of holding something to be so: "is confident that", "were unsure whether", "is opposed to".
ATTITUDES = frozenset(
    "confident sure certain convinced adamant aware afraid worried concerned optimistic pessimistic hopeful skeptical sceptical proud"
    " glad unsure doubtful unaware fearful wary positive satisfied persuaded hesitant critical supportive opposed unconvinced cautious"
    " emphatic dismissive scathing unapologetic resentful angry sorry disappointed surprised shocked alarmed outraged dismayed"
    " saddened happy delighted pleased".split()
)
# The verbs that need nothing but a speaker and words: position and quotation marks tell what was said.
PLAIN_SPEECH = frozenset(
    "say tell add write tweet note explain state reply respond answer continue recall declare announce argue insist warn claim"
    " conclude remark comment observe ask shout yell report acknowledge admit joke quip predict confirm testify complain charge assert"
    " contend post reckon calculate estimate figure suggest cry exclaim begin agree counter retort stress emphasize lament boast think"
    " believe concede recount laugh read urge allege maintain".split()
)
# With a finite clause: thought, knowledge and feeling.
THOUGHT = frozenset(
    "believe think expect know feel fear hope understand realize realise suspect assume worry consider see hear learn decide"
    " determine calculate reckon guess imagine doubt recognize recognise remember forget wish discover notice perceive sense conclude"
    " trust anticipate foresee fancy figure deem judge regret resolve concern suppose envision dream gather appreciate presume want"
    " prefer demonstrate prove mean establish hold accept convince persuade".split()
)
# With an object these report where the subject is a text, a study or a picture: "polls show a close race".
DOCUMENT_VERBS = frozenset("show find reveal indicate suggest read demonstrate prove confirm".split())

# With a noun phrase as the content, and whatever completes it ("dismissed the claim as nonsense").
OBJECT_VERBS = frozenset(
    "attribute rebuff criticize criticise cite describe praise announce endorse attack reject oppose blast denounce defend mention"
    " discuss note tout blame accuse condemn acknowledge confirm deny dismiss question express demand propose report suggest urge"
    " promise declare explain reveal slam deride ridicule mock decry lament bemoan assail bash hail applaud welcome laud celebrate"
    " portray characterize characterise label brand dub liken credit estimate predict forecast project recommend advocate voice"
    " reiterate repeat stress emphasize emphasise underscore highlight disclose clarify outline detail rebuke chide scold lambaste"
    " castigate excoriate chastise fault refute rebut dispute contest contradict challenge support back favor favour approve recall"
    " remember recount allege admit concede claim assert proclaim pledge vow offer threaten propound espouse regret protest deplore"
    " repudiate disavow reference invoke quote echo second order request encourage implore thank congratulate invite summarize"
    " summarise address raise float want expect fear consider see view regard deem call name hope downplay underline trumpet extol"
    " flaunt bewail rue resent admire envision foresee anticipate warn caution advise remind assure reassure inform notify tell ask"
    " instruct beg tweet write say publish post indicate mull ponder weigh contemplate debate signal affirm vote hint insult belittle"
    " disparage vilify demonize pan knock rip hammer pummel torch skewer lash diss malign smear defame champion pitch"
    " promote peddle".split()
) - frozenset("vote say hope write hint lash tweet see address raise order knock rip hammer back promote celebrate remember".split())

# "Voiced concern at", "expressed grief over": the phrase after the noun is the thing.
VOICING = frozenset("express voice raise register convey air".split())
# Content from the object on: the object is the one asked, accused or called something.
OBJECT_WITH_COMPLEMENT = frozenset(
    "attribute accuse blame urge call describe portray characterize characterise label brand dub dismiss view regard deem consider"
    " see depict ask encourage implore beg advise instruct order want expect request invite hail denounce condemn criticize criticise"
    " praise fault cast paint name declare treat credit compare liken warn thank style term title rate ridicule mock deride slam blast"
    " reject identify".split()
)
# The one who is told is no part of what is said.
ADDRESSED = frozenset(
    "tell remind assure inform notify warn advise reassure ask promise show convince persuade brief teach caution".split()
)
# Only with a predicate for the object: "called him a traitor", "sees it as a threat"; without one they are no reports.
NEEDS_PREDICATE = frozenset(
    "call see view regard name consider cast paint treat rate title term style want identify expect ask credit deem attack blast"
    " hammer pummel torch challenge".split()
)

# With an infinitive that says what is meant to be done.
INFINITIVE_VERBS = frozenset(
    "vow promise pledge refuse decline want plan hope seek offer threaten agree expect intend aim propose decide ask urge request"
    " demand wish prefer claim swear plead advise encourage prepare determine resolve opt attempt long volunteer like fear".split()
) - frozenset("attempt prepare".split())

# Verb and preposition make the cue, the preposition's complement is the content.
PREPOSITIONS: dict[str, frozenset[str]] = {
    verb: frozenset(preps.split())
    for verb, preps in {
        "call": "for on upon",
        "warn": "of about against",
        "talk": "about of",
        "speak": "of about against out",
        "complain": "about of",
        "refer": "to",
        "point": "to",
        "allude": "to",
        "ask": "about for",
        "agree": "with on to",
        "disagree": "with about over",
        "object": "to",
        "respond": "to",
        "reply": "to",
        "react": "to",
        "comment": "on about",
        "joke": "about",
        "boast": "of about",
        "brag": "about",
        "rail": "against at",
        "lash": "out",
        "push": "for",
        "press": "for",
        "argue": "for against over",
        "advocate": "for",
        "appeal": "for to",
        "plead": "for",
        "lobby": "for against",
        "insist": "on",
        "worry": "about over",
        "wonder": "about",
        "think": "about of",
        "hope": "for",
        "dream": "of",
        "accuse": "of",
        "apologize": "for",
        "apologise": "for",
        "elaborate": "on",
        "dwell": "on",
        "focus": "on",
        "seize": "on",
        "weigh": "in",
        "inquire": "about",
        "hint": "at",
        "gripe": "about",
        "fret": "about over",
        "vote": "for against",
        "testify": "about to",
        "tweet": "about",
        "write": "about of",
        "decide": "on against",
        "side": "with",
        "campaign": "for against",
        "demonstrate": "for against",
        "protest": "against over",
        "caution": "against",
        "believe": "in",
        "approve": "of",
        "disapprove": "of",
        "know": "about of",
        "hear": "of about",
        "reflect": "on",
        "touch": "on",
        "opt": "for",
        "consent": "to",
        "swear": "by",
        "preside": "",
        "report": "on",
        "learn": "of about",
    }.items()
}
# Of these the plain preposition is too weak: it reports only with words in quotation marks or a source that speaks for a living.
WEAK_PREPOSITIONAL = frozenset(
    "vote believe know hear reflect touch opt focus swear preside report demonstrate protest side campaign lash weigh".split()
)

# Nouns whose complement clause or phrase is somebody's word: "the claim that", "his hope to".
CLAUSE_NOUNS = frozenset(
    "claim statement allegation accusation assertion suggestion contention argument belief view opinion warning promise pledge vow"
    " hope fear concern worry idea notion conclusion prediction expectation denial admission announcement declaration report rumor"
    " rumour charge complaint insistence theory estimate finding judgment conviction proposal recommendation demand request call"
    " threat plan offer decision assurance acknowledgment acknowledgement confession insinuation assessment understanding suspicion"
    " doubt confidence".split()
)
# Nouns with a preposition, where somebody has the view: "his support for", "their criticism of".
NOUN_PREPOSITIONS: dict[str, frozenset[str]] = {
    noun: frozenset(preps.split())
    for noun, preps in {
        "support": "for",
        "opposition": "to",
        "criticism": "of",
        "call": "for",
        "demand": "for",
        "praise": "for",
        "endorsement": "of",
        "condemnation": "of",
        "attack": "on",
        "rejection": "of",
        "denunciation": "of",
        "description": "of",
        "view": "of on",
        "accusation": "of",
        "allegation": "of",
        "claim": "of",
        "warning": "of about against",
        "request": "for",
        "plea": "for",
        "appeal": "for",
        "fear": "of",
        "hope": "of for",
        "concern": "about over",
        "question": "about",
        "remark": "about on",
        "comment": "about on",
        "statement": "on about",
        "denial": "of",
        "promise": "of",
        "threat": "of",
        "proposal": "for",
        "plan": "for",
        "advocacy": "of",
        "admission": "of",
        "announcement": "of",
        "assessment": "of",
        "idea": "of",
    }.items()
}

# A participle on one of these speaks for whoever issued it: "a statement saying".
DOCUMENTS = frozenset(
    "statement letter report email e-mail memo message post tweet note release interview speech article editorial column book study"
    " poll survey paper document ruling complaint lawsuit filing indictment affidavit resolution communique communiqué declaration"
    " blog op-ed ad advertisement petition transcript video audio recording call sign banner poster text".split()
)
# Common nouns that head a line with a colon as a name does: "Poll: ...", "Police: ...".
LABELS = frozenset("poll study report survey police official minister source analyst expert government ministry army military un".split())
# Those who speak without a name and without an article.
SPEAKER_NOUNS = frozenset(
    "activists officials witnesses residents police sources medics doctors analysts experts diplomats rebels militants authorities reports"
    " observers monitors critics lawmakers investigators prosecutors relatives villagers reporters journalists"
    " survivors rescuers soldiers".split()
)
# "Said in a statement": a phrase with one of these right after the verb belongs to the cue.
MEDIA = DOCUMENTS | frozenset(
    "conference briefing remarks testimony phone telephone telecast broadcast rally debate forum hearing facebook twitter instagram"
    " appearance address news telegram television tv radio court writing public private person response reply answer reference".split()
)
EVIDENCE = DOCUMENTS | frozenset(
    "data figure research evidence record statistic number analysis review investigation inquiry probe census image footage photo"
    " photograph finding result study audit estimate test autopsy examination".split()
)
MEDIA_PREPOSITIONS = frozenset("in during at on by via through".split())

# Passives without a source: "is expected to", "was accused of", "is known as", "is believed to".
PASSIVE_INFINITIVE = frozenset(
    "expect believe think say report know understand consider allege suppose rumor rumour presume deem project forecast".split()
)
PASSIVE_AS = frozenset(
    "know see describe view regard consider identify perceive portray brand dub call label treat refer characterize hail deem".split()
)
PASSIVE_OF = frozenset("accuse suspect charge convict".split())

# "X was quoted as saying"
QUOTED_AS = frozenset("quote cite report record".split())

# Nouns that end so are happenings and qualities, which say nothing, but for these bodies of people and pieces of writing.
ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ence", "ance", "ship", "ism", "ing", "ure", "age", "ery", "acy")
BODIES = frozenset(
    "administration association audience authority coalition commission committee community confederation congregation corporation"
    " delegation department embassy establishment faction federation foundation garrison government institution judiciary"
    " legislature leadership management majority minority ministry mission nation opposition organization organisation parliament"
    " partnership population police presidency regiment resistance secretariat senate soviet staff team union university village"
    " workforce youth king being sibling intelligence legislation constitution motion petition resolution declaration communication"
    " publication investigation information examination evaluation observation citation citizenship membership ownership"
    " chancellery nunciature magistrature city municipality entity fraternity charity clergy alliance insurance finance commerce"
    " conference summit advertising briefing filing hearing meeting message page image footage coverage language literature"
    " prosecution defence defense arrangement agreement document statement announcement assessment indictment argument comment"
    " amendment testament judgment judgement reading writing ruling finding recording reporting polling survey posting".split()
)
# Fillers and pointers that name nobody.
NEVER_SOURCES = frozenset("it there this that".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
