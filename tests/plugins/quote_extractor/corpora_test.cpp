// Figures on annotated articles must not fall. Exact figures: ../shared/eval/score.py quotes.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <places.hpp>
#include <set>
#include <string>
#include <vector>

#include "extracted.hpp"

namespace quoth::quotes {
namespace {

using content_pieces = std::vector<quoth::span>;

// A code point that score.py does not count at the ends of a span.
bool is_trimmed(std::string_view text, std::size_t at) {
  constexpr std::string_view ascii = " \t\r\n\"'`.,;:!?()[]-";
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return ascii.find(text[at]) != std::string_view::npos;
  const std::string_view rest = text.substr(at);
  for (const char* mark : {"“", "”", "„", "«", "»", "‘", "’", "‚", "…", "–", "—", "\u00a0"}) {
    if (rest.starts_with(mark)) return true;
  }
  return false;
}

quoth::span trim(std::string_view text, quoth::span s) {
  const auto next = [&](std::uint32_t at) {
    do {
      ++at;
    } while (at < text.size() && (text[at] & 0xC0) == 0x80);
    return at;
  };
  const auto previous = [&](std::uint32_t at) {
    do {
      --at;
    } while (at > 0 && (text[at] & 0xC0) == 0x80);
    return at;
  };
  while (s.begin < s.end && is_trimmed(text, s.begin)) s.begin = next(s.begin);
  while (s.end > s.begin && is_trimmed(text, previous(s.end))) s.end = previous(s.end);
  return s;
}

std::set<std::pair<std::uint32_t, std::uint32_t>> contents_of(std::string_view text,
                                                              const content_pieces& pieces) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> out;
  for (const quoth::span& p : pieces) {
    const quoth::span s = trim(text, p);
    if (!s.empty()) out.insert({s.begin, s.end});
  }
  return out;
}

struct score {
  double right = 0, found = 0, gold = 0;
  [[nodiscard]] double f1() const { return 200 * right / (found + gold); }
};

// Exact contents over a file of annotated articles.
score exact_contents(const std::string& file, const std::string& language,
                     const tagger_model* model = nullptr) {
  segmented_text segmented(language);
  extractor extract;
  extraction found;
  score total;
  simdjson::dom::parser parser;
  simdjson::dom::document_stream lines;
  const auto json = simdjson::padded_string::load(file);
  if (parser.parse_many(json.value_unsafe()).get(lines)) return total;
  for (const auto line : lines) {
    const std::string_view text = line["text"];
    std::vector<std::uint32_t> byte_of;  // per code point
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if ((text[i] & 0xC0) != 0x80) byte_of.push_back(i);
    }
    byte_of.push_back(static_cast<std::uint32_t>(text.size()));
    content_pieces gold, ours;
    for (const auto quote : line["quotes"]) {
      for (const auto piece : quote["content"]) {
        gold.push_back({byte_of[std::uint64_t(piece.at(0))], byte_of[std::uint64_t(piece.at(1))]});
      }
    }
    found.clear();
    extract.run(segmented.segment(text), {}, &shipped_lexicon(language), {.model = model}, found);
    for (const piece& p : found.pieces) {
      if (p.role == quoth::part_role::content) ours.push_back(p.where);
    }
    const auto gold_set = contents_of(text, gold), our_set = contents_of(text, ours);
    total.gold += static_cast<double>(gold_set.size());
    total.found += static_cast<double>(our_set.size());
    for (const auto& s : our_set) total.right += static_cast<double>(gold_set.count(s));
  }
  return total;
}

bool exists(const std::string& file) {
  return std::ifstream(file).good();
}

TEST(Corpora, PolnearDevContents) {
  const std::string file = places::shared("/data/polnear/dev.jsonl");
  if (!exists(file)) GTEST_SKIP() << file << " is absent: figures not checked";
  EXPECT_GE(exact_contents(file, "en").f1(), 59.0);
}

TEST(Corpora, WikinewsDevContents) {
  const std::string file = places::shared("/data/wikinews-de/dev.jsonl");
  if (!exists(file)) GTEST_SKIP() << file << " is absent: figures not checked";
  EXPECT_GE(exact_contents(file, "de").f1(), 58.0);
}

TEST(Corpora, PolnearDevContentsWithTheFastModel) {
  const std::string file = places::shared("/data/polnear/dev.jsonl");
  if (!exists(file)) GTEST_SKIP() << file << " is absent: figures not checked";
  EXPECT_GE(exact_contents(file, "en", &shipped_model("en/fast")).f1(), 61.5);
}

TEST(Corpora, PolnearDevContentsWithTheAccurateModel) {
  const std::string file = places::shared("/data/polnear/dev.jsonl");
  if (!exists(file)) GTEST_SKIP() << file << " is absent: figures not checked";
  EXPECT_GE(exact_contents(file, "en", &shipped_model("en/accurate")).f1(), 62.5);
}

TEST(Corpora, WikinewsDevContentsWithTheAccurateModel) {
  const std::string file = places::shared("/data/wikinews-de/dev.jsonl");
  if (!exists(file)) GTEST_SKIP() << file << " is absent: figures not checked";
  EXPECT_GE(exact_contents(file, "de", &shipped_model("de/accurate")).f1(), 61.5);
}

TEST(Corpora, TheModelArticle) {
  std::ifstream in(places::shared("/seed/kyivpost-putin-dprk.txt"));
  if (!in) GTEST_SKIP() << "../shared/seed is absent: the model article is not checked";
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const auto quotes = quotes_in(text, "en");
  const auto has = [&](const char* source, const char* cue, const char* status, const char* part) {
    for (const auto& q : quotes) {
      if (q.source == source && q.status == status && q.cue.find(cue) != std::string::npos &&
          q.content.find(part) != std::string::npos) {
        return true;
      }
    }
    return false;
  };
  EXPECT_TRUE(has("Russian President Vladimir Putin", "said", "alleged", "he would supply"));
  EXPECT_TRUE(has("one such announcement", "read", "alleged", "“The Russian Federation"));
  EXPECT_TRUE(has("Putin", "said", "asserted", "“does not rule out the development”"));
  EXPECT_TRUE(has("He", "called", "asserted", "“breakthrough document,”"));
  EXPECT_TRUE(has("He", "adding", "asserted", "“among other things,"));
  EXPECT_TRUE(has("Putin", "calling", "asserted", "“legitimate targets”"));
  EXPECT_TRUE(has("Putin", "said", "asserted", "“This is not just a statement"));
  EXPECT_TRUE(has("he", "said", "asserted", "“Of course"));
  for (const auto& q : quotes) EXPECT_EQ(q.content.find("Irreversible"), std::string::npos);
}

}  // namespace
}  // namespace quoth::quotes
