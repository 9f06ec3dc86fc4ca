#include "claim_words.hpp"

#include <algorithm>
#include <text/classes.hpp>
#include <text/trim.hpp>
#include <text/utf8.hpp>

namespace quoth::matching {

namespace {

// Words parted by white space.
[[nodiscard]] std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    words += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return words;
}

}  // namespace

void claim_words::settle(std::uint32_t at, made_claim& made) {
  const quote_kind kind = in_.layers.quotes.get<&quote::kind>(at);
  if (kind != quote_kind::direct && !take_words_beside(at, made)) {
    take_whole_sentence(made);
    take_rest_of_sentence(at, made);
    if (kind == quote_kind::indirect) take_beginning_of_sentence(at, made);
  }
  if (made.how == manner::reported) drop_lead(made);
}

// Where a report has no more behind its cue than whom the speaker told or where, what they said
// stands beside it: “[Two buyers, and a decision by May] – that is what Roe told the board”,
// “[A new roof for everybody!] Roe promised it to their faces”, “Roe called the board [“my
// governess”]”. Whether it does.
bool claim_words::take_words_beside(std::uint32_t at, made_claim& made) {
  constexpr std::size_t most = 5;  // words that tell nothing by themselves
  const std::uint32_t by = in_.speaker_of[at];
  if (by == QUOTH_NO_ROW || !in_.layers.speakers[by].mention.exists() ||
      !is_phrase(made.text, most)) {
    return false;
  }
  const span source = in_.layers.speakers[by].mention;
  std::uint32_t own = 0;
  while (own < in_.layers.sentences.size() && !in_.layers.sentences.where(own).contains(source))
    ++own;
  if (own == in_.layers.sentences.size()) return false;
  const span sentence = in_.layers.sentences.where(own);
  if (!sentence.contains(made.where)) return false;
  span told = no_span;
  if (has_pronoun_before(at, made.where.begin)) {
    if (own > 0) told = in_.layers.sentences.where(own - 1);
  } else if (const words_beside beside = beside_.told_beside(source, sentence);
             beside.where.exists() && beside.where.end < source.begin &&
             has_what({beside.where.end, source.begin})) {
    told = beside.where;
  }
  if (told.exists() && beside_.says_enough(told)) {
    made.where = {told.begin, without_stop(in_.layers.text, told)};
    made.text = made.where.of(in_.layers.text);
    return true;
  }
  const bool last = own + 1 == in_.layers.sentences.size();
  const span quoted = words_in_marks(
      {sentence.begin, last ? sentence.end : in_.layers.sentences.where(own + 1).end});
  if (!quoted.exists()) return false;
  made.where = quoted;
  made.text = quoted.of(in_.layers.text);
  made.how = manner::quoted;
  return true;
}

// Whether words are a few of which no "that" makes a clause.
bool claim_words::is_phrase(std::string_view text, std::size_t most) {
  words_.split(text, in_.language.lang());
  if (words_.size() > most) return false;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if ((in_.language.of(words_.norm(i)).classes & conjoining) != 0) return false;
  }
  return true;
}

// Roe promised [it] to their faces.
bool claim_words::has_pronoun_before(std::uint32_t at, std::uint32_t content) const {
  std::uint32_t cue_end = 0;
  for (const std::uint32_t part : in_.attribution_of[at]) {
    const span where = in_.layers.parts.where(part);
    const bool cue = in_.layers.parts.get<&quote_part::role>(part) == part_role::cue;
    if (cue && where.end <= content) cue_end = std::max(cue_end, where.end);
  }
  if (cue_end == 0) return false;
  const std::string_view between =
      text::trimmed(in_.layers.text.substr(cue_end, content - cue_end));
  return between == "it" || in_.is_pronoun(between);
}

// …, that is [what] Roe told the board
bool claim_words::has_what(span before) {
  const std::uint32_t what = likes_of("what");
  words_.split(before.of(in_.layers.text), in_.language.lang());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (in_.language.of(words_.norm(i)).like == what) return true;
  }
  return false;
}

// The only words in double quotation marks within `where`, if they are few and of no quotation.
span claim_words::words_in_marks(span where) const {
  constexpr std::size_t most = 8;  // words
  span found = no_span;
  std::uint32_t opened = QUOTH_NO_ROW;
  for (const auto [value, place, size] : text::code_points(where.of(in_.layers.text))) {
    if (!text::is_double_quotation_mark(value)) continue;
    const std::uint32_t mark = where.begin + static_cast<std::uint32_t>(place);
    if (opened == QUOTH_NO_ROW) {
      opened = mark + static_cast<std::uint32_t>(size);
      continue;
    }
    if (found.exists()) return no_span;
    found = {opened, mark};
    opened = QUOTH_NO_ROW;
  }
  if (!found.exists() || found.empty() || words_in(found.of(in_.layers.text)) > most)
    return no_span;
  for (std::uint32_t i = 0; i < in_.layers.quotes.size(); ++i) {
    if (in_.layers.quotes.where(i).overlaps(found)) return no_span;
  }
  return found;
}

// What a post reports with its source set into it is the whole of its sentence: „[Ein Drittel
// gibt es laut Ida Roe zurück, solange der Tunnel dicht ist]“, „Ida Roe, die Wirtin, [mag nach
// eigenen Worten keine Gäste, die rauchen]“.
void claim_words::take_whole_sentence(made_claim& made) {
  const std::uint32_t by = in_.speaker_of[made.of.id];
  const span source = by == QUOTH_NO_ROW ? no_span : in_.layers.speakers[by].mention;
  if (!source.exists() || !made.where.contains(source)) return;
  span whole = made.where;
  for (std::uint32_t i = 0; i < in_.layers.sentences.size(); ++i) {
    const span sentence = in_.layers.sentences.where(i);
    if (sentence.contains(made.where))
      whole.end = without_stop(in_.layers.text, {whole.begin, sentence.end});
  }
  if (source.begin == whole.begin) {
    whole.begin = behind_apposition(source.end, made.where.end);
  } else if (const auto colon = in_.layers.text.find(": ", whole.begin); colon < source.begin) {
    whole.begin = static_cast<std::uint32_t>(colon) + 2;  // Für alle, die pendeln:
  }
  if (whole.begin >= whole.end) return;
  made.where = whole;
  made.text = whole.of(in_.layers.text);
}

// What a post reports goes on to the end of its sentence, unless something else begins there: Roe
// has ruled out [a landing], [before May, but wants a drop].
void claim_words::take_rest_of_sentence(std::uint32_t at, made_claim& made) const {
  span rest{made.where.end, made.where.end};
  for (std::uint32_t i = 0; i < in_.layers.sentences.size(); ++i) {
    const span sentence = in_.layers.sentences.where(i);
    if (sentence.begin < rest.begin && rest.begin < sentence.end)
      rest.end = without_stop(in_.layers.text, sentence);
  }
  if (rest.end <= rest.begin) return;
  const std::string_view text = rest.of(in_.layers.text);
  for (const auto [value, place, size] : text::code_points(text)) {
    const bool parts = value == U':' || value == U';' || value == U'(' || value == U'?' ||
                       value == U'…' || value == U'\n' || text::is_dash(value) ||
                       text::is_double_quotation_mark(value);
    const bool inner = text::is_dash(value) && place > 0 && text[place - 1] != ' ';
    if (parts && !inner) return;
  }
  const auto behind = [&](std::uint32_t part) {
    return in_.layers.parts.where(part).end > rest.begin;
  };
  if (std::ranges::any_of(in_.attribution_of[at], behind)) return;
  const std::uint32_t by = in_.speaker_of[at];
  if (by != QUOTH_NO_ROW && in_.layers.speakers[by].mention.exists() &&
      in_.layers.speakers[by].mention.end > rest.begin) {
    return;
  }
  for (std::uint32_t i = 0; i < in_.layers.quotes.size(); ++i) {
    if (i != at && in_.layers.quotes.where(i).overlaps(rest) && !goes_on(at, i)) return;
  }
  // “The old pumps” again, and Roe plans to leave.
  const auto tells_of = [&](const named_speaker& one) { return rest.contains(one.where); };
  if (in_.layers.quotes[at].kind == quote_kind::mixed &&
      std::ranges::any_of(in_.named->all(), tells_of)) {
    return;
  }
  made.where.end = rest.end;
  made.text = made.where.of(in_.layers.text);
}

// [Nine tenths of them pay no tax on it], Roe reminded the board; according to Roe [it was the
// town that offered six trains], and the union never replied: where more of the sentence than
// what was taken for reported stands before it, and is neither its source nor its cue.
void claim_words::take_beginning_of_sentence(std::uint32_t at, made_claim& made) const {
  constexpr std::size_t least_left_over = 5;  // words
  span before = no_span;
  for (std::uint32_t i = 0; i < in_.layers.sentences.size(); ++i) {
    const span sentence = in_.layers.sentences.where(i);
    if (sentence.contains(made.where)) before = {sentence.begin, made.where.begin};
  }
  if (!before.exists()) return;
  const std::string_view text = before.of(in_.layers.text);
  for (const auto [value, place, size] : text::code_points(text)) {
    const bool inner = place > 0 && text[place - 1] != ' ';
    if (value == U':' || value == U';' || value == U'?' || value == U'…' ||
        (text::is_dash(value) && !inner) || text::is_double_quotation_mark(value)) {
      return;
    }
  }
  for (std::uint32_t i = 0; i < in_.layers.quotes.size(); ++i) {
    if (i != at && in_.layers.quotes.where(i).overlaps({before.begin, made.where.end})) return;
  }
  std::size_t left_over = words_in(text);
  for (const std::uint32_t part : in_.attribution_of[at]) {
    const span where = in_.layers.parts.where(part);
    if (before.contains(where))
      left_over -= std::min(left_over, words_in(where.of(in_.layers.text)));
  }
  if (left_over < least_left_over || left_over <= words_in(made.text)) return;
  made.where.begin = before.begin;
  made.text = made.where.of(in_.layers.text);
}

// She says her people got forty out[, and she sees no reason to believe that anybody is left]:
// whether another report is of what the same speaker says as "he", "she" or without a subject.
bool claim_words::goes_on(std::uint32_t at, std::uint32_t other) const {
  if (in_.layers.quotes.get<&quote::kind>(other) != quote_kind::indirect) return false;
  if (in_.speaker_of[at] == QUOTH_NO_ROW || in_.speaker_of[other] == QUOTH_NO_ROW) return false;
  const speaker here = in_.layers.speakers[in_.speaker_of[at]];
  const speaker there = in_.layers.speakers[in_.speaker_of[other]];
  const bool pronoun =
      there.link == speaker_link::pronoun || there.mention.begin == here.mention.begin;
  return pronoun && here.name && there.name && *here.name == *there.name;
}

// What leads to what somebody says, or follows it, is nothing that they say: „Es [ist
// entschieden:] Ida Roe sperrt die Brücke“, “[Ida Roe is not giving up:] the show goes on”,
// “[Windfall:] two crowns a unit”, “It was a B flat[: piano tuner Ida Roe on her catch]”.
void claim_words::drop_lead(made_claim& made) {
  constexpr std::size_t longest_label = 3;  // words
  const std::size_t colon = in_.layers.text.find(": ", made.where.begin);
  if (made.known == record::no_speaker || colon >= made.where.end) return;
  const span lead{made.where.begin, static_cast<std::uint32_t>(colon)};
  const span rest{lead.end + 2, made.where.end};
  const auto names = [&](span where) {
    return std::ranges::any_of(in_.named->all(),
                               [&](const auto& one) { return where.contains(one.where); });
  };
  const bool sourced = made.of.exists() && !in_.attribution_of[made.of.id].empty();
  const bool label = words_in(lead.of(in_.layers.text)) <= longest_label &&
                     words_in(rest.of(in_.layers.text)) > longest_label;
  if (names(lead) ? sourced : !names(rest) && !label) return;
  if (is_denied_lead(lead)) return;  // not true: the tunnel will be sold
  if (names(lead) && names(rest)) return;
  made.where = rest;
  made.text = rest.of(in_.layers.text);
}

bool claim_words::is_denied_lead(span lead) {
  words_.split(lead.of(in_.layers.text), in_.language.lang());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if ((in_.language.of(words_.norm(i)).classes & (negation | negative)) != 0) return true;
  }
  return false;
}

// Where the clause goes on behind a name that ends at `at`: Ida Roe[, die Wirtin,] mag.
std::uint32_t claim_words::behind_apposition(std::uint32_t at, std::uint32_t end) const {
  if (in_.layers.text.substr(at, 2) == ", ") {
    const std::size_t closing = in_.layers.text.find(", ", at + 2);
    if (closing < end) at = static_cast<std::uint32_t>(closing) + 1;
  }
  while (at < end && in_.layers.text[at] == ' ') ++at;
  return at;
}

void claim_words::drop_pointer(made_claim& made) const {
  constexpr std::size_t longest = 12;  // bytes
  const std::size_t colon = made.text.find(": ");
  if (colon > longest || made.where.of(in_.layers.text) != made.text) return;
  if (!in_.is_pronoun(made.text.substr(0, colon)) && made.text.substr(0, colon) != "it") return;
  made.where.begin += static_cast<std::uint32_t>(colon) + 2;
  made.text.remove_prefix(colon + 2);
}

}  // namespace quoth::matching
