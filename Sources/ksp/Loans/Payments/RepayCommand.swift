import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp repay`.
struct RepayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repay", abstract: say("Terima angsuran.", "Take a payment on a loan."),
    discussion: say(
      """
      Contoh:
        ksp angsur PJ-0001                     (yang sudah jatuh tempo)
        ksp angsur PJ-0001 1.180.000 --dari SUK-0001
        ksp angsur PJ-0001 --pokok 1.000.000 --jasa 180.000
        ksp angsur --daftar gaji.csv --referensi GAJI-2026-02
      Daftar potong gaji: No. Pinjaman atau No. Anggota, dan Jumlah; atau satu
      kolom per bagian (Wajib, Sukarela, Angsuran). Satu jumlah per anggota untuk
      semuanya: --urutan wajib,pinjaman,sukarela, atau urutan dari ksp pengaturan
      ubah --urutan-gaji. Contoh: ksp templat gaji
      """,
      """
      Examples:
        ksp repay PJ-0001                      (what is due)
        ksp repay PJ-0001 1.180.000 --from SUK-0001
        ksp repay PJ-0001 --principal 1.000.000 --interest 180.000
        ksp repay --list payroll.csv --ref PAY-2026-02
      A payroll list has the columns loan or member, and amount; or one for each
      part (wajib, sukarela, installment). One sum per member for all of them:
      --order wajib,loans,sukarela, or the order of ksp settings set --payroll-order.
      An example: ksp template payroll
      """), aliases: ["angsur"])

  @Argument(help: .say("Nomor pinjaman atau anggota.", "Loan or member number.", .loan))
  var loan: String?
  @Argument(
    help: .say(
      "Jumlah rupiah; bawaan yang jatuh tempo, atau angsuran bulan berjalan.",
      "Amount in rupiah; default what is due, or the installment of the running month.",
      .amount))
  var amount: String?
  @Option(
    name: .also("daftar"), help: .say("Daftar potong gaji (CSV).", "Payroll list (CSV).", .file))
  var list: String?
  @Option(
    name: .also("dari"),
    help: .say(
      "Rekening yang membayar; bawaan kas.", "Account that pays; default cash.", .savings))
  var from: String?
  @Option(
    name: .also("pokok"),
    help: .say(
      "Bagian untuk pokok; tetap begitu apa pun yang dicatat kemudian.",
      "What is for principal; it stays so whatever is entered later.", .amount))
  var principal: String?
  @Option(
    name: .also("jasa"), help: .say("Bagian untuk jasa.", "What is for interest.", .amount))
  var interest: String?
  @Option(
    name: .also("administrasi"),
    help: .say("Bagian untuk administrasi.", "What is for administration.", .amount))
  var administration: String?
  @Option(
    name: .also("denda"), help: .say("Bagian untuk denda.", "What is for late fees.", .amount))
  var lateFee: String?
  @Option(
    name: .also("urutan"),
    help: .say(
      "Urutan memakai satu jumlah per anggota, misalnya wajib,pinjaman,sukarela; bawaan urutan buku.",
      "Order in which one sum per member is used up, such as wajib,loans,sukarela; default the book's.",
      Phrase(id: "urutan", en: "order")))
  var order: String?
  @Option(
    name: .also("kelebihan"),
    help: .say(
      "Kelebihan bayar: \(words(Overpayment.self, .indonesian)); bawaan bertanya, dalam daftar tolak.",
      "What becomes of too much: \(words(Overpayment.self)); default asks, in a list refuse.",
      Phrase(id: "cara", en: "way")))
  var overpay: String?
  @Flag(
    exclusivity: .exclusive,
    help: .say(
      "Pembayaran yang mencapai pelunasan: lunasi, atau bayar di muka; bawaan bertanya.",
      "A payment that reaches the settlement sum: settle, or pay ahead; default asks."))
  var settle: EitherWay<SettleNames>?
  @OptionGroup var till: TillOptions
  @OptionGroup var ignore: IgnoreOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    if let list {
      guard loan == nil else {
        throw UsageProblem(
          Phrase(
            id: "--daftar dan nomor pinjaman tidak bisa bersama.",
            en: "--list does not go with a loan number."))
      }
      guard settle != .yes else {
        throw UsageProblem(
          Phrase(
            id: "--lunasi tidak bisa bersama --daftar.", en: "--settle does not go with --list."),
          advice: Phrase(
            id: "Lunasi satu per satu dengan \(CommandName.text(LoanSettleCommand.self)).",
            en: "Settle one by one with \(CommandName.text(LoanSettleCommand.self))."))
      }
      guard try parts() == nil else {
        throw UsageProblem(
          Phrase(
            id:
              "--pokok, --jasa, --administrasi dan --denda tidak bisa bersama --daftar.",
            en: "--principal, --interest, --administration and --late-fee do not go with --list."))
      }
      return try takeList(list)
    }
    var asked: Rupiah?
    let said = try parts()
    let loan = try Question.loan.answer(loan) { text in
      let number = try book.loan(self.loan == nil ? book.memberAnswered(text) : text)
      if self.loan == nil { try introduce(number) }
      return number
    }
    if let amount {
      asked = try argument { try Rupiah(parsing: amount) }
    } else if self.loan == nil, said == nil {
      asked = try askAmount(loan)
    }
    try take(
      loan, asked, said,
      RepaymentChoices(
        settles: settle?.isYes, overpayment: try overpay.map { try choice(Overpayment.self, $0) }))
  }

  /// Takes the payment; what has to be decided about it is asked where there is a terminal, also
  /// where nothing else is.
  private func take(
    _ loan: LoanNumber, _ amount: Rupiah?, _ said: LoanParts?, _ choices: RepaymentChoices
  ) throws {
    do {
      try LoanPaymentRun(write: write, report: report, book: book).run { ledger, dryRun in
        try post(loan, amount, said, choices, ledger, dryRun)
      }
    } catch let error as LedgerError where error.code == .loanWouldSettle && Terminal.isInteractive
    {
      Terminal.error(error)
      var choices = choices
      choices.settles = try Self.answer(
        Phrase(
          id: "Lunasi sekarang? [y = lunasi, t = bayar di muka, Enter = batal]",
          en: "Settle now? [y = settle, n = pay ahead, Enter = cancel]"))
      try take(loan, amount, said, choices)
    } catch let error as LedgerError
      where error.code == .loanOverpaid && choices.overpayment == nil && Terminal.isInteractive
    {
      Terminal.error(error)
      var choices = choices
      guard
        try Self.answer(
          Phrase(
            id: "Masukkan sisanya ke simpanan? [y/T]", en: "Put the rest into savings? [y/N]"))
      else { throw Question.cancelled() }
      choices.overpayment = .savings
      try take(loan, amount, said, choices)
    }
  }

  /// Yes or no; anything else cancels.
  private static func answer(_ question: Phrase) throws -> Bool {
    switch Terminal.ask(Speech.say(question))?.lowercased() {
    case "y", "ya", "yes": return true
    case "t", "tidak", "n", "no": return false
    default: throw Question.cancelled()
    }
  }

  private func post(
    _ loan: LoanNumber, _ amount: Rupiah?, _ said: LoanParts?, _ choices: RepaymentChoices,
    _ ledger: Ledger, _ dryRun: Bool
  ) throws -> LoanReceipt {
    try ledger.repay(
      amount, loan: loan, on: write.bookDate(ledger), from: try from.map(ledger.resolveAccount),
      choices: choices, saying: said, reference: write.reference, note: till.note(write),
      dryRun: dryRun)
  }

  /// What the payer says each part is; nil where nothing is said.
  private func parts() throws -> LoanParts? {
    let all = [principal, interest, administration, lateFee]
    guard all.contains(where: { $0 != nil }) else { return nil }
    func amount(_ text: String?) throws -> Rupiah {
      try text.map { text in try argument { try Rupiah(parsing: text) } } ?? .zero
    }
    return LoanParts(
      lateFee: try amount(lateFee), interest: try amount(interest),
      administration: try amount(administration),
      principal: try amount(principal))
  }

  /// Shows whose loan it is and what is due, before any amount is typed.
  private func introduce(_ number: LoanNumber) throws {
    try book.withBook(.readOnly) { ledger in
      let status = try ledger.loan(number, asOf: write.bookDate(ledger))
      let due = status.position.totalDue.formatted
      Terminal.message(
        "  \(status.loan.memberName)   \(number)   "
          + say("jatuh tempo \(due)", "due \(due)"))
    }
  }

  /// Enter takes what is due; an amount is tried at once, so that another can be asked for.
  private func askAmount(_ loan: LoanNumber) throws -> Rupiah? {
    // What has to be decided is asked when the amount is known.
    let asked = RepaymentChoices(settles: false, overpayment: .savings)
    let usual: String? = try book.withBook(.readWrite) { ledger in
      do {
        return try post(loan, nil, nil, asked, ledger, true).receipt.amount.formatted
      } catch let error as LedgerError where error.code == .loanNothingDue {
        Terminal.message("  " + say(error.message))
        return nil
      }
    }
    let enter = usual.map { " (Enter: \($0))" } ?? ""
    var question = Question(
      "Jumlah?" + enter, "Amount?" + enter, mendable: Question.amount.mendable)
    question.acceptsEmpty = usual != nil
    return try question.answer(nil) { text in
      let value = text.isEmpty ? nil : try argument { try Rupiah(parsing: text) }
      try book.withBook(.readWrite) { ledger in _ = try post(loan, value, nil, asked, ledger, true)
      }
      return value
    }
  }

  private func takeList(_ file: String) throws {
    let text = try TextFile.sheet(file)
    let understood = UnderstoodSheet()
    var way = ImportWay(reference: write.reference, note: till.note(write))
    way.ignoring = ignore.ignore
    way.understood = understood.show
    let terms = PayrollTerms(
      order: order.map(PayrollOrder.init),
      overpayment: try overpay.map { try choice(Overpayment.self, $0) } ?? .refuse,
      paysAhead: settle == .no)
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        way.dryRun = dryRun
        return try ledger.importPayroll(
          text, on: write.bookDate(ledger), from: try from.map(ledger.resolveAccount), terms, way)
      },
      rehearse: { _, list in
        Rehearsal(list, RepaymentListRenderer.self, list.isReplay ? .nothingToDo : .mild)
      },
      print: { style, list in
        try report.write(list, with: RepaymentListRenderer(style))
        LoanPaymentRun.announceReplay(list.isReplay, list.entry)
      })
  }
}

/// Whether a payment settles the loan, or is paid ahead.
enum SettleNames: EitherWayNames {
  static let english = "settle"
  static let yes = "lunasi"
  static let no = "bayar-di-muka"
}
