#include "antecedents.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace quoth::speakers {
namespace {

using names::gender;

// Roles and nouns are looked for among this many, the first of the text and the nearest. Keeps
// hostile texts linear.
constexpr std::size_t window = 96;

// What was named so long ago that less than this is left of its salience is not meant.
constexpr double present = 0.1;

class antecedent_finder {
 public:
  antecedent_finder(const reference& r, const discourse& known)
      : r_(r), known_(known), words_(known.list.words), head_(words_[r.head]) {}

  [[nodiscard]] std::uint32_t find() const {
    if (!r_.definite) return nothing;
    // "the bank", "the Leeds-based bank", not "the old bank"
    const bool bare = r_.head == r_.first + 1 || (r_.head == r_.first + 2 && tells_place());
    if (head_.is(person_noun)) {
      const std::uint32_t by_role = holder_of_role();
      const bool owner =
          by_role == nothing || !is_owned() || has_role_word(by_role, words_[r_.head + 1].entry);
      if (by_role != nothing && owner) return by_role;
      const std::uint32_t by_noun = same_noun();
      if (is_owned() || introduces()) return by_noun;
      // “the Swede”, “the 48-year-old”: whom the text is about.
      const bool aged = head_.form == shape::number ||
                        (r_.head > r_.first && words_[r_.head - 1].form == shape::number &&
                         words_[r_.head - 1].is(person_noun));
      const bool telling =
          aged || head_.is(office | demonym | anaphoric) || head_.traits.sex != gender::unknown;
      const bool points = telling && (head_.in_source || aged);
      if (!points || (by_noun != nothing && is_introduced(by_noun))) return by_noun;
      const std::uint32_t meant = most_salient_name();
      return meant != nothing ? meant : by_noun;
    }
    if (head_.is(organisation_noun)) {
      const std::uint32_t named = head_.is(anaphoric) && bare ? named_organisation() : nothing;
      return named != nothing ? named : same_noun();
    }
    if (head_.is(work) && bare && !known_.works.empty()) return known_.works.back().entity;
    return head_.is(document_noun) ? same_noun() : nothing;
  }

 private:
  // the [Leeds-based] bank: a compound with a capital.
  [[nodiscard]] bool tells_place() const {
    const word& w = words_[r_.head - 1];
    return !known_.language.capitalises_nouns() && w.is_capital() &&
           known_.entries.lower(w.entry).find('-') != std::string_view::npos;
  }

  // Президент клубу, речник уряду: where nouns have cases, the noun behind tells whose he is.
  [[nodiscard]] bool is_owned() const {
    if (!known_.language.drops_subject() || r_.head + 1 >= words_.size()) return false;
    const word& next = words_[r_.head + 1];
    return next.sentence == head_.sentence && next.mark == 0 && !next.is(any_function) &&
           next.traits.pronoun == pronoun_class::none && !next.is(reporting_verb);
  }

  // Свідок, який …: without an article, somebody new.
  [[nodiscard]] bool introduces() const {
    if (!known_.language.drops_subject() || r_.head + 2 >= words_.size()) return false;
    if (words_[r_.head + 1].mark != U',') return false;
    const std::uint32_t end =
        std::min<std::uint32_t>(r_.head + 4, static_cast<std::uint32_t>(words_.size()));
    for (std::uint32_t i = r_.head + 2; i < end; ++i) {
      if (words_[i].traits.pronoun == pronoun_class::relative) return true;
    }
    return false;
  }

  [[nodiscard]] bool same_role(const role& held, std::uint32_t entry, std::string_view full) const {
    return known_.entries[held.word].stem == known_.entries[entry].stem || held.full == full ||
           (known_.language.capitalises_nouns() &&
            (held.full.ends_with(full) ||
             known_.entries.lower(held.word).ends_with(known_.entries.lower(entry))));
  }

  // Calls use(role) for the first roles of the text and those nearest before and after.
  template <class Use>
  void each_role(Use use) const {
    const std::span<const role> roles(known_.table.roles);
    const std::size_t early = std::min(roles.size(), window);
    for (const role& held : roles.first(early)) use(held);
    const auto here =
        std::ranges::partition_point(roles, [&](const role& held) { return held.at < r_.first; });
    const auto at = static_cast<std::size_t>(here - roles.begin());
    const std::size_t begin = std::max(early, at > window ? at - window : 0);
    const std::size_t end = std::min(roles.size(), at + window / 4);
    for (std::size_t i = begin; i < end; ++i) use(roles[i]);
  }

  [[nodiscard]] bool has_role_word(std::uint32_t entity, std::uint32_t entry) const {
    const std::string_view full = known_.language.full_role(known_.entries.lower(entry));
    bool found = false;
    each_role([&](const role& held) {
      found = found || (held.entity == entity && same_role(held, entry, full));
    });
    return found;
  }

  [[nodiscard]] std::uint32_t holder_of_role() const {
    const std::string_view full = known_.language.full_role(known_.entries.lower(head_.entry));
    std::array<std::uint32_t, 8> holders{};
    std::size_t count = 0;
    each_role([&](const role& held) {
      const auto end = holders.begin() + static_cast<std::ptrdiff_t>(count);
      if (count == holders.size() || !held.head || !same_role(held, head_.entry, full)) return;
      if (std::find(holders.begin(), end, held.entity) == end) holders[count++] = held.entity;
    });
    choice chosen;
    for (std::size_t i = 0; i < count; ++i) chosen.offer(holders[i], fitness(holders[i]));
    return chosen.entity;
  }

  // How well the holder of a role fits: salience, and the words before the noun ("former").
  [[nodiscard]] double fitness(std::uint32_t holder) const {
    double score = 0.1;
    known_.people.each(head_.step, [&](std::uint32_t e, double salience, unsigned) {
      if (e == holder) score += salience;
    });
    for (std::uint32_t i = r_.first; i < r_.head; ++i) {
      if (words_[i].mark != 0 || words_[i].is(any_function)) continue;
      score += has_role_word(holder, words_[i].entry) ? 1 : -1;
    }
    return score - (holds_another(holder) ? 1 : 0);
  }

  // The [vice] president, the [former] mayor: not whom the noun alone means.
  [[nodiscard]] bool holds_another(std::uint32_t holder) const {
    const std::string_view full = known_.language.full_role(known_.entries.lower(head_.entry));
    bool another = false, same = false;
    each_role([&](const role& held) {
      if (held.entity != holder || !held.head || !same_role(held, head_.entry, full)) return;
      const bool made = held.at > 0 && makes_another(held.at - 1);
      another = another || made;
      same = same || !made;
    });
    return another && !same;
  }

  // Whether the word makes another office of the one behind it, and the reference lacks the word.
  [[nodiscard]] bool makes_another(std::uint32_t i) const {
    return known_.language.makes_another_role(known_.entries.lower(words_[i].entry)) &&
           std::none_of(words_.begin() + r_.first, words_.begin() + r_.head,
                        [&](const word& w) { return w.entry == words_[i].entry; });
  }

  // "the engineer" after "an engineer at the Lower Mill works".
  [[nodiscard]] std::uint32_t same_noun() const {
    const std::uint32_t noun = known_.entries[head_.entry].stem;
    std::size_t left = window;
    for (auto at = known_.nominals.rbegin(); at != known_.nominals.rend() && left > 0;
         ++at, --left) {
      if (known_.entries[words_[at->head].entry].stem == noun) return at->entity;
    }
    return nothing;
  }

  // Whether the noun that made the entity told the reader of somebody new: "a candidate", "his
  // lawyer". "The candidate" points to somebody, even where it was not seen to whom.
  [[nodiscard]] bool is_introduced(std::uint32_t entity) const {
    return !words_[known_.table[entity].first].is(definite);
  }

  // Следователь beside the expert Наумов: where nouns have no articles, one that tells what
  // somebody is stands for nobody who is something else.
  [[nodiscard]] bool has_another_role(std::uint32_t entity) const {
    if (!known_.language.drops_subject() || head_.is(anaphoric | demonym)) return false;
    bool found = false;
    each_role([&](const role& held) { found = found || (held.entity == entity && held.head); });
    return found;
  }

  // "The Republican nominee" in a text that names one person and tells no roles.
  [[nodiscard]] std::uint32_t most_salient_name() const {
    choice chosen;
    unsigned candidates = 0;
    const gender sex =
        head_.traits.sex != gender::unknown ? head_.traits.sex : words_[r_.first].traits.sex;
    known_.people.each(head_.step, [&](std::uint32_t e, double salience, unsigned) {
      const entity& candidate = known_.table[e];
      const bool agrees =
          sex == gender::unknown || candidate.sex == gender::unknown || candidate.sex == sex;
      if (candidate.named && candidate.type == name_type::person && agrees &&
          !has_another_role(e)) {
        chosen.offer(e, salience);
        ++candidates;
      }
    });
    // Without articles, a noun for a role points back where only one person may be meant.
    const bool vague = known_.language.drops_subject() && candidates > 1 &&
                       !head_.is(anaphoric | demonym) && head_.form != shape::number;
    return chosen.best > present && !vague ? chosen.entity : nothing;
  }

  // "the bank" after Wells Fargo.
  [[nodiscard]] std::uint32_t named_organisation() const {
    choice chosen;
    const std::uint32_t noun = known_.entries[head_.entry].stem;
    known_.things.each(head_.step, [&](std::uint32_t e, double salience, unsigned) {
      const entity& candidate = known_.table[e];
      if (!candidate.named || candidate.type == name_type::place ||
          candidate.type == name_type::document || candidate.best == nothing) {
        return;
      }
      const mention& best = known_.mentions[candidate.best];
      if (candidate.type != name_type::organisation && best.size() == 1) return;
      for (std::uint32_t i = best.first; i < best.last; ++i) {
        if (known_.entries[words_[i].entry].stem == noun) salience += 2;
      }
      chosen.offer(e, salience);
    });
    return chosen.best > present ? chosen.entity : nothing;
  }

  const reference& r_;
  const discourse& known_;
  const std::vector<word>& words_;
  const word& head_;
};

}  // namespace

std::uint32_t antecedent_of(const reference& r, const discourse& known) {
  return antecedent_finder(r, known).find();
}

}  // namespace quoth::speakers
