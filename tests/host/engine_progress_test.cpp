#include <gtest/gtest.h>

#include "host/engine/progress.hpp"

namespace quoth::host {
namespace {

const progress_figures halfway{12045, 3, 104'000'000, 10, 52'000'000, 0, 100'000'000};

TEST(ProgressLine, HasDocumentsSpeedQuarantinedShareAndTimeLeft) {
  EXPECT_EQ(progress_line(halfway, 100),
            "12,045 documents  10.4 MB/s  3 quarantined  [===============>              ]  52 %  "
            "0:09 left");
}

TEST(ProgressLine, LeavesOutWhatItCannotKnow) {
  progress_figures unknown = halfway;
  unknown.size = 0;
  unknown.quarantined = 0;
  EXPECT_EQ(progress_line(unknown, 100), "12,045 documents  10.4 MB/s");
  progress_figures early = halfway;
  early.seconds = 0.5;
  EXPECT_EQ(progress_line(early, 60).find("left"), std::string::npos);
}

TEST(ProgressLine, NeverExceedsTheTerminalsWidth) {
  for (unsigned columns = 1; columns < 120; ++columns) {
    EXPECT_LE(progress_line(halfway, columns).size(), columns);
  }
  EXPECT_EQ(progress_line(halfway, 20), "12,045 documents");
}

TEST(ProgressLine, CountsTimeLeftFromWhereTheRunWentOn) {
  progress_figures resumed = halfway;
  resumed.started_at = 42'000'000;
  EXPECT_NE(progress_line(resumed, 100).find("0:48 left"), std::string::npos)
      << progress_line(resumed, 100);
}

}  // namespace
}  // namespace quoth::host
