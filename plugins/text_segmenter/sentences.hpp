// Sentences: after which full stops, question and exclamation marks a new one begins.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language_resources.hpp"
#include "segmentation.hpp"

namespace quoth::segmenter {

class sentence_finder {
 public:
  sentence_finder(std::string_view text, const language_resources& language,
                  const token_columns& tokens, std::string& scratch) noexcept
      : text_(text), language_(language), tokens_(tokens), scratch_(scratch) {}

  struct boundary {
    std::uint32_t next;    // the token that begins the next sentence, or `last` where none begins
    std::uint32_t resume;  // the first token after the marks that were considered with the stop
  };
  // For a stop among the tokens [first, last) of a paragraph; `sentence` is the first row of the
  // sentence that it may end.
  [[nodiscard]] boundary next_after(std::uint32_t stop, std::uint32_t sentence,
                                    std::uint32_t last) const;

 private:
  struct closing {
    std::uint32_t next;  // the first token after the marks that close with the sentence
    bool quotation;      // a quotation mark is among them
  };

  [[nodiscard]] std::string_view word(std::uint32_t row) const noexcept;
  [[nodiscard]] char32_t first(std::uint32_t row) const noexcept;
  [[nodiscard]] bool adjacent(std::uint32_t row) const noexcept;
  [[nodiscard]] closing skip_closing(std::uint32_t stop, std::uint32_t last) const noexcept;
  [[nodiscard]] bool begins_sentence(std::uint32_t row, std::uint32_t last) const noexcept;
  [[nodiscard]] bool is_function_word(std::uint32_t row) const;
  [[nodiscard]] bool is_initial(std::uint32_t row, std::uint32_t last) const noexcept;
  [[nodiscard]] bool stop_ends(std::uint32_t stop, std::uint32_t sentence, std::uint32_t next,
                               std::uint32_t last) const;
  [[nodiscard]] bool abbreviation_ends(std::uint32_t next, std::uint32_t last) const;
  [[nodiscard]] bool number_ends(std::uint32_t number, std::uint32_t next) const;
  [[nodiscard]] bool space_forgotten(std::uint32_t stop, std::uint32_t sentence,
                                     std::uint32_t next) const;
  [[nodiscard]] bool is_abbreviation(std::uint32_t row) const;
  [[nodiscard]] bool written_in_lower_case(std::uint32_t stop, std::uint32_t sentence,
                                           const closing& closed) const;
  [[nodiscard]] bool speaker_follows(std::uint32_t next, std::uint32_t last) const;

  std::string_view text_;
  const language_resources& language_;
  const token_columns& tokens_;
  std::string& scratch_;
};

}  // namespace quoth::segmenter
