/// A row of the file for the tax office: one slip (`Bpu`).
public struct CoretaxRow: Hashable, Sendable, Codable {
  /// The number under which somebody goes out whose NIK is not registered; such a slip does not
  /// reach them.
  public static let temporaryNumber = "9990000000999000"

  /// The month of the tax.
  public var month: BookMonth
  /// Who had the income: a NIK or an NPWP of sixteen digits.
  public var counterpart: String
  /// Their place of business, 22 digits: for the head office the number and six zeros.
  public var counterpartPlace: String
  /// The exemption (fasilitas); `N/A` for none.
  public var certificate = "N/A"
  /// The tax object code.
  public var code: String
  /// The gross interest in whole rupiah.
  public var base: Rupiah
  /// The rate.
  public var rate: Share
  /// The document that the slip stands on.
  public var document: InterestTaxSettings.Document
  /// The number of that document: the one of the slip.
  public var documentNumber: String
  /// The day of that document.
  public var documentDate: BookDate
  /// The place of business of the cooperative, 22 digits.
  public var place: String
  /// How a government treasurer pays; `N/A` for a cooperative.
  public var treasurer = "N/A"
  /// The day on which tax was withheld.
  public var withheldOn: BookDate

  /// The row of a slip.
  ///
  /// - Parameters:
  ///   - slip: The slip.
  ///   - counterpart: The number that the member goes out under.
  ///   - document: The document that it stands on.
  ///   - place: The place of business of the cooperative.
  package init(
    _ slip: WithholdingSlip, counterpart: String, document: InterestTaxSettings.Document,
    place: String
  ) {
    month = slip.month
    self.counterpart = counterpart
    counterpartPlace = counterpart + "000000"
    code = slip.code
    base = slip.base
    rate = slip.rate
    self.document = document
    documentNumber = slip.number
    documentDate = slip.date
    self.place = place
    withheldOn = slip.date
  }

  private static let certificates: Set<String> = [
    "N/A", "TaxExAr22", "TaxExAr23", "TaxExIntDep", "TaxExIntPhtb", "DTP", "PP23", "ETC",
  ]
  private static let treasurers: Set<String> = ["N/A", "Imprest", "Direct"]

  /// What the tax office would refuse about the row; empty for nothing.
  ///
  /// - Parameter withholder: The number of the cooperative.
  /// - Returns: What would be refused, in words.
  package func faults(withholder: String) -> [Phrase] {
    var faults: [Phrase] = []
    if !counterpart.isDigits(16...16) {
      faults.append(
        Phrase(
          id: "NIK/NPWP “\(counterpart)” tidak berangka 16.",
          en: "NIK/NPWP “\(counterpart)” has not sixteen digits."))
    }
    for (place, number) in [(counterpartPlace, counterpart), (place, withholder)]
    where !place.isDigits(22...22) || !place.hasPrefix(number) {
      faults.append(
        Phrase(
          id: "NITKU “\(place)” bukan 22 angka yang berawal \(number).",
          en: "Place of business “\(place)” is not 22 digits that begin with \(number)."))
    }
    if !base.isPositive || base.sen % 100 != 0 {
      faults.append(
        Phrase(
          id: "Dasar pajak \(base.formatted) bukan rupiah bulat di atas nol.",
          en: "Base \(base.formatted) is not whole rupiah above zero."))
    }
    if certificate != "ETC", rate != TaxArticle.rate(ofCode: code) {
      faults.append(
        Phrase(
          id: "Tarif \(rate.percentText)% bukan tarif kode \(code).",
          en: "Rate \(rate.percentText)% is not that of code \(code)."))
    }
    if !Self.certificates.contains(certificate) || !Self.treasurers.contains(treasurer) {
      faults.append(
        Phrase(
          id: "Fasilitas atau opsi pembayaran tidak dikenal.",
          en: "The exemption or the way of payment is not known."))
    }
    if documentNumber.isEmpty {
      faults.append(Phrase(id: "Nomor dokumen kosong.", en: "The document has no number."))
    }
    return faults
  }
}

/// The slips of a month as the tax office takes them in (berkas Coretax).
public struct CoretaxFile: Hashable, Sendable, Codable {
  /// The number of the cooperative, sixteen digits.
  public let withholder: String
  /// The slips, by member number.
  public let rows: [CoretaxRow]
  /// The members who go out under the temporary number.
  public let temporary: [MemberNumber]
  /// The members whose slip is not in it: less than one rupiah.
  public let leftOut: [MemberNumber]
  /// The slips that are not in it because somebody asked so: they are entered at the tax office by
  /// hand.
  public let excepted: [WithholdingSlip]

  /// Gathers a file.
  package init(
    withholder: String, rows: [CoretaxRow], temporary: [MemberNumber] = [],
    leftOut: [MemberNumber] = [], excepted: [WithholdingSlip] = []
  ) {
    self.withholder = withholder
    self.rows = rows
    self.temporary = temporary
    self.leftOut = leftOut
    self.excepted = excepted
  }

  /// What the tax office would refuse about it; empty for nothing.
  public var faults: [Phrase] {
    guard withholder.isDigits(15...16) else {
      return [
        Phrase(
          id: "NPWP koperasi “\(withholder)” tidak berangka 16.",
          en: "The cooperative's NPWP “\(withholder)” has not sixteen digits.")
      ]
    }
    return rows.flatMap { $0.faults(withholder: withholder) }
  }
}

extension String {
  /// Whether it holds digits alone, so many of them.
  fileprivate func isDigits(_ count: ClosedRange<Int>) -> Bool {
    count.contains(utf8.count)
      && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
