// The bytes of a text file, and places in it as people count them.
#ifndef QUOTH_HOST_PIPELINE_SOURCE_TEXT_HPP
#define QUOTH_HOST_PIPELINE_SOURCE_TEXT_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::host {

/// A piece of a file: bytes [begin, end).
struct source_range {
  std::size_t begin = 0, end = 0;
};

/// A place in a file as people count: both from 1, columns in code points. 0: no place.
struct source_position {
  int line = 0, column = 0;
};

/// The bytes of a text file and where its lines begin.
class source_text {
 public:
  source_text() = default;
  /// `name` is what messages call the file.
  source_text(std::string name, std::string bytes);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

  /// Where byte `offset` stands; an offset behind the end stands at the end. Costs the same
  /// wherever that is, however long the line.
  [[nodiscard]] source_position position(std::size_t offset) const;

  /// The line (from 1) without its line break.
  [[nodiscard]] std::string_view line(int number) const;

  /// Byte offset of the first byte of a line (from 1).
  [[nodiscard]] std::size_t line_begin(int number) const;

 private:
  [[nodiscard]] std::size_t code_points_before(std::size_t offset) const;

  std::string name_, bytes_;
  std::vector<std::size_t> line_begins_{0};
  std::vector<std::size_t> before_blocks_{0};  // code points before each block of bytes
};

}  // namespace quoth::host

#endif
