import Foundation
import KSPTestSupport
import Testing

@testable import ksp

/// `ksp year-end` at the command line, with the names of either language.
@Suite struct YearEndCommandTests {
  private func ksp(
    _ folder: TestFolder, _ words: String, status: Int32 = 0
  ) throws -> String {
    let outcome = try CommandTests.run(folder, words.split(separator: " ").map(String.init))
    #expect(outcome.status == status, "\(words): \(outcome.messages)")
    return status == 0 ? outcome.output : outcome.messages
  }

  /// Vector `audit-before-the-meeting`, as it is typed.
  @Test func anAuditBeforeTheMeeting() throws {
    let folder = try TestFolder()
    _ = try ksp(folder, "init KSP --from 2025-12")
    _ = try ksp(
      folder,
      "entry add --debit 1-1000=40.000.000 --credit 4-1000=40.000.000 --date 2025-12-10 --yes")
    #expect(try ksp(folder, "year-end run 2025 --yes", status: 65).contains("masih terbuka"))
    #expect(try ksp(folder, "tutup-tahun keadaan 2025").contains("bulan masih terbuka"))
    _ = try ksp(folder, "month-end run 2025-12 --yes")
    let adjust =
      "tutup-tahun sesuaikan 2025 --debit 5-2900=3.000.000 --kredit 1-1290=3.000.000 "
      + "--dokumen Auditor-12 --memo audit"
    // What is missing is named, and that alone.
    let unsigned = try ksp(folder, adjust + " --yes", status: 65)
    #expect(unsigned.contains("nama pencatatnya") && unsigned.contains("tambahkan --petugas NAMA"))
    #expect(!unsigned.contains("--keterangan"), "\(unsigned)")
    let bare = try ksp(
      folder, adjust.replacing(" --memo audit", with: "") + " --yes", status: 65)
    #expect(bare.contains("tambahkan --petugas NAMA") && bare.contains("tambahkan --keterangan"))
    let preview = try ksp(folder, "year-end preview 2025 --format json")
    #expect(preview.contains(#""outcome":"preview""#) && preview.contains(#""shu":"40000000""#))
    let run = try ksp(folder, "tutup-tahun jalankan 2025 --ya --bentuk json")
    #expect(
      run.replacing("\"done\"", with: "\"preview\"").contains(#""account":"4-1000""#)
        && run.contains(#""shu":"40000000""#), "\(run)")
    let adjusted = try ksp(folder, adjust + " --by sari --yes")
    #expect(adjusted.contains("2025") && adjusted.contains("3.000.000"), "\(adjusted)")
    let cash = adjust.replacing("--kredit 1-1290", with: "--kredit 1-1000")
    #expect(try ksp(folder, cash + " --by sari --yes", status: 65).contains("kas dan bank"))
    let income = try ksp(folder, "income --year 2025 --format json")
    #expect(income.contains(#""shu":"37000000""#), "\(income)")
    let status = try ksp(folder, "year-end status 2025 --format json")
    #expect(
      status.contains(#""state":"closing""#) && status.contains(#""shu":"37000000""#)
        && status.contains(#""document":"Auditor-12""#), "\(status)")
    // A closed year waits for the meeting, and who divides its SHU too early is led to that.
    let ratify = "tutup-tahun sahkan 2025 --keputusan KEPUTUSAN --tanggal TTTT-BB-HH"
    let waiting = try CommandTests.run(folder, ["tutup-tahun", "keadaan", "2025"])
    #expect(waiting.messages.contains("Berikutnya: ksp " + ratify), "\(waiting.messages)")
    let decide = "shu putusan 2025 --tanggal 2026-01-10 --keputusan RAT-1 --modal 100%"
    _ = try ksp(folder, decide + " --ya")
    let early = try ksp(folder, "shu bukukan 2025 --tanggal 2026-01-10 --ya", status: 65)
    #expect(early.contains("petunjuk: Catat dulu pengesahan rapatnya: ksp \(ratify)."), "\(early)")
    let ratified = try ksp(
      folder,
      "tutup-tahun sahkan 2025 --keputusan RAT-1/2026 --tanggal 2026-01-10 --ya --bentuk json")
    #expect(
      ratified.contains(#""state":"ratified""#)
        && ratified.contains(#""ratifiedOn":"2026-01-10","decision":"RAT-1/2026""#), "\(ratified)")
    #expect(try ksp(folder, adjust + " --by sari --yes", status: 65).contains("sudah disahkan"))
    #expect(
      try ksp(folder, "year-end run 2025 --yes").contains("sudah dibukukan sebelumnya"))
    let journal = try ksp(folder, "export hledger")
    #expect(journal.contains("; kind: year-closing") && journal.contains("; kind: year-adjustment"))
    #expect(try ksp(folder, "verify").contains("year.closed"))
  }

  @Test func aLossIsCovered() throws {
    let folder = try TestFolder()
    _ = try ksp(folder, "init KSP --from 2025-12")
    _ = try ksp(
      folder,
      "entry add --debit 1-1000=9.000.000 --credit 3-2000=9.000.000 --date 2025-12-10 --yes")
    _ = try ksp(
      folder, "entry add --debit 5-2000=2.000.000 --credit 1-1000=2.000.000 --date 2025-12-10 --yes"
    )
    _ = try ksp(folder, "month-end run 2025-12 --yes")
    _ = try ksp(folder, "year-end run 2025 --yes")
    _ = try ksp(folder, "year-end ratify 2025 --decision RAT-1 --date 2026-01-10 --yes")
    let cover = "tutup-tahun tutup-rugi 2025 --dari 3-2000=2.000.000 --keputusan RAT-1"
    #expect(
      try ksp(folder, cover + " --tanggal 2026-01-10 --ya").contains("2.000.000"))
    #expect(
      try ksp(folder, cover + " --tanggal 2026-01-10 --ya", status: 65).contains("Rugi yang belum"))
    let status = try ksp(folder, "year-end status 2025 --format json")
    #expect(status.contains(#""covers":[{"entry":"JU-000005","amount":"2000000""#), "\(status)")
  }
}
