extension Wording {
  var depositPlanTitle: String { self("SIMULASI SIMPANAN BERJANGKA", "TERM DEPOSIT SIMULATION") }
  var opened: String { self("Dibuka", "Opened") }
  var maturity: String { self("Jatuh tempo", "Maturity") }
  var tenor: String { self("Jangka waktu", "Tenor") }
  var payout: String { self("Cara bayar", "Payout") }
  var breakRule: String { self("Bila dicairkan lebih awal", "If broken early") }
  var brokenOn: String { self("Dicairkan", "Broken on") }
  var valueDate: String { self("Tgl. jasa", "Value date") }
  var netInterest: String { self("Bersih", "Net") }
  var deposit: String { self("Berjangka", "Deposit") }
  var takenBack: String { self("Jasa di muka ditarik", "Interest taken back") }
  var placedByMember: String { self("Disetor anggota", "Paid in by the member") }
  var receivedAtEnd: String { self("Diterima saat berakhir", "Received at the end") }

  /// A number of months.
  func months(_ count: Int) -> String {
    self("\(count) bulan", "\(count) month\(count == 1 ? "" : "s")")
  }
}
