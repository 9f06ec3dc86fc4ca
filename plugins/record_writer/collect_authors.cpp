// Who wrote a document, by its byline, headline or signature, and what the author says there.
#include <algorithm>
#include <record/merge.hpp>
#include <text/classes.hpp>
#include <text/trim.hpp>
#include <text/utf8.hpp>

#include "collect.hpp"
#include "document_places.hpp"

namespace quoth::record_writing {

// "By Teodora Blanc, professor of botany" in a line of its own at the head of a text without turns;
// over an opinion, "Teodora Blanc, professor of botany".
void collector::take_byline(const document_layers& d, const reporting_words& words) {
  if (!entry_.document.author.empty() || d.turns.size() != 0) return;
  const std::string_view line = d.text.substr(0, d.text.find('\n'));
  constexpr std::size_t longest = 120;  // bytes
  if (line.size() > longest || line.size() == d.text.size()) return;
  words_.split(line, entry_.document.lang);
  std::string_view name = name_after_by(line, 0, words);
  const bool described = line.find(", ") != line.npos;  // Dear editor,
  if (name.empty() && described && is_opinion(words)) name = signed_by(line);
  if (name.empty()) return;
  entry_.document.author = name;
  byline_end_ = static_cast<std::uint32_t>(line.size());
}

// The name behind the word number `by` of a line whose words were split last, where that word
// begins a byline: without what its bearer is.
std::string_view collector::name_after_by(std::string_view line, std::size_t by,
                                          const reporting_words& words) const {
  if (by + 2 >= words_.size()) return {};
  if ((words.classes_of(words_.norm(by)) & reporting_words::byline) == 0) return {};
  const std::string_view rest = line.substr(words_[by + 1].begin);
  const std::string_view name = text::trimmed(rest.substr(0, rest.find_first_of(",;|:(")));
  const bool whole = name.find(' ') != name.npos;
  return whole && record::is_like_name(name) ? name : std::string_view{};
}

// Whose name a line is that has no more than that and what its bearer is.
std::string_view collector::signed_by(std::string_view line) {
  if (line.ends_with('.') || line.ends_with('?') || line.ends_with('!')) return {};
  const std::string_view name = text::trimmed(line.substr(0, line.find_first_of(",;|(")));
  const bool whole = name.find(' ') != name.npos;
  return whole && record::is_like_name(name) ? name : std::string_view{};
}

// Whose opinion the headline says that a text without turns is: "Drinkable memory. An essay by
// Teodora Blanc"; "Teodora Blanc: leave it hanging" over a text in the first person which does not
// name her.
void collector::take_author_of_title(const document_layers& d, const reporting_words& words) {
  if (!entry_.document.author.empty() || d.turns.size() != 0) return;
  const std::string_view title = entry_.document.title;
  words_.split(title, entry_.document.lang);
  for (std::size_t i = 0; i + 1 < words_.size() && !opinion_; ++i) {
    if ((words.classes_of(words_.norm(i)) & reporting_words::opinion) == 0) continue;
    entry_.document.author = name_after_by(title, i + 1, words);
    opinion_ = !entry_.document.author.empty();
  }
  if (opinion_) return;
  const std::size_t colon = title.find(':');
  const std::string_view label = title.substr(0, std::min(colon, title.size()));
  const std::size_t given = label.find(' ');
  if (colon == title.npos || given == label.npos || !record::is_like_name(label)) return;
  const std::string_view words_told = text::trimmed(title.substr(colon + 1));
  if (text::is_quotation_mark(text::decode(words_told, 0).value)) return;
  if (d.text.find(label.substr(0, given)) != d.text.npos) return;
  constexpr std::size_t least = 2;  // sentences in the first person
  std::size_t own = 0;
  for (std::uint32_t i = 0; i < d.sentences.size() && own < least; ++i) {
    own += is_in_first_person(d.sentences.where(i).of(d.text), words);
  }
  if (own < least) return;
  entry_.document.author = label;
  opinion_ = true;
}

// "Ida Roe, teacher" in the last line of a letter or another opinion.
void collector::take_signature(const document_layers& d, const reporting_words& words) {
  if (!entry_.document.author.empty() || d.turns.size() != 0 || !is_opinion(words)) return;
  const std::string_view text = text::trimmed(d.text);
  const std::size_t before = text.rfind('\n');
  constexpr std::size_t longest = 120;  // bytes
  if (before == text.npos || text.size() - before > longest) return;
  const std::string_view line = text::trimmed(text.substr(before));
  const std::string_view name = signed_by(line);
  if (name.empty()) return;
  entry_.document.author = name;
  signature_ = static_cast<std::uint32_t>(line.data() - d.text.data());
}

// Whether a sentence has the first person outside quotation marks.
bool collector::is_in_first_person(std::string_view sentence, const reporting_words& words) {
  std::string plain;
  bool quoted = false;
  for (const auto [value, at, size] : text::code_points(sentence)) {
    if (text::is_double_quotation_mark(value)) quoted = !quoted;
    if (!quoted) plain.append(sentence.substr(at, size));
  }
  words_.split(plain, entry_.document.lang);
  return std::ranges::any_of(words_.all(), [&](const record::word& one) {
    return (words.classes_of(words_.norm(one)) & reporting_words::own) != 0;
  });
}

// Whether a signed article is its author's opinion, as its headline or its section say: "The Sarn
// Herald, Comment", "Comment: …".
bool collector::is_opinion(const reporting_words& words) {
  if (opinion_) return true;
  const std::string_view title = entry_.document.title;
  const std::size_t label = title.find(':');
  std::string section(entry_.document.outlet);
  if (label != title.npos) section.append(". ").append(title.substr(0, label));
  words_.split(section, entry_.document.lang);
  return std::ranges::any_of(words_.all(), [&](const record::word& one) {
    return (words.classes_of(words_.norm(one)) & reporting_words::opinion) != 0;
  });
}

// Sentences in the first person outside quotations, where a byline says whose they are; of an
// opinion all that quote nobody.
void collector::take_author(const document_layers& d, const reporting_words& words) {
  if (entry_.document.author.empty() || d.turns.size() != 0 || !entry_.reviews.empty()) return;
  const bool opinion = is_opinion(words);
  for (std::uint32_t i = 0; i < d.sentences.size(); ++i) {
    const span where = trimmed(d.text, d.sentences.where(i));
    const bool quoted = std::ranges::any_of(entry_.statements, [&](const auto& other) {
      return (opinion || other.form == record::form::direct) && other.begin < where.end &&
             where.begin < other.end;
    });
    if (quoted || where.end <= byline_end_ || where.end > signature_) continue;
    words_.split(where.of(d.text), entry_.document.lang);
    bool own = opinion && words_.size() > 0;
    for (const record::word& one : words_.all()) {
      own |= (words.classes_of(words_.norm(one)) & reporting_words::own) != 0;
    }
    if (!own) continue;
    record::statement_entry made;
    made.text = where.of(d.text);
    made.speaker = entry_.document.author;
    made.begin = where.begin;
    made.end = where.end;
    entry_.statements.push_back(made);
  }
}

}  // namespace quoth::record_writing
