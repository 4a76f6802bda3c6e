"""Words before or after a personal name -> title, gender and whether the title is past."""

from __future__ import annotations

from accord.knowledge.roles import longest_role

# Forms of address and ranks that no table of roles lists; the value is what the title reads as ("" adds nothing).
HONORIFICS = {
    "mr": "", "mr.": "", "mrs": "", "mrs.": "", "ms": "", "ms.": "", "miss": "", "dr": "", "dr.": "", "sir": "", "lord": "lord",
    "lady": "lady",
    "dame": "", "rev": "reverend", "rev.": "reverend", "reverend": "reverend", "prof": "professor", "prof.": "professor",
    "professor": "professor",
    "gen": "general", "gen.": "general", "lt": "lieutenant", "lt.": "lieutenant", "maj": "major", "maj.": "major", "col": "colonel",
    "col.": "colonel",
    "capt": "captain", "capt.": "captain", "sgt": "sergeant", "sgt.": "sergeant", "cpl.": "corporal", "adm.": "admiral",
    "brig.": "brigadier",
    "cmdr.": "commander", "sen": "senator", "sen.": "senator", "sens.": "senator", "rep": "representative", "rep.": "representative",
    "reps.": "representative", "gov": "governor", "gov.": "governor", "pres.": "president", "sec.": "secretary", "hon.": "", "saint": "",
    "st.": "",
    "president": "president", "premier": "premier", "king": "king", "queen": "queen", "prince": "prince", "princess": "princess",
    "pope": "pope",
    "emir": "emir", "sheikh": "sheikh", "sultan": "sultan", "emperor": "emperor", "ayatollah": "ayatollah", "imam": "imam",
    "mullah": "mullah",
    "cardinal": "cardinal", "father": "father", "sister": "sister", "rabbi": "rabbi", "chancellor": "chancellor", "comrade": "",
    "señor": "",
    "congressman": "representative", "congresswoman": "representative", "first": "first", "lady,": "lady", "sheriff": "sheriff",
    "detective": "detective",
    "judge": "judge", "justice": "justice", "coach": "coach", "officer": "officer", "secretary": "secretary", "minister": "minister",
    "leader": "leader", "chief": "chief", "director": "director", "chairman": "chairman", "attorney": "attorney",
    "ambassador": "ambassador",
    "envoy": "envoy", "spokesman": "spokesman", "spokeswoman": "spokeswoman", "spokesperson": "spokesperson", "commander": "commander",
    "senator": "senator", "governor": "governor", "mayor": "mayor", "commissioner": "commissioner", "taoiseach": "taoiseach",
    "speaker": "speaker",
    "general": "general", "colonel": "colonel", "major": "major", "captain": "captain", "lieutenant": "lieutenant", "admiral": "admiral",
    "marshal": "marshal", "brigadier": "brigadier", "sergeant": "sergeant", "bishop": "bishop", "archbishop": "archbishop",
    "footballer": "footballer",
    "analyst": "analyst", "researcher": "researcher", "expert": "expert", "economist": "economist", "negotiator": "negotiator",
    "negotiators": "negotiator",
    "strongman": "strongman", "dictator": "dictator", "ruler": "ruler", "billionaire": "billionaire", "diplomat": "diplomat",
    "fellow": "fellow",
    "candidate": "candidate", "author": "author", "journalist": "journalist", "lawyer": "lawyer", "activist": "activist",
    "counterpart": "counterpart",
}  # fmt: skip
FORMER = {
    "former", "late", "then", "ex", "ex-", "acting", "elect", "designate", "interim", "caretaker", "outgoing", "deposed", "ousted",
    "onetime", "one-time",
    "retired", "previous", "past", "erstwhile", "incoming", "exiled", "toppled", "fugitive",
}  # fmt: skip
MALE = frozenset(
    "mr mr. sir lord king prince pope father spokesman congressman chairman businessman policeman emir sheikh sultan emperor cardinal"
    " imam rabbi"
    " ayatollah mullah his man husband son brother gunman cameraman statesman".split()
)
FEMALE = frozenset(
    "mrs mrs. ms ms. miss lady dame queen princess sister spokeswoman congresswoman chairwoman businesswoman policewoman empress"
    " duchess her woman"
    " wife daughter mother actress".split()
)
# Role nouns of two words and more that start with a word that reads as a plain adjective.
_LEADING = frozenset(
    "prime foreign defence defense interior vice deputy first second supreme finance justice home external chief secretary attorney"
    " opposition party army military police security national secretary-general trade energy economy education health press senior"
    " house senate majority minority state"
    " communist intelligence naval air top special general lead field".split()
)


# Role nouns of many, or of things: no titles of one person.
_COLLECTIVE = frozenset(
    "opposition press party coalition government media police army military state navy radio television tv company bank court church"
    " union university"
    " public crowd troops rebels forces newspaper agency group team front police house street airline hospital"
    " front media parliament congress".split()
)


def read_title(words: tuple[str, ...]) -> tuple[str, int]:
    """The title at the end of the words before a name, in lower case and without "former", and how many of the words it takes.

    Returns:
        ("", 0) if there is none.
    """
    title, n = _longest_title(words)
    rest = title.split()
    while len(rest) > 1 and rest[0] in FORMER:
        rest = rest[1:]
    return " ".join(rest), n


def _longest_title(words: tuple[str, ...]) -> tuple[str, int]:
    if "of" in words[1:-1]:
        # "Secretary of State": the noun before "of" is the title, the rest says of what.
        at = len(words) - 1 - words[::-1].index("of")
        title, n = _longest_title(words[:at])
        if n:
            return " ".join((title, *words[at:])), n + len(words) - at
    found = longest_role(words)
    if found and found[0].kind != "body" and words[-1] not in _COLLECTIVE:
        n = found[1]
        while n < len(words) and words[-n - 1] in _LEADING:
            n += 1
        return " ".join(HONORIFICS.get(w, w) or w for w in words[-n:]), n
    n = 0
    out: list[str] = []
    while n < min(3, len(words)) and words[-n - 1] in HONORIFICS:
        title = HONORIFICS[words[-n - 1]]
        out.insert(0, title)
        n += 1
    while n and n < len(words) and words[-n - 1] in _LEADING:
        out.insert(0, words[-n - 1])
        n += 1
    return " ".join(w for w in out if w), n


def is_title(word: str) -> bool:
    """Whether a single word in lower case can stand before a name as its title."""
    if word in HONORIFICS:
        return True
    found = longest_role((word,))
    return found is not None and found[0].kind != "body" and word not in _COLLECTIVE


def gender_of(words: frozenset[str] | set[str]) -> str | None:
    """`m` or `f` where the words of a title tell, else None."""
    male, female = bool(words & MALE), bool(words & FEMALE)
    return None if male == female else "m" if male else "f"


def title_key(title: str | None) -> str:
    """Last word of a title, by which "the minister" refers to the foreign minister."""
    words = (title or "").replace("-", " ").split()
    return {"premier": "minister", "chief": "chief"}.get(words[-1], words[-1]) if words else ""
