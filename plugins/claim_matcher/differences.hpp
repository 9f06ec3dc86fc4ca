// What an alignment amounts to: rows for layer `diff`, and figures for rating the match.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "agreement.hpp"
#include "alignment.hpp"

namespace quoth::matching {

struct changed_stretch;

struct difference {
  diff_op op;
  std::string_view text;  // of the claim's text (same, claimed) or the statement's (record)
  diff_change change;
};

// How the claim gives the words: a change of person or tense is an edit in reported speech.
enum class manner : std::uint8_t { quoted, reported };

struct resemblance {
  double aligned = 0.0;       // share of the claim's weight that stands in the statement, in order
  double anywhere = 0.0;      // the same, in any order
  double open = 0.0;          // share of the claim's weight left over at its beginning or its end
  double own = 0.0;           // share of the aligned piece's words that the claim does not have
  double mass = 0.0;          // weight of the words that agree
  double around = 0.0;        // weight of the claim's words that stand around the statement only
  std::uint32_t longest = 0;  // words in the longest run of equal words …
  std::uint32_t run_at = 0;   // … and where in the claim it begins
  std::uint32_t run_in_record = 0;  // … and a byte of the statement in the middle of it
  std::uint32_t open_at = 0;        // where in the claim what is left over there begins …
  std::uint32_t open_end = 0;       // … and ends, in words
  bool faithful = false;            // all of the claim is there, and no difference but edits
  bool changed = false;             // a difference that changes the meaning
  bool negated = false;             // one of them is a negation
  double told = 0.0;      // as anywhere, of the words that are no numbers, nor counted by one
  bool replaced = false;  // of reported words: all is told in the statement's words but one that
                          // carries meaning, which stands where the statement has another
  agreement agrees;       // of reported words

  // Weight of the words that tell that the two are of one thing. What denies the claim is often
  // the short answer to a question that has its words.
  [[nodiscard]] double evidence() const noexcept {
    return agrees.contradicts() ? mass + around : mass;
  }
};

// Belongs to one thread; keeps its memory between comparisons.
class comparer {
 public:
  // Aligns and measures. All must live until the rows have been used.
  const resemblance& compare(const wording& claim, const wording& record, manner how,
                             const surroundings& around = {});

  // The differences of the last comparison that change the same: how many of them have words of the
  // claim, and how many of the statement.
  struct change_count {
    std::uint32_t claimed = 0, recorded = 0;
  };
  [[nodiscard]] change_count count(diff_change change) const;

  // Takes what changes the meaning for words in place of others: where the claim was found to say
  // the same, the rows are there to be read.
  void forgive_changes();

  // The rows of the last comparison. The texts of same and claimed rows in order spell the claim;
  // those of same and record rows stand in the statement in their order.
  const std::vector<difference>& rows();

 private:
  // Consecutive steps that are all equal pairs, or all not; one unit in place of another is a piece
  // by itself.
  struct piece {
    std::size_t begin, end;
    bool equal;
    diff_change change;
  };

  void measure();
  [[nodiscard]] bool is_of_setting(const unit_of_text& unit) const;
  [[nodiscard]] double weight_of(const unit_of_text& unit) const noexcept;
  void take_denials_beside();
  [[nodiscard]] std::int32_t denial_before(std::int32_t first) const;
  [[nodiscard]] std::int32_t insertion_before(std::int32_t at) const;
  [[nodiscard]] bool is_denied_behind(std::int32_t last) const;
  [[nodiscard]] std::string_view between(std::int32_t word, std::int32_t next) const;
  void find_pieces();
  void forgive_negations();
  [[nodiscard]] bool denies_other_clause(const piece& here) const;
  void forgive_numbers();
  [[nodiscard]] bool counts_setting(const piece& here) const;
  [[nodiscard]] bool is_unit_exchange(std::size_t at) const;
  void find_exchanges();
  [[nodiscard]] changed_stretch stretch_of(const piece& here) const;
  [[nodiscard]] bool says_something(const piece& here) const;
  [[nodiscard]] bool is_replacement(const piece& here) const;
  [[nodiscard]] bool replaces_word() const;
  [[nodiscard]] bool is_equal(std::size_t at) const;
  void spell_piece(std::size_t at);
  void spell_equal(const piece& here, std::uint32_t claim_end, std::uint32_t record_end);
  void add_row(diff_op op, std::uint32_t begin, std::uint32_t end, diff_change change);

  const wording* claim_ = nullptr;
  const wording* record_ = nullptr;
  manner how_ = manner::quoted;
  surroundings around_;
  aligner aligner_;
  std::vector<step> steps_;
  std::size_t beside_ = 0;        // how many of them are of a denial beside the claim's words
  std::int32_t denied_from_ = 0;  // the first of these words, in the statement
  resemblance result_;
  std::vector<piece> pieces_;
  std::vector<difference> rows_;
};

}  // namespace quoth::matching
