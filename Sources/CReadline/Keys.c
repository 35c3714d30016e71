/* Return in an entry of several lines, and the keys that readline's commands are on. */

#include "Internal.h"

static int insert_newline(int count, int key) {
  (void)count;
  (void)key;
  rl_insert_text("\n");
  return 0;
}

/* Makes the entry another text with as small a change as will do, so that undo keeps its sense. */
static void replace_entry(const char *text, int point) {
  int length = (int)strlen(text), same = 0, tail = 0;
  while (same < length && same < rl_end && text[same] == rl_line_buffer[same]) same++;
  while (tail < length - same && tail < rl_end - same &&
         text[length - 1 - tail] == rl_line_buffer[rl_end - 1 - tail])
    tail++;
  char *inserted = strndup(text + same, (size_t)(length - same - tail));
  if (!inserted) return;
  rl_begin_undo_group();
  if (rl_end - tail > same) rl_delete_text(same, rl_end - tail);
  rl_point = same;
  if (*inserted) rl_insert_text(inserted);
  rl_end_undo_group();
  rl_point = point < 0 || point > rl_end ? rl_end : point;
  free(inserted);
}

/* Ends the entry as Return does. Readline would go to a new line by its own idea of where it
   stands, unless it believes that nothing is echoed. */
int cr_run_entry(int key, const char *mark) {
  cr_finish(mark);
  int echoes = rl_tty_set_echoing(0);
  int result = rl_newline(1, key);
  rl_tty_set_echoing(echoes);
  return result;
}

/* Asks the owner what a key does, and does it; `usual` is what it does in readline. */
static int press(int asked, int count, int key, rl_command_func_t *usual) {
  cr_edit edit = {NULL, 0};
  rl_line_buffer[rl_end] = '\0';
  int answer = cr_owner.press(cr_owner.context, asked, rl_line_buffer, rl_point, &edit);
  switch (answer) {
    case CR_PRESS_PASS: return usual ? usual(count, key) : 0;
    case CR_PRESS_RUN: return cr_run_entry(key, "");
    case CR_PRESS_BELL: return rl_ding();
    case CR_PRESS_REPLACE:
      if (edit.text) replace_entry(edit.text, edit.point);
      free(edit.text);
      return 0;
    default: return 0;
  }
}

static int press_return(int count, int key) {
  if (rl_explicit_arg) {
    /* After a count readline would wait for one more key before it runs the entry. */
    rl_explicit_arg = 0;
    return rl_execute_next(key);
  }
  return press(CR_KEY_RETURN, count, key, NULL);
}

static int complete(int count, int key) { return press(CR_KEY_COMPLETE, count, key, NULL); }

static int complete_back(int count, int key) {
  return press(CR_KEY_COMPLETE_BACK, count, key, NULL);
}

static int list(int count, int key) { return press(CR_KEY_LIST, count, key, NULL); }

/* At the end of the entry there is nothing to the right but what is suggested. */
static int forward(int count, int key) {
  if (rl_point < rl_end || count != 1) return rl_forward_char(count, key);
  return press(CR_KEY_TAKE, count, key, rl_forward_char);
}

static int forward_word(int count, int key) {
  if (rl_point < rl_end || count != 1) return rl_forward_word(count, key);
  return press(CR_KEY_TAKE_WORD, count, key, rl_forward_word);
}

static int space(int count, int key) { return press(CR_KEY_SPACE, count, key, rl_insert); }

static int close_up(int count, int key) {
  press(CR_KEY_CLOSE, count, key, NULL);
  return rl_insert(count, key);
}

static int clear(int count, int key) {
  (void)count;
  (void)key;
  cr_owner.clear(cr_owner.context);
  cr_redisplay();
  return 0;
}

/* The program gets the terminal as it was before the entry. */
static int edit(int count, int key) {
  cr_finish("");
  (*rl_deprep_term_function)();
  cr_release_prompt_signals();
  int result = press(CR_KEY_EDIT, count, key, NULL);
  cr_catch_prompt_signals();
  (*rl_prep_term_function)(1);
  rl_reset_screen_size();
  cr_redisplay();
  return result;
}

static int is_pasting, was_return;

static int paste(int count, int key) {
  is_pasting = 1;
  was_return = 0;
  int result = rl_bracketed_paste_begin(count, key);
  is_pasting = 0;
  return result;
}

/* Readline reads when there is input, but a Ctrl-C empties the terminal's buffer, also in between.
   The end of a paste may be lost that way, and readline would wait for it for ever: until the
   signal is seen to, it gets that mark. Outside a paste the entry is dropped next anyway. */
int cr_read_character(FILE *stream) {
  static const char paste_end[] = {'\033', '[', '2', '0', '1', '~'};
  static size_t next;
  int kept = cr_kept_byte();
  if (kept >= 0) return kept;
  while (cr_wait_input(fileno(stream))) {
    int character = cr_read_byte(fileno(stream));
    if (character == CR_NO_BYTE) continue;
    next = 0;
    /* Readline makes a new line of a CR: of a text with CR LF that would be two. */
    if (is_pasting && was_return && character == '\n') character = cr_read_character(stream);
    was_return = character == '\r';
    return character;
  }
  return paste_end[next++ % sizeof paste_end];
}

static int drop(int count, int key) {
  (void)count;
  rl_deactivate_mark();
  return cr_run_entry(key, "^C");
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

static const struct {
  const char *name;
  rl_command_func_t *wanted;
} commands[] = {
    {"peil-return", press_return},
    {"peil-insert-newline", insert_newline},
    {"peil-cancel", cancel},
    {"peil-complete", complete},
    {"peil-complete-back", complete_back},
    {"peil-list", list},
    {"peil-edit", edit},
};

static const struct {
  rl_command_func_t *usual;
  rl_command_func_t *wanted;
} replaced[] = {
    {rl_newline, press_return},
    {rl_abort, cancel},
    {rl_complete, complete},
    {rl_menu_complete, complete},
    {rl_old_menu_complete, complete},
    {rl_backward_menu_complete, complete_back},
    {rl_possible_completions, list},
    {rl_insert_completions, list},
    {rl_forward_char, forward},
    {rl_forward_word, forward_word},
    {rl_clear_screen, clear},
    {rl_clear_display, clear},
    {rl_refresh_line, clear},
    {rl_bracketed_paste_begin, paste},
};

void cr_name_functions(void) {
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    rl_add_defun(commands[i].name, commands[i].wanted, -1);
  cr_name_recall();
}

void cr_bind_keys(void) {
  for (size_t i = 0; i < sizeof replaced / sizeof *replaced; i++)
    cr_rebind(replaced[i].usual, replaced[i].wanted);
  cr_bind_recall();
  cr_bind_lines();
  Keymap maps[] = {emacs_standard_keymap, vi_insertion_keymap, vi_movement_keymap};
  for (int i = 0; i < 3; i++) rl_bind_key_in_map(CR_DROP_KEY, drop, maps[i]);
  for (int i = 0; i < 2; i++) {
    /* Unless the user's inputrc has another use for them. */
    rl_bind_keyseq_if_unbound_in_map("\033[Z", complete_back, maps[i]);
    for (const char *mark = " ,:)]"; *mark; mark++)
      if (maps[i][(int)*mark].function == rl_insert)
        rl_bind_key_in_map(*mark, *mark == ' ' ? space : close_up, maps[i]);
    rl_bind_keyseq_if_unbound_in_map("\030\005", edit, maps[i]);
  }
  /* Escape Return is a switch to vi mode by default; in vi mode itself Escape must stay alone. */
  rl_bind_keyseq_in_map("\033\r", insert_newline, emacs_standard_keymap);
  rl_bind_keyseq_in_map("\033\n", insert_newline, emacs_standard_keymap);
  for (int i = 0; i < 3; i++) fill_unbound(maps[i]);
}
