#include "concepts.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <mutex>
#include <record/keys.hpp>
#include <text/lexicon.hpp>
#include <text/trim.hpp>
#include <text/utf8.hpp>
#include <unordered_map>

namespace quoth::matching {

namespace {

constexpr std::size_t name_column = 0;
constexpr std::size_t first_language = 1;
constexpr std::size_t most_columns = 40;
constexpr std::string_view ending_row = "ending";
constexpr std::string_view longest_row = "longest";
constexpr std::string_view condition_row = "condition";

[[nodiscard]] std::uint64_t joined(std::uint64_t first, std::uint64_t second) noexcept {
  return first * 0x9E3779B97F4A7C15U ^ second;
}

// Calls `visit` with each entry of a cell, an empty one too.
template <class Visit>
void for_each_entry(std::string_view cell, Visit visit) {
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(','), cell.size());
    visit(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
}

}  // namespace

void word_concepts::add(std::uint16_t id) noexcept {
  for (std::uint16_t& place : ids_) {
    if (place == id) return;
    if (place != 0) continue;
    place = id;
    return;
  }
}

void word_concepts::add(const word_concepts& others) noexcept {
  for (const std::uint16_t id : others.ids_) {
    if (id != 0) add(id);
  }
}

bool word_concepts::shares_one_with(const word_concepts& other) const noexcept {
  return std::ranges::any_of(ids_, [&](std::uint16_t id) {
    return id != 0 && std::ranges::find(other.ids_, id) != other.ids_.end();
  });
}

struct language_concepts::tables {
  std::unordered_map<std::uint64_t, known_word> single;
  std::unordered_map<std::uint64_t, word_concepts> phrases;
  std::vector<std::vector<std::uint64_t>> stems;  // by concept
  word_concepts condition;
  std::vector<std::string> endings;
  std::size_t longest = std::numeric_limits<std::size_t>::max();  // letters
};

language_concepts::language_concepts() : tables_(std::make_unique<tables>()) {}
language_concepts::~language_concepts() = default;

std::uint64_t language_concepts::key_of(std::string_view stem) const noexcept {
  constexpr std::size_t least = 3;  // letters left
  for (const std::string& ending : tables_->endings) {
    if (!stem.ends_with(ending)) continue;
    const std::string_view rest = stem.substr(0, stem.size() - ending.size());
    if (text::count_code_points(rest) < least) continue;
    stem = rest;
    break;
  }
  std::size_t at = 0;
  for (std::size_t letters = 0; letters < tables_->longest && at < stem.size(); ++letters) {
    at += text::decode(stem, at).size;
  }
  return record::hash_of(stem.substr(0, at));
}

language_concepts::known_word language_concepts::of(std::uint64_t key) const noexcept {
  const auto at = tables_->single.find(key);
  return at == tables_->single.end() ? known_word{} : at->second;
}

word_concepts language_concepts::of_phrase(std::uint64_t key, std::uint64_t second) const noexcept {
  const auto at = tables_->phrases.find(joined(key, second));
  return at == tables_->phrases.end() ? word_concepts{} : at->second;
}

bool language_concepts::is_condition(const word_concepts& some) const noexcept {
  return some.has_any_of(tables_->condition);
}

std::span<const std::uint64_t> language_concepts::stems_of(std::uint16_t id) const noexcept {
  return id < tables_->stems.size() ? tables_->stems[id] : std::span<const std::uint64_t>{};
}

struct concept_table::columns {
  struct column {
    std::once_flag once;
    language_concepts made;
  };
  text::lexicon rows;
  std::vector<std::unique_ptr<column>> of_languages;

  [[nodiscard]] std::size_t number_in(std::size_t row, std::string_view cell) const {
    std::size_t value = 0;
    const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (fault != std::errc() || value == 0) {
      throw rows.error(row, "a number of letters, 1 or more, is expected");
    }
    return value;
  }

  // The column's entries, one a line, are split at once.
  void read(std::size_t number, column& to) const {
    const std::string_view lang = rows[0][first_language + number];
    std::string lines;
    std::vector<std::pair<std::size_t, std::uint16_t>> ends;  // of lines, and their concepts
    language_concepts& made = to.made;
    made.tables_->stems.resize(rows.size());
    for (std::size_t row = 1; row < rows.size(); ++row) {
      const std::string_view cell = rows[row][first_language + number];
      if (rows[row][name_column] == ending_row) {
        for_each_entry(cell, [&](std::string_view entry) {
          made.tables_->endings.emplace_back(text::trimmed(entry));
        });
        continue;
      }
      if (rows[row][name_column] == longest_row) {
        if (!cell.empty()) made.tables_->longest = number_in(row, cell);
        continue;
      }
      if (rows[row][name_column] == condition_row) {
        made.tables_->condition.add(static_cast<std::uint16_t>(row));
      }
      for_each_entry(cell, [&](std::string_view entry) {
        lines.append(entry).append("\n\n");
        ends.emplace_back(lines.size(), static_cast<std::uint16_t>(row));
      });
    }
    record::word_list list;
    record::key_maker keys;
    list.split(lines, lang);
    std::size_t word = 0;
    for (const auto& [end, id] : ends) {
      const std::size_t first = word;
      while (word < list.size() && list[word].begin < end) ++word;
      if (word == first) continue;
      const auto stem = keys.word_key(list, list[first], lang);
      const std::uint64_t key = made.key_of(stem.text);
      if (word == first + 1) {
        made.tables_->single[key].concepts.add(id);
        made.tables_->stems[id].push_back(stem.hash);
      } else if (word == first + 2) {
        made.tables_->single[key].begins_phrase = true;
        made.tables_->phrases[joined(key, list[first + 1].hash)].add(id);
      }
    }
  }
};

concept_table::concept_table() : columns_(std::make_unique<columns>()) {}
concept_table::~concept_table() = default;

concept_table::concept_table(std::string contents, std::string_view file_name) : concept_table() {
  text::lexicon& rows = columns_->rows;
  rows = text::lexicon::parse(std::move(contents), file_name, {first_language + 1, most_columns});
  if (rows.empty()) return;
  if (rows.size() > std::numeric_limits<std::uint16_t>::max()) {
    throw rows.error("more concepts than there are numbers for");
  }
  for (std::size_t i = first_language; i < rows[0].size(); ++i) {
    columns_->of_languages.push_back(std::make_unique<columns::column>());
  }
  const text::word_table places = text::index_words(rows);
  for (std::size_t row = 1; row < rows.size(); ++row) {
    if (places.find(rows[row][name_column]) != row) {
      throw rows.error(row, "a second concept of that name");
    }
    if (rows[row][name_column] != longest_row) continue;
    for (std::size_t i = first_language; i < rows[row].size(); ++i) {
      if (!rows[row][i].empty()) (void)columns_->number_in(row, rows[row][i]);
    }
  }
}

const language_concepts& concept_table::of_language(std::string_view lang) const {
  static const language_concepts none;
  for (std::size_t i = 0; i < columns_->of_languages.size(); ++i) {
    if (columns_->rows[0][first_language + i] != lang) continue;
    columns::column& found = *columns_->of_languages[i];
    std::call_once(found.once, [&] { columns_->read(i, found); });
    return found.made;
  }
  return none;
}

}  // namespace quoth::matching
