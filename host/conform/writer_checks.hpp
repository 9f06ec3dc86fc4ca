// Checks of writers: what they make of documents and files.
#ifndef QUOTH_HOST_CONFORM_WRITER_CHECKS_HPP
#define QUOTH_HOST_CONFORM_WRITER_CHECKS_HPP

#include "host/conform/checks.hpp"

namespace quoth::host {

/// Texts that programs stumble over, and random rows, are rendered and written.
[[nodiscard]] check_verdict check_writer_texts(const conform_subject& subject);

/// Eight threads render what one does.
[[nodiscard]] check_verdict check_writer_threads(const conform_subject& subject);

/// A run that stops after a checkpoint and is reopened gives the files of one that does not.
[[nodiscard]] check_verdict check_writer_resume(const conform_subject& subject);

}  // namespace quoth::host

#endif
