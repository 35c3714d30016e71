/* When the entry is drawn; how is for the owner to say.

   Readline's own drawing knows one line, and its idea of where lines wrap differs from that of
   terminals. It is never called. */

#include "Internal.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

static int is_due;

/* Readline draws after every key. What is pasted or typed ahead is drawn once, at its end. */
void cr_redisplay(void) { is_due = 1; }

static const char *prompt(void) { return rl_display_prompt ? rl_display_prompt : ""; }

static void draw(void) {
  is_due = 0;
  rl_line_buffer[rl_end] = '\0';
  int searching = RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH) != 0;
  cr_owner.draw(cr_owner.context, prompt(), rl_line_buffer, rl_point, searching);
}

void cr_draw_if_due(void) {
  if (!is_due) return;
  struct pollfd input = {.fd = fileno(rl_instream), .events = POLLIN};
  if (poll(&input, 1, 0) > 0 && (input.revents & POLLIN)) return;
  draw();
}

void cr_finish(const char *mark) {
  is_due = 0;
  rl_line_buffer[rl_end] = '\0';
  cr_owner.finish(cr_owner.context, prompt(), rl_line_buffer, mark);
}

void cr_resize(void) {
  rl_reset_screen_size();
  cr_owner.resized(cr_owner.context);
  draw();
}

void cr_suspend(void) {
  cr_finish("");
  (*rl_deprep_term_function)();
  cr_release_prompt_signals();
  raise(SIGTSTP);
  cr_catch_prompt_signals();
  (*rl_prep_term_function)(1);
  rl_reset_screen_size();
  draw();
}

int cr_columns(void) {
  int rows = 0, columns = 0;
  rl_reset_screen_size();
  rl_get_screen_size(&rows, &columns);
  return columns > 0 ? columns : 80;
}

int cr_rows(void) {
  int rows = 0, columns = 0;
  rl_get_screen_size(&rows, &columns);
  return rows > 0 ? rows : 24;
}

void cr_write(const char *bytes, int count) {
  fflush(rl_outstream);
  while (count > 0) {
    ssize_t written = write(fileno(rl_outstream), bytes, (size_t)count);
    if (written <= 0) return; /* the terminal is gone */
    bytes += written;
    count -= (int)written;
  }
}
