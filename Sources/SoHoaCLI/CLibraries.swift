@preconcurrency import Glibc

/// The C libraries that pictures are decoded with.
enum CLibraries {
  /// Keeps what they write to standard error (libjpeg, libpng and libtiff on broken files) away from it: what
  /// is to be known becomes findings. Our own messages go to the file descriptor.
  static func hush() {
    if let nowhere = fopen("/dev/null", "w") { stderr = nowhere }
  }
}
