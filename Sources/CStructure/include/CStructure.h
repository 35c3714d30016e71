/* The structure of delimited text, 64 bytes at a time.

   Finds the separators of records: delimiters and line feeds that stand outside quotes. Only text
   that is written regularly is understood; anything else is told apart and left to a scanner that
   knows every rule. All versions give the same answers; they differ in the machine they need. */

#ifndef CSTRUCTURE_H
#define CSTRUCTURE_H

#include <stdbool.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/* Versions of the scan, the faster the higher. */
#define CS_PORTABLE 0 /* eight bytes at a time, any machine */
#define CS_VECTOR 1   /* SSE2 or NEON */
#define CS_AVX2 2
#define CS_AVX512 3

/* Bytes behind the end of a text that must be readable. */
#define CS_SLACK 64

/* What a scan looks at. */
typedef struct cs_text {
  const uint8_t *bytes;
  uint32_t start;     /* where the first record begins */
  uint32_t stop;      /* records that begin at or behind it are left out; above `start` */
  uint32_t end;       /* the number of bytes */
  uint32_t fields;    /* the fields of each record, at least 1 */
  uint8_t delimiter;
  bool is_last;       /* whether nothing comes after the end */
} cs_text;

/* How a scan ended. */
typedef enum cs_outcome {
  CS_WHOLE,      /* all records were found */
  CS_INCOMPLETE, /* the last record goes on behind the end */
  CS_IRREGULAR   /* another scanner has to look */
} cs_outcome;

/* What a scan found. */
typedef struct cs_result {
  cs_outcome outcome;
  uint32_t records;
  uint32_t next; /* the offset behind the last record's line feed */
} cs_result;

/* The fastest version this machine can run. */
int cs_best_version(void);

/* Whether this machine can run a version. */
bool cs_has_version(int version);

/* Finds the records of a text. With an index the place of every separator is written to it, in
   order; it needs room for `end - start` + 64 places. Regular is text in which

   - a quote that opens stands directly behind a separator, one that closes directly before one
     (or before CR LF), and quotes within quotes are doubled;
   - CR outside quotes stands before LF; no line is empty;
   - every record has the same number of fields.

   A last record without a line feed ends at the end of the text, where a separator is noted. */
cs_result cs_scan(int version, cs_text text, uint32_t *_Nullable index);

/* Says that memory at a place is going to be read soon. Any place will do. */
static inline void cs_prefetch(const void *place) { __builtin_prefetch(place); }

#pragma clang assume_nonnull end

#endif
