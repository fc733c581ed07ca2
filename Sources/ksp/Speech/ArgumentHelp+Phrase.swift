import ArgumentParser
import KSPCore

extension ArgumentHelp {
  /// Help in the language of this run; `value` is what stands between the angle brackets.
  static func say(
    _ indonesian: String, _ english: String, _ value: Phrase? = nil
  ) -> ArgumentHelp {
    ArgumentHelp(Speech.say(indonesian, english), valueName: value.map { Speech.say($0) })
  }
}

extension NameSpecification {
  /// An option's own name and its Indonesian one: both are understood in either language, as the
  /// names of commands are.
  static func also(_ indonesian: String) -> NameSpecification {
    [.long, .customLong(indonesian)]
  }
}

/// What the values of many options are called in help.
extension Phrase {
  static let amount = Phrase("jumlah", "amount")
  static let code = Phrase("kode", "code")
  static let file = Phrase("berkas", "file")
  static let member = Phrase("anggota", "member")
  static let name = Phrase("nama", "name")
  static let date = Phrase("tanggal", "date")
  static let voucher = Phrase("bukti", "voucher")
  static let month = Phrase("bulan", "month")
  static let number = Phrase("nomor", "number")
  static let kind = Phrase("jenis", "kind")
  static let text = Phrase("teks", "text")
  static let savings = Phrase("rekening", "account")
  static let percent = Phrase("persen", "percent")
  static let loan = Phrase("pinjaman", "loan")
  static let subject = Phrase("subjek", "subject")
  static let account = Phrase("akun", "account")
}
