#include "host/plugin/plugin_file.hpp"

#include <xxhash.h>

// library_info.hpp needs <string> and <vector>, which plugin_file.hpp includes, and includes
// neither.
#include <boost/dll/library_info.hpp>
#include <boost/dll/shared_library.hpp>
#include <cstdio>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <system_error>

#include "host/plugin/descriptor_check.hpp"

namespace quoth::host {

namespace {

constexpr const char* section_name = "quoth_plugin";
constexpr const char* symbol_name = "quoth_plugin_v1";

/// Takes dlerror's sentence out of what Boost.DLL throws: it stands in "(dlerror system message:
/// …)", followed by the text of an errno that has nothing to do with it; and the file's name,
/// which is known, comes off its front.
std::string loader_reason(std::string_view thrown, const std::filesystem::path& file) {
  constexpr std::string_view before = "dlerror system message: ";
  if (const std::size_t at = thrown.find(before); at != std::string_view::npos) {
    thrown.remove_prefix(at + before.size());
    thrown = thrown.substr(0, thrown.rfind(')'));
  }
  const std::string name = file.string() + ": ";
  if (thrown.starts_with(name)) thrown.remove_prefix(name.size());
  return "it cannot be loaded: " + std::string(thrown);
}

/// Keeps a library loaded until the program ends: rows, messages and descriptors may refer to it.
void keep_resident(boost::dll::shared_library library) {
  static std::mutex mutex;
  static auto* const resident = new std::vector<boost::dll::shared_library>();
  const std::lock_guard lock(mutex);
  resident->push_back(std::move(library));
}

std::string digits_of(const XXH128_hash_t& hash) {
  char digits[33];
  std::snprintf(digits, sizeof digits, "%016llx%016llx",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return digits;
}

}  // namespace

std::string section_fault(const std::filesystem::path& file) {
  try {
    boost::dll::library_info inside(file);
    for (const std::string& name : inside.sections()) {
      if (name == section_name) return "";
    }
  } catch (const std::exception&) {
    return "it is not a shared library, or a damaged one";
  }
  return "it is not a Quoth plugin: it has no section quoth_plugin";
}

opened_file open_plugin_file(const std::filesystem::path& file) {
  using boost::dll::load_mode::rtld_local;
  using boost::dll::load_mode::rtld_now;
  opened_file opened;
  try {
    boost::dll::shared_library library(file, rtld_now | rtld_local);
    if (!library.has(symbol_name)) {
      opened.reason = "it does not export quoth_plugin_v1";
      return opened;
    }
    const auto& plugin = library.get<const quoth_plugin>(symbol_name);
    opened.reason = descriptor_fault(plugin);
    opened.plugin_id = plugin_id_of(plugin);
    opened.stage_ids = stage_ids_of(plugin);
    if (opened.reason.empty()) opened.plugin = &plugin;
    keep_resident(std::move(library));
  } catch (const std::exception& e) {
    opened.reason = loader_reason(e.what(), file);
    opened.may_change = true;
  }
  return opened;
}

std::optional<std::string> file_hash(const std::filesystem::path& file) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> from(std::fopen(file.c_str(), "rb"),
                                                             &std::fclose);
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(),
                                                                              &XXH3_freeState);
  if (!from || !state) return std::nullopt;
  XXH3_128bits_reset(state.get());
  std::vector<char> piece(std::size_t{1} << 18);
  std::size_t size = 0;
  while ((size = std::fread(piece.data(), 1, piece.size(), from.get())) > 0) {
    XXH3_128bits_update(state.get(), piece.data(), size);
  }
  if (std::ferror(from.get()) != 0) return std::nullopt;
  return digits_of(XXH3_128bits_digest(state.get()));
}

std::string text_hash(std::string_view text) {
  return digits_of(XXH3_128bits(text.data(), text.size()));
}

std::string folder_hash(const std::filesystem::path& folder) {
  std::map<std::string, std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    std::error_code unknown;
    if (at->is_regular_file(unknown))
      files.emplace(at->path().lexically_relative(folder).string(), at->path());
  }
  if (files.empty()) return "";
  std::string listed;
  for (const auto& [name, file] : files)
    listed.append(name).append(1, '\0').append(file_hash(file).value_or("")).append(1, '\0');
  return text_hash(listed);
}

}  // namespace quoth::host
