#include "denial.hpp"

#include <algorithm>

#include "alignment.hpp"

namespace quoth::matching {

namespace {

class denial_reader {
 public:
  explicit denial_reader(const shared_words& both)
      : both_(both), claim_(both.claim()), record_(both.record()) {}

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
    return verb != claim_.units().end() && !both_.claim_denies() &&
           denies_act(*verb, is_denied_in_clause);
  }
  [[nodiscard]] bool denies_any_act(std::span<const unit_of_text> cue) const {
    constexpr std::uint32_t no_act =
        function_word | auxiliary | pronoun | negation | negative | light;
    return !both_.claim_denies() && std::ranges::any_of(cue, [&](const unit_of_text& u) {
      return !u.is_number && !is_of(u, no_act) && denies_act(u, is_denied_in_clause);
    });
  }

  // "has decided not to sell", where the statement has "I have not decided to sell", or "I cannot
  // promise that nothing is sold": who is not bound to something is not bound to its opposite. Of
  // what is wanted or planned the two are the same.
  [[nodiscard]] bool denies_commitment(std::span<const unit_of_text> cue) const {
    if (!both_.claim_denies()) return false;
    for (std::size_t at = 0; at < claim_.size(); ++at) {
      if (!commits(claim_.units()[at])) continue;
      return !is_itself_denied(claim_, at) && denies_act(claim_.units()[at], is_itself_denied);
    }
    return std::ranges::any_of(
        cue, [&](const unit_of_text& u) { return commits(u) && denies_act(u, is_itself_denied); });
  }

  // Whether a sentence of the statement that has words of the claim, numbers too, has a "not".
  [[nodiscard]] bool is_denied_somewhere() const {
    return std::ranges::any_of(both_.sentences(), [&](const shared_words::sentence& one) {
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
    if (both_.claim_denies() || std::ranges::any_of(claim_.units(), [](const unit_of_text& u) {
          return is_of(u, negative);
        })) {
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
        if (!both_.tells(i)) continue;
        for (std::size_t at = begin; at < end; ++at) {
          if (!both_.alike(i, at)) continue;
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
    if (both_.claim_denies()) return false;
    for (std::size_t i = 0; i < claim_.size(); ++i) {
      if (!both_.tells(i)) continue;
      bool any = false;
      bool denied = true;
      for (std::size_t at = 0; at < record_.size() && denied; ++at) {
        if (!both_.alike(i, at)) continue;
        any = true;
        denied = (!is_of(claim_.units()[i], unit) || follow_alike(i, at)) && is_all_denied(at);
      }
      if (any && denied) return true;
    }
    return false;
  }

  // "Eight after the opening", where the statement has: until then, [before the opening], eight. Of
  // what both put a time before or after, one puts the opposite; a "not" would make them the same.
  [[nodiscard]] bool is_of_other_side() const {
    const shared_words::sentence* main = both_.main_sentence();
    if (main == nullptr || both_.claim_denies()) return false;
    bool any = false;
    for (std::size_t at = main->begin; at < main->end; ++at) {
      if (is_of(record_.units()[at], negation | negative)) return false;
    }
    for (std::size_t i = 0; i < claim_.size(); ++i) {
      const std::uint32_t side = side_before(claim_, i);
      if (side == 0 || !both_.tells(i)) continue;
      for (std::size_t at = main->begin; at < main->end; ++at) {
        const std::uint32_t there = both_.alike(i, at) ? side_before(record_, at) : 0;
        if ((there & side) != 0) return false;
        any |= there != 0;
      }
    }
    return any;
  }

 private:
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
    const shared_words::sentence& own = both_.sentence_of(at);
    return &own == &both_.sentences().front() ? own.begin : (&own - 1)->begin;
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

  const shared_words& both_;
  const wording& claim_;
  const wording& record_;
};

}  // namespace

void compare_denials(const shared_words& both, const surroundings& around, agreement& out) {
  const denial_reader reader(both);
  out.denies = reader.is_denied_somewhere();
  if (around.denied) return;
  out.undone = reader.denies_any_act(around.cue) || reader.denies_commitment(around.cue);
  out.opposed = out.undone || reader.denies_what_denies() || reader.denies_own_act() ||
                reader.is_denied_whole() || reader.has_denied_word() || reader.is_of_other_side();
}

}  // namespace quoth::matching
