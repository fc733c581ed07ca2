import KSPCore
import KSPLedger
import KSPStatements

/// Papers that are handed over together, read at one moment.
struct Pack {
  /// One paper: what it is called, and how it is written; nil where the book has nothing for it.
  private struct Paper {
    let title: Phrase
    let write: (inout Sink) throws -> Void
  }

  let book: Ledger
  let folder: PackFolder
  /// Months that the papers are about and that are open.
  private let openMonths: [BookMonth]
  private let style: ReportStyle
  private var papers: [Paper] = []

  /// A pack of a book on a day of a year, which is read while nothing else is seen of it. What is
  /// handed over says what was: a day that has not come is refused, and while months up to the day
  /// are open every page says that it is provisional.
  init(_ book: Ledger, _ folder: PackFolder, of year: BookYear, through day: BookDate) throws {
    guard try day <= book.today() else {
      throw UsageProblem(
        Phrase(
          id: "Masa ini baru berakhir pada \(day.inWords.indonesian).",
          en: "This period ends only on \(day.inWords.english)."),
        advice: Phrase(
          id: "Tunggu sampai lewat; sementara itu lihat ksp neraca dan ksp hasil-usaha.",
          en: "Wait until it is over; until then see ksp balance-sheet and ksp income."))
    }
    self.book = book
    self.folder = folder
    openMonths = try book.yearEnd(year.number).openMonths.filter { $0 <= day.month }
    var style = try folder.style(book)
    style.openMonths = openMonths
    self.style = style
  }

  /// Adds a paper that is one document; `set` says what its renderer needs besides.
  mutating func add<Renderer: ReportRenderer>(
    _ id: String, _ en: String, _ renderer: Renderer.Type,
    _ set: @escaping (inout Renderer) -> Void = { _ in },
    _ read: @escaping (Ledger) throws -> Renderer.Document
  ) {
    let (book, style) = (book, style)
    papers.append(
      Paper(title: Phrase(id: id, en: en)) { sink in
        var renderer = Renderer(style)
        set(&renderer)
        renderer.render(try read(book), into: &sink.buffer)
      })
  }

  /// Adds letters, each on a page of its own.
  mutating func add(letters: [BalanceConfirmation]) {
    let style = style
    papers.append(
      Paper(title: Phrase(id: "Konfirmasi saldo", en: "Confirmations")) { sink in
        BalanceConfirmationRenderer(style).write(letters, into: &sink.buffer)
      })
  }

  /// Writes all papers, and the first page last.
  func write(_ occasion: PackCover.Occasion, of period: BookPeriod) throws {
    let first = folder.file(0, Phrase(id: "Sampul", en: "Cover"))
    try folder.begin(first)
    var written: [PackCover.Paper] = []
    for (index, paper) in papers.enumerated() {
      let file = folder.file(index + 1, paper.title)
      try folder.write(file) { sink in try paper.write(&sink) }
      written.append(PackCover.Paper(file: file, title: paper.title))
    }
    let cover = PackCover(
      occasion, of: period, known: try book.knowledge(), settings: try book.settings,
      figures: try book.periodFigures(period), papers: written)
    try folder.write(first) { sink in
      PackCoverRenderer(style).render(cover, into: &sink.buffer)
    }
    Terminal.message(
      say(
        "\(written.count + 1) berkas ditulis ke \(folder.path).",
        "\(written.count + 1) files written to \(folder.path)."))
    if !openMonths.isEmpty { Terminal.message(style.words.provisional(openMonths)) }
    let others = try folder.others(than: [first] + written.map(\.file))
    guard !others.isEmpty else { return }
    let list = others.joined(separator: ", ")
    Terminal.message(
      say(
        "Tidak termasuk, dari waktu lain: \(list).", "Not among them, of another time: \(list)."))
  }
}

extension Pack {
  /// The financial statements of a period that ends on a day, and what stands behind them.
  mutating func addStatements(of period: BookPeriod) {
    add("Neraca", "Balance sheet", BalanceSheetRenderer.self) {
      try $0.balanceSheet(asOf: period.last)
    }
    add("Hasil usaha", "Income", IncomeStatementRenderer.self) {
      try $0.incomeStatement(period)
    }
    add("Perubahan ekuitas", "Equity changes", EquityChangesRenderer.self) {
      try $0.equityChanges(period)
    }
    add("Arus kas", "Cash flow", CashFlowRenderer.self) { try $0.cashFlow(period) }
    add("Catatan", "Notes", FinancialNotesRenderer.self) { try $0.financialNotes(period) }
  }

  /// Lists of members' savings, deposits and loans on a day, and who came and went.
  mutating func addLists(of period: BookPeriod) {
    let day = period.last
    add("Daftar simpanan", "Savings", SavingsByProductRenderer.self) {
      try $0.savingsByProduct(asOf: day)
    }
    add("Simpanan berjangka", "Term deposits", TermDepositListRenderer.self, { $0.asOf = day }) {
      try $0.termDeposits(asOf: day)
    }
    add("Daftar pinjaman", "Loans", LoanNominativeRenderer.self) {
      try $0.loanRegister(asOf: day)
    }
    add("Kolektibilitas", "Classes of loans", CollectibilityRenderer.self) {
      try $0.loanRegister(asOf: day)
    }
    add("Mutasi anggota", "Members in and out", MemberMovementsRenderer.self) {
      try $0.memberMovements(period)
    }
    add("Simpanan wajib", "Dues", DuesListRenderer.self) { try $0.dues(asOf: day) }
    add("Bukti potong", "Withholding", WithholdingSlipsRenderer.self) { book in
      var slips: [WithholdingSlip] = []
      try book.withholdingSlips(in: period.first.month...day.month) { slips.append($0) }
      return slips
    }
  }

  /// What supervisors look at on a day of a year.
  mutating func addSupervision(_ year: BookYear, through day: BookDate) {
    add("Kesehatan", "Health", HealthSheetRenderer.self) {
      try $0.healthSheet(year: year.number, through: day)
    }
    add("Batas", "Limits", SupervisionLimitsRenderer.self) {
      try $0.supervisionLimits(asOf: day)
    }
  }
}
