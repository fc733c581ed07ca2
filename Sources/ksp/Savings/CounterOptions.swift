import ArgumentParser
import KSPCore
import KSPLedger

/// The arguments that deposit, withdrawal and fee share, and their way to the receipt.
struct CounterOptions: ParsableArguments {
  /// An event at the counter, as the library takes it.
  typealias Event = (Ledger) -> (
    _ amount: Rupiah, _ member: String, _ product: String, _ date: BookDate, _ note: EntryNote,
    _ dryRun: Bool
  ) throws(LedgerError) -> Receipt

  @Argument(
    help: .say("Nomor anggota.", "Member number.", .member))
  var member: String?
  @Argument(
    help: .say("Jumlah rupiah, misalnya 500.000.", "Amount in rupiah, such as 500.000.", .amount))
  var amount: String?
  @Option(
    name: .also("produk"),
    help: .say("Kode produk; bawaan sukarela.", "Product code; default sukarela.", .code))
  var product: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  /// What is missing is asked for, one question at a time, where there is a terminal.
  func run(_ event: Event) throws {
    let product = product ?? "sukarela"
    let member = try Question.member.answer(member) { number in
      if self.amount == nil, Terminal.isInteractive { try introduce(number, product) }
      return number
    }
    func post(_ amount: Rupiah, _ ledger: Ledger, _ dryRun: Bool) throws -> Receipt {
      try event(ledger)(amount, member, product, write.bookDate(ledger), write.note, dryRun)
    }
    let amount = try Question.amount.answer(amount) { text in
      let value = try argument(text, Rupiah.init(parsing:))
      // An amount that was asked for is tried at once, so that another can be asked for.
      if self.amount == nil { try book.withBook(.readWrite) { _ = try post(value, $0, true) } }
      return value
    }
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try post(amount, ledger, dryRun)
    }
  }

  /// Shows who it is and what they hold, before any amount is typed.
  private func introduce(_ number: String, _ product: String) throws {
    let found = try book.withBook(.readOnly) { try $0.member(number) }
    if let day = found.member.leftOn { throw LedgerError.memberLeft(number, on: day) }
    let savings = found.savings.first { $0.product == product }
    let balance = savings.map { "\($0.account)   \($0.balance.formatted)" }
    Terminal.message(
      "  \(found.member.profile.name)   "
        + (balance ?? say("belum ada rekening \(product)", "no account of \(product) yet")))
  }
}
