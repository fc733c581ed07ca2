import ArgumentParser
import KSPCore

/// The legs of an entry that is written by hand.
struct LegOptions: ParsableArguments {
  @Option(
    name: .also("debet"),
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

  /// The debits, then the credits.
  func value() throws -> [ManualEntry.Leg] {
    try debit.map { try Self.leg($0, side: .debit) }
      + credit.map { try Self.leg($0, side: .credit) }
  }

  /// One leg, from its account and its amount.
  static func leg(_ text: String, side: Side) throws -> ManualEntry.Leg {
    let (account, amount) = try pair(text, Phrase(id: "AKUN=JUMLAH", en: "ACCOUNT=AMOUNT"))
    return try argument {
      let amount = try Rupiah(parsing: amount)
      guard amount.isPositive else { throw LedgerError.amountNotPositive(amount) }
      return ManualEntry.Leg(
        account: try AccountCode(account), amount: side == .debit ? amount : try amount.negated())
    }
  }
}
