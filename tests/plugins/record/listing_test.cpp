#include <listing.hpp>

#include "records.hpp"

namespace quoth::record_writing {
namespace {

using record::entry_bytes;
using record::own_folder;

void make_record(const std::filesystem::path& path) {
  record::store made(path);
  made.add(
      entry_bytes("a", "2024-01-01",
                  {{"Maria Lind", "We cut taxes twice."}, {"Jon Berg", "She cut them once."}}));
  made.add(entry_bytes("b", "2024-02-01", {{"Maria Lind", "Taxes were cut by others."}}));
  made.finish();
}

TEST(Listing, ShowsWhatTheRecordHolds) {
  const own_folder folder;
  make_record(folder / "r");
  EXPECT_EQ(list_contents(folder / "r", layout::text),
            "record      " + (folder / "r").string() +
                "\n"
                "documents   2, 2024-01-01 to 2024-02-01\n"
                "statements  3, of them 0 second-hand, 0 denials, 0 by unknown speakers\n"
                "reviews     0\n"
                "speakers    2\n"
                "         2  Maria Lind  (2024-01-01 to 2024-02-01)\n"
                "         1  Jon Berg  (2024-01-01)\n");
}

TEST(Listing, ShowsWhatTheRecordHoldsAsJson) {
  const own_folder folder;
  make_record(folder / "r");
  const std::string shown = list_contents(folder / "r", layout::json);
  EXPECT_TRUE(shown.starts_with(R"({"documents":2,"from":"2024-01-01","to":"2024-02-01",)"));
  EXPECT_NE(shown.find(R"({"speaker":"Jon Berg","statements":1,)"), std::string::npos);
}

TEST(Listing, FindsInflectedWordsNewestFirst) {
  const own_folder folder;
  make_record(folder / "r");
  search wanted;
  wanted.words = {"tax", "cutting"};
  const std::string shown = list_found(folder / "r", wanted, layout::text);
  EXPECT_LT(shown.find("[b#s1]"), shown.find("[a#s1]"));
  EXPECT_EQ(shown.find("[a#s2]"), std::string::npos);
}

TEST(Listing, APhraseMustStandAsItIs) {
  const own_folder folder;
  make_record(folder / "r");
  search wanted;
  wanted.words = {"cut taxes"};
  const std::string shown = list_found(folder / "r", wanted, layout::text);
  EXPECT_NE(shown.find("[a#s1]"), std::string::npos);
  EXPECT_EQ(shown.find("[b#s1]"), std::string::npos);
}

TEST(Listing, KeepsToASpeakerAndDays) {
  const own_folder folder;
  make_record(folder / "r");
  search wanted;
  wanted.words = {"cut"};
  wanted.speaker = "Lind";
  wanted.to = "2024-01";
  const std::string shown = list_found(folder / "r", wanted, layout::json);
  EXPECT_EQ(shown, R"({"id":"a#s1","kind":"statement","date":"2024-01-01",)"
                   R"("speaker":"Maria Lind","text":"We cut taxes twice.","outlet":"The Post"})"
                   "\n");
  wanted.speaker = "Nobody Known";
  EXPECT_EQ(list_found(folder / "r", wanted, layout::text),
            "The record knows nobody, or more than one, by the name 'Nobody Known'.\n");
}

TEST(Listing, ShowsAStatementAmongItsNeighbours) {
  const own_folder folder;
  make_record(folder / "r");
  EXPECT_EQ(list_context(folder / "r", "a#s2"),
            "About , 2024-01-01, The Post, https://example.org/\n"
            "  Maria Lind: We cut taxes twice.\n"
            "> Jon Berg: She cut them once.\n");
  EXPECT_EQ(list_context(folder / "r", "zz#s1"), "The record has no statement 'zz#s1'.\n");
}

}  // namespace
}  // namespace quoth::record_writing
