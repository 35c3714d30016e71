/* Bytes looked at sixteen or more at a time: what a processor does in a few steps and the vectors of
   the language cannot say. */

#ifndef CBYTES_H
#define CBYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#pragma clang assume_nonnull begin

/* Sixteen bytes. */
typedef uint8_t cb_part __attribute__((vector_size(16)));

static inline cb_part cb_load(const uint8_t *bytes) {
  cb_part part;
  memcpy(&part, bytes, sizeof part);
  return part;
}

static inline cb_part cb_repeat(uint8_t byte) {
  return (cb_part){byte, byte, byte, byte, byte, byte, byte, byte,
                   byte, byte, byte, byte, byte, byte, byte, byte};
}

/* The highest bit of each of sixteen bytes that are all ones or zeros, `CB_STEP` times; that of the
   first byte is the lowest. */
#if defined(__aarch64__)
#define CB_STEP 4
#else
#define CB_STEP 1
#endif
static inline uint64_t cb_marks(cb_part part) {
#if defined(__SSE2__)
  return (uint64_t)(uint32_t)_mm_movemask_epi8((__m128i)part);
#elif defined(__aarch64__)
  uint8x8_t halves = vshrn_n_u16(vreinterpretq_u16_u8((uint8x16_t)part), 4);
  return vget_lane_u64(vreinterpret_u64_u8(halves), 0);
#else
  uint64_t marks = 0;
  for (int place = 0; place < 16; place += 1) marks |= (uint64_t)(part[place] >> 7) << place;
  return marks;
#endif
}

/* The place of the first of sixteen bytes that is marked, of which one is. */
static inline size_t cb_first(uint64_t marks) {
  return (size_t)__builtin_ctzll(marks) / CB_STEP;
}

/* A bit for each of 64 bytes, in four parts, that are all ones or zeros. */
static inline uint64_t cb_bits_of(const cb_part *part) {
#if defined(__aarch64__)
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t weight = vld1q_u8(weights);
  uint8x16_t first = vpaddq_u8(vandq_u8((uint8x16_t)part[0], weight),
                               vandq_u8((uint8x16_t)part[1], weight));
  uint8x16_t second = vpaddq_u8(vandq_u8((uint8x16_t)part[2], weight),
                                vandq_u8((uint8x16_t)part[3], weight));
  uint8x16_t sum = vpaddq_u8(first, second);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
#else
  return cb_marks(part[0]) | cb_marks(part[1]) << 16 | cb_marks(part[2]) << 32 |
         cb_marks(part[3]) << 48;
#endif
}

/* One bit, 0 for the lowest, of each of 64 bytes; that of the first byte is the lowest. */
static inline uint64_t cb_bits(const uint8_t *bytes, int bit) {
  cb_part part[4];
  const cb_part wanted = cb_repeat((uint8_t)(1 << bit));
  for (int step = 0; step < 4; step += 1) {
    part[step] = (cb_part)((cb_load(bytes + step * 16) & wanted) == wanted);
  }
  return cb_bits_of(part);
}

/* A bit for each of 64 bytes that is not 0. */
static inline uint64_t cb_nonzero(const uint8_t *bytes) {
  cb_part part[4];
  for (int step = 0; step < 4; step += 1) {
    part[step] = (cb_part)(cb_load(bytes + step * 16) != cb_repeat(0));
  }
  return cb_bits_of(part);
}

/* Versions of what follows, the faster the higher; all give the same. */
#define CB_VECTOR 0 /* sixteen bytes at a time, any machine */
#define CB_AVX2 1
#define CB_AVX512 2
#define CB_VBMI2 3 /* puts bytes of a vector one after another at once */

/* The fastest version this machine can run. */
int cb_best_version(void);

/* The first of `count` places where a byte stands, and another one `reach` behind it; `count` without
   one. The bytes before `count + reach` are read. */
size_t cb_find_pair(int version, const uint8_t *bytes, size_t count, uint8_t first, uint8_t last,
                    size_t reach);

/* Writes items of 1, 2, 4 or 8 bytes one after another, those whose bit is set in `count` words of 64
   bits, the lowest bit for the first; returns how many. Only these are read. 64 bytes behind what is
   written may be written to. */
size_t cb_compress(int version, uint8_t *target, const uint8_t *items, size_t width,
                   const uint64_t *words, size_t count);

/* Says that so many bytes at a place are going to be read soon. Any place will do. */
static inline void cb_prefetch(const uint8_t *bytes, size_t count) {
  for (size_t place = 0; place < count; place += 64) __builtin_prefetch(bytes + place);
}

/* Up to four bytes that are looked for, each with the one behind it or without. */
typedef struct cb_leads {
  uint32_t count;
  cb_part first[4];
  cb_part second[4];
  /* All ones where the second byte matters, else all zeros, as `second` is then. */
  cb_part mask[4];
} cb_leads;

/* Adds a byte to look for, where there are fewer than four; `second` counts with `has_second`. The
   last one stands in for those that are not there. */
static inline void cb_add_lead(cb_leads *leads, uint8_t first, uint8_t second, bool has_second) {
  if (leads->count >= 4) return;
  for (uint32_t place = leads->count; place < 4; place += 1) {
    leads->first[place] = cb_repeat(first);
    leads->second[place] = cb_repeat(has_second ? second : 0);
    leads->mask[place] = cb_repeat(has_second ? 0xFF : 0);
  }
  leads->count += 1;
}

/* The first leads that stand at sixteen places; seventeen bytes are read. */
__attribute__((always_inline)) static inline cb_part cb_lead_hits(const uint8_t *bytes,
                                                                  const cb_leads *leads,
                                                                  uint32_t most) {
  const cb_part here = cb_load(bytes);
  const cb_part next = cb_load(bytes + 1);
  cb_part hits = cb_repeat(0);
#pragma clang loop unroll(full)
  for (uint32_t lead = 0; lead < most; lead += 1) {
    hits |= (cb_part)((here == leads->first[lead]) &
                      ((next & leads->mask[lead]) == leads->second[lead]));
  }
  return hits;
}

/* The first place from `from` on of `count` bytes where one of the first leads stands; `count`
   without one. */
__attribute__((always_inline)) static inline size_t cb_find_lead_of(const uint8_t *bytes,
                                                                    size_t from, size_t count,
                                                                    const cb_leads *leads,
                                                                    uint32_t most) {
  size_t place = from;
  while (place + 17 <= count) {
    uint64_t marks = cb_marks(cb_lead_hits(bytes + place, leads, most));
    if (marks != 0) return place + cb_first(marks);
    place += 16;
  }
  if (count >= 17 && place + 1 < count) {
    /* What is left, with places before it that were looked at already. */
    size_t start = count - 17;
    uint64_t marks = cb_marks(cb_lead_hits(bytes + start, leads, most));
    marks &= ~UINT64_C(0) << (place - start) * CB_STEP;
    if (marks != 0) return start + cb_first(marks);
    place = count - 1;
  }
  for (; place < count; place += 1) {
    for (uint32_t lead = 0; lead < most; lead += 1) {
      if (bytes[place] != leads->first[lead][0]) continue;
      if (leads->mask[lead][0] == 0) return place;
      if (place + 1 < count && bytes[place + 1] == leads->second[lead][0]) return place;
    }
  }
  return count;
}

/* The first place from `from` on of `count` bytes where a lead stands; `count` without one. */
static inline size_t cb_find_lead(const uint8_t *bytes, size_t from, size_t count,
                                  const cb_leads *leads) {
  return leads->count <= 2 ? cb_find_lead_of(bytes, from, count, leads, 2)
                           : cb_find_lead_of(bytes, from, count, leads, 4);
}

/* The greatest of `count` bytes, a multiple of sixteen; 0 without any. */
static inline uint8_t cb_greatest(const uint8_t *bytes, size_t count) {
  cb_part most[4] = {cb_repeat(0), cb_repeat(0), cb_repeat(0), cb_repeat(0)};
  size_t place = 0;
  for (; place + 64 <= count; place += 64) {
    for (size_t step = 0; step < 4; step += 1) {
      most[step] = __builtin_elementwise_max(most[step], cb_load(bytes + place + step * 16));
    }
  }
  for (; place < count; place += 16) {
    most[0] = __builtin_elementwise_max(most[0], cb_load(bytes + place));
  }
  const cb_part all = __builtin_elementwise_max(__builtin_elementwise_max(most[0], most[1]),
                                                __builtin_elementwise_max(most[2], most[3]));
  uint8_t greatest = 0;
  for (int byte = 0; byte < 16; byte += 1) {
    if (all[byte] > greatest) greatest = all[byte];
  }
  return greatest;
}

/* How many of `count` bytes, at most 255 times sixteen of them and a multiple of that, begin a
   character of UTF-8; -1 where one is a carriage return, or begins one at or above U+0300. */
static inline long cb_count_plain(const uint8_t *bytes, size_t count) {
  cb_part begun = cb_repeat(0);
  cb_part odd = cb_repeat(0);
  for (size_t place = 0; place < count; place += 16) {
    const cb_part part = cb_load(bytes + place);
    begun -= (cb_part)((part & cb_repeat(0xC0)) != cb_repeat(0x80));
    odd |= (cb_part)(part == cb_repeat(0x0D)) | (cb_part)(part >= cb_repeat(0xCC));
  }
  if (cb_marks(odd) != 0) return -1;
  long sum = 0;
  for (int place = 0; place < 16; place += 1) sum += begun[place];
  return sum;
}

#pragma clang assume_nonnull end

#endif
