// @STAGE@: reads agency copy, several articles in a file.
#pragma once

#include <quoth/plugin.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

// A .wire file: articles parted by lines of "####". Each has lines such as "Title: …" on top, then
// an empty line, then its text.
struct @NAME@ {
  std::string outlet;

  static constexpr auto about = quoth::stage(
      "@STAGE@", "1.0.0", "Reads agency copy: several articles in a file.",
      quoth::accepts("*.wire"),
      quoth::param(&@NAME@::outlet, "outlet", "", "whose copy it is, where an article does not say"),
      quoth::writes<quoth::document_row>{});

  // What `next` keeps for one input between its calls.
  struct cursor {
    explicit cursor(const quoth::input&) {}
    std::uint64_t line = 1;  // where the window begins
  };

  // Finds the next article in the bytes read so far. Called again with a longer window after
  // need_more(), with what follows the consumed bytes after an article; `last`: nothing more comes.
  static quoth::cut next(cursor& at, std::string_view window, bool last) {
    constexpr std::string_view rule = "\n####\n";
    const std::size_t found = window.find(rule);
    if (found == std::string_view::npos && !last) return quoth::cut::need_more();
    const std::size_t end = std::min(found, window.size());
    const std::size_t consumed = std::min(window.size(), end + rule.size());
    quoth::cut article{.found = end > 0, .begin = 0, .end = end, .consumed = consumed,
                       .line = at.line};
    const std::string_view passed = window.substr(0, consumed);
    at.line += static_cast<std::uint64_t>(std::ranges::count(passed, '\n'));
    return article;
  }

  // Makes a document of one article. What is wrong with one is thrown; the others are still read.
  void parse(const quoth::item& item, quoth::document<@NAME@>& doc) {
    std::string_view rest = item.bytes;
    // Ids are unique in a run: the file's name alone would not do for several articles.
    const std::string numbered = std::string(item.input.id) + ':' + std::to_string(item.line);
    quoth::document_row row{.id = numbered};
    if (!outlet.empty()) row.outlet = outlet;
    while (true) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      if (line.empty()) break;
      if (const auto value = field(line, "Id: "); !value.empty()) {
        row.id = value;
      } else if (const auto value = field(line, "Title: "); !value.empty()) {
        row.title = value;
      } else if (const auto value = field(line, "Date: "); !value.empty()) {
        row.date = value;
      } else if (const auto value = field(line, "Outlet: "); !value.empty()) {
        row.outlet = value;
      } else {
        throw quoth::error("\"" + std::string(line) +
                           "\" is no field: write Id, Title, Date or Outlet, a colon and its value, "
                           "and an empty line before the text");
      }
    }
    doc.set_text(rest);
    doc.write<quoth::document_row>().add(row);
  }

  // What follows `name` in a line, or nothing.
  static std::string_view field(std::string_view line, std::string_view name) {
    return line.starts_with(name) ? line.substr(name.size()) : std::string_view{};
  }
};
