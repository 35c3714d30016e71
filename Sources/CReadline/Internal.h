/* What the files of this target share; Swift sees CReadline.h only. */

#ifndef INTERNAL_H
#define INTERNAL_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif

#include "CReadline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/readline.h>
#include <readline/history.h>

#if !defined(RL_READLINE_VERSION) || RL_READLINE_VERSION < 0x0802
#error "GNU readline 8.2 or newer is needed; the header found is older, or is libedit (macOS)."
#endif

/* Reading.c: who answers. */
extern cr_delegate cr_owner;

/* Signals.c: while an entry is typed the terminal is in raw mode, so the signals that stop or
   end the process must put it back first. */
void cr_catch_prompt_signals(void);
void cr_release_prompt_signals(void);

/* Raises the signal that ended the last `cr_wait`, if one did. */
void cr_die_of_signal(void);

/* Waits for input; 0 when a signal came first, which is left for `cr_wait`. */
int cr_wait_input(int descriptor);

/* A byte of the terminal, EOF when it is gone, or CR_NO_BYTE when what was there is not any more:
   Ctrl-C throws away what was typed and not yet read. */
#define CR_NO_BYTE (-2)
int cr_read_byte(int descriptor);

/* Terminal.c: what puts the terminal back when the program crashes. */
void cr_guard_terminal(void);
void cr_unguard_terminal(void);

/* Display.c. Drawing waits until no more input is there. */
void cr_redisplay(void);
void cr_draw_if_due(void);
void cr_finish(const char *mark);
void cr_resize(void);
void cr_suspend(void);

/* Pictures.c: the next byte that was typed while the terminal was asked something; -1 for none. */
int cr_has_kept_bytes(void);
int cr_kept_byte(void);

/* Keys.c: the names that an inputrc may use, and the bindings. */
/* Drops the entry. No terminal sends it while an entry is typed: it is the key of SIGQUIT. */
#define CR_DROP_KEY 0x1c
int cr_read_character(FILE *stream);
int cr_run_entry(int key, const char *mark);
void cr_name_functions(void);
void cr_bind_keys(void);
void cr_rebind(rl_command_func_t *usual, rl_command_func_t *wanted);

/* Lines.c: keys that in readline go to the ends of the entry go to those of the line. */
void cr_bind_lines(void);

/* Recall.c: the history, from the start of a new entry, and after every key. */
void cr_name_recall(void);
void cr_bind_recall(void);
void cr_forget_recall(void);
void cr_leave_history(void);

#endif
