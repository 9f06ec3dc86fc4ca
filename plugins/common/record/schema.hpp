// The record's tables: made, and checked on opening. What they mean is told in
// plugins/record_writer/README.md.
#pragma once

#include <record/database.hpp>

namespace quoth::record {

inline constexpr int schema_version = 3;                    // PRAGMA user_version
inline constexpr std::int64_t application_id = 0x51745263;  // "QtRc", PRAGMA application_id

// Makes the tables in an empty database; leaves a record alone. Throws for any other file.
void prepare_for_writing(database& db);

// Whether the index is of all the record's texts, with keys and a layout as this program makes
// them. Triggers note what other programs change.
[[nodiscard]] bool is_indexed(database& db);
// Throws where another version of this program made the index: it would lead to wrong rows.
void check_index(database& db);
// Says so, with the numbers that the next statement and the next review will have.
void set_indexed(database& db, std::int64_t next_statement, std::int64_t next_review);
// The number for a new row: `which` is "next-statement" or "next-review". Numbers of rows that were
// removed are not used again: the index may still have them.
[[nodiscard]] std::int64_t next_row(database& db, const char* which);

// Throws unless the file is a record of this version.
void check(database& db);
// Throws unless it is a record, of whatever version.
void check_kind(database& db);

}  // namespace quoth::record
