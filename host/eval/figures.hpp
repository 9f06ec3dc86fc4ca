// The figures of a report and how they are printed: numbers as Python prints them, so that
// `quoth eval` and score.py give the same lines.
#ifndef QUOTH_HOST_EVAL_FIGURES_HPP
#define QUOTH_HOST_EVAL_FIGURES_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quoth::host::eval {

/// Rounded to a number of decimals, exactly (half to even on the double's exact value).
[[nodiscard]] double rounded(double number, int decimals);

/// 100 * part / whole, one decimal.
[[nodiscard]] double percent(std::size_t part, std::size_t whole);

/// The shortest text that reads back as the number, with a decimal point: "29.6", "100.0".
[[nodiscard]] std::string number_text(double number);

/// Padded with blanks to `width` code points, at the right or at the left.
[[nodiscard]] std::string left(std::string_view text, std::size_t width);
[[nodiscard]] std::string right(std::string_view text, std::size_t width);

/// A JSON object that is written member by member.
class json_object {
 public:
  json_object& add(std::string_view key, double number);
  json_object& add(std::string_view key, std::size_t number);
  json_object& add(std::string_view key, std::string_view text);
  json_object& add(std::string_view key, const json_object& object);
  json_object& add_null(std::string_view key);

  [[nodiscard]] std::string text() const { return '{' + members_ + '}'; }

 private:
  json_object& member(std::string_view key, std::string_view text);
  std::string members_;
};

/// Precision, recall and F1 in per cent, one decimal.
struct precision_recall {
  double p = 0, r = 0, f1 = 0;
  [[nodiscard]] json_object to_json() const;
};
[[nodiscard]] precision_recall measure(std::size_t right, std::size_t predicted, std::size_t gold);

}  // namespace quoth::host::eval

#endif
