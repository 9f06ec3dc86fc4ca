// The resource files: what they say, and what is wrong with them.
#include "lexicon.hpp"

#include <gtest/gtest.h>

#include "shipped_lexicon.hpp"

namespace quoth::quotes {
namespace {

std::string error_of(const lexicon::files& files) {
  try {
    (void)lexicon::read(files, "xx");
  } catch (const text::lexicon_error& error) {
    return error.what();
  }
  return "no error";
}

TEST(Lexicon, AFormHasTheClassesOfAllItsLines) {
  const lexicon read = lexicon::read({.words = "adverb\tagain\nverb hearsay\tagain said\n"}, "xx");
  EXPECT_EQ(read.of("again").classes, adverb | verb | hearsay);
  EXPECT_EQ(read.of("said").classes, verb | hearsay);
  EXPECT_EQ(read.of("unknown").classes, 0u);
}

TEST(Lexicon, AFormThatIsNotListedHasTheClassOfItsEnding) {
  const lexicon read = lexicon::read({.words = "adverb\t*ly\nplain\tfamily\nverb\trely\n"}, "xx");
  EXPECT_EQ(read.of("steadfastly").classes, adverb);
  EXPECT_EQ(read.of("family").classes, 0u);
  EXPECT_EQ(read.of("rely").classes, verb);
  EXPECT_EQ(read.of("ugly").classes, 0u) << "an ending needs a stem";
  EXPECT_EQ(read.of("lyre").classes, 0u);
}

TEST(Lexicon, TheStarIsWhatEveryCueStartsFrom) {
  const lexicon read =
      lexicon::read({.cues = "*\t0\t<capital=3 >end=-9\nsaid\t20\t<capital=5\n"}, "xx");
  const cue_strength& said = read.strength(read.of("said").cue);
  EXPECT_EQ(said.base, 20);
  EXPECT_EQ(said.left[static_cast<std::size_t>(left_context::capital)], 5);
  EXPECT_EQ(said.right[static_cast<std::size_t>(right_context::end)], -9);
}

TEST(Lexicon, TailsSayYesOrNo) {
  const lexicon read = lexicon::read({.tails = "* for\tyes\nasked for\tno\n"}, "xx");
  EXPECT_EQ(read.has_tail("* for"), true);
  EXPECT_EQ(read.has_tail("asked for"), false);
  EXPECT_EQ(read.has_tail("said for"), std::nullopt);
}

TEST(Lexicon, AnotherSpellingHasTheSameClassesCountsAndTails) {
  const lexicon read = lexicon::read({.words = "verb\tlabeled\n",
                                      .cues = "*\t0\nlabeled\t20\n",
                                      .tails = "labeled as\tyes\n",
                                      .spellings = "labelled\tlabeled\n"},
                                     "xx");
  EXPECT_EQ(read.of("labelled").classes, verb);
  EXPECT_EQ(read.strength(read.of("labelled").cue).base, 20);
  EXPECT_EQ(read.has_tail("labelled as"), true);
}

TEST(Lexicon, ErrorsNameFileAndLine) {
  EXPECT_EQ(
      error_of({.spellings = "labelled\tlabeled\n"}),
      "xx/spellings.tsv:1: no line of words.tsv or cues.tsv has 'labeled', of which this is to "
      "be a spelling");
  EXPECT_EQ(error_of({.words = "adverb\tagain\nadverbs\tonce\n"}),
            "xx/words.tsv:2: unknown word class 'adverbs'");
  EXPECT_EQ(error_of({.words = "adverb\t*\n"}), "xx/words.tsv:1: expected an ending behind '*'");
  EXPECT_EQ(error_of({.cues = "said\tmuch\n"}),
            "xx/cues.tsv:1: expected log odds in tenths, got 'much'");
  EXPECT_EQ(error_of({.cues = "said\t20\t<nowhere=3\n"}),
            "xx/cues.tsv:1: expected <CONTEXT=TENTHS or >CONTEXT=TENTHS, got '<nowhere=3'");
  EXPECT_EQ(error_of({.tails = "said so\tmaybe\n"}), "xx/tails.tsv:1: expected yes or no");
  EXPECT_EQ(error_of({.grammar = "verb-third\tyes\n"}),
            "xx/grammar.tsv:1: unknown setting 'verb-third'");
}

TEST(Lexicon, ShippedLexiconsAreReadable) {
  for (const char* language : {"en", "de", "uk", "ru"}) {
    EXPECT_NO_THROW((void)shipped_lexicon(language)) << language;
  }
  EXPECT_NE(shipped_lexicon("en").of("said").cue, no_cue);
  EXPECT_TRUE(shipped_lexicon("de").verb_second());
}

}  // namespace
}  // namespace quoth::quotes
