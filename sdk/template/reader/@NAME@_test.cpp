#include "@NAME@.hpp"

#include <gtest/gtest.h>
#include <quoth/testing.hpp>

#include <string>
#include <vector>

namespace {

TEST(@NAME@, CutsTheSameArticlesHoweverTheBytesCome) {
  for (const std::size_t step : {1u, 7u, 1000u}) {
    quoth::testing::stage_under_test<@NAME@> stage;
    EXPECT_EQ(stage.cut("Id: a\n\nOne.\n####\nId: b\n\nTwo.", step),
              (std::vector<std::string>{"Id: a\n\nOne.", "Id: b\n\nTwo."}));
  }
}

TEST(@NAME@, ReadsFieldsAndText) {
  quoth::testing::stage_under_test<@NAME@> stage;
  stage.set("outlet", "Agency");
  ASSERT_TRUE(stage.parse("Title: Port to stay open\nDate: 2037-06-14\n\n“We stay,” said Ida Roe.",
                          "port"))
      << stage.error();
  EXPECT_EQ(stage.text(), "“We stay,” said Ida Roe.");
  const auto row = stage.written<quoth::document_row>().front();
  EXPECT_EQ(row.id, "port:1");
  EXPECT_EQ(row.title, "Port to stay open");
  EXPECT_EQ(row.outlet, "Agency");
}

TEST(@NAME@, ALineThatIsNoFieldFailsTheArticleAndSaysWhatToWrite) {
  quoth::testing::stage_under_test<@NAME@> stage;
  EXPECT_FALSE(stage.parse("Port to stay open\n\nText."));
  EXPECT_NE(stage.error().find("\"Port to stay open\" is no field"), std::string::npos);
}

}  // namespace
