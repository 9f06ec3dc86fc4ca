#include <array>
#include <string_view>

#include "host/conform/samples.hpp"

namespace quoth::host {

namespace {

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string all;
  all.reserve(bytes + text.size());
  while (all.size() < bytes) all += text;
  return all;
}

constexpr std::string_view article =
    "The minister, Maria Lindqvist, said on Tuesday: “We cut taxes twice.” Critics disagreed.\n"
    "“That is not so,” said Dr. J. R. Olsen, 54, of the U.S. office, “and she knows it.” He "
    "added that the plan would cost 1.5 billion euros.\n\n";

}  // namespace

std::vector<sample_text> awkward_texts() {
  using namespace std::string_literals;
  constexpr std::size_t megabyte = 1 << 20;
  // Formatting would break combining marks away from their letters, differently each time.
  // clang-format off
  return {
      {"empty", ""},
      {"one character", "a"},
      {"an article", std::string(article)},
      {"1 MB of article", repeated(article, megabyte)},
      {"1 MB in one word", std::string(megabyte, 'a')},
      {"1 MB of opening quotation marks", repeated("“", megabyte)},
      {"1 MB of line breaks", std::string(megabyte, '\n')},
      {"white space alone", " \t\r\n \u00a0\u2003\n\n"},
      {"emoji",
       "😀 “👩‍👩‍👧‍👦 family,” said 🧑🏽‍🚀. 🇺🇦🇩🇪 ❤️ "
       "\U0001F9D1‍\U0001F680"},
      {"right to left",
       "قال الوزير: «خفضنا الضرائب مرتين». ‏اتفق "
       "الجميع.‎ "
       "אמר "
       "השר: "
       "\"הורדנו "
       "מסים\"."},
      {"NUL bytes", "She said “yes\0no” and\0\0left."s},
      {"combining marks",
       "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳"
       "͂"
       "̌"
       "̌"
       "͘"
       " "
       "e\u0301te\u0301"},
      {"other scripts", "大臣は「減税した」と述べた。รัฐมนตรีกล่าว မြန်မာ हिन्दी ქართული"},
      {"noncharacters and private use", "a\uFFFDb\uE000c\U0010FFFDd\u200Be\uFEFFf\u2028g\u2029h"},
      {"unbalanced marks", "“ ” „ “ « » ‘ ’ \" ' “ said “ he’d ’ ” '' \" ,” he said, “"},
  };
  // clang-format on
}

std::string random_text(std::mt19937_64& random, std::size_t most) {
  constexpr std::array<std::string_view, 40> pieces = {
      "the",   "minister", "Maria",  "Lindqvist", "said", "that", "he", "She",    "told", "Reuters",
      "nicht", "sagte",    "сказав", "1.5",       "U.S.", "Dr.",  "“",  "”",      "\"",   "'",
      "„",     "«",        "»",      "’",         ",",    ".",    "?",  "!",      ":",    ";",
      "(",     ")",        "\n",     "\n\n",      "\t",   "😀",    "é",  "\u00a0", "-",    "—"};
  std::string text;
  const std::size_t size = std::uniform_int_distribution<std::size_t>(0, most)(random);
  while (true) {
    const std::string_view piece = pieces[random() % pieces.size()];
    if (text.size() + piece.size() + 1 > size) return text;
    text += piece;
    if (random() % 4 != 0) text += ' ';
  }
}

}  // namespace quoth::host
