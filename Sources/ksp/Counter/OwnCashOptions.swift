import ArgumentParser
import KSPCore
import KSPLedger

/// What money has that is no member's: how much, who, what for.
struct OwnCashOptions: ParsableArguments {
  @Argument(
    help: .say("Jumlah rupiah, misalnya 350.000.", "Amount in rupiah, such as 350.000.", .amount))
  var amount: String?
  @Option(
    name: [.customLong("for"), .customLong("nama")],
    help: .say("Siapa yang membayar atau dibayar.", "Who pays or is paid.", .name))
  var party: String?
  @Option(
    name: .also("akun"),
    help: .say(
      "Akunnya, atau nama yang disimpan untuknya, misalnya listrik.",
      "The account, or a name that is kept for it, such as listrik.", .account))
  var account: String?
  @OptionGroup var drawer: TillOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  /// An act, as the library takes it.
  typealias Act = (Ledger) -> (
    _ amount: Rupiah, _ party: String, _ account: AccountCode, _ till: AccountCode?,
    _ date: BookDate, _ reference: String?, _ note: EntryNote, _ dryRun: Bool
  ) throws(LedgerError) -> Receipt

  /// What is missing is asked for where there is a terminal.
  func run(till: String?, _ act: Act) throws {
    let till = try argument(till, AccountCode.init)
    let amount = try Question.amount.answer(amount) { try argument($0, Rupiah.init(parsing:)) }
    let party = try Question("Nama?", "Name?").answer(party) { $0 }
    let account = try Question(
      "Akun atau namanya?", "Account or its name?", mendable: [.accountNameUnknown]
    ).answer(account) { text in
      try book.withBook(.readOnly) { try $0.account(named: text) }
    }
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try act(ledger)(
        amount, party, account, till, write.bookDate(ledger), write.reference, drawer.note(write),
        dryRun)
    }
  }
}
