/* Keys that in readline go to the ends of the entry: in an entry of several lines the ends of the
   line are meant, and from there those of the entry. */

#include "Internal.h"

static int line_start(void) {
  int start = rl_point;
  while (start > 0 && rl_line_buffer[start - 1] != '\n') start--;
  return start;
}

static int line_end(void) {
  int end = rl_point;
  while (end < rl_end && rl_line_buffer[end] != '\n') end++;
  return end;
}

static int to_start(int count, int key) {
  (void)count;
  (void)key;
  int start = line_start();
  rl_point = start == rl_point ? 0 : start;
  return 0;
}

static int to_end(int count, int key) {
  cr_edit edit = {NULL, 0};
  if (rl_point == rl_end) {
    rl_line_buffer[rl_end] = '\0';
    int answer =
        cr_owner.press(cr_owner.context, CR_KEY_TAKE, rl_line_buffer, rl_point, &edit);
    if (answer == CR_PRESS_REPLACE && edit.text) {
      rl_insert_text(edit.text + rl_end);
      free(edit.text);
      return 0;
    }
    return rl_end_of_line(count, key);
  }
  int end = line_end();
  rl_point = end == rl_point ? rl_end : end;
  return 0;
}

static int kill_to_start(int count, int key) {
  if (count < 0) return rl_unix_line_discard(count, key);
  int start = line_start();
  if (start == rl_point && start > 0) start--;
  rl_kill_text(rl_point, start);
  rl_point = start;
  return 0;
}

static int kill_to_end(int count, int key) {
  if (count < 0) return rl_kill_line(count, key);
  int end = line_end();
  if (end == rl_point && end < rl_end) end++;
  rl_kill_text(rl_point, end);
  return 0;
}

void cr_bind_lines(void) {
  cr_rebind(rl_beg_of_line, to_start);
  cr_rebind(rl_end_of_line, to_end);
  cr_rebind(rl_kill_line, kill_to_end);
  cr_rebind(rl_unix_line_discard, kill_to_start);
}
