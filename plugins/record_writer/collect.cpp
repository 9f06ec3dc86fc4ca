#include "collect.hpp"

#include <algorithm>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace quoth::record_writing {

namespace {

constexpr std::uint32_t none = QUOTH_NO_ROW;

[[nodiscard]] span trimmed(std::string_view text, span where) noexcept {
  while (where.begin < where.end) {
    const text::code_point here = text::decode(text, where.begin);
    if (!text::is_space(here.value)) break;
    where.begin += here.size;
  }
  while (where.end > where.begin) {
    const text::code_point here = text::decode_before(text, where.end);
    if (!text::is_space(here.value)) break;
    where.end -= here.size;
  }
  return where;
}

[[nodiscard]] bool has_letter(std::string_view text) noexcept {
  for (const auto [value, at, size] : text::code_points(text)) {
    if (text::is_letter(value) || text::is_digit(value)) return true;
  }
  return false;
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

const record::entry& collector::collect(const document_layers& d) {
  entry_ = {};
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
  take_turns(d);
  take_quotes(d);
  std::ranges::stable_sort(entry_.statements, {}, &record::statement_entry::begin);
  take_roles(d);
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
    made.speaker = here.label;
    if (quote_of_[t] != none && speaker_of_[quote_of_[t]] != none) {
      const speaker said = d.speakers[speaker_of_[quote_of_[t]]];
      if (said.name) made.speaker = *said.name;
    }
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

void collector::take_quotes(const document_layers& d) {
  std::uint32_t turn_at = 0;
  for (std::uint32_t i = 0; i < d.quotes.size(); ++i) {
    const auto turn_of = d.quotes.get<&quote::turn>(i);
    if (turn_of && turn_of->exists() && quote_of_[turn_of->id] == i) continue;  // the turn itself
    record::statement_entry made = statement_of(d, i);
    if (!has_letter(made.text)) continue;
    if (made.speaker.empty() && made.form == record::form::indirect) continue;
    while (turn_at < d.turns.size() && d.turns.where(turn_at).end <= made.begin) ++turn_at;
    if (turn_at < d.turns.size() && d.turns.where(turn_at).begin <= made.begin) {
      std::string_view host = d.turns.get<&turn::label>(turn_at);
      if (quote_of_[turn_at] != none && speaker_of_[quote_of_[turn_at]] != none) {
        host = d.speakers[speaker_of_[quote_of_[turn_at]]].name.value_or(host);
      }
      if (made.speaker.empty() || made.speaker == host) continue;
      if (made.via.empty()) made.via = host;
      if (made.hand == record::hand::first) made.hand = record::hand::second;
    }
    entry_.statements.push_back(made);
  }
}

record::statement_entry collector::statement_of(const document_layers& d, std::uint32_t at) {
  const quote row = d.quotes[at];
  record::statement_entry made;
  made.text = row.text;
  made.begin = row.where.begin;
  made.end = row.where.end;
  made.form = form_of(row.kind);
  made.status = status_of(row.status);
  if (speaker_of_[at] != none) {
    const speaker said = d.speakers[speaker_of_[at]];
    made.speaker = said.name.value_or("");
    made.via = said.via.value_or("");
  }
  if (is_own_outlet(made.via)) made.via = {};
  if (made.status == record::status::denied) {
    made.hand = record::hand::denial;
  } else if (made.status == record::status::alleged || !made.via.empty()) {
    made.hand = record::hand::second;
  }
  return made;
}

// "told The Standard", printed by The Ardmoor Standard, is the reporter's own piece.
bool collector::is_own_outlet(std::string_view via) const {
  const std::string outlet = text::name_key(entry_.document.outlet);
  std::string key = text::name_key(via);
  if (key.starts_with("the ")) key.erase(0, 4);
  return !key.empty() && outlet.find(key) != std::string::npos;
}

void collector::take_roles(const document_layers& d) {
  for (std::uint32_t i = 0; i < d.names.size(); ++i) {
    const auto role = d.names.get<&name::role>(i);
    if (!role || role->empty() || d.names.get<&name::type>(i) != name_type::person) continue;
    const record::role_entry made{d.names.get<&name::canonical>(i), *role};
    const bool known = std::ranges::any_of(entry_.roles, [&](const auto& other) {
      return other.name == made.name && other.role == made.role;
    });
    if (!known) entry_.roles.push_back(made);
  }
}

}  // namespace quoth::record_writing
