// The trained tagger: equal on all machines, in agreement with its trainer, safe to load.
#include "tagger.hpp"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <places.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "extractor.hpp"
#include "segmented_text.hpp"
#include "shipped_lexicon.hpp"

namespace quoth::quotes {
namespace {

// What the model tags, a line a quote: anchor, validity, then role:begin-end of each span.
struct tag {
  std::uint32_t anchor = 0;
  float validity = 0;
  std::string spans;
  friend bool operator==(const tag&, const tag&) = default;
};

std::vector<tag> tags_of(const tagging& tagged) {
  std::vector<tag> tags;
  for (const tagged_quote& quote : tagged.quotes) {
    tag& t = tags.emplace_back(tag{quote.anchor, quote.validity, ""});
    for (const tagged_span& s : tagged.spans_of(quote)) {
      t.spans.append("\t").append(std::to_string(static_cast<int>(s.role)));
      t.spans.append(":").append(std::to_string(s.where.begin));
      t.spans.append("-").append(std::to_string(s.where.end));
    }
  }
  return tags;
}

std::string language_of(const std::string& model) {
  return model.substr(0, model.find('/'));
}

std::vector<tag> tags_in(std::string_view text, const std::string& model,
                         instruction_set set = widest_instruction_set()) {
  const std::string language = language_of(model);
  segmented_text segmented(language);
  extractor rules;
  extraction found;
  rules.run(segmented.segment(text), {}, &shipped_lexicon(language), {}, found);
  const auto rows = rules.read_features(text, shipped_lexicon(language));
  tagger tag(set);
  tagging tagged;
  tag.run(shipped_model(model), rules.words(), rows, rules.attributions(), tagged);
  return tags_of(tagged);
}

std::vector<std::string> texts_of(const std::string& language) {
  std::vector<std::string> texts;
  simdjson::dom::parser parser;
  simdjson::padded_string json = simdjson::padded_string::load(
      places::source("/tests/plugins/quote_extractor/tagger_texts.jsonl"));
  for (const auto line : parser.parse_many(json)) {
    if (std::string_view(line["lang"]) == language) {
      texts.emplace_back(std::string_view(line["text"]));
    }
  }
  return texts;
}

class Tagger : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Models, Tagger,
                         ::testing::Values("en/fast", "en/accurate", "de/accurate"));

TEST_P(Tagger, IsEqualOnAllInstructionSets) {
  for (const std::string& text : texts_of(language_of(GetParam()))) {
    const auto expected = tags_in(text, GetParam(), instruction_set::scalar);
    EXPECT_FALSE(expected.empty());
    for (const auto set :
         {instruction_set::sse41, instruction_set::avx2, instruction_set::avx512_vnni}) {
      if (!has(set)) continue;
      EXPECT_TRUE(tags_in(text, GetParam(), set) == expected) << static_cast<int>(set);
    }
  }
}

// tagger_scores.LANG.SIZE.txt is written by train/tagger_export.py from the network as it was
// trained.
TEST_P(Tagger, AgreesWithItsTrainer) {
  std::vector<std::vector<tag>> found;
  for (const std::string& text : texts_of(language_of(GetParam())))
    found.push_back(tags_in(text, GetParam()));
  std::string name = GetParam();
  std::ranges::replace(name, '/', '.');
  std::ifstream in(places::source("/tests/plugins/quote_extractor/tagger_scores.") + name + ".txt");
  ASSERT_TRUE(in);
  std::vector<std::size_t> seen(found.size());
  for (std::string line; std::getline(in, line);) {
    std::istringstream columns(line);
    std::size_t document = 0;
    tag expected;
    columns >> document >> expected.anchor >> expected.validity;
    std::getline(columns, expected.spans);
    ASSERT_LT(document, found.size());
    ASSERT_LT(seen[document], found[document].size()) << line;
    const tag& ours = found[document][seen[document]++];
    EXPECT_EQ(ours.anchor, expected.anchor);
    EXPECT_NEAR(ours.validity, expected.validity, 0.02) << line;
    EXPECT_EQ(ours.spans, expected.spans);
  }
  for (std::size_t d = 0; d < found.size(); ++d) EXPECT_EQ(seen[d], found[d].size());
}

// Texts are read in parts; where one begins must not show.
TEST_P(Tagger, WhereALongTextIsCutDoesNotMatter) {
  std::string filler, more;
  for (int i = 0; i < 40; ++i) filler += "Zwei Boote, 3 Hafen. One boat, 2 piers.\n\n";
  for (int i = 0; i < 23; ++i) more += "Ein Boot. Some piers, 5 boats.\n\n";
  const std::string language = language_of(GetParam());
  const std::string text = texts_of(language)[0];
  const auto behind = [&](const std::string& before) {
    const std::string whole = before + text;
    const auto all = tags_in(whole, GetParam());
    segmented_text segmented(language);
    extractor rules;
    extraction found;
    rules.run(segmented.segment(before), {}, &shipped_lexicon(language), {}, found);
    const std::uint32_t first = rules.words().size();
    std::vector<std::pair<std::uint32_t, float>> tags;
    for (const tag& t : all) {
      if (t.anchor >= first) tags.emplace_back(t.anchor - first, t.validity);
    }
    return tags;
  };
  const auto expected = behind(filler);
  EXPECT_FALSE(expected.empty());
  EXPECT_EQ(behind(more + filler), expected);
  EXPECT_EQ(behind(filler + more + filler), expected);
}

std::string message_of(const std::string& bytes) {
  try {
    tagger_model::read(bytes, "xx/accurate.model");
  } catch (const model_error& error) {
    return error.what();
  }
  return "";
}

const std::string what_to_do =
    "; copy the file again, train it anew (train/rebuild_taggers.sh) or run with model=\"none\"";

std::string english_model() {
  std::ifstream in(shipped_model_file("en/accurate"), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(TaggerModel, ADamagedFileIsAClearError) {
  const std::string whole = english_model();
  ASSERT_EQ(message_of(whole), "");
  const std::string damaged = "xx/accurate.model: is damaged or cut short (checksum)" + what_to_do;
  for (const std::size_t size : {whole.size() - 1, whole.size() / 2, std::size_t{16}}) {
    EXPECT_EQ(message_of(whole.substr(0, size)), damaged);
  }
  EXPECT_EQ(message_of(whole.substr(0, 12)), "xx/accurate.model: is cut short" + what_to_do);
  EXPECT_EQ(message_of(""), "xx/accurate.model: is no tagger model of this version" + what_to_do);
  EXPECT_EQ(message_of("version https://git-lfs"),
            "xx/accurate.model: is no tagger model of this version" + what_to_do);
  for (const std::size_t at : {std::size_t{9}, whole.size() / 3, whole.size() - 1}) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    EXPECT_EQ(message_of(bytes), damaged);
  }
}

// Ends the bytes of a model with the checksum that belongs to them.
std::string checked(std::string body) {
  std::uint64_t sum = 14695981039346656037ULL;
  for (const char c : body) sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return body.append(reinterpret_cast<const char*>(&sum), sizeof sum);
}

// Those of a model with `value` at byte `at`: what a faulty trainer writes.
template <typename T>
std::string with(std::string bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
  bytes.resize(bytes.size() - sizeof(std::uint64_t));
  return checked(std::move(bytes));
}

constexpr std::size_t networks_at = 12, vectors_at = 16, threshold_at = 24;
constexpr std::size_t threshold_named_at = 28, chain_at = 36;
constexpr std::size_t forms_at = chain_at + tagger_labels * tagger_labels * sizeof(float);

std::uint32_t number_at(const std::string& model, std::size_t at) {
  std::uint32_t number = 0;
  std::memcpy(&number, model.data() + at, sizeof number);
  return number;
}

// The first network, whose width comes first, behind the forms and their vectors.
std::size_t network_at(const std::string& model) {
  const std::size_t forms = number_at(model, forms_at);
  const std::size_t vectors = number_at(model, vectors_at);
  return forms_at + sizeof(std::uint32_t) * (1 + forms) + (forms + 1) * vectors;
}

TEST(TaggerModel, WidthsAndNumbersThatNoModelHasAreClearErrors) {
  const std::string whole = english_model();
  const std::string start = "xx/accurate.model: ";
  EXPECT_EQ(message_of(with(whole, networks_at, std::uint32_t{0})),
            start + "the number of networks is 0, not 1 to 8" + what_to_do);
  EXPECT_EQ(message_of(with(whole, network_at(whole), std::uint32_t{97})),
            start + "the width is 97, no multiple of 16" + what_to_do);
  EXPECT_EQ(message_of(with(whole, vectors_at, std::uint32_t{33})),
            start + "the size of vectors is 33, no multiple of 4" + what_to_do);
  for (const float value : {std::nanf(""), HUGE_VALF, -HUGE_VALF}) {
    EXPECT_EQ(message_of(with(whole, threshold_at, value)),
              start + "the threshold is no finite number" + what_to_do);
    EXPECT_EQ(message_of(with(whole, threshold_named_at, value)),
              start + "the threshold of sources by name is no finite number" + what_to_do);
    EXPECT_EQ(message_of(with(whole, chain_at + 12, value)),
              start + "a weight of the chain is no finite number" + what_to_do);
  }
}

extraction quotes_of(const std::string& model_bytes, const std::string& text) {
  const tagger_model model = tagger_model::read(model_bytes, "xx/accurate.model");
  segmented_text segmented("en");
  extractor extract;
  extraction found;
  extract.run(segmented.segment(text), {}, &shipped_lexicon("en"), {.model = &model}, found);
  return found;
}

// The shipped model with its first network `count` times, and no other.
std::string with_networks(const std::string& whole, std::uint32_t count) {
  const std::size_t first = network_at(whole);
  const std::size_t size =
      (whole.size() - sizeof(std::uint64_t) - first) / number_at(whole, networks_at);
  std::string body = whole.substr(0, first);
  std::memcpy(body.data() + networks_at, &count, sizeof count);
  for (std::uint32_t n = 0; n < count; ++n) body.append(whole, first, size);
  return checked(std::move(body));
}

TEST(TaggerModel, EqualNetworksScoreAsOneOfThemDoes) {
  const std::string whole = english_model(), text = texts_of("en")[0];
  const extraction one = quotes_of(with_networks(whole, 1), text);
  const extraction four = quotes_of(with_networks(whole, 4), text);
  ASSERT_FALSE(one.quotes.empty());
  ASSERT_EQ(four.quotes.size(), one.quotes.size());
  ASSERT_EQ(four.pieces.size(), one.pieces.size());
  for (std::size_t i = 0; i < one.pieces.size(); ++i) {
    EXPECT_EQ(four.pieces[i].where, one.pieces[i].where);
  }
  for (std::size_t i = 0; i < one.quotes.size(); ++i) {
    EXPECT_EQ(four.quotes[i].confidence, one.quotes[i].confidence);
  }
}

// The sources of what a model finds in a text.
std::vector<std::string> sources_of(const std::string& model_bytes, const std::string& text) {
  std::vector<std::string> sources;
  for (const piece& p : quotes_of(model_bytes, text).pieces) {
    if (p.role == quoth::part_role::source) sources.emplace_back(p.where.of(text));
  }
  return sources;
}

TEST(TaggerModel, ThresholdsOfSourcesWithANameAndOfOthersAreApart) {
  const std::string whole = english_model();
  const std::string text =
      "Marta Roe said the bridge would close in May. She believes that it will open again. The "
      "committee said the ferry would run. On Monday officials said that the road was safe.";
  const std::string nobody = with(whole, threshold_at, 100.0F);
  const std::string no_name = with(whole, threshold_named_at, 100.0F);
  const std::vector<std::string> named = sources_of(nobody, text);
  const std::vector<std::string> others = sources_of(no_name, text);
  EXPECT_EQ(named, (std::vector<std::string>{"Marta Roe", "She"}));
  EXPECT_EQ(others, (std::vector<std::string>{"The committee", "officials"}));
}

// A chain that opens a span in its middle is a model's right: the span begins there.
TEST(TaggerModel, AChainThatOpensASpanInItsMiddleIsHarmless) {
  const std::string whole = english_model();
  for (const std::size_t label : {2, 4, 6}) {
    std::string bytes = whole;
    for (std::size_t from = 0; from < tagger_labels; ++from) {
      const std::size_t row = chain_at + from * tagger_labels * sizeof(float);
      bytes = with(bytes, row + label * sizeof(float), 1e6F);
    }
    const std::string text = texts_of("en")[0];
    const extraction found = quotes_of(bytes, text);
    ASSERT_FALSE(found.pieces.empty()) << label;
    for (const piece& p : found.pieces) {
      ASSERT_LT(p.where.begin, p.where.end);
      ASSERT_LE(p.where.end, text.size());
    }
  }
}

}  // namespace
}  // namespace quoth::quotes
