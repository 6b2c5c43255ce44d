#ifndef SOHOA_WATCH_H
#define SOHOA_WATCH_H

// Calls of Linux that Swift's Glibc does not have.

/// renameat2(2) with RENAME_NOREPLACE: 0, or -1 with errno, EEXIST where the name is taken.
int watch_rename_new(const char *from, const char *to);

/// Whether an open file is on a local file system, where leases tell of writers.
int watch_is_local(int file);

/// fcntl(2), F_SETLEASE: whether nobody has the file open for writing: 1, 0, or -1 where the kernel cannot tell.
int watch_has_no_writer(int file);

#endif
