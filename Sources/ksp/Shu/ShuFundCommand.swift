import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp shu fund`.
struct ShuFundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fund",
    abstract: say(
      "Dana SHU yang dibayarkan, atau slip satu pembayaran.",
      "Funds of the SHU that were paid out, or the slip of a payment."),
    discussion: say(
      "Contoh: ksp shu dana 2025; ksp shu dana 2025 JU-000123",
      "Example: ksp shu fund 2025; ksp shu fund 2025 JU-000123"), aliases: ["dana"])

  @OptionGroup var year: YearArgument
  @Argument(
    help: .say("Bukti yang dicetak slipnya.", "The voucher whose slip is printed.", .voucher))
  var entry: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let (number, entry) = (try year.value(), try argument(entry, EntryNumber.init(parsing:)))
    try book.withBook(.readOnly) { ledger in
      guard let entry else {
        _ = try report.write(ledger, with: ShuRewardsRenderer.self) { book in
          try book.shuRewards(number)
        }
        return
      }
      let rewards = try ledger.shuRewards(number)
      guard let paid = rewards.payments.first(where: { $0.entry == entry }) else {
        throw UsageProblem(
          Phrase(
            id: "\(entry) bukan pembayaran dana SHU \(number).",
            en: "\(entry) pays no fund of the SHU of \(number)."),
          advice: Phrase(
            id: "Lihat daftarnya tanpa nomor bukti.", en: "See the list without a voucher."))
      }
      try report.write(paid, with: ShuRewardRenderer(report.style(try ledger.settings)))
    }
  }
}
