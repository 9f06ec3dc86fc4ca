// The XML Schema of pipelines, made of the installed plugins.
#ifndef QUOTH_HOST_PIPELINE_XSD_HPP
#define QUOTH_HOST_PIPELINE_XSD_HPP

#include <string>

#include "host/plugin/catalogue.hpp"

namespace quoth::host {

/// An XSD 1.0 document for pipelines of the installed stages, with their documentation, so that an
/// editor completes and checks them. It agrees with check_pipeline on elements, attributes, types
/// and ranges; it cannot see variables, files, ranges of durations and sizes, the ids of steps and
/// the flow of layers. Calls no function of a plugin.
[[nodiscard]] std::string write_schema(const catalogue& installed);

}  // namespace quoth::host

#endif
