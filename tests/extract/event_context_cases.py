"""Sentences with the contexts that their event has, and with contexts that it only seems to have.

`*` follows the trigger, ` / ` begins the words outside the event's clause; `word=lemma` where the lemma is not the word in lower case.
Capitalised words are names but for the first; verbs are marked `word=lemma:V`.
"""

from __future__ import annotations

# Context -> sentences that have it, sentences that do not.
CASES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "military": (
        (
            "The army shelled* the village",
            "Spain sent* two warships=warship to the gulf",
            "The Pentagon announced* a withdrawal of troops=troop",
            "Airstrikes=airstrike killed* nine people",
        ),
        (
            "The Salvation Army fed* the poor",
            "Fighters of the Free Syrian Army seized* a depot",
            "Police beat* a student / near an army base",
        ),
    ),
    "intelligence": (
        (
            "Oslo expelled* two Russian spies=spy",
            "The CIA trained* the rebels",
            "Berlin accused* Cairo of espionage",
            "The intelligence chief met* the king",
        ),
        ("Firms invested* in artificial intelligence", "The Secret Service arrested* a man", "He praised* the spy novel"),
    ),
    "executive": (
        (
            "The prime minister met* farmers",
            "The cabinet rejected* the plan",
            "President Tokayev visited* Rome",
            "The ministry promised* help",
        ),
        (
            "The university president thanked* donors",
            "Critics mocked* the former president",
            "Rebels burned* a bus / while the minister watched",
        ),
    ),
    "legislative": (
        (
            "Lawmakers=lawmaker approved* the pact",
            "The Senate blocked* the nomination",
            "The Knesset debated* the draft",
            "Deputies passed* the bill",
        ),
        ("The party congress praised* him", "The African National Congress endorsed* her", "He refused* to foot the bill"),
    ),
    "election": (
        (
            "Voters=voter rejected* the plan",
            "Observers criticized* the presidential election",
            "The candidate accused* his rival",
            "The party asked* for a recount",
        ),
        ("Farmers blamed* the factory for polluted runoff", "The king appointed* a judge"),
    ),
    "political_institutions": (
        (
            "Deputies impeached=impeach* the president",
            "The king agreed* to a power-sharing deal",
            "Officers launched* a coup",
            "The interim government promised* calm",
        ),
        ("The visit was hailed* as a diplomatic coup", "The team reshuffled* its defense"),
    ),
    "pro_democracy": (
        (
            "Students demanded* democratic reforms=reform",
            "The generals=general promised* a return to civilian rule",
            "Police freed* a pro-democracy activist",
            "The envoy urged* free and fair elections",
        ),
        ("Democratic senators=senator met* the envoy", "The army promised* an end to the fighting"),
    ),
    "pro_autocracy": (
        (
            "The general=general declared* martial law",
            "The junta jailed* nine monks",
            "Lawmakers agreed* to scrap term limits",
            "The ruler moved* to suspend the constitution",
        ),
        ("The court declared* the law void", "The film was hailed* as a publicity coup"),
    ),
    "economic": (
        (
            "Ottawa imposed* tariffs=tariff on steel",
            "The central bank refused* a bailout",
            "Both agreed* on a free-trade deal",
            "The IMF lent* Accra a billion",
        ),
        ("The rivals traded=trade:V* insults", "The trade union protested*", "The group struck* the World Trade Center"),
    ),
    "legal": (
        (
            "A court convicted* the colonel",
            "Prosecutors=prosecutor charged* the mayor",
            "Rome extradited* him after the trial",
            "The victims sued=sue:V* the bank",
        ),
        ("The law firm hired* a poet", "Doctors halted* the clinical trial", "Her mother-in-law thanked* them"),
    ),
    "reparations": (
        (
            "Namibia demanded* reparations=reparation",
            "Paris agreed* to the restitution of bronzes",
            "The state paid* compensation to the families",
            "The firm promised* to compensate the victims=victim",
        ),
        ("Shareholders rejected* the executive compensation", "Teams negotiated* a truce"),
    ),
    "human_rights": (
        (
            "The envoy condemned* human rights abuses",
            "Guards tortured* a prisoner / amid crimes against humanity",
            "Amnesty International accused* Minsk",
            "The panel blamed* both for war crimes=crime",
        ),
        ("The group met* the mayor / said the Syrian Observatory for Human Rights", "The channel bought* the film rights"),
    ),
    "rights_freedoms": (
        (
            "Reporters demanded* press freedom",
            "The council condemned* censorship",
            "The junta imposed* a curfew",
            "Marchers called* for civil liberties",
        ),
        ("The channel bought* the broadcasting rights", "The journalist met* the mayor"),
    ),
    "repression": (
        (
            "Police fired* tear gas",
            "Troops moved* to quell protests=protest",
            "Riot police beat* students",
            "The regime jailed=jail:V* activists=activist / for the repression of dissent",
            "Police used* water cannon",
        ),
        ("The king praised* the police", "The mayor announced* a crackdown on litter"),
    ),
    "human_security": (
        (
            "The agency delivered* food",
            "Engineers restored* the electricity supply",
            "The city evicted=evict:V* tenants",
            "Turkey sent* humanitarian aid",
        ),
        ("Prisoners began* a hunger strike", "The leaders had* a food fight", "The bomb shelter hosted* a meeting"),
    ),
    "gender": (
        (
            "Women=woman demanded* equal pay",
            "The court banned* abortion",
            "The singer accused* him of sexual harassment",
            "The union backed* women=woman 's rights",
        ),
        ("Women=woman carried* flags", "The women of the village met* the king"),
    ),
    "lgbt": (
        (
            "Police banned* the pride march",
            "Lawmakers legalized* same-sex marriage",
            "The mayor met* gay activists",
            "Two men were jailed* / because homosexuality is a crime there",
        ),
        ("The minister married* in Rome", "The team took pride in what it built*"),
    ),
    "religion_ethnicity": (
        ("The Vatican condemned* the war", "Gunmen attacked* a mosque", "The rabbi thanked* the mayor", "Clashes followed* ethnic tension"),
        (
            "The Muslim Brotherhood lost* the vote",
            "The Christian Democrats=democrat backed* her",
            "The president of the Jewish state visited* Cairo",
        ),
    ),
    "inequality": (
        (
            "Marchers protested* against income inequality",
            "The party promised* a wealth tax",
            "The plan cut* poverty",
            "Unions denounced* the pay gap",
        ),
        ("The rich man visited* Rome", "The gap in the wall was closed*"),
    ),
    "diplomatic": (
        (
            "The ambassador met* the king",
            "The envoys=envoy signed* a treaty",
            "Both agreed* to restore diplomatic relations",
            "The Security Council condemned* the raid",
        ),
        ("Climbers reached* the camp", "Police arrested* a man / said an ambassador"),
    ),
    "territory": (
        (
            "Moscow annexed=annex:V* the region",
            "Settlers=settler attacked* farmers",
            "Separatists=separatist shelled* the town",
            "Beijing claimed* sovereignty over the reef",
        ),
        ("They disputed=dispute:V* the bill", "The firm paid* a settlement"),
    ),
    "peacekeeping": (
        (
            "Rebels attacked* peacekeepers=peacekeeper",
            "Nepal sent* a peacekeeping force",
            "UNIFIL reported* a raid",
            "Militiamen clashed* / before the observer mission left",
        ),
        ("The envoy praised* the peace plan", "Police kept* order"),
    ),
    "health": (
        (
            "Cuba sent* vaccines=vaccine",
            "The World Health Organization urged* calm",
            "The mayor closed* schools / after the cholera epidemic",
            "Chad asked* for medical aid",
        ),
        (
            "The outbreak of fighting delayed* the talks",
            "The aides praised* his health",
            "The bank warned* about the health of the economy",
        ),
    ),
    "asylum": (
        (
            "Quito granted* him asylum",
            "Asylum seekers=seeker protested*",
            "Vienna refused* the asylum claim",
            "Malta sent back* a boat / whose passengers sought refugee status",
        ),
        ("Guests found* refuge in a barn", "The envoy fled* the storm"),
    ),
    "migration": (
        (
            "Kenya sheltered* refugees=refugee",
            "Italy turned back* migrants=migrant",
            "Washington deported=deport:V* nine men",
            "Frontex blamed* Libya",
        ),
        ("The birds returned*", "Tourists thanked* the pilot"),
    ),
    "disasters": (
        (
            "Japan sent* aid / after the earthquake",
            "Rescue workers=worker thanked* the navy",
            "Hurricane Ida killed* nine people",
            "Nepal asked* for help / after flooding",
        ),
        ("The party won* a landslide victory", "The vote caused* a political earthquake", "The agency blamed* a flood of complaints"),
    ),
    "natural_resource": (
        ("Kuwait cut* oil output", "Miners=miner struck* in Zambia", "OPEC met* in Vienna", "Kyiv closed* the gas pipeline"),
        ("The museum bought* an oil painting", "Shops rationed* olive oil", "Planes dropped* a barrel bomb"),
    ),
    "environment": (
        (
            "Both agreed* on carbon emissions=emission",
            "Greenpeace blocked* the port",
            "The town sued* over pollution",
            "Leaders met* / to fight climate change",
        ),
        ("He blamed* the political climate", "The bank praised* the business climate"),
    ),
    "technology": (
        (
            "Washington banned* semiconductors=semiconductor",
            "Huawei denied* the charge",
            "India launched* a spacecraft",
            "Both agreed* on artificial intelligence",
        ),
        ("Emotional intelligence helped* the envoy", "The factory hired* ten men"),
    ),
    "terrorism": (
        (
            "A suicide bomber killed* nine",
            "Jihadists=jihadist seized* the town",
            "Troops arrested* a man / accused of terrorism",
            "ISIS claimed* the attack",
        ),
        ("Reign of terror ended* in Paris", "Farmers attacked* a wolf"),
    ),
    "cbrn": (
        (
            "Tehran rejected* a nuclear deal",
            "Planes dropped* sarin",
            "The IAEA visited* the plant",
            "Damascus denied* / that it has chemical weapons=weapon",
        ),
        ("Both agreed* on a nuclear power plant", "The party called* a vote to end the nuclear option"),
    ),
    "cyber": (
        (
            "Seoul blamed* hackers=hacker",
            "The gang used* ransomware",
            "London denounced* the cyber attack",
            "The ministry sued* / after the data breach",
        ),
        ("Youths hacked=hack:V* to death a farmer", "He called* the senator a political hack"),
    ),
    "misinformation": (
        (
            "Kyiv denounced* disinformation",
            "The troll farm backed* him",
            "Brussels accused* Moscow of election interference",
            "The senator spread* a conspiracy theory",
        ),
        ("The mayor denied* the report", "The film won* a prize / after false starts"),
    ),
    "crime": (
        (
            "The man was accused* of murder",
            "Gangs=gang kidnapped=kidnap:V* a priest",
            "The FBI investigated* the firm",
            "Thieves=thief attacked* a guard",
        ),
        (
            "The court heard* of war crimes=crime",
            "Nothing but character assassination was alleged*",
            "The mayor was accused* of the crime of bribery",
        ),
    ),
    "corruption": (
        (
            "The governor denied* taking bribes=bribe",
            "Prosecutors charged* him with graft",
            "Protesters decried* corruption",
            "The mayor resigned* / over a slush fund",
        ),
        ("Surgeons praised* the skin graft", "The file was called* corrupt data"),
    ),
    "illegal_drugs": (
        ("Police seized* cocaine", "The cartel attacked* a mayor", "Bogota extradited* a drug lord", "Two men were jailed* / for heroin"),
        ("The drug company sued* its rival", "Doctors praised* the new drug"),
    ),
    "trafficking": (
        (
            "Police arrested* smugglers=smuggler",
            "The court jailed* a human trafficker",
            "Athens accused* him of arms trafficking",
            "The ship was seized* / with contraband",
        ),
        ("The mayor promised* less traffic", "Traders met* in Lagos"),
    ),
}
