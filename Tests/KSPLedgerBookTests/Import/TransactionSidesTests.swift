import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The other side of transactions that a sheet brings in, by the same rules as at the counter.
@Suite struct TransactionSidesTests {
  private static func take(_ ledger: Ledger, _ text: String) throws -> ImportReport {
    try ledger.importTransactions(csv: text, file: "t.csv")
  }

  private func book() throws -> Ledger {
    let ledger = try makeBook(try TestFolder())
    try ledger.join("0001")
    _ = try ledger.deposit(1_000_000, member: "0001", on: day("2026-01-05"))
    return ledger
  }

  @Test(
    "K3.5: a salary paid into sukarela is imported with its account and memo",
    arguments: ["Akun Lawan", "akun", "Dari", "Account", "kas/bank"])
  func salaryIntoSavings(_ heading: String) throws {
    let ledger = try book()
    let report = try Self.take(
      ledger,
      """
      Tanggal;Anggota;Produk;Jenis;Jumlah;Ref;Keterangan;\(heading)
      2026-01-20;0001;sukarela;setoran;250000;R-1;gaji Januari;5-2000
      2026-01-20;0001;sukarela;setoran;100000;R-2;;Bank
      2026-01-20;0001;sukarela;setoran;50000;R-3;;kas
      """)
    #expect(report.stored == 3)
    #expect(try ledger.account(AccountCode("1-1100")).balance == 100_000)
    #expect(try ledger.account(AccountCode("1-1000")).balance == 1_050_000)
    #expect(try ledger.account(AccountCode("5-2000")).balance == 250_000)
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == 1_400_000)
    #expect(try ledger.verify().isOK)
  }

  /// In a withdrawal “from” is the member's account and “to” the other side.
  @Test("K3.5: from and to mean the member and the other side, as the money goes")
  func fromAndTo() throws {
    let ledger = try book()
    let text = """
      Tanggal;Anggota;Produk;Masuk;Keluar;Ref;Dari;Ke
      2026-01-20;0001;sukarela;300000;;R-1;1-1100;SUK-0001
      2026-01-21;0001;sukarela;;200000;R-2;SUK-0001;1-1100
      """
    #expect(try Self.take(ledger, text).stored == 2)
    #expect(try ledger.account(AccountCode("1-1100")).balance == 100_000)
    #expect(try Self.take(ledger, text).alreadyStored == 2)
  }

  @Test("K3.5: what is refused at the counter is refused in a sheet, at its cell")
  func refusedAsAtTheCounter() throws {
    let ledger = try book()
    try ledger.join("0002")
    let error = refused {
      try Self.take(
        ledger,
        """
        date,member,product,type,amount,reference,memo,counterpart,from
        2026-01-20,0001,sukarela,deposit,1000,R-1,,5-2000,
        2026-01-20,0001,sukarela,deposit,1000,R-2,prize,2-1400,
        2026-01-20,0001,sukarela,deposit,1000,R-3,x,9-9999,
        2026-01-20,0001,sukarela,deposit,1000,R-4,x,1-1100,5-2000
        2026-01-20,0001,sukarela,deposit,1000,R-5,x,SUK-0001,
        """)
    }
    let found = error?.details.map { "\($0.place?.line ?? 0) \($0.code) \($0.place?.column ?? 0)" }
    #expect(
      found == [
        "2 entry.memoMissing 43", "3 account.ownAct 49", "4 account.unknown 45",
        "5 import.accountsDiffer 52", "6 account.ownAct 45",
      ])
  }
}
