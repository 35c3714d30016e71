/* The terminal as it was before an entry is typed, and programs that borrow it. */

#include "Internal.h"

#include <signal.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static const int fatal_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT};
#define FATAL_COUNT (int)(sizeof fatal_signals / sizeof *fatal_signals)
static struct sigaction fatal_actions[FATAL_COUNT];
static struct termios usual;
static int is_guarded;

/* Only what a signal handler may call. */
static void on_fatal(int number) {
  static const char leave_paste[] = "\033[?2004l\033[?25h\r\n";
  ssize_t ignored = write(STDERR_FILENO, leave_paste, sizeof leave_paste - 1);
  (void)ignored;
  tcsetattr(STDIN_FILENO, TCSANOW, &usual);
  signal(number, SIG_DFL);
  raise(number);
}

void cr_guard_terminal(void) {
  if (is_guarded || tcgetattr(STDIN_FILENO, &usual) != 0) return;
  is_guarded = 1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_fatal;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal_signals[i], &action, &fatal_actions[i]);
}

void cr_unguard_terminal(void) {
  if (!is_guarded) return;
  is_guarded = 0;
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal_signals[i], &fatal_actions[i], NULL);
}

int cr_run_program(const char *command) {
  int status = system(command);
  cr_interrupt_clear();
  return status >= 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int cr_page(const char *command, const char *bytes, long count) {
  FILE *pager = popen(command, "w");
  if (!pager) return -1;
  /* Somebody who has seen enough closes the pager: the rest is for nobody. */
  fwrite(bytes, 1, (size_t)count, pager);
  int status = pclose(pager);
  cr_interrupt_clear();
  return status >= 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
