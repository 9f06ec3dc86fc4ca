#include "change.hpp"

#include <algorithm>
#include <vector>

namespace quoth::matching {

namespace {

using units = std::vector<const unit_of_text*>;

[[nodiscard]] bool any(const units& words, std::uint32_t classes) {
  return std::ranges::any_of(words, [&](const auto* u) { return (u->classes & classes) != 0; });
}

[[nodiscard]] std::size_t count(const units& words, std::uint32_t classes) {
  return static_cast<std::size_t>(
      std::ranges::count_if(words, [&](const auto* u) { return (u->classes & classes) != 0; }));
}

[[nodiscard]] bool agree(const unit_of_text& a, const unit_of_text& b) {
  return a.stem == b.stem || (a.same != 0 && a.same == b.same) ||
         (a.head != 0 && a.head == b.head) || (a.like != 0 && a.like == b.like);
}

// Whether each word of `a` in these classes has one in `b` that agrees with it.
[[nodiscard]] bool covered(const units& a, const units& b, std::uint32_t classes) {
  return std::ranges::all_of(a, [&](const auto* x) {
    return (x->classes & classes) == 0 ||
           std::ranges::any_of(b, [&](const auto* y) { return agree(*x, *y); });
  });
}

class stretch_reader {
 public:
  stretch_reader(const changed_stretch& stretch, const wording& claim, const wording& record,
                 manner how)
      : stretch_(stretch), claim_(claim), record_(record), how_(how) {
    for (const step& s : stretch.steps) {
      const auto* claimed = s.claim == nothing ? nullptr : &claim.units()[s.claim];
      const auto* recorded = s.record == nothing ? nullptr : &record.units()[s.record];
      if (claimed != nullptr && (claimed->flags & record::in_brackets) != 0) {
        bracketed_ = true;
        claimed = nullptr;
      }
      // One word in two forms; in reported speech also one of the same meaning.
      if (claimed != nullptr && recorded != nullptr &&
          s.likeness >= (how == manner::reported ? 0.65F : 0.9F)) {
        continue;
      }
      if (claimed != nullptr) claimed_.push_back(claimed);
      if (recorded != nullptr) recorded_.push_back(recorded);
    }
  }

  [[nodiscard]] diff_change read() const {
    if (is_declared()) return diff_change::edit;
    if (changes_negation()) return diff_change::negation;
    if (const diff_change change = number_change(); change != diff_change::none) return change;
    if (differ(month_or_day)) return diff_change::date;
    if (differ(country)) return diff_change::country;
    if (differ(unit)) return diff_change::unit;
    if (loses_number()) return diff_change::number;
    if (changes_person()) return diff_change::person;
    if (is_reversed()) return diff_change::negation;
    if (changes_condition()) return diff_change::condition;
    if (changes_certainty()) return diff_change::certainty;
    if (changes_quantity() || changes_choice()) return diff_change::quantifier;
    return is_small() ? diff_change::edit : diff_change::words;
  }

 private:
  // An ellipsis or brackets say that something was left out or put in. Leaving out just a "not" is
  // no abridgement.
  [[nodiscard]] bool is_declared() const {
    if (!claimed_.empty()) return false;
    if (bracketed_) return true;
    const bool gap = stretch_.after != nullptr && (stretch_.after->flags & record::after_gap) != 0;
    return gap && !(recorded_.size() <= 2 && any(recorded_, negation));
  }

  // Whether a sentence of the statement ends in the stretch and another word of it follows.
  [[nodiscard]] bool crosses_sentences() const {
    return recorded_.size() > 1 &&
           std::any_of(recorded_.begin() + 1, recorded_.end(), [](const unit_of_text* u) {
             return (u->flags & record::sentence_start) != 0;
           });
  }

  // What reported words pass over in other sentences denies nothing of them.
  [[nodiscard]] bool changes_negation() const {
    if (how_ == manner::reported && crosses_sentences()) return false;
    return (count(claimed_, negation) + count(recorded_, negation)) % 2 != 0;
  }

  [[nodiscard]] diff_change number_change() const {
    const auto is_number = [](const auto* u) { return u->is_number; };
    const auto claimed = std::ranges::find_if(claimed_, is_number);
    if (claimed == claimed_.end()) return diff_change::none;
    const double value = (*claimed)->value;
    const auto recorded = std::ranges::find_if(recorded_, is_number);
    if (recorded != recorded_.end()) {
      const double real = (*recorded)->value;
      if (value == real) return diff_change::none;
      if (is_approximate() && value >= 0.8 * real && value <= 1.25 * real) return diff_change::none;
    } else if (how_ == manner::reported && recorded_.empty() && claimed_.size() == 1) {
      return diff_change::number;
    } else if (how_ == manner::reported && is_elsewhere(value)) {
      return diff_change::none;  // whether it is told of the same is for agreement_of
    }
    return beside_month() ? diff_change::date : diff_change::number;
  }

  // Eleven hours before the train left, where the statement has: the train left at eleven.
  [[nodiscard]] bool is_elsewhere(double value) const {
    const auto times = [&](const wording& words) {
      return std::ranges::count_if(
          words.units(), [&](const unit_of_text& u) { return u.is_number && u.value == value; });
    };
    return times(claim_) <= times(record_);
  }

  // Four million over [three] years, four million [a] year: the same unit, of which the claim has
  // one.
  [[nodiscard]] bool loses_number() const {
    return std::ranges::any_of(stretch_.steps, [&](const step& s) {
      if (s.claim <= 0 || s.record <= 0) return false;
      const unit_of_text& claimed = claim_.units()[s.claim];
      const unit_of_text& recorded = record_.units()[s.record];
      const unit_of_text& before = claim_.units()[s.claim - 1];
      const unit_of_text& counted = record_.units()[s.record - 1];
      return (claimed.classes & unit) != 0 && claimed.same == recorded.same && counted.is_number &&
             counted.value != 1.0 && !before.is_number && (before.classes & function_word) != 0;
    });
  }

  [[nodiscard]] bool is_approximate() const {
    return any(claimed_, approximation) ||
           (stretch_.before != nullptr && (stretch_.before->classes & approximation) != 0);
  }

  [[nodiscard]] bool beside_month() const {
    const auto is_month = [](const unit_of_text* u) {
      return u != nullptr && (u->classes & month_or_day) != 0;
    };
    return is_month(stretch_.before) || is_month(stretch_.after) || any(claimed_, month_or_day);
  }

  // Whether both sides have words of these classes, and not the same ones.
  [[nodiscard]] bool differ(std::uint32_t classes) const {
    return any(claimed_, classes) && (any(recorded_, classes) || has_name(recorded_)) &&
           !covered(claimed_, recorded_, classes);
  }

  // "I" has a capital and is no name.
  [[nodiscard]] static bool has_name(const units& words) {
    return std::ranges::any_of(
        words, [](const auto* u) { return (u->classes & (proper | pronoun)) == proper; });
  }

  [[nodiscard]] bool changes_person() const {
    if (has_name(claimed_) && has_name(recorded_) && !covered(claimed_, recorded_, proper)) {
      return true;
    }
    return how_ == manner::quoted && claimed_.size() == 1 && recorded_.size() == 1 &&
           any(claimed_, pronoun) && any(recorded_, pronoun);
  }

  // for and against, before and after: where few words stand for few.
  [[nodiscard]] bool is_reversed() const {
    if (claimed_.size() > most_small || recorded_.size() > most_small) return false;
    const auto poles = [](const units& words) {
      std::uint32_t all = 0;
      for (const auto* word : words) all |= word->classes;
      return all;
    };
    const std::uint32_t claimed = poles(claimed_);
    const std::uint32_t recorded = poles(recorded_);
    return (opposites(claimed & ~recorded) & recorded & ~claimed) != 0;
  }

  [[nodiscard]] bool changes_condition() const {
    return any(claimed_, condition) != any(recorded_, condition);
  }

  // may and will; perhaps and nothing. In reported speech will and would are one word.
  [[nodiscard]] bool changes_certainty() const {
    constexpr std::uint32_t plain = certainty | function_word;  // will, can, must
    const auto hedges = [](const units& words) {
      return std::ranges::any_of(words, [](const auto* u) {
        return (u->classes & plain) == certainty;  // perhaps, probably
      });
    };
    if (any(claimed_, certainty) && any(recorded_, certainty)) {
      return !covered(claimed_, recorded_, certainty) || !covered(recorded_, claimed_, certainty);
    }
    return hedges(claimed_) != hedges(recorded_) && how_ == manner::quoted;
  }

  [[nodiscard]] bool changes_quantity() const {
    if (any(claimed_, quantifier) && any(recorded_, quantifier)) {
      return !covered(claimed_, recorded_, quantifier);
    }
    return how_ == manner::quoted && (any(claimed_, quantifier) || any(recorded_, quantifier)) &&
           claimed_.size() + recorded_.size() <= 2;
  }

  // The fee [or] a place, the fee [and] a place. Neither of two is denied by "or" as by "and".
  [[nodiscard]] bool changes_choice() const {
    const std::size_t most = how_ == manner::reported ? 1 : most_small;
    if (claimed_.size() > most || recorded_.size() > most) return false;
    const std::uint32_t both = likes_of("and");
    const std::uint32_t either = likes_of("or");
    const auto has = [](const units& words, std::uint32_t like) {
      return std::ranges::any_of(words, [&](const auto* u) { return u->like == like; });
    };
    const bool joined = has(claimed_, both) && !has(claimed_, either);
    const bool parted = has(claimed_, either) && !has(claimed_, both);
    const bool changed = (joined && has(recorded_, either) && !has(recorded_, both)) ||
                         (parted && has(recorded_, both) && !has(recorded_, either));
    return changed && std::ranges::none_of(claim_.units(), [](const unit_of_text& u) {
             return (u.classes & (negation | negative)) != 0;
           });
  }

  // Articles, fillers, inflections: nothing that carries meaning of its own.
  [[nodiscard]] bool is_small() const {
    if (claimed_.size() > most_small || recorded_.size() > 2 * most_small) return false;
    const auto carries = [](const auto* u) {  // numbers have been looked at
      return !u->is_number && (u->classes & (function_word | filler | approximation)) == 0;
    };
    return std::ranges::none_of(claimed_, carries) && std::ranges::none_of(recorded_, carries);
  }

  static constexpr std::size_t most_small = 3;  // more words than that say something

  const changed_stretch& stretch_;
  const wording& claim_;
  const wording& record_;
  manner how_;
  units claimed_, recorded_;
  bool bracketed_ = false;
};

// The only word of one side of a stretch, articles apart; null where there is none or another.
template <auto side>
[[nodiscard]] const unit_of_text* only_word(const changed_stretch& stretch, const wording& words) {
  const unit_of_text* only = nullptr;
  for (const step& s : stretch.steps) {
    if (s.*side == nothing) continue;
    const unit_of_text& here = words.units()[s.*side];
    if ((here.classes & article) != 0) continue;
    if (only != nullptr || (here.classes & function_word) != 0) return nullptr;
    only = &here;
  }
  return only;
}

}  // namespace

diff_change change_of(const changed_stretch& stretch, const wording& claim, const wording& record,
                      manner how) {
  return stretch_reader(stretch, claim, record, how).read();
}

diff_change exchange(const changed_stretch& one, const changed_stretch& other, const wording& claim,
                     const wording& record) {
  const auto* claimed = only_word<&step::claim>(one, claim);
  const auto* recorded = only_word<&step::record>(one, record);
  const auto* claimed_there = only_word<&step::claim>(other, claim);
  const auto* recorded_there = only_word<&step::record>(other, record);
  const bool changed = claimed != nullptr && recorded != nullptr && claimed_there != nullptr &&
                       recorded_there != nullptr && claimed->stem == recorded_there->stem &&
                       claimed_there->stem == recorded->stem && claimed->stem != recorded->stem;
  if (!changed) return diff_change::none;
  // A name at the beginning of a sentence is known by its capital in the other place.
  const bool named = ((claimed->classes | recorded_there->classes) & proper) != 0 &&
                     ((claimed_there->classes | recorded->classes) & proper) != 0;
  return named ? diff_change::person : diff_change::negation;
}

}  // namespace quoth::matching
