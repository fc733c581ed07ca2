extension Wording {
  var yearEndTitle: String { self("TUTUP TAHUN", "YEAR END") }
  var yearClosingTitle: String { self("JURNAL PENUTUP TAHUN", "CLOSING OF THE YEAR") }
  var bookYear: String { self("Tahun buku", "Year") }
  var yearState: String { self("Keadaan", "State") }
  var shuBeforeAdjustments: String { self("SHU sebelum penyesuaian", "SHU before adjustments") }
  var shuOfYear: String { self("SHU sesudah pajak", "SHU after tax") }
  var corporateTaxBooked: String { self("PPh badan dibukukan", "Corporate tax booked") }
  var corporateTaxByRule: String { self("PPh badan seharusnya", "Corporate tax by rule") }
  var corporateTaxDifference: String { self("Selisih PPh badan", "Tax to be adjusted") }
  var yearClosedAt: String { self("Ditutup", "Closed") }
  var ratifiedOn: String { self("Disahkan", "Ratified") }
  var lossLeft: String { self("Rugi belum ditutup", "Loss left to cover") }
  var monthsStillOpen: String { self("Bulan terbuka", "Open months") }
  var requirement: String { self("Syarat", "Requirement") }
  var effectOnShu: String { self("Pengaruh SHU", "Effect on SHU") }
  var effectOnEquity: String { self("Ekuitas lain", "Other equity") }
  var correctedSince: String {
    self("KOREKSI DI TAHUN SESUDAHNYA", "CORRECTED IN LATER YEARS")
  }
  var document: String { self("Dokumen", "Document") }
  var reason: String { self("Alasan", "Reason") }
  var nothingMoved: String {
    self("Tidak ada pendapatan atau beban.", "There is no income and no expense.")
  }

  func state(_ state: YearEnd.State) -> String {
    switch state {
    case .open: self("bulan masih terbuka", "months are open")
    case .closing: self("periode penyesuaian", "closing period")
    case .ratified: self("disahkan rapat anggota", "ratified by the meeting")
    }
  }

  func name(_ requirement: YearEnd.Requirement) -> String {
    switch requirement {
    case .monthsClosed: self("Semua bulannya ditutup", "All its months are closed")
    case .openingComplete: self("Saldo awal tidak selisih", "Opening balances agree")
    case .earlierYearClosed: self("Tahun sebelumnya ditutup", "The year before is closed")
    case .rolesHeld: self("Akun SHU ada perannya", "Accounts of the SHU have roles")
    case .balanced: self("Debit sama dengan kredit", "Debits are credits")
    }
  }

  func outcome(_ outcome: YearClosing.Outcome) -> String {
    switch outcome {
    case .preview: self("pratinjau, belum disimpan", "preview, nothing stored")
    case .done: self("dibukukan", "posted")
    case .alreadyDone: self("sudah dibukukan sebelumnya", "had been posted before")
    }
  }

  /// The vouchers of a list; nil for none.
  func vouchers(_ entries: [EntryNumber]) -> String? {
    entries.isEmpty ? nil : entries.map(\.description).joined(separator: ", ")
  }
}
