// Where RapidJSON's writers put their characters.
#pragma once

#include <string>

namespace quoth::writers {

// Appends to a std::string, as RapidJSON's writer wants its output.
class json_output {
 public:
  using Ch = char;
  explicit json_output(std::string& out) : out_(out) {}
  void Put(char c) { out_.push_back(c); }
  void Flush() {}

 private:
  std::string& out_;
};

}  // namespace quoth::writers
