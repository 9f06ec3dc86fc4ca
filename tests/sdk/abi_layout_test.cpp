// The layout of the contract, letter by letter: a released plugin depends on each of these numbers.
// A change that this test shows is a break of the ABI unless it only adds lines; QUOTH_REBASE=1
// writes the new dump beside the sources.
#include <gtest/gtest.h>
#include <quoth/abi.h>

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <places.hpp>
#include <sstream>

namespace {

#define FIELD(type, field) out << "  " #field " " << offsetof(type, field) << "\n"
#define STRUCT(type) out << #type " " << sizeof(type) << " align " << alignof(type) << "\n"
#define NUMBER(name) out << #name " " << static_cast<unsigned long>(name) << "\n"
#define TEXT(name) out << #name " " << name << "\n"

std::string dump_structs() {
  std::ostringstream out;
  STRUCT(quoth_string);
  FIELD(quoth_string, data);
  FIELD(quoth_string, size);
  STRUCT(quoth_span);
  FIELD(quoth_span, begin);
  FIELD(quoth_span, end);
  STRUCT(quoth_value);
  FIELD(quoth_value, type);
  FIELD(quoth_value, count);
  FIELD(quoth_value, integer);
  FIELD(quoth_value, real);
  FIELD(quoth_value, string);
  FIELD(quoth_value, list);
  STRUCT(quoth_param);
  FIELD(quoth_param, size);
  FIELD(quoth_param, type);
  FIELD(quoth_param, name);
  FIELD(quoth_param, doc);
  FIELD(quoth_param, flags);
  FIELD(quoth_param, choice_count);
  FIELD(quoth_param, choices);
  FIELD(quoth_param, preset);
  FIELD(quoth_param, minimum);
  FIELD(quoth_param, maximum);
  STRUCT(quoth_column);
  FIELD(quoth_column, size);
  FIELD(quoth_column, type);
  FIELD(quoth_column, name);
  FIELD(quoth_column, doc);
  FIELD(quoth_column, target);
  FIELD(quoth_column, choice_count);
  FIELD(quoth_column, reserved);
  FIELD(quoth_column, choices);
  STRUCT(quoth_layer);
  FIELD(quoth_layer, size);
  FIELD(quoth_layer, flags);
  FIELD(quoth_layer, name);
  FIELD(quoth_layer, doc);
  FIELD(quoth_layer, columns);
  FIELD(quoth_layer, column_count);
  FIELD(quoth_layer, reserved);
  STRUCT(quoth_use);
  FIELD(quoth_use, size);
  FIELD(quoth_use, access);
  FIELD(quoth_use, flags);
  FIELD(quoth_use, column_count);
  FIELD(quoth_use, layer);
  FIELD(quoth_use, columns);
  STRUCT(quoth_array);
  FIELD(quoth_array, type);
  FIELD(quoth_array, reserved);
  FIELD(quoth_array, validity);
  FIELD(quoth_array, values);
  FIELD(quoth_array, offsets);
  STRUCT(quoth_table);
  FIELD(quoth_table, rows);
  FIELD(quoth_table, column_count);
  FIELD(quoth_table, begin);
  FIELD(quoth_table, end);
  FIELD(quoth_table, columns);
  STRUCT(quoth_host);
  FIELD(quoth_host, size);
  FIELD(quoth_host, abi_major);
  FIELD(quoth_host, abi_minor);
  FIELD(quoth_host, service);
  STRUCT(quoth_log_1);
  FIELD(quoth_log_1, size);
  FIELD(quoth_log_1, write);
  STRUCT(quoth_error_1);
  FIELD(quoth_error_1, size);
  FIELD(quoth_error_1, report);
  STRUCT(quoth_cancel_1);
  FIELD(quoth_cancel_1, size);
  FIELD(quoth_cancel_1, requested);
  STRUCT(quoth_resource_1);
  FIELD(quoth_resource_1, size);
  FIELD(quoth_resource_1, read);
  FIELD(quoth_resource_1, list);
  STRUCT(quoth_document_1);
  FIELD(quoth_document_1, size);
  FIELD(quoth_document_1, text);
  FIELD(quoth_document_1, set_text);
  STRUCT(quoth_layers_1);
  FIELD(quoth_layers_1, size);
  FIELD(quoth_layers_1, read);
  FIELD(quoth_layers_1, rows);
  FIELD(quoth_layers_1, append);
  FIELD(quoth_layers_1, extend);
  STRUCT(quoth_buffer_1);
  FIELD(quoth_buffer_1, size);
  FIELD(quoth_buffer_1, append);
  STRUCT(quoth_files_1);
  FIELD(quoth_files_1, size);
  FIELD(quoth_files_1, create);
  FIELD(quoth_files_1, resume);
  FIELD(quoth_files_1, write);
  FIELD(quoth_files_1, sync);
  FIELD(quoth_files_1, commit);
  FIELD(quoth_files_1, close);
  STRUCT(quoth_life);
  FIELD(quoth_life, size);
  FIELD(quoth_life, load);
  FIELD(quoth_life, begin);
  FIELD(quoth_life, end);
  FIELD(quoth_life, unload);
  STRUCT(quoth_annotator_ops);
  FIELD(quoth_annotator_ops, size);
  FIELD(quoth_annotator_ops, process);
  STRUCT(quoth_input);
  FIELD(quoth_input, size);
  FIELD(quoth_input, path);
  FIELD(quoth_input, id);
  STRUCT(quoth_cut);
  FIELD(quoth_cut, size);
  FIELD(quoth_cut, found);
  FIELD(quoth_cut, begin);
  FIELD(quoth_cut, end);
  FIELD(quoth_cut, consumed);
  FIELD(quoth_cut, line);
  STRUCT(quoth_item);
  FIELD(quoth_item, size);
  FIELD(quoth_item, input);
  FIELD(quoth_item, bytes);
  FIELD(quoth_item, line);
  FIELD(quoth_item, ordinal);
  STRUCT(quoth_reader_ops);
  FIELD(quoth_reader_ops, size);
  FIELD(quoth_reader_ops, pattern_count);
  FIELD(quoth_reader_ops, media_type_count);
  FIELD(quoth_reader_ops, reserved);
  FIELD(quoth_reader_ops, patterns);
  FIELD(quoth_reader_ops, media_types);
  FIELD(quoth_reader_ops, open);
  FIELD(quoth_reader_ops, next);
  FIELD(quoth_reader_ops, close);
  FIELD(quoth_reader_ops, parse);
  STRUCT(quoth_writer_ops);
  FIELD(quoth_writer_ops, size);
  FIELD(quoth_writer_ops, render);
  FIELD(quoth_writer_ops, start);
  FIELD(quoth_writer_ops, reopen);
  FIELD(quoth_writer_ops, write);
  FIELD(quoth_writer_ops, checkpoint);
  FIELD(quoth_writer_ops, finish);
  FIELD(quoth_writer_ops, abandon);
  STRUCT(quoth_stage);
  FIELD(quoth_stage, size);
  FIELD(quoth_stage, kind);
  FIELD(quoth_stage, id);
  FIELD(quoth_stage, version);
  FIELD(quoth_stage, summary);
  FIELD(quoth_stage, params);
  FIELD(quoth_stage, uses);
  FIELD(quoth_stage, layers);
  FIELD(quoth_stage, param_count);
  FIELD(quoth_stage, use_count);
  FIELD(quoth_stage, layer_count);
  FIELD(quoth_stage, concurrency);
  FIELD(quoth_stage, life);
  FIELD(quoth_stage, ops);
  STRUCT(quoth_plugin);
  FIELD(quoth_plugin, magic);
  FIELD(quoth_plugin, size);
  FIELD(quoth_plugin, abi_major);
  FIELD(quoth_plugin, min_minor);
  FIELD(quoth_plugin, stage_count);
  FIELD(quoth_plugin, id);
  FIELD(quoth_plugin, version);
  FIELD(quoth_plugin, summary);
  FIELD(quoth_plugin, license);
  FIELD(quoth_plugin, built_with);
  FIELD(quoth_plugin, stages);
  FIELD(quoth_plugin, extension);
  STRUCT(quoth_record_tool_1);
  FIELD(quoth_record_tool_1, size);
  FIELD(quoth_record_tool_1, run);
  return out.str();
}

std::string dump_constants() {
  std::ostringstream out;
  NUMBER(QUOTH_MAGIC);
  NUMBER(QUOTH_ABI_MAJOR);
  NUMBER(QUOTH_ABI_MINOR);
  NUMBER(QUOTH_NO_OFFSET);
  NUMBER(QUOTH_NO_ROW);
  NUMBER(QUOTH_OK);
  NUMBER(QUOTH_FAILED);
  NUMBER(QUOTH_FATAL);
  NUMBER(QUOTH_CANCELLED);
  NUMBER(QUOTH_NO_MEMORY);
  NUMBER(QUOTH_IO);
  NUMBER(QUOTH_NEED_MORE);
  NUMBER(QUOTH_MISUSE);
  NUMBER(QUOTH_UNUSABLE);
  NUMBER(QUOTH_PARAM_BOOL);
  NUMBER(QUOTH_PARAM_INT);
  NUMBER(QUOTH_PARAM_REAL);
  NUMBER(QUOTH_PARAM_STRING);
  NUMBER(QUOTH_PARAM_CHOICE);
  NUMBER(QUOTH_PARAM_DURATION);
  NUMBER(QUOTH_PARAM_BYTES);
  NUMBER(QUOTH_PARAM_FILE);
  NUMBER(QUOTH_PARAM_OUTPUT);
  NUMBER(QUOTH_PARAM_LIST);
  NUMBER(QUOTH_PARAM_REQUIRED);
  NUMBER(QUOTH_PARAM_RANGE);
  NUMBER(QUOTH_COLUMN_BOOL);
  NUMBER(QUOTH_COLUMN_I64);
  NUMBER(QUOTH_COLUMN_F64);
  NUMBER(QUOTH_COLUMN_ENUM);
  NUMBER(QUOTH_COLUMN_STRING);
  NUMBER(QUOTH_COLUMN_ROW);
  NUMBER(QUOTH_LAYER_SPAN);
  NUMBER(QUOTH_LAYER_OPTIONAL_SPAN);
  NUMBER(QUOTH_READ);
  NUMBER(QUOTH_APPEND);
  NUMBER(QUOTH_EXTEND);
  NUMBER(QUOTH_USE_OPTIONAL);
  NUMBER(QUOTH_LOG_DEBUG);
  NUMBER(QUOTH_LOG_INFO);
  NUMBER(QUOTH_LOG_WARNING);
  NUMBER(QUOTH_LOG_ERROR);
  NUMBER(QUOTH_READER);
  NUMBER(QUOTH_ANNOTATOR);
  NUMBER(QUOTH_WRITER);
  NUMBER(QUOTH_PER_WORKER);
  NUMBER(QUOTH_SHARED);
  NUMBER(QUOTH_SERIAL);
  TEXT(QUOTH_LOG_1);
  TEXT(QUOTH_ERROR_1);
  TEXT(QUOTH_CANCEL_1);
  TEXT(QUOTH_RESOURCE_1);
  TEXT(QUOTH_DOCUMENT_1);
  TEXT(QUOTH_LAYERS_1);
  TEXT(QUOTH_BUFFER_1);
  TEXT(QUOTH_FILES_1);
  TEXT(QUOTH_RECORD_TOOL_1);
  return out.str();
}

TEST(AbiLayout, IsAsReleased) {
  const std::string path = places::source("/tests/sdk/abi_layout.txt");
  const std::string now = dump_structs() + dump_constants();
  if (std::getenv("QUOTH_REBASE")) std::ofstream(path) << now;
  std::ifstream file(path);
  std::ostringstream released;
  released << file.rdbuf();
  EXPECT_EQ(now, released.str());
}

}  // namespace
