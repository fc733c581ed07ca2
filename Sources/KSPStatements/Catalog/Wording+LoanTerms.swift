/// The terms of a loan product in words; CSV and JSON carry what `ksp loan product set` reads.
extension Wording {
  /// `provisi 1% ke akun 4-1110`.
  func fee(_ fee: LoanFee) -> String {
    let charge =
      switch fee.charge {
      case .fixed(let amount): amount.formatted
      case .share(let billionths, _, _): percent(billionths)
      }
    let target =
      switch fee.target {
      case .account(let code): self("akun ", "account ") + code.text
      case .savings(let product): self("simpanan \(product)", "\(product) savings")
      }
    return "\(fee.code) \(charge) \(self("ke", "to")) \(target)"
  }

  /// The third part of an installment; nil where there is none.
  func administration(_ rule: AdministrationRule) -> String? {
    switch rule {
    case .nothing: nil
    case .fixed(let amount):
      self("\(amount.formatted) tiap angsuran", "\(amount.formatted) with each installment")
    case .roundingUp(let step):
      self(
        "angsuran dibulatkan ke atas ke \(step.formatted)",
        "rounds the installment up to \(step.formatted)")
    }
  }

  /// `0,1% per hari dari tunggakan, bebas 3 hari, paling banyak 10% angsuran`.
  func lateFee(_ rule: LateFeeRule) -> String {
    var text = lateFeeCharge(rule)
    if rule.graceDays > 0 {
      text += self(", bebas \(rule.graceDays) hari", ", \(rule.graceDays) days free")
    }
    if let cap = rule.capBillionths {
      let most = percent(cap)
      text += self(", paling banyak \(most) angsuran", ", at most \(most) of the installment")
    }
    return text
  }

  /// What is charged for paying late: `0,1% per hari dari tunggakan`.
  func lateFeeCharge(_ rule: LateFeeRule) -> String {
    let period =
      switch rule.period {
      case .day: self(" per hari", " per day")
      case .month: self(" per bulan", " per month")
      }
    return switch rule.charge {
    case .fixed(let amount): amount.formatted + period
    case .share(let billionths): percent(billionths) + period + base(rule.base)
    }
  }

  private func base(_ base: LateFeeRule.Base) -> String {
    switch base {
    case .installment: self(" dari angsuran", " of the installment")
    case .arrears: self(" dari tunggakan", " of the arrears")
    case .outstanding: self(" dari sisa pokok", " of the principal owed")
    }
  }

  func prepayment(_ prepayment: Prepayment) -> String {
    switch prepayment {
    case .nextInstallments: self("untuk angsuran berikutnya", "for the next installments")
    case .fewerInstallments:
      self("angsuran tetap, makin sedikit", "same installment, fewer of them")
    case .interestFirst:
      self(
        "jasa sampai hari itu, lalu pokok, angsuran tetap",
        "interest to date, then principal, same installment")
    case .smallerInstallments: self("angsuran makin kecil", "smaller installments")
    case .savings(let product): self("masuk simpanan \(product)", "into \(product) savings")
    }
  }

  func settlement(_ interest: SettlementRule.Interest) -> String {
    switch interest {
    case .none: none
    case .elapsedDays: self("hari yang sudah lewat", "of the days that have passed")
    case .installments(let count):
      self("\(count) angsuran", "of \(count) installment\(count == 1 ? "" : "s")")
    case .all: self("semua", "all")
    }
  }

  func interestDue(_ due: InterestDue) -> String {
    switch due {
    case .eachInstallment: self("setiap angsuran", "with each installment")
    case .atEnd: self("di akhir", "at the end")
    case .inAdvance: self("di muka", "in advance")
    }
  }

  /// From which class on nothing is income before it is received.
  func stops(_ loanClass: LoanClass?) -> String {
    loanClass.map { self("mulai ", "from ") + self($0.name) } ?? self("tidak pernah", "never")
  }

  var administrationIncome: String { self("Pendapatan adm.", "Admin. income") }
  var wholePeriods: String { self("masa yang belum berjalan", "of periods not begun") }
  var interestRounding: String { self("Pembulatan jasa", "Interest is rounded") }
  var installmentRounding: String { self("Pembulatan angsuran", "Installment is rounded") }
  var holidayShift: String { self("Tempo pada hari libur", "Due on a holiday") }
  var cure: String { self("Pulih setelah jadwal baru", "Cured after a new plan") }
  var countedCollateral: String { self("Agunan yang dihitung", "Collateral that counts") }
  var afterCollateral: String { self(", setelah agunan", ", after collateral") }

  /// Which loans a scale of classes is for.
  func scale(_ scale: CollectibilityProfile.Scale) -> String {
    scale.fromMonths.map { months in
      self("Tiap \(months) bulan ke atas", "Every \(months) months or more")
    } ?? self("Pokok sekaligus", "Principal in one sum")
  }

  /// So many installments in a row that were paid on time.
  func installmentsOnTime(_ count: Int) -> String {
    self(
      "\(count) angsuran berturut-turut tepat waktu", "\(count) installments in a row on time")
  }

  /// Where a due date goes that falls on a day without business.
  func shift(_ rule: DueDateShift.Rule) -> String {
    switch rule {
    case .none: self("tidak digeser", "not shifted")
    case .nextWorkingDay: self("hari kerja berikutnya", "the next working day")
    case .previousWorkingDay: self("hari kerja sebelumnya", "the working day before")
    }
  }

  /// A part of a whole, in billionths; the decimal sign follows the language.
  func percent(_ billionths: Int64) -> String {
    let text = LoanTermsText.percent(billionths)
    return self(String(text.map { $0 == "." ? "," : $0 }), text)
  }
}
