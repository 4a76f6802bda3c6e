"""Personal names -> draft mentions of persons; several names of one person share a key, office-holders are known by the tables."""

from __future__ import annotations

from dataclasses import dataclass

from accord.extract.mentions import PARENTS, Context, Draft, head_of
from accord.extract.personal_names import INITIAL, NAME_TAGS, PARTICLES, Name, names_in
from accord.extract.titles import HONORIFICS, title_key
from accord.knowledge import people
from accord.knowledge.cities import is_city
from accord.knowledge.given_names import given_name_gender
from accord.knowledge.organizations import organization
from accord.knowledge.people import Person
from accord.knowledge.roles import longest_role
from accord.knowledge.tables import name_key
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind

# Family names of languages that write the family name first.
_FAMILY_FIRST = frozenset(
    "kim lee park choi jung jeong chung kang cho yoon yun jang lim shin seo kwon hwang ahn song hong moon bae baek roh noh ban han ri"
    " pak choe xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng peng"
    " zeng xiao tian dong pan yuan cai jiang yu du"
    " ye cheng wei su lu ding ren mao bo wen hua nguyen tran pham phan vu vo dang bui do ho ngo duong doo tsai lai ko mao".split()
)


_CHIEF_WORDS = frozenset({"president", "minister", "premier", "chancellor", "king", "leader"})


def find_people(ctx: Context) -> list[Draft]:
    """Drafts of all persons named, in order."""
    names = [n for s in ctx.parsed.sentences for n in names_in(s, ctx)]
    vouched = {n.words for n in names if n.titled_before or n.title}
    names = [n for n in names if " ".join(n.words) not in ctx.no_persons or n.words in vouched or people.holders("".join(n.words))]
    full = _full_names(names, ctx)
    names = sorted((*names, *_bare_surnames(names, full, ctx)), key=lambda n: (n.sentence, n.start))
    return [d for n in names if (d := _draft(n, full, ctx)) is not None]


def _bare_surnames(names: list[Name], full: dict[str, list[_Someone]], ctx: Context) -> list[Name]:
    """Surnames of persons of the report that the parser gave another label, or none."""
    taken = {(n.sentence, i) for n in names for i in range(n.start, n.end)} | ctx.owners.keys()
    surnames = {k for k in full if not k.startswith("person:") and len(k) > 2}
    out = []
    for sent in ctx.parsed.sentences:
        for t in sent.tokens:
            if t.tag not in NAME_TAGS or (sent.index, t.i) in taken or t.text.casefold() not in surnames or t.dep in ("compound", "amod"):
                continue
            beside = [sent.tokens[i] for i in (t.i - 1, t.i + 1) if 0 <= i < len(sent.tokens)]
            if not any(x.tag in NAME_TAGS and x.text[:1].isupper() for x in beside):
                out.append(Name(sentence=sent.index, start=t.i, end=t.i + 1, words=(t.text,), labelled=True, first=t.i))
    return out


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
    last: tuple[int, int] = (-1, -1)
    gender: str | None = None


def _full_names(names: list[Name], ctx: Context) -> dict[str, list[_Someone]]:
    """Persons by the key of each surname they may be called by; first all full names, then surnames that the table knows."""
    by_key: dict[str, _Someone] = {}
    called: dict[str, _Someone] = {}
    longest_first = sorted(names, key=lambda n: -len(n.words))
    for n in longest_first:
        words = [w for w in n.words if w[:1].isalpha() and not INITIAL.match(w)]
        if len(words) < 2 or not (n.labelled or n.titled_before or people.holders(" ".join(n.words))):
            continue
        _add_someone(n, by_key, called, ctx)
    return _by_surname(dict(sorted(by_key.items(), key=lambda x: x[1].first)))


def _add_someone(n: Name, by_key: dict[str, _Someone], called: dict[str, _Someone], ctx: Context) -> None:
    full = _joined(n.words)
    person = _holder(full, n, ctx)
    key = f"person:{person.person_id}" if person else f"person:{name_key(full)}"
    someone = by_key.get(key) or (called.get(name_key(full)) if person is None else None)
    if someone is None:
        someone = _Someone(
            key=key, name=full, surnames=_surnames(n.words, person), person=person, country=None, titles=set(), first=(n.sentence, n.start)
        )
        by_key[key] = someone
        for shorter in _shorter(n.words):
            called.setdefault(shorter, someone)
    else:
        someone.surnames.add(name_key(full))
    someone.first = min(someone.first, (n.sentence, n.start))
    someone.count += 1
    someone.gender = someone.gender or n.gender or given_name_gender(n.words[0])
    someone.country = someone.country or n.country or (person.country if person else None)
    if n.title:
        someone.titles.add(n.title)


def _joined(words: tuple[str, ...]) -> str:
    return " ".join(words).replace(" - ", "-").replace(" -", "-").replace("- ", "-")


def _shorter(words: tuple[str, ...]) -> list[str]:
    """Keys of the shorter forms of a name of three words and more: its last words, its first, its first and last."""
    plain = [w for w in words if w[:1].isalpha()]
    if len(plain) < 3 or "-" in words:
        return []
    forms = [plain[i:] for i in range(1, len(plain) - 1)] + [plain[:i] for i in range(2, len(plain))] + [[plain[0], plain[-1]]]
    return [name_key("".join(f)) for f in forms]


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
        if w.lower() in PARTICLES and i:
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
    if n.private:
        return None
    found = people.holders(full, by_sound=title_key(n.title) in _CHIEF_WORDS)
    if not found:
        words = [w for w in full.split() if not INITIAL.match(w)]
        found = people.holders(" ".join(words)) if len(words) >= 2 else ()
        if not found and len(words) >= 3:
            found = people.holders(f"{words[0]} {words[-1]}")
    if n.country:
        found = tuple(p for p in found if p.country in (n.country, None)) or ()
    else:
        found = tuple(
            p
            for p in found
            if p.country is None
            or ctx.countries[p.country]
            or p.country in people.WELL_KNOWN
            or n.titled_before
            or _is_unmistakable(p, full, ctx)
        )
    near = tuple(p for p in found if any(_near(t.since, t.until, ctx.day) for t in p.terms))
    return people.nearest(near, ctx.day)


def _is_unmistakable(person: Person, full: str, ctx: Context) -> bool:
    """A full name of three parts, or that of a chief in office on the day, needs no state beside it."""
    return len(full.replace("-", " ").split()) >= 3 or any(t.office in people.CHIEFS for t in person.in_office(ctx.day))


def _near(since: str | None, until: str | None, day: str) -> bool:
    year = int(day[:4])
    return int((since or day)[:4]) - 25 <= year <= int((until or day)[:4]) + 40


def _draft(n: Name, full: dict[str, list[_Someone]], ctx: Context) -> Draft | None:
    sent = ctx.parsed.sentences[n.sentence]
    head = head_of(sent, n.start, n.end)
    someone = _whose(n, full, ctx)
    if someone is None and len(n.words) == 1 and full.get(name_key(n.words[0])):
        return None
    if someone is None:
        someone = _stranger(n, sent, head, ctx)
        if someone is None:
            return None
        for surname in someone.surnames:
            full.setdefault(surname, []).append(someone)
    someone.country = someone.country or n.country
    someone.last = (n.sentence, n.start)
    if n.title:
        someone.titles.add(n.title)
        someone.sector = someone.sector or _sector(n.title, n.organization)
    text = " ".join(n.words).replace(" - ", "-")
    surname = n.words[-1]
    return Draft(
        sentence=n.sentence, start=n.start, end=n.end, head=head, kind=EntityKind.PERSON, key=someone.key, name=someone.name,
        country=n.country, sector=_sector(n.title, n.organization), title=n.title, former=n.former, code=n.organization,
        aliases=(*((text, surname) if len(n.words) == 1 else (text,)), *_voice_of(n.organization)),
    )  # fmt: skip


def _voice_of(org_id: str | None) -> tuple[str, ...]:
    """Short names of the body of states that a person acts for, as "UN envoy X" acts for the UN; PLOVER codes both alike."""
    org = organization(org_id)
    if org is None or org.home is not None or org.kind not in _OF_STATES:
        return ()
    return (*(a for a in org.acronyms if a == org_id), *PARENTS.get(org.actor_code, ()))


_OF_STATES = frozenset("igo un_body eu_body alliance un_mission court".split())
# Kinds of organisations whose heads and spokesmen hold no office of state, and titles that are borne in companies.
_PRIVATE_KINDS = frozenset("company bank news_media think_tank ngo sports_body religious_body party".split())
_BUSINESS_TITLES = frozenset("executive ceo cfo founder co-founder tycoon entrepreneur banker financier".split())


def _sector(title: str | None, owner: str | None) -> str | None:
    """Sector of a person by the organisation that the title is held in, else by the title."""
    org = organization(owner)
    if title and org is not None and org.kind in _PRIVATE_KINDS:
        return org.sector
    if title and title.split()[-1] in _BUSINESS_TITLES:
        return "BUS"
    found = longest_role(tuple((title or "").split()))
    return found[0].sector if found else None


def _whose(n: Name, full: dict[str, list[_Someone]], ctx: Context) -> _Someone | None:
    """The person of the report that a name means: the same full name, else the one of that surname."""
    words = [w for w in n.words if w[:1].isalpha() and not INITIAL.match(w)]
    if len(words) >= 2:
        text = _joined(n.words)
        person = _holder(text, n, ctx)
        found = full.get(f"person:{person.person_id}" if person else f"person:{name_key(text)}")
        found = found or full.get(name_key(text))
        if found:
            return found[0]
    found = [s for s in full.get(name_key("".join(n.words)), []) if len(words) == 1 or not s.person]
    if not found and len(words) == 1 and (n.titled_before or n.labelled):
        # Ethiopian, Indonesian and other names are called by the first of their names.
        found = [s for k in full if k.startswith("person:") for s in full[k] if name_key(s.name.split()[0]) == name_key(words[0])]
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
    if n.gender:
        found = [s for s in found if s.gender in (n.gender, None)] or found
    if n.country:
        found = [s for s in found if s.country in (n.country, None)]
    before = sorted((s for s in found if s.last >= (0, 0)), key=lambda s: s.last)
    return before[-1:] or found


def _stranger(n: Name, sent: Sentence, head: int, ctx: Context) -> _Someone | None:
    """A name that stands alone: an office-holder of these days, or somebody that title or label vouch for."""
    text = " ".join(n.words).replace(" - ", "-")
    t = sent.tokens[head]
    person = None
    if len(n.words) == 1:
        among = frozenset({n.country}) if n.country else frozenset(c for c in ctx.countries if ctx.countries[c])
        person = people.find_by_surname(text, ctx.day, among, titled=title_key(n.title) in _CHIEF_WORDS and not n.country)
        if person and not (n.labelled or n.titled_before) and not _plainly_known(person, t, text, ctx):
            return None
    if person:
        name = _usual_name(person, text)
        return _Someone(
            key=f"person:{person.person_id}", name=name, surnames=_surnames(n.words, person), person=person, country=person.country,
            titles=set(), first=(n.sentence, n.start),
        )  # fmt: skip
    if not (n.labelled or n.titled_before):
        return None
    if (
        len(n.words) == 1
        and not n.titled_before
        and (t.dep not in ("nsubj", "nsubjpass", "poss", "conj", "appos") or t.tag != "NNP" or is_city(text))
    ):
        return None
    if len(n.words) == 1 and n.titled_before and (t.lower in HONORIFICS or t.tag not in NAME_TAGS):
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
    return chief and fits and t.tag in NAME_TAGS and not is_city(text) and len(text) > 2 and t.dep not in ("compound", "amod")


def _usual_name(person: Person, surname: str) -> str:
    """The first of the table's spellings that bears the surname as written, without middle initials and "Jr."."""
    names = [n for n in person.names if name_key(surname) in {name_key(w) for w in n.split()} and len(n.split()) > 1]
    plain = [n for n in names if not any(INITIAL.match(w) or w in ("Jr.", "Jr", "II") for w in n.split())]
    return (plain or names or [person.name])[0]
