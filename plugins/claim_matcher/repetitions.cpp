#include "repetitions.hpp"

#include <algorithm>
#include <map>
#include <record/words.hpp>
#include <set>
#include <string>
#include <text/fold.hpp>
#include <unordered_map>
#include <utility>

namespace quoth::matching {

namespace {

void join(considered& kept, considered& other) {
  kept.documents.insert(other.documents.begin(), other.documents.end());
  other.dropped = true;
}

// One speaker's statements in the articles that tell one story, best first: an article has its own
// edits of what the others have. What one article has beside each other are two statements.
void join_copies(const std::vector<considered*>& told, documents& from) {
  constexpr double same_words = 0.75;  // of the longer one's
  std::vector<std::set<std::uint64_t>> words;
  record::word_list list;
  for (const considered* one : told) {
    list.split(one->text, from.at(one->statement.document).lang);
    auto& made = words.emplace_back();
    for (const record::word& word : list.all()) made.insert(word.hash);
  }
  for (std::size_t i = 0; i < told.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (told[k]->dropped) continue;
      const auto is_there = [&](auto one) { return words[k].contains(one); };
      const auto common = static_cast<double>(std::ranges::count_if(words[i], is_there));
      const std::size_t longer = std::max(words[i].size(), words[k].size());
      const bool apart = std::ranges::none_of(
          told[i]->documents, [&](std::int64_t row) { return told[k]->documents.contains(row); });
      if (!apart || common < same_words * static_cast<double>(longer)) continue;
      join(*told[k], *told[i]);
      break;
    }
  }
}

}  // namespace

void join_repetitions(std::vector<considered>& all, documents& from,
                      const record::catalogue& speakers) {
  std::ranges::stable_sort(all, [&](const considered& a, const considered& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.statement.hand != b.statement.hand) return a.statement.hand < b.statement.hand;
    return from.at(a.statement.document).date < from.at(b.statement.document).date;
  });
  std::unordered_map<std::string, considered*> first;
  std::map<std::pair<std::uint32_t, std::int64_t>, std::vector<considered*>> stories;
  for (considered& one : all) {
    one.documents = {one.statement.document};
    const std::uint32_t speaker = speakers.speaker_of(one.statement.name);
    std::string key = std::to_string(speaker) + '|';
    text::append_match_key(one.text, key);
    const auto [at, fresh] = first.try_emplace(std::move(key), &one);
    if (!fresh) {
      join(*at->second, one);
    } else if (const std::int64_t story = from.at(one.statement.document).story; story != 0) {
      stories[{speaker, story}].push_back(&one);
    }
  }
  for (const auto& [key, told] : stories) join_copies(told, from);
  std::erase_if(all, [](const considered& one) { return one.dropped; });
}

}  // namespace quoth::matching
