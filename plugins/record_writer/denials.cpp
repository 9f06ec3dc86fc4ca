#include "denials.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>
#include <utility>

namespace quoth::record_writing {

namespace {

constexpr std::size_t words_to_say = 5;      // from the negation to what was not done
constexpr std::size_t words_in_clause = 12;  // as far, where no comma stands between
constexpr std::size_t words_to_that = 12;    // from there to what begins the content
constexpr std::size_t least_content = 2;     // words

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 16> class_names{
    {{"not", reporting_words::negates},
     {"say", reporting_words::says},
     {"deny", reporting_words::denies},
     {"that", reporting_words::opens},
     {"own", reporting_words::own},
     {"told", reporting_words::told},
     {"passed", reporting_words::passes_on},
     {"by", reporting_words::byline},
     {"between", reporting_words::between},
     {"this", reporting_words::refers},
     {"it", reporting_words::points},
     {"announce", reporting_words::announces},
     {"no", reporting_words::no},
     {"partly", reporting_words::partly},
     {"participle", reporting_words::participle},
     {"opinion", reporting_words::opinion}}};

[[nodiscard]] span trimmed(std::string_view text, span where) noexcept {
  const auto is_edge = [](char32_t c) {
    return text::is_space(c) || text::is_quotation_mark(c) || c == U'.' || c == U',';
  };
  while (where.begin < where.end && is_edge(text::decode(text, where.begin).value)) {
    where.begin += text::decode(text, where.begin).size;
  }
  while (where.end > where.begin && is_edge(text::decode_before(text, where.end).value)) {
    where.end -= text::decode_before(text, where.end).size;
  }
  return where;
}

// The normalised words of a phrase of the lexicon.
[[nodiscard]] std::vector<std::string> phrase_of(std::string_view text, record::word_list& list) {
  std::vector<std::string> phrase;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t gap = std::min(text.find('*', at), text.size());
    list.split(text.substr(at, gap - at), {});
    for (const record::word& one : list.all()) phrase.emplace_back(list.norm(one));
    if (gap < text.size()) phrase.emplace_back("*");
    at = gap + 1;
  }
  return phrase;
}

}  // namespace

reporting_words::reporting_words(const text::lexicon& entries) {
  record::word_list list;
  std::map<std::string, std::uint32_t> classes;  // a word may be of several
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i][0] == "rumour" || entries[i][0] == "nothing") {
      auto& phrases = entries[i][0] == "rumour" ? rumours_ : nothings_;
      phrases.push_back(phrase_of(entries[i][1], list));
      continue;
    }
    if (entries[i][0] == "that" && entries[i][1] == ",") {
      comma_opens_ = true;
      continue;
    }
    const auto known =
        std::ranges::find(class_names, entries[i][0], &decltype(class_names)::value_type::first);
    if (known == class_names.end()) {
      throw entries.error(i, "unknown class '" + std::string(entries[i][0]) +
                                 "': write not, say, deny, that, own, told, passed, by, "
                                 "between, this, it, announce, no, partly, participle, opinion, "
                                 "nothing or rumour, a tab, and a word");
    }
    classes[text::match_key(entries[i][1])] |= known->second;
  }
  for (const auto& [word, all] : classes) words_.insert(word, all);
}

std::uint32_t reporting_words::classes_of(std::string_view norm) const noexcept {
  const std::uint32_t found = words_.find(norm);
  return found == text::word_table::absent ? 0 : found;
}

// Where the words of `part` stand from `first` on; words.size() where they do not.
std::size_t reporting_words::find_part(std::span<const std::string> part,
                                       const record::word_list& words, std::size_t first) {
  for (; first + part.size() <= words.size(); ++first) {
    std::size_t i = 0;
    while (i < part.size() && words.norm(first + i) == part[i]) ++i;
    if (i == part.size()) return first;
  }
  return words.size();
}

// Part after part, each at the first place behind the one before: no other place serves the next
// part better.
bool reporting_words::has(const phrase& one, const record::word_list& words) {
  std::size_t at = 0;
  for (auto begin = one.begin(); begin != one.end();) {
    const auto end = std::find(begin, one.end(), "*");
    const std::span part(begin, end);
    const std::size_t found = find_part(part, words, at);
    if (!part.empty() && found == words.size()) return false;
    if (!part.empty()) at = found + part.size();
    begin = end == one.end() ? end : end + 1;
  }
  return true;
}

bool reporting_words::tell_rumour(const record::word_list& words) const {
  return std::ranges::any_of(rumours_, [&](const phrase& one) { return has(one, words); });
}

std::pair<std::size_t, std::size_t> reporting_words::nothing_in(
    const record::word_list& words) const {
  for (const phrase& one : nothings_) {
    const std::size_t at = find_part(one, words, 0);
    if (at < words.size()) return {at, at + one.size()};
  }
  return {};
}

// "said [nothing of the kind]", „hat [nichts dergleichen] gesagt“: the first word of the denial,
// and its last one.
bool denial_finder::denies_all(const reporting_words& words, std::size_t& first,
                               std::size_t& said) const {
  const auto [begin, end] = words.nothing_in(list_);
  if (begin == end) return false;
  const auto says = [&](std::size_t i) {
    return (words.classes_of(list_.norm(i)) & reporting_words::says) != 0;
  };
  for (std::size_t i = begin; i-- > 0 && begin - i <= words_to_say;) {
    if (!says(i)) continue;
    first = i;
    said = end - 1;
    return true;
  }
  for (std::size_t i = end; i < std::min(end + words_to_say, list_.size()); ++i) {
    if (!says(i)) continue;
    first = begin;
    said = i;
    return true;
  }
  return false;
}

// „[Das] hat er nie gesagt“, „hat [das] nicht gesagt“: a word that may be an article as well,
// before the negation or what stands between.
bool denial_finder::points_back(const reporting_words& words, std::size_t at) const {
  return at + 1 < list_.size() &&
         (words.classes_of(list_.norm(at)) & reporting_words::points) != 0 &&
         (words.classes_of(list_.norm(at + 1)) &
          (reporting_words::negates | reporting_words::between)) != 0;
}

// "never said [this], here or elsewhere", „hat [diesen] Satz nie gesagt“, „[Diesen] Satz hat …“: a
// word that refers opens the sentence, stands right before the negation, or ends what was said.
bool denial_finder::refers_back(const reporting_words& words, std::size_t negation,
                                std::size_t said) const {
  constexpr std::size_t near = 2;  // words
  const auto refers = [&](std::size_t i) {
    return (words.classes_of(list_.norm(i)) & reporting_words::refers) != 0;
  };
  if (negation > 0 && (refers(0) || points_back(words, 0) || points_back(words, negation - 1))) {
    return true;
  }
  for (std::size_t i = negation - std::min(near, negation); i < negation; ++i) {
    if (refers(i)) return true;
  }
  if (said > negation + 1 && refers(said - 1)) return true;  // „hat sich nie so geäußert“
  for (std::size_t i = said + 1; i < std::min(said + 1 + near, list_.size()); ++i) {
    if (!refers(i)) continue;
    std::size_t end = i + 1;
    while (end < list_.size() && (list_[end].flags & record::clause_start) == 0) ++end;
    return end - i <= near + 1;
  }
  return false;
}

bool denial_finder::find(std::string_view text, span where, std::string_view lang,
                         const reporting_words& words, denial& out) {
  const std::string_view sentence = where.of(text);
  list_.split(sentence, lang);
  const auto classes = [&](std::size_t i) { return words.classes_of(list_.norm(i)); };
  // The negation, and what was not done.
  std::size_t first = list_.size();
  std::size_t said = list_.size();
  for (std::size_t i = 0; i < list_.size() && said == list_.size(); ++i) {
    if ((classes(i) & reporting_words::denies) != 0) {
      first = said = i;
    } else if ((classes(i) & reporting_words::negates) != 0) {
      bool apart = false;  // in another clause
      for (std::size_t j = i + 1; j < std::min(i + 1 + words_in_clause, list_.size()); ++j) {
        apart |= (list_[j].flags & record::clause_start) != 0;
        if (apart && j > i + words_to_say) break;
        if ((classes(j) & reporting_words::says) == 0) continue;
        first = i;
        said = j;
        break;
      }
    }
  }
  const bool denies_all = said == list_.size() && this->denies_all(words, first, said);
  if (said == list_.size()) return false;
  // What begins the content: a "that", in German also the comma behind the verb.
  std::size_t content = list_.size();
  bool behind_comma = false;
  for (std::size_t i = said + 1; i < std::min(said + 1 + words_to_that, list_.size()); ++i) {
    const bool comma =
        words.comma_opens() && i == said + 1 && (list_[i].flags & record::clause_start);
    if ((classes(i) & reporting_words::opens) != 0) {
      content = i + 1;
      break;
    }
    if (comma) {
      content = i;
      behind_comma = true;
      break;
    }
  }
  out = {};
  std::size_t subject_end = first;
  while (subject_end > 0 && ((classes(subject_end - 1) & reporting_words::between) != 0 ||
                             points_back(words, subject_end - 1))) {
    --subject_end;
  }
  // "We state: the president never said this." What stands before a colon leads to the denial.
  std::size_t subject = 0;
  for (std::size_t i = 1; i < subject_end; ++i) {
    const std::uint32_t gap = list_[i - 1].end;
    const bool colon = sentence.substr(gap, list_[i].begin - gap).find(':') != sentence.npos;
    if (colon) subject = i;
  }
  if (points_back(words, subject)) {  // „Das hat der Minister …“
    ++subject;
    while (subject < subject_end && (classes(subject) & reporting_words::between) != 0) ++subject;
  }
  for (std::size_t i = subject; i < subject_end; ++i) {
    out.own |= (classes(i) & reporting_words::own) != 0;
  }
  const auto place = [&](std::size_t begin, std::size_t end) {
    return trimmed(text, {where.begin + list_[begin].begin, where.begin + list_[end - 1].end});
  };
  if (subject_end > subject) out.subject = place(subject, subject_end);
  if (content < list_.size() && list_.size() - content >= least_content) {
    out.content = trimmed(text, {where.begin + list_[content].begin, where.end});
  }
  // „hat diesen Satz nie gesagt, weder dort noch hier“: the comma begins no content.
  const auto follows_that = [&] {
    return content < list_.size() && (list_[content].flags & record::clause_start) != 0;
  };
  out.bare = out.own && (content == list_.size() || (!behind_comma && follows_that()));
  out.refers =
      denies_all || ((out.content.empty() || behind_comma) && refers_back(words, first, said));
  if (out.refers) out.content = {};
  return out.own || ((out.refers || !out.content.empty()) && !out.subject.empty());
}

// Of "The premier has not announced a toll, here or there" the toll, of „hat keine Maut für die
// Brücke angekündigt“ the Maut: behind the verb, or, where nothing stands there, before it.
bool denial_finder::find_unannounced(std::string_view text, span where, std::string_view lang,
                                     const reporting_words& words, denial& out) {
  out = {};
  const std::string_view sentence = where.of(text);
  if (sentence.find('?') != sentence.npos) return false;
  list_.split(sentence, lang);
  const auto is = [&](std::size_t i, std::uint32_t classes) {
    return i < list_.size() && (words.classes_of(list_.norm(i)) & classes) != 0;
  };
  const auto opens = [&](std::size_t i) {
    return i == list_.size() || (list_[i].flags & record::clause_start) != 0;
  };
  for (std::size_t first = 0; first < list_.size(); ++first) {
    if (!is(first, reporting_words::negates | reporting_words::no)) continue;
    if (is(first + 1, reporting_words::partly)) return false;
    if (first > 0 && is(first - 1, reporting_words::partly)) return false;
    std::size_t verb = first + 1;
    const auto farthest = std::min(first + words_in_clause, list_.size());
    while (verb < farthest && !opens(verb) && !is(verb, reporting_words::announces)) ++verb;
    if (!is(verb, reporting_words::announces) || opens(verb)) continue;
    std::size_t begin = verb;
    std::size_t end = verb + 1;
    while (!opens(end)) ++end;
    if (end == verb + 1) begin = first + 1;  // the verb ends its clause
    if (end - begin < least_content) continue;
    std::size_t subject_end = first;
    while (subject_end > 0 && is(subject_end - 1, reporting_words::between)) --subject_end;
    std::size_t subject = subject_end;
    while (subject > 0 && !opens(subject)) --subject;
    for (std::size_t i = subject; i < subject_end; ++i) out.own |= is(i, reporting_words::own);
    if (subject_end == subject) continue;
    const auto place = [&](std::size_t from, std::size_t to) {
      return trimmed(text, {where.begin + list_[from].begin, where.begin + list_[to - 1].end});
    };
    out.subject = place(subject, subject_end);
    out.content = place(begin, end);
    return true;
  }
  return false;
}

}  // namespace quoth::record_writing
