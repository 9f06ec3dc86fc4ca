#include "retelling.hpp"

#include <algorithm>
#include <cmath>

#include "alignment.hpp"
#include "shared_words.hpp"

namespace quoth::matching {

namespace {

struct named_class {
  std::string_view name;
  std::uint32_t classes;
};

// Of words of these classes four numbers each.
constexpr std::array<named_class, 20> counted_classes{{
    {"negation", negation},
    {"negative", negative},
    {"condition", condition},
    {"certainty", certainty},
    {"quantifier", quantifier},
    {"approximation", approximation},
    {"unit", unit},
    {"when", month_or_day},
    {"proper", proper},
    {"pronoun", pronoun},
    {"earlier", earlier},
    {"later", later},
    {"up", up},
    {"down", down},
    {"conjoining", conjoining},
    {"bound", bound},
    {"country", country},
    {"auxiliary", auxiliary},
    {"favour", favour},
    {"oppose", oppose},
}};

struct named_change {
  std::string_view name;
  diff_change change;
};

// Of differences of these two numbers each.
constexpr std::array<named_change, 11> counted_changes{{
    {"edit", diff_change::edit},
    {"negation", diff_change::negation},
    {"number", diff_change::number},
    {"unit", diff_change::unit},
    {"date", diff_change::date},
    {"person", diff_change::person},
    {"country", diff_change::country},
    {"condition", diff_change::condition},
    {"certainty", diff_change::certainty},
    {"quantifier", diff_change::quantifier},
    {"words", diff_change::words},
}};

// Takes numbers with their names, or only one of the two.
class collector {
 public:
  explicit collector(std::vector<float>& numbers) : numbers_(&numbers) {}
  explicit collector(std::vector<std::string>& names) : names_(&names) {}

  template <class Number>
  void add(std::string_view name, Number number) {
    if (numbers_ != nullptr) numbers_->push_back(static_cast<float>(number));
    if (names_ != nullptr) names_->emplace_back(name);
  }
  template <class Number>
  void add(std::string_view of, std::string_view name, Number number) {
    if (numbers_ != nullptr) numbers_->push_back(static_cast<float>(number));
    if (names_ != nullptr) names_->push_back(std::string(of) + ":" + std::string(name));
  }

 private:
  std::vector<float>* numbers_ = nullptr;
  std::vector<std::string>* names_ = nullptr;
};

// The word of the statement that is most like a word of the claim.
struct counterpart {
  float likeness = 0.0F;
  std::size_t at = 0;

  [[nodiscard]] bool exists() const noexcept { return likeness >= related; }
};

class measurer {
 public:
  measurer(const wording& claim, const wording& record)
      : claim_(claim), record_(record), counterparts_(claim.size()) {
    for (std::size_t i = 0; i < claim.size(); ++i) {
      for (std::size_t k = 0; k < record.size(); ++k) {
        const float here = likeness(claim.units()[i], record.units()[k]);
        if (here > counterparts_[i].likeness) counterparts_[i] = {here, k};
      }
      if (!counterparts_[i].exists()) continue;
      begin_ = std::min(begin_, counterparts_[i].at);
      end_ = std::max(end_, counterparts_[i].at + 1);
    }
    begin_ = std::min(begin_, end_);
  }

  void add_words(collector& out) const {
    double all = 0.0, missed = 0.0, heaviest_missed = 0.0, heaviest_found = 0.0;
    std::size_t content = 0, equal = 0, numbers = 0, missed_numbers = 0;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < claim_.size(); ++i) {
      const unit_of_text& word = claim_.units()[i];
      const counterpart& there = counterparts_[i];
      all += word.weight;
      if (is_of(word, function_word)) continue;
      ++content;
      numbers += word.is_number ? 1 : 0;
      if (there.exists()) {
        equal += there.likeness >= 0.99F ? 1 : 0;
        heaviest_found = std::max<double>(heaviest_found, word.weight * there.likeness);
        places.push_back(there.at);
      } else {
        missed += word.weight;
        missed_numbers += word.is_number ? 1 : 0;
        heaviest_missed = std::max<double>(heaviest_missed, word.weight);
      }
    }
    const auto least_one = [](std::size_t n) {
      return static_cast<double>(std::max<std::size_t>(n, 1));
    };
    const std::size_t turned = inversions(places);
    const std::size_t pairs = places.size() * (places.size() - (places.empty() ? 0 : 1)) / 2;
    std::size_t width = 0;
    if (!places.empty()) {
      const auto [first, last] = std::ranges::minmax_element(places);
      width = *last - *first + 1;
    }
    std::ranges::sort(places);
    const std::size_t found = places.size();
    places.erase(std::unique(places.begin(), places.end()), places.end());
    out.add("content words", content);
    out.add("found words", found);
    out.add("equal words", static_cast<double>(equal) / least_one(content));
    out.add("missed weight", all > 0.0 ? missed / all : 0.0);
    out.add("heaviest missed", heaviest_missed);
    out.add("heaviest found", heaviest_found);
    out.add("numbers", numbers);
    out.add("missed numbers", missed_numbers);
    out.add("record numbers", std::ranges::count_if(record_.units(), [](const unit_of_text& u) {
              return u.is_number;
            }));
    out.add("turned pairs", static_cast<double>(turned) / least_one(pairs));
    out.add("width", static_cast<double>(width) / least_one(record_.size()));
    out.add("density", static_cast<double>(places.size()) / least_one(width));
  }

  void add_classes(collector& out) const {
    for (const auto& [name, classes] : counted_classes) {
      std::size_t claimed = 0, missed = 0, near = 0, anywhere = 0;
      for (std::size_t i = 0; i < claim_.size(); ++i) {
        if (!is_of(claim_.units()[i], classes)) continue;
        ++claimed;
        missed += counterparts_[i].exists() ? 0 : 1;
      }
      for (std::size_t k = 0; k < record_.size(); ++k) {
        if (!is_of(record_.units()[k], classes)) continue;
        ++anywhere;
        near += k >= begin_ && k < end_ ? 1 : 0;
      }
      out.add(name, "claimed", claimed);
      out.add(name, "missed", missed);
      out.add(name, "near", near);
      out.add(name, "recorded", anywhere);
    }
  }

  // Words of the claim whose counterpart is its opposite (before, after), or which have theirs.
  void add_opposites(collector& out) const {
    std::size_t opposed = 0;
    for (std::size_t i = 0; i < claim_.size(); ++i) {
      const std::uint32_t poles = opposites(claim_.units()[i].classes);
      if (poles == 0) continue;
      for (std::size_t k = begin_; k < end_; ++k)
        opposed += is_of(record_.units()[k], poles) ? 1 : 0;
    }
    out.add("opposites", opposed);
  }

 private:
  [[nodiscard]] static std::size_t inversions(const std::vector<std::size_t>& places) {
    std::size_t turned = 0;
    for (std::size_t a = 0; a < places.size(); ++a) {
      for (std::size_t b = a + 1; b < places.size(); ++b) turned += places[a] > places[b] ? 1 : 0;
    }
    return turned;
  }

  const wording& claim_;
  const wording& record_;
  std::vector<counterpart> counterparts_;             // of the claim's words
  std::size_t begin_ = static_cast<std::size_t>(-1);  // of the stretch that has the counterparts …
  std::size_t end_ = 0;                               // … and its end
};

void add_resemblance(collector& out, const resemblance& alike) {
  out.add("aligned", alike.aligned);
  out.add("anywhere", alike.anywhere);
  out.add("open", alike.open);
  out.add("own", alike.own);
  out.add("mass", alike.mass);
  out.add("around", alike.around);
  out.add("told", alike.told);
  out.add("longest", alike.longest);
  out.add("faithful", alike.faithful);
  out.add("changed", alike.changed);
  out.add("negated", alike.negated);
  out.add("replaced", alike.replaced);
  out.add("opposed", alike.agrees.opposed);
  out.add("denies", alike.agrees.denies);
  out.add("undone", alike.agrees.undone);
  out.add("unheard", alike.agrees.unheard);
  out.add("displaced", alike.agrees.displaced);
  out.add("misplaced", alike.agrees.misplaced);
  out.add("counted", alike.agrees.counted);
  out.add("repeated", alike.agrees.repeated);
  out.add("unconditional", alike.agrees.unconditional);
  out.add("surer", alike.agrees.surer);
  out.add("widened", alike.agrees.widened);
}

void add_all(collector& out, const wording& claim, const wording& record, const comparer& comparing,
             const resemblance& alike) {
  out.add("claim words", claim.size());
  out.add("record words", record.size());
  add_resemblance(out, alike);
  for (const auto& [name, change] : counted_changes) {
    const comparer::change_count here = comparing.count(change);
    out.add(name, "changed claim", here.claimed);
    out.add(name, "changed record", here.recorded);
  }
  const measurer words(claim, record);
  words.add_words(out);
  words.add_classes(out);
  words.add_opposites(out);
}

constexpr std::array<std::string_view, 3> classes_of_retellings{"told", "bent", "other"};

}  // namespace

std::span<const std::string_view> features_of_retellings() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> made;
    collector out(made);
    add_all(out, wording(), wording(), comparer(), resemblance());
    return made;
  }();
  static const std::vector<std::string_view> views(names.begin(), names.end());
  return views;
}

bool is_short_enough(const wording& claim, const wording& record) noexcept {
  constexpr std::size_t longest = 200;  // words
  return claim.size() > 0 && claim.size() <= longest &&
         record.size() <= aligner::most_cells / claim.size();
}

void measure_retelling(const wording& claim, const wording& record, const comparer& comparing,
                       const resemblance& alike, std::vector<float>& out) {
  out.clear();
  collector numbers(out);
  add_all(numbers, claim, record, comparing, alike);
}

retelling_model::retelling_model(std::string contents, std::string_view file_name)
    : trees_(std::move(contents), file_name, features_of_retellings(), classes_of_retellings) {}

retelling retelling_model::of(std::span<const float> features, std::int64_t statements,
                              const cross_encoder_model* network,
                              const cross_encoder::likelihoods& read) const {
  constexpr double few = 20.0;  // statements; about those of a speaker that the trees learned from
  std::array<double, classes_of_retellings.size()> likely{};
  static_assert(likely.size() == cross_encoder_model::classes);
  trees_.classify(features, likely);
  for (std::size_t i = 0; network != nullptr && i < likely.size(); ++i) {
    constexpr double least = 1e-6;
    likely[i] = std::exp(network->weight_of_trees * std::log(std::max(likely[i], least)) +
                         network->weight * std::log(std::max(read[i], least)) + network->gains[i]);
  }
  const double chances = std::max(1.0, static_cast<double>(statements) / few);
  const double other = likely[2] * std::pow(chances, 0.75);
  const double all = likely[0] + likely[1] + other;
  return {likely[0] / all, likely[1] / all, other / all};
}

}  // namespace quoth::matching
