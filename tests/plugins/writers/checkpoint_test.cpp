#include "writers/checkpoint.hpp"

#include <gtest/gtest.h>

namespace quoth::writers {
namespace {

TEST(Checkpoint, NumbersComeBack) {
  const std::string state = state_of(12u, std::uint64_t{1} << 40, 0u);
  EXPECT_EQ(numbers_of<3>(state, "out"), (std::array<std::uint64_t, 3>{12, 1ull << 40, 0}));
}

TEST(Checkpoint, AnythingElseStopsTheRunAndNamesTheOutput) {
  for (const char* state : {"", "1", "1 2 3", "1  2", "1 x", "x 1", "1 2 ", "-1 2", "1,2"}) {
    try {
      static_cast<void>(numbers_of<2>(state, "out/x.jsonl"));
      ADD_FAILURE() << state;
    } catch (const quoth::fatal_error& e) {
      EXPECT_STREQ(e.what(), "the checkpoint of out/x.jsonl cannot be read: run without --resume");
    }
  }
}

}  // namespace
}  // namespace quoth::writers
