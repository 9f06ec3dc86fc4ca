#include "host/plugin/resource_folder.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace quoth::host {

namespace {

/// Whether a path stays inside the folder: relative, without empty parts, `.` or `..`.
bool stays_inside(std::string_view path) {
  if (path.find('\0') != std::string_view::npos) return false;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part.empty() || part == "." || part == "..") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

/// Maps a regular file; an empty one gives a view that is empty but not null.
std::optional<std::string_view> map_file(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  std::optional<std::string_view> bytes;
  struct stat status {};
  if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) {
      bytes = std::string_view("", 0);
    } else if (void* const at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
               at != MAP_FAILED) {
      bytes = std::string_view(static_cast<const char*>(at), size);
    }
  }
  ::close(file);
  return bytes;
}

}  // namespace

std::filesystem::path resources_of(const std::filesystem::path& plugin) {
  std::filesystem::path folder = plugin;
  return folder.replace_extension(".resources");
}

resource_folder::~resource_folder() {
  for (const auto& [path, bytes] : mapped_) {
    if (!bytes.empty()) ::munmap(const_cast<char*>(bytes.data()), bytes.size());
  }
}

std::optional<std::string_view> resource_folder::read(std::string_view path) {
  if (!stays_inside(path)) return std::nullopt;
  const std::lock_guard lock(mutex_);
  if (const auto known = mapped_.find(path); known != mapped_.end()) return known->second;
  const std::optional<std::string_view> bytes = map_file(folder_ / std::filesystem::path(path));
  if (bytes) mapped_.emplace(std::string(path), *bytes);
  return bytes;
}

std::vector<std::string> resource_folder::list(std::string_view path) const {
  std::vector<std::string> names;
  while (path.ends_with('/')) path.remove_suffix(1);
  if (!path.empty() && !stays_inside(path)) return names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder_ / std::filesystem::path(path), error), end;
       !error && entry != end; entry.increment(error)) {
    std::error_code unknown;
    names.push_back(entry->path().filename().string() + (entry->is_directory(unknown) ? "/" : ""));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace quoth::host
