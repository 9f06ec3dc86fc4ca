// The valid name that a mistyped one was meant to be.
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "host/pipeline/nearest.hpp"

namespace quoth::host {
namespace {

// The definition, by recursion: slow and obviously right.
std::size_t distance_by_definition(std::string_view a, std::string_view b) {
  if (a.empty()) return b.size();
  if (b.empty()) return a.size();
  std::size_t best = std::min({distance_by_definition(a.substr(1), b) + 1,
                               distance_by_definition(a, b.substr(1)) + 1,
                               distance_by_definition(a.substr(1), b.substr(1)) + (a[0] != b[0])});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
    best = std::min(best, distance_by_definition(a.substr(2), b.substr(2)) + 1);
  return best;
}

TEST(edit_distance, equals_its_definition_on_random_words) {
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    std::string a, b;
    for (auto n = random() % 6; n > 0; --n) a += static_cast<char>('a' + random() % 3);
    for (auto n = random() % 6; n > 0; --n) b += static_cast<char>('a' + random() % 3);
    EXPECT_EQ(edit_distance(a, b), distance_by_definition(a, b)) << a << ' ' << b;
  }
}

constexpr std::array<std::string_view, 4> names = {"min-words", "max-words", "model", "id"};

TEST(nearest_name, is_the_closest_of_the_candidates) {
  EXPECT_EQ(nearest("min-wrds", names), "min-words");
  EXPECT_EQ(nearest("modle", names), "model");
}

TEST(nearest_name, is_empty_where_nothing_is_near) {
  EXPECT_EQ(nearest("colour", names), "");
  EXPECT_EQ(nearest("", names), "");
  EXPECT_EQ(nearest("xy", names), "");
}

TEST(nearest_name, is_not_sought_for_a_name_of_absurd_length) {
  EXPECT_EQ(nearest(std::string(1 << 20, 'm'), names), "");
}

}  // namespace
}  // namespace quoth::host
