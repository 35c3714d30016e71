/* Return in an entry of several lines, and the keys that readline's commands are on. */

#include "Internal.h"

static int insert_newline(int count, int key) {
  (void)count;
  (void)key;
  rl_insert_text("\n");
  return 0;
}

static int press_return(int count, int key) {
  if (rl_explicit_arg) {
    /* After a count readline would wait for one more key before it runs the entry. */
    rl_explicit_arg = 0;
    return rl_execute_next(key);
  }
  rl_line_buffer[rl_end] = '\0';
  char *insertion = cr_owner.return_pressed(cr_owner.context, rl_line_buffer, rl_point);
  if (!insertion) return rl_newline(count, key);
  rl_insert_text(insertion);
  free(insertion);
  return 0;
}

/* Readline reads when there is input, but a Ctrl-C empties the terminal's buffer, also in between.
   The end of a paste may be lost that way, and readline would wait for it for ever: until the
   signal is seen to, it gets that mark. Outside a paste the entry is dropped next anyway. */
int cr_read_character(FILE *stream) {
  static const char paste_end[] = {'\033', '[', '2', '0', '1', '~'};
  static size_t next;
  if (cr_wait_input(fileno(stream))) {
    next = 0;
    return rl_getc(stream);
  }
  return paste_end[next++ % sizeof paste_end];
}

static int drop(int count, int key) {
  (void)count;
  rl_deactivate_mark();
  rl_point = rl_end;
  cr_redisplay();
  fputs("^C", rl_outstream);
  return rl_newline(1, key);
}

/* Ctrl-G. Readline's own jumps out of the stack, and in 8.2 sometimes to a frame that is gone. */
static int cancel(int count, int key) {
  (void)count;
  (void)key;
  rl_ding();
  rl_deactivate_mark();
  return 0;
}

static void rebind_in(Keymap map, rl_command_func_t *usual, rl_command_func_t *wanted) {
  for (int key = 0; key < KEYMAP_SIZE; key++) {
    if (map[key].type == ISKMAP) {
      rebind_in((Keymap)map[key].function, usual, wanted);
    } else if (map[key].type == ISFUNC && map[key].function == usual) {
      map[key].function = wanted;
    }
  }
}

static int ignore(int count, int key) {
  (void)count;
  (void)key;
  rl_ding();
  return 0;
}

/* Gives every key without a command one that does nothing: on such keys readline jumps as it does
   on Ctrl-G. A map that completes a shorter sequence (ANYOTHERKEY) has a command already. */
static void fill_unbound(Keymap map) {
  if (map[ANYOTHERKEY].function) return;
  for (int key = 0; key < ANYOTHERKEY; key++) {
    if (map[key].type == ISKMAP) {
      fill_unbound((Keymap)map[key].function);
    } else if (map[key].type == ISFUNC && !map[key].function) {
      map[key].function = ignore;
    }
  }
}

/* Puts a command of ours on every key that has this one of readline's, whether by default or by
   the user's inputrc. */
void cr_rebind(rl_command_func_t *usual, rl_command_func_t *wanted) {
  rebind_in(emacs_standard_keymap, usual, wanted);
  rebind_in(vi_insertion_keymap, usual, wanted);
  rebind_in(vi_movement_keymap, usual, wanted);
}

void cr_name_functions(void) {
  rl_add_defun("peil-return", press_return, -1);
  rl_add_defun("peil-insert-newline", insert_newline, -1);
  rl_add_defun("peil-cancel", cancel, -1);
  cr_name_recall();
}

void cr_bind_keys(void) {
  cr_rebind(rl_newline, press_return);
  cr_rebind(rl_abort, cancel);
  cr_bind_recall();
  Keymap maps[] = {emacs_standard_keymap, vi_insertion_keymap, vi_movement_keymap};
  for (int i = 0; i < 3; i++) rl_bind_key_in_map(CR_DROP_KEY, drop, maps[i]);
  /* Escape Return is a switch to vi mode by default; in vi mode itself Escape must stay alone. */
  rl_bind_keyseq_in_map("\033\r", insert_newline, emacs_standard_keymap);
  rl_bind_keyseq_in_map("\033\n", insert_newline, emacs_standard_keymap);
  for (int i = 0; i < 3; i++) fill_unbound(maps[i]);
}
