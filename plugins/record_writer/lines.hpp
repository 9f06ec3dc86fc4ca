// Lines of what the record tool prints.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <text/utf8.hpp>

namespace quoth::record_writing {

// One line of JSON; empty texts are left out.
class json_line {
 public:
  json_line() { writer_.StartObject(); }
  void text(const char* key, std::string_view value) {
    if (value.empty()) return;
    writer_.Key(key);
    writer_.String(value.data(), static_cast<unsigned>(value.size()));
  }
  void number(const char* key, std::int64_t value) {
    writer_.Key(key);
    writer_.Int64(value);
  }
  void begin_list(const char* key) {
    writer_.Key(key);
    writer_.StartArray();
  }
  void item(std::string_view value) {
    writer_.String(value.data(), static_cast<unsigned>(value.size()));
  }
  void end_list() { writer_.EndArray(); }
  void end(std::string& out) {
    writer_.EndObject();
    out.append(buffer_.GetString(), buffer_.GetSize());
    out.push_back('\n');
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

// Adds the text to `out`, at the right of as many code points.
inline void append_padded(std::string& out, std::string_view text, std::size_t width) {
  const std::size_t size = text::count_code_points(text);
  if (size < width) out.append(width - size, ' ');
  out += text;
}

}  // namespace quoth::record_writing
