#include "reviews.hpp"

#include <algorithm>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

#include "persons.hpp"

namespace quoth::verdicts {

namespace {

bool is_word_character(char32_t c) {
  return text::is_letter(c) || text::is_digit(c);
}

// Whether `words` stand in `key` as whole words.
bool holds(const std::string& key, const std::string& words) {
  for (std::size_t at = key.find(words); at != std::string::npos; at = key.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool begins = at == 0 || !is_word_character(text::decode_before(key, at).value);
    const bool ends = end == key.size() || !is_word_character(text::decode(key, end).value);
    if (begins && ends) return true;
  }
  return false;
}

bool holds_any(const std::string& key, const std::vector<std::string>& list) {
  return std::any_of(list.begin(), list.end(), [&](const std::string& w) { return holds(key, w); });
}

// The last word of a name.
std::string_view surname(std::string_view key) {
  const std::size_t space = key.rfind(' ');
  return space == std::string_view::npos ? key : key.substr(space + 1);
}

}  // namespace

void review_words::add(const text::lexicon& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string_view name = entries[i][0];
    std::vector<std::string>* list = nullptr;
    if (name == "refutes") list = &refutes_;
    if (name == "mixed") list = &mixed_;
    if (name == "confirms") list = &confirms_;
    if (name == "attribution") list = &attribution_;
    if (name == "denies") list = &denies_;
    if (name == "said") list = &said_;
    if (name == "article") list = &articles_;
    if (name == "nameless") list = &nameless_;
    if (name == "you") list = &you_;
    if (!list)
      throw entries.error(i, "unknown class '" + std::string(name) +
                                 "': write refutes, mixed, confirms, attribution, denies, "
                                 "said, article, nameless or you, a tab, and the words");
    list->push_back(text::match_key(entries[i][1]));
  }
}

bool review_words::is_nameless(std::string_view speaker) const {
  if (text::is_lower(text::decode(speaker, 0).value)) return true;
  if (std::ranges::find(nameless_, text::match_key(speaker)) != nameless_.end()) return true;
  const std::string first = text::match_key(speaker.substr(0, speaker.find(' ')));
  return std::ranges::find(articles_, first) != articles_.end();
}

review_finding review_words::finding_of(const std::string& rating) const {
  if (rating.empty()) return review_finding::silent;
  // "Mostly false" and "half true" hold "false" and "true": the longer words decide.
  std::size_t longest = 0;
  review_finding finding = review_finding::silent;
  const auto consider = [&](const std::vector<std::string>& list, review_finding meaning) {
    for (const std::string& words : list) {
      if (words.size() <= longest || !holds(rating, words)) continue;
      longest = words.size();
      finding = meaning;
    }
  };
  consider(refutes_, review_finding::refutes);
  consider(mixed_, review_finding::mixed);
  consider(confirms_, review_finding::confirms);
  return finding;
}

bool review_words::is_of_attribution(const match& review, std::string_view speaker,
                                     const std::string& rating) const {
  if (holds_any(rating, attribution_)) return true;
  const std::string title = review.title ? text::match_key(*review.title) : std::string();
  if (holds_any(title, attribution_) || holds_any(title, denies_)) return true;
  // The claim that was checked is itself "NAME said …".
  const std::string claim = text::match_key(review.text);
  if (speaker.empty()) return false;
  const bool claimant_is_speaker = review.speaker && same_person(*review.speaker, speaker);
  if (claimant_is_speaker) return false;
  const std::string name = text::match_key(speaker);
  return holds(claim, std::string(surname(name))) &&
         (holds_any(claim, said_) || claim.find('"') != std::string::npos);
}

bool review_words::address(std::string_view text) const {
  return holds_any(text::match_key(text), you_);
}

bool review_words::deny(std::string_view text) const {
  return !text.empty() && holds_any(text::match_key(text), denies_);
}

review_reading review_words::read(const match& review, std::string_view speaker) const {
  const std::string rating = review.rating ? text::match_key(*review.rating) : std::string();
  review_reading reading;
  reading.finding = finding_of(rating);
  if (is_of_attribution(review, speaker, rating)) reading.subject = review_subject::attribution;
  return reading;
}

}  // namespace quoth::verdicts
