#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// Landlock's numbers, as the kernel has frozen them; older headers lack the later ones.
enum { landlock_create = 444, landlock_add = 445, landlock_restrict = 446 };

#define FILE_EXECUTE (1ULL << 0)
#define FILE_WRITE (1ULL << 1)
#define FILE_REMOVE_AND_MAKE (0x1ff0ULL)  // remove_dir (4) to make_sym (12)
#define FILE_REMOVE (3ULL << 4)
#define FILE_MAKE_FOLDER (1ULL << 7)
#define FILE_MAKE_PLAIN (1ULL << 8)
#define FILE_REFER (1ULL << 13)
#define FILE_TRUNCATE (1ULL << 14)
#define FILE_IOCTL_DEVICE (1ULL << 15)
// Plain files and folders: no links, pipes, sockets, devices.
#define FILE_OF_OWN_FOLDERS \
  (FILE_WRITE | FILE_REMOVE | FILE_MAKE_FOLDER | FILE_MAKE_PLAIN | FILE_REFER | FILE_TRUNCATE)
#define NET_BIND_AND_CONNECT (3ULL)
#define SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS (3ULL)

struct ruleset {
  uint64_t files, net, scoped;
};

struct path_rule {
  uint64_t allowed;
  int32_t folder;
} __attribute__((packed));

static int landlock_version(void) {
  long version = syscall(landlock_create, NULL, 0, 1);
  return version < 0 ? 0 : (int)version;
}

static uint64_t file_rights(int version) {
  uint64_t rights = FILE_EXECUTE | FILE_WRITE | FILE_REMOVE_AND_MAKE;
  if (version >= 2) rights |= FILE_REFER;
  if (version >= 3) rights |= FILE_TRUNCATE;
  if (version >= 5) rights |= FILE_IOCTL_DEVICE;
  return rights;
}

static int allow(int rules, const char *folder, uint64_t rights) {
  struct path_rule rule = {.allowed = rights & FILE_OF_OWN_FOLDERS};
  rule.folder = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (rule.folder < 0) return -errno;
  int result = syscall(landlock_add, rules, 1, &rule, 0) == 0 ? 0 : -errno;
  close(rule.folder);
  return result;
}

int sandbox_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : -errno; }

int sandbox_restrict_files(const char *const *folders, size_t count) {
  int version = landlock_version();
  if (version == 0) return 0;
  struct ruleset set = {.files = file_rights(version)};
  if (version >= 4) set.net = NET_BIND_AND_CONNECT;
  if (version >= 6) set.scoped = SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS;
  size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
  int rules = (int)syscall(landlock_create, &set, size, 0);
  if (rules < 0) return -errno;
  int result = 0;
  for (size_t i = 0; i < count && result == 0; i++) result = allow(rules, folders[i], set.files);
  if (result == 0 && syscall(landlock_restrict, rules, 0) != 0) result = -errno;
  close(rules);
  return result == 0 ? version : result;
}

// System calls that are refused.
static const int refused[] = {
    // The network, and the ways around its calls.
    SYS_socket, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4, SYS_io_uring_setup, SYS_io_uring_enter,
    SYS_io_uring_register,
    // Other programs and other processes.
    SYS_execve, SYS_execveat, SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp, SYS_pidfd_getfd,
    // Namespaces and mounts.
    SYS_unshare, SYS_setns, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_fsopen, SYS_fsmount,
    SYS_move_mount, SYS_open_tree, SYS_mount_setattr,
    // The kernel.
    SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_init_module, SYS_finit_module, SYS_delete_module,
    SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_swapoff, SYS_acct, SYS_quotactl, SYS_keyctl, SYS_add_key,
    SYS_request_key, SYS_settimeofday, SYS_clock_settime, SYS_adjtimex, SYS_clock_adjtime, SYS_sethostname,
    SYS_setdomainname, SYS_open_by_handle_at, SYS_name_to_handle_at,
    // Rights, owners, times and attributes of files, which Landlock leaves free.
    SYS_fchmod, SYS_fchmodat, SYS_fchown, SYS_fchownat, SYS_utimensat, SYS_setxattr, SYS_lsetxattr, SYS_fsetxattr,
    SYS_removexattr, SYS_lremovexattr, SYS_fremovexattr,
#if defined(__x86_64__)
    SYS_chmod, SYS_chown, SYS_lchown, SYS_utime, SYS_utimes, SYS_futimesat, SYS_iopl, SYS_ioperm,
#endif
    452,  // fchmodat2
    463,  // setxattrat
    466,  // removexattrat
};

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define LOAD(member) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define ANSWER(action) BPF_STMT(BPF_RET | BPF_K, action)
#define REFUSE ANSWER(SECCOMP_RET_ERRNO | EPERM)

int sandbox_filter_calls(void) {
#ifndef ARCHITECTURE
  return -ENOSYS;
#else
  enum { calls = sizeof refused / sizeof *refused };
  struct sock_filter program[2 * calls + 7];
  unsigned short n = 0;
  // Calls by the numbers of another architecture, and x32's, are refused as a whole.
  program[n++] = (struct sock_filter)LOAD(arch);
  program[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
  program[n++] = (struct sock_filter)REFUSE;
  program[n++] = (struct sock_filter)LOAD(nr);
  program[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  program[n++] = (struct sock_filter)REFUSE;
  for (int i = 0; i < calls; i++) {
    program[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)refused[i], 0, 1);
    program[n++] = (struct sock_filter)REFUSE;
  }
  program[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_ALLOW);
  struct sock_fprog filter = {.len = n, .filter = program};
  long result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &filter);
  return result == 0 ? 0 : result < 0 ? -errno : -EBUSY;
#endif
}

static int lower(int what, unsigned long long value) {
  struct rlimit old;
  if (getrlimit((__rlimit_resource_t)what, &old) != 0) return -errno;
  struct rlimit new = old;
  if (new.rlim_max > value) new.rlim_max = value;
  if (new.rlim_cur > new.rlim_max) new.rlim_cur = new.rlim_max;
  return setrlimit((__rlimit_resource_t)what, &new) == 0 ? 0 : -errno;
}

int sandbox_limit(unsigned long long files, unsigned long long file_bytes, unsigned long long data_bytes) {
  int result = lower(RLIMIT_CORE, 0);
  if (result == 0 && files > 0) result = lower(RLIMIT_NOFILE, files);
  if (result == 0 && file_bytes > 0) result = lower(RLIMIT_FSIZE, file_bytes);
  if (result == 0 && data_bytes > 0) result = lower(RLIMIT_DATA, data_bytes);
  return result;
}

int sandbox_limit_processor(unsigned long long seconds) {
  struct rusage used;
  struct rlimit limit;
  if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) return -errno;
  unsigned long long until = (unsigned long long)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + seconds;
  limit.rlim_cur = until < limit.rlim_max ? until : limit.rlim_max;
  return setrlimit(RLIMIT_CPU, &limit) == 0 ? 0 : -errno;
}
