// A document as read so far: everything that the steps after references look at.
#pragma once

#include <cstdint>
#include <vector>

#include "references.hpp"

namespace quoth::speakers {

struct reading {
  const article* from = nullptr;
  const lexicon* language = nullptr;
  word_list list;
  vocabulary entries;
  std::vector<mention> mentions;
  entity_table table;
  std::vector<reference> references;

  // Whether the word is the "and" of the language.
  [[nodiscard]] bool is_and(std::uint32_t i) const {
    const word& w = list.words[i];
    return w.form == shape::lower && entries.lower(w.entry) == language->and_word();
  }
};

}  // namespace quoth::speakers
