extension Wording {
  var expensed: String { self("Beban (tahun lalu)", "Expense (earlier years)") }
  var loanExplainTitle: String { self("PERHITUNGAN PINJAMAN", "LOAN EXPLAINED") }
  var noInstallments: String {
    self(
      "Tidak ada angsuran yang berjalan pada bulan ini.",
      "No installment runs in this month.")
  }
  var installmentInterest: String { self("Jasa angsuran", "Interest of the installments") }
  var calculatedOn: String { self("Dihitung dari", "Worked out on") }
  var exact: String { self("Tepatnya", "Exactly") }
  var carriedOver: String { self("Dibawa dari rencana lama", "From the plan before") }
  var monthEnd: String { self("Tutup bulan", "Month end") }
  var differs: String { self("BERBEDA", "DIFFERS") }
  var earnedByDays: String { self("Jasa berjalan", "Earned by days") }
  var interestReceivable: String { self("Jasa akan diterima", "Interest receivable") }
  var lateFeeReceivable: String { self("Denda akan diterima", "Late fees receivable") }
  var before: String { self("Sebelumnya", "Before") }
  var after: String { self("Seharusnya", "Should be") }
  var change: String { self("Perubahan", "Change") }
  var graceDays: String { self("Bebas denda", "Free of charge") }
  var cap: String { self("Paling banyak", "At most") }
  var uncapped: String { self("Tanpa batas", "Without the limit") }
  var chargedEarlier: String { self("Angsuran terdahulu", "Earlier installments") }
  var charged: String { self("Denda s.d. akhir bulan", "Charged so far") }
  var lateFeePaid: String { self("Denda sudah dibayar", "Paid of it") }
  var lateFeeBeyond: String { self("BEDA: dibayar lebih", "DIFFERS: paid beyond") }
  var stillOwed: String { self("Denda belum dibayar", "Still owed") }
  var since: String { self("sejak", "since") }
  var monthsPastDue: String { self("Bulan tunggakan", "Months past due") }
  var profile: String { self("Skala", "Scale") }
  var ruleThatDecides: String { self("Aturan", "Rule") }
  var coverage: String { self("Agunan atas utang", "Collateral to debt") }
  var counts: String { self("Diakui", "Counts") }
  var counted: String { self("Nilai diakui", "Counted") }
  var provisionTable: String { self("Tabel penyisihan", "Table") }
  var lessCollateral: String { self("Dikurangi agunan", "Less collateral") }
  var notInThisClass: String { self("tidak dihitung di kelas ini", "not in this class") }
  var exposed: String { self("Dasar penyisihan", "Set aside on") }
  var percentage: String { self("Persentase", "Percentage") }
  var allLoans: String { self("Jurnal semua pinjaman", "Voucher of all loans") }
  var inTheBook: String { self("Di buku", "In the book") }
  var loanNotClosed: String {
    self(
      "Bulan ini belum ditutup; inilah yang akan dibukukan tutup bulan.",
      "The month is not closed; this is what a month end would post.")
  }

  /// An exact amount for people: `98.630,136986`.
  func exact(_ amount: ExactAmount) -> String {
    let parts = amount.decimalText.split(separator: ".")
    let whole = Rupiah.grouped(String(parts[0]))
    return parts.count == 1 ? whole : "\(whole),\(parts[1])"
  }

  /// A part of an installment's interest: `angsuran ke-3: 17/31 × Rp180.000`.
  func earned(_ running: LoanIncome.Running) -> String {
    self("angsuran ke-", "installment ")
      + "\(running.number): \(running.days)/\(running.of) × \(running.interest.formatted)"
  }

  /// What a late fee is counted in.
  func periods(_ period: LateFeeRule.Period) -> String {
    switch period {
    case .day: self("Hari", "Days")
    case .month: self("Bulan", "Mths")
    }
  }

  /// So many days: `3 hari`.
  func daysText(_ days: Int) -> String { "\(days) " + self("hari", days == 1 ? "day" : "days") }

  /// The most that is charged: `10% dari angsuran`.
  func capText(_ share: Share) -> String {
    percent(share) + self(" dari angsuran", " of the installment")
  }

  /// A step of a profile of collectibility: `pokok > 3 bulan atau jasa > 3 bulan`.
  func step(_ step: CollectibilityProfile.Step?, _ measure: CollectibilityProfile.Measure) -> String
  {
    guard let step else { return self("tidak ada batas terlampaui", "no threshold is passed") }
    let unit =
      switch measure {
      case .days: self("hari", "days")
      case .months: self("bulan", "months")
      }
    func over(_ component: String, _ limit: Int?) -> String? {
      limit.map { "\(component) > \($0) \(unit)" }
    }
    let arrears = [over(principal, step.principalOver), over(interest, step.interestOver)]
      .compactMap(\.self).joined(separator: self(" atau ", " or "))
    let collateral = step.unlessCollateral.map {
      self(", agunan < ", ", collateral < ") + percent($0)
    }
    return arrears.lowercased() + (collateral ?? "")
  }

  /// What is compared between the book and the explanation.
  func item(_ item: LoanComparison.Item) -> String {
    switch item {
    case .interestPosted: self("Jasa dibukukan", "Interest posted")
    case .lateFeePosted: self("Denda dibukukan", "Late fees posted")
    case .recognised: self("Pendapatan diakui", "Income recognised")
    case .prepaid: self("Jasa dibayar di muka", "Interest paid ahead")
    case .unearned: self("Jasa di muka belum diakui", "Interest in advance unearned")
    case .outstanding: outstanding
    case .principalDue: arrears + ": " + principal
    case .interestDue: arrears + ": " + interest
    case .administrationDue: arrears + ": " + administration
    case .oldestDue: self("Tunggakan tertua", "Oldest arrears")
    case .lateFeeCharged: self("Denda", "Late fees charged")
    case .loanClass: loanClass
    case .collateral: self("Agunan diakui", "Collateral counted")
    case .allowance: allowance
    case .provision: allLoans
    }
  }
}
