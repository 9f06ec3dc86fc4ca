#include "agreement.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "alignment.hpp"

namespace quoth::matching {

namespace {

[[nodiscard]] bool is_of(const unit_of_text& one, std::uint32_t classes) noexcept {
  return (one.classes & classes) != 0;
}

class agreement_reader {
 public:
  agreement_reader(const wording& claim, const wording& record) : claim_(claim), record_(record) {
    find_sentences();
  }

  // „schließt höhere Preise aus“, where the statement has „höhere Preise kann ich nicht
  // ausschließen“: one denies what the other does not.
  [[nodiscard]] bool denies_what_denies() const {
    const auto verb = std::ranges::find_if(
        claim_.units(), [](const unit_of_text& u) { return is_of(u, negative); });
    if (verb == claim_.units().end()) return false;
    const auto place = static_cast<std::size_t>(verb - claim_.units().begin());
    const bool denied = is_denied_in_clause(claim_, place);
    bool any = false;
    for (std::size_t at = 0; at < record_.size(); ++at) {
      if (likeness(*verb, record_.units()[at]) < related) continue;
      if (is_denied_in_clause(record_, at) == denied) return false;
      any = true;
    }
    return any;
  }

  // „verlangt Ersatz vom Land“, where the statement has „wir verlangen nicht, dass das Land …“: an
  // act that the claim has, or that reports it.
  [[nodiscard]] bool denies_own_act() const {
    const auto verb = std::ranges::find_if(claim_.units(), [](const unit_of_text& u) {
      return (u.classes & (act | negative)) == act;
    });
    return verb != claim_.units().end() && !denies() && denies_act(*verb, is_denied_in_clause);
  }
  [[nodiscard]] bool denies_any_act(std::span<const unit_of_text> cue) const {
    constexpr std::uint32_t no_act =
        function_word | auxiliary | pronoun | negation | negative | light;
    return !denies() && std::ranges::any_of(cue, [&](const unit_of_text& u) {
      return !u.is_number && !is_of(u, no_act) && denies_act(u, is_denied_in_clause);
    });
  }

  // "has decided not to sell", where the statement has "I have not decided to sell", or "I cannot
  // promise that nothing is sold": who is not bound to something is not bound to its opposite. Of
  // what is wanted or planned the two are the same.
  [[nodiscard]] bool denies_commitment(std::span<const unit_of_text> cue) const {
    if (!denies()) return false;
    for (std::size_t at = 0; at < claim_.size(); ++at) {
      if (!commits(claim_.units()[at])) continue;
      return !is_itself_denied(claim_, at) && denies_act(claim_.units()[at], is_itself_denied);
    }
    return std::ranges::any_of(
        cue, [&](const unit_of_text& u) { return commits(u) && denies_act(u, is_itself_denied); });
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

  // Whether a sentence of the statement that has words of the claim, numbers too, has a "not".
  [[nodiscard]] bool is_denied_somewhere() const {
    return std::ranges::any_of(sentences_, [&](const sentence& one) {
      bool shares = false;
      for (std::size_t i = 0; i < claim_.size() && !shares; ++i) {
        shares = one.has[i] && !is_of(claim_.units()[i], function_word | pronoun | negation);
      }
      const auto begin = record_.units().begin();
      return shares && std::any_of(begin + static_cast<std::ptrdiff_t>(one.begin),
                                   begin + static_cast<std::ptrdiff_t>(one.end),
                                   [](const unit_of_text& u) { return is_of(u, negation); });
    });
  }

  // „Ich habe das Gutachten nicht bestellt“, where the claim has: er hat das Gutachten bestellt. Of
  // the clause that has most of the claim's words, two at least and more than stand elsewhere.
  [[nodiscard]] bool is_denied_whole() const {
    if (denies() || std::ranges::any_of(claim_.units(),
                                        [](const unit_of_text& u) { return is_of(u, negative); })) {
      return false;
    }
    std::size_t most = 0;
    std::size_t all = 0;
    bool denied = false;
    for (std::size_t begin = 0; begin < record_.size();) {
      std::size_t end = begin + 1;
      while (end < record_.size() && !opens_clause(record_, end)) ++end;
      std::size_t shared = 0;
      bool here = false;
      for (std::size_t i = 0; i < claim_.size(); ++i) {
        if (!tells(i)) continue;
        for (std::size_t at = begin; at < end; ++at) {
          if (!alike(i, at)) continue;
          ++shared;
          break;
        }
      }
      for (std::size_t at = begin; at < end; ++at) here ^= is_of(record_.units()[at], negation);
      all += shared;
      if (shared > most) {
        most = shared;
        denied = here;
      } else if (shared == most && !here) {
        denied = false;
      }
      begin = end;
    }
    return denied && most >= 2 && 2 * most > all;
  }

  // "At the ice edge, not at the station", where the claim has the station; "This year, no", where
  // it has this year: a word of the claim that the statement has only in order to deny it.
  [[nodiscard]] bool has_denied_word() const {
    if (denies()) return false;
    for (std::size_t i = 0; i < claim_.size(); ++i) {
      if (!tells(i)) continue;
      bool any = false;
      bool denied = true;
      for (std::size_t at = 0; at < record_.size() && denied; ++at) {
        if (!alike(i, at)) continue;
        any = true;
        denied = (!is_of(claim_.units()[i], unit) || follow_alike(i, at)) && is_all_denied(at);
      }
      if (any && denied) return true;
    }
    return false;
  }

  // "Should the survey find nothing, we start in June", where the claim has: work starts in June.
  // Of the sentence that has most of the claim's words, and more of them than stand elsewhere.
  [[nodiscard]] bool lacks_condition() const {
    if (std::ranges::any_of(claim_.units(),
                            [](const unit_of_text& u) { return is_of(u, condition); })) {
      return false;
    }
    const sentence* best = main_sentence();
    return best != nullptr && has_own_condition(*best);
  }

  // "If it was our pump, I will say so", where the claim has: it was their pump. All that a
  // sentence with a word of the claim which stands nowhere else has of it, it only supposes.
  [[nodiscard]] bool is_only_supposed() const {
    if (std::ranges::any_of(claim_.units(),
                            [](const unit_of_text& u) { return is_of(u, condition); })) {
      return false;
    }
    return std::ranges::any_of(sentences_, [&](const sentence& one) {
      const auto elsewhere = [&](std::size_t i) {
        return std::ranges::any_of(
            sentences_, [&](const sentence& other) { return &other != &one && other.has[i]; });
      };
      bool any = false;
      for (std::size_t at = one.begin; at < one.end;) {
        const bool supposed =
            record_.units()[at].like == likes_of("if") && is_of(record_.units()[at], condition);
        std::size_t end = at + 1;
        while (end < one.end && !opens_clause(record_, end)) ++end;
        for (; at < end; ++at) {
          for (std::size_t i = 0; i < claim_.size(); ++i) {
            if (!tells(i) || !alike(i, at)) continue;
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
    if (denies() || std::ranges::any_of(claim_.units(), hedges) ||
        std::ranges::any_of(cue, hedges)) {
      return false;
    }
    const sentence* best = main_sentence();
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
        for (std::size_t i = 0; i < claim_.size() && !told; ++i) told = tells(i) && alike(i, at);
      }
      if (told && open && !denied) return true;
    }
    return false;
  }

  // "Eight after the opening", where the statement has: until then, [before the opening], eight. Of
  // what both put a time before or after, one puts the opposite; a "not" would make them the same.
  [[nodiscard]] bool is_of_other_side() const {
    const sentence* main = main_sentence();
    if (main == nullptr || denies()) return false;
    bool any = false;
    for (std::size_t at = main->begin; at < main->end; ++at) {
      if (is_of(record_.units()[at], negation | negative)) return false;
    }
    for (std::size_t i = 0; i < claim_.size(); ++i) {
      const std::uint32_t side = side_before(claim_, i);
      if (side == 0 || !tells(i)) continue;
      for (std::size_t at = main->begin; at < main->end; ++at) {
        const std::uint32_t there = alike(i, at) ? side_before(record_, at) : 0;
        if ((there & side) != 0) return false;
        any |= there != 0;
      }
    }
    return any;
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
    const bool denied = denies();
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
    const sentence* main = main_sentence();
    if (main == nullptr) return false;
    bool denied = false;
    bool timed = false;
    for (std::size_t at = main->begin; at < main->end; ++at) {
      const unit_of_text& one = record_.units()[at];
      denied |= is_of(one, negation);
      if (one.is_number || !is_of(one, month_or_day) || at == 0) continue;
      if (record_.units()[at - 1].like != likes_of("this")) continue;
      bool claimed = false;
      for (std::size_t i = 0; i < claim_.size() && !claimed; ++i) claimed = alike(i, at);
      timed |= !claimed;
    }
    return denied && timed;
  }

  static constexpr std::size_t most_places = 32;  // of one number that are looked at

  struct sentence {
    std::size_t begin, end;         // words of the statement
    bool has_other_number = false;  // than the claim has
    std::vector<bool> has{};        // for each word of the claim whether one like it is there
  };

  void find_sentences() {
    const auto& words = record_.units();
    alike_.resize(claim_.size() * words.size());
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (sentences_.empty() || opens_sentence(record_, at)) sentences_.push_back({at, at});
      sentence& here = sentences_.back();
      here.end = at + 1;
      here.has.resize(claim_.size());
      bool claimed = false;  // a number that the claim has
      for (std::size_t i = 0; i < claim_.size(); ++i) {
        const unit_of_text& one = claim_.units()[i];
        if (likeness(one, words[at]) >= related) here.has[i] = alike_[i * words.size() + at] = true;
        claimed |= one.is_number && one.value == words[at].value;
      }
      here.has_other_number |= words[at].is_number && !claimed;
    }
    said_elsewhere_.resize(claim_.size());
    for (const sentence& one : sentences_) {
      if (!one.has_other_number) continue;
      for (std::size_t i = 0; i < claim_.size(); ++i) {
        if (one.has[i]) said_elsewhere_[i] = true;
      }
    }
  }

  // The sentence of the statement that has most of the claim's words, and more of them than stand
  // elsewhere; null where none has.
  [[nodiscard]] const sentence* main_sentence() const {
    const sentence* best = nullptr;
    std::size_t most = 0;
    std::size_t all = 0;  // of the claim's words that any sentence has
    for (std::size_t i = 0; i < claim_.size(); ++i) {
      all +=
          tells(i) && std::ranges::any_of(sentences_, [&](const sentence& s) { return s.has[i]; })
              ? 1
              : 0;
    }
    for (const sentence& one : sentences_) {
      std::size_t here = 0;
      for (std::size_t i = 0; i < claim_.size(); ++i) here += tells(i) && one.has[i] ? 1 : 0;
      if (here <= most) continue;
      most = here;
      best = &one;
    }
    return 2 * most > all ? best : nullptr;
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

  // Whether a word of the claim carries meaning that counts.
  [[nodiscard]] bool tells(std::size_t claimed) const {
    const unit_of_text& one = claim_.units()[claimed];
    return !one.is_number && !is_of(one, function_word | pronoun | negation | light);
  }

  // A condition of a sentence of the statement of which the claim has no word.
  [[nodiscard]] bool has_own_condition(const sentence& one) const {
    for (std::size_t at = one.begin; at < one.end; ++at) {
      if (!opens_condition(at) && !(at == one.begin && opens_with_condition(one))) continue;
      std::size_t end = at + 1;
      while (end < one.end && !opens_clause(record_, end)) ++end;
      const auto claimed = [&](std::size_t place) {
        const unit_of_text& word = record_.units()[place];
        if (is_of(word, function_word | pronoun | light)) return false;
        for (std::size_t i = 0; i < claim_.size(); ++i) {
          if (!is_of(claim_.units()[i], function_word) && alike(i, place)) return true;
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

  // Whether the words before two are one: [this] year.
  [[nodiscard]] bool follow_alike(std::size_t claimed, std::size_t recorded) const {
    return claimed > 0 && recorded > 0 &&
           claim_.units()[claimed - 1].stem == record_.units()[recorded - 1].stem;
  }

  // Whether the clause of a word says nothing but that this is not so: "not at the station", or the
  // next one does: "This year, no".
  [[nodiscard]] bool is_all_denied(std::size_t at) const {
    constexpr std::size_t most = 2;  // words that carry meaning
    constexpr std::uint32_t other =
        bound | condition | quantifier | approximation | certainty | auxiliary | act;
    constexpr std::uint32_t when = earlier | later;
    std::size_t begin = at;
    while (begin > 0 && !opens_clause(record_, begin)) --begin;
    std::size_t end = at + 1;
    while (end < record_.size() && !opens_clause(record_, end)) ++end;
    const bool time = is_of(record_.units()[at], month_or_day);
    std::size_t said = 0;
    bool denied = false;
    const bool by_nobody = is_of(record_.units()[begin], negation);  // Nobody should read it so
    for (std::size_t i = begin; i < end; ++i) {
      const unit_of_text& one = record_.units()[i];
      const bool joins = i == begin && is_of(one, bound);  // and not at the station
      const bool helps = by_nobody && is_of(one, auxiliary);
      if ((is_of(one, other) && !joins && !helps) || one.is_number) return false;
      if (is_of(one, when) && (time || !is_of(one, toward))) return false;   // not before May
      denied |= is_of(one, negation) && (i < at || (time && i + 1 == end));  // „Im Herbst nicht“
      said += is_of(one, function_word | pronoun | negation | filler | light) ? 0U : 1U;
    }
    if (said > most) return false;
    const bool answered = end < record_.size() && !opens_sentence(record_, end) &&
                          is_of(record_.units()[end], negation) &&
                          (end + 1 == record_.size() || opens_clause(record_, end + 1));
    return denied != answered;
  }

  // „[Wird die Zulage gestrichen], dann gehen wir“, „[Beschließt es der Rat], setze ich es um“: a
  // clause that begins with its verb, before one that "then" opens, or its own verb and who does
  // it.
  [[nodiscard]] bool opens_with_condition(const sentence& one) const {
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

  [[nodiscard]] bool ends_in_question(const sentence& one) const {
    const std::size_t from = record_.units()[one.end - 1].end;
    const std::size_t to =
        one.end < record_.size() ? record_.units()[one.end].begin : record_.text().size();
    return record_.text().substr(from, to - from).find('?') != std::string_view::npos;
  }

  // Whether a word of the claim is like one of the statement.
  [[nodiscard]] bool alike(std::size_t claimed, std::size_t recorded) const {
    return alike_[claimed * record_.size() + recorded];
  }

  // Of all that the statement says of the act, what has most of the claim's other words denies it.
  [[nodiscard]] bool denies_act(const unit_of_text& verb,
                                bool (*is_denied)(const wording&, std::size_t)) const {
    const auto is_act = [&](std::size_t at) {
      return likeness(verb, record_.units()[at]) >= related;
    };
    std::size_t most = 0;
    bool denied = false;
    for (std::size_t at = 0; at < record_.size(); ++at) {
      if (!is_act(at)) continue;
      // Its clause, and what follows in the sentence up to the next such act.
      std::size_t begin = at;
      while (begin > 0 && !opens_clause(record_, begin)) --begin;
      if (refers_back(begin, at)) begin = sentence_before(begin);
      std::size_t end = at + 1;
      while (end < record_.size() && !opens_sentence(record_, end) && !is_act(end)) ++end;
      const std::size_t shared = words_in(begin, end, verb);
      const bool denied_here = is_denied(record_, at);
      if (shared > most || (shared == most && !denied_here)) denied = denied_here;
      most = std::max(most, shared);
    }
    return denied && most > 0;
  }

  // „Eine Spur prüfe ich. [Versprechen werde ich sie nicht], denn …“: whether the clause of an act
  // has nothing of its own that the act would be of, nor a clause behind it: „Wir verlangen, dass“.
  [[nodiscard]] bool refers_back(std::size_t begin, std::size_t verb) const {
    constexpr std::uint32_t empty = function_word | pronoun | negation | negative;
    for (std::size_t at = begin; at < record_.size(); ++at) {
      if (at > begin && opens_clause(record_, at))
        return opens_sentence(record_, at) || is_of(record_.units()[at], bound);
      if (at != verb && !is_of(record_.units()[at], empty)) return false;
    }
    return true;
  }

  // Where the sentence begins that stands before the one of a word.
  [[nodiscard]] std::size_t sentence_before(std::size_t at) const {
    const auto own = std::ranges::upper_bound(sentences_, at, {}, &sentence::end);
    return own == sentences_.begin() ? own->begin : (own - 1)->begin;
  }

  [[nodiscard]] bool denies() const {
    return std::ranges::any_of(claim_.units(),
                               [](const unit_of_text& u) { return is_of(u, negation); });
  }

  // A gap parts quotations: “…” […] “…”
  [[nodiscard]] static bool opens_sentence(const wording& words, std::size_t at) {
    return (words.units()[at].flags & (record::sentence_start | record::after_gap)) != 0;
  }
  [[nodiscard]] static bool opens_clause(const wording& words, std::size_t at) {
    return opens_sentence(words, at) || (words.units()[at].flags & record::clause_start) != 0;
  }

  // Whether a "not" stands in the clause of a word, near before it or behind it.
  [[nodiscard]] static bool is_denied_in_clause(const wording& words, std::size_t at) {
    constexpr std::size_t near = 4;     // words before
    constexpr std::size_t behind = 12;  // words behind: German verbs come first
    for (std::size_t i = at; i > 0 && at - i < near && !opens_clause(words, i); --i) {
      if (is_of(words.units()[i - 1], negation)) return true;
    }
    for (std::size_t i = at + 1; i < words.size() && i - at <= behind && !opens_clause(words, i);
         ++i) {
      if (is_of(words.units()[i], negation)) return true;
    }
    return false;
  }

  [[nodiscard]] static bool commits(const unit_of_text& u) {
    return u.like != 0 && (u.like == likes_of("promise") || u.like == likes_of("decide"));
  }

  // The same of the word alone, not of what it is about: promises [not to sell], [that none is
  // sold].
  [[nodiscard]] static bool is_itself_denied(const wording& words, std::size_t at) {
    constexpr std::size_t near = 4;  // words before
    constexpr std::uint32_t opens_content = conjoining | toward;
    for (std::size_t i = at; i > 0 && at - i < near && !opens_clause(words, i); --i) {
      if (is_of(words.units()[i - 1], conjoining)) break;
      if (is_of(words.units()[i - 1], negation)) return true;
    }
    for (std::size_t i = at + 1; i < words.size() && !opens_clause(words, i); ++i) {
      if (is_of(words.units()[i], opens_content)) break;
      if (!is_of(words.units()[i], negation)) continue;
      return i + 1 == words.size() || !is_of(words.units()[i + 1], opens_content);
    }
    return false;
  }

  // How many of the claim's words that carry meaning a stretch of the statement has, but for one.
  [[nodiscard]] std::size_t words_in(std::size_t begin, std::size_t end,
                                     const unit_of_text& but) const {
    const auto first = record_.units().begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = record_.units().begin() + static_cast<std::ptrdiff_t>(end);
    const auto counts = [&](const unit_of_text& one) {
      return &one != &but && !is_of(one, function_word) &&
             std::any_of(first, last, [&](const unit_of_text& other) {
               return likeness(one, other) >= related;
             });
    };
    return static_cast<std::size_t>(std::ranges::count_if(claim_.units(), counts));
  }

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

  // Whether a time is before or after what a word tells: after the [opening]. Zero where neither
  // stands right before it, articles and such aside.
  [[nodiscard]] static std::uint32_t side_before(const wording& words, std::size_t at) {
    constexpr std::size_t farthest = 3;  // words
    constexpr std::uint32_t sides = earlier | later;
    for (std::size_t i = at; i > 0 && at - i < farthest && !opens_clause(words, i); --i) {
      const unit_of_text& one = words.units()[i - 1];
      const std::uint32_t side = one.classes & sides;
      if (side != 0) return side != sides ? side : 0;
      if (!is_of(one, article | possessive)) return 0;
    }
    return 0;
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
    const auto own = std::ranges::upper_bound(sentences_, recorded, {}, &sentence::end);
    const unit_of_text* there = receiver(record_, {own->begin, own->end});
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
    const auto own = std::ranges::upper_bound(sentences_, recorded, {}, &sentence::end);
    bool any = false;
    for (std::size_t at = claimed; at > 0 && claimed - at < near; --at) {
      if (opens_clause(claim_, at)) break;
      const bool counted = at > 1 && claim_.units()[at - 2].is_number;
      if (!tells(at - 1) || is_of(claim_.units()[at - 1], unit) || counted) continue;
      constexpr std::size_t far = near + 1;
      bool any_place = false;
      std::size_t to_number = far;
      std::size_t to_other = far;
      for (std::size_t place = own->begin; place < own->end; ++place) {
        if (!alike(at - 1, place)) continue;
        any_place = true;
        const std::size_t last = std::min(own->end, place + near + 1);
        for (std::size_t number = std::max(own->begin, place - std::min(place, near));
             number < last; ++number) {
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
    const auto own = std::ranges::upper_bound(sentences_, recorded, {}, &sentence::end);
    std::size_t inside = 0;
    std::size_t outside = 0;
    for (std::size_t i = 0; i < claim_.size(); ++i) {
      const unit_of_text& one = claim_.units()[i];
      const bool counted = i > 0 && claim_.units()[i - 1].is_number;
      if (one.is_number || counted || is_of(one, function_word | light)) continue;
      (own->has[i] ? inside : outside) += own->has[i] || said_elsewhere_[i] ? 1 : 0;
    }
    return outside > 0 && outside >= inside;
  }

  const wording& claim_;
  const wording& record_;
  std::vector<bool> alike_;  // for each pair of words
  std::vector<sentence> sentences_;
  std::vector<bool> said_elsewhere_;  // for each word of the claim: in sentences of other numbers
};

}  // namespace

agreement agreement_of(const wording& claim, const wording& record, const surroundings& around) {
  agreement found;
  if (claim.size() == 0 || record.size() > aligner::most_cells / claim.size()) return found;
  const agreement_reader reader(claim, record);
  found.undone =
      !around.denied && (reader.denies_any_act(around.cue) || reader.denies_commitment(around.cue));
  found.opposed =
      found.undone || (!around.denied && (reader.denies_what_denies() || reader.denies_own_act() ||
                                          reader.is_denied_whole() || reader.has_denied_word() ||
                                          reader.is_of_other_side()));
  found.denies = reader.is_denied_somewhere();
  reader.compare_numbers(around.setting, found);
  found.misplaced |= reader.names_other_day(around.setting);
  found.displaced |= reader.loses_number();
  found.unconditional = reader.lacks_condition() || reader.is_only_supposed();
  found.surer = reader.is_surer(around.cue);
  found.widened = reader.says_of_all() || reader.says_forever();
  return found;
}

}  // namespace quoth::matching
