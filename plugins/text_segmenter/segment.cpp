#include "segment.hpp"

#include <algorithm>

#include "sentences.hpp"
#include "tokens.hpp"

namespace quoth::segmenter {

namespace {

// The first token of [first, last) that begins at or after byte `at`.
[[nodiscard]] std::uint32_t token_at(const token_columns& tokens, std::uint32_t first,
                                     std::uint32_t last, std::uint32_t at) {
  const auto begin = tokens.begins.begin();
  return static_cast<std::uint32_t>(std::lower_bound(begin + first, begin + last, at) - begin);
}

class paragraph_segmenter {
 public:
  paragraph_segmenter(std::string_view text, const language_resources& language,
                      std::span<const std::uint32_t> starts, segment_scratch& scratch,
                      segmentation& out) noexcept
      : text_(text), language_(language), starts_(starts), scratch_(scratch), out_(out) {}

  void run() {
    for (std::uint32_t i = 0; i < out_.paragraphs.begins.size(); ++i) add_paragraph(i);
  }

 private:
  void add_paragraph(std::uint32_t paragraph) {
    const auto first = static_cast<std::uint32_t>(out_.tokens.size());
    scratch_.stops.clear();
    tokenise(text_, out_.paragraphs.begins[paragraph], out_.paragraphs.ends[paragraph], out_.tokens,
             scratch_.stops);
    const auto last = static_cast<std::uint32_t>(out_.tokens.size());
    find_given_cuts(paragraph, first, last);

    const sentence_finder finder(text_, language_, out_.tokens, scratch_.folded);
    std::size_t given = 0;
    std::uint32_t sentence = first;
    std::uint32_t resume = first;
    for (const std::uint32_t stop : scratch_.stops) {
      for (; given < scratch_.cuts.size() && scratch_.cuts[given] <= stop; ++given) {
        add_sentence(paragraph, sentence, scratch_.cuts[given]);
      }
      if (stop < resume || stop < sentence) continue;
      const auto boundary = finder.next_after(stop, sentence, last);
      resume = boundary.resume;
      if (boundary.next < last) add_sentence(paragraph, sentence, boundary.next);
    }
    for (; given < scratch_.cuts.size(); ++given) {
      add_sentence(paragraph, sentence, scratch_.cuts[given]);
    }
    add_sentence(paragraph, sentence, last);
  }

  // Rows of tokens where a sentence has to begin: after a label or a time, and at `starts`.
  void find_given_cuts(std::uint32_t paragraph, std::uint32_t first, std::uint32_t last) {
    scratch_.cuts.clear();
    const std::uint32_t end = out_.paragraphs.ends[paragraph];
    if (out_.paragraphs.words[paragraph] != out_.paragraphs.begins[paragraph]) {
      scratch_.cuts.push_back(token_at(out_.tokens, first, last, out_.paragraphs.words[paragraph]));
    }
    for (; next_start_ < starts_.size() && starts_[next_start_] < end; ++next_start_) {
      const std::uint32_t row = token_at(out_.tokens, first, last, starts_[next_start_]);
      if (scratch_.cuts.empty() || scratch_.cuts.back() < row) scratch_.cuts.push_back(row);
    }
  }

  // Adds the tokens [sentence, next) as a sentence unless there are none, and moves `sentence` on.
  void add_sentence(std::uint32_t paragraph, std::uint32_t& sentence, std::uint32_t next) {
    if (next <= sentence) return;
    const auto row = static_cast<std::uint32_t>(out_.sentences.begins.size());
    out_.sentences.begins.push_back(out_.tokens.begins[sentence]);
    out_.sentences.ends.push_back(out_.tokens.ends[next - 1]);
    out_.sentences.paragraphs.push_back(paragraph);
    out_.tokens.sentences.resize(next, row);
    sentence = next;
  }

  std::string_view text_;
  const language_resources& language_;
  std::span<const std::uint32_t> starts_;
  segment_scratch& scratch_;
  segmentation& out_;
  std::size_t next_start_ = 0;
};

}  // namespace

void segment(std::string_view text, const language_resources& language,
             std::span<const std::uint32_t> starts, segment_scratch& scratch, segmentation& out) {
  out.clear();
  find_paragraphs(text, scratch.lines, out.paragraphs);
  paragraph_segmenter(text, language, starts, scratch, out).run();
}

}  // namespace quoth::segmenter
