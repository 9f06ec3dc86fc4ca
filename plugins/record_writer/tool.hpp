// The extension quoth.record-tool/1: what `quoth record` and `quoth explain` ask of a record.
#pragma once

#include <quoth/abi.h>

namespace quoth::record_writing {

extern const quoth_record_tool_1 tool_table;

}  // namespace quoth::record_writing
