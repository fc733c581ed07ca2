import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say(
      "Jelaskan jasa simpanan, berjangka, pinjaman, pos laporan atau PPh badan.",
      "Explain interest of savings, deposits, loans, a line or corporate tax."),
    discussion: say(
      """
      Pos laporan: akun-akunnya, lalu setiap jurnal di baliknya, untuk satu bulan
      atau tahun; --arus-kas untuk pos laporan arus kas.
      Bukti PPh badan menunjukkan perhitungannya, tanpa bulan.
      Berjangka: tiap tanggal jasa, pencairan dan akrual, juga menurut nomor bilyet.
      Contoh: ksp jelaskan SUK-0001 2026-01; ksp jelaskan SHU 2025
              ksp jelaskan 2-1000 2025 --arus-kas
      """,
      """
      A line of a statement: its accounts, then every entry behind it, for a month
      or a year; --cash-flow for a line of the cash flow.
      A voucher of corporate tax shows its working, without a month.
      Term deposits: value dates, end and accrual, also by the certificate's number.
      Example: ksp explain SUK-0001 2026-01; ksp explain SHU 2025
               ksp explain 2-1000 2025 --cash-flow
      """), aliases: ["jelaskan"])

  @Argument(
    help: .say(
      "Rekening, nomor anggota, bilyet atau pinjaman, pos laporan, bukti.",
      "Account, member, certificate, loan, line of a statement or voucher.", .savings))
  var account: String
  @Argument(
    help: .say(
      "Bulan, misalnya 2026-01; untuk pos laporan juga tahun.",
      "The month, such as 2026-01; for a line also a year.", .month))
  var month: String?
  @Flag(
    name: .also("arus-kas"),
    help: .say("Pos laporan arus kas.", "A line of the cash flow."))
  var cashFlow = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard let month else { return try voucher() }
    let loan = LoanNumber(account)
    try book.withBook(.readOnly) { ledger in
      if cashFlow {
        guard try ledger.hasStatementLine(account, inCashFlow: true) else { throw noFlow }
        return try line(ledger, month)
      }
      if try !ledger.hasLoan(loan), try ledger.hasStatementLine(account) {
        return try line(ledger, month)
      }
      let month = try argument(month, BookMonth.init(parsing:))
      let agrees =
        if try ledger.hasLoan(loan) {
          try report.write(ledger, with: LoanExplanationRenderer.self) { book in
            try book.explainLoan(loan, month)
          }.agrees
        } else if let deposit = try ledger.termDepositAccount(account) {
          try report.write(ledger, with: TermDepositExplanationRenderer.self) { book in
            try book.explainTermDeposit(deposit, month)
          }.agrees
        } else {
          try report.write(ledger, with: InterestExplanationRenderer.self) { book in
            try book.explain(try book.resolveAccount(account), month)
          }.agrees
        }
      guard agrees else { throw Exit.differences }
    }
  }

  /// The working of a voucher.
  private func voucher() throws {
    guard account.uppercased().hasPrefix("JU-") else { throw monthMissing }
    let entry = try argument(account, EntryNumber.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      guard let month = try ledger.corporateTaxMonth(of: entry) else { throw monthMissing }
      _ = try report.write(ledger, with: CorporateTaxRenderer.self) { book in
        try book.corporateTax(month)
      }
    }
  }

  private var monthMissing: UsageProblem {
    UsageProblem(
      Phrase(
        id: "“\(account)” perlu bulan atau tahun.", en: "“\(account)” needs a month or a year."),
      advice: Phrase(
        id: "Tulis bulannya, misalnya 2026-01. Hanya bukti PPh badan dijelaskan tanpa bulan.",
        en: "Give the month, such as 2026-01. Only vouchers of corporate tax need none."))
  }

  private var noFlow: UsageProblem {
    UsageProblem(
      Phrase(
        id: "“\(account)” bukan pos laporan arus kas.",
        en: "“\(account)” is no line of the cash flow."),
      advice: Phrase(
        id: "Lihat kodenya di ksp arus-kas; kas dan bank sendiri bukan pos di dalamnya.",
        en: "See its codes in ksp cash-flow; cash and banks themselves are no lines of it."))
  }

  /// A line of a statement, with the entries of the period one after another.
  private func line(_ ledger: Ledger, _ month: String) throws {
    let period =
      month.count == 4
      ? try StatementYear.year(StatementYear.number(month), ledger.settings).period
      : BookPeriod(try argument(month, BookMonth.init(parsing:)))
    try ledger.reading { book in
      let renderer = LineExplanationRenderer(report.style(try book.settings))
      let line =
        cashFlow
        ? try book.explainCashFlow(account, period) : try book.explainLine(account, period)
      try report.stream { sink in
        renderer.header(line, into: &sink.buffer)
        var count = 0
        try book.entries(behind: line) { entry in
          renderer.append(entry, into: &sink.buffer)
          count += 1
          try sink.flush()
        }
        renderer.footer(count: count, into: &sink.buffer)
      }
    }
  }
}
