import Foundation

/// Keeps Tesseract to one OpenMP thread: more cost several times the time, and one engine per core is
/// faster in every measurement.
///
/// Tesseract asks for four threads by a clause of its own, so that only two things hold it back: the
/// environment variable `OMP_THREAD_LIMIT`, which OpenMP reads before `main`, and the number of nested
/// parallel regions that a thread may open. None, we say here: then every region has one thread. OpenMP
/// keeps that number per thread, and Swift moves tasks between threads, so it is said before each
/// recognition.
enum SingleThread {
  private typealias SetLevels = @convention(c) (Int32) -> Void

  /// Nil if Tesseract was built without OpenMP.
  private static let setLevels: SetLevels? = {
    guard let whole = dlopen(nil, RTLD_NOW), let symbol = dlsym(whole, "omp_set_max_active_levels") else {
      return nil
    }
    return unsafeBitCast(symbol, to: SetLevels.self)
  }()

  static func enforce() { setLevels?(0) }
}
