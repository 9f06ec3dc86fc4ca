#include "host/conform/writer_checks.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <thread>

#include "host/conform/samples.hpp"
#include "host/conform/trial.hpp"

namespace quoth::host {

namespace {

// Renders `count` random documents; a failure in place of what failed.
std::vector<std::string> render(step& writer, worker& hands, const conform_subject& subject,
                                std::size_t count) {
  std::vector<std::string> made;
  std::mt19937_64 random(subject.seed);
  document text(subject.layers);
  for (std::size_t i = 0; i < count; ++i) {
    text.clear();
    std::string out;
    if (text.set_text(random_text(random, 2000)) &&
        add_sample_rows(text, *subject.stage.stage, random)) {
      trying("random document " + std::to_string(i + 1) + " with " + rows_given(text));
      if (const step_outcome failed = writer.render(hands, text, out))
        out = "failed: " + failed->message;
    }
    made.push_back(std::move(out));
  }
  return made;
}

// All files below a folder, by path.
std::map<std::string, std::string> files_below(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files[entry.path().lexically_relative(folder).string()] =
        std::string(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  return files;
}

// The verdict over a callback that failed.
std::optional<check_verdict> broken(const char* callback, const step_outcome& outcome) {
  if (!outcome) return std::nullopt;
  return check_verdict::failed(std::string(callback) + ": " + outcome->message);
}

check_verdict write_in_one(const conform_subject& subject,
                           const std::vector<std::string>& rendered) {
  trial loaded(subject);
  if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
  if (const auto bad = broken("start", loaded.stage().start())) return *bad;
  for (const std::string& one : rendered)
    if (const auto bad = broken("write", loaded.stage().write(one))) return *bad;
  if (const auto bad = broken("finish", loaded.stage().finish())) return *bad;
  return {};
}

check_verdict write_with_a_stop(const conform_subject& subject,
                                const std::vector<std::string>& rendered) {
  const std::size_t checkpoint = rendered.size() / 2, stop = rendered.size() * 3 / 4;
  std::string state;
  {
    trial loaded(subject);
    if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
    if (const auto bad = broken("start", loaded.stage().start())) return *bad;
    for (std::size_t i = 0; i < stop; ++i) {
      if (i == checkpoint)
        if (const auto bad = broken("checkpoint", loaded.stage().checkpoint(state))) return *bad;
      if (const auto bad = broken("write", loaded.stage().write(rendered[i]))) return *bad;
    }
    loaded.stage().abandon();
  }
  trial loaded(subject);
  if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
  if (const auto bad = broken("reopen", loaded.stage().reopen(state))) return *bad;
  for (std::size_t i = checkpoint; i < rendered.size(); ++i)
    if (const auto bad = broken("write", loaded.stage().write(rendered[i]))) return *bad;
  if (const auto bad = broken("finish", loaded.stage().finish())) return *bad;
  return {};
}

void empty_folder(const std::filesystem::path& folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
}

}  // namespace

check_verdict check_writer_texts(const conform_subject& subject) {
  trial loaded(subject);
  if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
  auto hands = loaded.stage().begin();
  if (!hands) return check_verdict::failed(hands.error().message);
  std::vector<std::string> rendered = render(loaded.stage(), *hands, subject, 100);
  std::mt19937_64 random(subject.seed);
  document text(subject.layers);
  for (const sample_text& sample : awkward_texts()) {
    text.clear();
    if (auto set = text.set_text(sample.text); !set)
      return check_verdict::failed(set.error().message);
    if (auto added = add_sample_rows(text, *subject.stage.stage, random); !added)
      return check_verdict::failed(added.error().message);
    const std::string name = "the text \"" + sample.name + '"';
    trying(name + " with " + rows_given(text));
    std::string out;
    if (const step_outcome failed = loaded.stage().render(*hands, text, out))
      return check_verdict::failed(name + ": " + failed->message);
    rendered.push_back(std::move(out));
  }
  return write_in_one(subject, rendered);
}

check_verdict check_writer_threads(const conform_subject& subject) {
  constexpr std::size_t documents = 60;
  if (subject.stage.stage->concurrency == QUOTH_SERIAL)
    return check_verdict::skipped("it takes documents one at a time");
  trial loaded(subject);
  if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
  auto hands = loaded.stage().begin();
  if (!hands) return check_verdict::failed(hands.error().message);
  const auto expected = render(loaded.stage(), *hands, subject, documents);
  std::vector<std::vector<std::string>> made(8);
  std::vector<std::jthread> running;
  for (std::vector<std::string>& one : made)
    running.emplace_back([&loaded, &subject, &one] {
      auto own = loaded.stage().begin();
      if (own) one = render(loaded.stage(), *own, subject, documents);
    });
  running.clear();
  for (const auto& one : made)
    if (one != expected)
      return check_verdict::failed("eight threads render other bytes than one: " +
                                   first_difference(expected, one));
  return {};
}

check_verdict check_writer_resume(const conform_subject& subject) {
  std::vector<std::string> rendered;
  {
    trial loaded(subject);
    if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
    auto hands = loaded.stage().begin();
    if (!hands) return check_verdict::failed(hands.error().message);
    rendered = render(loaded.stage(), *hands, subject, 40);
  }
  empty_folder(subject.scratch);
  if (check_verdict verdict = write_in_one(subject, rendered);
      verdict.kind != verdict_kind::success)
    return verdict;
  const auto expected = files_below(subject.scratch);
  empty_folder(subject.scratch);
  if (check_verdict verdict = write_with_a_stop(subject, rendered);
      verdict.kind != verdict_kind::success)
    return verdict;
  const auto resumed = files_below(subject.scratch);
  for (const auto& [path, bytes] : expected) {
    const auto found = resumed.find(path);
    if (found == resumed.end()) return check_verdict::failed("a resumed run lacks " + path);
    if (found->second != bytes)
      return check_verdict::failed("a resumed run gives other bytes in " + path);
  }
  if (resumed.size() > expected.size())
    return check_verdict::failed("a resumed run leaves more files than an unbroken one");
  return {};
}

}  // namespace quoth::host
