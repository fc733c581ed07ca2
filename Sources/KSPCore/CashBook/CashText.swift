/// The words of what a treasurer writes.
package enum CashText {
  /// Letters and digits in small letters, everything else parts them.
  package static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// A word as it is kept: small letters, one space between its parts.
  package static func kept(_ text: String) -> String { words(text).joined(separator: " ") }

  /// The number of the month that a word names; nil for another word.
  static func month(_ word: String) -> Int? { DateCell.month(Substring(word)) }

  /// What says nothing about whom or what a row is: particles, titles of people, words of a cash
  /// book.
  static let fillers: Set<String> = [
    "a", "n", "an", "atas", "nama", "dari", "dr", "untuk", "utk", "ke", "kepada", "dan", "di",
    "yang", "oleh", "bu", "ibu", "pak", "bapak", "bp", "bpk", "sdr", "sdri", "h", "hj", "kel",
    "bulan", "bln", "bl", "tahun", "th", "thn", "tgl", "no", "nomor", "anggota", "nia", "rp", "s",
    "d", "sd", "sampai", "kali", "x", "simpanan", "simp", "setoran", "setor", "penarikan", "tarik",
    "pengambilan", "ambil", "bayar", "pembayaran", "iuran", "uang", "tunai", "terima", "titip",
    "titipan", "angsuran", "kas", "via", "of", "from", "for", "to", "the", "member", "deposit",
    "withdrawal", "savings", "paid", "payment", "cash", "month", "months",
  ]
}
