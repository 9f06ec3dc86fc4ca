// Claims and matches for tests, written down briefly.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <places.hpp>
#include <quoth/layers.hpp>
#include <string>
#include <string_view>
#include <text/lexicon.hpp>
#include <vector>

#include "confidence.hpp"
#include "context.hpp"
#include "phrases.hpp"
#include "rating.hpp"
#include "summary.hpp"

namespace quoth::verdicts::testing {

inline std::filesystem::path resource(std::string_view path) {
  return std::filesystem::path(places::source()) / "plugins/verdict_writer/resources" / path;
}

inline diff same(std::string_view text) {
  return {{}, diff_op::same, text, diff_change::none};
}
inline diff claimed(std::string_view text, diff_change change = diff_change::words) {
  return {{}, diff_op::claimed, text, change};
}
inline diff record(std::string_view text, diff_change change = diff_change::words) {
  return {{}, diff_op::record, text, change};
}

inline const review_words& all_review_words() {
  static const review_words words = [] {
    review_words w;
    for (const char* file : {"en/reviews.txt", "de/reviews.txt", "uk/reviews.txt"})
      w.add(text::lexicon::load(resource(file), {2, 2}));
    return w;
  }();
  return words;
}

inline const turning_words& all_turning_words() {
  static const turning_words words = [] {
    turning_words w;
    for (const char* file : {"en/turns.txt", "de/turns.txt", "uk/turns.txt"})
      w.add(text::lexicon::load(resource(file), {2, 2}));
    return w;
  }();
  return words;
}

inline text::lexicon shared_phrases(std::string_view code) {
  const std::string folder = places::source("/plugins/common/text/resources/");
  return text::lexicon::load(folder + std::string(code) + "/shared-phrases.txt", {2, 2});
}

inline phrases language(std::string_view code) {
  return {shared_phrases(code),
          text::lexicon::load(resource(std::string(code) + "/phrases.txt"), {2, 2})};
}

// A claim of a document of 20 June 2037, by a speaker of whom the record holds 12 statements.
struct written_case {
  claim_case at;

  written_case(std::string_view speaker, std::string_view text,
               quote_kind kind = quote_kind::direct) {
    at.claim.quote = row<quote>{0};
    at.claim.text = text;
    at.claim.confidence = 1.0;
    if (!speaker.empty()) at.claim.speaker = speaker;
    at.kind = kind;
    at.when.published = parse_day("2037-06-20");
    at.coverage = {{0}, 12, "2037-03-14", "2037-06-16"};
    if (speaker.empty()) at.coverage = {{0}, 0, {}, {}};
  }

  // A first-hand statement by `speaker`, published by “ANS” on 9 June 2037.
  written_case& holds(std::string_view speaker, std::string_view text, match_relation relation,
                      double score, std::initializer_list<diff> rows = {},
                      std::string_view id = "a#s1") {
    finding f;
    f.row = static_cast<std::uint32_t>(at.findings.size());
    f.match.record = id;
    f.match.speaker = speaker;
    f.match.text = text;
    f.match.relation = relation;
    f.match.score = score;
    f.match.date = "2037-06-09";
    f.match.outlet = "ANS";
    f.match.kind = match_kind::statement;
    f.match.hand = match_hand::first;
    const std::vector<diff> laid =
        rows.size() > 0 ? std::vector<diff>(rows) : std::vector<diff>{same(text)};
    f.difference = compare(laid);
    f.aligned = aligned_piece(text, laid);
    f.dropped_turn = dropped_turn(text, f.aligned, all_turning_words());
    at.findings.push_back(f);
    return *this;
  }

  written_case& reports(std::string_view speaker, std::string_view text, match_hand hand,
                        std::string_view via = {}) {
    holds(speaker, text, match_relation::near, 0.8);
    at.findings.back().match.hand = hand;
    if (!via.empty()) at.findings.back().match.via = via;
    return *this;
  }

  written_case& reviewed(std::string_view claim, std::string_view claimant, std::string_view rating,
                         std::string_view title = {}) {
    holds(claimant, claim, match_relation::near, 0.8);
    match& m = at.findings.back().match;
    m.kind = match_kind::review;
    m.outlet = "Plumbline";
    if (!rating.empty()) m.rating = rating;
    if (!title.empty()) m.title = title;
    return *this;
  }

  [[nodiscard]] decision rated() const { return rate(at, all_review_words(), {}); }
  [[nodiscard]] double confidence() const {
    static const confidence_weights weights(
        text::lexicon::load(resource("confidence.txt"), {2, 2}));
    return weights.of(signs_of(at, rated()));
  }
  [[nodiscard]] wording in(std::string_view code) const {
    return write(at, rated(), language(code));
  }
};

}  // namespace quoth::verdicts::testing
