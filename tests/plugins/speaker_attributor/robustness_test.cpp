// Bad and hostile input: no crash, no more than linear time, the good beside the bad kept.
#include <gtest/gtest.h>

#include <ctime>
#include <random>
#include <string>

#include "marked_article.hpp"

namespace quoth::speakers {
namespace {

TEST(robustness, an_empty_article_has_nothing) {
  attributor attribute(shipped_lexicons());
  const attribution& found = attribute({});
  EXPECT_TRUE(found.names.empty());
  EXPECT_TRUE(found.speakers.empty());
}

TEST(robustness, without_lexicons_quotations_still_get_a_row_each) {
  const lexicons none;
  attributor attribute(none);
  marked_article marked("<q1>“Yes,”</q> <c1>said</c> <s1>Maria Lindqvist</s>.");
  const article view = marked.rows().segment();
  const attribution& found = attribute(view);
  ASSERT_EQ(found.speakers.size(), 1u);
  EXPECT_EQ(found.speakers[0].name, "Maria Lindqvist");
}

TEST(robustness, parts_of_quotations_that_do_not_exist_are_passed_over) {
  marked_article marked("<q1>“Yes,”</q> <c1>said</c> <s1>Maria Lindqvist</s>.");
  article view = marked.rows().segment();
  std::vector<quoth::quote_part> parts(view.parts.begin(), view.parts.end());
  parts.push_back({{0, 4}, {77}, quoth::part_role::source});
  view.parts = parts;
  attributor attribute(shipped_lexicons());
  EXPECT_EQ(attribute(view).speakers.at(0).name, "Maria Lindqvist");
}

TEST(robustness, nul_bytes_and_broken_words_are_text_like_any_other) {
  using namespace std::string_literals;
  const std::string text = "Maria\0 Lindqvist \xF0\x9F\x98\x80 said\0 she \0 left. \0"s;
  segmented_article article(text);
  attributor attribute(shipped_lexicons());
  const auto view = article.segment();
  EXPECT_NO_THROW(attribute(view));
}

// Seconds of processor time for one article of `text` with a quotation around every tenth part.
double seconds_for(const std::string& text) {
  segmented_article article(text);
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at + 60 < size; at += 400) {
    article.add_quote(quoth::quote_kind::direct, {{quoth::part_role::content, {at, at + 50}}});
  }
  const auto view = article.segment();
  attributor attribute(shipped_lexicons());
  const std::clock_t begin = std::clock();
  attribute(view);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

TEST(robustness, hostile_texts_take_linear_time) {
  std::mt19937 random(7);
  std::string many_names;
  for (int i = 0; i < 8000; ++i) {
    std::string given(1, static_cast<char>('A' + i % 26));
    for (int k = 0; k < 5; ++k) given += static_cast<char>('a' + random() % 26);
    many_names += "Mr. " + given + " Smith met the mayor. He and Smith left. ";
  }
  const std::vector<std::pair<const char*, std::string>> texts{
      {"names of one surname", many_names},
      {"one sentence of capitals", repeated("President Smith of ", 400'000)},
      {"possessives", repeated("Children's ", 400'000)},
      {"opening marks", repeated("“", 300'000)},
      {"said", repeated("Trump said he said ", 400'000)},
      {"nouns", repeated("the mayor who told the officials ", 400'000)},
      {"apostrophes", std::string(200'000, '\'')},
      {"dotted", repeated("A.", 200'000)},
      {"brackets", repeated("Senate (", 300'000)},
  };
  for (const auto& [name, text] : texts) {
    const double half = seconds_for(text.substr(0, text.size() / 2));
    const double whole = seconds_for(text);
    EXPECT_LT(whole, 4 * half + 0.05) << name << ": " << half << " s, twice the text " << whole;
    EXPECT_LT(whole, 1.0) << name;
  }
}

TEST(robustness, random_articles_with_random_quotations_do_not_crash) {
  static constexpr const char* words[] = {
      "Trump",   "said", "“",    "”",   ",",      ".",    "the", "mayor",  "Mr.",     "Maria",
      "’s",      "and",  "who",  ":",   "–",      "(",    ")",   "D-Ohio", "He",      "she",
      "told",    "CNN",  "of",   "The", "Senate", "\n\n", "J.",  "“13th”", "they",    "officials",
      "claimed", "that", "film", "I",   "'",      "King", "Jr.", "Обама",  "сказала", "Bank"};
  std::mt19937 random(11);
  attributor attribute(shipped_lexicons());
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 120; ++i) {
      text += words[random() % std::size(words)];
      if (random() % 8 != 0) text += ' ';
    }
    static const char* const languages[] = {"en", "de", "uk", "ru", "und"};
    segmented_article article(text, languages[round % 5]);
    const auto place = [&] {
      std::uint32_t at = static_cast<std::uint32_t>(random() % text.size());
      while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
      return at;
    };
    for (int q = 0; q < 6; ++q) {
      std::vector<segmented_article::piece> pieces;
      for (const auto role :
           {quoth::part_role::content, quoth::part_role::cue, quoth::part_role::source}) {
        if (random() % 4 == 0) continue;
        const std::uint32_t a = place(), b = place();
        pieces.push_back({role, {std::min(a, b), std::max(a, b)}});
      }
      article.add_quote(static_cast<quoth::quote_kind>(random() % 3), pieces);
    }
    const auto view = article.segment("King Jr.: “Maria Trump” of CNN", "");
    const attribution& found = attribute(view);
    ASSERT_EQ(found.speakers.size(), 6u);
    for (const quoth::name& n : found.names) {
      ASSERT_LT(n.where.begin, n.where.end);
      ASSERT_LE(n.where.end, text.size());
    }
  }
}

TEST(robustness, the_same_article_gives_the_same_result_after_others) {
  marked_article one("<q1>“Yes,”</q> <c1>said</c> <s1>Maria Lindqvist</s>. <q2>“No.”</q>");
  marked_article other("<q1>“Ja“</q>, <c1>sagte</c> <s1>Almut Reesing</s>.", "de");
  const article first = one.rows().segment(), second = other.rows().segment();
  attributor attribute(shipped_lexicons());
  const std::string before = told(attribute(first).speakers[1]);
  attribute(second);
  EXPECT_EQ(told(attribute(first).speakers[1]), before);
}

}  // namespace
}  // namespace quoth::speakers
