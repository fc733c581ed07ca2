import Foundation
import KSPTestSupport
import Testing

@testable import ksp

/// `ksp asset` at the command line, with the names of either language.
@Suite struct AssetCommandTests {
  private func ksp(
    _ folder: TestFolder, _ words: String, status: Int32 = 0
  ) throws -> String {
    let outcome = try CommandTests.run(folder, words.split(separator: " ").map(String.init))
    #expect(outcome.status == status, "\(words): \(outcome.messages)")
    return status == 0 ? outcome.output : outcome.messages
  }

  @Test func boughtTakenOverMovedAndDisposedOf() throws {
    let folder = try TestFolder()
    _ = try ksp(folder, "init KSP --from 2026-01")
    _ = try ksp(folder, "member add Siti --date 2026-01-02 --yes")
    _ = try ksp(folder, "deposit 0001 20.000.000 --date 2026-01-02 --yes")
    let bought = try ksp(
      folder,
      "inventaris beli 4.800.000 --nama Laptop --umur 48 --tempat Kasir --tanggal 2026-01-05 --ya")
    #expect(bought.contains("INV-0001 Laptop") && bought.contains("Rp4.800.000"))
    let taken = try ksp(
      folder,
      "asset take-over 8.000.000 --name Motor --months 60 --acquired 2023-05-10 "
        + "--written-off 4.133.333 --as-of 2025-12-31 --yes --format json")
    #expect(taken.contains(#""number":"INV-0002""#) && taken.contains(#""monthly":"133333""#))
    // What it cost and lost before: no month is closed while the ledger lacks it.
    _ = try ksp(
      folder,
      "entry add --date 2026-01-05 --debit 1-2000=8000000 --credit 1-2090=4133333 "
        + "--credit 3-1300=3866667 --memo awal --yes")
    _ = try ksp(folder, "month-end run 2026-01 --yes")
    _ = try ksp(folder, "tutup-bulan run 2026-02 --yes")
    let list = try ksp(folder, "asset list --as-of 2026-02-28 --csv program")
    #expect(
      list.contains("INV-0001,Laptop,Kasir,2026-01-05,1-2000,48,0,4800000,100000,4700000"),
      "\(list)")
    let json = try ksp(folder, "inventaris --per 2026-02-28 --bentuk json")
    #expect(
      json.contains(
        #"{"account":"1-2000","name":"Aset tetap","register":"12800000","ledger":"12800000","#
          + #""difference":"0"}"#), "\(json)")
    #expect(try ksp(folder, "inventaris ubah INV-0001 --tempat Gudang --ya").contains("Gudang"))
    #expect(try ksp(folder, "asset list --place Kasir").contains("Belum ada aset tetap"))
    #expect(
      try ksp(folder, "asset dispose INV-0001 --date 2026-03-05 --yes", status: 65)
        .contains("alasannya tidak ditulis"))
    let gone = try ksp(
      folder,
      "inventaris lepas INV-0001 --hasil 5.000.000 --tanggal 2026-03-05 --memo dijual --ya")
    #expect(gone.contains("Laba pelepasan aset") && gone.contains("300.000"), "\(gone)")
    let card = try ksp(folder, "asset show INV-0001 --format json")
    #expect(
      card.contains(#""disposedOn":"2026-03-05","proceeds":"5000000""#)
        && card.contains(#"{"month":"2026-02","amount":"100000","accumulated":"100000""#), "\(card)"
    )
    #expect(try ksp(folder, "month-end status 2026-02").contains("Penyusutan"))
    #expect(try ksp(folder, "verify").contains("asset.depreciation"))
  }
}
