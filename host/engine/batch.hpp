// What travels through the engine: a few items of the inputs, and what becomes of them.
#ifndef QUOTH_HOST_ENGINE_BATCH_HPP
#define QUOTH_HOST_ENGINE_BATCH_HPP

#include <quoth/abi.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "host/document/document.hpp"
#include "host/engine/window.hpp"
#include "host/plugin/step.hpp"

namespace quoth::host {

/// Everything before this is done: `items` items of input number `input`, and all of the inputs
/// before it.
struct run_position {
  std::uint64_t input = 0, items = 0;

  friend bool operator==(const run_position&, const run_position&) = default;
};

enum class item_state : std::uint8_t {
  waiting,    // for its next step, or written
  failed,     // to be quarantined; see `failed`
  unusable,   // not an item: the rest of the input cannot be used
  cancelled,  // the run was being stopped
  fatal       // the run must stop here
};

/// One item, on its way from an input's bytes to the writers' rendered ones.
struct work_item {
  std::uint32_t input = 0;     // index into the list of inputs
  std::uint32_t reader = 0;    // index into the readers
  input_block holder;          // keeps `bytes`
  std::string_view bytes;      // gone once it is parsed
  std::uint64_t line = 0;      // 0: unknown
  std::uint64_t ordinal = 0;   // 0-based, in its input
  std::uint64_t consumed = 0;  // bytes of the input from the item before to the end of this one

  item_state state = item_state::waiting;
  step_failure failed;
  std::string failed_step;  // empty: the host itself
  std::string id;           // of the document; what is known of it where it could not be parsed

  std::vector<std::uint32_t> skipped;  // steps that failed and that it goes on without

  std::unique_ptr<document> made;  // while steps work on it
};

/// What render made of one item for one writer: bytes of batch::rendered.
struct rendered_piece {
  std::size_t begin = 0, size = 0;
};

struct batch {
  std::vector<work_item> items;
  std::string rendered;
  std::vector<rendered_piece> pieces;  // item after item, in it writer after writer
  std::uint64_t bytes = 0;             // of all items, as cut
  std::uint64_t position = 0;          // bytes of the packed inputs that lie before its end
  bool worked_on = false;              // the parallel part is done: see cutter

  /// Empties it for reuse; keeps modest memory.
  void clear() {
    items.clear();
    pieces.clear();
    if (rendered.capacity() > (8u << 20)) rendered = {};
    rendered.clear();
    bytes = position = 0;
    worked_on = false;
  }
};

}  // namespace quoth::host

#endif
