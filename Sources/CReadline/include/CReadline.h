/* The part of GNU readline that Peil uses, without its mutable globals.

   Readline keeps its state in C globals, which Swift 6 refuses, and it wants hooks without a
   context. This target owns both: it holds one delegate and offers functions only. All functions
   belong to the main thread, except `cr_interrupted`, which any thread may ask. */

#ifndef CREADLINE_H
#define CREADLINE_H

#pragma clang assume_nonnull begin

/* What ended a read. */
#define CR_LINE 0        /* the entry is complete */
#define CR_END 1         /* end of input, or the terminal went away */
#define CR_INTERRUPT 2   /* Ctrl-C: the entry was dropped */

/* What `cr_wait` saw. */
#define CR_WAIT_INPUT 0
#define CR_WAIT_INTERRUPT 1
#define CR_WAIT_RESIZE 2
#define CR_WAIT_SUSPEND 3
#define CR_WAIT_END 4

/* What the editor asks the owner while an entry is being typed; offsets count bytes. */
typedef struct cr_delegate {
  void *context;

  /* Return was pressed: a malloc'ed text to insert at the cursor, or NULL to run the entry. */
  char *_Nullable (*_Nonnull return_pressed)(void *context, const char *text, int point);

  /* Where the cursor goes one line up (-1) or down (1); -1 when there is no such line. */
  int (*_Nonnull line_motion)(void *context, const char *text, int point, int direction);

  /* Completion was asked for: the owner answers with calls of `cr_completion_add`. */
  void (*_Nonnull complete)(void *context, const char *text, int point);

  /* The candidates of the last `complete` are to be listed, with `cr_print`. */
  void (*_Nonnull show_candidates)(void *context);
} cr_delegate;

/* Signals. `cr_signals_install` catches SIGINT and SIGWINCH for the rest of the process: the
   handler stores a flag and writes a byte into a pipe, nothing else. Returns 0, or errno. */
int cr_signals_install(void);

/* Whether Ctrl-C was pressed since the last `cr_interrupt_clear`. Any thread may ask. */
int cr_interrupted(void);
void cr_interrupt_clear(void);

/* Catches Ctrl-C from here on, and lets it have its usual effect again: for a program that is no
   prompt. A Ctrl-C that is ignored stays ignored. */
void cr_interrupts_catch(void);
void cr_interrupts_release(void);

/* The same for SIGTERM, which then counts as a Ctrl-C and is told by cr_terminated. */
void cr_termination_catch(void);
void cr_termination_release(void);
int cr_terminated(void);

/* Waits until `descriptor` can be read or a signal came in: one of CR_WAIT_…. */
int cr_wait(int descriptor);

/* Prepares readline: name for `$if`, key bindings, hooks. `continuation` is shown in front of
   every line of an entry after the first and is never part of the text. */
void cr_setup(const char *name, const char *continuation, cr_delegate delegate);

/* Reads one entry. On CR_LINE, `*line` is a malloc'ed text; otherwise NULL. */
int cr_read(const char *prompt, char *_Nullable *_Nonnull line);

/* Adds a candidate: the whole text of the entry up to the cursor as it would become. The first
   call gives the part that all candidates share. */
void cr_completion_add(const char *text);

/* What follows a candidate that is the only one: ' ', or 0 for nothing. */
void cr_completion_append(int character);

/* Whether the list itself was asked for, rather than a completion. */
int cr_completion_is_listing(void);

/* Prints below the entry, then draws the entry anew. */
void cr_print(const char *text);

/* Columns that a UTF-8 text takes on the terminal. */
int cr_width(const char *text);

/* The size of the terminal in columns and rows. */
int cr_columns(void);
int cr_rows(void);

/* History, in memory and in a file; functions on files return 0, or errno. */
void cr_history_limit(int entries);
void cr_history_add(const char *text);
int cr_history_count(void);
const char *_Nullable cr_history_entry(int index);
int cr_history_load(const char *path);
int cr_history_append(const char *path);
int cr_history_rewrite(const char *path);

#pragma clang assume_nonnull end

#endif
