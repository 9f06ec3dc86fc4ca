// JSON through RapidJSON's writers: where they put their characters, and fields in one call.
#pragma once

#include <string>
#include <string_view>

namespace quoth::writers {

// Appends to a std::string, as RapidJSON's writers want their output.
class json_output {
 public:
  using Ch = char;
  explicit json_output(std::string& out) : out_(out) {}
  void Put(char c) { out_.push_back(c); }
  void Flush() {}

 private:
  std::string& out_;
};

// Writes values with a RapidJSON writer, Writer<json_output>.
template <class Writer>
class json_fields {
 public:
  explicit json_fields(std::string& out) : output_(out), w_(output_) {}

 protected:
  void key(std::string_view k) { w_.Key(k.data(), static_cast<unsigned>(k.size())); }
  void text(std::string_view t) { w_.String(t.data(), static_cast<unsigned>(t.size())); }
  void field(std::string_view k, std::string_view t) {
    key(k);
    text(t);
  }

  json_output output_;
  Writer w_;
};

}  // namespace quoth::writers
