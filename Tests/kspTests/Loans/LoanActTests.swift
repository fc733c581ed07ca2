import Foundation
import KSPTestSupport
import Testing

/// What happens to loans besides payments, through the built program and by Indonesian names.
@Suite struct LoanActTests {
  typealias Book = LoanBookFolder

  private func refused(_ folder: TestFolder, _ line: String) throws -> String {
    let outcome = try CommandTests.run(folder, line.split(separator: " ").map(String.init))
    #expect(outcome.status == 65, "\(line): \(outcome.output)")
    return outcome.messages
  }

  @Test func aLoanIsGrantedForLessSecuredWaivedAndToppedUp() throws {
    let folder = try Book.empty()
    try Book.run(
      folder,
      "pinjaman ajukan 0001 12.000.000 --product flat --term 12 --date 2026-01-10 "
        + "--penjamin 0002 --penjamin Wati:3201014101900001:istri --yes")
    try Book.run(folder, "pinjaman ubah 0001 --amount 10.000.000 --date 2026-01-11 --yes")
    let granted = try Book.run(
      folder, "pinjaman setujui 0001 --jumlah 6.000.000 --term 10 --date 2026-01-12 --yes")
    #expect(granted.contains("6.000.000") && granted.contains("10 bulan"))
    try Book.run(folder, "cairkan 0001 --date 2026-01-15 --yes")
    #expect(
      try refused(folder, "cairkan 0001 --date 2026-01-15 --yes")
        .contains("tidak punya pinjaman yang disetujui"))
    let slip = try Book.run(
      folder, "pinjaman agunan tambah PJ-0001 vehicle=8000000:BPKB --date 2026-01-16 --yes")
    #expect(slip.contains("TANDA TERIMA AGUNAN") && slip.contains("BPKB"))
    #expect(
      try refused(folder, "pinjaman agunan kembalikan PJ-0001 --date 2026-01-17 --yes")
        .contains("--belum-lunas"))
    let back = try Book.run(
      folder,
      "loan collateral release PJ-0001 1 --while-owed --memo diganti --date 2026-01-17 "
        + "--format json --yes")
    #expect(back.contains(#""released":true"#) && back.contains(#""left":[]"#))
    let why = try refused(folder, "pinjaman keringanan PJ-0001 10.000 --date 2026-02-20 --yes")
    #expect(why.contains("--keterangan"))
    let waived = try Book.run(
      folder,
      "pinjaman keringanan PJ-0001 10.000 --memo sakit --date 2026-02-20 --format json --yes")
    #expect(waived.contains(#""kind":"waiver""#) && waived.contains(#""amount":"10000""#))
    let card = try Book.run(folder, "pinjaman lihat 0001 --as-of 2026-02-20")
    for text in ["Keringanan", "Menurut rencana", "Wati (istri)", "Dijamin"] {
      #expect(card.contains(text), "\(text): \(card)")
    }
    try Book.run(
      folder,
      "cairkan 0001 9.000.000 --product flat --term 12 --kompensasi PJ-0001 "
        + "--date 2026-02-21 --yes")
    let old = try Book.run(folder, "loan show PJ-0001 --as-of 2026-02-21 --format json")
    #expect(old.contains(#""status":"settled""#) && old.contains(#""agrees":true"#))
    try Book.run(folder, "pinjaman ajukan 0001 1.000.000 --product flat --date 2026-02-22 --yes")
    let gone = try Book.run(
      folder, "pinjaman cabut PJ-0003 --date 2026-02-23 --memo batal --format json --yes")
    #expect(gone.contains(#""status":"withdrawn""#))
    try Book.run(folder, "verify")
  }

  @Test("K8: holidays are entered, brought in and listed")
  func holidays() throws {
    let folder = try Book.empty()
    try Book.run(folder, "libur tambah 2026-08-17 Kemerdekaan --yes")
    try "Tanggal;Keterangan\n17/08/2026;Kemerdekaan\n25/12/2026;Natal\n".write(
      toFile: folder.file("libur.csv"), atomically: true, encoding: .utf8)
    let report = try Book.run(folder, "libur impor libur.csv --format json --yes")
    #expect(report.contains(#""stored":1"#), "\(report)")
    let list = try Book.run(folder, "holiday list 2026 --format json")
    #expect(list.contains("2026-08-17") && list.contains("Natal"))
    #expect(try Book.run(folder, "libur daftar 2027 --format csv").hasPrefix("date,name"))
    let template = try Book.run(folder, "templat libur")
    #expect(template.hasPrefix("Tanggal;Keterangan"))
    try Book.run(folder, "verify")
  }

  @Test("K3: a change of a product names what it drops, rounding that costs is said")
  func terms() throws {
    let folder = try Book.empty()
    try Book.run(
      folder,
      "loan product set flat --fee provisi=1%:4-1110 --late-fee 0.1%/day:arrears "
        + "--late-fee-grace 3 --maximum 50000000 --yes")
    let again = try CommandTests.run(
      folder,
      "loan product set flat --fee admin=5000:4-1110 --yes --lang en".split(separator: " ")
        .map(String.init))
    #expect(again.status == 0 && again.messages.contains("Dropped: the deduction provisi."))
    // What was left out stays.
    #expect(again.output.contains("50.000.000") && again.output.contains("3 days free"))
    let shown = try Book.run(folder, "loan product show flat --lang en")
    for text in [
      "Substandard", "collateral < 75%", "Vehicle", "half up", "3 installments in a row",
    ] {
      #expect(shown.contains(text), "\(text): \(shown)")
    }
    let json = try Book.run(folder, "loan product show flat --format json")
    for text in ["haircuts", "unlessCollateral", "recognitionStops", "interestRoundTo"] {
      #expect(json.contains(text), "\(text)")
    }
    #expect(
      try refused(folder, "loan product set flat --round-to 7 --lang en --yes")
        .contains("Nothing is rounded to Rp7"))
    let dear = try CommandTests.run(
      folder,
      ("simulate loan --principal 105000 --method flat --rate 1%/month --term 10 --round-to 1000 "
        + "--rounding up --disbursed 2026-01-15 --lang en").split(separator: " ").map(String.init))
    #expect(dear.messages.contains("raises the effective yearly rate"), "\(dear.messages)")
    let fair = try CommandTests.run(
      folder,
      ("simulate loan --principal 12000000 --method flat --rate 1%/month --term 12 --round-to 100 "
        + "--disbursed 2026-01-15 --lang en").split(separator: " ").map(String.init))
    #expect(!fair.messages.contains("raises"), "\(fair.messages)")
  }
}
