// Runs the extractor's core over a JSON-lines file, without a host.
//
//   extract_file words LANG FILE                every word that may head a cue: document, offsets,
//                                               contexts, form
//   extract_file quotes LANG FILE [LEXICON]     documents.jsonl with quotes only
//   extract_file tagged LANG FILE MODEL         the same, with a model
//   extract_file tags LANG FILE MODEL           what the model tags, in words
//   extract_file features LANG FILE [LEXICON]   what the model reads, for train/: u32 numbers
//
// LEXICON: a folder laid out as resources/LANG, in its place.
#include <simdjson.h>

#include <cstdio>
#include <string>

#include "extractor.hpp"
#include "segmented_text.hpp"
#include "shipped_lexicon.hpp"

namespace {

using namespace quoth::quotes;

// Code points before byte `at`, for ascending calls.
class code_point_count {
 public:
  explicit code_point_count(std::string_view text) : text_(text) {
    before_.reserve(text.size() + 1);
    std::uint32_t n = 0;
    for (const char c : text) {
      before_.push_back(n);
      n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }
    before_.push_back(n);
  }
  std::uint32_t operator()(std::uint32_t at) const { return before_[at]; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;
};

const char* name_of(left_context before) {
  return left_context_names[static_cast<std::size_t>(before)].data();
}

const char* name_of(right_context after) {
  return right_context_names[static_cast<std::size_t>(after)].data();
}

void print_words(std::size_t document, const document_columns& columns, const word_list& words) {
  const code_point_count at(columns.text);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (words[i].shape > word_shape::capital || words[i].sentence == nowhere) continue;
    const std::uint32_t before = neighbour_before(words, i);
    const std::uint32_t after = neighbour_after(words, i);
    const char* further[] = {"none", "none"};
    if (before != nowhere) further[0] = name_of(context_before(words, before));
    if (after != nowhere) further[1] = name_of(context_after(words, after));
    std::printf("%zu\t%u\t%u\t%d\t%s\t%s\t%s %s\t%llu\t%.*s\n", document, at(words[i].where.begin),
                at(words[i].where.end), words[i].quoted(), name_of(context_before(words, i)),
                name_of(context_after(words, i)), further[0], further[1],
                static_cast<unsigned long long>(words[i].classes),
                static_cast<int>(words[i].where.size()),
                columns.text.data() + words[i].where.begin);
  }
}

void put(std::initializer_list<std::uint32_t> numbers) {
  std::fwrite(numbers.begin(), sizeof(std::uint32_t), numbers.size(), stdout);
}

// A document: counts of words and attributions, then 16 numbers a word, 14 an attribution.
void print_features(const document_columns& columns, std::span<const attribution> attributions,
                    const word_list& words, std::span<const word_features> rows) {
  const code_point_count at(columns.text);
  put({words.size(), static_cast<std::uint32_t>(attributions.size())});
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const word_features& row = rows[i];
    const std::uint32_t s = words[i].sentence;
    put({at(words[i].where.begin), at(words[i].where.end), s, row.form, row.prefix, row.suffix,
         static_cast<std::uint32_t>(row.classes), static_cast<std::uint32_t>(row.classes >> 32)});
    for (const std::uint8_t value : row.rows) put({value});
  }
  for (const attribution& a : attributions) {
    const word_range q = a.quotation == nowhere ? word_range{} : words.quotation(a.quotation);
    put({a.head, a.cue.begin, a.cue.end, a.source.begin, a.source.end, a.content.begin,
         a.content.end, a.more.begin, a.more.end, q.begin, q.end, a.cue_part.begin, a.cue_part.end,
         static_cast<std::uint32_t>(a.strength)});
  }
}

// A line a quote: document, anchor, validity, spans of words.
void print_tags(std::size_t document, const tagging& tagged) {
  for (const tagged_quote& quote : tagged.quotes) {
    std::printf("%zu\t%u\t%.4f", document, quote.anchor, static_cast<double>(quote.validity));
    for (const tagged_span& s : tagged.spans_of(quote)) {
      std::printf("\t%d:%u-%u", static_cast<int>(s.role), s.where.begin, s.where.end);
    }
    std::printf("\n");
  }
}

const char* const kinds[] = {"direct", "mixed", "indirect"};
const char* const states[] = {"asserted", "alleged", "denied"};

void print_spans(const char* name, quoth::part_role role, std::span<const piece> pieces,
                 const code_point_count& at) {
  std::printf(",\"%s\":[", name);
  const char* comma = "";
  for (const piece& p : pieces) {
    if (p.role != role) continue;
    std::printf("%s[%u,%u]", comma, at(p.where.begin), at(p.where.end));
    comma = ",";
  }
  std::printf("]");
}

void print_quotes(std::string_view raw_id, std::string_view text, const extraction& found) {
  const code_point_count at(text);
  std::printf("{\"id\":%.*s,\"quotes\":[", static_cast<int>(raw_id.size()), raw_id.data());
  const char* comma = "";
  for (const found_quote& q : found.quotes) {
    std::printf("%s{\"kind\":\"%s\",\"status\":\"%s\",\"confidence\":%.3f", comma,
                kinds[static_cast<int>(q.kind)], states[static_cast<int>(q.status)], q.confidence);
    print_spans("parts", quoth::part_role::content, found.pieces_of(q), at);
    print_spans("cue", quoth::part_role::cue, found.pieces_of(q), at);
    print_spans("source", quoth::part_role::source, found.pieces_of(q), at);
    std::printf("}");
    comma = ",";
  }
  std::printf("]}\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) return 2;
  const std::string what = argv[1], language = argv[2];
  const bool tagged = (what == "tagged" || what == "tags") && argc == 5;
  const lexicon& facts = argc == 5 && !tagged ? lexicon_in(argv[4]) : shipped_lexicon(language);
  extraction_options options;
  tagger_model model;
  if (tagged) {
    model = model_in(argv[4]);
    options.model = &model;
  }
  segmented_text segmented(language);
  extractor extract;
  extraction found;
  simdjson::ondemand::parser parser;
  const simdjson::padded_string json = simdjson::padded_string::load(argv[3]);
  simdjson::ondemand::document_stream lines = parser.iterate_many(json, 1 << 24);
  std::size_t n = 0;
  for (auto line : lines) {
    const std::string id(std::string_view(line["id"].raw_json_token().value()));
    const std::string text(line["text"].get_string().value());
    const document_columns& columns = segmented.segment(text);
    found.clear();
    extract.run(columns, {}, &facts, options, found);
    if (what == "features") {
      print_features(columns, extract.attributions(), extract.words(),
                     extract.read_features(text, facts));
    }
    if (what == "words") print_words(n, columns, extract.words());
    if (what == "tags") print_tags(n, extract.tagged());
    if (what == "quotes" || what == "tagged")
      print_quotes(id.substr(0, id.rfind('"') + 1), text, found);
    ++n;
  }
}
