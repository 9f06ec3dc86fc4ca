#include "host/engine/read_ahead.hpp"

#include <chrono>
#include <memory>
#include <new>
#include <utility>

#include "host/engine/byte_source.hpp"

namespace quoth::host {

namespace {

constexpr std::size_t piece_size = 256 << 10;
constexpr std::size_t ready_limit = 1 << 20;  // bytes that lie ready
constexpr std::size_t ready_pieces = 64;      // many small files
constexpr std::size_t spare_limit = 8;
constexpr auto stop_interval = std::chrono::milliseconds(100);

}  // namespace

read_ahead::read_ahead(std::span<const input_file> inputs, std::size_t first,
                       const std::atomic<bool>& stop)
    : inputs_(inputs), stop_(stop), thread_([this, first] { read_all(first); }) {}

read_ahead::~read_ahead() {
  over_ = true;
  emptied_.notify_all();
  thread_.join();
}

std::optional<input_piece> read_ahead::take() {
  std::unique_lock lock(mutex_);
  while (ready_.empty() && !done_) {
    if (stop_.load(std::memory_order_relaxed)) return std::nullopt;
    filled_.wait_for(lock, stop_interval);
  }
  if (ready_.empty() || stop_.load(std::memory_order_relaxed)) return std::nullopt;
  input_piece taken = std::move(ready_.front());
  ready_.pop_front();
  ready_bytes_ -= taken.bytes.size();
  emptied_.notify_one();
  return taken;
}

void read_ahead::skip(std::size_t input) {
  const std::lock_guard lock(mutex_);
  wanted_from_ = input + 1;
  while (!ready_.empty() && ready_.front().input <= input) {
    ready_bytes_ -= ready_.front().bytes.size();
    ready_.pop_front();
  }
  emptied_.notify_one();
}

void read_ahead::recycle(std::vector<char> bytes) {
  if (bytes.capacity() < piece_size) return;
  const std::lock_guard lock(mutex_);
  if (spare_.size() < spare_limit) spare_.push_back(std::move(bytes));
}

bool read_ahead::ending() const {
  return over_.load(std::memory_order_relaxed) || stop_.load(std::memory_order_relaxed);
}

void read_ahead::read_all(std::size_t first) {
  for (std::size_t i = first; i < inputs_.size() && !ending(); ++i) {
    try {
      read_one(i);
    } catch (const std::bad_alloc&) {
      input_piece piece;
      piece.input = i;
      piece.last = true;
      piece.broken = failure{exit_code::internal, "out of memory"};
      put(std::move(piece));
    }
  }
  const std::lock_guard lock(mutex_);
  done_ = true;
  filled_.notify_all();
}

void read_ahead::read_one(std::size_t input) {
  result<std::unique_ptr<byte_source>> source = byte_source::open(inputs_[input], stop_);
  for (;;) {
    input_piece piece;
    piece.input = input;
    piece.last = !source.ok();
    if (!source.ok()) piece.broken = std::move(source.error());
    if (source.ok()) piece.bytes = fresh_bytes(inputs_[input]);
    std::size_t filled = 0;
    while (!piece.last && filled < piece.bytes.size()) {
      result<std::size_t> count =
          (*source)->read(piece.bytes.data() + filled, piece.bytes.size() - filled);
      if (ending()) return;
      if (!count.ok()) piece.broken = std::move(count.error());
      piece.last = !count.ok() || *count == 0;
      if (count.ok()) filled += *count;
      if (inputs_[input].is_stdin()) break;  // what is there now is worth working on
    }
    piece.bytes.resize(filled);
    if (source.ok()) piece.position = (*source)->position();
    const bool last = piece.last;
    if (!put(std::move(piece)) || last) return;
  }
}

std::vector<char> read_ahead::fresh_bytes(const input_file& input) {
  // A small file needs no whole piece; one more byte shows that it is at its end.
  if (input.packed == packing::none && input.size > 0 && input.size < piece_size / 4) {
    return std::vector<char>(input.size + 1);
  }
  std::vector<char> bytes;
  {
    const std::lock_guard lock(mutex_);
    if (!spare_.empty()) {
      bytes = std::move(spare_.back());
      spare_.pop_back();
    }
  }
  bytes.resize(piece_size);
  return bytes;
}

bool read_ahead::put(input_piece piece) {
  std::unique_lock lock(mutex_);
  while (!ending() && !ready_.empty() &&
         (ready_bytes_ >= ready_limit || ready_.size() >= ready_pieces)) {
    emptied_.wait_for(lock, stop_interval);
  }
  if (ending() || piece.input < wanted_from_) return false;
  ready_bytes_ += piece.bytes.size();
  ready_.push_back(std::move(piece));
  filled_.notify_one();
  return true;
}

}  // namespace quoth::host
