#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "host/plugin/descriptor_check.hpp"

namespace quoth::host {
namespace {

quoth_status load(const quoth_host*, const quoth_value* const*, std::uint32_t, void**) {
  return QUOTH_OK;
}
quoth_status begin(void*, void**) {
  return QUOTH_OK;
}
void end(void*) {}
quoth_status process(void*, quoth_document*) {
  return QUOTH_OK;
}

quoth_status render(void*, quoth_document*, quoth_buffer*) {
  return QUOTH_OK;
}
quoth_status on_shared(void*) {
  return QUOTH_OK;
}
quoth_status on_string(void*, quoth_string) {
  return QUOTH_OK;
}
quoth_status checkpoint(void*, quoth_buffer*) {
  return QUOTH_OK;
}

quoth_status open(void*, const quoth_input*, void**) {
  return QUOTH_OK;
}
quoth_status next(void*, quoth_string, std::uint32_t, quoth_cut*) {
  return QUOTH_OK;
}
quoth_status parse(void*, const quoth_item*, quoth_document*) {
  return QUOTH_OK;
}

/// A plugin without fault, whose every part a test may spoil.
class plugin_descriptor : public ::testing::Test {
 protected:
  [[nodiscard]] std::string fault() const { return descriptor_fault(plugin); }
  /// The fault of the only stage, without its "stage org.t.stage".
  [[nodiscard]] std::string stage_fault() const {
    const std::string whole = fault(), place = "stage org.t.stage";
    return whole.starts_with(place) ? whole.substr(place.size()) : "elsewhere: " + whole;
  }
  /// The fault of the only parameter.
  [[nodiscard]] std::string param_fault() const {
    const std::string whole = stage_fault(), place = ": parameter size ";
    return whole.starts_with(place) ? whole.substr(place.size()) : "elsewhere: " + whole;
  }
  void make_choice() {
    param.type = preset.type = QUOTH_PARAM_CHOICE;
    param.flags = 0;
    param.choices = choices;
    param.choice_count = 2;
    preset.integer = 1;
    preset.string = {"slow", 4};
  }
  void make_writer() {
    stage.kind = QUOTH_WRITER;
    stage.ops = &writer_ops;
    use.access = QUOTH_READ;
  }
  void make_reader() {
    stage.kind = QUOTH_READER;
    stage.ops = &reader_ops;
  }

  const char* choices[2] = {"fast", "slow"};
  quoth_value preset{QUOTH_PARAM_INT, 0, 5, 0, {nullptr, 0}, nullptr};
  quoth_param param{sizeof(quoth_param),
                    QUOTH_PARAM_INT,
                    "size",
                    "",
                    QUOTH_PARAM_RANGE,
                    0,
                    nullptr,
                    &preset,
                    1,
                    10};
  const quoth_param* params[2] = {&param, &param};

  quoth_column column{sizeof(quoth_column), QUOTH_COLUMN_F64, "share", "", nullptr, 0, 0, nullptr};
  const quoth_column* columns[2] = {&column, &column};
  quoth_layer layer{sizeof(quoth_layer), QUOTH_LAYER_SPAN, "org.t.shout", "", columns, 1, 0};
  const quoth_layer* layers[1] = {&layer};
  const char* used_columns[2] = {"share", "share"};
  quoth_use use{sizeof(quoth_use), QUOTH_APPEND, 0, 1, "org.t.shout", used_columns};
  const quoth_use* uses[1] = {&use};

  quoth_life life{sizeof(quoth_life), load, begin, end, end};
  quoth_annotator_ops annotator_ops{sizeof(quoth_annotator_ops), process};
  quoth_writer_ops writer_ops{sizeof(quoth_writer_ops),
                              render,
                              on_shared,
                              on_string,
                              on_string,
                              checkpoint,
                              on_shared,
                              end};
  const char* patterns[1] = {"*.txt"};
  quoth_reader_ops reader_ops{
      sizeof(quoth_reader_ops), 1, 0, 0, patterns, nullptr, open, next, end, parse};
  quoth_stage stage{sizeof(quoth_stage),
                    QUOTH_ANNOTATOR,
                    "org.t.stage",
                    "1.0.0",
                    "A stage.",
                    params,
                    uses,
                    layers,
                    1,
                    1,
                    1,
                    QUOTH_PER_WORKER,
                    &life,
                    &annotator_ops};
  const quoth_stage* stages[2] = {&stage, &stage};
  quoth_plugin plugin{
      QUOTH_MAGIC, sizeof(quoth_plugin), QUOTH_ABI_MAJOR, 0,      1,      "org.t", "1.0.0",
      "A plugin.", "Apache-2.0",         "a compiler",    stages, nullptr};
};

// ---- The plugin -----------------------------------------------------------------------------

TEST_F(plugin_descriptor, without_fault_is_accepted) {
  EXPECT_EQ(fault(), "");
  make_writer();
  EXPECT_EQ(fault(), "");
  use.access = QUOTH_APPEND;
  make_reader();
  EXPECT_EQ(fault(), "");
}

TEST_F(plugin_descriptor, of_a_newer_minor_may_be_longer) {
  plugin.size += 8;
  stage.size += 8;
  param.size += 16;
  EXPECT_EQ(fault(), "");
}

TEST_F(plugin_descriptor, is_refused_for_its_head) {
  plugin.size -= 8;
  EXPECT_EQ(fault(), "its descriptor is 64 bytes long, but ABI 1.0 has 72");
  plugin.size += 8;
  plugin.magic = 0;
  EXPECT_EQ(fault(), "its quoth_plugin_v1 does not begin with the magic number");
}

TEST_F(plugin_descriptor, is_refused_for_its_texts) {
  plugin.id = "Org.T";
  EXPECT_EQ(fault(), "it has the id 'Org.T'; ids are [a-z0-9-] in parts joined by dots");
  plugin.id = nullptr;
  EXPECT_EQ(fault(), "it has no id");
  plugin.id = "org.t";
  plugin.version = "";
  EXPECT_EQ(fault(), "it has an empty version");
  plugin.version = "1.0.0";
  plugin.summary = "Gr\xFC\xDF";
  EXPECT_EQ(fault(), "it has a summary that is not UTF-8");
  const std::string endless(70'000, 'x');
  plugin.summary = endless.c_str();
  EXPECT_EQ(fault(), "it has a summary longer than 65535 bytes");
  plugin.summary = "A plugin.";
  plugin.license = nullptr;
  EXPECT_EQ(fault(), "it has no license");
  plugin.license = "MIT";
  plugin.built_with = nullptr;
  EXPECT_EQ(fault(), "it has no built_with");
}

TEST_F(plugin_descriptor, is_refused_for_its_list_of_stages) {
  plugin.stage_count = 0;
  EXPECT_EQ(fault(), "it offers no stage");
  plugin.stage_count = 0xFFFFFFFF;
  EXPECT_EQ(fault(), "it has 4294967295 stages, more than 4096");
  plugin.stage_count = 2;
  EXPECT_EQ(fault(), "stage org.t.stage is there twice");
  stages[1] = nullptr;
  EXPECT_EQ(fault(), "it has a NULL among its stages");
  plugin.stages = nullptr;
  EXPECT_EQ(fault(), "it has no list of stages");
}

// ---- Stages ---------------------------------------------------------------------------------

TEST_F(plugin_descriptor, of_a_stage_needs_the_plugins_prefix) {
  stage.id = "org.tt.stage";
  EXPECT_EQ(fault(), "stage org.tt.stage lacks the prefix org.t.");
  stage.id = "org.t";
  EXPECT_EQ(fault(), "stage org.t lacks the prefix org.t.");
  stage.id = "org.t.";
  EXPECT_EQ(fault(), "a stage has the id 'org.t.'; ids are [a-z0-9-] in parts joined by dots");
}

TEST_F(plugin_descriptor, of_a_stage_is_refused_for_its_fields) {
  stage.kind = 4;
  EXPECT_EQ(stage_fault(), " is of kind 4, which this host does not know");
  stage.kind = QUOTH_ANNOTATOR;
  stage.concurrency = 3;
  EXPECT_EQ(stage_fault(), " has concurrency 3, which this host does not know");
  stage.concurrency = QUOTH_SHARED;
  stage.summary = nullptr;
  EXPECT_EQ(stage_fault(), " has no summary");
  stage.summary = "A stage.";
  stage.size = 8;
  EXPECT_EQ(fault(), "a stage's descriptor is 8 bytes long, but ABI 1.0 has 88");
}

TEST_F(plugin_descriptor, of_a_stage_needs_every_callback) {
  stage.life = nullptr;
  EXPECT_EQ(stage_fault(), " has no life");
  stage.life = &life;
  life.unload = nullptr;
  EXPECT_EQ(stage_fault(), " has no unload");
  life.begin = nullptr;
  EXPECT_EQ(stage_fault(), " has no begin");
  life = {sizeof(quoth_life) - 8, load, begin, end, end};
  EXPECT_EQ(stage_fault(), " its life's descriptor is 32 bytes long, but ABI 1.0 has 40");
  life.size += 8;
  annotator_ops.process = nullptr;
  EXPECT_EQ(stage_fault(), " has no process");
  stage.ops = nullptr;
  EXPECT_EQ(stage_fault(), " has no ops");
  make_writer();
  writer_ops.checkpoint = nullptr;
  EXPECT_EQ(stage_fault(), " has no checkpoint");
  use.access = QUOTH_APPEND;
  make_reader();
  reader_ops.next = nullptr;
  EXPECT_EQ(stage_fault(), " has no next");
  patterns[0] = "";
  EXPECT_EQ(stage_fault(), " has an empty pattern");
  reader_ops.patterns = nullptr;
  EXPECT_EQ(stage_fault(), " has no list of patterns");
}

// ---- Parameters -----------------------------------------------------------------------------

TEST_F(plugin_descriptor, of_a_parameter_needs_a_good_name) {
  for (const char* const name : {"Size", "1st", "a b", "a.b", "a:b", "-a"}) {
    param.name = name;
    EXPECT_EQ(stage_fault(),
              ": a parameter is named '" + std::string(name) + "'; names are [a-z][a-z0-9-]*");
  }
  for (const char* const name : {"id", "on-error", "timeout", "isolation"}) {
    param.name = name;
    EXPECT_EQ(stage_fault(), ": parameter " + std::string(name) + " has a name that is the host's");
  }
  param.name = nullptr;
  EXPECT_EQ(stage_fault(), ": a parameter has no name");
  param.name = "size";
  stage.param_count = 2;
  EXPECT_EQ(param_fault(), "is there twice");
}

TEST_F(plugin_descriptor, of_a_parameter_needs_a_known_type) {
  param.type = 11;
  EXPECT_EQ(param_fault(), "is of type 11, which this host does not know");
  param.type = 0;
  EXPECT_EQ(param_fault(), "is of type 0, which this host does not know");
}

TEST_F(plugin_descriptor, of_a_parameter_is_refused_for_its_default) {
  preset.integer = 11;
  EXPECT_EQ(param_fault(), "has the default 11, outside its own range 1 to 10");
  preset.type = QUOTH_PARAM_STRING;
  EXPECT_EQ(param_fault(), "has a default of type 4, but is of type 2");
  param.flags |= QUOTH_PARAM_REQUIRED;
  EXPECT_EQ(param_fault(), "is required and has a default");
  param.flags = 0;
  param.type = preset.type = QUOTH_PARAM_REAL;
  preset.real = std::numeric_limits<double>::infinity();
  EXPECT_EQ(param_fault(), "has a default that is not finite");
  param.type = preset.type = QUOTH_PARAM_BOOL;
  EXPECT_EQ(param_fault(), "has the default 11, which is neither 0 nor 1");
  param.type = preset.type = QUOTH_PARAM_STRING;
  preset.string = {"\xFF", 1};
  EXPECT_EQ(param_fault(), "has a default that is not UTF-8");
  preset.string = {nullptr, 3};
  EXPECT_EQ(param_fault(), "has a default without bytes");
  param.type = preset.type = QUOTH_PARAM_LIST;
  preset.string = {nullptr, 0};
  preset.count = 2;
  EXPECT_EQ(param_fault(), "has a default without entries");
}

TEST_F(plugin_descriptor, of_a_parameter_is_refused_for_its_range) {
  param.minimum = 20;
  EXPECT_EQ(param_fault(), "has a range that holds no number");
  param.minimum = std::nan("");
  EXPECT_EQ(param_fault(), "has a range that holds no number");
  param.type = preset.type = QUOTH_PARAM_BOOL;
  EXPECT_EQ(param_fault(), "has a range, but is not a number");
}

TEST_F(plugin_descriptor, of_a_choice_is_refused_for_its_choices) {
  make_choice();
  EXPECT_EQ(fault(), "");
  preset.integer = 2;
  EXPECT_EQ(param_fault(), "has the default number 2 of 2 choices");
  preset.integer = 0;
  EXPECT_EQ(param_fault(), "has the default 'slow', but its choice number 0 is 'fast'");
  choices[1] = "fast";
  EXPECT_EQ(param_fault(), "has the choice 'fast' twice");
  choices[1] = nullptr;
  EXPECT_EQ(param_fault(), "has a NULL among its choices");
  param.choices = nullptr;
  EXPECT_EQ(param_fault(), "has no list of choices");
  param.choice_count = 0;
  EXPECT_EQ(param_fault(), "has no choices");
}

// ---- Layers and uses ------------------------------------------------------------------------

TEST_F(plugin_descriptor, of_a_layer_is_refused_for_its_columns) {
  column.type = 7;
  EXPECT_EQ(stage_fault(),
            ": layer org.t.shout column share is of type 7, which this host does not know");
  column.type = QUOTH_COLUMN_ENUM;
  EXPECT_EQ(stage_fault(), ": layer org.t.shout column share has no choices");
  column.type = QUOTH_COLUMN_ROW;
  EXPECT_EQ(stage_fault(), ": layer org.t.shout column share has no target layer");
  column.type = QUOTH_COLUMN_F64;
  layer.column_count = 2;
  EXPECT_EQ(stage_fault(), ": layer org.t.shout column share is there twice");
  column.name = "Share";
  EXPECT_EQ(stage_fault(),
            ": layer org.t.shout has the column name 'Share'; ids are [a-z0-9-] in parts joined by "
            "dots");
  layer.name = "";
  EXPECT_EQ(stage_fault(), ": has an empty layer name");
}

TEST_F(plugin_descriptor, of_a_use_is_refused_for_its_access) {
  use.access = 4;
  EXPECT_EQ(stage_fault(),
            ": the use of layer org.t.shout has access 4, which this host does not know");
  use.access = QUOTH_APPEND;
  make_writer();
  use.access = QUOTH_APPEND;
  EXPECT_EQ(stage_fault(), ": the use of layer org.t.shout is written by a writer");
  make_reader();
  use.access = QUOTH_READ;
  EXPECT_EQ(stage_fault(),
            ": the use of layer org.t.shout is not appended to, which is all that a reader can do");
}

TEST_F(plugin_descriptor, of_an_extending_use_needs_columns_of_the_plugins_own) {
  use.access = QUOTH_EXTEND;
  EXPECT_EQ(fault(), "") << "a layer of its own";
  use.layer = "token";
  EXPECT_EQ(stage_fault(),
            ": the use of layer token is extended by column 'share', which lacks the prefix "
            "org.t.");
  used_columns[0] = "org.t.share";
  EXPECT_EQ(fault(), "");
  use.column_count = 0;
  EXPECT_EQ(stage_fault(), ": the use of layer token is extended without columns");
}

TEST_F(plugin_descriptor, of_a_use_names_each_column_once) {
  use.column_count = 2;
  EXPECT_EQ(stage_fault(), ": the use of layer org.t.shout names column share twice");
}

// ---- Ids ------------------------------------------------------------------------------------

TEST(plugin_id, is_lower_case_in_parts_joined_by_dots) {
  for (const char* const good :
       {"a", "org.example", "org.example.quote-part", "a1.2b", "a.b-c.d"}) {
    EXPECT_TRUE(is_id(good)) << good;
  }
  for (const char* const bad : {"", ".", "a.", ".a", "a..b", "A", "a_b", "a b", "ä", "1a", "-a"}) {
    EXPECT_FALSE(is_id(bad)) << bad;
  }
}

TEST(plugin_id, has_a_prefix_that_ends_at_a_dot) {
  EXPECT_TRUE(has_prefix("org.t.x", "org.t"));
  EXPECT_TRUE(has_prefix("org.t.x.y", "org.t"));
  EXPECT_FALSE(has_prefix("org.tx", "org.t"));
  EXPECT_FALSE(has_prefix("org.t", "org.t"));
  EXPECT_FALSE(has_prefix("org.t.", "org.t"));
}

}  // namespace
}  // namespace quoth::host
