#include "host/pipeline/diagnostic.hpp"

#include <algorithm>

#include "host/code_points.hpp"
#include "host/printable.hpp"

namespace quoth::host {

namespace {

constexpr std::size_t excerpt_width = 120;  // bytes of a source line that are shown at most
constexpr std::size_t context_width = 50;   // of those, before the mark

// Tabs stay: the line of the source has them too.
std::string blank_as_wide_as(std::string_view text) {
  std::string blank;
  for (const char byte : text)
    if (begins_code_point(byte)) blank += byte == '\t' ? '\t' : ' ';
  return blank;
}

}  // namespace

std::string excerpt(const source_text& source, source_range range) {
  const int number = source.position(range.begin).line;
  const std::string_view line = source.line(number);
  const std::size_t mark = std::min(range.begin - source.line_begin(number), line.size());
  const std::size_t mark_end = std::clamp(range.end - source.line_begin(number), mark, line.size());

  std::size_t from = 0, to = line.size();
  if (line.size() > excerpt_width) {
    from = mark > context_width ? border_before(line, mark - context_width) : 0;
    to = border_before(line, from + excerpt_width);
  }
  const std::string before = (from > 0 ? "…" : "") + printable(line.substr(from, mark - from));
  const std::string after = printable(line.substr(mark, to - mark)) + (to < line.size() ? "…" : "");

  const std::string label = std::to_string(number);
  const std::string margin(label.size() < 5 ? 5 - label.size() : 0, ' ');
  const std::size_t width = count_code_points(line.substr(mark, std::min(mark_end, to) - mark));
  std::string shown = margin + label + " | " + before + after + '\n';
  shown += std::string(margin.size() + label.size(), ' ') + " | " + blank_as_wide_as(before) + '^';
  if (width > 1) shown.append(width - 1, '~');
  return shown + '\n';
}

std::string to_string(const diagnostic& problem) {
  std::string text = problem.file;
  if (problem.where.line > 0)
    text += ':' + std::to_string(problem.where.line) + ':' + std::to_string(problem.where.column);
  return text + ": error: " + problem.message + '\n' + problem.excerpt;
}

void problem_list::add(source_range range, std::string message) {
  if (++count_ > limit) return;
  entries_.push_back({range.begin + 1,
                      {source_->name(), source_->position(range.begin), std::move(message),
                       excerpt(*source_, range)}});
}

void problem_list::add_without_place(std::string origin, std::string message) {
  if (++count_ > limit) return;
  entries_.push_back({0, {std::move(origin), {}, std::move(message)}});
}

std::vector<diagnostic> problem_list::take() && {
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const entry& a, const entry& b) { return a.offset < b.offset; });
  std::vector<diagnostic> problems;
  problems.reserve(entries_.size() + 1);
  for (entry& each : entries_) problems.push_back(std::move(each.problem));
  if (count_ > limit)
    problems.push_back(
        {source_->name(), {}, std::to_string(count_ - limit) + " more problems are not shown"});
  return problems;
}

}  // namespace quoth::host
