#include "shared_words.hpp"

#include <algorithm>

#include "alignment.hpp"

namespace quoth::matching {

shared_words::shared_words(const wording& claim, const wording& record)
    : claim_(claim), record_(record) {
  const auto& words = record_.units();
  alike_.resize(claim_.size() * words.size());
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (sentences_.empty() || opens_sentence(record_, at)) sentences_.push_back({at, at});
    sentence& here = sentences_.back();
    here.end = at + 1;
    here.has.resize(claim_.size());
    bool claimed = false;  // a number that the claim has
    for (std::size_t i = 0; i < claim_.size(); ++i) {
      const unit_of_text& one = claim_.units()[i];
      if (likeness(one, words[at]) >= related) here.has[i] = alike_[i * words.size() + at] = true;
      claimed |= one.is_number && one.value == words[at].value;
    }
    here.has_other_number |= words[at].is_number && !claimed;
  }
}

const shared_words::sentence& shared_words::sentence_of(std::size_t recorded) const {
  return *std::ranges::upper_bound(sentences_, recorded, {}, &sentence::end);
}

bool shared_words::tells(std::size_t claimed) const {
  const unit_of_text& one = claim_.units()[claimed];
  return !one.is_number && !is_of(one, function_word | pronoun | negation | light);
}

bool shared_words::claim_denies() const {
  return std::ranges::any_of(claim_.units(),
                             [](const unit_of_text& u) { return is_of(u, negation); });
}

const shared_words::sentence* shared_words::main_sentence() const {
  const sentence* best = nullptr;
  std::size_t most = 0;
  std::size_t all = 0;  // of the claim's words that any sentence has
  for (std::size_t i = 0; i < claim_.size(); ++i) {
    all += tells(i) && std::ranges::any_of(sentences_, [&](const sentence& s) { return s.has[i]; })
               ? 1
               : 0;
  }
  for (const sentence& one : sentences_) {
    std::size_t here = 0;
    for (std::size_t i = 0; i < claim_.size(); ++i) here += tells(i) && one.has[i] ? 1 : 0;
    if (here <= most) continue;
    most = here;
    best = &one;
  }
  return 2 * most > all ? best : nullptr;
}

}  // namespace quoth::matching
