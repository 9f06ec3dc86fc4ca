// Articles for tests, with their quotations marked in the text:
//
//   <q1>“We won,”</q> <c1>said</c> <s1>Maria Lindqvist</s>. <q1>“At last.”</q>
//
// q is content, c the cue and s the source of the quotation of that number; i for indirect
// content. The marks are taken out before the text is read.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "attribution.hpp"
#include "segmented_article.hpp"
#include "shipped_lexicons.hpp"

namespace quoth::speakers {

class marked_article {
 public:
  explicit marked_article(std::string_view marked, std::string language = "en") {
    std::string text;
    std::map<int, quotation> quotations;
    int open = 0;
    char kind = 0;
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < marked.size(); ++i) {
      const bool opens = marked[i] == '<' && i + 3 < marked.size() && marked[i + 3] == '>';
      if (opens && marked[i + 1] != '/') {
        kind = marked[i + 1];
        open = marked[i + 2] - '0';
        begin = static_cast<std::uint32_t>(text.size());
        i += 3;
      } else if (opens) {
        const quoth::span where{begin, static_cast<std::uint32_t>(text.size())};
        quotation& q = quotations[open];
        q.indirect = q.indirect || kind == 'i';
        q.pieces.push_back({kind == 'c'   ? quoth::part_role::cue
                            : kind == 's' ? quoth::part_role::source
                                          : quoth::part_role::content,
                            where});
        i += 3;
      } else {
        text += marked[i];
      }
    }
    article_.emplace(std::move(text), std::move(language));
    for (const auto& [number, q] : quotations) {
      article_->add_quote(q.indirect ? quoth::quote_kind::indirect : quoth::quote_kind::direct,
                          q.pieces);
    }
  }

  segmented_article& rows() { return *article_; }

  // The speakers, one a quotation; texts valid until the next call.
  const std::vector<quoth::speaker>& speakers(std::string_view title = {},
                                              std::string_view author = {}) {
    view_ = article_->segment(title, author);
    return attribute_(view_).speakers;
  }
  const std::vector<quoth::name>& names(std::string_view title = {}) {
    view_ = article_->segment(title);
    return attribute_(view_).names;
  }

 private:
  struct quotation {
    bool indirect = false;
    std::vector<segmented_article::piece> pieces;
  };
  std::optional<segmented_article> article_;
  article view_;
  attributor attribute_{shipped_lexicons()};
};

// "NAME", or "NAME via VIA", or "nobody": short enough to compare in one line.
inline std::string told(const quoth::speaker& s) {
  std::string result(s.name.value_or("nobody"));
  if (s.via) result += " via " + std::string(*s.via);
  return result;
}

inline std::vector<std::string> speakers_of(std::string_view marked, std::string language = "en") {
  marked_article article(marked, std::move(language));
  std::vector<std::string> result;
  for (const quoth::speaker& s : article.speakers()) result.push_back(told(s));
  return result;
}

}  // namespace quoth::speakers
