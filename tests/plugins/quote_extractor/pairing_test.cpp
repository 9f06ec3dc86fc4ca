// The pairing of quotation marks, against an oracle that follows its description word by word.
#include "pairing.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace quoth::quotes {
namespace {

struct paragraphs {
  std::vector<std::uint32_t> begins, ends;
  [[nodiscard]] span_column column() const { return {begins, ends}; }
};

// Paragraphs parted by line breaks.
paragraphs split(std::string_view text) {
  paragraphs p;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) {
      p.begins.push_back(static_cast<std::uint32_t>(at));
      p.ends.push_back(static_cast<std::uint32_t>(end));
    }
    at = end + 1;
  }
  return p;
}

std::vector<quotation> pair(std::string_view text) {
  const paragraphs p = split(text);
  pairing pairs;
  std::vector<quotation> found;
  pairs.run(text, p.column(), found);
  return found;
}

std::vector<std::string> insides(std::string_view text) {
  std::vector<std::string> out;
  for (const quotation& q : pair(text)) out.emplace_back(q.inner.of(text));
  return out;
}

// Slow and obvious: for every mark, look back through all marks before it.
std::vector<quotation> oracle(std::string_view text) {
  const paragraphs p = split(text);
  std::vector<mark> all;
  find_marks(text, all);
  std::vector<quotation> out;
  for (std::uint32_t n = 0; n < p.begins.size(); ++n) {
    std::vector<mark> marks;
    for (const mark& m : all) {
      if (m.begin >= p.begins[n] && m.end <= p.ends[n]) marks.push_back(m);
    }
    const auto may_close = [&](std::size_t i) {
      if (!marks[i].can_close || !marks[i].weak) return marks[i].can_close;
      for (std::size_t k = i + 1; k < marks.size(); ++k) {
        if (marks[k].family == marks[i].family && !marks[k].weak) return !marks[k].can_close;
      }
      return true;
    };
    enum { stray, open, paired };
    std::vector<int> state(marks.size(), stray);
    std::vector<std::size_t> partner(marks.size(), 0);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      bool closed = false;
      for (std::size_t k = i; may_close(i) && !closed && k-- > 0;) {
        if (state[k] != open || marks[k].family != marks[i].family) continue;
        for (std::size_t between = k + 1; between < i; ++between) {
          if (state[between] == open) state[between] = stray;
        }
        state[k] = state[i] = paired;
        partner[k] = i;
        closed = true;
      }
      if (!closed && marks[i].can_open) state[i] = open;
    }
    std::size_t unclosed = marks.size();
    for (std::size_t i = 0; i < marks.size() && unclosed == marks.size(); ++i) {
      if (state[i] != open) continue;
      if (marks[i].family != mark_family::double_mark &&
          marks[i].family != mark_family::guillemet) {
        continue;
      }
      bool pair_follows = false;
      for (std::size_t k = i + 1; k < marks.size(); ++k) {
        pair_follows = pair_follows ||
                       (state[k] == paired && marks[k].family == marks[i].family && partner[k] > k);
      }
      if (!pair_follows) unclosed = i;
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const bool opens_pair = state[i] == paired && partner[i] > i;
      if (!opens_pair && i != unclosed) continue;
      quotation q;
      q.paragraph = n;
      q.family = marks[i].family;
      q.closed = opens_pair;
      q.outer = {marks[i].begin, opens_pair ? marks[partner[i]].end : p.ends[n]};
      q.inner = {marks[i].end, opens_pair ? marks[partner[i]].begin : p.ends[n]};
      for (const mark& m : all) {
        q.continues =
            q.continues || (!opens_pair && n + 1 < p.begins.size() && m.begin == p.begins[n + 1] &&
                            m.can_open && m.family == q.family);
      }
      for (const quotation& other : out) {
        if (other.paragraph == n && other.outer.begin < q.outer.begin &&
            other.outer.end >= q.outer.end) {
          ++q.depth;
        }
      }
      out.push_back(q);
    }
  }
  return out;
}

TEST(Pairing, AgreesWithTheOracleOnRandomTexts) {
  const std::vector<std::string> alphabet{"\"", "'",  "“", "”",    "„",        "‘", "’", "«",
                                          "»",  "''", "a", "s",    " ",        " ", " ", "\n",
                                          ",",  ".",  "6", "word", "\xC3\xA9", "—"};
  std::mt19937 random(20240620);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const std::size_t length = random() % 40;
    for (std::size_t i = 0; i < length; ++i) text += alphabet[random() % alphabet.size()];
    const auto fast = pair(text);
    const auto slow = oracle(text);
    ASSERT_EQ(fast.size(), slow.size()) << text;
    for (std::size_t i = 0; i < fast.size(); ++i) {
      EXPECT_EQ(fast[i].outer, slow[i].outer) << text;
      EXPECT_EQ(fast[i].inner, slow[i].inner) << text;
      EXPECT_EQ(fast[i].closed, slow[i].closed) << text;
      EXPECT_EQ(fast[i].continues, slow[i].continues) << text;
      EXPECT_EQ(fast[i].depth, slow[i].depth) << text;
    }
  }
}

TEST(Pairing, MixedGlyphsOfOneFamilyPair) {
  EXPECT_EQ(insides("“yes\" and „no” and ''so\""), (std::vector<std::string>{"yes", "no", "so"}));
  EXPECT_EQ(insides("“the best in the world“ he said"),
            (std::vector<std::string>{"the best in the world"}));
}

TEST(Pairing, NestedQuotationsKnowTheirDepth) {
  const auto found = pair("“He told me ‘never’ twice”");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].depth, 0u);
  EXPECT_EQ(found[1].depth, 1u);
}

TEST(Pairing, ParagraphsThatOpenAgainContinueTheQuotation) {
  const auto found = pair("“One.\n“Two.\n“Three.” End");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_TRUE(found[0].continues);
  EXPECT_TRUE(found[1].continues);
  EXPECT_TRUE(found[2].closed);
}

TEST(Pairing, AStrayMarkDoesNotSpoilThePairsBehindIt) {
  EXPECT_EQ(insides("“stray and then “well” done"), (std::vector<std::string>{"well"}));
  EXPECT_EQ(insides("closed” before “well”"), (std::vector<std::string>{"well"}));
  EXPECT_EQ(insides("an ' alone and “well”"), (std::vector<std::string>{"well"}));
}

TEST(Pairing, APossessiveDoesNotCloseASingleQuotation) {
  EXPECT_EQ(insides("'The judges' statement was wrong,' he said"),
            (std::vector<std::string>{"The judges' statement was wrong,"}));
  EXPECT_EQ(insides("the 'judges' ruled"), (std::vector<std::string>{"judges"}));
}

}  // namespace
}  // namespace quoth::quotes
