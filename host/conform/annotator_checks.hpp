// Checks of annotators: what they make of documents.
#ifndef QUOTH_HOST_CONFORM_ANNOTATOR_CHECKS_HPP
#define QUOTH_HOST_CONFORM_ANNOTATOR_CHECKS_HPP

#include "host/conform/checks.hpp"

namespace quoth::host {

/// Texts that programs stumble over, each alone.
[[nodiscard]] check_verdict check_annotator_texts(const conform_subject& subject);

/// The same documents give the same rows on one thread, on eight, and again.
[[nodiscard]] check_verdict check_annotator_threads(const conform_subject& subject);

/// Where appending fails or the run is stopped, it fails and leaves no rows.
[[nodiscard]] check_verdict check_annotator_errors(const conform_subject& subject);

/// Random texts and rows, from the subject's seed.
[[nodiscard]] check_verdict check_annotator_fuzz(const conform_subject& subject);

}  // namespace quoth::host

#endif
