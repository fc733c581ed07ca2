import Foundation
import KSPTestSupport
import Testing

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

  static let mistakes: [(words: [String], says: String)] = [
    (["depsit", "0001", "5", "--yes"], "Maksud Anda: ksp deposit?"),
    (["setro", "0001"], "Maksud Anda: ksp setor?"),
    (["member", "lst"], "Maksud Anda: ksp member list?"),
    (["tutup-bulan", "rum", "2026-01"], "Maksud Anda: ksp month-end run?"),
    (["qqq"], "ksp --help"), (["--lang", "fr"], "Pilih --lang id atau --lang en"),
    (
      ["setor", "0001", "5", "--prodct", "x"],
      "Pilihan '--prodct' tidak dikenal. Maksud Anda '--product'?"
    ),
    (["setor", "0001", "5", "6"], "Kata berlebih: '6'"),
    (["setor", "0001", "5", "6", "7"], "2 kata berlebih: '6', '7'"),
    (["export", "xls"], "Pilih salah satu: hledger, beancount, csv"),
    (["simulate", "savings"], "Belum diisi: '--from <tanggal>'"),
    (["verify", "--format"], "Belum ada isi untuk '--format"),
    (["setor", "0001", "5", "--yes=1"], "tidak memakai isi"),
    (["setor"], "Belum diisi: Nomor anggota?"), (["setor", "0001", "5"], "Tambahkan --yes"),
    (["product", "set", "pokok", "--method", "lowest", "--yes"], "tanpa jasa"),
    (
      ["product", "set", "sukarela", "--no-interest", "--rate", "3%", "--yes"], "tidak bisa bersama"
    ),
  ]

  @Test(arguments: mistakes) func mistakesAreToldInIndonesian(
    _ words: [String], says: String
  ) throws {
    let outcome = try CommandTests.run(try CommandTests.prepared(), words)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("galat: "), "\(outcome.messages)")
    #expect(outcome.messages.contains(says), "\(outcome.messages)")
    for english in ["Error:", "Usage:", "Unknown", "Unexpected", "Missing"] {
      #expect(!outcome.messages.contains(english), "\(outcome.messages)")
    }
  }

  @Test func withoutABookItSaysHowToStart() throws {
    let folder = try TestFolder()
    let outcome = try CommandTests.run(folder, [])
    #expect(outcome.status == 66)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("ksp init"))
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
