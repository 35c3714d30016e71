#include "CBytes.h"
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#pragma clang assume_nonnull begin

static size_t cb_find_pair_vector(const uint8_t *bytes, size_t count, uint8_t first, uint8_t last,
                                  size_t reach) {
  const cb_part firsts = cb_repeat(first);
  const cb_part lasts = cb_repeat(last);
  size_t place = 0;
  /* Mostly nothing is found: one question for 64 places. */
  while (place + 64 <= count) {
    cb_part hits[4];
    for (size_t step = 0; step < 4; step += 1) {
      const uint8_t *here = bytes + place + step * 16;
      hits[step] = (cb_part)((cb_load(here) == firsts) & (cb_load(here + reach) == lasts));
    }
    if (cb_marks(hits[0] | hits[1] | hits[2] | hits[3]) != 0) {
      for (size_t step = 0; step < 4; step += 1) {
        uint64_t marks = cb_marks(hits[step]);
        if (marks != 0) return place + step * 16 + cb_first(marks);
      }
    }
    place += 64;
  }
  while (place + 16 <= count) {
    const uint8_t *here = bytes + place;
    uint64_t marks =
        cb_marks((cb_part)((cb_load(here) == firsts) & (cb_load(here + reach) == lasts)));
    if (marks != 0) return place + cb_first(marks);
    place += 16;
  }
  while (place < count && (bytes[place] != first || bytes[place + reach] != last)) place += 1;
  return place;
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) static size_t cb_find_pair_avx2(
    const uint8_t *bytes, size_t count, uint8_t first, uint8_t last, size_t reach) {
  const __m256i firsts = _mm256_set1_epi8((char)first);
  const __m256i lasts = _mm256_set1_epi8((char)last);
  size_t place = 0;
  for (; place + 64 <= count; place += 64) {
    const uint8_t *here = bytes + place;
    __m256i low = _mm256_and_si256(
        _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)here), firsts),
        _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(here + reach)), lasts));
    __m256i high = _mm256_and_si256(
        _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(here + 32)), firsts),
        _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(here + 32 + reach)), lasts));
    uint64_t hits = (uint32_t)_mm256_movemask_epi8(low) |
                    (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
    if (hits != 0) return place + (size_t)__builtin_ctzll(hits);
  }
  return place + cb_find_pair_vector(bytes + place, count - place, first, last, reach);
}

__attribute__((target("avx512f,avx512bw"))) static size_t cb_find_pair_avx512(
    const uint8_t *bytes, size_t count, uint8_t first, uint8_t last, size_t reach) {
  const __m512i firsts = _mm512_set1_epi8((char)first);
  const __m512i lasts = _mm512_set1_epi8((char)last);
  size_t place = 0;
  for (; place + 64 <= count; place += 64) {
    const uint8_t *here = bytes + place;
    __mmask64 hits = _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(here), firsts);
    hits = _mm512_mask_cmpeq_epi8_mask(hits, _mm512_loadu_si512(here + reach), lasts);
    if (hits != 0) return place + (size_t)__builtin_ctzll(hits);
  }
  if (place == count) return count;
  /* Nothing is read where a place is not wanted. */
  const __mmask64 wanted = ~UINT64_C(0) >> (64 - (count - place));
  const uint8_t *here = bytes + place;
  __mmask64 hits = _mm512_mask_cmpeq_epi8_mask(wanted, _mm512_maskz_loadu_epi8(wanted, here), firsts);
  hits = _mm512_mask_cmpeq_epi8_mask(hits, _mm512_maskz_loadu_epi8(wanted, here + reach), lasts);
  return hits != 0 ? place + (size_t)__builtin_ctzll(hits) : count;
}

/* Writes the items of a vector whose bit is set one after another. */
__attribute__((always_inline, target("avx512f,avx512bw,avx512vbmi2"))) static inline void
cb_compress_vector(uint8_t *target, const uint8_t *items, size_t width, uint64_t bits) {
  __m512i part;
  switch (width) {
    case 1:
      part = _mm512_maskz_compress_epi8(bits, _mm512_maskz_loadu_epi8(bits, items));
      break;
    case 2: {
      const __mmask32 mask = (__mmask32)bits;
      part = _mm512_maskz_compress_epi16(mask, _mm512_maskz_loadu_epi16(mask, items));
      break;
    }
    case 4: {
      const __mmask16 mask = (__mmask16)bits;
      part = _mm512_maskz_compress_epi32(mask, _mm512_maskz_loadu_epi32(mask, items));
      break;
    }
    default: {
      const __mmask8 mask = (__mmask8)bits;
      part = _mm512_maskz_compress_epi64(mask, _mm512_maskz_loadu_epi64(mask, items));
    }
  }
  _mm512_storeu_si512(target, part);
}

__attribute__((always_inline, target("avx512f,avx512bw,avx512vbmi2"))) static inline size_t
cb_compress_width(uint8_t *target, const uint8_t *items, size_t width, const uint64_t *words,
                  size_t count) {
  const size_t each = 64 / width;
  uint8_t *place = target;
  for (size_t word = 0; word < count; word += 1) {
    if (words[word] == 0) continue;
    for (size_t step = 0; step < width; step += 1) {
      const uint64_t bits = words[word] >> step * each % 64 & ~UINT64_C(0) >> (64 - each);
      cb_compress_vector(place, items + (word * 64 + step * each) * width, width, bits);
      place += (size_t)__builtin_popcountll(bits) * width;
    }
  }
  return (size_t)(place - target) / width;
}

__attribute__((target("avx512f,avx512bw,avx512vbmi2,popcnt"))) static size_t cb_compress_vbmi2(
    uint8_t *target, const uint8_t *items, size_t width, const uint64_t *words, size_t count) {
  switch (width) {
    case 1: return cb_compress_width(target, items, 1, words, count);
    case 2: return cb_compress_width(target, items, 2, words, count);
    case 4: return cb_compress_width(target, items, 4, words, count);
    default: return cb_compress_width(target, items, 8, words, count);
  }
}

#endif

static size_t cb_compress_any(uint8_t *target, const uint8_t *items, size_t width,
                              const uint64_t *words, size_t count) {
  uint8_t *place = target;
  for (size_t word = 0; word < count; word += 1) {
    for (uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
      memcpy(place, items + (word * 64 + (size_t)__builtin_ctzll(bits)) * width, width);
      place += width;
    }
  }
  return (size_t)(place - target) / width;
}

size_t cb_compress(int version, uint8_t *target, const uint8_t *items, size_t width,
                   const uint64_t *words, size_t count) {
#if defined(__x86_64__)
  if (version >= CB_VBMI2) return cb_compress_vbmi2(target, items, width, words, count);
#endif
  return cb_compress_any(target, items, width, words, count);
}

int cb_best_version(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")) {
    return __builtin_cpu_supports("avx512vbmi2") ? CB_VBMI2 : CB_AVX512;
  }
  if (__builtin_cpu_supports("avx2")) return CB_AVX2;
#endif
  return CB_VECTOR;
}

size_t cb_find_pair(int version, const uint8_t *bytes, size_t count, uint8_t first, uint8_t last,
                    size_t reach) {
  switch (version) {
#if defined(__x86_64__)
    case CB_VBMI2:
    case CB_AVX512: return cb_find_pair_avx512(bytes, count, first, last, reach);
    case CB_AVX2: return cb_find_pair_avx2(bytes, count, first, last, reach);
#endif
    default: return cb_find_pair_vector(bytes, count, first, last, reach);
  }
}

#pragma clang assume_nonnull end
