// Whether reported words tell what a statement says, bend it, or say something else: what decision
// trees and a cross-encoder learned from invented statements and what people made of them
// (train/retellings).
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cross_encoder.hpp"
#include "decision_trees.hpp"
#include "differences.hpp"
#include "wording.hpp"

namespace quoth::matching {

// Likelihoods; they sum to 1.
struct retelling {
  double told = 0.0, bent = 0.0, other = 1.0;

  [[nodiscard]] bool is_told() const noexcept { return told >= bent && told >= other; }
  [[nodiscard]] bool is_bent() const noexcept { return bent > told && bent >= other; }
};

// The names of what a claim and a statement have in common, in the order of the model's file.
[[nodiscard]] std::span<const std::string_view> features_of_retellings();

// Whether the two are short enough to be judged: claims of at most 200 words, and the product of
// the two lengths as for an alignment.
[[nodiscard]] bool is_short_enough(const wording& claim, const wording& record) noexcept;

// The numbers of those, into `out`. `comparing` has just compared the two, as reported words, with
// `alike` as result. In the product of the two lengths, and the square of the claim's. Pure; any
// thread.
void measure_retelling(const wording& claim, const wording& record, const comparer& comparing,
                       const resemblance& alike, std::vector<float>& out);

// Immutable; may be shared.
class retelling_model {
 public:
  // What a decision_trees reads. Throws text::lexicon_error.
  retelling_model(std::string contents, std::string_view file_name);
  // What trees and, where there is one, the cross-encoder tell, in one: a product of their
  // likelihoods' powers (a logarithmic opinion pool; Hinton, Neural Computation 14, 2002).
  // `statements`: how many the record has of the speaker. The more there are, the likelier one of
  // them looks like the claim by chance: the odds that it says something else grow with them.
  [[nodiscard]] retelling of(std::span<const float> features, std::int64_t statements,
                             const cross_encoder_model* network = nullptr,
                             const cross_encoder::likelihoods& read = {}) const;

 private:
  decision_trees trees_;
};

}  // namespace quoth::matching
