import Foundation
import KSPTestSupport
import Testing

@testable import ksp

/// The register, the settings and the chart at the command line.
@Suite struct RegisterCommandTests {
  typealias Outcome = CommandTests.Outcome

  private func ksp(_ folder: TestFolder, _ arguments: String...) throws -> Outcome {
    try CommandTests.run(folder, arguments)
  }

  @Test func theRegisterTakesBothNamesOfItsOptions() throws {
    let folder = try CommandTests.prepared()
    for names in [
      [
        "--birth-place", "--birth-date", "--gender", "--occupation", "--heir", "--relation",
        "--unit", "--external-id", "--remarks",
      ],
      [
        "--tempat-lahir", "--tanggal-lahir", "--jenis-kelamin", "--pekerjaan", "--ahli-waris",
        "--hubungan", "--kelompok", "--id-luar", "--catatan",
      ],
    ] {
      let values = [
        "Bandung", "1990-01-05", "perempuan", "Guru", "Budi", "suami", "SD 1", "HR-17", "catatan",
      ]
      let set = try CommandTests.run(
        folder,
        ["member", "set", "0001", "--nik", "3171014501900001", "--npwp", "01.234.567.8-901.000"]
          + zip(names, values).flatMap { [$0, $1] }
          + ["--attribute", "a=1", "--attribute", "b=2", "--format", "json", "--yes"])
      #expect(set.status == 0, "\(set.messages)")
      for text in [
        #""nik":"3171014501900001","npwp":"0012345678901000","birthPlace":"Bandung""#,
        #""birthDate":"1990-01-05","gender":"female","occupation":"Guru""#,
        #""heir":"Budi","heirRelation":"suami","unit":"SD 1","externalID":"HR-17""#,
        #""attributes":{"a":"1","b":"2"}"#,
      ] {
        #expect(set.output.contains(text), "\(set.output)")
      }
    }
    let cleared = try ksp(
      folder, "member", "set", "0001", "--attribute", "a=", "--heir", "", "--yes")
    #expect(cleared.status == 0 && !cleared.output.contains("Budi"))
  }

  @Test func aBadNIKIsRefusedAndAnUnlikelyOneOnlyWarns() throws {
    let folder = try CommandTests.prepared()
    let bad = try ksp(folder, "anggota", "ubah", "0001", "--nik", "123", "--ya")
    #expect(bad.status == 64 && bad.messages.contains("16 angka"), "\(bad.messages)")
    let odd = try ksp(
      folder, "anggota", "ubah", "0001", "--nik", "3171019901900001", "--ya")
    #expect(odd.status == 0 && odd.messages.contains("bukan tanggal lahir"), "\(odd.messages)")
    let old = try ksp(folder, "member", "set", "0001", "--national-id", "1", "--yes")
    #expect(old.status == 64)
  }

  @Test func standingLeavingAndErasing() throws {
    let folder = try CommandTests.prepared()
    let add = try ksp(
      folder, "anggota", "tambah", "Budi", "--status", "calon", "--tanggal", "2026-01-03",
      "--ref", "M-2", "--ya")
    #expect(add.status == 0, "\(add.messages)")
    let set = try ksp(
      folder, "anggota", "ubah", "0002", "--status", "anggota", "--sejak", "2026-01-04", "--ya")
    #expect(set.output.contains("Calon anggota (3 Januari 2026), Anggota (4 Januari 2026)"))
    let early = try ksp(folder, "anggota", "hapus-data", "0002", "--ya")
    #expect(early.status == 65 && early.messages.contains("ksp anggota keluar 0002"))
    let leave = try ksp(
      folder, "anggota", "keluar", "0002", "--sebab", "Pindah", "--tanggal", "2026-01-10", "--ya")
    #expect(leave.output.contains("Pindah"), "\(leave.messages)")
    let erased = try ksp(folder, "anggota", "hapus-data", "0002", "--ya")
    #expect(erased.status == 0 && erased.output.contains("(dihapus)"))
    #expect(!erased.output.contains("Budi"))
    #expect(try ksp(folder, "verify").status == 0)
  }

  @Test func aSecondAccountIsNamedAtTheCounter() throws {
    let folder = try CommandTests.prepared()
    _ = try ksp(folder, "setor", "0001", "1000", "--tanggal", "2026-01-05", "--ya")
    for opening in [["rekening", "buka"], ["account", "open"]] {
      let open = try CommandTests.run(folder, opening + ["0001", "--date", "2026-01-05", "--yes"])
      #expect(open.status == 0, "\(open.messages)")
    }
    let vague = try ksp(folder, "setor", "0001", "1000", "--tanggal", "2026-01-05", "--ya")
    #expect(vague.status == 65)
    #expect(vague.messages.contains("SUK-0001, SUK-0001-02, SUK-0001-03"), "\(vague.messages)")
    for words in [
      ["SUK-0001-02", "2000"], ["0001", "2000", "--account", "SUK-0001-02"],
      ["2000", "--rekening", "SUK-0001-02"],
    ] {
      let outcome = try CommandTests.run(
        folder, ["setor"] + words + ["--tanggal", "2026-01-05", "--ya"])
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.output.contains("SUK-0001-02"))
    }
    let show = try ksp(folder, "member", "show", "0001", "--format", "csv")
    #expect(show.output.contains("SUK-0001-02,sukarela,6000"), "\(show.output)")
    let other = try ksp(
      folder, "setor", "0002", "1", "--rekening", "SUK-0001", "--tanggal", "2026-01-05", "--ya")
    #expect([65, 66].contains(other.status))
  }

  #if os(Linux)
    @Test func onATerminalItAsksWhich() throws {
      let folder = try CommandTests.prepared()
      _ = try ksp(folder, "setor", "0001", "1000", "--tanggal", "2026-01-05", "--ya")
      _ = try ksp(folder, "rekening", "buka", "0001", "--tanggal", "2026-01-05", "--ya")
      let outcome = try TerminalTests.type(
        "SUK-9\nSUK-0001-02\n\n", folder, "setor", "0001", "3000", "--tanggal", "2026-01-06")
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.messages.contains("Rekening yang mana?"))
      #expect(outcome.output.contains("SUK-0001-02"), "\(outcome.output)")
    }
  #endif

  // MARK: - Settings and chart

  @Test func settingsAreGivenAtInitAndChanged() throws {
    let folder = try TestFolder()
    let made = try ksp(
      folder, "mulai", "KSP Uji", "--dari", "2026-01", "--npwp", "012345678901000", "--ketua",
      "Siti")
    #expect(made.status == 0, "\(made.messages)")
    let set = try ksp(
      folder, "pengaturan", "ubah", "--nama", "KSP Maju", "--bendahara", "Rina", "--ketua", "",
      "--ya")
    #expect(set.status == 0, "\(set.messages)")
    let show = try ksp(folder, "settings", "show", "--format", "json")
    #expect(
      show.output.hasPrefix(
        #"{"schema":"ksp.settings/1","name":"KSP Maju","legalNumber":null,"nik":null,"#
          + #""npwp":"0012345678901000""#), "\(show.output)")
    #expect(show.output.contains(#""chair":null,"secretary":null,"treasurer":"Rina""#))
    #expect(try ksp(folder, "settings", "set", "--npwp", "1", "--yes").status == 64)
  }

  /// The chart of a running book makes a new book with the same chart.
  @Test func theChartGoesRound() throws {
    let folder = try CommandTests.prepared()
    let role = try ksp(folder, "daftar-akun", "peran", "fee", "4-1110", "--ya")
    #expect(role.status == 0 && role.output.contains("biaya anggota"), "\(role.messages)")
    let show = try ksp(folder, "chart", "show", "--format", "csv", "-o", "akun.csv")
    #expect(show.status == 0, "\(show.messages)")
    let again = try ksp(
      folder, "init", "Kedua", "--from", "2026-01", "--chart", "akun.csv", "--book", "b.ksp")
    #expect(again.status == 0, "\(again.messages)")
    let charts = try ["koperasi.ksp", "b.ksp"].map { book in
      try ksp(folder, "chart", "show", "--format", "json", "--book", book).output
        .replacing(/"balance":"[^"]*"/, with: "")
    }
    #expect(charts[0] == charts[1])
    #expect(charts[0].hasPrefix(#"{"schema":"ksp.chart/1""#))
  }

  @Test func theStandardChartGoesRoundAndOneThatLacksRolesIsRefused() throws {
    let folder = try TestFolder()
    let chart = try ksp(folder, "init", "--show-chart").output
    let file = URL(fileURLWithPath: folder.file("akun.csv"))
    try Data(chart.utf8).write(to: file)
    let made = try ksp(folder, "init", "A", "--from", "2026-01", "--chart", "akun.csv")
    #expect(made.status == 0, "\(made.messages)")
    let bare = chart.replacing(",fee late-fee,", with: ",,").replacing(",cash,,yes", with: ",,,yes")
    try Data(bare.utf8).write(to: file)
    let refused = try ksp(
      folder, "init", "B", "--from", "2026-01", "--chart", "akun.csv", "--book", "b.ksp")
    #expect(refused.status == 65)
    #expect(
      refused.messages.contains("kas (cash), biaya anggota (fee), pendapatan denda (late-fee)"),
      "\(refused.messages)")
    #expect(!FileManager.default.fileExists(atPath: folder.file("b.ksp")))
  }

  @Test func aLoanProductTakesTheAccountsOfTheRoles() throws {
    let folder = try CommandTests.prepared()
    _ = try ksp(folder, "chart", "role", "late-fee", "4-1110", "--yes")
    let add = try ksp(
      folder, "loan", "product", "add", "musiman", "Musiman", "--format", "json", "--yes")
    #expect(add.status == 0, "\(add.messages)")
    #expect(add.output.contains("4-1110"), "\(add.output)")
    let like = try ksp(
      folder, "loan", "product", "add", "lain", "Lain", "--like", "flat", "--format", "json",
      "--yes")
    #expect(like.status == 0 && !like.output.contains("4-1110"), "\(like.output)")
  }
}
