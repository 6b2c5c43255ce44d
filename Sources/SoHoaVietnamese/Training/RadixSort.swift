/// Sorts packed n-grams, sixteen bits a pass.
enum RadixSort {
  static func sort(_ keys: inout [UInt64], bits: Int) {
    var other = [UInt64](repeating: 0, count: keys.count)
    for shift in stride(from: 0, to: bits, by: 16) {
      pass(keys, into: &other, shift: UInt64(shift))
      swap(&keys, &other)
    }
  }

  private static func pass(_ keys: [UInt64], into other: inout [UInt64], shift: UInt64) {
    var places = [Int](repeating: 0, count: 1 << 16)
    keys.withUnsafeBufferPointer { keys in
      other.withUnsafeMutableBufferPointer { other in
        places.withUnsafeMutableBufferPointer { places in
          for key in keys { places[Int(key >> shift & 0xFFFF)] += 1 }
          var sum = 0
          for index in 0..<places.count {
            (places[index], sum) = (sum, sum + places[index])
          }
          for key in keys {
            let bucket = Int(key >> shift & 0xFFFF)
            other[places[bucket]] = key
            places[bucket] += 1
          }
        }
      }
    }
  }
}
