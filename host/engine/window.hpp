// What is left of an input as far as it has been read, in one piece of memory.
#ifndef QUOTH_HOST_ENGINE_WINDOW_HPP
#define QUOTH_HOST_ENGINE_WINDOW_HPP

#include <atomic>
#include <cstddef>
#include <string_view>
#include <utility>

namespace quoth::host {

/// Bytes of inputs that several threads look at. A handle keeps the block alive; handles may be
/// copied and dropped by any thread. Bytes once written are never changed while a second handle
/// exists.
class input_block {
 public:
  input_block() = default;
  /// Throws std::bad_alloc.
  static input_block of_size(std::size_t capacity);
  input_block(const input_block& other) : storage_(other.storage_) {
    if (storage_ != nullptr) storage_->users.fetch_add(1, std::memory_order_relaxed);
  }
  input_block(input_block&& other) noexcept : storage_(std::exchange(other.storage_, nullptr)) {}
  input_block& operator=(input_block other) noexcept {
    std::swap(storage_, other.storage_);
    return *this;
  }
  ~input_block() { release(); }

  [[nodiscard]] char* bytes() const { return storage_ == nullptr ? nullptr : first_byte(storage_); }
  [[nodiscard]] std::size_t capacity() const {
    return storage_ == nullptr ? 0 : storage_->capacity;
  }
  /// Whether this is the only handle.
  [[nodiscard]] bool alone() const {
    return storage_ != nullptr && storage_->users.load(std::memory_order_acquire) == 1;
  }
  /// Makes it larger and keeps its bytes, without a copy where the system can move pages. Only
  /// where alone(). Throws std::bad_alloc.
  void grow(std::size_t capacity);

 private:
  struct alignas(16) header {
    std::atomic<std::size_t> users;
    std::size_t capacity;
  };
  static char* first_byte(header* storage) { return reinterpret_cast<char*>(storage + 1); }
  void release();

  header* storage_ = nullptr;
};

/// The bytes of an input that are read and not yet consumed. Appending costs, over a whole input, a
/// constant number of copies a byte, however the input is cut.
class window {
 public:
  [[nodiscard]] std::string_view rest() const { return {memory_.bytes() + begin_, end_ - begin_}; }
  /// What holds rest(), to be kept by whoever looks at it later.
  [[nodiscard]] const input_block& holder() const { return memory_; }

  void append(std::string_view bytes);
  /// Drops `count` bytes at the front, and a large item's memory with its last byte.
  void consume(std::size_t count);
  /// Drops all, for the next input.
  void clear() { begin_ = end_; }

 private:
  void make_room(std::size_t more);

  input_block memory_;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace quoth::host

#endif
