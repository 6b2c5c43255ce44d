import Foundation
import SoHoaWatch
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite(.serialized) struct FolderWatchTests {
  @Test func givesWhatIsThereAndWhatComes() async throws {
    let desk = try WatchDesk { try Data("a".utf8).write(to: $0.appendingPathComponent("a.pdf")) }
    #expect(await desk.given(1) == ["a.pdf"])
    desk.write("b.pdf", "b")
    #expect(await desk.given(1) == ["b.pdf"])
    #expect(await desk.given(1, within: .milliseconds(600)) == [])
    #expect(desk.troubles.all.isEmpty)
  }

  /// Pauses are longer than files take to settle; the file stays open meanwhile.
  @Test func waitsForASlowWriter() async throws {
    let desk = try WatchDesk()
    let scan = SlowFile(desk.file("scan.pdf"))
    for _ in 0..<3 {
      scan.write("page")
      #expect(await desk.given(1, within: .milliseconds(500)) == [])
    }
    scan.write("end")
    scan.finish()
    let file = try #require(await desk.files(1).first)
    #expect(file.stamp.bytes == 15 && file.isUnchanged)
  }

  /// The watch begins, or begins anew, while somebody writes: no event tells of it.
  @Test func asksTheKernelForWritersItDidNotSee() async throws {
    var scan: SlowFile?
    let desk = try WatchDesk { folder in
      scan = SlowFile(folder.appendingPathComponent("scan.pdf"))
      scan?.write("page")
    }
    #expect(await desk.given(1, within: .milliseconds(800)) == [])
    scan?.finish()
    #expect(await desk.given(1) == ["scan.pdf"])
  }

  @Test(
    "leaves out names of files that are not whole",
    arguments: [
      "a.pdf.part", "b.tmp", "c.pdf~", "d.crdownload", ".hidden.pdf", "~$e.docx", "F.PARTIAL",
    ])
  func leavesOut(_ name: String) async throws {
    let desk = try WatchDesk { try Data("x".utf8).write(to: $0.appendingPathComponent(name)) }
    #expect(await desk.given(1, within: .milliseconds(500)) == [])
    #expect(rename(desk.file(name).path, desk.file("whole.pdf").path) == 0)
    #expect(await desk.given(1) == ["whole.pdf"])
  }

  @Test func givesAFileThatIsMovedIn() async throws {
    let desk = try WatchDesk()
    let outside = desk.home.appendingPathComponent("scan.pdf")
    try Data("x".utf8).write(to: outside)
    #expect(rename(outside.path, desk.file("scan.pdf").path) == 0)
    #expect(await desk.given(1) == ["scan.pdf"])
  }

  @Test func givesAFileAgainWhenItIsOverwritten() async throws {
    let desk = try WatchDesk()
    desk.write("scan.pdf", "first")
    let first = try #require(await desk.files(1).first)
    desk.write("scan.pdf", "second")
    #expect(!first.isUnchanged)
    #expect(await desk.files(1).first?.stamp.bytes == 6)
  }

  @Test func forgetsAFileThatVanishes() async throws {
    let desk = try WatchDesk(settle: .milliseconds(500))
    desk.write("scan.pdf", "x")
    try FileManager.default.removeItem(at: desk.file("scan.pdf"))
    #expect(await desk.given(1, within: .seconds(1)) == [])
    desk.write("scan.pdf", "x")
    #expect(await desk.given(1) == ["scan.pdf"])
  }

  /// A file without a byte is most often one that is about to be written.
  @Test func isPatientWithEmptyFiles() async throws {
    let desk = try WatchDesk(settle: .milliseconds(300))
    desk.write("scan.pdf", "")
    #expect(await desk.given(1, within: .milliseconds(800)) == [])
    #expect(await desk.given(1) == ["scan.pdf"])
  }

  @Test func givesThousandsAtOnce() async throws {
    let desk = try WatchDesk()
    let count = 5_000
    for number in 0..<count { desk.write("\(number).txt", "\(number)") }
    let given = await desk.given(count, within: .seconds(60))
    #expect(given.count == count && Set(given).count == count)
    #expect(await desk.given(1, within: .milliseconds(500)) == [])
  }

  @Test func followsNewFoldersAndLeavesOutOthers() async throws {
    let desk = try WatchDesk(leftOut: ["out"])
    let manager = FileManager.default
    for name in ["2026/08", "out/x", ".git"] {
      try manager.createDirectory(at: desk.file(name), withIntermediateDirectories: true)
      desk.write(name + "/a.pdf", name)
    }
    #expect(await desk.given(1) == ["2026/08/a.pdf"])
    desk.write("2026/08/b.pdf", "b")
    #expect(await desk.given(1) == ["2026/08/b.pdf"])
    #expect(rename(desk.file("2026").path, desk.file("2027").path) == 0)
    #expect(await desk.given(2).sorted() == ["2027/08/a.pdf", "2027/08/b.pdf"])
    desk.write("2027/08/c.pdf", "c")
    #expect(await desk.given(1) == ["2027/08/c.pdf"])
  }

  @Test func followsNoLinks() async throws {
    let desk = try WatchDesk { folder in
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("a"), withIntermediateDirectories: true)
      #expect(symlink("..", folder.appendingPathComponent("a/loop").path) == 0)
      #expect(symlink("/etc/passwd", folder.appendingPathComponent("link.txt").path) == 0)
      #expect(mkfifo(folder.appendingPathComponent("pipe.pdf").path, 0o600) == 0)
      try Data("x".utf8).write(to: folder.appendingPathComponent("a/b.pdf"))
    }
    #expect(await desk.given(2, within: .seconds(1)) == ["a/b.pdf"])
  }

  /// What no event tells, as on a share, is found by looking.
  @Test func looksThroughTheFolderNowAndThen() async throws {
    let desk = try WatchDesk(rescan: .milliseconds(300))
    desk.write("a.pdf", "x")
    let file = try #require(await desk.files(1).first)
    desk.watch.release(file)
    #expect(await desk.given(1) == ["a.pdf"])
    #expect(await desk.given(1, within: .seconds(1)) == [])
  }

  @Test func waitsForAFolderThatGoesAndComes() async throws {
    let desk = try WatchDesk(rescan: .milliseconds(200))
    try FileManager.default.removeItem(at: desk.folder)
    #expect(await desk.isTold(1))
    try FileManager.default.createDirectory(at: desk.folder, withIntermediateDirectories: true)
    desk.write("a.pdf", "x")
    #expect(await desk.given(1) == ["a.pdf"])
    #expect(desk.troubles.all == [.folderGone(desk.folder.path), .folderBack(desk.folder.path)])
  }

  @Test func tellsOfNamesThatAreNoUTF8() async throws {
    let desk = try WatchDesk { folder in
      let name = folder.path.utf8CString.dropLast() + [47, -1, 46, 112, 0]
      _ = name.withUnsafeBufferPointer { close(open($0.baseAddress!, O_WRONLY | O_CREAT, 0o644)) }
    }
    #expect(await desk.isTold(1))
    #expect(await desk.given(1, within: .milliseconds(500)) == [])
    #expect(desk.troubles.all == [.badNames(desk.folder.path, 1)])
  }

  @Test func endsWhenItIsClosed() async throws {
    let desk = try WatchDesk()
    desk.write("a.pdf", "x")
    #expect(await desk.given(1) == ["a.pdf"])
    let watch = desk.watch
    let ended = Task { () -> Int in
      var count = 0
      for await _ in watch { count += 1 }
      return count
    }
    try await Task.sleep(for: .milliseconds(200))
    watch.close()
    #expect(await ended.value == 0)
  }
}
