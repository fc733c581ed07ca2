import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// One row a member with savings and a running loan.
@Suite struct WideOpeningTests {
  private func book() throws -> Ledger {
    let ledger = try makeBook(try TestFolder())
    _ = try ledger.importMembers(
      csv: """
        number,name,joined
        0001,Ani,2020-01-01
        0002,Budi,2020-01-01
        0003,Citra,2020-01-01
        """, file: "m")
    return ledger
  }

  private func take(_ ledger: Ledger, _ text: String) throws -> ImportReport {
    try ledger.importOpeningBalances(csv: text, file: "saldo.csv", on: day("2025-12-31"))
  }

  @Test("K1.5: savings and loans of one row come in together, or not at all")
  func savingsAndLoansInOneRow() throws {
    let ledger = try book()
    let text = """
      No. Anggota;Pokok;Wajib;Sukarela;Jenis Pinjaman;Plafon;Tgl Cair;Jangka Waktu;Bunga;Sisa Pinjaman;Tunggakan Jasa
      0001;100.000;250.000;1.000.000;flat;12.000.000;15/07/2025;12;1,5%/bulan;7.000.000;0
      0002;100.000;250.000;-;;;;;;0;-
      0003;100.000;-;-;menurun;6.000.000;01/10/2025;6;2%/bulan;4.000.000;0
      """
    let report = try take(ledger, text)
    #expect(report.stored == 8)
    #expect(report.totals.first { $0.kind == .savings }?.amount == 1_800_000)
    #expect(report.totals.first { $0.kind == .outstanding }?.amount == 11_000_000)
    #expect(report.openingDifference == -9_200_000)
    let loans = try ledger.loanRegister(of: "0003").owed
    #expect(loans.map(\.outstanding) == [4_000_000])
    #expect(try take(ledger, text).stored == 0)
    #expect(try ledger.verify().isOK)
  }

  @Test("K1.5: loans that need more than the sheet has are refused row by row, all at once")
  func whatIsMissingIsSaid() throws {
    let ledger = try book()
    let text = """
      No. Anggota;Pokok;Wajib;Pinjaman;Plafon
      0001;100.000;250.000;7.000.000;12.000.000
      0002;100.000;250.000;0;
      0003;100.000;250.000;500.000;
      """
    let error = refused { try take(ledger, text) }
    #expect(error?.details.map(\.code) == [.importLoanIncomplete, .importLoanIncomplete])
    #expect(error?.details.map { $0.place?.line } == [2, 4])
    let words = error?.details.map(\.message.indonesian) ?? []
    #expect(words.first?.contains("disbursed") == true)
    #expect(words.first?.contains("Plafon") == false && words.last?.contains("Plafon") == true)
    // Nothing of the savings was stored either; without the columns of loans they come in.
    var way = ImportWay()
    way.ignoring = ["Pinjaman", "Plafon"]
    let report = try ledger.importOpeningBalances(
      SheetText(text, file: "saldo.csv"), on: day("2025-12-31"), way)
    #expect(report.stored == 6)
  }

  @Test("K1.5: a loan that cannot be is refused at its cell, beside other rows")
  func aLoanThatCannotBe() throws {
    let ledger = try book()
    let error = refused {
      try take(
        ledger,
        """
        anggota;wajib;loan_product;principal;disbursed;term;outstanding;interest_arrears
        0001;1000;nihil;1200000;2025-12-01;12;1200000;0
        0009;1000;;;;;;
        0002;1000;flat;1200000;2025-12-01;12;1300000;0
        """)
    }
    #expect(
      error?.details.map { "\($0.place?.line ?? 0) \($0.code)" } == [
        "2 loan.productUnknown", "3 member.unknown", "4 loan.openingPrincipal",
      ])
  }
}
