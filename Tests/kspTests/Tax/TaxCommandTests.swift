import Foundation
import KSPTestSupport
import Testing

/// The tax of a month on the command line: slips, check, file and payment.
@Suite struct TaxCommandTests {
  private func ksp(_ folder: TestFolder, _ arguments: String...) throws -> CommandTests.Outcome {
    try CommandTests.run(folder, arguments)
  }

  /// The book of the vector.
  private func book() throws -> TestFolder {
    let folder = try TestFolder()
    #expect(try ksp(folder, "init", "KSP Uji", "--from", "2025-10").status == 0)
    #expect(
      try ksp(folder, "settings", "set", "--npwp", CoretaxVector.withholder, "--yes").status == 0)
    #expect(try ksp(folder, "product", "set", "sukarela", "--rate", "0%/year", "--yes").status == 0)
    for (index, member) in CoretaxVector.members.enumerated() {
      let number = "000\(index + 1)"
      let add = try ksp(
        folder, "member", "add", "Anggota \(number)", "--nik", member.nik, "--date", "2025-10-01",
        "--yes")
      #expect(add.status == 0, "\(add.messages)")
      let paid = try ksp(
        folder, "interest", "pay", number, member.interest, "--date", "2025-10-31", "--yes")
      #expect(paid.status == 0, "\(paid.messages)")
    }
    #expect(try ksp(folder, "month-end", "run", "2025-10", "--yes").status == 0)
    return folder
  }

  @Test("coretax-bppu-28-417: through the command line")
  func theVector() throws {
    let folder = try book()
    let check = try ksp(folder, "tax", "check", "2025-10", "--format", "json")
    #expect(check.status == 0 && check.output.contains("\"ok\":true"))
    let export = try ksp(
      folder, "tax", "export", "2025-10", "--format", "coretax-xml", "-o", "pph.xml")
    #expect(export.status == 0, "\(export.messages)")
    let written = try String(contentsOfFile: folder.file("pph.xml"), encoding: .utf8)
    // The vector is of a year later; nothing else of it depends on when.
    let vector = CoretaxVector.xml.replacing("2026", with: "2025")
    #expect(written == vector)
    #expect(try ksp(folder, "pajak", "ekspor", "2025-10").output == vector)
    let csv = try ksp(folder, "tax", "export", "2025-10", "--format", "coretax-csv")
    #expect(csv.output.contains("10,2025,1971014501900001,1971014501900001000000,N/A,28-417-02,"))
    #expect(try ksp(folder, "tax", "export", "2025-10", "--format", "pdf").status == 64)
  }

  @Test("K8: slips of a month and a year, with numbers masked on the list")
  func slips() throws {
    let folder = try book()
    let sheets = try ksp(folder, "tax", "slips", "2025-10")
    #expect(sheets.output.split(separator: "\u{0C}").count == 2)
    #expect(sheets.output.contains("JS-202510-0001") && sheets.output.contains("28-417-01"))
    #expect(sheets.output.contains("1971014501900001"))
    let list = try ksp(folder, "month-end", "status", "2025-10", "--slips")
    #expect(list.output.contains("************0001") && !list.output.contains("197101450190"))
    let year = try ksp(folder, "tax", "slips", "2025", "0001", "--format", "json")
    #expect(
      year.output.hasPrefix("{\"schema\":\"ksp.tax-year/1\",\"year\":2025,\"member\":\"0001\","))
    #expect(year.output.contains("\"gross\":\"375000\",\"tax\":\"37500\"}"))
    let rows = try ksp(folder, "tax", "slips", "2025", "--format", "csv").output
    #expect(rows.split(separator: "\r\n").count == 3)
    #expect(try ksp(folder, "tax", "slips", "2025-10", "9999").status == 65)
    #expect(try ksp(folder, "tax", "slips", "20x5").status == 64)
  }

  @Test("K8: paid once; what is refused is refused before a file is written")
  func payingAndRefusing() throws {
    let folder = try book()
    #expect(
      try ksp(folder, "deposit", "0001", "100000", "--date", "2025-11-02", "--yes").status == 0)
    let status = try ksp(folder, "status", "--format", "json")
    #expect(
      status.output.contains(
        "\"tax\":{\"month\":\"2025-10\",\"left\":\"37500\",\"payBy\":\"2025-11-17\","))
    let pay = try ksp(
      folder, "pajak", "setor", "2025-10", "--date", "2025-11-10", "--memo", "NTPN 1", "--yes")
    #expect(pay.status == 0 && pay.output.contains("Masih terutang  : Rp0"), "\(pay.messages)")
    let twice = try ksp(folder, "tax", "pay", "2025-10", "--date", "2025-11-10", "--yes")
    #expect(twice.status == 65)
    let wrong = try ksp(
      folder, "settings", "set", "--nitku", "9999999999999999000000", "--yes")
    #expect(wrong.status == 0)
    #expect(try ksp(folder, "tax", "check", "2025-10").status == 1)
    let export = try ksp(folder, "tax", "export", "2025-10", "-o", "pph.xml")
    #expect(export.status == 65)
    #expect(!FileManager.default.fileExists(atPath: folder.file("pph.xml")))
    #expect(try ksp(folder, "verify").status == 0)
  }

  @Test("an organisation without NPWP: the check names the cure, and there is a way without one")
  func organisationWithoutNumber() throws {
    let folder = try book()
    for (words, status) in [
      ("member add Yayasan --number 0004 --kind badan --date 2025-11-01 --yes", 0),
      ("interest pay 0001 250.000 --date 2025-11-30 --yes", 0),
      ("interest pay 0004 250.000 --date 2025-11-30 --yes", 0),
      ("month-end run 2025-11 --yes", 0),
    ] as [(String, Int32)] {
      let outcome = try CommandTests.run(folder, words.split(separator: " ").map(String.init))
      #expect(outcome.status == status, "\(words): \(outcome.messages)")
    }
    let check = try ksp(folder, "pajak", "periksa", "2025-11")
    #expect(check.status == 1)
    for text in [
      "Tarif 30% bukan", "ksp anggota ubah 0004 --npwp NOMOR",
      "ksp jasa koreksi SUK-0004 2025-11",
    ] {
      #expect(check.output.contains(text), "\(text): \(check.output)")
    }
    let data = try ksp(folder, "tax", "check", "2025-11", "--format", "json").output
    #expect(data.contains(#""code":"savings.correctInterest","arguments":{"account":"SUK-0004""#))
    let refused = try ksp(folder, "tax", "export", "2025-11", "-o", "pph.xml")
    #expect(refused.status == 65 && refused.messages.contains("tambahkan --kecuali 0004"))
    // An organisation that never gets a number: a file without it, and its slip is named.
    let without = try ksp(folder, "pajak", "ekspor", "2025-11", "--kecuali", "0004")
    #expect(without.status == 0 && without.output.contains("<CounterpartTin>1971014501900001<"))
    #expect(!without.output.contains("24-102-01"))
    #expect(
      without.messages.contains("JS-202511-0004, Yayasan, dasar Rp250.000, 30%, PPh Rp75.000"))
    let none = try ksp(folder, "pajak", "ekspor", "2025-11", "--kecuali", "0009")
    #expect(none.status == 65 && none.messages.contains("0009"), "\(none.messages)")
    // One that gets it: what the check names cures the month.
    #expect(
      try ksp(folder, "anggota", "ubah", "0004", "--npwp", "0012345678901000", "--ya").status == 0)
    let known = try ksp(folder, "pajak", "periksa", "2025-11")
    #expect(known.status == 1 && known.output.contains("ksp jasa koreksi SUK-0004 2025-11"))
    #expect(!known.output.contains("ksp anggota ubah"))
    let cured = try ksp(
      folder, "jasa", "koreksi", "SUK-0004", "2025-11", "--tanggal", "2025-12-01", "--ya")
    #expect(cured.status == 0, "\(cured.messages)")
    #expect(try ksp(folder, "pajak", "periksa", "2025-11").status == 0)
    let export = try ksp(folder, "pajak", "ekspor", "2025-11")
    #expect(export.status == 0 && export.output.contains("24-102-01"), "\(export.messages)")
    #expect(export.output.contains("<Rate>15</Rate>"))
    #expect(try ksp(folder, "verify").status == 0)
  }
}
