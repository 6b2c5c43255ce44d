import Testing

@testable import SoHoaWorkers

@Suite struct MachineTests {
  @Test(
    "as many workers as cores, fewer where memory is short",
    arguments: [
      (8, 64 << 30, 8), (8, 2 << 30, 4), (2, 500 << 20, 1), (4, 100 << 20, 1), (4, nil, 4),
    ] as [(Int, Int?, Int)])
  func jobs(_ cores: Int, _ memory: Int?, _ wanted: Int) {
    #expect(Machine.jobs(cores: cores, memory: memory) == wanted)
  }

  @Test("a worker may take its part of the memory, never less than it needs") func share() {
    let gigabyte = 1 << 30
    #expect(Machine.share(of: 3 * gigabyte, jobs: 2, memory: 64 * gigabyte) == 3 * gigabyte)
    #expect(Machine.share(of: 3 * gigabyte, jobs: 4, memory: 4 * gigabyte) == gigabyte * 9 / 10)
    #expect(Machine.share(of: 3 * gigabyte, jobs: 4, memory: gigabyte) == Machine.ordinaryWorker)
    #expect(Machine.share(of: 3 * gigabyte, jobs: 4, memory: nil) == 3 * gigabyte)
  }

  @Test func readsWhatTheSystemTells() throws {
    #expect(Machine.kilobytes("MemAvailable:", "MemTotal: 9 kB\nMemAvailable:   12345 kB\n") == 12345)
    #expect(Machine.kilobytes("MemAvailable:", "") == nil)
    #expect(try #require(Machine.memory) > 0)
  }
}
