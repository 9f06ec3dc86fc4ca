// What a mistyped name may mean.
#pragma once

#include <cstdint>
#include <record/catalogue.hpp>
#include <record/database.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::record_writing {

// Speakers whose name is the one given but for a third of its letters, or who have a word that is
// its last word likewise (Anna Storck, for "Mayor Storck"): those whose whole name it is first,
// then the nearest, then those who say most; three at most.
[[nodiscard]] std::vector<std::uint32_t> nearest_speakers(const record::catalogue& speakers,
                                                          const std::string& name);

// Ids of the record's documents that are the one given but for a third of its letters, nearest
// first, three at most; of a statement's id (DOCUMENT#s1) its document's alone.
[[nodiscard]] std::vector<std::string> nearest_documents(record::database& db, std::string_view id);

}  // namespace quoth::record_writing
