// The stage quoth.record-writer, and the record tool that `quoth record` calls.
#include <map>
#include <memory>
#include <optional>
#include <quoth/plugin.hpp>
#include <record/reported.hpp>
#include <record/store.hpp>
#include <string>
#include <text/plugin_resources.hpp>

#include "collect.hpp"
#include "listing.hpp"
#include "tool.hpp"

namespace {

using quoth::record::reported;

struct record_writer {
  quoth::output record;

  static constexpr auto about = quoth::stage(
      "quoth.record-writer", "0.1.0",
      "Adds documents to a record: statements, speakers and published fact-checks.",
      quoth::param(&record_writer::record, "record", quoth::required,
                   "the record to fill; made where it does not exist"),
      quoth::reads<quoth::document_row>{}, quoth::reads_if_present<quoth::review>{},
      quoth::reads_if_present<quoth::language>{}, quoth::reads_if_present<quoth::turn>{},
      quoth::reads_if_present<quoth::sentence>{}, quoth::reads_if_present<quoth::name>{},
      quoth::reads_if_present<quoth::quote>{}, quoth::reads_if_present<quoth::quote_part>{},
      quoth::reads_if_present<quoth::speaker>{});

  void load(const quoth::host& host) {
    auto made = std::make_shared<reporting_lexicons>();
    for (const std::string& lang : quoth::text::languages_of(host)) {
      const std::string path = lang + "/reporting.tsv";
      if (const auto words = host.resource(path)) {
        made->emplace(lang, quoth::record_writing::reporting_words(
                                quoth::text::lexicon::parse(std::string(*words), path, {2, 2})));
      }
    }
    reporting = std::move(made);
  }

  void render(quoth::document<record_writer>& doc, quoth::buffer& out) {
    const quoth::record_writing::document_layers layers{doc.text(),
                                                        doc.read<quoth::document_row>(),
                                                        doc.read<quoth::review>(),
                                                        doc.read<quoth::language>(),
                                                        doc.read<quoth::turn>(),
                                                        doc.read<quoth::sentence>(),
                                                        doc.read<quoth::name>(),
                                                        doc.read<quoth::quote>(),
                                                        doc.read<quoth::quote_part>(),
                                                        doc.read<quoth::speaker>()};
    static const quoth::record_writing::reporting_words none;
    const auto words = layers.languages.empty()
                           ? reporting->end()
                           : reporting->find(std::string(layers.languages.front().code));
    bytes.clear();
    quoth::record::append_entry(
        collect.collect(layers, words == reporting->end() ? none : words->second), keys, bytes);
    out.append(bytes);
  }

  // The record. A resumed run writes again what came after the checkpoint: documents that are
  // there already are skipped, so that the result is the same.
  class sink {
   public:
    sink(const record_writer& stage, const quoth::host& host)
        : path_(stage.record.path), host_(host) {}
    void start() {
      reported([&] { store_.emplace(path_); });
      if (!store_->indexed_again()) return;
      host_.log(quoth::log_level::info,
                "record '" + path_ +
                    "' had been changed by another program or version: its index was made again");
    }
    void reopen(std::string_view) { start(); }
    void write(std::string_view rendered) {
      reported([&] { store_->add(rendered); });
    }
    void checkpoint(quoth::buffer&) {
      reported([&] { store_->commit(); });
    }
    void finish() {
      reported([&] { store_->finish(); });
      const auto& done = store_->so_far();
      host_.log(quoth::log_level::info,
                "record '" + path_ +
                    "': " + quoth::record_writing::counted(done.added, "document") + " added, " +
                    std::to_string(done.replaced) + " replaced, " + std::to_string(done.skipped) +
                    " unchanged; " + quoth::record_writing::counted(done.statements, "statement") +
                    ", " + quoth::record_writing::counted(done.reviews, "review"));
      store_.reset();
    }
    void abandon() { store_.reset(); }

   private:
    std::string path_;
    quoth::host host_;
    std::optional<quoth::record::store> store_;
  };

  static const void* extension(std::string_view id) {
    return id == QUOTH_RECORD_TOOL_1 ? &quoth::record_writing::tool_table : nullptr;
  }

 private:
  using reporting_lexicons = std::map<std::string, quoth::record_writing::reporting_words>;

  std::shared_ptr<const reporting_lexicons> reporting;  // by language; shared by the workers
  quoth::record_writing::collector collect;
  quoth::record::key_maker keys;
  std::string bytes;
};

}  // namespace

QUOTH_PLUGIN("quoth", "0.1.0", "Fills records and looks into them.", "Apache-2.0", record_writer)
