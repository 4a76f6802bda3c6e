"""Sentence -> draft mentions of persons with title, state and office-holder; several names of one person share a key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accord.extract.mentions import Context, Draft, head_of
from accord.extract.titles import FORMER, HONORIFICS, is_title, read_title
from accord.knowledge import people
from accord.knowledge.cities import is_city
from accord.knowledge.people import Person
from accord.knowledge.roles import longest_role
from accord.knowledge.tables import name_key
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind


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
    country: str | None = None
    organization: str | None = None
    first: int = 0


_INITIAL = re.compile(r"[A-Z]\.?$")
_NAME_TAGS = ("NNP", "NNPS")
_PARTICLES = frozenset("al bin bint ibn abu el de da do dos del della van von der den ben ter la le di du st st. y e ul ur as ad".split())
# Family names of languages that write the family name first.
_FAMILY_FIRST = frozenset(
    "kim lee park choi jung jeong chung kang cho yoon yun jang lim shin seo kwon hwang ahn song hong moon bae baek roh noh ban han ri pak choe xi li wang"
    " zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng peng zeng xiao tian dong pan yuan cai jiang yu du"
    " ye cheng wei su lu ding ren mao bo wen hua nguyen tran pham phan vu vo dang bui do ho ngo duong doo tsai lai ko mao".split()
)
_NOT_NAMES = frozenset(
    "i he she they we you it the a an this that monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december god allah christmas easter ramadan internet twitter facebook google".split()
)


def find_people(ctx: Context) -> list[Draft]:
    """Drafts of all persons named, in order."""
    names = [n for s in ctx.parsed.sentences for n in _names_in(s, ctx)]
    full = _full_names(names, ctx)
    return [d for n in names if (d := _draft(n, full, ctx)) is not None]


@dataclass(slots=True, kw_only=True)
class _Someone:
    """A person of the report as its full names tell."""

    key: str
    name: str
    surnames: set[str]
    person: Person | None
    country: str | None
    titles: set[str]
    first: tuple[int, int]
    sector: str | None = None
    count: int = 0


def _names_in(sent: Sentence, ctx: Context) -> Iterator[Name]:
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
    return {i for (s, i) in ctx.owners if s == sent.index} if len(ctx.owners) < 64 else {i for i in range(len(sent.tokens)) if (sent.index, i) in ctx.owners}


def _name_end(sent: Sentence, at: int, taken: set[int]) -> int | None:
    """End of the personal name that begins at a token, or None."""
    t = sent.tokens[at]
    if at in taken or not t.text[:1].isupper() or t.lower in _NOT_NAMES:
        return None
    if t.ner == "PERSON" and (t.ner_begins or at == 0 or sent.tokens[at - 1].ner != "PERSON" or at - 1 in taken):
        return _labelled_end(sent, at, taken)
    if t.tag in _NAME_TAGS and at and _is_title_token(sent.tokens[at - 1]) and not _is_title_token(t):
        return _run_end(sent, at, taken, 4)
    if t.tag in _NAME_TAGS or t.ner in ("ORG", "GPE", "NORP", "FAC"):
        return _known_end(sent, at, taken)
    return None


def _is_title_token(t: Token) -> bool:
    return t.lower in HONORIFICS or (t.pos in ("PROPN", "NOUN") and is_title(t.lower))


def _labelled_end(sent: Sentence, at: int, taken: set[int]) -> int:
    end = at + 1
    while end < len(sent.tokens) and sent.tokens[end].ner == "PERSON" and not sent.tokens[end].ner_begins and end not in taken:
        end += 1
    # The model often ends a hyphenated name early: "Doo Jin" - "ho".
    while end + 1 < len(sent.tokens) and sent.tokens[end].text == "-" and sent.tokens[end + 1].end - sent.tokens[end].start <= 8 and _glued(sent, end):
        end += 2
    return end


def _glued(sent: Sentence, hyphen: int) -> bool:
    before, mark, after = sent.tokens[hyphen - 1 : hyphen + 2]
    return before.end == mark.start and mark.end == after.start and after.text.isalpha() and after.lower not in ("led", "based", "born", "backed", "era")


def _run_end(sent: Sentence, at: int, taken: set[int], most: int) -> int:
    end = at + 1
    words = 1
    while end < len(sent.tokens) and words < most and end not in taken:
        t = sent.tokens[end]
        if t.text == "-" and end + 1 < len(sent.tokens) and _glued(sent, end):
            end += 2
        elif (t.tag in _NAME_TAGS and t.text[:1].isupper() and t.ner != "DATE") or (t.lower in _PARTICLES and _capital_next(sent, end)):
            end += 1
            words += 1
        else:
            break
    return end


def _capital_next(sent: Sentence, i: int) -> bool:
    return i + 1 < len(sent.tokens) and sent.tokens[i + 1].text[:1].isupper() and sent.tokens[i + 1].tag in _NAME_TAGS


def _known_end(sent: Sentence, at: int, taken: set[int]) -> int | None:
    """End of an unlabelled run of names that the office-holder table knows."""
    longest = _run_end(sent, at, taken, 5)
    for end in range(longest, at + 1, -1):
        words = [t.text for t in sent.tokens[at:end]]
        if sum(w[:1].isalpha() for w in words) >= 2 and people.holders("".join(words)):
            return end
    before = sent.tokens[at - 1] if at else None
    alone = longest == at + 1 and not (before is not None and before.tag in _NAME_TAGS and before.text[:1].isupper() and not _is_title_token(before))
    return at + 1 if alone and len(sent.tokens[at].text) > 2 and people.holders_by_surname(sent.tokens[at].text) else None


def _read_name(sent: Sentence, start: int, end: int, ctx: Context) -> Name | None:
    labelled = sent.tokens[start].ner == "PERSON"
    first = start
    while start < end - 1 and _is_title_token(sent.tokens[start]) and not people.holders(" ".join(t.text for t in sent.tokens[start:end])):
        start += 1
    while end > start + 1 and (sent.tokens[end - 1].tag in ("POS", ",", ".") or sent.tokens[end - 1].text in ("'s", "’s", "'", "’", ",", "-", "—")):
        end -= 1
    words = tuple(t.text for t in sent.tokens[start:end])
    letters = [w for w in words if w[:1].isalpha()]
    if not letters or (len(letters) == 1 and len(letters[0].strip(".")) < 2) or any(c.isdigit() for w in words for c in w):
        return None
    name = Name(sentence=sent.index, start=start, end=end, words=words, labelled=labelled, first=first)
    _title_before(name, sent, ctx)
    _title_behind(name, sent, ctx)
    return name


def _title_before(name: Name, sent: Sentence, ctx: Context) -> None:
    """Title, state and organisation that stand right before the name: "former South Korean President X", "Iran's X"."""
    at = name.start
    low: list[str] = []
    while at and len(low) < 7:
        t = sent.tokens[at - 1]
        if (sent.index, at - 1) in ctx.owners or t.pos not in ("PROPN", "NOUN", "ADJ", "ADV") and t.text not in ("-", ".") and t.lower not in FORMER:
            break
        low.insert(0, t.lower)
        at -= 1
    title, n = read_title(tuple(w for w in low if w != "-"))
    hyphens = low[-n:].count("-") if n else 0
    if n:
        name.title, name.titled_before = title or None, True
        name.first = name.start - n - hyphens
    name.former = bool(FORMER & set(low))
    i = at - 1
    if i >= 0 and sent.tokens[i].tag == "POS":
        i -= 1
    elif not n and i >= 0 and (sent.index, i) in ctx.owners and sent.tokens[i].tag not in ("JJ",) and sent.tokens[i].head not in range(name.start, name.end):
        return
    if i >= 0 and (sent.index, i) in ctx.owners and i >= name.start - 10:
        name.country, name.organization = ctx.owners[sent.index, i]


def _title_behind(name: Name, sent: Sentence, ctx: Context) -> None:
    """An apposition: "X, the president of Y", or the name in one: "Turkey's president, X"."""
    head = sent.tokens[head_of(sent, name.start, name.end)]
    nouns = [k for k in sent.kids(head.i, "appos") if k.i >= name.end and k.pos == "NOUN"]
    if head.dep == "appos" and sent.tokens[head.head].pos in ("NOUN", "PROPN") and not name.start <= head.head < name.end:
        nouns.append(sent.tokens[head.head])
    if head.dep == "attr" or not nouns:
        nouns += _copula(head, sent)
    for noun in nouns:
        left = [k.lower for k in sent.kids(noun.i, "compound", "amod", "nmod") if k.i < noun.i and (sent.index, k.i) not in ctx.owners and k.lower != "-"]
        title, n = read_title((*left, noun.lower))
        if not n or noun.tag in ("NNS", "NNPS"):
            continue
        if name.title is None:
            name.title = title
        name.former = name.former or bool(FORMER & {k.lower for k in sent.subtree(noun.i) if k.i < noun.i})
        owner = owner_of(noun, sent, ctx)
        if owner != (None, None) and name.country is None and name.organization is None:
            name.country, name.organization = owner
        return


def _copula(head: Token, sent: Sentence) -> list[Token]:
    """ "X is the president of Y"."""
    verb = sent.tokens[head.head]
    if head.dep == "nsubj" and verb.lemma == "be":
        return [k for k in sent.kids(verb.i, "attr") if k.pos == "NOUN"]
    return []


def owner_of(noun: Token, sent: Sentence, ctx: Context) -> tuple[str | None, str | None]:
    """State and organisation that a noun belongs to by its modifiers, possessor or "of" and "at" phrases."""
    for k in sent.kids(noun.i):
        if k.dep in ("poss", "amod", "compound", "nmod") and k.i <= noun.i + 1:
            for i in (k.i, *sent.children[k.i]):
                if (sent.index, i) in ctx.owners:
                    return ctx.owners[sent.index, i]
    for prep in sent.kids(noun.i, "prep"):
        if prep.lower not in ("of", "at", "for", "from", "with", "in"):
            continue
        for obj in sent.kids(prep.i, "pobj"):
            for i in (obj.i, *(c for c in sent.children[obj.i] if sent.tokens[c].dep in ("poss", "amod", "compound"))):
                if (sent.index, i) in ctx.owners:
                    return ctx.owners[sent.index, i]
    return None, None


def _full_names(names: list[Name], ctx: Context) -> dict[str, list[_Someone]]:
    """Persons by the key of each surname they may be called by; first all full names, then surnames that the table knows."""
    by_key: dict[str, _Someone] = {}
    for n in names:
        words = [w for w in n.words if w[:1].isalpha() and not _INITIAL.match(w)]
        if len(words) < 2 or not (n.labelled or n.titled_before or people.holders(" ".join(n.words))):
            continue
        _add_someone(n, by_key, ctx)
    return _by_surname(by_key)


def _add_someone(n: Name, by_key: dict[str, _Someone], ctx: Context) -> None:
    full = " ".join(n.words).replace(" - ", "-").replace(" -", "-").replace("- ", "-")
    person = _holder(full, n, ctx)
    key = f"person:{person.person_id}" if person else f"person:{name_key(full)}"
    someone = by_key.get(key)
    if someone is None:
        someone = _Someone(
            key=key, name=full, surnames=_surnames(n.words, person), person=person, country=None, titles=set(), first=(n.sentence, n.start)
        )
        by_key[key] = someone
    someone.count += 1
    someone.country = someone.country or n.country or (person.country if person else None)
    if n.title:
        someone.titles.add(n.title)


def _by_surname(by_key: dict[str, _Someone]) -> dict[str, list[_Someone]]:
    out: dict[str, list[_Someone]] = {}
    for someone in by_key.values():
        for surname in someone.surnames:
            out.setdefault(surname, []).append(someone)
        out.setdefault(someone.key, []).append(someone)
    return out


def _surnames(words: tuple[str, ...], person: Person | None) -> set[str]:
    plain = [w for w in words if w[:1].isalpha()]
    out = {name_key(plain[-1])} if "-" not in words or len(plain) < 3 else set()
    for i, w in enumerate(plain):
        if w.lower() in _PARTICLES and i:
            out.add(name_key("".join(plain[i:])))
    if len(words) >= 3 and words[-2] == "-":
        out.add(name_key("".join(words[-3:])))
    if plain[0].lower() in _FAMILY_FIRST and (len(plain) >= 2):
        out.add(name_key(plain[0]))
    if person:
        out |= {name_key(s) for s in person.surnames}
    return {s for s in out if len(s) > 1}


def _holder(full: str, n: Name, ctx: Context) -> Person | None:
    """The office-holder of a full name, if state and time fit."""
    found = people.holders(full)
    if not found:
        words = [w for w in full.split() if not _INITIAL.match(w)]
        found = people.holders(" ".join(words)) if len(words) >= 2 else ()
    if n.country:
        found = tuple(p for p in found if p.country in (n.country, None)) or ()
    else:
        found = tuple(p for p in found if p.country is None or ctx.countries[p.country] or p.country in people.WELL_KNOWN or n.titled_before)
    near = tuple(p for p in found if any(_near(t.since, t.until, ctx.day) for t in p.terms))
    return people.nearest(near, ctx.day)


def _near(since: str | None, until: str | None, day: str) -> bool:
    year = int(day[:4])
    return int((since or day)[:4]) - 25 <= year <= int((until or day)[:4]) + 40


def _draft(n: Name, full: dict[str, list[_Someone]], ctx: Context) -> Draft | None:
    sent = ctx.parsed.sentences[n.sentence]
    head = head_of(sent, n.start, n.end)
    someone = _whose(n, full, ctx)
    if someone is None:
        someone = _stranger(n, sent, head, ctx)
        if someone is None:
            return None
        for surname in someone.surnames:
            full.setdefault(surname, []).append(someone)
    someone.country = someone.country or n.country
    if n.title:
        someone.titles.add(n.title)
        someone.sector = someone.sector or _sector(n.title)
    text = " ".join(n.words).replace(" - ", "-")
    surname = n.words[-1]
    return Draft(
        sentence=n.sentence, start=n.start, end=n.end, head=head, kind=EntityKind.PERSON, key=someone.key, name=someone.name,
        country=n.country, sector=_sector(n.title), title=n.title, former=n.former, code=n.organization,
        aliases=(text, surname) if len(n.words) == 1 else (text,),
    )  # fmt: skip


def _sector(title: str | None) -> str | None:
    found = longest_role(tuple((title or "").split()))
    return found[0].sector if found else None


def _whose(n: Name, full: dict[str, list[_Someone]], ctx: Context) -> _Someone | None:
    """The person of the report that a name means: the same full name, else the one of that surname."""
    words = [w for w in n.words if w[:1].isalpha() and not _INITIAL.match(w)]
    if len(words) >= 2:
        text = " ".join(n.words).replace(" - ", "-").replace(" -", "-").replace("- ", "-")
        person = _holder(text, n, ctx)
        found = full.get(f"person:{person.person_id}" if person else f"person:{name_key(text)}")
        if found:
            return found[0]
    found = [s for s in full.get(name_key("".join(n.words)), []) if len(words) == 1 or not s.person]
    if len(words) > 1 or not found:
        return None
    if len(found) > 1:
        found = _narrow(n, found)
    return found[0] if len(found) == 1 else None


def _narrow(n: Name, found: list[_Someone]) -> list[_Someone]:
    """Of namesakes: the ones of that title, else the ones named before, the last of them."""
    if n.title:
        same = [s for s in found if n.title in s.titles]
        if same:
            found = same
    if n.country:
        found = [s for s in found if s.country in (n.country, None)]
    before = [s for s in found if s.first <= (n.sentence, n.start)]
    if len(before) > 1:
        most = sorted(before, key=lambda s: -s.count)
        return most[:1] if most[0].count > most[1].count else before
    return before or found


def _stranger(n: Name, sent: Sentence, head: int, ctx: Context) -> _Someone | None:
    """A name that stands alone: an office-holder of these days, or somebody that title or label vouch for."""
    text = " ".join(n.words).replace(" - ", "-")
    t = sent.tokens[head]
    person = None
    if len(n.words) == 1:
        among = frozenset({n.country}) if n.country else frozenset(c for c in ctx.countries if ctx.countries[c])
        person = people.find_by_surname(text, ctx.day, among)
        if person and not (n.labelled or n.titled_before) and not _plainly_known(person, t, text, ctx):
            return None
    if person:
        name = _usual_name(person)
        return _Someone(
            key=f"person:{person.person_id}", name=name, surnames=_surnames(n.words, person), person=person, country=person.country,
            titles=set(), first=(n.sentence, n.start),
        )  # fmt: skip
    if not (n.labelled or n.titled_before):
        return None
    if len(n.words) == 1 and not n.titled_before and (t.dep not in ("nsubj", "nsubjpass", "poss", "conj", "appos") or t.tag != "NNP" or is_city(text)):
        return None
    if len(n.words) == 1 and n.titled_before and (t.lower in HONORIFICS or t.tag not in _NAME_TAGS):
        return None
    if t.dep in ("compound", "amod", "nmod") and not n.titled_before:
        return None
    return _Someone(
        key=f"person:{name_key(text)}", name=text, surnames=_surnames(n.words, None), person=None, country=None, titles=set(),
        first=(n.sentence, n.start),
    )  # fmt: skip


def _plainly_known(person: Person, t: Token, text: str, ctx: Context) -> bool:
    """A bare surname without label or title counts only for chiefs in office of states that the report speaks of."""
    chief = any(x.office in people.CHIEFS for x in person.in_office(ctx.day))
    fits = person.country in people.WELL_KNOWN or bool(ctx.countries[person.country or ""])
    return chief and fits and t.tag in _NAME_TAGS and not is_city(text) and len(text) > 2 and t.dep not in ("compound", "amod")


def _usual_name(person: Person) -> str:
    """The name as news write it: hand-picked spellings come last in the table; without middle initials."""
    words = [w for w in person.name.split() if not _INITIAL.match(w)]
    return " ".join(words)
