import Foundation
import KSPTestSupport
import Testing

/// Running loans through the built program.
@Suite struct LoanImportTests {
  private static let rows = """
    nomor;anggota;produk;pokok;cair;jangka;sisa_pokok;tunggakan_jasa;agunan;nilai_agunan;penjamin
    P-118;0001;flat;12.000.000;15/07/2025;12;8.000.000;180.000;BPKB;9.000.000;Ani / Budi

    """

  /// A book with one member of the year before.
  private static func book() throws -> TestFolder {
    let folder = try TestFolder()
    try LoanBookFolder.run(folder, "init Uji --from 2026-01")
    try LoanBookFolder.run(folder, "member add Siti --date 2025-01-02 --yes")
    return folder
  }

  private static func write(_ folder: TestFolder, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file("pinjaman.csv")))
  }

  @Test func runningLoansAreTakenOver() throws {
    let folder = try Self.book()
    try Self.write(folder, Self.rows)
    let line = "pinjaman impor pinjaman.csv --by Rina"
    let dry = try LoanBookFolder.run(folder, "\(line) --dry-run")
    for text in [" 8.000.000", " 180.000", "-Rp8.000.000"] { #expect(dry.contains(text)) }
    let before = try LoanBookFolder.run(folder, "loan list --all --format json")
    #expect(!before.contains("P-118"))
    let done = try LoanBookFolder.run(folder, "\(line) --yes --format json")
    #expect(
      done.contains(
        #""stored":1,"alreadyStored":0,"openingDifference":"-8000000","totals":[{"kind":"outstanding","rows":1,"amount":"8000000"},{"kind":"interestArrears","rows":1,"amount":"180000"}]"#
      ), "\(done)")
    let again = try LoanBookFolder.run(folder, "\(line) --yes --format csv")
    for row in ["alreadyStored,1,", "outstanding,1,8000000", "openingDifference,,-8000000"] {
      #expect(again.contains("pinjaman.csv,\(row)\r\n"), "\(again)")
    }
    let card = try LoanBookFolder.run(folder, "statement loan P-118 --as-of 2025-12-31")
    for text in ["Saldo awal", "15 Juli 2025", "4.000.000", "BPKB", "Ani, Budi", "Rina"] {
      #expect(card.contains(text), "\(card)")
    }
    let json = try LoanBookFolder.run(
      folder, "statement loan P-118 --as-of 2025-12-31 --format json")
    #expect(
      json.contains(
        #"{"date":"2025-12-31","kind":"opening","voucher":null,"plan":1,"principal":"4000000""#),
      "\(json)")
    try LoanBookFolder.run(folder, "verify")
  }

  @Test func aWrongFileIsRefusedWhole() throws {
    let folder = try Self.book()
    let before = try LoanBookFolder.content(folder)
    try Self.write(
      folder, Self.rows + "P-119;0001;flat;1.000.000;15/07/2025;12;2.000.000;0;;;\n")
    let outcome = try CommandTests.ksp(
      folder, "pinjaman", "impor", "pinjaman.csv", "--date", "2025-12-31", "--yes")
    #expect(outcome.status == 65)
    for text in ["pinjaman.csv:3:41", "Rp2.000.000", "Tidak ada yang disimpan"] {
      #expect(outcome.messages.contains(text), "\(outcome.messages)")
    }
    #expect(try LoanBookFolder.content(folder) == before)
  }
}
