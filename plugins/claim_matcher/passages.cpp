#include "passages.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "matcher.hpp"

namespace quoth::matching {

namespace {

constexpr std::size_t posts_passages_tried = 20;

// A statement between others that have much of a post is nearer to it than one alone.
void count_neighbours(std::vector<considered>& all) {
  constexpr double of_neighbours = 0.25;
  std::unordered_map<std::int64_t, double> by_row;
  for (const considered& one : all) {
    if (one.first == one.last) by_row.emplace(one.first, one.relevance);
  }
  for (considered& one : all) {
    double around = 0.0;
    for (const std::int64_t row : {one.first - 1, one.last + 1}) {
      const auto next = by_row.find(row);
      if (next != by_row.end()) around += next->second;
    }
    one.score += (1.0 - one.score) * of_neighbours * around;
  }
}

}  // namespace

void lengthen(considered& passage, const record::found_statement& next) {
  const bool after = next.row > passage.last;
  const bool follows = after ? next.follows : passage.follows;
  const bool one_turn = next.turn != record::no_turn;
  const std::string_view between = follows || one_turn ? " " : " […] ";
  if (after) {
    passage.starts.push_back(passage.text.size() + between.size());
    passage.text.append(between).append(next.text);
    passage.last = next.row;
    return;
  }
  const std::size_t moved = next.text.size() + between.size();
  for (std::size_t& start : passage.starts) start += moved;
  passage.starts.insert(passage.starts.begin(), 0);
  passage.text.insert(0, std::string(next.text).append(between));
  passage.first = next.row;
  passage.follows = next.follows;
}

std::int64_t number_of(const considered& one, std::size_t at) {
  const auto behind = std::ranges::upper_bound(one.starts, at);
  const std::int64_t place = std::max<std::int64_t>(behind - one.starts.begin(), 1) - 1;
  return one.statement.number + one.first + place - one.statement.row;
}

bool continues(const considered& one, const record::found_statement& next) {
  const record::found_statement& here = one.statement;
  return next.document == here.document && next.name == here.name && next.turn == here.turn &&
         next.hand == here.hand;
}

void passage_gatherer::gather(std::vector<considered>& all) {
  count_neighbours(all);
  std::ranges::stable_sort(all, std::ranges::greater(), &considered::score);
  const std::size_t tried = std::min(posts_passages_tried, all.size());
  for (std::size_t i = 0; i < tried; ++i) {
    considered& one = all[i];
    if (one.dropped) continue;
    bool more = true;
    while (more && one.statements() < longest_passage) {
      more = add_neighbour(one, 1);
      more |= one.statements() < longest_passage && add_neighbour(one, -1);
    }
    for (std::size_t j = 0; j < i && !one.dropped; ++j) one.dropped = absorb(all[j], one);
    if (one.dropped) continue;
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      considered& other = all[j];
      other.dropped |= one.first <= other.first && other.last <= one.last;
    }
  }
  std::erase_if(all, [](const considered& one) { return one.dropped; });
}

bool passage_gatherer::add_neighbour(considered& one, int direction) {
  constexpr double least_gain = 2.0;  // nats
  record::found_statement next;
  if (!book_.statement(direction > 0 ? one.last + 1 : one.first - 1, next)) return false;
  if (!continues(one, next)) return false;
  const senses& language = shared_.language(from_.at(next.document).lang);
  sought_.begin();
  sought_.take(one.text, language);
  const double before = sought_.covered();
  sought_.take(next.text, language);
  if (sought_.covered() < before + least_gain) return false;
  lengthen(one, next);
  return true;
}

// Takes a passage that overlaps into a better one, unless that gets too long.
bool passage_gatherer::absorb(considered& better, const considered& other) {
  if (better.dropped || other.first > better.last || better.first > other.last) return false;
  const std::int64_t first = std::min(better.first, other.first);
  const std::int64_t last = std::max(better.last, other.last);
  if (static_cast<std::size_t>(last - first) >= longest_passage) return false;
  record::found_statement next;
  while (better.first > first && book_.statement(better.first - 1, next)) lengthen(better, next);
  while (better.last < last && book_.statement(better.last + 1, next)) lengthen(better, next);
  return true;
}

}  // namespace quoth::matching
