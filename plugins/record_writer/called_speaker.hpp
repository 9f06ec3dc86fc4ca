// Whom somebody at the command line means by a name.
//
// Thread rule: pure functions.
#pragma once

#include <cstdint>
#include <filesystem>
#include <record/catalogue.hpp>
#include <stdexcept>
#include <string>

namespace quoth::record_writing {

// The record has no such speaker, alias or document, or a name may mean several; says what to do.
class not_there : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Whom a name means: as documents and posts are understood, or as the record shows them; else the
// one whose role it is. Throws not_there; `path` is the record's.
[[nodiscard]] std::uint32_t speaker_called(const std::filesystem::path& path,
                                           const record::catalogue& speakers,
                                           const std::string& name);

// Whom a name means with no guess: the only one who is called so, or whose whole name it is; of
// several with that name the one whose role stands behind it ("Tangen, chairman"), or who has none.
// Throws not_there.
[[nodiscard]] std::uint32_t only_speaker_called(const std::filesystem::path& path,
                                                const record::catalogue& speakers,
                                                const std::string& name);

}  // namespace quoth::record_writing
