#define _GNU_SOURCE
#include "watch.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/vfs.h>

int watch_rename_new(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

int watch_is_local(int file) {
  struct statfs system;
  if (fstatfs(file, &system) != 0) return 0;
  switch ((unsigned int)system.f_type) {
    case 0xEF53:      // ext
    case 0x58465342:  // XFS
    case 0x9123683E:  // Btrfs
    case 0xF2F52010:  // F2FS
    case 0x01021994:  // tmpfs
      return 1;
    default:
      return 0;
  }
}

int watch_has_no_writer(int file) {
  // Whoever opens it meanwhile waits until the lease is given back; we are told by a signal that does nothing.
  fcntl(file, F_SETSIG, SIGURG);
  if (fcntl(file, F_SETLEASE, F_RDLCK) != 0) return errno == EAGAIN ? 0 : -1;
  fcntl(file, F_SETLEASE, F_UNLCK);
  return 1;
}
