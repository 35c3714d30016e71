/* Completion over the whole text of the entry. */

#include "Internal.h"

static char **matches;
static size_t match_count;

void cr_completion_add(const char *text) {
  char **larger = realloc(matches, (match_count + 2) * sizeof *matches);
  if (!larger) return;
  matches = larger;
  matches[match_count] = strdup(text);
  if (matches[match_count]) match_count++;
  matches[match_count] = NULL;
}

void cr_completion_append(int character) { rl_completion_append_character = character; }

int cr_completion_is_listing(void) { return rl_completion_type == '?'; }

static char **attempt_completion(const char *text, int start, int end) {
  (void)text;
  (void)start;
  rl_attempted_completion_over = 1; /* never fall back on file names */
  matches = NULL;
  match_count = 0;
  rl_line_buffer[rl_end] = '\0';
  cr_owner.complete(cr_owner.context, rl_line_buffer, end);
  char **found = matches;
  matches = NULL;
  return found;
}

/* No character ends a word, so readline replaces all text up to the cursor, and where a
   candidate starts is for the owner to say. */
static char *no_word_breaks(void) { return ""; }

static void show_matches(char **found, int count, int longest) {
  (void)found;
  (void)count;
  (void)longest;
  cr_owner.show_candidates(cr_owner.context);
}

void cr_set_completion_hooks(void) {
  rl_attempted_completion_function = attempt_completion;
  rl_completion_word_break_hook = no_word_breaks;
  rl_completer_quote_characters = NULL;
  rl_completion_display_matches_hook = show_matches;
  rl_sort_completion_matches = 0; /* the owner's order */
}
