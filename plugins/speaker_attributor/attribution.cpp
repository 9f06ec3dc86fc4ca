#include "attribution.hpp"

#include <utility>

namespace quoth::speakers {
namespace {

// The words of a quotation's first part in a role: [first, last), empty where it has none.
struct part_words {
  std::uint32_t first = 0, last = 0;
  [[nodiscard]] bool empty() const noexcept { return first == last; }
};

struct quote_words {
  part_words source, content;
};

std::vector<quote_words> words_of_quotes(const article& from, const word_list& list) {
  std::vector<quote_words> quotes(from.quotes.size());
  for (const quoth::quote_part& part : from.parts) {
    if (part.quote.id >= quotes.size() || part.role == quoth::part_role::cue) continue;
    quote_words& q = quotes[part.quote.id];
    part_words& words = part.role == quoth::part_role::source ? q.source : q.content;
    const auto [first, last] = list.within(part.where);
    if (words.empty()) {
      words = {first, last};
    } else if (part.role == quoth::part_role::content) {
      words.last = std::max(words.last, last);
    }
  }
  return quotes;
}

}  // namespace

std::string_view attributor::keep(std::string text) {
  return strings_.emplace_back(std::move(text));
}

void attributor::add_names() {
  std::vector<std::string_view> canonical(reading_.table.entities.size());
  for (const mention& m : reading_.mentions) {
    if (m.entity == nothing) continue;
    const entity& e = reading_.table[m.entity];
    quoth::name& row = result_.names.emplace_back();
    row.where = {reading_.list.words[m.first].begin, reading_.list.words[m.last - 1].end};
    if (canonical[m.entity].data() == nullptr) canonical[m.entity] = keep(e.name);
    row.canonical = canonical[m.entity];
    row.type = e.type;
    row.entity = m.entity;
    if (m.lead < m.first && e.type == name_type::person) {
      row.role = keep(plain_text(reading_.from->text, reading_.list, m.lead, m.first));
    }
  }
}

const attribution& attributor::operator()(const article& from) {
  strings_.clear();
  result_.names.clear();
  result_.speakers.clear();
  reading_.from = &from;
  reading_.language = &languages_->of(from.language);
  read_words(from, *reading_.language, reading_.entries, reading_.list);
  find_names(from.text, reading_.list, reading_.entries, *reading_.language, reading_.mentions);
  group_names(from.text, from.title, reading_.list, reading_.entries, *reading_.language,
              reading_.mentions, reading_.table);
  resolve_references(reading_.list, reading_.entries, *reading_.language, reading_.mentions,
                     reading_.table, reading_.references);
  add_names();

  const std::vector<quote_words> quotes = words_of_quotes(from, reading_.list);
  for (std::uint32_t i = 0; i < quotes.size(); ++i) {
    resolved_speaker found;
    if (!quotes[i].source.empty()) {
      found = speaker_of_source(reading_, quotes[i].source.first, quotes[i].source.last);
    }
    quoth::speaker& row = result_.speakers.emplace_back();
    row.quote = {i};
    row.mention = found.mention;
    if (!found.name.empty()) row.name = keep(std::move(found.name));
    row.type = found.type;
    row.link = found.link;
    row.confidence = found.confidence;
  }
  return result_;
}

}  // namespace quoth::speakers
