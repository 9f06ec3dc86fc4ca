#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "host/engine/journal.hpp"
#include "plugin_folder.hpp"

namespace quoth::host::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

journal example() {
  journal made;
  made.fingerprint = {"p", "g", "f", "i"};
  made.position = {3, 141};
  made.counts = {1000, 5, 1, 123456789, {0, 7}};
  made.quarantine_length = 99;
  made.writer_states = {"12", std::string("\0\xFF\"", 3), ""};
  made.seconds = 1.5;
  made.resumptions = 2;
  return made;
}

TEST(Journal, ComesBackAsItWasSaved) {
  const temporary_folder folder;
  ASSERT_TRUE(save_journal(folder.path(), example()));
  const auto loaded = load_journal(folder.path());
  ASSERT_TRUE(loaded);
  ASSERT_TRUE(loaded->has_value());
  const journal& back = **loaded;
  EXPECT_EQ(back.fingerprint.differences(example().fingerprint), "");
  EXPECT_EQ(back.position, example().position);
  EXPECT_EQ(back.counts.documents, 1000u);
  EXPECT_EQ(back.counts.quarantined, 5u);
  EXPECT_EQ(back.counts.unusable_inputs, 1u);
  EXPECT_EQ(back.counts.bytes, 123456789u);
  EXPECT_THAT(back.counts.skipped, ElementsAre(0, 7));
  EXPECT_EQ(back.quarantine_length, 99u);
  EXPECT_EQ(back.writer_states, example().writer_states);
  EXPECT_EQ(back.seconds, 1.5);
  EXPECT_EQ(back.resumptions, 2u);
  EXPECT_FALSE(back.complete);
}

TEST(Journal, AFolderWithoutOneHasNone) {
  const temporary_folder folder;
  const auto loaded = load_journal(folder.path());
  ASSERT_TRUE(loaded);
  EXPECT_FALSE(loaded->has_value());
}

TEST(Journal, OneThatCannotBeUnderstoodIsAFailureAndNotAFreshStart) {
  const temporary_folder folder;
  for (const char* const bytes : {"", "{", "[]", "{\"format\":1}", "{\"format\":2}"}) {
    folder.add_file(".quoth-journal", bytes);
    const auto loaded = load_journal(folder.path());
    ASSERT_FALSE(loaded) << bytes;
    EXPECT_THAT(loaded.error().message, HasSubstr(".quoth-journal is not a journal"));
  }
}

TEST(Journal, SaysWhatChangedSinceTheRunWasStopped) {
  run_fingerprint now = example().fingerprint;
  now.pipeline = "other";
  EXPECT_EQ(example().fingerprint.differences(now), "the pipeline");
  now.inputs = "other";
  EXPECT_EQ(example().fingerprint.differences(now), "the pipeline and the inputs");
}

}  // namespace
}  // namespace quoth::host::testing
