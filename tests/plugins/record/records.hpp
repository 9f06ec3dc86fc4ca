// Small records for the tests.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <record/store.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::record {

// A folder of this test's own, removed with it.
class own_folder {
 public:
  own_folder() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    path_ = std::filesystem::temp_directory_path() /
            ("quoth-" + std::string(test->test_suite_name()) + '-' + test->name() + '-' +
             std::to_string(::getpid()));
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~own_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

// One statement of an article.
struct said {
  std::string_view speaker, text;
  quoth::record::hand hand = hand::first;
  std::string_view via = {};
  std::int32_t turn = no_turn;
  std::string_view role = {};
  std::uint32_t gap = 0;  // bytes between it and the one before it, besides a blank
};

inline std::string entry_bytes(std::string_view id, std::string_view date,
                               const std::vector<said>& statements,
                               const std::vector<role_entry>& roles = {},
                               std::string_view lang = "en") {
  entry made;
  made.document = {id, "About ", date, "https://example.org/", lang, "", "The Post"};
  std::uint32_t at = 0;
  for (const said& one : statements) {
    statement_entry s;
    s.text = one.text;
    s.speaker = one.speaker;
    s.role = one.role;
    s.hand = one.hand;
    s.via = one.via;
    s.turn = one.turn;
    s.form = one.turn == no_turn ? form::direct : form::turn;
    s.begin = at += one.gap;
    at += static_cast<std::uint32_t>(one.text.size());
    s.end = at++;
    made.statements.push_back(s);
  }
  made.roles = roles;
  key_maker keys;
  std::string bytes;
  append_entry(made, keys, bytes);
  return bytes;
}

}  // namespace quoth::record
