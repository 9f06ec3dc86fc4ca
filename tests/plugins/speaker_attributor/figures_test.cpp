// The figures that the plugin's README gives, held to a floor: gold quotations, gold sources.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <places.hpp>
#include <string>

namespace {

const std::string gold = places::shared("/data/polnear/speakers-dev.jsonl");
const std::string scorer = places::shared("/eval/score.py");

// The figure after "NAME": {... "right_of_found": in the scorer's last line.
double right_of_found(const std::string& result, const std::string& name) {
  const std::size_t at = result.find('"' + name + '"');
  if (at == std::string::npos) return -1;
  const std::string key = "\"right_of_found\": ";
  return std::strtod(result.c_str() + result.find(key, at) + key.size(), nullptr);
}

TEST(figures, gold_sources_are_attributed_as_the_readme_says) {
  if (!std::filesystem::exists(gold)) GTEST_SKIP() << gold << " is not on this machine";
  const std::string folder = ::testing::TempDir();
  const std::string predicted = folder + "speakers.jsonl", scores = folder + "speakers.txt";
  ASSERT_EQ(
      std::system((places::build("/tests/attribute_file ") + gold + " > " + predicted).c_str()), 0);
  ASSERT_EQ(
      std::system(
          ("python3 " + scorer + " speakers " + gold + ' ' + predicted + " > " + scores).c_str()),
      0);
  std::ifstream file(scores);
  std::string line, last;
  while (std::getline(file, line)) last = line;
  EXPECT_GE(right_of_found(last, "type person"), 88);
  EXPECT_GE(right_of_found(last, "all"), 85);
}

}  // namespace
