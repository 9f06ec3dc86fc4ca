#include "called_speaker.hpp"

#include <algorithm>
#include <map>
#include <record/merge.hpp>
#include <string_view>
#include <vector>

#include "nearest_names.hpp"

namespace quoth::record_writing {

namespace {

// The names of some speakers, as far as they fit a message; with a role where two are called alike.
[[nodiscard]] std::string names_of(const record::catalogue& speakers,
                                   const std::vector<std::uint32_t>& some) {
  constexpr std::size_t most = 8;
  std::map<std::string_view, int> times;
  for (const std::uint32_t one : some) ++times[speakers.speakers()[one].name];
  std::string out;
  for (std::size_t i = 0; i < std::min(most, some.size()); ++i) {
    const std::string& name = speakers.speakers()[some[i]].name;
    const std::string_view role = times[name] > 1 ? speakers.role_of(some[i]) : "";
    out += i == 0 ? "" : ", ";
    out += role.empty() ? name : '\'' + record::designation(name, role) + '\'';
  }
  return some.size() > most ? out + " and " + std::to_string(some.size() - most) + " more" : out;
}

[[noreturn]] void fail_for_nobody(const std::filesystem::path& path,
                                  const record::catalogue& speakers, const std::string& name) {
  const auto& several = speakers.called(name);
  if (several.size() > 1) {
    throw not_there("'" + name + "' may be " + names_of(speakers, several) + ": give one of these");
  }
  std::vector<std::uint32_t> holders;
  speakers.holders(name, {}, [&](std::uint32_t one, bool) { holders.push_back(one); });
  std::ranges::sort(holders);
  holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
  if (!holders.empty()) {
    throw not_there("'" + name + "' is a role of " + names_of(speakers, holders) +
                    ": give one of these");
  }
  const std::vector<std::uint32_t> near = nearest_speakers(speakers, name);
  throw not_there("record '" + path.string() + "' has no speaker '" + name +
                  "': " + (near.empty() ? "" : "did you mean " + names_of(speakers, near) + "? ") +
                  "'quoth record info' lists those that it has");
}

// The same as only_speaker_called; no_speaker where it is nobody.
[[nodiscard]] std::uint32_t only_speaker_or_none(const record::catalogue& speakers,
                                                 const std::string& name) {
  const auto& called = speakers.called(name);
  if (called.size() == 1) return called.front();
  const std::string key = record::alias_key(name);
  std::vector<std::uint32_t> whole, alone;
  for (const std::uint32_t one : called) {
    if (record::alias_key(speakers.speakers()[one].name) != key) continue;
    whole.push_back(one);
    if (speakers.role_of(one).empty()) alone.push_back(one);
  }
  if (whole.size() == 1) return whole.front();
  if (alone.size() == 1) return alone.front();
  const std::size_t comma = name.find(", ");
  if (comma == std::string::npos) return record::no_speaker;
  return speakers.called(name.substr(0, comma), name.substr(comma + 2));
}

}  // namespace

std::uint32_t speaker_called(const std::filesystem::path& path, const record::catalogue& speakers,
                             const std::string& name) {
  std::uint32_t found = speakers.resolve(name, {}, {});
  if (found == record::no_speaker) found = only_speaker_or_none(speakers, name);
  if (found == record::no_speaker) found = speakers.resolve({}, name, {});
  if (found == record::no_speaker) fail_for_nobody(path, speakers, name);
  return found;
}

std::uint32_t only_speaker_called(const std::filesystem::path& path,
                                  const record::catalogue& speakers, const std::string& name) {
  const std::uint32_t found = only_speaker_or_none(speakers, name);
  if (found == record::no_speaker) fail_for_nobody(path, speakers, name);
  return found;
}

}  // namespace quoth::record_writing
