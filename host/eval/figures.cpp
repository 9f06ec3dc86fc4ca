#include "host/eval/figures.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include "host/code_points.hpp"

namespace quoth::host::eval {

namespace {

std::string padding(std::string_view text, std::size_t width) {
  const std::size_t points = count_code_points(text);
  return std::string(width > points ? width - points : 0, ' ');
}

std::string json_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    constexpr std::string_view escaped = "\"\\\n\r\t\b\f", letters = "\"\\nrtbf";
    if (const std::size_t at = escaped.find(c); at != std::string_view::npos) {
      quoted += {'\\', letters[at]};
    } else if (static_cast<unsigned char>(c) < 0x20) {
      std::array<char, 8> code{};
      std::snprintf(code.data(), code.size(), "\\u%04x", static_cast<unsigned>(c));
      quoted += code.data();
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

}  // namespace

double rounded(double number, int decimals) {
  std::array<char, 400> digits{};
  std::snprintf(digits.data(), digits.size(), "%.*f", decimals, number);
  return std::strtod(digits.data(), nullptr);
}

double percent(std::size_t part, std::size_t whole) {
  return rounded(static_cast<double>(100 * part) / static_cast<double>(whole), 1);
}

std::string number_text(double number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  std::string text(digits.data(), end);
  return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
}

std::string left(std::string_view text, std::size_t width) {
  return std::string(text) + padding(text, width);
}

std::string right(std::string_view text, std::size_t width) {
  return padding(text, width) + std::string(text);
}

json_object& json_object::add(std::string_view key, double number) {
  return member(key, number_text(number));
}

json_object& json_object::add(std::string_view key, std::size_t number) {
  return member(key, std::to_string(number));
}

json_object& json_object::add(std::string_view key, std::string_view text) {
  return member(key, json_string(text));
}

json_object& json_object::add(std::string_view key, const json_object& object) {
  return member(key, object.text());
}

json_object& json_object::add_null(std::string_view key) {
  return member(key, "null");
}

json_object& json_object::member(std::string_view key, std::string_view text) {
  members_ += (members_.empty() ? "" : ", ") + json_string(key) + ": ";
  members_ += text;
  return *this;
}

json_object precision_recall::to_json() const {
  return json_object{}.add("p", p).add("r", r).add("f1", f1);
}

precision_recall measure(std::size_t right, std::size_t predicted, std::size_t gold) {
  const auto share = [right](std::size_t of) {
    return of == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(of);
  };
  const double p = share(predicted), r = share(gold);
  return {rounded(100 * p, 1), rounded(100 * r, 1),
          p + r > 0 ? rounded(200 * p * r / (p + r), 1) : 0.0};
}

}  // namespace quoth::host::eval
