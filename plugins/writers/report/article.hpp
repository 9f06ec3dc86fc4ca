// One document of the report: its heading, its claims in brief, its text with the quotations
// marked, its verdicts with their evidence.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "writers/document_layers.hpp"
#include "writers/interface.hpp"
#include "writers/report/entries.hpp"

namespace quoth::writers {

struct article_options {
  // In bytes: of longer texts only the passages around quotations are shown.
  std::uint32_t longest_text = 100'000;
};

// Renders articles. One instance a thread: it keeps its memory between documents.
class article {
 public:
  // The document that is rendered next; its layers must live until then.
  void begin(const document_layers& d);
  [[nodiscard]] const std::vector<entry>& entries() const { return entries_; }

  // Appends an <article>. Ids in it are dN, dNc1 or dNq1, where N is written as document_number.
  // `language` is the position in `languages` of the one to write in.
  void render(const interface_languages& languages, std::size_t language,
              const article_options& options, std::string& out) const;

 private:
  document_layers d_;
  row_groups rows_;
  std::vector<entry> entries_;

  friend class article_markup;
};

}  // namespace quoth::writers
