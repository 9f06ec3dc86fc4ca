#include "host/pipeline/test_run.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "host/document/document.hpp"
#include "host/plugin/step.hpp"

namespace quoth::host {

namespace {

struct loaded_step {
  std::unique_ptr<step> stage;
  worker hands;
};

result<loaded_step> load_step(const stage_entry& entry, const schema& layers,
                              step_options options) {
  auto made = step::make(entry, layers, std::move(options));
  if (!made) return std::move(made).error();
  loaded_step loaded{std::move(*made), {}};
  if (auto done = loaded.stage->load(); !done) return std::move(done).error();
  auto hands = loaded.stage->begin();
  if (!hands) return std::move(hands).error();
  loaded.hands = std::move(*hands);
  return loaded;
}

bool accepts(const quoth_stage& reader, const std::string& name) {
  const auto& ops = *static_cast<const quoth_reader_ops*>(reader.ops);
  for (std::uint32_t i = 0; i < ops.pattern_count; ++i)
    if (fnmatch(ops.patterns[i], name.c_str(), FNM_CASEFOLD) == 0) return true;  // as in a run
  return false;
}

quoth_string view(std::string_view text) {
  return {text.data(), text.size()};
}

/// Loads what a pipeline's tests need, and runs one after the other.
class test_runner {
 public:
  test_runner(const pipeline& of, const std::vector<step_config>& readers,
              const catalogue& installed)
      : pipeline_(of),
        reader_configs_(readers),
        installed_(installed),
        document_(installed.layers()) {}

  result<void> load() {
    for (const step_config& config : pipeline_.steps) {
      auto loaded = load_step(*config.stage, installed_.layers(), options_of(config));
      if (!loaded) return std::move(loaded).error();
      steps_.push_back(std::move(*loaded));
    }
    return {};
  }

  result<test_outcome> run(const pipeline_test& test) {
    test_outcome outcome{test.name, {}};
    auto reader = reader_for(test.as);
    if (!reader) return std::move(reader).error();
    if (*reader == nullptr) {
      outcome.complaints.push_back(place(test.where) + "no reader accepts the name \"" + test.as +
                                   '"');
      return outcome;
    }
    document_.clear();
    if (auto failed = read(**reader, test)) {
      outcome.complaints.push_back(place(test.where) + *failed);
    } else if (auto failed_step = process()) {
      outcome.complaints.push_back(place(test.where) + *failed_step);
    } else {
      for (const expectation& expected : test.expectations) compare(expected, outcome);
    }
    return outcome;
  }

 private:
  static step_options options_of(const step_config& config) {
    step_options options;
    options.id = config.id;
    options.params = config.params;
    options.timeout = config.timeout;
    return options;
  }

  // The first reader that accepts the name, or nullptr.
  result<loaded_step*> reader_for(const std::string& name) {
    for (const step_config& config : reader_configs_)
      if (accepts(*config.stage->stage, name)) return reader(*config.stage, options_of(config));
    return nullptr;
  }

  result<loaded_step*> reader(const stage_entry& entry, step_options options) {
    if (const auto found = readers_.find(options.id); found != readers_.end())
      return &found->second;
    const std::string id = options.id;
    auto loaded = load_step(entry, installed_.layers(), std::move(options));
    if (!loaded) return std::move(loaded).error();
    return &readers_.emplace(id, std::move(*loaded)).first->second;
  }

  // Makes the document of the test's first item; why not, where that fails.
  std::optional<std::string> read(loaded_step& reader, const pipeline_test& test) {
    const quoth_input input{sizeof(quoth_input), view(test.as), view(test.name)};
    void* cursor = nullptr;
    if (const step_outcome failed = reader.stage->open(input, &cursor))
      return reader.stage->id() + ": " + failed->message;
    quoth_cut cut{};
    cut.size = sizeof cut;
    std::string_view window = test.text;
    next_outcome next;
    while (!window.empty() && cut.found == 0) {
      next = reader.stage->next(cursor, window, true, cut);
      if (next.failed || next.need_more || cut.found != 0 || cut.consumed == 0) break;
      window.remove_prefix(cut.consumed);
    }
    reader.stage->close(cursor);
    if (next.failed) return reader.stage->id() + ": " + next.failed->message;
    const std::string_view bytes =
        cut.found != 0 ? window.substr(cut.begin, cut.end - cut.begin) : std::string_view();
    const quoth_item item{sizeof(quoth_item), &input, view(bytes), cut.line, 0};
    if (const step_outcome failed = reader.stage->parse(reader.hands, item, document_))
      return reader.stage->id() + ": " + failed->message;
    return std::nullopt;
  }

  std::optional<std::string> process() {
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const step_outcome failed = steps_[i].stage->process(steps_[i].hands, document_);
      if (failed && pipeline_.steps[i].policy != on_error::skip_step)
        return "the step " + steps_[i].stage->id() + " failed: " + failed->message;
    }
    return std::nullopt;
  }

  void compare(const expectation& expected, test_outcome& outcome) const {
    const table* rows = document_.layer(expected.layer);
    const std::uint32_t all = rows == nullptr ? 0 : rows->rows();
    std::uint32_t count = 0;
    std::string cells;
    for (std::uint32_t row = 0; row < all; ++row) {
      const std::optional<std::string> cell =
          expected.column.empty() ? std::nullopt
                                  : document_.cell(expected.layer, expected.column, row);
      count += expected.column.empty() || cell == expected.cell;
      if (row < 10) cells += (row == 0 ? "" : ", ") + (cell ? '"' + *cell + '"' : "null");
    }
    if (expected.count ? count == *expected.count : count > 0) return;
    std::string message = place(expected.where) + "the layer \"" + expected.layer + "\" has " +
                          std::to_string(count) + (count == 1 ? " row" : " rows");
    if (!expected.column.empty())
      message += " whose " + expected.column + " is \"" + expected.cell + '"';
    message += ", expected " + (expected.count ? std::to_string(*expected.count) : "at least one");
    if (!expected.column.empty() && all > 0) message += "; it is " + cells;
    outcome.complaints.push_back(std::move(message));
  }

  [[nodiscard]] std::string place(const source_position& where) const {
    return pipeline_.file.string() + ':' + std::to_string(where.line) + ':' +
           std::to_string(where.column) + ": ";
  }
  const pipeline& pipeline_;
  const std::vector<step_config>& reader_configs_;
  const catalogue& installed_;
  document document_;
  std::vector<loaded_step> steps_;
  std::map<std::string, loaded_step> readers_;
};

}  // namespace

result<std::vector<test_outcome>> run_tests(const pipeline& of,
                                            const std::vector<step_config>& readers,
                                            const catalogue& installed) {
  test_runner runner(of, readers, installed);
  if (auto loaded = runner.load(); !loaded) return std::move(loaded).error();
  std::vector<test_outcome> outcomes;
  for (const pipeline_test& test : of.tests) {
    auto outcome = runner.run(test);
    if (!outcome) return std::move(outcome).error();
    outcomes.push_back(std::move(*outcome));
  }
  return outcomes;
}

}  // namespace quoth::host
