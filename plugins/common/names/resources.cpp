#include "names/resources.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

namespace quoth::names {

resources resources::in_folder(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  resources result;
  if (fs::is_directory(folder)) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.is_directory()) result.languages.push_back(entry.path().filename().string());
    }
    std::ranges::sort(result.languages);
  }
  auto kept = std::make_shared<std::map<std::string, std::string>>();
  result.read = [folder, kept](const std::string& path) -> std::optional<std::string_view> {
    if (const auto known = kept->find(path); known != kept->end()) return known->second;
    std::ifstream file(folder / path, std::ios::binary);
    if (!file) return std::nullopt;
    std::string contents{std::istreambuf_iterator<char>(file), {}};
    return kept->emplace(path, std::move(contents)).first->second;
  };
  return result;
}

}  // namespace quoth::names
