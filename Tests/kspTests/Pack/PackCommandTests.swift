import Foundation
import KSPTestSupport
import Testing

@testable import ksp

/// The papers of the meeting and of a quarter as they are typed.
@Suite struct PackCommandTests {
  private func run(_ folder: TestFolder, _ words: String, status: Int32 = 0) throws -> String {
    let outcome = try CommandTests.run(folder, words.split(separator: " ").map(String.init))
    #expect(outcome.status == status, "\(words): \(outcome.messages)")
    return outcome.output + outcome.messages
  }

  @Test func allPapersInOneFolder() throws {
    let folder = try TestFolder()
    _ = try run(folder, "init KSP --from 2025-12")
    _ = try run(folder, "member add Sari --number 0001 --date 2025-12-01 --yes")
    _ = try run(folder, "deposit 0001 500.000 --date 2025-12-05 --yes")
    _ = try run(
      folder,
      "entry add --debit 1-1000=40.000.000 --credit 4-1000=40.000.000 --date 2025-12-10 --yes")
    let papers = folder.file("rat")
    #expect(try run(folder, "rat 2025 -o \(papers)").contains("ditulis ke"))
    let files = try FileManager.default.contentsOfDirectory(atPath: papers).sorted()
    #expect(files.count == 18 && files[0] == "00-sampul.html", "\(files)")
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: papers + "/" + name, encoding: .utf8)
    }
    let cover = try text("00-sampul.html")
    for file in files.dropFirst() { #expect(cover.contains(file), "\(file)") }
    #expect(cover.contains("<svg") && !cover.contains("http://") && !cover.contains("https://"))
    #expect(try text("01-neraca.html").contains("40.500.000"))
    #expect(try text("17-konfirmasi-saldo.html").contains("Sari"))
    // What is there stays, unless it is asked for.
    #expect(try run(folder, "rat 2025 -o \(papers)", status: 73).contains("Sudah ada"))
    // A paper of another time is pointed out, and left where it is.
    try "lama".write(toFile: papers + "/07-lama.html", atomically: true, encoding: .utf8)
    #expect(try run(folder, "annual-meeting 2025 -o \(papers) --ganti").contains("07-lama.html"))
    #expect(try text("07-lama.html") == "lama" && text("00-sampul.html") == cover)
    // While months are open every page says so, and afterwards none.
    for file in files where file.hasSuffix(".html") {
      let pages = try text(file).components(separatedBy: "<section class=\"page\">").dropFirst()
      #expect(!pages.isEmpty && pages.allSatisfy { $0.contains("SEMENTARA") }, "\(file)")
      #expect(try text(file).contains("Des 2025 belum ditutup"), "\(file)")
    }
    let quarter = folder.file("q")
    _ = try run(folder, "laporan-triwulan 2025-Q4 -o \(quarter) --bentuk csv")
    #expect(try FileManager.default.contentsOfDirectory(atPath: quarter).count == 15)
    // What ends in the future is not handed over.
    for words in ["rat 2999 -o \(folder.file("x"))", "quarter 2999-Q4 -o \(folder.file("x"))"] {
      #expect(try run(folder, words, status: 64).contains("31 Desember 2999"), "\(words)")
    }
    #expect(try run(folder, "quarter 2025-Q5 -o \(quarter)", status: 64).contains("2025-Q5"))
    #expect(try run(folder, "jelaskan 4-1000 2025").contains("40.000.000"))
    #expect(try run(folder, "buku-administrasi 6 2025").contains("500.000"))
    #expect(try run(folder, "registers 17", status: 64).contains("17"))
    #expect(try run(folder, "catatan --tahun 2025").contains("500.000"))
    #expect(
      try run(folder, "promosi-ekonomi-anggota 2025 --pasar-simpanan 1%/tahun --bentuk json")
        .contains(#""schema":"ksp.member-benefit/1""#))
    _ = try run(folder, "month-end run 2025-12 --yes")
    #expect(try !run(folder, "rat 2025 -o \(papers) --ganti").contains("belum ditutup"))
    for file in files where file.hasSuffix(".html") {
      #expect(try !text(file).contains("SEMENTARA"), "\(file)")
    }
    // Before the meeting the papers show what is proposed, and afterwards what was decided.
    let shares = "--modal 25% --usaha 30% --bagian cadangan=45%"
    let proposed = folder.file("usulan")
    _ = try run(folder, "rat 2025 -o \(proposed) \(shares)")
    func paper(_ name: String) throws -> String {
      try String(contentsOfFile: proposed + "/" + name, encoding: .utf8)
    }
    #expect(try paper("07-daftar-shu.html").contains("USULAN PEMBAGIAN SHU"))
    #expect(try paper("07-daftar-shu.html").contains("cadangan"))
    #expect(try paper("06-promosi-ekonomi.html").contains("rencana sebelum rapat"))
    _ = try run(
      folder,
      "shu decide 2025 --date 2026-03-14 --decision 2 \(shares) --account cadangan=3-2000 --yes")
    #expect(
      try run(folder, "rat 2025 -o \(proposed) --ganti \(shares)", status: 64)
        .contains("sudah diputuskan"))
  }

  @Test func theBenefitOfMembersComesOutAgain() throws {
    let folder = try TestFolder()
    _ = try run(folder, "init KSP --from 2025-12")
    _ = try run(folder, "member add Sari --number 0001 --date 2025-12-01 --yes")
    _ = try run(folder, "deposit 0001 500.000 --date 2025-12-05 --yes")
    _ = try run(folder, "settings set --market-savings 1%/year --yes")
    for form in ["text", "html", "csv", "json"] {
      let benefit = "promosi-ekonomi-anggota 2025 --bentuk \(form)"
      let print = try run(folder, benefit)
      let json = try run(folder, "member-benefit 2025 --format json")
      let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      let known = try #require(object?["known"] as? Int)
      _ = try run(folder, "deposit 0001 \(known)00 --date 2025-12-06 --yes")
      _ = try run(folder, "settings set --name KSP-\(known) --market-savings \(known)%/year --yes")
      #expect(try run(folder, benefit) != print)
      #expect(try run(folder, "\(benefit) --diketahui \(known)") == print, "\(form)")
    }
    #expect(
      try run(folder, "member-benefit 2025 --known-at 9999", status: 65).contains("9999"))
  }
}
