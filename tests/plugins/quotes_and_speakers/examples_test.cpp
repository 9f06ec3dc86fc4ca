// Texts with all the quotes that must be found in them, through the shipped plugins from plain text
// to speakers: what users of other quotation tools complain of, and German, Ukrainian and Russian.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "read_text.hpp"

namespace {

struct example {
  const char* name;
  const char* language;
  std::string text;
  std::vector<spoken> quotes;
};

std::ostream& operator<<(std::ostream& out, const example& e) {
  return out << e.text;
}

// Examples of one name are told apart by their place in the table.
std::string name_of(const ::testing::TestParamInfo<example>& in) {
  return in.param.name + ("_" + std::to_string(in.index));
}

class Examples : public ::testing::TestWithParam<example> {};

TEST_P(Examples, AreReadByRulesWithAllTheirQuotes) {
  EXPECT_EQ(read_text(GetParam().text, GetParam().language), GetParam().quotes);
}

std::vector<spoken> direct_quotes(std::vector<spoken> quotes) {
  std::erase_if(quotes, [](const spoken& s) { return s.kind != direct; });
  for (spoken& s : quotes) {
    while (s.words.ends_with(',')) s.words.pop_back();
  }
  return quotes;
}

// Taggers find more that no marks enclose; who says what marks enclose is as sure as by rules.
TEST_P(Examples, DirectQuotesAreReadSoByTaggersToo) {
  static text_pipeline fast({}, "fast"), accurate({}, "accurate");
  const std::vector<spoken> expected = direct_quotes(GetParam().quotes);
  EXPECT_EQ(direct_quotes(fast(GetParam().text, GetParam().language)), expected) << "fast";
  EXPECT_EQ(direct_quotes(accurate(GetParam().text, GetParam().language)), expected) << "accurate";
}

const std::vector<example> complaints{
    example{
        "SpeakerInThePreviousSentence",
        "en",
        "Mayor Helen Brandt stepped out of the town hall shortly after nine. “We have run "
        "out of money, and there is nothing left to cut.”",
        {{"Helen Brandt", "We have run out of money, and there is nothing left to cut.", direct}}},
    example{
        "SpeakerInThePreviousSentence",
        "en",
        "The farmer Otto Hale shook his head. “Nobody asked us before they drew that line "
        "across the field.” He turned and walked back to the barn.",
        {{"Otto Hale", "Nobody asked us before they drew that line across the field.", direct}}},
    example{"AppositiveWithAParagraphBreak",
            "en",
            "“The bridge was never inspected,” said Dana Whitlock,\n\nthe county's chief "
            "engineer, on Tuesday.",
            {{"Dana Whitlock", "The bridge was never inspected,", direct}}},
    example{"AppositiveWithAParagraphBreak",
            "en",
            "“We are closing two of our five shops,” said Peter Aldous, head of the bakery "
            "chain.\n\n“The rents have doubled,” he said.",
            {{"Peter Aldous", "We are closing two of our five shops,", direct},
             {"Peter Aldous", "The rents have doubled,", direct}}},
    example{"SeveralSpeakersInOneSentence",
            "en",
            "“It was a fair offer,” said Ruth Calder, while her rival Tom Ibsen called it “a "
            "bribe in a gift bag”.",
            {{"Ruth Calder", "It was a fair offer,", direct},
             {"Tom Ibsen", "it “a bribe in a gift bag”", mixed}}},
    example{"SeveralSpeakersInOneSentence",
            "en",
            "Calder said the dam would hold, but the engineer Tom Ibsen warned that the wall "
            "was cracking.",
            {{"Calder", "the dam would hold", indirect},
             {"Tom Ibsen", "that the wall was cracking", indirect}}},
    example{"VerbsBeyondSaid",
            "en",
            "“You will regret this vote,” Alma Reyes thundered.",
            {{"Alma Reyes", "You will regret this vote,", direct}}},
    example{"VerbsBeyondSaid",
            "en",
            "“I never signed that paper,” insisted Karl Vogt.",
            {{"Karl Vogt", "I never signed that paper,", direct}}},
    example{"VerbsBeyondSaid",
            "en",
            "Reyes quipped: “At least the coffee was cheap.”",
            {{"Reyes", "At least the coffee was cheap.", direct}}},
    example{"QuotationsOverParagraphsAreJoined",
            "en",
            "“We lost the harvest twice,” Nora Quill said. “The first time it was hail.\n\n“The "
            "second time it was the river.\n\n“There will be no third time.”\n\nThe ministry "
            "did not answer.",
            {{"Nora Quill",
              "We lost the harvest twice, The first time it was hail. The second time it was the "
              "river. There will be no third time.",
              direct}}},
    example{"QuotationsOverParagraphsAreJoined",
            "en",
            "“The first winter was the worst,” said Jonas Peck.\n\n“The second one we were "
            "ready for.”",
            {{"Jonas Peck", "The first winter was the worst, The second one we were ready for.",
              direct}}},
    example{"OddAndStrayMarks",
            "en",
            "The 6\" pipe and the 12\" pipe were both rusted. \"Nobody checked them in years,\" "
            "said Mira Stone.",
            {{"Mira Stone", "Nobody checked them in years,", direct}}},
    example{"OddAndStrayMarks",
            "en",
            "\"We will appeal, said Mira Stone.\n\n\"The court was wrong,\" she added.",
            {{"Mira Stone", "We will appeal,", direct},
             {"Mira Stone", "The court was wrong,", direct}}},
    example{"OddAndStrayMarks",
            "en",
            "The '90s were kinder to the port. “We had two ferries then,” said Mira Stone.",
            {{"Mira Stone", "We had two ferries then,", direct}}},
    example{"NicknamesInQuotationMarks",
            "en",
            "Joaquin “Shorty” Marez was arrested on Friday. “I only drove the car,” Marez told "
            "the court.",
            {{"Joaquin “Shorty” Marez", "I only drove the car,", direct}}},
    example{"NicknamesInQuotationMarks",
            "en",
            "“The fish are gone,” said Walter “Buzz” Kimball, a retired skipper.",
            {{"Walter “Buzz” Kimball", "The fish are gone,", direct}}},
    example{"AHomelessManIsASpeaker",
            "en",
            "“They took my tent and my papers,” said a homeless man who gave his name only as "
            "Rick.",
            {{"a homeless man", "They took my tent and my papers,", direct}}},
    example{"AHomelessManIsASpeaker",
            "en",
            "A homeless man sleeping near the station said the police had come twice that night.",
            {{"A homeless man", "the police had come twice that night", indirect}}},
    example{"TheCanonicalNameDiffersFromTheMention",
            "en",
            "Finance Minister Elena Marković came late. “We cut nothing that matters,” Marković "
            "said. “Not a school, not a clinic,” the minister added.",
            {{"Elena Marković", "We cut nothing that matters,", direct},
             {"Elena Marković", "Not a school, not a clinic,", direct}}},
    example{"TheCanonicalNameDiffersFromTheMention",
            "en",
            "The International Rescue Fleet (IRF) sent three ships. The IRF said that two had "
            "arrived.",
            {{"International Rescue Fleet", "that two had arrived", indirect}}},
    example{"FloatingQuotations",
            "en",
            "Ivan Dell lost the vote by nine. “Nine votes. I could have called nine cousins.”",
            {{"Ivan Dell", "Nine votes. I could have called nine cousins.", direct}}},
    example{"FloatingQuotations",
            "en",
            "Helen Brandt was asked about the strike. “I will not negotiate with the doors "
            "locked.” She left without another word.",
            {{"nobody", "the strike", indirect},
             {"Helen Brandt", "I will not negotiate with the doors locked.", direct}}},
    example{"HeSaidInTheMiddleOfASentence",
            "en",
            "Owen Hart came back. “I was elected,” he said, “and I will be here until the last "
            "day of my term.”",
            {{"Owen Hart", "I was elected, and I will be here until the last day of my term.",
              direct}}},
    example{"HeSaidInTheMiddleOfASentence",
            "en",
            "“The trouble,” Lena Ostrow said, “is that the well is dry.”",
            {{"Lena Ostrow", "The trouble, is that the well is dry.", direct}}},
    example{"ShowMakesNoFalseQuotations",
            "en",
            "The records show “Project Heron” cost nine million. The show “Late With Lou” "
            "returns on Sunday.",
            {}},
    example{"ShowMakesNoFalseQuotations",
            "en",
            "The band's show, called “Northern Lights”, opens in May.",
            {}},
    example{"ShowMakesNoFalseQuotations", "en", "They met at the show and left early.", {}},
    example{"DashAndNameFromAndPressReleases",
            "en",
            "“A warm, strange, unforgettable book.” – Imogen Bly",
            {{"Imogen Bly", "A warm, strange, unforgettable book.", direct}}},
    example{
        "DashAndNameFromAndPressReleases",
        "en",
        "From Governor Alan Pryce:\n\n“Today we open the bridge that was promised for "
        "thirty years.”",
        {{"Alan Pryce", "Today we open the bridge that was promised for thirty years.", direct}}},
    example{"DashAndNameFromAndPressReleases",
            "en",
            "FOR IMMEDIATE RELEASE\n\nPort Authority Opens New Quay\n\nHARWICH, May 3 – The "
            "port authority opened its new quay on Monday.\n\n“This quay will bring four "
            "hundred jobs,” said Carla Menn, chief executive of the authority.\n\nContact: "
            "press office",
            {{"Carla Menn", "This quay will bring four hundred jobs,", direct}}},
    example{"TimestampsOfLiveBlogs",
            "en",
            "10:42 The minister has arrived.\n\n10:55 “We are close to a deal,” says Foreign "
            "Minister Ada Lund.\n\n11:03 Lund: “Give us one more hour.”",
            {{"Ada Lund", "We are close to a deal,", direct},
             {"Ada Lund", "Give us one more hour.", direct}}},
    example{"TimestampsOfLiveBlogs",
            "en",
            "14:20 – The union's chief Bo Rasch says talks have broken down.",
            {{"Bo Rasch", "talks have broken down", indirect}}},
    example{"QuotationsInHeadlinesAndCaptions",
            "en",
            "Brandt: ‘We were lied to’\n\nMayor Helen Brandt said on Monday that the ministry "
            "had hidden the report.",
            {{"Helen Brandt", "We were lied to", direct},
             {"Helen Brandt", "that the ministry had hidden the report", indirect}}},
    example{"QuotationsInHeadlinesAndCaptions",
            "en",
            "Photo: Fishermen mend nets below the “Old Customs House”. Picture by Ann "
            "Loy\n\n“The catch is half of last year's,” said Erik Sund.",
            {{"Erik Sund", "The catch is half of last year's,", direct}}},
    example{"InterviewsOfQuestionsAndAnswers",
            "en",
            "Interview with Carla Menn, chief executive of the port authority\n\nQ: When will "
            "the quay open?\n\nA: We open in May, if the cranes arrive.\n\nQ: And if they do "
            "not?\n\nA: Then we open without cranes.",
            {{"nobody", "When will the quay open?", direct},
             {"Carla Menn", "We open in May, if the cranes arrive.", direct},
             {"nobody", "And if they do not?", direct},
             {"Carla Menn", "Then we open without cranes.", direct}}}};

INSTANTIATE_TEST_SUITE_P(Complaints, Examples, ::testing::ValuesIn(complaints), name_of);

const std::vector<example> other_languages{
    example{"GermanUmlautsAndMarks",
            "de",
            "„Über die Brücke fährt seit Jahren kein Zug mehr“, sagte Jörg Müßig.",
            {{"Jörg Müßig", "Über die Brücke fährt seit Jahren kein Zug mehr", direct}}},
    example{"GermanUmlautsAndMarks",
            "de",
            "Änne Röhrs erklärte: „Für die Höfe ändert sich nichts.“",
            {{"Änne Röhrs", "Für die Höfe ändert sich nichts.", direct}}},
    example{"GermanUmlautsAndMarks",
            "de",
            "»Wir schließen kein Werk«, versicherte Vorstandschefin Grit Öhlmann.",
            {{"Grit Öhlmann", "Wir schließen kein Werk", direct}}},
    example{
        "GermanKonjunktivWithoutACue",
        "de",
        "Anna Keil war müde. Die Verhandlungen seien gescheitert. Man habe alles versucht.",
        {{"Anna Keil", "Die Verhandlungen seien gescheitert. Man habe alles versucht.", indirect}}},
    example{"GermanKonjunktivWithoutACue",
            "de",
            "Der Trainer Olaf Brahms war zufrieden. Die Mannschaft habe gekämpft, sagte er. Sie "
            "sei auf einem guten Weg.",
            {{"Olaf Brahms", "Die Mannschaft habe gekämpft", indirect},
             {"Olaf Brahms", "Sie sei auf einem guten Weg.", indirect}}},
    example{"GermanNachLautZufolge",
            "de",
            "Laut dem Wirtschaftsminister Paul Distel sinken die Preise im Herbst.",
            {{"Paul Distel", "sinken die Preise im Herbst", indirect}}},
    example{"GermanNachLautZufolge",
            "de",
            "Nach Angaben der Feuerwehr brannten zwei Scheunen.",
            {{"Feuerwehr", "brannten zwei Scheunen", indirect}}},
    example{"GermanNachLautZufolge",
            "de",
            "Dem Bürgermeister Rolf Kern zufolge wird die Schule nicht geschlossen.",
            {{"Rolf Kern", "wird die Schule nicht geschlossen", indirect}}},
    example{"GermanVerbsAtTheEndOfTheClause",
            "de",
            "Wie die Polizei am Montag mitteilte, wurde niemand verletzt.",
            {{"Polizei", "wurde niemand verletzt", indirect}}},
    example{"GermanVerbsAtTheEndOfTheClause",
            "de",
            "Als die Abgeordnete Ina Wulf sagte, dass sie zurücktrete, wurde es still.",
            {{"Ina Wulf", "dass sie zurücktrete", indirect}}},
    example{"GermanVerbsInTwoParts",
            "de",
            "Die Behörde teilte am Abend mit, dass die Straße gesperrt sei.",
            {{"Behörde", "dass die Straße gesperrt sei", indirect}}},
    example{"GermanVerbsInTwoParts",
            "de",
            "Rolf Kern gab am Freitag bekannt, das Verfahren sei eingestellt.",
            {{"Rolf Kern", "das Verfahren sei eingestellt", indirect}}},
    example{"GermanVerbsInTwoParts",
            "de",
            "Der Minister Paul Distel hat am Sonntag in Kiel gesagt, die Werft werde nicht "
            "verkauft.",
            {{"Paul Distel", "die Werft werde nicht verkauft", indirect}}},
    example{"GermanVerbsInTwoParts",
            "de",
            "„Wir bleiben hier“, hatte Sommer im Mai gesagt.",
            {{"Sommer", "Wir bleiben hier", direct}}},
    example{"GermanWordsInMarksStandBesideTheirReport",
            "de",
            "Rolf Kern sagte, der Plan sei „ein Geschenk an die Konzerne“ und gehöre in den "
            "Papierkorb.",
            {{"Rolf Kern",
              "der Plan sei „ein Geschenk an die Konzerne“ und gehöre in den Papierkorb", mixed},
             {"Rolf Kern", "ein Geschenk an die Konzerne", direct}}},
    example{"UkrainianGuillemetsAndDashes",
            "uk",
            "«Ми не віддамо жодного гектара», — сказав голова громади Остап Гринюк.",
            {{"Остап Гринюк", "Ми не віддамо жодного гектара", direct}}},
    example{"UkrainianGuillemetsAndDashes",
            "uk",
            "Міністерка Олена Карвацька заявила: «Бюджет ухвалено сьогодні». «Греблі нічого не "
            "загрожує, — додала Карвацька. — Загрожує графікам».",
            {{"Олена Карвацька", "Бюджет ухвалено сьогодні", direct},
             {"Олена Карвацька", "Греблі нічого не загрожує, Загрожує графікам", direct}}},
    example{"UkrainianGuillemetsAndDashes",
            "uk",
            "— Води вистачить до осені, — сказав інженер Петро Ляшко.",
            {{"Петро Ляшко", "Води вистачить до осені,", direct}}},
    example{"UkrainianReportedSpeech",
            "uk",
            "Олена Карвацька повідомила, що міст закрито на ремонт.",
            {{"Олена Карвацька", "що міст закрито на ремонт", indirect}}},
    example{"RussianGuillemetsAndDashes",
            "ru",
            "«Мы не закроем ни одной школы», — сообщил губернатор Игорь Лапшин.",
            {{"Игорь Лапшин", "Мы не закроем ни одной школы", direct}}},
    example{"RussianGuillemetsAndDashes",
            "ru",
            "Директор завода Анна Белова заявила: «Заказов хватит на два года».",
            {{"Анна Белова", "Заказов хватит на два года", direct}}},
    example{"RussianGuillemetsAndDashes",
            "ru",
            "— Рыбы стало меньше, — сказала директор порта Анна Белова.",
            {{"Анна Белова", "Рыбы стало меньше,", direct}}},
    example{"RussianReportedSpeech",
            "ru",
            "Игорь Лапшин сообщил, что мост закрыт.",
            {{"Игорь Лапшин", "что мост закрыт", indirect}}},
    example{"GermanKonjunktivWithoutACue",
            "de",
            "Die Ministerin trat vor die Presse. Man habe alles versucht.",
            {{"Die Ministerin", "Man habe alles versucht.", indirect}}},
    example{"GermanKonjunktivWithoutACue",
            "de",
            "Die Partei traf sich in Kiel. Man habe alles versucht.",
            {{"Partei", "Man habe alles versucht.", indirect}}}};

INSTANTIATE_TEST_SUITE_P(OtherLanguages, Examples, ::testing::ValuesIn(other_languages), name_of);

// What reporters write: headings, names behind titles, late verbs.
const std::vector<example> newsrooms{
    example{"HeadingsThatNobodySays",
            "en",
            "Obituary: Hugo Brandreth, sculptor of the impossible\n\nHe never finished school.",
            {}},
    example{"HeadingsThatNobodySays",
            "en",
            "Harwell City 2-0 Thornby: Late goals sink champions\n\nThe ground was full.",
            {}},
    example{"HeadingsThatNobodySays",
            "en",
            "Minister: Tax cuts are off the table\n\nThe budget is due in May.",
            {{"Minister", "Tax cuts are off the table", indirect}}},
    example{"HeadingsThatNobodySays",
            "en",
            "12:10 GMT\n'The water came in minutes'\n\nRoads are closed.",
            {{"nobody", "The water came in minutes", direct}}},
    example{"HeadingsThatNobodySays",
            "de",
            "Unfall auf der A7: Zwei Menschen schwer verletzt\n\nDie Straße ist gesperrt.",
            {}},
    example{"HeadingsThatNobodySays",
            "de",
            "Streit um Brücke: „Das wird zu teuer für uns“\n\nAm Mittwoch regnete es.",
            {{"nobody", "Das wird zu teuer für uns", direct}}},
    example{"VerbsBehindAQuotation",
            "en",
            "\"The roof still leaks,\" sighs the caretaker.",
            {{"the caretaker", "The roof still leaks,", direct}}},
    example{"VerbsBehindAQuotation",
            "en",
            "\"The roof still leaks,\" panel chairman Roy Tarrant said.",
            {{"Roy Tarrant", "The roof still leaks,", direct}}},
    example{"VerbsBehindAQuotation",
            "en",
            "'It is over,' a senior aide confided in the corridor.",
            {{"a senior aide", "It is over,", direct}}},
    example{"WhatOnlyLooksLikeAReport",
            "en",
            "The accused have confessed to stealing six cars, the officer said.",
            {{"the officer", "The accused have confessed to stealing six cars", indirect},
             {"The accused", "to stealing six cars", indirect}}},
    example{"WhatOnlyLooksLikeAReport",
            "en",
            "In a statement read to the court, Mr Dale said he was sorry.",
            {{"Dale", "he was sorry", indirect}}},
    example{"WhatOnlyLooksLikeAReport",
            "en",
            "The council said in a Twitter post that schools would close.",
            {{"The council", "that schools would close", indirect}}},
    example{"WhatOnlyLooksLikeAReport",
            "de",
            "Gerda Sahm hat nie laut gesungen, und wer zuhören wollte, musste still sein.",
            {}},
    example{"NamesBehindTitles",
            "en",
            "Treasurer Dean Farrow said the claim was false.",
            {{"Dean Farrow", "the claim was false", indirect}}},
    example{"NamesBehindTitles",
            "en",
            "Sir Alistair Crewe rose. 'I have nothing to add,' said Sir Alistair.",
            {{"Alistair Crewe", "I have nothing to add,", direct}}},
    example{"NamesBehindTitles",
            "en",
            "ACP (Crime) Meera Joshi said two men had been arrested.",
            {{"Meera Joshi", "two men had been arrested", indirect}}},
    example{"NamesBehindTitles",
            "en",
            "Freight operator Northlink said no trains would run.",
            {{"Northlink", "no trains would run", indirect}}},
    example{"NamesBehindTitles",
            "en",
            "DENVER, Colorado, May 4 – Corvia Inc., a maker of pumps, today announced that it has "
            "bought Delta Valves.",
            {{"Corvia Inc", "that it has bought Delta Valves", indirect}}},
    example{"NamesBehindTitles",
            "en",
            "My companion whispered that the play was too long.",
            {{"My companion", "that the play was too long", indirect}}},
    example{"NamesBehindTitles",
            "en",
            "Lowther Group raised its forecast. The Leeds-based retailer said sales had grown.",
            {{"Lowther Group", "sales had grown", indirect}}},
    example{"NamesBehindTitles",
            "de",
            "Der Besitzer des Hofs, der Hufschmied Hinnerk Lohmann, war entsetzt. „Alles ist weg“, "
            "so Lohmann.",
            {{"Hinnerk Lohmann", "Alles ist weg", direct}}},
    example{"NamesBehindTitles",
            "de",
            "Der Vorsitzende Richter Anselm Roth schwieg. Die Zeugin weinte. „Ich wollte das "
            "nicht“, sagte sie.",
            {{"Die Zeugin", "Ich wollte das nicht", direct}}},
    example{"NamesBehindTitles",
            "de",
            "Jonas Wirth geht. Der 51-Jährige wirkte gefasst. „Es war Zeit“, sagte er.",
            {{"Jonas Wirth", "Es war Zeit", direct}}},
    example{"NamesBehindTitles",
            "de",
            "Bürgermeister Jens Kolb stellte Zahlen vor. „Das reicht nicht“, so der Rathauschef.",
            {{"Jens Kolb", "Das reicht nicht", direct}}},
    example{"GermanSpeakersBeforeAColon",
            "de",
            "Trotzdem mahnt Ute Brandt zur Geduld: „Ein Fund ist noch kein Beweis.“",
            {{"Ute Brandt", "Ein Fund ist noch kein Beweis.", direct}}},
    example{"GermanSpeakersBeforeAColon",
            "de",
            "Der Maler Ludwig Kern erinnert sich an die Premiere der »Drei Brücken« 1972: „Es hat "
            "geregnet.“",
            {{"Ludwig Kern", "Es hat geregnet.", direct}}},
    example{"GermanSpeakersBeforeAColon",
            "de",
            "Vorstand Lutz Ebner verwies auf gute Zahlen: Man habe genug Geld in der Kasse.",
            {{"Lutz Ebner", "Man habe genug Geld in der Kasse", indirect}}},
    example{"GermanSpeakersBehindTheirReport",
            "de",
            "Schuld daran sei ein Kabel, das gebrochen sei, erläutert seine Kollegin Ute Brandt.",
            {{"Ute Brandt", "Schuld daran sei ein Kabel, das gebrochen sei", indirect}}},
    example{"GermanSpeakersBehindTheirReport",
            "de",
            "Sein Mandant habe nichts davon gestanden, argumentierte Rechtsanwalt Jens Ott.",
            {{"Jens Ott", "Sein Mandant habe nichts davon gestanden", indirect}}},
    example{"GermanSpeakersBehindTheirReport",
            "de",
            "Der Klub trennt sich von Ralf Kunz. Das gab der Verein am Abend bekannt, kurz nach "
            "dem 1:3 gegen Ulm.",
            {{"Verein", "Der Klub trennt sich von Ralf Kunz", indirect}}},
    example{"GermanSpeakersBehindTheirReport",
            "de",
            "„Wir brauchen Ruhe“, wird Sportchefin Nele Hartwig in der Mitteilung zitiert.",
            {{"Nele Hartwig", "Wir brauchen Ruhe", direct}}},
    example{"GermanSpeakersBehindTheirReport",
            "de",
            "Ökonom Paul Riemer sprach in Bonn. Seiner Ansicht nach dürfte der Winter hart werden.",
            {{"Paul Riemer", "dürfte der Winter hart werden", indirect}}},
    example{"GermanSpeakersBehindTheirReport",
            "de",
            "„Der Markt ist hart“, sagte Uta Tamm. Entlassungen seien aber nicht geplant.",
            {{"Uta Tamm", "Der Markt ist hart", direct},
             {"Uta Tamm", "Entlassungen seien aber nicht geplant.", indirect}}},
    example{"DashesWithinAParagraph",
            "uk",
            "Максим Гай забив гол. — Хотів віддати пас, — сміється 20-річний форвард.",
            {{"Максим Гай", "Хотів віддати пас,", direct}}},
    example{
        "DashesWithinAParagraph",
        "ru",
        "Игорь Дёмин не согласен. — Мне что, молчать? — возмущался он в коридоре. — Пусть ответят.",
        {{"Игорь Дёмин", "Мне что, молчать? Пусть ответят.", direct}}},
    example{"SlavicNamesAndRoles",
            "uk",
            "Вистава зі Златою Гримич вразила всіх. Злата Гримич каже, що щаслива.",
            {{"Злата Гримич", "що щаслива", indirect}}},
    example{"SlavicNamesAndRoles",
            "uk",
            "Марія Стець живе сама. «Мені добре», — усміхається жінка.",
            {{"Марія Стець", "Мені добре", direct}}},
    example{"SlavicNamesAndRoles",
            "ru",
            "Потерпевший, торговец Тимур Гасанов, утверждает, что видел драку.",
            {{"Тимур Гасанов", "что видел драку", indirect}}},
    example{"SlavicNamesAndRoles",
            "ru",
            "Судья Ольга Петрова поблагодарила всех и напомнила, что приговор можно обжаловать.",
            {{"Ольга Петрова", "что приговор можно обжаловать", indirect}}},
    example{"SlavicNamesAndRoles",
            "ru",
            "О смерти сообщила актриса Инна Лавренёва. Сам Лавренёв в последнем интервью "
            "признался, что устал.",
            {{"Лавренёв", "что устал", indirect}}},
    example{
        "SlavicNamesAndRoles",
        "ru",
        "Эксперт Кирилл Наумов говорит, что это правда. Следователь ей сказал, что шансов мало.",
        {{"Кирилл Наумов", "что это правда", indirect},
         {"Следователь", "что шансов мало", indirect}}},
    example{"SlavicNamesAndRoles",
            "ru",
            "Мэр Олег Панин открыл мост. «Это победа», — заявил градоначальник.",
            {{"Олег Панин", "Это победа", direct}}},
    example{"SlavicNamesAndRoles",
            "ru",
            "Депутат Олег Панин предложил запретить самокаты.",
            {{"Олег Панин", "запретить самокаты", indirect}}}};

INSTANTIATE_TEST_SUITE_P(Newsrooms, Examples, ::testing::ValuesIn(newsrooms), name_of);

const std::vector<example> posts{
    example{"AnOfficeInsteadOfAName",
            "en",
            "Our transport minister in the Courier: “The ferry will sail on Sundays.” Finally.",
            {{"Our transport minister", "The ferry will sail on Sundays.", direct}}},
    example{"AnOfficeInsteadOfAName",
            "en",
            "Fernwick Dairy boss: “Nobody drinks the blue one.”",
            {{"Fernwick Dairy boss", "Nobody drinks the blue one.", direct}}},
    example{"AnOfficeInsteadOfAName",
            "en",
            "Ellingham's harbourmaster told anglers the pier would stay shut.",
            {{"Ellingham's harbourmaster", "the pier would stay shut", indirect}}},
    example{"AnOfficeInsteadOfAName",
            "en",
            "The headline in the Courier: “Nobody drinks the blue one.”",
            {{"Courier", "Nobody drinks the blue one.", direct}}},
    example{"SaidAfterwards",
            "en",
            "“Every second lamp goes out at ten.” That was the Deputy Mayor at the hearing.",
            {{"the Deputy Mayor", "Every second lamp goes out at ten.", direct}}},
    example{"SaidAfterwards",
            "en",
            "“Every second lamp goes out at ten.” This from Ruth Ansell, of all people.",
            {{"Ruth Ansell", "Every second lamp goes out at ten.", direct}}},
    example{"SaidAfterwards",
            "en",
            "“Every second lamp goes out at ten.” That was a mistake.",
            {{"nobody", "Every second lamp goes out at ten.", direct}}},
    example{"HeadlineBeforeItsSpeaker",
            "en",
            "Two piers shut until Easter, harbourmaster Gil Roth told Radio Nine.",
            {{"Gil Roth", "Two piers shut until Easter", indirect}}},
    example{
        "HeadlineBeforeItsSpeaker",
        "en",
        "The strike cost Fernwick a million, and the sum is already paid, says finance director "
        "Ansell.",
        {{"Ansell", "The strike cost Fernwick a million, and the sum is already paid", indirect}}},
    example{"HeadlineBeforeItsSpeaker",
            "en",
            "Ansell, who runs the dairy, said police chief Roth had lied.",
            {{"Ansell", "police chief Roth had lied", indirect}}},
    example{"WordsOnAPicture",
            "en",
            "It carries a photograph of Judge Ruth Ansell and the words: “Locks are for the rich.”",
            {{"nobody", "Locks are for the rich.", direct}}},
};

INSTANTIATE_TEST_SUITE_P(Posts, Examples, ::testing::ValuesIn(posts), name_of);

}  // namespace
