#include "tool.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <record/reported.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <text/day.hpp>
#include <vector>

#include "aliases.hpp"
#include "listing.hpp"
#include "removal.hpp"

namespace quoth::record_writing {

namespace {

struct verb_usage {
  std::string_view verb, text;
};

constexpr std::array<verb_usage, 5> usages{
    {{"info",
      "info RECORD [--speaker NAME] [--json]\n"
      "    what the record holds, and of whom; with a speaker, what it covers of them\n"},
     {"alias",
      "alias RECORD [--json]\n"
      "    which names were said to mean which speaker\n"
      "alias RECORD add NAME SPEAKER\n"
      "    from now on NAME means SPEAKER\n"
      "alias RECORD remove NAME\n"
      "    NAME means whom the rules say again\n"
      "alias RECORD import FILE\n"
      "    the aliases of a file that 'alias RECORD --json' printed, all or none\n"},
     {"remove",
      "remove RECORD DOCUMENT...\n"
      "    takes documents out, with what they say; all or none\n"},
     {"search",
      "search RECORD [--speaker NAME] [--from DAY] [--to DAY] [--json] WORDS...\n"
      "    statements and fact-checks that have all the words; \"several words\" are a phrase;\n"
      "    of a speaker, or of some days, the words may be left out\n"},
     {"context",
      "context RECORD STATEMENT\n"
      "    a statement among its neighbours\n"}}};

// How a verb is called; of an unknown one, how all are.
[[nodiscard]] std::string usage_of(std::string_view verb) {
  const auto known = std::ranges::find(usages, verb, &verb_usage::verb);
  if (known != usages.end()) return std::string(known->text);
  std::string all;
  for (const verb_usage& one : usages) all += one.text;
  return all;
}

// A wrong call: the message says how it should be.
class misuse : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Arguments parted into options and the rest.
class arguments {
 public:
  arguments(std::string_view verb, std::vector<std::string> given) {
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (given[i] == "--json") {
        how = layout::json;
      } else if (std::string* value = option(given[i])) {
        if (++i == given.size()) throw misuse(given[i - 1] + " needs a value");
        *value = given[i];
      } else if (given[i].starts_with("--")) {
        throw misuse("unknown option " + given[i] + ":\n" + usage_of(verb));
      } else {
        rest.push_back(given[i]);
      }
    }
  }

  layout how = layout::text;
  search wanted;
  std::vector<std::string> rest;

 private:
  std::string* option(std::string_view name) {
    if (name == "--speaker") return &wanted.speaker;
    if (name == "--from") return &wanted.from;
    if (name == "--to") return &wanted.to;
    return nullptr;
  }
};

// 2024-06-14, 2024-06 or 2024; empty: not given.
void expect_day(const std::string& option, const std::string& given) {
  constexpr std::array<std::size_t, 4> sizes{0, 4, 7, 10};
  if (std::ranges::find(sizes, given.size()) != sizes.end() &&
      (given.empty() || text::parse_day(given)))
    return;
  throw misuse(option + " " + given +
               ": no day; write 2024-06-14, or 2024-06 for a month, 2024 for a year");
}

[[nodiscard]] std::string run_verb(const host& on, std::string_view verb,
                                   std::vector<std::string> given) {
  arguments all(verb, std::move(given));
  const auto expect = [&](bool right) {
    if (!right) throw misuse("wrong arguments:\n" + usage_of(verb));
  };
  if (verb == "info") {
    expect(all.rest.size() == 1);
    return all.wanted.speaker.empty() ? list_contents(all.rest[0], all.how)
                                      : list_coverage(all.rest[0], all.wanted.speaker, all.how);
  }
  if (verb == "alias") {
    const auto& words = all.rest;
    expect(words.size() == 1 || (words.size() == 4 && words[1] == "add") ||
           (words.size() == 3 && (words[1] == "remove" || words[1] == "import")));
    if (words.size() == 4) return add_alias(words[0], words[2], words[3]);
    if (words.size() == 3 && words[1] == "import") return import_aliases(words[0], words[2]);
    if (words.size() == 3) return remove_alias(words[0], words[2]);
    return list_aliases(words[0], all.how);
  }
  if (verb == "remove") {
    expect(all.rest.size() >= 2);
    return remove_documents(all.rest[0], {all.rest.begin() + 1, all.rest.end()});
  }
  if (verb == "search") {
    const search& wanted = all.wanted;
    const bool is_limited = !wanted.speaker.empty() || !wanted.from.empty() || !wanted.to.empty();
    expect(all.rest.size() >= 1);
    if (all.rest.size() == 1 && !is_limited) {
      throw misuse(
          "nothing to search for: give words, --speaker NAME, or days with --from and --to");
    }
    expect_day("--from", all.wanted.from);
    expect_day("--to", all.wanted.to);
    all.wanted.words.assign(all.rest.begin() + 1, all.rest.end());
    return list_found(all.rest[0], all.wanted, all.how,
                      [&](std::string_view why) { on.log(log_level::warning, why); });
  }
  if (verb == "context") {
    expect(all.rest.size() == 2);
    return list_context(all.rest[0], all.rest[1]);
  }
  throw misuse("no verb '" + std::string(verb) + "'; the record tool knows:\n" + usage_of({}));
}

[[nodiscard]] quoth_string view_of(std::string_view text) noexcept {
  return {text.data(), text.size()};
}

quoth_status report(const quoth_host* host, quoth_status status,
                    std::string_view message) noexcept {
  const auto* errors = static_cast<const quoth_error_1*>(host->service(host, QUOTH_ERROR_1));
  if (errors == nullptr) return status;
  return errors->report(host, status, view_of(message), QUOTH_NO_OFFSET, QUOTH_NO_OFFSET);
}

quoth_status run(const quoth_host* host, quoth_string verb, const quoth_string* given,
                 uint32_t count, quoth_buffer* out) noexcept {
  try {
    std::vector<std::string> texts;
    for (uint32_t i = 0; i < count; ++i) texts.emplace_back(given[i].data, given[i].size);
    const std::string shown = record::reported([&] {
      return run_verb(quoth::host(host), {verb.data, verb.size}, std::move(texts));
    });
    const auto* bytes = static_cast<const quoth_buffer_1*>(host->service(host, QUOTH_BUFFER_1));
    if (bytes == nullptr) return report(host, QUOTH_FAILED, "this host offers no quoth.buffer/1");
    return bytes->append(out, view_of(shown));
  } catch (const misuse& why) {
    return report(host, QUOTH_MISUSE, why.what());
  } catch (const quoth::error& why) {
    return report(host, why.status(), why.what());
  } catch (const std::exception& why) {
    return report(host, QUOTH_FAILED, why.what());
  }
}

}  // namespace

const quoth_record_tool_1 tool_table{sizeof(quoth_record_tool_1), &run};

}  // namespace quoth::record_writing
