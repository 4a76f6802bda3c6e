"""Sentence -> draft mentions of actors that are described, not named: governments, ministries, soldiers, rebels, officials, sources."""

from __future__ import annotations

from accord.extract.home import belongs_home
from accord.extract.mentions import PARENTS, Context, Draft
from accord.extract.personal_names import TOPICAL, owner_of
from accord.extract.titles import FORMER, read_title
from accord.knowledge.organizations import GROUP_KINDS, organization
from accord.knowledge.roles import Role, longest_role
from accord.knowledge.states import name_of, state
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind

# Heads that stand for the state itself when a state owns them.
GOVERNMENT = frozenset("government administration regime leadership authority state cabinet junta monarchy republic".split())
# Bodies of a state: organisations in their own right, of its country.
_BODIES = frozenset(
    "ministry parliament army navy military police court congress senate assembly embassy agency council commission committee"
    " department bureau force guard directorate mission delegation television radio broadcaster intelligence legislature tribunal"
    " institute university party chamber federation association confederation union"
    " prosecutor treasury consulate media".split()
)
# Role nouns that act without an owner; what they belong to is found by context, if at all.
_BARE = frozenset(
    "rebel soldier troop militant gunman police policeman protester protestor demonstrator official source analyst expert diplomat"
    " guerrilla insurgent fighter terrorist separatist activist witness resident observer lawmaker opposition army military militia"
    " navy prosecutor investigator officer peacekeeper mediator negotiator spokesman spokeswoman spokesperson researcher commander"
    " jihadist hacker kidnapper hijacker attacker assailant bomber smuggler settler civilian villager refugee migrant monitor medic"
    " doctor rescuer paramilitary authority ally aide adviser advisor critic historian economist scholar observers reporter journalist"
    " media insider executive investor trader farmer worker student teacher neighbour neighbor relative survivor passenger crew pilot"
    " fisherman politician senator congressman legislator deputy minister ambassador envoy"
    " general colonel judge lawyer attorney campaigner group organization organisation crowd mob coalition delegation delegate".split()
)
_ANONYMOUS = frozenset(
    "official source analyst expert diplomat witness resident observer insider aide adviser advisor critic researcher economist"
    " spokesman spokeswoman spokesperson officer negotiator mediator commander lawmaker historian scholar activist protester monitor"
    " investigator relative neighbour neighbor"
    " executive investor trader survivor villager medic doctor politician ally campaigner person people insider"
    " delegate reader friend".split()
)
# People who act in the plural, of whom one alone is rarely told.
_CROWDS = frozenset(
    "organizer organiser donor giver backer opponent tribesman gangster mercenary bandit pirate trooper paratrooper inspector firefighter"
    " nurse inmate commuter tourist striker marcher rioter looter exile dissident monk nun priest cleric bishop miner herder tenant"
    " parent inhabitant elder alderman councillor councilor selectman regulator creditor lender envoy attacker shooter stockbroker".split()
)
# Roles of the table that are no actors in news, or name things far more often than people.
_NOT_ACTORS = frozenset(
    "party house office service front league cell union front wing base branch bank company firm business industry school hospital"
    " station head body member side man woman child youth team player star artist family people boy girl victim suspect driver owner"
    " customer hostage prisoner detainee supporter volunteer voter candidate winner actor singer writer author model host guest agent"
    " leader ship vessel plane aircraft jet tank missile unit element patrol convoy position post power program programme system"
    " project facility community center centre club foundation network movement trust society association federation church mosque"
    " store shop market factory airline plant newspaper press paper magazine tabloid website telecom land space rule law justice"
    " security safety intelligence health education trade energy water food"
    " speaker chair chief director head president minister secretary governor mayor king queen prince pope"
    " chancellor premier ambassador".split()
)
_COLLECTIVE = frozenset(
    "ally neighbour neighbor opposition media group army military crowd mob coalition delegation crew police militia navy executive".split()
)
# Chiefs: a singular noun of these with an owner is one person, not a group.
_OFFICES = frozenset(
    "president premier chancellor minister leader king queen emperor prince pope emir sultan secretary governor mayor ambassador envoy"
    " speaker chief head"
    " chairman chairwoman commander spokesman spokeswoman spokesperson director commissioner representative"
    " negotiator general deputy diplomat".split()
)


_MODIFIERS = ("compound", "nmod", "amod")
# Forces that news put before what they wield, do or hold: "army shells", "a guerrilla ambush", "rebel positions".
_WIELDERS = frozenset(
    "army rebel guerrilla police militia coalition government regime opposition insurgent militant navy separatist jihadist paramilitary"
    " alliance".split()
)
_WIELDED = frozenset(
    "attack fire shelling strike airstrike raid offensive ambush bombardment bombing missile rocket mortar jet plane warplane aircraft"
    " helicopter drone tank artillery shell shellfire gunfire operation assault position stronghold base barracks checkpoint convoy vehicle"
    " outpost target patrol crackdown advance bomb gunship fighter-jet sniper".split()
)


def _wields(t: Token, sent: Sentence) -> bool:
    return t.lemma.lower() in _WIELDERS and t.dep != "amod" and sent.tokens[t.head].lemma.lower() in _WIELDED


# Who deals with others in the news of one state, where nothing tells of another ("met businessmen", "political parties said").
_DEALERS = frozenset("party businessman union industrialist legislator bishop peasant merchant trader leader deputy voter citizen".split())
_HARMING = frozenset(
    "kill wound injure kidnap abduct murder arrest detain capture shoot execute behead slay maim hurt ambush torture rape beat free release"
    " rescue hold assassinate massacre jail imprison evacuate displace".split()
)
_HARMED = frozenset(
    "people person man woman child boy girl driver bodyguard victim passenger farmer peasant laborer labourer businessman teacher student"
    " worker priest nun merchant trader official mayor lawyer family employee exporter rancher citizen patient nurse baby youth teenager"
    " bystander worshipper shopper pedestrian prisoner inmate hostage detainee dweller other".split()
)


def _victim(t: Token, sent: Sentence, ctx: Context) -> Draft | None:
    """People of the one state that a report is about: whom an act of force befell, and who deals with others in the plural."""
    lemma = singular(t)
    dealer = lemma in _DEALERS and t.tag in ("NNS", "NNPS") and t.dep in ("nsubj", "dobj", "nsubjpass", "pobj", "agent")
    if ctx.home is None or not (dealer or (lemma in _HARMED and _is_harmed(t, sent))):
        return None
    start, _ = _left(t, sent, ctx)
    first = _skip_determiner(sent, start, t.i)
    draft = Draft(
        sentence=sent.index, start=first, end=t.i + 1, head=t.i, kind=EntityKind.GROUP, key=f"group:None:{lemma}:victim",
        name=_name(sent, first, t.i), how="nominal", sector="CVL", role="victim", anonymous=True,
    )  # fmt: skip
    return draft if belongs_home(draft, sent, ctx.home) and owner_of(t, sent, ctx) == (None, None) else None


def _is_harmed(t: Token, sent: Sentence) -> bool:
    """Whether the noun, or the list that it stands in, is what a verb of force is done to."""
    for _ in range(4):
        if t.dep != "conj" or t.head == t.i:
            break
        t = sent.tokens[t.head]
    return t.dep in ("dobj", "nsubjpass") and sent.tokens[t.head].lemma.lower() in _HARMING


def find_nominals(ctx: Context, taken: dict[tuple[int, int], Draft]) -> list[Draft]:
    """Drafts of described actors, in order; `taken` holds the head tokens that names already cover."""
    out = []
    for sent in ctx.parsed.sentences:
        for t in sent.tokens:
            if t.pos not in ("NOUN", "PROPN") or (sent.index, t.i) in taken or (t.dep in _MODIFIERS and not _wields(t, sent)):
                continue
            if t.i + 1 < len(sent.tokens) and sent.tokens[t.i + 1].text == "-" and sent.tokens[t.i + 1].start == t.end:
                continue
            draft = _read_nominal(t, sent, ctx) or _victim(t, sent, ctx)
            if draft is not None and draft.kind is EntityKind.PERSON and _says_who(t, sent, taken):
                continue
            if draft is not None:
                out.append(draft)
    return out


def _says_who(t: Token, sent: Sentence, taken: dict[tuple[int, int], Draft]) -> bool:
    """Whether the noun only describes a person named beside it: "X, the president", "the president, X", "X is president"."""
    near = [k.i for k in sent.kids(t.i, "appos", "compound", "nmod")]
    if t.dep in ("appos", "attr", "compound", "nmod"):
        parent = sent.tokens[t.head]
        near += [parent.i] if t.dep != "attr" else [k.i for k in sent.kids(parent.i, "nsubj")]
    return any((d := taken.get((sent.index, i))) is not None and d.kind is EntityKind.PERSON for i in near)


def _read_nominal(t: Token, sent: Sentence, ctx: Context) -> Draft | None:
    lemma = singular(t)
    start, words = _left(t, sent, ctx)
    found = longest_role((*words, t.lower)) or longest_role((*words, lemma))
    crowd = lemma in _CROWDS and t.tag == "NNS"
    if found is None and lemma not in GOVERNMENT and lemma not in _BARE and lemma not in _BODIES and not crowd:
        return None
    role = found[0] if found else None
    if role is not None and role.kind not in ("person", "body", "") and lemma not in _BARE:
        return None
    return _build(t, lemma, role, start, sent, ctx)


def singular(t: Token) -> str:
    """Lemma in lower case; plural names such as "Ministers" too."""
    lemma = t.lemma.lower()
    if t.pos == "PROPN" and lemma.endswith("s") and (t.tag == "NNPS" or lemma[:-1] in _BARE):
        return lemma[:-1]
    return {
        "medium": "media",
        "men": "man",
        "gunmen": "gunman",
        "spokesmen": "spokesman",
        "policemen": "policeman",
        "protestor": "protester",
    }.get(lemma, lemma)


def _left(t: Token, sent: Sentence, ctx: Context) -> tuple[int, tuple[str, ...]]:
    """First token of the noun phrase left of its head, and its words without determiners, states and organisations."""
    start = t.i
    while start and sent.tokens[start - 1].head >= start - 1 and _in_phrase(sent, start - 1, t.i):
        start -= 1
    words = tuple(
        x.lower for x in sent.tokens[start : t.i]
        if (sent.index, x.i) not in ctx.owners and x.dep in ("compound", "amod", "nmod") and x.text not in ("-", "–") and x.pos != "VERB"
    )  # fmt: skip
    return start, words


def _in_phrase(sent: Sentence, i: int, head: int) -> bool:
    """Whether a token left of `head` hangs on it, directly or through other left modifiers."""
    t = sent.tokens[i]
    for _ in range(6):
        if t.text in ("-", "–", "—") and i and t.start > sent.tokens[i - 1].end:
            return False
        if t.head == head:
            return t.dep not in ("punct", "cc", "conj", "appos", "prep", "relcl", "nsubj", "advmod", "preconj") or t.text == "-"
        if t.head == t.i or not i <= t.head <= head:
            return False
        t = sent.tokens[t.head]
    return False


def _owner(t: Token, sent: Sentence, ctx: Context, lemma: str) -> tuple[str | None, str | None]:
    """State and organisation that a noun belongs to, by the nearest word that tells."""
    before = sent.tokens[t.i - 1] if t.i else None
    if before is not None and (sent.index, before.i) in ctx.owners:
        if lemma in TOPICAL and before.tag in ("NNP", "NNPS"):
            return None, None
        if before.dep not in ("nsubj", "dobj", "pobj"):
            return ctx.owners[sent.index, before.i]
    found = owner_of(t, sent, ctx)
    if found == (None, None):
        found = _owner_of_owner(t, sent, ctx)
    if found != (None, None):
        return found
    region = _region_owner(t, sent, ctx) if lemma not in GOVERNMENT else None
    if region:
        return region, None
    return (_nearest_state(t, sent, ctx), None) if lemma == "media" else (None, None)


def _owner_of_owner(t: Token, sent: Sentence, ctx: Context) -> tuple[str | None, str | None]:
    """As in "sources at the Turkish defence ministry", "the president of the Greek parliament", "Greek parliament members"."""
    bodies = [
        obj for prep in sent.kids(t.i, "prep") if prep.lower in ("of", "at", "from", "for")
        for obj in sent.kids(prep.i, "pobj") if singular(obj) in _BODIES | GOVERNMENT
    ]  # fmt: skip
    owners = (owner_of(x, sent, ctx) for x in (*bodies, *sent.kids(t.i, "compound", "poss", "nmod")))
    return next((o for o in owners if o != (None, None)), (None, None))


def _region_owner(t: Token, sent: Sentence, ctx: Context) -> str | None:
    """The state whose region or province owns a noun: "California officials", "residents of Gaza"."""
    near = [k.i for k in sent.kids(t.i, "compound", "poss", "nmod", "amod")]
    near += [o.i for p in sent.kids(t.i, "prep") if p.lower in ("of", "in", "from") for o in sent.kids(p.i, "pobj")]
    return next((ctx.region_owners[sent.index, i] for i in near if (sent.index, i) in ctx.region_owners), None)


def _nearest_state(t: Token, sent: Sentence, ctx: Context) -> str | None:
    """The state named last before a token in its sentence, as in "Pyongyang ... with state media"."""
    for i in range(t.i - 1, -1, -1):
        owner = ctx.owners.get((sent.index, i))
        if owner and owner[0]:
            return owner[0]
    return None


def _build(t: Token, lemma: str, role: Role | None, start: int, sent: Sentence, ctx: Context) -> Draft | None:
    iso3, org_id = owner = _owner(t, sent, ctx, lemma)
    owned = owner != (None, None)
    first = _skip_determiner(sent, start, t.i)
    draft = Draft(
        sentence=sent.index, start=first, end=t.i + 1, head=t.i, kind=EntityKind.GROUP, key="", name=_name(sent, first, t.i), how="nominal",
        country=iso3, sector=role.sector if role else None, role=lemma,
    )  # fmt: skip
    plural = t.tag in ("NNS", "NNPS") or t.lower == "police" or (t.pos == "PROPN" and t.lower == f"{lemma}s")
    if lemma in COALITIONS and (lead := leading_state(t, sent, ctx)):
        return _coalition(draft, lead)
    if lemma in GOVERNMENT and plural and not owned and lemma != "authority":
        return None
    if lemma in GOVERNMENT:
        return _government(draft, iso3 or (ctx.home if t.dep == "compound" else None), org_id)
    if org_id is not None and _owned_by_organization(draft, org_id, lemma):
        return draft
    bare_body = lemma in _HOME_BODIES and ctx.home is not None
    if lemma in _BODIES and (owned or ((role or ctx.home) and first < t.i) or bare_body) and not plural:
        draft.kind, draft.key = EntityKind.ORGANIZATION, f"body:{iso3 or org_id}:{_body_key(sent, first, t.i, ctx)}"
        return draft if owned or t.pos == "PROPN" or (ctx.home and belongs_home(draft, sent, ctx.home)) else None
    crowd = lemma in _CROWDS and plural
    draft.sector = draft.sector or ("CVL" if crowd else None)
    if (not owned and lemma not in _BARE and not crowd) or (lemma in _NOT_ACTORS and not (lemma in _OFFICES and owned)):
        return None
    draft.anonymous = lemma in _ANONYMOUS
    if lemma in _FORCES and iso3 and not org_id:
        draft.sector = "MIL"
    if plural or lemma in _COLLECTIVE or not (lemma in _OFFICES or lemma in _ANONYMOUS or (role and role.kind == "person")):
        draft.key = f"group:{iso3 or org_id}:{_group_key(sent, first, t, ctx)}"
        return draft
    return _single(draft, t, sent, owner, ctx)


COALITIONS = frozenset("coalition alliance".split())


def leading_state(t: Token, sent: Sentence, ctx: Context) -> str | None:
    """The state that leads a coalition by its words: "the Saudi-led coalition", "a coalition led by Saudi Arabia"."""
    for i in range(max(2, t.i - 5), t.i):
        if sent.tokens[i].lower == "led" and sent.tokens[i - 1].text in ("-", "–"):
            return ctx.owners.get((sent.index, i - 2), (None, None))[0]
    for k in sent.kids(t.i, "acl", "relcl"):
        if k.lemma.lower() == "lead":
            by = [o for p in sent.kids(k.i, "agent", "prep") if p.lower == "by" for o in sent.kids(p.i, "pobj")]
            owners = [ctx.owners.get((sent.index, o.i)) or owner_of(o, sent, ctx) for o in by]
            return next((iso3 for iso3, _ in owners if iso3), None)
    return None


def _coalition(draft: Draft, lead: str) -> Draft:
    draft.kind, draft.key, draft.country, draft.sector, draft.role = EntityKind.ORGANIZATION, f"coalition:{lead}", lead, "MIL", "coalition"
    return draft


# Bodies of which a state has one: in the news of one state they need no name.
_HOME_BODIES = frozenset("parliament senate congress legislature cabinet treasury court ministry".split())
_FORCES = frozenset("fighter force troop soldier".split())
# "ELN rebels", "the YPG militia" are the organisation itself.
_MEMBERS = frozenset(
    "rebel guerrilla militant insurgent fighter group movement militia organization organisation force alliance"
    " faction terrorist jihadist".split()
)


def _owned_by_organization(draft: Draft, org_id: str, lemma: str) -> bool:
    """Marks what belongs to an organisation; True if the noun only says what kind of armed group it is."""
    org = organization(org_id)
    if org is None:
        return False
    if org.kind in GROUP_KINDS and lemma in _MEMBERS:
        draft.key, draft.kind, draft.code, draft.name, draft.sector = f"org:{org_id}", EntityKind.GROUP, org_id, org.name, org.sector
        return True
    if draft.country is None:
        draft.aliases = (*(a for a in org.acronyms if a == org_id), *PARENTS.get(org.actor_code, ()))
        draft.sector = draft.sector if draft.sector not in (None, "GOV", "UNK") else org.sector or "IGO"
    return False


def _single(draft: Draft, t: Token, sent: Sentence, owner: tuple[str | None, str | None], ctx: Context) -> Draft | None:
    """One person who is described: "the Turkish president", "a senior official"."""
    if any(k.pos == "PROPN" and k.dep in ("appos", "compound") and k.ner == "PERSON" for k in sent.kids(t.i)):
        return None
    words = tuple(
        x.lower for x in sent.tokens[draft.start : t.i + 1] if (sent.index, x.i) not in ctx.owners and x.text not in ("-", "'s", "’s")
    )
    draft.title = read_title(words)[0] or t.lower
    draft.former = bool(FORMER & set(words))
    draft.kind = EntityKind.PERSON
    draft.anonymous = draft.anonymous or not (owner[0] or owner[1])
    draft.key = f"one:{owner[0] or owner[1]}:{draft.title}{':former' if draft.former else ''}"
    draft.code = owner[1] if not owner[0] else None
    return draft


def _government(draft: Draft, iso3: str | None, org_id: str | None) -> Draft | None:
    if iso3 is None or (org_id and state(iso3) is None):
        return None
    if org_id is not None:
        return None
    draft.key, draft.kind, draft.name, draft.sector = f"state:{iso3}", EntityKind.STATE, name_of(iso3), "GOV"
    return draft


def _skip_determiner(sent: Sentence, start: int, head: int) -> int:
    while start < head and (
        sent.tokens[start].dep in ("det", "predet", "nummod", "punct", "preconj", "quantmod", "advmod")
        or sent.tokens[start].tag in ("PRP$", "CD", "POS", "DT", "IN", "RB")
        or sent.tokens[start].lower in ("own", "other", "same", "such")
    ):
        start += 1
    return start


def _name(sent: Sentence, start: int, head: int) -> str:
    out = ""
    for x in sent.tokens[start : head + 1]:
        gap = " " if out and x.start > sent.tokens[x.i - 1].end else ""
        out += gap + x.text
    return out


def _body_key(sent: Sentence, start: int, head: int, ctx: Context) -> str:
    words = [x.lower for x in sent.tokens[start : head + 1] if (sent.index, x.i) not in ctx.owners and x.text not in ("'s", "’s", "-", "'")]
    return " ".join(w.replace("defense", "defence") for w in words if w not in ("the", "its", "their"))


def _group_key(sent: Sentence, start: int, t: Token, ctx: Context) -> str:
    skip = {"senior", "unnamed", "some", "many", "several", "top", "local", "the", "anonymous", "high", "ranking", "-", "'s", "’s"}
    words = [x.lower for x in sent.tokens[start : t.i] if (sent.index, x.i) not in ctx.owners and x.lower not in skip and x.pos != "NUM"]
    return " ".join((*words, singular(t)))
