#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <record/stories.hpp>
#include <text/day.hpp>

namespace quoth::record {

namespace {

constexpr std::size_t least_prints = 8;  // of an article whose story can be told
constexpr std::size_t chosen_prints = 8;
constexpr std::size_t most_compared = 4;  // stories
constexpr double shared_of_shorter = 0.7;
constexpr double shared_of_longer = 0.3;
constexpr std::int64_t times_longer = 10;  // statements, of fingerprints: longer ones are not read
constexpr std::chrono::days longest_run{7};  // from the first article of a story

void sort_once(std::vector<std::uint32_t>& prints) {
  std::ranges::sort(prints);
  prints.erase(std::unique(prints.begin(), prints.end()), prints.end());
}

[[nodiscard]] bool is_article(const entry& made) {
  return !made.statements.empty() &&
         std::ranges::all_of(made.statements,
                             [](const statement_entry& one) { return one.form != form::turn; });
}

// Whether both days are known and too far apart.
[[nodiscard]] bool are_apart(std::string_view a, std::string_view b) {
  const auto first = text::parse_day(a);
  const auto second = text::parse_day(b);
  if (!first || !second) return false;
  const auto between = std::chrono::sys_days(*first) - std::chrono::sys_days(*second);
  return std::chrono::abs(between) > longest_run;
}

}  // namespace

story_finder::story_finder(database& db)
    : known_(db, "SELECT story FROM sketches WHERE print = ? ORDER BY story DESC LIMIT 16"),
      forget_(db, "DELETE FROM sketches WHERE story = ?1 AND print = ?2"),
      add_(db, "INSERT OR IGNORE INTO sketches VALUES (?, ?)"),
      first_(db,
             "SELECT first_statement, first_statement + statements - 1, ifnull(lang, ''), date "
             "FROM documents WHERE story = ? ORDER BY document LIMIT 1"),
      texts_(db, "SELECT text FROM statements WHERE statement BETWEEN ? AND ?") {}

std::int64_t story_finder::find(const entry& article, std::int64_t fresh) {
  if (!is_article(article)) return 0;
  own_.clear();
  for (const statement_entry& one : article.statements) {
    for (std::size_t i = 0; i < one.sequences.size(); ++i) own_.push_back(one.sequences[i]);
  }
  sort_once(own_);
  if (own_.size() < least_prints) return 0;
  chosen_ = own_;
  const auto mixed = [](std::uint32_t print) { return print * 0x9E3779B1U; };
  std::ranges::nth_element(chosen_, chosen_.begin() + chosen_prints - 1, {}, mixed);
  chosen_.resize(chosen_prints);
  for (const std::int64_t story : candidates()) {
    if (is_told(story, article.document.date)) return story;
  }
  for (const std::uint32_t print : chosen_) add_.bind(1, std::int64_t{print}).bind(2, fresh).run();
  return fresh;
}

// Stories that share chosen fingerprints, those that share most of them first.
std::vector<std::int64_t> story_finder::candidates() {
  std::map<std::int64_t, int> shared;
  for (const std::uint32_t print : chosen_) {
    known_.bind(1, std::int64_t{print});
    while (known_.step()) ++shared[known_.integer(0)];
    known_.reset();
  }
  std::vector<std::pair<int, std::int64_t>> order;
  for (const auto& [story, count] : shared) order.emplace_back(-count, story);
  std::ranges::sort(order);
  std::vector<std::int64_t> found;
  for (const auto& [count, story] : order) {
    if (found.size() < most_compared) found.push_back(story);
  }
  return found;
}

// Whether the article at hand, of that day, is told by the story's first article too.
bool story_finder::is_told(std::int64_t story, std::string_view day) {
  first_.bind(1, story);
  if (!first_.step()) {  // all its articles were taken out of the record
    first_.reset();
    for (const std::uint32_t print : chosen_) {
      forget_.bind(1, story).bind(2, std::int64_t{print}).run();
    }
    return false;
  }
  const std::int64_t most = times_longer * static_cast<std::int64_t>(own_.size());
  const bool apart = are_apart(first_.text(3), day) || first_.integer(1) - first_.integer(0) > most;
  const std::string lang(first_.text(2));
  texts_.bind(1, first_.integer(0)).bind(2, first_.integer(1));
  first_.reset();
  if (apart) return false;
  others_.clear();
  while (texts_.step()) {
    words_.clear();
    keys_.index_words(texts_.text(0), lang, words_);
    keys_.index_sequences(others_);
  }
  texts_.reset();
  sort_once(others_);
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(own_, others_, std::back_inserter(both));
  const std::size_t shorter = std::min(own_.size(), others_.size());
  const std::size_t longer = std::max(own_.size(), others_.size());
  const auto common = static_cast<double>(both.size());
  return common >= shared_of_shorter * static_cast<double>(shorter) &&
         common >= shared_of_longer * static_cast<double>(longer);
}

}  // namespace quoth::record
