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
  var endedOn: String { self("Berakhir", "Ended") }
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

  var depositExplainTitle: String {
    self("PERHITUNGAN JASA BERJANGKA", "TERM DEPOSIT INTEREST EXPLAINED")
  }
  var valueDates: String { self("Jasa pada tanggal jasa", "Interest on value dates") }
  var noValueDate: String {
    self("Tidak ada tanggal jasa pada bulan ini.", "No value date falls into this month.")
  }
  var depositNotClosed: String {
    self(
      "Bulan ini belum ditutup; yang sudah dibukukan COCOK dengan hitungan ulang.",
      "The month is not closed; what is posted so far AGREES with what was recomputed.")
  }
  var nothingFellDue: String { self("tidak ada jasa", "nothing fell due") }
  var depositEnd: String { self("Pencairan", "Paid out") }
  var runningDays: String { self("Sejak tanggal jasa", "Since the value date") }
  var runningInterest: String { self("Jasa berjalan", "Running interest") }
  var endingRule: String { self("Aturan pencairan", "Rule of the end") }
  var waivedFor: String { self("Tanpa penalti karena", "No penalty because") }
  var withoutPenalty: String { self("Tanpa penalti", "No penalty") }
  var setAside: String { self("Akrual akhir bulan", "Accrual at the end of the month") }
  var daysEarned: String { self("Sudah dihasilkan", "Earned and not due") }
  var earnedInterest: String { self("Jasanya", "Its interest") }
  var owedAtEnd: String { self("Masih harus dibayar", "Payable") }
  var notEarnedYet: String { self("Belum dihasilkan", "Not earned yet") }
  var stoodBefore: String { self("Sisa bulan-bulan lalu", "Left of earlier months") }

  /// A number of months.
  func months(_ count: Int) -> String {
    self("\(count) bulan", "\(count) month\(count == 1 ? "" : "s")")
  }
}
