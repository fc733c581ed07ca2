import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp transfer`.
struct TransferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer",
    abstract: say("Pindah buku antar rekening.", "Move money between accounts."),
    discussion: say(
      "Contoh:\n  ksp pindah 0001 0002 100.000\n  ksp pindah SUK-0001 WAJ-0001 25.000",
      "Examples:\n  ksp transfer 0001 0002 100.000\n  ksp transfer SUK-0001 WAJ-0001 25.000"),
    aliases: ["pindah"])

  @Argument(
    help: .say(
      "Rekening atau nomor anggota asal.", "Account or member it comes from.",
      Phrase(id: "dari", en: "from")))
  var source: String?
  @Argument(
    help: .say(
      "Rekening atau nomor anggota tujuan.", "Account or member it goes to.",
      Phrase(id: "ke", en: "to")))
  var target: String?
  @Argument(
    help: .say("Jumlah rupiah, misalnya 500.000.", "Amount in rupiah, such as 500.000.", .amount))
  var amount: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  private static let mendable: Set<LedgerError.Code> = [.accountUnknown, .accountAmbiguous]

  func run() throws {
    let source = try Question(
      "Dari rekening atau anggota?", "From which account or member?", mendable: Self.mendable
    ).answer(source) { try resolve($0, isAsked: self.source == nil) }
    let target = try Question(
      "Ke rekening atau anggota?", "To which account or member?", mendable: Self.mendable
    ).answer(target) { try resolve($0, isAsked: self.target == nil) }
    func post(_ amount: Rupiah, _ ledger: Ledger, _ dryRun: Bool) throws -> Receipt {
      try ledger.transfer(
        amount, from: source, to: target, on: write.bookDate(ledger), reference: write.reference,
        note: write.note,
        dryRun: dryRun)
    }
    let amount = try Question.amount.answer(amount) { text in
      let value = try argument(text, Rupiah.init(parsing:))
      if self.amount == nil { try book.withBook(.readWrite) { _ = try post(value, $0, true) } }
      return value
    }
    try WriteRun(book: book, confirm: write.confirm, report: report).post(
      rehearse: { ledger, receipt in
        var rehearsal = try CounterRehearsal.of(ledger, receipt)
        let owner = try ledger.account(target).name[Speech.language]
        rehearsal.field("Tujuan", "To", "\(target)   \(owner)")
        return rehearsal
      }
    ) { ledger, dryRun in try post(amount, ledger, dryRun) }
  }

  /// The account, whose owner is shown at once when it was asked for.
  private func resolve(_ text: String, isAsked: Bool) throws -> AccountCode {
    let named = isAsked ? try book.memberAnswered(text) : text
    return try book.withBook(.readOnly) { ledger in
      let code = try ledger.resolveAccount(named)
      if isAsked {
        let account = try ledger.account(code)
        Terminal.message(
          "  \(account.name[Speech.language])   \(code)   \(account.balance.formatted)")
      }
      return code
    }
  }
}
