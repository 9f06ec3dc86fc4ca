#include "wording.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <text/utf8.hpp>

namespace quoth::matching {

namespace {

using record::word;
using record::word_kind;

constexpr std::size_t head_letters = 5;

[[nodiscard]] std::uint64_t head_of(std::string_view norm) noexcept {
  std::size_t at = 0;
  for (std::size_t letters = 0; letters < head_letters; ++letters) {
    const auto here = text::decode(norm, at);
    if (here.size == 0) return 0;
    at += here.size;
  }
  return record::hash_of(norm.substr(0, at));
}

[[nodiscard]] double number_of(std::string_view norm) noexcept {
  double value = 0.0;
  std::from_chars(norm.data(), norm.data() + norm.size(), value);
  return value;
}

// Third, fifth: one in a row, or with "of" one part.
[[nodiscard]] bool is_ordinal(const sense& meaning) noexcept {
  constexpr std::uint32_t both = scale | quantifier;
  return (meaning.classes & both) == both;
}

void set_value(unit_of_text& number, double value) noexcept {
  number.value = value;
  number.hash = number.stem = std::bit_cast<std::uint64_t>(value) * 0x9E3779B97F4A7C15U + 1;
}

}  // namespace

void wording::read(std::string_view text, const senses& language, bool with_concepts) {
  text_ = text;
  units_.clear();
  concept_keys_.clear();
  first_words_.clear();
  concepts_ = with_concepts ? &language.concepts().of_language(language.lang()) : nullptr;
  words_.split(text, language.lang());
  norms_.clear();
  for (const word& one : words_.all()) norms_.push_back(words_.norm(one));
  std::size_t at = 0;
  while (at < words_.size()) {
    const std::size_t taken = add_number(at, language);
    if (taken == 0) add_word(at, language);
    at += taken == 0 ? 1 : taken;
  }
  drop_answers();
  mark_countries(language);
  if (with_concepts) {
    mark_concepts(language);
    mark_separated_verbs(language);
  }
  if (language.joins_words()) spell_stems(language);
}

// [No,] we will not go: a "no" by itself answers what was asked, and denies nothing that follows.
void wording::drop_answers() {
  constexpr std::uint16_t opens = record::sentence_start | record::clause_start;
  for (std::size_t at = 0; at + 1 < units_.size(); ++at) {
    const bool alone = units_[at].like == likes_of("no") &&
                       (units_[at].flags & record::sentence_start) != 0 &&
                       (units_[at + 1].flags & opens) != 0;
    if (alone) units_[at].classes &= ~std::uint32_t{negation};
  }
}

// What words tell, and phrases of two words near each other: call [the strike] off. A capital
// inside a sentence is a name's, except in a language that gives all nouns one.
void wording::mark_concepts(const senses& language) {
  constexpr std::size_t farthest = 3;  // words
  const language_concepts& known = *concepts_;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    unit_of_text& here = units_[i];
    if (here.is_number) continue;
    if ((here.classes & proper) != 0 && !language.joins_words()) continue;
    const auto word = known.of(concept_keys_[i]);
    here.concepts = word.concepts;
    if (!word.begins_phrase) continue;
    for (std::size_t j = i + 1; j < units_.size() && j - i <= farthest; ++j) {
      if ((units_[j].flags & record::sentence_start) != 0) break;
      here.concepts.add(known.of_phrase(concept_keys_[i], units_[j].hash));
      if (known.is_condition(here.concepts)) here.classes |= condition;
    }
  }
}

// denke [darüber] nach: a verb whose particle ends the clause tells what the two do in one word.
void wording::mark_separated_verbs(const senses& language) {
  if (!language.separates_verbs()) return;
  constexpr std::uint16_t opens = record::sentence_start | record::after_gap | record::clause_start;
  const auto ends_clause = [&](std::size_t at) {
    return at + 1 == units_.size() || (units_[at + 1].flags & opens) != 0;
  };
  std::string joined;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < units_.size(); ++at) {
    if ((units_[at].flags & opens) != 0) begin = at;
    const std::string_view particle = norms_[first_words_[at]];
    if (units_[at].is_number || !ends_clause(at) || !language.is_particle(particle)) continue;
    for (std::size_t i = begin; i < at; ++i) {
      unit_of_text& verb = units_[i];
      const word& one = words_[first_words_[i]];
      const bool capital = (one.flags & record::capital) != 0 && i != begin;
      if (verb.is_number || capital || (verb.classes & (article | pronoun)) != 0) continue;
      joined.assign(particle).append(keys_.word_key(words_, one, language.lang()).text);
      const auto known = concepts_->of(concepts_->key_of(joined));
      if (known.concepts.empty()) continue;
      verb.concepts = known.concepts;
      units_[at].classes |= function_word;
      break;
    }
  }
}

// In a language that joins words, the stems of nouns, which begin with a capital.
void wording::spell_stems(const senses& language) {
  constexpr std::size_t least = 4;                          // bytes
  std::vector<std::pair<std::size_t, std::size_t>> places;  // unit, size
  stems_.clear();
  std::size_t unit = 0;
  for (const word& one : words_.all()) {
    while (unit < units_.size() && units_[unit].begin < one.begin) ++unit;
    if (unit == units_.size()) break;
    if (units_[unit].begin != one.begin || units_[unit].is_number) continue;
    if ((one.flags & record::capital) == 0) continue;
    const std::string_view stem = keys_.word_key(words_, one, language.lang()).text;
    if (stem.size() < least) continue;
    units_[unit].opening = language.opening_of(stem);
    stems_.append(stem);
    places.emplace_back(unit, stem.size());
  }
  std::size_t at = 0;
  for (const auto& [place, size] : places) {
    units_[place].stem_letters = std::string_view(stems_).substr(at, size);
    at += size;
  }
}

// Whether an article before a scale word counts one: [a] hundred and eight; not half [a] million.
bool wording::opens_scale(std::size_t at, const senses& language) const {
  if (at + 1 >= words_.size() || (language.of(norms_[at]).classes & article) == 0) return false;
  const sense& counted = language.of(norms_[at + 1]);
  if ((counted.classes & scale) == 0 || norms_[at + 1].size() <= 2) return false;
  if (is_ordinal(counted)) return is_part_of(at + 1, language);
  return at == 0 || (language.of(norms_[at - 1]).classes & (quantifier | number_word)) == 0;
}

// A third [of the bridges], not a third [bridge].
bool wording::is_part_of(std::size_t ordinal, const senses& language) const {
  return ordinal + 1 < words_.size() &&
         (language.of(norms_[ordinal + 1]).classes & (function_word | article)) == function_word;
}

// Takes a number: digits or number words, and the scales after them. Returns the number of words
// taken, 0 where there is no number.
std::size_t wording::add_number(std::size_t first, const senses& language) {
  double total = 0.0;    // of what the last thousand or more closed
  double current = 0.0;  // below it
  std::size_t taken = 0;
  bool digits = false;
  bool open = false;  // something is in `current`
  while (first + taken < words_.size()) {
    const word& here = words_[first + taken];
    const sense& meaning = language.of(norms_[first + taken]);
    if (here.kind == word_kind::number) {
      if (taken > 0) break;
      current = number_of(norms_[first]);
      digits = open = true;
    } else if (is_ordinal(meaning) && !(open && current < 10.0 && !digits)) {
      break;  // the twenty third
    } else if ((meaning.classes & scale) != 0 && meaning.value < 1.0 && open && current < 1.0) {
      break;  // a third, a quarter
    } else if ((meaning.classes & scale) != 0 && meaning.value < 1.0 && taken == 0 &&
               !is_ordinal(meaning)) {
      current = meaning.value;  // третина, half of them
      open = true;
    } else if ((meaning.classes & scale) != 0 && open) {
      // "m" and "k" count only directly after digits: 2.3m
      if (norms_[first + taken].size() <= 2 &&
          (!digits || here.begin != words_[first + taken - 1].end)) {
        break;
      }
      if (meaning.value >= 1000.0) {
        total += current * meaning.value;
        current = 0.0;
        open = digits;
      } else {
        current *= meaning.value;
      }
    } else if (taken == 0 && opens_scale(first, language)) {
      current = 1.0;  // a hundred
      open = true;
    } else if ((meaning.classes & number_word) != 0 && !digits) {
      // twenty + one, but not one + two
      const double low = std::fmod(current, 100.0);
      if (open && low != 0.0 && !(low >= 20.0 && std::fmod(low, 10.0) == 0.0 && meaning.value < 10))
        break;
      current += meaning.value;
      open = true;
    } else if (taken > 0 && norms_[first + taken] == "and" && current >= 100.0 && !digits &&
               first + taken + 1 < words_.size() &&
               (language.of(norms_[first + taken + 1]).classes & number_word) != 0) {
      ++taken;
      continue;
    } else {
      break;
    }
    ++taken;
  }
  if (taken == 0) return 0;
  const word& begin = words_[first];
  unit_of_text unit{};
  unit.begin = begin.begin;
  unit.end = words_[first + taken - 1].end;
  set_value(unit, total + current);
  unit.flags = begin.flags;
  unit.is_number = true;
  unit.weight = 1.0F;
  units_.push_back(unit);
  if (concepts_ != nullptr) concept_keys_.push_back(0);
  first_words_.push_back(first);
  return taken;
}

void wording::add_word(std::size_t at, const senses& language) {
  const word& one = words_[at];
  std::string_view base = norms_[at];
  if (base.ends_with("'s")) base.remove_suffix(2);
  const sense& meaning = language.of(base);
  unit_of_text unit{};
  unit.begin = one.begin;
  unit.end = one.end;
  unit.hash = one.hash;
  const auto stem = keys_.word_key(words_, one, language.lang());
  unit.stem = stem.hash;
  first_words_.push_back(at);
  if (concepts_ != nullptr) concept_keys_.push_back(concepts_->key_of(stem.text));
  unit.head = head_of(norms_[at]);
  unit.classes = meaning.classes;
  if ((one.flags & record::capital) != 0 && (one.flags & record::sentence_start) == 0) {
    unit.classes |= proper;
  }
  unit.same = meaning.same;
  if (meaning.smaller != 0 && !units_.empty() && units_.back().is_number) {
    set_value(units_.back(), units_.back().value * meaning.value);  // three decades: 30 years
    unit.same = meaning.smaller;
  }
  if ((meaning.classes & (month_or_day | quoth::matching::unit)) == month_or_day) {
    unit.value = meaning.value;
  }
  unit.like = meaning.like;
  unit.flags = one.flags;
  unit.weight = (meaning.classes & function_word) != 0 ? 0.2F : 1.0F;
  units_.push_back(unit);
}

void wording::mark_countries(const senses& language) {
  // Units and words run in parallel; a number is one unit of several words.
  std::size_t unit = 0;
  for (std::size_t at = 0; at < words_.size() && unit < units_.size();) {
    if (words_[at].begin > units_[unit].begin) {
      ++unit;
      continue;
    }
    if ((words_[at].flags & record::capital) != 0) {
      const std::size_t size = language.country_at(norms_, at);
      for (std::size_t i = 0; i < size && unit + i < units_.size(); ++i) {
        units_[unit + i].classes |= country;
      }
    }
    ++at;
  }
}

}  // namespace quoth::matching
