#include <gtest/gtest.h>

#include <deque>
#include <random>
#include <string>

#include "host/engine/window.hpp"

namespace quoth::host {
namespace {

TEST(Window, RestIsWhatWasAppendedAndNotConsumedWhoeverHoldsEarlierBytes) {
  std::mt19937 random(11);
  window tested;
  std::string expected;
  struct held {
    input_block holder;
    std::string_view seen;
    std::string bytes;
  };
  std::deque<held> kept;
  for (int round = 0; round < 3000; ++round) {
    const std::size_t size = random() % (round % 100 == 0 ? 3'000'000 : 40'000);
    std::string bytes(size, static_cast<char>('a' + round % 26));
    tested.append(bytes);
    expected += bytes;
    const std::size_t taken = random() % (expected.size() + 1);
    if (random() % 4 != 0) {
      kept.push_back({tested.holder(), tested.rest().substr(0, std::min<std::size_t>(taken, 99)),
                      expected.substr(0, std::min<std::size_t>(taken, 99))});
    }
    tested.consume(taken);
    expected.erase(0, taken);
    ASSERT_EQ(tested.rest(), expected);
    while (kept.size() > 5 || (!kept.empty() && random() % 3 == 0)) {
      ASSERT_EQ(kept.front().seen, kept.front().bytes);
      kept.pop_front();
    }
  }
}

TEST(Window, AnItemThatGrowsIsMovedRarely) {
  const std::string piece(64 << 10, 'x');
  window grown;
  int moves = 0;
  for (int pieces = 1; pieces <= 2000; ++pieces) {
    const char* const before = grown.rest().data();
    grown.append(piece);
    moves += grown.rest().data() == before ? 0 : 1;
    ASSERT_EQ(grown.rest().size(), static_cast<std::size_t>(pieces) * piece.size());
  }
  EXPECT_LE(moves, 10) << "each doubling may move it once";
}

TEST(Window, AGiantItemsMemoryIsNotKept) {
  window grown;
  const std::string giant(40 << 20, 'x');
  grown.append(giant);
  grown.consume(giant.size());
  grown.append("small");
  EXPECT_EQ(grown.rest(), "small");
  EXPECT_LT(grown.holder().capacity(), 4u << 20);
}

}  // namespace
}  // namespace quoth::host
