// What a pipeline's XML may not hold, found before an XML parser sees it.
#ifndef QUOTH_HOST_PIPELINE_MARKUP_HPP
#define QUOTH_HOST_PIPELINE_MARKUP_HPP

#include <cstddef>
#include <filesystem>

#include "host/pipeline/diagnostic.hpp"
#include "host/pipeline/source_text.hpp"
#include "host/result.hpp"

namespace quoth::host {

inline constexpr std::size_t largest_pipeline = std::size_t{1} << 20;  ///< bytes
inline constexpr std::size_t deepest_element = 32;                     ///< levels

/// Reads a pipeline file of at most `largest_pipeline` bytes, without its byte order mark. The
/// failure's message is a sentence without the file's name.
result<source_text> load_source(const std::filesystem::path& file);

/// Adds a problem for all that is not well-formed XML 1.0 in UTF-8, and for what is but is refused:
/// document types, entities beyond the five, processing instructions, elements nested deeper than
/// `deepest_element`. One pass; does not recurse. pugixml, which builds the tree afterwards, lets
/// most of this through.
void check_markup(problem_list& problems);

}  // namespace quoth::host

#endif
