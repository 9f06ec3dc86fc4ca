#include "host/pipeline/source_text.hpp"

#include <algorithm>

#include "host/code_points.hpp"
namespace quoth::host {

source_text::source_text(std::string name, std::string bytes)
    : name_(std::move(name)), bytes_(std::move(bytes)) {
  for (std::size_t at = bytes_.find('\n'); at != std::string::npos; at = bytes_.find('\n', at + 1))
    line_begins_.push_back(at + 1);
}

source_position source_text::position(std::size_t offset) const {
  offset = std::min(offset, bytes_.size());
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const std::size_t begin = *(after - 1);
  const std::size_t before = count_code_points(bytes().substr(begin, offset - begin));
  return {static_cast<int>(after - line_begins_.begin()), static_cast<int>(before) + 1};
}

std::string_view source_text::line(int number) const {
  const std::size_t begin = line_begin(number);
  std::string_view rest = bytes().substr(begin);
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return rest;
}

std::size_t source_text::line_begin(int number) const {
  return line_begins_[static_cast<std::size_t>(number - 1)];
}

}  // namespace quoth::host
