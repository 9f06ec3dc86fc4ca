// Pairs quotation marks. Cannot fail: every sequence of marks has one reading.
//
// The reading, paragraph by paragraph and mark by mark: a mark that can close pairs with the
// nearest open mark of its family, and open marks between the two are strays; else a mark that can
// open opens; else it is a stray. A weak mark closes only where no firm mark of its family that can
// close follows before the next that can only open. At the paragraph's end an open mark that is not
// followed by a pair of its family is an unclosed quotation up to the end of the paragraph; it
// continues when the next paragraph begins with a mark of its family that can open (the custom for
// quotations of several paragraphs). Other open marks are strays.
//
// Thread rule: a pairing belongs to one thread and keeps its memory between texts.
#pragma once

#include <array>
#include <cstdint>
#include <quoth/layers.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "marks.hpp"
#include "span_column.hpp"

namespace quoth::quotes {

struct quotation {
  quoth::span outer;            // with its marks
  quoth::span inner;            // without
  std::uint32_t paragraph = 0;  // index
  std::uint32_t depth = 0;      // 0: inside no other quotation
  mark_family family = mark_family::double_mark;
  bool closed = true;      // false: runs to the paragraph's end
  bool continues = false;  // unclosed, and the next quotation of depth 0 goes on with it
};

class pairing {
 public:
  // The quotations of `text` in the order of their opening marks. `paragraphs` are in order and do
  // not overlap; marks outside them are strays. Linear in text and marks.
  void run(std::string_view text, const span_column& paragraphs, std::vector<quotation>& out);

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::uint32_t paragraph_end = none - 1;
  struct open_mark {
    std::uint32_t mark;         // index in its paragraph
    std::uint32_t same_family;  // the next lower open mark of the family, or none
    std::uint32_t pairs;        // that its family had when it opened
  };

  void pair_paragraph(std::span<const mark> marks);
  void judge_weak(std::span<const mark> marks);
  void push(std::uint32_t index, mark_family family);
  [[nodiscard]] std::uint32_t first_unclosed(std::span<const mark> marks) const;
  void emit(std::span<const mark> marks, const span_column& paragraphs, std::uint32_t paragraph,
            const mark* next, std::vector<quotation>& out);

  std::vector<mark> marks_;
  std::vector<std::uint8_t> closes_;    // per mark of the paragraph: may close, weakness considered
  std::vector<std::uint32_t> partner_;  // per mark: the mark that closes it, paragraph_end or none
  std::vector<open_mark> open_;         // a stack
  std::vector<std::uint32_t> enclosing_;              // ends of the quotations around, a stack
  std::array<std::uint32_t, mark_families> top_{};    // of each family, into open_
  std::array<std::uint32_t, mark_families> pairs_{};  // of each family, so far
};

}  // namespace quoth::quotes
