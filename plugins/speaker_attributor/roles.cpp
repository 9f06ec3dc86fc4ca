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
    for (const mention& m : mentions_) {
      if (m.entity != nothing) read_roles(m, before);
      if (!is_title(m)) before = m.last;
    }
  }

 private:
  // Whether the name stands in marks of its own: «Буревій».
  [[nodiscard]] bool is_title(const mention& m) const {
    return m.first > 0 && m.last < words_.size() && words_[m.first - 1].form == shape::mark &&
           before_title(m.last + 1, m.first > 2 ? m.first - 2 : 0) == m.first - 1;
  }

  void add_role(const mention& m, std::uint32_t word) {
    const bool head = words_[word].is(person_noun | office);
    const std::string_view full = language_.full_role(entries_.lower(words_[word].entry));
    table_.roles.push_back({m.entity, words_[word].entry, word, full, head});
  }

  void read_roles(const mention& m, std::uint32_t before) {
    if (table_[m.entity].type != name_type::person) return;
    for (std::uint32_t i = m.lead; i < m.first; ++i) {
      if (words_[i].mark == 0) add_role(m, i);
    }
    read_role_before(m, before);
    read_role_after(m);
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
      const bool closed = m.last < words_.size() && words_[m.last].mark == U',';
      if (!closed) return;
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
      head = head || (w.is(person_noun) && !w.possessive);
      if (w.is(determiner)) break;
    }
    if (!head) return;
    for (std::uint32_t k = begin; k < i; ++k) {
      if (words_[k].mark == 0 && !words_[k].is(any_function)) add_role(m, k);
    }
  }

  // ", the director of debate at the University of Michigan," after the name.
  void read_role_after(const mention& m) {
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
      if (w.sentence != sentence || w.form == shape::mark || w.is(auxiliary | reporting_verb))
        break;
      if (w.traits.pronoun == pronoun_class::relative) break;
      if (w.is(preposition) && !head) break;
      head = head || w.is(person_noun);
      if (w.is(preposition)) break;
    }
    if (!head) return;
    for (std::uint32_t k = i; k < end; ++k) {
      if (words_[k].mark == 0 && !words_[k].is(any_function)) add_role(m, k);
    }
  }

  const std::vector<word>& words_;
  const vocabulary& entries_;
  const lexicon& language_;
  const std::vector<mention>& mentions_;
  entity_table& table_;
};

}  // namespace

void read_roles(const word_list& list, const vocabulary& entries, const lexicon& language,
                const std::vector<mention>& mentions, entity_table& table) {
  table.roles.clear();
  role_reader(list, entries, language, mentions, table).run();
}

}  // namespace quoth::speakers
