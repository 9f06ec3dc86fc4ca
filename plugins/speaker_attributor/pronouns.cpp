#include "pronouns.hpp"

#include <vector>

namespace quoth::speakers {
namespace {

using names::gender;

class pronoun_reader {
 public:
  explicit pronoun_reader(const discourse& known) : known_(known), words_(known.list.words) {}

  [[nodiscard]] choice meaning_of_pronoun(std::uint32_t at) const {
    const word& w = words_[at];
    switch (w.traits.pronoun) {
      case pronoun_class::object:
      case pronoun_class::reflexive:
        if (w.quoted || stresses(at)) return {};
        return choose_person(w.traits.sex, w.step, subject_of_clause(at));
      case pronoun_class::subject:
      case pronoun_class::possessive:
        if (w.quoted) return {};
        return choose_person(w.traits.sex, w.step);
      case pronoun_class::thing:
        if (w.quoted) return {};
        return choose_thing(w.step);
      case pronoun_class::expletive:
        if (w.quoted || w.in_source) return {};
        return choose_thing(w.step);
      case pronoun_class::plural:
        if (w.quoted) return {};
        return choose_plural(w.step);
      case pronoun_class::relative:
      case pronoun_class::relative_thing:
        if (!w.in_source) return {};
        return choose_relative(at, w.traits.pronoun == pronoun_class::relative);
      case pronoun_class::author:
      case pronoun_class::authors:
      case pronoun_class::addressee:
      case pronoun_class::demonstrative:
      case pronoun_class::one:
      case pronoun_class::none:
        break;
    }
    return {};
  }

  [[nodiscard]] choice meaning_of_verb(std::uint32_t verb, std::uint32_t next_name) const {
    const word& w = words_[verb];
    if (w.quoted || w.traits.sex == gender::unknown) return {};
    if (next_name < verb + 4 && same_sentence(next_name, verb)) return {};
    for (std::uint32_t i = verb + 1; i < words_.size() && i < verb + 3; ++i) {
      if (same_sentence(i, verb) &&
          (words_[i].is(person_noun) || words_[i].traits.pronoun == pronoun_class::subject)) {
        return {};
      }
    }
    if (!known_.references.empty() && same_sentence(known_.references.back().first, verb) &&
        known_.table[known_.references.back().entity].type == name_type::person) {
      return {};
    }
    return choose_person(w.traits.sex, w.step);
  }

 private:
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return words_[a].sentence == words_[b].sentence;
  }

  // The person whom a pronoun of that sex means; not `other`, where it is given.
  [[nodiscard]] choice choose_person(gender sex, std::uint32_t step,
                                     std::uint32_t other = nothing) const {
    choice chosen;
    known_.people.each(step, [&](std::uint32_t e, double salience, unsigned) {
      if (e == other) return;
      const entity& candidate = known_.table[e];
      double score = salience;
      if (sex != gender::unknown && candidate.sex != gender::unknown && candidate.sex != sex) {
        if (candidate.sex_certain) return;
        score *= 0.3;
      }
      if (candidate.sex == gender::unknown) score *= candidate.named ? 0.9 : 0.6;
      if (!candidate.named) score *= 0.5;
      if (candidate.type == name_type::unknown) score *= 0.4;
      chosen.offer(e, score);
    });
    return chosen;
  }

  [[nodiscard]] choice choose_thing(std::uint32_t step) const {
    choice chosen;
    known_.things.each(step, [&](std::uint32_t e, double salience, unsigned) {
      chosen.offer(e, salience * (known_.table[e].type == name_type::place ? 0.7 : 1));
    });
    return chosen;
  }

  [[nodiscard]] choice choose_plural(std::uint32_t step) const {
    choice chosen;
    known_.groups.each(
        step, [&](std::uint32_t e, double salience, unsigned) { chosen.offer(e, salience); });
    known_.things.each(step, [&](std::uint32_t e, double salience, unsigned) {
      if (known_.table[e].type == name_type::organisation) chosen.offer(e, salience * 0.45);
    });
    return chosen;
  }

  [[nodiscard]] choice choose_relative(std::uint32_t at, bool person) const {
    if (const reference* before = relative_antecedent(at, person)) {
      choice chosen;
      chosen.offer(before->entity, 1);
      return chosen;
    }
    return person ? choose_person(gender::unknown, words_[at].step) : choose_thing(words_[at].step);
  }

  // The nearest reference before a relative pronoun that it may mean, in the same sentence.
  [[nodiscard]] const reference* relative_antecedent(std::uint32_t at, bool person) const {
    const bool goes_on = at > 0 && is_and(at - 1);  // a man who came and [who] left
    for (auto r = known_.references.rbegin(); r != known_.references.rend(); ++r) {
      if (!same_sentence(r->first, at) || r->last + 12 < at) break;
      if (goes_on && words_[r->first].traits.pronoun == words_[at].traits.pronoun) return &*r;
      const entity& e = known_.table[r->entity];
      const bool personal = e.type == name_type::person || e.type == name_type::group;
      const bool modifies = r->kind == reference_kind::name && r->last < at &&
                            words_[r->last].form == shape::lower &&
                            !words_[r->last].is(any_function);  // "a Clinton staffer who"
      if (r->kind == reference_kind::pronoun || personal != person || modifies) continue;
      const reference* named = person ? named_before(*r) : nullptr;
      return named != nullptr ? named : &*r;
    }
    return nullptr;
  }

  [[nodiscard]] bool is_and(std::uint32_t i) const {
    return words_[i].form == shape::lower &&
           known_.entries.lower(words_[i].entry) == known_.language.and_word();
  }

  // Liv Tangen, 32, [a pollster and strategist]: the name that a noun behind its comma describes,
  // or null.
  [[nodiscard]] const reference* named_before(const reference& noun) const {
    if (noun.kind != reference_kind::nominal || !words_[noun.head].is(person_noun)) return nullptr;
    constexpr unsigned longest = 8;  // nouns of the description, and words of a name before them
    const reference* first = &noun;
    for (unsigned nouns = 0;
         nouns < longest && first != known_.references.data() && first->first > 0 &&
         is_and(first->first - 1) && (first - 1)->last + 1 == first->first;
         ++nouns) {
      --first;
    }
    std::uint32_t begin = first->first;  // [President Anne Vance’s] adviser
    for (unsigned n = 0; n < longest && begin > 0 && words_[begin - 1].is_capital(); ++n) --begin;
    if (begin < 3 || words_[begin - 1].mark != U',') return nullptr;
    std::uint32_t end = begin - 1;
    if (words_[end - 1].form == shape::number && words_[end - 2].mark == U',') end -= 2;  // , 32,
    while (first != known_.references.data() && first->last > end) --first;
    const bool named = first->kind == reference_kind::name && first->last == end &&
                       known_.table[first->entity].type == name_type::person;
    return named && same_sentence(first->first, noun.first) ? first : nullptr;
  }

  // Vaughan stood by [him]: whom an object pronoun cannot mean, the last one named before it.
  [[nodiscard]] std::uint32_t subject_of_clause(std::uint32_t at) const {
    if (known_.references.empty()) return nothing;
    const reference& last = known_.references.back();
    const bool owns = words_[last.last - 1].possessive ||
                      words_[last.first].traits.pronoun == pronoun_class::possessive;
    return same_sentence(last.first, at) && !owns ? last.entity : nothing;
  }

  // Hudec [himself]: stresses the name before it and means nobody else.
  [[nodiscard]] bool stresses(std::uint32_t at) const {
    return words_[at].traits.pronoun == pronoun_class::reflexive && !known_.references.empty() &&
           known_.references.back().last == at && same_sentence(known_.references.back().first, at);
  }

  const discourse& known_;
  const std::vector<word>& words_;
};

}  // namespace

choice meaning_of_pronoun(std::uint32_t at, const discourse& known) {
  return pronoun_reader(known).meaning_of_pronoun(at);
}

choice meaning_of_verb(std::uint32_t verb, std::uint32_t next_name, const discourse& known) {
  return pronoun_reader(known).meaning_of_verb(verb, next_name);
}

}  // namespace quoth::speakers
