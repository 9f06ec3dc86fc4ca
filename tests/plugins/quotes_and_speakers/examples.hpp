// Texts with all the quotes that must be found in them, through the shipped plugins from plain text
// to speakers. What is expected of each stands in examples_test.cpp.
#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "read_text.hpp"

struct example {
  const char* name;
  const char* language;
  std::string text;
  std::vector<spoken> quotes;
};

inline std::ostream& operator<<(std::ostream& out, const example& e) {
  return out << e.text;
}

// Examples of one name are told apart by their place in the table.
inline std::string name_of(const ::testing::TestParamInfo<example>& in) {
  return std::string(in.param.name).append("_").append(std::to_string(in.index));
}

class Examples : public ::testing::TestWithParam<example> {};
