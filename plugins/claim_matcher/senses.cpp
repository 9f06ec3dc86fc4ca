#include "senses.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace quoth::matching {

namespace {

struct class_name {
  std::string_view name;
  word_class value;
};

constexpr std::array<class_name, 31> class_names{{{"function", function_word},
                                                  {"article", article},
                                                  {"auxiliary", auxiliary},
                                                  {"pronoun", pronoun},
                                                  {"negation", negation},
                                                  {"negative", negative},
                                                  {"condition", condition},
                                                  {"certainty", certainty},
                                                  {"quantifier", quantifier},
                                                  {"approximation", approximation},
                                                  {"unit", unit},
                                                  {"country", country},
                                                  {"filler", filler},
                                                  {"number", number_word},
                                                  {"scale", scale},
                                                  {"light", light},
                                                  {"act", act},
                                                  {"possessive", possessive},
                                                  {"time", month_or_day},
                                                  {"earlier", earlier},
                                                  {"later", later},
                                                  {"favour", favour},
                                                  {"oppose", oppose},
                                                  {"toward", toward},
                                                  {"away", away},
                                                  {"up", up},
                                                  {"down", down},
                                                  {"inside", inside},
                                                  {"outside", outside},
                                                  {"bound", bound},
                                                  {"conjoining", conjoining}}};

constexpr sense no_sense{};
constexpr std::uint32_t likes = 2;  // seeds of ids; 1 is of `same`

[[nodiscard]] std::uint32_t id_of(std::string_view word, std::uint32_t seed) noexcept {
  std::uint32_t hash = 0x811C9DC5U ^ seed;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return word.empty() ? 0 : std::max(hash, 1U);
}

[[nodiscard]] std::uint32_t read_classes(const text::lexicon& words, std::size_t line) {
  std::uint32_t classes = 0;
  std::string_view rest = words[line][1];
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view name = rest.substr(0, end);
    const auto known = std::ranges::find(class_names, name, &class_name::name);
    if (known == class_names.end()) {
      throw words.error(line, "unknown class '" + std::string(name) + "'");
    }
    classes |= known->value;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return classes;
}

[[nodiscard]] std::string key_of(const icu::UnicodeString& name) {
  std::string utf8;
  name.toUTF8String(utf8);
  std::string key = text::match_key(utf8);
  std::ranges::replace(key, '-', ' ');
  return key;
}

}  // namespace

std::uint32_t likes_of(std::string_view entry) noexcept {
  return id_of(entry, likes);
}

senses::senses(std::string_view lang)
    : lang_(lang), concepts_(std::make_shared<const concept_table>()) {
  add_locale();
}

senses::senses(std::string_view lang, std::string words, std::string_view file_name,
               std::shared_ptr<const concept_table> concepts)
    : lang_(lang),
      concepts_(concepts ? std::move(concepts) : std::make_shared<const concept_table>()) {
  const auto entries = text::lexicon::parse(std::move(words), file_name, {1, 4});
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i][1] == "opening") {
      openings_.push_back(text::match_key(entries[i][0]));
      continue;
    }
    if (entries[i][1] == "particle") {
      particles_.push_back(text::match_key(entries[i][0]));
      continue;
    }
    const std::uint32_t classes = read_classes(entries, i);
    if ((classes & possessive) != 0) {
      possessives_.push_back(text::match_key(entries[i][0]));
      continue;
    }
    sense& one = at(text::match_key(entries[i][0]));
    one.classes |= classes;
    const std::string_view same = entries[i][2];
    if ((one.classes & (number_word | scale)) != 0) {
      const auto [end, fault] = std::from_chars(same.data(), same.data() + same.size(), one.value);
      if (fault != std::errc()) throw entries.error(i, "a number word needs its value");
    } else {
      one.same = id_of(same, 1);
      const std::size_t space = same.find(' ');
      if ((one.classes & unit) != 0 && space != same.npos) {  // 10 year
        const auto [end, fault] = std::from_chars(same.data(), same.data() + space, one.value);
        if (fault != std::errc() || one.value <= 0.0)
          throw entries.error(i, "a unit of two words needs a number and the smaller unit");
        one.smaller = id_of(same.substr(space + 1), 1);
      }
    }
    one.like = likes_of(entries[i][3]);
  }
  std::ranges::sort(particles_);
  std::ranges::stable_sort(possessives_, std::ranges::greater(), &std::string::size);
  add_name_endings();
  add_locale();
}

sense& senses::at(std::string_view word) {
  if (places_.insert(word, static_cast<std::uint32_t>(senses_.size()))) senses_.emplace_back();
  return senses_[places_.find(word)];
}

const sense& senses::of(std::string_view norm) const noexcept {
  const std::uint32_t place = places_.find(norm);
  return place == text::word_table::absent ? no_sense : senses_[place];
}

std::size_t senses::opening_of(std::string_view word) const {
  std::size_t longest = 0;
  for (const std::string& opening : openings_) {
    if (word.starts_with(opening)) longest = std::max(longest, opening.size());
  }
  return longest;
}

bool senses::is_particle(std::string_view norm) const {
  return std::ranges::binary_search(particles_, norm);
}

std::string_view senses::without_possessive(std::string_view word) const {
  for (const std::string& ending : possessives_) {
    std::size_t begin = word.size();
    for (std::size_t left = text::count_code_points(ending); left > 0 && begin > 0; --left) {
      begin -= text::decode_before(word, begin).size;
    }
    if (begin > 0 && text::match_key(word.substr(begin)) == ending) return word.substr(0, begin);
  }
  return word;
}

void senses::add_name_endings() {
  for (std::string ending : possessives_) {
    name_endings_.push_back(ending);
    std::erase(ending, '\'');
    name_endings_.push_back(std::move(ending));
  }
  std::ranges::sort(name_endings_);
  name_endings_.erase(std::unique(name_endings_.begin(), name_endings_.end()), name_endings_.end());
}

unsigned senses::month(std::string_view norm) const noexcept {
  const std::uint32_t found = months_.find(norm);
  return found == text::word_table::absent ? 0 : found;
}

void senses::add_locale() {
  if (lang_.size() != 2) return;
  add_countries();
  add_calendar();
}

void senses::add_countries() {
  const icu::Locale locale(lang_.c_str());
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    icu::UnicodeString name;
    icu::Locale("und", *code).getDisplayCountry(locale, name);
    const std::string key = key_of(name);
    if (key.empty() || key.size() == std::strlen(*code)) continue;  // ICU knows no name
    const auto words = static_cast<std::size_t>(std::ranges::count(key, ' ')) + 1;
    countries_.emplace(key, words);
    if (words == 1) at(key).classes |= country;
  }
}

void senses::add_calendar() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(lang_.c_str()), status);
  if (U_FAILURE(status)) return;
  constexpr double first_weekday = 101.0;  // behind the numbers of months
  const auto add = [&](const icu::UnicodeString* names, std::int32_t count, bool months) {
    for (std::int32_t i = 0; i < count; ++i) {
      const std::string key = key_of(names[i]);
      if (key.size() <= 2) continue;
      // "May" is far more often a verb: it stays what the lexicon says, unless a number stands by
      // it.
      sense& word = at(key);
      if ((word.classes & ~std::uint32_t{month_or_day | country}) == 0)
        word.classes |= month_or_day;
      if (word.value == 0.0) word.value = (months ? 1.0 : first_weekday) + i;
      if (months) months_.insert(key, static_cast<std::uint32_t>(i) + 1);
    }
  };
  std::int32_t count = 0;
  const auto* months = symbols.getMonths(count);
  add(months, count, true);
  months =
      symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
  add(months, count, true);
  const auto* days = symbols.getWeekdays(count);
  add(days, count, false);
}

std::size_t senses::country_at(const std::vector<std::string_view>& words,
                               std::size_t first) const {
  std::string name;
  std::size_t found = 0;
  for (std::size_t n = 1; n <= 4 && first + n <= words.size(); ++n) {
    if (n > 1) name += ' ';
    name += words[first + n - 1];
    const auto known = countries_.find(name);
    if (known != countries_.end() && known->second == n) found = n;
  }
  return found;
}

}  // namespace quoth::matching
