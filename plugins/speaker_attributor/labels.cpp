#include "labels.hpp"

#include <algorithm>
#include <utility>

#include "name_case.hpp"
#include "names/person_name.hpp"
#include "text/classes.hpp"
#include "text/fold.hpp"
#include "text/transliterate.hpp"
#include "text/utf8.hpp"
#include "titles.hpp"

namespace quoth::speakers {
namespace {

using quoth::speaker_link;
using quoth::speaker_type;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '.')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == ':' || text.back() == ',')) {
    text.remove_suffix(1);
  }
  return text;
}

// KONRAD EISMANN, Minister: the name before a comma and what follows it. Of "The Chair, Ms Adler"
// and "Eismann, Konrad" the whole label is the name.
struct apposed {
  std::string_view name, role;
};

apposed apposition(std::string_view label, const lexicon& language) {
  const std::size_t comma = label.find(", ");
  if (comma == label.npos) return {label, {}};
  const std::string_view before = trimmed(label.substr(0, comma));
  const std::string_view after = trimmed(label.substr(comma + 1));
  const names::person_name name = names::split(before, language.of_names());
  const std::string plain = name.plain();
  const word_traits alone = language.find(text::to_lower(plain));
  const bool described = plain.find(' ') == plain.npos && alone.is(label_role | any_noun);
  const bool inverted = language.find(text::to_lower(after)).is(given_name);
  if (described || inverted || !text::is_upper(text::decode(plain, 0).value)) return {label, {}};
  return {before, after};
}

std::string_view last_word(std::string_view name) {
  const std::size_t space = name.rfind(' ');
  return space == name.npos ? name : name.substr(space + 1);
}

// HALE R. is not Judith Hale.
bool may_begin(std::string_view initials, std::string_view full_name) {
  const auto lower = [](std::string_view text) {
    return text::to_lower(text.substr(0, text::decode(text, 0).size));
  };
  return initials.empty() || lower(initials) == lower(full_name);
}

// НЕЧИПОРУК З. П., HALE R.J.: a name without the initials behind it.
std::string_view without_initials(std::string_view name) {
  const auto is_initials = [](std::string_view word) {
    std::size_t letters = 0;
    for (const auto [value, at, size] : text::code_points(word)) {
      const bool letter = text::is_letter(value);
      if (value != U'.' && !letter) return false;
      letters = letter ? letters + 1 : 0;
      if (letters > 1) return false;
    }
    return word.ends_with('.');
  };
  std::string_view kept = name;
  while (kept.find(' ') != kept.npos && is_initials(last_word(kept))) {
    kept = kept.substr(0, kept.rfind(' '));
  }
  return is_initials(kept) ? name : kept;
}

// A name of three words and more from its given name on; of two of which the first is no given name
// the last.
std::string without_owner(std::string_view plain, const lexicon& language) {
  std::size_t begin = plain.rfind(' ');
  if (begin == plain.npos) return std::string(plain);
  ++begin;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    if (language.find(text::to_lower(plain.substr(at, end - at))).is(given_name)) {
      begin = at;
      break;
    }
    at = end + 1;
  }
  return std::string(plain.substr(begin));
}

}  // namespace

label_table::label_table(const reading& of) : of_(&of) {
  add_known_names();
  std::vector<std::pair<std::string_view, read_label>> labels;
  for (const quoth::turn& turn : of.from->turns) {
    if (!speakers_.try_emplace(turn.label).second) continue;
    read_label label = read(turn.label);
    if (!label.name.empty() && !label.role.empty())
      name_by_role_.try_emplace(label.role, label.name);
    if (label.full) {
      const auto [at, added] =
          full_by_surname_.try_emplace(text::to_lower(last_word(label.name)), label);
      if (!added && at->second.name != label.name) at->second.name.clear();
    }
    labels.emplace_back(turn.label, std::move(label));
  }
  for (const auto& [written, label] : labels) speakers_[written] = resolve(label, written);
}

void label_table::add_known_names() {
  if (of_->from->turns.empty()) return;
  for (std::uint32_t i = 0; i < of_->table.entities.size(); ++i) {
    const entity& e = of_->table[i];
    if (!e.named || e.name.find(' ') == e.name.npos) continue;
    if (e.type != name_type::person && e.type != name_type::unknown) continue;
    add_known_name(e.name, i);
  }
  find_interviewee();
  const auto in_title = full_names_in(of_->from->title, *of_->language);
  for (const full_name& name : in_title) add_known_name(name.name, nothing);
  // “The river has no map” – questions to Leni Drury
  if (interviewee_.empty() && in_title.size() == 1) interviewee_ = in_title.front().name;
}

// Interview with Carla Menn / Q: … / A: …: of the people that the text names before the turns the
// one in the headline; else the one in more sentences than any other, or in an earlier one. "Menn
// runs the clinic. She spoke to Jan Brodt."
void label_table::find_interviewee() {
  struct introduced {
    std::uint32_t entity, sentences, first, last;  // sentence of the first and the last mention
  };
  std::vector<introduced> people;
  for (const mention& m : of_->mentions) {
    const word& head = of_->list.words[m.first];
    if (head.begin >= of_->from->turns.front().where.begin) break;
    if (m.entity == nothing || of_->table[m.entity].type != name_type::person) continue;
    if (of_->list.words[m.last - 1].possessive) continue;  // St Bride's is a hospital
    const auto at = std::ranges::find(people, m.entity, &introduced::entity);
    if (at == people.end()) {
      people.push_back({m.entity, 1, head.sentence, head.sentence});
    } else if (at->last != head.sentence) {
      ++at->sentences;
      at->last = head.sentence;
    }
  }
  if (people.empty()) return;
  const auto in_title = [&](const introduced& one) {
    const std::string_view surname = last_word(of_->table[one.entity].name);
    return of_->from->title.find(surname) != std::string_view::npos;
  };
  if (std::ranges::count_if(people, in_title) == 1) {
    interviewee_ = of_->table[std::ranges::find_if(people, in_title)->entity].name;
    return;
  }
  const auto before = [](const introduced& a, const introduced& b) {
    return a.sentences != b.sentences ? a.sentences > b.sentences : a.first < b.first;
  };
  std::ranges::stable_sort(people, before);
  if (people.size() == 1 || before(people[0], people[1])) {
    interviewee_ = of_->table[people[0].entity].name;
  }
}

void label_table::add_known_name(const std::string& name, std::uint32_t entity) {
  const auto [at, added] =
      known_by_surname_.try_emplace(text::to_lower(last_word(name)), known_name{name, entity});
  if (!added && at->second.name != name) at->second.name.clear();
}

label_table::read_label label_table::read(std::string_view label) const {
  read_label result;
  const std::string cased = is_shouted(label) || is_shouted(label.substr(0, label.find('(')))
                                ? in_name_case(label.substr(0, label.find('(')), *of_->language)
                                : std::string();
  std::string kept = cased.empty()
                         ? std::string(label)
                         : cased + std::string(label.substr(std::min(label.size(), cased.size())));
  label = trimmed(kept);
  const names::lexicon& lexicon = of_->language->of_names();
  std::string_view bracketed;
  if (const std::size_t open = label.find('('); open != label.npos) {
    bracketed = label.substr(open + 1, label.find(')', open) - open - 1);
    label = trimmed(label.substr(0, open));
  }
  const apposed given = apposition(label, *of_->language);
  label = without_initials(given.name);
  result.initials = trimmed(given.name.substr(label.size()));
  names::person_name name = names::split(label, lexicon);
  std::string_view role = given.role.empty() ? name.title : given.role;
  // STUDENT TRUSTEE (Ida Roe): a full name in brackets behind words that are none.
  const auto begins_name = [&](std::string_view words) {
    const std::size_t space = words.find(' ');
    return space != words.npos &&
           of_->language->find(text::to_lower(words.substr(0, space))).is(given_name);
  };
  const bool described = begins_name(bracketed) && !begins_name(label);
  if ((name.plain().empty() || described) && !bracketed.empty()) {
    if (described) role = label;
    name = names::split(bracketed, lexicon);
  }
  std::string plain = name.plain();
  // МІНІСТР ОБОРОНИ ЛАНГ, ГОЛОВА РАДИ ІДА РОУ: what an office is of stands before the name.
  if (text::has_cyrillic(plain) && !name.title.empty() && given.role.empty()) {
    const std::string rest = without_owner(plain, *of_->language);
    if (rest.size() < plain.size() && label.ends_with(rest)) {
      role = label.substr(0, label.size() - rest.size());
      role = trimmed(role);
      name = names::split(label.substr(label.size() - rest.size()), lexicon);
      plain = name.plain();
    }
  }
  const std::string first = text::to_lower(plain.substr(0, plain.find(' ')));
  if (plain.find(' ') == plain.npos || of_->language->find(first).is(determiner)) {
    const word_traits traits = of_->language->find(text::to_lower(last_word(plain)));
    if (traits.is(label_question | label_answer | label_role | any_noun)) {
      role = label;
      plain.clear();
    }
  }
  std::string lower = text::to_lower(role);
  const std::size_t article = lower.find(' ');
  if (article != lower.npos && of_->language->find(lower.substr(0, article)).is(definite)) {
    lower.erase(0, article + 1);
  }
  result.role = std::move(lower);
  result.name = is_shouted(plain) ? in_name_case(plain, *of_->language) : plain;
  result.full = !name.given.empty() && !result.name.empty();
  return result;
}

resolved_speaker label_table::resolve(const read_label& label, std::string_view written) const {
  resolved_speaker result;
  result.type = speaker_type::person;
  result.link = speaker_link::name;
  result.confidence = 0.95;
  result.name = label.name;
  if (label.name.empty()) {
    const word_traits traits = of_->language->find(last_word(label.role));
    const auto known = name_by_role_.find(label.role);
    if (known != name_by_role_.end()) {
      result.name = known->second;
    } else if (traits.is(label_question)) {
      return nobody_;
    } else if (const std::uint32_t holder = holder_of(label.role);
               holder != nothing && !traits.is(label_role)) {
      result.name = of_->table[holder].name;  // PRESENTER: our guest is the Dean, Matthew Reeve
      result.entity = holder;
    } else if (traits.is(office) && !of_->from->author.empty()) {
      result.name = of_->from->author;  // PRIME MINISTER, in a transcript filed under his name
      result.confidence = 0.8;
    } else if (traits.is(label_answer)) {
      result.name = of_->from->author.empty() ? interviewee_ : of_->from->author;
      result.confidence = 0.5;
    } else {
      result.name = is_shouted(written) ? in_name_case(trimmed(written), *of_->language)
                                        : std::string(trimmed(written));
      result.type = speaker_type::unknown;
      result.confidence = 0.5;
    }
    result.link = speaker_link::nominal;
    if (result.name.empty()) return nobody_;
    return result;
  }
  const std::string surname = text::to_lower(last_word(label.name));
  const auto by_label = full_by_surname_.find(surname);
  const auto by_text = known_by_surname_.find(surname);
  if (!label.full && by_label != full_by_surname_.end() && !by_label->second.name.empty()) {
    // Dr Hale is not Cllr Ruth Hale.
    const std::string& role = by_label->second.role;
    if (!may_begin(label.initials, by_label->second.name)) return result;
    if (role.empty() || label.role.empty() || role == label.role)
      result.name = by_label->second.name;
    return result;
  }
  if (!label.full && by_text != known_by_surname_.end() && !by_text->second.name.empty() &&
      may_begin(label.initials, by_text->second.name)) {
    result.entity = by_text->second.entity;
    result.name = by_text->second.name;
  }
  return result;
}

// The only one by a full name whom the text gives an office of one word; `nothing` where it is
// nobody, or several.
std::uint32_t label_table::holder_of(std::string_view role) const {
  if (role.empty() || role.find(' ') != role.npos) return nothing;
  if (!of_->language->find(role).is(office | person_noun)) return nothing;
  std::uint32_t found = nothing;
  for (const speakers::role& held : of_->table.roles) {
    const entity& who = of_->table[held.entity];
    if (!held.head || !who.named || who.name.find(' ') == who.name.npos) continue;
    if (held.full != role && of_->entries.lower(held.word) != role) continue;
    if (found != nothing && found != held.entity) return nothing;
    found = held.entity;
  }
  return found;
}

std::string_view label_table::role_in(std::string_view label, std::string_view speaker) const {
  if (const std::size_t open = label.find('('); open != label.npos) {
    const std::string_view bracketed = label.substr(open);
    label = label.substr(0, open);
    // THE MINISTER FOR HERITAGE (Ida Roe)
    const bool named =
        speaker.find(' ') != speaker.npos && bracketed.find(speaker) != bracketed.npos;
    if (named && label.find(last_word(speaker)) == label.npos) return trimmed(label);
  }
  const apposed given = apposition(label, *of_->language);
  if (!given.role.empty()) return given.role;
  const names::person_name name = names::split(label, of_->language->of_names());
  return name.surname.empty() ? trimmed(label) : name.title;
}

const resolved_speaker& label_table::operator[](std::string_view label) const {
  const auto at = speakers_.find(label);
  return at == speakers_.end() ? nobody_ : at->second;
}

}  // namespace quoth::speakers
