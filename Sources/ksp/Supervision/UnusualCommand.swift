import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp unusual`.
struct UnusualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unusual",
    abstract: say("Transaksi tunai besar anggota.", "Cash of members to look at."),
    discussion: say(
      """
      Tunai seorang anggota di atas batas sehari, di atasnya dalam tujuh hari, atau
      masuk lalu keluar lagi dalam tiga hari.

      Contoh: ksp tunai-besar 2026-06
      """,
      """
      Cash of a member above the limit of a day, above it within seven days, or in
      and out again within three days.

      Example: ksp unusual 2026-06
      """), aliases: ["tunai-besar"])

  @Argument(
    help: .say(
      "Bulan atau tahun; bawaan bulan ini.", "Month or year; default this month.",
      Phrase(id: "bulan|tahun", en: "month|year")))
  var period: String?
  @Option(
    name: .also("di-atas"),
    help: .say("Batas sehari; bawaan 500 juta.", "Limit of a day; default 500 million.", .amount))
  var above: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let limit = try argument(above, Rupiah.init(parsing:)) ?? UnusualCash.usualLimit
    let given = try period.map(Self.period)
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: UnusualCashRenderer.self) { book in
        try book.unusualCash(
          in: try given ?? BookPeriod(book.today().month), above: limit)
      }
    }
  }

  /// A month, or a whole year: `2026-06`, `2026`.
  private static func period(_ text: String) throws -> BookPeriod {
    guard !text.contains("-") else {
      return BookPeriod(try argument(text, BookMonth.init(parsing:)))
    }
    let year = try StatementYear.number(text)
    return try argument { try BookPeriod(year: year) }
  }
}
