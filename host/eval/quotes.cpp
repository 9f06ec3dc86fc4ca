#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>

#include "host/eval/best_overlap.hpp"
#include "host/eval/eval.hpp"
#include "host/eval/figures.hpp"
#include "host/eval/names.hpp"
#include "host/eval/scored_document.hpp"

namespace quoth::host::eval {

namespace {

struct tally {
  std::size_t right = 0, predicted = 0, gold = 0;

  template <class Sorted>
  void count(const Sorted& gold_items, const Sorted& predicted_items) {
    right += shared(gold_items, predicted_items);
    gold += gold_items.size();
    predicted += predicted_items.size();
  }
  [[nodiscard]] precision_recall figures() const { return measure(right, predicted, gold); }
};

struct kind_tally {
  std::size_t gold = 0, exact = 0, found = 0, source = 0;
};

struct role {
  const char* name;
  std::vector<text_span> scored_quote::*spans;
};
constexpr std::array<role, 3> roles = {{{"source", &scored_quote::source},
                                        {"cue", &scored_quote::cue},
                                        {"content", &scored_quote::content}}};

class quote_scores {
 public:
  void add(const scored_document& gold, const scored_document& predicted) {
    for (std::size_t i = 0; i < roles.size(); ++i) add_spans(i, gold, predicted);
    const std::u32string_view text = gold.text;
    std::vector<content> contents;
    for (const scored_quote& quote : predicted.quotes) contents.push_back(content_of(text, quote));
    std::vector<bool> used(contents.size(), false);
    for (const scored_quote& quote : gold.quotes)
      add_quote(text, quote, predicted.quotes, contents, used);
    relation_.predicted += predicted.quotes.size();
    relation_.gold += gold.quotes.size();
  }

  [[nodiscard]] report make_report() const {
    report made;
    json_object figures, by_kind;
    made.text = std::string(16, ' ') + "      P      R     F1\n";
    for (std::size_t i = 0; i < roles.size(); ++i)
      made.text += line(roles[i].name, exact_[i].figures());
    for (std::size_t i = 0; i < roles.size(); ++i)
      made.text += line(std::string(roles[i].name) + "/words", words_[i].figures());
    made.text += line("relation", relation_.figures());
    for (std::size_t i = 0; i < roles.size(); ++i) {
      figures.add(roles[i].name, exact_[i].figures().to_json());
      figures.add(std::string(roles[i].name) + "/words", words_[i].figures().to_json());
    }
    figures.add("relation", relation_.figures().to_json());
    made.text +=
        "recall by kind: exact content | content found (IoU >= .5) | of those, source right\n";
    for (const auto& [kind, count] : kinds_) {
      const double exact = percent(count.exact, count.gold),
                   found = percent(count.found, count.gold);
      const double source = count.found > 0 ? percent(count.source, count.found) : 0.0;
      made.text += "  " + left(kind, 22) + " n=" + right(std::to_string(count.gold), 5) + ' ' +
                   right(number_text(exact), 6) + ' ' + right(number_text(found), 6) + ' ' +
                   right(number_text(source), 6) + '\n';
      by_kind.add(kind, json_object{}
                            .add("gold", count.gold)
                            .add("exact", exact)
                            .add("found", found)
                            .add("source", source));
    }
    made.text += figures.add("kinds", by_kind).text() + '\n';
    return made;
  }

 private:
  void add_spans(std::size_t index, const scored_document& gold, const scored_document& predicted) {
    const auto gold_spans = all_spans(gold.text, gold.quotes, roles[index].spans);
    const auto spans = all_spans(gold.text, predicted.quotes, roles[index].spans);
    exact_[index].count(gold_spans, spans);
    words_[index].count(word_starts(gold.text, gold_spans), word_starts(gold.text, spans));
  }

  static std::vector<text_span> all_spans(std::u32string_view text,
                                          const std::vector<scored_quote>& quotes,
                                          std::vector<text_span> scored_quote::*of) {
    std::vector<text_span> all;
    for (const scored_quote& quote : quotes) {
      const std::vector<text_span> spans = trimmed_spans(text, quote.*of);
      all.insert(all.end(), spans.begin(), spans.end());
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  void add_quote(std::u32string_view text, const scored_quote& quote,
                 const std::vector<scored_quote>& predicted, const std::vector<content>& contents,
                 std::vector<bool>& used) {
    const content wanted = content_of(text, quote);
    kind_tally& kind = kinds_[quote.kind];
    ++kind.gold;
    kind.exact += std::ranges::any_of(
        contents, [&](const content& found) { return found.spans == wanted.spans; });
    const std::optional<std::size_t> best = best_overlap(wanted, contents, used);
    if (!best) return;
    used[*best] = true;
    ++kind.found;
    const auto source = word_starts(text, trimmed_spans(text, quote.source));
    const auto found = word_starts(text, trimmed_spans(text, predicted[*best].source));
    const bool right_source = shared(source, found) > 0 || (source.empty() && found.empty());
    kind.source += right_source;
    relation_.right += right_source;
  }

  static std::string line(std::string_view name, const precision_recall& figures) {
    return left(name, 16) + ' ' + right(number_text(figures.p), 6) + ' ' +
           right(number_text(figures.r), 6) + ' ' + right(number_text(figures.f1), 6) + '\n';
  }

  std::array<tally, roles.size()> exact_, words_;
  tally relation_;
  std::map<std::string, kind_tally> kinds_;
};

}  // namespace

result<report> score_quotes(const std::filesystem::path& gold,
                            const std::filesystem::path& predicted) {
  const result<scored_pairs> pairs = load_pairs(gold, predicted, task::quotes);
  if (!pairs) return pairs.error();
  quote_scores scores;
  for (std::size_t i = 0; i < pairs->gold.size(); ++i)
    scores.add(pairs->gold[i], pairs->predicted[i]);
  report made = scores.make_report();
  made.warnings = pairs->warnings;
  return made;
}

}  // namespace quoth::host::eval
