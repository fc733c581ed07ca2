extension Wording {
  var assetsTitle: String { self("DAFTAR INVENTARIS", "REGISTER OF FIXED ASSETS") }
  var assetCardTitle: String { self("KARTU ASET TETAP", "CARD OF A FIXED ASSET") }
  var assetPlace: String { self("Tempat", "Location") }
  var acquiredOn: String { self("Tanggal beli", "Bought on") }
  var assetCost: String { self("Perolehan", "Cost") }
  var residualValue: String { self("Nilai sisa", "Residual value") }
  var life: String { self("Umur", "Life") }
  var writtenOff: String { self("Akumulasi", "Written off") }
  var bookValue: String { self("Nilai buku", "Book value") }
  var perMonth: String { self("Per bulan", "A month") }
  var disposedOn: String { self("Dilepas", "Disposed of") }
  var proceeds: String { self("Hasil", "Proceeds") }
  var inRegister: String { self("Daftar", "Register") }
  var inLedger: String { self("Buku besar", "Ledger") }
  var noAssets: String { self("Belum ada aset tetap.", "There are no fixed assets.") }
  var registerDiffers: String {
    self(
      "Selisihnya aset yang belum dicatat di daftar, atau jurnal tanpa daftar.",
      "The difference is assets that are not in the register, or entries without it.")
  }

  /// How long an asset lives.
  func life(_ months: Int) -> String {
    months == 0
      ? self("tidak disusutkan", "not written off") : self("\(months) bulan", "\(months) months")
  }
}
