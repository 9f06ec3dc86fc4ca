#include "attribution.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "labels.hpp"
#include "titles.hpp"
#include "unsourced.hpp"
#include "via.hpp"

namespace quoth::speakers {
namespace {

std::vector<quote_words> words_of_quotes(const article& from, const word_list& list) {
  std::vector<quote_words> quotes(from.quotes.size());
  for (const quoth::quote_part& part : from.parts) {
    if (part.quote.id >= quotes.size()) continue;
    quote_words& q = quotes[part.quote.id];
    word_range& range = part.role == quoth::part_role::source ? q.source
                        : part.role == quoth::part_role::cue  ? q.cue
                                                              : q.content;
    const auto [first, last] = list.within(part.where);
    if (range.empty()) {
      range = {first, last};
    } else if (part.role == quoth::part_role::content) {
      range.last = std::max(range.last, last);
    }
  }
  return quotes;
}

// The turn whose words the quotation is, or null.
const quoth::turn* labelled_turn(const article& from, const quoth::quote& quote) {
  if (!quote.turn || quote.turn->id >= from.turns.size()) return nullptr;
  return &from.turns[quote.turn->id];
}

}  // namespace

std::string_view attributor::keep(std::string text) {
  return strings_.emplace_back(std::move(text));
}

quoth::span attributor::where(word_range words) const {
  return {reading_.list.words[words.first].begin, reading_.list.words[words.last - 1].end};
}

void attributor::add_names() {
  std::vector<std::string_view> canonical(reading_.table.entities.size());
  for (const mention& m : reading_.mentions) {
    if (m.entity == nothing || reading_.list.words[m.first].label) continue;
    const entity& e = reading_.table[m.entity];
    quoth::name& row = result_.names.emplace_back();
    row.where = {reading_.list.words[m.first].begin, reading_.list.words[m.last - 1].end};
    if (canonical[m.entity].data() == nullptr) canonical[m.entity] = keep(e.name);
    row.canonical = canonical[m.entity];
    row.type = e.type;
    row.entity = m.entity;
    if (e.type != name_type::person) continue;
    const word_range role = role_beside(reading_, m);
    if (role.first < role.last) {
      row.role = keep(plain_text(reading_.from->text, reading_.list, role.first, role.last));
    }
  }
}

// A turn's label is a mention as well, with the role that it gives.
void attributor::add_labels(const label_table& labels) {
  const auto first_free = static_cast<std::int64_t>(reading_.table.entities.size());
  std::map<std::string, std::int64_t, std::less<>> numbers;  // of those that only labels name
  for (const quoth::turn& turn : reading_.from->turns) {
    const resolved_speaker& found = labels[turn.label];
    const auto end = turn.where.begin + static_cast<std::uint32_t>(turn.label.size());
    if (found.name.empty() || end > turn.where.end || turn.label.empty()) continue;
    if (quoth::span{turn.where.begin, end}.of(reading_.from->text) != turn.label) continue;
    quoth::name& row = result_.names.emplace_back();
    row.where = {turn.where.begin, end};
    row.canonical = keep(found.name);
    row.type = found.type == quoth::speaker_type::person ? name_type::person : name_type::unknown;
    const std::string_view in_title = headline_.of(found.name);
    const std::string_view role =
        in_title.empty() ? labels.role_in(turn.label, found.name) : in_title;
    if (!role.empty()) row.role = role;
    const auto next = first_free + static_cast<std::int64_t>(numbers.size());
    row.entity = found.entity != nothing ? found.entity
                                         : numbers.try_emplace(found.name, next).first->second;
  }
  std::ranges::stable_sort(result_.names, {}, [](const quoth::name& n) { return n.where.begin; });
}

const attribution& attributor::operator()(const article& from) {
  strings_.clear();
  result_.names.clear();
  result_.speakers.clear();
  read_names(from, languages_->of(from.language), reading_);
  headline_.read(from.title, from.language, *reading_.language);
  resolve_references(reading_.list, reading_.entries, *reading_.language, reading_.mentions,
                     reading_.table, reading_.references);
  const label_table labels(reading_);
  add_names();
  add_labels(labels);

  const std::vector<quote_words> quotes = words_of_quotes(from, reading_.list);
  std::vector<resolved_speaker> speakers(quotes.size());
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    const word_range source = quotes[i].source;
    if (const quoth::turn* turn = labelled_turn(from, from.quotes[i])) {
      speakers[i] = labels[turn->label];
      if (!source.empty()) speakers[i].mention = where(source);
    } else if (!source.empty()) {
      speakers[i] = speaker_of_source(reading_, source.first, source.last);
    }
  }
  attribute_unsourced(reading_, quotes, speakers);
  add_roles_of_title();
  add_office_of_title(speakers);
  for (std::uint32_t i = 0; i < quotes.size(); ++i) {
    std::string via = via_of(reading_, quotes[i], speakers[i]);
    add_speaker(i, std::move(speakers[i]), std::move(via));
  }
  return result_;
}

// The office that the headline gives with a name, where the text gives none.
void attributor::add_roles_of_title() {
  for (const headline_offices::held& held : headline_.all()) {
    const auto is_theirs = [&](const quoth::name& row) { return row.canonical == held.name; };
    const auto has_role = [&](const quoth::name& row) {
      return is_theirs(row) && row.role && !row.role->empty();
    };
    const auto first = std::ranges::find_if(result_.names, is_theirs);
    if (first != result_.names.end() && std::ranges::none_of(result_.names, has_role)) {
      first->role = held.role;
    }
  }
}

// “No ferry on Sundays”: the transport minister on tolls – the office of the only one whom the text
// names and quotes, where it gives none itself.
void attributor::add_office_of_title(const std::vector<resolved_speaker>& speakers) {
  if (!reading_.from->turns.empty()) return;
  const std::string_view office = office_in(reading_.from->title, *reading_.language);
  if (office.empty()) return;
  std::uint32_t only = nothing;
  for (const resolved_speaker& one : speakers) {
    if (one.entity == nothing || one.type != quoth::speaker_type::person) continue;
    if (!reading_.table[one.entity].named) continue;
    if (only != nothing && only != one.entity) return;
    only = one.entity;
  }
  quoth::name* first = nullptr;
  for (quoth::name& row : result_.names) {
    if (row.entity != only) continue;
    if (row.role && !row.role->empty()) return;
    if (first == nullptr) first = &row;
  }
  if (first != nullptr) first->role = office;
}

void attributor::add_speaker(std::uint32_t quote, resolved_speaker&& found, std::string&& via) {
  quoth::speaker& row = result_.speakers.emplace_back();
  row.quote = {quote};
  row.mention = found.mention;
  if (!found.name.empty()) row.name = keep(std::move(found.name));
  row.type = found.type;
  row.link = found.link;
  if (!via.empty()) row.via = keep(std::move(via));
  row.confidence = found.confidence;
}

}  // namespace quoth::speakers
