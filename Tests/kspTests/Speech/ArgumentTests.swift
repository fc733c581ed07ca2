import Foundation
import KSPCore
import KSPTestSupport
import Testing

@testable import ksp

/// What people type around the commands, and what they are told when it is wrong.
@Suite struct ArgumentTests {
  typealias Outcome = CommandTests.Outcome

  static func ksp(_ folder: TestFolder, _ arguments: String...) throws -> Outcome {
    try CommandTests.run(folder, arguments)
  }

  static let words: [[String]] = [
    ["--lang", "en", "member", "list"], ["member", "--lang", "en", "list"],
    ["member", "list", "--lang=en"], ["--book", "koperasi.ksp", "--lang", "en", "member", "list"],
    ["--lang=en", "--book=koperasi.ksp", "anggota", "list"],
    ["--buku", "koperasi.ksp", "--bahasa", "en", "anggota", "daftar"],
    ["anggota", "daftar", "--buku=koperasi.ksp", "--bahasa=en"],
  ]

  @Test(arguments: words) func languageAndBookMayStandAnywhere(_ words: [String]) throws {
    let outcome = try CommandTests.run(try CommandTests.prepared(), words)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("MEMBERS"))
  }

  @Test func aWordAfterTheTerminatorIsNoLanguage() throws {
    let folder = try CommandTests.prepared()
    let outcome = try Self.ksp(
      folder, "member", "add", "--yes", "--date", "2026-01-03", "--", "--lang")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try Self.ksp(folder, "member", "show", "0002").output.contains("--lang"))
  }

  @Test func optionsHaveIndonesianNames() throws {
    let folder = try CommandTests.prepared()
    let words = [
      "setor", "0001", "5000", "--tanggal", "2026-01-09", "--referensi", "K-1", "--keterangan",
      "titipan", "--petugas", "Ani", "--produk", "sukarela", "--bentuk", "json",
    ]
    #expect(try CommandTests.run(folder, words + ["--coba"]).status == 0)
    let outcome = try CommandTests.run(folder, words + ["--ya", "--keluaran", "bukti.json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages == "Ditulis ke bukti.json.\n")
    let stored = try Self.ksp(
      folder, "jurnal", "daftar", "--dari", "2026-01-09", "--sampai", "2026-01-09")
    for word in ["K-1", "titipan", "Ani"] { #expect(stored.output.contains(word), "\(word)") }
  }

  @Test func aBackupWithoutAFileIsNamedAfterTheDay() throws {
    let folder = try CommandTests.prepared()
    let outcome = try Self.ksp(folder, "cadangkan")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let name = try #require(outcome.messages.firstMatch(of: /koperasi-\d{4}-\d\d-\d\d\.ksp/)).output
    #expect(try Self.ksp(folder, "verify", "--book", String(name)).status == 0)
    // A second one on the same day does not replace the first.
    let second = try Self.ksp(folder, "cadangkan")
    #expect(second.status == 0)
    #expect(second.messages.contains(name.replacing(".ksp", with: "-2.ksp")))
    #expect(try Self.ksp(folder, "cadangkan", String(name)).status == 73)
  }

  @Test func aNumberWithoutItsZerosIsAskedBack() throws {
    let folder = try CommandTests.prepared()
    for words in [["setor", "1", "5000", "--yes"], ["member", "show", "00001"]] {
      let outcome = try CommandTests.run(folder, words)
      #expect(outcome.status == 65)
      #expect(outcome.messages.contains("Maksud Anda 0001 ("), "\(outcome.messages)")
    }
    #expect(try Self.ksp(folder, "member", "show", "2").messages.contains("ksp cari"))
  }

  static let mistakes: [(words: [String], says: String)] = [
    (["depsit", "0001", "5", "--yes"], "Maksud Anda: ksp deposit?"),
    (["setro", "0001"], "Maksud Anda: ksp setor?"),
    (["member", "lst"], "Maksud Anda: ksp member list?"),
    (["tutup-bulan", "rum", "2026-01"], "Maksud Anda: ksp tutup-bulan run?"),
    (["qqq"], "ksp --help"), (["--lang", "fr"], "Pilih --bahasa id atau --bahasa en"),
    (
      ["setor", "0001", "5", "--prodct", "x"],
      "Pilihan '--prodct' tidak dikenal. Maksud Anda '--produk'?"
    ),
    (["setor", "0001", "5", "6"], "Kata berlebih: '6'"),
    (["setor", "0001", "5", "6", "7"], "2 kata berlebih: '6', '7'"),
    (["export", "xls"], "Pilih salah satu: hledger, beancount, csv"),
    (["simulate", "savings"], "Belum diisi: '--dari <tanggal>'"),
    (["verify", "--format"], "Belum ada isi untuk '--format"),
    (["setor", "0001", "5", "--yes=1"], "tidak memakai isi"),
    (["product", "set", "sukarela", "--rate", "2%", "--yes"], "2% sebulan atau 2% setahun"),
    (["setor"], "Belum diisi: Nomor anggota?"), (["setor", "0001", "5"], "Tambahkan --ya"),
    (["product", "set", "pokok", "--method", "lowest", "--yes"], "tanpa jasa"),
    (
      ["product", "set", "sukarela", "--no-interest", "--rate", "3%/tahun", "--yes"],
      "tidak bisa bersama"
    ),
  ]

  @Test(arguments: mistakes) func mistakesAreToldInIndonesian(
    _ words: [String], says: String
  ) throws {
    let outcome = try CommandTests.run(try CommandTests.prepared(), words)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("Salah: "), "\(outcome.messages)")
    #expect(outcome.messages.contains(says), "\(outcome.messages)")
    for english in ["Error:", "Usage:", "Unknown", "Unexpected", "Missing"] {
      #expect(!outcome.messages.contains(english), "\(outcome.messages)")
    }
  }

  /// Every sentence of the argument parser that its users can meet, whole.
  static let sentences: [(words: [String], says: String)] = [
    (["setor", "--qqqqqq"], "Pilihan '--qqqqqq' tidak dikenal."),
    (["setor", "--to", "5"], "Pilihan '--to' tidak dikenal."),
    (["setor", "--memmo", "5"], "Pilihan '--memmo' tidak dikenal. Maksud Anda '--keterangan'?"),
    (["setor", "-x"], "Pilihan '-x' tidak dikenal."),
    (["---x"], "Pilihan '---x' tidak dikenal."),
    (
      ["verify", "-ox"],
      "Pilihan '-ox' tidak dikenal. Atau belum ada isi untuk '-o <berkas>' dalam '-ox'?"
    ),
    (["setor", "--memo"], "Belum ada isi untuk '--memo <teks>'."),
    (["verify", "-o"], "Belum ada isi untuk '-o <berkas>'."),
    (["setor", "--memo", "--yes"], "Belum ada isi untuk '--memo <teks>'."),
    (["setor", "1", "2", "3"], "Kata berlebih: '3'."),
    (["setor", "1", "2", "3", "4"], "2 kata berlebih: '3', '4'."),
    (["member", "import"], "Belum diisi: '<berkas>'."),
    (["product", "add", "a", "b"], "Belum diisi: '--awalan <awalan>'."),
    (["setor", "--yes=1"], "Pilihan '--yes' tidak memakai isi, tetapi diberi '1'."),
    (
      ["product", "set", "pokok", "--withdrawable", "--no-withdrawable"],
      "'--no-withdrawable' bertentangan dengan '--withdrawable' yang sudah ditulis."
    ),
    (
      ["--generate-completion-script", "foo"],
      "Tidak ada naskah pelengkap untuk “foo”."
    ),
    (["help", "depsit"], "Tidak ada perintah “depsit”."),
  ]

  @Test(arguments: sentences) func theParserIsTranslatedWhole(
    _ words: [String], says: String
  ) throws {
    let outcome = try CommandTests.run(try TestFolder(), words)
    #expect(outcome.status == 64)
    #expect(outcome.messages.split(separator: "\n").first == "Salah: \(says)")
  }

  @Test(arguments: ParserText.sentences.indices) func everyTemplateKeepsItsHoles(_ index: Int) {
    let (english, indonesian) = ParserText.sentences[index]
    let holes = english.count { $0 == "*" }
    #expect(indonesian.count { $0 == "*" } == holes)
    let values = (0..<holes).map { "isi\($0)" }
    let said = Template(english).filled(values)
    #expect(
      ParserText.translated(said, language: .indonesian) == Template(indonesian).filled(values))
  }

  /// A flag that would do nothing is not offered.
  @Test(arguments: [
    ["member", "import", "x.csv", "--ref", "A"],
    ["entry", "import", "x.csv", "--date", "2026-01-01"],
    ["opening", "import", "x.csv", "--ref", "A"],
    ["product", "set", "pokok", "--date", "2026-01-01"],
    ["member", "set", "0001", "--national-id", "1"],
  ]) func whatWouldDoNothingIsRefused(_ words: [String]) throws {
    let outcome = try CommandTests.run(try CommandTests.prepared(), words)
    #expect(outcome.status == 64, "\(outcome.messages)")
    #expect(!outcome.messages.contains("--yes kalau"))
  }

  @Test(arguments: [
    ("depsit", "deposit"), ("neraca", "neraca-saldo"), ("stat", "status"), ("x", nil),
  ]) func theNearestName(_ typed: String, _ name: String?) {
    let names = ["deposit", "neraca-saldo", "status", "setor"]
    #expect(NearestName.find(typed, in: names) == name)
  }

  @Test func withoutABookItSaysHowToStart() throws {
    let folder = try TestFolder()
    let outcome = try CommandTests.run(folder, [])
    #expect(outcome.status == 66)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("ksp mulai"))
    #expect(outcome.messages.contains("ksp setor"))
    #expect(try !Self.ksp(folder, "--book", "x.ksp").messages.contains("ksp setor"))
  }

  @Test func anExportShowsWhatWasKnown() throws {
    let folder = try CommandTests.prepared()
    let before = try Self.ksp(folder, "export", "csv").output
    _ = try Self.ksp(folder, "setor", "0001", "5000", "--date", "2026-01-09", "--yes")
    #expect(try Self.ksp(folder, "export", "csv").output != before)
    #expect(try Self.ksp(folder, "export", "csv", "--known-at", "JU-000001").output == before)
  }

  @Test func aLaterTermKeepsWhatWasNotNamed() throws {
    let folder = try CommandTests.prepared()
    let set = try Self.ksp(
      folder, "product", "set", "sukarela", "--effective", "2026-02", "--rate", "4%/tahun",
      "--format", "json", "--yes")
    #expect(set.status == 0, "\(set.messages)")
    let show = try Self.ksp(folder, "product", "show", "sukarela", "--format", "json").output
    #expect(show.contains("4%/year"))
    #expect(show.components(separatedBy: "actual/365").count == 3)
  }
}
