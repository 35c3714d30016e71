/* Asking the terminal whether it shows pictures. */

#include "Internal.h"

#include <poll.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* A picture of one pixel that is asked about and not shown, and then what every terminal answers:
   what it is. The first answer comes before the second, or not at all. */
static const char question[] = "\033_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\033\\\033[c";

static char kept[512];
static int kept_start, kept_end;

int cr_has_kept_bytes(void) { return kept_start < kept_end; }

int cr_kept_byte(void) {
  return kept_start < kept_end ? (unsigned char)kept[kept_start++] : -1;
}

static void keep(const char *bytes, int count) {
  if (kept_start == kept_end) kept_start = kept_end = 0;
  for (int i = 0; i < count && kept_end < (int)sizeof kept; i++) kept[kept_end++] = bytes[i];
}

/* The length of an answer at the start of what was read; 0 when that is no answer, -1 when its end
   is still to come. */
static int answer_length(const char *bytes, int count) {
  if (count < 2 || bytes[0] != '\033') return 0;
  if (bytes[1] == '_') {
    for (int i = 2; i + 1 < count; i++)
      if (bytes[i] == '\033' && bytes[i + 1] == '\\') return i + 2;
    return -1;
  }
  if (bytes[1] != '[') return 0;
  if (count == 2) return -1;
  if (bytes[2] != '?') return 0;
  for (int i = 3; i < count; i++)
    if (bytes[i] >= 0x40) return i + 1;
  return -1;
}

/* Goes through what was read; true when the last answer is there. What was typed goes to `typed`. */
static int read_answers(const char *bytes, int count, int *shows, char *typed, int *length) {
  int is_done = 0;
  *length = 0;
  for (int i = 0; i < count;) {
    int answer = answer_length(bytes + i, count - i);
    if (answer < 0) break;
    if (answer == 0) {
      typed[(*length)++] = bytes[i++];
      continue;
    }
    if (bytes[i + 1] == '_') {
      *shows = answer > 8 && memcmp(bytes + i + 2, "Gi=31;OK", 8) == 0;
    } else {
      is_done = bytes[i + answer - 1] == 'c';
    }
    i += answer;
  }
  return is_done;
}

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

int cr_shows_pictures(int milliseconds) {
  struct termios usual, raw;
  if (!isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &usual) != 0) return 0;
  raw = usual;
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  raw.c_cc[VMIN] = 0;
  raw.c_cc[VTIME] = 0;
  if (tcsetattr(STDIN_FILENO, TCSANOW, &raw) != 0) return 0;
  ssize_t written = write(STDOUT_FILENO, question, sizeof question - 1);
  char bytes[sizeof kept], typed[sizeof kept];
  int count = 0, length = 0, shows = 0;
  for (long end = now() + milliseconds; written > 0 && count < (int)sizeof bytes;) {
    long left = end - now();
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    if (left <= 0 || cr_interrupted() || poll(&input, 1, (int)left) <= 0) break;
    ssize_t got = read(STDIN_FILENO, bytes + count, sizeof bytes - (size_t)count);
    if (got <= 0) break;
    count += (int)got;
    if (read_answers(bytes, count, &shows, typed, &length)) break;
  }
  tcsetattr(STDIN_FILENO, TCSANOW, &usual);
  keep(typed, length);
  return shows;
}
