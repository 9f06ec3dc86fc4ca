// quoth/layers.hpp - layers as row structs: how a C++ plugin names, reads and defines them, and
// the standard layers that the host owns.
//
// A layer is a table over one document. Here it is described by a struct with one member a
// column and a `layer` that names them:
//
//     struct shout {
//       quoth::span where;
//       double share;
//       static constexpr auto layer = quoth::layer("org.example.shout", "Sentences that shout.",
//           quoth::spanned(&shout::where),
//           quoth::column(&shout::share, "share", "share of capitals, 0 to 1"));
//     };
//
// Member types and the columns they stand for:
//     bool, std::int64_t, double         the same; a null reads as false, 0, 0.0
//     an enum : std::uint32_t            an enumeration; the choices follow the doc, in order
//     std::string_view                   UTF-8; a null reads as empty
//     quoth::row<L>                      a row of layer L; a null reads as quoth::row<L>{}
//     std::optional<any of the above>    the same, where null means something
//
// A struct may name fewer columns than the layer has: only those are read or written. The
// position of `spanned` does not matter. Enumerations are append-only: a value beyond those named
// here may come from a newer plugin and must be left alone.
//
// Strings are views into the document: valid until `process` returns.
#ifndef QUOTH_LAYERS_HPP
#define QUOTH_LAYERS_HPP

#include <quoth/abi.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace quoth {

/// Bytes [begin, end) of the document's text.
struct span {
  std::uint32_t begin = 0, end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  /// Whether it is a span at all: see no_span.
  [[nodiscard]] constexpr bool exists() const { return begin != QUOTH_NO_OFFSET; }
  [[nodiscard]] constexpr bool contains(span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(span other) const {
    return begin < other.end && other.begin < end;
  }
  /// The bytes of `text` that it covers.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  friend constexpr bool operator==(span, span) = default;
};

/// The span of a row that has none (only in layers with an optional span).
inline constexpr span no_span{QUOTH_NO_OFFSET, QUOTH_NO_OFFSET};

/// A reference to a row of layer L in the same document. Default: none.
template <class L>
struct row {
  std::uint32_t id = QUOTH_NO_ROW;

  [[nodiscard]] constexpr bool exists() const { return id != QUOTH_NO_ROW; }
  friend constexpr bool operator==(row, row) = default;
};

namespace detail {

template <class T>
struct without_optional {
  using type = T;
};
template <class T>
struct without_optional<std::optional<T>> {
  using type = T;
};
template <class T>
using value_t = typename without_optional<T>::type;

template <class T>
struct row_target {
  static constexpr bool is_row = false;
};
template <class L>
struct row_target<row<L>> {
  static constexpr bool is_row = true;
  using layer = L;
};

template <class T>
constexpr std::uint32_t column_type() {
  if constexpr (std::is_same_v<T, bool>) {
    return QUOTH_COLUMN_BOOL;
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    return QUOTH_COLUMN_I64;
  } else if constexpr (std::is_same_v<T, double>) {
    return QUOTH_COLUMN_F64;
  } else if constexpr (std::is_enum_v<T>) {
    static_assert(std::is_same_v<std::underlying_type_t<T>, std::uint32_t>,
                  "an enumeration in a layer must be declared `enum class NAME : std::uint32_t`");
    return QUOTH_COLUMN_ENUM;
  } else if constexpr (std::is_same_v<T, std::string_view>) {
    return QUOTH_COLUMN_STRING;
  } else {
    static_assert(row_target<T>::is_row,
                  "a layer's column must be bool, std::int64_t, double, an enum : std::uint32_t, "
                  "std::string_view, quoth::row<L>, or std::optional of one of these");
    return QUOTH_COLUMN_ROW;
  }
}

template <class L, class M, std::size_t Choices>
struct column_about {
  using member_type = M;
  M L::*member;
  const char* name;
  const char* doc;
  std::array<const char*, Choices> choices;
};

template <class L>
struct span_about {
  span L::*member;
  bool optional;
};

template <class T>
inline constexpr bool is_span_about = false;
template <class L>
inline constexpr bool is_span_about<span_about<L>> = true;

template <class... Items>
struct layer_about {
  const char* name;
  const char* doc;
  std::tuple<Items...> items;
};

}  // namespace detail

/// One column. Choices (in the order of the enum's values) follow the doc of an enumeration.
template <class L, class M, class... Choices>
constexpr auto column(M L::*member, const char* name, const char* doc, Choices... choices) {
  static_assert((std::is_convertible_v<Choices, const char*> && ...), "choices are texts");
  static_assert((sizeof...(Choices) > 0) == std::is_enum_v<detail::value_t<M>>,
                "give the choices of an enumeration, and only of an enumeration");
  return detail::column_about<L, M, sizeof...(Choices)>{member, name, doc, {choices...}};
}

/// The member that holds the row's span: every row has one.
template <class L>
constexpr auto spanned(span L::*member) {
  return detail::span_about<L>{member, false};
}

/// The member that holds the row's span, or no_span.
template <class L>
constexpr auto optionally_spanned(span L::*member) {
  return detail::span_about<L>{member, true};
}

/// A layer: its name, a sentence about it, then at most one (optionally_)spanned and its columns.
template <class... Items>
constexpr auto layer(const char* name, const char* doc, Items... items) {
  static_assert((0 + ... + (detail::is_span_about<Items> ? 1 : 0)) <= 1, "a layer has one span");
  return detail::layer_about<Items...>{name, doc, {items...}};
}

// ---- The standard layers ------------------------------------------------------------------------

/// Layer `document`, one row, written by the reader: what the input says of the document.
struct document_row {
  std::string_view id;
  std::optional<std::string_view> title{}, date{}, url{}, lang{}, author{}, outlet{};
  static constexpr auto layer =
      quoth::layer("document", "What the input says of the document: one row.",
                   column(&document_row::id, "id", "names the document in all outputs"),
                   column(&document_row::title, "title", "headline"),
                   column(&document_row::date, "date", "date of publication, ISO 8601"),
                   column(&document_row::url, "url", "where it was published"),
                   column(&document_row::lang, "lang", "language as the input gives it, BCP 47"),
                   column(&document_row::author, "author", "byline"),
                   column(&document_row::outlet, "outlet", "who published it"));
};

/// Layer `metadata`: fields of the input that the host does not know, in input order.
struct metadata {
  std::string_view key, json;
  static constexpr auto layer =
      quoth::layer("metadata", "Fields of the input that have no place elsewhere.",
                   column(&metadata::key, "key", "name of the field"),
                   column(&metadata::json, "json", "its value, as JSON"));
};

/// Layer `review`, at most one row, written by the reader: a published fact-check.
struct review {
  std::string_view claim;
  std::optional<std::string_view> claimant{}, rating{}, url{}, date{}, title{}, subtitle{};
  static constexpr auto layer =
      quoth::layer("review", "A published fact-check that this document is.",
                   column(&review::claim, "claim", "the claim that was checked"),
                   column(&review::claimant, "claimant", "who made it"),
                   column(&review::rating, "rating", "the rating as published"),
                   column(&review::url, "url", "where the fact-check was published"),
                   column(&review::date, "date", "when, ISO 8601"),
                   column(&review::title, "title", "its headline"),
                   column(&review::subtitle, "subtitle", "its second headline"));
};

/// Layer `language`, one row, written by the text-segmenter: the language to work in.
struct language {
  std::string_view code;
  bool detected;
  double confidence;
  static constexpr auto layer = quoth::layer(
      "language", "The language of the document: one row.",
      column(&language::code, "code", "ISO 639-1, or und"),
      column(&language::detected, "detected", "whether it was detected rather than given"),
      column(&language::confidence, "confidence", "0 to 1"));
};

/// Layer `paragraph`.
struct paragraph {
  span where;
  static constexpr auto layer =
      quoth::layer("paragraph", "Paragraphs, headings and list items.", spanned(&paragraph::where));
};

/// Layer `sentence`.
struct sentence {
  span where;
  row<quoth::paragraph> paragraph;
  static constexpr auto layer =
      quoth::layer("sentence", "Sentences.", spanned(&sentence::where),
                   column(&sentence::paragraph, "paragraph", "the paragraph it stands in"));
};

enum class token_kind : std::uint32_t { word, number, punctuation, quote_mark, symbol };

/// Layer `token`.
struct token {
  span where;
  token_kind kind;
  row<quoth::sentence> sentence;
  static constexpr auto layer =
      quoth::layer("token", "Words, numbers and marks.", spanned(&token::where),
                   column(&token::kind, "kind", "what it is made of", "word", "number",
                          "punctuation", "quote-mark", "symbol"),
                   column(&token::sentence, "sentence", "the sentence it stands in"));
};

/// Layer `turn`, written by readers of transcripts: one speaker's turn, label first.
struct turn {
  span where;
  std::string_view label;
  std::int64_t words;
  static constexpr auto layer = quoth::layer(
      "turn", "Turns of a transcript: the label, then the words.", spanned(&turn::where),
      column(&turn::label, "label", "the speaker's label as printed"),
      column(&turn::words, "words", "byte offset in the text where the words begin"));
};

enum class name_type : std::uint32_t { person, organisation, group, document, place, unknown };

/// Layer `name`: mentions of people and others, grouped into entities of this document.
struct name {
  span where;
  std::string_view canonical;
  name_type type;
  std::optional<std::string_view> role{};
  std::int64_t entity;
  static constexpr auto layer = quoth::layer(
      "name", "Mentions by name, grouped within the document.", spanned(&name::where),
      column(&name::canonical, "canonical", "fullest form in this document, without title or role"),
      column(&name::type, "type", "what is named", "person", "organisation", "group", "document",
             "place", "unknown"),
      column(&name::role, "role", "title or role given with this mention"),
      column(&name::entity, "entity", "equal for mentions of one entity"));
};

enum class quote_kind : std::uint32_t { direct, mixed, indirect };
enum class quote_status : std::uint32_t { asserted, alleged, denied };

/// Layer `quote`: one quotation; its pieces are in layer `quote-part`.
struct quote {
  span where;
  quote_kind kind;
  quote_status status;
  std::string_view text;
  double confidence;
  std::optional<row<quoth::turn>> turn{};
  static constexpr auto layer = quoth::layer(
      "quote", "Quotations, direct to indirect; the span reaches from first to last content.",
      spanned(&quote::where),
      column(&quote::kind, "kind", "how much of it is in quotation marks", "direct", "mixed",
             "indirect"),
      column(&quote::status, "status", "how the document stands to it", "asserted", "alleged",
             "denied"),
      column(&quote::text, "text", "the content: parts joined by a space, outer marks dropped"),
      column(&quote::confidence, "confidence", "0 to 1"),
      column(&quote::turn, "turn", "the turn it is, in a transcript"));
};

enum class part_role : std::uint32_t { content, cue, source };

/// Layer `quote-part`: the contiguous pieces of a quotation's content, cue and source.
struct quote_part {
  span where;
  row<quoth::quote> quote;
  part_role role;
  static constexpr auto layer = quoth::layer(
      "quote-part", "Pieces of quotations, quotation marks included.", spanned(&quote_part::where),
      column(&quote_part::quote, "quote", "the quotation it belongs to"),
      column(&quote_part::role, "role", "what it is a piece of", "content", "cue", "source"));
};

enum class speaker_type : std::uint32_t { person, organisation, group, document, unknown };
enum class speaker_link : std::uint32_t { name, pronoun, nominal, none };

/// Layer `speaker`: who said a quotation, one row a quote.
struct speaker {
  span mention = no_span;
  row<quoth::quote> quote;
  std::optional<std::string_view> name{};
  speaker_type type;
  speaker_link link;
  std::optional<std::string_view> via{};
  double confidence;
  static constexpr auto layer = quoth::layer(
      "speaker", "Who said a quotation; the span is the mention that tells.",
      optionally_spanned(&speaker::mention), column(&speaker::quote, "quote", "the quotation"),
      column(&speaker::name, "name",
             "fullest name in this document, without title or role; null: unknown"),
      column(&speaker::type, "type", "what the speaker is", "person", "organisation", "group",
             "document", "unknown"),
      column(&speaker::link, "link", "what the mention is", "name", "pronoun", "nominal", "none"),
      column(&speaker::via, "via", "who reports it, where the document does not do so itself"),
      column(&speaker::confidence, "confidence", "0 to 1"));
};

/// Layer `claim`: what is looked up in the record.
struct claim {
  span where = no_span;
  std::optional<row<quoth::quote>> quote{};
  std::optional<std::string_view> speaker{}, mention{};
  std::string_view text;
  double confidence;
  static constexpr auto layer = quoth::layer(
      "claim",
      "Statements to be checked: one a quotation, or in a short text without any, one "
      "a sentence on what somebody will do; and one over a short text.",
      optionally_spanned(&claim::where),
      column(&claim::quote, "quote", "the quotation; null: a sentence, or the whole text"),
      column(&claim::speaker, "speaker", "resolved against the record; null: unknown"),
      column(&claim::mention, "mention", "the speaker in the document's words"),
      column(&claim::text, "text", "what is claimed"),
      column(&claim::confidence, "confidence", "0 to 1"));
};

/// Layer `coverage`: what the record holds of a claim's speaker, one row a claim.
struct coverage {
  row<quoth::claim> claim;
  std::int64_t statements;
  std::optional<std::string_view> from{}, to{};
  static constexpr auto layer = quoth::layer(
      "coverage", "What the record holds of a claim's speaker.",
      column(&coverage::claim, "claim", "the claim"),
      column(&coverage::statements, "statements", "statements of the speaker in the record"),
      column(&coverage::from, "from", "day of the first of them, ISO 8601"),
      column(&coverage::to, "to", "day of the last of them, ISO 8601"));
};

enum class match_kind : std::uint32_t { statement, review };
enum class match_relation : std::uint32_t { verbatim, near, paraphrase, related, contradicts };
enum class match_hand : std::uint32_t { first, second, denial };

/// Layer `match`: what the record holds that resembles a claim, best first within a claim.
struct match {
  row<quoth::claim> claim;
  std::string_view record;
  std::optional<std::string_view> url{}, date{}, speaker{};
  std::string_view text;
  match_kind kind;
  match_relation relation;
  double score;
  match_hand hand;
  std::optional<std::string_view> via{}, outlet{}, title{}, rating{};
  std::int64_t appearances;
  std::optional<std::string_view> after{};
  static constexpr auto layer = quoth::layer(
      "match", "What the record holds that resembles a claim, best first.",
      column(&match::claim, "claim", "the claim"),
      column(&match::record, "record", "id in the record: document, #, statement"),
      column(&match::url, "url", "where it was published"),
      column(&match::date, "date", "when, ISO 8601"),
      column(&match::speaker, "speaker", "who said it; of a review: the claimant"),
      column(&match::text, "text", "the words; of a review: the claim it checked"),
      column(&match::kind, "kind", "what it is", "statement", "review"),
      column(&match::relation, "relation", "how it stands to the claim", "verbatim", "near",
             "paraphrase", "related", "contradicts"),
      column(&match::score, "score", "0 to 1, comparable across the claims of a document"),
      column(&match::hand, "hand", "how the record has it", "first", "second", "denial"),
      column(&match::via, "via", "who reported it, where it is second-hand"),
      column(&match::outlet, "outlet", "who published it"),
      column(&match::title, "title", "headline of the document it stands in"),
      column(&match::rating, "rating", "a review's own rating"),
      column(&match::appearances, "appearances", "in how many documents the record has it"),
      column(&match::after, "after",
             "the sentence that the speaker went on with, where it is in no quotation of its own"));
};

enum class diff_op : std::uint32_t { same, claimed, record };
enum class diff_change : std::uint32_t {
  none,
  edit,
  negation,
  number,
  unit,
  date,
  person,
  country,
  condition,
  certainty,
  quantifier,
  words
};

/// Layer `diff`: a claim and a match, word by word. The texts of `same` and `claimed` rows, in
/// order, spell the claim; those of `same` and `record` rows the aligned piece of the match.
struct diff {
  row<quoth::match> match;
  diff_op op;
  std::string_view text;
  diff_change change;
  static constexpr auto layer = quoth::layer(
      "diff", "A claim and a match, word by word.", column(&diff::match, "match", "the match"),
      column(&diff::op, "op", "in both, in the claim only, in the record only", "same", "claimed",
             "record"),
      column(&diff::text, "text", "the words"),
      column(&diff::change, "change", "what the difference changes", "none", "edit", "negation",
             "number", "unit", "date", "person", "country", "condition", "certainty", "quantifier",
             "words"));
};

enum class verdict_rating : std::uint32_t {
  on_record,
  altered,
  misattributed,
  spliced,
  refuted,
  hearsay,
  unsupported,
  out_of_record
};

/// Layer `verdict`: a draft for an editor, one row a claim.
struct verdict {
  row<quoth::claim> claim;
  verdict_rating rating;
  std::string_view label;
  double confidence;
  std::string_view summary;
  static constexpr auto layer = quoth::layer(
      "verdict", "Draft verdicts.", column(&verdict::claim, "claim", "the claim"),
      column(&verdict::rating, "rating", "what the record shows", "on-record", "altered",
             "misattributed", "spliced", "refuted", "hearsay", "unsupported", "out-of-record"),
      column(&verdict::label, "label", "the rating in the document's language"),
      column(&verdict::confidence, "confidence", "0 to 1"),
      column(&verdict::summary, "summary", "two to five sentences for an editor"));
};

/// Layer `evidence`: the matches that a verdict rests on, most important first.
struct evidence {
  row<quoth::verdict> verdict;
  row<quoth::match> match;
  static constexpr auto layer = quoth::layer("evidence", "What a verdict rests on.",
                                             column(&evidence::verdict, "verdict", "the verdict"),
                                             column(&evidence::match, "match", "the match"));
};

/// All of the above, in the order in which the host registers them.
using standard_layers =
    std::tuple<document_row, metadata, review, language, paragraph, sentence, token, turn, name,
               quote, quote_part, speaker, claim, coverage, match, diff, verdict, evidence>;

// ---- From a row struct to the C descriptor ------------------------------------------------------

namespace detail {

/// What the row struct L says, as the C structs of abi.h and as lists usable in templates.
template <class L>
struct layer_traits {
  using about_type = std::remove_cv_t<decltype(L::layer)>;

  template <class>
  struct split;
  template <class... Items>
  struct split<layer_about<Items...>> {
    static constexpr std::size_t items = sizeof...(Items);
    static constexpr std::size_t columns = (0 + ... + (is_span_about<Items> ? 0 : 1));
    static constexpr std::array<std::size_t, columns> positions = [] {
      std::array<std::size_t, columns> at{};
      std::size_t item = 0, n = 0;
      ((is_span_about<Items> ? void() : void(at[n++] = item), ++item), ...);
      return at;
    }();
    static constexpr std::size_t span_position = [] {
      std::size_t item = 0, found = sizeof...(Items);
      ((is_span_about<Items> ? void(found = item) : void(), ++item), ...);
      return found;
    }();
  };
  using parts = split<about_type>;

  static constexpr std::size_t columns = parts::columns;
  static constexpr bool has_span = parts::span_position < parts::items;

  template <std::size_t I>
  static constexpr const auto& column_at() {
    return std::get<parts::positions[I]>(L::layer.items);
  }
  template <std::size_t I>
  using member_t = typename std::remove_cvref_t<decltype(column_at<I>())>::member_type;

  static constexpr auto& span_item() {
    static_assert(has_span, "this layer has no span");
    return std::get<parts::span_position>(L::layer.items);
  }

  /// The position of the column that `member` holds; compile error where none does.
  template <auto Member>
  static constexpr std::size_t index_of() {
    std::size_t found = columns;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (
          [&] {
            if constexpr (std::is_same_v<decltype(Member),
                                         std::remove_cv_t<decltype(column_at<I>().member)>>) {
              if (column_at<I>().member == Member) found = I;
            }
          }(),
          ...);
    }
    (std::make_index_sequence<columns>{});
    return found;
  }

  static constexpr std::uint32_t flags() {
    if constexpr (has_span) {
      constexpr std::uint32_t spans = QUOTH_LAYER_SPAN, optional = QUOTH_LAYER_OPTIONAL_SPAN;
      return span_item().optional ? spans | optional : spans;
    } else {
      return 0;
    }
  }
};

template <class M>
constexpr const char* target_name() {
  using V = value_t<M>;
  if constexpr (row_target<V>::is_row) {
    return row_target<V>::layer::layer.name;
  } else {
    return nullptr;
  }
}

template <class L, std::size_t I>
inline constexpr quoth_column column_descriptor{
    sizeof(quoth_column),
    column_type<value_t<typename layer_traits<L>::template member_t<I>>>(),
    layer_traits<L>::template column_at<I>().name,
    layer_traits<L>::template column_at<I>().doc,
    target_name<typename layer_traits<L>::template member_t<I>>(),
    static_cast<std::uint32_t>(layer_traits<L>::template column_at<I>().choices.size()),
    0,
    layer_traits<L>::template column_at<I>().choices.data()};

template <class L, class = std::make_index_sequence<layer_traits<L>::columns>>
struct layer_arrays;
template <class L, std::size_t... I>
struct layer_arrays<L, std::index_sequence<I...>> {
  static constexpr std::array<const quoth_column*, sizeof...(I)> columns{
      &column_descriptor<L, I>...};
  static constexpr std::array<const char*, sizeof...(I)> names{column_descriptor<L, I>.name...};
};

}  // namespace detail

/// The C descriptor of layer L.
template <class L>
inline constexpr quoth_layer layer_descriptor{
    sizeof(quoth_layer),
    detail::layer_traits<L>::flags(),
    L::layer.name,
    L::layer.doc,
    detail::layer_arrays<L>::columns.data(),
    static_cast<std::uint32_t>(detail::layer_arrays<L>::columns.size()),
    0};

}  // namespace quoth

#endif
