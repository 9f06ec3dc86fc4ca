// Attributes the quotations that a JSON-lines file gives, without a host: gold quotations (content,
// cue, source) or the extractor's (parts). Prints documents.jsonl.
//
//   attribute_file FILE              for score.py speakers
//   attribute_file FILE names        the names found, one a line
//   attribute_file FILE time N       attributes the file N times and prints MB/s of processor time
#include <simdjson.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "attribution.hpp"
#include "segmented_article.hpp"
#include "shipped_lexicons.hpp"

namespace {

using namespace quoth::speakers;
namespace dom = simdjson::dom;

// Byte offset of each code point, and back.
class code_points {
 public:
  explicit code_points(std::string_view text) : points_(text.size() + 1) {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      points_[i] = static_cast<std::uint32_t>(bytes_.size());
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) bytes_.push_back(i);
    }
    points_[text.size()] = static_cast<std::uint32_t>(bytes_.size());
    bytes_.push_back(static_cast<std::uint32_t>(text.size()));
  }
  [[nodiscard]] std::uint32_t byte_of(std::uint64_t point) const {
    return bytes_[std::min<std::size_t>(point, bytes_.size() - 1)];
  }
  [[nodiscard]] std::uint32_t point_of(std::uint32_t byte) const {
    std::uint32_t n = points_[byte];
    return n;
  }

 private:
  std::vector<std::uint32_t> points_, bytes_;
};

struct loaded_document {
  std::string id, title, author;
  std::vector<std::string> quotes;  // as given, without the closing brace
  std::unique_ptr<segmented_article> article;
  std::unique_ptr<code_points> points;
};

std::string string_of(dom::object from, const char* key) {
  std::string_view value;
  return from[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

void add_pieces(dom::object quote, const char* key, quoth::part_role role,
                const code_points& points, std::vector<segmented_article::piece>& pieces) {
  dom::array spans;
  if (quote[key].get(spans) != simdjson::SUCCESS) return;
  for (const dom::array span : spans) {
    pieces.push_back({role,
                      {points.byte_of(span.at(0).get_uint64().value()),
                       points.byte_of(span.at(1).get_uint64().value())}});
  }
}

quoth::quote_kind kind_of(const std::string& kind) {
  return kind == "direct"  ? quoth::quote_kind::direct
         : kind == "mixed" ? quoth::quote_kind::mixed
                           : quoth::quote_kind::indirect;
}

std::vector<loaded_document> load(const char* file) {
  std::vector<loaded_document> documents;
  dom::parser parser;
  const simdjson::padded_string json = simdjson::padded_string::load(file).value();
  dom::document_stream lines = parser.parse_many(json, 1 << 24).value();
  for (const dom::object line : lines) {
    loaded_document& d = documents.emplace_back();
    d.id = string_of(line, "id");
    d.title = string_of(line, "title");
    d.author = string_of(line, "author");
    const std::string language = string_of(line, "lang");
    d.article = std::make_unique<segmented_article>(string_of(line, "text"),
                                                    language.empty() ? "en" : language);
    d.points = std::make_unique<code_points>(d.article->text());
    dom::array quotes;
    if (line["quotes"].get(quotes) != simdjson::SUCCESS) continue;
    for (const dom::object quote : quotes) {
      std::vector<segmented_article::piece> pieces;
      add_pieces(quote, "content", quoth::part_role::content, *d.points, pieces);
      add_pieces(quote, "parts", quoth::part_role::content, *d.points, pieces);
      add_pieces(quote, "cue", quoth::part_role::cue, *d.points, pieces);
      add_pieces(quote, "source", quoth::part_role::source, *d.points, pieces);
      d.article->add_quote(kind_of(string_of(quote, "kind")), pieces);
      std::string given = "\"kind\":\"" + string_of(quote, "kind") + '"';
      dom::element value;
      for (const char* key : {"content", "parts", "cue", "source"}) {
        if (quote[key].get(value) == simdjson::SUCCESS) {
          given += ",\"" + std::string(std::string_view(key) == "content" ? "parts" : key) +
                   "\":" + simdjson::minify(value);
        }
      }
      d.quotes.push_back(given);
    }
  }
  return documents;
}

std::string json_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) result += c;
  }
  return result + '"';
}

const char* const types[] = {"person", "organisation", "group", "document", "unknown"};
const char* const name_types[] = {"person",   "organisation", "group",
                                  "document", "place",        "unknown"};
const char* const links[] = {"name", "pronoun", "nominal", "none"};

void print_speakers(const loaded_document& d, const attribution& found) {
  std::printf("{\"id\":%s,\"quotes\":[", json_string(d.id).c_str());
  for (std::size_t i = 0; i < d.quotes.size(); ++i) {
    const quoth::speaker& s = found.speakers[i];
    std::printf("%s{%s,\"speaker\":{\"name\":%s,\"type\":\"%s\",\"link\":\"%s\",\"via\":%s",
                i ? "," : "", d.quotes[i].c_str(), s.name ? json_string(*s.name).c_str() : "null",
                types[static_cast<int>(s.type)], links[static_cast<int>(s.link)],
                s.via ? json_string(*s.via).c_str() : "null");
    if (s.mention.exists()) {
      std::printf(",\"mention\":[%u,%u]", d.points->point_of(s.mention.begin),
                  d.points->point_of(s.mention.end));
    }
    std::printf(",\"confidence\":%.2f}}", s.confidence);
  }
  std::printf("]}\n");
}

void print_names(const loaded_document& d, const attribution& found) {
  for (const quoth::name& n : found.names) {
    std::printf("%s\t%lld\t%s\t%s\t%.*s\t%s\n", d.id.c_str(), static_cast<long long>(n.entity),
                name_types[static_cast<int>(n.type)], std::string(n.canonical).c_str(),
                static_cast<int>(n.where.size()), d.article->text().data() + n.where.begin,
                n.role ? std::string(*n.role).c_str() : "");
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::string what = argc > 2 ? argv[2] : "speakers";
  std::vector<loaded_document> documents = load(argv[1]);
  attributor attribute(shipped_lexicons());
  std::vector<article> articles;
  std::size_t bytes = 0;
  for (loaded_document& d : documents) {
    articles.push_back(d.article->segment(d.title, d.author));
    bytes += d.article->text().size();
  }
  if (what == "time") {
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 10;
    const std::clock_t begin = std::clock();
    for (int i = 0; i < rounds; ++i) {
      for (const article& a : articles) attribute(a);
    }
    const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::printf("%.1f MB/s\n", static_cast<double>(bytes) * rounds / took / 1e6);
    return 0;
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const attribution& found = attribute(articles[i]);
    if (what == "names") {
      print_names(documents[i], found);
    } else {
      print_speakers(documents[i], found);
    }
  }
}
