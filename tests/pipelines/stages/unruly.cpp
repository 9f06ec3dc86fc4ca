// Stages that break the contract, each in its way: what `quoth conform` must notice.
#include <atomic>
#include <csignal>
#include <quoth/plugin.hpp>

namespace {

struct note {
  quoth::span where;
  std::int64_t number;
  static constexpr auto layer = quoth::layer("unruly.note", "Notes.", quoth::spanned(&note::where),
                                             quoth::column(&note::number, "number", "any number"));
};

struct crasher {
  static constexpr auto about =
      quoth::stage("unruly.crasher", "1.0.0", "Dies on a text without a letter.",
                   quoth::reads<quoth::quote_part>{}, quoth::writes<note>{});
  void process(quoth::document<crasher>& doc) {
    if (doc.text().find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos) {
      std::signal(SIGSEGV, SIG_DFL);  // a sanitizer's handler would end the process by itself
      std::raise(SIGSEGV);
    }
  }
};

struct counter {
  static constexpr auto about = quoth::stage(
      "unruly.counter", "1.0.0", "Counts documents over all threads.", quoth::writes<note>{});
  void process(quoth::document<counter>& doc) {
    static std::atomic<std::int64_t> documents{0};
    doc.write<note>().add({.where = {0, 0}, .number = ++documents});
  }
};

struct picky {
  std::int64_t size = 0;
  quoth::file model;
  static constexpr auto about = quoth::stage(
      "unruly.picky", "1.0.0", "Refuses the end of its own range.",
      quoth::param(&picky::size, "size", 5, "any size", quoth::range{1, 10}),
      quoth::param(&picky::model, "model", quoth::no_default, "a model"), quoth::writes<note>{});
  void load(const quoth::host&) {
    if (size > 9) throw quoth::error("the size is too large");
  }
  void process(quoth::document<picky>&) {}
};

}  // namespace

QUOTH_PLUGIN("unruly", "1.0.0", "Stages that break the contract.", "Apache-2.0", crasher, counter,
             picky)
