#include "host/conform/annotator_checks.hpp"

#include <atomic>
#include <random>
#include <thread>

#include "host/conform/samples.hpp"
#include "host/conform/trial.hpp"
#include "host/plugin/services.hpp"

namespace quoth::host {

namespace {

constexpr std::size_t fuzz_documents = 300;
constexpr std::size_t fuzz_bytes = 3000;  // of a document, at most

// Makes `into` a document of `text`, which `name` names, with rows in the layers that the stage
// reads.
std::optional<std::string> fill(document& into, const std::string& name, std::string_view text,
                                const conform_subject& subject, std::mt19937_64& random) {
  into.clear();
  if (auto set = into.set_text(text); !set) return set.error().message;
  if (auto added = add_sample_rows(into, *subject.stage.stage, random); !added)
    return added.error().message;
  trying(name + " with " + rows_given(into));
  return std::nullopt;
}

struct loaded_trial {
  trial stage;
  worker hands;
  explicit loaded_trial(const conform_subject& subject) : stage(subject) {}

  std::optional<std::string> load() {
    if (auto problem = stage.load()) return problem;
    auto begun = stage.stage().begin();
    if (!begun) return begun.error().message;
    hands = std::move(*begun);
    return std::nullopt;
  }
};

std::string document_name(std::size_t index) {
  return "random document " + std::to_string(index + 1);
}

std::string sample_name(const sample_text& sample) {
  return "the text \"" + sample.name + '"';
}

// What the stage makes of `count` random documents, on one worker.
std::vector<std::string> annotate(step& stage, worker& hands, const conform_subject& subject,
                                  std::size_t count) {
  std::vector<std::string> made;
  std::mt19937_64 random(subject.seed);
  document text(subject.layers);
  for (std::size_t i = 0; i < count; ++i) {
    if (const auto problem =
            fill(text, document_name(i), random_text(random, fuzz_bytes), subject, random)) {
      made.push_back(*problem);
      continue;
    }
    const step_outcome failed = stage.process(hands, text);
    made.push_back(failed ? "failed: " + failed->message
                          : rows_written(text, *subject.stage.stage));
  }
  return made;
}

/// quoth.layers/1 with an append that fails from the n-th call on.
struct failing_layers {
  static inline const quoth_layers_1* real = nullptr;
  static inline std::atomic<int> left{0};

  static quoth_status append(quoth_document* to, std::uint32_t use, const quoth_table* rows) {
    if (left.fetch_sub(1) <= 0) return QUOTH_NO_MEMORY;
    return real->append(to, use, rows);
  }
  static const quoth_layers_1& table() {
    static quoth_layers_1 made;
    const host_side host("conform", {});
    real = static_cast<const quoth_layers_1*>(host.service(&host, QUOTH_LAYERS_1));
    made = *real;
    made.append = append;
    return made;
  }
};

}  // namespace

check_verdict check_annotator_texts(const conform_subject& subject) {
  loaded_trial loaded(subject);
  if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
  std::mt19937_64 random(subject.seed);
  document text(subject.layers);
  for (const sample_text& sample : awkward_texts()) {
    const std::string name = sample_name(sample);
    if (const auto problem = fill(text, name, sample.text, subject, random))
      return check_verdict::failed(name + ": " + *problem);
    const step_outcome failed = loaded.stage.stage().process(loaded.hands, text);
    if (is_fatal(failed)) return check_verdict::failed(name + " stops the run: " + failed->message);
    if (failed) return check_verdict::failed(name + ": " + failed->message);
  }
  return {};
}

check_verdict check_annotator_threads(const conform_subject& subject) {
  constexpr std::size_t threads = 8, documents = 60;
  if (subject.stage.stage->concurrency == QUOTH_SERIAL)
    return check_verdict::skipped("it takes documents one at a time");
  loaded_trial loaded(subject);
  if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
  const auto expected = annotate(loaded.stage.stage(), loaded.hands, subject, documents);
  const auto again = annotate(loaded.stage.stage(), loaded.hands, subject, documents);
  if (again != expected)
    return check_verdict::failed("the same documents again give other rows: " +
                                 first_difference(expected, again));
  std::vector<std::vector<std::string>> made(threads);
  std::vector<std::jthread> running;
  for (std::vector<std::string>& one : made)
    running.emplace_back([&loaded, &subject, &one] {
      auto hands = loaded.stage.stage().begin();
      if (hands) one = annotate(loaded.stage.stage(), *hands, subject, documents);
    });
  running.clear();
  for (const auto& one : made)
    if (one != expected)
      return check_verdict::failed("eight threads give other rows than one: " +
                                   first_difference(expected, one));
  return {};
}

check_verdict check_annotator_errors(const conform_subject& subject) {
  std::mt19937_64 random(subject.seed);
  document text(subject.layers);
  for (int appends = 0; appends < 3; ++appends) {
    loaded_trial loaded(subject);
    loaded.stage.stand_ins = {{QUOTH_LAYERS_1, &failing_layers::table()}};
    if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
    for (int i = 0; i < 20; ++i) {
      if (const auto problem = fill(text, document_name(static_cast<std::size_t>(i)),
                                    random_text(random, fuzz_bytes), subject, random))
        return check_verdict::failed(*problem);
      failing_layers::left = appends;
      const std::size_t before = count_rows_written(text, *subject.stage.stage);
      const step_outcome failed = loaded.stage.stage().process(loaded.hands, text);
      const bool refused = failing_layers::left < 0;
      if (refused && !failed)
        return check_verdict::failed("an append failed for want of memory, and process said OK");
      if (failed && count_rows_written(text, *subject.stage.stage) != before)
        return check_verdict::failed("process failed and left rows behind");
    }
  }
  return {};
}

check_verdict check_annotator_fuzz(const conform_subject& subject) {
  loaded_trial loaded(subject);
  if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
  std::mt19937_64 random(subject.seed);
  document text(subject.layers);
  for (std::size_t i = 0; i < fuzz_documents; ++i) {
    const std::string name = document_name(i);
    if (const auto problem = fill(text, name, random_text(random, fuzz_bytes), subject, random))
      return check_verdict::failed(*problem);
    const step_outcome failed = loaded.stage.stage().process(loaded.hands, text);
    if (failed) return check_verdict::failed(name + ": " + failed->message);
  }
  return {};
}

}  // namespace quoth::host
