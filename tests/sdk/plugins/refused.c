/* One plugin a fault, chosen by macros: what the host must refuse, and say why. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef NO_SECTION
#  define QUOTH_HOST_SIDE
#endif
#include <quoth/abi.h>

#ifdef WRONG_MAGIC
#  define MAGIC 0x12345678u
#else
#  define MAGIC QUOTH_MAGIC
#endif
#ifdef WRONG_MAJOR
#  define MAJOR 2
#else
#  define MAJOR QUOTH_ABI_MAJOR
#endif
#ifdef NEWER_MINOR
#  define MINOR 7
#else
#  define MINOR 0
#endif
#ifdef SHORT_STAGE
#  define STAGE_SIZE 16
#else
#  define STAGE_SIZE sizeof(quoth_stage)
#endif
#ifdef NO_OPS
#  define OPS NULL
#else
#  define OPS &ops
#endif

#ifdef CRASHES_WHEN_OPENED
__attribute__((constructor)) static void crash(void) {
  abort();
}
#endif
#ifdef EXITS_WHEN_OPENED
__attribute__((constructor)) static void leave(void) {
  syscall(SYS_exit_group, 3); /* past every handler, a sanitizer's too */
}
#endif
#ifdef HANGS_WHEN_OPENED
__attribute__((constructor)) static void hang(void) {
  for (;;) pause();
}
#endif

static quoth_status load(const quoth_host* host, const quoth_value* const* params,
                         uint32_t param_count, void** shared) {
  (void)host, (void)params, (void)param_count, (void)shared;
  return QUOTH_OK;
}
static quoth_status begin(void* shared, void** worker) {
  (void)shared, (void)worker;
  return QUOTH_OK;
}
#ifdef MISSING_FUNCTION
void quoth_test_function_that_is_nowhere(void*);
#  define END quoth_test_function_that_is_nowhere
#else
static void end(void* worker) {
  (void)worker;
}
#  define END end
#endif
static void unload(void* shared) {
  (void)shared;
}
static quoth_status process(void* worker, quoth_document* document) {
  (void)worker, (void)document;
  return QUOTH_OK;
}

#ifdef LAYER /* the layer that it defines, with one column: COLUMN, COLUMN_TYPE, COLUMN_TARGET */
#  ifndef COLUMN_TARGET
#    define COLUMN_TARGET NULL
#  endif
static const quoth_column column = {sizeof(quoth_column), COLUMN_TYPE, COLUMN, "",
                                    COLUMN_TARGET,        0,           0,      NULL};
static const quoth_column* const columns[] = {&column};
static const quoth_layer layer = {sizeof(quoth_layer), 0, LAYER, "", columns, 1, 0};
static const quoth_layer* const layers[] = {&layer};
#  define LAYERS layers
#  define LAYER_COUNT 1
#else
#  define LAYERS NULL
#  define LAYER_COUNT 0
#endif

#ifdef READS /* a layer that it reads */
static const quoth_use use = {sizeof(quoth_use), QUOTH_READ, 0, 0, READS, NULL};
static const quoth_use* const uses[] = {&use};
#  define USES uses
#  define USE_COUNT 1
#else
#  define USES NULL
#  define USE_COUNT 0
#endif

#ifdef BAD_DEFAULT
#  define DEFAULT 1.5
#else
#  define DEFAULT 0.5
#endif
#ifdef WILD_POINTER
static const quoth_param* const params[] = {(const quoth_param*)16};
#else
static const quoth_value preset = {QUOTH_PARAM_REAL, 0, 0, DEFAULT, {NULL, 0}, NULL};
static const quoth_param threshold = {sizeof(quoth_param),
                                      QUOTH_PARAM_REAL,
                                      "threshold",
                                      "",
                                      QUOTH_PARAM_RANGE,
                                      0,
                                      NULL,
                                      &preset,
                                      0.0,
                                      1.0};
static const quoth_param* const params[] = {&threshold};
#endif

static const quoth_life life = {sizeof(quoth_life), load, begin, END, unload};
static const quoth_annotator_ops ops = {sizeof(quoth_annotator_ops), process};
static const quoth_stage stage = {STAGE_SIZE,
                                  QUOTH_ANNOTATOR,
                                  "org.refused.stage",
                                  "1.0.0",
                                  "Is refused.",
                                  params,
                                  USES,
                                  LAYERS,
                                  1,
                                  USE_COUNT,
                                  LAYER_COUNT,
                                  QUOTH_PER_WORKER,
                                  &life,
                                  OPS};
static const quoth_stage* const stages[] = {&stage};

#ifdef NO_SYMBOL /* in the section, but under another name */
__attribute__((section("quoth_plugin"), used))
#  define quoth_plugin_v1 quoth_plugin_of_another_name
#endif
#ifdef NO_SECTION
__attribute__((visibility("default")))
#endif
const quoth_plugin quoth_plugin_v1 = {
    MAGIC,   sizeof(quoth_plugin), MAJOR,        MINOR,          1,      "org.refused",
    "1.0.0", "Is refused.",        "Apache-2.0", "a C compiler", stages, NULL};

#ifdef NO_OPS
const void* const quoth_test_unused = &ops;
#endif
