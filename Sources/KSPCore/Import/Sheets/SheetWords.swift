/// The words in the cells of a sheet that say something about a row.
package enum SheetWords {
  private static let out: Set<String> = [
    "keluar", "batal", "dibatalkan", "pembatalan", "nonaktif", "tidakaktif", "pasif", "berhenti",
    "mundur", "mengundurkandiri", "meninggal", "meninggaldunia", "pensiun", "pindah", "mutasi",
    "tutup", "ditutup", "void", "cancel", "cancelled", "canceled", "left", "inactive", "resigned",
    "closed", "gagal", "retur", "ditolak", "rejected", "failed", "deceased", "retired", "phk",
    "resign", "dikeluarkan", "almarhum", "almarhumah",
  ]
  private static let cancelled: Set<String> = [
    "batal", "dibatalkan", "pembatalan", "void", "cancel", "cancelled", "canceled", "gagal",
    "retur", "ditolak", "rejected", "failed",
  ]
  private static let sums: Set<String> = [
    "jumlah", "total", "subtotal", "sub", "grand", "grandtotal", "jml",
  ]
  /// What may stand behind the word in the label of a row of sums.
  private static let fillers: Set<String> = [
    "jumlah", "total", "simpanan", "pokok", "wajib", "sukarela", "anggota", "keseluruhan", "semua",
    "seluruhnya", "akhir", "bulan", "ini", "halaman", "saldo", "potongan", "pinjaman", "umum",
    "orang", "rp", "all", "page", "members", "savings", "debet", "kredit", "angsuran", "dana",
    "per",
    "setoran", "penarikan", "s", "d", "dan", "of", "amount", "the",
  ]
  private static let money = [
    "jumlah", "saldo", "simpanan", "pokok", "wajib", "sukarela", "angsuran", "cicilan", "potongan",
    "total", "iuran", "pinjaman", "nominal", "nilai", "jasa", "bunga", "denda", "admin", "debet",
    "debit", "kredit", "amount", "balance", "setoran", "tarik", "bayar", "sisa", "rp", "rupiah",
    "tabungan", "dana", "shu",
  ]

  /// Whether a cell says that somebody, or a row, is out.
  package static func saysOut(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      mayBegin(text)
    else { return false }
    let word = SheetName.normalized(text)
    if out.contains(word) { return true }
    let start = text.prefix { $0.isLetter }.lowercased()
    return out.contains(start) && word.count <= 40
  }

  /// Whether a text that begins with two plain letters begins like one of the words that say so.
  /// Names and numbers, of which every row has some, nearly never do.
  private static func mayBegin(_ text: String) -> Bool {
    guard let beginning = Beginning(text) else { return true }
    return beginnings.contains(beginning)
  }

  private static let beginnings = Set(out.compactMap { Beginning($0) })

  /// The first two letters of a text, whatever their case; nil for other characters.
  private struct Beginning: Hashable {
    let first, second: UInt8

    init?(_ text: String) {
      var bytes = text.utf8.makeIterator()
      guard let first = bytes.next().flatMap(Self.plain),
        let second = bytes.next().flatMap(Self.plain)
      else { return nil }
      // A mark behind the second letter would belong to it.
      guard bytes.next().map({ $0 < 0x80 }) ?? true else { return nil }
      (self.first, self.second) = (first, second)
    }

    private static func plain(_ byte: UInt8) -> UInt8? {
      let letter = byte | 0x20
      return byte < 0x80 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) ? letter : nil
    }
  }

  /// Whether a cell says that its row does not count.
  package static func saysCancelled(_ text: String) -> Bool {
    cancelled.contains(SheetName.normalized(text))
  }

  /// Whether a cell names a row of sums.
  static func saysSum(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, "jJtTsSgG".unicodeScalars.contains(first) else {
      return false
    }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let word = words.first, sums.contains(String(word)) else { return false }
    return words.dropFirst().allSatisfy {
      $0.allSatisfy(\.isNumber) || fillers.contains(String($0))
    }
  }

  /// Whether a heading speaks of money.
  static func speaksOfMoney(_ readings: [String]) -> Bool {
    readings.contains { reading in money.contains { reading.contains($0) } }
  }

  /// Whether a heading speaks of the state of somebody or something.
  static func speaksOfState(_ readings: [String]) -> Bool {
    readings.contains { $0.hasPrefix("status") || $0.hasPrefix("keadaan") || $0 == "state" }
  }

  /// Whether a cell is a dash that stands for nothing.
  static func isDash(_ text: String) -> Bool {
    guard let first = text.utf8.first,
      first == UInt8(ascii: "-") || first == UInt8(ascii: ".") || first >= 0x80
    else { return false }
    return text.unicodeScalars.allSatisfy { "-–—.".unicodeScalars.contains($0) }
  }

  /// A name as names are compared: its letters and digits in lower case.
  package static func nameKey(_ name: String) -> String { SheetName.normalized(name) }

  /// Whether a name in a sheet may be that of somebody in the register: titles and notes come and
  /// go, but one word of three letters or more must be the same.
  package static func mayName(_ written: String, _ registered: String) -> Bool {
    func words(_ name: String) -> Set<Substring> {
      Set(name.lowercased().split { !$0.isLetter }.filter { $0.count >= 3 })
    }
    let (left, right) = (words(written), words(registered))
    if left.isEmpty || right.isEmpty {
      return SheetName.normalized(written) == SheetName.normalized(registered)
    }
    return !left.isDisjoint(with: right)
  }
}
