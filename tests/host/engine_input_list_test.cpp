#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "host/engine/input_list.hpp"
#include "plugin_folder.hpp"

namespace quoth::host::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::vector<reader_offer> readers{{"lines", {"*.jsonl", "*.ndjson"}}, {"text", {"*.txt"}}};

class InputList : public ::testing::Test {
 protected:
  [[nodiscard]] std::string at(const std::string& name) const {
    return (folder.path() / name).string();
  }
  [[nodiscard]] std::vector<std::string> ids(const std::vector<std::string>& arguments) const {
    std::vector<std::string> found;
    const auto list = expand_inputs(arguments, readers, "");
    if (!list) return {"failed: " + list.error().message};
    for (const input_file& file : list->files) found.push_back(file.id);
    return found;
  }
  temporary_folder folder;
};

TEST_F(InputList, AFileIsNamedByItsNameWithoutPackingAndExtension) {
  folder.add_file("a.b.txt", "x");
  folder.add_file("c.jsonl.gz", "x");
  EXPECT_THAT(ids({at("a.b.txt"), at("c.jsonl.gz")}), ElementsAre("a.b", "c"));
}

TEST_F(InputList, AFolderGivesItsFilesInTheOrderOfTheirPathsWithIdsRelativeToIt) {
  std::filesystem::create_directories(folder.path() / "b" / "deep");
  std::filesystem::create_directories(folder.path() / ".git");
  folder.add_file("b/deep/2.txt", "x");
  folder.add_file("b/10.txt", "x");
  folder.add_file("b.txt", "x");
  folder.add_file("a.txt.zst", "x");
  folder.add_file(".hidden.txt", "x");
  folder.add_file(".git/c.txt", "x");
  EXPECT_THAT(ids({folder.path().string()}), ElementsAre("a", "b", "b/10", "b/deep/2"));
}

TEST_F(InputList, EachFileGoesToTheFirstReaderThatAcceptsItsName) {
  folder.add_file("a.TXT", "abc");
  folder.add_file("b.ndjson.zst", "abcd");
  const auto list = expand_inputs(std::vector{at("a.TXT"), at("b.ndjson.zst")}, readers, "");
  ASSERT_TRUE(list);
  EXPECT_EQ(list->files[0].reader, 1u);
  EXPECT_EQ(list->files[1].reader, 0u);
  EXPECT_EQ(list->files[1].packed, packing::zstd);
  EXPECT_EQ(list->size, 7u);
  EXPECT_TRUE(list->size_known);
}

TEST_F(InputList, StandardInputIsJsonLinesUnlessSaidOtherwise) {
  const auto list = expand_inputs(std::vector<std::string>{"-"}, readers, "");
  ASSERT_TRUE(list);
  EXPECT_EQ(list->files[0].reader, 0u);
  EXPECT_EQ(list->files[0].id, "stdin");
  EXPECT_FALSE(list->size_known);
  const auto text = expand_inputs(std::vector<std::string>{"-"}, readers, "*.txt");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->files[0].reader, 1u);
}

TEST_F(InputList, AllArgumentsThatCannotBeUsedAreNamedAtOnceWithTheReadersAsked) {
  folder.add_file("photo.jpg", "x");
  const auto list =
      expand_inputs(std::vector<std::string>{at("photo.jpg"), at("gone.txt")}, readers, "");
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().code, exit_code::input);
  EXPECT_EQ(list.error().message, "no reader accepts " + at("photo.jpg") +
                                      "; asked lines (*.jsonl, *.ndjson); text (*.txt)\n" +
                                      "cannot open " + at("gone.txt") +
                                      ": No such file or directory");
}

TEST_F(InputList, FilesInFoldersThatNoReaderAcceptsArePassedBy) {
  folder.add_file("photo.jpg", "x");
  folder.add_file("a.txt", "x");
  const auto list = expand_inputs(std::vector{folder.path().string()}, readers, "");
  ASSERT_TRUE(list);
  EXPECT_EQ(list->files.size(), 1u);
  EXPECT_THAT(list->passed_by, ElementsAre(at("photo.jpg")));
}

TEST_F(InputList, ANamedPipeIsReadWhereItIsNamedAndPassedByInAFolder) {
  ASSERT_EQ(::mkfifo(at("pipe.txt").c_str(), 0600), 0);
  folder.add_file("a.txt", "x");
  EXPECT_THAT(ids({at("pipe.txt")}), ElementsAre("pipe"));
  const auto list = expand_inputs(std::vector{folder.path().string()}, readers, "");
  ASSERT_TRUE(list);
  EXPECT_EQ(list->files.size(), 1u);
  EXPECT_THAT(list->passed_by, ElementsAre(at("pipe.txt")));
}

TEST_F(InputList, AFolderWithNothingToReadIsAFailure) {
  const auto empty = expand_inputs(std::vector{folder.path().string()}, readers, "");
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().code, exit_code::input);
  EXPECT_THAT(empty.error().message, HasSubstr("nothing to read"));
}

TEST_F(InputList, FoldersThatLinkInCirclesEnd) {
  folder.add_file("a.txt", "x");
  std::filesystem::create_directory_symlink(folder.path(), folder.path() / "again");
  std::filesystem::create_symlink("b.txt", folder.path() / "b.txt");
  EXPECT_THAT(ids({folder.path().string()}), ElementsAre("a", "b"));
}

}  // namespace
}  // namespace quoth::host::testing
