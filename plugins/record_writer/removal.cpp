#include "removal.hpp"

#include <cstdint>
#include <record/schema.hpp>
#include <record/store.hpp>
#include <set>

#include "called_speaker.hpp"
#include "listing.hpp"
#include "nearest_names.hpp"

namespace quoth::record_writing {

namespace {

struct contents {
  std::int64_t documents = 0, statements = 0, reviews = 0;
};

// `'gannet-stret' (did you mean gannet-street?)`
[[nodiscard]] std::string unknown(record::database& db, const std::string& id) {
  std::string out = '\'' + id + '\'';
  const std::vector<std::string> near = nearest_documents(db, id);
  for (std::size_t i = 0; i < near.size(); ++i) {
    out += (i == 0 ? " (did you mean " : ", ") + near[i];
  }
  return near.empty() ? out : out + "?)";
}

// What the documents hold. Throws not_there, with all that are unknown.
[[nodiscard]] contents contents_of(const std::filesystem::path& path,
                                   const std::set<std::string>& ids) {
  record::database db(path, record::access::read);  // a record that is not there is not made
  record::check(db);
  record::query known(db,
                      "SELECT statements, (SELECT count(*) FROM reviews WHERE reviews.document = "
                      "documents.document) FROM documents WHERE id = ?");
  contents held;
  std::string missing;
  for (const std::string& id : ids) {
    known.bind(1, id);
    if (known.step()) {
      ++held.documents;
      held.statements += known.integer(0);
      held.reviews += known.integer(1);
    } else {
      missing += (missing.empty() ? "" : ", ") + unknown(db, id);
    }
    known.reset();
  }
  if (missing.empty()) return held;
  throw not_there("record '" + path.string() + "' has no document " + missing +
                  ": nothing was taken out; 'quoth record search' shows ids, before the #");
}

}  // namespace

std::string remove_documents(const std::filesystem::path& path,
                             const std::vector<std::string>& given) {
  const std::set<std::string> ids(given.begin(), given.end());
  const contents held = contents_of(path, ids);
  record::store book(path);
  for (const std::string& id : ids) {
    if (!book.remove_document(id)) {  // taken out meanwhile: without a commit all are as before
      throw not_there("record '" + path.string() + "' has no document '" + id +
                      "' any more: another program took it out. Try again");
    }
  }
  book.finish();
  return "record '" + path.string() + "': " + counted(held.documents, "document") + " taken out; " +
         counted(held.statements, "statement") + ", " + counted(held.reviews, "review") + '\n';
}

}  // namespace quoth::record_writing
