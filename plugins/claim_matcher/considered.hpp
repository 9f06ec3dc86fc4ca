// A statement or review on its way to becoming a match.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <quoth/layers.hpp>
#include <record/lookup.hpp>
#include <set>
#include <string>
#include <vector>

#include "cross_encoder.hpp"
#include "differences.hpp"

namespace quoth::matching {

struct considered {
  match_kind kind = match_kind::statement;
  record::found_statement statement;
  record::found_review review;
  std::string text;        // what is compared: a statement with its neighbours, a review's claim
  std::int64_t first = 0;  // rows of statements in it
  std::int64_t last = 0;
  bool follows = false;                // whether the first one follows the one before it
  std::vector<std::size_t> starts{0};  // where in the text each statement begins
  resemblance alike;
  std::optional<cross_encoder::likelihoods> read;  // by a network, of it and the next statement
  double score = 0.0;
  double retold = 0.0;               // the likelihood that the claim is told of it, or bent
  double relevance = 0.0;            // to a whole post
  bool own = false;                  // of the claim's speaker
  std::set<std::int64_t> documents;  // that have it, once repetitions were joined
  bool dropped = false;

  [[nodiscard]] std::size_t statements() const noexcept {
    return static_cast<std::size_t>(last - first + 1);
  }
};

}  // namespace quoth::matching
