#include "references.hpp"

#include <algorithm>
#include <span>

#include "antecedents.hpp"
#include "discourse.hpp"
#include "pronouns.hpp"

namespace quoth::speakers {
namespace {

using names::gender;

// How much a reference adds to the salience of what it refers to, by its place.
constexpr double in_source = 1.3, as_subject = 1.0, as_object = 0.5, after_preposition = 0.35,
                 as_possessor = 0.4, in_heading = 0.3;

// From which margin on a pronoun tells what the one that it means is.
constexpr double sure = 0.5;

// Walks words and mentions side by side.
class resolver {
 public:
  resolver(const word_list& list, const vocabulary& entries, const lexicon& language,
           const std::vector<mention>& mentions, entity_table& table, std::vector<reference>& found)
      : list_(list),
        words_(list.words),
        entries_(entries),
        language_(language),
        mentions_(mentions),
        table_(table),
        found_(found) {}

  void run() {
    auto next = mentions_.begin();
    for (std::uint32_t i = 0; i < words_.size();) {
      while (next != mentions_.end() && next->first < i) ++next;
      while (next != mentions_.end() && next->entity == nothing) ++next;
      if (next != mentions_.end() && next->first == i) {
        add_name(*next);
        i = next->last;
        ++next;
        continue;
      }
      if (words_[i].form == shape::mark) {
        add_work(i);
      } else {
        if (words_[i].traits.pronoun != pronoun_class::none) {
          add_pronoun(i);
        } else if (words_[i].is(any_noun)) {
          const bool lower = words_[i].form == shape::lower || words_[i].form == shape::number ||
                             words_[i].first || words_[i].heading || words_[i].is(demonym) ||
                             language_.capitalises_nouns() || is_office_in_capitals(i);
          const bool before_name =
              next != mentions_.end() && (next->lead == i + 1 || names_noun(*next, i));
          const bool in_name = next != mentions_.end() && next->lead <= i && i < next->first;
          if (lower && !before_name && !in_name) add_nominal(i);
        } else if (language_.drops_subject() && words_[i].is(reporting_verb)) {
          add_dropped_subject(i, next != mentions_.end() ? next->lead : nothing);
        }
      }
      ++i;
    }
  }

 private:
  // Solheim’s co-author, [Tomasz Wrona,] said: the name between commas is that of the noun before.
  [[nodiscard]] bool names_noun(const mention& m, std::uint32_t noun) const {
    return m.lead == noun + 2 && words_[noun + 1].mark == U',' && words_[noun].is(person_noun) &&
           table_[m.entity].type == name_type::person && m.last < words_.size() &&
           words_[m.last].mark == U',' && same_sentence(noun, m.last);
  }

  // The Mayor, the Prime [Minister], Northline’s [CEO]: nobody's name, though with a capital.
  [[nodiscard]] bool is_office_in_capitals(std::uint32_t i) const {
    constexpr std::uint32_t longest = 4;  // words of the office
    if (!words_[i].is(office) || !words_[i].is(person_noun)) return false;
    std::uint32_t first = i;
    while (first > 0 && i - first < longest && words_[first - 1].form == shape::capital &&
           same_sentence(first - 1, i) && !words_[first - 1].is(determiner) &&
           !words_[first - 1].possessive) {
      --first;
    }
    if (first == 0 || !same_sentence(first - 1, i)) return false;
    return words_[first - 1].is(definite) || words_[first - 1].possessive;
  }

  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return words_[a].sentence == words_[b].sentence;
  }

  [[nodiscard]] double weight_at(std::uint32_t first, std::uint32_t last) const {
    const word& w = words_[first];
    if (words_[last - 1].possessive || w.traits.pronoun == pronoun_class::possessive) {
      return as_possessor;
    }
    if (w.in_source) return describes_source(first, last) ? as_possessor : in_source;
    if (w.heading) return in_heading;
    if (first == 0 || !same_sentence(first - 1, first)) return as_subject;
    const word& before = words_[first - 1];
    if (before.is(preposition)) return after_preposition;
    if (before.is(conjunction) && last_touched_ + 1 == first) return last_weight_;
    if (before.form == shape::mark || before.is(conjunction)) return as_subject;
    return as_object;
  }

  // Mia Lund, an adviser to [Tim Cobb,] or [Cobb] adviser Mia Lund: named in the source of a
  // quotation, but not who speaks.
  [[nodiscard]] bool describes_source(std::uint32_t first, std::uint32_t last) const {
    const bool starts = first == 0 || !words_[first - 1].in_source;
    // Not so the secretary of [State Tim Cobb].
    const bool joined =
        !starts && words_[first - 1].is(joins_name) && !words_[first].is(given_name | any_title);
    if (!starts && words_[first - 1].is(preposition) && !joined) return true;
    return last < words_.size() && words_[last].in_source && words_[last].form == shape::lower &&
           words_[last].is(any_noun) && !words_[last].is(reporting_verb);
  }

  // [Tovria’s] foreign minister: whatever has an office is nobody. The name ends at `last`.
  [[nodiscard]] bool owns_office(std::uint32_t last) const {
    if (!words_[last - 1].possessive) return false;
    for (std::uint32_t i = last; i < words_.size() && i < last + 3; ++i) {
      if (!same_sentence(i, last - 1) || words_[i].mark != 0) return false;
      if (words_[i].is(office)) return true;
    }
    return false;
  }

  void touch(std::uint32_t entity, std::uint32_t first, std::uint32_t last) {
    if (words_[first].quoted) return;
    const name_type type = table_[entity].type;
    const double place = weight_at(first, last);
    last_touched_ = last;
    last_weight_ = place;
    const double weight = place * (table_[entity].named ? 1 : 0.7);
    const std::uint32_t step = words_[first].step;
    const bool perhaps = type == name_type::unknown && table_[entity].named &&
                         place != after_preposition && !owns_office(last);
    if (type == name_type::person || perhaps) {
      people_.touch(entity, step, weight);
    }
    if (type == name_type::group) groups_.touch(entity, step, weight);
    if (type != name_type::person && type != name_type::group) {
      things_.touch(entity, step, weight);
    }
  }

  void add_name(const mention& m) {
    reference r;
    r.first = m.first;
    r.last = m.last;
    r.head = m.last - 1;
    r.entity = m.entity;
    found_.push_back(r);
    if (m.last < title_end_) return;  // on “The Steve Harvey Morning Show”
    touch(m.entity, m.lead, m.last);
    if (found_.size() > 1 && table_[m.entity].type == name_type::person) add_pair(m);
  }

  // Whether "and" is all that stands between two names, brackets aside: (D-Ohio) and.
  [[nodiscard]] bool joined(std::uint32_t first, std::uint32_t last) const {
    bool bracket = false, found = false;
    if (last > first + 8 || last >= words_.size() || !same_sentence(first, last)) return false;
    for (std::uint32_t i = first; i < last; ++i) {
      const word& w = words_[i];
      if (w.mark == U'(') bracket = true;
      if (!bracket && w.form != shape::lower) return false;
      if (!bracket && (found || entries_.lower(w.entry) != language_.and_word())) return false;
      found = found || !bracket;
      if (w.mark == U')') bracket = false;
    }
    return found;
  }

  // "Obama and Clinton": they are a group for the pronouns to come.
  void add_pair(const mention& m) {
    const reference& before = found_[found_.size() - 2];
    if (before.kind != reference_kind::name || before.entity == m.entity ||
        table_[before.entity].type != name_type::person || words_[before.last - 1].possessive ||
        !joined(before.last, m.lead)) {
      return;
    }
    const auto known = std::ranges::find_if(
        pairs_, [&](const pair& p) { return p.first == before.entity && p.second == m.entity; });
    std::uint32_t of_both;
    if (known != pairs_.end()) {
      of_both = known->entity;
    } else {
      entity both;
      both.named = false;
      both.type = name_type::group;
      both.name =
          table_[before.entity].name + ' ' + language_.and_word() + ' ' + table_[m.entity].name;
      of_both = static_cast<std::uint32_t>(table_.entities.size());
      table_.entities.push_back(std::move(both));
      if (pairs_.size() < window) pairs_.push_back({before.entity, m.entity, of_both});
    }
    touch(of_both, before.first, before.last);
    touch(of_both, m.first, m.last);
  }

  // The title of a work in quotation marks after its kind or its maker: the film “13th”,
  // DuVernay’s “13th”. The mark that opens it stands at `open`.
  void add_work(std::uint32_t open) {
    const std::uint32_t close = end_of_title(open);
    if (close == nothing) return;
    title_end_ = close;
    const word& before = words_[open - 1];
    if (!before.possessive && !before.is(work)) return;
    const std::uint32_t word_of_title = words_[open + 1].entry;
    for (const nominal& known : std::span(works_).first(std::min(works_.size(), window))) {
      if (words_[known.head].entry == word_of_title) return touch(known.entity, open + 1, close);
    }
    entity e;
    e.named = false;
    e.type = name_type::document;
    e.first = open + 1;
    e.last = close;
    table_.entities.push_back(std::move(e));
    works_.push_back({open + 1, static_cast<std::uint32_t>(table_.entities.size() - 1)});
    touch(works_.back().entity, open + 1, close);
  }

  // The mark that closes a title of at most six words, all but small ones with a capital.
  [[nodiscard]] std::uint32_t end_of_title(std::uint32_t open) const {
    const char32_t mark = words_[open].mark;
    const char32_t closing = mark == U'“'   ? U'”'
                             : mark == U'‘' ? U'’'
                             : mark == U'„' ? U'“'
                             : mark == U'«' ? U'»'
                             : mark == U'"' ? U'"'
                                            : char32_t{0};
    if (closing == 0 || open == 0 || !same_sentence(open - 1, open)) return nothing;
    for (std::uint32_t i = open + 1; i < words_.size() && i <= open + 7; ++i) {
      const bool comma = words_[i].mark == U',' && i + 1 < words_.size();  // “The Trial,”
      if (words_[comma ? i + 1 : i].mark == closing) return i > open + 1 ? i : nothing;
      if (words_[i].form == shape::mark) return nothing;
      if (words_[i].form == shape::lower && (i == open + 1 || !words_[i].is(any_function))) {
        return nothing;
      }
    }
    return nothing;
  }

  // Noor Halabi, before [she] left: whatever that means is a person.
  static bool tells_person(const word& w) {
    const pronoun_class p = w.traits.pronoun;
    return (p == pronoun_class::subject || p == pronoun_class::possessive) &&
           w.traits.sex != gender::unknown;
  }

  void add_pronoun(std::uint32_t at) {
    const choice chosen = meaning_of_pronoun(at, known_);
    if (chosen.entity == nothing) return;
    add_chosen(at, chosen);
    const word& w = words_[at];
    entity& e = table_[chosen.entity];
    if (!e.sex_certain && w.traits.sex != gender::unknown) e.sex = w.traits.sex;
    if (tells_person(w) && e.named && e.type == name_type::unknown && chosen.margin() >= sure) {
      e.type = name_type::person;
    }
    const bool apart = w.traits.pronoun != pronoun_class::relative &&
                       w.traits.pronoun != pronoun_class::relative_thing;
    if (apart) touch(chosen.entity, at, at + 1);  // “X, who …” mentions X once
  }

  void add_dropped_subject(std::uint32_t verb, std::uint32_t next_name) {
    const choice chosen = meaning_of_verb(verb, next_name, known_);
    if (chosen.entity == nothing) return;
    add_chosen(verb, chosen);
    touch(chosen.entity, verb, verb + 1);
  }

  // A pronoun, or a verb that stands for one.
  void add_chosen(std::uint32_t at, const choice& chosen) {
    reference r;
    r.first = r.head = at;
    r.last = at + 1;
    r.kind = reference_kind::pronoun;
    r.entity = chosen.entity;
    r.margin = chosen.margin();
    found_.push_back(r);
  }

  // The first word of the noun phrase that ends in `head`.
  [[nodiscard]] std::uint32_t phrase_begin(std::uint32_t head) const {
    std::uint32_t begin = head;
    for (unsigned steps = 0; begin > 0 && steps < 8; ++steps) {
      const word& w = words_[begin - 1];
      if (w.sentence != words_[head].sentence || w.form == shape::mark) break;
      if (w.in_source != words_[head].in_source) break;  // усміхається [жінка]
      if (w.is(determiner) || w.possessive || w.traits.pronoun == pronoun_class::possessive) {
        return begin - 1;
      }
      if (w.is(any_function) || w.traits.pronoun != pronoun_class::none) break;
      if (w.is(reporting_verb) && !w.is(any_noun)) break;
      --begin;
    }
    return begin;
  }

  // Born in Hull, [the daughter of a trawlerman,] she left school: whom the pronoun behind means.
  [[nodiscard]] bool describes_pronoun(std::uint32_t begin) const {
    constexpr std::uint32_t longest = 10;  // words of the description
    for (std::uint32_t i = begin; i + 1 < words_.size() && i < begin + longest; ++i) {
      if (!same_sentence(i + 1, begin) || words_[i].is(auxiliary | reporting_verb)) return false;
      if (words_[i].mark != U',') continue;
      return words_[i + 1].traits.pronoun == pronoun_class::subject;
    }
    return false;
  }

  // "is a lawyer", "as a lawyer", and ", a lawyer," after a name say what someone is.
  [[nodiscard]] bool is_predicate(std::uint32_t begin) const {
    if (begin == 0 || !same_sentence(begin - 1, begin)) return false;
    const word& before = words_[begin - 1];
    const bool himself = before.traits.pronoun == pronoun_class::reflexive;  // calls himself a Dane
    if (before.is(auxiliary) || before.traits.via == via_class::as || himself) {
      return before.mark == 0;
    }
    if (before.mark != U',') return false;
    if (describes_pronoun(begin)) return true;
    for (auto r = found_.rbegin(); r != found_.rend(); ++r) {
      if (r->first >= begin) continue;  // a name within the phrase
      return r->last + 1 == begin && table_[r->entity].type == name_type::person;
    }
    return false;
  }

  // [The leader] of the union, Mia Lund: behind a comma the source names whom the noun describes.
  [[nodiscard]] bool named_in_source(std::uint32_t noun) const {
    constexpr std::uint32_t longest = 12;
    auto m = std::ranges::lower_bound(mentions_, noun, {}, &mention::first);
    for (; m != mentions_.end() && m->first < noun + longest && words_[m->first].in_source &&
           same_sentence(m->first, noun);
         ++m) {
      if (m->entity == nothing || table_[m->entity].type != name_type::person) continue;
      for (std::uint32_t i = noun + 1; i < m->lead; ++i) {
        const bool last = i + 1 == m->lead;
        if (!words_[i].in_source || (words_[i].mark != 0) != last) return false;
        if (last) return words_[i].mark == U',';
      }
      return false;
    }
    return false;
  }

  void add_nominal(std::uint32_t head) {
    const word& w = words_[head];
    if (w.quoted && !w.in_source) return;
    if (head + 1 < words_.size() && same_sentence(head, head + 1)) {
      const word& next = words_[head + 1];
      if (next.form == shape::lower && next.is(any_noun) && !next.is(reporting_verb) &&
          !w.possessive) {
        return;  // the next noun is the head
      }
    }
    const std::uint32_t begin = phrase_begin(head);
    const word& opening = words_[begin];
    bool determined = begin < head && (opening.is(determiner) || opening.possessive ||
                                       opening.traits.pronoun == pronoun_class::possessive);
    // Languages that drop subjects here have no articles either: any noun may point back.
    const bool bare = language_.drops_subject() && !determined && w.is(person_noun);
    determined = determined || bare;
    if (!determined && !w.in_source &&
        (!w.is(group_noun) || w.is(reporting_verb) || w.is(document_noun))) {
      return;
    }
    if (w.is(person_noun) && is_predicate(begin) && !w.in_source) return;
    if (w.is(person_noun) && named_in_source(head)) return;
    reference r;
    r.first = begin;
    r.last = head + 1;
    r.head = head;
    r.kind = reference_kind::nominal;
    r.definite = bare || (determined && opening.is(definite));
    r.entity = antecedent_of(r, known_);
    if (r.entity == nothing) r.entity = make_entity(r);
    found_.push_back(r);
    touch(r.entity, begin, head + 1);
  }

  [[nodiscard]] std::uint32_t make_entity(const reference& r) {
    const word& w = words_[r.head];
    entity e;
    e.named = false;
    e.first = r.first;
    e.last = r.last;
    e.type = w.is(person_noun)         ? name_type::person
             : w.is(group_noun)        ? name_type::group
             : w.is(organisation_noun) ? name_type::organisation
                                       : name_type::document;
    e.sex = w.traits.sex;
    e.sex_certain = e.sex != gender::unknown;
    table_.entities.push_back(std::move(e));
    nominals_.push_back({r.head, static_cast<std::uint32_t>(table_.entities.size() - 1)});
    return nominals_.back().entity;
  }

  // Works and pairs that are remembered. Keeps hostile texts linear.
  static constexpr std::size_t window = 96;

  struct pair {
    std::uint32_t first, second, entity;
  };

  const word_list& list_;
  const std::vector<word>& words_;
  const vocabulary& entries_;
  const lexicon& language_;
  const std::vector<mention>& mentions_;
  entity_table& table_;
  std::vector<reference>& found_;
  std::vector<nominal> nominals_, works_;
  std::uint32_t last_touched_ = nothing;  // where the reference ended that was touched last, and
  double last_weight_ = 0;                // the weight of its place
  std::uint32_t title_end_ = 0;           // the mark that closes the last title in quotation marks
  std::vector<pair> pairs_;
  salience_list people_, groups_, things_;
  const discourse known_{list_,   entries_, language_, mentions_, table_, found_,
                         people_, groups_,  things_,   nominals_, works_};
};

}  // namespace

void resolve_references(const word_list& list, const vocabulary& entries, const lexicon& language,
                        const std::vector<mention>& mentions, entity_table& table,
                        std::vector<reference>& found) {
  found.clear();
  resolver(list, entries, language, mentions, table, found).run();
}

std::span<const reference> references_within(const std::vector<reference>& all, std::uint32_t first,
                                             std::uint32_t last) {
  const auto begin =
      std::ranges::partition_point(all, [&](const reference& r) { return r.first < first; });
  const auto end =
      std::partition_point(begin, all.end(), [&](const reference& r) { return r.last <= last; });
  return {begin, end};
}

}  // namespace quoth::speakers
