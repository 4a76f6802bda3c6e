"""Sentence -> draft mentions of organisations that the report names but the tables do not know, with acronyms in brackets."""

from __future__ import annotations

from dataclasses import replace

from accord.extract.acronyms import find_introductions, is_acronym
from accord.extract.mentions import Context, Draft, head_of
from accord.extract.name_shapes import ARMED_FIRST
from accord.extract.time_tables import MONTHS, WEEKDAYS
from accord.knowledge.cities import is_city
from accord.knowledge.roles import longest_role
from accord.knowledge.tables import name_key
from accord.model.sentence import Sentence
from accord.model.vocabulary import EntityKind

# Words that tell the sector of a name that they are part of.
_SECTORS = {
    "ministry": "GOV", "department": "GOV", "commission": "GOV", "council": "GOV", "agency": "GOV", "office": "GOV", "bureau": "GOV",
    "army": "MIL",
    "navy": "MIL", "forces": "MIL", "police": "COP", "sheriff": "COP", "court": "JUD", "parliament": "LEG", "senate": "LEG",
    "congress": "LEG",
    "assembly": "LEG", "party": "PTY", "university": "EDU", "college": "EDU", "institute": "EDU", "school": "EDU", "church": "REL",
    "hospital": "MED",
    "inc": "BUS", "corp": "BUS", "co": "BUS", "ltd": "BUS", "company": "BUS", "bank": "BUS", "group": "BUS", "airlines": "BUS",
    "union": "LAB",
    "news": "JRN", "times": "JRN", "post": "JRN", "press": "JRN", "journal": "JRN", "radio": "JRN", "television": "JRN", "tv": "JRN",
    "foundation": "NGO",
    "observatory": "NGO", "watch": "NGO", "front": "REB", "brigade": "REB", "brigades": "REB", "society": "NGO", "association": "NGO",
}  # fmt: skip
_MONTHS = frozenset(MONTHS) | frozenset(WEEKDAYS)
_CLOCKS = frozenset("gmt edt est pst pdt cst cdt mst bst ist utc cet text report tv am pm".split())
_SMALL = frozenset("of the and for in on de del la to &".split())


def find_organizations(ctx: Context, taken: dict[tuple[int, int], Draft]) -> list[Draft]:
    """Drafts of organisations by the parser's label, in order; an acronym, in brackets or by its initials, is an alias."""
    out = _spelt_out(ctx, taken)
    taken = taken | {(d.sentence, i): d for d in out for i in range(d.start, d.end)}
    for sent in ctx.parsed.sentences:
        for start, end in _labelled(sent) + _worded(sent):
            draft = _read(sent, start, end, ctx, taken)
            if draft is not None:
                out.append(draft)
    _join_acronyms(out, ctx, taken)
    _join_shorter(out, taken)
    return out


_ARMED_WORDS = frozenset("revolutionary liberation armed guerrilla guerrillas popular resistance self-defense arms people's".split())


def _spelt_out(ctx: Context, taken: dict[tuple[int, int], Draft]) -> list[Draft]:
    """Organisations introduced with an acronym, and every later mention by the acronym alone, whatever label the parser gave."""
    out: list[Draft] = []
    known: dict[str, Draft] = {}
    for n in find_introductions(ctx.parsed.sentences, ctx.parsed.report.text):
        sent = ctx.parsed.sentences[n.sentence]
        whole = next((d for i in range(n.start, n.end) if (d := taken.get((n.sentence, i))) and d.kind is not EntityKind.STATE), None)
        if whole is not None or (n.sentence, n.at) in taken:
            continue
        tokens = sent.tokens[n.start : n.end]
        words = [t.lower for t in tokens]
        sector = "REB" if _ARMED_WORDS & set(words) else next((_SECTORS[w] for w in reversed(words) if w in _SECTORS), None)
        country = next((ctx.owners[n.sentence, i][0] for i in range(n.start, n.end) if (n.sentence, i) in ctx.owners), None)
        name = _spaced(sent, n.start, n.end)
        draft = Draft(
            sentence=n.sentence, start=n.start, end=n.end, head=head_of(sent, n.start, n.end), kind=EntityKind.ORGANIZATION,
            key=f"named:{name_key(name)}", name=name, country=country, sector=sector, aliases=(n.acronym,),
        )  # fmt: skip
        known.setdefault(n.acronym, draft)
        out.append(draft)
    for sent in ctx.parsed.sentences if known else ():
        for t in sent.tokens:
            full = known.get(t.text.upper())
            if full is not None and is_acronym(t, ctx.parsed.report.text) and (sent.index, t.i) not in taken:
                out.append(replace(full, sentence=sent.index, start=t.i, end=t.i + 1, head=t.i))
    return out


_COMPANY_WORDS = frozenset("inc corp co ltd llc plc ag sa nv gmbh spa group company corporation incorporated limited holdings".split())
# Words that a name must have more than one of: "Department" alone may be anybody's.
_PLAIN_HEADS = frozenset(w.casefold() for w in "State National United International Foreign Central Supreme General Federal".split())


def _core(name: str) -> tuple[str, ...]:
    """Words of a name in lower case without "Inc." and its like at the end."""
    words = [w.strip(".,").replace(".", "") for w in name.casefold().split()]
    while len(words) > 1 and words[-1] in _COMPANY_WORDS:
        words.pop()
    return tuple(words)


def _join_shorter(drafts: list[Draft], taken: dict[tuple[int, int], Draft]) -> None:
    """A name that another one begins or ends with means the same if no third does: "Air Force" of "United States Air Force"."""
    organizations = [d for d in (*taken.values(), *drafts) if d.key.startswith(("org:", "named:"))]
    names = {form: d for d in organizations for form in (_core(d.name), *(_core(a) for a in d.aliases))}
    for d in drafts:
        mine = _core(d.name)
        if not d.key.startswith("named:"):
            continue
        found = {x.key: x for form, x in names.items() if x.key != d.key and _is_part(mine, form)}
        if len(found) == 1:
            to = next(iter(found.values()))
            d.key, d.name, d.code, d.country, d.role = to.key, to.name, to.code, d.country or to.country, d.role or to.role
            d.kind, d.sector = to.kind, to.sector or d.sector


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if short == long:
        return True
    two = len(short) >= 2 and short[-1:] == long[-1:]
    return two and len(long) > len(short) and long[-len(short) :] == short and not set(short) <= _PLAIN_HEADS


def _labelled(sent: Sentence) -> list[tuple[int, int]]:
    """Runs of tokens with the label of organisations, or of persons where the first word is that of an armed group."""
    out: list[tuple[int, int]] = []
    label = ""
    for t in sent.tokens:
        if out and out[-1][1] == t.i and t.ner == label and not t.ner_begins:
            out[-1] = (out[-1][0], t.i + 1)
        elif t.ner == "ORG" or (t.ner == "PERSON" and t.ner_begins and t.lower in ARMED_FIRST):
            label = t.ner
            out.append((t.i, t.i + 1))
    return out


# Words that make a run of names an organisation even where the parser gave it no label.
_HEADS = frozenset(
    "Society Institute University College Foundation Association Council Committee Commission Institution Observatory Federation Union"
    " Party Agency Corporation Company Bank Group Authority Ministry Department Academy Center Centre Organization Organisation"
    " Initiative Forum Front Army Movement"
    " Brigade Alliance Congress Court Church Network Watch International".split()
)


def _worded(sent: Sentence) -> list[tuple[int, int]]:
    """Runs of two names and more, without label, that end in a word for an organisation."""
    out = []
    for t in sent.tokens:
        if t.text in _HEADS and t.tag in ("NNP", "NNPS") and t.ner != "ORG" and t.i:
            start = t.i
            while start and sent.tokens[start - 1].tag in ("NNP", "NNPS") and sent.tokens[start - 1].text[:1].isupper():
                start -= 1
            if start < t.i and sent.tokens[min(t.i + 1, len(sent.tokens) - 1)].ner != "ORG":
                out.append((start, t.i + 1))
    return out


def _read(sent: Sentence, start: int, end: int, ctx: Context, taken: dict[tuple[int, int], Draft]) -> Draft | None:
    while start < end and (sent.tokens[start].dep in ("det", "punct", "case") or sent.tokens[start].lower == "the"):
        start += 1
    while end > start and (
        sent.tokens[end - 1].tag in ("POS", ",", ".", ":", "-LRB-", "-RRB-", "HYPH") or sent.tokens[end - 1].lower in ("'s", "’s")
    ):
        end -= 1
    tokens = sent.tokens[start:end]
    if not tokens or not tokens[0].text[:1].isupper() or len("".join(t.text for t in tokens)) < 2 or tokens[0].lower in _MONTHS:
        return None
    if _is_no_name(sent, start, end, ctx):
        return None
    if any(t.text in ("/", "|", "@", "http") for t in tokens):
        return None
    if any((sent.index, i) in taken for i in range(start, end)) and not _outgrows(sent, start, end, taken):
        return None
    if all((sent.index, i) in ctx.owners for i in range(start, end)) or all(t.pos not in ("PROPN", "NOUN") for t in tokens):
        return None
    head = head_of(sent, start, end)
    if sent.tokens[head].dep in ("compound", "amod", "nummod") and len(tokens) == 1:
        return None
    words = [t.lower for t in tokens]
    role = longest_role(tuple(words))
    sector = next((_SECTORS[w] for w in reversed(words) if w in _SECTORS), role[0].sector if role else None)
    country = next((ctx.owners[sent.index, i][0] for i in range(start, end) if (sent.index, i) in ctx.owners), None)
    if country is None and tokens[0].text in _CHAMBERS and ctx.countries["USA"] and not {"commons", "lords"} & set(words):
        country, sector = "USA", "LEG"
    name = _spaced(sent, start, end)
    return Draft(
        sentence=sent.index, start=start, end=end, head=head, kind=EntityKind.ORGANIZATION, key=f"named:{name_key(name)}", name=name,
        country=country, sector=sector, aliases=(),
    )  # fmt: skip


# Of the Congress, where a report speaks of the United States: "House Judiciary Committee".
_CHAMBERS = frozenset(("House", "Senate", "Congressional"))


def _is_no_name(sent: Sentence, start: int, end: int, ctx: Context) -> bool:
    """Places that the parser took for organisations, single nouns with a capital ("the Union"), and types of arms ("S-300s")."""
    for m in ctx.matches[sent.index]:
        if m.start <= start and end <= m.end and all(p.kind in ("landmark", "other") or p.how in ("metonym", "region") for p in m.phrases):
            return True
    if end - start == 1:
        t = sent.tokens[start]
        if start and sent.tokens[start - 1].lower in ("in", "near", "at", "outside", "around", "inside"):
            return True
        return (
            t.lower in _CLOCKS
            or is_city(t.text)
            or longest_role((t.lower,)) is not None
            or t.text in _HEADS
            or any(c.isdigit() for c in t.text)
        )
    return any(c.isdigit() for c in sent.tokens[start].text)


def _outgrows(sent: Sentence, start: int, end: int, taken: dict[tuple[int, int], Draft]) -> bool:
    """Whether the name goes well beyond a state inside it ("Syrian Observatory for Human Rights")."""
    inside = [taken[sent.index, i] for i in range(start, end) if (sent.index, i) in taken]
    head = head_of(sent, start, end)
    return all(d.kind is EntityKind.STATE and d.head != head for d in inside) and end - start >= 3


def _spaced(sent: Sentence, start: int, end: int) -> str:
    out = ""
    for t in sent.tokens[start:end]:
        out += (" " if out and t.start > sent.tokens[t.i - 1].end else "") + t.text
    return out


def initials(name: str) -> str:
    """First letters of the words that count: "National Liberation Army" gives "NLA"."""
    return "".join(w[0] for w in name.replace("-", " ").split() if w.lower() not in _SMALL and w[0].isalpha()).upper()


def _join_acronyms(drafts: list[Draft], ctx: Context, taken: dict[tuple[int, int], Draft]) -> None:
    """An acronym that stands in brackets behind a name, or spells a name's initials, means the same organisation."""
    full = {initials(d.name): d for d in drafts if " " in d.name and len(initials(d.name)) >= 3}
    for d in drafts:
        tokens = ctx.parsed.sentences[d.sentence].tokens
        if d.end + 2 < len(tokens) and tokens[d.end].text == "(" and tokens[d.end + 2].text == ")" and tokens[d.end + 1].text.isupper():
            full[tokens[d.end + 1].text] = d
            d.aliases = (*d.aliases, tokens[d.end + 1].text)
    for d in drafts:
        long = full.get(d.name)
        if long is not None and long is not d and " " not in d.name:
            d.key, d.aliases, d.name = long.key, (d.name,), long.name
