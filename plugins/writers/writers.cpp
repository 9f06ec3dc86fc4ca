// The writers that come with Quoth, but for the record's.
#include "writers/claimreview/claimreview_writer.hpp"
#include "writers/jsonl_writer.hpp"
#include "writers/report/report_writer.hpp"

using quoth::writers::claimreview_writer;
using quoth::writers::jsonl_writer;
using quoth::writers::report_writer;

QUOTH_PLUGIN("quoth", "0.1.0", "Writers of JSON lines, of ClaimReview and of a report.",
             "Apache-2.0", jsonl_writer, claimreview_writer, report_writer)
