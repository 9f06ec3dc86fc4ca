#include "host/conform/checks.hpp"

#include "host/conform/annotator_checks.hpp"
#include "host/conform/load_checks.hpp"
#include "host/conform/reader_checks.hpp"
#include "host/conform/writer_checks.hpp"

namespace quoth::host {

std::vector<conform_check> checks_of(std::uint32_t stage_kind) {
  std::vector<conform_check> checks = {{"loads and unloads 100 times", check_load_and_unload},
                                       {"bad parameters", check_bad_parameters}};
  const auto add = [&checks](std::initializer_list<conform_check> more) {
    checks.insert(checks.end(), more);
  };
  if (stage_kind == QUOTH_ANNOTATOR)
    add({{"awkward texts", check_annotator_texts},
         {"one thread equals eight", check_annotator_threads},
         {"an error leaves no rows", check_annotator_errors},
         {"fuzz", check_annotator_fuzz}});
  if (stage_kind == QUOTH_READER)
    add({{"awkward texts", check_reader_texts},
         {"windows of any size", check_reader_windows},
         {"fuzz", check_reader_fuzz}});
  if (stage_kind == QUOTH_WRITER)
    add({{"awkward texts", check_writer_texts},
         {"one thread equals eight", check_writer_threads},
         {"a resumed run equals an unbroken one", check_writer_resume}});
  return checks;
}

}  // namespace quoth::host
