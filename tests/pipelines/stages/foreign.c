/* A plugin of another contract: even its stages are not known. */
#include <quoth/abi.h>
#include <stddef.h>

static quoth_status process(void* worker, quoth_document* document) {
  (void)worker;
  (void)document;
  return QUOTH_OK;
}
static quoth_status load(const quoth_host* host, const quoth_value* const* params, uint32_t count,
                         void** shared) {
  (void)host;
  (void)params;
  (void)count;
  (void)shared;
  return QUOTH_OK;
}
static quoth_status begin(void* shared, void** worker) {
  (void)shared;
  (void)worker;
  return QUOTH_OK;
}
static void end(void* any) {
  (void)any;
}

static const quoth_life life = {sizeof(quoth_life), load, begin, end, end};
static const quoth_annotator_ops ops = {sizeof(quoth_annotator_ops), process};
static const quoth_stage stage = {.size = sizeof(quoth_stage),
                                  .kind = QUOTH_ANNOTATOR,
                                  .id = "test.foreign",
                                  .version = "1.0.0",
                                  .summary = "Comes from elsewhere.",
                                  .life = &life,
                                  .ops = &ops};
static const quoth_stage* const stages[] = {&stage};

const quoth_plugin quoth_plugin_v1 = {.magic = QUOTH_MAGIC,
                                      .size = sizeof(quoth_plugin),
                                      .abi_major = QUOTH_ABI_MAJOR + 98,
                                      .min_minor = 0,
                                      .stage_count = 1,
                                      .id = "test",
                                      .version = "99.0.0",
                                      .summary = "A plugin of another contract.",
                                      .license = "Apache-2.0",
                                      .built_with = "a compiler",
                                      .stages = stages};
