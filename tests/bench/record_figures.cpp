// The figures of the record: how fast it is built, how large it is, how long it takes to open it
// and to look up a quotation, beside SQLite's FTS5 and, where it is installed, Xapian on the same
// statements and queries in one run.
//
//   record_figures [--queries N] [--alternatives] [--keep RECORD] ARCHIVE.jsonl[.zst]...
//
// Every sentence of the archives becomes a statement, in one passage a document: the quotes
// pipeline is not part of the figures. Queries are sentences of the record, taken at random (seed
// 1) from those of eight words and more:
//   whole     the sentence as it stands
//   edited    as a newspaper would: without capitals and marks, one word of it left out
//   fragment  six of its words that follow one another
// A look-up takes the ten best statements and reads the first; with "160" it takes as many as the
// claim matcher, and half as many for each half of the words. It is right where the first has the
// query's words in order, whichever document it is from. Times are of the
// thread's CPU, so that other programs count little.
#include <sqlite3.h>
#include <sys/resource.h>
#include <zstd.h>

#include <algorithm>
#include <candidates.hpp>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <places.hpp>
#include <random>
#include <readers/json_article.hpp>
#include <record/catalogue.hpp>
#include <record/lookup.hpp>
#include <record/store.hpp>
#include <segment.hpp>
#include <string>
#include <vector>
#include <wording.hpp>

#include "../plugins/claim_matcher/lexicons.hpp"
#include "../plugins/text_segmenter/segmented.hpp"

#ifdef QUOTH_HAS_XAPIAN
#  include <xapian.h>
#endif

namespace {

namespace fs = std::filesystem;
namespace record = quoth::record;

[[nodiscard]] double cpu_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

[[nodiscard]] std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

[[nodiscard]] std::string unpacked(const std::string& bytes) {
  std::string out;
  const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                          &ZSTD_freeDStream);
  std::string room(1 << 20, '\0');
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  while (in.pos < in.size) {
    ZSTD_outBuffer some{room.data(), room.size(), 0};
    const std::size_t code = ZSTD_decompressStream(stream.get(), &some, &in);
    if (ZSTD_isError(code) != 0) throw std::runtime_error(ZSTD_getErrorName(code));
    out.append(room.data(), some.pos);
  }
  return out;
}

struct document {
  std::string id, date, url, speaker, text;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sentences;
};

[[nodiscard]] std::vector<document> read_archives(const std::vector<fs::path>& paths) {
  const auto& english = quoth::segmenter::shipped_language("en");
  quoth::segmenter::segment_scratch scratch;
  quoth::segmenter::segmentation found;
  quoth::readers::json_article_parser parser;
  std::vector<document> all;
  for (const fs::path& path : paths) {
    std::string bytes = read_file(path);
    if (path.extension() == ".zst") bytes = unpacked(bytes);
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      const auto& article = parser.read(std::string_view(bytes).substr(at, end - at));
      at = end + 1;
      document& made = all.emplace_back();
      made.id = article.id.value_or("");
      made.date = article.date.value_or("");
      made.url = article.url.value_or("");
      made.speaker = article.author.value_or("");
      made.text = article.text.value_or("");
      for (const auto& turn : article.turns) made.text.append(turn.text).append("\n\n");
      quoth::segmenter::segment(made.text, english, {}, scratch, found);
      for (std::size_t i = 0; i < found.sentences.begins.size(); ++i) {
        made.sentences.emplace_back(found.sentences.begins[i], found.sentences.ends[i]);
      }
    }
  }
  return all;
}

[[nodiscard]] record::entry entry_of(const document& from) {
  record::entry made;
  made.document = {from.id, "", from.date, from.url, "en", "", ""};
  for (const auto& [begin, end] : from.sentences) {
    record::statement_entry one;
    one.text = std::string_view(from.text).substr(begin, end - begin);
    one.speaker = from.speaker;
    one.begin = begin;
    one.end = end;
    one.turn = 0;
    one.form = record::form::turn;
    made.statements.push_back(one);
  }
  return made;
}

struct task {
  std::string text;
  std::vector<std::uint64_t> words;  // that the right statement has, in order
};

// Whether the words stand in the text in order, others between them or not.
[[nodiscard]] bool has_words(std::string_view text, const std::vector<std::uint64_t>& words) {
  record::word_list list;
  list.split(text, "en");
  std::size_t next = 0;
  for (const record::word& one : list.all()) {
    if (next < words.size() && one.hash == words[next]) ++next;
  }
  return next == words.size();
}

struct query_set {
  std::string name;
  std::vector<task> tasks;
};

[[nodiscard]] std::vector<query_set> make_queries(const std::vector<document>& documents,
                                                  std::size_t count) {
  std::vector<query_set> sets{{"whole", {}}, {"edited", {}}, {"fragment", {}}};
  std::mt19937_64 random(1);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    for (std::uint32_t s = 0; s < documents[d].sentences.size(); ++s) places.emplace_back(d, s);
  }
  record::word_list words;
  while (sets[0].tasks.size() < count) {
    const auto [d, s] = places[random() % places.size()];
    const auto [begin, end] = documents[d].sentences[s];
    const std::string text = documents[d].text.substr(begin, end - begin);
    words.split(text, "en");
    if (words.size() < 8) continue;
    const auto make = [&](std::size_t first, std::size_t last, std::size_t without, bool written) {
      task made;
      for (std::size_t i = first; i < last; ++i) {
        if (i == without) continue;
        made.words.push_back(words[i].hash);
        if (!made.text.empty()) made.text += ' ';
        made.text += words.norm(i);
      }
      if (written) made.text = text;
      return made;
    };
    sets[0].tasks.push_back(make(0, words.size(), SIZE_MAX, true));
    sets[1].tasks.push_back(make(0, words.size(), 1 + random() % (words.size() - 2), false));
    const std::size_t first = random() % (words.size() - 5);
    sets[2].tasks.push_back(make(first, first + 6, SIZE_MAX, false));
  }
  return sets;
}

// The texts of the best statements, at most so many.
using look_up_function = std::function<std::vector<std::string>(const std::string&, std::size_t)>;

// Runs look-ups and prints their times and how many are right.
void measure(const char* name, const std::vector<query_set>& sets, std::size_t most,
             const look_up_function& look) {
  for (const query_set& set : sets) {
    const std::size_t count = std::min(most, set.tasks.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(count, 20); ++i) look(set.tasks[i].text, 1);
    std::vector<double> times;
    std::size_t right = 0;
    std::size_t in_ten = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const task& one = set.tasks[i];
      const double before = cpu_seconds();
      const std::vector<std::string> found = look(one.text, 1);
      times.push_back(cpu_seconds() - before);
      const auto is_right = [&](const std::string& text) { return has_words(text, one.words); };
      right += std::ranges::any_of(found, is_right) ? 1 : 0;
      in_ten += std::ranges::any_of(look(one.text, 10), is_right) ? 1 : 0;
    }
    std::ranges::sort(times);
    const auto at = [&](double share) {
      return 1e3 * times[static_cast<std::size_t>(share * static_cast<double>(count - 1))];
    };
    const auto share = [&](std::size_t some) {
      return 100.0 * static_cast<double>(some) / static_cast<double>(count);
    };
    std::printf(
        "%-16s %-8s %5zu queries  p50 %8.3f ms  p99 %8.3f ms  right %5.1f %%, in ten %5.1f %%\n",
        name, set.name.c_str(), count, at(0.5), at(0.99), share(right), share(in_ten));
    std::fflush(stdout);
  }
}

void build_record(const fs::path& path, const std::vector<document>& documents, double text) {
  double preparing = 0;
  double writing = 0;
  record::key_maker keys;
  std::string bytes;
  double begin = cpu_seconds();
  record::store made(path);
  for (const document& one : documents) {
    const record::entry entry = entry_of(one);
    bytes.clear();
    const double before = cpu_seconds();
    record::append_entry(entry, keys, bytes);
    preparing += cpu_seconds() - before;
    made.add(bytes);
  }
  made.finish();
  writing = cpu_seconds() - begin - preparing;
  std::printf("built            keys %.1f MB/s, written %.1f MB/s, both %.1f MB/s\n",
              text / preparing / 1e6, text / writing / 1e6, text / (preparing + writing) / 1e6);
  const auto size = static_cast<double>(fs::file_size(path));
  std::printf("size             %.1f MB, %.2f of the text\n", size / 1e6, size / text);
}

void open_record(const fs::path& path) {
  std::vector<double> books;
  std::vector<double> catalogues;
  for (int i = 0; i < 21; ++i) {
    double before = cpu_seconds();
    const record::lookup book(path);
    books.push_back(cpu_seconds() - before);
    before = cpu_seconds();
    const record::catalogue speakers(path);
    catalogues.push_back(cpu_seconds() - before);
  }
  std::ranges::sort(books);
  std::ranges::sort(catalogues);
  std::printf("opened           index %.2f ms, speakers %.2f ms\n", 1e3 * books[10],
              1e3 * catalogues[10]);
}

void look_up(const fs::path& path, const std::vector<query_set>& sets) {
  record::lookup book(path);
  quoth::matching::candidate_finder finder(book);
  quoth::matching::wording claim;
  const quoth::matching::senses& english = quoth::matching::english();
  std::vector<quoth::matching::candidate> found;
  for (const auto& [name, most] : {std::pair("record", 10), std::pair("record, 160", 160)}) {
    measure(name, sets, SIZE_MAX, [&, most = most](const std::string& text, std::size_t shown) {
      claim.read(text, english);
      finder.find(record::shelf::statements, claim, "en", static_cast<std::size_t>(most), found);
      std::vector<std::string> texts;
      record::found_statement best;
      for (std::size_t i = 0; i < std::min(shown, found.size()); ++i) {
        if (book.statement(found[i].row, best)) texts.push_back(best.text);
      }
      return texts;
    });
  }
}

// ---- Alternatives -----------------------------------------------------------------------------

void run(sqlite3* db, const char* sql) {
  char* why = nullptr;
  if (sqlite3_exec(db, sql, nullptr, nullptr, &why) != SQLITE_OK) throw std::runtime_error(why);
}

void try_fts5(const fs::path& path, const std::vector<document>& documents,
              const std::vector<query_set>& sets, double text) {
  sqlite3* db = nullptr;
  sqlite3_open(path.c_str(), &db);
  run(db,
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;"
      "CREATE VIRTUAL TABLE s USING fts5(text, tokenize = 'porter unicode61'); BEGIN");
  double begin = cpu_seconds();
  sqlite3_stmt* add = nullptr;
  sqlite3_prepare_v2(db, "INSERT INTO s VALUES (?)", -1, &add, nullptr);
  for (const document& one : documents) {
    for (const auto& [first, end] : one.sentences) {
      sqlite3_bind_text(add, 1, one.text.data() + first, static_cast<int>(end - first), nullptr);
      sqlite3_step(add);
      sqlite3_reset(add);
    }
  }
  sqlite3_finalize(add);
  run(db, "COMMIT");
  std::printf("FTS5 built       %.1f MB/s, %.2f of the text\n",
              text / (cpu_seconds() - begin) / 1e6,
              static_cast<double>(fs::file_size(path)) / text);
  sqlite3_stmt* ask = nullptr;
  sqlite3_prepare_v2(db, "SELECT text FROM s WHERE s MATCH ? ORDER BY rank LIMIT 10", -1, &ask,
                     nullptr);
  record::word_list words;
  measure("FTS5, OR, bm25", sets, 20, [&](const std::string& wanted, std::size_t shown) {
    words.split(wanted, "en");
    std::string match;
    for (std::size_t i = 0; i < words.size(); ++i) {
      match.append(i == 0 ? "\"" : " OR \"").append(words.norm(i)).append("\"");
    }
    sqlite3_bind_text(ask, 1, match.data(), static_cast<int>(match.size()), nullptr);
    std::vector<std::string> best;
    while (best.size() < shown && sqlite3_step(ask) == SQLITE_ROW) {
      best.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(ask, 0)));
    }
    sqlite3_reset(ask);
    return best;
  });
  sqlite3_finalize(ask);
  sqlite3_close(db);
}

#ifdef QUOTH_HAS_XAPIAN
void try_xapian(const fs::path& path, const std::vector<document>& documents,
                const std::vector<query_set>& sets, double text) {
  const double begin = cpu_seconds();
  {
    Xapian::WritableDatabase db(path.string(), Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator terms;
    terms.set_stemmer(Xapian::Stem("en"));
    for (const document& one : documents) {
      for (const auto& [first, end] : one.sentences) {
        Xapian::Document made;
        made.set_data(one.text.substr(first, end - first));
        terms.set_document(made);
        terms.index_text_without_positions(made.get_data());
        db.add_document(made);
      }
    }
    db.commit();
  }
  double size = 0;
  for (const auto& file : fs::directory_iterator(path)) {
    size += static_cast<double>(file.file_size());
  }
  std::printf("Xapian built     %.1f MB/s, %.2f of the text\n",
              text / (cpu_seconds() - begin) / 1e6, size / text);
  const Xapian::Database db(path.string());
  Xapian::QueryParser parser;
  parser.set_stemmer(Xapian::Stem("en"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser.set_default_op(Xapian::Query::OP_OR);
  record::word_list words;
  measure("Xapian, OR, bm25", sets, 200, [&](const std::string& wanted, std::size_t shown) {
    words.split(wanted, "en");
    std::string plain;
    for (std::size_t i = 0; i < words.size(); ++i) plain.append(words.norm(i)).append(" ");
    Xapian::Enquire enquire(db);
    enquire.set_query(parser.parse_query(plain, 0));
    const Xapian::MSet best = enquire.get_mset(0, 10);
    std::vector<std::string> texts;
    for (auto at = best.begin(); at != best.end() && texts.size() < shown; ++at) {
      texts.push_back(at.get_document().get_data());
    }
    return texts;
  });
}
#endif

struct options {
  std::size_t queries = 1000;
  bool alternatives = false;
  fs::path keep;
  std::vector<fs::path> archives;
};

[[nodiscard]] options parse(int argc, char** argv) {
  options given;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--alternatives") {
      given.alternatives = true;
    } else if (word == "--queries" && i + 1 < argc) {
      given.queries = std::stoul(argv[++i]);
    } else if (word == "--keep" && i + 1 < argc) {
      given.keep = argv[++i];
    } else {
      given.archives.emplace_back(word);
    }
  }
  if (given.archives.empty()) throw std::runtime_error("name archives: ARCHIVE.jsonl[.zst]...");
  return given;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const options given = parse(argc, argv);
    const std::vector<document> documents = read_archives(given.archives);
    double text = 0;
    std::size_t statements = 0;
    for (const document& one : documents) {
      statements += one.sentences.size();
      for (const auto& [begin, end] : one.sentences) text += end - begin;
    }
    std::printf("%zu documents, %zu statements, %.1f MB of text\n", documents.size(), statements,
                text / 1e6);
    const std::vector<query_set> sets = make_queries(documents, given.queries);
    std::string folder = fs::temp_directory_path() / "quoth-figures-XXXXXX";
    if (::mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no temporary folder");
    const fs::path path = given.keep.empty() ? fs::path(folder) / "record" : given.keep;
    if (given.keep.empty() || !fs::exists(path)) build_record(path, documents, text);
    open_record(path);
    look_up(path, sets);
    if (given.alternatives) {
      try_fts5(fs::path(folder) / "fts5", documents, sets, text);
#ifdef QUOTH_HAS_XAPIAN
      try_xapian(fs::path(folder) / "xapian", documents, sets, text);
#else
      std::printf("Xapian           not installed (libxapian-dev)\n");
#endif
    }
    fs::remove_all(folder);
    return 0;
  } catch (const std::exception& why) {
    std::fprintf(stderr, "record_figures: %s\n", why.what());
    return 1;
  }
}
