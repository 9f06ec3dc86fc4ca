// Whom a mistyped name may mean.
#pragma once

#include <cstdint>
#include <record/catalogue.hpp>
#include <string>
#include <vector>

namespace quoth::record_writing {

// Speakers whose name, or a word of it where one word was given, is the name but for a third of its
// letters: nearest first, then those who say most; three at most.
[[nodiscard]] std::vector<std::uint32_t> nearest_speakers(const record::catalogue& speakers,
                                                          const std::string& name);

}  // namespace quoth::record_writing
