#include <map>
#include <optional>

#include "host/eval/best_overlap.hpp"
#include "host/eval/eval.hpp"
#include "host/eval/figures.hpp"
#include "host/eval/names.hpp"
#include "host/eval/scored_document.hpp"

namespace quoth::host::eval {

namespace {

struct speaker_tally {
  std::size_t gold = 0, found = 0, named = 0, right = 0;
};
using tallies = std::map<std::string, speaker_tally>;

void add(tallies& all, const scored_document& gold, const scored_document& predicted) {
  std::vector<content> contents;
  for (const scored_quote& quote : predicted.quotes)
    contents.push_back(content_of(gold.text, quote));
  for (const scored_quote& quote : gold.quotes) {
    const std::optional<std::size_t> best =
        best_overlap(content_of(gold.text, quote), contents, {});
    const std::string_view speaker =
        best ? std::string_view(predicted.quotes[*best].speaker) : std::string_view();
    const bool right = best && same_name(quote.speaker, speaker);
    for (const std::string& key :
         {std::string("all"), "type " + quote.type, "link " + quote.link}) {
      speaker_tally& tally = all[key];
      ++tally.gold;
      tally.found += best.has_value();
      tally.named += !speaker.empty();
      tally.right += right;
    }
  }
}

report make_report(const tallies& all) {
  report made;
  json_object figures;
  made.text = "                      gold  found  named  right   right/gold  right/found\n";
  for (const auto& [key, tally] : all) {
    const double of_gold = percent(tally.right, tally.gold);
    const double of_found = tally.found > 0 ? percent(tally.right, tally.found) : 0.0;
    made.text += "  " + left(key, 20) + right(std::to_string(tally.gold), 5) + "  " +
                 right(std::to_string(tally.found), 5) + "  " +
                 right(std::to_string(tally.named), 5) + "  " +
                 right(std::to_string(tally.right), 5) + "   " + right(number_text(of_gold), 9) +
                 "  " + right(number_text(of_found), 10) + '\n';
    figures.add(key, json_object{}
                         .add("gold", tally.gold)
                         .add("found", percent(tally.found, tally.gold))
                         .add("right_of_gold", of_gold)
                         .add("right_of_found", of_found));
  }
  made.text += figures.text() + '\n';
  return made;
}

}  // namespace

result<report> score_speakers(const std::filesystem::path& gold,
                              const std::filesystem::path& predicted) {
  const result<scored_pairs> pairs = load_pairs(gold, predicted, task::speakers);
  if (!pairs) return pairs.error();
  tallies all;
  for (std::size_t i = 0; i < pairs->gold.size(); ++i)
    add(all, pairs->gold[i], pairs->predicted[i]);
  report made = make_report(all);
  made.warnings = pairs->warnings;
  return made;
}

}  // namespace quoth::host::eval
