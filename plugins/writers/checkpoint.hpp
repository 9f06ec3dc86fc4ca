// What writers note at a checkpoint: whole numbers in decimal, parted by spaces.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <quoth/plugin.hpp>
#include <string>
#include <string_view>

namespace quoth::writers {

template <class... Numbers>
std::string state_of(Numbers... numbers) {
  std::string state;
  ((state.append(state.empty() ? "" : " ").append(std::to_string(numbers))), ...);
  return state;
}

// The N numbers of a state. Throws fatal_error, with the output's path, where it holds others.
template <std::size_t N>
std::array<std::uint64_t, N> numbers_of(std::string_view state, const std::string& path) {
  std::array<std::uint64_t, N> numbers{};
  const char* at = state.data();
  const char* const end = at + state.size();
  for (std::size_t i = 0; i < N; ++i) {
    const bool parted = i == 0 || (at != end && *at++ == ' ');
    const auto [rest, failed] = std::from_chars(at, end, numbers[i]);
    if (!parted || failed != std::errc() || (i + 1 == N && rest != end))
      throw quoth::fatal_error("the checkpoint of " + path +
                               " cannot be read: run without --resume");
    at = rest;
  }
  return numbers;
}

}  // namespace quoth::writers
