import KSPCore
import KSPLedger
import KSPStatements
import KSPTestBooks
import KSPTestSupport
import Testing

/// The order in which one sum of a payroll list is used up: of the book, or of the list.
@Suite struct PayrollOrderTests {
  private static let order = PayrollOrder(parsing: "wajib, pinjaman, sukarela")

  private func book(_ order: PayrollOrder?) throws -> LoanBook {
    let book = try LoanBook()
    guard var terms = try book.ledger.savingsTerms(of: "wajib").last else { return book }
    terms.monthlyDue = 25_000
    try book.ledger.setSavingsTerms(of: "wajib", terms)
    var settings = try book.ledger.settings
    settings.payrollOrder = order
    _ = try book.ledger.updateSettings(settings)
    return book
  }

  private func pay(
    _ book: LoanBook, _ text: String, _ order: PayrollOrder? = nil, dryRun: Bool = false
  ) throws -> RepaymentListReport {
    try book.ledger.importRepayments(
      csv: text, file: "gaji.csv", on: day("2026-02-20"), terms: PayrollTerms(order: order),
      dryRun: dryRun)
  }

  @Test func anOrderKnowsItsOwnWords() {
    #expect(Self.order.description == "wajib,loans,sukarela")
    #expect(PayrollOrder(parsing: Self.order.description) == Self.order)
    #expect(Self.order.name.indonesian == "wajib, pinjaman, sukarela")
    #expect(PayrollOrder(parsing: "").steps.isEmpty)
  }

  /// Nobody is dropped without a word: a list that pays nothing is refused as such, and of any other
  /// the rows that pay nothing are told.
  @Test func rowsThatPayNothingAreTold() throws {
    let book = try book(Self.order)
    for text in ["anggota;jumlah\n", "judul\nanggota;jumlah\n0001;0\n"] {
      let error = try #require(refused { try pay(book, text) })
      #expect(error.code == .importEmpty && error.remedies == [.book(.seeTemplate)])
      #expect(error.place?.file == "gaji.csv" && error.place?.line == (text.hasPrefix("j") ? 2 : 1))
    }
    let report = try pay(book, "anggota;jumlah\n0001;0\n0002;60.000\n")
    let left = try #require(report.understanding?.leftOutRows)
    #expect(left.map(\.line) == [2] && left.map(\.reason) == [.noAmount])
    let text = RepaymentListRenderer(ReportStyle()).string(report)
    #expect(text.contains("dilewati: tanpa jumlah – 0001 0"), "\(text)")
    let wire = RepaymentListRenderer(ReportStyle(.json)).string(report)
    #expect(wire.contains(#""leftOutRows":[{"line":2"#), "\(wire)")
  }

  @Test("K1.9: the order is a setting of the book, kept and read back")
  func theBookKeepsIt() throws {
    let book = try book(Self.order)
    #expect(try book.ledger.settings.payrollOrder == Self.order)
    var settings = try book.ledger.settings
    for (word, code) in [
      ("nihil", LedgerError.Code.productUnknown), ("wajib,wajib", .payrollOrderInvalid),
    ] {
      settings.payrollOrder = PayrollOrder(parsing: word)
      #expect(refused { try book.ledger.updateSettings(settings) }?.code == code)
    }
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K1.9: a sum is divided by the book's order, unless the list is given one")
  func theListOverridesIt() throws {
    let book = try book(Self.order)
    _ = try book.lend("flat", 1_200_000)
    let text = "anggota;jumlah\n0001;200.000\n"
    let usual = try pay(book, text, dryRun: true)
    #expect(usual.order == Self.order && usual.isBookOrder)
    #expect(usual.deposits.map(\.amount) == [25_000, 57_000])
    let other = PayrollOrder(parsing: "loans,sukarela")
    let given = try pay(book, text, other)
    #expect(given.order == other && !given.isBookOrder)
    #expect(given.deposits.map(\.amount) == [82_000])
    let named = try pay(book, "anggota;wajib\n0002;25.000\n")
    #expect(named.order == nil)
  }

  /// Two loans: the oldest installment first, of whichever loan.
  @Test("K1.9: of several loans the oldest arrears are paid first")
  func theOldestArrearsFirst() throws {
    let book = try book(PayrollOrder([.loans]))
    let first = try book.lend("flat", 1_200_000, on: "2026-01-18")
    let second = try book.lend("flat", 2_400_000, on: "2026-01-10")
    // Due on 10 February (236,000) and on 18 February (118,000).
    let part = try pay(book, "anggota;jumlah\n0001;300.000\n")
    #expect(part.rows.map(\.loan) == [first, second])
    #expect(part.rows.map(\.receipt.amount) == [64_000, 236_000])
    let column = try pay(book, "anggota;angsuran\n0001;54.000\n")
    #expect(column.rows.map(\.loan) == [first])
    #expect(column.isBookOrder)
  }
}
