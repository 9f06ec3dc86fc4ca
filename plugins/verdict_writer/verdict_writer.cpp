// The stage quoth.verdict-writer: reads claims with their matches, writes a verdict for each.
#include <algorithm>
#include <memory>
#include <quoth/plugin.hpp>
#include <string>
#include <string_view>
#include <text/classes.hpp>
#include <text/phrase_books.hpp>
#include <text/plugin_resources.hpp>
#include <text/utf8.hpp>
#include <vector>

#include "confidence.hpp"
#include "context.hpp"
#include "phrases.hpp"
#include "rating.hpp"
#include "summary.hpp"

namespace {

namespace verdicts = quoth::verdicts;

// A sentence on each side of a quotation, in bytes: where a year named with it is looked for.
constexpr std::size_t year_distance = 160;

// What `load` reads once a step; the workers share it.
struct resources {
  quoth::text::phrase_books<verdicts::phrases> languages;
  verdicts::confidence_weights weights;
  verdicts::review_words reviews;  // of all languages: fact-checkers rate in their own
  verdicts::turning_words turns;   // of all languages

  explicit resources(const quoth::host& host)
      : languages(host), weights(quoth::text::lexicon_of(host, "confidence.txt", {2, 2})) {
    for (const std::string& code : languages.codes()) {
      reviews.add(quoth::text::lexicon_of(host, code + "/reviews.txt", {2, 2}));
      turns.add(quoth::text::lexicon_of(host, code + "/turns.txt", {2, 2}));
    }
  }
};

template <class L>
std::vector<std::uint32_t> offsets_by(const std::vector<L>& rows, std::uint32_t parents,
                                      auto parent_of) {
  std::vector<std::uint32_t> starts(parents + 1, 0);
  for (const L& row : rows)
    if (parent_of(row) < parents) ++starts[parent_of(row) + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  return starts;
}

struct verdict_writer {
  double paraphrase_score, altered_score, misattributed_score, denial_score, hearsay_score;
  double reworded_score, review_score;
  double margin, splice_coverage, piece_share;
  std::int64_t least_words, gap_words, piece_words, nearest, slack;
  bool fitted;

  std::shared_ptr<const resources> loaded;

  static constexpr auto about = quoth::stage(
      "quoth.verdict-writer", "0.1.0", "Drafts a verdict with evidence for each claim.",
      quoth::param(&verdict_writer::paraphrase_score, "paraphrase-score", 0.35,
                   "least score of a paraphrase that counts as on record", quoth::range{0.0, 1.0}),
      quoth::param(&verdict_writer::altered_score, "altered-score", 0.4,
                   "least score of a statement that counts as altered", quoth::range{0.0, 1.0}),
      quoth::param(&verdict_writer::misattributed_score, "misattributed-score", 0.8,
                   "least score of another speaker's statement", quoth::range{0.0, 1.0}),
      quoth::param(&verdict_writer::reworded_score, "reworded-score", 0.5,
                   "least score of a statement that a direct quotation gives in other words",
                   quoth::range{0.0, 1.0}),
      quoth::param(&verdict_writer::denial_score, "denial-score", 0.3, "least score of a denial",
                   quoth::range{0.0, 1.0}),
      quoth::param(&verdict_writer::review_score, "review-score", 0.2,
                   "least score of a published fact-check", quoth::range{0.0, 1.0}),
      quoth::param(&verdict_writer::hearsay_score, "hearsay-score", 0.35,
                   "least score of a second-hand report", quoth::range{0.0, 1.0}),
      quoth::param(&verdict_writer::margin, "margin", 0.05,
                   "by how much another's words must be closer than the speaker's own",
                   quoth::range{0.0, 1.0}),
      quoth::param(&verdict_writer::splice_coverage, "splice-coverage", 0.8,
                   "share of a claim's words that the pieces of a splice must cover",
                   quoth::range{0.1, 1.0}),
      quoth::param(&verdict_writer::piece_words, "piece-words", 3,
                   "shortest piece of a splice, in words", quoth::range{2, 20}),
      quoth::param(&verdict_writer::piece_share, "piece-share", 0.15,
                   "shortest piece of a splice, as a share of the claim", quoth::range{0.0, 0.5}),
      quoth::param(&verdict_writer::least_words, "least-words", 4,
                   "shortest claim that can be misattributed, in words", quoth::range{1, 50}),
      quoth::param(&verdict_writer::gap_words, "gap-words", 4,
                   "how many words left out of a direct quotation without an ellipsis alter it",
                   quoth::range{1, 50}),
      quoth::param(&verdict_writer::nearest, "nearest", 3,
                   "how many real statements to list as evidence where none supports the claim",
                   quoth::range{0, 20}),
      quoth::param(&verdict_writer::slack, "slack", 180,
                   "days before a speaker's first statement in the record and after the last "
                   "that still count as covered",
                   quoth::range{0, 36500}),
      quoth::param(&verdict_writer::fitted, "fitted", true,
                   "whether confidence is how often such verdicts were right; false: the strength "
                   "of their evidence by rule, to fit the weights on"),
      quoth::reads<quoth::language>{}, quoth::reads<quoth::claim>{},
      quoth::reads<quoth::coverage>{}, quoth::reads<quoth::match>{}, quoth::reads<quoth::diff>{},
      quoth::reads<quoth::quote>{}, quoth::reads_if_present<quoth::speaker>{},
      quoth::reads<quoth::document_row>{}, quoth::writes<quoth::verdict>{},
      quoth::writes<quoth::evidence>{});

  void load(const quoth::host& host) { loaded = std::make_shared<resources>(host); }

  [[nodiscard]] verdicts::thresholds limits() const {
    verdicts::thresholds t;
    t.paraphrase_score = paraphrase_score;
    t.altered_score = altered_score;
    t.misattributed_score = misattributed_score;
    t.reworded_score = reworded_score;
    t.denial_score = denial_score;
    t.review_score = review_score;
    t.hearsay_score = hearsay_score;
    t.margin = margin;
    t.least_words = static_cast<std::uint32_t>(least_words);
    t.gap_words = static_cast<std::uint32_t>(gap_words);
    t.nearest = static_cast<std::uint32_t>(nearest);
    t.slack = std::chrono::days(slack);
    t.splice = {static_cast<std::uint32_t>(piece_words), piece_share, splice_coverage};
    return t;
  }

  void process(quoth::document<verdict_writer>& doc) {
    const auto claims = doc.read<quoth::claim>();
    if (claims.empty()) return;
    const auto language = doc.read<quoth::language>();
    const verdicts::phrases& say =
        loaded->languages.in(language.empty() ? "en" : language.front().code);
    const verdicts::thresholds limits_now = limits();
    std::vector<verdicts::claim_case> cases = gather(doc);
    for (const verdicts::claim_case& at : cases) {
      const verdicts::decision made = verdicts::rate(at, loaded->reviews, limits_now);
      const verdicts::wording words = verdicts::write(at, made, say);
      const auto row = doc.write<quoth::verdict>().add({.claim = {claim_row(cases, at)},
                                                        .rating = made.rating,
                                                        .label = words.label,
                                                        .confidence = confidence_of(at, made),
                                                        .summary = words.summary});
      for (std::size_t i : made.evidence)
        doc.write<quoth::evidence>().add({.verdict = row, .match = {at.findings[i].row}});
    }
  }

 private:
  [[nodiscard]] double confidence_of(const verdicts::claim_case& at,
                                     const verdicts::decision& made) const {
    return fitted ? loaded->weights.of(verdicts::signs_of(at, made)) : made.strength;
  }

  static std::uint32_t claim_row(const std::vector<verdicts::claim_case>& cases,
                                 const verdicts::claim_case& at) {
    return static_cast<std::uint32_t>(&at - cases.data());
  }

  // One case a claim, in the order of the layer.
  [[nodiscard]] std::vector<verdicts::claim_case> gather(
      quoth::document<verdict_writer>& doc) const {
    const auto quotes = doc.read<quoth::quote>();
    const auto documents = doc.read<quoth::document_row>();
    std::optional<std::chrono::year_month_day> published;
    if (!documents.empty() && documents.front().date)
      published = verdicts::parse_day(*documents.front().date);

    std::vector<verdicts::claim_case> cases;
    for (const quoth::claim& claim : doc.read<quoth::claim>()) {
      verdicts::claim_case at;
      at.claim = claim;
      if (claim.quote && claim.quote->id < quotes.size())
        at.kind = quotes.get<&quoth::quote::kind>(claim.quote->id);
      at.when.published = published;
      at.tells_denial = !claim.quote && holds_denial(quotes, claim.where);
      at.when.years = verdicts::years_beside(doc.text(), claim.where, year_distance);
      cases.push_back(std::move(at));
    }
    for (const quoth::coverage& held : doc.read<quoth::coverage>())
      if (held.claim.id < cases.size()) cases[held.claim.id].coverage = held;
    for (verdicts::claim_case& at : cases) {
      if (at.coverage.statements > 0 || !is_described(doc, at.claim)) continue;
      // "The head of the bank" says more than its head noun.
      if (at.claim.speaker && at.claim.mention.value_or("").size() < at.claim.speaker->size())
        at.claim.mention = at.claim.speaker;
      at.claim.speaker.reset();
    }
    add_findings(doc, cases);
    return cases;
  }

  // Whether the document describes who said the quotation, without a name: "the minister", "PM".
  [[nodiscard]] static bool is_described(quoth::document<verdict_writer>& doc,
                                         const quoth::claim& claim) {
    for (const quoth::speaker& said : doc.read<quoth::speaker>())
      if (claim.quote && said.quote.id == claim.quote->id)
        return said.link == quoth::speaker_link::nominal;
    return false;
  }

  // Whether something in the span is told as what was not said.
  [[nodiscard]] static bool holds_denial(const auto& quotes, quoth::span where) {
    for (const quoth::quote& one : quotes)
      if (one.status == quoth::quote_status::denied && where.overlaps(one.where)) return true;
    return false;
  }

  // Whether the claim quotes words of the statement as a sentence that ends there: “We will sign.”,
  // not “We will sign,” nor “We will sign …”, “sign and” or “we will sign”.
  [[nodiscard]] static bool is_ended(const verdicts::claim_case& at, const quoth::match& found) {
    constexpr std::size_t longest_small_word = 3;  // bytes: and, for, the
    const std::string_view text = verdicts::trimmed(at.claim.text);
    if (at.kind != quoth::quote_kind::direct || text.empty() ||
        found.relation != quoth::match_relation::verbatim ||
        quoth::text::is_lower(quoth::text::decode(text, 0).value) ||
        !(text.ends_with('.') || text.ends_with('!')) || text.ends_with("...")) {
      return false;
    }
    const std::string_view words = text.substr(0, text.find_last_not_of(".!?") + 1);
    return words.size() - (words.rfind(' ') + 1) > longest_small_word;
  }

  void add_findings(quoth::document<verdict_writer>& doc,
                    std::vector<verdicts::claim_case>& cases) const {
    const auto matches = doc.read<quoth::match>();
    std::vector<quoth::diff> diffs;
    for (const quoth::diff& d : doc.read<quoth::diff>())
      if (d.match.id < matches.size()) diffs.push_back(d);
    const auto by_match = [](const quoth::diff& d) { return d.match.id; };
    std::stable_sort(diffs.begin(), diffs.end(), [&](const quoth::diff& a, const quoth::diff& b) {
      return by_match(a) < by_match(b);
    });
    const std::vector<std::uint32_t> starts = offsets_by(diffs, matches.size(), by_match);
    for (std::uint32_t m = 0; m < matches.size(); ++m) {
      const quoth::match found = matches[m];
      if (found.claim.id >= cases.size()) continue;
      const auto rows = std::span(diffs).subspan(starts[m], starts[m + 1] - starts[m]);
      verdicts::finding f;
      f.row = m;
      f.match = found;
      f.difference = verdicts::compare(rows);
      f.aligned = verdicts::shared_piece(found.text, rows);
      f.dropped_turn = verdicts::dropped_turn(found.text, verdicts::aligned_piece(found.text, rows),
                                              loaded->turns, found.after.value_or(""),
                                              is_ended(cases[found.claim.id], found));
      cases[found.claim.id].findings.push_back(std::move(f));
    }
  }
};

}  // namespace

QUOTH_PLUGIN("quoth", "0.1.0", "Ratings, labels and summaries for claims.", "Apache-2.0",
             verdict_writer)
