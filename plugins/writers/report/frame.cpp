#include "writers/report/frame.hpp"

#include <algorithm>
#include <numeric>

#include "writers/report/assets.hpp"
#include "writers/report/html.hpp"

namespace quoth::writers {

namespace {

unsigned nibble(char hex) {
  return static_cast<unsigned>(hex <= '9' ? hex - '0' : hex - 'a' + 10);
}

// Hexadecimal digits, an even number of them, as base64: what a contents policy names a hash in.
std::string base64_of(std::string_view hex) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string encoded;
  for (std::size_t at = 0; at < hex.size(); at += 6) {  // three bytes
    const std::size_t digits = std::min<std::size_t>(6, hex.size() - at);
    unsigned bits = 0;
    for (std::size_t i = 0; i < 6; ++i) bits = bits << 4 | (i < digits ? nibble(hex[at + i]) : 0);
    for (std::size_t i = 0; i < 4; ++i)
      encoded += i * 3 < digits * 2 ? alphabet[bits >> (18 - 6 * i) & 63] : '=';
  }
  return encoded;
}

std::string contents_policy() {
  std::string policy = "default-src 'none'; style-src 'sha256-";
  policy.append(base64_of(report_style.sha256)).append("'; script-src 'sha256-");
  policy.append(base64_of(report_script.sha256));
  return policy.append("'; base-uri 'none'; form-action 'none'");
}

std::string rating_key(std::string_view kind, std::string_view rating) {
  return std::string(kind).append(".").append(rating);
}

void filters(html& page, const text::phrase_book& say) {
  const auto phrase = [&](std::string_view key) -> html& { return page.text(say.text_of(key)); };
  page.raw("<form id=\"filters\" role=\"search\" hidden")
      .attribute("aria-label", say.text_of("filter.label"))
      .raw(">\n<fieldset><legend>");
  phrase("filter.rating").raw("</legend>\n");
  for (const std::string_view rating : report_ratings) {
    page.raw("<label").attribute("data-r", rating).raw("><input type=\"checkbox\" name=\"rating\"");
    page.attribute("value", rating).raw("><span class=\"stamp\">");
    phrase(rating_key("rating", rating)).raw("</span> <output></output></label>\n");
  }
  page.raw("</fieldset>\n<p class=\"fields\"><label><span>");
  phrase("filter.search")
      .raw("</span> <input type=\"search\" name=\"words\"></label>\n<label><span>");
  phrase("filter.speaker").raw("</span> <select name=\"speaker\"><option value=\"\">");
  phrase("filter.every-speaker").raw("</option></select></label>\n<label><span>");
  phrase("filter.confidence")
      .raw(" <output name=\"least\"></output></span> <input type=\"range\" ");
  page.raw("name=\"confidence\" min=\"0\" max=\"100\" step=\"5\" value=\"0\"></label>\n");
  page.raw("<button type=\"reset\">");
  phrase("filter.clear").raw("</button></p>\n<p id=\"found\" role=\"status\"");
  page.attribute("data-found", say.text_of("filter.found"));
  page.attribute("data-nothing", say.text_of("filter.nothing"));
  page.attribute("data-percent", say.text_of("percent")).raw("></p>\n</form>\n");
}

void button(html& page, const text::phrase_book& say, std::string_view id, std::string_view key) {
  page.raw("<button type=\"button\"").attribute("id", id).raw("><span>");
  page.text(say.text_of(key)).raw("</span></button>\n");
}

void meanings(html& page, const text::phrase_book& say, std::uint64_t documents,
              const rating_counts& counts) {
  page.raw("<footer>\n<h2>").text(say.text_of("page.totals")).raw("</h2>\n<p>");
  page.text(say.text_of("page.documents")).raw(": ").number(documents).raw("</p>\n");
  page.raw("<dl class=\"meanings\"")
      .attribute("aria-label", say.text_of("page.meanings"))
      .raw(">\n");
  for (std::size_t r = 0; r < report_ratings.size(); ++r) {
    const std::string_view rating = report_ratings[r];
    if (rating == "unrated" && counts[r] == 0) continue;
    page.raw("<div").attribute("data-r", rating).raw("><dt><span class=\"stamp\">");
    page.text(say.text_of(rating_key("rating", rating))).raw("</span> <b>").number(counts[r]);
    page.raw("</b></dt><dd>");
    if (rating != "unrated") page.text(say.text_of(rating_key("meaning", rating)));
    page.raw("</dd></div>\n");
  }
  page.raw("</dl>\n<p>").text(say.text_of("page.caution")).raw("</p>\n</footer>\n");
}

}  // namespace

std::size_t position_of_rating(std::string_view rating) {
  const auto* const found = std::ranges::find(report_ratings, rating);
  return found == report_ratings.end() ? report_ratings.size() - 1
                                       : static_cast<std::size_t>(found - report_ratings.begin());
}

std::string frame_head(const text::phrase_book& say, std::string_view language,
                       std::string_view title) {
  std::string out;
  html page(out);
  const std::string_view name = title.empty() ? say.text_of("page.title") : title;
  page.raw("<!DOCTYPE html>\n<html").attribute("lang", language).raw(">\n<head>\n");
  page.raw("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"");
  page.attribute("content", contents_policy()).raw(">\n");
  page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
  page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
  page.raw("<meta name=\"generator\" content=\"Quoth\">\n");
  page.element("title", name).raw("\n<style>").raw(report_style.content).raw("</style>\n");
  page.raw("</head>\n<body>\n<a class=\"skip\" href=\"#claims\">").text(say.text_of("page.skip"));
  page.raw("</a>\n<header class=\"plate\">\n<p class=\"brand\">Quoth</p>\n<h1>").text(name);
  page.raw("</h1>\n<p class=\"caution\">")
      .text(say.text_of("page.caution"))
      .raw("</p>\n</header>\n");
  filters(page, say);
  page.raw("<nav id=\"reading\" hidden").attribute("aria-label", say.text_of("reading.label"));
  page.raw(">\n<a id=\"back\" href=\"#\">").text(say.text_of("reading.back")).raw("</a>\n");
  button(page, say, "before", "reading.previous");
  button(page, say, "after", "reading.next");
  page.raw("</nav>\n<main id=\"claims\" tabindex=\"-1\"");
  page.attribute("aria-label", say.text_of("page.claims"));
  page.attribute("data-print", say.text_of("verdict.print")).raw(">\n");
  return out;
}

std::string frame_tail(const text::phrase_book& say, std::uint64_t documents,
                       const rating_counts& counts) {
  std::string out;
  html page(out);
  if (documents == 0) page.element("p class=\"none\"", say.text_of("page.empty")).raw("\n");
  page.raw("</main>\n<nav id=\"pages\" hidden").attribute("aria-label", say.text_of("pages.label"));
  page.raw(">\n");
  button(page, say, "previous", "pages.previous");
  page.raw("<span id=\"position\" role=\"status\"");
  page.attribute("data-position", say.text_of("pages.position")).raw("></span>\n");
  button(page, say, "next", "pages.next");
  page.raw("</nav>\n");
  meanings(page, say, documents, counts);
  page.raw("<script>").raw(report_script.content).raw("</script>\n</body>\n</html>\n");
  return out;
}

}  // namespace quoth::writers
