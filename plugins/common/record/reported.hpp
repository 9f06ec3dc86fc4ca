// What the record throws, as what the host understands: for stages that work with a record.
#pragma once

#include <quoth/plugin.hpp>
#include <record/database.hpp>

namespace quoth::record {

// Runs `work`; a failure of the record stops the run with the exit code that fits it.
template <class Work>
auto reported(Work work) {
  try {
    return work();
  } catch (const failure& why) {
    switch (why.kind()) {
      case fault::missing:
      case fault::unusable:
        throw unusable_error(why.what());
      case fault::busy:
      case fault::not_writable:
        throw io_error(why.what());
      case fault::misuse:
        break;
    }
    throw fatal_error(why.what());
  }
}

}  // namespace quoth::record
