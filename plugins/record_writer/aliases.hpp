// Which names somebody said to mean which speaker of a record.
//
// Thread rule: pure functions over the file. All return what is to be shown, and throw
// record::failure, and not_there (called_speaker.hpp): then nothing was changed.
#pragma once

#include <filesystem>
#include <string>

#include "listing.hpp"

namespace quoth::record_writing {

// Of a record of another version too. As JSON: a line {"name","speaker"} each.
[[nodiscard]] std::string list_aliases(const std::filesystem::path& record, layout how);

// Says that a name means a speaker. SPEAKER must be one speaker of the record, called by the whole
// name, or by name and role ("Tangen, chairman"); a description that different documents use of
// different people cannot be an alias.
[[nodiscard]] std::string add_alias(const std::filesystem::path& record, const std::string& name,
                                    const std::string& speaker);
// The same of each line of a file, as list_aliases writes it as JSON: all or none.
[[nodiscard]] std::string import_aliases(const std::filesystem::path& record,
                                         const std::filesystem::path& file);
[[nodiscard]] std::string remove_alias(const std::filesystem::path& record,
                                       const std::string& name);

}  // namespace quoth::record_writing
