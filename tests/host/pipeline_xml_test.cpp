// Where elements and attributes stand, and that no file keeps the check from ending.
#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "host/pipeline/variables.hpp"
#include "host/pipeline/xml_tree.hpp"

namespace quoth::host {
namespace {

struct parsed {
  source_text source;
  problem_list problems;
  std::optional<xml_element> root;
  explicit parsed(std::string text) : source("p.xml", std::move(text)), problems(source) {
    root = parse_xml(problems);
  }
  std::string_view at(source_range range) const {
    return source.bytes().substr(range.begin, range.end - range.begin);
  }
};

void expect_places(const parsed& file, const xml_element& element) {
  EXPECT_EQ(file.at(element.where), element.name);
  for (const xml_attribute& attribute : element.attributes) {
    EXPECT_EQ(file.at(attribute.where), attribute.name);
    if (file.at(attribute.value_where).find_first_of("&\n\r\t") == std::string_view::npos) {
      EXPECT_EQ(file.at(attribute.value_where), attribute.value);
    }
  }
  for (const xml_element& child : element.children) expect_places(file, child);
}

TEST(xml_places, are_those_of_names_and_values_in_the_file) {
  const parsed file(
      "<?xml version=\"1.0\"?>\n<!-- <a b=\"c\"> -->\n<root one = '1'\n\ttwo=\"a > b='x'\" >\n"
      "  <![CDATA[ <no/> ]]><child three=\"&amp;\" four=\"\"/><Ünï  fünf='ß'/>\n</root>\n");
  ASSERT_TRUE(file.root);
  expect_places(file, *file.root);
  EXPECT_EQ(file.root->children.size(), 2u);
  EXPECT_EQ(file.root->children[0].attribute("three")->value, "&");
  EXPECT_EQ(file.root->text.find("<no/>"), 4u);
}

TEST(source_position, counts_lines_and_code_points_from_one) {
  const source_text text("p", "ab\r\nüöä\n");
  EXPECT_EQ(text.position(0).column, 1);
  EXPECT_EQ(text.position(4).line, 2);
  EXPECT_EQ(text.position(8).column, 3);
  EXPECT_EQ(text.position(1000).line, 3);
  EXPECT_EQ(text.line(1), "ab");
}

/// Seconds of this thread's work.
template <class Work>
double time_of(Work work) {
  const auto now = [] {
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) / 1e9;
  };
  const double before = now();
  work();
  return now() - before;
}

TEST(source_position, of_every_byte_of_a_long_line_takes_linear_time) {
  const source_text source("p.xml", std::string(1'000'000, 'x'));
  EXPECT_LT(time_of([&] {
              int sum = 0;
              for (std::size_t at = 0; at < 1'000'000; at += 20) sum += source.position(at).line;
              EXPECT_EQ(sum, 50'000);
            }),
            1.0);
}

TEST(variables, that_nobody_set_are_told_in_linear_time_however_many_there_are) {
  const source_text source("p.xml", "<pipeline/>");
  EXPECT_LT(time_of([&] {
              problem_list problems(source);
              variable_table variables({});
              for (int i = 0; i < 10'000; ++i) variables.set("a" + std::to_string(i), "", false);
              for (int i = 0; i < 10'000; ++i)
                static_cast<void>(variables.expand("${b" + std::to_string(i) + "}", {}, problems));
              EXPECT_EQ(std::move(problems).take().size(), problem_list::limit + 1);
            }),
            2.0);
}

TEST(xml_file, damaged_anywhere_gives_a_problem_or_a_tree_and_never_more) {
  const std::string good =
      "<?xml version=\"1.0\"?><!-- c --><p a=\"1&amp;2\" "
      "b='&#8217;'><q><![CDATA[x]]></q>text</p>\n";
  std::mt19937 random(11);
  for (std::size_t cut = 0; cut <= good.size(); ++cut) {
    const parsed file(good.substr(0, cut));
    EXPECT_NE(file.root.has_value(), !file.problems.empty()) << cut;
  }
  const std::string_view pieces = "<>&;\"'=/!?-[]ab \n\xC3";
  for (int i = 0; i < 20'000; ++i) {
    std::string bad = good;
    for (auto n = 1 + random() % 4; n > 0; --n)
      bad[random() % bad.size()] = pieces[random() % pieces.size()];
    const parsed file(bad);
    EXPECT_TRUE(file.root.has_value() || !file.problems.empty()) << bad;
    if (file.root) expect_places(file, *file.root);
  }
}

}  // namespace
}  // namespace quoth::host
