// Taking documents out of a record.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace quoth::record_writing {

// Takes the documents with these ids out, all in one commit; returns what is to be shown. Throws
// record::failure, and not_there (called_speaker.hpp) where one of them is not in the record: then
// none is taken out.
[[nodiscard]] std::string remove_documents(const std::filesystem::path& record,
                                           const std::vector<std::string>& ids);

}  // namespace quoth::record_writing
