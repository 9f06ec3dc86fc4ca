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
constexpr std::uint64_t times_longer = 10;   // bytes: what quotes more is not read
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
    : db_(db),
      known_(db,
             "SELECT story FROM sketches WHERE print = ? AND EXISTS (SELECT 1 FROM documents "
             "WHERE documents.story = sketches.story) ORDER BY story DESC LIMIT 16"),
      add_(db, "INSERT OR IGNORE INTO sketches VALUES (?, ?)"),
      first_(db,
             "SELECT first_statement, first_statement + statements - 1, ifnull(lang, ''), date, "
             "(SELECT sum(\"end\" - begin) FROM passages WHERE first BETWEEN first_statement "
             "AND first_statement + documents.statements - 1) "
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
  sketch(own_);
  for (const std::int64_t story : candidates()) {
    if (is_told(story, article)) return story;
  }
  keep_sketch(fresh);
  return fresh;
}

void story_finder::sketch_again() {
  db_.run("DELETE FROM sketches");
  query firsts(db_,
               "SELECT story, first_statement, first_statement + statements - 1, ifnull(lang, ''), "
               "min(document) FROM documents WHERE story IS NOT NULL GROUP BY story");
  while (firsts.step()) {
    read_prints(firsts.integer(1), firsts.integer(2), firsts.text(3));
    if (others_.size() < least_prints) continue;
    sketch(others_);
    keep_sketch(firsts.integer(0));
  }
}

void story_finder::forget_removed() {
  db_.run(
      "DELETE FROM sketches WHERE NOT EXISTS (SELECT 1 FROM documents "
      "WHERE documents.story = sketches.story)");
}

// Chooses some fingerprints of all.
void story_finder::sketch(const std::vector<std::uint32_t>& prints) {
  chosen_ = prints;
  const auto mixed = [](std::uint32_t print) { return print * 0x9E3779B1U; };
  std::ranges::nth_element(chosen_, chosen_.begin() + chosen_prints - 1, {}, mixed);
  chosen_.resize(chosen_prints);
}

void story_finder::keep_sketch(std::int64_t story) {
  for (const std::uint32_t print : chosen_) add_.bind(1, std::int64_t{print}).bind(2, story).run();
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

// Whether an article, whose fingerprints are at hand, is told by the story's first article too.
bool story_finder::is_told(std::int64_t story, const entry& article) {
  std::uint64_t quoted = 0;  // bytes
  for (const statement_entry& one : article.statements) quoted += one.end - one.begin;
  first_.bind(1, story);
  const bool is_near = first_.step() && !are_apart(first_.text(3), article.document.date) &&
                       static_cast<std::uint64_t>(first_.integer(4)) <= times_longer * quoted;
  if (is_near) read_prints(first_.integer(0), first_.integer(1), first_.text(2));
  first_.reset();
  if (!is_near) return false;
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(own_, others_, std::back_inserter(both));
  const std::size_t shorter = std::min(own_.size(), others_.size());
  const std::size_t longer = std::max(own_.size(), others_.size());
  const auto common = static_cast<double>(both.size());
  return common >= shared_of_shorter * static_cast<double>(shorter) &&
         common >= shared_of_longer * static_cast<double>(longer);
}

// The fingerprints of some statements, into others_.
void story_finder::read_prints(std::int64_t first, std::int64_t last, std::string_view lang) {
  others_.clear();
  texts_.bind(1, first).bind(2, last);
  while (texts_.step()) {
    words_.clear();
    keys_.index_words(texts_.text(0), lang, words_);
    keys_.index_sequences(others_);
  }
  texts_.reset();
  sort_once(others_);
}

}  // namespace quoth::record
