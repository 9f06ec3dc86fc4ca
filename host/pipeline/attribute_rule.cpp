#include "host/pipeline/attribute_rule.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

#include "host/pipeline/nearest.hpp"
#include "host/pipeline/variables.hpp"

namespace quoth::host {

namespace {

struct conversion {
  const attribute_rule& rule;
  std::string_view text;
  const path_bases& bases;
  bool from_command_line;
};

/// One row of the table of value types.
struct value_type {
  std::uint32_t type;
  std::string_view name;
  std::string_view expected;  // completed by the range, the choices
  result<value> (*convert)(const conversion&);
  std::string_view schema_base;
  std::string_view schema_pattern;  // empty: none
};

failure unexpected(const attribute_rule& rule) {
  return {exit_code::config, "expected " + expectation_of(rule)};
}

// XML Schema's numbers may stand among white space.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white_space = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(white_space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white_space) + 1 - begin);
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  const bool has_plus = text.starts_with('+');
  if (has_plus) text.remove_prefix(1);
  if (text.empty() || (has_plus && (text[0] == '+' || text[0] == '-'))) return std::nullopt;
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// A number with one of `units` behind it; the result in the smallest unit.
struct unit {
  std::string_view suffix;
  std::int64_t factor;
};

std::optional<std::int64_t> parse_quantity(std::string_view text, std::span<const unit> units) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto found = std::ranges::find(units, text.substr(digits), &unit::suffix);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, number);
  if (digits == 0 || error != std::errc{} || found == units.end()) return std::nullopt;
  if (number > std::numeric_limits<std::int64_t>::max() / found->factor) return std::nullopt;
  return number * found->factor;
}

bool in_range(const attribute_rule& rule, double number) {
  return !rule.range || (number >= rule.range->first && number <= rule.range->second);
}

result<value> convert_bool(const conversion& from) {
  if (from.text == "true") return value::boolean(true);
  if (from.text == "false") return value::boolean(false);
  return unexpected(from.rule);
}

result<value> convert_int(const conversion& from) {
  const auto number = parse_number<std::int64_t>(trimmed(from.text));
  if (!number || !in_range(from.rule, static_cast<double>(*number))) return unexpected(from.rule);
  return value::of_int(*number);
}

result<value> convert_real(const conversion& from) {
  const auto number = parse_number<double>(trimmed(from.text));
  if (!number || !std::isfinite(*number) || !in_range(from.rule, *number))
    return unexpected(from.rule);
  return value::of_real(*number);
}

result<value> convert_string(const conversion& from) {
  if (from.rule.identifier && !is_variable_name(from.text)) return unexpected(from.rule);
  if (from.rule.not_empty && from.text.empty()) return unexpected(from.rule);
  return value::of_string(std::string(from.text));
}

result<value> convert_choice(const conversion& from) {
  const auto& choices = from.rule.choices;
  const auto found = std::ranges::find(choices, from.text);
  if (found != choices.end()) return value::choice(found - choices.begin(), *found);
  const std::vector<std::string_view> names(choices.begin(), choices.end());
  failure problem = unexpected(from.rule);
  problem.message += suggestion(from.text, names);
  return problem;
}

result<value> convert_duration(const conversion& from) {
  constexpr std::array<unit, 4> units = {
      {{"ms", 1}, {"s", 1'000}, {"m", 60'000}, {"h", 3'600'000}}};
  const auto time = parse_quantity(from.text, units);
  if (!time || !in_range(from.rule, static_cast<double>(*time))) return unexpected(from.rule);
  return value::duration(std::chrono::milliseconds(*time));
}

result<value> convert_bytes(const conversion& from) {
  constexpr std::array<unit, 4> units = {{{"", 1}, {"K", 1 << 10}, {"M", 1 << 20}, {"G", 1 << 30}}};
  const auto size = parse_quantity(from.text, units);
  if (!size || !in_range(from.rule, static_cast<double>(*size))) return unexpected(from.rule);
  return value::bytes(*size);
}

result<value> convert_file(const conversion& from) {
  if (from.text.empty()) return unexpected(from.rule);
  std::vector<std::filesystem::path> folders;
  if (from.from_command_line) {
    folders = {from.bases.working_directory};
  } else {
    folders = {from.bases.pipeline_folder};
    if (!from.bases.resources.empty()) folders.push_back(from.bases.resources);
    folders.insert(folders.end(), from.bases.search_path.begin(), from.bases.search_path.end());
  }
  std::string looked;
  for (const std::filesystem::path& folder : folders) {
    // An absolute path replaces the folder, and then every folder gives the same candidate.
    const std::string candidate = (folder / from.text).lexically_normal().string();
    std::error_code error;
    if (std::filesystem::exists(candidate, error)) return value::file(candidate);
    if (looked.find(candidate) == std::string::npos)
      looked += (looked.empty() ? "" : ", ") + candidate;
  }
  return failure{exit_code::config, "no such file; looked for " + looked};
}

result<value> convert_output(const conversion& from) {
  if (from.text.empty()) return unexpected(from.rule);
  const std::filesystem::path inside = std::filesystem::path(from.text).lexically_normal();
  if (!from.from_command_line && *inside.begin() == "..")
    return failure{exit_code::config,
                   "leads out of the output folder, which -o gives; expected a path below it"};
  const auto& folder = from.from_command_line ? from.bases.working_directory : from.bases.output;
  return value::output((folder / from.text).lexically_normal().string());
}

result<value> convert_list(const conversion& from) {
  std::vector<std::string> entries;
  for (std::string_view rest = from.text; !rest.empty();) {
    const std::size_t comma = rest.find(',');
    if (const std::string_view entry = trimmed(rest.substr(0, comma)); !entry.empty())
      entries.emplace_back(entry);
    rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
  }
  return value::of_list(std::move(entries));
}

constexpr std::array<value_type, 10> value_types = {{
    {QUOTH_PARAM_BOOL, "bool", "\"true\" or \"false\"", convert_bool, "xs:string", ""},
    {QUOTH_PARAM_INT, "int", "a whole number", convert_int, "xs:long", ""},
    {QUOTH_PARAM_REAL, "real", "a number", convert_real, "xs:double",
     R"([+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+\-]?[0-9]+)?)"},
    {QUOTH_PARAM_STRING, "string", "a text", convert_string, "xs:string", ""},
    {QUOTH_PARAM_CHOICE, "choice", "", convert_choice, "xs:string", ""},
    {QUOTH_PARAM_DURATION, "duration", "a time such as 500ms, 30s, 5m or 2h", convert_duration,
     "xs:string", "[0-9]+(ms|s|m|h)"},
    {QUOTH_PARAM_BYTES, "bytes", "a size such as 512, 64K, 16M or 2G", convert_bytes, "xs:string",
     "[0-9]+[KMG]?"},
    {QUOTH_PARAM_FILE, "file", "the path of a file", convert_file, "xs:string", ""},
    {QUOTH_PARAM_OUTPUT, "output", "a path", convert_output, "xs:string", ""},
    {QUOTH_PARAM_LIST, "list", "texts parted by commas", convert_list, "xs:string", ""},
}};

const value_type& type_of(std::uint32_t type) {
  // The catalogue refuses plugins whose parameters have another type.
  return value_types[type - 1];
}

std::string quoted_list(const std::vector<std::string>& choices) {
  std::string text;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) text += i + 1 == choices.size() ? " or " : ", ";
    text += '"' + choices[i] + '"';
  }
  return text;
}

// A bound in the notation of the type.
std::string bound_text(std::uint32_t type, double bound) {
  if (type == QUOTH_PARAM_DURATION) return duration_text(static_cast<std::int64_t>(bound));
  if (type == QUOTH_PARAM_BYTES) return bytes_text(static_cast<std::int64_t>(bound));
  std::array<char, 64> digits{};
  const auto format =
      type == QUOTH_PARAM_INT ? std::chars_format::fixed : std::chars_format::general;
  const auto [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), bound, format);
  return error == std::errc{} ? std::string(digits.data(), end) : std::to_string(bound);
}

// Whether a bound of a range narrows the type at all.
bool binds(std::uint32_t type, double bound) {
  return type == QUOTH_PARAM_REAL ? std::isfinite(bound) && std::abs(bound) < 1e300
                                  : std::abs(bound) < 9e18;
}

}  // namespace

attribute_rule rule_of(const quoth_param& parameter) {
  attribute_rule rule{.name = parameter.name, .type = parameter.type, .doc = parameter.doc};
  rule.required = (parameter.flags & QUOTH_PARAM_REQUIRED) != 0;
  if (parameter.type == QUOTH_PARAM_CHOICE)
    rule.choices.assign(parameter.choices, parameter.choices + parameter.choice_count);
  if ((parameter.flags & QUOTH_PARAM_RANGE) != 0)
    rule.range = {parameter.minimum, parameter.maximum};
  if (parameter.preset != nullptr) rule.preset = value::from(*parameter.preset);
  return rule;
}

result<value> convert(const attribute_rule& rule, std::string_view text, const path_bases& bases,
                      bool from_command_line) {
  return type_of(rule.type).convert({rule, text, bases, from_command_line});
}

std::string_view type_name(std::uint32_t type) {
  return type_of(type).name;
}

std::string expectation_of(const attribute_rule& rule) {
  if (rule.type == QUOTH_PARAM_CHOICE) return quoted_list(rule.choices);
  if (rule.identifier) return "a name made of letters, digits, \"_\", \".\" and \"-\"";
  if (rule.not_empty) return "a text that is not empty";
  const std::string range = range_of(rule);
  if (range.empty()) return std::string(type_of(rule.type).expected);
  const bool has_unit = rule.type == QUOTH_PARAM_DURATION || rule.type == QUOTH_PARAM_BYTES;
  return std::string(type_of(rule.type).expected) + (has_unit ? ", " : " ") + range;
}

std::string range_of(const attribute_rule& rule) {
  if (!rule.range) return {};
  const auto [low, high] = *rule.range;
  const bool has_low = binds(rule.type, low), has_high = binds(rule.type, high);
  if (has_low && has_high)
    return "from " + bound_text(rule.type, low) + " to " + bound_text(rule.type, high);
  if (has_low) return "of at least " + bound_text(rule.type, low);
  if (has_high) return "of at most " + bound_text(rule.type, high);
  return {};
}

schema_type schema_type_of(const attribute_rule& rule) {
  const value_type& type = type_of(rule.type);
  schema_type made{std::string(type.schema_base), {}};
  if (!type.schema_pattern.empty())
    made.facets.emplace_back("pattern", std::string(type.schema_pattern));
  if (rule.type == QUOTH_PARAM_BOOL)
    made.facets = {{"enumeration", "true"}, {"enumeration", "false"}};
  for (const std::string& choice : rule.choices) made.facets.emplace_back("enumeration", choice);
  if (rule.identifier) made.facets.emplace_back("pattern", "[A-Za-z0-9_.\\-]+");
  if (rule.not_empty || rule.type == QUOTH_PARAM_FILE || rule.type == QUOTH_PARAM_OUTPUT)
    made.facets.emplace_back("minLength", "1");
  // Durations and sizes have units, which XML Schema cannot compare.
  const bool is_number = rule.type == QUOTH_PARAM_INT || rule.type == QUOTH_PARAM_REAL;
  if (is_number && rule.range) {
    if (binds(rule.type, rule.range->first))
      made.facets.emplace_back("minInclusive", bound_text(rule.type, rule.range->first));
    if (binds(rule.type, rule.range->second))
      made.facets.emplace_back("maxInclusive", bound_text(rule.type, rule.range->second));
  }
  return made;
}

}  // namespace quoth::host
