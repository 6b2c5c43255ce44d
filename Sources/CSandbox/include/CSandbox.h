// What a worker process may not do any more: Linux' Landlock and seccomp by bare system calls, so that no library and
// no newer kernel header is needed. Sources: landlock(7), seccomp(2), Documentation/userspace-api/landlock.rst.
#ifndef CSANDBOX_H
#define CSANDBOX_H

#include <stdbool.h>
#include <stddef.h>

// Forbids this process to write, make, remove or run files anywhere but below the folders, to bind or connect TCP
// sockets, and to signal processes outside; reading stays free. Holds for the calling thread and what it starts, so it
// must be called while there is one thread only. Returns the version of Landlock that is at work, 0 where the kernel has
// none, else -errno.
int sandbox_restrict_files(const char *const *folders, size_t count);

// Refuses, with EPERM, system calls that a reader of documents has no use for: sockets, other programs, other processes'
// memory, mounts, kernel modules, changes of rights and owners. Holds for all threads. Returns 0 or -errno.
int sandbox_filter_calls(void);

// No rights beyond those of the process, by any program it may run. Returns 0 or -errno.
int sandbox_no_new_privileges(void);

// Limits of the process from now on, as for setrlimit(2); 0 leaves one as it is. No core is ever dumped. Returns 0 or
// -errno.
int sandbox_limit(unsigned long long files, unsigned long long file_bytes, unsigned long long data_bytes);

// Allows this much more processor time from now on; beyond, the process ends by SIGXCPU. Returns 0 or -errno.
int sandbox_limit_processor(unsigned long long seconds);

#endif
