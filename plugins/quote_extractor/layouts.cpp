#include "layouts.hpp"

#include <algorithm>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_lead = 30;       // words before a colon
constexpr std::uint32_t longest_name = 12;       // words of a name with its roles
constexpr std::uint32_t longest_label = 8;       // words before the colon of a claim without marks
constexpr std::uint32_t least_claim = 3;         // words after it
constexpr std::uint32_t longest_heading = 25;    // words
constexpr std::uint32_t short_text = 130;        // words and marks of a post
constexpr std::int32_t strength_of_layout = 20;  // log odds, in tenths
constexpr std::int32_t strength_of_claim = 5;

bool ends_name(const word& w) {
  return w.quoted() ||
         w.is(verb | auxiliary | time_word | infinitive | relative | complementizer | subordinator |
              question_word | adverb) ||
         (w.is(preposition) && !w.is(topic)) || w.shape == word_shape::dash ||
         w.shape == word_shape::colon || w.shape == word_shape::semicolon ||
         w.shape == word_shape::question;
}

bool is_name(const word& w) {
  return w.shape == word_shape::capital &&
         !w.is(determiner | preposition | coordinator | subordinator | adverb | subject_pronoun |
               possessive | question_word | auxiliary | negation | time_word | complementizer);
}

bool is_short(const word_list& words) {
  return words.size() <= short_text;
}

bool is_heading(const word_list& words, std::uint32_t sentence) {
  return sentence == 0 && words.sentence(sentence).size() <= longest_heading;
}

}  // namespace

bool layout_decides(const word_list& words, std::uint32_t colon) {
  const std::uint32_t s = words[colon].sentence;
  if (words[colon].shape != word_shape::colon || s == nowhere) return false;
  return is_short(words) || is_heading(words, s) || words[words.sentence(s).begin].is(rubric);
}

bool layout_reader::has_name(word_range range) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (is_name((*words_)[i])) return true;
  }
  return false;
}

// The capital of a sentence’s first word makes no name: Sore loser alert: “…”
bool layout_reader::names_speaker(word_range label) const {
  if (label.empty() || (*words_)[label.begin].is(preposition | rubric)) return false;
  if (label.size() == 1) return has_name(label);
  return label.size() > 1 && has_name({label.begin + 1, label.end});
}

// [Our foreign minister] in the Review: “…”, [Head of planning]: “…”: no name, but an office.
bool layout_reader::describes_speaker(word_range label) const {
  const word_list& words = *words_;
  std::uint32_t head = label.begin;
  while (head < label.end && !words[head].is(topic)) ++head;
  return head > label.begin && words[head - 1].is(role | title) && !words[label.begin].is(rubric);
}

// Fiona Hale, [mayor of Port Ellis]:   Тетяна Ясна, [«Велика вода»]: what tells of the name before.
bool layout_reader::is_apposition(word_range range) const {
  const word_list& words = *words_;
  if (range.empty() || range.size() > longest_label) return false;
  if (words[range.begin].quoted()) {  // a body whose name stands in marks
    const bool name = words[range.end - 1].quoted() && has_name(range);
    return name && words[range.begin].quotation == words[range.end - 1].quotation;
  }
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (!words[i].is_word()) return false;
    if (words[i].is(role | title)) return true;
    if (!words[i].is(determiner) && words[i].classes != 0) return false;
  }
  return false;
}

// [Fiona Hale]’s words on the pier: what somebody has is hers, unless it is somebody, too. The
// possessive stands at `at`.
bool layout_reader::owns_words(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  if (!words[at].is(clitic) || !words[at].is(possessive) || at + 1 >= end) return false;
  for (std::uint32_t i = at + 1; i < end && words[i].is_word(); ++i) {
    if (words[i].is(preposition)) break;
    if (words[i].shape != word_shape::lower || words[i].is(role | title)) return false;
  }
  return true;
}

// [Fiona Hale] this afternoon:   [The boss of St Bride’s, Prof. Devarajan], to the pickets:
word_range layout_reader::leading_name(word_range lead) const {
  const word_list& words = *words_;
  std::uint32_t begin = lead.begin;
  while (begin < lead.end && !words[begin].is_word()) ++begin;
  while (begin < lead.end && words[begin].is(coordinator | adverb) &&
         !words[begin].is(determiner)) {
    ++begin;
  }
  std::uint32_t end = begin;
  const auto begins_phrase = [&](std::uint32_t i) {  // Die Chefin, [der] Gewerkschaft
    const bool behind = i > begin && words[i - 1].is(preposition);  // über [die] Brücke
    return words[i].is(determiner) && !behind && i + 1 < lead.end && words[i + 1].is_word();
  };
  while (end < lead.end && end < begin + longest_name &&
         (!ends_name(words[end]) || begins_phrase(end))) {
    const word_shape shape = words[end].shape;
    if (shape == word_shape::comma &&
        !(end + 1 < lead.end && words[end + 1].shape == word_shape::capital)) {
      break;
    }
    if (shape == word_shape::open_bracket || shape == word_shape::mark) break;
    const bool behind_name = end > begin && words[end - 1].shape == word_shape::capital;
    if (behind_name && shape == word_shape::lower && words[end].is(saying)) break;
    if (end > begin && owns_words(end, lead.end)) break;
    // [Richterin Roe] hakte nach: where nouns have capitals, another word is a verb
    if (nouns_in_capitals_ && end > begin && shape == word_shape::lower &&
        words[end].classes == 0 && words[end - 1].shape == word_shape::capital &&
        !words[end - 1].is(determiner | possessive)) {
      break;
    }
    ++end;
  }
  while (end > begin &&
         (!words[end - 1].is_word() || words[end - 1].is(determiner | preposition))) {
    --end;
  }
  return {begin, end};
}

// And I quote [Liv Tangen]:
word_range layout_reader::last_name(word_range lead) const {
  const word_list& words = *words_;
  std::uint32_t end = lead.end;
  while (end > lead.begin && !is_name(words[end - 1])) --end;
  std::uint32_t begin = end;
  while (begin > lead.begin && is_name(words[begin - 1])) --begin;
  // Dr Priya Lomax [in the Herald]: where it was said
  std::uint32_t before = begin;
  if (before > lead.begin && words[before - 1].is(determiner)) --before;
  if (before > lead.begin && words[before - 1].is(preposition) &&
      !words[before - 1].is(topic | agent)) {
    --before;
    if (before > lead.begin && is_name(words[before - 1])) return last_name({lead.begin, before});
  }
  if (!nouns_in_capitals_) return {begin, end};
  // Mahnt zur Geduld: where nouns have capitals, one behind a preposition or article is no name
  const bool noun = end < lead.end || (begin > 0 && words[begin - 1].is(preposition | determiner));
  return noun ? word_range{end, end} : word_range{begin, end};
}

// Tough and fair, [Mrs Crake]: what has no capital but its first, and no role, names nobody.
std::uint32_t layout_reader::behind_comment(word_range lead) const {
  const word_list& words = *words_;
  std::uint32_t comma = lead.begin;
  while (comma < lead.end && words[comma].is_word()) {
    const word& w = words[comma];
    const bool comment = comma == lead.begin ? !w.is(determiner | possessive | preposition)
                                             : w.shape == word_shape::lower;
    if (!comment || w.quoted() || w.is(role | title | clitic)) return lead.begin;
    const bool behind_name = comma == lead.begin + 1 && w.is(preposition) && !w.is(comparison);
    if (behind_name) return lead.begin;  // Roe [on] tax, Westminster
    ++comma;
  }
  const bool names =
      comma + 1 < lead.end && words[comma].shape == word_shape::comma && is_name(words[comma + 1]);
  return names && comma > lead.begin + 1 ? comma + 1 : lead.begin;
}

word_range layout_reader::name_before_colon(word_range lead) const {
  for (std::uint32_t i = lead.end; i > lead.begin; --i) {  // Honest for once – [Gus Harrowgate]:
    if ((*words_)[i - 1].shape == word_shape::dash) lead.begin = std::max(lead.begin, i);
  }
  lead.begin = behind_comment(lead);
  const word_range leading = leading_name(lead);
  const word& first = (*words_)[leading.begin];
  // It carries a photograph of Roe and the words: “…”
  if (!leading.empty() && first.is(thing) && !first.is(determiner)) return {};
  if (names_speaker(leading) || describes_speaker(leading)) return leading;
  if (!leading.empty() && (*words_)[leading.begin].is(rubric)) return {};
  return last_name({std::min(leading.begin + 1, lead.end), lead.end});
}

// The name that stands alone behind a quotation: – Maeve Sorrell.
word_range layout_reader::name_behind(std::uint32_t at, word_range sentence) const {
  const word_list& words = *words_;
  std::uint32_t end = at;
  while (end < sentence.end && end < at + longest_name && !ends_name(words[end])) {
    const word_shape shape = words[end].shape;
    if (shape == word_shape::comma || shape == word_shape::stop ||
        shape == word_shape::open_bracket)
      break;
    ++end;
  }
  const word_range name{at, end};
  if (name.empty() || !has_name(name)) return {at, at};
  // „Hexenjagd“ – ein Wort, das sie zurücknahm: tells of the words, not who said them
  const bool described = end + 1 < sentence.end && words[end].shape == word_shape::comma &&
                         words[end + 1].is(relative) && words[at].is(determiner);
  if (described) return {at, at};
  const bool stands_alone = end >= sentence.end || !words[end].is_word() ||
                            words[end].is(time_word) ||
                            (words[end].is(preposition) && !words[end].is(topic));
  return stands_alone ? name : word_range{at, at};
}

// “We will appeal, said Mira Stone. – where the closing mark was forgotten, its paragraph ends with
// the attribution.
bool layout_reader::attribute_unclosed(std::uint32_t q, std::vector<attribution>& out) {
  const word_list& words = *words_;
  const word_range range = words.quotation(q);
  if (quotations_[q].closed || range.size() < 6) return false;
  std::uint32_t comma = range.end;
  const std::uint32_t first =
      std::max(range.begin + 2, range.end > 2 * longest_name ? range.end - 2 * longest_name : 0);
  while (comma > first && words[comma - 1].shape != word_shape::comma) --comma;
  if (comma <= first || comma + 2 > range.end) return false;
  std::uint32_t end = range.end;
  while (end > comma && !words[end - 1].is_word()) --end;
  attribution found;
  const auto is_verb = [&](std::uint32_t i) {
    return words[i].is(saying) && words[i].shape == word_shape::lower;
  };
  if (is_verb(comma)) {
    found.cue = {comma, comma + 1};
    found.source = {comma + 1, end};
    if (!has_name(found.source)) return false;
  } else if (end > comma + 1 && is_verb(end - 1)) {
    found.cue = {end - 1, end};
    found.source = {comma, end - 1};
    if (!has_name(found.source) && !words[comma].is(subject_pronoun)) return false;
  }
  if (found.source.empty()) return false;
  found.head = found.cue.begin;
  found.content = {range.begin, comma};
  found.strength = strength_of_layout;
  found.is_speech = true;
  taken_[q] = true;
  out.push_back(found);
  return true;
}

// Ruth Ansell (mayor) – “The pier is shut.”: in a post, a name and a dash say what a colon does.
bool layout_reader::attribute_quotation_behind_dash(std::uint32_t q, attribution& found) const {
  const word_list& words = *words_;
  const std::uint32_t begin = words.quotation(q).begin;
  if (begin < 3 || !is_short(words) || words[begin - 1].shape != word_shape::dash) return false;
  const std::uint32_t s = words[begin - 1].sentence;
  if (s == nowhere || first_cue_[s] != nowhere || begin - words.sentence(s).begin > longest_name) {
    return false;
  }
  const word_range lead{words.sentence(s).begin, begin - 1};
  const word_range name = leading_name(lead);
  const bool whole = name.end == lead.end || words[name.end].shape == word_shape::open_bracket;
  if (name.begin != lead.begin || !whole || !names_speaker(name)) return false;
  found.source = name;
  found.cue = {begin - 1, begin};
  return true;
}

// The pier is shut – Ruth Ansell.   «…», – Олена Лісова: the claim of a post with the name of
// whoever makes it behind a dash, and nothing else.
bool layout_reader::attribute_claim_before_dash(std::uint32_t s,
                                                std::vector<attribution>& out) const {
  const word_list& words = *words_;
  const word_range sentence = words.sentence(s);
  if (first_cue_[s] != nowhere) return false;
  const std::uint32_t last = sentence.end > longest_name ? sentence.end - longest_name : 0;
  std::uint32_t at = sentence.end;
  while (at > std::max(last, sentence.begin) && words[at - 1].shape != word_shape::dash) --at;
  if (at <= std::max(last, sentence.begin) || at < sentence.begin + least_claim + 1) return false;
  std::uint32_t end = sentence.end;
  while (end > at && words[end - 1].shape == word_shape::stop) --end;
  std::uint32_t names = 0;
  for (std::uint32_t i = at; i < end; ++i) {
    if (words[i].quoted() || !(is_name(words[i]) || words[i].is(role | title))) return false;
    names += is_name(words[i]);
  }
  std::uint32_t content_end = at - 1;
  for (std::uint32_t i = sentence.begin; i < content_end; ++i) {
    if (words[i].quoted() || words[i].shape == word_shape::dash) return false;
  }
  while (content_end > sentence.begin && words[content_end - 1].shape == word_shape::comma) {
    --content_end;
  }
  if (names < 2 || content_end < sentence.begin + least_claim) return false;
  attribution found;
  found.cue = {at - 1, at};
  found.source = {at, end};
  found.content = {sentence.begin, content_end};
  found.strength = strength_of_claim;
  out.push_back(found);
  return true;
}

// [Oduya] after the talks: “…”: where the cue before a colon is a noun with an article and nobody
// says it, whoever opens the sentence does, if nothing but when and where stands between them.
void layout_reader::name_source(attribution& a) const {
  const word_list& words = *words_;
  if (a.quotation == nowhere || a.cue.empty()) return;
  const bool article = a.source.size() == 1 && words[a.source.begin].is(determiner | possessive) &&
                       a.source.end == a.cue.begin;
  if (!a.source.empty() && !article) return;
  const std::uint32_t colon = a.cue.end;
  const std::uint32_t s = words[a.cue.begin].sentence;
  if (colon >= words.size() || words[colon].shape != word_shape::colon || s == nowhere) return;
  const std::uint32_t begin = words.sentence(s).begin;
  if (a.cue.begin < begin + 2 || a.cue.begin - begin > longest_lead) return;
  if (!words[a.cue.begin - 1].is(determiner | possessive)) return;
  const word_range name = leading_name({begin, colon});
  const bool noun = name.size() == 1 && nouns_in_capitals_;
  if (!names_speaker(name) || noun || name.end >= a.cue.begin) return;
  if (!words[name.end].is(preposition | time_word)) return;
  for (std::uint32_t i = name.end; i < a.cue.begin; ++i) {
    const bool plain = words[i].is(preposition | determiner | possessive | time_word);
    if (!words[i].is_word() || (words[i].is(verb | auxiliary | relative) && !plain)) return;
  }
  a.source = name;
}

void layout_reader::attribute_quotation(std::uint32_t q, std::vector<attribution>& out) {
  const word_list& words = *words_;
  const word_range range = words.quotation(q);
  if (range.empty() || attribute_unclosed(q, out)) return;  // empty: no token covers it
  attribution found;
  found.quotation = q;
  found.strength = strength_of_layout;
  if (range.begin > 0 && words[range.begin - 1].shape == word_shape::colon) {
    const std::uint32_t colon = range.begin - 1;
    const std::uint32_t s = words[colon].sentence;
    if (s == nowhere || first_cue_[s] < colon) return;
    const word_range lead{
        std::max(words.sentence(s).begin, colon > longest_lead ? colon - longest_lead : 0), colon};
    found.source = name_before_colon(lead);
    if (found.source.empty()) return;
    found.cue = {colon, colon + 1};
    taken_[q] = true;
    out.push_back(found);
    return;
  }
  if (attribute_quotation_behind_dash(q, found)) {
    taken_[q] = true;
    out.push_back(found);
    return;
  }
  if (range.end + 1 >= words.size() || words[range.end].sentence == nowhere) return;
  std::uint32_t at = range.end;
  const bool dash = words[at].shape == word_shape::dash;
  const bool hyphen = dash && words[at].where.begin == words[at - 1].where.end &&
                      words[at].where.end == words[at + 1].where.begin;
  if (hyphen) return;  // „Hände weg“-Rufe
  if (dash) ++at;
  const std::uint32_t s = words[at].sentence;
  if (s == nowhere || words.paragraph(s) != quotations_[q].paragraph) return;
  if (!dash && words.sentence(s).begin != at) return;
  if (!words.ends_like_speech(q) && !dash) return;
  const word_range sentence = words.sentence(s);
  found.source = name_behind(at, sentence);
  if (found.source.empty()) return;
  if (!dash && (first_cue_[s] != nowhere || found.source.end + 1 < sentence.end)) return;
  if (dash) found.cue = {at - 1, at};
  taken_[q] = true;
  out.push_back(found);
}

// No joke: The pool will close, [says Roe]; Kein Scherz: [Laut der Präsidentin] …: another reports
// what stands behind the label.
bool layout_reader::is_reported(std::uint32_t colon, std::span<const attribution> known) const {
  return std::ranges::any_of(known, [&](const attribution& a) {
    return !a.source.empty() && !a.cue.empty() &&
           (a.content.contains(colon) || a.cue.begin == colon + 1);
  });
}

void layout_reader::attribute_claim(std::uint32_t s, std::vector<attribution>& out) const {
  const word_list& words = *words_;
  const word_range sentence = words.sentence(s);
  std::uint32_t colon = sentence.begin;
  const std::uint32_t limit = std::min(sentence.end, sentence.begin + longest_label + 6);
  while (colon < limit && words[colon].shape != word_shape::colon) ++colon;
  if (colon == limit || colon + least_claim >= sentence.end) return;
  const word_range label = leading_name({sentence.begin, colon});
  if (label.empty() || label.size() > longest_label) return;
  if (!names_speaker(label) && !describes_speaker(label)) return;
  if (words[label.end].shape == word_shape::comma && !is_apposition({label.end + 1, colon})) return;
  for (std::uint32_t i = label.begin; i < label.end; ++i) {
    if (words[i].shape == word_shape::number) return;  // Harwell 2-0 Thornby: Late goals …
  }
  if (words[colon].quoted() || words[colon + 1].quoted() || first_cue_[s] < colon) return;
  for (std::uint32_t i = label.end; i < colon; ++i) {
    if (words[i].is(verb | auxiliary)) return;
  }
  // Erst kaputtsparen, dann abkassieren: one word and an unknown one are no name
  const bool unknown = label.size() == 1 && label.end < colon && words[label.end].classes == 0 &&
                       words[label.end].shape == word_shape::lower;
  if (unknown || is_reported(colon, out)) return;
  attribution found;
  found.cue = {colon, colon + 1};
  found.source = label;
  found.strength = strength_of_claim;
  std::uint32_t end = sentence.end;
  while (end > colon + 1 && !words[end - 1].is_word() && !words[end - 1].quoted()) --end;
  found.content = {colon + 1, end};
  out.push_back(found);
}

void layout_reader::run(const word_list& words, std::span<const quotation> quotations,
                        const lexicon& facts, std::vector<attribution>& out) {
  words_ = &words;
  nouns_in_capitals_ = facts.nouns_in_capitals();
  quotations_ = quotations;
  first_cue_.assign(words.sentences(), nowhere);
  taken_.assign(quotations.size(), false);
  for (attribution& a : out) {
    name_source(a);
    const std::uint32_t s = a.cue.empty() ? nowhere : words[a.cue.begin].sentence;
    if (s != nowhere) first_cue_[s] = std::min(first_cue_[s], a.cue.begin);
    if (a.quotation != nowhere) taken_[a.quotation] = true;
    for (std::uint32_t i = a.content.begin; i < a.content.end; ++i) {
      if (words[i].quoted()) taken_[words[i].quotation] = true;
    }
  }
  for (std::uint32_t q = 0; q < quotations.size(); ++q) {
    if (quotations[q].depth == 0 && !taken_[q]) attribute_quotation(q, out);
  }
  for (std::uint32_t s = 0; s < words.sentences(); ++s) {
    const bool named = is_short(words) && attribute_claim_before_dash(s, out);
    if (!named && (is_short(words) || is_heading(words, s))) attribute_claim(s, out);
    if (!is_short(words)) break;
  }
}

void drop_rubrics_of_headline(std::string_view text, const word_list& words,
                              std::vector<attribution>& out) {
  constexpr std::size_t longest_ending = 2;  // bytes that names may have more or less in a case
  if (words.sentences() < 2 || words.paragraph(0) == words.paragraph(1)) return;
  const word_range headline = words.sentence(0);
  if (headline.empty() || headline.size() > longest_heading) return;
  if (!words[headline.end - 1].is_word()) return;
  const bool article = std::ranges::any_of(out, [&](const attribution& a) {
    return a.source.begin >= headline.end && !a.source.empty();
  });
  if (!article) return;
  const std::string_view opening = words[headline.begin].where.of(text);
  const std::string_view stem =
      opening.substr(0, std::max(opening.size(), longest_ending + 3) - longest_ending);
  bool named = false;
  for (std::uint32_t i = headline.end; i < words.size() && !named; ++i) {
    const word& w = words[i];
    if (w.sentence == nowhere || words.sentence(w.sentence).begin == i) continue;
    named = w.shape == word_shape::capital && w.where.of(text).starts_with(stem) &&
            w.where.size() <= opening.size() + longest_ending;
  }
  if (named) return;
  std::erase_if(out, [&](const attribution& a) {
    return a.source == word_range{headline.begin, headline.begin + 1};
  });
}

}  // namespace quoth::quotes
