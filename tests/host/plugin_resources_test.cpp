#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "host/plugin/plugin_file.hpp"
#include "host/plugin/resource_folder.hpp"
#include "plugin_folder.hpp"

namespace quoth::host {
namespace {

using ::testing::ElementsAre;

class plugin_resources : public ::testing::Test {
 protected:
  resource_folder folder{resources_of(testing::test_plugins() / "plain_c.so")};
};

TEST_F(plugin_resources, lie_beside_the_plugin) {
  EXPECT_EQ(resources_of("/a/b.c/plug.in.so"), "/a/b.c/plug.in.resources");
}

TEST(folder_hash, tells_names_and_bytes_apart_at_any_depth) {
  const testing::temporary_folder folder;
  EXPECT_EQ(folder_hash(folder.path() / "no-such"), "");
  EXPECT_EQ(folder_hash(folder.path()), "");
  std::filesystem::create_directory(folder.path() / "en");
  folder.add_file("en/words.txt", "yes\n");
  const std::string first = folder_hash(folder.path());
  EXPECT_EQ(first.size(), 32u);
  folder.add_file("en/words.txt", "no\n");
  EXPECT_NE(folder_hash(folder.path()), first);
  folder.add_file("en/words.txt", "yes\n");
  EXPECT_EQ(folder_hash(folder.path()), first);
  std::filesystem::rename(folder.path() / "en", folder.path() / "de");
  EXPECT_NE(folder_hash(folder.path()), first);
}

TEST_F(plugin_resources, are_read_by_path_and_stay_in_place) {
  const auto words = folder.read("words/en.txt");
  ASSERT_TRUE(words);
  EXPECT_EQ(*words, "yes\nno\n");
  EXPECT_EQ(folder.read("words/en.txt")->data(), words->data());
  EXPECT_EQ(folder.read("empty.txt"), "");
}

TEST_F(plugin_resources, are_listed_in_byte_order_with_folders_marked) {
  EXPECT_THAT(folder.list(""), ElementsAre("about.txt", "empty.txt", "words/"));
  EXPECT_THAT(folder.list("words"), ElementsAre("en.txt"));
  EXPECT_THAT(folder.list("words/"), ElementsAre("en.txt"));
  EXPECT_THAT(folder.list("no-such"), ElementsAre());
  EXPECT_THAT(folder.list(".."), ElementsAre());
}

TEST_F(plugin_resources, end_at_the_folder) {
  for (const char* const path :
       {"", "no-such.txt", "words", "../plain_c.so", "words/../about.txt", "/etc/passwd",
        "./about.txt", "words//en.txt", "about.txt/", "words/.."}) {
    EXPECT_FALSE(folder.read(path)) << path;
  }
  EXPECT_FALSE(folder.read(std::string_view("about.txt\0.so", 13)));
}

TEST_F(plugin_resources, may_be_missing_altogether) {
  resource_folder none("/no/such/plugin.resources");
  EXPECT_FALSE(none.read("a.txt"));
  EXPECT_THAT(none.list(""), ElementsAre());
}

}  // namespace
}  // namespace quoth::host
