// German, Ukrainian and Russian through the shipped plugins, from plain text to speakers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read_text.hpp"

namespace {

using ::testing::ElementsAre;

std::vector<spoken> german(std::string_view text) {
  return read_text(text, "de");
}
std::vector<spoken> ukrainian(std::string_view text) {
  return read_text(text, "uk");
}
std::vector<spoken> russian(std::string_view text) {
  return read_text(text, "ru");
}

TEST(GermanTexts, UmlautsAndMarks) {
  EXPECT_THAT(german("„Über die Brücke fährt seit Jahren kein Zug mehr“, sagte Jörg Müßig."),
              ElementsAre(spoken{"Jörg Müßig", "Über die Brücke fährt seit Jahren kein Zug mehr"}));
  EXPECT_THAT(german("Änne Röhrs erklärte: „Für die Höfe ändert sich nichts.“"),
              ElementsAre(spoken{"Änne Röhrs", "Für die Höfe ändert sich nichts."}));
  EXPECT_THAT(german("»Wir schließen kein Werk«, versicherte Vorstandschefin Grit Öhlmann."),
              ElementsAre(spoken{"Grit Öhlmann", "Wir schließen kein Werk"}));
}

TEST(GermanTexts, KonjunktivWithoutACue) {
  EXPECT_THAT(german("Anna Keil war müde. Die Verhandlungen seien gescheitert. Man habe "
                     "alles versucht."),
              ElementsAre(spoken{"Anna Keil",
                                 "Die Verhandlungen seien gescheitert. Man habe alles versucht."}));
  EXPECT_THAT(german("Der Trainer Olaf Brahms war zufrieden. Die Mannschaft habe gekämpft, sagte "
                     "er. Sie sei auf einem guten Weg."),
              ElementsAre(spoken{"Olaf Brahms", "Die Mannschaft habe gekämpft"},
                          spoken{"Olaf Brahms", "Sie sei auf einem guten Weg."}));
}

TEST(GermanTexts, NachLautZufolge) {
  EXPECT_THAT(german("Laut dem Wirtschaftsminister Paul Distel sinken die Preise im Herbst."),
              ElementsAre(spoken{"Paul Distel", "sinken die Preise im Herbst"}));
  EXPECT_THAT(german("Nach Angaben der Feuerwehr brannten zwei Scheunen."),
              ElementsAre(spoken{"Feuerwehr", "brannten zwei Scheunen"}));
  EXPECT_THAT(german("Dem Bürgermeister Rolf Kern zufolge wird die Schule nicht geschlossen."),
              ElementsAre(spoken{"Rolf Kern", "wird die Schule nicht geschlossen"}));
}

TEST(GermanTexts, VerbsAtTheEndOfTheClause) {
  EXPECT_THAT(german("Wie die Polizei am Montag mitteilte, wurde niemand verletzt."),
              ElementsAre(spoken{"Polizei", "wurde niemand verletzt"}));
  EXPECT_THAT(german("Als die Abgeordnete Ina Wulf sagte, dass sie zurücktrete, wurde es still."),
              ElementsAre(spoken{"Ina Wulf", "dass sie zurücktrete"}));
}

TEST(GermanTexts, VerbsInTwoParts) {
  EXPECT_THAT(german("Die Behörde teilte am Abend mit, dass die Straße gesperrt sei."),
              ElementsAre(spoken{"Behörde", "dass die Straße gesperrt sei"}));
  EXPECT_THAT(german("Rolf Kern gab am Freitag bekannt, das Verfahren sei eingestellt."),
              ElementsAre(spoken{"Rolf Kern", "das Verfahren sei eingestellt"}));
  EXPECT_THAT(german("Der Minister Paul Distel hat am Sonntag in Kiel gesagt, die Werft werde "
                     "nicht verkauft."),
              ElementsAre(spoken{"Paul Distel", "die Werft werde nicht verkauft"}));
  EXPECT_THAT(german("„Wir bleiben hier“, hatte Sommer im Mai gesagt."),
              ElementsAre(spoken{"Sommer", "Wir bleiben hier"}));
}

TEST(GermanTexts, WordsInMarksStandBesideTheirReport) {
  EXPECT_THAT(german("Rolf Kern sagte, der Plan sei „ein Geschenk an die Konzerne“ und gehöre in "
                     "den Papierkorb."),
              ElementsAre(spoken{"Rolf Kern",
                                 "der Plan sei „ein Geschenk an die Konzerne“ und gehöre in den "
                                 "Papierkorb"},
                          spoken{"Rolf Kern", "ein Geschenk an die Konzerne"}));
}

TEST(UkrainianTexts, GuillemetsAndDashes) {
  EXPECT_THAT(ukrainian("«Ми не віддамо жодного гектара», — сказав голова громади Остап Гринюк."),
              ElementsAre(spoken{"Остап Гринюк", "Ми не віддамо жодного гектара"}));
  EXPECT_THAT(
      ukrainian("Міністерка Олена Карвацька заявила: «Бюджет ухвалено сьогодні». «Греблі "
                "нічого не загрожує, — додала Карвацька. — Загрожує графікам»."),
      ElementsAre(spoken{"Олена Карвацька", "Бюджет ухвалено сьогодні"},
                  spoken{"Олена Карвацька", "Греблі нічого не загрожує, Загрожує графікам"}));
  EXPECT_THAT(ukrainian("— Води вистачить до осені, — сказав інженер Петро Ляшко."),
              ElementsAre(spoken{"Петро Ляшко", "Води вистачить до осені,"}));
}

TEST(UkrainianTexts, ReportedSpeech) {
  EXPECT_THAT(ukrainian("Олена Карвацька повідомила, що міст закрито на ремонт."),
              ElementsAre(spoken{"Олена Карвацька", "що міст закрито на ремонт"}));
}

TEST(RussianTexts, GuillemetsAndDashes) {
  EXPECT_THAT(russian("«Мы не закроем ни одной школы», — сообщил губернатор Игорь Лапшин."),
              ElementsAre(spoken{"Игорь Лапшин", "Мы не закроем ни одной школы"}));
  EXPECT_THAT(russian("Директор завода Анна Белова заявила: «Заказов хватит на два года»."),
              ElementsAre(spoken{"Анна Белова", "Заказов хватит на два года"}));
  EXPECT_THAT(russian("— Рыбы стало меньше, — сказала директор порта Анна Белова."),
              ElementsAre(spoken{"Анна Белова", "Рыбы стало меньше,"}));
}

TEST(RussianTexts, ReportedSpeech) {
  EXPECT_THAT(russian("Игорь Лапшин сообщил, что мост закрыт."),
              ElementsAre(spoken{"Игорь Лапшин", "что мост закрыт"}));
}

}  // namespace
