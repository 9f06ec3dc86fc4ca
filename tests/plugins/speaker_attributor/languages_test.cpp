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

}  // namespace
}  // namespace quoth::speakers
