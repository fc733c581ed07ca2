/// As what somebody is taxed on interest, which decides the rule that holds for them.
public enum TaxPayer: String, CaseIterable, Sendable, Codable {
  /// A person who is a member: PPh 4(2).
  case individual
  /// An organisation: PPh 23.
  case organization
  /// Somebody who is no member yet (calon anggota): PPh 23 from the first rupiah.
  case prospective

  /// As what a member is taxed in a month.
  ///
  /// - Parameters:
  ///   - kind: A person or an organisation.
  ///   - standing: How they belong on the last day of the month.
  public init(_ kind: Member.Kind, standing: Member.Standing = .member) {
    self =
      switch kind {
      case .organization: .organization
      case .individual: standing == .prospective ? .prospective : .individual
      }
  }

  /// The name for people.
  public var name: Phrase {
    switch self {
    case .individual: Phrase(id: "orang pribadi", en: "person")
    case .organization: Phrase(id: "badan", en: "organisation")
    case .prospective: Phrase(id: "calon atau bukan anggota", en: "prospective or no member")
    }
  }

  /// Reads a word of either language.
  ///
  /// - Throws: `import.wordUnknown`.
  public init(parsing text: String) throws(LedgerError) {
    switch text.lowercased() {
    case "individual", "person", "orang", "orang-pribadi", "perorangan": self = .individual
    case "organization", "organisation", "badan": self = .organization
    case "prospective", "non-member", "calon", "bukan-anggota": self = .prospective
    default:
      throw .importWordUnknown(
        text, known: ["individual/orang", "organization/badan", "prospective/calon"])
    }
  }
}

/// The article of the income tax law under which tax is owed to the state.
public enum TaxArticle: String, CaseIterable, Sendable, Codable {
  /// PPh pasal 4 ayat 2 on interest: final (PP 15/2009, PMK 112/PMK.03/2010).
  case final = "pph-4-2"
  /// PPh pasal 23 on interest.
  case general = "pph-23"
  /// The cooperative's own tax (PPh badan), by turnover or by result.
  case corporate = "pph-badan"
  /// PPh pasal 21, withheld from what board and staff get of an SHU.
  case employee = "pph-21"

  /// Those under which interest is taxed.
  public static let ofInterest: [TaxArticle] = [.final, .general]

  /// The name for people.
  public var name: String {
    switch self {
    case .final: "PPh 4(2)"
    case .general: "PPh 23"
    case .corporate: "PPh badan"
    case .employee: "PPh 21"
    }
  }

  /// The tax object code of a slip, as the file for the tax office wants it.
  ///
  /// - Parameter tax: The tax of the month; a slip at 0 % has a code of its own.
  /// - Returns: The code, such as `28-417-02`.
  package func objectCode(tax: Rupiah) -> String {
    switch self {
    case .final: tax.isPositive ? "28-417-02" : "28-417-01"
    case .general: "24-102-01"
    // Neither is reported by slips of interest.
    case .corporate, .employee: ""
    }
  }
}
