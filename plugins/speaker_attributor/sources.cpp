#include "sources.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "signatures.hpp"
#include "text/classes.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace quoth::speakers {
namespace {

using quoth::speaker_link;
using quoth::speaker_type;

speaker_type speaker_type_of(name_type type) {
  switch (type) {
    case name_type::person:
      return speaker_type::person;
    case name_type::organisation:
    case name_type::place:
      return speaker_type::organisation;  // a country speaks as one
    case name_type::group:
      return speaker_type::group;
    case name_type::document:
      return speaker_type::document;
    case name_type::unknown:
      break;
  }
  return speaker_type::unknown;
}

// Reads one source span. Words [first_, last_) shrink to what names the speaker.
class source_reader {
 public:
  source_reader(reading& of, std::uint32_t first, std::uint32_t last)
      : of_(of), words_(of.list.words), first_(first), last_(std::min(last, first + longest)) {}

  resolved_speaker read() {
    inside_ = references_within(of_.references, first_, last_);
    trim();
    if (first_ >= last_) return {};
    inside_ = references_within(of_.references, first_, last_);
    drop_addressee();
    if (auto author = read_author()) return *author;
    if (auto list = read_list()) return *list;
    if (auto others = read_name_and_others()) return *others;
    if (auto named = read_name_after_role()) return *named;
    const std::uint32_t end = phrase_end();
    if (end == first_) return {};
    return read_phrase(end);
  }

 private:
  // Words of a source that are read; what stands beyond does not name the speaker.
  static constexpr std::uint32_t longest = 96;

  [[nodiscard]] bool is_comma(std::uint32_t i) const {
    const char32_t mark = words_[i].mark;
    return mark == U',' || mark == U';' || mark == U'(' || mark == U':' ||
           quoth::text::is_dash(mark);
  }

  // Marks, prepositions and verbs of the cue (by, from, according to, redet) and small adverbs
  // around the source; "the words of" before it.
  void trim() {
    trim_beginning();
    if (skip_utterance()) trim_beginning();
    while (first_ < last_ && (words_[last_ - 1].mark != 0 || stresses(last_ - 1))) --last_;
    if (says_nothing()) first_ = last_;
  }

  // Die Angeklagte [selbst], the mayor [herself]: stresses who speaks.
  [[nodiscard]] bool stresses(std::uint32_t i) const {
    return i > first_ && words_[i].traits.pronoun == pronoun_class::reflexive;
  }

  // "сказав Лисенко журналістам": in a language with cases what follows the name is to whom he says
  // it.
  void drop_addressee() {
    if (of_.language->of_names().endings().empty()) return;
    const reference* name = name_at(first_);
    if (name == nullptr || name->last >= last_ || of_.table[name->entity].type == name_type::group)
      return;
    const word& behind = words_[name->last];
    if (behind.form != shape::lower || !behind.is(group_noun)) return;
    last_ = name->last;
    inside_ = references_within(of_.references, first_, last_);
  }

  void trim_beginning() {
    while (first_ < last_ && name_at(first_) == nullptr &&
           (words_[first_].mark != 0 || is_link(first_) || is_adverb_before(first_))) {
      ++first_;
    }
  }

  // A preposition, conjunction or verb that leads to the source.
  [[nodiscard]] bool is_link(std::uint32_t i) const {
    const word& w = words_[i];
    if (w.form == shape::number || w.is(any_noun)) return false;
    const bool verb = w.is(reporting_verb) && w.form == shape::lower && i + 1 < last_;
    return w.is(preposition | conjunction) || verb;
  }

  // "Angaben des Ministeriums", "словами рятувальників": whose words they are stands after it.
  bool skip_utterance() {
    for (std::uint32_t i = first_; i < last_ && i < first_ + 3; ++i) {
      if (!words_[i].is(utterance)) continue;
      if (i > first_ && words_[i - 1].traits.pronoun == pronoun_class::possessive) {
        first_ = i - 1;  // "за її словами", "nach ihren Angaben": whose they are stands before it
        last_ = i;
        return false;
      }
      first_ = i + 1;  // nothing after it: "nach eigenen Angaben" names nobody
      // Angaben [der] Anklage: the article is not in the case of a speaker
      const bool article = of_.language->capitalises_nouns() && first_ + 2 == last_ &&
                           words_[first_].is(definite) && !words_[first_ + 1].is(any_noun);
      if (article) ++first_;
      return true;
    }
    return false;
  }

  // Only articles, numbers and other small words: no source, whatever cut it so.
  [[nodiscard]] bool says_nothing() const {
    for (std::uint32_t i = first_; i < last_; ++i) {
      const word& w = words_[i];
      if (w.mark != 0 || (w.form == shape::number && !w.is(person_noun))) continue;
      const bool small = w.is(any_function) && !w.is(any_noun) && name_at(i) == nullptr;
      if (w.traits.pronoun != pronoun_class::none || !small || quantifies(w)) return false;
    }
    return true;
  }

  // "Some", "Several", "Others" speak for themselves.
  [[nodiscard]] bool quantifies(const word& w) const {
    return w.is(determiner) && !w.is(definite) && w.traits.pronoun == pronoun_class::none &&
           w.end - w.begin > 3;
  }

  [[nodiscard]] bool is_adverb_before(std::uint32_t i) const {
    return i + 1 < last_ && words_[i].is(other_function) && !words_[i].is(determiner) &&
           words_[i].form != shape::upper && words_[i].traits.pronoun == pronoun_class::none &&
           !words_[i].is(given_name) && !words_[i].is(any_noun);
  }

  // I, we, our paper: outside quotation marks they are the writer's.
  [[nodiscard]] std::optional<resolved_speaker> read_author() const {
    const pronoun_class p = words_[first_].traits.pronoun;
    if (p != pronoun_class::author && p != pronoun_class::authors) return std::nullopt;
    if (last_ - first_ > 1 && words_[first_ + 1].is(any_noun)) return std::nullopt;
    const bool owned =
        last_ - first_ > 1 && words_[first_ + 1].form == shape::lower && plain_noun(first_ + 1);
    if (owned) return by_literal(phrase_end());  // my other half: a noun that no list has
    return speaker_is_author(of_, first_, last_);
  }

  [[nodiscard]] const reference* name_at(std::uint32_t first) const {
    for (const reference& r : inside_) {
      if (r.kind != reference_kind::name) continue;
      const auto m = mention_of(r);
      if (r.first == first || (m != of_.mentions.end() && m->lead <= first && first <= r.first)) {
        return &r;
      }
    }
    return nullptr;
  }

  [[nodiscard]] std::vector<mention>::const_iterator mention_of(const reference& r) const {
    const auto at = std::ranges::lower_bound(of_.mentions, r.first, {}, &mention::first);
    return at != of_.mentions.end() && at->first == r.first ? at : of_.mentions.end();
  }

  [[nodiscard]] bool is_and(std::uint32_t i) const {
    return words_[i].form == shape::lower &&
           of_.entries.lower(words_[i].entry) == of_.language->and_word();
  }

  // "Obama and Clinton", "Jeff Merkley (D-Ore.), Sherrod Brown (D-Ohio) and Robert Menendez": the
  // names, and nothing between them but commas, brackets, titles and one "and".
  [[nodiscard]] std::optional<resolved_speaker> read_list() {
    std::vector<const reference*> names;
    for (const reference& r : inside_) {
      if (r.kind != reference_kind::name || tells_of_name(r)) continue;
      if (!words_[r.last - 1].possessive) names.push_back(&r);
      if (r.last == last_ && words_[r.last - 1].possessive && names.size() == 1) {
        names.push_back(&r);
      }
    }
    if (names.size() < 2 || names.size() > 8) return std::nullopt;
    const auto lead_of = [&](const reference& r) {
      const auto m = mention_of(r);
      return m == of_.mentions.end() ? r.first : std::max(m->lead, first_);
    };
    bool joined = false;
    std::vector<const reference*> listed{names[0]};
    const auto is_person = [&](const reference& r) {
      return of_.table[r.entity].type == name_type::person;
    };
    for (std::size_t k = 1; k < names.size(); ++k) {
      bool bracket = false, here = false, comma = false, role = false, other = false;
      for (std::uint32_t i = names[k - 1]->last; i < lead_of(*names[k]) && !other; ++i) {
        const word& w = words_[i];
        if (w.mark == U'(') bracket = true;
        if (w.mark == U')') {
          bracket = false;
          continue;
        }
        here = here || is_and(i);
        comma = comma || w.mark == U',';
        role = role || (w.is(definite) && !here && is_person(*names[0]));
        if (bracket || w.mark == U',' || w.is(definite) || w.mark == U'.' || is_and(i)) continue;
        const bool tells = (here || comma) && may_tell_role(i);  // and [former mayor] Mia Tern
        role = role || tells;
        other = !tells && !in_place_behind(names[k - 1]->last, i);
      }
      if (bracket) continue;  // the name stands in brackets: a party, a state
      if (joined && (other || !here)) break;
      const bool people = is_person(*names[0]) && is_person(*names[k]);
      if (other || !(here || comma) || (role && !people)) return std::nullopt;
      listed.push_back(names[k]);
      joined = joined || here;
    }
    if (!joined) return std::nullopt;
    for (std::uint32_t i = first_; i < lead_of(*listed[0]); ++i) {
      const bool role = i + 1 == lead_of(*listed[0]) && words_[i].is(group_noun | person_noun);
      const bool owner =
          words_[i].is(preposition) && !is_person(*listed[0]);  // the fall of A and B
      if ((words_[i].is(any_noun) && !role) || owner) return std::nullopt;
    }
    if (listed.back()->last < last_ && words_[listed.back()->last].is(any_noun)) {
      return std::nullopt;  // "Trump and Clinton supporters"
    }
    resolved_speaker result;
    for (std::size_t k = 0; k < listed.size(); ++k) {
      if (k > 0) {
        result.name += k + 1 == listed.size() ? " " + of_.language->and_word() + " " : ", ";
      }
      result.name += of_.table[listed[k]->entity].name;
    }
    result.type = speaker_type::group;
    result.link = speaker_link::name;
    result.mention = where(first_, last_);
    result.confidence = 0.85;
    return result;
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

  // "Craig Bryan and other scientists", "the nominee and his aides": more than one, not all named.
  [[nodiscard]] std::optional<resolved_speaker> read_name_and_others() const {
    if (!words_[last_ - 1].is(group_noun)) return std::nullopt;
    for (std::uint32_t i = first_ + 1; i + 2 < last_; ++i) {
      const word& next = words_[i + 1];
      if (!is_and(i) || !(next.is(determiner) || next.traits.pronoun == pronoun_class::possessive ||
                          next.traits.pronoun == pronoun_class::plural)) {
        continue;
      }
      resolved_speaker result;
      result.name = plain_text(of_.from->text, of_.list, first_, last_);
      result.type = speaker_type::group;
      result.link = name_at(first_) != nullptr ? speaker_link::name : speaker_link::nominal;
      result.mention = where(first_, last_);
      result.confidence = 0.7;
      return result;
    }
    return std::nullopt;
  }

  // "The minister of the economy, Mr. Guajardo Villarreal," and "his wife and current nominee
  // Hillary Clinton": the name that ends a role.
  [[nodiscard]] std::optional<resolved_speaker> read_name_after_role() {
    if (const reference* r = name_behind_owned_role()) return by_name(*r);
    if (const reference* r = name_behind_genitives()) return by_name(*r);
    if (const reference* r = name_behind_joined_role()) return by_name(*r);
    if (name_at(first_) != nullptr && !words_[name_at(first_)->last - 1].possessive) {
      return read_name_after_owner(*name_at(first_));
    }
    for (std::uint32_t i = first_; i < last_; ++i) {
      const bool comma = words_[i].mark == U',' && i + 1 < last_;
      if (comma || (words_[i].is(person_noun) && words_[i].form == shape::lower && i + 1 < last_)) {
        const reference* r = comma ? name_behind_role(i + 1) : name_at(i + 1);
        if (r == nullptr || words_[r->last - 1].possessive) {
          if (comma) return std::nullopt;
          continue;
        }
        if (r->last < last_ && words_[r->last].is(any_noun)) return std::nullopt;
        if (comma && !role_in(first_, i)) return std::nullopt;
        return by_name(*r);
      }
      if (words_[i].traits.pronoun == pronoun_class::relative) return std::nullopt;
    }
    return read_name_behind();
  }

  // The former England opener Nick Salter: a full name behind a noun that another name owns.
  [[nodiscard]] const reference* name_behind_owned_role() const {
    const reference* owner = nullptr;
    for (const reference& r : inside_) {
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
      if (is_and(i)) joined = false;
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
    for (const reference& r : inside_) {
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
  [[nodiscard]] std::optional<resolved_speaker> read_name_after_owner(const reference& owner) {
    if (of_.table[owner.entity].type == name_type::person || owner.last >= last_) {
      return std::nullopt;
    }
    const word& next = words_[owner.last];
    if (next.form != shape::lower || next.is(any_function | reporting_verb)) return std::nullopt;
    const reference* r = name_behind_role(owner.last);
    if (r != nullptr && of_.table[r->entity].type == name_type::person) return by_name(*r);
    // Fleet operator TransRiver: no more than one noun and the name stand behind the first word
    const reference* name = name_at(owner.last + 1);
    const bool whole = name != nullptr && name->last == last_ && words_[owner.first].first &&
                       owner.last == owner.first + 1;
    return whole ? std::optional(by_name(*name)) : std::nullopt;
  }

  // The same where the source ends with the role, and the name stands between commas behind it.
  [[nodiscard]] std::optional<resolved_speaker> read_name_behind() const {
    if (last_ + 1 >= words_.size() || words_[last_].mark != U',') return std::nullopt;
    const auto behind = references_within(of_.references, last_ + 1, last_ + 1 + longest);
    if (behind.empty() || behind[0].kind != reference_kind::name) return std::nullopt;
    const auto m = mention_of(behind[0]);
    const std::uint32_t first =
        m == of_.mentions.end() ? behind[0].first : std::min(m->lead, behind[0].first);
    const std::uint32_t end = behind[0].last;
    if (first != last_ + 1 || end >= words_.size() || words_[end].mark != U',') return std::nullopt;
    return role_in(first_, last_) ? std::optional(by_name(behind[0])) : std::nullopt;
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

  // The end of the first noun phrase: before a comma, a preposition or a relative clause, except
  // within a name.
  [[nodiscard]] std::uint32_t phrase_end() const {
    std::uint32_t i = first_;
    while (i < last_) {
      if (const reference* name = name_at(i); name != nullptr) {
        i = name->last;
        continue;
      }
      const word& w = words_[i];
      if (i > first_ && (is_comma(i) || w.is(preposition) || w.is(auxiliary) ||
                         w.traits.pronoun == pronoun_class::relative ||
                         (w.traits.pronoun == pronoun_class::relative_thing) || is_participle(i))) {
        break;
      }
      if (i > first_ && is_and(i) && (i + 1 == last_ || !words_[i + 1].is(any_noun))) break;
      ++i;
    }
    return i;
  }

  // "a study released by", "officials familiar with": what follows the noun describes it; not so
  // the last word, "high school administrators".
  [[nodiscard]] bool is_participle(std::uint32_t i) const {
    const word& w = words_[i];
    if (w.form != shape::lower || i == first_ || i + 1 == last_ || w.is(any_noun)) return false;
    if (of_.language->drops_subject()) return false;  // an adjective: Національне [антикорупційне]
    const bool after_noun = words_[i - 1].is(any_noun) ||
                            (words_[i - 1].is_capital() && !words_[i - 1].is(any_function));
    const bool function = w.is(any_function) || w.traits.pronoun != pronoun_class::none;
    return after_noun && !function && !(i + 1 < last_ && words_[i + 1].is(any_noun));
  }

  [[nodiscard]] resolved_speaker read_phrase(std::uint32_t end) {
    const word& opening = words_[first_];
    if (end == first_ + 1 && opening.traits.pronoun != pronoun_class::none) {
      // "One of the two candidates", "all of them": of whom it is one stands behind it.
      const bool part = end + 1 < last_ && words_[end].is(joins_name) &&
                        opening.traits.pronoun == pronoun_class::one;
      return part ? by_literal(end) : by_pronoun(first_, end);
    }
    // Мельничука цитує сайт: whose words are passed on stands first
    if (const reference* name = name_at(first_);
        of_.language->drops_subject() && name != nullptr && name->last < end &&
        of_.table[name->entity].type == name_type::person) {
      return by_name(*name);
    }
    const std::uint32_t head = end - 1;
    // The last reference of the phrase, and whether it is the head.
    const reference* last = nullptr;
    const reference* owner = nullptr;
    for (const reference& r : inside_) {
      if (r.last > end) break;
      if (words_[r.last - 1].possessive ||
          words_[r.first].traits.pronoun == pronoun_class::possessive) {
        owner = &r;
      }
      last = &r;
    }
    if (const std::uint32_t holder = holder_of(end, last); holder != nothing) {
      return by_noun(holder, holder + 1, reference_with_head(holder));
    }
    if (last != nullptr && last->last == end && last->kind == reference_kind::name) {
      if (auto title = quoted_title(end)) return *title;
      if (of_.table[last->entity].type == name_type::group) {  // "Many Americans"
        resolved_speaker result = by_literal(end);
        result.type = speaker_type::group;
        return result;
      }
      return by_name(*last);
    }
    if (auto title = quoted_title(end)) return *title;
    if (words_[head].is(any_noun) && words_[head].form != shape::upper) {
      return by_noun(head, end, last);
    }
    if (last != nullptr && last->kind == reference_kind::nominal &&
        words_[last->head].form == shape::number) {
      return by_noun(last->head, end, last);  // "the 27-year-old beautician"
    }
    // No noun for a speaker: "Trump still", "his eyes", "she openly"; but "seine Galerie".
    const bool noun = of_.language->capitalises_nouns() && words_[end - 1].is_capital() &&
                      opening.traits.pronoun == pronoun_class::possessive && end > first_ + 1;
    if (noun) return by_literal(end);
    if (opening.traits.pronoun != pronoun_class::none &&
        opening.traits.pronoun != pronoun_class::one &&
        opening.traits.pronoun != pronoun_class::demonstrative) {
      return by_pronoun(first_, first_ + 1);
    }
    if (owner != nullptr && owner->kind == reference_kind::name && owner->last < end) {
      return by_name(*owner);
    }
    if (owner != nullptr && owner->kind == reference_kind::nominal && owner->last < end) {
      return by_noun(owner->head, owner->last, owner);
    }
    if (const reference* name = name_at(first_);
        name != nullptr && (name->last == end || !plain_noun(end - 1) || words_[first_].heading ||
                            (name->last + 1 == end && ends_in_particle(end)))) {
      return by_name(*name);
    }
    return by_literal(end);
  }

  // Ida Roe weighs [in]: “…”, gives [in], hooray: what looks like a preposition before a mark
  // belongs to a verb, whether a list has it or not.
  [[nodiscard]] bool ends_in_particle(std::uint32_t at) const {
    return at + 1 < words_.size() && words_[at].is(preposition) && words_[at + 1].mark != 0 &&
           words_[at].sentence == words_[at - 1].sentence;
  }

  // "Речник президента", "ein Sprecher der Polizei": where a genitive follows its noun, that is the
  // person; but "президент України Володимир Зеленський" is the name at the end.
  [[nodiscard]] std::uint32_t holder_of(std::uint32_t end, const reference* last) const {
    if (!of_.language->drops_subject() && !of_.language->capitalises_nouns()) return nothing;
    const bool named = last != nullptr && last->last == end && last->kind == reference_kind::name &&
                       of_.table[last->entity].type == name_type::person;
    for (std::uint32_t i = first_; i + 1 < end && i < first_ + 3; ++i) {
      if (!words_[i].is(person_noun)) continue;
      const word& next = words_[i + 1];
      if (quoth::text::is_quotation_mark(next.mark)) return i;  // Директорка «Чорного Зрубу»
      if (named) return nothing;
      const bool name = next.is_capital() && i + 2 == end;  // мешканка Надія
      const bool genitive = of_.language->capitalises_nouns() ? next.is(determiner)
                                                              : next.form != shape::mark && !name;
      return genitive ? i : nothing;
    }
    return nothing;
  }

  [[nodiscard]] const reference* reference_with_head(std::uint32_t head) const {
    const auto at = std::ranges::find(inside_, head, &reference::head);
    return at == inside_.end() ? nullptr : &*at;
  }

  // Whether the word may be a noun that the lexicon lacks.
  [[nodiscard]] bool plain_noun(std::uint32_t i) const {
    const word& w = words_[i];
    return w.mark == 0 && !w.is(any_function) && w.traits.pronoun == pronoun_class::none &&
           !w.is(reporting_verb | adverb);
  }

  // DuVernay’s “13th”, the film “13th”: a work by its title.
  [[nodiscard]] std::optional<resolved_speaker> quoted_title(std::uint32_t end) const {
    std::uint32_t open = nothing;
    for (std::uint32_t i = first_; i < last_ && i <= end; ++i) {
      if (words_[i].mark == U'“' || words_[i].mark == U'"' || words_[i].mark == U'„' ||
          words_[i].mark == U'«') {
        open = i;
        break;
      }
    }
    if (open == nothing || open + 1 >= last_) return std::nullopt;
    // Директорка «Чорного Зрубу»: who heads it, not what it is called
    if (open > first_ && words_[open - 1].is(person_noun | office)) return std::nullopt;
    std::uint32_t close = open + 1;
    while (close < last_ && words_[close].mark != U'”' && words_[close].mark != U'"' &&
           words_[close].mark != U'“' && words_[close].mark != U'»') {
      ++close;
    }
    const word& begin = words_[open + 1];
    if (begin.form == shape::lower || begin.form == shape::mark || close + 1 < last_) {
      return std::nullopt;
    }
    resolved_speaker result;
    result.name = plain_text(of_.from->text, of_.list, open + 1, close);
    result.type = speaker_type::document;
    result.link = speaker_link::name;
    result.mention = where(first_, last_);
    result.confidence = 0.8;
    return result;
  }

  [[nodiscard]] resolved_speaker by_name(const reference& r) const {
    return speaker_of_entity(of_, r.entity, speaker_link::name, r.first, r.last, 0.95);
  }

  [[nodiscard]] resolved_speaker by_pronoun(std::uint32_t first, std::uint32_t last) const {
    const auto at = std::ranges::find_if(
        inside_, [&](const reference& r) { return r.first == first && r.last == last; });
    if (at != inside_.end()) {
      return speaker_of_entity(of_, at->entity, speaker_link::pronoun, first, last,
                               0.6 + 0.3 * at->margin);
    }
    resolved_speaker result;
    const pronoun_class p = words_[first].traits.pronoun;
    if (p == pronoun_class::author || p == pronoun_class::authors) {
      return speaker_is_author(of_, first, last);
    }
    result.link = speaker_link::pronoun;
    result.mention = where(first, last);
    result.confidence = 0.3;
    if (p == pronoun_class::one) {
      result.name = plain_text(of_.from->text, of_.list, first, last);
    }
    return result;
  }

  [[nodiscard]] resolved_speaker by_noun(std::uint32_t head, std::uint32_t end,
                                         const reference* r) const {
    const word& noun = words_[head];
    const bool known = r != nullptr && r->kind == reference_kind::nominal && r->head == head;
    if (known && r->entity != nothing) {
      entity& e = of_.table[r->entity];
      if (e.named) {
        return speaker_of_entity(of_, r->entity, speaker_link::nominal, first_, end, 0.75);
      }
      // Where nouns have cases, the first mention need not be in that of a speaker.
      const bool cases = of_.language->capitalises_nouns() || of_.language->drops_subject();
      if (e.name.empty() && (cases || e.first == r->first)) e.name = literal(end);
      resolved_speaker result =
          speaker_of_entity(of_, r->entity, speaker_link::nominal, first_, end, 0.7);
      return result;
    }
    resolved_speaker result = by_literal(end);
    result.type = noun.is(person_noun)         ? speaker_type::person
                  : noun.is(group_noun)        ? speaker_type::group
                  : noun.is(organisation_noun) ? speaker_type::organisation
                                               : speaker_type::document;
    return result;
  }

  // The phrase with what of its prepositional phrases stays: up to a comma, a clause or a
  // participle.
  [[nodiscard]] std::string literal(std::uint32_t end) const {
    std::uint32_t last = end;
    // "the boss of the ferry line", „der Sprecher der Klinik“, but "the minister" in "the minister
    // in the original".
    const bool one = (words_[first_].is(definite) || words_[first_].possessive) &&
                     words_[end - 1].is(person_noun);
    const bool whole = one && end < last_ && !words_[end].is(joins_name | determiner);
    while (!whole && last < last_ && !is_comma(last) &&
           (words_[last].mark != U'.' || words_[last - 1].stopped) &&
           words_[last].traits.pronoun != pronoun_class::relative &&
           words_[last].traits.pronoun != pronoun_class::object &&
           words_[last].traits.pronoun != pronoun_class::reflexive &&
           words_[last].traits.pronoun != pronoun_class::relative_thing && !is_participle(last) &&
           !words_[last].is(auxiliary) &&
           !(words_[last].is_capital() && words_[last - 1].form == shape::lower &&
             words_[last - 1].is(any_noun))) {  // "people Republicans have talked to"
      if (of_.language->opens_examples(of_.entries.lower(words_[last].entry)) || tells_year(last))
        break;
      ++last;
    }
    while (last > end && (words_[last - 1].is(any_function) || words_[last - 1].mark != 0)) --last;
    const bool opened = std::any_of(words_.begin() + end, words_.begin() + last, [](const word& w) {
      return quoth::text::is_quotation_mark(w.mark);
    });
    if (opened && last < words_.size() && quoth::text::is_quotation_mark(words_[last].mark)) ++last;
    return plain_text(of_.from->text, of_.list, first_, last);
  }

  // "an arbitration panel in 2001"
  [[nodiscard]] bool tells_year(std::uint32_t i) const {
    if (!words_[i].is(preposition) || i + 1 >= last_) return false;
    const word& year = words_[i + 1];
    return year.form == shape::number && year.end - year.begin == 4;
  }

  [[nodiscard]] resolved_speaker by_literal(std::uint32_t end) const {
    resolved_speaker result;
    result.name = literal(end);
    for (std::uint32_t i = first_; i < end && of_.language->drops_subject(); ++i) {
      if (words_[i].is(organisation_noun)) result.type = speaker_type::organisation;
      if (words_[i].is(any_noun)) break;  // министерство ресурсов
    }
    result.link = speaker_link::nominal;
    if (words_[first_].is_capital() && !words_[first_].first && plain_noun(first_)) {
      result.link = speaker_link::name;
      result.type = speaker_type::unknown;
    }
    result.mention = where(first_, end);
    result.confidence = 0.5;
    return result;
  }

  [[nodiscard]] quoth::span where(std::uint32_t first, std::uint32_t last) const {
    return {words_[first].begin, words_[last - 1].end};
  }

  reading& of_;
  const std::vector<word>& words_;
  std::uint32_t first_, last_;
  std::span<const reference> inside_;
};

}  // namespace

resolved_speaker speaker_of_source(reading& of, std::uint32_t first, std::uint32_t last) {
  return source_reader(of, first, last).read();
}

resolved_speaker speaker_of_entity(reading& of, std::uint32_t entity, speaker_link link,
                                   std::uint32_t first, std::uint32_t last, double confidence) {
  resolved_speaker result;
  result.entity = entity;
  const auto& e = of.table[entity];
  result.name = e.name.empty() ? plain_text(of.from->text, of.list, e.first, e.last) : e.name;
  result.type = speaker_type_of(e.type);
  result.link = link;
  if (first < last) {
    result.mention = {of.list.words[first].begin, of.list.words[last - 1].end};
  }
  result.confidence = confidence;
  return result;
}

resolved_speaker speaker_is_author(const reading& of, std::uint32_t first, std::uint32_t last) {
  resolved_speaker result;
  result.name = of.from->author.empty() ? "author" : std::string(of.from->author);
  if (const std::uint32_t signer = first < last ? signer_of(of, first) : nothing;
      signer != nothing) {
    result.name = of.table[signer].name;
    result.entity = signer;
  }
  result.type = speaker_type::person;
  result.link = first < last ? speaker_link::pronoun : speaker_link::none;
  if (first < last) {
    result.mention = {of.list.words[first].begin, of.list.words[last - 1].end};
  }
  result.confidence = 0.6;
  return result;
}

}  // namespace quoth::speakers
