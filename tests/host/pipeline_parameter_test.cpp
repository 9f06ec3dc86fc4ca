// Parameter values: what each type accepts, and what a value comes out as.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "host/pipeline/attribute_rule.hpp"

namespace quoth::host {
namespace {

attribute_rule rule(std::uint32_t type) {
  attribute_rule made;
  made.name = "value";
  made.type = type;
  return made;
}

value converted(const attribute_rule& from, std::string_view text, const path_bases& bases = {},
                bool from_command_line = false) {
  result<value> made = convert(from, text, bases, from_command_line);
  EXPECT_TRUE(made) << text << ": " << (made ? "" : made.error().message);
  return made ? *made : value::none();
}

bool refused(const attribute_rule& from, std::string_view text) {
  return !convert(from, text, {}, false);
}

TEST(parameter_value, bool_is_true_or_false_and_nothing_else) {
  EXPECT_EQ(converted(rule(QUOTH_PARAM_BOOL), "true"), value::boolean(true));
  EXPECT_EQ(converted(rule(QUOTH_PARAM_BOOL), "false"), value::boolean(false));
  for (const char* text : {"", "1", "True", " true", "yes"})
    EXPECT_TRUE(refused(rule(QUOTH_PARAM_BOOL), text)) << text;
}

TEST(parameter_value, int_takes_the_whole_range_of_64_bits) {
  EXPECT_EQ(converted(rule(QUOTH_PARAM_INT), "9223372036854775807").integer, INT64_MAX);
  EXPECT_EQ(converted(rule(QUOTH_PARAM_INT), "-9223372036854775808").integer, INT64_MIN);
  EXPECT_EQ(converted(rule(QUOTH_PARAM_INT), " +7\n").integer, 7);
  for (const char* text : {"", "9223372036854775808", "7.0", "+-7", "0x7", "7 7"})
    EXPECT_TRUE(refused(rule(QUOTH_PARAM_INT), text)) << text;
}

TEST(parameter_value, real_is_finite) {
  EXPECT_DOUBLE_EQ(converted(rule(QUOTH_PARAM_REAL), "-.5e1").real, -5.0);
  for (const char* text : {"inf", "NaN", "1e999", "", "1,5"})
    EXPECT_TRUE(refused(rule(QUOTH_PARAM_REAL), text)) << text;
}

TEST(parameter_value, duration_comes_out_in_milliseconds) {
  EXPECT_EQ(converted(rule(QUOTH_PARAM_DURATION), "500ms").integer, 500);
  EXPECT_EQ(converted(rule(QUOTH_PARAM_DURATION), "30s").integer, 30'000);
  EXPECT_EQ(converted(rule(QUOTH_PARAM_DURATION), "5m").integer, 300'000);
  EXPECT_EQ(converted(rule(QUOTH_PARAM_DURATION), "2h").integer, 7'200'000);
  for (const char* text : {"", "5", "ms", "-5s", "1.5s", "5 s", "9223372036854775807h"})
    EXPECT_TRUE(refused(rule(QUOTH_PARAM_DURATION), text)) << text;
}

TEST(parameter_value, bytes_count_in_powers_of_1024) {
  EXPECT_EQ(converted(rule(QUOTH_PARAM_BYTES), "512").integer, 512);
  EXPECT_EQ(converted(rule(QUOTH_PARAM_BYTES), "64K").integer, 65'536);
  EXPECT_EQ(converted(rule(QUOTH_PARAM_BYTES), "2G").integer, std::int64_t{2} << 30);
  for (const char* text : {"", "K", "64k", "64KB", "-1", "9999999999999G"})
    EXPECT_TRUE(refused(rule(QUOTH_PARAM_BYTES), text)) << text;
}

TEST(parameter_value, choice_comes_out_as_its_index_and_text) {
  attribute_rule colours = rule(QUOTH_PARAM_CHOICE);
  colours.choices = {"red", "green"};
  EXPECT_EQ(converted(colours, "green"), value::choice(1, "green"));
  EXPECT_EQ(convert(colours, "gren", {}, false).error().message,
            "expected \"red\" or \"green\"; did you mean \"green\"?");
}

TEST(parameter_value, list_drops_what_stands_empty_between_commas) {
  const value names = converted(rule(QUOTH_PARAM_LIST), " a ,b b,, c");
  EXPECT_EQ(names.list, (std::vector<std::string>{"a", "b b", "c"}));
  EXPECT_TRUE(converted(rule(QUOTH_PARAM_LIST), "").list.empty());
}

TEST(parameter_value, range_is_inclusive) {
  attribute_rule share = rule(QUOTH_PARAM_REAL);
  share.range = {{0.0, 1.0}};
  EXPECT_EQ(converted(share, "0").real, 0.0);
  EXPECT_EQ(converted(share, "1").real, 1.0);
  EXPECT_EQ(convert(share, "1.0001", {}, false).error().message, "expected a number from 0 to 1");
}

class path_value : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"beside", "resources", "search", "here"}) {
      std::filesystem::create_directories(root_ / name);
      std::ofstream(root_ / name / (std::string(name) + ".bin")) << "model";
    }
    bases_ = {
        root_ / "beside", root_ / "resources", root_ / "out", root_ / "here", {root_ / "search"}};
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  std::filesystem::path root_ =
      std::filesystem::temp_directory_path() / ("quoth-paths-" + std::to_string(getpid()));
  path_bases bases_;
};

TEST_F(path_value, file_is_looked_up_beside_then_in_resources_then_on_the_search_path) {
  for (const char* name : {"beside", "resources", "search"}) {
    const std::string file = std::string(name) + ".bin";
    EXPECT_EQ(converted(rule(QUOTH_PARAM_FILE), file, bases_).string,
              (root_ / name / file).string());
  }
  std::ofstream(root_ / "beside" / "search.bin") << "nearer";
  EXPECT_EQ(converted(rule(QUOTH_PARAM_FILE), "search.bin", bases_).string,
            (root_ / "beside" / "search.bin").string());
}

TEST_F(path_value, file_from_the_command_line_is_looked_up_in_the_working_directory_alone) {
  EXPECT_EQ(converted(rule(QUOTH_PARAM_FILE), "here.bin", bases_, true).string,
            (root_ / "here" / "here.bin").string());
  EXPECT_FALSE(convert(rule(QUOTH_PARAM_FILE), "beside.bin", bases_, true));
}

TEST_F(path_value, missing_file_names_every_place_that_was_looked_at) {
  EXPECT_EQ(convert(rule(QUOTH_PARAM_FILE), "gone", bases_, false).error().message,
            "no such file; looked for " + (root_ / "beside/gone").string() + ", " +
                (root_ / "resources/gone").string() + ", " + (root_ / "search/gone").string());
}

TEST_F(path_value, output_goes_below_the_output_folder_or_the_working_directory) {
  EXPECT_EQ(converted(rule(QUOTH_PARAM_OUTPUT), "a/b.txt", bases_).string,
            (root_ / "out/a/b.txt").string());
  EXPECT_EQ(converted(rule(QUOTH_PARAM_OUTPUT), "a/b.txt", bases_, true).string,
            (root_ / "here/a/b.txt").string());
}

}  // namespace
}  // namespace quoth::host
