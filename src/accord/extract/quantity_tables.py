"""Word tables of the quantity rules: bounds, currencies, measures, and the words that make a number something else than a count."""

from __future__ import annotations

# Words before a number: how they move its range. "min": at least; "max": at most; "below": a little less; "about": both sides.
BOUNDS_BEFORE: dict[tuple[str, ...], str] = {
    tuple(words.split()): kind
    for kind, phrases in {
        "min":
            "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|minimum|more than|over|above"
            "|upwards of|upward of"
            "|in excess of|exceeding|exceeds|exceeded|greater than|well over|well above|far more than|much more than|just over"
            "|slightly more than|slightly over"
        "|better than|surpassing|surpassed|topped|upwards|>|north of",
        "max":
            "up to|as many as|as much as|at most|no more than|not more than|a maximum of|maximum of|fewer than|less than|under|below"
            "|well under"
        "|well below|far fewer than|far less than|<",
        "below":
            "nearly|almost|close to|just under|just below|slightly less than|slightly fewer than|slightly under|approaching|just"
            " short of|virtually",
        "about":
            "about|some|around|roughly|approximately|an estimated|estimated|circa|approx|approx.|an average of|something like|in the"
            " region of|in the order of"
        "|perhaps|maybe|~|on the order of|somewhere around",
    }.items()
    for words in phrases.split("|")
}  # fmt: skip
BOUNDS_AFTER: dict[tuple[str, ...], str] = {
    ("or", "more"): "min", ("and", "more"): "min", ("or", "so"): "about", ("or", "fewer"): "max", ("or", "less"): "max", ("at",
    "least"): "min",
    ("at", "most"): "max", ("-", "odd"): "about", ("odd",): "about", ("-", "plus"): "min", ("plus",): "min", ("+",): "min", ("at",
    "the", "least"): "min",
}  # fmt: skip
LONGEST_BOUND = max(map(len, BOUNDS_BEFORE))
# "About 30" is read as 27 to 33, "nearly 30" as 27 to 30.
SLACK = 0.1

CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "sterling": "GBP", "¥": "JPY", "yen": "JPY", "jpy": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rmb": "CNY", "cny": "CNY", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "rupee": "INR",
    "rupees": "INR", "₹": "INR", "rs": "INR", "rs.": "INR", "franc": "CHF", "francs": "CHF", "a$": "AUD", "au$": "AUD", "aud": "AUD",
    "c$": "CAD", "cad": "CAD", "nz$": "NZD", "hk$": "HKD", "won": "KRW", "₩": "KRW", "lira": "TRY", "liras": "TRY", "₺": "TRY",
    "hryvnia": "UAH",
    "hryvnias": "UAH", "₴": "UAH", "shekel": "ILS", "shekels": "ILS", "₪": "ILS", "peso": "MXN", "pesos": "MXN", "real": "BRL",
    "reais": "BRL",
    "riyal": "SAR", "riyals": "SAR", "rial": "IRR", "rials": "IRR", "rand": "ZAR", "naira": "NGN", "krona": "SEK", "kronor": "SEK",
    "zloty": "PLN",
    "zlotys": "PLN", "mark": "DEM", "marks": "DEM", "cent": "USD", "cents": "USD", "bolivar": "VES", "bolivars": "VES",
}  # fmt: skip
# Names that are also common words: money only right behind a scale or digits, never alone before them.
CURRENCY_SYMBOLS = frozenset(
    ("$", "us$", "€", "£", "¥", "₹", "a$", "au$", "c$", "nz$", "hk$", "₩", "₺", "₴", "₪", "usd", "eur", "gbp", "rs", "rs.")
)
NATIONS_OF_MONEY = {
    "canadian": "CAD", "australian": "AUD", "hong": "HKD", "singapore": "SGD", "taiwan": "TWD", "u.s.": "USD", "us": "USD",
    "american": "USD",
    "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP", "pakistani": "PKR", "indian": "INR", "french": "FRF", "swiss": "CHF",
    "german": "DEM",
    "colombian": "COP", "chilean": "CLP", "argentine": "ARS", "philippine": "PHP", "cuban": "CUP", "saudi": "SAR", "iranian": "IRR",
}  # fmt: skip
PERCENT = frozenset(("%", "percent", "pct", "percentage"))

# Units that nothing befalls: a number of them after "killed" is when or where, not whom.
TIME_UNITS = frozenset(
    "second minute hour day week month year decade century fortnight night weekend quarter morning evening afternoon millennium weeknight"
    " season summer winter time occasion generation".split()
)
MEASURES = frozenset(
    "kilometer kilometre km mile meter metre yard foot inch centimeter centimetre acre hectare kilo kilogram kg gram ton tonne"
    " pound ounce gallon"
    " liter litre barrel degree knot mph kph watt megawatt kilowatt mw volt byte point percent percentage dollar euro mm cm"
    " caliber calibre".split()
)
# Words before digits that make them a name: "Resolution 598", "Flight 655", "No. 10".
NAME_WORDS = frozenset(
    "no no. number nos nos. # article section chapter clause paragraph page pages resolution flight route highway interstate"
    " channel room boeing airbus"
    " psalm verse act title volume vol. issue phase level line lines apartment apt suite gate terminal platform unit bus train"
    " block sector zone"
    " district precinct division battalion brigade regiment group type model mark formula area decree law order directive"
    " proposition amendment"
    " area-code tel tel. phone telephone fax ext. extension call dial box p.o. pier runway version windows catch apollo soyuz"
    " protocol bill exit"
    " covid freedom agenda vision horizon".split()
)
CLOCK_AFTER = frozenset("a.m a.m. p.m p.m. am pm o'clock gmt utc est edt et pst pdt cet hrs hours noon midnight".split())
# "The mother of three" counts her children.
PARENTS = frozenset("mother father parent parents dad mum mom widow widower grandmother grandfather".split())
# Adjectives that stand for people where no noun follows ("the death of one civilian").
PEOPLE_BY_ADJECTIVE = frozenset(
    "civilian civilians militant militants rebel rebels national nationals female females male males juvenile juveniles".split()
)
AGE_BEFORE = frozenset(("aged", "age", "ages"))
# Ordinals that name a part of time or a place, not a place in a series of happenings.
NOT_COUNTED_BY_ORDINAL = frozenset(
    "quarter century half floor day week month year decade person lady hand world class degree avenue street st. district".split()
)
COUNT_ZERO_NOUNS = {
    "casualty": "casualties", "death": "killed", "fatality": "killed", "injury": "injured", "victim": "casualties", "arrest": "arrested",
    "survivor": "survived",
}  # fmt: skip
NOBODY = frozenset(("none", "nobody"))
PERSONS = {
    "people": "person",
    "persons": "person",
    "folks": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "bodies": "body",
}
MEMBERS = ("including", "among them", "amongst them", "of whom", "of them", "of which", "among whom")
