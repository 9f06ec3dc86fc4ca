#include "host/engine/input_list.hpp"

#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace quoth::host {

namespace {

constexpr std::string_view stdin_id = "stdin";

std::string_view file_name(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);  // npos + 1 == 0
}

packing packing_of(std::string_view path) {
  packing packed = packing::none;
  static_cast<void>(unpacked_name(path, packed));
  return packed;
}

std::string_view unpacked(std::string_view path) {
  packing ignored = packing::none;
  return unpacked_name(path, ignored);
}

/// `path` without packing and extension: a document's id.
std::string id_of(std::string_view path) {
  path = unpacked(path);
  const std::size_t name = path.size() - file_name(path).size();
  const std::size_t dot = path.find_last_of('.');
  if (dot != std::string_view::npos && dot > name) path = path.substr(0, dot);
  return std::string(path);
}

class expansion {
 public:
  expansion(std::span<const reader_offer> readers, std::string_view as)
      : readers_(readers), as_(as.empty() ? default_stdin_name : as) {}

  void add(const std::string& argument) {
    if (argument == "-") {
      add_stdin();
      return;
    }
    struct stat found {};
    if (::stat(argument.c_str(), &found) != 0) {
      complain("cannot open " + argument + ": " + std::strerror(errno));
    } else if (S_ISDIR(found.st_mode)) {
      add_folder(argument);
    } else if (const auto reader = reader_of(file_name(argument))) {
      add_file(argument, id_of(file_name(argument)), *reader, found);
    } else {
      complain("no reader accepts " + argument + "; asked " + readers_asked() +
               advice_on(argument));
    }
  }

  result<input_list> take() && {
    if (!problems_.empty()) return failure{exit_code::input, std::move(problems_)};
    if (!list_.files.empty()) return std::move(list_);
    std::string message = "nothing to read: the folders given hold no file that a reader accepts";
    if (!list_.passed_by.empty()) {
      message += "; passed by " + list_.passed_by.front();
      if (list_.passed_by.size() > 1) {
        message += " and " + std::to_string(list_.passed_by.size() - 1) + " more";
      }
    }
    return failure{exit_code::input, message + "; asked " + readers_asked()};
  }

 private:
  void add_stdin() {
    if (std::exchange(stdin_given_, true)) {
      complain("standard input (-) can be read only once");
      return;
    }
    const auto reader = reader_of(as_);
    if (!reader) {
      complain("no reader accepts standard input as " + std::string(as_) + "; asked " +
               readers_asked());
      return;
    }
    input_file made;
    made.path = "-";
    made.id = stdin_id;
    made.reader = *reader;
    list_.files.push_back(std::move(made));
    list_.size_known = false;
  }

  void add_file(std::string path, std::string id, std::uint32_t reader, const struct stat& found) {
    input_file made;
    made.path = std::move(path);
    made.id = std::move(id);
    made.packed = packing_of(made.path);
    made.reader = reader;
    if (S_ISREG(found.st_mode)) {
      made.size = static_cast<std::uint64_t>(found.st_size);
      made.modified_ns = found.st_mtim.tv_sec * 1'000'000'000 + found.st_mtim.tv_nsec;
    } else {
      list_.size_known = false;
    }
    list_.size += made.size;
    list_.files.push_back(std::move(made));
  }

  void add_folder(const std::string& folder) {
    std::vector<std::string> found;  // paths relative to the folder
    collect(folder, "", found);
    std::sort(found.begin(), found.end());
    const std::string before = folder.ends_with('/') ? folder : folder + "/";
    for (std::string& relative : found) {
      std::string path = before + relative;
      struct stat status {};
      const auto reader = reader_of(file_name(relative));
      const bool exists = ::stat(path.c_str(), &status) == 0;
      if (exists && S_ISDIR(status.st_mode)) continue;
      if (!reader || (exists && !S_ISREG(status.st_mode))) {  // a pipe would be waited for
        list_.passed_by.push_back(std::move(path));
      } else {  // a link to nowhere is found when it is opened
        add_file(std::move(path), id_of(relative), *reader, status);
      }
    }
  }

  /// What to do with a file of JSON where a reader takes lines of it.
  [[nodiscard]] std::string advice_on(const std::string& path) const {
    const std::filesystem::path name(path);
    const auto lines = std::filesystem::path(name).replace_extension(".jsonl");
    if (name.extension() != ".json" || !reader_of(lines.filename().string())) return {};
    return "; of a JSON list, jq makes lines: jq -c '.[]' " + path + " > " + lines.string();
  }

  /// Links to folders are not followed: they may lead in circles.
  void collect(const std::string& folder, const std::string& prefix,
               std::vector<std::string>& found) {
    std::error_code error;
    std::vector<std::string> folders;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
      const std::string name = at->path().filename().string();
      if (name.starts_with('.')) continue;
      std::error_code ignored;
      if (at->symlink_status(ignored).type() == std::filesystem::file_type::directory) {
        folders.push_back(name);
      } else {
        found.push_back(prefix + name);
      }
    }
    if (error) complain("cannot read the folder " + folder + ": " + error.message());
    for (const std::string& name : folders)
      collect(folder + "/" + name, prefix + name + "/", found);
  }

  [[nodiscard]] std::optional<std::uint32_t> reader_of(std::string_view name) const {
    const std::string bare(unpacked(name));
    for (std::uint32_t r = 0; r < readers_.size(); ++r) {
      for (const std::string& pattern : readers_[r].patterns) {
        if (pattern == bare || ::fnmatch(pattern.c_str(), bare.c_str(), FNM_CASEFOLD) == 0) {
          return r;
        }
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string readers_asked() const {
    std::string asked;
    for (const reader_offer& reader : readers_) {
      asked += (asked.empty() ? "" : "; ") + reader.id + " (";
      for (std::size_t p = 0; p < reader.patterns.size(); ++p) {
        asked += (p == 0 ? "" : ", ") + reader.patterns[p];
      }
      asked += ')';
    }
    return asked.empty() ? "no reader, since none is installed" : asked;
  }

  void complain(const std::string& problem) {
    problems_ += (problems_.empty() ? "" : "\n") + problem;
  }

  std::span<const reader_offer> readers_;
  std::string_view as_;
  input_list list_;
  std::string problems_;
  bool stdin_given_ = false;
};

}  // namespace

std::string_view unpacked_name(std::string_view name, packing& packed) {
  const auto cut = [&](std::string_view extension, packing kind) {
    if (name.size() <= extension.size() || !name.ends_with(extension)) return false;
    name.remove_suffix(extension.size());
    packed = kind;
    return true;
  };
  if (!cut(".gz", packing::gzip)) cut(".zst", packing::zstd);
  return name;
}

result<input_list> expand_inputs(std::span<const std::string> arguments,
                                 std::span<const reader_offer> readers, std::string_view as) {
  expansion expanded(readers, as);
  for (const std::string& argument : arguments) expanded.add(argument);
  return std::move(expanded).take();
}

}  // namespace quoth::host
