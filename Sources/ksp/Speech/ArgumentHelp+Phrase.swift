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
  static let amount = Phrase(id: "jumlah", en: "amount")
  static let code = Phrase(id: "kode", en: "code")
  static let file = Phrase(id: "berkas", en: "file")
  static let member = Phrase(id: "anggota", en: "member")
  static let name = Phrase(id: "nama", en: "name")
  static let date = Phrase(id: "tanggal", en: "date")
  static let voucher = Phrase(id: "bukti", en: "voucher")
  static let month = Phrase(id: "bulan", en: "month")
  static let number = Phrase(id: "nomor", en: "number")
  static let kind = Phrase(id: "jenis", en: "kind")
  static let text = Phrase(id: "teks", en: "text")
  static let savings = Phrase(id: "rekening", en: "account")
  static let percent = Phrase(id: "persen", en: "percent")
  static let loan = Phrase(id: "pinjaman", en: "loan")
  static let subject = Phrase(id: "subjek", en: "subject")
  static let account = Phrase(id: "akun", en: "account")
}
