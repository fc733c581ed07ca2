import Foundation
import KSPTestSupport
import Testing

/// Sheets through the built program: what it says, and with which exit code it refuses.
@Suite struct SheetCommandTests {
  private static func write(_ folder: TestFolder, _ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file(name)))
  }

  private static func book() throws -> TestFolder {
    let folder = try TestFolder()
    try LoanBookFolder.run(folder, "init Uji --from 2026-01")
    return folder
  }

  /// A column of amounts is not dropped, also not with `--yes`, until it is named.
  @Test func aColumnOfAmountsIsRefusedUntilItIsNamed() throws {
    let folder = try Self.book()
    try Self.write(
      folder, "anggota.csv",
      "KOPERASI MAJU;;;\nNBA;Nama;Tgl Gabung;Sisa Dana\n7;Ani;5-Jan-20;5.000\n")
    let refused = try CommandTests.ksp(folder, "anggota", "impor", "anggota.csv", "--yes")
    #expect(refused.status == 65 && refused.output.isEmpty)
    for text in [
      "YANG DIBACA DARI BERKAS", "→ No. Anggota", "KOPERASI MAJU", "“5-Jan-20”",
      "anggota.csv:2:21: Salah: Kolom “Sisa Dana”", "--abaikan \"Sisa Dana\"",
    ] { #expect(refused.messages.contains(text), "\(text) in \(refused.messages)") }
    let done = try CommandTests.ksp(
      folder, "anggota", "impor", "anggota.csv", "--yes", "--abaikan", "sisa dana", "--format",
      "json")
    #expect(done.status == 0, "\(done.messages)")
    #expect(done.output.contains(#""use":"ignored","example":"5.000","line":3"#), "\(done.output)")
    #expect(try LoanBookFolder.run(folder, "member list --format csv").contains("Ani"))
  }

  @Test func numbersAreGivenOutOnlyWhenAsked() throws {
    let folder = try Self.book()
    try Self.write(folder, "a.csv", "Nama,Masuk\nAni,2020-01-01\n")
    let refused = try CommandTests.ksp(folder, "member", "import", "a.csv", "--yes")
    #expect(refused.status == 65 && refused.messages.contains("--beri-nomor"))
    let done = try LoanBookFolder.run(folder, "member import a.csv --yes --beri-nomor")
    #expect(done.contains("0001") && done.contains("Ani"))
  }

  /// A mistake stands below the cell that is wrong, and a column is called as its file calls it.
  @Test func aMistakeIsShownWhereItIs() throws {
    let folder = try Self.book()
    try LoanBookFolder.run(folder, "member add Ani --pokok 100000 --date 2026-01-02 --yes")
    let heading = "Tanggal,No. Anggota,Produk,Jenis,Jumlah,No Bukti\n"
    for (row, says) in [
      ("2026-01-06,0099,sukarela,setoran,5000,K-1", "t.csv:2:12: Salah: Tidak ada anggota"),
      ("2026-01-06,0001,umroh,setoran,5000,K-1", "t.csv:2:17: Salah: Tidak ada produk"),
      ("2026-01-06,0001,sukarela,setoran,5000,", "Kolom No Bukti kosong."),
    ] {
      try Self.write(folder, "t.csv", heading + row + "\n")
      let refused = try CommandTests.ksp(folder, "jurnal", "impor", "t.csv", "--ya")
      #expect(refused.status == 65 && refused.messages.contains(says), "\(refused.messages)")
    }
    try Self.write(folder, "t.csv", "Tanggal,No. Anggota,Jenis,Jumlah,No Bukti\n")
    let refused = try CommandTests.ksp(folder, "jurnal", "impor", "t.csv", "--ya")
    #expect(refused.messages.contains("Kolom Produk tidak ada."), "\(refused.messages)")
    let book = try CommandTests.ksp(folder, "jurnal", "impor", "koperasi.ksp", "--ya")
    #expect(book.messages.contains("adalah berkas buku koperasi, bukan CSV."), "\(book.messages)")
  }

  @Test func aWorkbookIsRefusedWithHowToSaveIt() throws {
    let folder = try Self.book()
    try Data([0x50, 0x4B, 0x03, 0x04, 0x14]).write(to: URL(fileURLWithPath: folder.file("a.xlsx")))
    let refused = try CommandTests.ksp(folder, "saldo-awal", "impor", "a.xlsx", "--yes")
    #expect(refused.status == 65)
    #expect(refused.messages.contains("bukan CSV") && refused.messages.contains("CSV UTF-8"))
  }

  @Test func templatesAreWrittenInTheLanguageOfTheReader() throws {
    let folder = try TestFolder()
    for list in ["members", "opening", "loans", "transactions", "payroll"] {
      let indonesian = try CommandTests.ksp(folder, "templat", list)
      #expect(indonesian.status == 0 && indonesian.output.contains("No. Anggota"))
      let english = try CommandTests.ksp(folder, "template", list, "--lang", "en")
      #expect(english.output.contains("Member No.") && english.output != indonesian.output)
    }
    let local = [
      "anggota": "members", "saldo-awal": "opening", "pinjaman": "loans",
      "transaksi": "transactions", "gaji": "payroll",
    ]
    for (indonesian, english) in local {
      let outputs = try [indonesian, english].map {
        try CommandTests.ksp(folder, "template", $0).output
      }
      #expect(outputs[0] == outputs[1])
    }
    #expect(try CommandTests.ksp(folder, "template", "kartu").status == 64)
    let written = try CommandTests.ksp(folder, "template", "members", "-o", "anggota.csv")
    #expect(written.status == 0 && written.output.isEmpty)
    try LoanBookFolder.run(folder, "init Uji --from 2026-01")
    #expect(try LoanBookFolder.run(folder, "member import anggota.csv --yes").contains(" 2"))
  }

  /// K1.9 and K1.10 at the counter: one sum per member, and the same list twice.
  @Test func aPayrollListInAnOrder() throws {
    let folder = try Self.book()
    try LoanBookFolder.run(folder, "member add Siti --date 2026-01-02 --yes")
    try Self.write(folder, "gaji.csv", "No. Anggota;Potongan\n0001;50.000\nTOTAL;50.000\n")
    let line = "angsur --list gaji.csv --date 2026-01-15 --yes"
    let refused = try CommandTests.run(folder, line.split(separator: " ").map(String.init))
    #expect(refused.status == 65 && refused.messages.contains("gaji.csv:2"))
    let done = try LoanBookFolder.run(folder, "\(line) --urutan pinjaman,sukarela")
    #expect(done.contains("50.000") && done.contains("sukarela"))
    let again = try CommandTests.run(
      folder, "\(line) --order loans,sukarela".split(separator: " ").map(String.init))
    #expect(again.status == 0 && again.messages.contains("Sudah dibukukan"))
  }

  @Test func openingBalancesAreCorrected() throws {
    let folder = try Self.book()
    try LoanBookFolder.run(folder, "member add Siti --date 2026-01-02 --yes")
    try Self.write(folder, "s.csv", "No. Anggota;Sukarela\n0001;50.000\n")
    try LoanBookFolder.run(folder, "opening import s.csv --yes")
    try Self.write(folder, "s.csv", "No. Anggota;Sukarela\n0001;40.000\n")
    let refused = try CommandTests.ksp(folder, "opening", "import", "s.csv", "--yes")
    #expect(refused.status == 65 && refused.messages.contains("--perbaiki"))
    let done = try LoanBookFolder.run(folder, "opening import s.csv --yes --perbaiki")
    #expect(done.contains("Diperbaiki"))
    #expect(try LoanBookFolder.run(folder, "trial-balance").contains("40.000"))
    try LoanBookFolder.run(folder, "verify")
  }
}
