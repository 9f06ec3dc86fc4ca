#include "@NAME@.hpp"

#include <gtest/gtest.h>
#include <quoth/testing.hpp>

namespace {

TEST(@NAME@, MarksTheSentenceThatShouts) {
  quoth::testing::stage_under_test<@NAME@> stage;
  stage.text("STOP IT NOW. Please do.");
  stage.add(quoth::sentence{.where = {0, 12}, .paragraph = {}});
  stage.add(quoth::sentence{.where = {13, 23}, .paragraph = {}});
  ASSERT_TRUE(stage.run()) << stage.error();
  const auto found = stage.written<shout>();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().where.of(stage.text()), "STOP IT NOW.");
}

TEST(@NAME@, AnErrorOfTheHostLeavesNoRows) {
  quoth::testing::stage_under_test<@NAME@> stage;
  stage.text("STOP IT NOW.");
  stage.add(quoth::sentence{.where = {0, 12}, .paragraph = {}});
  stage.inject(quoth::testing::fault::append_fails);
  EXPECT_FALSE(stage.run());
  EXPECT_TRUE(stage.written<shout>().empty());
}

}  // namespace
