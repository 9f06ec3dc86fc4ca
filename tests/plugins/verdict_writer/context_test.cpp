#include "context.hpp"

#include <gtest/gtest.h>

#include "cases.hpp"

namespace quoth::verdicts {
namespace {

using namespace testing;

// The turn around `piece` of `statement`.
std::string_view turn(std::string_view statement, std::string_view piece) {
  const std::vector<diff> rows{same(piece)};
  return dropped_turn(statement, aligned_piece(statement, rows), all_turning_words());
}

TEST(Context, a_condition_after_the_words_turns_them) {
  EXPECT_EQ(turn("We would accept it, yes – provided that the box is opened. Later.",
                 "We would accept it"),
            "")
      << "what follows directly is no condition";
  EXPECT_EQ(
      turn("We would accept it – provided that the box is opened. Later.", "We would accept it"),
      "provided that the box is opened.");
}

TEST(Context, a_condition_ends_where_something_is_left_out) {
  EXPECT_EQ(
      turn("We would accept it if the box is opened […] And then we go.", "We would accept it"),
      "if the box is opened");
  EXPECT_EQ(turn("Ми не їдемо до кінця тижня […] Далі побачимо.", "Ми не їдемо"), "до кінця тижня");
}

TEST(Context, a_condition_before_the_words_turns_them) {
  EXPECT_EQ(turn("So be it. If it goes over 3.5, we'll shut the plant.", "we'll shut the plant."),
            "If it goes over 3.5,");
  EXPECT_EQ(turn("Sollte es so sein, werde ich gehen.", "werde ich gehen."), "Sollte es so sein,");
}

// What of `after`, the sentence that the speaker went on with, turns all of `statement`.
std::string_view taken_back(std::string_view statement, std::string_view after) {
  const std::vector<diff> rows{same(statement)};
  return dropped_turn(statement, aligned_piece(statement, rows), all_turning_words(), after);
}

TEST(Context, a_fault_told_in_another_form_turns_its_denial) {
  EXPECT_EQ(taken_back("He never asked me to lie.", "He asked me what to leave out."),
            "He asked me what to leave out.");
  EXPECT_EQ(turn("She robbed nobody and never lied […] She burnt it all, and that is enough.",
                 "She robbed nobody and never lied"),
            "She burnt it all, and that is enough.");
  EXPECT_EQ(taken_back("Er hat niemanden betrogen.", "Er hat es verbrannt, und das genügt."),
            "Er hat es verbrannt, und das genügt.");
  EXPECT_EQ(taken_back("Він не крав.", "Він спалив чуже, і цього досить."),
            "Він спалив чуже, і цього досить.");
}

TEST(Context, the_opposite_said_as_well_leaves_it_open) {
  EXPECT_EQ(
      taken_back("I can't tell you that it was the pump.", "I can't tell you that it wasn't."),
      "I can't tell you that it wasn't.");
  EXPECT_EQ(taken_back("Ich kann nicht sagen, dass es daran lag.",
                       "Ich kann auch nicht sagen, dass es nicht daran lag."),
            "Ich kann auch nicht sagen, dass es nicht daran lag.");
  EXPECT_EQ(taken_back("I can't promise you trams.", "I can't promise you buses."), "")
      << "another thing";
}

TEST(Context, a_short_refusal_turns_what_the_speaker_grants) {
  EXPECT_EQ(taken_back("I could, the Act lets me.", "I won't."), "I won't.");
  EXPECT_EQ(taken_back("I would not, whatever the Act says.", "I won't."), "");
  EXPECT_EQ(taken_back("I could, the Act lets me.", "They won't."), "") << "somebody else";
}

TEST(Context, a_clause_that_begins_with_its_verb_is_a_condition) {
  EXPECT_EQ(turn("So ist es. Kommt kein Geld, bleibt das Boot hier.", "bleibt das Boot hier."),
            "Kommt kein Geld,");
  EXPECT_EQ(turn("Kommt sie nicht ins Gesetz, rufen wir im Mai zur Wahl.", "im Mai zur Wahl."),
            "Kommt sie nicht ins Gesetz,");
  EXPECT_EQ(turn("Wir gehen heim, das Boot bleibt hier.", "das Boot bleibt hier."), "");
  EXPECT_EQ(turn("Gestern Abend, nach der Sitzung, blieb das Boot hier.", "blieb das Boot hier."),
            "");
}

// The turn around words of `statement` that are quoted.
std::string_view quoted_turn(std::string_view statement, std::string_view piece) {
  const std::vector<diff> rows{same(piece)};
  return dropped_turn(statement, aligned_piece(statement, rows), all_turning_words(), {}, true);
}

TEST(Context, a_quotation_that_ends_where_its_clause_goes_on_is_turned) {
  EXPECT_EQ(quoted_turn("Gern unterschreibe ich es nicht.", "Gern"), "unterschreibe ich es nicht.");
  EXPECT_EQ(turn("Gern unterschreibe ich es nicht.", "Gern"), "") << "no quotation";
  EXPECT_EQ(quoted_turn("The gate will open on Monday for food. Be patient.",
                        "The gate will open on Monday"),
            "for food.");
  EXPECT_EQ(quoted_turn("We sign it, and nobody is glad.", "We sign it"), "");
  EXPECT_EQ(quoted_turn("We sign it. Nobody is glad.", "We sign it"), "");
}

TEST(Context, who_corrects_himself_turns_what_he_said) {
  EXPECT_EQ(
      turn("We knew about the gate – no, let me put that properly.", "We knew about the gate"),
      "no, let me put that properly.");
}

TEST(Context, what_is_part_of_the_words_and_sets_one_thing_against_another_turns_them) {
  EXPECT_EQ(taken_back("The books go to the city.", "For repair, not for good."),
            "For repair, not for good.");
  EXPECT_EQ(taken_back("Die Bilder verlassen das Haus.", "Zur Reinigung, und nicht zum Verkauf."),
            "Zur Reinigung, und nicht zum Verkauf.");
  EXPECT_EQ(taken_back("Рукописи поїдуть до столиці.", "На реставрацію, а не на проживання."),
            "На реставрацію, а не на проживання.");
  EXPECT_EQ(taken_back("The books go to the city.", "In May we will not in any case close."), "");
  EXPECT_EQ(taken_back("The books go to the city.", "For repair and for good."), "");
  EXPECT_EQ(taken_back("The books go to the city.",
                       "For the city, not for the village, we have built a house of nine rooms."),
            "");
  EXPECT_EQ(taken_back("Die Bilder verlassen das Haus.", "Im Mai sind wir nicht in Holm."), "");
}

TEST(Context, the_piece_is_where_all_its_words_stand_together) {
  const std::string_view said =
      "The picture stays where it is until May. Should it be a forgery, it comes off the wall.";
  const std::vector<diff> rows{claimed("It "), record("it "), same("comes off the wall.")};
  const span piece = aligned_piece(said, rows);
  EXPECT_EQ(piece.of(said), "it comes off the wall.");
  EXPECT_EQ(dropped_turn(said, piece, all_turning_words()), "Should it be a forgery,");
}

TEST(Context, what_was_done_instead_of_no_fault_turns_nothing) {
  EXPECT_EQ(taken_back("We will not close the library.", "We will close the baths."), "");
  EXPECT_EQ(taken_back("He did not steal the bell.", "It hangs where it always hung."), "");
  EXPECT_EQ(taken_back("He never lied to us.", "He never lied to anybody."), "");
  EXPECT_EQ(taken_back("We have twelve boats.", "That is enough."), "");
  EXPECT_EQ(taken_back("We will sign.", "But not this year."), "")
      << "of a transcript's next sentence only what leaves no doubt counts";
}

TEST(Context, a_sentence_that_takes_it_back_turns_it) {
  EXPECT_EQ(taken_back("The money was all there.", "Or so I was told."), "Or so I was told.");
  EXPECT_EQ(turn("Die Brücke ist sicher. So heißt es jedenfalls. Gut.", "Die Brücke ist sicher."),
            "So heißt es jedenfalls.");
  EXPECT_EQ(taken_back("Міст цілий.", "Так кажуть."), "Так кажуть.");
  EXPECT_EQ(taken_back("The money was all", "Or so I was told."), "Or so I was told.");
  EXPECT_EQ(turn("The money was all there, I think.", "The money was all"), "");
  EXPECT_EQ(taken_back("No stranger knows the switch.", "That's what I thought until I saw it."),
            "That's what I thought until I saw it.");
  EXPECT_EQ(taken_back("Das Seil war neu.", "So dachte ich, bis ich es sah."),
            "So dachte ich, bis ich es sah.");
  EXPECT_EQ(taken_back("Чужий не знав би цього.", "Так я думав, поки не пішов туди сам."),
            "Так я думав, поки не пішов туди сам.");
  EXPECT_EQ(taken_back("No stranger knows the switch.", "I thought of that at night."), "");
  EXPECT_EQ(taken_back("Das Seil war neu.", "Ich dachte an die Kinder."), "");
}

TEST(Context, a_russian_but_turns) {
  EXPECT_EQ(turn("Мы не отказывались. Но нужны условия.", "Мы не отказывались."),
            "Но нужны условия.");
}

TEST(Context, the_clause_before_the_words_ends_at_its_comma) {
  EXPECT_EQ(
      turn("Wenn der Bund sich beteiligt, werden wir das Haus sanieren.", "wir das Haus sanieren."),
      "Wenn der Bund sich beteiligt,");
}

TEST(Context, a_clause_that_only_begs_leave_to_speak_limits_nothing) {
  EXPECT_EQ(
      turn("If I may add: the guarantee covers all of it.", "the guarantee covers all of it."), "");
  EXPECT_EQ(turn("Wenn ich das sagen darf, wir gehen.", "wir gehen."), "");
}

TEST(Context, shared_words_are_those_behind_what_only_the_statement_has) {
  const std::string_view statement = "I never said that we would flood the road.";
  const std::vector<diff> rows{record("never said that ", diff_change::negation),
                               same("we would flood the road")};
  EXPECT_EQ(shared_piece(statement, rows).of(statement), "we would flood the road");
  EXPECT_EQ(aligned_piece(statement, rows).of(statement),
            "never said that we would flood the road");
  const std::vector<diff> shouted{record("never said that ", diff_change::negation),
                                  claimed("WE WOULD FLOOD THE ROAD", diff_change::edit),
                                  record("we would flood the road", diff_change::edit)};
  EXPECT_EQ(shared_piece(statement, shouted).of(statement), "we would flood the road");
}

TEST(Context, a_season_or_span_of_time_before_the_words_turns_them) {
  EXPECT_EQ(turn("From November to April I'd close it, with a gate.", "I'd close it, with a gate."),
            "From November to April");
  EXPECT_EQ(turn("Im Winter sperren wir den Steig.", "sperren wir den Steig"), "Im Winter");
  EXPECT_EQ(turn("Вночі міст закрито.", "міст закрито"), "Вночі");
}

TEST(Context, a_day_before_the_words_does_not) {
  EXPECT_EQ(turn("On Monday we open the gate.", "we open the gate."), "");
  EXPECT_EQ(turn("From November the gate is shut.", "the gate is shut."), "");
}

TEST(Context, a_condition_of_the_sentence_before_does_not) {
  EXPECT_EQ(turn("If it rains, we go. We'll shut the plant.", "We'll shut the plant."), "");
}

TEST(Context, a_but_that_opens_the_next_sentence_turns) {
  EXPECT_EQ(turn("Мені теж було страшно. Тепер – ні.", "Мені теж було страшно."), "Тепер – ні.");
}

TEST(Context, a_relative_clause_behind_a_word_of_all_turns) {
  EXPECT_EQ(turn("We will rehire everyone who was let go in March.", "We will rehire everyone"),
            "who was let go in March.");
  EXPECT_EQ(turn("Wir fällen keine Eiche, die gesund ist.", "Wir fällen keine Eiche"),
            "die gesund ist.");
  EXPECT_EQ(turn("Ми вивеземо всіх, хто цього захоче.", "Ми вивеземо всіх"), "хто цього захоче.");
}

TEST(Context, a_relative_clause_behind_what_a_clause_denies_turns) {
  EXPECT_EQ(turn("Our members will not sign a calendar that cuts an hour of pay.",
                 "Our members will not sign a calendar"),
            "that cuts an hour of pay.");
  EXPECT_EQ(turn("I have never met a minister who understood peat.", "I have never met a minister"),
            "who understood peat.");
  EXPECT_EQ(turn("Wir unterschreiben nicht einen Vertrag, der Löhne kürzt.",
                 "Wir unterschreiben nicht einen Vertrag"),
            "der Löhne kürzt.");
}

TEST(Context, a_relative_clause_that_only_adds_something_does_not) {
  for (const auto& [statement, piece] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"It is no secret that we lost.", "It is no secret"},
           {"It's not a surprise that the bridge fell.", "It's not a surprise"},
           {"We did not sign the treaty that he wrote.", "We did not sign the treaty"},
           {"A crew does not leave the ship that it loves.", "A crew does not leave the ship"},
           {"We bought a boat that floats.", "We bought a boat"},
           {"Es ist kein Wunder, dass wir verloren haben.", "Es ist kein Wunder"},
       })
    EXPECT_EQ(turn(statement, piece), "") << statement;
  EXPECT_EQ(turn("We will rehire the guard, who was let go in March.", "We will rehire the guard"),
            "");
  EXPECT_EQ(turn("We have no money, which is a pity.", "We have no money"), "");
  EXPECT_EQ(turn("Alle sagen es, wir fällen die Eiche, die krank ist.", "wir fällen die Eiche"),
            "");
  EXPECT_EQ(turn("Wir fällen keine Eiche, das ist sicher.", "Wir fällen keine Eiche"), "");
}

TEST(Context, what_takes_the_weight_from_a_confession_turns_it) {
  EXPECT_EQ(
      turn("I have cheated once in my life, at the age of nine, in a geography test. I copied.",
           "I have cheated once in my life"),
      "at the age of nine, in a geography test.");
  EXPECT_EQ(turn("We stole it in a school play.", "We stole it"), "in a school play.");
  EXPECT_EQ(turn("Ich habe einmal gelogen, als Kind, vor meiner Tante.", "Ich habe einmal gelogen"),
            "als Kind, vor meiner Tante.");
  EXPECT_EQ(turn("Я один раз списав, у школі, на хімії.", "Я один раз списав"),
            "у школі, на хімії.");
}

TEST(Context, what_follows_a_confession_otherwise_does_not) {
  for (const auto& [statement, piece] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"I have cheated once, and I am sorry.", "I have cheated once"},
           {"I lied, yes, and more than once.", "I lied"},
           {"I lied at nine in the evening.", "I lied"},
           {"I lied, on 5 June, to Parliament.", "I lied"},
           {"I stole it because I was paid to.", "I stole it"},
           {"I cheated at Vessen in June.", "I cheated at Vessen"},
           {"I cheated as a boy, in a test.", "I cheated as a boy"},
           {"I lied. As a child I was honest.", "I lied."},
           {"I won once, at the age of nine.", "I won once"},
           {"They stole the picture in a dark night.", "They stole the picture"},
           {"I lied there. I met him once, in a bar.", "I met him once"},
           {"Ich habe gelogen, und das war falsch.", "Ich habe gelogen"},
           {"Ich habe gelogen, am Montag, vor dem Rat.", "Ich habe gelogen"},
           {"Я збрехав, і мені соромно.", "Я збрехав"},
       })
    EXPECT_EQ(turn(statement, piece), "") << statement;
}

TEST(Context, what_its_speaker_is_against_turns_what_they_are_not_against) {
  for (const auto& [statement, piece] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"I'm not against the tunnel, I'm against paying twice.", "I'm not against the tunnel"},
           {"I am not against the tunnel. I am against its price.", "I am not against the tunnel."},
           {"We aren't opposed to wind, we are opposed to this site.", "We aren't opposed to wind"},
           {"I am not an opponent of the port, I'm an opponent of the plan.",
            "I am not an opponent of the port"},
           {"I'm not against the tunnel, but it has to pay.", "I'm not against the tunnel"},
           {"Ich bin nicht gegen den Bau, ich bin gegen den Preis.", "Ich bin nicht gegen den Bau"},
           {"Wir sind keine Gegner der Bahn. Wir sind Gegner der Trasse.",
            "Wir sind keine Gegner der Bahn."},
           {"Ich habe nichts gegen Gäste, aber nicht nachts.", "Ich habe nichts gegen Gäste"},
           {"Я не проти мосту, я проти такої ціни.", "Я не проти мосту"},
           {"Я не проти мосту. Я проти такої ціни.", "Я не проти мосту."},
       })
    EXPECT_NE(turn(statement, piece), "") << statement;
  for (const auto& [statement, piece] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"I'm not against the tunnel, I'm for it.", "I'm not against the tunnel"},
           {"I'm not against the tunnel, and I never was.", "I'm not against the tunnel"},
           {"I am against the tunnel, I am against the bridge.", "I am against the tunnel"},
           {"I'm not against it. I'm not against anything.", "I'm not against it."},
           {"We will build the tunnel, but not this year's.", "We will build the"},
           {"Ich bin nicht gegen den Bau, das wissen alle.", "Ich bin nicht gegen den Bau"},
           {"Ich bin gegen den Bau, aber ich füge mich.", "Ich bin gegen den Bau"},
           {"Я не проти мосту, і ви це знаєте.", "Я не проти мосту"},
       })
    EXPECT_EQ(turn(statement, piece), "") << statement;
}

TEST(Context, a_sentence_that_tells_where_alone_the_short_one_before_it_holds_turns_it) {
  for (const auto& [statement, piece] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"Vaccines work. They work in hens, in a shed.", "Vaccines work."},
           {"The law helps. It helps on paper.", "The law helps."},
           {"Der Deich hält. Er hält bis zwei Meter.", "Der Deich hält."},
           {"Щеплення допомагає. Воно допомагає на фермі.", "Щеплення допомагає."},
       })
    EXPECT_NE(turn(statement, piece), "") << statement;
  for (const auto& [statement, piece] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"Vaccines work. They work because we test them.", "Vaccines work."},
           {"Vaccines work. They work in all animals.", "Vaccines work."},
           {"Vaccines work. They always did.", "Vaccines work."},
           {"It is old. It is in the hall.", "It is old."},
           {"The new law helps many towns. It helps in winter.", "The new law helps many towns."},
           {"The law never helps. It helps in no case.", "The law never helps."},
           {"Der Deich hält. Er hält, sagt die Ministerin.", "Der Deich hält."},
       })
    EXPECT_EQ(turn(statement, piece), "") << statement;
}

TEST(Context, words_that_only_begin_alike_do_not_turn) {
  EXPECT_EQ(turn("We will sign iffy papers.", "We will sign"), "");
}

TEST(Context, a_whole_statement_drops_nothing) {
  EXPECT_EQ(turn("We will sign.", "We will sign."), "");
  EXPECT_EQ(turn("", ""), "");
}

TEST(Context, rows_that_are_not_in_the_statement_align_with_nothing) {
  const std::vector<diff> rows{same("one"), record("two")};
  EXPECT_TRUE(aligned_piece("two one", rows).empty());
}

TEST(Context, an_unknown_place_is_refused_with_its_line) {
  turning_words words;
  try {
    words.add(text::lexicon::parse("behind\tif\n", "x/turns.txt", {2, 2}));
    FAIL() << "accepted";
  } catch (const text::lexicon_error& e) {
    EXPECT_STREQ(e.what(),
                 "x/turns.txt:1: unknown place 'behind': write after, next, within, "
                 "before, aside, all, one, which, plain, self, fault, stance, harmless, undo, not, "
                 "enough, part, subject or join, a "
                 "tab, and the words");
  }
}

}  // namespace
}  // namespace quoth::verdicts
