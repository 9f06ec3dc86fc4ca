#include "host/eval/best_overlap.hpp"

namespace quoth::host::eval {

content content_of(std::u32string_view text, const scored_quote& quote) {
  content made{trimmed_spans(text, quote.content), {}};
  made.words = word_starts(text, made.spans);
  return made;
}

std::optional<std::size_t> best_overlap(const content& wanted, const std::vector<content>& contents,
                                        const std::vector<bool>& used) {
  std::optional<std::size_t> best;
  double highest = 0;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    if (!used.empty() && used[i]) continue;
    const double share = overlap(wanted.words, contents[i].words);
    if (share <= highest) continue;
    highest = share;
    best = i;
  }
  return highest >= 0.5 ? best : std::nullopt;
}

}  // namespace quoth::host::eval
