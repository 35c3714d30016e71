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

/* Keys that the owner answers. */
#define CR_KEY_RETURN 0
#define CR_KEY_COMPLETE 1       /* Tab: complete, and then the next candidate */
#define CR_KEY_COMPLETE_BACK 2  /* Shift-Tab: the candidate before */
#define CR_KEY_LIST 3           /* what can stand here */
#define CR_KEY_TAKE 4           /* take what is suggested behind the cursor */
#define CR_KEY_TAKE_WORD 5      /* take one word of it */
#define CR_KEY_SPACE 7          /* a space that completion may have put in already */
#define CR_KEY_CLOSE 8          /* a mark that stands against the word before it */
#define CR_KEY_EDIT 6           /* edit in a program of the user's; the terminal is in its usual mode */

/* What such a key does. */
#define CR_PRESS_PASS 0     /* what the key does in readline */
#define CR_PRESS_NOTHING 1  /* nothing */
#define CR_PRESS_REPLACE 2  /* the entry becomes `text`, with the cursor at `point` */
#define CR_PRESS_RUN 3      /* the entry is complete */
#define CR_PRESS_BELL 4     /* nothing, audibly */

/* The entry as a key leaves it; `text` is malloc'ed. */
typedef struct cr_edit {
  char *_Nullable text;
  int point;
} cr_edit;

/* What the editor asks the owner while an entry is being typed; offsets count bytes. */
typedef struct cr_delegate {
  void *context;

  /* One of CR_KEY_… was pressed: one of CR_PRESS_…. */
  int (*_Nonnull press)(void *context, int key, const char *text, int point, cr_edit *edit);

  /* Where the cursor goes one line up (-1) or down (1); -1 when there is no such line. */
  int (*_Nonnull line_motion)(void *context, const char *text, int point, int direction);

  /* The entry changed: draw it. `searching` says that the prompt is that of a search. */
  void (*_Nonnull draw)(
      void *context, const char *prompt, const char *text, int point, int searching);

  /* The entry is left: draw it for the last time, with a mark behind it, and go below it. */
  void (*_Nonnull finish)(void *context, const char *prompt, const char *text, const char *mark);

  /* The terminal has another size: the entry is drawn next. */
  void (*_Nonnull resized)(void *context);

  /* The screen is to be empty but for the entry, which is drawn next. */
  void (*_Nonnull clear)(void *context);
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

/* Prepares readline: name for `$if`, key bindings, hooks. */
void cr_setup(const char *name, cr_delegate delegate);

/* Reads one entry, which starts as `initial`. On CR_LINE, `*line` is a malloc'ed text; otherwise
   NULL. A signal that ends the process ends it here, with the terminal as it was. */
int cr_read(const char *prompt, const char *initial, char *_Nullable *_Nonnull line);

/* Writes to the terminal that the entry is typed on. */
void cr_write(const char *bytes, int count);

/* Whether the terminal says that it shows pictures, by the graphics protocol of kitty; waits for
   its answer for so many milliseconds at most. What was typed meanwhile is kept for the next entry. */
int cr_shows_pictures(int milliseconds);

/* The size of the terminal in columns and rows. */
int cr_columns(void);
int cr_rows(void);

/* History in memory. */
void cr_history_limit(int entries);
void cr_history_add(const char *text);

/* Runs a program through the shell and waits for it; its exit code, or -1. */
int cr_run_program(const char *command);

/* Hands a text to a program that shows it, and waits for it; its exit code, or -1. */
int cr_page(const char *command, const char *bytes, long count);

#pragma clang assume_nonnull end

#endif
