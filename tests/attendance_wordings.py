"""The ways in which news tell who comes to a gathering: a lead, then a row a wording with every party that it tells of."""

LEADS = {
    "ahead": "Leaders of twelve countries will gather in Ottawa on 14 May 2024 for a summit on the Arctic."
    " The summit is the largest of its kind so far.",
    "during": "A summit on the Arctic opened in Ottawa on Tuesday. The summit is the largest of its kind so far.",
    "funeral": "The funeral of the old president was held in Lisbon on Tuesday. Thousands lined the streets before the ceremony.",
    "talks": "Two days of talks about the lake opened in Nairobi on Tuesday. The talks are the third attempt.",
    "signing": "A treaty on the lake was signed in Harare on Tuesday. The signing was watched by hundreds.",
    "regional": "Foreign and prime ministers of nine states met in Tbilisi on 4 June 2019 for a regional summit on energy."
    " The summit ended with a declaration.",
    "inauguration": "The inauguration of the new president of Ghana took place in Accra on 7 January 2025. The ceremony drew a crowd.",
    "autumn": "Leaders will gather in Jakarta on 5 November 2022 for the regional summit. Security has been stepped up before the summit.",
}
PUBLISHED = {
    "ahead": "2024-05-10",
    "during": "2024-05-14",
    "funeral": "2024-05-14",
    "talks": "2024-05-14",
    "signing": "2024-05-14",
    "regional": "2019-06-05",
    "inauguration": "2025-01-08",
    "autumn": "2022-11-01",
}

# "words | ISO3 status, ISO3 status"; "-" where nothing may be told of anybody.
AHEAD = """
Norway's Jonas Gahr Støre will be there. | NOR attends
Emmanuel Macron will be there, and so will Olaf Scholz. | FRA attends, DEU attends
Emmanuel Macron will be there, and so will Olaf Scholz of Germany and Giorgia Meloni of Italy. | FRA attends, DEU attends, ITA attends
Italy's Giorgia Meloni has confirmed. | ITA attends
Giorgia Meloni of Italy has confirmed her attendance. | ITA attends
Italy has confirmed that it will attend. | ITA attends
Chancellor Olaf Scholz has accepted the invitation. | DEU attends
Germany has accepted. | DEU attends
Poland's Donald Tusk lands on Monday. | POL attends
Poland's Donald Tusk flies in on Monday. | POL attends
Japan's Fumio Kishida is due to arrive on Monday. | JPN attends
Fumio Kishida is expected in Ottawa on Monday. | JPN attends
Fumio Kishida of Japan is among the guests. | JPN attends
Among the guests are Fumio Kishida of Japan and Narendra Modi of India. | JPN attends, IND attends
Twenty leaders have accepted. Among them is Jonas Gahr Støre of Norway. | NOR attends
Those attending include Mette Frederiksen of Denmark and Alexander Stubb of Finland. | DNK attends, FIN attends
The presidents of Finland and Poland top the guest list. | FIN attends, POL attends
President Alexander Stubb of Finland is on the guest list. | FIN attends
The list of participants includes Finland, Sweden and Iceland. | FIN attends, SWE attends, ISL attends
Participants include Finland, Sweden and Iceland. | FIN attends, SWE attends, ISL attends
Finland, Sweden and Iceland have all said yes. | FIN attends, SWE attends, ISL attends
Finland said yes at once. | FIN attends
Finland has said no. | FIN declined
Denmark will take part. | DNK attends
Denmark will be present. | DNK attends
Iceland will make the journey. | ISL attends
Iceland's president is unlikely to make the trip. | ISL unlikely
Iceland's president is making the trip. | ISL attends
Iceland's president will not be making the trip. | ISL declined
Sweden's Ulf Kristersson has changed his mind and will attend after all. | SWE attends
Sweden's Ulf Kristersson, who changed his mind, is now coming. | SWE attends
Sweden's Ulf Kristersson will also be in Ottawa. | SWE attends
Sweden's Ulf Kristersson will travel to the Canadian capital. | SWE attends
Sweden's Ulf Kristersson will address the summit. | SWE attends
Sweden's Ulf Kristersson will speak at the summit by video link. | SWE attends
Sweden's Ulf Kristersson will join by video. | SWE attends
Sweden's Ulf Kristersson will join the other leaders on Tuesday. | SWE attends
The Swedish prime minister plans to attend. | SWE attends
The Swedish prime minister promised to come. | SWE attends
The Kremlin said Vladimir Putin would not attend. | RUS declined
The Kremlin said Vladimir Putin had no plans to attend. | RUS declined
Vladimir Putin will not be there. | RUS declined
Vladimir Putin will not be coming. | RUS declined
Vladimir Putin is not coming. | RUS declined
Vladimir Putin is staying at home. | RUS declined
Vladimir Putin will stay in Moscow. | RUS declined
Vladimir Putin has ruled himself out. | RUS declined
Vladimir Putin has ruled out coming. | RUS declined
Vladimir Putin has ruled out attending the summit. | RUS declined
Vladimir Putin turned down the invitation. | RUS declined
Vladimir Putin declined an invitation. | RUS declined
Vladimir Putin declined to attend. | RUS declined
Vladimir Putin sent his regrets. | RUS declined
Vladimir Putin has excused himself. | RUS declined
Vladimir Putin has cancelled. | RUS declined
Vladimir Putin has cancelled his trip. | RUS declined
Vladimir Putin called off his trip to Ottawa. | RUS declined
Vladimir Putin has pulled out of the summit. | RUS declined
Vladimir Putin has pulled out. | RUS declined
Vladimir Putin backed out at the last minute. | RUS declined
Vladimir Putin has dropped out. | RUS declined
Vladimir Putin will stay away in protest. | RUS declined
Vladimir Putin will give the summit a miss. | RUS declined
Vladimir Putin will skip the gathering. | RUS declined
Vladimir Putin will not set foot in Ottawa. | RUS declined
Vladimir Putin will be absent. | RUS declined
Vladimir Putin will not show up. | RUS declined
Vladimir Putin refused to sit at the table. | RUS declined
Vladimir Putin snubbed the summit. | RUS declined
Russia is boycotting the summit. | RUS declined
Russia announced a boycott of the summit. | RUS declined
Viktor Orban has still to decide. | HUN undecided
Viktor Orban has yet to decide whether to go. | HUN undecided
Viktor Orban has not yet decided. | HUN undecided
Viktor Orban has not made up his mind. | HUN undecided
Viktor Orban has not said whether he will come. | HUN undecided
Viktor Orban has not made known whether he is coming. | HUN undecided
Viktor Orban would not say whether he would attend. | HUN undecided
Viktor Orban has yet to confirm his attendance. | HUN undecided
Viktor Orban has not confirmed. | HUN undecided
Viktor Orban has yet to reply to the invitation. | HUN undecided
Viktor Orban has not answered the invitation. | HUN undecided
Viktor Orban is keeping the hosts guessing. | HUN undecided
Viktor Orban is still thinking about it. | HUN undecided
Viktor Orban said he was considering whether to attend. | HUN undecided
Viktor Orban left open whether he would come. | HUN undecided
It is unclear whether Viktor Orban will attend. | HUN undecided
It was not clear if Viktor Orban would attend. | HUN undecided
It remains to be seen whether Viktor Orban will come. | HUN undecided
Viktor Orban's attendance is in doubt. | HUN undecided
Doubts remain about whether Viktor Orban will attend. | HUN undecided
Viktor Orban may come. | HUN undecided
Viktor Orban has threatened to stay away. | HUN undecided
Viktor Orban threatened to boycott the summit. | HUN undecided
Viktor Orban will come only if Serbia is invited. | HUN undecided
Viktor Orban will attend only if all are asked. | HUN undecided
Viktor Orban will not attend unless Serbia is invited. | HUN undecided
Viktor Orban made his attendance conditional on an apology. | HUN undecided
Viktor Orban is not expected to attend. | HUN unlikely
Viktor Orban is not expected. | HUN unlikely
Viktor Orban is unlikely to come. | HUN unlikely
Viktor Orban probably will not come. | HUN unlikely
Viktor Orban is hardly likely to come. | HUN unlikely
Serbia will get no invitation. | SRB not_invited
Serbia has received no invitation. | SRB not_invited
Serbia did not receive an invitation. | SRB not_invited
No invitation went to Serbia. | SRB not_invited
No invitation was sent to Serbia or Belarus. | SRB not_invited, BLR not_invited
Serbia was not asked to come. | SRB not_invited
Serbia was not asked. | SRB not_invited
Serbia is not on the guest list. | SRB not_invited
Serbia and Belarus were left off the list. | SRB not_invited, BLR not_invited
Serbia was struck off the list. | SRB not_invited
Serbia has been barred from the summit. | SRB not_invited
Serbia has been disinvited. | SRB not_invited
Serbia's invitation was withdrawn. | SRB not_invited
The door is shut to Serbia. | SRB not_invited
The hosts shut the door on Serbia. | CAN host, SRB not_invited
Canada kept the doors closed to Serbia and Belarus. | CAN host, SRB not_invited, BLR not_invited
Canada did not invite Serbia. | CAN host, SRB not_invited
Serbia is not welcome. | SRB not_invited
Serbia is not allowed to take part. | SRB not_invited
There is no place for Serbia at the table. | SRB not_invited
Canada refused to invite Serbia. | CAN host, SRB not_invited
Canada has decided not to invite Serbia. | CAN host, SRB not_invited
Serbia received an invitation. | SRB invited
Serbia has been asked to attend. | SRB invited
An invitation has gone out to Serbia. | SRB invited
Canada has invited Serbia. | CAN host, SRB invited
Brazil will send its foreign minister. | BRA represented_by_other
Brazil is sending its foreign minister instead. | BRA represented_by_other
Brazil will send only an observer. | BRA represented_by_other
Brazil sends Foreign Minister Mauro Vieira. | BRA represented_by_other
Brazil's Luiz Inacio Lula da Silva is sending his foreign minister in his place. | BRA represented_by_other
Foreign Minister Mauro Vieira will stand in for President Luiz Inacio Lula da Silva of Brazil. | BRA represented_by_other
President Luiz Inacio Lula da Silva of Brazil said that Foreign Minister Mauro Vieira would sit in for him. | BRA represented_by_other
Foreign Minister Mauro Vieira will attend in place of President Luiz Inacio Lula da Silva of Brazil. | BRA represented_by_other
Brazil will be represented by its foreign minister. | BRA represented_by_other
Brazil will be represented by its foreign minister, and Chile by its ambassador. | BRA represented_by_other, CHL represented_by_other
Brazil will be represented at ministerial level. | BRA represented_by_other
Brazil's foreign minister will represent his country. | BRA represented_by_other
Brazil makes do with its foreign minister. | BRA represented_by_other
Brazil is content with an ambassador at the table. | BRA represented_by_other
Brazil settled for sending a deputy minister. | BRA represented_by_other
Brazil's foreign minister will attend instead of the president. | BRA represented_by_other
Brazil delegated its vice president. | BRA represented_by_other
Brazil's president will leave the summit to his foreign minister. | BRA represented_by_other
Brazil's delegation will be led by the vice president. | BRA represented_by_other
Brazil's delegation will be headed by President Luiz Inacio Lula da Silva. | BRA attends
Observers from Chile and Peru will attend. | CHL attends, PER attends
Canada hosts the summit. | CAN host
Justin Trudeau, the host, will open the summit. | CAN host
The summit is hosted by Canada. | CAN host
Prime Minister Justin Trudeau will welcome the leaders. | CAN host
Prime Minister Justin Trudeau is to chair the summit. | CAN host
The Canadian hosts expect no trouble. | -
Turkey confirmed on Thursday that President Recep Tayyip Erdogan would take part. | TUR attends
Turkish President Recep Tayyip Erdogan is set to travel to Ottawa for the summit. | TUR attends
Recep Tayyip Erdogan heads to Ottawa on Monday. | TUR attends
Recep Tayyip Erdogan will head a Turkish delegation of sixty. | TUR attends
Turkey will be there in force. | TUR attends
Ankara has accepted an invitation to the summit. | TUR attends
Ankara has rejected an invitation to the summit. | TUR declined
Ankara says it will stay away. | TUR declined
Ankara wants no part of the summit. | -
Turkey has opted out. | TUR declined
Turkey's seat will stay empty. | TUR declined
Recep Tayyip Erdogan chose to stay at home. | TUR declined
Recep Tayyip Erdogan decided not to attend. | TUR declined
Recep Tayyip Erdogan decided against attending. | TUR declined
Recep Tayyip Erdogan decided to come after all. | TUR attends
Recep Tayyip Erdogan will be too busy to attend. | TUR declined
Recep Tayyip Erdogan cannot come. | TUR declined
Recep Tayyip Erdogan will be unable to attend. | TUR declined
Recep Tayyip Erdogan is unable to attend because of illness. | TUR declined
Recep Tayyip Erdogan has no intention of coming. | TUR declined
Recep Tayyip Erdogan is not planning to come. | TUR declined
Recep Tayyip Erdogan is not going. | TUR declined
Recep Tayyip Erdogan has withdrawn from the summit. | TUR declined
Recep Tayyip Erdogan will not go to Ottawa. | TUR declined
Recep Tayyip Erdogan's absence will be noticed. | TUR declined
In the absence of Recep Tayyip Erdogan, Turkey will be represented by its foreign minister. | TUR represented_by_other
Turkey's Recep Tayyip Erdogan will be replaced by his vice president. | TUR represented_by_other
Turkey will be represented by Foreign Minister Hakan Fidan. | TUR represented_by_other
Hakan Fidan will represent Turkey. | TUR represented_by_other
The Turkish side will be represented by its ambassador to Canada. | TUR represented_by_other
Ankara said it would send only its ambassador. | TUR represented_by_other
Instead of its president, Turkey is sending a deputy minister. | TUR represented_by_other
Turkey's vice president will go instead. | TUR represented_by_other
It is not known whether Recep Tayyip Erdogan will come. | TUR undecided
There was no word on whether Recep Tayyip Erdogan would come. | TUR undecided
Whether Recep Tayyip Erdogan will come is an open question. | TUR undecided
Nobody knows whether Recep Tayyip Erdogan will come. | TUR undecided
Turkey has not replied. | TUR undecided
Turkey has not said if it will take part. | TUR undecided
Turkey is still weighing its options. | TUR undecided
Turkey is considering a boycott. | TUR undecided
Turkey is wavering. | TUR undecided
Recep Tayyip Erdogan could attend. | TUR undecided
Recep Tayyip Erdogan might yet come. | TUR undecided
Recep Tayyip Erdogan hinted that he might stay away. | TUR undecided
Recep Tayyip Erdogan is expected to skip the summit. | TUR declined
Recep Tayyip Erdogan is expected to stay away. | TUR declined
Recep Tayyip Erdogan's participation has not been confirmed. | TUR undecided
Recep Tayyip Erdogan's participation is uncertain. | TUR undecided
Recep Tayyip Erdogan was asked to attend but declined. | TUR declined
Recep Tayyip Erdogan was invited but will not come. | TUR declined
Recep Tayyip Erdogan is not among the invited. | TUR not_invited
Turkey is not among those invited. | TUR not_invited
Turkey has not been invited. | TUR not_invited
Turkey was pointedly left out. | TUR not_invited
Turkey has been shut out. | TUR not_invited
Turkey has been kept out of the summit. | TUR not_invited
Organisers left Turkey off the list. | TUR not_invited
Organisers withdrew the invitation to Turkey. | TUR not_invited
Turkey was told to stay away. | TUR not_invited
Turkey was told not to come. | TUR not_invited
The exclusion of Turkey angered Hungary. | TUR not_invited
Turkey, which was not invited, protested. | TUR not_invited
Canada will welcome leaders from Turkey and Greece. | CAN host, TUR attends, GRC attends
The Canadian government is organising the summit. | CAN host
The host, Canada, expects twelve leaders. | CAN host
Leaders from Turkey, Greece and Cyprus are coming. | TUR attends, GRC attends, CYP attends
The leaders of Turkey, Greece and Cyprus have said they will come. | TUR attends, GRC attends, CYP attends
Turkey, Greece and Cyprus will all be represented. | TUR attends, GRC attends, CYP attends
Greece, as well as Cyprus, will attend. | GRC attends, CYP attends
Neither Greece nor Cyprus will attend. | GRC declined, CYP declined
Greece will attend, but Cyprus will not. | GRC attends, CYP declined
Greece will not attend, but Cyprus will. | GRC declined, CYP attends
Greece will attend; Cyprus has declined. | GRC attends, CYP declined
Unlike Greece, Cyprus will attend. | CYP attends
Greece sends its president, Cyprus its foreign minister. | GRC attends, CYP represented_by_other
Greece's Kyriakos Mitsotakis and Cyprus's Nikos Christodoulides have confirmed. | GRC attends, CYP attends
Also coming: Greece, Cyprus and Malta. | GRC attends, CYP attends, MLT attends
Greece joined the appeal. | -
Greece invited tenders for a ferry. | -
Greece's president came under fire. | -
Protesters from Greece plan to march. | -
Greece called for a boycott of Turkish goods. | -
Greece attended to its own affairs. | -
Visitors from Greece fill the hotels. | -
Serbia criticised the summit. | -
Serbia's president called the summit a waste of money. | -
Prime Minister Viktor Orban came to power in 2010. | -
Should Serbia attend, protests are likely. | -
Poland wants Serbia to be invited. | -
Poland's Donald Tusk met Viktor Orban of Hungary in Warsaw in April. | -
Serbia's president came to an agreement with the miners. | -
Serbia held an election in April. | -
Students in Serbia boycotted their classes. | -
Serbia sent troops to the border. | -
Serbia signed a contract for tanks. | -
"""

DURING = """
France's Emmanuel Macron arrived on Monday. | FRA attends
France's Emmanuel Macron landed in Ottawa on Monday night. | FRA attends
France's Emmanuel Macron was greeted at the airport by Justin Trudeau. | FRA attends, CAN host
Justin Trudeau welcomed Emmanuel Macron at the airport. | CAN host, FRA attends
Justin Trudeau shook hands with Emmanuel Macron. | CAN host, FRA attends
France's Emmanuel Macron is here. | FRA attends
France's Emmanuel Macron is in town. | FRA attends
France's Emmanuel Macron is not here. | FRA declined
France's Emmanuel Macron is at home in Paris. | FRA declined
France's Emmanuel Macron stayed at home. | FRA declined
France's Emmanuel Macron stayed in Paris. | FRA declined
France's Emmanuel Macron remained in Paris. | FRA declined
France's Emmanuel Macron was missing. | FRA declined
France's Emmanuel Macron was absent. | FRA declined
France's Emmanuel Macron was nowhere to be seen. | FRA declined
Conspicuous by his absence was Emmanuel Macron of France. | FRA declined
The chair of France stayed empty. | FRA declined
Emmanuel Macron sat beside Olaf Scholz at dinner. | FRA attends, DEU attends
Emmanuel Macron sat between Olaf Scholz and Giorgia Meloni. | FRA attends, DEU attends, ITA attends
Emmanuel Macron posed for the family photo. | FRA attends
Emmanuel Macron of France spoke first. | FRA attends
Emmanuel Macron used his speech to scold the hosts. | FRA attends
Emmanuel Macron told the summit that the ice could not wait. | FRA attends
Emmanuel Macron said at the summit that the ice could not wait. | FRA attends
Emmanuel Macron said on the sidelines of the summit that the ice could not wait. | FRA attends
In his address to the summit Emmanuel Macron warned of war. | FRA attends
Emmanuel Macron walked out of the summit. | FRA attends
Emmanuel Macron raised his glass to the hosts. | FRA attends
Emmanuel Macron attended, as did Olaf Scholz. | FRA attends, DEU attends
Emmanuel Macron attended. So did Olaf Scholz. | FRA attends, DEU attends
Emmanuel Macron did not attend. Nor did Olaf Scholz. | FRA declined, DEU declined
Emmanuel Macron was there; so were Olaf Scholz of Germany and Giorgia Meloni of Italy. | FRA attends, DEU attends, ITA attends
Present were Emmanuel Macron of France; Olaf Scholz of Germany; and Giorgia Meloni of Italy. | FRA attends, DEU attends, ITA attends
In attendance were Emmanuel Macron, Olaf Scholz and Giorgia Meloni. | FRA attends, DEU attends, ITA attends
Presidents and kings, Emmanuel Macron of France among them, applauded. | FRA attends
Twenty leaders came, among them Emmanuel Macron of France. | FRA attends
Twenty leaders came, including Emmanuel Macron and Olaf Scholz. | FRA attends, DEU attends
For France, Foreign Minister Stephane Sejourne was present. | FRA represented_by_other
For the United States, Secretary of State Antony Blinken attended the summit. | USA represented_by_other
The United States was represented by Secretary of State Antony Blinken. | USA represented_by_other
The United States sent Antony Blinken. | USA represented_by_other
Secretary of State Antony Blinken sat in President Joe Biden's chair. | USA represented_by_other
Joe Biden sent Secretary of State Antony Blinken. | USA represented_by_other
Joe Biden sent a video message. | -
Joe Biden, who was represented by his secretary of state, praised the text from afar. | USA represented_by_other
Kenya made do with its ambassador. | KEN represented_by_other
Kenya made do with its ambassador, Uganda with a deputy minister. | KEN represented_by_other, UGA represented_by_other
Kenya sent its ambassador, Uganda a deputy minister. | KEN represented_by_other, UGA represented_by_other
Kenya sent its president, William Ruto. | KEN attends
Kenya came with a delegation of forty. | KEN attends
Kenya's president fell ill and stayed away. | KEN declined
Kenya received no invitation. | KEN not_invited
Kenya was not invited and said so. | KEN not_invited
The hosts had invited neither Kenya nor Uganda. | CAN host, KEN not_invited, UGA not_invited
Kenya's delegation was turned away at the door. | KEN not_invited
Turkey's Recep Tayyip Erdogan touched down shortly after dawn. | TUR attends
Turkey's Recep Tayyip Erdogan flew in from London. | TUR attends
Turkey's Recep Tayyip Erdogan was given a red carpet. | -
Turkey's Recep Tayyip Erdogan turned up late. | TUR attends
Turkey's Recep Tayyip Erdogan left early. | TUR attends
Turkey's Recep Tayyip Erdogan took his seat beside Kyriakos Mitsotakis. | TUR attends, GRC attends
Turkey's Recep Tayyip Erdogan dined with the other leaders. | TUR attends
Turkey's Recep Tayyip Erdogan addressed the gathering. | TUR attends
Turkey's Recep Tayyip Erdogan took the floor first. | TUR attends
Turkey's Recep Tayyip Erdogan appeared by video link. | TUR attends
Turkey's Recep Tayyip Erdogan skipped it. | TUR declined
Turkey's Recep Tayyip Erdogan chose not to come. | TUR declined
Turkey's Recep Tayyip Erdogan failed to show up. | TUR declined
Turkey's Recep Tayyip Erdogan failed to turn up. | TUR declined
Turkey's Recep Tayyip Erdogan preferred to stay in Ankara. | TUR declined
Turkey's Recep Tayyip Erdogan followed the summit on television. | -
Turkey's seat was taken by its ambassador. | TUR represented_by_other
Turkey sent nobody. | TUR declined
Turkey's foreign minister sat in for his president. | TUR represented_by_other
Turkey was absent, and so was Greece. | TUR declined, GRC declined
Turkey was there, as was Greece. | TUR attends, GRC attends
Turkey came; Greece did not. | TUR attends, GRC declined
Turkey did not come, Greece did. | TUR declined, GRC attends
"""

FUNERAL = """
King Felipe of Spain followed the coffin. | ESP attends
King Felipe of Spain walked behind the coffin. | ESP attends
King Felipe of Spain paid his last respects. | ESP attends
King Felipe of Spain was among the mourners. | ESP attends
Mourners included King Felipe of Spain and Emmanuel Macron of France. | ESP attends, FRA attends
Emmanuel Macron of France sat in the front row. | FRA attends
Emmanuel Macron of France laid a wreath. | FRA attends
Emmanuel Macron of France bowed before the coffin. | FRA attends
Emmanuel Macron of France sent a wreath. | -
Emmanuel Macron of France flew in for the ceremony. | FRA attends
Brazil was represented by its ambassador. | BRA represented_by_other
Brazil sent its vice president. | BRA represented_by_other
Russia was not asked to send anybody. | RUS not_invited
"""

TALKS = """
Eritrea sent its foreign minister. | ERI attends
Delegations from Eritrea and Djibouti sat down in Nairobi. | ERI attends, DJI attends
Negotiators from Eritrea and Djibouti are taking part. | ERI attends, DJI attends
President William Ruto opened the talks. | KEN host
Kenya is hosting the talks. | KEN host
The talks between Eritrea and Djibouti are chaired by Kenya. | ERI attends, DJI attends, KEN host
Somalia refused to take part. | SOM declined
Somalia was left out of the talks. | SOM not_invited
Norway and Qatar are there as observers. | NOR attends, QAT attends
"""

SIGNING = """
Presidents Hakainde Hichilema of Zambia and Lazarus Chakwera of Malawi signed the treaty. | ZMB attends, MWI attends
Presidents Hakainde Hichilema and Lazarus Chakwera put their names to the treaty. | ZMB attends, MWI attends
Presidents Hakainde Hichilema and Lazarus Chakwera looked on. | ZMB attends, MWI attends
President Hakainde Hichilema of Zambia watched from the first row. | ZMB attends
President Hakainde Hichilema of Zambia applauded. | ZMB attends
President Emmerson Mnangagwa was the host. | ZWE host
The ministers of Zambia and Malawi initialled the document. | ZMB attends, MWI attends
Zambia signed the treaty in Harare. | ZMB attends
Cyril Ramaphosa of South Africa witnessed the signing. | ZAF attends
South Africa was represented by its ambassador, Botswana by its foreign minister. | ZAF represented_by_other, BWA represented_by_other
"""

REGIONAL = """
Armenia's Nikol Pashinyan and Azerbaijan's Ilham Aliyev were at the same table for the first time. | ARM attends, AZE attends
Armenia's Nikol Pashinyan, who had long hesitated, came in the end. | ARM attends
Georgia had not asked Russia to the summit. | GEO host, RUS not_invited
The Georgian hosts gave Bulgaria's Boyko Borisov a place of honour. | BGR attends
Bulgaria's Boyko Borisov was the first to arrive. | BGR attends
Bulgaria's Boyko Borisov cut short his stay. | BGR attends
Bulgaria's Boyko Borisov called in sick. | BGR declined
Bulgaria's Boyko Borisov was detained by a vote at home and sent a deputy. | BGR represented_by_other
For Bulgaria the energy minister signed. | BGR represented_by_other
Romania, Moldova and Turkey had sent their prime ministers. | ROU attends, MDA attends, TUR attends
Romania was represented only by a state secretary. | ROU represented_by_other
Romania's chair was empty. | ROU declined
Romania's president did not make it to Tbilisi. | ROU declined
Romania's president never left Bucharest. | ROU declined
Not a single Romanian was to be seen. | -
There was no sign of Romania's president. | ROU declined
Ukraine took part as an observer. | UKR attends
Ukraine had observer status. | -
Ukraine's delegation was led by Prime Minister Volodymyr Groysman. | UKR attends
Missing from the family photo was Ukraine's president. | -
Only Ukraine was missing. | UKR declined
All came except Ukraine. | UKR declined
"""

INAUGURATION = """
Presidents from Nigeria, Togo and Benin were present at the ceremony. | NGA attends, TGO attends, BEN attends
The presidents of Nigeria, Bola Tinubu, and of Kenya, William Ruto, were guests of honour. | NGA attends, KEN attends
Nigeria's Bola Tinubu was the guest of honour. | NGA attends
Nigeria's Bola Tinubu graced the occasion. | NGA attends
Also present were Kenya's William Ruto and Rwanda's Paul Kagame. | KEN attends, RWA attends
Among the dignitaries was Kenya's William Ruto. | KEN attends
Dignitaries included William Ruto of Kenya and Paul Kagame of Rwanda. | KEN attends, RWA attends
Kenya's William Ruto congratulated him by telephone. | -
Kenya's William Ruto sent congratulations. | -
Burkina Faso's Ibrahim Traore arrived in uniform. | BFA attends
The United States was represented by a delegation under Ambassador Virginia Palmer. | USA represented_by_other
France sent a junior minister. | FRA represented_by_other
Mali's ruler kept away. | MLI declined
Niger's junta got no card. | -
"""

AUTUMN = """
Myanmar's generals have again been barred. | MMR not_invited
Myanmar's general Min Aung Hlaing is not welcome. | MMR not_invited
Myanmar may send only a non-political representative. | -
Thailand's Prayuth Chan-ocha has tested positive and will not travel. | THA declined
Thailand's Prayuth Chan-ocha will miss the summit. | THA declined
Thailand's Prayuth Chan-ocha cancelled at short notice. | THA declined
Thailand will be represented by Deputy Prime Minister Don Pramudwinai. | THA represented_by_other
Cambodia's Hun Sen left Phnom Penh for Jakarta on Tuesday. | KHM attends
Cambodia's Hun Sen flies out on Friday. | KHM attends
Cambodia's Hun Sen is on his way. | KHM attends
Cambodia's Hun Sen has booked his hotel. | -
Cambodia's Hun Sen will bring his wife. | -
Vietnam's Pham Minh Chinh has promised to be there. | VNM attends
Vietnam has yet to name its delegate. | -
Vietnam's Pham Minh Chinh has given no answer. | VNM undecided
Vietnam's Pham Minh Chinh has left the hosts without an answer. | -
Vietnam's reply is still outstanding. | -
Joko Widodo will receive Pham Minh Chinh of Vietnam on Friday. | IDN host, VNM attends
Indonesia expects all members. | -
Sergei Lavrov will come in place of Vladimir Putin. | RUS represented_by_other
Russian Foreign Minister Sergei Lavrov will lead the delegation. | RUS represented_by_other
Vladimir Putin will not come, the Kremlin said; Foreign Minister Sergei Lavrov will go. | RUS represented_by_other
It is doubtful that Vladimir Putin will come. | RUS undecided
Vladimir Putin is likely to stay away. | RUS declined
Nothing is known yet of Vladimir Putin's plans. | -
President Joe Biden will not be able to come. | USA declined
President Joe Biden will attend virtually. | USA attends
President Joe Biden will not attend in person. | USA declined
"""

# Wordings that the rules do not read yet.
GAPS = frozenset(
    (
        "Armenia's Nikol Pashinyan, who had long hesitated, came in the end.",
        "The Georgian hosts gave Bulgaria's Boyko Borisov a place of honour.",
        "For Bulgaria the energy minister signed.",
        "All came except Ukraine.",
        "Also present were Kenya's William Ruto and Rwanda's Paul Kagame.",
    )
)

TABLES = {
    "ahead": AHEAD,
    "during": DURING,
    "funeral": FUNERAL,
    "talks": TALKS,
    "signing": SIGNING,
    "regional": REGIONAL,
    "inauguration": INAUGURATION,
    "autumn": AUTUMN,
}
