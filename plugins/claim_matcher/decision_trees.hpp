// A classifier that sums what decision trees say of a row of numbers: gradient boosting (Friedman,
// Annals of Statistics 29, 2001), as LightGBM learns it (Ke and others, NIPS 2017).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::matching {

// Immutable after construction; may be shared.
class decision_trees {
 public:
  // `contents`: lines of columns parted by tabs, as a text::lexicon has them:
  //   features NAME...           exactly `features`, in their order
  //   classes NAME...            exactly `classes`
  //   tree CLASS                 a tree that votes for a class; its nodes follow, the root first
  //   FEATURE THRESHOLD LOW HIGH a node: LOW where the number is at most the threshold, else HIGH,
  //                              each the number of a later node of the tree (the root is 0) or,
  //                              behind a "=", its vote
  // Throws text::lexicon_error with file and line.
  decision_trees(std::string contents, std::string_view file_name,
                 std::span<const std::string_view> features,
                 std::span<const std::string_view> classes);

  // For each class its likelihood, into `out`, as many as there are classes; they sum to 1. `row`:
  // a number for each feature.
  void classify(std::span<const float> row, std::span<double> out) const;

 private:
  struct branch {
    std::uint32_t node = 0;  // of the tree; 0: ends here, since the root follows nothing
    double vote = 0.0;
  };
  struct node {
    std::uint32_t feature;
    double threshold;
    branch low, high;
  };
  struct tree {
    std::size_t votes_for, root;
  };

  std::vector<node> nodes_;
  std::vector<tree> trees_;
};

}  // namespace quoth::matching
