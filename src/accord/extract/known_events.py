"""Well-dated happenings of history that reports count anniversaries from: words -> the day it happened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_WW2 = r"(?:the )?(?:second world war|world war (?:ii|two|2)|wwii|ww2)"


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """A happening with a day.

    Attributes:
        name: For the sentence that says why.
        words: What names it in running text.
        day: When it happened.
        where: Only where the report also has these words: the end of a war is kept on different days in different countries.
    """

    name: str
    words: re.Pattern[str]
    day: date
    where: re.Pattern[str] | None = None


def _event(name: str, words: str, day: str, where: str | None = None) -> KnownEvent:
    return KnownEvent(
        name, re.compile(words, re.IGNORECASE), date.fromisoformat(day), re.compile(rf"\b(?:{where})\b", re.IGNORECASE) if where else None
    )


# The first that fits holds, so that a narrower name stands before a wider one.
KNOWN_EVENTS: tuple[KnownEvent, ...] = (
    _event(
        "the victory over Japan as kept in China",
        rf"end of {_WW2}|victory over japan|japan(?:ese|['’]s) surrender|defeat of japan", "1945-09-03", "beijing|tiananmen|chinese|china"),
    _event(
        "the end of the war in Europe as kept in Russia",
            rf"end of {_WW2}|victory over (?:nazi|fascis)|defeat of (?:nazi|hitler)|victory in {_WW2}|great patriotic war",
            "1945-05-09", "moscow|red square|russian|russia|soviet|kremlin"),
    _event("the end of the war in Europe",
        rf"v-?e day|end of {_WW2} in europe|nazi germany['’]s (?:surrender|defeat)|surrender of nazi",
        "1945-05-08"),
    _event("the end of the Second World War", rf"end of {_WW2}|v-?j day|japan(?:ese|['’]s) surrender", "1945-09-02"),
    _event("the outbreak of the Second World War",
        rf"(?:outbreak|start|beginning) of {_WW2}|(?:nazi|german) invasion of poland",
        "1939-09-01"),
    _event("the Normandy landings", r"d-day|normandy landings|allied landings in normandy", "1944-06-06"),
    _event("the liberation of Auschwitz", r"liberation of (?:the )?auschwitz", "1945-01-27"),
    _event("the bombing of Hiroshima", r"(?:bombing|attack|bomb) (?:of|on) hiroshima|hiroshima (?:atomic )?bombing", "1945-08-06"),
    _event("the bombing of Nagasaki", r"(?:bombing|attack|bomb) (?:of|on) nagasaki|nagasaki (?:atomic )?bombing", "1945-08-09"),
    _event("the attack on Pearl Harbor", r"pearl harbou?r", "1941-12-07"),
    _event("the attacks of September 11, 2001",
        r"sept(?:ember|\.)? 11(?:th|, 2001)? (?:terror |terrorist )?attacks?|9/11|attacks (?:of|on) sept(?:ember|\.) 11",
        "2001-09-11"),
    _event("the armistice of 1918", r"end of (?:the )?(?:first world war|world war (?:i|one)\b|great war)|armistice of 1918", "1918-11-11"),
    _event("the outbreak of the First World War",
        r"(?:outbreak|start|beginning) of (?:the )?(?:first world war|world war (?:i|one)\b)",
        "1914-07-28"),
    _event("the fall of the Berlin Wall", r"fall of the berlin wall|berlin wall['’]s fall", "1989-11-09"),
    _event("German reunification", r"german (?:re)?unification|(?:re)?unification of germany", "1990-10-03"),
    _event("the crackdown on Tiananmen Square",
        r"tiananmen (?:square )?(?:crackdown|massacre|killings|protests)|june 4(?:th)? crackdown",
        "1989-06-04"),
    _event(
        "the founding of the People's Republic of China",
        r"founding of (?:the )?(?:people['’]s republic|communist china|modern china)|chinese national day", "1949-10-01"),
    _event(
        "the founding of the Chinese Communist Party",
        r"founding of (?:the |china['’]s )?(?:chinese )?communist party|communist party of china['’]s founding", "1921-07-01"),
    _event("the return of Hong Kong", r"(?:hong kong['’]s )?(?:handover|return) (?:of hong kong|to china|to chinese rule)", "1997-07-01"),
    _event("the founding of North Korea", r"founding of (?:north korea|the dprk)|north korea['’]s founding", "1948-09-09"),
    _event("the founding of the Workers' Party of Korea", r"founding of the (?:ruling )?workers['’]? party", "1945-10-10"),
    _event("the outbreak of the Korean War", r"(?:outbreak|start|beginning) of the (?:1950-53 )?korean war", "1950-06-25"),
    _event("the armistice of the Korean War",
        r"korean war armistice|armistice (?:that )?(?:ended|ending|of) the (?:1950-53 )?korean war|end of the korean war",
        "1953-07-27"),
    _event("the independence of India", r"(?:india['’]s|indian) independence|independence of india", "1947-08-15"),
    _event("the independence of Pakistan",
        r"pakistan['’]s (?:independence|founding)|independence of pakistan|creation of pakistan",
        "1947-08-14"),
    _event("the declaration of Israel",
        r"(?:founding|creation|establishment) of (?:the state of )?israel|israel['’]s (?:founding|independence|creation)|nakba",
        "1948-05-14"),
    _event("the attack of October 7, 2023",
        r"oct(?:ober|\.)? 7(?:th)?(?:, 2023)?,? (?:hamas |terror )?(?:attack|massacre|assault)|hamas['’]? (?:attack|assault) (?:of|on)"
        r" oct",
        "2023-10-07"),
    _event("the Russian invasion of Ukraine",
        r"(?:russia(?:n|['’]s)|moscow['’]s) (?:full-scale |all-out )?invasion(?: of ukraine)?|start of the (?:war in ukraine"
        r"|full-scale)",
        "2022-02-24"),
    _event("the annexation of Crimea", r"annexation of (?:the )?crimea|crimea['’]s annexation", "2014-03-18"),
    _event("the independence of Ukraine", r"ukrain(?:e['’]s|ian) independence|independence of ukraine", "1991-08-24"),
    _event("the disaster of Chernobyl", r"chernobyl", "1986-04-26"),
    _event("the end of the Soviet Union",
        r"(?:collapse|fall|breakup|break-up|dissolution) of the soviet union|soviet collapse",
        "1991-12-26"),
    _event("the Bolshevik Revolution", r"(?:bolshevik|october|russian) revolution", "1917-11-07"),
    _event("the massacre of Srebrenica", r"srebrenica", "1995-07-11"),
    _event("the Dayton accords", r"dayton (?:peace )?(?:accords?|agreement)", "1995-12-14"),
    _event("the genocide in Rwanda", r"rwanda(?:n|['’]s)? (?:1994 )?genocide|genocide (?:in rwanda|against the tutsi)", "1994-04-07"),
    _event("the genocide of the Armenians", r"armenian genocide|massacres? of (?:the )?armenians", "1915-04-24"),
    _event("the Islamic Revolution", r"islamic revolution|iran['’]s 1979 revolution", "1979-02-11"),
    _event("the seizure of the embassy in Tehran",
        r"(?:seizure|takeover|storming) of the (?:u\.?s\.? |american )?embassy in te[h]?ran",
        "1979-11-04"),
    _event("the invasion of Iraq", r"(?:u\.?s\.?-led |american )?invasion of iraq|iraq invasion", "2003-03-20"),
    _event("the fall of Kabul", r"fall of kabul|taliban['’]?s? (?:takeover|return to power|seizure of power)", "2021-08-15"),
    _event("the founding of NATO", r"(?:founding|creation) of nato|nato['’]s (?:founding|creation)|north atlantic treaty", "1949-04-04"),
    _event("the founding of the United Nations",
        r"(?:founding|creation|establishment) of the (?:united nations|u\.?n\.?)|(?:un|united nations)['’]s? (?:founding|charter)",
        "1945-10-24"),
    _event("the founding of ASEAN", r"(?:founding|creation|establishment) of (?:the )?asean|asean['’]s founding", "1967-08-08"),
    _event("American independence",
        r"american independence|declaration of independence|u\.?s\.? independence|nation['’]s independence",
        "1776-07-04"),
    _event("the storming of the Bastille", r"storming of the bastille|french revolution", "1789-07-14"),
    _event("the fall of Saigon",
        r"fall of saigon|end of the vietnam war|reunification of vietnam|vietnam['’]s reunification",
        "1975-04-30"),
    _event("the Cuban Revolution", r"(?:cuban|castro['’]s) revolution|triumph of the revolution", "1959-01-01", "cuba|cuban|havana|castro"),
    _event("the Sandinista revolution", r"sandinista revolution", "1979-07-19"),
    _event("the Carnation Revolution", r"carnation revolution", "1974-04-25"),
    _event("the Velvet Revolution", r"velvet revolution", "1989-11-17"),
    _event("the moon landing", r"(?:apollo 11|first )?moon landing", "1969-07-20"),
    _event("the killing of John F. Kennedy",
        r"assassination of (?:president )?(?:john f\. )?kennedy|kennedy['’]?s? assassination",
        "1963-11-22"),
    _event("the killing of Martin Luther King", r"assassination of (?:the rev\. )?(?:dr\. )?martin luther king", "1968-04-04"),
    _event("the killing of Yitzhak Rabin", r"assassination of (?:prime minister )?yitzhak rabin|rabin['’]s assassination", "1995-11-04"),
    _event("the Good Friday Agreement", r"good friday (?:agreement|accord|peace)", "1998-04-10"),
    _event("the earthquake and tsunami in Japan", r"fukushima|great east japan earthquake", "2011-03-11"),
    _event("the Indian Ocean tsunami", r"(?:indian ocean|asian|boxing day) tsunami", "2004-12-26"),
    _event("the storming of the U.S. Capitol",
        r"(?:storming of|attack on|riot at) the (?:u\.?s\.? )?capitol|jan(?:uary|\.) 6 (?:riot|attack|insurrection)",
        "2021-01-06", "trump|congress|capitol"),
    _event("the coup in Myanmar", r"myanmar(?:['’]s)? (?:military )?coup|coup in myanmar", "2021-02-01"),
    _event("the coup in Chile",
        r"(?:pinochet['’]s|chile(?:an|['’]s)?) (?:military )?coup|coup (?:in chile|against (?:salvador )?allende)",
        "1973-09-11"),
    _event("the failed coup in Turkey", r"failed coup|coup attempt", "2016-07-15", "turkey|turkish|erdogan|ankara|türkiye"),
)  # fmt: skip
