#include "host/engine/output_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <fstream>
#include <memory>
#include <system_error>

#include "host/plugin/step.hpp"

namespace quoth::host {

namespace {

constexpr std::size_t waiting_limit = 256 << 10;
constexpr mode_t file_mode = 0666;  // less the umask

failure failed(const char* what, const std::filesystem::path& path, int error) {
  return {exit_code::io, std::string(what) + " " + path.string() + ": " + std::strerror(error)};
}

result<void> make_folder_of(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.parent_path();
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) return failed("cannot make the folder", folder, error.value());
  return {};
}

/// Some file systems cannot sync some files; what they hold is as safe as it can be.
bool cannot_sync(int error) {
  return error == EINVAL || error == EROFS || error == ENOTSUP;
}

void sync_folder_of(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);  // without it a power cut may bring the old name back: no harm
  ::close(descriptor);
}

}  // namespace

std::filesystem::path part_of(const std::filesystem::path& path) {
  std::filesystem::path part = path;
  part += ".part";
  return part;
}

output_file::output_file(std::filesystem::path path, int descriptor, std::uint64_t length)
    : path_(std::move(path)), part_(part_of(path_)), descriptor_(descriptor), length_(length) {}

output_file::output_file(output_file&& other) noexcept
    : path_(std::move(other.path_)),
      part_(std::move(other.part_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      length_(other.length_),
      waiting_(std::move(other.waiting_)) {}

output_file& output_file::operator=(output_file&& other) noexcept {
  if (this == &other) return *this;
  close();
  path_ = std::move(other.path_);
  part_ = std::move(other.part_);
  descriptor_ = std::exchange(other.descriptor_, -1);
  length_ = other.length_;
  waiting_ = std::move(other.waiting_);
  return *this;
}

result<output_file> output_file::create(const std::filesystem::path& path) {
  if (result<void> made = make_folder_of(path); !made.ok()) return std::move(made.error());
  const std::filesystem::path part = part_of(path);
  const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, file_mode);
  if (descriptor < 0) return failed("cannot create", part, errno);
  return output_file(path, descriptor, 0);
}

result<output_file> output_file::resume(const std::filesystem::path& path, std::uint64_t length,
                                        bool finished) {
  const std::filesystem::path part = part_of(path);
  std::error_code error;
  if (finished && !std::filesystem::exists(part, error) &&
      std::filesystem::file_size(path, error) == length && !error) {
    if (::rename(path.c_str(), part.c_str()) != 0) return failed("cannot reopen", path, errno);
  }
  const int descriptor = ::open(part.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return failed("cannot go on with", part, errno);
  output_file file(path, descriptor, length);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return failed("cannot go on with", part, errno);
  if (static_cast<std::uint64_t>(status.st_size) < length) {
    return failure{exit_code::io, "cannot go on with " + part.string() + ": it has " +
                                      std::to_string(status.st_size) + " bytes, and had " +
                                      std::to_string(length) + " when the run was stopped"};
  }
  const auto offset = static_cast<off_t>(length);
  if (::ftruncate(descriptor, offset) != 0 || ::lseek(descriptor, offset, SEEK_SET) < 0) {
    return failed("cannot go on with", part, errno);
  }
  return file;
}

result<void> output_file::write(std::string_view bytes) {
  length_ += bytes.size();
  if (waiting_.size() + bytes.size() <= waiting_limit) {
    waiting_.append(bytes);
    return {};
  }
  if (result<void> flushed = flush(); !flushed.ok()) return flushed;
  if (bytes.size() >= waiting_limit) return put(bytes);
  waiting_.assign(bytes);
  return {};
}

result<void> output_file::flush() {
  result<void> done = put(waiting_);
  waiting_.clear();
  return done;
}

result<void> output_file::put(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failed("cannot write to", part_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

result<std::uint64_t> output_file::sync() {
  if (result<void> flushed = flush(); !flushed.ok()) return std::move(flushed.error());
  if (::fdatasync(descriptor_) != 0 && !cannot_sync(errno)) {
    return failed("cannot write to", part_, errno);
  }
  return length_;
}

result<void> output_file::commit() {
  if (const result<std::uint64_t> synced = sync(); !synced.ok()) return synced.error();
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0) return failed("cannot write to", part_, errno);
  if (::rename(part_.c_str(), path_.c_str()) != 0) {
    return failure{exit_code::io, "cannot rename " + part_.string() + " to " + path_.string() +
                                      ": " + std::strerror(errno)};
  }
  sync_folder_of(path_);
  return {};
}

void output_file::close() {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

result<void> write_whole(const std::filesystem::path& path, std::string_view bytes) {
  result<output_file> file = output_file::create(path);
  if (!file.ok()) return std::move(file.error());
  if (result<void> written = file->write(bytes); !written.ok()) return written;
  return file->commit();
}

// Paths end with a zero byte: they may hold any other.
void output_files::complete(const std::filesystem::path& path) {
  if (!completed_.insert(path).second || notes_.empty()) return;
  std::ofstream(notes_, std::ios::binary | std::ios::app) << path.string() << '\0';
}

void output_files::recall() {
  std::ifstream noted(notes_, std::ios::binary);
  for (std::string path; std::getline(noted, path, '\0');) completed_.insert(path);
}

}  // namespace quoth::host

// ---- quoth.files/1 ------------------------------------------------------------------------------

struct quoth_file {
  quoth::host::output_files* all;
  quoth::host::output_file file;
};

namespace quoth::host {

namespace {

/// Runs a service's work; no exception of the host's crosses into the plugin.
template <class Work>
quoth_status serve(Work&& work) noexcept {
  try {
    return work();
  } catch (const std::exception& e) {
    return step::report(QUOTH_IO, e.what());
  }
}

quoth_status reported(failure why) {
  return step::report(QUOTH_IO, std::move(why.message));
}

/// Whether `path` is one of the step's outputs, or below one.
bool allowed(const step_outputs& outputs, std::string_view path) {
  if (path.find("/../") != std::string_view::npos || path.ends_with("/..")) return false;
  return std::any_of(outputs.paths.begin(), outputs.paths.end(), [&](std::string_view output) {
    if (!path.starts_with(output)) return false;
    return path.size() == output.size() || output.ends_with('/') || path[output.size()] == '/';
  });
}

template <class Open>
quoth_status open_file(const quoth_host* host, quoth_string name, quoth_file** file, Open&& open) {
  return serve([&]() -> quoth_status {
    const std::string path(name.data, static_cast<std::size_t>(name.size));
    const auto* const outputs = static_cast<const step_outputs*>(step::of(host).context());
    if (outputs == nullptr || !allowed(*outputs, path)) {
      return step::report(QUOTH_MISUSE, path + " is neither the value of an output parameter of " +
                                            step::of(host).id() + " nor below one");
    }
    output_files& all = outputs->files;
    if (!all.claim(path)) {
      return step::report(QUOTH_IO, "cannot write to " + path + ": it is open already; two " +
                                        "writers need files of their own");
    }
    result<output_file> opened = open(all, path);
    if (!opened.ok()) {
      all.give_up(path);
      return reported(std::move(opened.error()));
    }
    *file = new quoth_file{&all, std::move(*opened)};
    return QUOTH_OK;
  });
}

quoth_status create_file(const quoth_host* host, quoth_string path, quoth_file** file) {
  return open_file(host, path, file,
                   [](output_files&, const std::string& at) { return output_file::create(at); });
}

quoth_status resume_file(const quoth_host* host, quoth_string path, uint64_t length,
                         quoth_file** file) {
  return open_file(host, path, file, [&](output_files& all, const std::string& at) {
    return output_file::resume(at, length, all.resume_finished);
  });
}

quoth_status write_file(quoth_file* file, quoth_string bytes) {
  return serve([&]() -> quoth_status {
    result<void> done = file->file.write({bytes.data, static_cast<std::size_t>(bytes.size)});
    return done.ok() ? quoth_status{QUOTH_OK} : reported(std::move(done.error()));
  });
}

quoth_status sync_file(quoth_file* file, uint64_t* length) {
  return serve([&]() -> quoth_status {
    result<std::uint64_t> synced = file->file.sync();
    if (!synced.ok()) return reported(std::move(synced.error()));
    *length = *synced;
    return QUOTH_OK;
  });
}

void close_file(quoth_file* file) {
  serve([&] {
    const std::unique_ptr<quoth_file> gone(file);
    gone->all->give_up(gone->file.path());
    return QUOTH_OK;
  });
}

quoth_status commit_file(quoth_file* file) {
  return serve([&]() -> quoth_status {
    result<void> done = file->file.commit();
    if (done.ok()) file->all->complete(file->file.path());
    close_file(file);
    return done.ok() ? quoth_status{QUOTH_OK} : reported(std::move(done.error()));
  });
}

constexpr quoth_files_1 files_table{
    sizeof(quoth_files_1), create_file, resume_file, write_file, sync_file,
    commit_file,           close_file};

}  // namespace

const quoth_files_1& output_files_service() {
  return files_table;
}

}  // namespace quoth::host
