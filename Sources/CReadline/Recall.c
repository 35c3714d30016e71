/* Walking through the history.

   Readline's own commands edit history lines in place and hang undo lists on them, which version
   8.2 frees twice after some sequences of keys. These commands copy: the entry being typed is the
   only text that is ever edited, and history lines stay as they were entered. */

#include "Internal.h"

static char *draft;    /* the entry as it was before the walk */
static size_t prefix;  /* bytes of the draft that entries must start with */
static int position;   /* the entry shown now; history_length is the draft */
static int recalling;

static int up(int count, int key);
static int down(int count, int key);
static int search_backward(int count, int key);
static int search_forward(int count, int key);

/* Whether the last key was part of the same walk. */
static int is_walking(void) {
  return recalling && draft &&
         (rl_last_func == up || rl_last_func == down || rl_last_func == search_backward ||
          rl_last_func == search_forward);
}

static void show(const char *text) {
  char *copy = strdup(text);
  if (!copy) return;
  rl_replace_line(copy, 1);
  free(copy);
  rl_point = rl_end;
  rl_mark = 0;
}

static int start_walk(size_t length) {
  rl_line_buffer[rl_end] = '\0';
  free(draft);
  draft = strdup(rl_line_buffer);
  prefix = length;
  position = history_length;
  recalling = draft != NULL;
  return recalling;
}

/* Shows the next entry in this direction that starts like the draft and is not shown already. */
static int walk(int direction) {
  if (!is_walking() && !start_walk((size_t)rl_point)) return 0;
  for (int i = position + direction; i >= 0 && i < history_length; i += direction) {
    HIST_ENTRY *entry = history_get(history_base + i);
    if (!entry || strncmp(entry->line, draft, prefix) != 0) continue;
    if (strcmp(entry->line, rl_line_buffer) == 0) continue;
    position = i;
    show(entry->line);
    return 0;
  }
  if (direction > 0 && position < history_length) {
    position = history_length;
    show(draft);
  } else {
    rl_ding();
  }
  return 0;
}

static int move_or_walk(int direction) {
  if (!is_walking()) {
    rl_line_buffer[rl_end] = '\0';
    int target = cr_owner.line_motion(cr_owner.context, rl_line_buffer, rl_point, direction);
    recalling = 0;
    if (target >= 0) {
      rl_point = target > rl_end ? rl_end : target;
      return 0;
    }
  }
  return walk(direction);
}

static int up(int count, int key) {
  (void)count;
  (void)key;
  return move_or_walk(-1);
}

static int down(int count, int key) {
  (void)count;
  (void)key;
  return move_or_walk(1);
}

static int search_backward(int count, int key) {
  (void)count;
  (void)key;
  return walk(-1);
}

static int search_forward(int count, int key) {
  (void)count;
  (void)key;
  return walk(1);
}

/* To the oldest entry; Down goes on from there. */
static int oldest(int count, int key) {
  (void)count;
  (void)key;
  HIST_ENTRY *entry = history_get(history_base);
  if (!entry || (!is_walking() && !start_walk(0))) return 0;
  position = 0;
  prefix = 0;
  show(entry->line);
  rl_last_func = up;
  return 0;
}

/* Back to the entry as it was before the walk. */
static int newest(int count, int key) {
  (void)count;
  (void)key;
  if (draft && recalling) show(draft);
  recalling = 0;
  return 0;
}

void cr_forget_recall(void) { recalling = 0; }

/* A search with Ctrl-R leaves readline inside the history: take a copy of what it found, and go
   back to the end. */
void cr_leave_history(void) {
  if (RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH) || where_history() == history_length) return;
  rl_line_buffer[rl_end] = '\0';
  char *text = strdup(rl_line_buffer);
  int point = rl_point;
  if (!text) return;
  rl_maybe_unsave_line(); /* frees readline's copy of the draft */
  rl_replace_line(text, 1);
  rl_point = point > rl_end ? rl_end : point;
  free(text);
  using_history();
}

static const struct {
  const char *name;
  rl_command_func_t *usual;
  rl_command_func_t *wanted;
} commands[] = {
    {"peil-up", rl_get_previous_history, up},
    {"peil-down", rl_get_next_history, down},
    {"peil-search-backward", rl_history_search_backward, search_backward},
    {"peil-search-forward", rl_history_search_forward, search_forward},
    {"peil-oldest", rl_beginning_of_history, oldest},
    {"peil-newest", rl_end_of_history, newest},
};

void cr_bind_recall(void) {
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    cr_rebind(commands[i].usual, commands[i].wanted);
}

void cr_name_recall(void) {
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    rl_add_defun(commands[i].name, commands[i].wanted, -1);
}
