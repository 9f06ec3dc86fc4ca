// Whether two names mean one speaker.
#ifndef QUOTH_HOST_EVAL_NAMES_HPP
#define QUOTH_HOST_EVAL_NAMES_HPP

#include <string_view>

namespace quoth::host::eval {

/// Compares without case, articles, possessive and punctuation; a first and a last name match with
/// any middle ones, and two words or more match at the end of a longer name. Two empty names are
/// the same: nobody.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);

}  // namespace quoth::host::eval

#endif
