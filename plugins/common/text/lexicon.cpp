#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <text/lexicon.hpp>
#include <text/utf8.hpp>

namespace quoth::text {

namespace {

[[nodiscard]] std::string_view trim(std::string_view text) noexcept {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

[[nodiscard]] lexicon_error error_at(std::string_view file, std::size_t line,
                                     std::string_view reason) {
  std::string message(file);
  if (line != 0) message.append(":").append(std::to_string(line));
  return lexicon_error(message.append(": ").append(reason));
}

[[nodiscard]] std::string count_of_columns(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " column" : " columns");
}

[[nodiscard]] std::size_t line_of(std::string_view text, std::size_t at) noexcept {
  std::size_t line = 1;
  for (const char byte : text.substr(0, at)) line += byte == '\n' ? 1 : 0;
  return line;
}

}  // namespace

lexicon lexicon::load(const std::filesystem::path& file, columns_allowed allowed) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw error_at(file.string(), 0, std::strerror(errno));
  std::string contents{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) throw error_at(file.string(), 0, "cannot be read");
  return parse(std::move(contents), file.string(), allowed);
}

lexicon lexicon::parse(std::string contents, std::string_view file_name, columns_allowed allowed) {
  lexicon made;
  made.file_name_ = file_name;
  made.contents_.assign(contents.begin(), contents.end());
  std::string_view rest(made.contents_.data(), made.contents_.size());
  if (const auto bad = first_malformed(rest)) {
    throw error_at(file_name, line_of(rest, *bad), "not UTF-8");
  }
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);

  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view row = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (row.starts_with('#') || trim(row).empty()) continue;

    const std::size_t first = made.columns_.size();
    for (std::size_t tab = 0; tab != std::string_view::npos;) {
      tab = row.find('\t');
      made.columns_.push_back(trim(row.substr(0, tab)));
      if (tab != std::string_view::npos) row.remove_prefix(tab + 1);
    }
    const std::size_t columns = made.columns_.size() - first;
    if (columns < allowed.least) {
      throw error_at(
          file_name, line,
          count_of_columns(columns) + ", at least " + std::to_string(allowed.least) + " expected");
    }
    if (columns > allowed.most) {
      throw error_at(
          file_name, line,
          count_of_columns(columns) + ", at most " + std::to_string(allowed.most) + " expected");
    }
    if (made.columns_[first].empty()) throw error_at(file_name, line, "the first column is empty");
    made.starts_.push_back(made.columns_.size());
    made.lines_.push_back(line);
  }
  return made;
}

lexicon_error lexicon::error(std::size_t i, std::string_view reason) const {
  return error_at(file_name_, lines_[i], reason);
}

lexicon_error lexicon::error(std::string_view reason) const {
  return error_at(file_name_, 0, reason);
}

namespace {

[[nodiscard]] std::uint32_t hash_word(std::string_view word) noexcept {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  for (const char letter : word) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
  }
  return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

}  // namespace

word_table::word_table() : slots_(16) {}

std::uint32_t word_table::find(std::string_view word) const noexcept {
  const std::uint32_t hash = hash_word(word);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    const slot& here = slots_[i];
    if (here.value == absent) return absent;
    if (here.hash == hash && std::string_view(letters_).substr(here.begin, here.size) == word) {
      return here.value;
    }
  }
}

bool word_table::insert(std::string_view word, std::uint32_t value) {
  if (contains(word)) return false;
  if ((size_ + 1) * 2 > slots_.size()) grow();
  const std::uint32_t hash = hash_word(word);
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash & mask;
  while (slots_[i].value != absent) i = (i + 1) & mask;
  slots_[i] = {static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(word.size()),
               hash, value};
  letters_.append(word);
  ++size_;
  return true;
}

void word_table::grow() {
  std::vector<slot> bigger(slots_.size() * 2);
  const std::size_t mask = bigger.size() - 1;
  for (const slot& one : slots_) {
    if (one.value == absent) continue;
    std::size_t i = one.hash & mask;
    while (bigger[i].value != absent) i = (i + 1) & mask;
    bigger[i] = one;
  }
  slots_.swap(bigger);
}

word_table index_words(const lexicon& entries) {
  word_table table;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    table.insert(entries[i][0], static_cast<std::uint32_t>(i));
  }
  return table;
}

}  // namespace quoth::text
