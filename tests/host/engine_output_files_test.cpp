#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "host/engine/output_files.hpp"
#include "plugin_folder.hpp"

namespace quoth::host::testing {
namespace {

namespace fs = std::filesystem;

class OutputFile : public ::testing::Test {
 protected:
  [[nodiscard]] fs::path at(const std::string& name) const { return folder.path() / name; }
  temporary_folder folder;
};

TEST_F(OutputFile, HasItsNameOnlyOnceItIsComplete) {
  auto file = output_file::create(at("new/out.txt"));
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->write("one "));
  ASSERT_TRUE(file->write(std::string(1'000'000, 'x')));
  EXPECT_FALSE(fs::exists(at("new/out.txt")));
  ASSERT_TRUE(file->commit());
  EXPECT_FALSE(fs::exists(at("new/out.txt.part")));
  EXPECT_EQ(folder.bytes_of("new/out.txt"), "one " + std::string(1'000'000, 'x'));
}

TEST_F(OutputFile, OneThatIsNotCommittedLeavesTheFormerOneAlone) {
  folder.add_file("out.txt", "former");
  auto file = output_file::create(at("out.txt"));
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->write("half"));
  ASSERT_TRUE(file->sync());
  file->close();
  EXPECT_EQ(folder.bytes_of("out.txt"), "former");
  EXPECT_EQ(folder.bytes_of("out.txt.part"), "half");
}

TEST_F(OutputFile, ResumesBehindItsFirstBytesAndForgetsTheRest) {
  folder.add_file("out.txt.part", "kept, dropped");
  auto file = output_file::resume(at("out.txt"), 4, false);
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->write(" and new"));
  const auto length = file->sync();
  ASSERT_TRUE(length);
  EXPECT_EQ(*length, 12u);
  ASSERT_TRUE(file->commit());
  EXPECT_EQ(folder.bytes_of("out.txt"), "kept and new");
}

TEST_F(OutputFile, DoesNotResumeAFileThatIsShorterThanItWas) {
  folder.add_file("out.txt.part", "abc");
  const auto file = output_file::resume(at("out.txt"), 4, false);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().message, "cannot go on with " + at("out.txt.part").string() +
                                      ": it has 3 bytes, and had 4 when the run was stopped");
  EXPECT_EQ(file.error().code, exit_code::io);
}

TEST_F(OutputFile, TakesAFinishedFileBackOnlyWhereTheRunWasComplete) {
  folder.add_file("out.txt", "done");
  EXPECT_FALSE(output_file::resume(at("out.txt"), 4, false));
  EXPECT_FALSE(output_file::resume(at("out.txt"), 3, true));
  auto file = output_file::resume(at("out.txt"), 4, true);
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->commit());
  EXPECT_EQ(folder.bytes_of("out.txt"), "done");
}

TEST_F(OutputFile, AFullDiskIsNamedWithThePath) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full";
  fs::create_symlink("/dev/full", at("out.txt.part"));
  auto file = output_file::create(at("out.txt"));
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->write("little"));
  const auto synced = file->sync();
  ASSERT_FALSE(synced);
  EXPECT_EQ(synced.error().message,
            "cannot write to " + at("out.txt.part").string() + ": No space left on device");
  EXPECT_EQ(synced.error().code, exit_code::io);
  EXPECT_FALSE(fs::exists(at("out.txt")));
}

TEST_F(OutputFile, AFolderThatCannotBeMadeIsNamed) {
  folder.add_file("file", "");
  const auto file = output_file::create(at("file/below/out.txt"));
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().message,
            "cannot make the folder " + at("file/below").string() + ": Not a directory");
}

TEST_F(OutputFile, AFolderInItsPlaceIsAFailureThatNamesBoth) {
  fs::create_directory(at("out.txt"));
  auto file = output_file::create(at("out.txt"));
  ASSERT_TRUE(file);
  const auto done = file->commit();
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "cannot rename " + at("out.txt.part").string() + " to " +
                                      at("out.txt").string() + ": Is a directory");
}

}  // namespace
}  // namespace quoth::host::testing
