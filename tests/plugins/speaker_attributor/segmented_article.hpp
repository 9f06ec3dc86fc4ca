// An article with the rows that the attributor reads, made by the real segmenter.
#pragma once

#include <deque>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <places.hpp>
#include <quoth/layers.hpp>
#include <segment.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "article.hpp"

namespace quoth::speakers {

class segmented_article {
 public:
  // One piece of a quotation: bytes of the text, and what it is.
  struct piece {
    quoth::part_role role;
    quoth::span where;
  };

  explicit segmented_article(std::string text, std::string language = "en")
      : text_(std::move(text)), language_(std::move(language)) {}

  void add_turn(quoth::turn turn) { turns_.push_back(turn); }
  void add_quote(quoth::quote_kind kind, const std::vector<piece>& pieces,
                 std::optional<quoth::row<quoth::turn>> turn = std::nullopt) {
    const quoth::row<quoth::quote> row{static_cast<std::uint32_t>(quotes_.size())};
    quoth::quote& quote = quotes_.emplace_back();
    quote.kind = kind;
    quote.turn = turn;
    for (const piece& p : pieces) {
      parts_.push_back({p.where, row, p.role});
      if (p.role != quoth::part_role::content) continue;
      if (quote.where.end == 0) quote.where.begin = p.where.begin;
      quote.where.end = std::max(quote.where.end, p.where.end);
    }
  }

  // Views into this object, valid as long as it lives unchanged.
  article segment(std::string_view title = {}, std::string_view author = {}) {
    std::vector<std::uint32_t> starts;
    for (const quoth::turn& turn : turns_) {
      starts.push_back(turn.where.begin);
      starts.push_back(static_cast<std::uint32_t>(turn.words));
    }
    segmenter::segment_scratch scratch;
    segmenter::segmentation found;
    segmenter::segment(text_, resources_of(language_), starts, scratch, found);
    for (std::size_t i = 0; i < found.paragraphs.begins.size(); ++i) {
      paragraphs_.push_back({{found.paragraphs.begins[i], found.paragraphs.ends[i]}});
    }
    for (std::size_t i = 0; i < found.sentences.begins.size(); ++i) {
      sentences_.push_back(
          {{found.sentences.begins[i], found.sentences.ends[i]}, {found.sentences.paragraphs[i]}});
    }
    for (std::size_t i = 0; i < found.tokens.size(); ++i) {
      tokens_.push_back({{found.tokens.begins[i], found.tokens.ends[i]},
                         found.tokens.kinds[i],
                         {found.tokens.sentences[i]}});
    }
    return {text_,      language_, title,  author,  paragraphs_,
            sentences_, tokens_,   turns_, quotes_, parts_};
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  static const segmenter::language_resources& resources_of(const std::string& language) {
    static std::deque<std::string> contents;
    static std::map<std::string, segmenter::language_resources> loaded;
    const auto read = [](const std::string& name) -> std::optional<std::string_view> {
      std::ifstream file(places::source("/plugins/text_segmenter/resources/") + name,
                         std::ios::binary);
      if (!file) return std::nullopt;
      return contents.emplace_back(std::istreambuf_iterator<char>(file),
                                   std::istreambuf_iterator<char>());
    };
    const auto at = loaded.find(language);
    if (at != loaded.end()) return at->second;
    return loaded.emplace(language, segmenter::language_resources::load(language, read))
        .first->second;
  }

  std::string text_, language_;
  std::vector<quoth::paragraph> paragraphs_;
  std::vector<quoth::sentence> sentences_;
  std::vector<quoth::token> tokens_;
  std::vector<quoth::turn> turns_;
  std::vector<quoth::quote> quotes_;
  std::vector<quoth::quote_part> parts_;
};

}  // namespace quoth::speakers
