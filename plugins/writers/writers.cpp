// The writers that come with Quoth, but for the record's.
#include "writers/claimreview/claimreview_writer.hpp"
#include "writers/jsonl_writer.hpp"

using quoth::writers::claimreview_writer;
using quoth::writers::jsonl_writer;

QUOTH_PLUGIN("quoth", "0.1.0", "Writers of JSON lines and of ClaimReview.", "Apache-2.0",
             jsonl_writer, claimreview_writer)
