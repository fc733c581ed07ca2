/// How a column writes amounts: which mark parts the sen from the rupiah.
///
/// A column speaks one language. `14.550` is fourteen thousand where a comma parts the decimals,
/// and `12345.67` can only be written where a point does; a column with both is refused, because
/// one of them would be read wrongly.
package enum AmountWriting: String, CaseIterable, Hashable, Sendable {
  /// `1.500.000,50`: points group the thousands, as in Indonesia.
  case comma
  /// `1,500,000.50`: commas group the thousands, as in English; also `1500000.50`.
  case point

  /// What a cell says about the writing of its column.
  enum Evidence: Hashable, Sendable {
    /// Digits only: it reads alike everywhere.
    case neutral
    /// It can be read in one writing only.
    case only(AmountWriting)
    /// It would be read in one writing, but does not prove it: `1,500` or `1.5`.
    case unclear(AmountWriting)
    /// It is no amount.
    case unreadable
  }
}

/// An amount as it stands in a cell, with what belongs to it taken off: `Rp 500.000,-` is 500.000.
struct AmountCell {
  /// The digits with their marks.
  private let digits: Substring.UTF8View
  private let isNegative: Bool
  /// Whether `,-` or `.-` stood behind it, as people end whole rupiah.
  private let isEnded: Bool
  private let text: String

  /// Takes a cell apart; nil for one that holds no amount: blank, or a dash.
  init?(_ text: String) {
    self.text = text
    // Nearly every amount is digits, perhaps with marks between them.
    if !text.isEmpty, text.utf8.allSatisfy(\.isDigitOrMark) {
      (isNegative, isEnded) = (false, false)
      digits = Substring(text).utf8
      return
    }
    var rest = Substring(text).trimmingSpaces()
    var isNegative = false
    if rest.first == "(", rest.last == ")" {
      isNegative = true
      rest = rest.dropFirst().dropLast().trimmingSpaces()
    }
    func takeSign() {
      guard let first = rest.first, first == "-" || first == "\u{2212}" || first == "–" else {
        return
      }
      isNegative.toggle()
      rest = rest.dropFirst().trimmingSpaces()
    }
    takeSign()
    for unit in ["rp.", "rp", "idr"] where rest.prefix(unit.count).lowercased() == unit {
      rest = rest.dropFirst(unit.count).trimmingSpaces()
      takeSign()
      break
    }
    let whole = rest.withoutEndOfWhole
    rest = whole ?? rest
    guard !rest.isEmpty else { return nil }
    self.isNegative = isNegative
    isEnded = whole != nil
    digits = rest.utf8
  }

  /// Whether a cell begins with a letter that begins no unit, so that it cannot be an amount: what
  /// identifies a row mostly does, and there are as many of them as rows.
  static func beginsWithWord(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    switch first | 0x20 {
    case UInt8(ascii: "r"), UInt8(ascii: "i"): return false
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return true
    default: return false
    }
  }

  /// What the cell says about the writing of its column.
  var evidence: AmountWriting.Evidence {
    let (comma, point) = (isReadable(.comma), isReadable(.point))
    switch (comma, point) {
    case (true, true): return isEnded ? .only(.comma) : .neutral
    case (true, false): return isProof(.comma) ? .only(.comma) : .unclear(.comma)
    case (false, true):
      if isEnded { return .unreadable }
      return isProof(.point) ? .only(.point) : .unclear(.point)
    case (false, false): return .unreadable
    }
  }

  /// Whether the amount is nothing, in whatever writing.
  var isZero: Bool {
    digits.allSatisfy { $0 == 0x30 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
  }

  /// The amount in a writing; without one only digits, and what proves its own writing.
  ///
  /// - Throws: `amount.unreadable`, `amount.overflow`.
  func amount(_ writing: AmountWriting?) throws(LedgerError) -> Rupiah {
    if let plain, !isEnded { return Rupiah(sen: isNegative ? -plain : plain) }
    let own: AmountWriting
    switch (writing, evidence) {
    case (let writing?, _): own = writing
    case (nil, .only(let proved)): own = proved
    case (nil, .neutral): own = .comma
    case (nil, _): throw .amountUnreadable(text)
    }
    guard isReadable(own), !(isEnded && own == .point) else { throw .amountUnreadable(text) }
    var (sen, decimals): (Int128, Int) = (0, -1)
    for byte in digits {
      if byte == own.decimalMark {
        decimals = 0
      } else if byte != own.groupMark {
        // Thirty digits are far beyond any amount; stopping here keeps the sum inside Int128.
        guard sen < 1_000_000_000_000_000_000_000_000_000_000 else { throw .amountOverflow() }
        sen = sen * 10 + Int128(byte - UInt8(ascii: "0"))
        if decimals >= 0 { decimals += 1 }
      }
    }
    sen *= decimals == 2 ? 1 : decimals == 1 ? 10 : 100
    return try Rupiah(wideSen: isNegative ? -sen : sen)
  }

  /// The sen of whole rupiah without any mark, which read alike everywhere; nil for more.
  private var plain: Int64? {
    guard (1...15).contains(digits.count) else { return nil }
    var rupiah: Int64 = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      rupiah = rupiah * 10 + Int64(byte - 0x30)
    }
    return rupiah * 100
  }

  /// Whether the digits can be read in a writing: groups of three, and one or two decimals.
  private func isReadable(_ writing: AmountWriting) -> Bool {
    var (length, groups, decimals) = (0, 0, -1)
    for byte in digits {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if decimals >= 0 { decimals += 1 } else { length += 1 }
      case writing.groupMark:
        guard decimals < 0, groups == 0 ? (1...3).contains(length) : length == 3 else {
          return false
        }
        groups += 1
        length = 0
      case writing.decimalMark:
        guard decimals < 0, length > 0 else { return false }
        decimals = 0
      default: return false
      }
    }
    guard decimals != 0, decimals <= 2, groups == 0 ? length > 0 : length == 3 else { return false }
    return !(isEnded && decimals > 0)
  }

  /// Whether what can only be read in a writing also proves it.
  ///
  /// One decimal may be a shortened million, and one comma before three digits is a decimal comma
  /// to half of the readers.
  private func isProof(_ writing: AmountWriting) -> Bool {
    let marks = digits.filter { $0 == writing.groupMark || $0 == writing.decimalMark }
    if let last = digits.lastIndex(of: writing.decimalMark) {
      return digits.distance(from: last, to: digits.endIndex) == 3 || marks.count > 1
    }
    return writing == .comma || marks.count > 1
  }
}

extension UInt8 {
  fileprivate var isDigitOrMark: Bool {
    (0x30...0x39).contains(self) || self == UInt8(ascii: ".") || self == UInt8(ascii: ",")
  }
}

extension AmountWriting {
  fileprivate var groupMark: UInt8 { self == .comma ? UInt8(ascii: ".") : UInt8(ascii: ",") }
  fileprivate var decimalMark: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }
}
