extension Remedy {
  /// What can be done about a month or a year that ends.
  public enum OnMonth: Hashable, Sendable {
    /// Look at what the end of a month would post.
    case preview(BookMonth)
    /// End a month.
    case end(BookMonth)
    /// Check whether the tax of a month can be reported, and what it comes to.
    case checkTax(BookMonth)
    /// Read where a year stands.
    case seeYear(Int)
    /// Close a year.
    case endYear(Int)
    /// Record that the meeting ratified a year; with its SHU where the book does not know it.
    case ratifyYear(Int, withShu: Bool = false)
    /// Adjust a year by an amount from one account to another.
    case adjustYear(Int, debit: AccountCode, credit: AccountCode, Rupiah)
    /// Set a ratified year right in the open one.
    case correctYear(Int)
    /// Cover the loss of a year from reserves.
    case coverLoss(Int, Rupiah)
    /// Record how the meeting divides the SHU of a year.
    case decideShu(Int)
    /// Book the division of the SHU of a year.
    case postShu(Int)
    /// See the parts of the members in the SHU of a year.
    case seeShu(Int)

    var code: Code {
      switch self {
      case .preview: .previewMonthEnd
      case .end: .endMonth
      case .checkTax: .checkTax
      case .seeYear: .seeYear
      case .endYear: .endYear
      case .ratifyYear: .ratifyYear
      case .adjustYear: .adjustYear
      case .correctYear: .correctYear
      case .coverLoss: .coverLoss
      case .decideShu: .decideShu
      case .postShu: .postShu
      case .seeShu: .seeShu
      }
    }

    var name: Phrase {
      switch self {
      case .preview(let month):
        Phrase(
          id: "Lihat dulu tutup bulan \(month.name.indonesian)",
          en: "Preview the end of \(month.name.english)")
      case .end(let month):
        Phrase(id: "Tutup bulan \(month.name.indonesian)", en: "End \(month.name.english)")
      case .checkTax(let month):
        Phrase(
          id: "Periksa PPh \(month.name.indonesian)",
          en: "Check the tax of \(month.name.english)")
      case .seeYear(let year):
        Phrase(id: "Lihat keadaan tahun buku \(year)", en: "See where the year \(year) stands")
      case .endYear(let year): Phrase(id: "Tutup tahun buku \(year)", en: "Close the year \(year)")
      case .ratifyYear(let year, _):
        Phrase(
          id: "Catat pengesahan tahun buku \(year)",
          en: "Record the ratification of the year \(year)")
      case .adjustYear(let year, _, _, let amount):
        Phrase(
          id: "Sesuaikan tahun buku \(year) sebesar \(amount.formatted)",
          en: "Adjust the year \(year) by \(amount.formatted)")
      case .correctYear(let year):
        Phrase(
          id: "Koreksi tahun buku \(year) di bulan yang terbuka",
          en: "Correct the year \(year) in the open month")
      case .coverLoss(let year, let loss):
        Phrase(
          id: "Tutup rugi tahun buku \(year) sebesar \(loss.formatted)",
          en: "Cover the loss of \(year), \(loss.formatted)")
      case .decideShu(let year):
        Phrase(
          id: "Catat putusan pembagian SHU \(year)",
          en: "Record how the SHU of \(year) is divided")
      case .postShu(let year):
        Phrase(id: "Bukukan pembagian SHU \(year)", en: "Book the division of the SHU of \(year)")
      case .seeShu(let year):
        Phrase(id: "Lihat daftar SHU \(year)", en: "See the SHU of \(year)")
      }
    }

    var arguments: [Argument?] {
      switch self {
      case .preview(let month), .end(let month), .checkTax(let month): [Argument("month", month)]
      case .seeYear(let year), .endYear(let year), .correctYear(let year):
        [Argument("year", year)]
      case .decideShu(let year), .postShu(let year), .seeShu(let year): [Argument("year", year)]
      case .ratifyYear(let year, let withShu):
        [Argument("year", year), Argument("withShu", withShu ? "true" : nil)]
      case .adjustYear(let year, let debit, let credit, let amount):
        [
          Argument("year", year), Argument("debit", debit), Argument("credit", credit),
          Argument("amount", amount),
        ]
      case .coverLoss(let year, let loss): [Argument("year", year), Argument("amount", loss)]
      }
    }
  }
}
