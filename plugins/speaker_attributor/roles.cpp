#include "roles.hpp"

namespace quoth::speakers {
namespace {

class role_reader {
 public:
  role_reader(const word_list& list, const vocabulary& entries, const lexicon& language,
              const std::vector<mention>& mentions, entity_table& table)
      : words_(list.words),
        entries_(entries),
        language_(language),
        mentions_(mentions),
        table_(table) {}

  void run() {
    std::uint32_t before = 0;  // one past the mention before
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const mention& m = mentions_[i];
      const bool names_next = i + 1 < mentions_.size() && mentions_[i + 1].entity != nothing &&
                              table_[mentions_[i + 1].entity].type == name_type::person;
      if (m.entity != nothing) {
        read_roles(m, before, names_next ? mentions_[i + 1].first : nothing);
      }
      if (!is_title(m) && !may_own_office(m)) before = m.last;
    }
  }

 private:
  // Whether the name stands in marks of its own: «Буревій».
  [[nodiscard]] bool is_title(const mention& m) const {
    return m.first > 0 && m.last < words_.size() && words_[m.first - 1].form == shape::mark &&
           before_title(m.last + 1, m.first > 2 ? m.first - 2 : 0) == m.first - 1;
  }

  // Der Fraktionsvorsitzende der [Gartenpartei], NAME: where nouns have capitals.
  [[nodiscard]] bool may_own_office(const mention& m) const {
    const bool person = m.entity == nothing ? m.type == name_type::person
                                            : table_[m.entity].type == name_type::person;
    return language_.capitalises_nouns() && !person && m.first > 0 &&
           words_[m.first - 1].form == shape::lower;
  }

  // Roles from the words [first, last). Whom the holder serves behind word `superior` has what
  // these say, and not the holder: a spokesman for the mayor.
  void add_roles(const mention& m, std::uint32_t first, std::uint32_t last,
                 std::uint32_t superior) {
    for (std::uint32_t i = first; i < last; ++i) {
      if (words_[i].mark != 0 || words_[i].is(any_function)) continue;
      const bool head = words_[i].is(person_noun | office) && i < superior;
      const std::string_view full = language_.full_role(entries_.lower(words_[i].entry));
      table_.roles.push_back({m.entity, words_[i].entry, i, full, head});
    }
  }

  // Whether word `at` begins whom the person before it serves or is related to: a spokesman [for
  // the mayor], eine Sprecherin [der Ministerin], речник [мера].
  [[nodiscard]] bool begins_superior(std::uint32_t at) const {
    if (at == 0 || words_[at - 1].sentence != words_[at].sentence) return false;
    const word& before = words_[at - 1];
    if (!before.is(person_noun) || before.possessive) return false;
    const std::string_view lower = entries_.lower(words_[at].entry);
    if (language_.leads_to_superior(lower)) return true;
    if (!language_.drops_subject()) return false;
    return words_[at].is(person_noun) && words_[at].is(declined) && !before.is(declined);
  }

  // The word behind which the words [first, last) tell of whom the holder serves, or `last`.
  [[nodiscard]] std::uint32_t superior_in(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first + 1; i < last; ++i) {
      if (begins_superior(i)) return i;
    }
    return last;
  }

  // Whether nouns tell that the person is a man, or a woman, as the name does.
  [[nodiscard]] bool agree_in_sex(const mention& m, std::uint32_t first, std::uint32_t last) const {
    return std::any_of(words_.begin() + first, words_.begin() + last, [&](const word& w) {
      return w.is(person_noun) && w.traits.sex != names::gender::unknown &&
             w.traits.sex == table_[m.entity].sex;
    });
  }

  [[nodiscard]] bool differ_in_sex(const mention& m, std::uint32_t noun) const {
    const names::gender person = table_[m.entity].sex, called = words_[noun].traits.sex;
    return person != names::gender::unknown && called != names::gender::unknown && person != called;
  }

  // `person`: the first word of the next person's name.
  void read_roles(const mention& m, std::uint32_t before, std::uint32_t person) {
    if (table_[m.entity].type != name_type::person) return;
    add_roles(m, m.lead, m.first, m.first);
    read_role_before(m, before);
    read_role_after(m, person);
  }

  // тренер [«Буревію»] Сергій Мельничук: the first word of a name in marks that ends before `at`,
  // of four words at most, or `at`.
  [[nodiscard]] std::uint32_t before_title(std::uint32_t at, std::uint32_t least) const {
    const char32_t closing = words_[at - 1].mark;
    if (closing != U'»' && closing != U'“' && closing != U'”') return at;
    for (std::uint32_t i = at - 1; i-- > least + 1 && at - i < 7;) {
      const char32_t opening = words_[i].mark;
      if (opening == U'«' || opening == U'„' || (opening == U'“' && closing == U'”')) return i;
      if (opening != 0) break;
    }
    return at;
  }

  // "Republican presidential nominee" right before, or "The minister of the economy, Mr. X". No
  // further back than the word `least`.
  void read_role_before(const mention& m, std::uint32_t least) {
    std::uint32_t i = m.lead;
    const std::uint32_t sentence = words_[m.first].sentence;
    if (i == 0 || words_[i - 1].sentence != sentence) return;
    if (words_[i - 1].mark == U',') {
      const std::uint32_t end =
          end_of_office(m.last);  // Her deputy, Ida Roe [of the League], left.
      if (end < words_.size() && words_[end].mark != U',' && !closes_sentence(end)) return;
      --i;
    }
    std::uint32_t begin = i;
    bool head = false;
    for (unsigned steps = 0; begin > least && steps < 9; --begin, ++steps) {
      begin = before_title(begin, least);
      const word& w = words_[begin - 1];
      if (w.sentence != sentence || w.form == shape::mark || w.possessive) break;
      if (w.is(auxiliary | conjunction) || w.is(reporting_verb)) break;
      if (i == m.lead && w.is(preposition)) break;
      head = head || (w.is(person_noun) && !w.possessive) || is_owned_office(begin - 1);
      const bool within = !head && begin > least + 1 &&
                          (words_[begin - 2].is(preposition) || is_owned_office(begin - 2));
      const bool superior =
          i < m.lead && (begins_superior(begin - 1) || (begin > 1 && begins_superior(begin - 2)));
      if (w.is(determiner) && !within && !superior) break;
    }
    if (!head) return;
    std::uint32_t superior = superior_in(begin, i);
    if (superior < i && differ_in_sex(m, superior - 1)) {
      // Der Mann [der Ministerin, Ida Roe,] schwieg.
      if (!agree_in_sex(m, superior, i)) return;
      begin = superior + 1;
      superior = i;
    }
    add_roles(m, begin, i, superior);
    add_office(m, begin, i);
  }

  // Der [Fraktionsvorsitzende] der Gartenpartei: where nouns have capitals, an office before the
  // article of whose it is.
  [[nodiscard]] bool is_owned_office(std::uint32_t at) const {
    return language_.capitalises_nouns() && words_[at].is_capital() &&
           words_[at].is(person_noun | office) && words_[at + 1].is(definite);
  }

  // The office in the words [begin, end), from the first of them that belongs to it. What stands
  // behind "of" is somebody else's: a cousin of the deputy minister.
  void add_office(const mention& m, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t first = begin;
    while (first < end && !words_[first].is(office | preposition)) ++first;
    if (first == end || words_[first].is(preposition)) return;
    for (; first > 0 && words_[first - 1].sentence == words_[end - 1].sentence; --first) {
      const word& w = words_[first - 1];
      if (w.mark != 0) break;
      const bool part =
          first > begin && !w.is(any_function) && w.is(any_noun | any_place | demonym | office);
      if (!part && !language_.modifies_role(entries_.lower(w.entry))) break;
    }
    first = owner_before(words_, first);
    table_.offices.push_back({m.first, first, end});
  }

  // ", the director of debate at the University of Michigan," after the name.
  void read_role_after(const mention& m, std::uint32_t person) {
    const std::uint32_t sentence = words_[m.first].sentence;
    std::uint32_t i = m.last;
    if (i < words_.size() && words_[i].mark == U'(') {  // (D-Ohio)
      while (i < words_.size() && words_[i].mark != U')' && i < m.last + 6) ++i;
      ++i;
    }
    if (i >= words_.size() || words_[i].mark != U',' || words_[i].sentence != sentence) return;
    ++i;
    if (i < words_.size() && words_[i].form == shape::number) i += 2;  // ", 40, a father"
    std::uint32_t end = i;
    bool head = false;
    for (; end < words_.size() && end < i + 9; ++end) {
      const word& w = words_[end];
      if (w.sentence != sentence || w.form == shape::mark) break;
      if (w.is(auxiliary | reporting_verb) && !w.is(person_noun)) {
        return;  // In Port Ellis, the mayor said
      }
      if (w.traits.pronoun == pronoun_class::relative) break;
      if (w.is(preposition) && !head) break;
      head = head || w.is(person_noun);
      if (w.is(preposition)) break;
    }
    if (!head) return;
    add_roles(m, i, end, superior_in(i, end));
    end = end_of_office(end);
    if (end <= person) add_office(m, i, end);  // else that person's: X, President of Y Jane Doe,
  }

  [[nodiscard]] bool ends_sentence(std::uint32_t at) const {
    return at + 1 == words_.size() || words_[at + 1].sentence != words_[at].sentence;
  }

  // “…,” said its director, Ida Roe[.]
  [[nodiscard]] bool closes_sentence(std::uint32_t at) const {
    return words_[at].mark == U'.' && ends_sentence(at);
  }

  // ", the mayor [of Port Ellis]," up to the comma or full stop; `at` where something else follows.
  [[nodiscard]] std::uint32_t end_of_office(std::uint32_t at) const {
    if (at >= words_.size() || !words_[at].is(joins_name)) return at;
    for (std::uint32_t i = at + 1; i < at + 7; ++i) {
      if (i == words_.size()) return i > at + 1 ? i : at;
      const word& w = words_[i];
      if (w.mark == U',' || closes_sentence(i)) return i;
      if (w.mark != 0 || w.is(auxiliary | reporting_verb) || w.sentence != words_[at].sentence)
        break;
    }
    return at;
  }

  const std::vector<word>& words_;
  const vocabulary& entries_;
  const lexicon& language_;
  const std::vector<mention>& mentions_;
  entity_table& table_;
};

}  // namespace

std::uint32_t owner_before(const std::vector<word>& words, std::uint32_t at) {
  if (at == 0 || !words[at - 1].possessive || !words[at - 1].is_capital()) return at;
  std::uint32_t first = at - 1;
  while (first > 0 && words[first - 1].sentence == words[at - 1].sentence &&
         words[first - 1].is_capital() && !words[first - 1].is(any_function)) {
    --first;
  }
  return first;
}

void read_roles(const word_list& list, const vocabulary& entries, const lexicon& language,
                const std::vector<mention>& mentions, entity_table& table) {
  table.roles.clear();
  table.offices.clear();
  role_reader(list, entries, language, mentions, table).run();
}

}  // namespace quoth::speakers
