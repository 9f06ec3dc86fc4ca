// The variables of a pipeline: <set>, -D, and ${name} in attributes.
#ifndef QUOTH_HOST_PIPELINE_VARIABLES_HPP
#define QUOTH_HOST_PIPELINE_VARIABLES_HPP

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/pipeline/diagnostic.hpp"

namespace quoth::host {

/// [A-Za-z0-9_.-]+
[[nodiscard]] bool is_variable_name(std::string_view name);

/// A text whose variables have been replaced.
struct expansion {
  std::string text;
  bool complete = true;            ///< false where a problem was found, and reported
  bool from_command_line = false;  ///< a variable in it has its value from -D
  bool replaced = false;           ///< there was a variable in it
};

class variable_table {
 public:
  /// `overrides`: -D, of which the last of a name counts. Their values are taken as they are.
  explicit variable_table(const std::vector<std::pair<std::string, std::string>>& overrides);

  /// A <set>: its value counts unless -D gave one.
  void set(const std::string& name, std::string value, bool from_command_line);

  [[nodiscard]] bool is_set(const std::string& name) const { return set_.contains(name); }

  /// Replaces each ${name} in `text`, which stands at `where` in the file.
  [[nodiscard]] expansion expand(std::string_view text, source_range where,
                                 problem_list& problems) const;

  /// Adds a problem for each -D whose variable no <set> made.
  void check_overrides(problem_list& problems) const;

  [[nodiscard]] std::map<std::string, std::string> values() const;

 private:
  struct variable {
    std::string value;
    bool from_command_line;
  };
  [[nodiscard]] std::vector<std::string_view> names() const;
  [[nodiscard]] std::string why_unknown(const std::string& name) const;

  std::map<std::string, std::string> overrides_;
  std::map<std::string, variable> set_;
};

}  // namespace quoth::host

#endif
