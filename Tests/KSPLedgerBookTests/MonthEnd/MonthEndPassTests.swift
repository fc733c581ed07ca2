import KSPCore
import KSPTestBooks
import KSPTestSupport
import Testing

@testable import KSPLedger

/// A month end is a list of passes, and one more is one more line of it.
@Suite struct MonthEndPassTests {
  /// Takes Rp1.000 for every member, which no pass of the library does.
  final class DuesPass: MemberPass {
    private let month: EndingMonth
    private let voucher: MonthVoucher
    private var members = 0

    init(_ month: EndingMonth) throws {
      self.month = month
      voucher = try month.desk.voucher(.provision, Self.reference(month.month))
    }

    private static func reference(_ month: BookMonth) -> String { "uji/\(month)" }

    func find(_ member: inout MemberMonth) { members += 1 }

    func finish() throws {
      let amount = Rupiah(sen: Int64(members) * 100_000)
      try voucher.add(.debit(month.catalog.account(.cash), amount))
      try voucher.add(.credit(month.catalog.account(.feeIncome), amount))
    }

    func report(into report: inout MonthEndReport) {
      report.sections.append(Self.section(members, voucher.number))
    }

    static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
      let query = try SQLStatement(
        month.book,
        """
        SELECT e.id, p.amount FROM entry e JOIN posting p ON p.entry = e.id
        WHERE e.reference = ? AND p.amount > 0
        """)
      query.bind(reference(month.month), at: 1)
      defer { query.reset() }
      guard try query.step() else { return }
      report.sections.append(
        section(Int(query.int64(1) / 100_000), EntryNumber(query.int64(0))))
    }

    private static func section(_ members: Int, _ entry: EntryNumber?) -> MonthEndReport.Section {
      MonthEndReport.Section(
        code: "dues", name: Phrase(id: "Iuran", en: "Dues"),
        lines: [
          .init(
            name: Phrase(id: "Anggota", en: "Members"), count: members,
            amount: Rupiah(sen: Int64(members) * 100_000), entry: entry)
        ])
    }
  }

  static let passes: [any MonthEndPass.Type] =
    MonthEndPasses.all.dropLast() + [DuesPass.self, ClosingPass.self]

  /// Two products, one of which pays into the other, a loan in arrears, and a member who is taxed.
  private func book() throws -> LoanBook {
    let book = try LoanBook(members: ["0001", "0002", "0003"])
    let interest = InterestTerms(tiers: [.init(from: 0, rate: .percent("6", per: .year))])
    var terms = SavingsTerms(effectiveFrom: try month("2026-01"), interest: interest)
    terms.interestCreditedTo = "sukarela"
    try book.ledger.addSavingsProduct(.sample("qurban", prefix: "QUR"), terms: terms)
    for member in ["0001", "0002", "0003"] {
      _ = try book.ledger.deposit(
        90_000_000, member: MemberNumber(member), product: "qurban", on: day("2026-01-01"))
    }
    _ = try book.ledger.deposit(5_000_000, member: "0002", on: day("2026-01-05"))
    try book.change("flat") { $0.provision = ProvisionTable.healthRating.code }
    _ = try book.lend("flat", 12_000_000)
    _ = try book.lend("menurun", 6_000_000, to: "0002")
    return book
  }

  /// What is true of a kind stands with the kind; the passes say it once more, so the two agree.
  @Test func passesPostTheKindsOfMonthEnds() {
    let posted = MonthEndPasses.all.flatMap { $0.kinds }
    #expect(Set(posted) == Set(EntryKind.all(.byMonthEnd)))
    #expect(posted.count == Set(posted).count)
  }

  @Test func anInventedPassTouchesOneList() throws {
    let book = try book()
    let month = try month("2026-01")
    let before = try BookContent(book.folder)
    let preview = try book.ledger.previewMonthEnd(month, passes: Self.passes)
    #expect(try BookContent(book.folder) == before)
    let run = try book.ledger.runMonthEnd(month, passes: Self.passes)
    #expect(run.sections.map(\.lines.count) == [1])
    #expect(run.sections[0].lines[0].amount == 3_000)
    #expect(figures(of: preview) == figures(of: run))
    let again = try book.ledger.runMonthEnd(month, passes: Self.passes)
    #expect(again.sections == run.sections)
    let checks = try book.ledger.verify().checks.filter { $0.count > 0 }
    #expect(checks.isEmpty, "\(checks)")
  }

  /// A month read again is the report of its run, vouchers and all; a preview is it without them.
  @Test func aMonthReadAgainIsTheReportOfItsRunInFull() throws {
    let book = try book()
    var changes = 0
    for name in ["2026-01", "2026-02", "2026-03", "2026-04"] {
      let month = try month(name)
      let preview = try book.ledger.previewMonthEnd(month)
      let run = try book.ledger.runMonthEnd(month)
      #expect(figures(of: preview) == figures(of: run), "\(name)")
      let read = try #require(try book.ledger.monthEnd(month))
      for again in [
        try book.ledger.runMonthEnd(month), try book.ledger.previewMonthEnd(month), read,
      ] {
        #expect(again.outcome == .alreadyDone && again.closedAt == run.closedAt)
        #expect(again.products == run.products, "\(name)")
        #expect(again.slips == run.slips)
        #expect(again.loanProducts == run.loanProducts, "\(name)")
        #expect(again.loans == run.loans, "\(name)")
        #expect(again.provisions == run.provisions, "\(name)")
        #expect(again.sections == run.sections)
      }
      #expect(run.slips == 3 && !run.loans.isEmpty)
      changes += run.provisions.count
    }
    #expect(changes > 0)
    #expect(try book.ledger.verify().isOK)
  }

  private struct Figures: Equatable {
    let products: [[Rupiah]]
    let loanProducts: [[Rupiah]]
    let loans: [MonthEndReport.Loan]
    let changes: [Rupiah]
    let counts: [Int]
  }

  /// All that a report says but for vouchers and what became of the run.
  private func figures(of report: MonthEndReport) -> Figures {
    Figures(
      products: report.products.map { [$0.gross, $0.tax] },
      loanProducts: report.loanProducts.map {
        [$0.outstanding, $0.arrears, $0.interest, $0.lateFee, $0.allowance]
      }, loans: report.loans, changes: report.provisions.map(\.change),
      counts: report.products.flatMap { [$0.accountsExamined, $0.accountsPaid] } + [report.slips]
        + report.sections.flatMap { $0.lines.map(\.count) })
  }

  // MARK: - Refusals

  /// What a run refuses a preview refuses, in the same words.
  @Test(arguments: ["opening", "reference", "voucher", "note", "later", "earlier"])
  func aPreviewRefusesWhatARunRefuses(_ what: String) throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    _ = try ledger.deposit(
      90_000_000, member: "0001", on: day("2026-01-01"), reference: "K-1")
    var (ending, note) = (try month("2026-01"), EntryNote())
    switch what {
    case "opening":
      _ = try ledger.importOpeningBalances(
        csv: "account,debit,credit\n1-1000,5,\n", file: "o", on: day("2025-12-31"))
    case "reference": note.reference = "K-1"
    case "voucher":
      // The reference that the interest of the month gets itself.
      _ = try ledger.deposit(
        1_000, member: "0001", on: day("2026-01-02"),
        reference: "jasa/sukarela/2026-01")
    case "note": note.memo = "a\u{0}b"
    case "later": ending = try month("2026-03")
    default: ending = try month("2025-12")
    }
    let before = try BookContent(folder)
    let preview = refused { try ledger.previewMonthEnd(ending, note: note) }
    let run = refused { try ledger.runMonthEnd(ending, note: note) }
    #expect(preview != nil && preview == run, "\(what)")
    #expect(try BookContent(folder) == before)
  }

  // MARK: - Cancelling

  /// Members one to six are looked at, and the seventh is not: nothing of them stays.
  @Test func cancellingBetweenMembersLeavesTheMonthOpen() async throws {
    let folder = try TestFolder()
    let ledger = try MonthEndFaultTests.book(folder)
    let before = try BookContent(folder)
    var heard: [StageProgress] = []
    let error = refused {
      try ledger.runMonthEnd(month("2026-01")) { progress in
        heard.append(progress)
        if progress.done == 6 { throw CancellationError() }
      }
    }
    #expect(error == .monthEndCancelled(try month("2026-01")))
    #expect(heard.map(\.done) == Array(0...6) && heard.allSatisfy { $0.total == 12 })
    let inTask = await Task {
      refused {
        try ledger.runMonthEnd(month("2026-01")) { progress in
          if progress.done == 6 { withUnsafeCurrentTask { $0?.cancel() } }
        }
      }
    }.value
    #expect(inTask == error)
    #expect(try BookContent(folder) == before)
    #expect(try ledger.status().openMonth == month("2026-01"))
    let done = try await ledger.runMonthEnd(month("2026-01"))
    #expect(done.outcome == .done)
    let report = try await ledger.verify()
    #expect(report.isOK)
  }
}
