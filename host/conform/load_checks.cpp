#include "host/conform/load_checks.hpp"

#include <algorithm>
#include <fstream>
#include <random>

#include "host/code_points.hpp"
#include "host/conform/checks.hpp"
#include "host/conform/elf_symbols.hpp"
#include "host/conform/trial.hpp"

namespace quoth::host {

namespace {

std::string in_words(const quoth_param& parameter, const value& given) {
  constexpr std::size_t most = 40;
  return parameter.name + std::string("=\"") + shortened(given.text(), most) + '"';
}

// Values that are of a parameter's type and may still be nonsense to the stage.
std::vector<value> doubtful_values(const quoth_param& parameter, const conform_subject& subject) {
  const std::string odd = "“\xF0\x9F\x98\x80” \xD9\x82\xD8\xA7\xD9\x84 ../../etc %s %n";
  switch (parameter.type) {
    case QUOTH_PARAM_STRING:
      return {value::of_string(""), value::of_string(odd),
              value::of_string(std::string(1 << 20, 'x'))};
    case QUOTH_PARAM_LIST:
      return {value::of_list({}), value::of_list({"", odd, odd}),
              value::of_list(std::vector<std::string>(10'000, "x"))};
    case QUOTH_PARAM_FILE: {
      const std::filesystem::path empty = subject.scratch / "empty",
                                  noise = subject.scratch / "noise";
      std::ofstream{empty};
      std::ofstream stream(noise, std::ios::binary);
      std::mt19937_64 random(subject.seed);
      for (int i = 0; i < 100'000; ++i) stream.put(static_cast<char>(random()));
      return {value::file(empty.string()), value::file(noise.string()),
              value::file(subject.scratch.string()),
              value::file((subject.scratch / "gone").string())};
    }
    default:
      return {};
  }
}

// The ends of a range, and what a type without one can hold.
std::vector<value> extreme_values(const quoth_param& parameter) {
  if ((parameter.flags & QUOTH_PARAM_RANGE) == 0) return {};
  std::vector<value> values;
  for (const double bound : {parameter.minimum, parameter.maximum}) {
    const auto whole = static_cast<std::int64_t>(std::clamp(bound, -9e18, 9e18));
    if (parameter.type == QUOTH_PARAM_REAL) values.push_back(value::of_real(bound));
    if (parameter.type == QUOTH_PARAM_INT) values.push_back(value::of_int(whole));
    if (parameter.type == QUOTH_PARAM_DURATION)
      values.push_back(value::duration(std::chrono::milliseconds(whole)));
    if (parameter.type == QUOTH_PARAM_BYTES) values.push_back(value::bytes(whole));
  }
  return values;
}

}  // namespace

check_verdict check_exports(const std::filesystem::path& file) {
  const result<std::vector<std::string>> names = exported_symbols(file);
  if (!names) return check_verdict::failed(names.error().message);
  if (std::ranges::find(*names, "quoth_plugin_v1") == names->end())
    return check_verdict::failed("it does not export quoth_plugin_v1");
  std::string others;
  for (const std::string& name : *names)
    if (name != "quoth_plugin_v1") others += (others.empty() ? "" : ", ") + name;
  if (!others.empty())
    return check_verdict::failed("it exports more than quoth_plugin_v1: " + others.substr(0, 300) +
                                 "; link with quoth_add_plugin(), or with its version script");
  return {};
}

check_verdict check_load_and_unload(const conform_subject& subject) {
  constexpr int times = 100;
  for (int i = 0; i < times; ++i) {
    trial loaded(subject);
    if (const auto problem = loaded.load())
      return check_verdict::failed("load " + std::to_string(i + 1) + " of " +
                                   std::to_string(times) + ": " + *problem);
    auto hands = loaded.stage().begin();
    if (!hands) return check_verdict::failed("begin: " + hands.error().message);
  }
  return {};
}

check_verdict check_bad_parameters(const conform_subject& subject) {
  const quoth_stage& stage = *subject.stage.stage;
  std::size_t tried = 0;
  for (std::uint32_t p = 0; p < stage.param_count; ++p) {
    const quoth_param& parameter = *stage.params[p];
    for (const value& doubtful : doubtful_values(parameter, subject)) {
      std::vector<value> params = subject.params;
      params[p] = doubtful;
      trial loaded(subject, std::move(params));
      const auto problem = loaded.load();  // it may refuse, and then must say why
      if (problem && problem->empty())
        return check_verdict::failed(in_words(parameter, doubtful) +
                                     " is refused without a reason");
      ++tried;
    }
    for (const value& extreme : extreme_values(parameter)) {
      std::vector<value> params = subject.params;
      params[p] = extreme;
      trial loaded(subject, std::move(params));
      if (const auto problem = loaded.load())
        return check_verdict::failed(in_words(parameter, extreme) +
                                     ", an end of its range, is refused: " + *problem);
      ++tried;
    }
  }
  if (tried == 0) return check_verdict::skipped("no parameter can be given a doubtful value");
  return {};
}

}  // namespace quoth::host
