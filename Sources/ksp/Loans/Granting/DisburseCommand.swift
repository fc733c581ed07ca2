import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp disburse`.
struct DisburseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disburse", abstract: say("Cairkan pinjaman.", "Pay a loan out."),
    discussion: say(
      """
      Contoh:
        ksp cairkan PJ-0001                    (pinjaman yang disetujui)
        ksp cairkan 0001                       (satu-satunya milik anggota itu)
        ksp cairkan 0001 5.000.000 --produk flat --jangka 10 --ke SUK-0001
        ksp cairkan PJ-0002 --kompensasi PJ-0001  (kompensasi: melunasi yang lama)
      """,
      """
      Examples:
        ksp disburse PJ-0001                   (a loan that was approved)
        ksp disburse 0001                      (the only one of a member)
        ksp disburse 0001 5.000.000 --product flat --term 10 --to SUK-0001
        ksp disburse PJ-0002 --pay-off PJ-0001 (a top-up that settles the old loan)
      """), aliases: ["cairkan"])

  @Argument(
    help: .say(
      "Nomor pinjaman; atau nomor anggota dan jumlah.",
      "Loan number; or a member number and an amount.",
      Phrase(id: "pinjaman|anggota", en: "loan|member")))
  var target: String?
  @Argument(
    help: .say("Jumlah rupiah, misalnya 500.000.", "Amount in rupiah, such as 500.000.", .amount))
  var amount: String?
  @OptionGroup var request: LoanRequest
  @Option(
    name: .also("jatuh-tempo-pertama"),
    help: .say(
      "Jatuh tempo pertama; bawaan satu jarak kemudian.",
      "First due date; default one interval later.", .date))
  var firstDue: String?
  @Option(
    name: .also("ke"),
    help: .say(
      "Rekening yang menerima; bawaan kas.", "Account that receives; default cash.", .savings))
  var to: String?
  @Option(
    name: .also("kompensasi"), parsing: .singleValue,
    help: .say(
      "Lunasi pinjaman ini dari pencairannya; boleh berulang.",
      "Settle this loan from what is paid out; may be repeated.", .loan))
  var payOff: [LoanNumber] = []
  @OptionGroup var till: TillOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let isNew = amount != nil || request.isGiven
    let target = try Question(
      "Nomor pinjaman atau anggota?", "Loan or member number?", mendable: Question.loan.mendable
    ).answer(target) { text in
      let target = try self.target == nil ? book.memberAnswered(text) : text
      // Of a member who is asked for no amount the loan is meant that was granted.
      return isNew ? target : try book.loan(target, at: .approved).text
    }
    let due = try argument(firstDue, BookDate.init(parsing:))
    guard isNew else { return try payOut(LoanNumber(target), due) }
    let amount = try Question.amount.answer(amount) { try argument($0, Rupiah.init(parsing:)) }
    let application = try request.application(
      MemberNumber(target), amount, reference: write.reference, note: till.note(write))
    try run { ledger, dryRun in
      try ledger.disburse(
        application(write.bookDate(ledger)), firstDue: due, to: receiver(ledger),
        payingOff: payOff, reference: write.reference, note: till.note(write), dryRun: dryRun)
    }
  }

  /// Pays out a loan that is in the register.
  private func payOut(_ number: LoanNumber, _ due: BookDate?) throws {
    try run { ledger, dryRun in
      try ledger.disburse(
        number, on: write.bookDate(ledger), firstDue: due, to: receiver(ledger),
        payingOff: payOff, reference: write.reference, note: till.note(write), dryRun: dryRun)
    }
  }

  private func receiver(_ ledger: Ledger) throws -> AccountCode? {
    try to.map { try ledger.resolveAccount($0) }
  }

  private func run(
    _ store: (Ledger, _ dryRun: Bool) throws -> LoanDisbursement
  ) throws {
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      store,
      rehearse: { ledger, paid in
        let (loan, receipt) = (paid.loan, paid.receipt)
        var rehearsal = try CounterRehearsal.of(ledger, receipt)
        rehearsal.field("Pokok pinjaman", "Principal", loan.principal.formatted)
        if receipt.isReplay { rehearsal.weight = .nothingToDo }
        return rehearsal
      },
      print: { style, paid in
        let (loan, receipt) = (paid.loan, paid.receipt)
        try report.write(receipt, with: ReceiptRenderer(style))
        if !receipt.isReplay { pointOut(receipt.warnings) }
        LoanPaymentRun.announceReplay(receipt.isReplay, receipt.entry)
        Terminal.message(
          say("Nomor pinjaman: \(loan.number)", "Loan number: \(loan.number)"))
      })
  }
}
