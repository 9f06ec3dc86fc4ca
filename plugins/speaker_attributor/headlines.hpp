// The offices that the words of a text, or of its headline, give to the people whom it names.
#pragma once

#include <quoth/layers.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "sources.hpp"
#include "via.hpp"

namespace quoth::speakers {

// Reads the words, names and roles of `from` into `into`, which keeps its memory from call to call.
void read_names(const article& from, const lexicon& language, reading& into);

// The words of the title before a name, or of the office that words around it give; "Mr" says less
// than an office. Empty where there are none.
[[nodiscard]] word_range role_beside(const reading& of, const mention& m);

// The people that a headline names with an office: Press conference with [Ida Roe], [head of the
// Harbour Authority]. The headline is read as a text of its own.
//
// Thread rule: one instance a thread; it keeps its memory from headline to headline.
class headline_offices {
 public:
  struct held {
    std::string name, role;  // the name in the nominative
  };
  // `code` is the language's, ISO 639-1.
  void read(std::string_view title, std::string_view code, const lexicon& language);
  [[nodiscard]] const std::vector<held>& all() const noexcept { return held_; }
  // The role that the headline read last gives with a name, or nothing.
  [[nodiscard]] std::string_view of(std::string_view name) const;

 private:
  reading reading_;
  std::vector<quoth::token> tokens_;
  std::vector<held> held_;
};

}  // namespace quoth::speakers
