/* Ctrl-C and its like: a flag and a pipe. */

#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static atomic_int interrupted;
static atomic_int terminated;
static atomic_int watches_termination;
static int signal_pipe[2] = {-1, -1};

static void on_signal(int number) {
  int saved = errno;
  if (number == SIGINT) atomic_store(&interrupted, 1);
  if (number == SIGTERM && atomic_load(&watches_termination)) {
    atomic_store(&terminated, 1);
    atomic_store(&interrupted, 1);
  }
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = saved;
}

static void catch_signal(int number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

int cr_signals_install(void) {
  if (signal_pipe[0] >= 0) return 0;
  if (pipe(signal_pipe) != 0) return errno;
  for (int end = 0; end < 2; end++) {
    fcntl(signal_pipe[end], F_SETFL, O_NONBLOCK);
    fcntl(signal_pipe[end], F_SETFD, FD_CLOEXEC);
  }
  catch_signal(SIGINT);
  catch_signal(SIGWINCH);
  return 0;
}

static struct sigaction usual_interrupt;

void cr_interrupts_catch(void) {
  sigaction(SIGINT, NULL, &usual_interrupt);
  if (usual_interrupt.sa_handler != SIG_IGN) catch_signal(SIGINT);
}

void cr_interrupts_release(void) { sigaction(SIGINT, &usual_interrupt, NULL); }

static struct sigaction usual_termination;

void cr_termination_catch(void) {
  atomic_store(&watches_termination, 1);
  sigaction(SIGTERM, NULL, &usual_termination);
  if (usual_termination.sa_handler != SIG_IGN) catch_signal(SIGTERM);
}

void cr_termination_release(void) {
  sigaction(SIGTERM, &usual_termination, NULL);
  atomic_store(&watches_termination, 0);
}

int cr_terminated(void) { return atomic_load(&terminated); }

int cr_interrupted(void) { return atomic_load(&interrupted); }

void cr_interrupt_clear(void) {
  unsigned char byte;
  while (signal_pipe[0] >= 0 && read(signal_pipe[0], &byte, 1) == 1) {}
  atomic_store(&interrupted, 0);
}

static int ending_signal;

void cr_die_of_signal(void) {
  if (ending_signal) raise(ending_signal);
}

int cr_wait(int descriptor) {
  for (;;) {
    cr_draw_if_due();
    struct pollfd watched[2] = {{.fd = signal_pipe[0], .events = POLLIN},
                                {.fd = descriptor, .events = POLLIN}};
    if (poll(watched, 2, cr_has_kept_bytes() ? 0 : -1) < 0) {
      if (errno == EINTR) continue;
      return CR_WAIT_END;
    }
    /* A signal that came while `poll` returned comes before the input behind it. */
    if (atomic_load(&interrupted)) return CR_WAIT_INTERRUPT;
    if (cr_has_kept_bytes()) return CR_WAIT_INPUT;
    unsigned char number;
    if (watched[0].revents && read(signal_pipe[0], &number, 1) == 1) {
      switch (number) {
        case SIGINT: return CR_WAIT_INTERRUPT;
        case SIGWINCH: return CR_WAIT_RESIZE;
        case SIGTSTP: return CR_WAIT_SUSPEND;
        default:
          ending_signal = number;
          return CR_WAIT_END;
      }
    }
    if (watched[1].revents & POLLNVAL) return CR_WAIT_END;
    if (watched[1].revents) return CR_WAIT_INPUT;
  }
}

int cr_wait_input(int descriptor) {
  for (;;) {
    cr_draw_if_due();
    struct pollfd watched[2] = {{.fd = signal_pipe[0], .events = POLLIN},
                                {.fd = descriptor, .events = POLLIN}};
    if (poll(watched, 2, -1) < 0) {
      if (errno == EINTR) continue;
      return 0;
    }
    return watched[1].revents != 0 && !atomic_load(&interrupted);
  }
}

int cr_read_byte(int descriptor) {
  for (;;) {
    unsigned char byte;
    ssize_t count = read(descriptor, &byte, 1);
    if (count == 1) return byte;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN ? CR_NO_BYTE : EOF;
    struct pollfd watched = {.fd = descriptor, .events = POLLIN};
    poll(&watched, 1, 0);
    return watched.revents & (POLLHUP | POLLERR | POLLNVAL) ? EOF : CR_NO_BYTE;
  }
}

static const int prompt_signals[] = {SIGTSTP, SIGTERM, SIGHUP};
static struct sigaction prompt_actions[3];

void cr_catch_prompt_signals(void) {
  for (int i = 0; i < 3; i++) {
    sigaction(prompt_signals[i], NULL, &prompt_actions[i]);
    if (prompt_actions[i].sa_handler != SIG_IGN) catch_signal(prompt_signals[i]);
  }
}

void cr_release_prompt_signals(void) {
  for (int i = 0; i < 3; i++) sigaction(prompt_signals[i], &prompt_actions[i], NULL);
}
