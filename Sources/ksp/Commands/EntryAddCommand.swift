import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp entry add`.
struct EntryAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("Jurnal umum.", "An entry written by hand."),
    discussion: say(
      "Contoh: ksp entry add --debit 5-2100=75000 --credit 1-1000=75000 --memo ATK",
      "Example: ksp entry add --debit 5-2100=75000 --credit 1-1000=75000 --memo stationery"))

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @Option(
    help: .init(
      say("Akun dan jumlah debet.", "Account and amount to debit."), valueName: "account=amount"))
  var debit: [String] = []
  @Option(
    help: .init(
      say("Akun dan jumlah kredit.", "Account and amount to credit."), valueName: "account=amount"))
  var credit: [String] = []

  func run() throws {
    let debits = try debit.map { try leg($0, side: .debit) }
    let credits = try credit.map { try leg($0, side: .credit) }
    try CounterRun(book: book, write: write, report: report).run { ledger, date, note, dryRun in
      try ledger.post(ManualEntry(on: date, legs: debits + credits, note: note), dryRun: dryRun)
    }
  }

  private func leg(_ text: String, side: Side) throws -> ManualEntry.Leg {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else {
      throw ValidationError(
        say("Tulis AKUN=JUMLAH, bukan “\(text)”.", "Write ACCOUNT=AMOUNT, not “\(text)”."))
    }
    return try argument {
      let amount = try Rupiah(parsing: parts[1])
      guard amount.isPositive else { throw LedgerError.amountNotPositive(amount) }
      return ManualEntry.Leg(
        account: try AccountCode(parts[0]), amount: side == .debit ? amount : try amount.negated())
    }
  }
}
