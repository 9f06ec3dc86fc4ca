// The writers that come with Quoth, but for the record's.
#include "writers/jsonl_writer.hpp"

using quoth::writers::jsonl_writer;

QUOTH_PLUGIN("quoth", "0.1.0", "Writer of JSON lines.", "Apache-2.0", jsonl_writer)
