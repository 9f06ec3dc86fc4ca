#include "closing_reports.hpp"

#include <algorithm>
#include <string>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t most_parts = 12;         // clauses and phrases of a sentence
constexpr std::uint32_t longest_report = 20;     // words of the clause that reports
constexpr std::uint32_t longest_role = 6;        // words in lower case before a name
constexpr std::uint32_t least_content = 3;       // words
constexpr std::int32_t strength_of_closing = 5;  // log odds, in tenths

constexpr std::uint64_t verbs = verb | reporting | saying | separable | naming | denial | doubt |
                                dismissal | recipient | passive;
constexpr std::uint64_t opens_clause =
    subordinator | complementizer | question_word | infinitive | as_said | coordinator;

class closing_report_reader {
 public:
  closing_report_reader(std::string_view text, const word_list& words, const lexicon& facts,
                        verb_part_finder& verb_parts)
      : text_(text), words_(words), facts_(facts), verb_parts_(verb_parts) {}

  bool read(std::uint32_t s, bool before_is_free, attribution& found) {
    sentence_ = words_.sentence(s);
    if (!part_up()) return false;
    const word_range last = parts_.back();
    found = {};
    found.strength = strength_of_closing;
    if (parts_.size() == 1) {
      if (!before_is_free || (facts_.verb_second() && words_[last.begin].is(thing)) ||
          !points(last, found)) {
        return false;
      }
      const word_range before = words_.sentence(s - 1);
      found.content = {before.begin, before.end - 1};
      return found.content.size() >= least_content;
    }
    if (interrupts(found)) return true;
    found = {};
    found.strength = strength_of_closing;
    if (last.size() <= longest_report && holds(parts_.size() - 1, found) &&
        (points(last, found) || inverted(last, found) || plain(last, found))) {
      return true;
    }
    // The roof leaks, [the caretaker reports], chiefly in the hall.
    for (std::size_t i = parts_.size() - 1; i-- > 1;) {
      attribution inner;
      inner.strength = strength_of_closing;
      if (parts_[i].size() > longest_report || !holds(i, inner) || !plain(parts_[i], inner))
        continue;
      if (inner.head + 1 != parts_[i].end) continue;
      found = inner;
      return true;
    }
    return false;
  }

 private:
  // Parts the sentence at commas and dashes. Behind a colon it begins anew.
  bool part_up() {
    parts_.clear();
    std::uint32_t end = sentence_.end;
    while (end > sentence_.begin && words_[end - 1].shape == word_shape::stop) --end;
    word_range part{sentence_.begin, sentence_.begin};
    for (std::uint32_t i = sentence_.begin; i < end; ++i) {
      const word& w = words_[i];
      if (w.quoted() || w.shape == word_shape::question || w.shape == word_shape::semicolon) {
        return false;
      }
      const bool parts = w.shape == word_shape::comma || w.shape == word_shape::dash ||
                         w.shape == word_shape::colon;
      if (!parts) {
        part.end = i + 1;
        continue;
      }
      if (!part.empty()) parts_.push_back(part);
      if (w.shape == word_shape::colon) parts_.clear();
      if (parts_.size() >= most_parts) return false;
      part = {i + 1, i + 1};
    }
    if (!part.empty()) parts_.push_back(part);
    return !parts_.empty();
  }

  [[nodiscard]] bool is_lower(std::uint32_t at, std::uint32_t end) const {
    return at < end && words_[at].shape == word_shape::lower && !words_[at].quoted();
  }

  // Whether a word may be a finite verb, by its class or, where it has none, by its ending.
  [[nodiscard]] bool may_be_finite(std::uint32_t at, std::uint32_t end) {
    if (!is_lower(at, end) || (words_[at].classes & ~verbs) != 0) return false;
    if (words_[at].classes != 0) return true;
    form_.clear();
    append_form(words_[at].where.of(text_), form_);
    return facts_.ends_like_verb(form_);
  }
  [[nodiscard]] bool is_helper(std::uint32_t at, std::uint32_t end) const {
    return is_lower(at, end) && words_[at].is(auxiliary | be_form);
  }

  // Whether a part is a clause with its verb in second place: [Die Stadt zahlt], …
  [[nodiscard]] bool is_main_clause(word_range part) {
    const word& first = words_[part.begin];
    if (opens_with_clause(part) || first.is(auxiliary | be_form | coordinator)) return false;
    // Kommt das Geld, …: a condition begins with its verb
    const bool condition = first.classes == 0 && part.size() > 1 &&
                           words_[part.begin + 1].is(determiner | possessive | object_pronoun);
    if (condition) return false;
    for (std::uint32_t i = part.begin + 1; i < part.end; ++i) {
      const word& before = words_[i - 1];
      // schneller, als sie [vorausgesagt hatten]
      const bool late = i + 1 == part.end && i > part.begin + 1 && is_helper(i, part.end) &&
                        is_lower(i - 1, part.end) && before.classes == 0;
      if (late) continue;
      if (is_helper(i, part.end) || (words_[i].is(verb) && is_lower(i, part.end))) return true;
      const bool behind_phrase = before.shape == word_shape::capital ||
                                 before.shape == word_shape::number ||
                                 before.is(adverb | subject_pronoun);
      const bool open = is_lower(i, part.end) && words_[i].classes == 0;  // Touristen [bringen]
      if (behind_phrase && (open || may_be_finite(i, part.end))) return true;
    }
    return false;
  }

  // The words before a part, where they are a sentence that has its verb, so that the part may tell
  // who says it.
  [[nodiscard]] bool holds(std::size_t part, attribution& found) {
    found.content = {parts_.front().begin, parts_[part].begin};
    while (!found.content.empty() && !words_[found.content.end - 1].is_word()) --found.content.end;
    return found.content.size() >= least_content && is_said(part);
  }

  [[nodiscard]] bool is_said(std::size_t before) {
    const word_range first = parts_.front();
    const bool opens = opens_with_clause(first);
    if (!facts_.verb_second()) {
      if (opens && before < 2) return false;
      // Міст, збудований торік, закрив Лісовий: a subject and what describes it
      const word_range middle = parts_[before - 1];
      return facts_.has_articles() || before < 2 || has_finite(first) ||
             (!words_[middle.begin].is(relative) && has_finite(middle));
    }
    bool said = is_main_clause(first);
    for (std::size_t i = 1; opens && i < before; ++i) {
      const word_range part = parts_[i];
      said = said || may_be_finite(part.begin, part.end) || is_helper(part.begin, part.end);
    }
    return said;
  }
  [[nodiscard]] bool opens_with_clause(word_range part) const {
    std::uint32_t at = part.begin;
    while (at + 1 < part.end && words_[at].is(adverb | negation | coordinator))
      ++at;  // Selbst wenn
    return words_[at].is(opens_clause) && !words_[at].is(determiner | coordinator);
  }
  [[nodiscard]] bool has_finite(word_range part) {
    for (std::uint32_t i = part.begin; i < part.end; ++i) {
      if (may_be_finite(i, part.end) || is_helper(i, part.end)) return true;
    }
    return false;
  }

  // Eigentlich, [verriet sie den Nachbarn], wollte Roe die Mühle behalten: where the verb stands
  // second, it cannot do so twice.
  [[nodiscard]] bool interrupts(attribution& found) {
    if (!facts_.verb_second() || parts_.size() != 3) return false;
    const word_range opening = parts_[0];
    const word_range rest = parts_[2];
    const bool adverbial = words_[opening.begin].is(adverb | preposition | time_word);
    if (!adverbial && opening.size() > 1) return false;
    if (opens_with_clause(opening) || is_main_clause(opening) || has_finite(opening)) return false;
    if (!may_be_finite(rest.begin, rest.end) && !is_helper(rest.begin, rest.end)) return false;
    if (!inverted(parts_[1], found)) return false;
    if (!words_[found.head].is(verbs) && !words_[found.source.begin].is(subject_pronoun))
      return false;
    found.content = opening;
    found.more = rest;
    return true;
  }

  // [Ida Roe], [die Chefin der Werft], [sie]: who acts behind the verb before word `at`; empty
  // where nobody does.
  [[nodiscard]] word_range speaker_behind(std::uint32_t at, std::uint32_t end) const {
    for (int skipped = 0; skipped < 3 && is_lower(at, end); ++skipped, ++at) {
      const word& w = words_[at];
      const bool light = w.is(adverb | object_pronoun | thing) && !w.is(possessive) &&
                         (!w.is(determiner) || w.is(thing));
      const bool article_next = w.is(determiner) && at + 1 < end && is_name(at + 1);
      if (!light || article_next) break;
    }
    if (at >= end) return {};
    const word& first = words_[at];
    if (first.is(preposition) && !first.is(determiner)) return {};
    if (first.is(subject_pronoun) && !first.is(thing | determiner | quantity | possessive)) {
      return {at, at + 1};
    }
    const bool article = first.is(determiner | possessive);
    std::uint32_t name = at + (article ? 1 : 0);
    std::uint32_t role_end = at;
    const std::uint32_t limit = std::min(end, at + longest_role);
    while ((article || !facts_.nouns_in_capitals()) && is_lower(name, limit) &&
           is_part_of_role(name)) {
      ++name;
      if (words_[name - 1].is(role | title)) role_end = name;
    }
    if (name >= end || !is_name(name)) {  // the sports minister
      return article && role_end > at ? word_range{at, role_end} : word_range{};
    }
    std::uint32_t last = name;
    while (last < end && (is_name(last) || joins_names(last, end))) ++last;
    if (!facts_.nouns_in_capitals() || !article) return {at, last};
    if (first.is(dative) || !words_[name].is(role | title)) return {};  // rammte die Planke
    // die Chefin [der Werft Holm]
    if (last + 1 < end && words_[last].is(genitive | determiner) && is_name(last + 1)) {
      last += 2;
      while (last < end && is_name(last)) ++last;
    }
    return {at, last};
  }
  [[nodiscard]] bool is_name(std::uint32_t at) const {
    const word& w = words_[at];
    return w.shape == word_shape::capital && !w.quoted() &&
           !w.is(time_word | determiner | preposition | subject_pronoun | possessive);
  }
  // Dr[.] Roe, Alban [von] Tressow
  [[nodiscard]] bool joins_names(std::uint32_t at, std::uint32_t end) const {
    if (at + 1 >= end || !is_name(at + 1) || !is_name(at - 1)) return false;
    if (words_[at].shape == word_shape::stop) return words_[at - 1].is(title);
    return facts_.nouns_in_capitals() && is_lower(at, end) &&
           words_[at].is(agent | name_particle) && !words_[at - 1].is(role | title);
  }
  // the [head] keeper, [мер], [очільник міста]
  [[nodiscard]] bool is_part_of_role(std::uint32_t at) const {
    const word& w = words_[at];
    return w.is(role | title) || (w.classes == 0 && !(facts_.lists_verbs() && w.cue != no_cue)) ||
           (w.is(topic) && w.is(preposition) && facts_.has_articles());
  }

  // Nothing behind the speaker but whom it is told, how and where.
  [[nodiscard]] bool is_rest(std::uint32_t at, std::uint32_t end) const {
    for (; at < end; ++at) {
      const word& w = words_[at];
      if (w.is(reported_mood | complementizer | relative | coordinator) &&
          !w.is(determiner | auxiliary)) {
        return false;
      }
    }
    return true;
  }

  // …, [drohte] [Ida Roe] den Vereinen; …, [hat] [Roe] dem Landrat [geschrieben].
  [[nodiscard]] bool inverted(word_range part, attribution& found) {
    std::uint32_t at = part.begin;
    const bool helper =
        facts_.verb_second() && is_helper(at, part.end) && !words_[at].is(be_form | passive);
    if (!helper && !may_be_finite(at, part.end)) return false;
    if (words_[at].is(reported_mood)) return false;
    word_range speaker = speaker_behind(at + 1, part.end);
    if (speaker.empty() && !facts_.has_articles()) speaker = name_that_ends(at + 1, part.end);
    if (speaker.empty() || !is_rest(speaker.end, part.end)) return false;
    found.source = speaker;
    found.head = at;
    found.cue = {at, at + 1};
    if (helper) {  // what is reported has been [geschrieben]
      const std::uint32_t last = part.end - 1;
      if (last < speaker.end || !is_lower(last, part.end)) return false;
      if ((words_[last].classes & ~verbs) != 0) return false;
      found.cue_part = found.cue;
      found.head = last;
      found.cue = {last, last + 1};
    } else if (facts_.verb_second()) {
      found.cue_part = verb_parts_.particle_of(at, at + 1, sentence_);
    } else if (facts_.has_articles()) {  // English has verbs listed: “…, thanks Roe”
      if (!words_[at].is(verb | reporting | saying) || words_[speaker.begin].is(subject_pronoun)) {
        return false;
      }
      if (speaker.end < part.end && !words_[speaker.end].is(preposition | time_word)) return false;
    }
    return true;
  }

  // порахував [для слухачів радіо] [Лісовий]: a name that ends the clause, where cases tell that it
  // is who acts.
  [[nodiscard]] word_range name_that_ends(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t begin = end;
    while (begin > at && is_name(begin - 1)) --begin;
    if (begin == end || begin == at || words_[begin - 1].is(preposition)) return {};
    for (std::uint32_t i = at; i < begin; ++i) {
      if (!is_lower(i, begin) || words_[i].is(verb)) return {};
    }
    return {begin, end};
  }

  // …, [das hat Ida Roe zugesagt]; [So hat es Ida Roe versichert]; [Так пригрозила Лісова].
  [[nodiscard]] bool points(word_range part, attribution& found) {
    if (facts_.has_articles() && !facts_.verb_second()) return false;
    const word& first = words_[part.begin];
    const std::uint32_t at = part.begin + 1;
    if (!first.is(thing | verbless) || first.is(subject_pronoun) || at >= part.end) return false;
    const bool verb_next = may_be_finite(at, part.end) || is_helper(at, part.end);
    if (!verb_next) return !facts_.has_articles() && told_by_subject(at, part, found);
    // so wurde der Hafen gesperrt: in that way
    const bool so = first.is(verbless) && !words_[at].is(saying | reporting) &&
                    !(at + 1 < part.end && words_[at + 1].is(thing));
    return !so && inverted({at, part.end}, found);
  }

  // …, таке [Лісовий видав на сесії]
  [[nodiscard]] bool told_by_subject(std::uint32_t at, word_range part, attribution& found) {
    std::uint32_t verb_at = at;
    while (verb_at < part.end && is_name(verb_at)) ++verb_at;
    if (verb_at == at || !may_be_finite(verb_at, part.end)) return false;
    found.source = {at, verb_at};
    found.head = verb_at;
    found.cue = {verb_at, verb_at + 1};
    return true;
  }

  // …, [head keeper Ida Roe] [believes]; …, [Roe] [had to admit] in her speech.
  [[nodiscard]] bool plain(word_range part, attribution& found) {
    if (!facts_.lists_verbs() || facts_.verb_second()) return false;
    const word_range speaker = speaker_behind(part.begin, part.end);
    if (speaker.empty() || speaker.begin != part.begin) return false;
    std::uint32_t at = speaker.end;
    while (is_lower(at, part.end) && words_[at].is(adverb | auxiliary | infinitive)) ++at;
    if (at >= part.end || words_[at].shape != word_shape::lower || words_[at].cue == no_cue) {
      return false;
    }
    const bool helped = at > speaker.end && words_[at].is(verbs);  // had to admit
    if (!may_be_finite(at, part.end) && !helped) return false;
    const bool says = words_[at].is(reporting | saying | recipient);
    if (!says && at + 1 < part.end) return false;
    if (!is_rest(at + 1, part.end)) return false;
    found.source = speaker;
    found.head = at;
    found.cue = {speaker.end, at + 1};
    return true;
  }

  std::string_view text_;
  const word_list& words_;
  const lexicon& facts_;
  verb_part_finder& verb_parts_;
  word_range sentence_;
  std::vector<word_range> parts_;
  std::string form_;
};

}  // namespace

void find_closing_reports(std::string_view text, const word_list& words, const lexicon& facts,
                          verb_part_finder& verb_parts, std::vector<attribution>& out) {
  if (!facts.knows_verb_endings()) return;
  std::vector<bool> taken(words.sentences(), false);
  const auto take = [&](word_range range) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (words[i].sentence != nowhere) taken[words[i].sentence] = true;
    }
  };
  for (const attribution& a : out) {
    take(a.cue);
    take(a.content);
    take(a.more);
    take(a.source);
  }
  closing_report_reader reader(text, words, facts, verb_parts);
  for (std::uint32_t s = 0; s < words.sentences(); ++s) {
    if (taken[s]) continue;
    const bool free = s > 0 && !taken[s - 1] && words.paragraph(s - 1) == words.paragraph(s);
    attribution found;
    if (!reader.read(s, free, found)) continue;
    take(found.content);
    taken[s] = true;
    out.push_back(found);
  }
}

}  // namespace quoth::quotes
