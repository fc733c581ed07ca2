import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp entry add`.
struct EntryAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("Jurnal umum.", "An entry written by hand."),
    discussion: say(
      "Contoh:\n  ksp jurnal tambah --debit 5-2100=75000 --credit 1-1000=75000 --memo ATK",
      "Example:\n  ksp entry add --debit 5-2100=75000 --credit 1-1000=75000 --memo stationery"),
    aliases: ["tambah"])

  @Option(
    help: .say(
      "Akun dan jumlah debet; boleh berulang.", "Account and debit; may be repeated.",
      Phrase(id: "akun=jumlah", en: "account=amount")))
  var debit: [String] = []
  @Option(
    name: .also("kredit"),
    help: .say(
      "Akun dan jumlah kredit; boleh berulang.", "Account and credit; may be repeated.",
      Phrase(id: "akun=jumlah", en: "account=amount")))
  var credit: [String] = []
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let debits = try debit.map { try leg($0, side: .debit) }
    let credits = try credit.map { try leg($0, side: .credit) }
    let run = WriteRun(book: book, confirm: write.confirm, report: report)
    try run.post { ledger, dryRun in
      let date = try write.bookDate(ledger)
      return try ledger.post(
        ManualEntry(on: date, legs: debits + credits, reference: write.reference, note: write.note),
        dryRun: dryRun)
    }
  }

  private func leg(_ text: String, side: Side) throws -> ManualEntry.Leg {
    let (account, amount) = try pair(text, Phrase(id: "AKUN=JUMLAH", en: "ACCOUNT=AMOUNT"))
    return try argument {
      let amount = try Rupiah(parsing: amount)
      guard amount.isPositive else { throw LedgerError.amountNotPositive(amount) }
      return ManualEntry.Leg(
        account: try AccountCode(account), amount: side == .debit ? amount : try amount.negated())
    }
  }
}
