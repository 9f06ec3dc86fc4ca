#include "reach.hpp"

#include <algorithm>
#include <array>

namespace quoth::matching {

namespace {

class reach_reader {
 public:
  explicit reach_reader(const shared_words& both)
      : both_(both), claim_(both.claim()), record_(both.record()) {}

  // "Should the survey find nothing, we start in June", where the claim has: work starts in June.
  // Of the sentence that has most of the claim's words, and more of them than stand elsewhere.
  [[nodiscard]] bool lacks_condition() const {
    if (std::ranges::any_of(claim_.units(),
                            [](const unit_of_text& u) { return is_of(u, condition); })) {
      return false;
    }
    const shared_words::sentence* best = both_.main_sentence();
    return best != nullptr && has_own_condition(*best);
  }

  // "If it was our pump, I will say so", where the claim has: it was their pump. All that a
  // sentence with a word of the claim which stands nowhere else has of it, it only supposes.
  [[nodiscard]] bool is_only_supposed() const {
    if (std::ranges::any_of(claim_.units(),
                            [](const unit_of_text& u) { return is_of(u, condition); })) {
      return false;
    }
    return std::ranges::any_of(both_.sentences(), [&](const shared_words::sentence& one) {
      const auto elsewhere = [&](std::size_t i) {
        return std::ranges::any_of(both_.sentences(), [&](const shared_words::sentence& other) {
          return &other != &one && other.has[i];
        });
      };
      bool any = false;
      for (std::size_t at = one.begin; at < one.end;) {
        const bool supposed =
            record_.units()[at].like == likes_of("if") && is_of(record_.units()[at], condition);
        std::size_t end = at + 1;
        while (end < one.end && !opens_clause(record_, end)) ++end;
        for (; at < end; ++at) {
          for (std::size_t i = 0; i < claim_.size(); ++i) {
            if (!both_.tells(i) || !both_.alike(i, at)) continue;
            if (!supposed) return false;
            any |= !elsewhere(i);
          }
        }
      }
      return any;
    });
  }

  // "It may have been the pump", "Perhaps we close the bridge", where the claim has it as a fact:
  // the clause that says so of the sentence with most of the claim's words. What the claim denies
  // may be told of something conceded: a dealer may be vain, that is no fraud.
  [[nodiscard]] bool is_surer(std::span<const unit_of_text> cue) const {
    if (both_.claim_denies() || std::ranges::any_of(claim_.units(), hedges) ||
        std::ranges::any_of(cue, hedges)) {
      return false;
    }
    const shared_words::sentence* best = both_.main_sentence();
    if (best == nullptr) return false;
    for (std::size_t at = best->begin; at < best->end;) {
      std::size_t end = at + 1;
      if (leaves_open(at) && end < best->end) ++end;  // „Можливо, …“
      while (end < best->end && !opens_clause(record_, end)) ++end;
      bool told = false;
      bool open = false;
      bool denied = false;
      for (; at < end; ++at) {
        open |= leaves_open(at);
        denied |= is_of(record_.units()[at], negation);
        for (std::size_t i = 0; i < claim_.size() && !told; ++i)
          told = both_.tells(i) && both_.alike(i, at);
      }
      if (told && open && !denied) return true;
    }
    return false;
  }

  // "Both tours are off", where the statement has: the winter tour is off. What denies, and two of
  // something, may stand for all or both.
  [[nodiscard]] bool says_of_all() const {
    const std::uint32_t all = likes_of("all");
    const std::uint32_t both = likes_of("both");
    const auto is_all = [&](const unit_of_text& u) {
      return u.like != 0 && (u.like == all || u.like == both);
    };
    const auto claimed = [&](const unit_of_text& u) { return is_of(u, quantifier) && is_all(u); };
    const auto stands_for_all = [&](const unit_of_text& u) {
      return is_all(u) || is_of(u, negation) || (u.is_number && u.value == 2.0);
    };
    return std::ranges::any_of(claim_.units(), claimed) &&
           std::ranges::none_of(record_.units(), stands_for_all);
  }

  // "Shut [forever]", "not one more, [ever]", where the statement sets no such bound and denies
  // nothing, or denies for a time only: not this year.
  [[nodiscard]] bool says_forever() const {
    const bool denied = both_.claim_denies();
    const auto claimed = [&](const unit_of_text& u) {
      return u.like == likes_of("forever") || u.like == likes_of("never") ||
             (denied && u.like == likes_of("ever"));
    };
    const auto stands_for_it = [&](const unit_of_text& u) {
      return is_of(u, negation) || u.like == likes_of("forever") || u.like == likes_of("ever") ||
             u.like == likes_of("always");
    };
    if (std::ranges::none_of(claim_.units(), claimed)) return false;
    return std::ranges::none_of(record_.units(), stands_for_it) || denies_for_a_time();
  }

 private:
  // „stimme ich in diesem [Jahr] nicht zu“: a time in the sentence with most of the claim's words
  // that the claim does not have.
  [[nodiscard]] bool denies_for_a_time() const {
    const shared_words::sentence* main = both_.main_sentence();
    if (main == nullptr) return false;
    bool denied = false;
    bool timed = false;
    for (std::size_t at = main->begin; at < main->end; ++at) {
      const unit_of_text& one = record_.units()[at];
      denied |= is_of(one, negation);
      if (one.is_number || !is_of(one, month_or_day) || at == 0) continue;
      if (record_.units()[at - 1].like != likes_of("this")) continue;
      bool claimed = false;
      for (std::size_t i = 0; i < claim_.size() && !claimed; ++i) claimed = both_.alike(i, at);
      timed |= !claimed;
    }
    return denied && timed;
  }

  // Whether a word tells what is not sure: perhaps, hopes, thinks.
  [[nodiscard]] static bool hedges(const unit_of_text& u) {
    static const std::array<std::uint32_t, 9> unsure{
        likes_of("perhaps"), likes_of("may"),  likes_of("think"),
        likes_of("hope"),    likes_of("fear"), likes_of("expect"),
        likes_of("propose"), likes_of("plan"), likes_of("consider")};
    constexpr std::uint8_t of_name = record::capital | record::sentence_start;
    const bool month = u.like == likes_of("may") && (u.flags & of_name) == record::capital;
    return u.like != 0 && !month && std::ranges::find(unsure, u.like) != unsure.end();
  }

  // Perhaps; "may have", which is no leave as in "you may go".
  [[nodiscard]] bool leaves_open(std::size_t at) const {
    const unit_of_text& one = record_.units()[at];
    if (one.like == likes_of("perhaps")) return true;
    return one.like == likes_of("may") && at + 1 < record_.size() &&
           is_of(record_.units()[at + 1], auxiliary);
  }

  // A condition of a sentence of the statement of which the claim has no word.
  [[nodiscard]] bool has_own_condition(const shared_words::sentence& one) const {
    for (std::size_t at = one.begin; at < one.end; ++at) {
      if (!opens_condition(at) && !(at == one.begin && opens_with_condition(one))) continue;
      std::size_t end = at + 1;
      while (end < one.end && !opens_clause(record_, end)) ++end;
      const auto claimed = [&](std::size_t place) {
        const unit_of_text& word = record_.units()[place];
        if (is_of(word, function_word | pronoun | light)) return false;
        for (std::size_t i = 0; i < claim_.size(); ++i) {
          if (!is_of(claim_.units()[i], function_word) && both_.alike(i, place)) return true;
        }
        return false;
      };
      bool told = false;
      for (std::size_t place = at + 1; place < end && !told; ++place) told = claimed(place);
      if (!told) return true;
    }
    return false;
  }

  // if, unless; what is certain as well only where it comes first: Should it rain, …
  [[nodiscard]] bool opens_condition(std::size_t at) const {
    const unit_of_text& word = record_.units()[at];
    if (!is_of(word, condition)) return false;
    return !is_of(word, certainty | auxiliary) || opens_clause(record_, at);
  }

  // „[Wird die Zulage gestrichen], dann gehen wir“, „[Beschließt es der Rat], setze ich es um“: a
  // clause that begins with its verb, before one that "then" opens, or its own verb and who does
  // it.
  [[nodiscard]] bool opens_with_condition(const shared_words::sentence& one) const {
    constexpr std::uint32_t who = article | pronoun;
    const auto& words = record_.units();
    if (one.end - one.begin < 4 || ends_in_question(one)) return false;
    const unit_of_text& verb = words[one.begin];
    const bool opens = is_of(verb, auxiliary) ||
                       (!is_of(verb, function_word | month_or_day | quantifier | later | earlier) &&
                        !verb.is_number && is_of(words[one.begin + 1], who));
    std::size_t next = one.begin + 1;
    while (next < one.end && !opens_clause(record_, next)) ++next;
    if (!opens || next == one.begin + 1 || next + 1 >= one.end) return false;
    const bool acts =
        !is_of(words[next], function_word & ~auxiliary) || is_of(words[next], auxiliary);
    return words[next].like == likes_of("then") || (acts && is_of(words[next + 1], who));
  }

  [[nodiscard]] bool ends_in_question(const shared_words::sentence& one) const {
    const std::size_t from = record_.units()[one.end - 1].end;
    const std::size_t to =
        one.end < record_.size() ? record_.units()[one.end].begin : record_.text().size();
    return record_.text().substr(from, to - from).find('?') != std::string_view::npos;
  }

  const shared_words& both_;
  const wording& claim_;
  const wording& record_;
};

}  // namespace

void compare_reach(const shared_words& both, std::span<const unit_of_text> cue, agreement& out) {
  const reach_reader reader(both);
  out.unconditional = reader.lacks_condition() || reader.is_only_supposed();
  out.surer = reader.is_surer(cue);
  out.widened = reader.says_of_all() || reader.says_forever();
}

}  // namespace quoth::matching
