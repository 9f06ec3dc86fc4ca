// The readers that come with Quoth: JSON lines and plain text, transcripts in both.
#include "readers/jsonl_reader.hpp"
#include "readers/text_reader.hpp"

using quoth::readers::jsonl_reader;
using quoth::readers::text_reader;

QUOTH_PLUGIN("quoth", "0.1.0", "Readers of JSON lines and plain text.", "Apache-2.0", jsonl_reader,
             text_reader)
