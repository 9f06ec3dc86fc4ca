// Checks of readers: what they make of bytes.
#ifndef QUOTH_HOST_CONFORM_READER_CHECKS_HPP
#define QUOTH_HOST_CONFORM_READER_CHECKS_HPP

#include "host/conform/checks.hpp"

namespace quoth::host {

/// Texts that programs stumble over, as whole inputs.
[[nodiscard]] check_verdict check_reader_texts(const conform_subject& subject);

/// An input that comes in small windows is cut into the same items as one that comes at once.
[[nodiscard]] check_verdict check_reader_windows(const conform_subject& subject);

/// Random bytes, from the subject's seed.
[[nodiscard]] check_verdict check_reader_fuzz(const conform_subject& subject);

}  // namespace quoth::host

#endif
