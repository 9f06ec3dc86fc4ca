// Markup of the report. Whatever comes from documents goes through text() or attribute().
#pragma once

#include <string>
#include <string_view>
#include <text/trim.hpp>

namespace quoth::writers {

// Appends text with the characters of markup escaped, for elements and quoted attributes alike.
// Control characters but for tabs and line feeds become U+FFFD, so that neither a browser nor
// document_number meets one.
void append_escaped(std::string& out, std::string_view text);

// With a space for each character that ends a line, U+2028 and its kind among them.
[[nodiscard]] std::string on_one_line(std::string_view text);

// Stands for the document's number in a run, which is known only when the documents are put in
// order. No escaped text holds it.
inline constexpr char document_number = '\x01';

// The first `most` code points of `text`, at its last space if it has to be cut, and "…".
[[nodiscard]] std::string clipped(std::string_view text, std::size_t most);

using text::trimmed;

class html {
 public:
  explicit html(std::string& out) : out_(out) {}

  html& raw(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  html& text(std::string_view words) {
    append_escaped(out_, words);
    return *this;
  }
  html& number(std::uint64_t value) { return raw(std::to_string(value)); }
  // ` NAME="VALUE"`
  html& attribute(std::string_view name, std::string_view value) {
    raw(" ").raw(name).raw("=\"").text(value);
    return raw("\"");
  }
  // The same for a value that this program made.
  html& own_attribute(std::string_view name, std::string_view value) {
    return raw(" ").raw(name).raw("=\"").raw(value).raw("\"");
  }
  // `<TAG>TEXT</TAG>`
  html& element(std::string_view tag, std::string_view words) {
    raw("<").raw(tag).raw(">").text(words);
    return raw("</").raw(tag.substr(0, tag.find(' '))).raw(">");
  }

 private:
  std::string& out_;
};

}  // namespace quoth::writers
