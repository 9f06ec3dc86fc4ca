// Speakers of quotations that come without a source, and of transcripts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "marked_article.hpp"

namespace quoth::speakers {
namespace {

using ::testing::ElementsAre;

TEST(unsourced, a_dash_and_a_name_follow) {
  EXPECT_THAT(speakers_of("<q1>“No patient will be turned away.”</q> – Maeve Sorrell"),
              ElementsAre("Maeve Sorrell"));
}

TEST(unsourced, a_colon_stands_before) {
  EXPECT_THAT(speakers_of("Dr Fiona Hale, chief executive, said: <q1>“The water is safe.”</q>"),
              ElementsAre("Fiona Hale"));
  EXPECT_THAT(speakers_of("From Maria Lindqvist:\n\n<q1>“The water is safe.”</q>"),
              ElementsAre("Maria Lindqvist"));
  EXPECT_THAT(speakers_of("Draganov in Miren: <q1>“We will supply aircraft.”</q> Share!"),
              ElementsAre("Draganov"));
}

TEST(unsourced, a_noun_before_a_colon_that_is_nobody_leaves_it_to_the_subject) {
  EXPECT_THAT(
      speakers_of("Dazu nimmt die Vorsitzende, Ida Roe, wie folgt <s1>Stellung</s><c1>:</c> "
                  "<q1>„Das tun wir nicht.“</q>",
                  "de"),
      ElementsAre("Ida Roe"));
}

TEST(unsourced, whom_the_words_tell_of_does_not_say_them) {
  const std::string said = "<q1>“He promised us a bridge. We have none.”</q>";
  EXPECT_THAT(
      speakers_of("Nils Reed remembers when the mayor, Otto Holt, promised a bridge. " + said),
      ElementsAre("Nils Reed"));
  EXPECT_THAT(speakers_of("In May the mayor, Otto Holt, promised a bridge. " + said),
              ElementsAre("nobody"));
  EXPECT_THAT(speakers_of("Otto Holt shook his head. " + said), ElementsAre("Otto Holt"));
  EXPECT_THAT(speakers_of("The captain left early, says Nils Reed. " + said),
              ElementsAre("Nils Reed"));
  EXPECT_THAT(speakers_of("Капітан Петро Ланг пам’ятає, як мер Отто Голт обіцяв міст. "
                          "<q1>«Він обіцяв нам міст. Його немає».</q>",
                          "uk"),
              ElementsAre("Петро Ланг"));
}

TEST(unsourced, a_heading_is_nobody) {
  EXPECT_THAT(speakers_of("LETTERS TO THE EDITOR\n\nOn <q1>“Council approves the budget”</q>"),
              ElementsAre("nobody"));
}

TEST(unsourced, the_author_of_what_a_label_calls_the_words_is_the_speaker) {
  const std::string said = "<c1>:</c> <q1>“One does not borrow water.”</q>";
  EXPECT_THAT(
      speakers_of("<s1>Sentence</s> of the year from Ombe's minister of culture, Ida Roe" + said),
      ElementsAre("Ida Roe"));
  EXPECT_THAT(speakers_of("<s1>Gem</s> by Mayor Ida Roe last night" + said),
              ElementsAre("Ida Roe"));
  const std::string gesagt = "<c1>:</c> <q1>„Wir rechnen mit zwei Jahren.“</q>";
  EXPECT_THAT(
      speakers_of("<s1>Haushaltspolitik</s> à la Uwe Tielke, gestern im Rat" + gesagt, "de"),
      ElementsAre("Uwe Tielke"));
  EXPECT_THAT(speakers_of("<s1>Klare Ansage von Uwe Tielke</s> im Stadtrat" + gesagt, "de"),
              ElementsAre("Uwe Tielke"));
}

TEST(unsourced, whom_a_label_names_behind_a_comma_speaks_where_it_begins_with_another_or_nobody) {
  const std::string said = "<c1>:</c> <q1>“I told the doctor I could hold it.”</q>";
  EXPECT_THAT(speakers_of("<s1>Quist</s>'s own trainer, Augie Prentiss, on the cut" + said),
              ElementsAre("Augie Prentiss"));
  EXPECT_THAT(speakers_of("<s1>Quist</s>'s own trainer on the cut" + said),
              ElementsAre("Quist's own trainer"));
  EXPECT_THAT(speakers_of("<s1>Gerade</s> im Autoradio, der Verbandschef Ludger Brack im O-Ton"
                          "<c1>:</c> <q1>„Kontrolliert wird genug.“</q>",
                          "de"),
              ElementsAre("Ludger Brack"));
  EXPECT_THAT(speakers_of("<s1>Quist</s>'s trainer, like Augie Prentiss" + said),
              ElementsAre("Quist's trainer"));
  EXPECT_THAT(speakers_of("<s1>Ida Roe</s>, Tom Vane's old enemy" + said), ElementsAre("Ida Roe"));
  EXPECT_THAT(speakers_of("<s1>Ida Roe</s>'s answer, as ever" + said), ElementsAre("Ida Roe"));
}

TEST(unsourced, whom_a_label_addresses_or_is_about_is_not_the_speaker) {
  const std::string said = "<c1>:</c> <q1>“Where did the money go?”</q>";
  EXPECT_THAT(speakers_of("<s1>Letter</s> to Ida Roe" + said), ElementsAre("Letter"));
  EXPECT_THAT(speakers_of("<s1>Frage</s> an Uwe Tielke<c1>:</c> <q1>„Wo ist das Geld?“</q>", "de"),
              ElementsAre("Frage"));
  EXPECT_THAT(speakers_of("<s1>The mother</s> of Ida Roe" + said), ElementsAre("The mother"));
}

TEST(unsourced, a_source_of_small_words_only_is_none) {
  EXPECT_THAT(speakers_of("<s1>Wenigstens</s> <c1>ist</c> sie ehrlich: <q1>„Wir haben es "
                          "verboten“</q>, so Rosalie Amthor.",
                          "de"),
              ElementsAre("Rosalie Amthor"));
}

TEST(unsourced, a_name_that_is_called_out_behind_the_words_is_the_speaker) {
  const std::string said = "The woman who signed! <q1>“Fifty minutes is a lifetime.”</q> ";
  EXPECT_THAT(speakers_of(said + "Ida Roe, ladies and gentlemen."), ElementsAre("Ida Roe"));
  EXPECT_THAT(speakers_of(said + "Commodore Roe, everybody."), ElementsAre("Roe"));
  EXPECT_THAT(speakers_of(said + "Ida Roe, who was there, said nothing."),
              ElementsAre("The woman"));
  EXPECT_THAT(speakers_of(said + "Ida Roe's critics, take note."), ElementsAre("The woman"));
}

TEST(unsourced, the_speaker_stands_in_the_sentence_before) {
  EXPECT_THAT(speakers_of("Maria Lindqvist defended the budget. <q1>“The water is safe.”</q>"),
              ElementsAre("Maria Lindqvist"));
}

TEST(unsourced, the_speaker_stands_in_the_paragraph_before) {
  EXPECT_THAT(speakers_of("Maria Lindqvist, a doctor, defended the budget.\n\n"
                          "<q1>“The water is safe.”</q>"),
              ElementsAre("Maria Lindqvist"));
}

TEST(unsourced, a_floating_quotation_continues_the_last_speaker) {
  EXPECT_THAT(speakers_of("<q1>“The water is safe,”</q> <c1>said</c> <s1>Maria Lindqvist</s>. "
                          "<q2>“We tested it.”</q>\n\n<q3>“Twice.”</q>"),
              ElementsAre("Maria Lindqvist", "Maria Lindqvist", "Maria Lindqvist"));
}

TEST(unsourced, whoever_owns_the_answer_gave_it) {
  EXPECT_THAT(speakers_of("Ruth Ansell was asked about the pier. Her answer: <q1>“It will stand "
                          "when it stands.”</q> <s2>Nobody</s> <c2>said</c> <i2>it fell</i>."),
              ElementsAre("Ruth Ansell", "Nobody"));
}

TEST(unsourced, whoever_is_not_named_speaks_not_before_he_is_brought_up) {
  EXPECT_THAT(speakers_of("It rained. <q1>“The water is safe.”</q> <s2>Somebody</s> <c2>said</c> "
                          "<i2>it was not</i>."),
              ElementsAre("nobody", "Somebody"));
}

TEST(unsourced, a_conversation_alternates) {
  EXPECT_THAT(speakers_of("<q1>“Is it safe?”</q> <c1>asked</c> <s1>Tim Cobb</s>.\n\n"
                          "<q2>“It is,”</q> <c2>said</c> <s2>Maria Lindqvist</s>.\n\n"
                          "<q3>“Are you sure?”</q>\n\n<q4>“I am.”</q>"),
              ElementsAre("Tim Cobb", "Maria Lindqvist", "Tim Cobb", "Maria Lindqvist"));
}

TEST(unsourced, nobody_is_guessed_where_nothing_tells) {
  EXPECT_THAT(speakers_of("<q1>“The water is safe.”</q>"), ElementsAre("nobody"));
  marked_article article("It rained. <q1>“The water is safe.”</q>");
  EXPECT_FALSE(article.speakers()[0].name.has_value());
  EXPECT_EQ(article.speakers()[0].link, quoth::speaker_link::none);
}

// The speakers of the turns of a transcript, each turn one quotation.
std::vector<std::string> turns_of(const std::vector<std::pair<std::string, std::string>>& turns,
                                  std::string_view title = {}, std::string_view author = {},
                                  std::string language = "en") {
  std::string text;
  std::vector<quoth::turn> rows;
  for (const auto& [label, words] : turns) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += label + ": ";
    const auto at = static_cast<std::int64_t>(text.size());
    text += words;
    rows.push_back({{begin, static_cast<std::uint32_t>(text.size())}, label, at});
    text += "\n\n";
  }
  segmented_article article(text, std::move(language));
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    article.add_turn(rows[i]);
    article.add_quote(quoth::quote_kind::direct,
                      {{quoth::part_role::content,
                        {static_cast<std::uint32_t>(rows[i].words), rows[i].where.end}}},
                      quoth::row<quoth::turn>{i});
  }
  attributor attribute(shipped_lexicons());
  std::vector<std::string> result;
  const auto view = article.segment(title, author);
  for (const quoth::speaker& s : attribute(view).speakers) result.push_back(told(s));
  return result;
}

TEST(labels, shouted_labels_are_written_as_names) {
  EXPECT_THAT(turns_of({{"TEODORA BLANC", "Yes."}, {"GUS O'MALLEY-LEE", "No."}, {"TTV", "So?"}}),
              ElementsAre("Teodora Blanc", "Gus O'Malley-Lee", "TTV"));
}

TEST(labels, a_given_name_that_no_list_has_is_told_by_what_stands_around_it_in_the_title) {
  const auto crake = [](std::string_view title, std::string language = "en") {
    return turns_of({{"CRAKE", "No."}}, title, {}, std::move(language)).front();
  };
  EXPECT_EQ(crake("Agriculture Minister Wendelyne Crake on the cull"), "Wendelyne Crake");
  EXPECT_EQ(crake("In the studio: Wendelyne Crake, Poultry Keepers' Federation"),
            "Wendelyne Crake");
  EXPECT_EQ(crake("Interview with Wendelyne Crake"), "Wendelyne Crake");
  EXPECT_EQ(crake("Wendelyne Crake, minister"), "Wendelyne Crake");
  EXPECT_EQ(crake("Landrätin Wendelyne Crake im Gespräch", "de"), "Wendelyne Crake");
  EXPECT_EQ(crake("Die Wahrheit über Akte Crake", "de"), "Crake");
  EXPECT_EQ(crake("Agriculture Minister Crake on the cull"), "Crake");
  EXPECT_EQ(crake("Interview with Minister Crake"), "Crake");
  EXPECT_EQ(crake("Ask Crake anything"), "Crake");
  EXPECT_EQ(crake("Interview With EU Crake"), "Crake");
}

TEST(labels, a_surname_means_the_person_of_the_title_or_of_the_text) {
  EXPECT_THAT(turns_of({{"LINDQVIST", "Nothing is excluded."}}, "Interview with Maria Lindqvist"),
              ElementsAre("Maria Lindqvist"));
  EXPECT_THAT(turns_of({{"HOST", "With me is Aurel Brune."}, {"BRUNE", "Thank you."}}),
              ElementsAre("Host", "Aurel Brune"));
}

TEST(labels, a_headline_need_not_name_people_in_the_nominative) {
  EXPECT_THAT(turns_of({{"ГНАТЮК", "Доброго дня."}, {"СОРОКОВИЙ", "Вітаю."}},
                       "Зустріч мера Івана Сорокового й речниці Соломії Гнатюк", {}, "uk"),
              ElementsAre("Соломія Гнатюк", "Іван Сороковий"));
}

TEST(labels, initials_behind_a_surname_are_no_part_of_the_name) {
  EXPECT_THAT(turns_of({{"HOST", "With me is Ruth Hale."},
                        {"HALE R. J.", "Thank you."},
                        {"MARR O.F.", "And me."}}),
              ElementsAre("Host", "Ruth Hale", "Marr"));
}

TEST(labels, initials_tell_namesakes_apart) {
  EXPECT_THAT(turns_of({{"CHAIR", "Councillor Ruth Hale has the floor."},
                        {"CLLR HALE R.", "Thank you."},
                        {"MAYOR HALE J.", "And now me."}}),
              ElementsAre("Chair", "Ruth Hale", "Hale"));
}

TEST(labels, a_role_means_the_name_that_one_label_gives_with_it) {
  EXPECT_THAT(turns_of({{"THE MINISTER OF FISHERIES (Liv Tangen)", "It stays closed."},
                        {"MR EIK (Coast Party)", "So?"},
                        {"THE MINISTER OF FISHERIES", "It stays closed."}}),
              ElementsAre("Liv Tangen", "Eik", "Liv Tangen"));
}

TEST(labels, two_titles_of_one_surname_are_two_people) {
  EXPECT_THAT(turns_of({{"CLLR RUTH HALE", "Will she resign?"}, {"DR HALE", "I may."}}),
              ElementsAre("Ruth Hale", "Hale"));
}

TEST(labels, a_role_behind_a_comma_is_no_part_of_the_name) {
  EXPECT_THAT(turns_of({{"Almut Reesing, Minister of Fisheries", "It stays closed."},
                        {"Dr Liv Tangen, Governor of the Bank", "No."},
                        {"Reesing", "I said so."},
                        {"The Chair, Ms Eik", "Order."}}),
              ElementsAre("Almut Reesing", "Liv Tangen", "Almut Reesing", "Eik"));
}

TEST(labels, questions_and_answers_name_nobody_but_the_author) {
  EXPECT_THAT(turns_of({{"Q", "Will you resign?"}, {"A", "No."}}, {}, "Maria Lindqvist"),
              ElementsAre("nobody", "Maria Lindqvist"));
  EXPECT_THAT(turns_of({{"QUESTION", "Will you resign?"}, {"PRIME MINISTER", "No."}}, {},
                       "Maria Lindqvist"),
              ElementsAre("nobody", "Maria Lindqvist"));
}

TEST(labels, are_mentions_with_the_role_that_they_give) {
  const std::string text = "MINISTER ALMUT REESING: No.";
  segmented_article article(text);
  article.add_turn({{0, static_cast<std::uint32_t>(text.size())}, "MINISTER ALMUT REESING", 24});
  attributor attribute(shipped_lexicons());
  const auto view = article.segment();
  const auto& names = attribute(view).names;
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(names[0].canonical, "Almut Reesing");
  EXPECT_EQ(names[0].role, "MINISTER");
  EXPECT_EQ(names[0].where.of(text), "MINISTER ALMUT REESING");
}

TEST(unsourced, whoever_acts_in_the_sentence_before_goes_before_the_last_speaker) {
  EXPECT_THAT(speakers_of("<s1>The council</s> <c1>said</c> <i1>nobody would leave</i>. Maria "
                          "Lindqvist laughed. <q2>“They cut the power.”</q>"),
              ElementsAre("The council", "Maria Lindqvist"));
}

TEST(unsourced, a_passive_report_is_nobodys) {
  marked_article article(
      "The minister was accused of it. The minister <c1>was accused of</c> "
      "<i1>taking islanders for fools</i>.");
  EXPECT_FALSE(article.speakers()[0].name);
}

}  // namespace
}  // namespace quoth::speakers
