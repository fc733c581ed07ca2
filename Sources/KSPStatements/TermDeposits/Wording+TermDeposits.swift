extension Wording {
  var depositPlanTitle: String { self("SIMULASI SIMPANAN BERJANGKA", "TERM DEPOSIT SIMULATION") }
  var depositListTitle: String { self("DAFTAR SIMPANAN BERJANGKA", "TERM DEPOSITS") }
  var certificateTitle: String { self("BILYET SIMPANAN BERJANGKA", "TERM DEPOSIT CERTIFICATE") }
  var termProductsTitle: String { self("SUKU SIMPANAN BERJANGKA", "RATES OF TERM DEPOSITS") }
  var termPaymentsTitle: String { self("JASA BERJANGKA DIBAYAR", "TERM DEPOSIT INTEREST PAID") }
  var isAccrued: String { self("jasa diakru tiap akhir bulan", "interest accrued monthly") }
  var certificate: String { self("Nomor bilyet", "Certificate") }
  var holder: String { self("Pemilik", "Holder") }
  var boardChair: String { self("Ketua,", "Chair,") }
  var tenorShort: String { self("Bln", "Mths") }
  var fromAmount: String { self("Mulai", "From") }
  var inForceFrom: String { self("Sejak", "Since") }
  var atMaturity: String { self("Saat jatuh tempo", "At maturity") }
  var pledgedFor: String { self("Dijaminkan untuk", "Pledged for") }
  var endedOn: String { self("Dicairkan", "Paid out") }
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
