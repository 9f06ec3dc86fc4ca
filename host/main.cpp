// The program `quoth`: one verb a run, each in a file of its own under commands/.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/commands/command.hpp"
#include "host/pipeline/nearest.hpp"

namespace quoth::host {

namespace {

constexpr const char* description =
    "Quoth checks who said what: it extracts quotations, attributes them, looks them up in the\n"
    "record and drafts a verdict with its evidence. Pipelines of plugins, written in XML.";

constexpr const char* footer =
    "Exit codes: 0 done, 1 some documents quarantined, 2 usage, 65 input unusable, 70 internal,\n"
    "74 reading or writing failed, 78 pipeline or plugin at fault.\n"
    "Examples:\n"
    "  quoth record build my.record archive/\n"
    "  quoth run fact-check post.txt -D record=my.record -o out\n"
    "  quoth explain out/documents.jsonl\n"
    "`quoth COMMAND --help` says more of each, and so does `quoth help COMMAND`.";

// What to say where a verb, or a verb's own verb, is none; empty where all are.
std::string unknown_verb(const CLI::App& app, const std::vector<std::string>& words) {
  const CLI::App* within = &app;
  std::string before;  // the verbs before it, with a blank behind
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--plugins") ++i;
    if (word.starts_with('-')) continue;
    const auto verbs = within->get_subcommands([](const CLI::App*) { return true; });
    if (verbs.empty()) return {};
    const auto known = std::ranges::find(verbs, word, &CLI::App::get_name);
    if (known != verbs.end()) {
      within = *known;
      before += word + ' ';
      continue;
    }
    std::vector<std::string_view> names;
    std::string listed;
    for (const CLI::App* verb : verbs) {
      names.emplace_back(verb->get_name());
      listed += (listed.empty() ? "" : ", ") + verb->get_name();
    }
    std::string meant = suggestion(word, names);
    if (meant.empty() && !before.empty()) meant = "; there is: " + listed;
    return "there is no command \"" + before + word + '"' + meant;
  }
  return {};
}

// The words of the command line, `help VERB` written as `VERB --help`.
std::vector<std::string> words_of(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty() || words.front() != "help") return words;
  words.erase(words.begin());
  words.emplace_back("--help");
  return words;
}

exit_code run_program(int argc, char** argv) {
  CLI::App app(description, "quoth");
  command_line line;
  app.footer(footer);
  app.set_version_flag("--version", "quoth " QUOTH_VERSION);
  app.add_option("--plugins", line.plugin_directories,
                 "Folder with plugins, looked at before QUOTH_PLUGIN_PATH and the installed ones")
      ->type_name("DIR")
      ->expected(1)
      ->take_all();
  app.require_subcommand(1);
  app.fallthrough();
  for (const auto add : {add_run, add_check, add_test, add_schema, add_plugins, add_new,
                         add_conform, add_record, add_eval, add_explain})
    add(app, line);
  try {
    std::vector<std::string> words = words_of(argc, argv);
    if (words.size() > 1 && words.back() == "--help")  // CLI11 helps with whatever is asked
      if (const std::string unknown = unknown_verb(app, words); !unknown.empty())
        return complain({exit_code::usage, unknown});
    std::ranges::reverse(words);  // as CLI11 takes them
    app.parse(std::move(words));
  } catch (const CLI::RequiredError& problem) {
    if (const std::string unknown = unknown_verb(app, words_of(argc, argv)); !unknown.empty())
      return complain({exit_code::usage, unknown});
    if (argc == 1) {
      std::fputs(app.help().c_str(), stderr);
      return exit_code::usage;
    }
    app.exit(problem);
    return exit_code::usage;
  } catch (const CLI::ParseError& problem) {
    return app.exit(problem) == 0 ? exit_code::ok : exit_code::usage;
  }
  return line.verb();
}

}  // namespace

}  // namespace quoth::host

int main(int argc, char** argv) {
  try {
    return static_cast<int>(quoth::host::run_program(argc, argv));
  } catch (const std::exception& problem) {  // the last net: out of memory, above all
    std::fprintf(stderr, "quoth: error: %s\n", problem.what());
    return static_cast<int>(quoth::host::exit_code::internal);
  }
}
