#include "rating.hpp"

#include <gtest/gtest.h>

#include "cases.hpp"

namespace quoth::verdicts {
namespace {

using namespace testing;
using enum match_relation;
using rating = verdict_rating;

constexpr std::string_view dovric = "Ilmar Dovric";

TEST(Rating, words_of_the_speaker_are_on_record) {
  const decision made = written_case(dovric, "The tea is getting cold.")
                            .holds(dovric, "The tea is getting cold.", verbatim, 1.0)
                            .rated();
  EXPECT_EQ(made.rating, rating::on_record);
  EXPECT_EQ(made.why, reason::same_words);
  EXPECT_EQ(made.evidence, std::vector<std::size_t>{0});
}

TEST(Rating, a_paraphrase_is_on_record) {
  const decision made = written_case(dovric, "the tea was cooling", quote_kind::indirect)
                            .holds(dovric, "The tea is getting cold.", paraphrase, 0.7)
                            .rated();
  EXPECT_EQ(made.rating, rating::on_record);
  EXPECT_EQ(made.why, reason::same_sense);
}

TEST(Rating, a_weak_paraphrase_is_not_enough) {
  const decision made = written_case(dovric, "the tea was cooling", quote_kind::indirect)
                            .holds(dovric, "The tea is getting cold.", paraphrase, 0.3)
                            .rated();
  EXPECT_EQ(made.rating, rating::unsupported);
}

TEST(Rating, edits_do_not_alter) {
  const decision made =
      written_case(dovric, "We will … keep our water.")
          .holds(dovric, "We shall, of course, keep our water.", near, 0.9,
                 {same("We "), claimed("will … ", diff_change::edit),
                  record("shall, of course, ", diff_change::edit), same("keep our water.")})
          .rated();
  EXPECT_EQ(made.rating, rating::on_record);
}

TEST(Rating, a_changed_number_is_altered) {
  const decision made =
      written_case("Falk Rieding", "Es sickern neunzig Liter in der Sekunde.")
          .holds("Falk Rieding", "Es sickern neun Liter in der Sekunde.", near, 0.9,
                 {same("Es sickern "), claimed("neunzig", diff_change::number),
                  record("neun", diff_change::number), same(" Liter in der Sekunde.")})
          .rated();
  EXPECT_EQ(made.rating, rating::altered);
  EXPECT_EQ(made.why, reason::changed);
}

TEST(Rating, a_contradiction_is_altered) {
  const decision made = written_case(dovric, "we shall sell the river", quote_kind::indirect)
                            .holds(dovric, "We shall never sell the river.", contradicts, 0.8)
                            .rated();
  EXPECT_EQ(made.rating, rating::altered);
}

TEST(Rating, a_direct_quotation_in_other_words_is_altered) {
  const decision made =
      written_case(dovric, "Our river belongs to farmers and fishermen.")
          .holds(dovric, "Our river belongs to nobody who has money.", near, 0.7,
                 {same("Our river belongs to "), claimed("farmers and fishermen."),
                  record("nobody who has money.")})
          .rated();
  EXPECT_EQ(made.rating, rating::altered);
  EXPECT_EQ(made.why, reason::reworded);
}

TEST(Rating, a_quotation_in_another_script_is_a_translation) {
  const decision made = written_case(dovric, "Чай вистигає.")
                            .holds(dovric, "The tea is getting cold.", paraphrase, 0.7)
                            .rated();
  EXPECT_EQ(made.rating, rating::on_record);
  EXPECT_EQ(made.why, reason::same_sense);
}

TEST(Rating, one_other_word_in_a_direct_quotation_alters_it) {
  const decision made =
      written_case(dovric, "The school will get new pumps after the harvest.")
          .holds(dovric, "The farm will get new pumps after the harvest.", near, 0.9,
                 {same("The "), claimed("school "), record("farm "),
                  same("will get new pumps after the harvest.")})
          .rated();
  EXPECT_EQ(made.rating, rating::altered);
  EXPECT_EQ(made.why, reason::reworded);
}

TEST(Rating, a_word_left_out_of_a_direct_quotation_alters_it_unless_an_ellipsis_stands_there) {
  for (const bool declared : {false, true}) {
    const diff_change change = declared ? diff_change::edit : diff_change::words;
    const decision made =
        written_case(dovric, "We will not close a dam.")
            .holds(dovric, "We will not close a second dam.", near, 0.9,
                   {same("We will not close a "), record("second ", change), same("dam.")})
            .rated();
    EXPECT_EQ(made.rating, declared ? rating::on_record : rating::altered);
  }
}

TEST(Rating, reported_speech_may_have_words_of_its_own_but_not_between_quotation_marks) {
  for (const bool in_marks : {false, true}) {
    const std::string_view told = in_marks ? "that dams were “a letter to farmers” and banks"
                                           : "that dams were a letter to farmers and banks";
    const decision made =
        written_case(dovric, told, quote_kind::mixed)
            .holds(dovric, "Dams are a letter to lawyers and banks.", near, 0.9,
                   {claimed("that ", diff_change::edit), same("dams "),
                    claimed("were ", diff_change::edit), record("are ", diff_change::edit),
                    same(in_marks ? "“a letter to " : "a letter to "),
                    claimed(in_marks ? "farmers” " : "farmers "), record("lawyers "),
                    same("and banks")})
            .rated();
    EXPECT_EQ(made.rating, in_marks ? rating::altered : rating::on_record);
  }
}

TEST(Rating, words_of_another_with_one_changed_are_misattributed) {
  const decision made =
      written_case(dovric, "You cannot fill a deep reservoir with empty speeches.")
          .holds("Mirela Tosk", "You cannot fill a deep reservoir with long speeches.", near, 0.9,
                 {same("You cannot fill a deep reservoir with "), claimed("empty "),
                  record("long "), same("speeches.")})
          .holds(dovric, "Not one drop has been sold.", related, 0.2)
          .rated();
  EXPECT_EQ(made.rating, rating::misattributed);
}

TEST(Rating, words_cut_before_their_condition_are_altered) {
  const decision made = written_case(dovric, "We shall keep our summer water")
                            .holds(dovric, "We shall keep our summer water if the barrage is shut.",
                                   verbatim, 1.0, {same("We shall keep our summer water")})
                            .rated();
  EXPECT_EQ(made.rating, rating::altered);
  EXPECT_EQ(made.why, reason::cut);
}

TEST(Rating, words_of_another_are_misattributed) {
  const decision made =
      written_case(dovric, "You cannot fill a reservoir with speeches.")
          .holds("Mirela Tosk", "You cannot fill a reservoir with speeches.", verbatim, 1.0)
          .holds(dovric, "Not one drop has been sold.", related, 0.2)
          .rated();
  EXPECT_EQ(made.rating, rating::misattributed);
  EXPECT_EQ(made.evidence, std::vector<std::size_t>{0});
}

TEST(Rating, words_of_another_with_something_left_out_are_misattributed) {
  for (const std::string_view said :
       {"You cannot fill a reservoir with speeches if it is shut.",
        "You cannot fill a reservoir with speeches. But who knows."}) {
    const decision made = written_case(dovric, "You cannot fill a reservoir with speeches")
                              .holds("Mirela Tosk", said, verbatim, 1.0,
                                     {same("You cannot fill a reservoir with speeches")})
                              .holds(dovric, "Not one drop has been sold.", related, 0.2)
                              .rated();
    EXPECT_EQ(made.rating, rating::misattributed) << said;
  }
}

TEST(Rating, three_words_are_too_few_to_be_misattributed) {
  const decision made = written_case(dovric, "Thank you all.")
                            .holds("Mirela Tosk", "Thank you all.", verbatim, 1.0)
                            .rated();
  EXPECT_EQ(made.rating, rating::unsupported);
}

TEST(Rating, a_namesake_by_surname_is_the_speaker) {
  const decision made =
      written_case(dovric, "You cannot fill a reservoir with speeches.")
          .holds("DOVRIC", "You cannot fill a reservoir with speeches.", verbatim, 1.0)
          .rated();
  EXPECT_EQ(made.rating, rating::on_record);
}

TEST(Rating, pieces_of_two_statements_are_spliced) {
  const decision made =
      written_case("Vesna Hallam", "The wall has cracks. I shall not be standing under it.")
          .holds("Vesna Hallam", "I shall not be standing under it, I have an umbrella.", related,
                 0.5, {claimed("The wall has cracks. "), same("I shall not be standing under it")},
                 "radio#s4")
          .holds("Vesna Hallam", "The wall has cracks.", related, 0.4,
                 {same("The wall has cracks."), claimed(" I shall not be standing under it.")},
                 "radio#s1")
          .rated();
  EXPECT_EQ(made.rating, rating::spliced);
  ASSERT_EQ(made.pieces.size(), 2u);
  EXPECT_EQ(made.pieces[0].statement, 1u);
  EXPECT_EQ(made.evidence, (std::vector<std::size_t>{1, 0}));
}

TEST(Rating, sentences_with_others_between_them_left_out_are_spliced) {
  const decision made =
      written_case("Vesna Hallam", "The wall has cracks. Then we shall all cross it.")
          .holds("Vesna Hallam",
                 "The wall has cracks. Every wall has, and ours are measured. Then we shall all "
                 "cross it.",
                 near, 0.8,
                 {same("The wall has cracks. "), record("Every wall has, and ours are measured. "),
                  same("Then we shall all cross it.")})
          .rated();
  EXPECT_EQ(made.rating, rating::spliced);
  EXPECT_EQ(made.why, reason::parted);
  EXPECT_EQ(made.left_out, "Every wall has, and ours are measured.");
}

TEST(Rating, a_gap_that_an_ellipsis_declares_is_an_edit) {
  const decision made =
      written_case("Vesna Hallam", "The wall has cracks … Then we shall all cross it.")
          .holds("Vesna Hallam",
                 "The wall has cracks. Every wall has, and ours are measured. Then we shall all "
                 "cross it.",
                 near, 0.8,
                 {same("The wall has cracks"), claimed(" … ", diff_change::edit),
                  record(". Every wall has, and ours are measured. ", diff_change::edit),
                  same("Then we shall all cross it.")})
          .rated();
  EXPECT_EQ(made.rating, rating::on_record);
}

TEST(Rating, a_clause_left_out_of_a_quotation_alters_it) {
  const decision made =
      written_case(dovric, "No farmer will be turned away.")
          .holds(
              dovric, "No farmer who can show a permit will be turned away.", near, 0.8,
              {same("No farmer "), record("who can show a permit "), same("will be turned away.")})
          .rated();
  EXPECT_EQ(made.rating, rating::altered);
  EXPECT_EQ(made.why, reason::shortened);
  EXPECT_EQ(made.left_out, "who can show a permit");
}

TEST(Rating, a_denial_refutes) {
  const decision made = written_case(dovric, "Let Caldrin drink the sea")
                            .reports(dovric, "Let Caldrin drink the sea", match_hand::denial)
                            .rated();
  EXPECT_EQ(made.rating, rating::refuted);
  EXPECT_EQ(made.why, reason::denied);
}

TEST(Rating, a_claim_that_tells_of_a_denial_is_borne_out_by_it) {
  written_case claim("", "Dovric denied having said “Let Caldrin drink the sea”.");
  claim.at.tells_denial = true;
  claim.reports(dovric, "Let Caldrin drink the sea", match_hand::denial);
  EXPECT_EQ(claim.rated().rating, rating::on_record);
  EXPECT_EQ(claim.rated().why, reason::denial_told);
}

TEST(Rating, a_review_of_the_attribution_refutes) {
  const decision made =
      written_case(dovric, "Let Caldrin drink the sea")
          .reviewed("Ilmar Dovric said: “Let Caldrin drink the sea.”", "chat channels", "False")
          .rated();
  EXPECT_EQ(made.rating, rating::refuted);
  EXPECT_EQ(made.why, reason::not_said);
}

TEST(Rating, a_report_without_source_is_hearsay) {
  const decision made =
      written_case(dovric, "he would flood the road", quote_kind::indirect)
          .reports(dovric, "he would flood the road", match_hand::second, "a guest")
          .rated();
  EXPECT_EQ(made.rating, rating::hearsay);
}

TEST(Rating, what_a_covered_speaker_did_not_say_is_unsupported) {
  const decision made = written_case(dovric, "Lethmar will give Norrach two turbines.")
                            .holds(dovric, "Engineers like to talk.", related, 0.3, {}, "a#s1")
                            .holds("Sanna Keth", "We asked for nothing.", related, 0.25, {}, "b#s1")
                            .holds(dovric, "They know.", related, 0.2, {}, "c#s1")
                            .rated();
  EXPECT_EQ(made.rating, rating::unsupported);
  EXPECT_EQ(made.evidence, (std::vector<std::size_t>{0, 2})) << "his own statements only";
}

TEST(Rating, a_speaker_whom_the_record_lacks_is_out_of_record) {
  written_case claim("Ansgar Petrin", "The Anse is ours.");
  claim.at.coverage = {{0}, 0, {}, {}};
  EXPECT_EQ(claim.rated().rating, rating::out_of_record);
  EXPECT_EQ(claim.rated().why, reason::no_statements);
}

TEST(Rating, a_claim_of_another_time_is_out_of_record) {
  written_case claim(dovric, "The Anse is ours from the first drop.");
  claim.at.when.years = {2019};
  EXPECT_EQ(claim.rated().rating, rating::out_of_record);
  EXPECT_EQ(claim.rated().why, reason::other_period);
}

TEST(Rating, nobody_named_and_no_review_is_out_of_record) {
  const decision made =
      written_case("", "The Anse is ours.").holds(dovric, "The Anse.", related, 0.2).rated();
  EXPECT_EQ(made.rating, rating::out_of_record);
  EXPECT_EQ(made.why, reason::unknown_speaker);
}

TEST(Rating, other_words_of_a_quotation_that_another_statement_has_are_spliced) {
  const std::string claim =
      "that “More is required of the new, old mills have been sold by firms in the north of the "
      "land last year.”";
  const decision made =
      written_case(dovric, claim, quote_kind::mixed)
          .holds(dovric,
                 "More than half of the old mills have been sold by firms in the north of the land "
                 "last year.",
                 contradicts, 0.8,
                 {claimed("that “", diff_change::edit), same("More "), claimed("is required "),
                  record("than half "), same("of the "), claimed("new, "),
                  same("old mills have been sold by firms in the north of the land last year")},
                 "a#s1")
          .holds(
              dovric, "More is required of the new owners.", related, 0.3,
              {same("More is required of the new"),
               claimed(", old mills have been sold by firms in the north of the land last year.")},
              "b#s1")
          .rated();
  EXPECT_EQ(made.rating, rating::spliced);
}

TEST(Rating, words_that_one_statement_lacks_and_another_has_are_spliced) {
  const decision made =
      written_case(dovric,
                   "that “We are lending to a country that wants to drink, spent on pumps.”",
                   quote_kind::mixed)
          .holds(dovric, "We are lending to a country that wants to drink.", near, 0.8,
                 {claimed("that “", diff_change::edit),
                  same("We are lending to a country that wants to drink, "),
                  claimed("spent on pumps.")},
                 "a#s1")
          .holds(dovric, "It can be spent on pumps.", related, 0.2,
                 {claimed("that “We are lending to a country that wants to drink, "),
                  same("spent on pumps.")},
                 "b#s1")
          .rated();
  EXPECT_EQ(made.rating, rating::spliced);
}

TEST(Rating, a_long_stretch_of_a_paraphrase_changes_nothing) {
  const decision made =
      written_case(dovric, "nothing had been found when it was checked in January",
                   quote_kind::indirect)
          .holds(dovric, "It was checked in January without any finding, and we hide nothing.",
                 paraphrase, 0.5,
                 {claimed("nothing had been found when ", diff_change::negation),
                  same("it was checked in January"),
                  record("without any finding, and we hide nothing", diff_change::negation)})
          .rated();
  EXPECT_EQ(made.rating, rating::on_record);
}

// ---- Precedence ---------------------------------------------------------------------------------

TEST(Precedence, a_denial_beats_a_second_hand_report) {
  const decision made = written_case(dovric, "Let Caldrin drink the sea")
                            .reports(dovric, "Let Caldrin drink the sea", match_hand::second)
                            .reports(dovric, "Let Caldrin drink the sea", match_hand::denial)
                            .rated();
  EXPECT_EQ(made.rating, rating::refuted);
}

TEST(Precedence, a_denial_of_other_words_leaves_his_own_on_record) {
  written_case claim(dovric, "The tea is getting cold in here.");
  claim.holds(dovric, "The tea is getting cold in here.", verbatim, 1.0)
      .reports(dovric, "the tea was poisoned", match_hand::denial);
  claim.at.findings[1].match.score = 0.5;
  EXPECT_EQ(claim.rated().rating, rating::on_record);
}

TEST(Precedence, first_hand_beats_second_hand) {
  const decision made = written_case(dovric, "The tea is getting cold.")
                            .reports(dovric, "The tea is getting cold.", match_hand::second)
                            .holds(dovric, "The tea is getting cold.", verbatim, 1.0)
                            .rated();
  EXPECT_EQ(made.rating, rating::on_record);
}

TEST(Precedence, a_review_of_the_content_never_overrides_first_hand_words) {
  const decision made =
      written_case(dovric, "Not one drop of the Anse has ever been sold abroad.")
          .reviewed("Not one drop of the Anse has ever been sold abroad.", dovric, "False")
          .holds(dovric, "Not one drop of the Anse has ever been sold abroad.", verbatim, 1.0)
          .rated();
  EXPECT_EQ(made.rating, rating::on_record);
  EXPECT_EQ(made.reviews, std::vector<std::size_t>{0});
  EXPECT_EQ(made.evidence, (std::vector<std::size_t>{1, 0})) << "the review stands beside it";
}

TEST(Precedence, a_review_of_the_content_refutes_where_nothing_is_first_hand) {
  const decision made =
      written_case(dovric, "Not one drop of the Anse has ever been sold abroad.")
          .reviewed("Not one drop of the Anse has ever been sold abroad.", dovric, "False")
          .reports(dovric, "Not one drop has been sold abroad.", match_hand::second)
          .rated();
  EXPECT_EQ(made.rating, rating::refuted);
  EXPECT_EQ(made.why, reason::not_true);
}

TEST(Precedence, without_a_speaker_reviews_of_the_content_decide) {
  EXPECT_EQ(written_case("", "Not one drop has been sold.")
                .reviewed("Not one drop has been sold.", "posts", "Mostly false")
                .rated()
                .rating,
            rating::refuted);
  const decision confirmed = written_case("", "Not one drop has been sold.")
                                 .reviewed("Not one drop has been sold.", "posts", "True")
                                 .rated();
  EXPECT_EQ(confirmed.rating, rating::on_record);
  EXPECT_EQ(confirmed.why, reason::confirmed);
}

TEST(Precedence, of_a_whole_post_the_score_of_a_review_tells_whether_it_is_about_it) {
  for (const double score : {0.8, 0.3}) {
    written_case post("", "Did you know that not one drop has been sold? Nobody tells you!");
    post.reviewed("Not one drop has been sold.", "posts", "False");
    post.at.claim.quote.reset();
    post.at.findings[0].match.relation = related;
    post.at.findings[0].match.score = score;
    EXPECT_EQ(post.rated().rating, score > 0.5 ? rating::refuted : rating::out_of_record) << score;
  }
}

TEST(Precedence, a_denial_of_something_else_does_not_refute_where_nobody_is_named) {
  written_case post("", "Four thousand wolves live in the province.");
  post.holds("Bernd Kranz", "having spoken in the province", related, 0.4);
  post.at.findings[0].match.hand = match_hand::denial;
  EXPECT_EQ(post.rated().rating, rating::out_of_record);
  post.at.claim.text = "Kranz spoke of wolves in the province.";
  EXPECT_EQ(post.rated().rating, rating::refuted) << "it names who denied";
}

TEST(Precedence, a_denial_that_is_not_the_closest_does_not_refute_where_nobody_is_named) {
  written_case post("", "Kranz on the fees: “Who pays may ask.”");
  post.reports("Bernd Kranz", "Who pays may ask", match_hand::second, "Radio Belmar");
  post.holds("Bernd Kranz", "that teachers may search bags", related, 0.4);
  post.at.findings[0].match.relation = related;
  post.at.findings[0].match.score = 0.5;
  post.at.findings[1].match.hand = match_hand::denial;
  EXPECT_NE(post.rated().rating, rating::refuted);
}

TEST(Precedence, a_claim_with_the_not_of_a_denial_is_not_refuted_by_it) {
  written_case post("", "I have never asked for it.");
  post.holds("Janko Perl", "that he asked for it", contradicts, 0.6);
  post.at.findings[0].match.hand = match_hand::denial;
  EXPECT_EQ(post.rated().rating, rating::out_of_record);
}

TEST(Precedence, words_that_were_said_are_not_refuted_by_a_review_of_others) {
  written_case claim("the president", "We are ready to talk.");
  claim.holds("Ilmar Dovric", "We are ready to talk, but not to give in.", verbatim, 0.95,
              {same("We are ready to talk")});
  claim.reviewed("Ilmar Dovric said: “We are ready to give land away.”", "posts", "Fake");
  claim.at.findings[1].match.score = 0.3;
  claim.at.findings[1].match.relation = paraphrase;
  EXPECT_NE(claim.rated().rating, rating::refuted);
}

TEST(Rating, a_paraphrase_with_another_number_is_altered) {
  written_case claim(dovric, "2,100 new turbines by 2033", quote_kind::indirect);
  claim.holds(dovric, "We will put up 1,200 additional turbines, that is to say, by 2033.",
              paraphrase, 0.6,
              {claimed("2,100 new turbines ", diff_change::number),
               record("1,200 additional turbines, that is to say, ", diff_change::number),
               same("by 2033")});
  EXPECT_EQ(claim.rated().rating, rating::altered);
}

TEST(Rating, other_words_between_the_marks_of_a_post_alter_it) {
  written_case post("", "Aksoy: “She told me to kick it long and I hated it”");
  post.at.claim.quote.reset();
  post.holds("Emre Aksoy", "She told me to kick it long and I loved it.", near, 0.8,
             {claimed("Aksoy: “"), same("She told me to kick it long and I "), claimed("hated "),
              record("loved "), same("it"), claimed("”", diff_change::edit)});
  EXPECT_EQ(post.rated().rating, rating::altered);
}

TEST(Precedence, a_review_of_something_farther_than_the_words_said_does_not_decide) {
  written_case claim("", "We are ready to talk.");
  claim.holds("Ilmar Dovric", "We are ready to talk, but not to give in.", verbatim, 0.95,
              {same("We are ready to talk")});
  claim.reviewed("We are ready to give land away.", "posts", "Fake");
  claim.at.findings[1].match.score = 0.3;
  EXPECT_EQ(claim.rated().rating, rating::altered);
}

TEST(Rating, a_few_words_of_nobody_named_are_not_on_record) {
  written_case claim("", "nobody listens");
  claim.holds("Mirela Tosk", "Nobody listens.", verbatim, 0.9);
  EXPECT_EQ(claim.rated().rating, rating::out_of_record);
}

TEST(Precedence, a_related_review_is_no_evidence) {
  written_case claim("", "Not one drop has been sold.");
  claim.reviewed("The river carries gold.", "posts", "False");
  claim.at.findings[0].match.relation = related;
  EXPECT_EQ(claim.rated().rating, rating::out_of_record);
}

TEST(Precedence, altered_words_of_the_speaker_beat_words_of_another_as_close) {
  const decision made =
      written_case(dovric, "We will sell the whole river to them.")
          .holds("Mirela Tosk", "We will sell the whole river to them.", near, 0.82)
          .holds(dovric, "We will not sell the whole river to them.", near, 0.8,
                 {same("We will "), record("not ", diff_change::negation),
                  same("sell the whole river to them.")})
          .rated();
  EXPECT_EQ(made.rating, rating::altered);
}

TEST(Precedence, words_of_another_beat_altered_words_that_are_much_farther) {
  const decision made =
      written_case(dovric, "We will sell the whole river to them.")
          .holds("Mirela Tosk", "We will sell the whole river to them.", verbatim, 1.0)
          .holds(dovric, "We will not sell grain to anybody.", near, 0.5,
                 {same("We will "), record("not ", diff_change::negation), same("sell "),
                  claimed("the whole river to them."), record("grain to anybody.")})
          .rated();
  EXPECT_EQ(made.rating, rating::misattributed);
}

TEST(Precedence, verbatim_words_of_another_beat_his_own_that_are_only_near) {
  const decision made =
      written_case(dovric, "You are just not ready to talk about it.")
          .holds("Andrei Loy", "You are just not ready to talk about it.", verbatim, 0.85)
          .holds(dovric, "I am not ready to talk about details.", near, 0.59,
                 {claimed("You are just ", diff_change::edit), same("not ready to talk about "),
                  claimed("it."), record("details")})
          .rated();
  EXPECT_EQ(made.rating, rating::misattributed);
}

TEST(Precedence, an_article_that_refutes_the_words_is_no_evidence_for_them) {
  written_case claim(dovric, "Let Caldrin drink the sea");
  claim.holds(dovric, "Let Caldrin drink the sea", verbatim, 1.0, {}, "check#s1")
      .reviewed("Ilmar Dovric said: “Let Caldrin drink the sea.”", "channels", "False");
  claim.at.findings[1].match.record = "check#r1";
  EXPECT_EQ(claim.rated().rating, rating::refuted);
  claim.at.findings[1].match.record = "other#r1";
  EXPECT_EQ(claim.rated().rating, rating::on_record) << "another article's words are evidence";
}

TEST(Precedence, consecutive_statements_in_order_are_no_splice) {
  const decision made =
      written_case(dovric, "Engineers like to talk. They know what I mean.")
          .holds(dovric, "Engineers like to talk.", near, 0.6,
                 {same("Engineers like to talk."), claimed(" They know what I mean.")}, "a#s3")
          .holds(dovric, "They know what I mean.", near, 0.6,
                 {claimed("Engineers like to talk. "), same("They know what I mean.")}, "a#s4")
          .rated();
  EXPECT_NE(made.rating, rating::spliced);
}

}  // namespace
}  // namespace quoth::verdicts
