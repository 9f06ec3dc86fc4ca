#include "@NAME@.hpp"

#include <gtest/gtest.h>
#include <quoth/testing.hpp>

namespace {

TEST(@NAME@, WritesALineAQuotationWithItsMarksDoubled) {
  quoth::testing::stage_under_test<@NAME@> stage;
  stage.text("Ida Roe said: We \"stay\".");
  stage.add(quoth::document_row{.id = "a1"});
  stage.add(quoth::quote{.kind = quoth::quote_kind::indirect});
  stage.add(quoth::quote_part{.where = {14, 24}, .quote = {0}, .role = quoth::part_role::content});
  stage.add(quoth::speaker{.quote = {0}, .name = "Ida Roe"});
  EXPECT_EQ(stage.render(), "\"a1\",\"Ida Roe\",\"We \"\"stay\"\".\"\n");
}

TEST(@NAME@, WritesNothingForADocumentWithoutQuotations) {
  quoth::testing::stage_under_test<@NAME@> stage;
  stage.text("It rained.");
  EXPECT_EQ(stage.render(), "");
}

}  // namespace
