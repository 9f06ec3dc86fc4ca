// Which office the words beside a name give to the person.
#include <gtest/gtest.h>

#include "headlines.hpp"
#include "marked_article.hpp"
#include "titles.hpp"

namespace quoth::speakers {
namespace {

// "NAME: ROLE" of every mention that has a role, a line each.
std::string roles(std::string_view text, std::string language = "en") {
  marked_article article(text, std::move(language));
  std::string lines;
  for (const quoth::name& one : article.names()) {
    if (!one.role) continue;
    lines.append(one.canonical).append(": ").append(*one.role).append("\n");
  }
  return lines;
}

TEST(roles, an_office_in_small_letters_before_a_name_is_its_role) {
  EXPECT_EQ(roles("Ukrainian prime minister Mira Tolan met finance minister Otto Brandl."),
            "Mira Tolan: Ukrainian prime minister\nOtto Brandl: finance minister\n");
}

TEST(roles, what_stands_before_the_office_and_is_no_part_of_it_is_left_out) {
  EXPECT_EQ(roles("She met foreign minister Otto Brandl."), "Otto Brandl: foreign minister\n");
}

TEST(roles, an_office_behind_a_name_is_its_role_with_its_place) {
  EXPECT_EQ(roles("Jane Doe, the mayor of Port Ellis, said the city had no money."),
            "Jane Doe: mayor of Port Ellis\n");
}

TEST(roles, an_office_before_a_comma_and_a_name_that_ends_the_sentence_is_the_role) {
  EXPECT_EQ(roles("“We are losing it,” said its director, Professor Ingrid Castellane."),
            "Ingrid Castellane: director\n");
  EXPECT_EQ(roles("He thanked the director, Ingrid Castellane and Tom Vane left."), "");
}

TEST(roles, an_office_before_a_comma_and_a_title_is_the_role) {
  EXPECT_EQ(roles("The minister of the economy, Mr. Lindqvist, said taxes would rise."),
            "Lindqvist: minister of the economy\n");
}

TEST(roles, the_office_behind_a_name_is_of_the_next_name_where_one_follows) {
  EXPECT_EQ(roles("He thanked Jane Doe, President of Veldania Aurel Brune, and others."),
            "Aurel Brune: President of Veldania\n");
}

TEST(roles, an_office_that_speaks_behind_a_comma_is_not_that_of_the_place_before) {
  EXPECT_EQ(roles("In Chelsea, the mayor said the city had no money."), "");
}

TEST(roles, an_office_before_a_comma_and_a_name_with_its_party_is_the_role) {
  EXPECT_EQ(roles("Her deputy, Olga Reed of the League, left early."), "Olga Reed: deputy\n");
}

TEST(roles, what_somebody_is_to_an_office_holder_is_no_office) {
  EXPECT_EQ(roles("Olga Reed, a cousin of the finance minister, stayed."), "");
}

TEST(roles, whoever_serves_an_office_holder_has_the_first_noun_for_an_office) {
  EXPECT_EQ(roles("A spokesman for the mayor, Olaf Reed, said no."),
            "Olaf Reed: spokesman for the mayor\n");
  EXPECT_EQ(roles("An aide to the minister, Olga Reed, said no."),
            "Olga Reed: aide to the minister\n");
  EXPECT_EQ(roles("The mayor's spokeswoman, Olga Reed, said no."), "Olga Reed: spokeswoman\n");
  EXPECT_EQ(roles("The brother of the mayor, Olaf Reed, said no."), "");
  EXPECT_EQ(roles("Ein Sprecher des Bürgermeisters, Olaf Berger, schwieg.", "de"),
            "Olaf Berger: Sprecher des Bürgermeisters\n");
  EXPECT_EQ(roles("Речник мера Петро Ланг мовчав.", "uk"), "Петро Ланг: Речник мера\n");
}

TEST(roles, an_office_behind_what_is_nobody_is_whose_name_follows) {
  EXPECT_EQ(roles("A letter to the mayor, Olaf Reed, was lost."), "Olaf Reed: mayor\n");
  EXPECT_EQ(roles("The chair thanked the mayor, Olaf Reed, for it."), "Olaf Reed: mayor\n");
  EXPECT_EQ(roles("The wife of the mayor, Olaf Reed, said no."), "");
  EXPECT_EQ(roles("Der Mann der Ministerin, Olga Berger, schwieg.", "de"),
            "Olga Berger: Ministerin\n");
}

TEST(roles, an_office_behind_a_name_ends_with_the_sentence) {
  EXPECT_EQ(roles("The pier is safe, said Jane Doe, head of the Harbour Authority."),
            "Jane Doe: head of the Harbour Authority\n");
  EXPECT_EQ(roles("The lake is low, said Quorl Fenn, the water company's chief engineer."),
            "Quorl Fenn: company's chief engineer\n")
      << "though nobody knows the given name";
  EXPECT_EQ(roles("Quorl Bolte, Präsidentin der Hafenbehörde, am Montag sprach.", "de"),
            "Quorl Bolte: Präsidentin der Hafenbehörde\n");
}

// "NAME: ROLE" of everybody to whom a headline gives an office.
std::string roles_in_headline(std::string_view title, std::string_view code) {
  headline_offices offices;
  offices.read(title, code, shipped_lexicons().of(code));
  std::string lines;
  for (const auto& [name, role] : offices.all()) lines += name + ": " + role + "\n";
  return lines;
}

TEST(roles, a_headline_gives_those_whom_it_names_their_offices) {
  EXPECT_EQ(
      roles_in_headline("Press conference with Maria Berg, head of the Harbour Authority, and "
                        "Transport Minister Jonas Holm",
                        "en"),
      "Maria Berg: head of the Harbour Authority\nJonas Holm: Transport Minister\n");
  EXPECT_EQ(
      roles_in_headline("Pressekonferenz mit Klaus Merten, Präsident des Landesamts für Umwelt, "
                        "und Umweltminister Torben Holler",
                        "de"),
      "Klaus Merten: Präsident des Landesamts für Umwelt\nTorben Holler: Umweltminister\n");
  EXPECT_EQ(roles_in_headline("Брифінг міністра цифрових справ Северина Балаша", "uk"),
            "Северин Балаш: міністра цифрових справ\n");
  EXPECT_EQ(roles_in_headline("Maria Berg on the mayor", "en"), "");
}

TEST(roles, a_turn_has_the_office_that_the_headline_gives_its_speaker) {
  const std::string text = "PRÄSIDENT MERTEN: Der Deich hält.";
  segmented_article article(text, "de");
  article.add_turn({{0, static_cast<std::uint32_t>(text.size())}, "PRÄSIDENT MERTEN", 19});
  attributor attribute(shipped_lexicons());
  const auto view =
      article.segment("Gespräch mit Klaus Merten, Präsident des Landesamts für Umwelt");
  const auto& names = attribute(view).names;
  ASSERT_FALSE(names.empty());
  EXPECT_EQ(names.front().canonical, "Klaus Merten");
  EXPECT_EQ(names.front().role, "Präsident des Landesamts für Umwelt");
}

TEST(roles, a_headline_gives_whom_it_quotes_an_office) {
  const lexicon& english = shipped_lexicons().of("en");
  EXPECT_EQ(office_in("“No ferry on Sundays”: the transport minister on tolls", english),
            "transport minister");
  EXPECT_EQ(office_in("“A leak is a leak”: our Lord Mayor", english), "Lord Mayor");
  EXPECT_EQ(office_in("“A leak is a leak”: the mayor's plumber on pipes", english), "");
  EXPECT_EQ(office_in("“A leak is a leak”: the mayor Ida Roe on pipes", english), "");
  EXPECT_EQ(office_in("Tolls: the transport minister on ferries", english), "");
}

TEST(roles, the_only_one_quoted_below_a_headline_has_its_office) {
  marked_article article(
      "Emil Varga keeps a boat. <q1>“It leaks,”</q> <s1>Varga</s> <c1>says</c>.");
  const auto& names = article.names("“A leak is a leak”: the transport minister on boats");
  EXPECT_EQ(names.front().role, "transport minister");
}

TEST(roles, a_german_office_keeps_its_genitive) {
  EXPECT_EQ(roles("Die Fraktionsvorsitzende der kleinen Gartenpartei, Jutta Berger, nickte.", "de"),
            "Jutta Berger: Fraktionsvorsitzende der kleinen Gartenpartei\n");
  EXPECT_EQ(roles("Nach dem Streit in der Gartenpartei, so Jutta Berger, ging man.", "de"), "");
}

TEST(roles, an_office_keeps_whose_it_is) {
  EXPECT_EQ(roles("Tovria’s transport minister, Emil Varga, said the toll would stay."),
            "Emil Varga: Tovria’s transport minister\n");
  EXPECT_EQ(roles("She asked South Tovria's finance minister Otto Brandl."),
            "Otto Brandl: South Tovria's finance minister\n");
}

TEST(roles, a_title_keeps_whose_it_is) {
  EXPECT_EQ(roles("“We agree,” South Tovria's President Ruth Ansell told reporters."),
            "Ruth Ansell: South Tovria's President\n");
  EXPECT_EQ(roles("Vice-Chancellor Ruth Ansell left. Yesterday’s President Emil Varga stayed."),
            "Ruth Ansell: Vice-Chancellor\nEmil Varga: Yesterday’s President\n");
}

TEST(roles, an_office_of_the_past_keeps_the_word_that_says_so) {
  EXPECT_EQ(roles("Former president Karl Ruis said the deal was bad."),
            "Karl Ruis: Former president\n");
  EXPECT_EQ(roles("Die frühere Ministerin Anna Berg sagte, der Plan sei gescheitert.", "de"),
            "Anna Berg: frühere Ministerin\n");
  EXPECT_EQ(roles("Колишній прем’єр-міністр Іван Гринюк сказав це.", "uk"),
            "Іван Гринюк: Колишній прем’єр-міністр\n");
}

TEST(roles, a_ukrainian_office_keeps_its_genitive) {
  EXPECT_EQ(roles("Учора міністерка енергетики Олена Карвацька заявила це.", "uk"),
            "Олена Карвацька: міністерка енергетики\n");
}

TEST(roles, a_noun_that_is_no_office_is_no_role) {
  EXPECT_EQ(roles("Her brother Karl Ruis said the deal was bad."), "");
}

}  // namespace
}  // namespace quoth::speakers
