/// Reads the numbers that the state knows people and organisations by.
///
/// Dots, dashes and blanks, with which cards print them, are left out; what is stored is digits.
///
/// ```swift
/// try IdentityNumber.npwp("01.234.567.8-901.000")   // "0012345678901000"
/// ```
package enum IdentityNumber {
  /// The national identity number (NIK) of a person: sixteen digits.
  ///
  /// - Throws: `nik.unreadable`.
  package static func nik(_ text: String) throws(LedgerError) -> String {
    guard let digits = digits(text), digits.utf8.count == 16 else { throw .nikUnreadable(text) }
    return digits
  }

  /// A tax number (NPWP): sixteen digits; fifteen are the older form, which a zero precedes today.
  ///
  /// - Throws: `npwp.unreadable`.
  package static func npwp(_ text: String) throws(LedgerError) -> String {
    let digits = digits(text) ?? ""
    switch digits.utf8.count {
    case 15: return "0" + digits
    case 16: return digits
    default: throw .npwpUnreadable(text)
    }
  }

  /// The number of a place of business for the tax office (NITKU): 22 digits, those of the NPWP and
  /// six more.
  ///
  /// - Throws: `nitku.unreadable`.
  package static func nitku(_ text: String) throws(LedgerError) -> String {
    guard let digits = digits(text), digits.utf8.count == 22 else { throw .nitkuUnreadable(text) }
    return digits
  }

  /// The digits of a text that holds nothing else but dots, dashes and blanks.
  private static func digits(_ text: String) -> String? {
    let bytes = text.utf8.filter { !".- ".utf8.contains($0) }
    guard bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What digits 7 to 12 of a NIK say: day of birth, 40 more for a woman, month and year.
  struct Birth {
    let gender: MemberProfile.Gender
    let day: Int
    let month: Int
    /// The last two digits of the year.
    let year: Int

    init?(nik: String) {
      let digits = nik.utf8.map { Int($0) - 48 }
      guard digits.count == 16, digits.allSatisfy((0...9).contains) else { return nil }
      let coded = digits[6] * 10 + digits[7]
      gender = coded > 40 ? .female : .male
      day = coded > 40 ? coded - 40 : coded
      month = digits[8] * 10 + digits[9]
      year = digits[10] * 10 + digits[11]
    }

    /// Whether there is such a day, in this century or the one before.
    var isDay: Bool {
      [1_900, 2_000].contains { (try? BookDate(year: $0 + year, month: month, day: day)) != nil }
    }

    /// Whether it may be a day.
    func isDay(_ date: BookDate) -> Bool {
      let parts = date.components
      return parts.day == day && parts.month == month && parts.year % 100 == year
    }
  }
}
