// The parts that the figures are made of. Whole figures are compared with score.py in
// tests/pipelines/eval_agreement.py.
#include "host/eval/eval.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "host/eval/figures.hpp"
#include "host/eval/names.hpp"
#include "host/eval/spans.hpp"

namespace quoth::host::eval {
namespace {

TEST(eval_span, is_trimmed_and_joined_over_marks) {
  const std::u32string_view text = U"“We won,” he said, “and how.”";
  EXPECT_EQ(trimmed_spans(text, {{0, 9}}), (std::vector<text_span>{{1, 7}}));
  EXPECT_EQ(trimmed_spans(text, {{19, 29}, {0, 9}}), (std::vector<text_span>{{1, 7}, {20, 27}}));
  EXPECT_EQ(trimmed_spans(text, {{1, 3}, {4, 7}}), (std::vector<text_span>{{1, 7}}));
  EXPECT_TRUE(trimmed_spans(text, {{7, 10}}).empty());
}

TEST(eval_span, beyond_the_text_ends_with_it) {
  EXPECT_EQ(trimmed_spans(U"abc", {{1, 99}}), (std::vector<text_span>{{1, 3}}));
  EXPECT_TRUE(trimmed_spans(U"abc", {{50, 99}}).empty());
}

TEST(eval_word, begins_where_a_span_begins_inside_it) {
  EXPECT_EQ(word_starts(U"straße 54 x_y", {{2, 13}}), (std::vector<std::size_t>{2, 7, 10}));
}

TEST(eval_name, is_the_same_without_article_title_case_and_middle_names) {
  EXPECT_TRUE(same_name("The White House", "white house"));
  EXPECT_TRUE(same_name("Barack Obama", "Barack Hussein Obama"));
  EXPECT_TRUE(same_name("Maria Lindqvist", "Dr. Maria Lindqvist"));
  EXPECT_TRUE(same_name("Obama’s", "obama"));
  EXPECT_TRUE(same_name("", ""));
}

TEST(eval_name, is_another_where_only_one_word_is_shared) {
  EXPECT_FALSE(same_name("Obama", "Barack Obama"));
  EXPECT_FALSE(same_name("Michelle Obama", "Barack Obama"));
  EXPECT_FALSE(same_name("", "Obama"));
}

TEST(eval_figure, is_printed_as_python_prints_it) {
  EXPECT_EQ(number_text(100.0), "100.0");
  EXPECT_EQ(number_text(29.6), "29.6");
  EXPECT_EQ(number_text(0.0), "0.0");
  EXPECT_EQ(rounded(0.25, 1), 0.2);    // half to even
  EXPECT_EQ(rounded(2.675, 2), 2.67);  // the double lies below
  EXPECT_EQ(json_object{}.add("a\n\"", "\x01").text(), "{\"a\\n\\\"\": \"\\u0001\"}");
}

TEST(eval_input, that_is_not_json_is_named_with_its_line) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("quoth-eval-" + std::to_string(getpid()) + ".jsonl");
  std::ofstream(file) << "{\"id\":\"a\",\"text\":\"\",\"quotes\":[]}\n\n{\"id\":\n";
  const auto scored = score_quotes(file, file);
  ASSERT_FALSE(scored);
  EXPECT_EQ(scored.error().code, exit_code::input);
  EXPECT_EQ(scored.error().message.find(file.string() + ":3: "), 0u) << scored.error().message;
  std::ofstream(file) << "{\"text\":\"\"}\n";
  EXPECT_EQ(score_quotes(file, file).error().message,
            file.string() + ":1: the document has no \"id\"");
  std::filesystem::remove(file);
  EXPECT_FALSE(score_quotes(file, file));
}

}  // namespace
}  // namespace quoth::host::eval
