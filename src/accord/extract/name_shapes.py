"""Tokens that a parser took for a personal name -> the part that is one, by given names, the report's own words and its layout."""

from __future__ import annotations

from accord.extract.mentions import Context
from accord.knowledge import people
from accord.knowledge.cities import is_city
from accord.knowledge.given_names import given_name_gender, is_given_name
from accord.knowledge.roles import longest_role
from accord.model.sentence import Sentence, Token

# Last words of names of bodies, goods and works, never of people.
ORGANIZATION_WORDS = frozenset(
    "center centre institute university college company companies corporation inc corp co ltd llc association foundation committee party"
    " news times post journal herald tribune gazette observer magazine radio tv television network channel press agency agencies bureau"
    " office department ministry commission council court congress senate parliament assembly caucus convention forum summit board"
    " observatory society union federation league club academy school church mosque temple hospital museum library bank group holdings"
    " partners capital fund funds trust coal energy oil gas fuels steel motors airlines airways systems technologies solutions services"
    " strategies consult consulting analytics research laboratories labs pharmaceuticals foods stores act bill law treaty agreement"
    " grants prize award cup series show daily weekly report review project program programme campaign initiative movement front army"
    " brigade brigades forces force police guard guards command fleet camp base airport station street road avenue square park bridge river"
    " lake mountain mountains island islands bay county city town village province district region state states kingdom republic"
    " standards registration detainees airstrikes warplanes rebels militants panthers cavaliers yankees giants bulls patriots eagles"
    " workers teachers students voters republicans democrats conservatives liberals".split()
)
# First words of Arabic, Urdu and Persian names of armed groups and parties: army, front, brigade, party, helpers, movement.
ARMED_FIRST = frozenset(
    "jaish jaysh jeish jabhat jabhet jebhat liwa ahrar harakat hizb hezb hizbul kataib kata'ib katibat jund jundallah ansar tehreek tehrik"
    " lashkar faylaq failaq saraya asaib asa'ib suqour fursan jamaat jama'at jamaah tanzim hayat hayyat tahrir nour wilayat fatah".split()
)
_FUNCTION_TAGS = ("IN", "TO", "CC", "RB", "DT", "PRP$", "MD", "UH", "WRB", "WP", "VBZ", "VBD", "VBP", "VBG", "VB")
_VERB_TAGS = ("VBZ", "VBD", "VBP", "MD")


def inner_bounds(sent: Sentence, start: int, end: int, ctx: Context) -> tuple[int, int]:
    """The tokens `[start, end)` without words that only stand beside a name ("Beyond Trump", "Obama Seeks", "Derelict Obama")."""
    tokens = sent.tokens
    while end - start > 1 and tokens[start].tag in _FUNCTION_TAGS and not _names(tokens[start]):
        start += 1
    if _is_surname(tokens[start].text, ctx):
        end = next((i for i in range(start + 1, end) if tokens[i].tag in _VERB_TAGS and not _names(tokens[i])), end)
    words = [t.text for t in tokens[start:end]]
    if end - start == 1 or people.holders("".join(words)):
        return start, end
    loud = _is_loud(sent)
    if end - start >= 2 and _is_surname(words[0], ctx) and (loud or not is_given_name(words[0])) and not _is_surname_first(words, ctx):
        return start, start + 1
    odd = not is_given_name(words[0]) and (loud or words[0].casefold() in ctx.plain_words)
    if end - start == 2 and odd and _is_surname(words[1], ctx):
        return start + 1, end
    return start, end


def _names(t: Token) -> bool:
    return t.text[:1].isupper() and is_given_name(t.text) and t.tag not in ("IN", "DT", "CC")


def _is_surname(word: str, ctx: Context) -> bool:
    """Whether news of the day call a chief of state or government by it."""
    return people.find_by_surname(word, ctx.day) is not None


def _is_surname_first(words: list[str], ctx: Context) -> bool:
    """Whether a name such as "Kim Yo Jong" or "Xi Mingze" begins with its family name: a namesake, not the chief with a word behind."""
    chief = people.find_by_surname(words[0], ctx.day)
    return chief is not None and chief.country in ("CHN", "PRK", "KOR", "VNM", "TWN", "SGP", "JPN", "HUN", "KHM", "MMR", "IDN", "ETH")


def _is_loud(sent: Sentence) -> bool:
    """Whether a sentence is set as a headline: nearly all its longer words have a capital."""
    long = [t for t in sent.tokens if len(t.text) > 3 and t.text.isalpha()]
    return len(long) >= 3 and sum(t.text[0].isupper() for t in long) >= 0.75 * len(long)


def is_name_of_something_else(sent: Sentence, start: int, end: int, ctx: Context, *, titled: bool) -> bool:
    """Whether the words name a body, a place or a thing, or are plain words with a capital."""
    words = [t.text for t in sent.tokens[start:end] if t.text[:1].isalpha()]
    last = words[-1].casefold()
    if people.holders("".join(words)):
        return False
    given = len(words) > 1 and is_given_name(words[0])
    if last in ORGANIZATION_WORDS and not (given and len(words) == 2 and last not in ctx.plain_words):
        return True
    if titled:
        return False
    if len(words) == 1:
        known = bool(people.holders_by_surname(words[0]))
        return not known and (_has_article(sent, start) or last in ctx.plain_words or longest_role((last,)) is not None or "-" in last)
    if not given and words[-1][:1].isupper() and last in ctx.plain_words:
        return True
    return not given and is_city(" ".join(words))


def _has_article(sent: Sentence, start: int) -> bool:
    before = sent.tokens[start - 1] if start else None
    return before is not None and before.head == start and before.lower in ("the", "a", "an", "this", "that", "its")


# Firms that bear the name of a person.
_FIRMS = frozenset(
    "philip morris|merrill lynch|arthur andersen|john deere|calvin klein|ralph lauren|tommy hilfiger|louis vuitton|christian dior|hugo boss"
    "|eli lilly|charles schwab|john lewis|dow jones|harley davidson|carl zeiss|fannie mae|freddie mac|sallie mae|ginnie mae|mary kay"
    "|jenny craig|warner bros|morgan stanley|barry callebaut|jack daniels|johnny walker|tim hortons|jimmy choo|michael kors|paul weiss"
    "|baker hughes|martin marietta|lloyds|edward jones|raymond james|roger williams|george mason|george washington".split("|")
)


def end_of_person(sent: Sentence, at: int) -> int | None:
    """End of a person's name that the parser took for an organisation: a given name of one gender, then one or two more names."""
    tokens = sent.tokens
    end = at + 1
    while end < len(tokens) and tokens[end].ner == tokens[at].ner and not tokens[end].ner_begins:
        end += 1
    words = [t.text for t in tokens[at:end]]
    if (
        not 2 <= len(words) <= 3
        or given_name_gender(words[0]) is None
        or any(t.tag != "NNP" or not t.text[:1].isupper() for t in tokens[at:end])
    ):
        return None
    plain = not {w.casefold() for w in words} & ORGANIZATION_WORDS and " ".join(words).casefold() not in _FIRMS
    return end if plain and all(w.isalpha() or w.endswith(".") for w in words) and not words[-1].isupper() else None


def bare_form(word: str, ctx: Context) -> str:
    """A family name without the s that a text stripped of apostrophes leaves on it ("Assads office")."""
    if not ctx.bare_possessives or not word.endswith("s") or len(word) < 4:
        return word
    known = people.holders_by_surname(word) or people.holders_by_surname(word[:-1])
    stands = word[:-1] in ctx.capital_words or (known and not people.holders_by_surname(word))
    return word[:-1] if stands else word
