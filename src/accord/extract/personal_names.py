"""Sentence -> personal names with the title, state and organisation written beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accord.extract.mentions import Context, head_of
from accord.extract.name_shapes import ARMED_FIRST, bare_form, end_of_person, inner_bounds, is_name_of_something_else
from accord.extract.titles import FORMER, HONORIFICS, gender_of, is_title, read_title
from accord.knowledge import people
from accord.knowledge.given_names import is_given_name
from accord.knowledge.roles import longest_role
from accord.model.sentence import Sentence, Token

INITIAL = re.compile(r"[A-Z]\.?$")


NAME_TAGS = ("NNP", "NNPS")


_ODD = re.compile(r"[^\w.'’‘\-]|_|@")


_BREAKS = frozenset([",", "(", '"', "”", "“", ":"])


_INSIDE = frozenset("in near at outside inside around".split())


PARTICLES = frozenset("al bin bint ibn abu el de da do dos del della van von der den ben ter la le di du st st. y e ul ur as ad".split())


_NOT_NAMES = frozenset(
    "i he she they we you it the a an this that monday tuesday wednesday thursday friday saturday sunday january february march april"
    " may june july august"
    " september october november december god allah christmas easter ramadan staff force office internet twitter facebook google".split()
)


# What is "in Kyiv" or "in Mali" belongs to it; ambassadors, troops and reporters may not.
_SEATED = frozenset(
    "government authority official source police rebel resident protester prosecutor lawmaker leader leadership parliament ministry"
    " court militant media television agency separatist insurgent opposition activist voter civilian villager farmer junta regime"
    " administration president minister".split()
)


@dataclass(slots=True, kw_only=True)
class Name:
    """A personal name in the text, before it is known whose it is."""

    sentence: int
    start: int
    end: int
    words: tuple[str, ...]
    labelled: bool
    title: str | None = None
    titled_before: bool = False
    former: bool = False
    gender: str | None = None
    country: str | None = None
    organization: str | None = None
    private: bool = False
    first: int = 0


def names_in(sent: Sentence, ctx: Context) -> Iterator[Name]:
    """Names of persons in order, by label, by a title before them, or by the table of office-holders."""
    taken = _taken(sent, ctx)
    at = 0
    while at < len(sent.tokens):
        end = _name_end(sent, at, taken)
        if end is None:
            at += 1
            continue
        name = _read_name(sent, at, end, ctx)
        if name is not None:
            yield name
        at = end


def _taken(sent: Sentence, ctx: Context) -> set[int]:
    return (
        {i for (s, i) in ctx.owners if s == sent.index}
        if len(ctx.owners) < 64
        else {i for i in range(len(sent.tokens)) if (sent.index, i) in ctx.owners}
    )


def _name_end(sent: Sentence, at: int, taken: set[int]) -> int | None:
    """End of the personal name that begins at a token, or None."""
    t = sent.tokens[at]
    if at in taken or not t.text[:1].isupper() or t.lower in _NOT_NAMES:
        return None
    if t.ner == "PERSON" and (t.ner_begins or at == 0 or sent.tokens[at - 1].ner != "PERSON" or at - 1 in taken):
        return _labelled_end(sent, at, taken)
    if t.tag in NAME_TAGS and at and _is_title_token(sent.tokens[at - 1]) and not _is_title_token(t):
        return _run_end(sent, at, taken, 4)
    if t.ner == "ORG" and t.ner_begins and (end := end_of_person(sent, at)) is not None:
        return end
    if t.tag in NAME_TAGS or t.ner in ("ORG", "GPE", "NORP", "FAC"):
        return _known_end(sent, at, taken)
    return None


def _is_title_token(t: Token) -> bool:
    return t.lower in HONORIFICS or (t.pos in ("PROPN", "NOUN") and is_title(t.lower))


def _labelled_end(sent: Sentence, at: int, taken: set[int]) -> int:
    end = at + 1
    while end < len(sent.tokens) and sent.tokens[end].ner == "PERSON" and not sent.tokens[end].ner_begins and end not in taken:
        end += 1
    # The model often ends a hyphenated name early: "Doo Jin" - "ho".
    while (
        end + 1 < len(sent.tokens)
        and sent.tokens[end].text == "-"
        and sent.tokens[end + 1].end - sent.tokens[end].start <= 8
        and _glued(sent, end)
    ):
        end += 2
    return _longer_known(sent, at, end, taken)


def _longer_known(sent: Sentence, at: int, end: int, taken: set[int]) -> int:
    """End of the longest name in the table that goes on where the label ends ("Enrique Peña" - "Nieto")."""
    longest = end
    for stop in range(end + 1, min(end + 3, len(sent.tokens)) + 1):
        t = sent.tokens[stop - 1]
        if stop - 1 in taken or not (t.text[:1].isupper() or t.lower in PARTICLES):
            break
        if people.holders(" ".join(x.text for x in sent.tokens[at:stop])):
            longest = stop
    return longest


def _glued(sent: Sentence, hyphen: int) -> bool:
    before, mark, after = sent.tokens[hyphen - 1 : hyphen + 2]
    return (
        before.end == mark.start
        and mark.end == after.start
        and after.text.isalpha()
        and after.lower not in ("led", "based", "born", "backed", "era")
    )


def _run_end(sent: Sentence, at: int, taken: set[int], most: int) -> int:
    end = at + 1
    words = 1
    while end < len(sent.tokens) and words < most and end not in taken:
        t = sent.tokens[end]
        if t.text == "-" and end + 1 < len(sent.tokens) and _glued(sent, end):
            end += 2
        elif (t.tag in NAME_TAGS and t.text[:1].isupper() and t.ner != "DATE") or (t.lower in PARTICLES and _capital_next(sent, end)):
            end += 1
            words += 1
        else:
            break
    return end


def _capital_next(sent: Sentence, i: int) -> bool:
    return i + 1 < len(sent.tokens) and sent.tokens[i + 1].text[:1].isupper() and sent.tokens[i + 1].tag in NAME_TAGS


def _known_end(sent: Sentence, at: int, taken: set[int]) -> int | None:
    """End of an unlabelled run of names that the office-holder table knows."""
    longest = _run_end(sent, at, taken, 5)
    for end in range(longest, at + 1, -1):
        words = [t.text for t in sent.tokens[at:end]]
        if sum(w[:1].isalpha() for w in words) >= 2 and people.holders("".join(words)):
            return end
    before = sent.tokens[at - 1] if at else None
    alone = longest == at + 1 and not (
        before is not None and before.tag in NAME_TAGS and before.text[:1].isupper() and not _is_title_token(before)
    )
    return at + 1 if alone and len(sent.tokens[at].text) > 2 and people.holders_by_surname(sent.tokens[at].text) else None


def _read_name(sent: Sentence, start: int, end: int, ctx: Context) -> Name | None:
    labelled = sent.tokens[start].ner == "PERSON" or end_of_person(sent, start) == end
    first = start
    start = _behind_titles(sent, start, end)
    start, end = inner_bounds(sent, start, _cut(sent, start, end), ctx)
    words = tuple(t.text for t in sent.tokens[start:end])
    letters = [w for w in words if w[:1].isalpha()]
    if any(_ODD.search(w) for w in words) or (letters[:1] and letters[0].casefold() in ARMED_FIRST):
        return None
    if not letters or (len(letters) == 1 and len(letters[0].strip(".")) < 2) or any(c.isdigit() for w in words for c in w):
        return None
    if _is_headline(sent) and len(letters) > 1 and not people.holders("".join(words)) and ctx.parsed.report.text.count(" ".join(words)) < 2:
        at = next((i for i in range(start, end) if people.find_by_surname(sent.tokens[i].text, ctx.day)), None)
        if at is None:
            return None
        start, end, words = at, at + 1, (sent.tokens[at].text,)
    words = (*words[:-1], bare_form(words[-1], ctx))
    name = Name(sentence=sent.index, start=start, end=end, words=words, labelled=labelled, first=first)
    _title_before(name, sent, ctx)
    untitled = not name.titled_before and first == start
    if untitled and labelled and start and sent.tokens[start - 1].lower in _INSIDE and not people.holders("".join(words)):
        ctx.no_persons.add(" ".join(words))
        return None
    if is_name_of_something_else(sent, start, end, ctx, titled=not untitled):
        ctx.no_persons.update(words)
        return None
    _title_behind(name, sent, ctx)
    _party_behind(name, sent, ctx)
    return name


def _behind_titles(sent: Sentence, start: int, end: int) -> int:
    """First token of the name proper: titles inside the label are left out."""
    while start < end - 1 and _is_title_token(sent.tokens[start]):
        start += 1
    whole, rest = ("".join(t.text for t in sent.tokens[at:end]) for at in (start, start + 1))
    odd = end - start > 2 and not is_given_name(sent.tokens[start].text)
    return start + (odd and not people.holders(whole) and bool(people.holders(rest)))


def _cut(sent: Sentence, start: int, end: int) -> int:
    """End of the name before possessives, brackets, quotation marks and words in small letters behind it."""
    end = next((i for i in range(start + 1, end) if sent.tokens[i].tag == "POS" or sent.tokens[i].text in _BREAKS), end)
    while end > start + 1 and (
        (sent.tokens[end - 1].text.islower() and not (end - start > 3 and sent.tokens[end - 2].text == "-"))
        or sent.tokens[end - 1].tag in ("POS", ",", ".")
        or sent.tokens[end - 1].text in ("'s", "’s", "'", "’", ",", "-", "—")
    ):
        end -= 1
    return end


# Members of the two parties of the USA have their party and state behind the name: "(D-Ohio)", ", R-Ky.,".
_US_PARTIES = frozenset(("R", "D", "I"))


def _party_behind(name: Name, sent: Sentence, ctx: Context) -> None:
    behind = sent.tokens[name.end : name.end + 4]
    texts = [t.text for t in behind]
    split = len(texts) == 4 and texts[0] in ("(", ",") and texts[1] in _US_PARTIES and texts[2] in ("-", "–") and texts[3][:1].isupper()
    glued = len(texts) > 1 and texts[0] in ("(", ",") and texts[1][:2] in ("R-", "D-", "I-") and texts[1][2:3].isupper()
    if name.country is None and (split or glued):
        name.country = "USA"


def _is_headline(sent: Sentence) -> bool:
    """Whether nearly all words of a sentence have a capital, where labels of names go wrong ("Obama Seeks")."""
    long = [t for t in sent.tokens if len(t.text) > 3 and t.text.isalpha()]
    if sent.tokens[-1].text in (".", "!", "?"):
        return False
    return sent.index < 3 and len(long) >= 4 and sum(t.text[0].isupper() for t in long) >= 0.8 * len(long)


# Whose president or minister is no holder of an office of state.
_PRIVATE = frozenset(
    "company firm university college school bank club union association federation foundation institute society group corporation airline"
    " network studio church hospital museum academy league team board business think-tank tank center centre chamber council student"
    " faculty conference guild lodge chapter fraternity sorority orchestra".split()
)


def _title_before(name: Name, sent: Sentence, ctx: Context) -> None:
    """Title, state and organisation that stand right before the name: "former South Korean President X", "Iran's X"."""
    at = name.start
    low: list[str] = []
    while at and len(low) < 7:
        t = sent.tokens[at - 1]
        if t.lower == "of" and low and at > 1 and _is_title_token(sent.tokens[at - 2]) and (sent.index, at - 2) not in ctx.owners:
            low.insert(0, t.lower)
            at -= 1
            continue
        if (sent.index, at - 1) in ctx.owners or (
            t.pos not in ("PROPN", "NOUN", "ADJ", "ADV") and t.text not in ("-", ".") and t.lower not in FORMER
        ):
            break
        low.insert(0, t.lower)
        at -= 1
    title, n = read_title(tuple(w for w in low if w != "-"))
    name.gender = gender_of(set(low[-2:]))
    hyphens = low[-n:].count("-") if n else 0
    if n:
        name.title, name.titled_before = title or None, True
        name.first = name.start - n - hyphens
    name.former = bool(FORMER & set(low)) or _was(sent, at, ctx)
    name.private = bool(n) and (
        bool(set(low) & _PRIVATE) or (at > 1 and sent.tokens[at - 1].tag == "POS" and sent.tokens[at - 2].lower in _PRIVATE)
    )
    i = at - 1
    if i >= 0 and sent.tokens[i].tag == "POS":
        i -= 1
    elif (
        not n
        and i >= 0
        and (sent.index, i) in ctx.owners
        and sent.tokens[i].tag not in ("JJ",)
        and sent.tokens[i].head not in range(name.start, name.end)
    ):
        return
    if i >= name.start - 10 and not (sent.tokens[max(i, 0)].tag in NAME_TAGS and set((name.title or "").split()) & TOPICAL):
        name.country, name.organization = ctx.owners.get((sent.index, i)) or (ctx.region_owners.get((sent.index, i)), None)


def _was(sent: Sentence, at: int, ctx: Context) -> bool:
    """Whether "former" stands before the state of a title: "former US President X"."""
    for t in reversed(sent.tokens[max(0, at - 4) : at]):
        if t.lower in FORMER:
            return True
        if (sent.index, t.i) not in ctx.owners:
            return False
    return False


def _title_behind(name: Name, sent: Sentence, ctx: Context) -> None:
    """An apposition: "X, the president of Y", or the name in one: "Turkey's president, X"."""
    head = sent.tokens[head_of(sent, name.start, name.end)]
    nouns = [k for k in sent.kids(head.i, "appos") if k.i >= name.end and k.pos == "NOUN"]
    if head.dep == "appos" and sent.tokens[head.head].pos in ("NOUN", "PROPN") and not name.start <= head.head < name.end:
        nouns.append(sent.tokens[head.head])
    if head.dep == "attr" or not nouns:
        nouns += _copula(head, sent)
    for noun in nouns:
        left = [
            k.lower
            for k in sent.kids(noun.i, "compound", "amod", "nmod")
            if k.i < noun.i and (sent.index, k.i) not in ctx.owners and k.lower != "-"
        ]
        title, n = read_title((*left, noun.lower))
        role = longest_role((*left, noun.lower))
        if role is not None and role[0].kind == "body":
            continue
        if not n or noun.tag in ("NNS", "NNPS"):
            continue
        if name.title is None:
            name.title = title
            owners = [o for p in sent.kids(noun.i, "prep") if p.lower in ("of", "at") for o in sent.kids(p.i, "pobj")]
            name.private = any(k.lower in _PRIVATE for k in (*sent.kids(noun.i, "poss", "compound", "nmod"), *owners))
        name.former = name.former or bool(FORMER & {k.lower for k in sent.subtree(noun.i) if k.i < noun.i})
        owner = owner_of(noun, sent, ctx)
        if owner != (None, None) and name.country is None and name.organization is None:
            name.country, name.organization = owner
        return


def _copula(head: Token, sent: Sentence) -> list[Token]:
    """As in "X is the president of Y"."""
    verb = sent.tokens[head.head]
    if head.dep == "nsubj" and verb.lemma == "be":
        return [k for k in sent.kids(verb.i, "attr") if k.pos == "NOUN"]
    return []


# Whom a state's name before them tells the subject of, not the home: "a Korea scholar", "a Vietnam veteran".
TOPICAL = frozenset("expert scholar analyst specialist watcher historian veteran prisoner correspondent researcher hawk hand".split())
# Behind a state's name and a hyphen: whoever is backed by a state or lives in its shadow is none of its own.
_FROM_OUTSIDE = frozenset(
    "backed supported funded armed trained allied aligned friendly sponsored financed equipped brokered mediated".split()
)


def owner_of(noun: Token, sent: Sentence, ctx: Context) -> tuple[str | None, str | None]:
    """State and organisation that a noun belongs to by its modifiers, possessor or "of" and "at" phrases."""
    for k in sent.kids(noun.i):
        topic = k.dep == "compound" and k.tag in NAME_TAGS and noun.lemma.lower() in TOPICAL
        if k.dep in ("poss", "amod", "compound", "nmod") and k.i <= noun.i + 1 and k.lower not in _FROM_OUTSIDE and not topic:
            for i in (k.i, *sent.children[k.i]):
                if (sent.index, i) in ctx.owners:
                    return _one_owner(i, sent, ctx)
    for prep in sent.kids(noun.i, "prep"):
        if prep.lower not in ("of", "at", "for", "from") and not (
            prep.lower == "in" and (noun.lower in _SEATED or noun.lemma.lower() in _SEATED)
        ):
            continue
        for obj in sent.kids(prep.i, "pobj"):
            for i in (obj.i, *(c for c in sent.children[obj.i] if sent.tokens[c].dep in ("poss", "amod", "compound"))):
                if (sent.index, i) in ctx.owners:
                    # "In Brussels" sit two alliances and a state: nobody can tell which.
                    return (None, None) if prep.lower == "in" and sent.tokens[i].lower == "brussels" else _one_owner(i, sent, ctx)
    return None, None


def _one_owner(i: int, sent: Sentence, ctx: Context) -> tuple[str | None, str | None]:
    """The owner that a token names, or none if others are joined to it ("leaders of Iran, Cuba and Serbia")."""
    mine = ctx.owners[sent.index, i]
    others = {ctx.owners[sent.index, k.i] for k in sent.kids(i, "conj") if (sent.index, k.i) in ctx.owners}
    return mine if others <= {mine} else (None, None)
