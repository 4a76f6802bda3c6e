"""Word lists by which names of places are told from other names."""

from __future__ import annotations

import re

from accord.extract.time_tables import MONTHS, WEEKDAYS

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
TIME_LABELS = frozenset({"DATE", "TIME", "MONEY"})
# Labels whose names are no places, whatever a gazetteer says.
OTHER_LABELS = frozenset("DATE TIME MONEY PERCENT QUANTITY ORDINAL CARDINAL WORK_OF_ART LAW LANGUAGE EVENT PRODUCT NORP".split())
PREPOSITIONS = frozenset(
    "in at near from to outside around toward towards into through across of over throughout inside between via off".split()
)
# Prepositions behind which a name that a gazetteer knows is taken for a place, whatever the parser labelled it.
LOCATIVE = frozenset("in near outside throughout across around into inside".split())
WEAKLY_LOCATIVE = frozenset("at from to toward towards via through between over off".split())
# "The town of X", "X province": nouns of places that are named after them or before them.
PLACE_NOUNS = frozenset(
    "city town village hamlet township borough municipality district province region state county parish governorate"
    " department prefecture"
    " suburb neighborhood neighbourhood settlement port capital island islands peninsula community territory canton oblast camp"
    " commune locality archipelago slum enclave subdivision barangay outskirts".split()
)
# Words that make one name with the name before them; capitalised only.
KIND_SUFFIXES = frozenset(
    "County Parish Township Borough Province District Region State Governorate Prefecture Oblast Island Islands Village City Town"
    " Municipality Territory".split()
)
COUNTY_WORDS = frozenset({"County", "Parish"})
# "Dublin Road" is in no Dublin.
STREETS = frozenset(
    "Street St. St Str. Avenue Ave Ave. Road Rd. Rd Drive Dr. Dr Lane Ln. Ln Boulevard Blvd. Blvd Highway Hwy. Hwy Way Trail Court Ct."
    " Ct Place Parkway Pkwy. Pike Turnpike Circle Terrace Interstate Route Hall Ridge Club Freeway Expressway Crescent Alley"
    " Bridge Tower Towers"
    " Building Mall Plaza Square Inn Hotel Lounge Cafe Restaurant Theater Theatre Church Cathedral Cemetery".split()
)
# Institutions of a place: in front of them its name is a place ("Alexandria Police"), in front of others part of a name ("Dallas Cowboys").
INSTITUTIONS = frozenset(
    "Police Fire Firefighters Sheriff Sheriffs Department Dept. City County Council Councillor Schools High Court Courthouse"
    " Board Public"
    " Volunteer Superior Supreme Municipal Chamber Airport International Township Regional Community Unified Independent Water Health"
    " Legislature Senate House Guard State Highway Mayor Gov. Governor Attorney Assembly Parliament Village Town Planning Commission"
    " District Area Emergency Ambulance Borough Crown Magistrates Metropolitan Metro Superintendent Detective Detectives Policemen"
    " Commissioner Commissioners Selectmen Aldermen Crimestoppers".split()
)
# Institutions that bear names of persons as often: in front of them only a name that is told as a place elsewhere is one.
LIKELY_INSTITUTIONS = frozenset(
    "School Elementary Middle University College Hospital Medical Library Zoo Park Center Centre Middle Museum Festival Fair"
    " Road National"
    " Christian Catholic Lutheran Baptist Methodist First Senior Junior Branch Clerk Campus Post VFW Legion Republican Democratic".split()
)
# Bodies of a city: the "City" before them is theirs in "Boise City Council" and the town's in "Kansas City Council".
CITY_BODIES = frozenset(
    "Council Hall Manager Attorney Clerk Commission Commissioner Court Jail Engineer Councilman Councilwoman Schools".split()
)
COMPANY_WORDS = frozenset("Co Co. Corp Corp. Inc Inc. Ltd Ltd. PLC Plc plc LLC LP AG SA NV Holdings Bancorp Industries Cos. Cos".split())
ARTICLES = frozenset("al el as ar an ad az at abu umm bani beit bayt deir dayr kafr kfar khan tal tell tel ain ras jabal".split())
# What follows a street's name in lower case.
STREET_NOUNS = frozenset(
    "street streets avenue avenues road roads boulevard boulevards drive drives lane lanes highway intersection".split()
)
# Names that a gazetteer knows and news mean otherwise.
NEVER = frozenset("white house|earth|duma|supreme court|homeland security|wall street journal|capitol hill|us|eu|un".split("|"))
# People and bodies of a place that are named by it: "an Akron man", "Larissa police".
LOCALS = frozenset(
    "man woman men women resident residents native natives couple teen teenager boy girl police officer officers official"
    " officials family"
    " mayor council councillor councilman councilwoman businessman businesswoman resident area authorities firefighters"
    " municipality province district governorate county region governor suburb suburbs neighborhood neighbourhood airport bureau"
    " based born bound headquarters hospital prison jail school schools university zoo border courthouse".split()
)
# Institutions named by "of": "the University of Hartford" stands there.
SEATED = frozenset(
    "University Universities City Town Village Port Borough Township Archdiocese Diocese Hospital Municipality Republic".split()
)
# Words that may stand inside a name of several words.
CONNECTORS = frozenset("of de la le les los las del du da dos el al am an der den sur on upon and the".split())
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern"
    " northwestern southeastern"
    " southwestern central upper lower greater downtown metropolitan inner outer mid rural suburban uptown".split()
)
FACILITIES = frozenset("Airport University International Airfield Base Port".split())
NATURE = frozenset(
    "River Lake Mountains Mountain Valley Bay Sea Ocean Gulf Strait Desert Delta Peninsula Island Islands Forest Park Creek Beach Basin"
    " Canyon Falls Coast Range Plateau Plain Plains Hills Hill Springs Harbor Harbour Cape Isle Isles Glacier Reef Archipelago Canal"
    " Refuge Reservoir Dam Pass Point".split()
)
NOT_PLACES = frozenset(
    "god internet congress senate house white democrat republican democrats republicans star west east north south web media"
    " university college council board street court park center centre church hospital school union police army navy parliament"
    " christmas easter republic central northern southern eastern western metro most many much such other both each"
    " president minister chief judge king queen prince princess mayor general bishop pope lord lady sir mr mrs ms dr"
    " bank gulf strait coast delta bay peninsula mainland atlantic pacific"
    " highway interstate route road city county state district downtown airport port of village town region refuge valley labor"
    " conservation labour justice homeland earth health education agriculture commerce energy interior treasury"
    " transportation defense defence hall"
    " section zone sector phase lot unit building room floor class grade team group union alliance movement party".split()
) | frozenset(w for w in (*MONTHS, *WEEKDAYS) if len(w) > 5 or w in {"march", "april", "may", "june", "july"})
PARTY = re.compile(r"(?:R|D|DFL|I|GOP)[-–](?=[A-Z])")
PARTIES = frozenset({"R", "D", "DFL", "I", "GOP"})
SAINTS = frozenset({"st", "ste", "ft", "mt"})
# First words of names: what follows them is no name by itself.
PREFIXES = frozenset(
    "New St. St Saint Santa San Santo Sao São Port Fort Ft. Mount Mt. Lake Los Las La El Le North South East West Upper Lower Old Great"
    " Little Cape Point Glen Royal".split()
)
NUMBERED = re.compile(r"(?i)(?:interstate|highway|route|hwy|i|u\.?s\.?|m|exit|state road|county road)\.?[ -]?\d")
# Words of one state's affairs: they tell where a report plays even if it names no state.
NATIONAL_WORDS: dict[str, frozenset[str]] = {
    "USA": frozenset(
        "sheriff county democrat democrats republican republicans freshman sophomore interstate ncaa medicaid medicare fbi gop"
        " elementary"
        " alderman selectmen statehouse countywide townhall superintendent baptist ymca".split()
    ),
    "GBR": frozenset("constabulary mp mps tory tories labour nhs whitehall councillor councillors pensioner ofsted a-levels".split()),
    "CAN": frozenset("rcmp mla mpp ndp".split()),
    "IRL": frozenset("garda gardai gardaí taoiseach oireachtas dail dáil".split()),
    "IND": frozenset("crore lakh bjp lok sabha panchayat".split()),
    "RUS": frozenset("duma kremlin rubles roubles oblast".split()),
    "ISR": frozenset("knesset likud shekels idf kibbutz".split()),
    "PHL": frozenset("barangay barangays".split()),
    "DEU": frozenset("bundestag bundesliga".split()),
    "AUS": frozenset("afp nrl".split()),
}
