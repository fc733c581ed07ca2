import Foundation
import KSPCore
import KSPTestSupport
import Testing

@testable import ksp

/// The treasurer's cash book on the command line: the sample of three months, and the vector.
@Suite struct CashBookImportCommandTests {
  private func ksp(
    _ folder: TestFolder, _ words: [String], status: Int32 = 0
  ) throws -> CommandTests.Outcome {
    let outcome = try CommandTests.run(folder, words)
    #expect(outcome.status == status, "\(words): \(outcome.messages)")
    return outcome
  }

  /// A copy of the sample beside a book whose cash begins as January does.
  private func prepared() throws -> (TestFolder, [String]) {
    let folder = try TestFolder()
    let sample = packageFolder.appendingPathComponent("Examples/sample/buku-kas").path
    for name in try FileManager.default.contentsOfDirectory(atPath: sample) {
      try FileManager.default.copyItem(atPath: "\(sample)/\(name)", toPath: folder.file(name))
    }
    for words in [
      ["init", "KSP Uji", "--from", "2026-01"],
      ["member", "import", "anggota.csv", "--yes"],
      ["opening", "import", "saldo-awal.csv", "--yes"],
      ["dues", "set", "20.000", "--from", "2025-06", "--yes"],
      ["chart", "name", "listrik", "5-2100", "--yes"],
    ] { _ = try ksp(folder, words) }
    return (folder, ["--cash-book", "januari.csv", "pebruari.csv", "maret.csv"])
  }

  @Test("the sample is proposed, answered, booked once, and its words are kept")
  func sample() throws {
    let (folder, book) = try prepared()
    let proposed = try ksp(folder, ["entry", "import"] + book).output
    #expect(proposed.contains("4 perlu diisi, 15 menunggu ya, 0 sudah di buku."))
    #expect(proposed.contains("Rp3.655.000") && proposed.contains("Rp1.827.500"))
    // The program reads its own proposals, in the form of programs and in that of Excel.
    for dialect in ["program", "excel"] {
      let list = "\(dialect).csv"
      _ = try ksp(folder, ["jurnal", "impor"] + book + ["-o", list, "--csv", dialect])
      let bare = try ksp(
        folder, ["entry", "import"] + book + ["--answers", list, "--yes"], status: 65)
      #expect(bare.messages.contains("belum dijawab"), "\(bare.messages)")
    }
    let answers = ["--jawaban", "jawaban.csv", "--ya", "--bentuk", "json"]
    let stored = try ksp(folder, ["jurnal", "impor"] + book + answers).output
    #expect(stored.contains(#""stored":19,"alreadyStored":0,"#), "\(stored)")
    #expect(stored.contains(#""word":"beli air galon""#))
    let again = try ksp(folder, ["jurnal", "impor"] + book + answers).output
    #expect(again.contains(#""stored":0,"alreadyStored":19,"#), "\(again)")
    #expect(try ksp(folder, ["entry", "words", "list"]).output.contains("beli air galon"))
    _ = try ksp(folder, ["jurnal", "kata", "akhiri", "beli air galon", "--ya"])
    _ = try ksp(folder, ["entry", "words", "set", "galon", "5-2100", "--yes"])
    let words = try ksp(folder, ["entry", "words", "list", "--format", "csv"]).output
    #expect(words.contains("galon,5-2100,") && !words.contains("beli air galon"))
    _ = try ksp(folder, ["entry", "words", "end", "galon", "--yes"])
    _ = try ksp(folder, ["entry", "words", "end", "galon", "--yes"], status: 65)
    #expect(try ksp(folder, ["verify"]).output.contains("cashBook.words"))
  }

  @Test("vector cashbook-palbapang-2026 through the command line")
  func vector() throws {
    let folder = try CommandTests.prepared()
    var writer = CashSheetWriter(received: 3_700_000, paid: 282_000)
    var files: [String] = []
    let months: [(String, Rupiah, Rupiah)] = [
      ("Januari", 4_400_000, 2_977_500), ("Pebruari", 950_000, 2_666_500),
      ("Maret", 4_152_000, 7_276_000), ("April", 9_840_000, 6_316_000),
      ("Mei", 14_285_000, 17_785_000), ("Juni", 13_412_000, 5_159_250),
    ]
    for (index, sums) in months.enumerated() {
      let date = try day("2026-0\(index + 1)-05")
      let text = try writer.sheet(
        "\(sums.0) 2026",
        [
          .init(date, "Masuk", in: sums.1),
          .init(date, "Keluar", out: sums.2),
        ]
      ).replacing(
        "Sampai Bulan ini;;13.202.000;13.202.000;;",
        with: "Sampai Bulan ini;;13.202.000;13.202.000;6.248.000;", maxReplacements: 1)
      files.append("\(index + 1).csv")
      try text.write(toFile: folder.file("\(index + 1).csv"), atomically: true, encoding: .utf8)
    }
    let json = try ksp(
      folder, ["entry", "import", "--cash-book"] + files + ["--format", "json"]
    ).output
    for closing in ["4840500", "3124000", "0", "3524000", "24000", "8276750"] {
      #expect(json.contains(#""closing":"\#(closing)""#), "\(closing)")
    }
    #expect(
      json.contains(
        #""mistakes":[{"file":"3.csv","line":9,"kind":"cumulative","column":"balance","#
          + #""label":"Jumlah Transaksi Sampai Bulan ini","printed":"Rp6.248.000","right":"Rp0""#),
      "\(json)")
  }

  @Test("what goes with a cash book alone is refused without one")
  func usage() throws {
    let folder = try CommandTests.prepared()
    _ = try ksp(folder, ["entry", "import", "a.csv", "b.csv"], status: 64)
    _ = try ksp(folder, ["entry", "import", "a.csv", "--answers", "b.csv"], status: 64)
    _ = try ksp(
      folder, ["entry", "import", "--cash-book", "a.csv", "--memo", "x"], status: 64)
  }
}
