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

#include "denials.hpp"

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
  rows<quote_part> parts;
  rows<speaker> speakers;
};

class collector {
 public:
  // The views in the entry point into the layers; it is valid until the next call.
  //
  // Statements: the sentences of each turn, first-hand; each quotation outside turns, and each
  // quotation inside a turn that is somebody else's, which is second-hand via the turn's speaker.
  // Outside turns a quotation is second-hand where it is alleged, where it is told as a rumour, or
  // where somebody else passes it on, and a denial where the document denies that it was said.
  // Sentences that deny are denials by the speaker whom they are about. Where the author is known,
  // sentences in the first person outside quotations are the author's own words. What a fact-check
  // quotes to check it is no statement.
  const record::entry& collect(const document_layers& document, const reporting_words& denials);

 private:
  void take_document(const document_layers& d);
  void take_byline(const document_layers& d, const reporting_words& words);
  [[nodiscard]] static std::string_view signed_by(std::string_view line);
  [[nodiscard]] std::string_view name_after_by(std::string_view line, std::size_t by,
                                               const reporting_words& words) const;
  void take_author_of_title(const document_layers& d, const reporting_words& words);
  void take_speaker_of_title(const document_layers& d, const reporting_words& words);
  [[nodiscard]] std::string_view name_in_title(std::string_view title,
                                               const reporting_words& words);
  [[nodiscard]] bool is_mostly_own(const document_layers& d, const reporting_words& words);
  void take_interview(const document_layers& d, const reporting_words& words);
  void take_signature(const document_layers& d, const reporting_words& words);
  [[nodiscard]] bool is_letter(const document_layers& d, const reporting_words& words);
  [[nodiscard]] bool is_note(std::string_view line, const reporting_words& words);
  [[nodiscard]] bool is_in_first_person(std::string_view sentence, const reporting_words& words,
                                        std::uint32_t classes = reporting_words::own);
  [[nodiscard]] bool has_word(std::string_view text, std::uint32_t classes,
                              const reporting_words& words);
  void add_sentence(const document_layers& d, span where, std::string_view speaker);
  [[nodiscard]] bool is_speech(const reporting_words& words);
  [[nodiscard]] bool addresses(std::string_view line, const reporting_words& words);
  void take_turns(const document_layers& d);
  void take_quotes(const document_layers& d, const reporting_words& words);
  void take_denials(const document_layers& d, const reporting_words& words);
  void take_own_denial(const document_layers& d, std::uint32_t sentence, bool bare,
                       const reporting_words& words);
  void deny_announcement(const document_layers& d, const denial& found);
  void deny_rumour(const document_layers& d, span denied, bool bare, const reporting_words& words);
  [[nodiscard]] static bool is_direct(const document_layers& d, std::uint32_t at);
  [[nodiscard]] static bool is_person(const document_layers& d, std::string_view who);
  [[nodiscard]] static bool is_named_before(const document_layers& d, std::string_view who,
                                            std::uint32_t place);
  [[nodiscard]] std::string_view person_denying(const document_layers& d, span denied);
  [[nodiscard]] bool tells_of_told(const document_layers& d, std::uint32_t at,
                                   const reporting_words& words);
  void deny_turn_before(const document_layers& d, span denied, span subject,
                        const reporting_words& words);
  [[nodiscard]] static std::uint32_t turn_at(const document_layers& d, span where);
  [[nodiscard]] std::string_view quoted_in(std::string_view turn, const reporting_words& words,
                                           bool reported);
  [[nodiscard]] std::string_view told_before(const document_layers& d, std::uint32_t turn,
                                             const reporting_words& words);
  [[nodiscard]] bool is_handed_on(const document_layers& d, std::uint32_t at,
                                  const reporting_words& words);
  [[nodiscard]] bool is_told_of(const reporting_words& words) const;
  [[nodiscard]] bool is_opinion(const reporting_words& words);
  void take_author(const document_layers& d, const reporting_words& words);
  void drop_frames();
  void add_denial(std::string_view speaker, std::string_view via, std::string_view text,
                  span where);
  [[nodiscard]] std::string_view role_of(std::string_view speaker, std::string_view label) const;
  [[nodiscard]] std::string_view role_in_title(std::string_view speaker) const;
  void take_headline_roles();
  [[nodiscard]] static std::string_view role_at_end(std::string_view headline);
  [[nodiscard]] static bool is_turn(const document_layers& d, std::uint32_t quote);
  [[nodiscard]] std::string_view name_of(const document_layers& d, std::uint32_t quote) const;
  [[nodiscard]] std::string_view name_in(const document_layers& d, span subject) const;
  [[nodiscard]] std::string_view speaker_in(const document_layers& d, span subject) const;
  [[nodiscard]] static std::string_view described_in(const document_layers& d, span subject);
  [[nodiscard]] std::string_view speaker_at(const document_layers& d, span where) const;
  [[nodiscard]] std::string_view speaker_of_turn(const document_layers& d,
                                                 std::uint32_t turn) const;
  void take_roles(const document_layers& d);
  [[nodiscard]] record::statement_entry statement_of(const document_layers& d, std::uint32_t quote,
                                                     const reporting_words& words);
  [[nodiscard]] bool is_interview(const document_layers& d, std::uint32_t quote,
                                  std::string_view via, const reporting_words& words);
  void find_contents(const document_layers& d);
  [[nodiscard]] std::string_view words_of(const document_layers& d, std::uint32_t quote);
  void find_reporters(const document_layers& d, const reporting_words& words);
  [[nodiscard]] bool opens_report(const document_layers& d, std::uint32_t quote, span source,
                                  const reporting_words& words);
  [[nodiscard]] bool is_hearsay(const document_layers& d, std::uint32_t quote,
                                const reporting_words& words);
  [[nodiscard]] std::string frame_of(const document_layers& d, std::uint32_t quote) const;
  [[nodiscard]] span within_quotation(const document_layers& d, span where) const;
  struct spread_words {
    span sentence, words;  // empty: none
  };
  [[nodiscard]] spread_words spread_before(const document_layers& d, span denied,
                                           const reporting_words& words);
  [[nodiscard]] spread_words quoted_before(const document_layers& d, span denied,
                                           const reporting_words& words);
  [[nodiscard]] spread_words shown_before(const document_layers& d, span denied,
                                          std::string_view who, const reporting_words& words);
  void deny_spread_of_person(const document_layers& d, span denied, const reporting_words& words);
  void deny_spread(const document_layers& d, const spread_words& spread, span denied,
                   std::string_view who);
  [[nodiscard]] static std::string_view person_in(const document_layers& d, span where);
  [[nodiscard]] static bool names(const document_layers& d, span where, std::string_view who);
  void take_denial_of_told(const document_layers& d, span denied, span subject,
                           const reporting_words& words);
  void deny_reports(std::string_view speaker, std::uint32_t before);
  [[nodiscard]] span source_of(const document_layers& d, std::uint32_t at) const;
  [[nodiscard]] bool is_of_author(const document_layers& d, std::uint32_t at,
                                  const reporting_words& words);
  [[nodiscard]] std::string_view with_denied_verb(const document_layers& d, std::uint32_t at,
                                                  const reporting_words& words);
  [[nodiscard]] bool is_reviewed(std::string_view text) const;
  [[nodiscard]] bool is_own_outlet(std::string_view via) const;

  record::entry entry_;
  std::uint32_t byline_end_ = 0;           // of a byline in the text, in bytes
  std::uint32_t signature_ = 0;            // where one that ends the text begins
  bool opinion_ = false;                   // whether the headline says whose opinion the text is
  std::vector<std::uint32_t> speaker_of_;  // quote → row of speaker, or none
  denial_finder finder_;
  record::word_list words_;
  std::vector<std::uint32_t> quote_of_;  // turn → the quote that it is, or none
  // quote → who says that it was said; empty: nobody but the document
  std::vector<std::string_view> reporter_of_;
  std::vector<span> cue_of_;             // quote → its cue, where that is a word and no mark
  std::vector<std::uint32_t> in_order_;  // quotes by their begin
  struct content_piece {
    std::uint32_t quote;
    span where;
  };
  std::vector<content_piece> contents_;  // the pieces of quotations, quote by quote
  std::deque<std::string> joined_;       // words of interrupted quotations
};

}  // namespace quoth::record_writing
