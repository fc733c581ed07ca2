extension WithholdingSlip {
  /// The number of the slip: one for each member and month, which stays when it is corrected.
  public var number: String {
    let digits = month.description.filter { $0 != "-" }
    return "JS-\(digits)-\(memberNumber)"
  }

  /// The day of the slip: the last of its month.
  public var date: BookDate { month.lastDay }

  /// The base that is reported: the gross interest in whole rupiah, rounded down.
  public var base: Rupiah { Rupiah(sen: gross.sen / 100 * 100) }

  /// By how much base × rate differs from the tax; tax is withheld in whole rupiah, so less than
  /// one is usual.
  ///
  /// - Throws: `amount.overflow`.
  public var remainder: Rupiah {
    get throws(LedgerError) { try rate.of(base, rounded: .sen) - tax }
  }

  /// What the tax office knows the member by: a person by their NIK, or else by an NPWP; an
  /// organisation by its NPWP.
  package var taxpayerNumber: String? { memberKind == .organization ? npwp : nik ?? npwp }

  /// Whether there can be such a number: sixteen digits, and in a NIK a day of birth at 7 to 12.
  package var hasPossibleNumber: Bool {
    guard let number = taxpayerNumber, number.utf8.count == 16,
      number.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      number.contains(where: { $0 != "0" })
    else { return false }
    guard number == nik, memberKind != .organization else { return true }
    return IdentityNumber.Birth(nik: number)?.isDay == true
  }
}

extension TaxArticle {
  /// The rate that the tax office has for a code; nil for one that no slip of a cooperative bears.
  package static func rate(ofCode code: String) -> Share? {
    switch code {
    case "28-417-01": .zero
    case "28-417-02": .percent("10")
    case "24-102-01": .percent("15")
    default: nil
    }
  }
}
