#include "host/engine/quarantine.hpp"

#include <simdjson.h>

#include <system_error>
#include <utility>

#include "host/engine/json_text.hpp"

namespace quoth::host {

quarantine::quarantine(const std::filesystem::path& folder) : path_(folder / "quarantine.jsonl") {}

result<void> quarantine::resume(std::uint64_t length, bool finished) {
  if (length == 0) return {};
  result<output_file> file = output_file::resume(path_, length, finished);
  if (!file.ok()) return std::move(file.error());
  file_ = std::move(*file);
  return {};
}

result<void> quarantine::add(const work_item& item, std::string_view input) {
  if (!file_) {
    result<output_file> file = output_file::create(path_);
    if (!file.ok()) return std::move(file.error());
    file_ = std::move(*file);
  }
  const step_failure& why = item.failed;
  json_text line(false);
  line.begin_object().member("id", item.id).member("input", input).key("item");
  item.state == item_state::unusable ? line.null() : line.number(item.ordinal);
  line.key("line");
  item.line == 0 ? line.null() : line.number(item.line);
  line.key("step");
  item.failed_step.empty() ? line.null() : line.string(item.failed_step);
  line.member("message", why.message).key("span");
  if (why.begin == QUOTH_NO_OFFSET) {
    line.null();
  } else {
    line.begin_array().number(std::uint64_t{why.begin}).number(std::uint64_t{why.end}).end_array();
  }
  line.end_object();
  return file_->write(std::move(line).take());
}

result<std::uint64_t> quarantine::sync() {
  if (!file_) return std::uint64_t{0};
  return file_->sync();
}

result<void> quarantine::finish() {
  if (file_) return file_->commit();
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
  std::filesystem::remove(part_of(path_), ignored);
  return {};
}

void quarantine::close() {
  if (file_) file_->close();
}

result<item_selection> read_quarantine(const std::filesystem::path& path) {
  const auto unusable = [&](std::string_view reason) {
    return failure{exit_code::input, "cannot use " + path.string() + ": " + std::string(reason)};
  };
  simdjson::dom::parser parser;
  simdjson::dom::document_stream lines;
  if (const auto error = parser.load_many(path.string()).get(lines)) {
    return unusable(simdjson::error_message(error));
  }
  item_selection selection;
  for (const auto line : lines) {
    std::string_view input;
    if (line["input"].get(input) != simdjson::SUCCESS) {
      return unusable("it is not the quarantine.jsonl of a run");
    }
    std::uint64_t item = 0;
    if (line["item"].get(item) == simdjson::SUCCESS) selection.emplace(input, item);
  }
  return selection;
}

}  // namespace quoth::host
