// The valid name that a mistyped one was probably meant to be.
#ifndef QUOTH_HOST_PIPELINE_NEAREST_HPP
#define QUOTH_HOST_PIPELINE_NEAREST_HPP

#include <span>
#include <string>
#include <string_view>

namespace quoth::host {

/// The fewest insertions, deletions, replacements and swaps of neighbouring bytes that turn `a`
/// into `b` (optimal string alignment).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate most likely meant by `name`: the one at the smallest edit distance, at most a
/// third of the longer name; empty where none is that near. Of equals the first.
[[nodiscard]] std::string_view nearest(std::string_view name,
                                       std::span<const std::string_view> candidates);

/// `; did you mean OPEN NAME CLOSE?` or nothing, to stand at the end of a message.
[[nodiscard]] std::string suggestion(std::string_view name,
                                     std::span<const std::string_view> candidates,
                                     std::string_view open = "\"", std::string_view close = "\"");

}  // namespace quoth::host

#endif
