#include "host/pipeline/variables.hpp"

#include <algorithm>

#include "host/pipeline/nearest.hpp"

namespace quoth::host {

namespace {

// Where `written` stands inside `where`; all of `where` if entities hide it.
source_range find_inside(std::string_view written, source_range where, const source_text& source) {
  const std::string_view inside = source.bytes().substr(where.begin, where.end - where.begin);
  const std::size_t at = inside.find(written);
  if (at == std::string_view::npos) return where;
  return {where.begin + at, where.begin + at + written.size()};
}

}  // namespace

bool is_variable_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-';
  });
}

variable_table::variable_table(const std::vector<std::pair<std::string, std::string>>& overrides) {
  for (const auto& [name, value] : overrides) overrides_[name] = value;
}

void variable_table::set(const std::string& name, std::string value, bool from_command_line) {
  if (const auto given = overrides_.find(name); given != overrides_.end())
    set_[name] = {given->second, true};
  else
    set_[name] = {std::move(value), from_command_line};
}

expansion variable_table::expand(std::string_view text, source_range where,
                                 problem_list& problems) const {
  expansion made;
  while (true) {
    const std::size_t begin = text.find("${");
    made.text += text.substr(0, begin);
    if (begin == std::string_view::npos) return made;
    const std::size_t end = text.find('}', begin);
    const std::string_view written =
        text.substr(begin, end == std::string_view::npos ? end : end + 1 - begin);
    const source_range place = find_inside(written, where, problems.source());
    if (end == std::string_view::npos) {
      problems.add(place, "\"${\" without its \"}\"");
      made.complete = false;
      return made;
    }
    const std::string name(written.substr(2, written.size() - 3));
    made.replaced = true;
    if (const auto known = set_.find(name); known != set_.end()) {
      made.text += known->second.value;
      made.from_command_line |= known->second.from_command_line;
    } else {
      made.complete = false;
      problems.add(place, problems.full() ? "" : why_unknown(name));
    }
    text.remove_prefix(end + 1);
  }
}

std::string variable_table::why_unknown(const std::string& name) const {
  if (!is_variable_name(name))
    return "a variable's name is made of letters, digits, \"_\", \".\" and \"-\"";
  return "no <set name=\"" + name + "\"> stands before this" + suggestion(name, names(), "${", "}");
}

void variable_table::check_overrides(problem_list& problems) const {
  for (const auto& [name, value] : overrides_) {
    if (set_.contains(name)) continue;
    problems.add_without_place(
        "-D " + name + "=" + value,
        "the pipeline has no <set name=\"" + name + "\">" + suggestion(name, names()));
  }
}

std::map<std::string, std::string> variable_table::values() const {
  std::map<std::string, std::string> all;
  for (const auto& [name, known] : set_) all[name] = known.value;
  return all;
}

std::vector<std::string_view> variable_table::names() const {
  std::vector<std::string_view> all;
  for (const auto& [name, known] : set_) all.emplace_back(name);
  return all;
}

}  // namespace quoth::host
