/* glibc's settings for its allocator, which Swift's Glibc does not show. */
#if defined(__GLIBC__) || __has_include(<gnu/libc-version.h>)
#include <malloc.h>

static inline void take_memory_in_large_pieces(void) {
  /* As much as the whole heap of a thread: with less, glibc grows the rest of each page by page. */
  mallopt(M_TOP_PAD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
}
#else
static inline void take_memory_in_large_pieces(void) {}
#endif
