#include "decision_trees.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <text/lexicon.hpp>

namespace quoth::matching {

namespace {

template <class Number>
[[nodiscard]] std::optional<Number> number_of(std::string_view text) {
  Number value{};
  const auto [end, why] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (why != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

[[nodiscard]] text::lexicon_error damage(const text::lexicon& lines, std::size_t at,
                                         const std::string& what) {
  return lines.error(at, what + "; the file is damaged, install the plugin again");
}

// The columns behind the first one are the names.
void check_names(const text::lexicon& lines, std::size_t at,
                 std::span<const std::string_view> names) {
  const text::lexicon::entry here = lines[at];
  bool same = here.size() == names.size() + 1;
  for (std::size_t i = 0; same && i < names.size(); ++i) same = here[i + 1] == names[i];
  if (!same) {
    throw lines.error(at, "these are not the " + std::string(here[0]) +
                              " of this program; the file is of another version, install the "
                              "plugin again");
  }
}

}  // namespace

decision_trees::decision_trees(std::string contents, std::string_view file_name,
                               std::span<const std::string_view> features,
                               std::span<const std::string_view> classes) {
  const text::lexicon lines = text::lexicon::parse(
      std::move(contents), file_name, {2, std::max<std::size_t>(4, features.size() + 1)});
  if (lines.size() < 3 || lines[0][0] != "features" || lines[1][0] != "classes") {
    throw lines.error(
        "the first two lines must tell the features and the classes, and trees follow; install the "
        "plugin again");
  }
  check_names(lines, 0, features);
  check_names(lines, 1, classes);
  const auto branch_of = [&](std::size_t at, std::string_view column, std::size_t own) {
    branch made;
    if (column.starts_with('=')) {
      const auto vote = number_of<double>(column.substr(1));
      if (!vote) throw damage(lines, at, "'" + std::string(column) + "' is no vote");
      made.vote = *vote;
      return made;
    }
    const auto later = number_of<std::uint32_t>(column);
    if (!later || *later <= own) {
      throw damage(lines, at, "'" + std::string(column) + "' is no later node of the tree");
    }
    made.node = *later;
    return made;
  };
  const auto end_tree = [&](std::size_t at) {
    if (trees_.empty()) return;
    const std::size_t size = nodes_.size() - trees_.back().root;
    const auto leads_out = [&](const node& one) {
      return one.low.node >= size || one.high.node >= size;
    };
    if (size == 0 ||
        std::any_of(nodes_.end() - static_cast<std::ptrdiff_t>(size), nodes_.end(), leads_out)) {
      throw damage(lines, at, "the tree that ends here lacks nodes");
    }
  };
  for (std::size_t at = 2; at < lines.size(); ++at) {
    const text::lexicon::entry here = lines[at];
    if (here[0] == "tree") {
      end_tree(at - 1);
      const auto of = std::ranges::find(classes, here[1]);
      if (of == classes.end()) throw damage(lines, at, "there is no such class");
      trees_.push_back({static_cast<std::size_t>(of - classes.begin()), nodes_.size()});
      continue;
    }
    const auto feature = std::ranges::find(features, here[0]);
    const auto threshold = number_of<double>(here[1]);
    if (trees_.empty() || feature == features.end() || !threshold || here.size() != 4) {
      throw damage(lines, at, "a node is a feature, a number and its two branches, behind a tree");
    }
    const std::size_t own = nodes_.size() - trees_.back().root;
    nodes_.push_back({static_cast<std::uint32_t>(feature - features.begin()), *threshold,
                      branch_of(at, here[2], own), branch_of(at, here[3], own)});
  }
  end_tree(lines.size() - 1);
}

void decision_trees::classify(std::span<const float> row, std::span<double> out) const {
  std::ranges::fill(out, 0.0);
  for (const tree& one : trees_) {
    const node* here = &nodes_[one.root];
    for (;;) {
      const branch& next = row[here->feature] <= here->threshold ? here->low : here->high;
      if (next.node == 0) {
        out[one.votes_for] += next.vote;
        break;
      }
      here = &nodes_[one.root + next.node];
    }
  }
  const double most = *std::ranges::max_element(out);
  double all = 0.0;
  for (double& one : out) all += one = std::exp(one - most);
  for (double& one : out) one /= all;
}

}  // namespace quoth::matching
