#include "host/engine/journal.hpp"

#include <simdjson.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "host/engine/json_text.hpp"
#include "host/engine/output_files.hpp"

namespace quoth::host {

namespace {

constexpr std::uint64_t journal_format = 1;

/// A writer's state may be any bytes.
std::string to_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

std::optional<std::string> from_hex(std::string_view hex) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  if (hex.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const int high = digit(hex[i]), low = digit(hex[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

/// Reads members of the journal; notes whether any was missing or of another type.
class journal_reader {
 public:
  explicit journal_reader(simdjson::dom::element root) : root_(root) {}

  void get(const char* pointer, std::uint64_t& into) { note(root_.at_pointer(pointer).get(into)); }
  void get(const char* pointer, double& into) { note(root_.at_pointer(pointer).get(into)); }
  void get(const char* pointer, bool& into) { note(root_.at_pointer(pointer).get(into)); }
  void get(const char* pointer, std::string& into) {
    std::string_view text;
    note(root_.at_pointer(pointer).get(text));
    into = text;
  }
  template <class Take>
  void each(const char* pointer, Take&& take) {
    simdjson::dom::array entries;
    note(root_.at_pointer(pointer).get(entries));
    if (!sound_) return;
    for (const simdjson::dom::element entry : entries) sound_ = take(entry) && sound_;
  }
  [[nodiscard]] bool sound() const { return sound_; }

 private:
  void note(simdjson::error_code error) { sound_ = sound_ && error == simdjson::SUCCESS; }

  simdjson::dom::element root_;
  bool sound_ = true;
};

bool read_journal(simdjson::dom::element root, journal& into) {
  journal_reader from(root);
  std::uint64_t format = 0;
  from.get("/format", format);
  from.get("/fingerprint/pipeline", into.fingerprint.pipeline);
  from.get("/fingerprint/plugins", into.fingerprint.plugins);
  from.get("/fingerprint/files", into.fingerprint.files);
  from.get("/fingerprint/inputs", into.fingerprint.inputs);
  from.get("/position/input", into.position.input);
  from.get("/position/items", into.position.items);
  from.get("/counts/documents", into.counts.documents);
  from.get("/counts/quarantined", into.counts.quarantined);
  from.get("/counts/unusable_inputs", into.counts.unusable_inputs);
  from.get("/counts/bytes", into.counts.bytes);
  from.each("/counts/skipped", [&](simdjson::dom::element entry) {
    return entry.get(into.counts.skipped.emplace_back()) == simdjson::SUCCESS;
  });
  from.get("/quarantine_length", into.quarantine_length);
  from.each("/writer_states", [&](simdjson::dom::element entry) {
    std::string_view hex;
    if (entry.get(hex) != simdjson::SUCCESS) return false;
    std::optional<std::string> state = from_hex(hex);
    if (state) into.writer_states.push_back(std::move(*state));
    return state.has_value();
  });
  from.get("/seconds", into.seconds);
  from.get("/resumptions", into.resumptions);
  from.get("/complete", into.complete);
  return from.sound() && format == journal_format;
}

std::string text_of(const journal& checkpoint) {
  json_text out(false);
  out.begin_object().member("format", journal_format);
  out.key("fingerprint").begin_object();
  out.member("pipeline", checkpoint.fingerprint.pipeline);
  out.member("plugins", checkpoint.fingerprint.plugins);
  out.member("files", checkpoint.fingerprint.files);
  out.member("inputs", checkpoint.fingerprint.inputs).end_object();
  out.key("position").begin_object();
  out.member("input", checkpoint.position.input);
  out.member("items", checkpoint.position.items).end_object();
  const run_counts& counts = checkpoint.counts;
  out.key("counts").begin_object().member("documents", counts.documents);
  out.member("quarantined", counts.quarantined);
  out.member("unusable_inputs", counts.unusable_inputs).member("bytes", counts.bytes);
  out.key("skipped").begin_array();
  for (const std::uint64_t documents : counts.skipped) out.number(documents);
  out.end_array().end_object();
  out.member("quarantine_length", checkpoint.quarantine_length);
  out.key("writer_states").begin_array();
  for (const std::string& state : checkpoint.writer_states) out.string(to_hex(state));
  out.end_array().key("seconds").seconds(checkpoint.seconds);
  out.member("resumptions", checkpoint.resumptions);
  out.key("complete").boolean(checkpoint.complete).end_object();
  return std::move(out).take();
}

}  // namespace

std::string run_fingerprint::differences(const run_fingerprint& other) const {
  const std::array<std::pair<bool, const char*>, 4> parts{
      {{pipeline != other.pipeline, "the pipeline"},
       {plugins != other.plugins, "a plugin"},
       {files != other.files, "a file that a step reads"},
       {inputs != other.inputs, "the inputs"}}};
  std::string words;
  for (const auto& [differs, name] : parts) {
    if (differs) words += (words.empty() ? "" : " and ") + std::string(name);
  }
  return words;
}

std::filesystem::path journal_path(const std::filesystem::path& folder) {
  return folder / ".quoth-journal";
}

std::filesystem::path outputs_path(const std::filesystem::path& folder) {
  return folder / ".quoth-outputs";
}

result<void> save_journal(const std::filesystem::path& folder, const journal& checkpoint) {
  return write_whole(journal_path(folder), text_of(checkpoint));
}

result<std::optional<journal>> load_journal(const std::filesystem::path& folder) {
  const std::filesystem::path path = journal_path(folder);
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::optional<journal>();
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  const simdjson::error_code fault = parser.load(path.string()).get(root);
  if (fault == simdjson::IO_ERROR) {
    return failure{exit_code::io, "cannot read " + path.string() + ": " + std::strerror(errno)};
  }
  std::optional<journal> loaded(std::in_place);
  if (fault != simdjson::SUCCESS || !read_journal(root, *loaded)) {
    return failure{exit_code::config, path.string() + " is not a journal of this version of " +
                                          "Quoth; run without --resume to begin again"};
  }
  return loaded;
}

void remove_journal(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::remove(journal_path(folder), ignored);
  std::filesystem::remove(outputs_path(folder), ignored);
}

}  // namespace quoth::host
