#ifndef CEXCHANGE_H
#define CEXCHANGE_H

/* Lets two paths of one file system change places in one step. 0, or -1 with errno; ENOSYS, EINVAL
   or ENOTSUP where that cannot be done. */
int exchange_paths(const char *first, const char *second);

#endif
