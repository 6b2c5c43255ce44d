import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Ends this process when the one that started it is gone, whatever it is doing.
enum ParentWatch {
  private static let pause: UInt32 = 250_000

  /// - Parameter parent: the process that started this one.
  static func start(parent: Int32) {
    let thread = Thread {
      while getppid() == parent { usleep(pause) }
      _exit(EXIT_FAILURE)
    }
    thread.stackSize = 64 << 10
    thread.start()
  }
}
