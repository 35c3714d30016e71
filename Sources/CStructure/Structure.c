/* The versions of the scan, and the choice among them. */

#include "include/CStructure.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

/* Where signs stand in 64 bytes, the first byte in the lowest bit. */
typedef struct cs_masks {
  uint64_t quote;
  uint64_t newline;
  uint64_t delimiter;
  uint64_t ret;
} cs_masks;

/* Each bit becomes the parity of itself and all bits below. */
static inline uint64_t cs_prefix_xor(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

/* Notes the places of bits one by one, four to a round. */
static inline void cs_write_each(uint32_t *index, uint32_t base, uint64_t bits, uint32_t count) {
  for (uint32_t done = 0; done < count; done += 4) {
    for (int step = 0; step < 4; step += 1) {
      index[step] = base + (uint32_t)(bits == 0 ? 0 : __builtin_ctzll(bits));
      bits &= bits - 1;
    }
    index += 4;
  }
}

/* A bit for each of eight bytes that equals a sign; the first byte's is the lowest. */
static inline uint64_t cs_equal8(uint64_t word, uint8_t sign) {
  const uint64_t low7 = UINT64_C(0x7F7F7F7F7F7F7F7F);
  uint64_t differing = word ^ (UINT64_C(0x0101010101010101) * sign);
  uint64_t equal = ~(((differing & low7) + low7) | differing | low7);
  /* The eight high bits, moved together by one multiplication. */
  return (equal >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

static inline void cs_masks_portable(const uint8_t *bytes, uint8_t delimiter, cs_masks *masks) {
  *masks = (cs_masks){0, 0, 0, 0};
  for (int part = 0; part < 8; part += 1) {
    uint64_t word = 0;
    memcpy(&word, bytes + part * 8, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    masks->quote |= cs_equal8(word, '"') << (part * 8);
    masks->newline |= cs_equal8(word, '\n') << (part * 8);
    masks->delimiter |= cs_equal8(word, delimiter) << (part * 8);
    masks->ret |= cs_equal8(word, '\r') << (part * 8);
  }
}

#define WALK cs_walk_portable
#define TARGET
#define MASKS cs_masks_portable
#define WRITE cs_write_each
#include "Walk.h"

#if defined(__x86_64__)

static inline uint64_t cs_equal_sse2(const __m128i part[4], char sign) {
  const __m128i signs = _mm_set1_epi8(sign);
  uint64_t bits = 0;
  for (int step = 0; step < 4; step += 1) {
    uint32_t found = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part[step], signs));
    bits |= (uint64_t)found << (step * 16);
  }
  return bits;
}

static inline void cs_masks_sse2(const uint8_t *bytes, uint8_t delimiter, cs_masks *masks) {
  __m128i part[4];
  for (int step = 0; step < 4; step += 1) {
    part[step] = _mm_loadu_si128((const __m128i *)(const void *)(bytes + step * 16));
  }
  masks->quote = cs_equal_sse2(part, '"');
  masks->newline = cs_equal_sse2(part, '\n');
  masks->delimiter = cs_equal_sse2(part, (char)delimiter);
  masks->ret = cs_equal_sse2(part, '\r');
}

#define WALK cs_walk_vector
#define TARGET
#define MASKS cs_masks_sse2
#define WRITE cs_write_each
#include "Walk.h"

#define CS_TARGET_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))

CS_TARGET_AVX2 static inline uint64_t cs_equal_avx2(__m256i low, __m256i high, char sign) {
  const __m256i signs = _mm256_set1_epi8(sign);
  uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, signs));
  uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, signs));
  return (uint64_t)second << 32 | first;
}

CS_TARGET_AVX2 static inline void cs_masks_avx2(
    const uint8_t *bytes, uint8_t delimiter, cs_masks *masks) {
  __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 32));
  masks->quote = cs_equal_avx2(low, high, '"');
  masks->newline = cs_equal_avx2(low, high, '\n');
  masks->delimiter = cs_equal_avx2(low, high, (char)delimiter);
  masks->ret = cs_equal_avx2(low, high, '\r');
}

/* With these instructions the lowest bit of nothing is 64: no question need be asked. */
CS_TARGET_AVX2 static inline void cs_write_avx2(
    uint32_t *index, uint32_t base, uint64_t bits, uint32_t count) {
  for (uint32_t done = 0; done < count; done += 4) {
    for (int step = 0; step < 4; step += 1) {
      index[step] = base + (uint32_t)_tzcnt_u64(bits);
      bits = _blsr_u64(bits);
    }
    index += 4;
  }
}

#define WALK cs_walk_avx2
#define TARGET CS_TARGET_AVX2
#define MASKS cs_masks_avx2
#define WRITE cs_write_avx2
#include "Walk.h"

#define CS_TARGET_AVX512 \
  __attribute__((target( \
      "avx2,avx512f,avx512bw,avx512vl,avx512dq,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt")))

CS_TARGET_AVX512 static inline void cs_masks_avx512(
    const uint8_t *bytes, uint8_t delimiter, cs_masks *masks) {
  __m512i all = _mm512_loadu_si512(bytes);
  masks->quote = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('"'));
  masks->newline = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\n'));
  masks->delimiter = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8((char)delimiter));
  masks->ret = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\r'));
}

/* The numbers 0 to 63 of which the bit is set, moved together and written 16 at a time. */
CS_TARGET_AVX512 static inline void cs_write_avx512(
    uint32_t *index, uint32_t base, uint64_t bits, uint32_t count) {
  const __m512i numbers = _mm512_set_epi8(
      63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41,
      40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18,
      17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  const __m512i bases = _mm512_set1_epi32((int)base);
  __m512i places = _mm512_maskz_compress_epi8(bits, numbers);
  for (uint32_t done = 0; done < count; done += 16) {
    __m512i some = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places));
    _mm512_storeu_si512(index + done, _mm512_add_epi32(some, bases));
    places = _mm512_alignr_epi64(_mm512_setzero_si512(), places, 2);
  }
}

#define WALK cs_walk_avx512
#define TARGET CS_TARGET_AVX512
#define MASKS cs_masks_avx512
#define WRITE cs_write_avx512
#include "Walk.h"

#elif defined(__aarch64__)

static inline uint64_t cs_equal_neon(const uint8x16_t part[4], uint8_t sign) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t weight = vld1q_u8(weights);
  const uint8x16_t signs = vdupq_n_u8(sign);
  uint8x16_t first = vandq_u8(vceqq_u8(part[0], signs), weight);
  uint8x16_t second = vandq_u8(vceqq_u8(part[1], signs), weight);
  uint8x16_t third = vandq_u8(vceqq_u8(part[2], signs), weight);
  uint8x16_t fourth = vandq_u8(vceqq_u8(part[3], signs), weight);
  uint8x16_t sum = vpaddq_u8(vpaddq_u8(first, second), vpaddq_u8(third, fourth));
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}

static inline void cs_masks_neon(const uint8_t *bytes, uint8_t delimiter, cs_masks *masks) {
  uint8x16_t part[4];
  for (int step = 0; step < 4; step += 1) part[step] = vld1q_u8(bytes + step * 16);
  masks->quote = cs_equal_neon(part, '"');
  masks->newline = cs_equal_neon(part, '\n');
  masks->delimiter = cs_equal_neon(part, delimiter);
  masks->ret = cs_equal_neon(part, '\r');
}

#define WALK cs_walk_vector
#define TARGET
#define MASKS cs_masks_neon
#define WRITE cs_write_each
#include "Walk.h"

#endif

bool cs_has_version(int version) {
  switch (version) {
    case CS_PORTABLE: return true;
#if defined(__x86_64__)
    case CS_VECTOR: return true;
    case CS_AVX2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
             __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
    case CS_AVX512:
      return cs_has_version(CS_AVX2) && __builtin_cpu_supports("avx512f") &&
             __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
             __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vbmi") &&
             __builtin_cpu_supports("avx512vbmi2");
#elif defined(__aarch64__)
    case CS_VECTOR: return true;
#endif
    default: return false;
  }
}

int cs_best_version(void) {
  int version = CS_AVX512;
  while (!cs_has_version(version)) version -= 1;
  return version;
}

cs_result cs_scan(int version, cs_text text, uint32_t *index) {
  switch (version) {
#if defined(__x86_64__)
    case CS_AVX512: return cs_walk_avx512(text, index);
    case CS_AVX2: return cs_walk_avx2(text, index);
#endif
#if defined(__x86_64__) || defined(__aarch64__)
    case CS_VECTOR: return cs_walk_vector(text, index);
#endif
    default: return cs_walk_portable(text, index);
  }
}
