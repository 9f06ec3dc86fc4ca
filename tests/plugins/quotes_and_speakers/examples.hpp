// Tables of texts with all the quotes that must be found in them.
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
  return in.param.name + ("_" + std::to_string(in.index));
}
