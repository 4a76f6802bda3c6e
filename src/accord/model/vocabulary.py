"""Closed vocabularies. Values are what the public JSON prints (`contract.md`)."""

from enum import StrEnum


class NoiseKind(StrEnum):
    """What part of a page is not the report's own prose."""

    BOILERPLATE = "boilerplate"
    EMBED = "embed"
    HEADING = "heading"
    BYLINE = "byline"
    CAPTION = "caption"


class DateBasis(StrEnum):
    """How a publication date is known."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class TimeType(StrEnum):
    """TIMEX3 types (TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class EntityKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    STATE = "state"
    ORGANIZATION = "organization"
    GROUP = "group"


class AttributionKind(StrEnum):
    """How words are reported (PolNeAR, PARC)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Modality(StrEnum):
    """What the innermost source, or with none the report, commits to."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    REQUESTED = "requested"
    CONDITIONAL = "conditional"
    DENIED = "denied"


class EventType(StrEnum):
    """The 16 PLOVER event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Quad(StrEnum):
    """PLOVER quad classes."""

    VERBAL_COOPERATION = "verbal_cooperation"
    MATERIAL_COOPERATION = "material_cooperation"
    VERBAL_CONFLICT = "verbal_conflict"
    MATERIAL_CONFLICT = "material_conflict"


class Relation(StrEnum):
    """How what reports tell relates on one slot (after Cross-document Structure Theory); the last three lie inside one report."""

    CONTRADICTION = "contradiction"
    UPDATE = "update"
    SUBSUMPTION = "subsumption"
    EQUIVALENCE = "equivalence"
    TENSION = "tension"
    REPETITION = "repetition"
    INCOHERENT = "incoherent"
    ANACHRONISM = "anachronism"


class Aspect(StrEnum):
    """The slot of an event that a finding is about."""

    ATTENDANCE = "attendance"
    COUNT_KILLED = "count_killed"
    COUNT_INJURED = "count_injured"
    COUNT_OTHER = "count_other"
    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    RECIPIENT = "recipient"
    MEANS = "means"
    EVENT_TYPE = "event_type"
    OUTCOME = "outcome"
    OFFICE = "office"
    PRECEDENT = "precedent"
    STANCE = "stance"
    OCCASION = "occasion"
    HISTORY = "history"
    INTENTION = "intention"
    OTHER = "other"


class Attendance(StrEnum):
    """In what way somebody is part of a gathering."""

    ATTENDS = "attends"
    HOST = "host"
    INVITED = "invited"
    UNDECIDED = "undecided"
    DECLINED = "declined"
    NOT_INVITED = "not_invited"
    REPRESENTED_BY_OTHER = "represented_by_other"
    UNLIKELY = "unlikely"


class EditKind(StrEnum):
    """What a copy does to the wording that it took over."""

    ADDED = "added"
    DROPPED = "dropped"
    REPLACED = "replaced"
    MOVED = "moved"


class DerivationBasis(StrEnum):
    """How it is known which of two copies came first."""

    CREDITED = "credited"
    OLDER = "older"
    FULLER = "fuller"
