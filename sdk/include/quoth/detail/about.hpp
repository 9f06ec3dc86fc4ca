// quoth/detail/about.hpp - what a stage says of itself: parameters, layers, input patterns.
// Part of quoth/plugin.hpp; include that.
#ifndef QUOTH_DETAIL_ABOUT_HPP
#define QUOTH_DETAIL_ABOUT_HPP

#include <array>
#include <chrono>
#include <cstdint>
#include <quoth/layers.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace quoth {

/// A parameter that names an existing file or folder; `path` is absolute.
struct file {
  std::string path;
};

/// A parameter that names a path to be made, relative to the run's output folder; `path` is
/// absolute.
struct output {
  std::string path;
};

/// A parameter that is a number of bytes ("16M").
struct byte_count {
  std::int64_t bytes = 0;
};

/// Inclusive limits of a number parameter.
struct range {
  double minimum, maximum;
};

/// In place of a default: the XML must give the parameter.
struct required_t {};
inline constexpr required_t required{};

/// In place of a default: the member keeps its initial value where the XML gives nothing.
struct no_default_t {};
inline constexpr no_default_t no_default{};

/// The stage reads layer L; the pipeline must have a step before it that writes L.
template <class L>
struct reads {};
/// The stage reads layer L where a step writes it; otherwise the layer is empty.
template <class L>
struct reads_if_present {};
/// The stage appends rows to layer L, and defines L where it is the plugin's own.
template <class L>
struct writes {};
/// The stage fills columns of its own, which are the columns of L, for all rows of the layer that
/// L names.
template <class L>
struct extends {};

/// Shell patterns over the names of files that a reader accepts.
template <std::size_t N>
struct accepts {
  std::array<const char*, N> patterns;
  template <class... Text>
  constexpr explicit accepts(Text... text) : patterns{text...} {}
};
template <class... Text>
accepts(Text...) -> accepts<sizeof...(Text)>;

/// Media types that a reader accepts.
template <std::size_t N>
struct media_types {
  std::array<const char*, N> types;
  template <class... Text>
  constexpr explicit media_types(Text... text) : types{text...} {}
};
template <class... Text>
media_types(Text...) -> media_types<sizeof...(Text)>;

/// One instance sees the documents one at a time, in input order.
struct serial {};

namespace detail {

template <class M>
constexpr std::uint32_t param_type() {
  if constexpr (std::is_same_v<M, bool>) {
    return QUOTH_PARAM_BOOL;
  } else if constexpr (std::is_same_v<M, file>) {
    return QUOTH_PARAM_FILE;
  } else if constexpr (std::is_same_v<M, output>) {
    return QUOTH_PARAM_OUTPUT;
  } else if constexpr (std::is_same_v<M, byte_count>) {
    return QUOTH_PARAM_BYTES;
  } else if constexpr (std::is_same_v<M, std::chrono::milliseconds>) {
    return QUOTH_PARAM_DURATION;
  } else if constexpr (std::is_same_v<M, std::string>) {
    return QUOTH_PARAM_STRING;
  } else if constexpr (std::is_same_v<M, std::vector<std::string>>) {
    return QUOTH_PARAM_LIST;
  } else if constexpr (std::is_enum_v<M>) {
    return QUOTH_PARAM_CHOICE;
  } else if constexpr (std::is_integral_v<M>) {
    return QUOTH_PARAM_INT;
  } else {
    static_assert(std::is_floating_point_v<M>,
                  "a parameter must be bool, an integer, double, std::string, an enum, "
                  "std::chrono::milliseconds, quoth::byte_count, quoth::file, quoth::output or "
                  "std::vector<std::string>");
    return QUOTH_PARAM_REAL;
  }
}

constexpr std::uint64_t length(const char* text) {
  return std::char_traits<char>::length(text);
}

template <class S, class M, std::size_t Choices>
struct param_about {
  using member_type = M;
  M S::*member;
  const char* name;
  const char* doc;
  bool is_required, has_preset, has_range;
  quoth_value preset;
  quoth::range limits;
  std::array<const char*, Choices> choices;
};

template <class M, class Preset, std::size_t Choices>
constexpr quoth_value preset_value(Preset preset, const std::array<const char*, Choices>& choices) {
  quoth_value v{param_type<M>(), 0, 0, 0.0, {nullptr, 0}, nullptr};
  constexpr std::uint32_t type = param_type<M>();
  if constexpr (type == QUOTH_PARAM_BOOL) {
    v.integer = preset ? 1 : 0;
  } else if constexpr (type == QUOTH_PARAM_INT) {
    v.integer = static_cast<std::int64_t>(preset);
  } else if constexpr (type == QUOTH_PARAM_BYTES) {
    v.integer = preset.bytes;
  } else if constexpr (type == QUOTH_PARAM_REAL) {
    v.real = static_cast<double>(preset);
  } else if constexpr (type == QUOTH_PARAM_DURATION) {
    v.integer = std::chrono::milliseconds(preset).count();
  } else if constexpr (type == QUOTH_PARAM_CHOICE) {
    v.integer = static_cast<std::int64_t>(preset);
    const char* text = choices[static_cast<std::size_t>(preset)];
    v.string = {text, length(text)};
  } else {
    static_assert(type != QUOTH_PARAM_LIST,
                  "a list has no default here: use quoth::no_default and a member initializer");
    v.string = {preset, length(preset)};
  }
  return v;
}

template <class T>
inline constexpr bool is_range = std::is_same_v<T, quoth::range>;

template <class T, template <class> class Use>
inline constexpr bool is_use = false;
template <class L, template <class> class Use>
inline constexpr bool is_use<Use<L>, Use> = true;

template <class T>
struct use_of {
  static constexpr bool is = false;
};
template <class L>
struct use_of<reads<L>> {
  static constexpr bool is = true;
  using layer = L;
  static constexpr std::uint32_t access = QUOTH_READ, flags = 0;
};
template <class L>
struct use_of<reads_if_present<L>> {
  static constexpr bool is = true;
  using layer = L;
  static constexpr std::uint32_t access = QUOTH_READ, flags = QUOTH_USE_OPTIONAL;
};
template <class L>
struct use_of<writes<L>> {
  static constexpr bool is = true;
  using layer = L;
  static constexpr std::uint32_t access = QUOTH_APPEND, flags = 0;
};
template <class L>
struct use_of<extends<L>> {
  static constexpr bool is = true;
  using layer = L;
  static constexpr std::uint32_t access = QUOTH_EXTEND, flags = 0;
};

template <class T>
inline constexpr bool is_param = false;
template <class S, class M, std::size_t N>
inline constexpr bool is_param<param_about<S, M, N>> = true;

template <class T>
inline constexpr bool is_accepts = false;
template <std::size_t N>
inline constexpr bool is_accepts<accepts<N>> = true;
template <class T>
inline constexpr bool is_media_types = false;
template <std::size_t N>
inline constexpr bool is_media_types<media_types<N>> = true;

template <class... Items>
struct stage_about {
  const char* id;
  const char* version;
  const char* summary;
  std::tuple<Items...> items;
};

template <class T>
inline constexpr bool is_stage_item =
    is_param<T> || use_of<T>::is || is_accepts<T> || is_media_types<T> || std::is_same_v<T, serial>;

}  // namespace detail

/// One parameter: the member that takes it, its XML attribute, its default (or quoth::required,
/// quoth::no_default), a sentence of documentation, then a quoth::range for numbers, or the
/// choices of an enumeration in the order of its values.
template <class S, class M, class Preset, class... More>
constexpr auto param(M S::*member, const char* name, Preset preset, const char* doc, More... more) {
  constexpr std::size_t ranges = (std::size_t{0} + ... + (detail::is_range<More> ? 1u : 0u));
  constexpr std::size_t choices = sizeof...(More) - ranges;
  static_assert(ranges <= 1, "a parameter has one range");
  static_assert((choices > 0) == std::is_enum_v<M>,
                "give the choices of an enumeration, and only of an enumeration");
  detail::param_about<S, M, choices> about{};
  about.member = member;
  about.name = name;
  about.doc = doc;
  about.is_required = std::is_same_v<Preset, required_t>;
  about.has_preset = !about.is_required && !std::is_same_v<Preset, no_default_t>;
  about.has_range = ranges == 1;
  [[maybe_unused]] std::size_t n = 0;
  (
      [&] {
        if constexpr (detail::is_range<More>) {
          about.limits = more;
        } else {
          about.choices[n++] = more;
        }
      }(),
      ...);
  if constexpr (!std::is_same_v<Preset, required_t> && !std::is_same_v<Preset, no_default_t>) {
    about.preset = detail::preset_value<M>(preset, about.choices);
  }
  return about;
}

/// What a stage says of itself: its id (the XML element's name), its version, one sentence, then
/// in any order its params, reads, writes, extends, accepts, media_types or serial.
template <class... Items>
constexpr auto stage(const char* id, const char* version, const char* summary, Items... items) {
  static_assert((detail::is_stage_item<Items> && ...),
                "after the summary, quoth::stage takes quoth::param(...), quoth::reads<L>{}, "
                "quoth::reads_if_present<L>{}, quoth::writes<L>{}, quoth::extends<L>{}, "
                "quoth::accepts(...), quoth::media_types(...), quoth::serial{}");
  return detail::stage_about<Items...>{id, version, summary, {items...}};
}

}  // namespace quoth

#endif
