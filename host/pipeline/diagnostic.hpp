// What is wrong with a pipeline, where, and how it is shown.
#ifndef QUOTH_HOST_PIPELINE_DIAGNOSTIC_HPP
#define QUOTH_HOST_PIPELINE_DIAGNOSTIC_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "host/pipeline/source_text.hpp"

namespace quoth::host {

/// One thing that is wrong with a pipeline, ready to be shown.
struct diagnostic {
  std::string file;          ///< as the user named it; "-D" where the command line is at fault
  source_position where;     ///< 0:0 where the fault has no place in a file
  std::string message;       ///< one sentence without a full stop at its end
  std::string excerpt = {};  ///< the source line and the caret below it; empty without a place
};

/// `FILE:LINE:COLUMN: error: MESSAGE` and the excerpt, each line with its line break.
[[nodiscard]] std::string to_string(const diagnostic& problem);

/// Collects what is wrong with one file. Beyond `limit` problems it only counts.
class problem_list {
 public:
  static constexpr std::size_t limit = 100;

  explicit problem_list(const source_text& source) : source_(&source) {}

  /// A problem with the bytes of `range`, underlined in the excerpt.
  void add(source_range range, std::string message);
  /// A problem that has no place in the file; `origin` stands where the file's name would.
  void add_without_place(std::string origin, std::string message);

  [[nodiscard]] bool empty() const { return count_ == 0; }
  /// Whether what is added from here on is only counted: its message need not be worked out.
  [[nodiscard]] bool full() const { return count_ >= limit; }
  [[nodiscard]] const source_text& source() const { return *source_; }

  /// In the order of the file, those without a place first. Where some were only counted, a last
  /// one says so.
  [[nodiscard]] std::vector<diagnostic> take() &&;

 private:
  struct entry {
    std::size_t offset;
    diagnostic problem;
  };
  const source_text* source_;
  std::vector<entry> entries_;
  std::size_t count_ = 0;
};

/// The line of `range` and a line that marks it; a long line is cut to what stands around the
/// mark.
[[nodiscard]] std::string excerpt(const source_text& source, source_range range);

}  // namespace quoth::host

#endif
