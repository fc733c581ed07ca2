import KSPCore

/// What the options of remedies are called in Indonesian, so that what is advised in a language is
/// typed in it. Both names are taken in either language.
enum OptionName {
  private static let indonesian: [String: String] = [
    "--allocation": "--urutan", "--amount": "--jumlah", "--assign-numbers": "--beri-nomor",
    "--before-end": "--sebelum-akhir", "--book": "--buku", "--by": "--petugas",
    "--correct": "--perbaiki", "--credit": "--kredit", "--date": "--tanggal",
    "--debit": "--debet", "--decision": "--keputusan", "--document": "--dokumen",
    "--except": "--kecuali",
    "--from": "--dari", "--future": "--mendatang", "--ignore": "--abaikan",
    "--interest-due": "--saat-jasa", "--kind": "--jenis", "--may-be-negative": "--boleh-minus",
    "--memo": "--keterangan", "--method": "--cara", "--no-late-fee-cap": "--tanpa-batas-denda",
    "--no-settle": "--bayar-di-muka", "--order": "--urutan", "--overpay": "--kelebihan",
    "--purpose": "--tujuan", "--rate": "--suku", "--reason": "--alasan", "--ref": "--referensi",
    "--set-off-loans": "--potong-pinjaman", "--settle": "--lunasi",
    "--show-chart": "--tampilkan-akun", "--term": "--jangka", "--to": "--ke",
    "--value": "--valuta", "--while-owed": "--belum-lunas",
  ]

  /// A word as it is typed in a language: that of an option, or itself.
  static func word(_ word: String, in language: Language) -> String {
    language == .indonesian ? indonesian[word] ?? word : word
  }
}
