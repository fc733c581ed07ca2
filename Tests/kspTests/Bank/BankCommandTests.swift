import Foundation
import KSPTestSupport
import Testing

@testable import ksp

/// A statement of the bank on the command line: from the template to the reconciliation.
@Suite struct BankCommandTests {
  private func ksp(
    _ folder: TestFolder, _ words: [String], status: Int32 = 0
  ) throws -> String {
    let outcome = try CommandTests.run(folder, words)
    #expect(outcome.status == status, "\(words): \(outcome.messages)")
    return status == 0 ? outcome.output : outcome.messages
  }

  private func ksp(_ folder: TestFolder, _ words: String, status: Int32 = 0) throws -> String {
    try ksp(folder, words.split(separator: " ").map(String.init), status: status)
  }

  @Test("K8: the bank's statement is brought in, ticked, booked by rule and reconciled")
  func walk() throws {
    let folder = try CommandTests.prepared()
    #expect(try ksp(folder, "template bank").contains("Saldo"))
    #expect(try ksp(folder, "templat mutasi") == (try ksp(folder, "template bank")))
    _ = try ksp(folder, "deposit 0001 500.000 --from 1-1100 --date 2026-01-05 --yes")
    let file = folder.file("mutasi.csv")
    try """
    Tanggal;Keterangan;Debet;Kredit;Saldo
    05/01/2026;TRSF MASUK;0;500.000;500.000
    31/01/2026;BIAYA ADM;15.000;0;485.000
    31/01/2026;SETORAN LAIN;0;25.000;510.000
    """.write(toFile: file, atomically: true, encoding: .utf8)
    _ = try ksp(folder, "bank import \(file) --yes")
    _ = try ksp(folder, ["bank", "rule", "set", "biaya adm", "5-2100", "--yes"])
    #expect(try ksp(folder, "bank aturan daftar").contains("biaya adm"))
    _ = try ksp(folder, ["bank", "rule", "set", "lain", "4-1200", "--yes"])
    _ = try ksp(folder, ["bank", "rule", "set", "oran", "5-2100", "--yes"])
    let tied = try ksp(folder, "bank cocokkan --coba")
    #expect(tied.contains("Dua aturan: “lain” → 4-1200, “oran” → 5-2100"), "\(tied)")
    #expect(try ksp(folder, "bank daftar --per 2026-01-31").contains("Dua aturan: "))
    for text in ["lain", "oran"] { _ = try ksp(folder, ["bank", "rule", "end", text, "--yes"]) }
    let matched = try ksp(folder, "bank cocokkan --ya --bentuk json")
    #expect(matched.contains("JU-000002") && matched.contains("JU-000003"), "\(matched)")
    let open = try ksp(folder, "bank list --as-of 2026-01-31 --format json")
    #expect(open.contains(#""bank":"510000""#) && open.contains(#""book":"485000""#), "\(open)")
    _ = try ksp(
      folder,
      [
        "receive", "25.000", "--for", "Kantin", "--account", "4-1200", "--to", "1-1100",
        "--date", "2026-01-31", "--yes",
      ])
    #expect(try ksp(folder, "bank tick 3 JU-000003 --yes", status: 65).contains("JU-000003"))
    _ = try ksp(folder, "bank centang 3 JU-000004 --ya")
    #expect(
      try ksp(folder, "bank daftar --per 2026-01-31").contains("Bank dan buku sama"))
    _ = try ksp(folder, "bank tick 3 --undo --yes")
    #expect(try ksp(folder, "bank list --as-of 2026-01-31").contains("Ada yang belum cocok"))
    #expect(try ksp(folder, "verify").contains("bank.matches"))
  }
}
