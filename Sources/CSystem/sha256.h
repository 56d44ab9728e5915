/* SHA-256 by the processor's own instructions, five times as fast as any other code. Header only, so that nothing has to
   be linked; `Files/SHA256.swift` calls it where `sha256_is_built_in` says so and has its own loop for everywhere else. */
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

static inline int sha256_is_built_in(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & (1u << 9)) || !(c & (1u << 19))) return 0; /* SSSE3, SSE4.1 */
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29));                     /* SHA */
}

/* Whole blocks of 64 bytes of as many messages. Each step waits for the one before it, so the steps of two messages take
   little longer than those of one. A state holds a to h; `constants` the 64 of the standard. */
__attribute__((always_inline, target("sha,sse4.1,ssse3"))) static inline void sha256_compress_all(
    int messages, uint32_t *const *states, const uint8_t **bytes, const uint32_t *constants, size_t blocks) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  /* The instructions want the state as a b e f and c d g h. */
  __m128i abef[2], cdgh[2];
  for (int m = 0; m < messages; m++) {
    const __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)states[m]), 0xB1);
    const __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(states[m] + 4)), 0x1B);
    abef[m] = _mm_alignr_epi8(low, high, 8);
    cdgh[m] = _mm_blend_epi16(high, low, 0xF0);
  }
  for (; blocks > 0; blocks--) {
    __m128i abef_before[2], cdgh_before[2], words[2][4];
    for (int m = 0; m < messages; m++) {
      abef_before[m] = abef[m], cdgh_before[m] = cdgh[m];
      for (int i = 0; i < 4; i++, bytes[m] += 16)
        words[m][i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes[m]), big_endian);
    }
#pragma unroll
    for (int i = 0; i < 16; i++) {
      const __m128i constant = _mm_loadu_si128((const __m128i *)(constants + 4 * i));
#pragma unroll
      for (int m = 0; m < messages; m++) {
        if (i >= 4) {
          const __m128i last = words[m][(i + 3) & 3];
          const __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(words[m][i & 3], words[m][(i + 1) & 3]),
                                            _mm_alignr_epi8(last, words[m][(i + 2) & 3], 4));
          words[m][i & 3] = _mm_sha256msg2_epu32(sum, last);
        }
        const __m128i input = _mm_add_epi32(words[m][i & 3], constant);
        cdgh[m] = _mm_sha256rnds2_epu32(cdgh[m], abef[m], input);
        abef[m] = _mm_sha256rnds2_epu32(abef[m], cdgh[m], _mm_shuffle_epi32(input, 0x0E));
      }
    }
    for (int m = 0; m < messages; m++) {
      abef[m] = _mm_add_epi32(abef[m], abef_before[m]);
      cdgh[m] = _mm_add_epi32(cdgh[m], cdgh_before[m]);
    }
  }
  for (int m = 0; m < messages; m++) {
    const __m128i low = _mm_shuffle_epi32(abef[m], 0x1B), high = _mm_shuffle_epi32(cdgh[m], 0xB1);
    _mm_storeu_si128((__m128i *)states[m], _mm_blend_epi16(low, high, 0xF0));
    _mm_storeu_si128((__m128i *)(states[m] + 4), _mm_alignr_epi8(high, low, 8));
  }
}

__attribute__((target("sha,sse4.1,ssse3"))) static inline void sha256_compress(
    uint32_t *state, const uint8_t *bytes, const uint32_t *constants, size_t blocks) {
  sha256_compress_all(1, &state, &bytes, constants, blocks);
}

__attribute__((target("sha,sse4.1,ssse3"))) static inline void sha256_compress_two(
    uint32_t *state, const uint8_t *bytes, uint32_t *other_state, const uint8_t *other_bytes,
    const uint32_t *constants, size_t blocks) {
  uint32_t *const states[2] = {state, other_state};
  const uint8_t *starts[2] = {bytes, other_bytes};
  sha256_compress_all(2, states, starts, constants, blocks);
}
#else
static inline int sha256_is_built_in(void) { return 0; }
static inline void sha256_compress(
    uint32_t *state, const uint8_t *bytes, const uint32_t *constants, size_t blocks) {
  (void)state, (void)bytes, (void)constants, (void)blocks;
}
static inline void sha256_compress_two(
    uint32_t *state, const uint8_t *bytes, uint32_t *other_state, const uint8_t *other_bytes,
    const uint32_t *constants, size_t blocks) {
  (void)state, (void)bytes, (void)other_state, (void)other_bytes, (void)constants, (void)blocks;
}
#endif
