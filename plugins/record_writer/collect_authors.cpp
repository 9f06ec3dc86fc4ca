// Who wrote a document, by its byline, headline or signature, and what the author says there.
#include <algorithm>
#include <record/merge.hpp>
#include <record/roles.hpp>
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

// Whose name a line is that has no more than that and what its bearer is: "(Rev.) Ida Roe, Leeds";
// "Yours, Ida Roe, teacher".
std::string_view collector::signed_by(std::string_view line) {
  if (line.starts_with('('))
    line = text::trimmed(line.substr(std::min(line.find(')'), line.size() - 1) + 1));
  if (line.ends_with('.') || line.ends_with('?') || line.ends_with('!')) return {};
  std::string_view name = text::trimmed(line.substr(0, line.find_first_of(",;|(")));
  if (const std::size_t comma = line.find(", ");
      comma == name.size() && name.find(' ') == name.npos) {
    const std::string_view rest = line.substr(comma + 2);
    name = text::trimmed(rest.substr(0, rest.find_first_of(",;|(")));
  }
  const bool whole = name.find(' ') != name.npos;
  const bool office = record::has_office_word(name.substr(name.rfind(' ') + 1));  // Chief Executive
  return whole && !office && record::is_like_name(name) ? name : std::string_view{};
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

// Whose words a text without turns is, as its headline says of it or its outlet: "Declaration by
// Mayor Ida Roe, full text"; "Ida Roe at Saddler's Fair" among speeches; "From Lady Roe" among
// letters. Such a text is in the first person, and names its author in its last line at most.
void collector::take_speaker_of_title(const document_layers& d, const reporting_words& words) {
  if (!entry_.document.author.empty() || d.turns.size() != 0 || !entry_.reviews.empty()) return;
  if (!is_opinion(words) && !is_speech(words)) return;
  const std::string_view title = entry_.document.title;
  std::string_view text = text::trimmed(d.text);
  std::string_view name = name_in_title(title, words);
  // Judge Ida Roe: / Stand up, please.
  const std::string_view first = text.substr(0, text.find('\n'));
  constexpr std::size_t longest_line = 120;  // bytes
  if (first.size() < text.size() && first.size() <= longest_line && first.ends_with(':')) {
    if (const auto above = name_in_title(first, words); !above.empty()) {
      name = above;
      byline_end_ = static_cast<std::uint32_t>(first.data() + first.size() - d.text.data());
      text.remove_prefix(first.size());
    }
  }
  if (name.empty()) return;
  const std::string_view above = text.substr(0, text.rfind('\n'));
  const std::string_view given = name.substr(0, name.find(' '));
  const std::string_view surname = name.substr(name.rfind(' ') + 1);
  if (above.find(given) != above.npos || above.find(surname) != above.npos) return;
  if (!is_mostly_own(d, words)) return;
  entry_.document.author = name;
  opinion_ = true;
}

// Whether the headline or the outlet has a word for a speech, or for an opinion.
bool collector::is_speech(const reporting_words& words) {
  constexpr std::uint32_t told = reporting_words::speech | reporting_words::opinion;
  const std::string both =
      std::string(entry_.document.outlet).append(". ").append(entry_.document.title);
  return has_word(both, told, words);
}

// Whether a line that asks speaks to somebody: „Treten Sie zurück?“, not „Treten sie zurück?“.
bool collector::addresses(std::string_view line, const reporting_words& words) {
  constexpr std::uint16_t inner_capital = record::capital | record::sentence_start;
  words_.split(line, entry_.document.lang);
  return std::ranges::any_of(words_.all(), [&](const record::word& one) {
    const bool polite =
        entry_.document.lang != "de" || (one.flags & inner_capital) == record::capital;
    return polite && (words.classes_of(words_.norm(one)) & reporting_words::address) != 0;
  });
}

// The answers of an interview that is printed without marks, a question in one line and the answer
// in the next: by whom the headline names, “Interview with Director Ida Roe”, or else the
// introduction above three questions.
void collector::take_interview(const document_layers& d, const reporting_words& words) {
  constexpr std::size_t least = 2;       // questions with answers
  constexpr std::size_t least_bare = 3;  // where the headline tells of no interview
  if (d.turns.size() != 0 || !entry_.reviews.empty() || !entry_.document.author.empty()) return;
  const std::string_view title = entry_.document.title;
  const bool interview = has_word(title, reporting_words::interview, words);
  std::string_view name = interview ? name_in_title(title, words) : std::string_view{};
  std::vector<span> answers, in_marks;
  std::size_t answered = 0;
  std::size_t addressed = 0;
  std::size_t own = 0;
  bool asked = false;
  bool opened = false;  // by a question
  span introduction{0, 0};
  for (std::uint32_t begin = 0; begin < d.text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(d.text.find('\n', begin), d.text.size()));
    const span line = trimmed(d.text, {begin, end});
    begin = end + 1;
    if (line.empty()) continue;
    if (line.of(d.text).ends_with('?') && !asked) {
      if (!opened) introduction.end = line.begin;
      asked = opened = true;
      addressed += addresses(line.of(d.text), words) ? 1 : 0;
      continue;
    }
    const bool quoted = text::is_quotation_mark(text::decode(d.text, line.begin).value);
    if (opened && quoted && (!interview || !asked)) return;
    answered += asked ? 1 : 0;
    asked = false;
    if (!opened) continue;
    (quoted ? in_marks : answers).push_back(line);
    own += has_word(line.of(d.text), reporting_words::own, words) ? 1 : 0;
  }
  if (name.empty()) name = person_in(d, introduction);
  if (answered < (interview ? least : least_bare) || name.find(' ') == name.npos) return;
  if (addressed == 0 || addressed + own < 2 * least) return;  // questions and answers on a reform
  const auto is_in = [](const std::vector<span>& lines, const record::statement_entry& one) {
    const span where{one.begin, one.end};
    const auto last =
        std::ranges::partition_point(lines, [&](span line) { return line.begin <= where.begin; });
    return last != lines.begin() && std::prev(last)->contains(where);
  };
  std::erase_if(entry_.statements, [&](const record::statement_entry& one) {
    return one.speaker.empty() && is_in(answers, one);
  });
  for (record::statement_entry& one : entry_.statements) {
    if (one.form == record::form::direct && is_in(in_marks, one)) one.speaker = name;
  }
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < d.sentences.size(); ++i) {
    const span where = trimmed(d.text, d.sentences.where(i));
    while (at < answers.size() && answers[at].end < where.end) ++at;
    if (at == answers.size()) break;
    if (where.empty() || !answers[at].contains(where)) continue;
    add_sentence(d, where, name);
  }
}

// What somebody says without marks and without a report.
void collector::add_sentence(const document_layers& d, span where, std::string_view speaker) {
  record::statement_entry made;
  made.text = where.of(d.text);
  made.speaker = speaker;
  made.begin = where.begin;
  made.end = where.end;
  entry_.statements.push_back(made);
}

// The first name in a headline, without the office and the words of a speech before it.
std::string_view collector::name_in_title(std::string_view title, const reporting_words& words) {
  constexpr std::uint32_t before = reporting_words::speech | reporting_words::opinion |
                                   reporting_words::byline | reporting_words::interview;
  constexpr std::size_t longest = 8;  // words of a name with the office before it
  words_.split(title, entry_.document.lang);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    std::size_t end = i;
    const auto goes_on = [&](std::size_t at) {
      if (at >= words_.size() || (words_[at].flags & record::capital) == 0) return false;
      const std::string_view between =
          at == i ? " " : title.substr(words_[at - 1].end, words_[at].begin - words_[at - 1].end);
      return between == " " || between == "-";
    };
    while (end - i < longest && goes_on(end)) ++end;
    const auto leads = [&](std::size_t at) {
      const std::string_view word =
          title.substr(words_[at].begin, words_[at].end - words_[at].begin);
      return (words.classes_of(words_.norm(at)) & before) != 0 || record::has_office_word(word);
    };
    std::size_t first = i;
    for (std::size_t at = i; at < end; ++at) {  // Privacy Commissioner Ida Roe
      if (leads(at)) first = at + 1;
    }
    i = std::max(i + 1, end) - 1;
    if (end - first < 2) continue;
    const std::string_view name =
        title.substr(words_[first].begin, words_[end - 1].end - words_[first].begin);
    if (record::is_like_name(name)) return name;
  }
  return {};
}

// Whether a text is in the first person: a sixth of its sentences and two at least.
bool collector::is_mostly_own(const document_layers& d, const reporting_words& words) {
  constexpr std::size_t least = 2;
  constexpr std::size_t one_in = 6;
  std::size_t own = 0;
  for (std::uint32_t i = 0; i < d.sentences.size(); ++i) {
    own += is_in_first_person(d.sentences.where(i).of(d.text), words);
  }
  return own >= least && own * one_in >= d.sentences.size();
}

// "Ida Roe, teacher" in the last line of a letter or another text of somebody's own, or in the
// first of the last two or three; a note of the paper's may stand below.
void collector::take_signature(const document_layers& d, const reporting_words& words) {
  constexpr std::size_t longest = 120;  // bytes
  constexpr int most_lines = 3;
  if (!entry_.document.author.empty() || d.turns.size() != 0) return;
  if (!is_opinion(words) && !is_speech(words) && !is_letter(d, words)) return;
  std::string_view text = text::trimmed(d.text);
  std::size_t before = text.rfind('\n');
  if (before != text.npos && is_note(text::trimmed(text.substr(before)), words)) {
    text = text::trimmed(text.substr(0, before));
    before = text.rfind('\n');
  }
  for (int lines = 0; lines < most_lines && before != text.npos; ++lines) {
    const std::string_view line =
        text::trimmed(text.substr(before, text.find('\n', before + 1) - before));
    if (line.empty() || line.size() > longest) return;
    if (const std::string_view name = signed_by(line); !name.empty()) {
      entry_.document.author = name;
      signature_ = static_cast<std::uint32_t>(line.data() - d.text.data());
      return;
    }
    if (before == 0) return;
    before = text.rfind('\n', before - 1);
  }
}

// Dear all,
bool collector::is_letter(const document_layers& d, const reporting_words& words) {
  constexpr std::size_t longest = 60;  // bytes
  const std::string_view text = text::trimmed(d.text);
  const std::string_view line = text::trimmed(text.substr(0, text.find('\n')));
  if (line.size() > longest || line.size() == text.size()) return false;
  if (!line.ends_with(',') && !line.ends_with('!')) return false;
  words_.split(line, entry_.document.lang);
  return words.open_letter(words_);
}

// (Dr Roe asks us to say … – Ed.)   Note by the editor: …
bool collector::is_note(std::string_view line, const reporting_words& words) {
  if (line.starts_with('(') && line.ends_with(')')) return true;
  words_.split(line, entry_.document.lang);
  return words_.size() > 0 && (words.classes_of(words_.norm(0)) & reporting_words::note) != 0;
}

// Whether a sentence has the first person outside quotation marks.
bool collector::is_in_first_person(std::string_view sentence, const reporting_words& words,
                                   std::uint32_t classes) {
  std::string plain;
  bool quoted = false;
  for (const auto [value, at, size] : text::code_points(sentence)) {
    if (text::is_double_quotation_mark(value)) quoted = !quoted;
    if (!quoted) plain.append(sentence.substr(at, size));
  }
  return has_word(plain, classes, words);
}

// Whether a text has a word of one of some classes.
bool collector::has_word(std::string_view text, std::uint32_t classes,
                         const reporting_words& words) {
  words_.split(text, entry_.document.lang);
  return std::ranges::any_of(words_.all(), [&](const record::word& one) {
    return (words.classes_of(words_.norm(one)) & classes) != 0;
  });
}

// Whether a signed article is its author's opinion, as its headline or its section say: "The Sarn
// Herald, Comment", "Comment: …".
bool collector::is_opinion(const reporting_words& words) {
  if (opinion_) return true;
  const std::string_view title = entry_.document.title;
  const std::size_t label = title.find(':');
  std::string section(entry_.document.outlet);
  constexpr std::size_t longest = 24;  // bytes of a headline that is no more than such a word
  if (label != title.npos || title.size() <= longest) {
    section.append(". ").append(title.substr(0, label));
  }
  return has_word(section, reporting_words::opinion, words);
}

// Sentences in the first person outside quotations, where a byline says whose they are; of an
// opinion, and of a text that is in the first person, all that quote nobody.
void collector::take_author(const document_layers& d, const reporting_words& words) {
  if (entry_.document.author.empty() || d.turns.size() != 0 || !entry_.reviews.empty()) return;
  const bool opinion = is_opinion(words) || is_mostly_own(d, words);
  for (std::uint32_t i = 0; i < d.sentences.size(); ++i) {
    const span where = trimmed(d.text, d.sentences.where(i));
    const bool quoted = std::ranges::any_of(entry_.statements, [&](const auto& other) {
      return (opinion || other.form == record::form::direct) && other.begin < where.end &&
             where.begin < other.end;
    });
    if (quoted || where.end <= byline_end_ || where.end > signature_) continue;
    const bool own = has_word(where.of(d.text), reporting_words::own, words);
    if (own || (opinion && words_.size() > 0)) add_sentence(d, where, entry_.document.author);
  }
}

}  // namespace quoth::record_writing
