/* Drawing the entry: the gutter, changes of size, and the list of candidates. */

#include "Internal.h"

#include <signal.h>
#include <wchar.h>

static char *shown;
static size_t shown_capacity;

/* One character of a UTF-8 text: its bytes, and its columns on the terminal. */
static size_t measure(const char *text, size_t left, int *columns) {
  mbstate_t state;
  wchar_t character;
  memset(&state, 0, sizeof state);
  size_t bytes = mbrtowc(&character, text, left, &state);
  if (bytes == 0 || bytes > left) {
    *columns = 1;
    return 1;
  }
  int width = wcwidth(character);
  *columns = width < 0 ? 2 : width;
  return bytes;
}

int cr_width(const char *text) {
  int total = 0;
  for (size_t left = strlen(text); left > 0;) {
    int columns;
    size_t bytes = measure(text, left, &columns);
    total += columns;
    text += bytes;
    left -= bytes;
  }
  return total;
}

/* Where an offset of the entry lies in the text that is shown. */
static int shown_offset(int offset) {
  int newlines = 0;
  for (int i = 0; i < offset && i < rl_end; i++) newlines += rl_line_buffer[i] == '\n';
  return offset + newlines * (int)strlen(cr_gutter);
}

/* Builds the text that is shown: the entry with the gutter after every newline. */
static int build_shown(void) {
  size_t width = strlen(cr_gutter), needed = (size_t)shown_offset(rl_end) + 1;
  if (needed > shown_capacity) {
    char *larger = realloc(shown, needed * 2);
    if (!larger) return 0;
    shown = larger;
    shown_capacity = needed * 2;
  }
  char *out = shown;
  for (int i = 0; i < rl_end; i++) {
    *out++ = rl_line_buffer[i];
    if (rl_line_buffer[i] == '\n') {
      memcpy(out, cr_gutter, width);
      out += width;
    }
  }
  *out = '\0';
  return 1;
}

/* Readline compares screen images, not entries, so it can be shown another text than the entry
   for the time of one drawing. */
void cr_redisplay(void) {
  if (rl_end == 0 || !memchr(rl_line_buffer, '\n', (size_t)rl_end) || !build_shown()) {
    rl_redisplay();
    return;
  }
  char *buffer = rl_line_buffer;
  int point = rl_point, end = rl_end, mark = rl_mark;
  int shown_point = shown_offset(point), shown_end = shown_offset(end);
  int shown_mark = shown_offset(mark < 0 || mark > end ? end : mark);
  rl_line_buffer = shown;
  rl_point = shown_point;
  rl_end = shown_end;
  rl_mark = shown_mark;
  rl_redisplay();
  rl_line_buffer = buffer;
  rl_point = point;
  rl_end = end;
  rl_mark = mark;
}

/* Rows between the prompt and the cursor on a terminal of this many columns. */
static int rows_above_cursor(int columns) {
  if (!build_shown() || columns < 1) return 0;
  int row = 0, column = cr_width(rl_display_prompt ? rl_display_prompt : "");
  int end = shown_offset(rl_point);
  for (int i = 0; i < end;) {
    int width;
    size_t bytes = measure(shown + i, (size_t)(end - i), &width);
    if (shown[i] == '\n') {
      row++;
      column = 0;
    } else if (shown[i] == '\t') {
      column += 8 - column % 8;
    } else {
      column += width;
    }
    if (column > columns) {
      row++;
      column = shown[i] == '\t' ? 0 : width;
    }
    i += (int)bytes;
  }
  return row;
}

void cr_draw_below(void) {
  rl_point = rl_end;
  cr_redisplay();
  fputc('\n', rl_outstream);
  fflush(rl_outstream);
}

/* Terminals fold long lines anew when they get another width, so readline's own idea of where
   the prompt stands is wrong by then: find it by the new width, and draw from there. */
void cr_resize(void) {
  int rows, columns;
  rl_reset_screen_size();
  rl_get_screen_size(&rows, &columns);
  int above = rows_above_cursor(columns);
  if (above > 0) fprintf(rl_outstream, "\033[%dA", above);
  fputs("\r\033[J", rl_outstream);
  rl_on_new_line();
  rl_forced_update_display();
}

void cr_suspend(void) {
  int point = rl_point;
  cr_draw_below();
  rl_point = point;
  (*rl_deprep_term_function)();
  cr_release_prompt_signals();
  raise(SIGTSTP);
  cr_catch_prompt_signals();
  (*rl_prep_term_function)(1);
  rl_reset_screen_size();
  rl_on_new_line();
  rl_forced_update_display();
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

void cr_print(const char *text) {
  rl_crlf();
  fputs(text, rl_outstream);
  rl_on_new_line();
  rl_forced_update_display();
}
