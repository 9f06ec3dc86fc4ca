#include "numbers.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "alignment.hpp"

namespace quoth::matching {

namespace {

class number_reader {
 public:
  explicit number_reader(const shared_words& both)
      : both_(both), claim_(both.claim()), record_(both.record()) {
    said_elsewhere_.resize(claim_.size());
    for (const shared_words::sentence& one : both_.sentences()) {
      if (!one.has_other_number) continue;
      for (std::size_t i = 0; i < claim_.size(); ++i) {
        if (one.has[i]) said_elsewhere_[i] = true;
      }
    }
  }

  // Each number must be in the statement, with its unit, and in a sentence that says of it what the
  // claim does.
  void compare_numbers(std::span<const std::uint64_t> setting, agreement& out) const {
    const auto& claimed = claim_.units();
    for (std::size_t i = 0; i < claimed.size(); ++i) {
      const unit_of_text& one = claimed[i];
      if (!one.is_number || one.value == 1.0 || (one.flags & record::in_brackets) != 0) continue;
      if (i > 0 && is_of(claimed[i - 1], negation)) continue;  // six hours, not three
      bool heard = false;
      bool agrees = false;
      bool replaced = false;   // by another number of the same
      std::size_t places = 0;  // of the number in the statement
      for (std::size_t j = 0; j < record_.size() && !agrees && places < most_places; ++j) {
        if (!record_.units()[j].is_number) continue;
        replaced |= counts_the_same(i, j);
        if (!is_same_value(i, j)) continue;
        heard = true;
        ++places;
        const bool others = is_of_other_things(i, j);
        out.misplaced |= others;
        agrees = !has_other_unit(i, j) && !is_said_of_others(j) && !is_denied_number(j) &&
                 !is_for_others(i, j) && !others && limit_of(claim_, i) * limit_of(record_, j) >= 0;
      }
      out.counted |= agrees;
      out.repeated |= heard && times(claim_, one.value) > times(record_, one.value);
      out.displaced |= heard ? !agrees : replaced;
      out.unheard |= !heard && !replaced && !is_beside(i, month_or_day) &&
                     !std::ranges::binary_search(setting, one.stem);
    }
  }

  // „im Februar“, where the statement has: erst im Juni. A month or weekday of the claim in place
  // of all that the statement has.
  [[nodiscard]] bool names_other_day(std::span<const std::uint64_t> setting) const {
    constexpr double first_weekday = 101.0;
    const auto is_day = [](const unit_of_text& u) {
      return !u.is_number && is_of(u, month_or_day) && u.value != 0.0;
    };
    return std::ranges::any_of(claim_.units(), [&](const unit_of_text& one) {
      if (!is_day(one) || std::ranges::binary_search(setting, one.stem)) return false;
      bool any = false;
      for (const unit_of_text& other : record_.units()) {
        if (!is_day(other)) continue;
        if (other.value == one.value) return false;
        any |= (other.value < first_weekday) == (one.value < first_weekday);
      }
      return any;
    });
  }

  // Four million a year, where the statement has: over three years. A unit by itself in the claim
  // that the statement counts wherever it has it, and not as one.
  [[nodiscard]] bool loses_number() const {
    for (std::size_t i = 1; i < claim_.size(); ++i) {
      const unit_of_text& one = claim_.units()[i];
      if (!is_of(one, unit) || !is_of(claim_.units()[i - 1], article)) continue;
      bool any = false;
      bool counted = true;
      for (std::size_t j = 0; j < record_.size() && counted; ++j) {
        const unit_of_text& other = record_.units()[j];
        if (!is_of(other, unit) || other.same != one.same) continue;
        any = true;
        counted = j > 0 && record_.units()[j - 1].is_number && record_.units()[j - 1].value != 1.0;
      }
      if (any && counted) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t most_places = 32;  // of one number that are looked at

  [[nodiscard]] bool is_beside(std::size_t claimed, std::uint32_t classes) const {
    const auto& units = claim_.units();
    return (claimed > 0 && is_of(units[claimed - 1], classes)) ||
           (claimed + 1 < units.size() && is_of(units[claimed + 1], classes));
  }

  [[nodiscard]] bool is_same_value(std::size_t claimed, std::size_t recorded) const {
    const double value = claim_.units()[claimed].value;
    const double real = record_.units()[recorded].value;
    return value == real ||
           (is_beside(claimed, approximation) && value >= 0.8 * real && value <= 1.25 * real);
  }

  // The word behind a number, or null.
  [[nodiscard]] static const unit_of_text* behind(const wording& words, std::size_t at) {
    return at + 1 < words.size() ? &words.units()[at + 1] : nullptr;
  }

  [[nodiscard]] static std::ptrdiff_t times(const wording& words, double value) {
    return std::ranges::count_if(
        words.units(), [&](const unit_of_text& u) { return u.is_number && u.value == value; });
  }

  // Ninety litres, forty litres.
  [[nodiscard]] bool counts_the_same(std::size_t claimed, std::size_t recorded) const {
    const unit_of_text* here = behind(claim_, claimed);
    const unit_of_text* there = behind(record_, recorded);
    if (here != nullptr && there != nullptr && likeness(*here, *there) >= related) return true;
    // 12 million in jewels, 1.2 million crowns: a comma out of place
    const double one = claim_.units()[claimed].value;
    const double other = record_.units()[recorded].value;
    constexpr double precise = 11.0;  // digits that a slip has two of
    return one != 0.0 && other != 0.0 && (one >= precise || other >= precise) &&
           (is_ten_times(one, other) || is_ten_times(other, one));
  }
  [[nodiscard]] static bool is_ten_times(double one, double other) {
    constexpr double close = 1e-9;
    for (const double times : {10.0, 100.0, 1000.0}) {
      if (std::abs(one - other * times) < close * one) return true;
    }
    return false;
  }

  // Ten weeks, ten months; three days, three wards.
  [[nodiscard]] bool has_other_unit(std::size_t claimed, std::size_t recorded) const {
    const unit_of_text* here = behind(claim_, claimed);
    const unit_of_text* there = behind(record_, recorded);
    if (here == nullptr || there == nullptr || !is_of(*here, unit)) return false;
    if (is_of(*there, unit)) return here->same != there->same;
    const bool counted = !there->is_number && !is_of(*there, function_word | quantifier | light) &&
                         !opens_clause(record_, recorded + 1);
    return counted && likeness(*here, *there) < related;
  }

  // 20,000 for each [resident], where the statement has: each [household] gets 20,000.
  [[nodiscard]] bool is_for_others(std::size_t claimed, std::size_t recorded) const {
    const unit_of_text* here = receiver(claim_, sentence_around(claim_, claimed));
    const shared_words::sentence& own = both_.sentence_of(recorded);
    const unit_of_text* there = receiver(record_, {own.begin, own.end});
    if (here == nullptr || there == nullptr) return false;
    const auto is_there = [](const unit_of_text& one, const wording& words) {
      return std::ranges::any_of(words.units(), [&](const unit_of_text& other) {
        return likeness(one, other) >= related;
      });
    };
    return !is_there(*here, record_) && !is_there(*there, claim_);
  }

  // The word behind the only "each" of a stretch of words; null where there is none, or several.
  [[nodiscard]] static const unit_of_text* receiver(const wording& words,
                                                    std::pair<std::size_t, std::size_t> where) {
    const std::uint32_t each = likes_of("all");
    const unit_of_text* found = nullptr;
    for (std::size_t at = where.first; at + 1 < where.second; ++at) {
      const unit_of_text& one = words.units()[at];
      const unit_of_text& next = words.units()[at + 1];
      if (!is_of(one, quantifier) || one.like != each) continue;
      if (found != nullptr || is_of(next, function_word | unit | light | month_or_day) ||
          next.is_number) {
        return nullptr;
      }
      found = &next;
    }
    return found;
  }

  // The words of the sentence in which one stands.
  [[nodiscard]] static std::pair<std::size_t, std::size_t> sentence_around(const wording& words,
                                                                           std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && !opens_sentence(words, begin)) --begin;
    std::size_t end = at + 1;
    while (end < words.size() && !opens_sentence(words, end)) ++end;
    return {begin, end};
  }

  // Not [a third] but a half.
  [[nodiscard]] bool is_denied_number(std::size_t recorded) const {
    return recorded > 0 && is_of(record_.units()[recorded - 1], negation) &&
           !is_of(record_.units()[recorded - 1], bound);
  }

  // What a number is: 1 the least (more than, at least), -1 the most (less than, no more than), 0
  // neither.
  [[nodiscard]] static int limit_of(const wording& words, std::size_t number) {
    constexpr std::size_t farthest = 3;  // words before
    const std::uint32_t more = likes_of("more");
    const std::uint32_t less = likes_of("less");
    int limit = 0;
    for (std::size_t at = number; at > 0 && number - at < farthest; --at) {
      if (opens_clause(words, at)) break;
      const unit_of_text& one = words.units()[at - 1];
      if (is_of(one, approximation) && is_of(one, up)) limit = 1;
      if (is_of(one, approximation) && is_of(one, down)) limit = -1;
      if (one.like != 0 && one.like == more) limit = 1;
      if (one.like != 0 && one.like == less) limit = -1;
      if (is_of(one, negation)) limit = -limit;
    }
    return limit;
  }

  // "Beds for 180", where the statement has: beds for 300 patients and nurses for 180. Whether all
  // that stands near before a number in the claim stands nearer to another one in its sentence, of
  // which the claim knows nothing.
  [[nodiscard]] bool is_of_other_things(std::size_t claimed, std::size_t recorded) const {
    constexpr std::size_t near = 3;  // words
    const shared_words::sentence& own = both_.sentence_of(recorded);
    bool any = false;
    for (std::size_t at = claimed; at > 0 && claimed - at < near; --at) {
      if (opens_clause(claim_, at)) break;
      const bool counted = at > 1 && claim_.units()[at - 2].is_number;
      if (!both_.tells(at - 1) || is_of(claim_.units()[at - 1], unit) || counted) continue;
      constexpr std::size_t far = near + 1;
      bool any_place = false;
      std::size_t to_number = far;
      std::size_t to_other = far;
      for (std::size_t place = own.begin; place < own.end; ++place) {
        if (!both_.alike(at - 1, place)) continue;
        any_place = true;
        const std::size_t last = std::min(own.end, place + near + 1);
        for (std::size_t number = std::max(own.begin, place - std::min(place, near)); number < last;
             ++number) {
          const unit_of_text& other = record_.units()[number];
          if (!other.is_number) continue;
          const bool same = other.value == record_.units()[recorded].value;
          if (!same && (other.value == 1.0 || times(claim_, other.value) > 0)) continue;
          std::size_t& distance = same ? to_number : to_other;
          distance = std::min(distance, number > place ? number - place : place - number);
        }
      }
      if (!any_place) continue;
      if (to_other == far || to_other >= to_number) return false;
      any = true;
    }
    return any;
  }

  // "204 are accounted for. A hundred are missing", where the claim has 204 missing: what it says
  // stands at least as much in sentences that have other numbers as in the one with the number.
  [[nodiscard]] bool is_said_of_others(std::size_t recorded) const {
    const shared_words::sentence& own = both_.sentence_of(recorded);
    std::size_t inside = 0;
    std::size_t outside = 0;
    for (std::size_t i = 0; i < claim_.size(); ++i) {
      const unit_of_text& one = claim_.units()[i];
      const bool counted = i > 0 && claim_.units()[i - 1].is_number;
      if (one.is_number || counted || is_of(one, function_word | light)) continue;
      (own.has[i] ? inside : outside) += own.has[i] || said_elsewhere_[i] ? 1 : 0;
    }
    return outside > 0 && outside >= inside;
  }

  const shared_words& both_;
  const wording& claim_;
  const wording& record_;
  std::vector<bool> said_elsewhere_;  // for each word of the claim: in sentences of other numbers
};

}  // namespace

void compare_numbers(const shared_words& both, std::span<const std::uint64_t> setting,
                     agreement& out) {
  const number_reader reader(both);
  reader.compare_numbers(setting, out);
  out.misplaced |= reader.names_other_day(setting);
  out.displaced |= reader.loses_number();
}

}  // namespace quoth::matching
