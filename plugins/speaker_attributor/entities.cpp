#include "entities.hpp"

#include <algorithm>
#include <utility>

#include "name_case.hpp"
#include "text/classes.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "titles.hpp"

namespace quoth::speakers {
namespace {

using names::gender;

// Entities under a word, newest first: their last word (surname), first word or initials.
class word_index {
 public:
  explicit word_index(std::size_t words) : newest_(words, nothing) {}

  void add(std::uint32_t word, std::uint32_t entity) {
    if (word >= newest_.size()) newest_.resize(word + 1, nothing);
    links_.push_back({entity, newest_[word]});
    newest_[word] = static_cast<std::uint32_t>(links_.size() - 1);
  }
  // Calls `use(entity)` for at most `limit` entities until it returns true.
  template <class Use>
  bool any(std::uint32_t word, Use use) const {
    unsigned left = limit;
    for (std::uint32_t at = word < newest_.size() ? newest_[word] : nothing;
         at != nothing && left > 0; at = links_[at].next, --left) {
      if (use(links_[at].entity)) return true;
    }
    return false;
  }

 private:
  // Keeps hostile texts (ten thousand people of one surname) linear.
  static constexpr unsigned limit = 32;
  struct link {
    std::uint32_t entity, next;
  };
  std::vector<std::uint32_t> newest_;
  std::vector<link> links_;
};

class grouping {
 public:
  grouping(std::string_view text, const word_list& list, const vocabulary& entries,
           const lexicon& language, std::vector<mention>& mentions, entity_table& table)
      : text_(text),
        list_(list),
        words_(list.words),
        entries_(entries),
        language_(language),
        mentions_(mentions),
        table_(table),
        by_last_(entries.size()),
        by_first_(entries.size()),
        by_initials_(entries.size()) {}

  void run(std::string_view title) {
    group_full_names();
    group_short_names();
    find_in_headings();
    complete_from_title(title);
    for (entity& e : table_.entities) settle(e);
  }

 private:
  [[nodiscard]] std::uint32_t stem(std::uint32_t word) const {
    return entries_[words_[word].entry].stem;
  }
  [[nodiscard]] std::string_view lower(std::uint32_t word) const {
    return entries_.lower(words_[word].entry);
  }
  // The last word of a name that is not Jr or III.
  [[nodiscard]] std::uint32_t surname(const mention& m) const {
    std::uint32_t at = m.last - 1;
    while (at > m.first && (words_[at].is(name_suffix) || words_[at].mark != 0)) --at;
    return at;
  }
  [[nodiscard]] static bool may_be(name_type a, name_type b) {
    return a == b || a == name_type::unknown || b == name_type::unknown ||
           (a != name_type::person && b != name_type::person);
  }

  std::uint32_t make_entity(std::uint32_t of) {
    const auto at = static_cast<std::uint32_t>(table_.entities.size());
    entity& e = table_.entities.emplace_back();
    e.best = of;
    e.type = mentions_[of].type;
    const mention& m = mentions_[of];
    by_last_.add(stem(surname(m)), at);
    if (m.size() > 1) by_first_.add(stem(m.first), at);
    if (m.size() > 1 && m.type != name_type::person) add_initials(m, at);
    return at;
  }

  // SEC for the Securities and Exchange Commission, VA for the Department of Veterans Affairs.
  void add_initials(const mention& m, std::uint32_t entity) {
    std::string initials;
    std::size_t after_joint = 0;
    for (std::uint32_t i = m.first; i < m.last; ++i) {
      if (!words_[i].is_capital()) {
        if (after_joint == 0 && words_[i].is(joins_name)) after_joint = initials.size();
        continue;
      }
      const text::code_point c = text::decode(text_, words_[i].begin);
      text::append_lower(text_.substr(words_[i].begin, c.size), initials);
    }
    const auto add = [&](std::string_view letters) {
      const std::uint32_t word = entries_.find(letters);
      if (letters.size() > 1 && word != vocabulary::none) by_initials_.add(word, entity);
    };
    add(initials);
    if (after_joint != 0) add(std::string_view(initials).substr(after_joint));
  }

  void join(std::uint32_t mention_at, std::uint32_t to) {
    mention& m = mentions_[mention_at];
    entity& e = table_[to];
    m.entity = to;
    ++e.mentions;
    e.last_sentence = words_[m.first].sentence;
    if (m.sex != gender::unknown && (!e.sex_certain || m.titled)) {
      e.sex = m.sex;
      e.sex_certain = true;
    }
    if (e.type == name_type::unknown || (m.certain && !mentions_[e.best].certain)) {
      if (m.type != name_type::unknown) e.type = m.type;
    }
    if (fuller(m, mentions_[e.best])) e.best = mention_at;
  }

  // Whether `a` gives the name better than `b`.
  [[nodiscard]] bool fuller(const mention& a, const mention& b) const {
    const auto rank = [&](const mention& m) {
      const bool nominative = !words_[m.first].is(declined);
      const bool complete = words_[m.first].form != shape::initial && !begins_with_role(m);
      return std::pair(complete ? int(m.size()) : 1, int(nominative || m.size() == 1));
    };
    if (rank(a) != rank(b)) return rank(a) > rank(b);
    if (language_.of_names().endings().empty()) return false;
    const auto letters = [&](const mention& m) {
      return words_[m.last - 1].end - words_[m.first].begin;
    };
    return letters(a) < letters(b);  // the nominative is shortest
  }

  // Donor Aldridge: in a headline, a noun for a person where the given name would stand.
  [[nodiscard]] bool begins_with_role(const mention& m) const {
    const word& w = words_[m.first];
    return m.size() == 2 && w.is(person_noun) && !w.is(given_name) && entries_[w.entry].seen_lower;
  }

  [[nodiscard]] bool same_first_name(std::uint32_t a, std::uint32_t b) const {
    if (stem(a) == stem(b)) return true;
    const std::string_view x = lower(a), y = lower(b);
    const auto abbreviates = [](const word& w, std::string_view brief, std::string_view full) {
      return w.form == shape::initial && full.starts_with(brief.substr(0, brief.find('.')));
    };
    return abbreviates(words_[a], x, y) || abbreviates(words_[b], y, x) ||
           language_.of_names().same_given(x, y);
  }

  // True when the words of `part` all occur in `whole`, in order, from the last word on.
  [[nodiscard]] bool is_part(const mention& part, const mention& whole) const {
    std::uint32_t w = whole.last;
    for (std::uint32_t p = part.last; p > part.first; --p) {
      do {
        if (w == whole.first) return false;
        --w;
      } while (stem(w) != stem(p - 1));
    }
    return true;
  }

  // Karl Dorn Sr. after Karl Dorn, Karl Dorn III after Karl Dorn Jr.: father and son. A suffix that
  // is left out later tells nothing.
  [[nodiscard]] bool differ_in_suffix(const mention& m, const mention& known) const {
    const auto suffix = [&](const mention& of) {
      return surname(of) + 1 < of.last ? stem(surname(of) + 1) : nothing;
    };
    if (suffix(m) == nothing || suffix(m) == suffix(known)) return false;
    return suffix(known) != nothing ||
           (m.first < surname(m) && known.first + 1 == surname(known) &&
            m.first + 1 == surname(m) && stem(m.first) == stem(known.first));
  }

  [[nodiscard]] bool same_full_name(const mention& m, const entity& e) const {
    const mention& known = mentions_[e.best];
    if (known.size() == 1 || !may_be(m.type, e.type)) return false;
    if (m.sex != gender::unknown && e.sex_certain && e.sex != m.sex && m.titled) return false;
    if (differ_in_suffix(m, known)) return false;
    if (is_part(m, known) || is_part(known, m)) {
      return m.type != name_type::person || stem(m.first) == stem(known.first) ||
             !words_[m.first].is(given_name) || !words_[known.first].is(given_name);
    }
    if (m.type == name_type::organisation || e.type == name_type::organisation) return false;
    if (stem(surname(m)) != stem(surname(known))) return false;
    return same_first_name(m.first, known.first) || begins_with_role(m) || begins_with_role(known);
  }

  void group_full_names() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      const mention& m = mentions_[i];
      if (m.size() == 1) continue;
      std::uint32_t same = nothing;
      by_last_.any(stem(surname(m)), [&](std::uint32_t e) {
        if (!same_full_name(m, table_[e])) return false;
        same = e;
        return true;
      });
      join(i, same != nothing ? same : make_entity(i));
    }
    for (entity& e : table_.entities) e.last_sentence = nothing;
    for (const mention& m : mentions_) {
      if (m.size() > 1 || m.titled || shares_surname(m) ||
          by_last_.any(stem(m.first), [](std::uint32_t) { return true; })) {
        continue;
      }
      by_first_.any(stem(m.first), [&](std::uint32_t e) {
        table_[e].first_name_used = true;
        return false;
      });
    }
  }

  // [Liv] and Per Tangen: the given name stands there without its surname for once.
  [[nodiscard]] bool shares_surname(const mention& m) const {
    return m.last + 1 < words_.size() && words_[m.first].is(given_name) &&
           lower(m.last) == language_.and_word() && words_[m.last + 1].is(given_name) &&
           words_[m.last + 1].sentence == words_[m.first].sentence;
  }

  // The entity that a name of one word means at this place, or nothing.
  [[nodiscard]] std::uint32_t short_name(const mention& m) const {
    std::uint32_t chosen = nothing;
    double best = -100;
    const std::uint32_t sentence = words_[m.first].sentence;
    const auto consider = [&](std::uint32_t at, double weight) {
      const entity& e = table_[at];
      const std::uint32_t size = mentions_[e.best].size();
      if (e.type == name_type::place && size > 1) return;  // Mexico is not New Mexico
      if (!may_be(m.type, e.type) && size == 1) return;
      if (!may_be(m.type, e.type) && m.certain && m.type != name_type::place) return;
      if (m.sex != gender::unknown && e.sex_certain && e.sex != m.sex && m.titled) return;
      if (e.sex == gender::female && e.sex_certain && lacks_ending(m, mentions_[e.best])) return;
      const bool seen = e.last_sentence != nothing && e.last_sentence <= sentence;
      const double recency = seen ? 2.0 / (1 + sentence - e.last_sentence) : 0;
      const double score = weight + 0.25 * e.mentions + recency + (seen ? 1 : 0) -
                           (e.first_name_used && m.sex == gender::unknown ? 1.5 : 0);
      const bool person = e.type == name_type::person;  // of equals a person, then the first
      if (score > best || (score == best && (person || table_[chosen].type != name_type::person))) {
        best = score;
        chosen = at;
      }
    };
    const std::uint32_t word = surname(m);
    const auto under = [&](const word_index& index, std::uint32_t entry) {
      index.any(entry, [&](std::uint32_t e) {
        consider(e, 0);
        return false;
      });
    };
    under(by_last_, stem(word));
    if (chosen == nothing && words_[word].form == shape::upper) {
      under(by_initials_, words_[word].entry);
    }
    if (chosen == nothing && !m.titled) under(by_first_, stem(word));
    if (chosen == nothing && m.titled) {
      by_first_.any(stem(word), [&](std::uint32_t e) {
        if (has_title_of(m, mentions_[table_[e].best])) consider(e, 0);
        return false;
      });
    }
    if (chosen == nothing && language_.capitalises_nouns() && lower(word).ends_with('s')) {
      const std::string_view bare = lower(word).substr(0, lower(word).size() - 1);
      if (const std::uint32_t entry = entries_.find(bare); entry != vocabulary::none) {
        under(by_last_, entries_[entry].stem);
      }
    }
    return chosen;
  }

  // Верес is not Анна Вереса: where women's surnames have an ending, one without it is a man's.
  [[nodiscard]] bool lacks_ending(const mention& m, const mention& full) const {
    if (language_.of_names().endings().empty()) return false;
    const std::uint32_t here = surname(m), there = surname(full);
    const bool bare = words_[here].entry == stem(here);
    return bare && stem(here) == stem(there) && words_[there].entry != stem(there);
  }

  // Sir Alistair after Sir Alistair Crewe: a given name with the title that the full name has.
  [[nodiscard]] bool has_title_of(const mention& m, const mention& full) const {
    return full.titled && words_[m.lead].entry == words_[full.lead].entry;
  }

  // "the Rovers manager", "Rovers fans": whose they are, not who somebody is.
  [[nodiscard]] bool qualifies(const mention& m) const {
    if (m.last >= words_.size() || words_[m.last].sentence != words_[m.first].sentence)
      return false;
    const word& next = words_[m.last];
    return next.form == shape::lower && next.is(person_noun | group_noun) &&
           !next.is(reporting_verb);
  }

  void group_short_names() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      mention& m = mentions_[i];
      if (m.entity != nothing) {
        table_[m.entity].last_sentence = words_[m.first].sentence;
        continue;
      }
      std::uint32_t same = nothing;
      if (m.expansion != nothing) same = mentions_[m.expansion].entity;
      if (same == nothing) same = short_name(m);
      if (same == nothing && m.tentative) continue;
      if (same != nothing && mentions_[table_[same].best].size() > 1 &&
          table_[same].type == name_type::unknown && m.expansion == nothing && !qualifies(m) &&
          stem(surname(m)) == stem(surname(mentions_[table_[same].best]))) {
        table_[same].type = name_type::person;  // only people go by their last name
      }
      join(i, same != nothing ? same : make_entity(i));
      if (m.expansion != nothing) by_last_.add(stem(m.first), m.entity);
    }
  }

  // Names known from the rest of the text, and given names with a word after them.
  void find_in_headings() {
    const std::size_t known = mentions_.size();
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      if (!words_[i].heading || !words_[i].is_capital()) continue;
      mention m;
      m.lead = m.first = i;
      m.last = i + 1;
      const std::uint32_t e = heading_name(m);
      if (e == nothing) continue;
      mentions_.push_back(m);
      join(static_cast<std::uint32_t>(mentions_.size() - 1), e);
      i = m.last - 1;
    }
    if (mentions_.size() == known) return;
    sort_mentions();
  }

  [[nodiscard]] bool heading_word(std::uint32_t i, std::uint32_t of) const {
    return i < words_.size() && words_[i].heading && words_[i].is_capital() &&
           words_[i].sentence == words_[of].sentence;
  }

  [[nodiscard]] std::uint32_t heading_name(mention& m) {
    const std::uint32_t i = m.first;
    std::uint32_t found = nothing;
    // A full name: the first word of an entity, and its other words after it.
    by_first_.any(stem(i), [&](std::uint32_t e) {
      const mention& known = mentions_[table_[e].best];
      std::uint32_t end = i;
      for (std::uint32_t k = known.first; k < known.last; ++k) {
        if (end < words_.size() && words_[end].sentence == words_[i].sentence &&
            stem(end) == stem(k)) {
          ++end;
        } else if (k + 1 == known.last) {
          return false;
        }
      }
      if (end < i + 2) return false;
      m.last = end;
      found = e;
      return true;
    });
    if (found != nothing) return found;
    if (words_[i].is(given_name) && heading_word(i + 1, i) && !words_[i + 1].is(any_function) &&
        !words_[i].is(any_function) && !words_[i + 1].is(reporting_verb | any_noun)) {
      m.last = i + 2;
      m.type = name_type::person;
      m.sex = words_[i].traits.sex;
      found = short_name(m);
      if (found != nothing && same_full_name(m, table_[found])) return found;
      mentions_.push_back(m);
      const std::uint32_t made = make_entity(static_cast<std::uint32_t>(mentions_.size() - 1));
      mentions_.pop_back();
      return made;
    }
    if (words_[i].is(any_function)) return nothing;
    found = short_name(m);
    if (found == nothing && words_[i].is(state | outlet)) {
      m.type = words_[i].is(outlet) ? name_type::organisation : name_type::place;
      mentions_.push_back(m);
      found = make_entity(static_cast<std::uint32_t>(mentions_.size() - 1));
      mentions_.pop_back();
    }
    return found;
  }

  // Back into the order of the text; references to mentions by number follow.
  void sort_mentions() {
    std::vector<std::uint32_t> order(mentions_.size()), moved(mentions_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return mentions_[i].first; });
    std::vector<mention> sorted;
    sorted.reserve(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      moved[order[i]] = i;
      sorted.push_back(mentions_[order[i]]);
    }
    mentions_ = std::move(sorted);
    for (entity& e : table_.entities) e.best = moved[e.best];
  }

  // "Interview with Gero Lindqvist" completes LINDQVIST.
  void complete_from_title(std::string_view title) {
    for (const full_name& name : full_names_in(title, language_)) {
      const std::uint32_t word = entries_.find(text::to_lower(name.family));
      if (word == vocabulary::none) continue;
      by_last_.any(entries_[word].stem, [&](std::uint32_t at) {
        entity& e = table_[at];
        if (mentions_[e.best].size() > 1 || !e.name.empty()) return false;
        if (e.type != name_type::person && e.type != name_type::unknown) return false;
        e.name = name.name;
        e.type = name_type::person;
        if (!e.sex_certain) e.sex = name.sex;
        return true;
      });
    }
  }

  // Пане Білоусе, слова міністра Білоуса: the title before a name where it tells that the name is
  // in its case, too; else null.
  [[nodiscard]] const word* declined_title(const mention& m) const {
    if (m.first == 0) return nullptr;
    const word& title = words_[m.first - 1];
    if (!title.is(any_title) || title.sentence != words_[m.first].sentence) return nullptr;
    const bool told = title.is(declined) || language_.calls(entries_.lower(title.entry));
    return told ? &title : nullptr;
  }

  void settle(entity& e) {
    const mention& best = mentions_[e.best];
    if (e.name.empty()) {
      e.name = plain_text(text_, list_, best.first, best.last);
      const bool person = e.type == name_type::person && best.size() > 1;
      if (person && is_shouted(e.name)) e.name = in_name_case(e.name, language_);
      const word* title = e.type == name_type::person ? declined_title(best) : nullptr;
      if (title != nullptr || (person && words_[best.first].is(declined))) {
        std::optional<gender> sex;
        if (e.sex_certain) sex = e.sex;
        if (!sex && best.size() == 1) sex = title->traits.sex;
        const bool called = title != nullptr && language_.calls(entries_.lower(title->entry));
        e.name = in_nominative(std::move(e.name), sex, language_, called);
      }
    }
    e.last_sentence = nothing;
    if (e.type != name_type::unknown) return;
    const bool article = best.first > 0 && words_[best.first - 1].is(definite) &&
                         words_[best.first - 1].sentence == words_[best.first].sentence;
    if (article) e.type = name_type::organisation;
  }

  std::string_view text_;
  const word_list& list_;
  const std::vector<word>& words_;
  const vocabulary& entries_;
  const lexicon& language_;
  std::vector<mention>& mentions_;
  entity_table& table_;
  word_index by_last_, by_first_, by_initials_;
};

}  // namespace

std::string plain_text(std::string_view text, const word_list& list, std::uint32_t first,
                       std::uint32_t last) {
  std::string result;
  bool space = false;
  for (const char c : list.text(text, first, last)) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      space = !result.empty();
      continue;
    }
    if (space) result += ' ';
    space = false;
    result += c;
  }
  return result;
}

void group_names(std::string_view text, std::string_view title, const word_list& list,
                 const vocabulary& entries, const lexicon& language, std::vector<mention>& mentions,
                 entity_table& table) {
  table.entities.clear();
  table.roles.clear();
  grouping(text, list, entries, language, mentions, table).run(title);
}

}  // namespace quoth::speakers
