// The page's style and script, made from report.css and report.js when the plugin is built.
#pragma once

#include <string_view>

namespace quoth::writers {

struct page_asset {
  std::string_view content;
  std::string_view sha256;  // of the content, in hexadecimal
};

extern const page_asset report_style, report_script;

}  // namespace quoth::writers
