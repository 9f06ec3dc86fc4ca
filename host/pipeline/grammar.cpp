#include "host/pipeline/grammar.hpp"

#include <algorithm>

namespace quoth::host {

namespace {

attribute_rule text_attribute(std::string name, std::string doc) {
  return {.name = std::move(name), .doc = std::move(doc), .variables = false};
}

attribute_rule required(attribute_rule rule) {
  rule.required = rule.not_empty = true;
  return rule;
}

attribute_rule identifier(attribute_rule rule) {
  rule.identifier = true;
  return rule;
}

attribute_rule on_error_rule() {
  return {.name = "on-error",
          .type = QUOTH_PARAM_CHOICE,
          .doc =
              "What becomes of a document that a step fails on: it goes to quarantine.jsonl, it "
              "goes on without that step's rows, or the run stops.",
          .choices = {"quarantine", "skip-step", "stop"}};
}

std::vector<element_rule> make_element_rules() {
  attribute_rule format{.name = "format",
                        .type = QUOTH_PARAM_CHOICE,
                        .doc = "The revision of the pipeline format.",
                        .required = true,
                        .variables = false,
                        .choices = {"1"}};
  attribute_rule set_value{.name = "value", .doc = "The value, unless -D gives another."};
  set_value.required = true;
  attribute_rule count{.name = "count",
                       .type = QUOTH_PARAM_INT,
                       .doc = "How many rows there must be; left out: at least one.",
                       .variables = false,
                       .range = {{0, 4'000'000'000}}};
  return {
      {.name = "pipeline",
       .doc = "Readers, steps and writers, in the order in which documents go through them.",
       .attributes = {required(identifier(text_attribute("name", "The pipeline's name."))), format},
       .content = content_rule::children,
       .children =
           {{"summary"}, {"set", false, true}, {"read"}, {"steps"}, {"write", true}, {"tests"}}},
      {.name = "summary",
       .doc = "What the pipeline is for, in a sentence.",
       .content = content_rule::text},
      {.name = "set",
       .doc = "A variable, which attributes below use as ${name} and the command line replaces "
              "with -D name=value.",
       .attributes = {required(identifier(text_attribute("name", "The variable's name."))),
                      set_value}},
      {.name = "read",
       .doc = "The readers: each input goes to the first that accepts its name. Left out: every "
              "installed reader.",
       .content = content_rule::stages,
       .stage_kind = QUOTH_READER},
      {.name = "steps",
       .doc = "The annotators, in order.",
       .attributes = {on_error_rule()},
       .content = content_rule::stages,
       .stage_kind = QUOTH_ANNOTATOR},
      {.name = "write",
       .doc = "The writers: each gets every document.",
       .content = content_rule::stages,
       .stage_kind = QUOTH_WRITER},
      {.name = "tests",
       .doc = "Examples that `quoth test` runs through the steps.",
       .content = content_rule::children,
       .children = {{"test", true, true}}},
      {.name = "test",
       .doc = "An input and what the steps must make of it.",
       .attributes = {required(text_attribute("name", "What the test shows."))},
       .content = content_rule::children,
       .children = {{"text", true}, {"expect", true, true}}},
      {.name = "text",
       .doc = "The input.",
       .attributes = {text_attribute("as",
                                     "A file name that chooses the reader, such as "
                                     "post.jsonl; left out: test.txt.")},
       .content = content_rule::text},
      {.name = "expect",
       .doc = "Rows that a layer must have.",
       .attributes = {required(text_attribute("layer", "The layer.")), count,
                      text_attribute("column", "Counts only rows whose column reads as `value`."),
                      text_attribute("value", "What the column must read as.")}},
  };
}

}  // namespace

std::span<const element_rule> element_rules() {
  static const std::vector<element_rule> rules = make_element_rules();
  return rules;
}

const element_rule& rule_of_element(std::string_view name) {
  return *std::ranges::find(element_rules(), name, &element_rule::name);
}

element_rule rule_of_stage(const quoth_stage& stage) {
  element_rule rule{.name = stage.id, .doc = stage.summary};
  rule.attributes = {
      identifier(text_attribute("id", "The step's name, where one stage is used twice.")),
      {.name = "timeout",
       .type = QUOTH_PARAM_DURATION,
       .doc = "How long it may work on one document.",
       .range = {{1, 1e19}}}};
  if (stage.kind == QUOTH_ANNOTATOR) rule.attributes.push_back(on_error_rule());
  for (std::uint32_t i = 0; i < stage.param_count; ++i)
    rule.attributes.push_back(rule_of(*stage.params[i]));
  return rule;
}

std::size_t host_attributes(std::uint32_t stage_kind) {
  return stage_kind == QUOTH_ANNOTATOR ? 3 : 2;
}

std::string_view kind_name(std::uint32_t stage_kind) {
  return stage_kind == QUOTH_READER ? "reader" : stage_kind == QUOTH_WRITER ? "writer" : "step";
}

std::string_view kind_section(std::uint32_t stage_kind) {
  return stage_kind == QUOTH_READER ? "read" : stage_kind == QUOTH_WRITER ? "write" : "steps";
}

}  // namespace quoth::host
