#include "host/conform/reader_checks.hpp"

#include <algorithm>
#include <random>

#include "host/conform/samples.hpp"
#include "host/conform/trial.hpp"

namespace quoth::host {

namespace {

quoth_string view(std::string_view text) {
  return {text.data(), text.size()};
}

const quoth_input input{sizeof(quoth_input), view("conform/input"), view("input")};

/// The items of an input, and how reading it ended.
struct cut_input {
  std::vector<std::string> items;
  std::string ended;  // why it was given up; empty: it came to its end
  bool fatal = false;
};

// Reads `bytes` through windows that grow by `step_size` bytes at a time.
cut_input cut(step& reader, std::string_view bytes, std::size_t step_size) {
  cut_input made;
  void* cursor = nullptr;
  if (const step_outcome failed = reader.open(input, &cursor)) {
    return {{}, failed->message, is_fatal(failed)};
  }
  std::size_t at = 0, known = std::min(step_size, bytes.size());
  while (at < bytes.size()) {
    quoth_cut found{};
    found.size = sizeof found;
    const bool last = known == bytes.size();
    const next_outcome next = reader.next(cursor, bytes.substr(at, known - at), last, found);
    if (next.failed) {
      made.ended = next.failed->message;
      made.fatal = is_fatal(next.failed);
      break;
    }
    if (next.need_more) {
      known = std::min(known + std::max(step_size, known - at), bytes.size());
      continue;
    }
    if (found.found != 0)
      made.items.emplace_back(bytes.substr(at + found.begin, found.end - found.begin));
    if (found.consumed == 0) break;
    at += found.consumed;
    known = std::min(std::max(known, at + step_size), bytes.size());
  }
  reader.close(cursor);
  return made;
}

// Cuts and parses; what is wrong, or nothing. An item may be refused, the run may not stop.
std::optional<std::string> read_all(step& reader, worker& hands, const conform_subject& subject,
                                    std::string_view bytes) {
  const cut_input made = cut(reader, bytes, bytes.size());
  if (made.fatal) return "stops the run: " + made.ended;
  document into(subject.layers);
  for (std::size_t i = 0; i < made.items.size(); ++i) {
    into.clear();
    const quoth_item item{sizeof(quoth_item), &input, view(made.items[i]), i + 1, i};
    const step_outcome failed = reader.parse(hands, item, into);
    if (is_fatal(failed)) return "stops the run: " + failed->message;
    if (!failed && !into.has_text()) return "became a document without a text";
  }
  return std::nullopt;
}

std::string random_bytes(std::mt19937_64& random) {
  std::string bytes = random_text(random, 2000);
  for (std::uint64_t i = random() % 20; i > 0 && !bytes.empty(); --i)
    bytes[random() % bytes.size()] = static_cast<char>(random());
  return bytes;
}

std::string input_name(int index) {
  return "random input " + std::to_string(index + 1);
}

}  // namespace

check_verdict check_reader_texts(const conform_subject& subject) {
  trial loaded(subject);
  if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
  auto hands = loaded.stage().begin();
  if (!hands) return check_verdict::failed(hands.error().message);
  for (const sample_text& sample : awkward_texts()) {
    const std::string name = "the input \"" + sample.name + '"';
    trying(name);
    if (const auto problem = read_all(loaded.stage(), *hands, subject, sample.text))
      return check_verdict::failed(name + ' ' + *problem);
  }
  return {};
}

check_verdict check_reader_windows(const conform_subject& subject) {
  trial loaded(subject);
  if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
  std::mt19937_64 random(subject.seed);
  for (int i = 0; i < 50; ++i) {
    const std::string bytes = random_bytes(random);
    trying(input_name(i));
    const cut_input whole = cut(loaded.stage(), bytes, bytes.size() + 1);
    for (const std::size_t step_size : {std::size_t{1}, std::size_t{7}, std::size_t{100}}) {
      const cut_input parts = cut(loaded.stage(), bytes, step_size);
      if (parts.items != whole.items)
        return check_verdict::failed("windows of " + std::to_string(step_size) +
                                     " bytes give other items than the whole input");
    }
  }
  return {};
}

check_verdict check_reader_fuzz(const conform_subject& subject) {
  trial loaded(subject);
  if (const auto problem = loaded.load()) return check_verdict::failed(*problem);
  auto hands = loaded.stage().begin();
  if (!hands) return check_verdict::failed(hands.error().message);
  std::mt19937_64 random(subject.seed);
  for (int i = 0; i < 500; ++i) {
    trying(input_name(i));
    if (const auto problem = read_all(loaded.stage(), *hands, subject, random_bytes(random)))
      return check_verdict::failed(input_name(i) + ' ' + *problem);
  }
  return {};
}

}  // namespace quoth::host
