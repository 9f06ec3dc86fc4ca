// The stage quoth.claim-matcher: forms claims and looks each up in the record.
#include <algorithm>
#include <memory>
#include <optional>
#include <quoth/plugin.hpp>
#include <record/reported.hpp>
#include <record/words.hpp>
#include <string>
#include <text/plugin_resources.hpp>
#include <text/transliterate.hpp>

#include "claims.hpp"
#include "matcher.hpp"

namespace {

namespace matching = quoth::matching;

std::optional<std::string_view> known(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

enum class model_choice : std::uint32_t { none, fast, accurate };

struct claim_matcher {
  quoth::file record;
  std::int64_t top;
  model_choice model;

  static constexpr auto about = quoth::stage(
      "quoth.claim-matcher", "0.1.0",
      "Looks each quotation up in a record: what was really said, and by whom.",
      quoth::param(&claim_matcher::record, "record", quoth::required, "the record to look in"),
      quoth::param(&claim_matcher::top, "top", 10, "how many matches to keep for each claim",
                   quoth::range{1, 100}),
      quoth::param(
          &claim_matcher::model, "model", model_choice::accurate,
          "what judges reported words: rules alone, decision trees with them, or a network "
          "beside these",
          "none", "fast", "accurate"),
      quoth::reads<quoth::document_row>{}, quoth::reads<quoth::language>{},
      quoth::reads<quoth::quote>{}, quoth::reads<quoth::speaker>{},
      quoth::reads_if_present<quoth::sentence>{}, quoth::reads_if_present<quoth::name>{},
      quoth::reads_if_present<quoth::quote_part>{}, quoth::writes<quoth::claim>{},
      quoth::writes<quoth::coverage>{}, quoth::writes<quoth::match>{},
      quoth::writes<quoth::diff>{});

  void load(const quoth::host& host) {
    opened = quoth::record::reported([&] {
      return std::make_shared<matching::opened_record>(matching::opened_record{
          record.path, quoth::record::catalogue(std::filesystem::path(record.path)), {}, {}});
    });
    opened->concepts = std::make_shared<const matching::concept_table>(
        quoth::text::contents_of(host, "concepts.tsv"), "concepts.tsv");
    if (model != model_choice::none) {
      opened->retellings = std::make_shared<const matching::retelling_model>(
          quoth::text::contents_of(host, "retellings.trees"), "retellings.trees");
    }
    quoth::record::reported([&] {
      quoth::record::lookup book(record.path);
      opened->in_record = book.languages();
      if (const std::string why = book.warning(); !why.empty()) {
        host.log(quoth::log_level::warning, why);
      }
    });
    for (const std::string& lang : quoth::text::languages_of(host)) {
      const std::string path = lang + "/words.tsv";
      if (const auto words = host.resource(path)) {
        opened->languages.emplace(
            lang, matching::senses(lang, std::string(*words), path, opened->concepts));
      }
      if (model != model_choice::accurate) continue;
      const std::string network = lang + "/retellings.network";
      if (const auto bytes = host.resource(network)) {
        opened->networks.emplace(lang, std::make_shared<const matching::cross_encoder_model>(
                                           matching::cross_encoder_model::read(*bytes, network)));
      }
    }
  }

  void process(quoth::document<claim_matcher>& doc) {
    quoth::record::reported([&] { find_claims(doc); });
  }

 private:
  void find_claims(quoth::document<claim_matcher>& doc) {
    if (!look) look = std::make_shared<matching::matcher>(opened, static_cast<std::size_t>(top));
    look->refresh();
    const matching::document_layers layers{doc.text(),
                                           doc.read<quoth::document_row>(),
                                           doc.read<quoth::language>(),
                                           doc.read<quoth::sentence>(),
                                           doc.read<quoth::name>(),
                                           doc.read<quoth::quote>(),
                                           doc.read<quoth::speaker>(),
                                           doc.read<quoth::quote_part>()};
    const auto lang = layers.languages.empty() ? "" : layers.languages.front().code;
    bool named = false;  // whether the record shows a claim of whom the post names
    for (matching::made_claim& made :
         matching::claims_of(layers, opened->speakers, opened->language(lang))) {
      take_holder(layers, made);
      take_speaker_of_house(layers, made);
      take_namesake(layers, made);
      if (made.named != quoth::record::no_speaker) {
        if (named || !take_named(layers, made)) continue;
        named = true;
      }
      const auto claim = doc.write<quoth::claim>().add(
          {.where = made.where,
           .quote = made.of.exists() ? std::optional(made.of) : std::nullopt,
           .speaker = known(made.speaker),
           .mention = known(made.mention),
           .text = made.text,
           .confidence = made.confidence});
      write_coverage(doc, claim, made);
      write_matches(doc, claim, wanted_of(layers, made));
    }
  }

  // „Die Direktorin der Kunsthalle“ is the director whom the record knows where the words are hers:
  // it need not tell of which house she is. In a report they may be told as what she answered.
  void take_holder(const matching::document_layers& layers, matching::made_claim& made) {
    if (made.holder == quoth::record::no_speaker) return;
    const std::string& name = opened->speakers.speakers()[made.holder].name;
    const auto are_hers = [&](const matching::made_claim& asked) {
      const auto& found = look->match(wanted_of(layers, asked));
      return !found.empty() && found.front().kind == quoth::match_kind::statement &&
             found.front().hand == quoth::match_hand::first &&
             found.front().relation != quoth::match_relation::related &&
             found.front().speaker == name;
    };
    matching::made_claim by_holder = made;
    by_holder.known = made.holder;
    by_holder.speaker = name;
    const bool reported = made.how == matching::manner::reported;
    if (!are_hers(made) && !(reported && are_hers(by_holder))) return;
    made = std::move(by_holder);
  }

  // Of those who share a surname the one of whom the record has a statement that says what the
  // claim does, or the contrary, or whom a fact-check of it names; of several the one with the
  // closest.
  void take_namesake(const matching::document_layers& layers, matching::made_claim& made) {
    if (made.namesakes.empty()) return;
    const std::string written = made.speaker;
    std::uint32_t meant = quoth::record::no_speaker;
    double best = 0.0;
    for (const std::uint32_t one : made.namesakes) {
      made.known = one;
      made.speaker = opened->speakers.name_in(one, quoth::text::has_cyrillic(layers.text));
      for (const matching::found_match& found : look->match(wanted_of(layers, made))) {
        const bool own = found.kind == quoth::match_kind::statement
                             ? found.speaker == made.speaker
                             : found.text.find(made.speaker) != found.text.npos;
        if (!own || found.relation == quoth::match_relation::related || found.score <= best)
          continue;
        best = found.score;
        meant = one;
      }
    }
    made.known = meant;
    made.speaker = meant == quoth::record::no_speaker
                       ? written
                       : opened->speakers.name_in(meant, quoth::text::has_cyrillic(layers.text));
  }

  // Whether a claim is of whom alone the post names: the record has a statement of theirs that says
  // it, or the contrary. A few words are in every record: "Happy birthday, Ida Roe!"
  bool take_named(const matching::document_layers& layers, matching::made_claim& made) {
    constexpr std::size_t fewest_words = 6;
    quoth::record::word_list words;
    words.split(made.text, {});
    if (words.size() < fewest_words) return false;
    made.known = made.named;
    made.speaker = opened->speakers.name_in(made.known, quoth::text::has_cyrillic(layers.text));
    const auto& found = look->match(wanted_of(layers, made));
    return std::ranges::any_of(found, [&](const matching::found_match& one) {
      return one.kind == quoth::match_kind::statement && one.hand == quoth::match_hand::first &&
             one.relation != quoth::match_relation::related && one.speaker == made.speaker &&
             !(made.of_denial && one.relation == quoth::match_relation::contradicts);
    });
  }

  // "The chief executive of Tolland Water": whoever says these words in a document of that house,
  // or has such an office and speaks in one elsewhere, unless the record knows an office of theirs
  // that is another.
  void take_speaker_of_house(const matching::document_layers& layers, matching::made_claim& made) {
    if (made.office.empty()) return;
    const auto& found = look->match(wanted_of(layers, made));
    if (found.empty()) return;
    const matching::found_match& best = found.front();
    const bool said = best.kind == quoth::match_kind::statement &&
                      best.hand == quoth::match_hand::first &&
                      (best.relation == quoth::match_relation::verbatim ||
                       best.relation == quoth::match_relation::near);
    if (!said) return;
    const quoth::record::catalogue& speakers = opened->speakers;
    const std::uint32_t one = speakers.resolve(best.speaker, {}, best.date);
    if (one == quoth::record::no_speaker || !speakers.may_hold(one, made.office)) return;
    const bool here = quoth::record::is_of_house(made.office, best.outlet);
    const bool elsewhere = !here && speakers.holds(one, made.office);
    if (!here && !(elsewhere && look->speaks_for_house(one, made.office))) return;
    made.known = one;
    made.speaker = speakers.speakers()[one].name;
  }

  static matching::wanted wanted_of(const matching::document_layers& layers,
                                    const matching::made_claim& made) {
    matching::wanted w;
    w.text = made.text;
    w.cue = made.cue;
    w.aside = made.aside;
    w.how = made.how;
    w.is_whole_text = made.is_whole_text;
    w.denied = made.denied;
    w.in_post = !made.is_whole_text && matching::is_post(layers.text);
    w.speaker = made.known;
    w.speaker_name = made.speaker;
    if (!layers.languages.empty()) w.lang = layers.languages.front().code;
    w.document_text = layers.text;
    if (!layers.document.empty()) {
      w.document = layers.document.front().id;
      w.day = layers.document.front().date.value_or("");
      w.title = layers.document.front().title.value_or("");
      w.url = layers.document.front().url.value_or("");
    }
    return w;
  }

  // Of whom the words alone tell apart from a namesake nothing is said to be covered.
  void write_coverage(quoth::document<claim_matcher>& doc, quoth::row<quoth::claim> claim,
                      const matching::made_claim& made) const {
    quoth::coverage row{.claim = claim, .statements = 0, .from = {}, .to = {}};
    if (made.known != quoth::record::no_speaker && made.namesakes.empty()) {
      const auto& held = opened->speakers.speakers()[made.known];
      row.statements = held.statements;
      row.from = known(held.first);
      row.to = known(held.last);
    }
    doc.write<quoth::coverage>().add(row);
  }

  void write_matches(quoth::document<claim_matcher>& doc, quoth::row<quoth::claim> claim,
                     const matching::wanted& wanted) {
    for (const matching::found_match& found : look->match(wanted)) {
      const auto match = doc.write<quoth::match>().add({.claim = claim,
                                                        .record = found.record,
                                                        .url = known(found.url),
                                                        .date = known(found.date),
                                                        .speaker = known(found.speaker),
                                                        .text = found.text,
                                                        .kind = found.kind,
                                                        .relation = found.relation,
                                                        .score = found.score,
                                                        .hand = found.hand,
                                                        .via = known(found.via),
                                                        .outlet = known(found.outlet),
                                                        .title = known(found.title),
                                                        .rating = known(found.rating),
                                                        .appearances = found.appearances,
                                                        .after = known(found.after)});
      for (const matching::owned_difference& one : found.differences) {
        doc.write<quoth::diff>().add(
            {.match = match, .op = one.op, .text = one.text, .change = one.change});
      }
    }
  }

  std::shared_ptr<matching::opened_record> opened;  // made by load, shared by the workers
  std::shared_ptr<matching::matcher> look;          // of this worker, made with its first document
};

}  // namespace

QUOTH_PLUGIN("quoth", "0.1.0", "Matches claims against a record.", "Apache-2.0", claim_matcher)
