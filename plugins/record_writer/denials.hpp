// Sentences which say that somebody did not say something: "The president did not say in Miren, or
// anywhere else, that the strait would be closed." And words around a quotation which say that it
// is hearsay: "so the story goes".
//
// Thread rule: a lexicon is immutable and shared; finding is a pure function of its scratch.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <record/words.hpp>
#include <string>
#include <string_view>
#include <text/lexicon.hpp>
#include <utility>
#include <vector>

namespace quoth::record_writing {

// The words of one language, from reporting.tsv; its classes are told in its first lines.
class reporting_words {
 public:
  enum word_class : std::uint32_t {
    negates = 1,
    says = 2,
    denies = 4,
    opens = 8,
    own = 16,
    told = 32,
    passes_on = 64,
    byline = 128,
    between = 256,
    refers = 512,
    points = 1024,
    announces = 2048,
    no = 4096,
    partly = 8192,
    participle = 16384,
    opinion = 32768,
    ends_reach = 65536,
    never = 131072,
    asks = 262144,
    object = 524288,
    makes = 1048576,
    remark = 2097152,
    fake = 4194304,
    these = 8388608,
    relative = 16777216,
    tells = 33554432,
    speech = 67108864,
    note = 134217728,
    interview = 268435456,
    to = 536870912,
    mine = 1073741824,
    address = 2147483648
  };

  reporting_words() = default;
  // Throws text::lexicon_error.
  explicit reporting_words(const text::lexicon& entries);
  [[nodiscard]] std::uint32_t classes_of(std::string_view norm) const noexcept;
  [[nodiscard]] bool empty() const noexcept { return words_.size() == 0; }
  // Whether a comma right behind the verb begins what was not said.
  [[nodiscard]] bool comma_opens() const noexcept { return comma_opens_; }
  // Whether the words have one of the phrases of rumour in them.
  [[nodiscard]] bool tell_rumour(const record::word_list& words) const;
  // The same of the phrases behind a quotation which tell that it was handed on: "who had it from".
  [[nodiscard]] bool tell_chain(const record::word_list& words) const;
  // Whether they begin by saying that what was told before is not so: "that is not true", but not
  // "it is not true that …".
  [[nodiscard]] bool tell_untrue(const record::word_list& words) const;
  // Whether they begin as the first line of a letter does: "Dear all".
  [[nodiscard]] bool open_letter(const record::word_list& words) const;
  // Where one of the phrases stands that denies all that was told, "nothing of the kind": its first
  // word and one past its last; equal where there is none.
  [[nodiscard]] std::pair<std::size_t, std::size_t> nothing_in(
      const record::word_list& words) const;
  // The same of the phrases that say that something is told everywhere: "has been going round".
  [[nodiscard]] std::pair<std::size_t, std::size_t> spread_in(const record::word_list& words) const;
  // How many words from `at` on are a negation ("never", "at no time"); 0 where none stands there.
  [[nodiscard]] std::size_t negation_at(const record::word_list& words, std::size_t at) const;
  // The same of several words that begin what was not said: "according to which".
  [[nodiscard]] std::size_t opening_at(const record::word_list& words, std::size_t at) const;

 private:
  using phrase = std::vector<std::string>;  // "*" stands for any words between
  [[nodiscard]] std::vector<phrase>* phrases_of(std::string_view name, std::string_view words);
  [[nodiscard]] static std::pair<std::size_t, std::size_t> first_of(
      const std::vector<phrase>& phrases, const record::word_list& words);
  [[nodiscard]] static std::size_t longest_at(const std::vector<phrase>& phrases,
                                              const record::word_list& words, std::size_t at);
  [[nodiscard]] static bool has(const phrase& one, const record::word_list& words);
  [[nodiscard]] static std::size_t find_part(std::span<const std::string> part,
                                             const record::word_list& words, std::size_t first);

  text::word_table words_;
  std::vector<phrase> rumours_, chains_, nothings_, untrue_, spreads_, negations_, openings_,
      salutations_;
  bool comma_opens_ = false;
};

struct denial {
  span subject;      // the words before the denial, auxiliaries aside; empty where there are none
  span content;      // what was not said; empty: "I never said that"
  bool own = false;  // in the first person
  bool refers = false;  // to what was told before: "she never said this"; no content then
  bool fake = false;    // refers, and does not tell whose words they are: "the remark is invented"
  bool untrue = false;  // refers, to what may be nobody's words: "that is not true"
  bool bare = false;    // in the first person, with nothing said but "that": "I never said that"
};

// Finds denials. Belongs to one thread; keeps its memory between sentences.
class denial_finder {
 public:
  // False where the sentence denies nothing. `where` is its place in the text.
  bool find(std::string_view text, span where, std::string_view lang, const reporting_words& words,
            denial& out);

  // The same of what somebody has not announced, promised or threatened: "has not announced a
  // toll", „hat keine Maut angekündigt“. The content begins or ends with the verb.
  bool find_unannounced(std::string_view text, span where, std::string_view lang,
                        const reporting_words& words, denial& out);

 private:
  [[nodiscard]] bool denies_all(const reporting_words& words, std::size_t& first,
                                std::size_t& said) const;
  [[nodiscard]] bool refers_back(const reporting_words& words, std::size_t negation,
                                 std::size_t said) const;
  [[nodiscard]] bool points_back(const reporting_words& words, std::size_t at) const;
  [[nodiscard]] bool is_negated(const reporting_words& words, std::size_t denies) const;
  [[nodiscard]] bool points_at(const reporting_words& words, std::size_t at) const;
  [[nodiscard]] bool in_relative_clause(const reporting_words& words, std::size_t negation) const;
  [[nodiscard]] std::size_t words_not_made(const reporting_words& words, bool& fake) const;

  record::word_list list_;
};

}  // namespace quoth::record_writing
