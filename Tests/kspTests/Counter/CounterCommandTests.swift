import Foundation
import KSPTestSupport
import Testing

@testable import ksp

/// A clerk's day at the command line.
@Suite struct CounterCommandTests {
  private func ksp(_ folder: TestFolder, _ arguments: String...) throws -> CommandTests.Outcome {
    try CommandTests.run(folder, arguments)
  }

  /// Siti with pokok of 2 January and a deposit of 5 January that sari took.
  private func prepared() throws -> TestFolder {
    let folder = try CommandTests.prepared()
    let deposit = try ksp(
      folder, "setor", "0001", "500000", "--date", "2026-01-05", "--by", "sari", "--yes")
    #expect(deposit.status == 0, "\(deposit.messages)")
    return folder
  }

  @Test("K8: the cash book in the shape that is promised")
  func theCashBookForPrograms() throws {
    let folder = try prepared()
    let book = try ksp(folder, "buku-kas", "2026-01-05", "--format", "json")
    #expect(
      book.output.hasPrefix(
        """
        {"schema":"ksp.cash-book/1","from":"2026-01-05","to":"2026-01-05","accounts":["1-1000"],\
        "opening":"100000","lines":[{"date":"2026-01-05","voucher":"JU-000002",\
        "description":"Setoran","member":"0001","name":"Siti Aminah","in":"500000","out":"0",\
        "balance":"600000","by":"sari"
        """), "\(book.output)")
    #expect(book.output.contains(#"],"in":"500000","out":"0","closing":"600000""#))
    let month = try ksp(folder, "cash-book", "2026-01", "--lang", "en")
    #expect(month.output.contains("Since January") && month.output.contains("CASH BOOK"))
    #expect(try ksp(folder, "buku-kas", "2026-13").status == 64)
    #expect(try ksp(folder, "buku-kas", "kemarin").status == 64)
    #expect(try ksp(folder, "buku-kas", "2026-01", "--akun", "5-2100").status == 65)
    _ = try ksp(folder, "petugas", "tambah", "budi", "--ya")
    let empty = try ksp(folder, "buku-kas", "2026-01-05", "--petugas", "budi", "--format", "json")
    #expect(empty.output.contains(#""lines":[],"in":"0""#))
  }

  @Test("K8: ksp cari Siti finds her, and a misspelt search never offers a withdrawal")
  func aSearchNeverOffersAWithdrawal() throws {
    let folder = try prepared()
    let found = try ksp(folder, "cari", "Siti")
    #expect(found.status == 0 && found.output.contains("0001"), "\(found.messages)")
    #expect(found.output.contains("SUK-0001"))
    for word in ["caari", "crai", "cri", "tari", "kari", "fnd", "pau", "bayar"] {
      let wrong = try ksp(folder, word, "Siti")
      #expect(wrong.status == 64)
      for command in ["tarik", "withdraw", "pay", "angsur", "setor"] {
        #expect(!wrong.messages.contains("ksp \(command)?"), "\(word): \(wrong.messages)")
      }
    }
    #expect(try ksp(folder, "caari", "Siti").messages.contains("ksp cari?"))
    // One letter is a slip of the finger.
    #expect(try ksp(folder, "setr", "0001").messages.contains("ksp setor?"))
  }

  @Test("K8: a receipt is printed again as a copy, on paper and for programs")
  func aReceiptIsPrintedAgain() throws {
    let folder = try prepared()
    #expect(
      try ksp(folder, "settings", "set", "--place", "Pangkalpinang", "--yes").status == 0)
    let copy = try ksp(folder, "bukti", "JU-000002")
    for text in [
      "SALINAN", "SLIP SETORAN", "Siti Aminah (0001)", "lima ratus ribu rupiah", "sari",
      "Pangkalpinang, 5 Januari 2026", "SUK-0001",
    ] {
      #expect(copy.output.contains(text), "\(text)\n\(copy.output)")
    }
    let data = try ksp(folder, "receipt", "2", "--format", "json")
    #expect(
      data.output.hasPrefix(#"{"schema":"ksp.voucher/1","voucher":"JU-000002","copy":true"#))
    #expect(try ksp(folder, "bukti", "JU-000099").status == 65)
    let book = try ksp(folder, "bukti", "2", "--passbook", "3")
    #expect(book.output.hasPrefix("\n\n  3 2026-01-05 JU-000002"), "\(book.output)")
  }

  @Test("K8: cash that is no member's goes out in one line, with who agreed, paid and got it")
  func cashThatIsNoMembers() throws {
    let folder = try prepared()
    let named = try ksp(folder, "daftar-akun", "nama", "listrik", "5-2100", "--ya")
    #expect(named.status == 0 && named.output.contains("listrik"), "\(named.messages)")
    let paid = try ksp(
      folder, "kas-keluar", "350.000", "--nama", "PLN", "--akun", "listrik", "--memo", "Januari",
      "--tanggal", "2026-01-06", "--by", "sari", "--ya")
    #expect(paid.status == 0, "\(paid.messages)")
    for text in [
      "BUKTI KAS KELUAR", "Dibayar kepada", "PLN", "Disetujui,", "Dibayar,", "Diterima,", "5-2100",
    ] {
      #expect(paid.output.contains(text), "\(text)\n\(paid.output)")
    }
    let got = try ksp(
      folder, "receive", "20000", "--for", "Kantin", "--account", "4-1200", "--date",
      "2026-01-06", "--yes", "--lang", "en")
    #expect(got.output.contains("CASH RECEIPT VOUCHER") && got.output.contains("Received from"))
    let wrong = try ksp(folder, "pay", "1", "--for", "x", "--account", "air", "--yes")
    #expect(wrong.status == 65 && wrong.messages.contains("listrik"), "\(wrong.messages)")
    #expect(try ksp(folder, "verify").status == 0)
  }

  @Test("a clerk of whom nothing is known is refused, with those who are") func unknownClerks()
    throws
  {
    let folder = try prepared()
    for command in [["buku-kas", "2026-01"], ["riwayat"]] {
      let known = try CommandTests.run(folder, command + ["--petugas", "sari"])
      #expect(known.status == 0, "\(known.messages)")
      // Capitals matter.
      let unknown = try CommandTests.run(folder, command + ["--petugas", "Sari"])
      #expect(unknown.status == 65 && unknown.messages.contains("sari"), "\(unknown.messages)")
      #expect(unknown.output.isEmpty)
    }
    // An officer who has recorded nothing yet is one.
    _ = try ksp(folder, "petugas", "tambah", "Budi", "--ya")
    #expect(try ksp(folder, "cash-book", "2026-01", "--by", "Budi").status == 0)
  }

  @Test("what goes through a bank is no voucher of cash, nor is its copy")
  func throughTheBank() throws {
    let folder = try prepared()
    let got = try ksp(
      folder, "kas-masuk", "900.000", "--nama", "Kantin", "--akun", "4-1200", "--ke", "1-1100",
      "--tanggal", "2026-01-06", "--ya")
    #expect(got.output.contains("BUKTI BANK MASUK"), "\(got.output)\(got.messages)")
    #expect(got.output.contains("Bank masuk, ") && !got.output.contains("Kas masuk"))
    let paid = try ksp(
      folder, "pay", "250.000", "--for", "PLN", "--account", "5-2100", "--from", "1-1100",
      "--date", "2026-01-06", "--yes", "--lang", "en")
    #expect(paid.output.contains("BANK PAYMENT VOUCHER"), "\(paid.output)\(paid.messages)")
    let vouchers = try ksp(folder, "entry", "list", "--format", "json").output
      .split(separator: "\n").count
    let copies = try (vouchers - 1...vouchers).map { try ksp(folder, "bukti", "\($0)").output }
    #expect(copies[0].contains("BUKTI BANK MASUK") && copies[1].contains("BUKTI BANK KELUAR"))
    let cash = try ksp(
      folder, "kas-masuk", "1.000", "--nama", "Kantin", "--akun", "4-1200", "--tanggal",
      "2026-01-06", "--ya")
    #expect(cash.output.contains("BUKTI KAS MASUK"))
  }

  @Test("a voucher that is no member's asks no member to sign") func noMemberSigns() throws {
    let folder = try prepared()
    let entry = try ksp(
      folder, "jurnal", "tambah", "--debet", "5-2100=75000", "--kredit", "1-1000=75000",
      "--keterangan", "ATK", "--tanggal", "2026-01-06", "--ya")
    #expect(entry.output.contains("Disetujui,") && !entry.output.contains("Anggota,"))
    let last = try ksp(folder, "entry", "list", "--format", "json").output
      .split(separator: "\n").count
    let copy = try ksp(folder, "bukti", "\(last)").output
    #expect(copy.contains("Disetujui,") && !copy.contains("Anggota,"), "\(copy)")
    let deposit = try ksp(folder, "bukti", "2").output
    #expect(deposit.contains("Anggota,") && !deposit.contains("Disetujui,"), "\(deposit)")
  }
}
