#include "collect.hpp"

#include <algorithm>
#include <numeric>
#include <record/merge.hpp>
#include <span>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/trim.hpp>
#include <text/utf8.hpp>
#include <text/words_in_order.hpp>

#include "document_places.hpp"

namespace quoth::record_writing {

namespace {

// A piece of a quotation without the marks around it.
[[nodiscard]] std::string_view inside_marks(std::string_view piece) noexcept {
  piece = text::trimmed(piece);
  const text::code_point first = text::decode(piece, 0);
  if (!piece.empty() && text::is_quotation_mark(first.value)) piece.remove_prefix(first.size);
  const text::code_point last = text::decode_before(piece, piece.size());
  if (!piece.empty() && text::is_quotation_mark(last.value)) piece.remove_suffix(last.size);
  return text::trimmed(piece);
}

// «Ми тут, — сказала вона. — Ми лишимося»: without white space and the dash at the end.
[[nodiscard]] std::string_view without_dash(std::string_view words) noexcept {
  words = text::trimmed(words);
  const text::code_point last = text::decode_before(words, words.size());
  if (!words.empty() && text::is_dash(last.value)) words.remove_suffix(last.size);
  return text::trimmed(words);
}

[[nodiscard]] record::form form_of(quote_kind kind) noexcept {
  switch (kind) {
    case quote_kind::direct:
      return record::form::direct;
    case quote_kind::mixed:
      return record::form::mixed;
    default:
      return record::form::indirect;
  }
}

[[nodiscard]] record::status status_of(quote_status status) noexcept {
  switch (status) {
    case quote_status::asserted:
      return record::status::asserted;
    case quote_status::denied:
      return record::status::denied;
    default:
      return record::status::alleged;
  }
}

}  // namespace

const record::entry& collector::collect(const document_layers& d, const reporting_words& denials) {
  entry_ = {};
  byline_end_ = 0;
  signature_ = none;
  opinion_ = false;
  speaker_of_.assign(d.quotes.size(), none);
  for (std::uint32_t i = 0; i < d.speakers.size(); ++i) {
    const std::uint32_t of = d.speakers.get<&speaker::quote>(i).id;
    if (of < speaker_of_.size() && speaker_of_[of] == none) speaker_of_[of] = i;
  }
  quote_of_.assign(d.turns.size(), none);
  for (std::uint32_t i = 0; i < d.quotes.size(); ++i) {
    const auto of = d.quotes.get<&quote::turn>(i);
    if (of && of->id < quote_of_.size() && quote_of_[of->id] == none) quote_of_[of->id] = i;
  }
  take_document(d);
  take_byline(d, denials);
  take_author_of_title(d, denials);
  take_speaker_of_title(d, denials);
  take_signature(d, denials);
  find_contents(d);
  find_reporters(d, denials);
  take_roles(d);
  take_turns(d);
  take_quotes(d, denials);
  drop_frames();
  if (!denials.empty()) {
    take_denials(d, denials);
    take_author(d, denials);
    take_interview(d, denials);
  }
  take_headline_roles();
  std::ranges::stable_sort(entry_.statements, {}, &record::statement_entry::begin);
  return entry_;
}

void collector::take_document(const document_layers& d) {
  record::document_entry& made = entry_.document;
  if (!d.document.empty()) {
    const document_row row = d.document.front();
    made = {row.id,
            row.title.value_or(""),
            row.date.value_or(""),
            row.url.value_or(""),
            row.lang.value_or(""),
            row.author.value_or(""),
            row.outlet.value_or("")};
  }
  if (!d.languages.empty()) made.lang = d.languages.front().code;
  for (const review one : d.reviews) {
    entry_.reviews.push_back({one.claim,
                              one.claimant.value_or(""),
                              one.rating.value_or(""),
                              one.url.value_or(""),
                              one.date.value_or(made.date),
                              one.title.value_or(made.title),
                              one.subtitle.value_or(""),
                              {}});
  }
}

// Sentences and turns both stand in the order of the text: one walk over the two.
void collector::take_turns(const document_layers& d) {
  std::uint32_t sentence_at = 0;
  for (std::uint32_t t = 0; t < d.turns.size(); ++t) {
    const turn here = d.turns[t];
    const span words{static_cast<std::uint32_t>(
                         std::clamp<std::int64_t>(here.words, here.where.begin, here.where.end)),
                     here.where.end};
    record::statement_entry made;
    made.form = record::form::turn;
    made.turn = static_cast<std::int32_t>(t);
    made.speaker = speaker_of_turn(d, t);
    made.role = role_of(made.speaker, here.label);
    while (sentence_at < d.sentences.size() && d.sentences.where(sentence_at).end <= words.begin) {
      ++sentence_at;
    }
    for (; sentence_at < d.sentences.size(); ++sentence_at) {
      const span sentence = d.sentences.where(sentence_at);
      if (sentence.begin >= words.end) break;
      const span where = trimmed(
          d.text, {std::max(sentence.begin, words.begin), std::min(sentence.end, words.end)});
      if (where.empty() || !has_letter(where.of(d.text))) continue;
      made.text = where.of(d.text);
      made.begin = where.begin;
      made.end = where.end;
      entry_.statements.push_back(made);
      if (sentence.end > words.end) break;
    }
  }
}

void collector::take_quotes(const document_layers& d, const reporting_words& words) {
  std::uint32_t turn_at = 0;
  for (std::uint32_t i = 0; i < d.quotes.size(); ++i) {
    const auto turn_of = d.quotes.get<&quote::turn>(i);
    if (turn_of && turn_of->exists() && quote_of_[turn_of->id] == i) continue;  // the turn itself
    if (is_of_author(d, i, words)) continue;  // a sentence of theirs: see take_author
    record::statement_entry made = statement_of(d, i, words);
    if (!has_letter(made.text)) continue;
    if (made.speaker.empty() && made.form == record::form::indirect) continue;
    while (turn_at < d.turns.size() && d.turns.where(turn_at).end <= made.begin) ++turn_at;
    if (turn_at < d.turns.size() && d.turns.where(turn_at).begin <= made.begin) {
      const std::string_view host = speaker_of_turn(d, turn_at);
      if (made.speaker.empty() || made.speaker == host) continue;
      if (made.via.empty()) made.via = host;
      if (made.hand == record::hand::first) made.hand = record::hand::second;
    }
    if (is_reviewed(made.text)) continue;
    entry_.statements.push_back(made);
  }
}

// Where the source of a quotation stands; no_span where it has none.
span collector::source_of(const document_layers& d, std::uint32_t at) const {
  const std::uint32_t by = speaker_of_[at];
  return by == none ? no_span : d.speakers[by].mention;
}

// "I cannot promise [that no church will be sold]", in a letter: what its author says is the whole
// of the sentence.
bool collector::is_of_author(const document_layers& d, std::uint32_t at,
                             const reporting_words& words) {
  const span source = source_of(d, at);
  if (entry_.document.author.empty() || d.turns.size() != 0 || !entry_.reviews.empty() ||
      !source.exists() || d.quotes.get<&quote::kind>(at) != quote_kind::indirect ||
      name_of(d, at) != entry_.document.author) {
    return false;
  }
  words_.split(source.of(d.text), entry_.document.lang);
  return words_.size() == 1 &&
         (words.classes_of(words_.norm(std::size_t{0})) & reporting_words::own) != 0;
}

// "could not promise that no church will be sold", „schloss nicht aus, dass …“: reported words with
// a "not" between them and their source, which nobody says to have been said as they stand. A
// clause between commas behind the source is no part of that: "Roe, who did not attend, said".
// Nothing where there is none.
std::string_view collector::with_denied_verb(const document_layers& d, std::uint32_t at,
                                             const reporting_words& words) {
  constexpr std::uint32_t longest = 60;  // bytes of the verb
  const span source = source_of(d, at);
  const span said = d.quotes.where(at);
  const span cue = cue_of_[at];
  if (!source.exists() || source.end >= said.begin) return {};
  std::uint32_t begin = source.end;
  if (d.text[begin] == ',' && begin < cue.begin && cue.begin < said.begin) {
    begin += static_cast<std::uint32_t>(span{begin, cue.begin}.of(d.text).rfind(',')) + 1;
  }
  if (said.begin - begin > longest) return {};
  const std::string_view verb = span{begin, said.begin}.of(d.text);
  if (verb.find_first_of(".!?;:\n") != verb.npos) return {};
  words_.split(verb, entry_.document.lang);
  const bool denied = std::ranges::any_of(words_.all(), [&](const record::word& one) {
    return (words.classes_of(words_.norm(one)) & reporting_words::negates) != 0;
  });
  return denied ? text::trimmed(span{begin, said.end}.of(d.text)) : std::string_view{};
}

// Whether the words are those that this document, a fact-check, checks.
bool collector::is_reviewed(std::string_view text) const {
  constexpr double most = 0.6;  // share of the words of either
  const auto share = [](const std::string& words, const std::string& among) {
    std::size_t all = 0;
    std::size_t known = 0;
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      ++all;
      known += among.find(words.substr(at, end - at)) != std::string::npos;
      at = end + 1;
    }
    return all == 0 ? 0.0 : static_cast<double>(known) / static_cast<double>(all);
  };
  const std::string key = text::name_key(text);
  return std::ranges::any_of(entry_.reviews, [&](const record::review_entry& checked) {
    const std::string claim = text::name_key(checked.claim);
    return share(key, claim) >= most || share(claim, key) >= most;
  });
}

// A statement that does little more than report another's is not one beside it: "that the mayor
// had called it a nuisance" by an engineer, and "a nuisance" by the mayor via the engineer.
void collector::drop_frames() {
  auto& all = entry_.statements;
  std::erase_if(all, [&](const record::statement_entry& frame) {
    return std::ranges::any_of(all, [&](const record::statement_entry& inner) {
      return &inner != &frame && frame.begin <= inner.begin && inner.end <= frame.end &&
             frame.speaker != inner.speaker && !inner.speaker.empty() &&
             frame.form != record::form::turn &&
             2 * (inner.end - inner.begin) > frame.end - frame.begin;
    });
  });
}

std::string_view collector::speaker_of_turn(const document_layers& d, std::uint32_t t) const {
  if (quote_of_[t] != none && speaker_of_[quote_of_[t]] != none) {
    const auto name = d.speakers.get<&speaker::name>(speaker_of_[quote_of_[t]]);
    if (name) return *name;
  }
  return d.turns.get<&turn::label>(t);
}

bool collector::is_turn(const document_layers& d, std::uint32_t at) {
  const auto of = d.quotes.get<&quote::turn>(at);
  return of && of->exists();
}

std::string_view collector::name_of(const document_layers& d, std::uint32_t at) const {
  const std::uint32_t by = speaker_of_[at];
  return by == none ? std::string_view{} : d.speakers.get<&speaker::name>(by).value_or("");
}

// The name with which a subject ends behind a comma ("The king, Adalbert III"), else the last one
// of a person or an organisation in it, or nothing.
std::string_view collector::name_in(const document_layers& d, span subject) const {
  const std::string_view words = subject.of(d.text);
  if (const std::size_t comma = words.rfind(','); comma != words.npos) {
    const std::string_view last = text::trimmed(words.substr(comma + 1));
    if (last.find(' ') != last.npos && record::is_like_name(last)) return last;
  }
  std::string_view name;
  for (std::uint32_t i = 0; i < d.names.size(); ++i) {
    const auto type = d.names.get<&name::type>(i);
    if (type != name_type::person && type != name_type::organisation) continue;
    if (subject.contains(d.names.where(i))) name = d.names.get<&name::canonical>(i);
  }
  return name;
}

// Who is meant by the subject of a sentence: a name in it, or its words.
std::string_view collector::speaker_in(const document_layers& d, span subject) const {
  const std::string_view name = name_in(d, subject);
  return name.empty() ? subject.of(d.text) : name;
}

// The words of a subject that describes somebody ("The chief constable"): more than a pronoun, or
// nothing.
std::string_view collector::described_in(const document_layers& d, span subject) {
  const std::string_view words = subject.of(d.text);
  return words.find(' ') == std::string_view::npos ? std::string_view{} : words;
}

// Who speaks at a place: of the innermost quotation around it, or of the turn.
std::string_view collector::speaker_at(const document_layers& d, span where) const {
  std::string_view name;
  std::uint32_t smallest = 0xFFFFFFFF;
  for (std::uint32_t i = 0; i < d.quotes.size(); ++i) {
    const span quote = d.quotes.where(i);
    if (!quote.overlaps(where) || quote.size() >= smallest || speaker_of_[i] == none) continue;
    smallest = quote.size();
    name = d.speakers.get<&speaker::name>(speaker_of_[i]).value_or("");
  }
  return name;
}

record::statement_entry collector::statement_of(const document_layers& d, std::uint32_t at,
                                                const reporting_words& words) {
  const quote row = d.quotes[at];
  record::statement_entry made;
  made.text = words_of(d, at);
  made.begin = row.where.begin;
  made.end = row.where.end;
  made.form = form_of(row.kind);
  made.status = status_of(row.status);
  if (speaker_of_[at] != none) {
    const speaker said = d.speakers[speaker_of_[at]];
    made.speaker = said.name.value_or("");
    // The speaker attributor's word for a writer without a byline: nobody to be found again.
    if (made.speaker == "author") made.speaker = entry_.document.author;
    made.role = role_of(made.speaker, {});
    made.via = said.via.value_or("");
  }
  if (made.form == record::form::indirect && made.status == record::status::asserted) {
    const std::string_view denied = with_denied_verb(d, at, words);
    if (!denied.empty()) made.text = denied;
  }
  if (is_own_outlet(made.via)) made.via = {};
  const bool interview = made.status == record::status::asserted &&
                         row.kind != quote_kind::indirect && is_interview(d, at, made.via, words);
  if (made.status == record::status::denied) {
    made.hand = record::hand::denial;
  } else if (made.status == record::status::alleged || (!made.via.empty() && !interview) ||
             is_hearsay(d, at, words)) {
    made.hand = record::hand::second;
    if (made.via.empty()) made.via = reporter_of_[at];
  }
  return made;
}

void collector::find_contents(const document_layers& d) {
  contents_.clear();
  joined_.clear();
  for (std::uint32_t i = 0; i < d.parts.size(); ++i) {
    if (d.parts.get<&quote_part::role>(i) != part_role::content) continue;
    contents_.push_back({d.parts.get<&quote_part::quote>(i).id, d.parts.where(i)});
  }
  std::ranges::stable_sort(contents_, [](const content_piece& a, const content_piece& b) {
    return std::pair(a.quote, a.where.begin) < std::pair(b.quote, b.where.begin);
  });
}

// The words of a quotation. Where its attribution ends a sentence between two pieces, what was said
// there may have been left out, and […] says so: “We won,” she said. “They ran.”
std::string_view collector::words_of(const document_layers& d, std::uint32_t at) {
  const std::string_view plain = d.quotes.get<&quote::text>(at);
  const auto first = std::ranges::lower_bound(contents_, at, {}, &content_piece::quote);
  const auto end = std::ranges::upper_bound(contents_, at, {}, &content_piece::quote);
  const std::span<const content_piece> pieces(first, end);
  text::words_in_order words(plain);
  std::string joined;
  std::size_t taken = 0;  // bytes of `plain`
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const span before = pieces[i - 1].where;
    const span here = pieces[i].where;
    if (here.begin <= before.end) continue;
    const std::string_view between = d.text.substr(before.end, here.begin - before.end);
    if (!without_dash(between).ends_with('.')) continue;
    const std::string_view next = inside_marks(here.of(d.text));
    words.next(inside_marks(before.of(d.text)));
    const std::size_t from = plain.find(next, words.behind());
    if (next.empty() || from == plain.npos) return plain;
    std::string_view kept = text::trimmed(plain.substr(taken, from - taken));
    while (kept.ends_with(',')) kept.remove_suffix(1);
    joined.append(kept).append(" […] ");
    taken = from;
  }
  if (joined.empty()) return plain;
  return joined_.emplace_back(joined.append(plain.substr(taken)));
}

// "The minister had called it a nuisance, said an engineer": what the engineer says takes in who
// is said to have spoken. It is the engineer's report of the minister's words. So is "a deputy told
// us that the minister had called it a nuisance". Quotations that begin further back than a few
// others are not looked at.
void collector::find_reporters(const document_layers& d, const reporting_words& words) {
  reporter_of_.assign(d.quotes.size(), {});
  cue_of_.assign(d.quotes.size(), span{});
  in_order_.resize(d.quotes.size());
  std::iota(in_order_.begin(), in_order_.end(), 0U);
  const auto begin_of = [&](std::uint32_t i) { return d.quotes.where(i).begin; };
  std::ranges::stable_sort(in_order_, {}, begin_of);
  for (std::uint32_t p = 0; p < d.parts.size(); ++p) {
    const std::uint32_t of = d.parts.get<&quote_part::quote>(p).id;
    const span where = d.parts.where(p);
    if (of >= d.quotes.size() || d.parts.get<&quote_part::role>(p) != part_role::cue) continue;
    if (has_letter(where.of(d.text))) cue_of_[of] = where;
  }
  for (std::uint32_t p = 0; p < d.parts.size(); ++p) {
    const std::uint32_t of = d.parts.get<&quote_part::quote>(p).id;
    const span source = d.parts.where(p);
    if (of >= d.quotes.size() || d.parts.get<&quote_part::role>(p) != part_role::source) continue;
    if (name_of(d, of).empty()) continue;
    const std::string own = text::name_key(name_of(d, of));
    auto at = std::ranges::upper_bound(in_order_, source.begin, {}, begin_of);
    for (std::size_t n = 0; n < looked_at && at != in_order_.begin(); ++n) {
      const std::uint32_t other = *--at;
      if (other == of || d.quotes.get<&quote::turn>(other)) continue;
      if (!d.quotes.where(other).contains(source) && !opens_report(d, other, source, words)) {
        continue;
      }
      const std::string_view by = name_of(d, other);
      if (!by.empty() && text::name_key(by) != own) reporter_of_[of] = by;
    }
  }
}

// Whether the cue of a quotation stands before a source in its sentence, and right before the
// source what begins a report: "who told us that | the minister".
bool collector::opens_report(const document_layers& d, std::uint32_t quote, span source,
                             const reporting_words& words) {
  const span cue = cue_of_[quote];
  if (cue.empty() || cue.end >= source.begin) return false;
  const std::uint32_t sentence =
      rows_before(d.sentences, [&](span one) { return one.end <= cue.begin; });
  if (sentence >= d.sentences.size() || !d.sentences.where(sentence).contains(source)) return false;
  words_.split(span{cue.end, source.begin}.of(d.text), entry_.document.lang);
  if (words_.size() == 0) return false;
  const std::uint32_t classes = words.classes_of(words_.norm(words_.size() - 1));
  return (classes & reporting_words::opens) != 0;
}

// Whether the words around a quotation say that nobody here heard it.
bool collector::is_hearsay(const document_layers& d, std::uint32_t at,
                           const reporting_words& words) {
  if (!reporter_of_[at].empty()) return true;
  words_.split(frame_of(d, at), entry_.document.lang);
  if (words.tell_rumour(words_) || is_handed_on(d, at, words)) return true;
  // "Der Kapitän habe abgewinkt: …" passes on, and „habe … gesagt: …“; "sagte, er habe Verständnis:
  // …" does not.
  if (d.quotes.get<&quote::kind>(at) == quote_kind::indirect) return false;
  if (!cue_of_[at].empty()) return is_told_of(words);
  return std::ranges::any_of(words_.all(), [&](const record::word& one) {
    return (words.classes_of(words_.norm(one)) & reporting_words::passes_on) != 0;
  });
}

// Whether one of the two sentences behind a quotation, before another quotation, tells that it was
// handed on: “…,” she is said to have sighed. [The merchant had it from a waiter.]
bool collector::is_handed_on(const document_layers& d, std::uint32_t at,
                             const reporting_words& words) {
  constexpr std::uint32_t most_behind = 2;  // sentences
  const std::uint32_t end = d.quotes.where(at).end;
  const std::uint32_t next =
      rows_before(d.sentences, [&](span sentence) { return sentence.begin < end; });
  const auto quotes = [](std::string_view sentence) {
    return std::ranges::any_of(text::code_points(sentence), [](const auto& point) {
      return text::is_double_quotation_mark(point.value);
    });
  };
  bool chain = false;
  for (std::uint32_t i = next; i < d.sentences.size() && i < next + most_behind && !chain; ++i) {
    const std::string_view sentence = d.sentences.where(i).of(d.text);
    if (quotes(sentence)) break;
    words_.split(sentence, entry_.document.lang);
    chain = words.tell_chain(words_);
  }
  words_.split(frame_of(d, at), entry_.document.lang);
  return chain;
}

// Whether the frame read last has a participle of saying behind a verb that passes on: „Danach habe
// die Ministerin zum Kollegen gesagt“. „Ich habe gesagt“ tells of oneself.
bool collector::is_told_of(const reporting_words& words) const {
  bool passed = false;
  for (const record::word& one : words_.all()) {
    const std::uint32_t classes = words.classes_of(words_.norm(one));
    if ((classes & reporting_words::own) != 0) return false;
    passed |= (classes & reporting_words::passes_on) != 0;
    if ((classes & reporting_words::participle) != 0) return passed;
    if ((classes & reporting_words::says) != 0) return false;
  }
  return false;
}

// The words of the sentences around a quotation that are not quoted: what stands in quotation
// marks is left out, and of an indirect quotation all.
std::string collector::frame_of(const document_layers& d, std::uint32_t at) const {
  const span all = d.quotes.where(at);
  span around = all;
  std::uint32_t first =
      rows_before(d.sentences, [&](span sentence) { return sentence.end <= all.begin; });
  for (; first < d.sentences.size() && d.sentences.where(first).begin < all.end; ++first) {
    const span sentence = d.sentences.where(first);
    around = {std::min(around.begin, sentence.begin), std::max(around.end, sentence.end)};
  }
  const bool indirect = d.quotes.get<&quote::kind>(at) == quote_kind::indirect;
  std::string frame;
  bool quoted = false;
  for (const auto [value, place, size] : text::code_points(around.of(d.text))) {
    const std::uint32_t byte = around.begin + static_cast<std::uint32_t>(place);
    if (text::is_quotation_mark(value) && !text::is_single_quotation_mark(value)) quoted = !quoted;
    if (quoted || (indirect && all.begin <= byte && byte < all.end)) continue;
    frame.append(d.text.substr(byte, size));
  }
  return frame;
}

// Words in quotation marks that somebody "told Radio One" are his own, wherever they were printed.
bool collector::is_interview(const document_layers& d, std::uint32_t at, std::string_view via,
                             const reporting_words& words) {
  constexpr std::size_t near = 60;  // bytes from the cue to the medium
  if (const std::uint32_t by = speaker_of_[at]; by != none && d.speakers[by].mention.exists()) {
    // sagte Otto Kranz [der Zeitung]
    const std::string_view behind = d.text.substr(d.speakers[by].mention.end, near);
    words_.split(behind, entry_.document.lang);
    if (words_.size() > 1 && behind.starts_with(' ') &&
        (words.classes_of(words_.norm(0)) & reporting_words::to) != 0 &&
        behind.substr(words_[1].begin).starts_with(via)) {
      return true;
    }
  }
  for (std::uint32_t i = 0; i < d.parts.size(); ++i) {
    if (d.parts.get<&quote_part::quote>(i).id != at) continue;
    if (d.parts.get<&quote_part::role>(i) != part_role::cue) continue;
    const span cue = d.parts.where(i);
    if (d.text.substr(cue.begin, cue.size() + near).find(via) == std::string_view::npos) continue;
    words_.split(cue.of(d.text), entry_.document.lang);
    for (const record::word& one : words_.all()) {
      if ((words.classes_of(words_.norm(one)) & reporting_words::told) != 0) return true;
    }
  }
  return false;
}

// The part of a stretch that lies in the piece of a quotation in which it begins.
span collector::within_quotation(const document_layers& d, span where) const {
  for (std::uint32_t i = 0; i < d.parts.size(); ++i) {
    if (d.parts.get<&quote_part::role>(i) != part_role::content) continue;
    const span part = d.parts.where(i);
    if (where.begin < part.begin || part.end <= where.begin) continue;
    const char32_t first = text::decode(d.text, part.begin).value;
    if (text::is_quotation_mark(first)) where.end = std::min(where.end, part.end);
  }
  return where;
}

// "told The Standard", printed by The Ardmoor Standard, is the reporter's own piece.
bool collector::is_own_outlet(std::string_view via) const {
  const std::string outlet = text::name_key(entry_.document.outlet);
  std::string key = text::name_key(via);
  if (key.starts_with("the ")) key.erase(0, 4);
  return !key.empty() && outlet.find(key) != std::string::npos;
}

}  // namespace quoth::record_writing
