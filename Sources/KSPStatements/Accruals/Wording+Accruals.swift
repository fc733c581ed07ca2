extension Wording {
  var accrualsTitle: String { self("DAFTAR AKRUAL JASA SIMPANAN", "ACCRUED INTEREST") }
  var accrued: String { self("Akrual", "Accrued") }
  var accrualChange: String { self("Bulan ini", "This month") }
  var noAccruals: String { self("Tidak ada akrual jasa.", "There is no accrued interest.") }
  var accrualsExpected: String {
    self(
      "Bulan ini belum ditutup: inilah yang akan dibukukan tutup bulannya.",
      "The month is open: this is what its end would post.")
  }
  var accrualsDiffer: String {
    self(
      "Selisihnya jurnal tanpa daftar ini, atau saldo awal yang belum dirinci.",
      "The difference is entries without this list, or opening balances that were not itemised.")
  }
}
