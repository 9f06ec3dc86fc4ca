#include "source_names.hpp"

#include <algorithm>

namespace quoth::speakers {
namespace {

[[nodiscard]] std::vector<mention>::const_iterator mention_of(const reading& of,
                                                              const reference& r) {
  const auto at = std::ranges::lower_bound(of.mentions, r.first, {}, &mention::first);
  return at != of.mentions.end() && at->first == r.first ? at : of.mentions.end();
}

// Reads a source as a list: nothing between its names but commas, brackets, titles and one "and".
class list_reader {
 public:
  explicit list_reader(const source_words& source)
      : of_(source.of),
        words_(source.of.list.words),
        inside_(source.inside),
        first_(source.first),
        last_(source.last) {}

  [[nodiscard]] std::vector<const reference*> names() const {
    const std::vector<const reference*> names = candidates();
    if (names.size() < 2 || names.size() > longest_list) return {};
    const bool of_people = is_person(*names[0]);
    bool joined = false;
    std::vector<const reference*> listed{names[0]};
    for (std::size_t k = 1; k < names.size(); ++k) {
      const gap between = gap_between(*names[k - 1], *names[k], of_people);
      if (between.bracket) continue;  // the name stands in brackets: a party, a state
      if (joined && (between.other || !between.joined)) break;
      const bool people = of_people && is_person(*names[k]);
      if (between.other || !(between.joined || between.comma) || (between.role && !people)) {
        return {};
      }
      listed.push_back(names[k]);
      joined = joined || between.joined;
    }
    if (!joined || !may_lead_to(*listed[0])) return {};
    if (listed.back()->last < last_ && words_[listed.back()->last].is(any_noun)) {
      return {};  // "Trump and Clinton supporters"
    }
    return listed;
  }

 private:
  static constexpr std::size_t longest_list = 8;  // names

  // What stands between two names.
  struct gap {
    bool bracket = false;  // one that stays open
    bool joined = false;   // "and"
    bool comma = false, role = false, other = false;
  };

  // The names that own nothing in the source; the second may, where it ends the source.
  [[nodiscard]] std::vector<const reference*> candidates() const {
    std::vector<const reference*> names;
    for (const reference& r : inside_) {
      if (r.kind != reference_kind::name || tells_of_name(r)) continue;
      const bool owner = words_[r.last - 1].possessive;
      if (!owner || (r.last == last_ && names.size() == 1)) names.push_back(&r);
    }
    return names;
  }

  [[nodiscard]] gap gap_between(const reference& left, const reference& right,
                                bool of_people) const {
    gap found;
    for (std::uint32_t i = left.last; i < lead_of(right) && !found.other; ++i) {
      const word& w = words_[i];
      if (w.mark == U'(') found.bracket = true;
      if (w.mark == U')') {
        found.bracket = false;
        continue;
      }
      const bool is_and = of_.is_and(i);
      found.joined = found.joined || is_and;
      found.comma = found.comma || w.mark == U',';
      found.role = found.role || (w.is(definite) && !found.joined && of_people);
      if (found.bracket || w.mark == U',' || w.is(definite) || w.mark == U'.' || is_and) continue;
      // and [former mayor] Mia Tern
      const bool tells = (found.joined || found.comma) && may_tell_role(i);
      found.role = found.role || tells;
      found.other = !tells && !in_place_behind(left.last, i);
    }
    return found;
  }

  // Whether a list may begin with the name behind what stands before it in the source.
  [[nodiscard]] bool may_lead_to(const reference& name) const {
    const std::uint32_t lead = lead_of(name);
    const bool person = is_person(name);
    for (std::uint32_t i = first_; i < lead; ++i) {
      const bool role = i + 1 == lead && words_[i].is(group_noun | person_noun);
      const bool owner = words_[i].is(preposition) && !person;  // the fall of A and B
      if ((words_[i].is(any_noun) && !role) || owner) return false;
    }
    return true;
  }

  [[nodiscard]] std::uint32_t lead_of(const reference& r) const {
    const auto m = mention_of(of_, r);
    return m == of_.mentions.end() ? r.first : std::max(m->lead, first_);
  }

  [[nodiscard]] bool is_person(const reference& r) const {
    return of_.table[r.entity].type == name_type::person;
  }

  // A place or party that tells of the name before or behind it: of New York, [Ohio] governor Jane
  // Doe.
  [[nodiscard]] bool tells_of_name(const reference& r) const {
    if (of_.table[r.entity].type == name_type::person) return false;
    const bool before = r.last < last_ && may_tell_role(r.last);
    const bool behind = of_.table[r.entity].type == name_type::place && r.first > first_ + 1 &&
                        words_[r.first - 1].is(preposition);
    return before || behind;
  }

  // Whether the word may belong to the role before a name: former, governor, Ohio.
  [[nodiscard]] bool may_tell_role(std::uint32_t i) const {
    const word& w = words_[i];
    return w.mark == 0 && !w.is(any_function | group_noun) && !w.possessive &&
           w.traits.pronoun == pronoun_class::none &&
           (!w.is(reporting_verb) || w.is(person_noun)) &&
           (w.form == shape::lower || w.is(any_place | demonym | any_title));
  }

  // Jane Doe [of New York]: whether word i is of the preposition or place behind a name that ends
  // at `name`.
  [[nodiscard]] bool in_place_behind(std::uint32_t name, std::uint32_t i) const {
    if (i == name) return words_[i].is(joins_name) && i + 1 < last_ && words_[i + 1].is(any_place);
    return i < name + 3 && words_[name].is(joins_name) && words_[i].is_capital();
  }

  const reading& of_;
  const std::vector<word>& words_;
  const std::span<const reference> inside_;
  const std::uint32_t first_, last_;
};

// Reads a source as a role and the name that ends it.
class role_reader {
 public:
  explicit role_reader(const source_words& source)
      : source_(source),
        of_(source.of),
        words_(source.of.list.words),
        first_(source.first),
        last_(source.last) {}

  [[nodiscard]] const reference* name() const {
    if (const reference* r = name_behind_owned_role()) return r;
    if (const reference* r = name_behind_genitives()) return r;
    if (const reference* r = name_behind_joined_role()) return r;
    if (const reference* r = name_at(first_); r != nullptr && !words_[r->last - 1].possessive) {
      return name_behind_owner(*r);
    }
    for (std::uint32_t i = first_; i < last_; ++i) {
      const bool comma = words_[i].mark == U',' && i + 1 < last_;
      if (comma || (words_[i].is(person_noun) && words_[i].form == shape::lower && i + 1 < last_)) {
        const reference* r = comma ? name_behind_role(i + 1) : name_at(i + 1);
        if (r == nullptr || words_[r->last - 1].possessive) {
          if (comma) return nullptr;
          continue;
        }
        if (r->last < last_ && words_[r->last].is(any_noun)) return nullptr;
        if (comma && !role_in(first_, i)) return nullptr;
        return r;
      }
      if (words_[i].traits.pronoun == pronoun_class::relative) return nullptr;
    }
    return name_behind_source();
  }

 private:
  // The former England opener Nick Salter: a full name behind a noun that another name owns.
  [[nodiscard]] const reference* name_behind_owned_role() const {
    const reference* owner = nullptr;
    for (const reference& r : source_.inside) {
      if (r.kind != reference_kind::name) continue;
      const name_type type = of_.table[r.entity].type;
      if (owner != nullptr && type == name_type::person && r.last - r.first > 1) {
        const auto between = [&](const word& w) {
          return w.mark == 0 && w.form == shape::lower && !w.is(any_function | reporting_verb) &&
                 w.traits.pronoun == pronoun_class::none;
        };
        const std::uint32_t role = owner->last;
        const bool owned =
            role < r.first && std::all_of(words_.begin() + role, words_.begin() + r.first, between);
        return owned ? &r : nullptr;
      }
      if (owner != nullptr || words_[r.last - 1].possessive || type == name_type::person) {
        return nullptr;
      }
      for (std::uint32_t i = first_; i < r.first; ++i) {
        if (words_[i].mark != 0 || words_[i].is(preposition | conjunction)) return nullptr;
      }
      owner = &r;
    }
    return nullptr;
  }

  // Former secretary of state and current candidate Jane Doe: what a role is of stands between it
  // and the name. Not so a friend of the candidate Jane Doe, nor a friend of Jane Doe.
  [[nodiscard]] const reference* name_behind_joined_role() const {
    if (of_.language->capitalises_nouns() || of_.language->drops_subject()) return nullptr;
    bool role = false, joined = false;
    for (std::uint32_t i = first_; i < last_; ++i) {
      const reference* r = name_at(i);
      if (r != nullptr && of_.table[r->entity].type == name_type::person) {
        if (!role) return nullptr;
        const bool own_role =
            std::any_of(words_.begin() + i, words_.begin() + r->first,
                        [](const word& w) { return w.is(person_noun | any_title); });
        const bool apart = r->first > i || !words_[i - 1].is(preposition | conjunction);
        // chief of [staff] General Jane Doe, but a friend of General Jane Doe
        const bool his_own = i > first_ && words_[i - 1].form == shape::lower &&
                             words_[i - 1].is(any_noun) && words_[i].is_capital();
        const bool whole = apart && !(joined && own_role && !his_own) &&
                           !words_[r->last - 1].possessive &&
                           (r->last == last_ || !words_[r->last].is(any_noun));
        return whole ? r : nullptr;
      }
      const word& w = words_[i];
      const bool of_somebody = joined && w.is(person_noun | any_title);
      if (w.mark != 0 || w.traits.pronoun != pronoun_class::none || w.is(auxiliary) ||
          (w.is(group_noun) && !joined) || (w.is(determiner) && (i > first_ || !w.is(definite))) ||
          of_somebody) {
        return nullptr;
      }
      if (w.is(preposition)) {
        if (!role || !w.is(joins_name)) return nullptr;
        joined = true;
      }
      if (of_.is_and(i)) joined = false;
      role = role || w.is(person_noun | any_title);
    }
    return nullptr;
  }

  // Економіст Центру досліджень Богдан Прохорчук: where nouns have cases, the last name before a
  // comma that stands in the nominative.
  [[nodiscard]] const reference* name_behind_genitives() const {
    if (!of_.language->drops_subject()) return nullptr;
    const std::uint32_t lead = std::min(last_, first_ + 3);  // Художественный руководитель театра
    if (std::none_of(words_.begin() + first_, words_.begin() + lead,
                     [](const word& w) { return w.is(person_noun | office); })) {
      return nullptr;
    }
    const reference* found = nullptr;
    for (const reference& r : source_.inside) {
      if (r.kind != reference_kind::name || of_.table[r.entity].type != name_type::person) continue;
      const bool parted = std::any_of(words_.begin() + first_, words_.begin() + r.first,
                                      [](const word& w) { return w.mark == U','; });
      if (parted) break;
      const word& given = words_[r.first];
      const bool nominative = given.is(given_name) && !given.is(declined);
      if (nominative && r.last - r.first > 1) found = &r;
    }
    return found;
  }

  // Her son, [the film-maker] Daniel Lascelles; його дружина, [депутатка] Лариса Турчин: the name
  // that a role leads to.
  [[nodiscard]] const reference* name_behind_role(std::uint32_t first) const {
    for (std::uint32_t i = first; i < last_ && i < first + 5; ++i) {
      if (const reference* r = name_at(i)) {
        return i == first || of_.table[r->entity].type == name_type::person ? r : nullptr;
      }
      const word& w = words_[i];
      const bool role = w.mark == 0 && !w.possessive && w.traits.pronoun == pronoun_class::none &&
                        !w.is(any_function & ~std::uint32_t{determiner | definite}) &&
                        (!w.is(reporting_verb) || w.is(any_noun));
      if (!role) return nullptr;
    }
    return nullptr;
  }

  // TV favourite Chloe Brandt: whose favourite a person is stands before the name.
  [[nodiscard]] const reference* name_behind_owner(const reference& owner) const {
    if (of_.table[owner.entity].type == name_type::person || owner.last >= last_) {
      return nullptr;
    }
    const word& next = words_[owner.last];
    if (next.form != shape::lower || next.is(any_function | reporting_verb)) return nullptr;
    const reference* r = name_behind_role(owner.last);
    if (r != nullptr && of_.table[r->entity].type == name_type::person) return r;
    // Fleet operator TransRiver: no more than one noun and the name stand behind the first word
    const reference* name = name_at(owner.last + 1);
    const bool whole = name != nullptr && name->last == last_ && words_[owner.first].first &&
                       owner.last == owner.first + 1;
    return whole ? name : nullptr;
  }

  // The same where the source ends with the role, and the name stands between commas behind it.
  [[nodiscard]] const reference* name_behind_source() const {
    if (last_ + 1 >= words_.size() || words_[last_].mark != U',') return nullptr;
    const auto behind = references_within(of_.references, last_ + 1, last_ + 1 + longest_source);
    if (behind.empty() || behind[0].kind != reference_kind::name) return nullptr;
    const auto m = mention_of(of_, behind[0]);
    const std::uint32_t first =
        m == of_.mentions.end() ? behind[0].first : std::min(m->lead, behind[0].first);
    const std::uint32_t end = behind[0].last;
    if (first != last_ + 1 || end >= words_.size() || words_[end].mark != U',') return nullptr;
    return role_in(first_, last_) ? &behind[0] : nullptr;
  }

  // Whether words before a comma and a name may be that person's role: "Trump's running mate".
  [[nodiscard]] bool role_in(std::uint32_t first, std::uint32_t last) const {
    bool owned = false;
    for (std::uint32_t i = first; i < last; ++i) {
      const bool last_noun = i + 1 == last || !words_[i + 1].is(any_noun);  // the lead author
      if (words_[i].is(person_noun | office | organisation_noun)) return true;
      if (words_[i].is(group_noun | document_noun) && last_noun) return false;
      owned = owned || words_[i].possessive || words_[i].is(definite) ||
              words_[i].traits.pronoun == pronoun_class::possessive;
    }
    return owned;
  }

  [[nodiscard]] const reference* name_at(std::uint32_t at) const {
    return speakers::name_at(source_, at);
  }

  const source_words& source_;
  const reading& of_;
  const std::vector<word>& words_;
  const std::uint32_t first_, last_;
};

}  // namespace

const reference* name_at(const source_words& source, std::uint32_t at) {
  for (const reference& r : source.inside) {
    if (r.kind != reference_kind::name) continue;
    if (r.first == at) return &r;
    const auto m = mention_of(source.of, r);
    if (m != source.of.mentions.end() && m->lead <= at && at <= r.first) return &r;
  }
  return nullptr;
}

std::vector<const reference*> names_of_list(const source_words& source) {
  return list_reader(source).names();
}

const reference* name_after_role(const source_words& source) {
  return role_reader(source).name();
}

}  // namespace quoth::speakers
