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
    "--interest-due": "--saat-jasa", "--kind": "--jenis", "--lapsed-rate": "--suku-gugur",
    "--may-be-negative": "--boleh-minus",
    "--memo": "--keterangan", "--method": "--cara", "--no-late-fee-cap": "--tanpa-batas-denda",
    "--no-settle": "--bayar-di-muka", "--order": "--urutan", "--overpay": "--kelebihan",
    "--prefix": "--awalan", "--purpose": "--tujuan", "--rate": "--suku", "--reason": "--alasan",
    "--ref": "--referensi",
    "--set-off-loans": "--potong-pinjaman", "--settle": "--lunasi",
    "--show-chart": "--tampilkan-akun", "--tenor": "--jangka",
    "--term": "--jangka", "--to": "--ke",
    "--value": "--valuta", "--while-owed": "--belum-lunas",
  ]

  /// The text of the parser about a command with the names of its options in the language of this
  /// run, by the command's help; a name that somebody typed stays as it was typed.
  static func inText(
    _ text: String, by help: String, typed words: [String] = [],
    language: Language = Speech.language
  ) -> String {
    guard language == .indonesian else { return text }
    let pairs = help.matches(of: /--([a-z][a-z-]*), --([a-z][a-z-]*)/)
    let names = Dictionary(pairs.map { ($0.1, $0.2) }) { first, _ in first }
    let typed = Set(words.map { $0.prefix { $0 != "=" } })
    return text.replacing(/--([a-z][a-z-]*)/) { match in
      guard !typed.contains(match.0), let name = names[match.1] else { return String(match.0) }
      return "--\(name)"
    }
  }

  /// A word as it is typed in a language: that of an option, or itself.
  static func word(_ word: String, in language: Language) -> String {
    language == .indonesian ? indonesian[word] ?? word : word
  }
}
