/* Setting readline up, and reading one entry. */

#include "Internal.h"

#include <locale.h>
#include <termios.h>
#include <unistd.h>

cr_delegate cr_owner;

/* An entry holds UTF-8; where the environment names no such locale, one is chosen. Readline goes
   back to the environment's whenever it starts a line. */
static int replaced_locale;

static int choose_locale(void) {
  if (setlocale(LC_CTYPE, "") && MB_CUR_MAX > 1) return 0;
  return setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "UTF-8");
}

/* Readline takes a command that fails for the end of the input, and then breaks the line every
   time it gives the terminal back; where a line must end is for this file to say. */
static void give_terminal_back(void) {
  rl_eof_found = 0;
  rl_deprep_terminal();
}

/* A read that finds nothing returns: it must not wait for a key when Ctrl-C threw away the one that
   was announced. */
static void take_terminal(int meta_flag) {
  rl_prep_terminal(meta_flag);
  struct termios settings;
  int terminal = fileno(rl_instream);
  if (tcgetattr(terminal, &settings) != 0) return;
  settings.c_cc[VMIN] = 0;
  settings.c_cc[VTIME] = 0;
  tcsetattr(terminal, TCSANOW, &settings);
}

void cr_setup(const char *name, cr_delegate delegate) {
  cr_owner = delegate;
  rl_readline_name = strdup(name);
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  if (!isatty(STDOUT_FILENO)) rl_outstream = stderr;

  /* Before the user's inputrc is read, so that it has the last word. */
  rl_variable_bind("enable-bracketed-paste", "on");
  cr_name_functions();

  replaced_locale = choose_locale();
  rl_initialize();
  if (replaced_locale) {
    rl_variable_bind("input-meta", "on");
    rl_variable_bind("output-meta", "on");
    rl_variable_bind("convert-meta", "off");
  }
  /* Only now: set before `rl_initialize`, readline takes the terminal for a dumb one. */
  rl_redisplay_function = cr_redisplay;
  rl_prep_term_function = take_terminal;
  rl_deprep_term_function = give_terminal_back;
  rl_getc_function = cr_read_character;
  history_expansion_char = '\0';
  using_history();
  cr_bind_keys();
}

static int finished;
static char *finished_line;

static void line_ready(char *line) {
  finished = 1;
  finished_line = line;
  rl_callback_handler_remove();
}

/* Leaves whatever key sequence, count or search is going on: readline's own clean-up leaves one of
   them at a time. */
static void leave_partial_keys(void) {
  const unsigned long partial = RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_VIMOTION |
                                RL_STATE_NUMERICARG | RL_STATE_MULTIKEY | RL_STATE_CHARSEARCH;
  int was_partial = RL_ISSTATE(partial) != 0;
  for (int i = 0; i < 6 && RL_ISSTATE(partial); i++) rl_callback_sigcleanup();
  rl_callback_sigcleanup();
  rl_explicit_arg = 0;
  rl_numeric_arg = 1;
  if (was_partial) rl_clear_message();
}

/* Ends the read from within readline, as a key would: only so does it tidy up all of its state.
   Freeing the line from outside leaves undo lists dangling, and a later entry crashes on them. */
static void drop_entry(void) {
  leave_partial_keys();
  rl_execute_next(CR_DROP_KEY);
  rl_callback_read_char();
  if (!finished) rl_callback_handler_remove();
  free(finished_line);
  finished_line = NULL;
}

static int leave(void) {
  cr_finish("");
  return CR_END;
}

static const char *initial_text;

static int insert_initial(void) {
  if (initial_text) rl_insert_text(initial_text);
  return 0;
}

int cr_read(const char *prompt, const char *initial, char **line) {
  int outcome = -1;
  finished = 0;
  finished_line = NULL;
  *line = NULL;
  cr_forget_recall();
  cr_interrupt_clear();
  rl_reset_screen_size();
  cr_catch_prompt_signals();
  cr_guard_terminal();
  initial_text = initial;
  rl_startup_hook = insert_initial;
  rl_callback_handler_install(prompt, line_ready);
  initial_text = NULL;
  if (replaced_locale) choose_locale();
  while (outcome < 0) {
    switch (cr_wait(fileno(rl_instream))) {
      case CR_WAIT_INPUT:
        do rl_callback_read_char();
        while (!finished && rl_pending_input);
        if (finished) {
          outcome = finished_line ? CR_LINE : leave();
        } else {
          cr_leave_history();
        }
        break;
      case CR_WAIT_INTERRUPT:
        drop_entry();
        outcome = CR_INTERRUPT;
        break;
      case CR_WAIT_RESIZE:
        cr_resize();
        break;
      case CR_WAIT_SUSPEND:
        cr_suspend();
        break;
      default:
        outcome = leave();
        rl_callback_handler_remove();
        cr_release_prompt_signals();
        cr_die_of_signal();
    }
  }
  cr_unguard_terminal();
  cr_release_prompt_signals();
  /* A Ctrl-C that comes from here on is for what the entry runs. */
  if (outcome != CR_LINE) cr_interrupt_clear();
  *line = finished_line;
  return outcome;
}
