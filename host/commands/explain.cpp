#include <CLI/CLI.hpp>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <system_error>

#include "host/commands/command.hpp"
#include "host/commands/text_table.hpp"
#include "host/json_fields.hpp"
#include "host/log.hpp"
#include "host/pipeline/nearest.hpp"
#include "host/plugin/record_tool.hpp"
#include "host/printable.hpp"

namespace quoth::host {

namespace {

// `KEY TEXT` for each that is there.
std::string details(element object, const std::vector<std::string>& keys) {
  std::string text;
  for (const std::string& key : keys)
    if (const std::string found = text_of(object, key); !found.empty())
      text += (text.empty() ? "" : ", ") + key + ' ' + found;
  return text;
}

/// What run.json tells of the run: who wrote which layer, and the record that was used.
class manifest {
 public:
  explicit manifest(const std::filesystem::path& file) {
    simdjson::dom::parser parser;
    element root;
    if (parser.load(file.string()).get(root) != simdjson::SUCCESS) return;
    for (const char* part : {"readers", "steps"})
      each(root, part, [this](element step) { add_step(step); });
  }
  /// ` [STAGE VERSION]`, or nothing where that is not known.
  [[nodiscard]] std::string by(const std::string& layer) const {
    const auto found = writers_.find(layer);
    return found == writers_.end() ? "" : "  [" + found->second + ']';
  }
  [[nodiscard]] const std::string& record() const { return record_; }

 private:
  void add_step(element step) {
    const std::string name = text_of(step, "stage") + ' ' + text_of(step, "version");
    for (const std::string& layer : texts_of(step, "writes")) {
      std::string& writers = writers_[layer];
      writers += (writers.empty() ? "" : ", ") + name;
    }
    if (const std::optional<element> parameters = member(step, "parameters"))
      if (const std::string record = text_of(*parameters, "record"); !record.empty())
        record_ = record;
  }

  std::map<std::string, std::string> writers_;
  std::string record_;
};

std::string indented(const std::string& text, const std::string& indent) {
  std::string shown;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) shown += indent + line + '\n';
  return shown;
}

class explanation {
 public:
  explanation(element document, element claim, const manifest& run, const catalogue* installed)
      : document_(document), claim_(claim), run_(run), installed_(installed) {}

  std::string text() {
    say_verdict();
    say_claim();
    say_matches();
    say_quote();
    return std::move(text_);
  }

 private:
  void say_verdict() {
    const std::optional<element> verdict = member(claim_, "verdict");
    if (!verdict) {
      text_ += "verdict: none\n";
      return;
    }
    text_ += "verdict: " + text_of(*verdict, "rating") + " (" + text_of(*verdict, "label") +
             "), confidence " + text_of(*verdict, "confidence") + run_.by("verdict") + '\n';
    text_ += indented(text_of(*verdict, "summary"), "  ");
    if (const std::optional<element> coverage = member(*verdict, "coverage"))
      text_ +=
          "  the record's statements of the speaker: " + text_of(*coverage, "speaker_statements") +
          ' ' + details(*coverage, {"from", "to"}) + run_.by("coverage") + '\n';
    for (const std::string& id : texts_of(*verdict, "evidence")) evidence_.insert(id);
  }

  void say_claim() {
    text_ += "\nclaim " + text_of(claim_, "id") + " of document " + text_of(document_, "id") +
             run_.by("claim") + '\n' + indented(text_of(claim_, "text"), "  ");
    const std::string speaker = text_of(claim_, "speaker");
    text_ += "  speaker " + (speaker.empty() ? "unknown" : speaker);
    if (const std::string mention = text_of(claim_, "mention"); !mention.empty())
      text_ += ", in the text \"" + mention + '"';
    text_ += '\n';
  }

  void say_matches() {
    text_ += "\nmatches, best first" + run_.by("match") + '\n';
    std::size_t number = 0;
    each(claim_, "matches", [&](element match) { say_match(match, ++number); });
    if (number == 0) text_ += "  none\n";
  }

  void say_match(element match, std::size_t number) {
    const std::optional<element> record = member(match, "record");
    if (!record) return;
    const std::string id = text_of(*record, "id");
    const bool evidence = evidence_.contains(id);
    text_ += "  " + std::to_string(number) + ". " + id + ": " + text_of(match, "relation") +
             ", score " + text_of(match, "score") + (evidence ? ", evidence" : "") + '\n';
    if (const std::string source =
            details(*record, {"kind", "hand", "speaker", "date", "via", "outlet", "rating", "url"});
        !source.empty())
      text_ += "     " + source + '\n';
    text_ += indented(text_of(*record, "text"), "     ");
    say_difference(match);
    if (evidence) say_context(id);
  }
  // The claim's words with what differs: [-only in the claim-] {+only in the record+}.
  void say_difference(element match) {
    std::string shown;
    each(match, "diff", [&shown](element piece) {
      std::string_view op, words;
      if (piece.at(0).get(op) != simdjson::SUCCESS || piece.at(1).get(words) != simdjson::SUCCESS)
        return;
      if (op == "same") shown += words;
      if (op == "claimed") shown += "[-" + std::string(words) + "-]";
      if (op == "record") shown += "{+" + std::string(words) + "+}";
    });
    if (!shown.empty()) text_ += indented("differences: " + shown, "     ");
  }

  void say_context(const std::string& id) {
    if (run_.record().empty() || installed_ == nullptr) return;
    const result<std::string> context =
        run_record_tool(*installed_, "context", {run_.record(), id}, log_of_step);
    if (context) text_ += "     in the record:\n" + indented(*context, "       ");
  }

  void say_quote() {
    const std::string id = text_of(claim_, "quote");
    if (id.empty()) {
      text_ += "\nThe claim is the whole text.\n";
      return;
    }
    each(document_, "quotes", [&](element quote) {
      if (text_of(quote, "id") == id) say_quote(quote, id);
    });
    const std::string text = text_of(document_, "text");
    text_ += "\ntext" + run_.by("document") + '\n' +
             (text.empty() ? "  not in the output: text=\"true\" of the writer repeats it\n"
                           : indented(text, "  "));
  }

  void say_quote(element quote, const std::string& id) {
    text_ += "\nquote " + id + ": " + text_of(quote, "kind") + ", " + text_of(quote, "status") +
             ", confidence " + text_of(quote, "confidence") + run_.by("quote") + '\n';
    text_ += indented(text_of(quote, "text"), "  ");
    text_ += "  parts " + text_of(quote, "parts") + ", cue " + text_of(quote, "cue") + ", source " +
             text_of(quote, "source") + '\n';
    if (const std::optional<element> speaker = member(quote, "speaker"))
      text_ += "  speaker: " +
               details(*speaker, {"name", "type", "link", "mention", "via", "confidence"}) +
               run_.by("speaker") + '\n';
  }

  element document_, claim_;
  const manifest& run_;
  const catalogue* installed_;
  std::set<std::string> evidence_;
  std::string text_;
};

struct explain_arguments {
  std::filesystem::path output;
  std::string address;  // what is to be explained; empty: a table of all
};

/// Rows of the table of claims: one a claim, without the one over a whole text that has others.
void list_claims(element document, table_rows& rows) {
  const std::size_t before = rows.size();
  each(document, "claims", [&](element claim) {
    if (rows.size() > before && text_of(claim, "quote").empty()) return;
    const std::optional<element> verdict = member(claim, "verdict");
    const std::vector<std::string> evidence =
        verdict ? texts_of(*verdict, "evidence") : std::vector<std::string>{};
    std::string best;
    each(claim, "matches", [&](element match) {
      const std::optional<element> record = member(match, "record");
      if (evidence.empty() || !best.empty() || !record ||
          text_of(*record, "id") != evidence.front())
        return;
      best = evidence.front() + ": " + text_of(*record, "text");
    });
    const std::string speaker = text_of(claim, "speaker");
    rows.push_back({text_of(document, "id") + '#' + text_of(claim, "id"),
                    speaker.empty() ? "unknown" : speaker,
                    verdict ? text_of(*verdict, "rating") : "not rated", text_of(claim, "text"),
                    best.empty() ? "-" : best});
  });
}

constexpr std::size_t widest_cell = 56;  // code points

/// The file of an output: itself, or of the folder of a run its documents.jsonl.
result<std::filesystem::path> output_file_of(const std::filesystem::path& given) {
  std::error_code error;
  if (!std::filesystem::is_directory(given, error)) return given;
  if (std::filesystem::path file = given / "documents.jsonl"; std::filesystem::exists(file, error))
    return file;
  return failure{exit_code::input, given.string() +
                                       ": a folder without a documents.jsonl; give the output of "
                                       "a run"};
}

/// Calls `visit` with each document of an output, until it returns false. Fails with input where
/// the file is no output.
template <class Visit>
result<void> each_document(const std::filesystem::path& output, Visit visit) {
  std::ifstream file(output, std::ios::binary);
  if (!file) return failure{exit_code::input, output.string() + ": cannot be opened"};
  simdjson::dom::parser parser;
  std::string bytes;
  for (std::size_t number = 1; std::getline(file, bytes); ++number) {
    if (bytes.empty()) continue;
    const std::string place = output.string() + ':' + std::to_string(number) + ": ";
    element document;
    if (const auto error = parser.parse(bytes).get(document); error != simdjson::SUCCESS)
      return failure{exit_code::input, place +
                                           "no line of JSON: " + simdjson::error_message(error) +
                                           "; give the documents.jsonl of a run"};
    if (!member(document, "quotes") && !member(document, "claims"))
      return failure{exit_code::input,
                     place +
                         "no document of an output: it has neither \"quotes\" nor \"claims\"; "
                         "where it is an input, `quoth run fact-check " +
                         output.string() + " -D record=RECORD -o out` makes out/documents.jsonl"};
    if (!visit(document)) return {};
  }
  return {};
}

/// What an output without claims has instead.
struct claimless {
  std::size_t documents = 0, quotes = 0;
  void add(element document) {
    ++documents;
    each(document, "quotes", [this](element) { ++quotes; });
  }
  [[nodiscard]] std::string text() const {
    return "no claims: " + counted(documents, "document") + " with " +
           counted(quotes, "quotation") +
           "; claims are made by <quoth.claim-matcher>, as in the pipeline fact-check";
  }
};

table_rows heading_of_claims() {
  return {{"CLAIM", "SPEAKER", "RATING", "WORDS", "BEST EVIDENCE"}};
}

exit_code list(const std::filesystem::path& output) {
  table_rows rows = heading_of_claims();
  claimless seen;
  const result<void> read = each_document(output, [&](element document) {
    list_claims(document, rows);
    seen.add(document);
    return true;
  });
  if (!read) return complain(read.error());
  if (rows.size() == 1) return print(seen.text() + '\n');
  return print(printable(text_table(rows, widest_cell)));
}

/// A document named as a whole: its claim, or a table where it has several.
std::string about_document(element document, const manifest& run, const catalogue* installed) {
  table_rows rows = heading_of_claims();
  list_claims(document, rows);
  if (rows.size() > 2) return text_table(rows, widest_cell);
  std::string text;
  each(document, "claims", [&](element claim) {
    if (text.empty()) text = explanation(document, claim, run, installed).text();
  });
  if (!text.empty()) return text;
  claimless seen;
  seen.add(document);
  return seen.text() + '\n';
}

/// What an address on the command line means: `DOCUMENT#c1`, `DOCUMENT`, or `c1` where the output
/// has one document.
struct claim_address {
  explicit claim_address(const std::string& text) : whole(text) {
    const std::size_t hash = text.rfind('#');
    names_document = hash != std::string::npos;
    document = text.substr(0, hash);
    claim = names_document ? text.substr(hash + 1) : text;
  }
  std::string whole, document, claim;
  bool names_document = false;
};

exit_code explain(const command_line& line, const explain_arguments& arguments) {
  const result<std::filesystem::path> output = output_file_of(arguments.output);
  if (!output) return complain(output.error());
  if (arguments.address.empty()) return list(*output);
  const claim_address wanted(arguments.address);
  const manifest run(output->parent_path() / "run.json");
  const result<catalogue> found_plugins = find_plugins(line);
  const catalogue* const installed = found_plugins ? &*found_plugins : nullptr;
  std::vector<std::string> ids;  // of the documents looked at
  std::string text, no_claim;
  bool is_whole = false;
  const result<void> read = each_document(*output, [&](element document) {
    const std::string& id = ids.emplace_back(text_of(document, "id"));
    if (is_whole = id == wanted.whole; is_whole) {
      text = about_document(document, run, installed);
      return false;
    }
    if (wanted.names_document && id != wanted.document) return true;
    no_claim = "document " + id + " has no claim " + wanted.claim + "; it has";
    std::string known;
    each(document, "claims", [&](element claim) {
      const std::string name = text_of(claim, "id");
      known += (known.empty() ? " " : ", ") + name;
      if (name == wanted.claim && text.empty())
        text = explanation(document, claim, run, installed).text();
    });
    no_claim += known.empty() ? " none" : known;
    return !wanted.names_document;
  });
  if (!read) return complain(read.error());
  const bool is_one = wanted.names_document || ids.size() == 1;
  if (!text.empty() && (is_whole || is_one)) return print(printable(text));
  if (!text.empty())
    return complain({exit_code::usage, "the output has " + std::to_string(ids.size()) +
                                           " documents: write DOCUMENT#" + wanted.claim});
  const std::vector<std::string_view> names(ids.begin(), ids.end());
  return complain({exit_code::input,
                   output->string() + ": " +
                       (is_one && !no_claim.empty() ? no_claim
                                                    : "there is no document " + wanted.document +
                                                          suggestion(wanted.document, names))});
}

}  // namespace

void add_explain(CLI::App& app, command_line& line) {
  const auto arguments = std::make_shared<explain_arguments>();
  CLI::App* verb =
      app.add_subcommand("explain", "Show how a verdict came about: claim, matches, quotation");
  verb->add_option("OUTPUT", arguments->output,
                   "A documents.jsonl beside its run.json, or their folder")
      ->required();
  verb->add_option("CLAIM", arguments->address,
                   "DOCUMENT#c1; DOCUMENT for what it claims; c1 where there is one document. "
                   "Without it: a table of all claims");
  verb->footer(
      "In brackets stands the stage that wrote a part, by the run.json beside the output.\n"
      "Examples:\n"
      "  quoth explain out\n"
      "  quoth explain out p3\n"
      "  quoth explain out p3#c1");
  verb->callback(
      [&line, arguments] { line.verb = [&line, arguments] { return explain(line, *arguments); }; });
}

}  // namespace quoth::host
