import Foundation
import SoHoaWorkers

#if canImport(Glibc)
  import Glibc
#endif

/// `SandboxProbe WRITABLE OTHER`: enters the sandbox, then tries one thing after the other. A line each: name, and 0 or
/// the system's number of the error.
@main
struct SandboxProbe {
  static func main() {
    let writable = CommandLine.arguments[1]
    let other = CommandLine.arguments[2]
    let state = Sandbox.enter(writable: [writable], limits: WorkerLimits(openFiles: 64, fileBytes: 1 << 20))
    print("landlock \(state.landlock ?? 0)\nseccomp \(state.seccomp ? 1 : 0)\nlimits \(state.limits ? 1 : 0)")
    tell("read-elsewhere", open("\(other)/there.txt", O_RDONLY))
    tell("write-inside", open("\(writable)/new.txt", O_WRONLY | O_CREAT, 0o600))
    tell("rename-inside", rename("\(writable)/new.txt", "\(writable)/newer.txt"))
    tell("write-elsewhere", open("\(other)/new.txt", O_WRONLY | O_CREAT, 0o600))
    tell("append-elsewhere", open("\(other)/there.txt", O_WRONLY | O_APPEND))
    tell("truncate-elsewhere", truncate("\(other)/there.txt", 0))
    tell("remove-elsewhere", unlink("\(other)/there.txt"))
    tell("rename-out", rename("\(writable)/newer.txt", "\(other)/out.txt"))
    tell("link-out", link("\(writable)/newer.txt", "\(other)/out.txt"))
    tell("folder-elsewhere", mkdir("\(other)/folder", 0o700))
    tell("link-inside", symlink("/etc", "\(writable)/etc"))
    tell("pipe-inside", mkfifo("\(writable)/pipe", 0o600))
    tell("rights-elsewhere", chmod("\(other)/there.txt", 0o777))
    tell("through-link", open("\(writable)/link/new.txt", O_WRONLY | O_CREAT, 0o600))
    for (name, family) in [
      ("inet", AF_INET), ("inet6", AF_INET6), ("unix", AF_UNIX), ("netlink", AF_NETLINK),
    ] {
      tell("socket-\(name)", socket(family, Int32(SOCK_STREAM.rawValue), 0))
    }
    tell("signal-parent", kill(getppid(), 0))
    tell("root", chroot("/"))
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    tell("program", execv("/bin/true", &arguments))
    fileLimits(writable)
  }

  private static func fileLimits(_ folder: String) {
    signal(SIGXFSZ, SIG_IGN)
    let file = open("\(folder)/large", O_WRONLY | O_CREAT, 0o600)
    tell("large-file", Int32(truncatingIfNeeded: pwrite(file, "x", 1, 2 << 20)))
    var last: Int32 = 0
    for _ in 0..<100 where last >= 0 { last = open("/dev/null", O_RDONLY) }
    tell("many-files", last)
  }

  private static func tell(_ name: String, _ result: Int32) { print("\(name) \(result < 0 ? errno : 0)") }
}
