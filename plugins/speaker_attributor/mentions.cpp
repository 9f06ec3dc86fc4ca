#include "mentions.hpp"

#include <algorithm>
#include <utility>

#include "names/person_name.hpp"
#include "text/fold.hpp"

namespace quoth::speakers {
namespace {

// Walks the words once and collects runs of capitalised words, then reads each run.
class finder {
 public:
  finder(std::string_view text, const word_list& list, const vocabulary& entries,
         const lexicon& language, std::vector<mention>& found)
      : text_(text), words_(list.words), entries_(entries), language_(language), found_(found) {}

  void run() {
    const auto count = static_cast<std::uint32_t>(words_.size());
    for (std::uint32_t i = 0; i < count;) {
      if (!starts_run(i)) {
        ++i;
        continue;
      }
      const std::uint32_t last = run_end(i);
      read_run(i, last);
      i = std::max(last, i + 1);
    }
  }

 private:
  [[nodiscard]] bool within_sentence(std::uint32_t i, std::uint32_t of) const {
    return i < words_.size() && words_[i].sentence == words_[of].sentence;
  }

  [[nodiscard]] bool starts_run(std::uint32_t i) const {
    const word& w = words_[i];
    if (!w.is_capital() || w.heading || is_compound_adjective(i)) return false;
    const bool stop = w.stopped && within_sentence(i + 1, i) && words_[i + 1].mark == U'.';
    const std::uint32_t behind = stop ? i + 2 : i + 1;  // Gov. [Roy]
    const bool next_capital = within_sentence(behind, i) && words_[behind].is_capital();
    if (w.form == shape::initial && !next_capital && !w.stopped) return false;
    if (w.traits.pronoun != pronoun_class::none) return false;
    if (w.is(any_function)) {
      const bool name = w.is(given_name) || (!w.first && w.is(preposition));  // Per Tangen
      return name && next_capital && !words_[behind].is(any_function);
    }
    if (w.is(reporting_verb) && w.first) return false;
    if (!w.first || next_capital) return true;
    if (w.is(given_name | any_place | outlet | demonym) || w.form == shape::upper) return true;
    if (w.is(any_noun | any_title)) return false;  // "Officials said"
    if (opens_post(i)) return true;
    return entries_[w.entry].seen_capital || (w.in_source && !entries_[w.entry].seen_lower);
  }

  // the [Leeds-based] bank: a small letter behind the hyphen, and a noun behind the word.
  [[nodiscard]] bool is_compound_adjective(std::uint32_t i) const {
    const word& w = words_[i];
    const std::size_t hyphen = text_.substr(w.begin, w.end - w.begin).find('-');
    if (hyphen == std::string_view::npos || w.begin + hyphen + 1 >= w.end) return false;
    const char behind = text_[w.begin + hyphen + 1];
    if (behind < 'a' || behind > 'z' || !within_sentence(i + 1, i)) return false;
    const bool noun = words_[i + 1].form == shape::lower && words_[i + 1].is(any_noun);
    return noun || (words_[i + 1].is_capital() && is_place(w.begin, w.begin + hyphen));
  }

  [[nodiscard]] bool is_place(std::size_t begin, std::size_t end) const {
    return language_.find(text::to_lower(text_.substr(begin, end - begin))).is(any_place);
  }

  // An unknown word with a capital that opens "Draganov in Miren: …" or "Draganov says …".
  [[nodiscard]] bool opens_post(std::uint32_t i) const {
    const word& w = words_[i];
    if (w.traits.classes != 0 || entries_[w.entry].seen_lower || !within_sentence(i + 1, i)) {
      return false;
    }
    const word& next = words_[i + 1];
    if (next.mark == U':' || (next.form == shape::lower && next.is(reporting_verb))) return true;
    if (!next.is(preposition | auxiliary)) return false;
    for (std::uint32_t k = i + 2; within_sentence(k, i) && k < i + 16; ++k) {
      if (words_[k].mark == U':') return true;
    }
    return false;
  }

  // Whether an organisation's word ends the run of capitals that begins at i.
  [[nodiscard]] bool organisation_ahead(std::uint32_t i) const {
    const std::uint32_t from = i;
    std::uint32_t last = nothing;
    while (within_sentence(i, from) && i - from < longest && words_[i].is_capital() &&
           !words_[i].is(any_function)) {
      last = i++;
    }
    return last != nothing && words_[last].is(organisation_word | outlet) &&
           !words_[from].is(given_name);
  }

  [[nodiscard]] bool has_organisation_word(std::uint32_t first, std::uint32_t last) const {
    return std::any_of(words_.begin() + first, words_.begin() + last,
                       [](const word& w) { return w.is(organisation_word); });
  }

  // Longer runs of capitals are no names. Keeps hostile texts linear.
  static constexpr std::uint32_t longest = 24;

  // One past the last word of the run that begins at `first`.
  [[nodiscard]] std::uint32_t run_end(std::uint32_t first) const {
    std::uint32_t i = first;
    while (i - first < longest) {
      const word& w = words_[i];
      std::uint32_t next = i + 1;
      if (next < words_.size() && w.in_source != words_[next].in_source) return next;
      if (w.possessive) {  // Coastal Fishermen's League, but CNN's Jake Tapper
        if (!w.is(group_noun | honorific) || !capital_at(next, first) ||
            !organisation_ahead(next)) {
          return next;
        }
        i = next;
        continue;
      }
      if (w.stopped && within_sentence(next, first) && words_[next].mark == U'.') ++next;
      if (!within_sentence(next, first)) return i + 1;
      const word& n = words_[next];
      const bool numbered = w.is(press) && n.form == shape::capital && n.is(determiner) &&
                            !n.is(definite);  // Channel Five
      if (n.is_capital() && (continues(n) || numbered)) {
        i = next;
        continue;
      }
      const std::uint32_t joined = joined_word(first, i, next);
      if (joined == nothing) return i + 1;
      i = joined;
    }
    return i + 1;
  }

  [[nodiscard]] bool continues(const word& n) const {
    if (n.heading) return false;
    if (n.traits.pronoun != pronoun_class::none) return false;
    return !n.is(any_function) || n.is(given_name);
  }

  // The capitalised word that follows a connector at `at`, or nothing: particles (van, bin), of
  // and for, and between the words of an organisation, &, a nickname in quotation marks.
  [[nodiscard]] std::uint32_t joined_word(std::uint32_t first, std::uint32_t before,
                                          std::uint32_t at) const {
    const word& connector = words_[at];
    std::uint32_t next = at + 1;
    if (connector.form == shape::lower && connector.is(name_particle) &&
        (!connector.is(any_function & ~std::uint32_t{joins_name}) || is_noble(first, at))) {
      while (within_sentence(next, first) && words_[next].form == shape::lower &&
             words_[next].is(name_particle)) {
        ++next;
      }
      return capital_at(next, first) ? next : nothing;
    }
    if (connector.mark == U'&') return capital_at(next, first) ? next : nothing;
    if (connector.is(joins_name) && connector.form == shape::lower) {
      if (within_sentence(next, first) && words_[next].is(definite)) ++next;
      if (!capital_at(next, first)) return nothing;
      const bool named = words_[before].is(organisation_word | any_title) ||
                         words_[before].form == shape::upper ||
                         has_organisation_word(first, before + 1);
      const bool plain = next == at + 1 && !words_[before].is(given_name | any_place) &&
                         !words_[first].first && words_[before].is(any_noun);
      return named || plain ? next : nothing;
    }
    if (connector.is(conjunction) && entries_.lower(connector.entry) == language_.and_word()) {
      const bool plain_left =
          std::none_of(words_.begin() + first, words_.begin() + before + 1,
                       [](const word& w) { return w.is(given_name | any_place | outlet); });
      return plain_left && capital_at(next, first) && organisation_ahead(next) &&
                     !words_[before].is(organisation_word)
                 ? next
                 : nothing;
    }
    if (is_opening(connector.mark) && within_sentence(at + 2, first) && capital_at(next, first) &&
        is_closing(words_[at + 2].mark) && capital_at(at + 3, first) &&
        words_[before].is(given_name | any_title)) {
      return at + 3;  // Joseph “Shorty” Smith
    }
    return nothing;
  }

  // Albrecht von Tressow, Ursula von der Leyen: not Anna von der Post.
  [[nodiscard]] bool is_noble(std::uint32_t first, std::uint32_t at) const {
    if (at != first + 1 || !words_[first].is(given_name)) return false;
    std::uint32_t name = at + 1;
    while (within_sentence(name, first) && words_[name].form == shape::lower &&
           words_[name].is(name_particle)) {
      ++name;
    }
    return capital_at(name, first) && !words_[name].is(any_noun | any_place | organisation_word);
  }

  [[nodiscard]] bool capital_at(std::uint32_t i, std::uint32_t of) const {
    return within_sentence(i, of) && words_[i].is_capital() && !words_[i].heading &&
           !words_[i].is(any_function) && words_[i].traits.pronoun == pronoun_class::none;
  }

  static bool is_opening(char32_t mark) {
    return mark == U'“' || mark == U'"' || mark == U'„' || mark == U'«' || mark == U'‘' ||
           mark == U'(';
  }
  static bool is_closing(char32_t mark) {
    return mark == U'”' || mark == U'"' || mark == U'“' || mark == U'»' || mark == U'’' ||
           mark == U')';
  }

  void read_run(std::uint32_t first, std::uint32_t last) {
    while (first < last && leading_position_word(first, last)) ++first;
    if (first == last || in_brackets_after_name(first)) return;
    mention m;
    m.lead = first;
    m.last = last;
    pieces_.clear();
    places_.clear();
    for (std::uint32_t i = first; i < last; ++i) {
      const word& w = words_[i];
      if (w.mark != 0) continue;
      // ACP (Crime) Meera Joshi: what an office is of
      if (i > first + 1 && i + 1 < last && words_[i - 1].mark == U'(' &&
          words_[i + 1].mark == U')' && words_[i - 2].is(any_title)) {
        continue;
      }
      places_.push_back(i);
      pieces_.push_back({std::string_view(text_).substr(w.begin, w.end - w.begin),
                         {static_cast<std::uint8_t>(w.traits.classes & 31U), w.traits.sex},
                         w.is_capital()});
    }
    if (last - first == 1 && (bracketed(first) || lone_title(words_[first]))) return;
    if (only_demonyms(first, last) ||
        (last - first == 1 && capital_by_position(words_[first]) && !opens_post(first))) {
      return;
    }
    if (is_described_office(first, last)) return;
    const bool organisation_last =
        words_[last - 1].is(organisation_word | outlet) || joined_organisation(first, last);
    names::layout at = names::split(pieces_);
    if (at.name == at.suffix && !organisation_last) return;  // a title and no name
    if (organisation_last && (at.name == at.suffix || !personal_title(places_[at.name]))) {
      at.name = 0;
    }
    m.first = places_[at.name];
    m.titled = at.name > 0;
    cut_place_before_given_name(m);
    cut_noun_after_surname(m);
    classify(m);
    m.tentative = m.type == name_type::unknown && language_.capitalises_nouns() && !m.titled;
    if (m.tentative && m.size() == 2 && named_behind_role(m)) {
      m.type = name_type::person;
      m.tentative = false;
    }
    if (m.tentative && m.size() > 1) return;
    if (m.size() == 1 && words_[first].form == shape::upper && first > 0 &&
        words_[first - 1].mark == U'(' && !found_.empty() && found_.back().last + 1 == first) {
      m.expansion = static_cast<std::uint32_t>(found_.size() - 1);
    }
    found_.push_back(m);
  }

  // der Sprecher der Grünen, [Timon Rehse]: two words behind the comma that ends a role, in a
  // source.
  [[nodiscard]] bool named_behind_role(const mention& m) const {
    if (m.first < 2 || !words_[m.first].in_source || words_[m.first - 1].mark != U',') return false;
    if (!words_[m.first - 2].in_source) return false;
    for (std::uint32_t i = m.first - 1, steps = 0; i-- > 0 && steps < 8; ++steps) {
      if (!words_[i].in_source || words_[i].mark != 0) return false;
      if (words_[i].is(person_noun | any_title)) return true;
    }
    return false;
  }

  // (Laughter), (Applause): a word in brackets by itself; acronyms are names there.
  [[nodiscard]] bool bracketed(std::uint32_t i) const {
    return words_[i].form == shape::capital && i > 0 && i + 1 < words_.size() &&
           words_[i - 1].mark == U'(' && words_[i + 1].mark == U')' &&
           !words_[i].is(given_name | any_place | outlet);
  }

  // the [Chief Constable], our [Lord Mayor]: titles behind an article, and no name.
  [[nodiscard]] bool is_described_office(std::uint32_t first, std::uint32_t last) const {
    if (first == 0 || !words_[last - 1].is(office)) return false;
    const word& before = words_[first - 1];
    const bool determined =
        before.sentence == words_[first].sentence &&
        (before.is(definite) || before.traits.pronoun == pronoun_class::possessive);
    return determined && std::all_of(words_.begin() + first, words_.begin() + last,
                                     [](const word& w) { return w.is(any_title); });
  }

  // "Sir", "Mr": the name is missing.
  static bool lone_title(const word& w) { return w.is(honorific) && !w.is(given_name); }

  // American, African American: adjectives.
  [[nodiscard]] bool only_demonyms(std::uint32_t first, std::uint32_t last) const {
    return std::all_of(words_.begin() + first, words_.begin() + last, [](const word& w) {
      return w.is(demonym) && !w.is(given_name | group_noun);
    });
  }

  // A capital that the beginning of a sentence explains as well as a name would.
  [[nodiscard]] bool capital_by_position(const word& w) const {
    return w.first && !w.in_source && w.form == shape::capital && !entries_[w.entry].seen_capital &&
           !w.is(given_name | any_place | outlet);
  }

  // The party and state of an American politician: (D-Ohio).
  [[nodiscard]] bool in_brackets_after_name(std::uint32_t first) const {
    const word& w = words_[first];
    return first > 0 && words_[first - 1].mark == U'(' && w.end - w.begin > 2 &&
           text_[w.begin + 1] == '-';
  }

  // "Department of Justice": the organisation's word stands before the connector.
  [[nodiscard]] bool joined_organisation(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i + 1 < last; ++i) {
      if (words_[i + 1].is(joins_name) && words_[i].is(organisation_word)) return true;
    }
    return false;
  }

  [[nodiscard]] bool personal_title(std::uint32_t name) const {
    return words_[name].is(given_name);
  }

  // Words at the beginning of a run that belong to the sentence, not to the name: "Following
  // Trump", "Activists Jane Doe".
  [[nodiscard]] bool leading_position_word(std::uint32_t i, std::uint32_t last) const {
    const word& w = words_[i];
    if (w.is(any_function)) {
      const bool name = w.is(given_name) || (!w.first && w.is(preposition));
      if (!name || i + 1 == last) return true;
    }
    if (!w.first) return false;
    if (w.is(given_name | any_title | any_place | organisation_word)) return false;
    if (w.is(reporting_verb)) return true;
    if (i + 1 == last || w.form != shape::capital || w.is(outlet | demonym)) return false;
    const word& next = words_[i + 1];
    return entries_[w.entry].seen_lower || entries_[entries_[w.entry].stem].seen_lower ||
           (next.is(given_name) && i + 2 < last && !entries_[w.entry].seen_capital);
  }

  // Whether a name of three words behind a role begins with what the role is of: прем’єрка [Данії]
  // Кірстен Мадсен, but міністр Іван Петрович Гринюк.
  [[nodiscard]] bool begins_with_genitive(const mention& m) const {
    if (m.size() != 3 || words_[m.first].is(given_name) || !role_before(m)) return false;
    return !language_.is_patronymic(entries_.lower(words_[m.last - 1].entry));
  }

  // der [Spediteur] Harm Noll: a noun with its article before two words that no list has, in a
  // source or between commas.
  [[nodiscard]] bool unknown_role(const mention& m) const {
    if (m.first < 2 || !words_[m.first - 1].is(definite)) return false;
    if (words_[m.first].is(any_noun) && !words_[m.first].is(person_noun)) return false;
    const bool apposition =
        words_[m.first - 2].mark == U',' && m.last < words_.size() && words_[m.last].mark == U',';
    if (!words_[m.first].in_source && !apposition) return false;
    return std::all_of(words_.begin() + m.first + 1, words_.begin() + m.last, [](const word& w) {
      return !w.is(organisation_word | outlet | any_place | any_noun | any_function);
    });
  }

  // Indiana Republican Mike Pence, президент Росії Володимир Путін: what stands before a given
  // name is no part of the name.
  void cut_place_before_given_name(mention& m) const {
    const bool cases = !language_.of_names().endings().empty();
    const bool role =
        language_.capitalises_nouns() && m.size() == 3 &&
        ((words_[m.first].is(person_noun) && words_[m.first].in_source) || unknown_role(m)) &&
        !words_[m.first].is(given_name) && words_[m.first + 1].mark == 0;
    if (role || (cases && begins_with_genitive(m))) {
      ++m.first;
      m.titled = true;
      if (cases && begins_with_place(m)) ++m.first;
      return;
    }
    for (std::uint32_t i = m.first + 1; i + 1 < m.last; ++i) {
      if (cases && words_[i].is(given_name) && !words_[i - 1].is(given_name) && role_before(m)) {
        m.first = i;
        m.titled = true;
        return;
      }
      // Der Maler Joachim Reuss: in German a noun as well
      if (language_.capitalises_nouns() && words_[i].is(given_name) &&
          !words_[i - 1].is(given_name | name_particle) && words_[i - 1].form == shape::capital &&
          !words_[m.last - 1].is(organisation_word | outlet)) {
        m.first = i;
        m.titled = true;
        return;
      }
      if (words_[i].is(given_name) && !words_[i].is(any_place) &&
          words_[i - 1].is(any_place | organisation_word | outlet | group_noun | person_noun) &&
          !words_[i - 1].is(given_name) && !words_[m.last - 1].is(organisation_word)) {
        m.first = i;
        m.titled = m.titled || words_[i - 1].is(person_noun);
        return;
      }
    }
    // Речник Генштабу Соловей: so does an organisation before a surname, behind a role.
    const std::uint32_t last = m.last - 1;
    const bool owned = words_[m.first].is(organisation_word | any_place) &&
                       !words_[last].is(organisation_word | outlet | any_place | any_noun) &&
                       (m.titled || role_before(m));
    if (cases && m.size() == 3 && begins_with_body(m)) {
      m.first = last;
      m.titled = true;
    }
    if (cases && m.size() == 2 && (owned || begins_with_place(m))) {
      m.first = last;
      m.titled = true;
    }
  }

  // Очільник [Степової ОВА] Гнатюк, Начальник [МВА Загати] Коваль
  [[nodiscard]] bool begins_with_body(const mention& m) const {
    const word& first = words_[m.first];
    const word& second = words_[m.first + 1];
    if (m.first == 0 || words_[m.first - 1].sentence != first.sentence ||
        !language_.is_office_of_place(entries_.lower(words_[m.first - 1].entry))) {
      return false;
    }
    if (second.form == shape::upper) {
      return language_.is_genitive_of_one(entries_.lower(first.entry));
    }
    return first.form == shape::upper && !second.is(given_name) &&
           language_.is_genitive_of_name(entries_.lower(second.entry));
  }

  // мер [Полтави] Коваль, начальник МВА [Загати] Коваль: of two words behind an office of a place
  // the first is that place, where it is no given name and may stand in the genitive.
  [[nodiscard]] bool begins_with_place(const mention& m) const {
    if (m.size() != 2 || m.first == 0 || words_[m.first].is(given_name | name_particle) ||
        words_[m.first].form != shape::capital || words_[m.last - 1].form != shape::capital ||
        !language_.is_genitive_of_name(entries_.lower(words_[m.first].entry)) ||
        words_[m.last - 1].is(given_name) ||
        language_.is_patronymic(entries_.lower(words_[m.last - 1].entry))) {
      return false;
    }
    std::uint32_t office = m.first - 1;
    if (office > 0 && words_[office].form == shape::upper) --office;  // начальник [МВА] Загати
    return words_[office].sentence == words_[m.first].sentence &&
           language_.is_office_of_place(entries_.lower(words_[office].entry));
  }

  // hat Karl Brandt [Fehler] eingeräumt: where nouns have capitals, one that follows a surname
  // which the text has without it is no part of the name.
  void cut_noun_after_surname(mention& m) const {
    if (!language_.capitalises_nouns() || !words_[m.first].is(given_name)) return;
    for (std::uint32_t i = m.first + 1; i + 1 < m.last; ++i) {
      const word& surname = words_[i];
      if (surname.is(given_name | name_particle) || !surname.is_capital()) continue;
      if (words_[i + 1].is(name_particle | name_suffix) || !words_[i + 1].is_capital()) return;
      if (entries_[surname.entry].ends_name) m.last = i + 1;
      return;
    }
  }

  void classify(mention& m) const {
    const word& head = words_[m.last - 1];
    const word& begin = words_[m.first];
    const std::uint32_t size = m.size();
    // Vorsitzende Richter Anselm Roth: the title next to the name tells the sex
    for (std::uint32_t i = m.first; i > m.lead && m.sex == names::gender::unknown; --i) {
      if (words_[i - 1].is(any_title | person_noun)) m.sex = words_[i - 1].traits.sex;
    }
    if (owns_body(m)) {
      m.lead = m.first;
      m.titled = false;
      m.type = name_type::organisation;
      m.certain = true;
    } else if (m.titled) {
      m.type = name_type::person;
      m.certain = true;
    } else if (head.is(organisation_word | outlet) || joined_organisation(m.first, m.last)) {
      m.type = name_type::organisation;
      m.certain = true;
    } else if (head.is(group_noun) && size > 1) {
      m.type = name_type::group;
    } else if (size == 1 && begin.is(group_noun) && !begin.is(given_name)) {
      m.type = name_type::group;
    } else if (begin.is(any_place) && (size == 1 || head.is(any_place))) {
      m.type = name_type::place;
      m.certain = true;
    } else if (size > 1 && personal_beginning(m)) {
      m.type = name_type::person;
      m.certain = true;
    } else if (size == 1 && begin.form == shape::upper && !begin.heading) {
      m.type = name_type::organisation;
    } else if (size == 1 && kind_before(m)) {
      m.type = name_type::organisation;
      m.certain = true;
    } else if (role_before(m) || personal_context(m) || behind_role(m)) {
      m.type = name_type::person;
      m.certain = size > 1 || role_before(m);
    } else if (size == 1 && begin.is(given_name)) {
      m.type = name_type::person;
    } else if (m.last < words_.size() && words_[m.last].is(organisation_noun) &&
               words_[m.last].form == shape::lower) {
      m.type = name_type::unknown;
    }
    if (m.type != name_type::person || !begin.is(given_name)) return;
    // адвокат Елена Штерн: nouns for men stand for women, too, those for women do not for men.
    const bool of_office = m.sex == names::gender::male && !is_honorific(m);
    const bool woman = of_office && begin.traits.sex == names::gender::female;
    if (m.sex == names::gender::unknown || woman) m.sex = begin.traits.sex;
  }

  // Mr, Herr: says the sex of whoever bears the name.
  [[nodiscard]] bool is_honorific(const mention& m) const {
    for (std::uint32_t i = m.lead; i < m.first; ++i) {
      if (words_[i].is(honorific) && words_[i].traits.sex != names::gender::unknown) return true;
    }
    return false;
  }

  [[nodiscard]] bool personal_beginning(const mention& m) const {
    const word& begin = words_[m.first];
    if (begin.is(given_name) && !(begin.is(any_place) && !words_[m.first + 1].is(given_name))) {
      return true;
    }
    // An initial between names, or two of them before one: Loretta E. Lynch, J. K. Rowling.
    for (std::uint32_t i = m.first; i + 1 < m.last; ++i) {
      if (words_[i].form == shape::initial && words_[i].stopped) return true;
    }
    return false;
  }

  // Речник [Повітряних] сил: an adjective of what the role is of.
  [[nodiscard]] bool owns_noun(const mention& m) const {
    if (m.size() != 1 || language_.of_names().endings().empty() ||
        !within_sentence(m.last, m.first))
      return false;
    const word& next = words_[m.last];
    return next.form == shape::lower && !next.is(any_function | reporting_verb) &&
           language_.is_genitive_of_many(entries_.lower(words_[m.first].entry));
  }

  // Голова [Вербопільської ОВА], директор [Холмської] лікарні: an adjective in the genitive with
  // the body that it tells of, not a name with its title.
  [[nodiscard]] bool owns_body(const mention& m) const {
    if (m.size() > 2 || m.first == 0 || words_[m.first].form != shape::capital ||
        !language_.is_genitive_of_one(entries_.lower(words_[m.first].entry))) {
      return false;
    }
    if (m.size() == 2) return words_[m.last - 1].form == shape::upper;
    return m.last < words_.size() && within_sentence(m.last, m.first) &&
           words_[m.last].form == shape::lower && words_[m.last].is(organisation_noun);
  }

  // "the daily Fjordbladet": a lower-case noun for a body right before the name.
  [[nodiscard]] bool kind_before(const mention& m) const {
    if (m.lead == 0 || language_.capitalises_nouns()) return false;
    const word& before = words_[m.lead - 1];
    return before.sentence == words_[m.lead].sentence && before.form == shape::lower &&
           before.is(organisation_noun) && !before.possessive;
  }

  // A lower-case noun for a person right before the name: "press secretary Josh Earnest".
  [[nodiscard]] bool role_before(const mention& m) const {
    if (owns_noun(m)) return false;
    // Languages with cases put a genitive between: міністерка енергетики Олена Карвацька.
    const std::uint32_t steps = language_.of_names().endings().empty() ? 1 : 3;
    for (std::uint32_t back = 1; back <= steps && back <= m.lead; ++back) {
      const word& before = words_[m.lead - back];
      if (before.form == shape::mark || before.sentence != words_[m.lead].sentence) return false;
      if (before.is(any_function) || before.possessive) return false;
      const bool noun =
          before.form == shape::lower || before.first || language_.capitalises_nouns();
      if (before.is(person_noun | any_title)) return noun;
    }
    return false;
  }

  // Solheim’s co-author, Tomasz Wrona, …: two words between commas behind a noun for a person.
  [[nodiscard]] bool behind_role(const mention& m) const {
    if (m.size() != 2 || m.lead < 2 || m.last >= words_.size()) return false;
    const word& role = words_[m.lead - 2];
    return words_[m.lead - 1].mark == U',' && words_[m.last].mark == U',' && role.is(person_noun) &&
           role.sentence == words_[m.last].sentence;
  }

  // [executive director] of, [a professor] at, [the water company's chief engineer]: an office in
  // small letters before a preposition or the end of the apposition, [the continental champion]:
  // another noun for a person before a comma; „[Präsidentin] der Behörde“.
  [[nodiscard]] bool role_ahead(std::uint32_t i) const {
    constexpr std::uint32_t most = 6;  // words
    const std::uint32_t first = i;
    const auto ends = [&](std::uint32_t at) {
      return words_[at].is(preposition) || words_[at].mark == U',' || words_[at].mark == U'.';
    };
    if (language_.capitalises_nouns()) {
      return within_sentence(i + 1, first) && words_[i].is(office | person_noun) &&
             (words_[i + 1].is(definite) || ends(i + 1));
    }
    while (within_sentence(i + 1, first) && i < first + most && words_[i].form == shape::lower &&
           !words_[i].is(preposition | auxiliary | conjunction | reporting_verb)) {
      ++i;
    }
    if (i == first) return false;
    return words_[i - 1].is(office) ? ends(i)
                                    : words_[i].mark == U',' && words_[i - 1].is(person_noun);
  }

  // ", 40," or ", who" or "(D-Ohio)" or ", director of" or ", the champion," after the name.
  [[nodiscard]] bool personal_context(const mention& m) const {
    if (!within_sentence(m.last + 1, m.first)) return false;
    const word& mark = words_[m.last];
    const word& next = words_[m.last + 1];
    if (mark.traits.pronoun == pronoun_class::relative) return true;
    if (mark.mark == U',') {
      return next.traits.pronoun == pronoun_class::relative ||
             (next.form == shape::number && next.end - next.begin == 2) ||
             (m.size() == 2 && role_ahead(m.last + 1));
    }
    return mark.mark == U'(' && next.is_capital() && next.end - next.begin > 2 &&
           text_[next.begin + 1] == '-';
  }

  std::string_view text_;
  const std::vector<word>& words_;
  const vocabulary& entries_;
  const lexicon& language_;
  std::vector<mention>& found_;
  std::vector<names::piece> pieces_;
  std::vector<std::uint32_t> places_;  // the word of each piece
};

}  // namespace

void find_names(std::string_view text, const word_list& list, const vocabulary& entries,
                const lexicon& language, std::vector<mention>& found) {
  found.clear();
  finder(text, list, entries, language, found).run();
}

}  // namespace quoth::speakers
