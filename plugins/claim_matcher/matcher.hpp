// What the record holds that resembles a claim, best first.
//
// Thread rule: an opened_record is immutable and shared; a matcher belongs to one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <quoth/layers.hpp>
#include <record/catalogue.hpp>
#include <record/lookup.hpp>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "candidates.hpp"
#include "considered.hpp"
#include "differences.hpp"
#include "documents.hpp"
#include "relevance.hpp"
#include "retelling.hpp"
#include "senses.hpp"
#include "setting.hpp"

namespace quoth::matching {

// What all matchers of a step share.
struct opened_record {
  std::filesystem::path path;
  record::catalogue speakers;
  std::map<std::string, senses, std::less<>> languages;
  std::shared_ptr<const concept_table> concepts{};
  std::vector<std::string> in_record{};                 // languages of its documents
  std::shared_ptr<const retelling_model> retellings{};  // null: rules alone tell what is told
  // By languages: what reads claims and statements of it beside the trees.
  std::map<std::string, std::shared_ptr<const cross_encoder_model>, std::less<>> networks{};

  // The senses of a language; those of no language where there is no lexicon.
  [[nodiscard]] const senses& language(std::string_view lang) const;
};

struct wanted {
  std::string_view text;
  std::span<const span> aside{};  // bytes of it that tell whose words they are
  std::string_view cue{};         // what reports it: asks for
  std::string_view lang;          // ISO 639-1
  manner how = manner::quoted;
  bool is_whole_text = false;                  // of a post, attribution and all
  std::uint32_t speaker = record::no_speaker;  // in the catalogue
  std::string_view speaker_name;               // as the claim will name it; empty: unknown
  std::string_view day;                        // of the document, ISO 8601
  std::string_view title;                      // of the document
  std::string_view url;                        // of the document
  bool in_post = false;                        // a part of a short text
  bool denied = false;                         // the document has a "not" before the words
  std::string_view document;                   // id: never evidence for its own claims …
  std::string_view document_text;              // … which another document of that id may be
};

struct owned_difference {
  diff_op op;
  std::string text;
  diff_change change;
};

struct found_match {
  std::string record, url, date, speaker, text, via, outlet, title, rating;  // empty: none
  std::string after;  // the sentence of its turn behind the text; empty: none
  match_kind kind = match_kind::statement;
  match_relation relation = match_relation::related;
  match_hand hand = match_hand::first;
  double score = 0.0;
  std::int64_t appearances = 1;
  std::vector<owned_difference> differences;
  std::vector<float> features;  // features_of_retellings, where retellings are judged by them
  std::optional<cross_encoder::likelihoods> read;  // by the network of the language
};

class matcher {
 public:
  matcher(std::shared_ptr<const opened_record> shared, std::size_t top);

  // Sees from here on what has been committed to the record by now.
  void refresh() { book_.refresh(); }

  // At most `top` matches; valid until the next call.
  const std::vector<found_match>& match(const wanted& claim);
  // Whether a speaker of a small record says something in a document of the house that an office is
  // of: see record::is_of_house. False in a large record.
  [[nodiscard]] bool speaks_for_house(std::uint32_t speaker, std::string_view office);

 private:
  void consider_statements(const wanted& claim);
  void add_candidates(const wanted& claim, wording& words);
  void add_own(const wanted& claim);
  void take_statements(const wanted& claim);
  [[nodiscard]] double worth_to_post(considered& one, double strength, manner how,
                                     const senses& language);
  void consider_reviews(const wanted& claim);
  [[nodiscard]] bool checks_speaker(const wanted& claim);
  void read_query(const wanted& claim);
  void extend_passages(const wanted& claim);
  [[nodiscard]] bool try_passage(const wanted& claim, considered& one, int direction);
  [[nodiscard]] bool is_retelling(const wanted& claim, const considered& one, manner how);
  [[nodiscard]] retelling read_retelling(const wanted& claim, const considered& one,
                                         const resemblance& alike);
  [[nodiscard]] static bool bears_on(const considered& one);
  void read_by_network(const wanted& claim);
  [[nodiscard]] manner manner_of(const wanted& claim, const considered& one);
  [[nodiscard]] static bool is_translated(const wanted& claim, std::string_view lang);
  [[nodiscard]] bool may_be_retold_in(const wanted& claim, std::string_view lang) const;
  void read_statement(const wanted& claim, const considered& one, std::string_view lang);
  void rate_statement(const wanted& claim, considered& one);
  [[nodiscard]] std::span<const std::uint64_t> setting_of(const wanted& claim,
                                                          const considered& one);
  [[nodiscard]] double nearness(std::int64_t document);
  [[nodiscard]] bool names(const wanted& claim, std::uint32_t speaker);
  [[nodiscard]] bool has_name(const wanted& claim, std::string_view name) const;
  void write_out(const wanted& claim);
  [[nodiscard]] std::string_view speaker_name(const wanted& claim, std::int64_t name);

  std::shared_ptr<const opened_record> shared_;
  std::size_t top_;
  record::lookup book_;
  documents documents_;  // of this claim
  candidate_finder finder_;
  wording claim_, record_, name_, cue_;
  setting_reader setting_;
  wording query_, title_;            // of a whole post
  wording* sought_words_ = nullptr;  // the words to look up: claim_ or query_
  bool titled_ = false;              // title_ is looked up too
  bool by_words_ = false;            // the claim is a quotation, or has one
  std::optional<std::chrono::sys_days> day_;
  relevance sought_;
  comparer comparer_;
  std::vector<float> features_;  // of the retelling judged last
  std::map<std::string, cross_encoder, std::less<>> networks_;
  std::string text_;        // the claim's text without addresses
  std::string query_text_;  // what query_ was read from
  std::vector<candidate> candidates_, found_;
  std::vector<std::string> retold_in_;  // languages in which the claim may be told in other words
  std::unordered_set<std::uint32_t> rows_;  // of the candidates taken so far
  std::vector<considered> considered_;
  std::map<std::int64_t, double> nearness_;        // of documents, to the claim's day
  std::unordered_map<std::uint32_t, bool> named_;  // speaker → whether the claim has them
  std::vector<found_match> matches_;
};

}  // namespace quoth::matching
