// German, Ukrainian and Russian.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "marked_article.hpp"

namespace quoth::speakers {
namespace {

using ::testing::ElementsAre;

TEST(german, nouns_with_capitals_are_no_names) {
  marked_article article("Das Schiff war mit Kurs auf die Insel ausgelaufen. Almut Reesing sprach.",
                         "de");
  const auto& names = article.names();
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(names[0].canonical, "Almut Reesing");
}

TEST(german, compound_roles_mean_their_holders) {
  EXPECT_THAT(
      speakers_of(
          "<q1>„Wir wissen es nicht“</q>, <c1>sagte</c> <s1>Verkehrsministerin Almut "
          "Reesing</s>. <q2>„Ich bitte um Geduld“</q>, <c2>sagte</c> <s2>sie</s>. <q3>„Danke“</q>, "
          "<c3>sagte</c> <s3>die Ministerin</s>.",
          "de"),
      ElementsAre("Almut Reesing", "Almut Reesing", "Almut Reesing"));
}

TEST(english, a_small_word_behind_a_name_belongs_to_the_verb) {
  const auto speaker = [](const std::string& source) {
    return speakers_of("With her film, <s1>" + source +
                           "</s> <c1>documents</c> <q1>the boom in "
                           "prisons</q> and explains it. Her name is Ava DuVernay.",
                       "en");
  };
  EXPECT_THAT(speaker("DuVernay both"), ElementsAre("Ava DuVernay"));
  EXPECT_THAT(speaker("DuVernay"), ElementsAre("Ava DuVernay"));
}

TEST(german, von_joins_a_given_name_and_a_surname_but_no_house) {
  const auto speaker = [](const std::string& source) {
    return speakers_of("<q1>„Das bleibt so“</q>, <c1>sagte</c> <s1>" + source + "</s>.", "de");
  };
  EXPECT_THAT(speaker("Albrecht von Tressow"), ElementsAre("Albrecht von Tressow"));
  EXPECT_THAT(speaker("Ursula von der Kamp"), ElementsAre("Ursula von der Kamp"));
  EXPECT_THAT(speaker("Petra von der Feuerwehr"), ElementsAre("Petra"));
}

TEST(german, a_remark_on_the_words_is_no_part_of_who_said_them) {
  EXPECT_THAT(speakers_of("<q1>„Das kann man nicht heizen“</q> – <s1>starker Satz von "
                          "Finanzministerin Silke Maybaum</s>!",
                          "de"),
              ElementsAre("Silke Maybaum"));
}

TEST(ukrainian, a_title_in_its_case_tells_that_the_surname_is_in_it) {
  const auto speaker_called = [](const std::string& called) {
    return speakers_of("<q1>«Ведмедів нам ще бракувало»</q>, – " + called + ", ми все чуємо.",
                       "uk");
  };
  EXPECT_THAT(speaker_called("пане Білоусе"), ElementsAre("Білоус"));
  EXPECT_THAT(speaker_called("пане Петренку"), ElementsAre("Петренко"));
  EXPECT_THAT(speaker_called("пане Скибо"), ElementsAre("Скиба"));
  EXPECT_THAT(speaker_called("пане Петренко"), ElementsAre("Петренко"));
  EXPECT_THAT(speaker_called("слова міністра Білоуса"), ElementsAre("Білоус"));
  EXPECT_THAT(speaker_called("слова міністра Гете"), ElementsAre("Гете"));
  EXPECT_THAT(speaker_called("слова міністерки Карвацької"), ElementsAre("Карвацька"));
  EXPECT_THAT(speaker_called("пан Білоус"), ElementsAre("Білоус"));
  EXPECT_THAT(speaker_called("пані Петренко"), ElementsAre("Петренко"));
}

TEST(ukrainian, who_heads_a_house_is_not_what_it_is_called) {
  EXPECT_THAT(speakers_of("<s1>Директорка «Чорного Зрубу»</s> <c1>заявила</c>: <q1>«Усі походи "
                          "заборонено»</q>.",
                          "uk"),
              ElementsAre("Директорка «Чорного Зрубу»"));
}

TEST(german, two_people_of_one_surname_stay_apart) {
  EXPECT_THAT(
      speakers_of(
          "Ministerin Thea Kronsberg sprach zuerst. <q1>„Nein“</q>, <c1>erklärte</c> <s1>der "
          "Vorsitzende Rolf Kronsberg</s>. <q2>„Doch“</q>, <c2>sagte</c> <s2>Thea Kronsberg</s>.",
          "de"),
      ElementsAre("Rolf Kronsberg", "Thea Kronsberg"));
}

TEST(german, a_surname_alone_is_known_from_the_full_name) {
  EXPECT_THAT(
      speakers_of("Der Vorsitzende Rolf Kronsberg sprach. So <s1>Kronsberg</s> <c1>weiter</c>: "
                  "<q1>„Nein“</q>.",
                  "de"),
      ElementsAre("Rolf Kronsberg"));
}

TEST(german, nobody_is_named_by_their_own_accounts) {
  EXPECT_THAT(speakers_of("Nach <s1>Angaben der Polizei</s> <i1>gab es Tote</i>.", "de"),
              ElementsAre("Polizei"));
  EXPECT_THAT(speakers_of("Er hat nach <s1>eigenen Angaben</s> <i1>dort gearbeitet</i>.", "de"),
              ElementsAre("nobody"));
}

TEST(languages, first_accounts_are_not_the_accounts_of_whom_they_name) {
  EXPECT_THAT(speakers_of("Nach <s1>ersten Angaben</s> <i1>wurde Paul Roth verletzt</i>.", "de"),
              ElementsAre("nobody"));
  EXPECT_THAT(speakers_of("За <s1>попередніми даними</s>, <i1>Остап Гринюк постраждав</i>.", "uk"),
              ElementsAre("nobody"));
}

TEST(ukrainian, names_are_given_in_the_nominative) {
  EXPECT_THAT(
      speakers_of("За словами <s1>Карвацької</s>, <i1>воду відкачано</i>. Міністерка енергетики "
                  "Олена Карвацька приїхала вранці.",
                  "uk"),
      ElementsAre("Олена Карвацька"));
}

TEST(ukrainian, names_that_stand_in_no_nominative_are_put_into_it) {
  EXPECT_THAT(
      speakers_of("За словами <s1>депутатки Олени Шевчук</s>, <i1>міст закрито</i>. За даними "
                  "<s2>Сергія Порошенка</s>, <i2>ні</i>. За словами <s3>Остапа Гринюка</s>, "
                  "<i3>так</i>.",
                  "uk"),
      ElementsAre("Олена Шевчук", "Сергій Порошенко", "Остап Гринюк"));
}

TEST(ukrainian, roles_with_a_genitive_stand_before_names) {
  EXPECT_THAT(
      speakers_of(
          "<q1>«Світла немає»</q>, — <c1>заявив</c> <s1>президент Ретавії Любомир Гнат</s>.", "uk"),
      ElementsAre("Любомир Гнат"));
}

TEST(ukrainian, a_verb_without_subject_means_a_person_of_its_gender) {
  EXPECT_THAT(speakers_of("Олена Карвацька зустріла Радима Сойку. Потім сказала: <q1>«Мені було "
                          "страшно»</q>.",
                          "uk"),
              ElementsAre("Олена Карвацька"));
}

TEST(russian, names_that_stand_in_no_nominative_are_put_into_it) {
  EXPECT_THAT(
      speakers_of("По словам <s1>Марии Беловой</s>, <i1>мост закрыт</i>. По словам <s2>Игоря "
                  "Лапшина</s>, <i2>нет</i>.",
                  "ru"),
      ElementsAre("Мария Белова", "Игорь Лапшин"));
}

TEST(russian, names_and_pronouns) {
  EXPECT_THAT(
      speakers_of("<q1>«Это уже происходит»</q>, — <c1>заявил</c> <s1>президент России Владимир "
                  "Путин</s>. <q2>«Мы ответим»</q>, — <c2>сказал</c> <s2>он</s>. По словам "
                  "<s3>Путина</s>, <i3>договор готов</i>.",
                  "ru"),
      ElementsAre("Владимир Путин", "Владимир Путин", "Владимир Путин"));
}

TEST(german, a_noun_behind_a_surname_is_no_part_of_the_name) {
  EXPECT_THAT(speakers_of("Danach hat Karl Brandt Fehler eingeräumt. <q1>„Ja“</q>, <c1>sagte</c> "
                          "<s1>Brandt</s>.",
                          "de"),
              ElementsAre("Karl Brandt"));
}

TEST(german, a_name_with_a_role_before_it_needs_no_given_name_that_is_known) {
  EXPECT_THAT(speakers_of("<q1>„Nein“</q>, <c1>sagte</c> <s1>der Sprecher der Grünen, Timon "
                          "Rehse</s>.",
                          "de"),
              ElementsAre("Timon Rehse"));
}

TEST(german, ages_and_compounds_mean_whom_the_text_is_about) {
  EXPECT_THAT(speakers_of("Badegast Irmgard Seitz schwimmt seit 1968. <q1>„Gern“</q>, "
                          "<c1>sagte</c> <s1>die Rentnerin</s>. <q2>„Noch lange“</q>, "
                          "<c2>sagte</c> <s2>die 82-Jährige</s>.",
                          "de"),
              ElementsAre("Irmgard Seitz", "Irmgard Seitz"));
}

TEST(german, their_own_accounts_are_those_of_the_sentences_subject) {
  EXPECT_THAT(speakers_of("Präsidentin Helga Reuter weinte nach <s1>eigenen Worten</s> "
                          "<i1>vor Glück</i>.",
                          "de"),
              ElementsAre("Helga Reuter"));
}

TEST(ukrainian, a_noun_with_a_genitive_is_not_whoever_was_named_last) {
  EXPECT_THAT(speakers_of("<s1>Наставник Олександр Бойчук</s> <c1>сказав</c>: <q1>«Сором»</q>. "
                          "<s2>Президент клубу</s> <c2>сказав</c>, <i2>що премій не буде</i>.",
                          "uk"),
              ElementsAre("Олександр Бойчук", "Президент клубу"));
}

TEST(ukrainian, a_relative_in_an_apposition_is_named) {
  EXPECT_THAT(speakers_of("Василеві Турчину обрали захід. <s1>Його дружина, депутатка Лариса "
                          "Турчин,</s> <c1>сказала</c>: <q1>«Ні»</q>.",
                          "uk"),
              ElementsAre("Лариса Турчин"));
}

TEST(ukrainian, a_role_before_a_name_in_marks_is_that_of_the_person) {
  EXPECT_THAT(speakers_of("Тренер «Буревію» Сергій Мельничук приїхав. <q1>«Так»</q>, — "
                          "<c1>відповів</c> <s1>тренер</s>.",
                          "uk"),
              ElementsAre("Сергій Мельничук"));
}

TEST(russian, a_title_for_men_makes_no_man_of_a_woman) {
  EXPECT_THAT(speakers_of("Депутат Анна Ланская приехала. <q1>«Нет»</q>, — <c1>сказала</c> "
                          "<s1>она</s>.",
                          "ru"),
              ElementsAre("Анна Ланская"));
}

TEST(german, a_noun_before_a_given_name_is_no_part_of_the_name) {
  EXPECT_THAT(speakers_of("Der Maler Joachim Reuss ist tot. <q1>„Ja“</q>, <c1>antwortete</c> "
                          "<s1>er</s>.",
                          "de"),
              ElementsAre("Joachim Reuss"));
}

TEST(german, nobody_is_meant_by_it) {
  EXPECT_THAT(speakers_of("Die SPD legte ein Protokoll vor. Darin <c1>heißt</c> <s1>es</s>: "
                          "<q1>„Gelesen.“</q>",
                          "de"),
              ElementsAre("nobody"));
}

TEST(ukrainian, the_name_behind_genitives_is_the_speaker) {
  EXPECT_THAT(speakers_of("<s1>Економіст Центру стратегічних досліджень Богдан Прохорчук</s> "
                          "<c1>сказав</c>: <q1>«Так»</q>.",
                          "uk"),
              ElementsAre("Богдан Прохорчук"));
}

TEST(ukrainian, an_adjective_with_a_capital_is_no_name) {
  EXPECT_THAT(speakers_of("<s1>Національне антикорупційне бюро</s> <c1>повідомило</c>: "
                          "<q1>«Так»</q>.",
                          "uk"),
              ElementsAre("Національне антикорупційне бюро"));
}

TEST(ukrainian, an_organisation_between_a_role_and_a_surname_is_no_part_of_the_name) {
  EXPECT_THAT(speakers_of("<s1>Речник Генштабу Соловей</s>: <q1>«Місто під контролем»</q>", "uk"),
              ElementsAre("Соловей"));
  EXPECT_THAT(speakers_of("<s1>Пресс-секретарь Кремля Лыков</s>: <q1>«Контактов нет»</q>", "ru"),
              ElementsAre("Лыков"));
}

TEST(ukrainian, the_place_of_an_office_before_a_surname_is_no_part_of_the_name) {
  const auto speaker = [](std::string_view source, const std::string& lang) {
    return speakers_of("<s1>" + std::string(source) + "</s>: <q1>«Місто під контролем»</q>", lang);
  };
  EXPECT_THAT(speaker("Мер Харкова Горехов", "uk"), ElementsAre("Горехов"));
  EXPECT_THAT(speaker("Увечері голова Зеленодольська Коваль", "uk"), ElementsAre("Коваль"));
  EXPECT_THAT(speaker("Начальник МВА Кам’янолуга Вереміюк", "uk"), ElementsAre("Вереміюк"));
  EXPECT_THAT(speaker("Очільник Степової ОВА Гнатюк", "uk"), ElementsAre("Гнатюк"));
  EXPECT_THAT(speaker("Мэр Харькова Горехов", "ru"), ElementsAre("Горехов"));
  EXPECT_THAT(speaker("Мер Олександра Коваль", "uk"), ElementsAre("Олександра Коваль"));
  EXPECT_THAT(speaker("Мер Наум Коваль", "uk"), ElementsAre("Наум Коваль"));
  EXPECT_THAT(speaker("Співачка Загата Коваль", "uk"), ElementsAre("Загата Коваль"));
}

TEST(ukrainian, to_whom_something_is_said_is_not_who_says_it) {
  EXPECT_THAT(speakers_of("Виктор Лыков приехал. <q1>«Контактов нет»</q>, — <c1>сказал</c> "
                          "<s1>Лыков журналистам</s>.",
                          "ru"),
              ElementsAre("Виктор Лыков"));
}

}  // namespace
}  // namespace quoth::speakers
