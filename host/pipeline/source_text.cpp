#include "host/pipeline/source_text.hpp"

#include <algorithm>

#include "host/code_points.hpp"

namespace quoth::host {

namespace {

constexpr std::size_t block = 1024;  // bytes

}  // namespace

source_text::source_text(std::string name, std::string bytes)
    : name_(std::move(name)), bytes_(std::move(bytes)) {
  for (std::size_t at = bytes_.find('\n'); at != std::string::npos; at = bytes_.find('\n', at + 1))
    line_begins_.push_back(at + 1);
  before_blocks_.clear();
  std::size_t code_points = 0;
  for (std::size_t at = 0; at < bytes_.size(); at += block) {
    before_blocks_.push_back(code_points);
    code_points += count_code_points(this->bytes().substr(at, block));
  }
  before_blocks_.push_back(code_points);
}

source_position source_text::position(std::size_t offset) const {
  offset = std::min(offset, bytes_.size());
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const std::size_t begin = *(after - 1);
  const std::size_t before = code_points_before(offset) - code_points_before(begin);
  return {static_cast<int>(after - line_begins_.begin()), static_cast<int>(before) + 1};
}

std::size_t source_text::code_points_before(std::size_t offset) const {
  const std::size_t counted = offset / block * block;
  return before_blocks_[offset / block] +
         count_code_points(bytes().substr(counted, offset - counted));
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
