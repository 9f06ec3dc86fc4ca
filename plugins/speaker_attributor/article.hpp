// One document as the attributor reads it: text and rows of the layers below it. Views only; all
// spans are bytes of `text`.
#pragma once

#include <quoth/layers.hpp>
#include <span>
#include <string_view>

namespace quoth::speakers {

struct article {
  std::string_view text, language;
  std::string_view title, author;  // empty where the input gives none
  std::span<const quoth::paragraph> paragraphs;
  std::span<const quoth::sentence> sentences;
  std::span<const quoth::token> tokens;
  std::span<const quoth::turn> turns;
  std::span<const quoth::quote> quotes;
  std::span<const quoth::quote_part> parts;
};

}  // namespace quoth::speakers
