"""Word tables of the time rules: months, weekdays, units, seasons, parts of the day, and words that refer without a date."""

from __future__ import annotations

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
    "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7, "mon": 1, "tue": 2, "tues": 2,
    "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
# Unit words to TIMEX3 units; "T..." ones are clock units. DE and CE are decade and century, Q quarter, WE weekend.
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "F", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE", "millennium": "ML", "centurie": "CE", "millennia": "ML",
}  # fmt: skip
# Duration of one unit: how many of which TIMEX3 unit.
DURATIONS = {
    "TS": (1, "TS"), "TM": (1, "TM"), "TH": (1, "TH"), "D": (1, "D"), "W": (1, "W"), "F": (2, "W"), "M": (1, "M"), "Q": (3, "M"),
    "Y": (1, "Y"), "DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "WE": (2, "D"),
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "mornings": "MO", "afternoons": "AF", "evenings": "EV",
    "nights": "NI",
    "nighttime": "NI", "daytime": "DT", "midday": "MI", "dawn": "MO", "dusk": "EV", "lunchtime": "MI",
}  # fmt: skip
MODS = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START", "outset": "START", "late": "END", "later": "END",
    "end": "END",
    "close": "END", "mid": "MID", "middle": "MID", "midst": "MID",
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX", "nearly": "LESS_THAN",
    "almost": "LESS_THAN", "just under": "LESS_THAN", "less than": "LESS_THAN", "under": "LESS_THAN", "fewer than": "LESS_THAN",
    "more than": "MORE_THAN", "over": "MORE_THAN", "well over": "MORE_THAN", "just over": "MORE_THAN", "at least": "EQUAL_OR_MORE",
    "up to": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS", "within": "EQUAL_OR_LESS",
    "at most": "EQUAL_OR_LESS",
    "only": "", "just": "", "exactly": "", "sometime": "", "well": "", "at about": "APPROX", "at around": "APPROX", "shortly": "",
}  # fmt: skip
# "last", "this", "next" and their kin: steps from the anchor, and whether the anchor is the day of publication or the time told last.
SHIFTS = {
    "last": (-1, "published"), "past": (-1, "published"), "this past": (-1, "published"), "this last": (-1, "published"),
    "this": (0, "published"), "current": (0, "published"), "present": (0, "published"), "the current": (0, "published"),
    "next": (1, "published"), "coming": (1, "published"), "this coming": (1, "published"), "upcoming": (1, "published"),
    "this next": (1, "published"),
    "previous": (-1, "told"), "preceding": (-1, "told"), "prior": (-1, "told"), "following": (1, "told"), "ensuing": (1, "told"),
    "same": (0, "told"), "that": (0, "told"), "that same": (0, "told"), "very same": (0, "told"), "very next": (1, "told"),
    "latest": (-1, "published"),
}  # fmt: skip
ORDINALS = {
    w: i
    for i, w in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
            " sixteenth seventeenth"
        " eighteenth nineteenth twentieth".split(),
        1,
    )
} | {
    "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26,
    "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}
REFERENCES = {
    **dict.fromkeys(("now", "currently", "right now", "at the moment", "at present", "nowadays", "these days", "for the moment", "current",
                     "by now", "until now", "for now", "the present"), "PRESENT_REF"),
    **dict.fromkeys(("recently", "more recently", "most recently", "the past", "recent", "lately",
                     "the recent past", "in the past"), "PAST_REF"),
    **dict.fromkeys(("the future", "the near future", "the foreseeable future", "the not-too-distant future", "the near term",
                     "the short term", "the long term", "near future"), "FUTURE_REF"),
}  # fmt: skip
FREQUENCIES = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y",
    "hourly": "PT1H", "biweekly": "P2W", "fortnightly": "P2W", "bimonthly": "P2M", "biannual": "P2Y", "biennial": "P2Y",
}  # fmt: skip
# Feasts on a fixed day; the others are "weekday n of month" (negative: from the end).
HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "new year's eve": (12, 31), "new year's day": (1, 1),
    "new years day": (1, 1), "new years eve": (12, 31), "boxing day": (12, 26), "valentine's day": (2, 14), "halloween": (10, 31),
    "fourth of july": (7, 4), "bastille day": (7, 14), "veterans day": (11, 11), "armistice day": (11, 11),
    "may day": (5, 1),
}  # fmt: skip
MOVABLE = {
    "thanksgiving day": (11, 4, 4),
    "thanksgiving": (11, 4, 4),
    "labor day": (9, 1, 1),
    "memorial day": (5, 1, -1),
    "columbus day": (10, 1, 2),
}
# Days that name an event: month and day, its year, and the words behind it that tell it from the same day of another year.
_ATTACK_WORDS = (
    "attack attacks terror terrorist terrorists hijacker hijackers hijacking hijackings conspiracy plot plotter plotters strikes"
)
NAMED_DAYS = {
    (9, 11): (2001, frozenset(f"{_ATTACK_WORDS} commission victims".split())),
    (1, 6): (2021, frozenset("riot rioters riots insurrection attack committee siege defendants".split())),
    (10, 7): (2023, frozenset("attack attacks massacre assault atrocities onslaught hamas hostages".split())),
    (7, 7): (2005, frozenset("bombings bombing attacks bombers".split())),
    (6, 4): (1989, frozenset("crackdown massacre killings".split())),
    (3, 11): (2011, frozenset("earthquake quake tsunami disaster".split())),
    (11, 26): (2008, frozenset("attacks".split())),
}  # fmt: skip
# Verbs whose present tense speaks of what is set to happen ("the summit opens on Monday").
SCHEDULED = frozenset(
    "begin start open meet arrive leave visit travel fly host hold take kick attend vote end expire close resume return convene"
    " gather go depart"
    " launch face come head elapse mark play run enter conclude reopen fall"
    " land walk sign speak address welcome receive hear decide publish release unveil stage celebrate wrap finish lapse step"
    " assemble embark retire"
    " kick debate consider inaugurate flies debut premiere testify appear".split()
)
FUTURE_AUX = frozenset("will shall 'll ’ll would wo may might must should could".split())
# Of "until Tuesday" behind a past tense: what was put off lies ahead, what went on lies behind.
PUT_OFF = frozenset(
    "postpone delay extend adjourn suspend defer put remand schedule set give prolong push reschedule recess reserve".split()
)
# Happenings that are spoken of before they come, so that "Saturday's vote" follows the tense of its clause.
AWAITED = frozenset(
    "vote election meeting summit talk match game deadline referendum hearing ceremony poll parade session conference debate"
    " visit trip launch race"
    " final trial strike march protest rally funeral inauguration runoff ballot opening start test".split()
)
# Happenings that nobody sets a day for: named with its day, such a one is over ("the Jan. 6 Capitol riot").
UNFORESEEN = frozenset(
    "attack assault riot insurrection bombing shooting explosion blast crash earthquake quake tsunami massacre killing murder coup accident"
    " disaster siege storming fire collapse derailment spill stabbing kidnapping ambush incident outbreak tragedy".split()
)
# Words of one who speaks: a day beside them is when it was said, whatever is said of what is to come.
TELLING = frozenset("comment remark interview statement briefing conference tweet email letter note memo testimony".split())
# "In advance of his visit on Thursday", "ahead of a Wednesday vote": what is named is to come.
AHEAD = frozenset("ahead advance runup eve".split())
# What "could" says of the past: what could be seen or found, not what may come.
PERCEIVED = frozenset("hear see smell feel find locate reach verify confirm determine learn tell identify trace contact establish".split())
# Words before a happening that is over.
BEHIND = frozenset("after following since wake aftermath".split())
FUTURE_WORDS = frozenset(
    "scheduled due set expected planned planning plans plan slated upcoming forthcoming intends intend hopes hope likely about"
    " bound".split()
)
