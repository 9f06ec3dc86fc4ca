#include "host/plugin/value.hpp"

#include <charconv>
#include <string_view>

namespace quoth::host {

namespace {

std::string owned(quoth_string text) {
  return text.size == 0 ? std::string()
                        : std::string(text.data, static_cast<std::size_t>(text.size));
}

quoth_string view_of(const std::string& text) {
  return {text.data(), text.size()};
}

struct unit {
  std::int64_t size;
  std::string_view name;
};

/// The number in the largest unit of which it is a whole multiple; units from large to small.
template <std::size_t N>
std::string in_units(std::int64_t number, const unit (&units)[N]) {
  for (const unit& u : units) {
    if (number != 0 && number % u.size == 0) {
      return std::to_string(number / u.size) + std::string(u.name);
    }
  }
  return std::string("0").append(units[N - 1].name);
}

std::string real_text(double number) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  return {digits, end};
}

}  // namespace

value value::from(const quoth_value& given) {
  value made;
  made.type = given.type;
  made.integer = given.integer;
  made.real = given.real;
  made.string = owned(given.string);
  for (std::uint32_t i = 0; i < given.count; ++i) made.list.push_back(owned(given.list[i]));
  return made;
}

quoth_value value::view(std::vector<quoth_string>& entries) const {
  entries.clear();
  for (const std::string& entry : list) entries.push_back(view_of(entry));
  return {type,
          static_cast<std::uint32_t>(entries.size()),
          integer,
          real,
          view_of(string),
          entries.empty() ? nullptr : entries.data()};
}

std::string value::text() const {
  switch (type) {
    case QUOTH_PARAM_BOOL:
      return integer != 0 ? "true" : "false";
    case QUOTH_PARAM_INT:
      return std::to_string(integer);
    case QUOTH_PARAM_REAL:
      return real_text(real);
    case QUOTH_PARAM_DURATION:
      return duration_text(integer);
    case QUOTH_PARAM_BYTES:
      return bytes_text(integer);
    case QUOTH_PARAM_LIST: {
      std::string joined;
      for (const std::string& entry : list) {
        if (&entry != &list.front()) joined += ',';
        joined += entry;
      }
      return joined;
    }
    default:
      return string;
  }
}

std::string duration_text(std::int64_t milliseconds) {
  constexpr unit units[] = {{3'600'000, "h"}, {60'000, "m"}, {1000, "s"}, {1, "ms"}};
  return in_units(milliseconds, units);
}

std::string bytes_text(std::int64_t bytes) {
  constexpr unit units[] = {{1 << 30, "G"}, {1 << 20, "M"}, {1 << 10, "K"}, {1, ""}};
  return in_units(bytes, units);
}

}  // namespace quoth::host
