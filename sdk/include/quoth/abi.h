/* quoth/abi.h - the whole contract between Quoth and a plugin.
 *
 * A plugin is a shared library that exports one data symbol, `quoth_plugin_v1`: a tree of static
 * descriptors that says which stages it offers, what parameters they take and which layers they
 * read and write. The host reads that tree without calling anything. A C++ author includes
 * <quoth/plugin.hpp> instead, which builds the tree from a struct.
 *
 * Conventions
 *
 *  1. Sizes. Every struct that may grow begins with `size`, its sizeof as compiled. Fields beyond
 *     `size` are absent and read as zero. New fields are only ever added at the end. quoth_string,
 *     quoth_span, quoth_value, quoth_array and quoth_table have no size and are frozen.
 *  2. Arrays of descriptors are pointers to pointers, so that their elements can grow.
 *  3. Strings are {data, size}: valid UTF-8, not zero-terminated, may contain NUL. data may be
 *     NULL only when size is 0. Texts inside descriptors (`const char *`) are zero-terminated.
 *  4. Offsets and spans are bytes into the document's text, end exclusive, on code-point borders.
 *  5. Ownership. Who allocates frees; nothing that one side allocated is freed by the other. What
 *     the host hands to a callback is valid until that callback returns unless its paragraph says
 *     longer. What a plugin hands to a service is copied before the service returns.
 *  6. Nullability. No pointer is NULL unless its paragraph says so.
 *  7. Errors. A callback that fails reports a message through `quoth.error/1` and returns the
 *     status that the report returned. A failure without a report is legal but reads badly.
 *  8. No exception, longjmp or signal crosses the border in either direction.
 *  9. Threads. Each function carries a tag:
 *       [serial]   one thread at a time for the whole step, in input order; not always the same
 *                  thread
 *       [worker]   any thread, never concurrently on one worker instance
 *       [shared]   any thread, concurrently
 *       [any]      callable from any callback of the stage, on the thread of that callback
 * 10. Ids. Stages, plugins, layers, services and extensions are named in lower case,
 *     `[a-z0-9-]` in parts joined by dots; a plugin's own id is the prefix of the stage ids, layer
 *     names and column names that it defines. `quoth` and unprefixed names are the host's.
 * 11. Enumerations are uint32_t on the wire and append-only. A value that is not known is left
 *     alone and passed on.
 * 12. Growth. A released service table or extension never changes; a new one has a new revision
 *     (`quoth.layers/2`) and the old one stays.
 *
 * This header is C11 and C++17, and has no dependency beyond <stdint.h>.
 */
#ifndef QUOTH_ABI_H
#define QUOTH_ABI_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define QUOTH_MAGIC 0x48544F51u /* the bytes "QOTH" in a little-endian file */
#define QUOTH_ABI_MAJOR 1u      /* a plugin loads only where this is equal */
#define QUOTH_ABI_MINOR 0u      /* what this header describes */

/* ---- Basic types (frozen) ------------------------------------------------------------------ */

/* UTF-8 text; see convention 3. */
typedef struct quoth_string {
  const char* data;
  uint64_t size; /* bytes */
} quoth_string;

/* Bytes [begin, end) of the document's text. */
typedef struct quoth_span {
  uint32_t begin, end;
} quoth_span;

#define QUOTH_NO_OFFSET 0xFFFFFFFFu /* begin and end of a row that has no span */
#define QUOTH_NO_ROW 0xFFFFFFFFu    /* never a row id */

/* What a callback or service returns. */
typedef uint32_t quoth_status;
enum {
  QUOTH_OK = 0,
  QUOTH_FAILED = 1,    /* this document or item cannot be processed; others can */
  QUOTH_FATAL = 2,     /* the step cannot go on: the run stops (exit 70) */
  QUOTH_CANCELLED = 3, /* stopped because quoth.cancel/1 said so */
  QUOTH_NO_MEMORY = 4, /* QUOTH_FAILED by process, render, parse, open, next; else QUOTH_FATAL */
  QUOTH_IO = 5,        /* a file could not be read or written: the run stops (exit 74) */
  QUOTH_NEED_MORE = 6, /* quoth_reader_ops.next only: the window holds no whole item yet */
  QUOTH_MISUSE = 7,    /* a service was called against its contract; the report says how */
  QUOTH_UNUSABLE = 8   /* a file that the step works with is damaged, or of another kind or version:
                          the run stops (exit 65) */
};

/* ---- Parameters ---------------------------------------------------------------------------- */

enum {
  QUOTH_PARAM_BOOL = 1,     /* "true" | "false" */
  QUOTH_PARAM_INT = 2,      /* a 64-bit integer */
  QUOTH_PARAM_REAL = 3,     /* a finite double */
  QUOTH_PARAM_STRING = 4,   /* any text */
  QUOTH_PARAM_CHOICE = 5,   /* one of `choices` */
  QUOTH_PARAM_DURATION = 6, /* "500ms", "30s", "5m", "2h"; integer = milliseconds */
  QUOTH_PARAM_BYTES = 7,    /* "512", "64K", "16M", "2G" (powers of 1024); integer = bytes */
  QUOTH_PARAM_FILE = 8,     /* an existing file or folder; string = its absolute path */
  QUOTH_PARAM_OUTPUT = 9,   /* a path to be made; string = absolute, resolved against -o */
  QUOTH_PARAM_LIST = 10     /* texts parted by commas */
};

/* A typed value (frozen). Which members count depends on `type`; the others are zero. */
typedef struct quoth_value {
  uint32_t type;            /* QUOTH_PARAM_*, or 0: not given and without default */
  uint32_t count;           /* LIST: entries in `list` */
  int64_t integer;          /* BOOL (0, 1), INT, CHOICE (index), DURATION (ms), BYTES */
  double real;              /* REAL */
  quoth_string string;      /* STRING, CHOICE (its text), FILE and OUTPUT (absolute path) */
  const quoth_string* list; /* LIST */
} quoth_value;

enum {
  QUOTH_PARAM_REQUIRED = 1u << 0, /* the XML must give it; it has no default */
  QUOTH_PARAM_RANGE = 1u << 1     /* minimum and maximum count */
};

/* One parameter of a stage: an attribute of its XML element. `id`, `on-error`, `timeout`,
 * `isolation` and names with a colon are the host's and never a parameter's. */
typedef struct quoth_param {
  uint32_t size, type;        /* QUOTH_PARAM_* */
  const char* name;           /* [a-z][a-z0-9-]* */
  const char* doc;            /* one sentence, without the default or the range */
  uint32_t flags;             /* QUOTH_PARAM_REQUIRED, QUOTH_PARAM_RANGE */
  uint32_t choice_count;      /* CHOICE */
  const char* const* choices; /* CHOICE; else NULL */
  const quoth_value* preset;  /* the default, of the same type; NULL: none. FILE and OUTPUT: as
                                 it would stand in XML, resolved in the same way */
  double minimum, maximum;    /* INT, REAL, DURATION (ms), BYTES, inclusive, with PARAM_RANGE */
} quoth_param;

/* ---- Layers -------------------------------------------------------------------------------- */

enum {
  QUOTH_COLUMN_BOOL = 1,   /* one bit a row, least significant bit first */
  QUOTH_COLUMN_I64 = 2,    /* int64_t */
  QUOTH_COLUMN_F64 = 3,    /* double */
  QUOTH_COLUMN_ENUM = 4,   /* uint32_t: index into `choices`; append-only */
  QUOTH_COLUMN_STRING = 5, /* offsets[rows + 1] into bytes */
  QUOTH_COLUMN_ROW = 6     /* uint32_t: row of the layer `target`, of the same document */
};

/* One column of a layer. Every column can be null, row by row. */
typedef struct quoth_column {
  uint32_t size, type; /* QUOTH_COLUMN_* */
  const char* name;    /* [a-z][a-z0-9-]*, prefixed by the plugin's id and a dot on a layer that
                          the plugin does not own */
  const char* doc;
  const char* target; /* ROW: the layer referred to; else NULL */
  uint32_t choice_count;
  uint32_t reserved;          /* 0 */
  const char* const* choices; /* ENUM; else NULL */
} quoth_column;

enum {
  QUOTH_LAYER_SPAN = 1u << 0,         /* rows have a span */
  QUOTH_LAYER_OPTIONAL_SPAN = 1u << 1 /* rows may have a span: QUOTH_NO_OFFSET where they do not */
};

/* A layer: a table over one document. Row ids are dense, from 0, stable and append-only. A stage
 * may define layers under its plugin's prefix, repeat (parts of) a layer of the host or of another
 * plugin exactly as its owner defines it, and add prefixed columns to it. Definitions of one layer
 * are united; columns that two share must have equal types, or the plugin that does not own the
 * layer is refused. */
typedef struct quoth_layer {
  uint32_t size, flags; /* QUOTH_LAYER_* */
  const char* name;
  const char* doc;
  const quoth_column* const* columns;
  uint32_t column_count;
  uint32_t reserved; /* 0 */
} quoth_layer;

enum {
  QUOTH_READ = 1,   /* the rows, with the columns named */
  QUOTH_APPEND = 2, /* adds rows; columns that are not named are null in them */
  QUOTH_EXTEND = 3  /* fills the columns named, which the plugin defines, for rows that exist */
};
enum {
  QUOTH_USE_OPTIONAL = 1u << 0 /* READ: the step also runs where no step provides the layer */
};

/* One layer that a stage reads or writes. The position of a use in quoth_stage.uses is its handle
 * in quoth.layers/1: a stage can touch what it declares, and nothing else. */
typedef struct quoth_use {
  uint32_t size, access; /* QUOTH_READ, QUOTH_APPEND, QUOTH_EXTEND */
  uint32_t flags;        /* QUOTH_USE_OPTIONAL */
  uint32_t column_count;
  const char* layer;
  const char* const* columns;
} quoth_use;

/* A column's values (frozen), laid out as Arrow lays them out: no pointers inside. A null is marked
 * in `validity`; what `values` holds there does not matter. QUOTH_NO_ROW is no null by itself. */
typedef struct quoth_array {
  uint32_t type;     /* QUOTH_COLUMN_* */
  uint32_t reserved; /* 0 */
  const uint8_t*
      validity;       /* one bit a row, 1 = not null, least significant first; NULL: no nulls */
  const void* values; /* BOOL: bits; I64, F64, ENUM, ROW: one each; STRING: UTF-8 bytes */
  const uint32_t* offsets; /* STRING: rows + 1 ascending offsets into values; else NULL */
} quoth_array;

/* The rows of a layer (frozen). */
typedef struct quoth_table {
  uint32_t rows;
  uint32_t column_count;
  const uint32_t *begin, *end;       /* the spans; NULL where the layer has none */
  const quoth_array* const* columns; /* in the order of the use; an entry is NULL where nobody
                                        writes that column */
} quoth_table;

/* ---- The host and its services ------------------------------------------------------------- */

typedef struct quoth_document quoth_document; /* opaque; one document, for one callback */
typedef struct quoth_buffer quoth_buffer;     /* opaque; bytes that the host owns */
typedef struct quoth_file quoth_file;         /* opaque; an output file that the host owns */

/* The host as one step sees it. Valid from load until unload returns. */
typedef struct quoth_host {
  uint32_t size;
  uint16_t abi_major, abi_minor;

  /* The service table named id (`quoth.log/1`), or NULL where this host has none. The table is
   * valid as long as the host. [any] */
  const void* (*service)(const struct quoth_host* host, const char* id);
} quoth_host;

#define QUOTH_LOG_1 "quoth.log/1"
enum { QUOTH_LOG_DEBUG = 1, QUOTH_LOG_INFO = 2, QUOTH_LOG_WARNING = 3, QUOTH_LOG_ERROR = 4 };
typedef struct quoth_log_1 {
  uint32_t size;
  /* Writes one line to the run's log, with the step's id before it. [any] */
  void (*write)(const quoth_host* host, uint32_t level, quoth_string message);
} quoth_log_1;

#define QUOTH_ERROR_1 "quoth.error/1"
typedef struct quoth_error_1 {
  uint32_t size;
  /* Says why the running callback is about to fail: a sentence that tells the user what is wrong
   * and what to do. begin and end point into the document's text, or are QUOTH_NO_OFFSET. The
   * last report counts. Returns status, so that a callback can `return report(...)`. [any] */
  quoth_status (*report)(const quoth_host* host, quoth_status status, quoth_string message,
                         uint32_t begin, uint32_t end);
} quoth_error_1;

#define QUOTH_CANCEL_1 "quoth.cancel/1"
typedef struct quoth_cancel_1 {
  uint32_t size;
  /* Non-zero once the run is being stopped or the step's `timeout` for this document is over. A
   * callback that may work for more than a tenth of a second on one document asks now and then,
   * and returns QUOTH_CANCELLED. [any] */
  uint32_t (*requested)(const quoth_host* host);
} quoth_cancel_1;

#define QUOTH_RESOURCE_1 "quoth.resource/1"
typedef struct quoth_resource_1 {
  uint32_t size;
  /* The bytes of the file `path` (relative, `/` as separator, no `..`) in the plugin's resources
   * folder. They stay valid and unchanged until unload returns. QUOTH_FAILED without a report
   * where there is no such file. [any, in load and begin] */
  quoth_status (*read)(const quoth_host* host, const char* path, quoth_string* bytes);
  /* Calls visit for each name in the resources folder `path` ("" is the top), in byte order,
   * folders with a trailing `/`. No folder: no calls. [any, in load and begin] */
  void (*list)(const quoth_host* host, const char* path,
               void (*visit)(void* context, quoth_string name), void* context);
} quoth_resource_1;

#define QUOTH_DOCUMENT_1 "quoth.document/1"
typedef struct quoth_document_1 {
  uint32_t size;
  /* The document's text: immutable, valid UTF-8, shorter than 4 GiB. [any, in process, render] */
  quoth_string (*text)(const quoth_document* document);
  /* Gives a new document its text, once. QUOTH_FAILED, reported, where the bytes are not UTF-8
   * (with the offset of the first bad byte) or too long. A byte order mark at the front is
   * dropped. [any, in parse] */
  quoth_status (*set_text)(quoth_document* document, quoth_string text);
} quoth_document_1;

#define QUOTH_LAYERS_1 "quoth.layers/1"
typedef struct quoth_layers_1 {
  uint32_t size;
  /* The committed rows of the layer of use number `use`, which has access READ; rows that the
   * running callback appended are not among them. No copy is made. [any, in process, render] */
  quoth_status (*read)(quoth_document* document, uint32_t use, quoth_table* table);
  /* How many rows the layer of any use has, with those that the running callback appended: the
   * id that the next appended row will get. [any, in process, parse] */
  quoth_status (*rows)(quoth_document* document, uint32_t use, uint32_t* rows);
  /* Appends table->rows rows to the layer of use number `use`, which has access APPEND; columns
   * in the order of the use, an entry may be NULL for all null. The rows become visible to later
   * steps when the callback returns QUOTH_OK, and vanish when it does not. Spans and UTF-8 are
   * checked here, after set_text, references when the callback returns. [any, in process, parse] */
  quoth_status (*append)(quoth_document* document, uint32_t use, const quoth_table* table);
  /* Fills the columns of use number `use`, which has access EXTEND, for all rows that the layer
   * has; table->rows must be that number, spans are ignored. Once a callback. [any, in process] */
  quoth_status (*extend)(quoth_document* document, uint32_t use, const quoth_table* table);
} quoth_layers_1;

#define QUOTH_BUFFER_1 "quoth.buffer/1"
typedef struct quoth_buffer_1 {
  uint32_t size;
  /* Adds bytes (any bytes) at the end of buffer. QUOTH_NO_MEMORY where they do not fit. [any] */
  quoth_status (*append)(quoth_buffer* buffer, quoth_string bytes);
} quoth_buffer_1;

#define QUOTH_FILES_1 "quoth.files/1"
/* Output files that are never half-written under their final name: bytes go to `PATH.part`,
 * commit renames. Every failure is reported with the path. */
typedef struct quoth_files_1 {
  uint32_t size;
  /* Starts PATH.part afresh, making folders as needed; path is the value of an OUTPUT parameter
   * or below its folder. [serial] */
  quoth_status (*create)(const quoth_host* host, quoth_string path, quoth_file** file);
  /* Opens PATH.part and cuts it to its first `length` bytes, to go on there. [serial] */
  quoth_status (*resume)(const quoth_host* host, quoth_string path, uint64_t length,
                         quoth_file** file);
  /* Appends bytes. [serial] */
  quoth_status (*write)(quoth_file* file, quoth_string bytes);
  /* Brings all that was written to the disk; *length is the file's length then. [serial] */
  quoth_status (*sync)(quoth_file* file, uint64_t* length);
  /* Syncs, closes, gives the file its final name; `file` is gone, on failure too. [serial] */
  quoth_status (*commit)(quoth_file* file);
  /* Closes and leaves PATH.part for a later resume; `file` is gone. [serial] */
  void (*close)(quoth_file* file);
} quoth_files_1;

/* ---- Stages -------------------------------------------------------------------------------- */

enum { QUOTH_READER = 1, QUOTH_ANNOTATOR = 2, QUOTH_WRITER = 3 };

enum {
  QUOTH_PER_WORKER = 0, /* one worker instance a thread */
  QUOTH_SHARED = 1,     /* one worker instance, used by all threads at once */
  QUOTH_SERIAL = 2      /* one worker instance, documents one at a time in input order */
};

/* The life of a step, in two levels: what is loaded once and only read, and what each thread
 * needs for itself. */
typedef struct quoth_life {
  uint32_t size;
  /* Makes what the step shares between its workers: models, an opened record. params are in the
   * order of quoth_stage.params and stay valid until unload returns; an entry without value has
   * type 0. *shared may stay NULL. On failure nothing else is called. [serial] */
  quoth_status (*load)(const quoth_host* host, const quoth_value* const* params,
                       uint32_t param_count, void** shared);
  /* Makes a worker: scratch memory of one thread. On failure end is not called. [worker] */
  quoth_status (*begin)(void* shared, void** worker);
  /* Ends a worker. [worker] */
  void (*end)(void* worker);
  /* Ends the step, after all workers. [serial] */
  void (*unload)(void* shared);
} quoth_life;

typedef struct quoth_annotator_ops {
  uint32_t size;
  /* Reads layers of document and appends to others. Its writes are a transaction: kept on
   * QUOTH_OK, dropped on anything else. [worker; by quoth_stage.concurrency] */
  quoth_status (*process)(void* worker, quoth_document* document);
} quoth_annotator_ops;

/* One input: a file, a member of a folder, or standard input. */
typedef struct quoth_input {
  uint32_t size;
  quoth_string path; /* as the user gave it, or below the folder given; "-" for standard input */
  quoth_string id;   /* the document's id where the input gives none */
} quoth_input;

/* What `next` found in its window. */
typedef struct quoth_cut {
  uint32_t size;
  uint32_t found;    /* 0: no item, only `consumed` counts; 1: bytes [begin, end) are an item */
  uint64_t begin;    /* bytes into the window */
  uint64_t end;      /* exclusive, <= consumed */
  uint64_t consumed; /* bytes the host may drop; > 0 unless the input is at its end */
  uint64_t line;     /* 1-based line of `begin` in the input, for messages; 0: lines mean nothing */
} quoth_cut;

/* One item on its way to becoming a document. */
typedef struct quoth_item {
  uint32_t size;
  const quoth_input* input;
  quoth_string bytes; /* raw: not checked for UTF-8 */
  uint64_t line;      /* as cut, 0 where unknown */
  uint64_t ordinal;   /* 0-based, in its input */
} quoth_item;

typedef struct quoth_reader_ops {
  uint32_t size;
  uint32_t pattern_count, media_type_count;
  uint32_t reserved;              /* 0 */
  const char* const* patterns;    /* shell patterns over file names, such as "*.jsonl" */
  const char* const* media_types; /* such as "application/jsonl" */
  /* Starts on an input. *cursor may stay NULL. On failure close is not called. [serial] */
  quoth_status (*open)(void* shared, const quoth_input* input, void** cursor);
  /* Cuts the next item off the input. window is what is left of the (decompressed) input as far
   * as the host has read it; last is non-zero when no more will follow. QUOTH_NEED_MORE asks for
   * a larger window that begins with the same bytes; the cursor should remember how far it looked,
   * since a window may grow to the whole input. Not called on an empty rest. QUOTH_FAILED: the
   * rest of this input is unusable. Cheap: no parsing here. [serial] */
  quoth_status (*next)(void* cursor, quoth_string window, uint32_t last, quoth_cut* cut);
  /* Ends an input. [serial] */
  void (*close)(void* cursor);
  /* Makes the document: text through quoth.document/1, and rows of the layers that the stage
   * declares, `document` at least. QUOTH_FAILED quarantines the item alone. [worker] */
  quoth_status (*parse)(void* worker, const quoth_item* item, quoth_document* document);
} quoth_reader_ops;

typedef struct quoth_writer_ops {
  uint32_t size;
  /* Turns a finished document into bytes. [worker] */
  quoth_status (*render)(void* worker, quoth_document* document, quoth_buffer* out);
  /* Opens the outputs of a fresh run. Where it or reopen fails, only unload follows. [serial] */
  quoth_status (*start)(void* shared);
  /* Opens the outputs as they were when `checkpoint` gave `state`; what was written later is
   * dropped or, where it cannot be, written again with the same result. Called instead of start.
   * [serial] */
  quoth_status (*reopen)(void* shared, quoth_string state);
  /* Takes what render made of one document, in input order. [serial] */
  quoth_status (*write)(void* shared, quoth_string rendered);
  /* Makes everything written so far durable and appends to `state` what reopen will need. [serial]
   */
  quoth_status (*checkpoint)(void* shared, quoth_buffer* state);
  /* The run is complete: gives outputs their final names. Only unload follows. [serial] */
  quoth_status (*finish)(void* shared);
  /* The run stops early (cancelled, failed): closes outputs so that a resumed run can go on from
   * the last checkpoint. Called instead of finish. [serial] */
  void (*abandon)(void* shared);
} quoth_writer_ops;

typedef struct quoth_stage {
  uint32_t size, kind; /* QUOTH_READER, QUOTH_ANNOTATOR, QUOTH_WRITER */
  const char* id;      /* the element's name in XML: the plugin's id, a dot, a name */
  const char* version; /* of the stage's behaviour: part of a run's manifest */
  const char* summary; /* one sentence */
  const quoth_param* const* params;
  const quoth_use* const* uses;
  const quoth_layer* const* layers; /* defined or extended by this stage */
  uint32_t param_count, use_count, layer_count;
  uint32_t concurrency; /* QUOTH_PER_WORKER, QUOTH_SHARED, QUOTH_SERIAL */
  const quoth_life* life;
  const void* ops; /* quoth_reader_ops, quoth_annotator_ops or quoth_writer_ops, by kind */
} quoth_stage;

/* ---- The plugin ---------------------------------------------------------------------------- */

typedef struct quoth_plugin {
  uint32_t magic, size;          /* QUOTH_MAGIC */
  uint16_t abi_major, min_minor; /* loads where major is equal and min_minor <= the host's minor */
  uint32_t stage_count;
  const char* id;         /* "org.example": the prefix of all that it defines */
  const char* version;    /* "1.0.0" */
  const char* summary;    /* one sentence */
  const char* license;    /* an SPDX expression */
  const char* built_with; /* compiler and its version, for bug reports */
  const quoth_stage* const* stages;
  /* The table of the extension named id (`quoth.record-tool/1`), or NULL; static, as descriptors
   * are: a library stays loaded. The member itself may be NULL. [shared] */
  const void* (*extension)(const char* id);
} quoth_plugin;

/* The export attribute stands on the first declaration: on a later one g++ ignores it where the
 * default visibility is hidden. */
#if defined(__GNUC__)
#  define QUOTH_EXPORT __attribute__((visibility("default"), section("quoth_plugin")))
#else
#  define QUOTH_EXPORT
#endif

#ifndef QUOTH_HOST_SIDE
/* The one symbol that a plugin exports: `const quoth_plugin quoth_plugin_v1 = {…};` in one file. */
extern QUOTH_EXPORT const quoth_plugin quoth_plugin_v1;
#endif

/* ---- Extensions ---------------------------------------------------------------------------- */

#define QUOTH_RECORD_TOOL_1 "quoth.record-tool/1"
/* What `quoth record VERB …` and `quoth explain` ask of the plugin that knows the record's
 * format. */
typedef struct quoth_record_tool_1 {
  uint32_t size;
  /* Runs one verb with its arguments as typed after it and appends what is to be printed to out.
   * Verbs, each before a RECORD: "info" [--speaker NAME] [--json]; "alias" [--json], or "alias"
   * with "add" NAME SPEAKER, "remove" NAME or "import" FILE after the record; "remove" DOCUMENT…;
   * "search" [--speaker NAME] [--from DAY] [--to DAY] [--json] WORDS…; "context" STATEMENT (it and
   * its neighbours). Days are 2024-06-14, 2024-06 or 2024. A verb that it does not know, or bad
   * arguments: QUOTH_MISUSE, reported. What is asked about is not there: QUOTH_FAILED, reported,
   * and nothing is changed. A record that cannot be used: QUOTH_UNUSABLE, or QUOTH_IO where it is
   * busy or cannot be written, reported with its path. [serial] */
  quoth_status (*run)(const quoth_host* host, quoth_string verb, const quoth_string* arguments,
                      uint32_t argument_count, quoth_buffer* out);
} quoth_record_tool_1;

#ifdef __cplusplus
}
#endif
#endif
