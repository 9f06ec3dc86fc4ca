// Segments a text with the shipped resources and gives back what the tests look at.
#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <places.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "segment.hpp"

namespace quoth::segmenter {

inline std::optional<std::string> shipped_resource(const std::string& name) {
  std::ifstream in(places::source("/plugins/text_segmenter/resources/") + name, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline const language_resources& shipped_language(const std::string& lang) {
  static std::map<std::string, language_resources> loaded;
  if (const auto found = loaded.find(lang); found != loaded.end()) return found->second;
  std::map<std::string, std::string> kept;
  const auto read = [&](const std::string& name) -> std::optional<std::string_view> {
    auto contents = shipped_resource(name);
    if (!contents) return std::nullopt;
    return kept[name] = std::move(*contents);
  };
  return loaded.emplace(lang, language_resources::load(lang, read)).first->second;
}

struct segmented {
  std::vector<std::string> paragraphs;
  std::vector<std::string> sentences;
  std::vector<std::string> tokens;
  std::vector<token_kind> kinds;
};

inline segmented segment_text(std::string_view text, const std::string& lang = "en",
                              const std::vector<std::uint32_t>& starts = {}) {
  segment_scratch scratch;
  segmentation found;
  segment(text, shipped_language(lang), starts, scratch, found);
  const auto cut = [&](const auto& columns) {
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < columns.begins.size(); ++i) {
      pieces.emplace_back(text.substr(columns.begins[i], columns.ends[i] - columns.begins[i]));
    }
    return pieces;
  };
  return {cut(found.paragraphs), cut(found.sentences), cut(found.tokens), found.tokens.kinds};
}

inline std::vector<std::string> sentences_of(std::string_view text,
                                             const std::string& lang = "en") {
  return segment_text(text, lang).sentences;
}

}  // namespace quoth::segmenter
