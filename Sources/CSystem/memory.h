/* glibc's settings for its allocator, which Swift's Glibc does not show. */
#if defined(__GLIBC__) || __has_include(<gnu/libc-version.h>)
#include <malloc.h>

static inline void take_memory_in_large_pieces(void) {
  mallopt(M_TOP_PAD, 48 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
}
#else
static inline void take_memory_in_large_pieces(void) {}
#endif
