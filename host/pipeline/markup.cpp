#include "host/pipeline/markup.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "host/code_points.hpp"
#include "host/document/document.hpp"

namespace quoth::host {

namespace {

constexpr std::array<std::string_view, 5> known_entities = {"amp", "lt", "gt", "quot", "apos"};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool continues_name(char c) {
  return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

// Char of XML 1.0, section 2.2.
bool is_xml_character(std::uint32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

std::string quoted(std::string_view text) {
  constexpr std::size_t most = 60;  // bytes
  return '"' + shortened(text, most) + '"';
}

/// Walks over tags, comments and text. A method that returns false has met a fault behind which
/// nothing can be made out.
class markup_scanner {
 public:
  explicit markup_scanner(problem_list& problems)
      : problems_(problems), text_(problems.source().bytes()) {}

  void scan() {
    if (!check_characters() || !scan_declaration()) return;
    while (at_ < text_.size())
      if (!scan_next()) return;
    if (!open_.empty())
      problems_.add(open_.back(), "<" + name_of(open_.back()) + "> is never closed");
    else if (!root_seen_)
      problems_.add(source_range{0, 0}, "the file holds no element; a pipeline is one <pipeline>");
  }

 private:
  bool check_characters() {
    const std::size_t bad = document::first_bad_byte(text_);
    if (bad < text_.size()) {
      problems_.add({bad, bad + 1}, "this byte is not UTF-8; save the pipeline as UTF-8");
      return false;
    }
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const bool not_a_character = text_.substr(at, 3) == "\xEF\xBF\xBE" ||
                                   text_.substr(at, 3) == "\xEF\xBF\xBF";  // U+FFFE, U+FFFF
      if (is_xml_character(byte) && !not_a_character) continue;
      problems_.add({at, at + 1}, "XML does not allow this character");
      return false;
    }
    return true;
  }

  bool scan_declaration() {
    if (!text_.starts_with("<?xml") || text_.size() < 6 || !is_space(text_[5])) return true;
    const std::size_t end = text_.find("?>");
    if (end == std::string_view::npos)
      return fatal({0, 5}, "the file ends inside the XML declaration");
    at_ = 5;
    std::set<std::string_view> names;
    bool has_version = false;
    while (skip_space(), at_ < end) {
      source_range name, content;
      if (!scan_attribute(name, content, names)) return false;
      const std::string_view key = slice(name), given = slice(content);
      has_version |= key == "version";
      if (key == "version" && given != "1.0")
        problems_.add(content, "a pipeline is XML 1.0, not " + quoted(given));
      if (key == "encoding" && !equal_ignoring_case(given, "utf-8"))
        problems_.add(content, "a pipeline is UTF-8, not " + quoted(given));
      if (key != "version" && key != "encoding" && key != "standalone")
        problems_.add(name, "an XML declaration has no " + quoted(key));
    }
    if (!has_version) problems_.add({0, 5}, "the XML declaration has no version=\"1.0\"");
    at_ = end + 2;
    return true;
  }

  bool scan_next() {
    if (text_[at_] != '<') return scan_text();
    if (begins("<!--")) return scan_comment();
    if (begins("<![CDATA[")) return scan_cdata();
    if (begins("<!")) {
      return fatal({at_, end_of_word()},
                   "document type declarations and entities are refused in a pipeline");
    }
    if (begins("<?")) return scan_instruction();
    if (begins("</")) return scan_end_tag();
    return scan_start_tag();
  }

  bool scan_text() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find('<', at_), text_.size());
    const std::string_view run = text_.substr(begin, at_ - begin);
    if (open_.empty()) {
      const auto word = std::find_if_not(run.begin(), run.end(), is_space);
      if (word != run.end()) {
        const std::size_t from = begin + static_cast<std::size_t>(word - run.begin());
        problems_.add({from, from + 1}, root_seen_ ? "text behind the last element"
                                                   : "text before the first element");
      }
      return true;
    }
    if (const std::size_t end = run.find("]]>"); end != std::string_view::npos)
      problems_.add({begin + end, begin + end + 3}, "in text, \"]]>\" must be written \"]]&gt;\"");
    check_references({begin, at_});
    return true;
  }

  bool scan_comment() {
    const std::size_t begin = at_, dashes = text_.find("--", at_ + 4);
    if (dashes == std::string_view::npos)
      return fatal({begin, begin + 4}, "this comment is never closed");
    if (text_.substr(dashes, 3) != "-->")
      return fatal({dashes, dashes + 2}, "a comment may not hold \"--\"");
    at_ = dashes + 3;
    return true;
  }

  bool scan_cdata() {
    const std::size_t begin = at_, end = text_.find("]]>", at_);
    if (end == std::string_view::npos)
      return fatal({begin, begin + 9}, "this CDATA section is never closed");
    if (open_.empty()) problems_.add({begin, begin + 9}, "text outside of <pipeline>");
    at_ = end + 3;
    return true;
  }

  bool scan_instruction() {
    const std::size_t begin = at_, name_end = end_of_word();
    const std::size_t end = text_.find("?>", at_);
    if (text_.substr(begin, name_end - begin) == "<?xml")
      problems_.add({begin, name_end}, "an XML declaration stands at the very start of the file");
    else
      problems_.add({begin, name_end}, "processing instructions are refused in a pipeline");
    if (end == std::string_view::npos) return false;
    at_ = end + 2;
    return true;
  }

  bool scan_end_tag() {
    const std::size_t begin = at_;
    at_ += 2;
    const source_range name = scan_name();
    skip_space();
    if (at_ >= text_.size()) return fatal({begin, name.end}, "the file ends inside this tag");
    if (name.begin == name.end || text_[at_] != '>')
      return fatal({at_, at_ + 1}, "expected \">\" to end the tag </" + name_of(name) + ">");
    ++at_;
    if (open_.empty())
      return fatal(name, "</" + name_of(name) + "> closes an element that is not open");
    if (slice(open_.back()) != slice(name)) {
      const int line = problems_.source().position(open_.back().begin).line;
      return fatal(name, "</" + name_of(name) + "> where </" + name_of(open_.back()) +
                             "> is due: <" + name_of(open_.back()) + "> is open since line " +
                             std::to_string(line));
    }
    open_.pop_back();
    return true;
  }

  bool scan_start_tag() {
    const std::size_t begin = at_++;
    const source_range name = scan_name();
    if (name.begin == name.end)
      return fatal({begin, begin + 1}, "in text, \"<\" must be written \"&lt;\"");
    if (open_.empty() && root_seen_)
      return fatal(name, "a second element, <" + name_of(name) + ">, behind the end of the first");
    root_seen_ = true;
    std::set<std::string_view> names;
    while (true) {
      const std::size_t before = at_;
      skip_space();
      if (at_ >= text_.size()) return fatal({begin, name.end}, "the file ends inside this tag");
      if (text_[at_] == '>' || begins("/>")) break;
      if (at_ == before) {
        return fatal({at_, at_ + 1},
                     "expected white space, \">\" or \"/>\" in the tag <" + name_of(name) + ">");
      }
      source_range attribute, content;
      if (!scan_attribute(attribute, content, names)) return false;
      check_references(content);
    }
    const bool closed = text_[at_] == '/';
    at_ += closed ? 2 : 1;
    if (closed) return true;
    open_.push_back(name);
    if (open_.size() > deepest_element) {
      return fatal(name, "elements are nested more than " + std::to_string(deepest_element) +
                             " levels deep");
    }
    return true;
  }

  bool scan_attribute(source_range& name, source_range& content,
                      std::set<std::string_view>& names) {
    name = scan_name();
    if (name.begin == name.end)
      return fatal({at_, at_ + 1}, "expected an attribute, as in name=\"value\"");
    if (!names.insert(slice(name)).second)
      problems_.add(name, "the attribute " + quoted(slice(name)) + " is given twice");
    skip_space();
    if (at_ >= text_.size()) return fatal(name, "the file ends inside this attribute");
    if (text_[at_] != '=')
      return fatal(name, "the attribute " + quoted(slice(name)) + " has no value; write " +
                             std::string(slice(name)) + "=\"…\"");
    ++at_;
    skip_space();
    if (at_ >= text_.size()) return fatal(name, "the file ends inside this attribute");
    const char mark = text_[at_];
    if (mark != '"' && mark != '\'')
      return fatal({at_, at_ + 1},
                   "the value of " + quoted(slice(name)) + " must stand in quotation marks");
    const std::size_t end = text_.find(mark, at_ + 1);
    const std::string_view before_mark = text_.substr(at_ + 1, end - (at_ + 1));
    if (before_mark.find('<') != std::string_view::npos) {
      return fatal(name, "the value of " + quoted(slice(name)) +
                             " has no closing quotation mark before the next \"<\"");
    }
    if (end == std::string_view::npos) return fatal(name, "the file ends inside this attribute");
    content = {at_ + 1, end};
    at_ = end + 1;
    return true;
  }

  void check_references(source_range range) {
    const std::string_view run = slice(range);
    for (std::size_t at = run.find('&'); at != std::string_view::npos; at = run.find('&', at + 1)) {
      std::size_t end = at + 1;
      while (end < run.size() && (continues_name(run[end]) || run[end] == '#')) ++end;
      const std::string_view name = run.substr(at + 1, end - at - 1);
      const source_range where = {range.begin + at, range.begin + end};
      if (name.empty() || end >= run.size() || run[end] != ';')
        problems_.add(where, "\"&\" must be written \"&amp;\"");
      else if (name.starts_with('#')
                   ? !names_character(name.substr(1))
                   : std::ranges::find(known_entities, name) == known_entities.end())
        problems_.add({where.begin, where.end + 1},
                      "unknown entity " + quoted(run.substr(at, end + 1 - at)) +
                          "; allowed are &amp; &lt; &gt; &quot; &apos; and characters by number "
                          "such as &#8217;");
    }
  }

  static bool names_character(std::string_view number) {
    const bool hexadecimal = number.starts_with('x');
    if (hexadecimal) number.remove_prefix(1);
    std::uint32_t code_point = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(),
                                              code_point, hexadecimal ? 16 : 10);
    return error == std::errc{} && end == number.data() + number.size() &&
           is_xml_character(code_point);
  }

  static bool equal_ignoring_case(std::string_view a, std::string_view lower) {
    return std::ranges::equal(a, lower, [](char x, char y) {
      return (x >= 'A' && x <= 'Z' ? static_cast<char>(x + 'a' - 'A') : x) == y;
    });
  }

  source_range scan_name() {
    const std::size_t begin = at_;
    if (at_ < text_.size() && begins_name(text_[at_]))
      while (at_ < text_.size() && continues_name(text_[at_])) ++at_;
    return {begin, at_};
  }

  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  [[nodiscard]] std::size_t end_of_word() const {
    std::size_t end = at_ + 2;
    while (end < text_.size() && continues_name(text_[end])) ++end;
    return std::min(end, text_.size());
  }

  [[nodiscard]] bool begins(std::string_view mark) const {
    return text_.substr(at_, mark.size()) == mark;
  }
  [[nodiscard]] std::string_view slice(source_range range) const {
    return text_.substr(range.begin, range.end - range.begin);
  }
  [[nodiscard]] std::string name_of(source_range range) const {
    return std::string(slice(range).substr(0, 100));
  }

  bool fatal(source_range range, std::string message) {
    problems_.add(range, std::move(message));
    return false;
  }

  problem_list& problems_;
  std::string_view text_;
  std::size_t at_ = 0;
  bool root_seen_ = false;
  std::vector<source_range> open_;  // names of the elements that are open
};

}  // namespace

result<source_text> load_source(const std::filesystem::path& file) {
  std::error_code error;
  const auto kind = std::filesystem::status(file, error).type();
  if (kind == std::filesystem::file_type::not_found)
    return failure{exit_code::config, "there is no such file"};
  if (kind == std::filesystem::file_type::directory)
    return failure{exit_code::config, "this is a folder, not a pipeline file"};
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return failure{exit_code::config, "the file cannot be opened for reading"};
  std::string bytes(largest_pipeline + 1, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  if (stream.bad()) return failure{exit_code::config, "the file cannot be read"};
  if (bytes.size() > largest_pipeline)
    return failure{exit_code::config, "the file is too large: a pipeline has at most " +
                                          std::to_string(largest_pipeline) + " bytes"};
  if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE"))
    return failure{exit_code::config, "the file is UTF-16; save the pipeline as UTF-8"};
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  return source_text(file.string(), std::move(bytes));
}

void check_markup(problem_list& problems) {
  markup_scanner(problems).scan();
}

}  // namespace quoth::host
