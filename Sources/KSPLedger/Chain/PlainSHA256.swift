/// SHA-256 as FIPS 180-4 writes it, for builds without the trait `SwiftCrypto`.
///
/// Nothing that is hashed is a secret, so nothing here guards against somebody with a stopwatch.
/// The tests compare it with swift-crypto's.
struct PlainSHA256 {
  private var state = Words(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19)
  /// What came after the last whole block of 64 bytes.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0

  private typealias Words = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length += UInt64(bytes.count)
    var start = 0
    if !rest.isEmpty {
      start = min(64 - rest.count, bytes.count)
      rest.append(contentsOf: bytes[..<start])
      guard rest.count == 64 else { return }
      let block = rest
      block.withUnsafeBytes { digest($0, at: 0) }
      rest.removeAll(keepingCapacity: true)
    }
    while bytes.count - start >= 64 {
      digest(bytes, at: start)
      start += 64
    }
    rest.append(contentsOf: bytes[start...])
  }

  mutating func finish() -> [UInt8] {
    var end: [UInt8] = [0x80]
    let padding = (119 - Int(length % 64)) % 64
    end.append(contentsOf: repeatElement(0, count: padding))
    end.append(big: length * 8)
    end.withUnsafeBytes { update($0) }
    let words = state
    return [words.0, words.1, words.2, words.3, words.4, words.5, words.6, words.7].flatMap {
      [UInt8(truncatingIfNeeded: $0 >> 24), UInt8(truncatingIfNeeded: $0 >> 16)]
        + [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
    }
  }

  private mutating func digest(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      for t in 0..<16 {
        let word = bytes.loadUnaligned(fromByteOffset: start + 4 * t, as: UInt32.self)
        schedule[t] = UInt32(bigEndian: word)
      }
      for t in 16..<64 {
        let x = schedule[t - 15]
        let y = schedule[t - 2]
        let low = Self.turned(x, 7) ^ Self.turned(x, 18) ^ (x >> 3)
        let high = Self.turned(y, 17) ^ Self.turned(y, 19) ^ (y >> 10)
        schedule[t] = schedule[t - 16] &+ low &+ schedule[t - 7] &+ high
      }
      Self.constants.withUnsafeBufferPointer { constants in
        mix(UnsafeBufferPointer(schedule), constants)
      }
    }
  }

  private mutating func mix(
    _ schedule: UnsafeBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
  ) {
    var (a, b, c, d, e, f, g, h) = state
    for t in 0..<64 {
      let high = Self.turned(e, 6) ^ Self.turned(e, 11) ^ Self.turned(e, 25)
      let one = h &+ high &+ ((e & f) ^ (~e & g)) &+ constants[t] &+ schedule[t]
      let low = Self.turned(a, 2) ^ Self.turned(a, 13) ^ Self.turned(a, 22)
      let two = low &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
    }
    state = (
      state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e, state.5 &+ f,
      state.6 &+ g, state.7 &+ h
    )
  }

  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
    0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
    0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
    0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
    0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
    0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
    0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
    0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
