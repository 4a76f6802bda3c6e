"""Titles against the table of terms: the wrong time is noticed; former and acting holders, namesakes and history are not faulted."""

from __future__ import annotations

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.reconcile.align import align
from accord.reconcile.compare import offices

pytestmark = pytest.mark.model

# (sentence, day of publication, words of the title and name that are out of time)
WRONG: tuple[tuple[str, str, str], ...] = (
    ("French President Nicolas Sarkozy met farmers in Lyon on Monday.", "2019-04-09", "Sarkozy"),
    ("French President François Hollande spoke to reporters in Paris.", "2020-02-11", "Hollande"),
    ("German Chancellor Angela Merkel arrived in Warsaw on Tuesday.", "2023-05-16", "Merkel"),
    ("Chancellor Gerhard Schröder told parliament that Germany would not send troops.", "2012-03-06", "Schr"),
    ("British Prime Minister Theresa May urged lawmakers to back the plan.", "2022-06-21", "May"),
    ("Prime Minister Boris Johnson visited a hospital in Leeds.", "2024-03-14", "Johnson"),
    ("British Prime Minister Tony Blair flew to Dublin for talks.", "2011-10-04", "Blair"),
    ("Japanese Prime Minister Yoshihide Suga announced new measures in Tokyo.", "2023-11-08", "Suga"),
    ("Prime Minister Naoto Kan inspected the dam in Niigata, Japan.", "2016-05-11", "Kan"),
    ("Italian Prime Minister Matteo Renzi received the delegation in Rome.", "2019-09-17", "Renzi"),
    ("Spanish Prime Minister Mariano Rajoy defended the budget in Madrid.", "2021-02-09", "Rajoy"),
    ("Spain's prime minister, José Luis Rodríguez Zapatero, opened the fair.", "2017-03-07", "Zapatero"),
    ("Greek Prime Minister Alexis Tsipras addressed parliament in Athens.", "2021-01-19", "Tsipras"),
    ("Australian Prime Minister Kevin Rudd toured a mine in Queensland.", "2018-07-10", "Rudd"),
    ("Australia's Prime Minister Malcolm Turnbull opened a port.", "2022-08-09", "Turnbull"),
    ("New Zealand Prime Minister John Key met fishermen in Nelson.", "2020-09-15", "Key"),
    ("Canadian Prime Minister Stephen Harper visited Calgary.", "2018-06-12", "Harper"),
    ("Indian Prime Minister Manmohan Singh inaugurated the bridge.", "2019-01-22", "Singh"),
    ("Pakistani Prime Minister Nawaz Sharif arrived in Riyadh.", "2021-05-11", "Sharif"),
    ("Pakistani Prime Minister Imran Khan spoke in Lahore.", "2023-10-10", "Khan"),
    ("Brazilian President Dilma Rousseff signed the law in Brasilia.", "2019-08-13", "Rousseff"),
    ("Brazil's president, Jair Bolsonaro, toured a farm in Goias.", "2024-04-16", "Bolsonaro"),
    ("Argentine President Cristina Fernández de Kirchner spoke in Rosario.", "2018-02-13", "Kirchner"),
    ("Chilean President Sebastián Piñera visited a copper mine.", "2023-02-14", "Pi"),
    ("Mexican President Enrique Peña Nieto greeted the workers.", "2021-06-15", "Nieto"),
    ("Mexican President Felipe Calderón met governors in Puebla.", "2015-03-10", "Calder"),
    ("Colombian President Juan Manuel Santos opened the road.", "2021-10-12", "Santos"),
    ("Egyptian President Mohamed Mursi addressed the nation in Cairo.", "2016-11-08", "Mursi"),
    ("South Korean President Park Geun-hye visited a shipyard in Busan.", "2019-05-14", "Park"),
    ("South Korea's President Moon Jae-in greeted athletes in Seoul.", "2024-02-06", "Moon"),
    ("Chinese President Hu Jintao toured a factory in Wuhan.", "2017-09-12", "Hu"),
    ("Ukrainian President Petro Poroshenko visited Odesa.", "2021-07-13", "Poroshenko"),
    ("Ukrainian President Viktor Yanukovych met miners in Donetsk.", "2016-04-12", "Yanukov"),
    ("Polish Prime Minister Ewa Kopacz welcomed the guests in Gdansk.", "2018-10-09", "Kopacz"),
    ("Turkish Prime Minister Ahmet Davutoğlu spoke in Konya.", "2019-03-12", "Davuto"),
    ("Israeli Prime Minister Ehud Olmert met settlers in Haifa.", "2014-05-13", "Olmert"),
    ("Israeli Prime Minister Naftali Bennett flew to Eilat.", "2024-05-14", "Bennett"),
    ("Afghan President Hamid Karzai spoke to elders in Kabul.", "2018-03-13", "Karzai"),
    ("Afghan President Ashraf Ghani visited Herat.", "2023-06-13", "Ghani"),
    ("Iranian President Mahmoud Ahmadinejad inaugurated a dam.", "2017-02-14", "Ahmadinejad"),
    ("Iranian President Hassan Rouhani received the envoy in Tehran.", "2023-09-12", "Rouhani"),
    ("Nigerian President Goodluck Jonathan spoke in Lagos.", "2019-11-12", "Jonathan"),
    ("South African President Jacob Zuma opened a school in Durban.", "2021-03-09", "Zuma"),
    ("Philippine President Rodrigo Duterte visited Davao.", "2024-01-16", "Duterte"),
    ("Philippine President Benigno Aquino spoke in Cebu.", "2019-01-15", "Aquino"),
    ("Indonesian President Susilo Bambang Yudhoyono arrived in Bali.", "2018-12-11", "Yudhoyono"),
    ("UN Secretary-General Ban Ki-moon opened the session in New York.", "2020-01-14", "Ban Ki-moon"),
    ("NATO Secretary-General Anders Fogh Rasmussen met ministers in Brussels.", "2017-03-14", "Rasmussen"),
    ("Vietnamese Prime Minister Nguyen Tan Dung toured the port of Haiphong.", "2019-04-16", "Nguyen Tan Dung"),
    ("Hungarian Prime Minister Ferenc Gyurcsány spoke in Szeged.", "2015-06-09", "Gyurcs"),
)  # fmt: skip
RIGHT: tuple[tuple[str, str], ...] = (
    ("French President Nicolas Sarkozy met farmers in Lyon on Monday.", "2010-04-09"),
    ("German Chancellor Angela Merkel arrived in Warsaw on Tuesday.", "2015-05-16"),
    ("Former German Chancellor Angela Merkel arrived in Warsaw on Tuesday.", "2023-05-16"),
    ("Ex-President Nicolas Sarkozy met farmers in Lyon on Monday.", "2019-04-09"),
    ("The late Egyptian President Mohamed Mursi was remembered in Cairo.", "2020-06-17"),
    ("Ousted Ukrainian President Viktor Yanukovych spoke from Rostov.", "2016-04-12"),
    ("President-elect Javier Milei met bankers in Buenos Aires.", "2023-11-28"),
    ("Acting President Pedro Merino received the envoys in Lima.", "2020-11-13"),
    ("Interim Prime Minister Claude Joseph declared a state of siege in Haiti.", "2021-07-08"),
    ("Outgoing Prime Minister Mark Rutte greeted his successor in The Hague.", "2024-07-02"),
    ("President Barack Obama, who left office in 2017, spoke in Chicago.", "2024-02-07"),
    ("He served as an adviser to Prime Minister Tony Blair in 2003.", "2015-02-10"),
    ("The law was passed under Prime Minister John Howard.", "2019-02-12"),
    ("Sarkozy, the former French president, was in court on Monday.", "2020-11-24"),
    ("President George W. Bush spoke at the Pentagon.", "2003-03-18"),
    ("President George H.W. Bush met Gorbachev on Malta.", "1989-12-04"),
    ("President Joe Biden signed the bill on Monday.", "2021-11-16"),
    ("Vice President Joe Biden met Iraqi leaders in Baghdad.", "2011-12-01"),
    ("Russian Prime Minister Vladimir Putin visited a tank plant.", "2010-02-26"),
    ("Russian President Dmitry Medvedev welcomed the treaty.", "2010-04-09"),
    ("Chinese President Xi Jinping arrived in Xi'an on Tuesday.", "2023-05-18"),
    ("Prime Minister Shinzo Abe addressed the Diet.", "2007-01-26"),
    ("Prime Minister Shinzo Abe addressed the Diet.", "2015-02-12"),
    ("Secretary of State Hillary Clinton flew to Hanoi.", "2010-10-29"),
    ("President Bill Clinton told reporters at the White House that talks had failed.", "1998-02-03"),
    ("Michelle Bachelet, Chile's president, opened the school year.", "2015-03-05"),
    ("Chilean President Michelle Bachelet opened the school year.", "2008-03-05"),
    ("Mayor Boris Johnson opened the cycle lane in London.", "2013-07-09"),
    ("President Ronald Reagan was an actor before he entered politics, the museum says.", "2016-05-10"),
    ("A statue of President Jacques Chirac was unveiled in Nice.", "2021-10-05"),
    ("The exhibition recalls how President Charles de Gaulle withdrew France from the command.", "2016-03-08"),
    ("The company's president, Gordon Brown, said sales rose.", "2018-03-06"),
    ("University president Theresa May welcomed the students in Ohio.", "2023-09-05"),
    ("In the film, President Lyndon Johnson doubts his generals.", "2017-11-07"),
)  # fmt: skip


def _faults(text: str, published: str) -> list[str]:
    story = align([read_closely(hand.parsed(text, published=published))])
    return [d.values[0].span.of(text) for d in offices.compare(story)]


@pytest.mark.parametrize(("text", "published", "who"), WRONG, ids=lambda v: str(v)[:44])
def test_a_title_out_of_its_time_is_noticed(text: str, published: str, who: str) -> None:
    found = _faults(text, published)
    assert len(found) == 1
    assert who in found[0]


@pytest.mark.parametrize(("text", "published"), RIGHT, ids=lambda v: str(v)[:44])
def test_what_is_no_fault_is_not_called_one(text: str, published: str) -> None:
    assert _faults(text, published) == []
