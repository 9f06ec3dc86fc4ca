// From the layers of a document to its entry in the record.
//
// Thread rule: pure but for the scratch memory of a collector, which belongs to one thread.
#pragma once

#include <deque>
#include <quoth/plugin.hpp>
#include <record/entry.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::record_writing {

struct document_layers {
  std::string_view text;
  rows<document_row> document;
  rows<review> reviews;
  rows<language> languages;
  rows<turn> turns;
  rows<sentence> sentences;
  rows<name> names;
  rows<quote> quotes;
  rows<speaker> speakers;
};

class collector {
 public:
  // The views in the entry point into the layers; it is valid until the next call.
  //
  // Statements: the sentences of each turn, first-hand; each quotation outside turns, and each
  // quotation inside a turn that is somebody else's, which is second-hand via the turn's speaker.
  // Outside turns a quotation is second-hand where it is alleged or another outlet is its source,
  // and a denial where the document denies that it was said.
  const record::entry& collect(const document_layers& document);

 private:
  void take_document(const document_layers& d);
  void take_turns(const document_layers& d);
  void take_quotes(const document_layers& d);
  void take_roles(const document_layers& d);
  [[nodiscard]] record::statement_entry statement_of(const document_layers& d, std::uint32_t quote);
  [[nodiscard]] bool is_own_outlet(std::string_view via) const;

  record::entry entry_;
  std::vector<std::uint32_t> speaker_of_;  // quote → row of speaker, or none
  std::vector<std::uint32_t> quote_of_;    // turn → the quote that it is, or none
};

}  // namespace quoth::record_writing
