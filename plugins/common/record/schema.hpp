// The record's tables: made, and checked on opening. What they mean is told in
// plugins/record_writer/README.md.
#pragma once

#include <record/database.hpp>

namespace quoth::record {

inline constexpr int schema_version = 1;                    // PRAGMA user_version
inline constexpr std::int64_t application_id = 0x51745263;  // "QtRc", PRAGMA application_id

// Makes the tables in an empty database; leaves a record alone. Throws for any other file.
void prepare_for_writing(database& db);

// Throws unless the file is a record of this version.
void check(database& db);

}  // namespace quoth::record
