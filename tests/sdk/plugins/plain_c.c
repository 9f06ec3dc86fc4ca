/* A plugin in plain C: an annotator that marks every occurrence of a letter and counts them, and
 * reads a resource file. Two more stages read its rows and extend another layer. */
#include <quoth/abi.h>
#include <stdlib.h>
#include <string.h>

#ifdef SAME_STAGE
#  define SUMMARY "Offers the same stages from another file."
#else
#  define SUMMARY "Marks letters."
#endif

/* ---- Layers ---- */

static const quoth_column mark_upper = {
    sizeof(quoth_column), QUOTH_COLUMN_BOOL, "upper", "whether it is a capital", NULL, 0, 0, NULL};
static const quoth_column* const mark_columns[] = {&mark_upper};
static const quoth_layer mark_layer = {sizeof(quoth_layer),
                                       QUOTH_LAYER_SPAN,
                                       "org.example.c.mark",
                                       "Occurrences of a letter.",
                                       mark_columns,
                                       1,
                                       0};

static const quoth_column mark_share = {sizeof(quoth_column),
                                        QUOTH_COLUMN_F64,
                                        "org.example.c.share",
                                        "place in the text, 0 to 1",
                                        NULL,
                                        0,
                                        0,
                                        NULL};
static const quoth_column* const share_columns[] = {&mark_share};
static const quoth_layer share_layer = {
    sizeof(quoth_layer), 0, "org.example.c.mark", "Occurrences of a letter.", share_columns, 1, 0};

/* ---- Stage mark: appends ---- */

typedef struct mark_step {
  const quoth_host* host;
  const quoth_layers_1* layers;
  const quoth_document_1* documents;
  const quoth_error_1* errors;
  char letter;
  int64_t most;
} mark_step;

static quoth_status fail(const mark_step* step, quoth_status status, const char* message) {
  const quoth_string text = {message, strlen(message)};
  return step->errors->report(step->host, status, text, QUOTH_NO_OFFSET, QUOTH_NO_OFFSET);
}

static quoth_status mark_load(const quoth_host* host, const quoth_value* const* params,
                              uint32_t param_count, void** shared) {
  (void)param_count;
  mark_step* const step = malloc(sizeof *step);
  if (step == NULL) return QUOTH_NO_MEMORY;
  step->host = host;
  step->layers = host->service(host, QUOTH_LAYERS_1);
  step->documents = host->service(host, QUOTH_DOCUMENT_1);
  step->errors = host->service(host, QUOTH_ERROR_1);
  if (params[0]->string.size != 1) {
    const quoth_status status = fail(step, QUOTH_FAILED, "letter must be one ASCII letter");
    free(step);
    return status;
  }
  step->letter = params[0]->string.data[0];
  step->most = params[1]->integer;
  *shared = step;
  return QUOTH_OK;
}

static quoth_status mark_begin(void* shared, void** worker) {
  *worker = shared; /* no scratch memory needed */
  return QUOTH_OK;
}
static void mark_end(void* worker) {
  (void)worker;
}
static void mark_unload(void* shared) {
  free(shared);
}

static quoth_status mark_process(void* worker, quoth_document* document) {
  const mark_step* const step = worker;
  const quoth_string text = step->documents->text(document);
  const char lower = step->letter, upper = (char)(step->letter - 32);
  int64_t found = 0;
  for (uint32_t i = 0; i < text.size; ++i) {
    if (text.data[i] != lower && text.data[i] != upper) continue;
    if (++found > step->most) return fail(step, QUOTH_FAILED, "too many marks");
    const uint32_t end = i + 1;
    const uint8_t bit = text.data[i] == upper ? 1 : 0;
    const quoth_array uppers = {QUOTH_COLUMN_BOOL, 0, NULL, &bit, NULL};
    const quoth_array* const columns[] = {&uppers};
    const quoth_table row = {1, 1, &i, &end, columns};
    const quoth_status status = step->layers->append(document, 0, &row);
    if (status != QUOTH_OK) return status;
  }
  return QUOTH_OK;
}

static const quoth_value letter_preset = {QUOTH_PARAM_STRING, 0, 0, 0.0, {"e", 1}, NULL};
static const quoth_param letter_param = {sizeof(quoth_param),
                                         QUOTH_PARAM_STRING,
                                         "letter",
                                         "the letter to mark",
                                         0,
                                         0,
                                         NULL,
                                         &letter_preset,
                                         0.0,
                                         0.0};
static const quoth_value most_preset = {QUOTH_PARAM_INT, 0, 1000000, 0.0, {NULL, 0}, NULL};
static const quoth_param most_param = {sizeof(quoth_param),
                                       QUOTH_PARAM_INT,
                                       "most",
                                       "marks that a document may have",
                                       QUOTH_PARAM_RANGE,
                                       0,
                                       NULL,
                                       &most_preset,
                                       0.0,
                                       1e9};
static const quoth_param* const mark_params[] = {&letter_param, &most_param};

static const char* const upper_name[] = {"upper"};
static const quoth_use mark_append = {sizeof(quoth_use),    QUOTH_APPEND, 0, 1,
                                      "org.example.c.mark", upper_name};
static const quoth_use* const mark_uses[] = {&mark_append};
static const quoth_layer* const mark_layers[] = {&mark_layer};
static const quoth_life mark_life = {sizeof(quoth_life), mark_load, mark_begin, mark_end,
                                     mark_unload};
static const quoth_annotator_ops mark_ops = {sizeof(quoth_annotator_ops), mark_process};
static const quoth_stage mark_stage = {sizeof(quoth_stage),
                                       QUOTH_ANNOTATOR,
                                       "org.example.c.mark",
                                       "1.0.0",
                                       "Marks the occurrences of a letter.",
                                       mark_params,
                                       mark_uses,
                                       mark_layers,
                                       2,
                                       1,
                                       1,
                                       QUOTH_SHARED,
                                       &mark_life,
                                       &mark_ops};

/* ---- Stage share: reads and extends ---- */

static quoth_status share_load(const quoth_host* host, const quoth_value* const* params,
                               uint32_t param_count, void** shared) {
  (void)params;
  (void)param_count;
  *shared = (void*)host->service(host, QUOTH_LAYERS_1);
  return QUOTH_OK;
}
static void share_unload(void* shared) {
  (void)shared;
}

static quoth_status share_process(void* worker, quoth_document* document) {
  const quoth_layers_1* const layers = worker;
  quoth_table marks;
  quoth_status status = layers->read(document, 0, &marks);
  if (status != QUOTH_OK || marks.rows == 0) return status;
  double* const shares = malloc(marks.rows * sizeof *shares);
  if (shares == NULL) return QUOTH_NO_MEMORY;
  const double last = marks.end[marks.rows - 1];
  for (uint32_t i = 0; i < marks.rows; ++i) shares[i] = marks.end[i] / last;
  const quoth_array values = {QUOTH_COLUMN_F64, 0, NULL, shares, NULL};
  const quoth_array* const columns[] = {&values};
  const quoth_table rows = {marks.rows, 1, NULL, NULL, columns};
  status = layers->extend(document, 1, &rows);
  free(shares);
  return status;
}

static const char* const share_name[] = {"org.example.c.share"};
static const quoth_use share_read = {sizeof(quoth_use),    QUOTH_READ, 0, 1,
                                     "org.example.c.mark", upper_name};
static const quoth_use share_extend = {sizeof(quoth_use),    QUOTH_EXTEND, 0, 1,
                                       "org.example.c.mark", share_name};
static const quoth_use* const share_uses[] = {&share_read, &share_extend};
static const quoth_layer* const share_layers[] = {&share_layer};
static const quoth_life share_life = {sizeof(quoth_life), share_load, mark_begin, mark_end,
                                      share_unload};
static const quoth_annotator_ops share_ops = {sizeof(quoth_annotator_ops), share_process};
static const quoth_stage share_stage = {sizeof(quoth_stage),
                                        QUOTH_ANNOTATOR,
                                        "org.example.c.share",
                                        "1.0.0",
                                        "Says where in the text a mark stands.",
                                        NULL,
                                        share_uses,
                                        share_layers,
                                        0,
                                        2,
                                        1,
                                        QUOTH_SHARED,
                                        &share_life,
                                        &share_ops};

static const quoth_stage* const stages[] = {&mark_stage, &share_stage};

const quoth_plugin quoth_plugin_v1 = {
    QUOTH_MAGIC, sizeof(quoth_plugin), QUOTH_ABI_MAJOR, 0,      2,   "org.example.c", "1.0.0",
    SUMMARY,     "Apache-2.0",         "a C compiler",  stages, NULL};
