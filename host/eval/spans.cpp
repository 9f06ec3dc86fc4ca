#include "host/eval/spans.hpp"

#include <algorithm>

#include "host/eval/unicode.hpp"

namespace quoth::host::eval {

namespace {

bool is_trimmed(char32_t c) {
  constexpr std::u32string_view marks = U" \t\r\n\u00a0\"“”„‟«»‹›‘’‚‛'`.,;:!?…()[]–—-";
  return marks.find(c) != std::u32string_view::npos;
}

text_span trimmed(std::u32string_view text, text_span span) {
  while (span.begin < span.end && is_trimmed(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_trimmed(text[span.end - 1])) --span.end;
  return span;
}

}  // namespace

std::vector<text_span> trimmed_spans(std::u32string_view text, std::vector<text_span> pieces) {
  for (text_span& piece : pieces) piece.end = std::min(piece.end, text.size());
  std::ranges::sort(pieces);
  std::vector<text_span> joined;
  for (const text_span& piece : pieces) {
    if (!joined.empty()) {
      text_span& last = joined.back();
      const std::size_t gap = std::min(last.end, piece.begin);
      if (std::ranges::all_of(text.substr(gap, piece.begin - gap), is_trimmed)) {
        last.end = std::max(last.end, piece.end);
        continue;
      }
    }
    joined.push_back(piece);
  }
  for (text_span& span : joined) span = trimmed(text, span);
  std::erase_if(joined, [](const text_span& span) { return span.begin >= span.end; });
  return joined;
}

std::vector<std::size_t> word_starts(std::u32string_view text,
                                     const std::vector<text_span>& spans) {
  std::vector<std::size_t> starts;
  for (const text_span& span : spans) {
    bool inside = false;
    for (std::size_t at = span.begin; at < span.end; ++at) {
      const bool word = is_word(text[at]);
      if (word && !inside) starts.push_back(at);
      inside = word;
    }
  }
  std::ranges::sort(starts);
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

}  // namespace quoth::host::eval
