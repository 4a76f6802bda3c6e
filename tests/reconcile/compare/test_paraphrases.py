"""Pairs of reports that tell one slot in other words, and pairs that only look as if they did."""

from __future__ import annotations

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import align
from accord.reconcile.reconcile import compare_all, number


def gap(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(reason=reason, strict=True)


# What the second report differs in from the first; None where an editor would mark nothing.
PAIRS = [
    pytest.param(
        "A dam overflowed near Larissa on Monday. Some 1,500 inhabitants were moved out during the night, the mayor said.",
        "A dam overflowed near Larissa on Monday. Around 4,000 people have been forced from their homes, firefighters said.",
        Aspect.COUNT_OTHER,
        id="evac",
    ),
    pytest.param(
        "Fire swept the hills above Funchal on Friday. Authorities evacuated 800 residents.",
        "Fire swept the hills above Funchal on Friday. More than 2,000 people fled.",
        Aspect.COUNT_OTHER,
        id="evac2",
    ),
    pytest.param(
        "Donors met in Oslo on Tuesday for Malawi. They agreed to contribute 300 million dollars.",
        "Donors met in Oslo on Tuesday for Malawi. They promised 450 million dollars.",
        Aspect.COUNT_OTHER,
        id="donors",
    ),
    pytest.param(
        "Donors met in Oslo on Tuesday for Malawi. Norway pledged 30 million dollars.",
        "Donors met in Oslo on Tuesday for Malawi. Sweden pledged 20 million dollars.",
        None,
        id="twodonors",
    ),
    pytest.param(
        "A court in Madrid ruled against Telonia on Monday. The firm was fined 5 million euros.",
        "A court in Madrid ruled against Telonia on Monday. The judges ordered the company to pay a penalty of 8 million euros.",
        Aspect.COUNT_OTHER,
        id="fine",
    ),
    pytest.param(
        "Thieves broke into a bank in Lyon on Sunday. They got away with 2 million euros.",
        "Thieves broke into a bank in Lyon on Sunday. The gang stole 3.5 million euros, police said.",
        Aspect.COUNT_OTHER,
        id="robbery",
    ),
    pytest.param(
        "A ferry sank off Zanzibar on Tuesday. At least 30 passengers drowned.",
        "A ferry sank off Zanzibar on Tuesday. The disaster claimed 18 lives.",
        Aspect.COUNT_KILLED,
        id="toll-lives",
    ),
    pytest.param(
        "A mine collapsed near Soma on Tuesday. Rescuers pulled out 14 bodies.",
        "A mine collapsed near Soma on Tuesday. Nine miners died.",
        Aspect.COUNT_KILLED,
        id="toll-bodies",
    ),
    pytest.param(
        "A train derailed at Pune on Friday. 40 passengers were injured.",
        "A train derailed at Pune on Friday. Sixty-five people were taken to hospital.",
        Aspect.COUNT_INJURED,
        id="hurt",
        marks=gap("who is taken to hospital is counted apart from who is hurt"),
    ),
    pytest.param(
        "A train derailed at Pune on Friday. It left 40 people wounded.",
        "A train derailed at Pune on Friday. Doctors treated 62 injured.",
        Aspect.COUNT_INJURED,
        id="hurt2",
    ),
    pytest.param(
        "Chad and Libya signed a treaty on Monday. The war of 1987 killed about 7,500 soldiers.",
        "Chad and Libya signed a treaty on Monday. Some 12,000 men lost their lives in the war of 1987.",
        Aspect.COUNT_KILLED,
        id="oldwar",
    ),
    pytest.param(
        "Chad and Libya signed a treaty on Monday. The war of 1987 killed about 7,500 people.",
        "Chad and Libya signed a treaty on Monday. The war of 1978 killed about 1,500 people.",
        None,
        id="otherwar",
    ),
    pytest.param(
        "Bombs fell on Aden on Monday. Forty people were killed.",
        "Bombs fell on Aden on Monday. Nine people were killed in the Crater district alone.",
        None,
        id="district",
    ),
    pytest.param(
        "Bombs fell on Aden on Monday. Forty people were killed.",
        "Bombs fell on Aden on Monday. Six children were killed.",
        None,
        id="kids",
    ),
    pytest.param(
        "Robbers stormed a museum in Dresden on Monday. The raid was carried out by six assailants, police said.",
        "Robbers stormed a museum in Dresden on Monday. Four gunmen took part, a guard said.",
        Aspect.COUNT_OTHER,
        id="raiders",
    ),
    pytest.param(
        "Warplanes bombed the port of Hodeida on Sunday. Five raids were carried out.",
        "Warplanes bombed the port of Hodeida on Sunday. The jets conducted nine air strikes.",
        Aspect.COUNT_OTHER,
        id="strikes",
    ),
    pytest.param(
        "Farmers protested in Brussels on Thursday. Police counted 3,000 demonstrators.",
        "Farmers protested in Brussels on Thursday. Some 9,000 people marched, the unions said.",
        Aspect.COUNT_OTHER,
        id="crowd",
    ),
    pytest.param(
        "Farmers protested in Brussels on Thursday. 3,000 protesters gathered in front of parliament.",
        "Farmers protested in Brussels on Thursday. 9,000 farmers took to the streets.",
        Aspect.COUNT_OTHER,
        id="crowd2",
    ),
    pytest.param(
        "Riots broke out in Lille on Saturday. Police detained 45 people.",
        "Riots broke out in Lille on Saturday. Officers made 70 arrests.",
        Aspect.COUNT_OTHER,
        id="arrests",
    ),
    pytest.param(
        "Ships are queuing off Colombo since a strike began on Friday. 30 vessels are waiting.",
        "Ships are queuing off Colombo since a strike began on Friday. The harbour master counts 55 ships at anchor.",
        Aspect.COUNT_OTHER,
        id="ships",
    ),
    pytest.param(
        "Pedro Almada, 47, was named coach of the club on Monday.",
        "The club hired the 52-year-old Pedro Almada on Monday.",
        Aspect.OTHER,
        id="age",
    ),
    pytest.param(
        "Lina Torvald (61) won the prize on Monday.",
        "Lina Torvald, who is 66, was given the prize on Monday.",
        Aspect.OTHER,
        id="age2",
    ),
    pytest.param(
        "Lina Torvald (61) won the prize on Monday.",
        "Lina Torvald, aged 61, was given the prize on Monday.",
        None,
        id="agesame",
    ),
    pytest.param(
        "Prime Ministers Ana Brand and Olaf Lund signed the fishing accord in Bergen on Monday.",
        "The fishing accord was initialled in Bergen on Monday by Foreign Ministers Mats Holm and Erik Vik.",
        Aspect.ACTOR,
        id="signers",
    ),
    pytest.param(
        "The Kenyan team at the talks was led by Amina Odera.",
        "The Kenyan delegation at the talks was headed by Finance Minister Peter Mwangi.",
        Aspect.ACTOR,
        id="leader",
    ),
    pytest.param(
        "The Danish rescue team arrived in Lima on Saturday.",
        "The Danish rescuers landed in Lima on Monday.",
        Aspect.DATE,
        id="arrive",
    ),
    pytest.param(
        "The peace talks in Geneva ended on Tuesday without a result.",
        "The negotiations in Geneva broke up on Thursday without a result.",
        Aspect.DATE,
        id="end",
    ),
    pytest.param(
        "The new bridge over the Sava in Belgrade was inaugurated on Monday.",
        "The new bridge over the Sava in Belgrade was opened to traffic on Wednesday.",
        Aspect.DATE,
        id="opened",
    ),
    pytest.param(
        "The Red Star Movement denied any part in the bombing of the court in Turin.",
        "The Red Star Movement admitted that its men carried out the bombing of the court in Turin.",
        Aspect.STANCE,
        id="denied",
    ),
    pytest.param(
        "A cyclist was seriously injured when a bus hit him in Graz on Monday.",
        "A cyclist hit by a bus in Graz on Monday has died in hospital.",
        Aspect.OUTCOME,
        id="died",
    ),
    pytest.param(
        "Parliament in Tirana will vote on the new mining law on Friday.",
        "Parliament in Tirana approved the new mining law.",
        Aspect.OUTCOME,
        id="adopt",
    ),
    pytest.param(
        "Parliament in Tirana is to adopt the new mining law this week.",
        "Parliament in Tirana has passed the new mining law.",
        Aspect.OUTCOME,
        id="adopt2",
    ),
    pytest.param(
        "About a third of the city's buses have been fitted with cameras.",
        "All of the city's buses have been fitted with cameras, the mayor said.",
        Aspect.COUNT_OTHER,
        id="share",
    ),
    pytest.param(
        "Gunmen abducted engineer Karl Weiss near Kano on Monday.",
        "Engineer Karl Weiss was let go near Kano on Friday.",
        Aspect.OUTCOME,
        id="freed",
    ),
    pytest.param(
        "Switzerland blocked 40 million francs held by the former minister.",
        "Swiss authorities froze 75 million francs of the former minister's money.",
        Aspect.COUNT_OTHER,
        id="frozen",
    ),
    pytest.param(
        "The night watchman in Ghent was stabbed with a knife.",
        "The night watchman in Ghent was shot with a pistol.",
        Aspect.MEANS,
        id="weapon",
    ),
    pytest.param(
        "The bomb went off at 8:15 on Monday in front of the embassy in Athens.",
        "The device exploded at 10:40 on Monday in front of the embassy in Athens.",
        Aspect.DATE,
        id="hours",
    ),
    pytest.param(
        "The new tunnel under the strait is 12 kilometres long.",
        "The tunnel under the strait, 15 km in length, opens soon.",
        Aspect.COUNT_OTHER,
        id="length",
    ),
    pytest.param(
        "The carmaker Velox will cut 2,000 jobs in Turin.",
        "The carmaker Velox plans to lay off 3,500 workers in Turin.",
        Aspect.COUNT_OTHER,
        id="jobs",
    ),
    pytest.param(
        "Uganda has sent 600 soldiers to Somalia, the ministry said on Monday.",
        "Uganda has deployed 1,100 troops in Somalia, a spokesman said on Monday.",
        Aspect.COUNT_OTHER,
        id="troops",
    ),
    pytest.param(
        "The assembly in Sofia approved the budget on Monday by 121 votes to 98.",
        "The assembly in Sofia approved the budget on Monday by 131 votes to 98.",
        Aspect.COUNT_OTHER,
        id="votes",
    ),
    pytest.param(
        "Migrants' boat capsized off Malta on Monday with 80 people on board.",
        "A boat with migrants sank off Malta on Monday; it carried 120 passengers.",
        Aspect.COUNT_OTHER,
        id="sunk",
    ),
    pytest.param(
        "The stadium in Gdansk will cost 200 million euros.",
        "The stadium in Gdansk is estimated at 310 million euros.",
        Aspect.COUNT_OTHER,
        id="cost",
    ),
    pytest.param(
        "Cholera broke out in Beira in March. 400 people have fallen ill.",
        "Cholera broke out in Beira in March. The clinic counts 950 cases.",
        Aspect.COUNT_OTHER,
        id="infected",
        marks=gap("a case of an illness is not told from a case in court"),
    ),
    pytest.param(
        "An earthquake shook Osh on Monday. It destroyed 70 houses.",
        "An earthquake shook Osh on Monday. 210 homes were levelled.",
        Aspect.COUNT_OTHER,
        id="houses",
    ),
    pytest.param(
        "An earthquake of magnitude 6.1 shook Osh on Monday.",
        "A quake of magnitude 6.6 struck Osh on Monday.",
        Aspect.COUNT_OTHER,
        id="quake",
    ),
    pytest.param(
        "A storm hit Samar on Monday. Two ports were closed and 300 houses flooded.",
        "A storm hit Samar on Monday. Rescuers freed 40 people from roofs. Three bridges collapsed.",
        None,
        id="n1",
    ),
    pytest.param(
        "Ministers of 12 states met in Accra on Monday to discuss fishing. They will meet again in June.",
        "Ministers met in Accra on Monday to discuss fishing. Ghana has 14 trawlers and 300 canoes.",
        None,
        id="n2",
    ),
    pytest.param(
        "The bank lent Peru 200 million dollars in 2015. Peru asked for 500 million dollars on Monday.",
        "Peru asked the bank for 500 million dollars on Monday, the minister said.",
        None,
        id="n3",
    ),
    pytest.param(
        "Police arrested 12 students in Minsk on Monday.",
        "Police arrested 12 people, among them two teachers, in Minsk on Monday.",
        None,
        id="n4",
    ),
    pytest.param(
        "The president of Kenya arrived in Rome on Monday and will leave on Wednesday.",
        "The president of Kenya met the Pope in Rome on Tuesday.",
        None,
        id="n5",
    ),
    pytest.param(
        "Kenya's foreign minister signed the treaty on Monday in Rome. Tanzania's minister signed it too.",
        "Kenya's foreign minister Peter Wako signed the treaty on Monday in Rome.",
        None,
        id="n6",
    ),
    pytest.param(
        "A bus fell into a ravine near Cusco on Sunday. 18 people died. Last month 25 people died on the same road.",
        "A bus fell into a ravine near Cusco on Sunday, killing 18.",
        None,
        id="n7",
    ),
    pytest.param(
        "Shells killed three people in Donetsk on Monday.",
        "Shells killed five people in Kherson on Monday.",
        None,
        id="n8",
        marks=gap("the same words of two towns: grouping keeps such reports apart"),
    ),
    pytest.param(
        "Ana Ruiz, 34, and her brother Tomas Ruiz, 29, were found alive on Friday.",
        "The 29-year-old Tomas Ruiz was found alive on Friday.",
        None,
        id="n9",
    ),
    pytest.param(
        "The factory employs 800 people. It made 3 million euros last year.",
        "The factory's 800 workers went on strike on Monday.",
        None,
        id="n10",
    ),
    pytest.param(
        "The rebels denied the attack on Monday.",
        "The government blamed the rebels for the attack.",
        None,
        id="n11",
    ),
    pytest.param(
        "The talks opened in Cairo on Monday.",
        "The talks will end in Cairo on Friday.",
        None,
        id="n12",
    ),
    pytest.param(
        "The minister announced 20 new schools for the north on Monday. He also promised 300 teachers.",
        "The minister promised 300 teachers for the north on Monday. The union wants 1,000 teachers.",
        None,
        id="n13",
    ),
    pytest.param(
        "About 5,000 people live in the village of Oberau, which was flooded on Friday.",
        "The flood at Oberau on Friday cut off 300 people from the road.",
        None,
        id="n14",
    ),
    pytest.param(
        "Rebels freed 14 hostages near Goma on Monday.",
        "Rebels let nine captives go near Goma on Monday.",
        Aspect.COUNT_OTHER,
        id="p1",
        marks=gap('"let nine captives go" has no effect for the reader of quantities'),
    ),
    pytest.param(
        "The airline will purchase 20 jets, it said on Monday.",
        "The airline ordered 30 aircraft, it said on Monday.",
        Aspect.COUNT_OTHER,
        id="p2",
    ),
    pytest.param(
        "Smugglers were caught at Rotterdam with 2 tonnes of cocaine on Monday.",
        "Customs officers at Rotterdam seized 3.4 tonnes of cocaine on Monday.",
        Aspect.COUNT_OTHER,
        id="p3",
    ),
    pytest.param(
        "The kidnappers asked for a ransom of 2 million dollars.",
        "The kidnappers demanded 5 million dollars.",
        Aspect.COUNT_OTHER,
        id="p4",
    ),
    pytest.param(
        "The suspect was caught in Porto on Monday.",
        "The suspect was arrested in Braga on Monday.",
        Aspect.PLACE,
        id="p5",
    ),
    pytest.param(
        "Three storms damaged 40 boats in the harbour of Paphos.",
        "The storms sank 65 boats in the harbour of Paphos.",
        None,
        id="p6",
        marks=gap("two lone numbers of one unit whose verbs differ"),
    ),
    pytest.param(
        "The strike lasted six days, the union said.",
        "The nine-day strike ended on Monday, the union said.",
        Aspect.COUNT_OTHER,
        id="p7",
    ),
    pytest.param(
        "President Lara will meet the unions on Thursday.",
        "President Lara met the unions on Thursday.",
        Aspect.OUTCOME,
        id="p8",
    ),
    pytest.param(
        "The judge sentenced Jan Kovar to 12 years in prison on Monday.",
        "Jan Kovar got 15 years in jail on Monday.",
        Aspect.COUNT_OTHER,
        id="p9",
    ),
    pytest.param(
        "The bill was passed by 212 votes to 205 on Monday.",
        "Lawmakers approved the bill on Monday, 215 to 205.",
        Aspect.COUNT_OTHER,
        id="p10",
        marks=gap("a vote without its noun"),
    ),
    pytest.param(
        "The pipeline blast at Nakuru on Monday was caused by a leak.",
        "The pipeline blast at Nakuru on Tuesday was caused by a leak.",
        Aspect.DATE,
        id="p11",
    ),
    pytest.param(
        "The plane crashed near Leon. All 58 aboard were killed.",
        "The plane with 63 people on board crashed near Leon.",
        Aspect.COUNT_OTHER,
        id="p12",
        marks=gap("those on board told as those killed"),
    ),
    pytest.param(
        "The rebels have pulled out of Sake, the army said on Monday.",
        "The rebels have not withdrawn from Sake, residents said on Monday.",
        Aspect.OUTCOME,
        id="p13",
    ),
    pytest.param(
        "The governor has quit over the scandal, local radio said.",
        "The governor said that he would not step down over the scandal.",
        Aspect.OUTCOME,
        id="p14",
    ),
    pytest.param(
        "Mr Diaz was shot dead by two men on a motorcycle in Cali.",
        "Mr Diaz was shot dead by three men in a car in Cali.",
        Aspect.COUNT_OTHER,
        id="p15",
    ),
    pytest.param(
        "The company expects to invest 3 billion dollars in the mine.",
        "The company is going to put 4.5 billion dollars into the mine.",
        Aspect.COUNT_OTHER,
        id="p16",
    ),
    pytest.param(
        "The blaze destroyed 1,200 hectares of forest near Evia.",
        "The wildfire burnt 2,000 hectares of woodland near Evia.",
        Aspect.COUNT_OTHER,
        id="p17",
        marks=gap("burnt area by its two nouns"),
    ),
    pytest.param(
        "Iceland's prime minister opened the summit in Reykjavik.",
        "Iceland's president inaugurated the summit in Reykjavik.",
        Aspect.ACTOR,
        id="p18",
        marks=gap("office-holders without names"),
    ),
    pytest.param(
        "The delegates elected Maria Paz as chair of the union on Monday.",
        "The delegates elected Ivo Brand as chair of the union on Monday.",
        Aspect.OTHER,
        id="p19",
        marks=gap("who was elected"),
    ),
    pytest.param(
        "The ban takes effect on 1 March, the ministry said.",
        "The ban comes into force on 1 April, the ministry said.",
        Aspect.DATE,
        id="p20",
        marks=gap("dates of a sentence with few words"),
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("one", "other", "aspect"), PAIRS)
def test_differences_in_other_words(one: str, other: str, aspect: Aspect | None) -> None:
    texts = (("a", one, "2021-05-08"), ("b", other, "2021-05-09"))
    story = align([read_closely(hand.parsed(text, name, published=day)) for name, text, day in texts])
    found = {f.aspect for f in number(compare_all(story), story.readings) if f.relation in (Relation.CONTRADICTION, Relation.UPDATE)}
    assert aspect in found if aspect else not found
