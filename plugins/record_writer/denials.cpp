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

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 32> class_names{
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
     {"opinion", reporting_words::opinion},
     {"but", reporting_words::ends_reach},
     {"never", reporting_words::never},
     {"ask", reporting_words::asks},
     {"object", reporting_words::object},
     {"make", reporting_words::makes},
     {"words", reporting_words::remark},
     {"fake", reporting_words::fake},
     {"these", reporting_words::these},
     {"who", reporting_words::relative},
     {"tell", reporting_words::tells},
     {"speech", reporting_words::speech},
     {"note", reporting_words::note},
     {"interview", reporting_words::interview},
     {"to", reporting_words::to},
     {"mine", reporting_words::mine},
     {"you", reporting_words::address}}};

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
    if (auto* phrases = phrases_of(entries[i][0], entries[i][1])) {
      phrases->push_back(phrase_of(entries[i][1], list));
      continue;
    }
    if (entries[i][0] == "that" && entries[i][1] == ",") {
      comma_opens_ = true;
      continue;
    }
    const auto known =
        std::ranges::find(class_names, entries[i][0], &decltype(class_names)::value_type::first);
    if (known == class_names.end()) {
      std::string names;
      for (const auto& [name, class_of_it] : class_names) names.append(name).append(", ");
      throw entries.error(i,
                          "unknown class '" + std::string(entries[i][0]) + "': write " + names +
                              "nothing, untrue, spread, chain, rumour or dear, a tab, and a word");
    }
    classes[text::match_key(entries[i][1])] |= known->second;
  }
  for (const auto& [word, all] : classes) words_.insert(word, all);
}

// Where entries of a class are kept that may be of several words; null where they are single ones.
std::vector<reporting_words::phrase>* reporting_words::phrases_of(std::string_view name,
                                                                  std::string_view words) {
  if (name == "rumour") return &rumours_;
  if (name == "chain") return &chains_;
  if (name == "nothing") return &nothings_;
  if (name == "untrue") return &untrue_;
  if (name == "spread") return &spreads_;
  if (name == "dear") return &salutations_;
  if (words.find(' ') == words.npos) return nullptr;
  return name == "not" ? &negations_ : name == "that" ? &openings_ : nullptr;
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

bool reporting_words::tell_chain(const record::word_list& words) const {
  return std::ranges::any_of(chains_, [&](const phrase& one) { return has(one, words); });
}

// The first of the phrases that stands in the words, and where.
std::pair<std::size_t, std::size_t> reporting_words::first_of(const std::vector<phrase>& phrases,
                                                              const record::word_list& words) {
  for (const phrase& one : phrases) {
    const std::size_t at = find_part(one, words, 0);
    if (at < words.size()) return {at, at + one.size()};
  }
  return {};
}

std::pair<std::size_t, std::size_t> reporting_words::nothing_in(
    const record::word_list& words) const {
  return first_of(nothings_, words);
}

std::pair<std::size_t, std::size_t> reporting_words::spread_in(
    const record::word_list& words) const {
  return first_of(spreads_, words);
}

std::size_t reporting_words::longest_at(const std::vector<phrase>& phrases,
                                        const record::word_list& words, std::size_t at) {
  std::size_t longest = 0;
  for (const phrase& one : phrases) {
    if (one.size() <= longest || at + one.size() > words.size()) continue;
    std::size_t i = 0;
    while (i < one.size() && words.norm(at + i) == one[i]) ++i;
    if (i == one.size()) longest = i;
  }
  return longest;
}

std::size_t reporting_words::negation_at(const record::word_list& words, std::size_t at) const {
  if (at >= words.size()) return 0;
  const std::size_t several = longest_at(negations_, words, at);
  if (several > 0) return several;
  return (classes_of(words.norm(at)) & negates) != 0 ? 1 : 0;
}

bool reporting_words::tell_untrue(const record::word_list& words) const {
  const std::size_t end = longest_at(untrue_, words, 0);
  return end > 0 && (end == words.size() || (classes_of(words.norm(end)) & opens) == 0);
}

bool reporting_words::open_letter(const record::word_list& words) const {
  return longest_at(salutations_, words, 0) > 0;
}

std::size_t reporting_words::opening_at(const record::word_list& words, std::size_t at) const {
  return longest_at(openings_, words, at);
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
  const auto opens_clause = [&](std::size_t i) {
    return (list_[i].flags & record::clause_start) != 0;
  };
  for (std::size_t i = begin; i > 0 && !opens_clause(i) && begin - i < words_to_say;) {
    if (!says(--i)) continue;
    first = i;
    said = end - 1;
    return true;
  }
  for (std::size_t i = end; i < std::min(end + words_to_say, list_.size()); ++i) {
    if (opens_clause(i)) break;
    if (!says(i)) continue;
    first = begin;
    said = i;
    return true;
  }
  return false;
}

// "did not make [this remark]", „[Diese Äußerung] hat er nie getätigt“, "the [remark] is invented":
// where the clause of such words denies them; list_.size() where none does.
std::size_t denial_finder::words_not_made(const reporting_words& words, bool& fake) const {
  const auto is = [&](std::size_t i, std::uint32_t classes) {
    return (words.classes_of(list_.norm(i)) & classes) != 0;
  };
  const auto opens = [&](std::size_t i) { return (list_[i].flags & record::clause_start) != 0; };
  for (std::size_t at = 0; at < list_.size(); ++at) {
    if (!is(at, reporting_words::remark)) continue;
    std::size_t begin = at;
    while (begin > 0 && at - begin < words_in_clause && !opens(begin)) --begin;
    std::size_t end = at + 1;
    while (end < list_.size() && end - at < words_in_clause && !opens(end)) ++end;
    std::size_t negation = list_.size();
    bool made = false;
    fake = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (negation == list_.size() && words.negation_at(list_, i) > 0) negation = i;
      made |= is(i, reporting_words::makes);
      fake |= i > at && is(i, reporting_words::fake);
    }
    constexpr std::uint32_t any = reporting_words::refers | reporting_words::these;
    const bool these = (at > 0 && is(at - 1, any)) || (at > 1 && is(at - 2, any));  // such a remark
    if (made && these && negation < list_.size()) {
      fake = false;
      return negation;
    }
    if (fake && negation == list_.size()) return at + 1 < end ? at + 1 : at;
  }
  return list_.size();
}

// „[Das] hat er nie gesagt“, „hat [das] nicht gesagt“: a word that may be an article as well,
// before the negation or what stands between.
bool denial_finder::points_back(const reporting_words& words, std::size_t at) const {
  return at + 1 < list_.size() &&
         (words.classes_of(list_.norm(at)) & reporting_words::points) != 0 &&
         (words.classes_of(list_.norm(at + 1)) &
          (reporting_words::negates | reporting_words::between)) != 0;
}

// "did not deny": a negation right before the word of denial.
bool denial_finder::is_negated(const reporting_words& words, std::size_t denies) const {
  constexpr std::size_t near = 2;  // words
  for (std::size_t i = denies - std::min(near, denies); i < denies; ++i) {
    if (words.negation_at(list_, i) > 0) return true;
  }
  return false;
}

// "never said [this]", "did not say [it]": a word that refers, with which its clause ends. Who does
// not tell it denies nothing.
bool denial_finder::points_at(const reporting_words& words, std::size_t at) const {
  if (at >= list_.size()) return false;
  const bool tells = (words.classes_of(list_.norm(at - 1)) & reporting_words::tells) != 0;
  const std::uint32_t any =
      reporting_words::refers | (tells ? 0U : std::uint32_t{reporting_words::object});
  if ((words.classes_of(list_.norm(at)) & any) == 0) return false;
  return at + 1 == list_.size() || (list_[at + 1].flags & record::clause_start) != 0;
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
  if (points_at(words, said + 1)) return true;
  if (said > negation + 1 && refers(said - 1)) return true;  // „hat sich nie so geäußert“
  if (said > negation + 2 && refers(said - 2)) return true;  // "never made such a promise"
  for (std::size_t i = said + 1; i < std::min(said + 1 + near, list_.size()); ++i) {
    if (!refers(i)) continue;
    std::size_t end = i + 1;
    while (end < list_.size() && (list_[end].flags & record::clause_start) == 0) ++end;
    return end - i <= near + 1;
  }
  return false;
}

// "Ida Roe, who did [not] attend, said": in a relative clause, beyond which nothing is denied.
bool denial_finder::in_relative_clause(const reporting_words& words, std::size_t negation) const {
  constexpr std::size_t near = 2;  // words from the pronoun to the negation
  std::size_t first = negation;
  while (first > 0 && negation - first < near && (list_[first].flags & record::clause_start) == 0) {
    --first;
  }
  return first > 0 && (list_[first].flags & record::clause_start) != 0 &&
         (words.classes_of(list_.norm(first)) & reporting_words::relative) != 0;
}

bool denial_finder::find(std::string_view text, span where, std::string_view lang,
                         const reporting_words& words, denial& out) {
  const std::string_view sentence = where.of(text);
  list_.split(sentence, lang);
  const auto classes = [&](std::size_t i) { return words.classes_of(list_.norm(i)); };
  out = {};
  if (words.tell_untrue(list_)) {
    out.refers = out.untrue = true;
    return true;
  }
  // The negation, and what was not done.
  std::size_t first = list_.size();
  std::size_t said = list_.size();
  for (std::size_t i = 0; i < list_.size() && said == list_.size(); ++i) {
    if ((classes(i) & reporting_words::denies) != 0) {
      if (is_negated(words, i)) return false;
      first = said = i;
    } else if (const std::size_t negation = words.negation_at(list_, i); negation > 0) {
      const bool aside = in_relative_clause(words, i);
      bool apart = false;  // in another clause
      for (std::size_t j = i + negation; j < std::min(i + 1 + words_in_clause, list_.size()); ++j) {
        apart |= (list_[j].flags & record::clause_start) != 0;
        if ((apart && (aside || j > i + words_to_say)) ||
            (classes(j) & reporting_words::ends_reach) != 0) {
          break;
        }
        if ((classes(j) & reporting_words::says) == 0) continue;
        first = i;
        said = j;
        break;
      }
    }
  }
  bool denies_all = said == list_.size() && this->denies_all(words, first, said);
  bool fake = false;
  if (said == list_.size()) {
    first = said = words_not_made(words, fake);
    denies_all = said < list_.size();
  }
  if (said == list_.size()) return false;
  // What begins the content: "according to which", a "that", in German also the comma behind the
  // verb. Behind "never said this, nor …" stands none.
  std::size_t content = list_.size();
  bool behind_comma = false;
  const bool denied_this = points_at(words, said + 1);
  const bool denies = (classes(said) & reporting_words::denies) != 0;
  for (std::size_t i = said + 1; i < list_.size() && denies && !denied_this; ++i) {
    const std::size_t opening = words.opening_at(list_, i);
    if (opening == 0) continue;
    content = i + opening;
    break;
  }
  const std::size_t farthest =
      denied_this || content < list_.size() ? 0 : std::min(said + 1 + words_to_that, list_.size());
  for (std::size_t i = said + 1; i < farthest; ++i) {
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
  out.fake = denies_all && fake;
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
    const std::size_t negation =
        is(first, reporting_words::no) ? 1 : words.negation_at(list_, first);
    if (negation == 0) continue;
    if (is(first + negation, reporting_words::partly)) return false;
    if (first > 0 && is(first - 1, reporting_words::partly)) return false;
    // What somebody has not asked for may be asked for later; what they never asked for may not.
    const bool ever = negation > 1 || is(first, reporting_words::never);
    const std::uint32_t acts = reporting_words::announces | (ever ? reporting_words::asks : 0U);
    std::size_t verb = first + negation;
    const auto farthest = std::min(first + words_in_clause, list_.size());
    while (verb < farthest && !opens(verb) && !is(verb, acts)) ++verb;
    if (!is(verb, acts) || opens(verb)) continue;
    std::size_t begin = verb;
    std::size_t end = verb + 1;
    const bool asked = is(verb, reporting_words::asks);
    while (asked ? end < list_.size() : !opens(end)) ++end;
    // The verb ends its clause, or what is denied: „weder vor Frost [gewarnt] noch …“
    const bool between = verb >= first + negation + least_content;
    if (between && end > verb + 1 && is(verb + 1, reporting_words::partly)) end = verb + 1;
    if (end == verb + 1) begin = first + negation;
    if (end - begin < least_content) continue;
    std::size_t subject_end = first;
    while (subject_end > 0 && is(subject_end - 1, reporting_words::between)) --subject_end;
    std::size_t subject = subject_end;
    // "The director, Ida Roe, | has never …": the comma closes what is said of the subject.
    if (opens(subject) && subject_end < first) subject = 0;
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
