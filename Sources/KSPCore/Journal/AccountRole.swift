/// What the program needs of a chart of accounts: the accounts that the posting rules look for.
///
/// A chart names an account for each; one account may have several roles, and a few roles may be
/// held by several accounts.
public enum AccountRole: String, CaseIterable, Sendable, Codable {
  /// Kas: where counter money goes.
  case cash
  /// Kas teller: cash in the hands of one clerk. There may be none or several.
  case till
  /// Selisih kas kurang: what was missing when a till was counted. A chart may do without it until
  /// something is missing.
  case cashShort = "cash-short"
  /// Selisih kas lebih: what was there beyond the book when a till was counted, as for
  /// ``cashShort``.
  case cashOver = "cash-over"
  /// The clearing account of opening balances (saldo awal migrasi); it must end at zero.
  case openingClearing = "opening"
  /// Uang pangkal.
  case entranceFee = "entrance-fee"
  /// Fees charged to members.
  case feeIncome = "fee"
  /// Beban jasa simpanan.
  case interestExpense = "interest-expense"
  /// Utang PPh pasal 4(2), withheld from persons.
  case taxFinal = "tax-final"
  /// Utang PPh 23, withheld from organisations.
  case taxOrganization = "tax-organization"
  /// Utang PPh badan: the cooperative's own tax. A chart may do without it until a rule taxes it.
  case taxCorporate = "tax-corporate"
  /// Utang PPh 21, withheld from board and staff. A chart may do without it until some is.
  case taxEmployee = "tax-employee"
  /// Piutang PPh anggota: tax on interest that is owed to the state and could not be withheld.
  case taxReceivable = "tax-receivable"
  /// Lebih potong PPh: tax that the state got too much, for members or of the cooperative itself.
  case taxOverpaid = "tax-overpaid"
  /// Where the part kept back from a leaving member goes (dana abadi).
  case leaveDeduction = "leave-deduction"
  /// Control account of simpanan pokok.
  case controlPokok = "control-pokok"
  /// Control account of simpanan wajib.
  case controlWajib = "control-wajib"
  /// Control account of simpanan sukarela.
  case controlSukarela = "control-sukarela"
  /// Control account of the principal of loans (pinjaman anggota).
  case controlLoan = "control-loan"
  /// Control account of interest receivable on loans.
  case controlLoanInterest = "control-loan-interest"
  /// Control account of late fees receivable.
  case controlLateFee = "control-late-fee"
  /// Income from interest on loans.
  case loanInterest = "loan-interest"
  /// Income from late fees and settlement penalties.
  case lateFee = "late-fee"
  /// Interest cut in advance that is not earned yet.
  case unearnedInterest = "unearned-interest"
  /// The allowance for losses on loans (penyisihan).
  case loanAllowance = "loan-allowance"
  /// The expense of setting aside.
  case loanLoss = "loan-loss"
  /// Income from loans that had been written off.
  case loanRecovery = "loan-recovery"
  /// Aset tetap: what fixed assets cost, which the cash flow calls investing. There may be none or
  /// several, of which the first is the usual one. A chart may do without it, and so for the four
  /// below; then the acts of fixed assets name their accounts, and none can be disposed of.
  case fixedAsset = "fixed-asset"
  /// Akumulasi penyusutan: what was written off of fixed assets.
  case accumulatedDepreciation = "accumulated-depreciation"
  /// Beban penyusutan.
  case depreciation
  /// What fixed assets bring beyond their book value.
  case disposalGain = "disposal-gain"
  /// What fixed assets bring less than their book value.
  case disposalLoss = "disposal-loss"
  /// Modal penyertaan: equity, but no own capital, by which lending limits are measured. A chart
  /// may do without it.
  case participation
  /// SHU tahun berjalan: where the result of the running year stands in equity. A chart may do
  /// without it.
  case shuCurrent = "shu-current"
  /// SHU yang belum dibagi: what meetings ratified and nobody has got yet. A chart may do without
  /// it until a year is closed.
  case shuUndistributed = "shu-undistributed"
  /// Beban pajak penghasilan: the expense below which the SHU after tax stands. There may be none
  /// or several.
  case incomeTax = "income-tax"
  /// Utang bank: borrowed money, which the cash flow calls financing. There may be none or several.
  case borrowing
  /// Piutang potong gaji: what one payer deducted from members and has not handed over. There may
  /// be none or several, one for each payer.
  case payroll
  /// SHU bagian anggota: what members are owed of an SHU that was divided. A chart may do without
  /// it until one is.
  case shuPayable = "shu-payable"
  /// Jasa yang masih harus dibayar: interest that is earned and falls due later. A chart may do
  /// without it until a product sets interest aside, and so for the next one.
  case interestPayable = "interest-payable"
  /// Jasa dibayar di muka: interest that was paid in advance and is not earned yet.
  case prepaidInterest = "prepaid-interest"
  /// Simpanan anggota keluar yang belum diambil: what former members, or their heirs, have yet to
  /// take. A chart may do without it while everybody is paid out on leaving.
  case leaverPayable = "leaver-payable"
  /// Piutang asuransi: what one insurer owes for loans that were paid from it. There may be none or
  /// several, one for each insurer.
  case insurer
  /// Titipan: money that only passes through the cooperative, such as what is held for a notary or
  /// an insurer. There may be none or several.
  case transit

  /// Whether every chart needs an account with the role.
  public var isRequired: Bool {
    switch self {
    case .participation, .till, .fixedAsset, .accumulatedDepreciation, .depreciation,
      .disposalGain, .disposalLoss, .cashShort, .cashOver, .shuCurrent, .shuUndistributed,
      .incomeTax, .borrowing, .payroll, .shuPayable, .interestPayable, .prepaidInterest,
      .leaverPayable, .insurer, .transit, .taxCorporate,
      .taxEmployee:
      false
    default: true
    }
  }

  /// Whether several accounts may hold it.
  public var allowsSeveral: Bool {
    [.till, .participation, .incomeTax, .fixedAsset, .borrowing, .payroll, .insurer, .transit]
      .contains(self)
  }

  /// The roles whose equity is no own capital (modal sendiri): modal penyertaan, the SHU until the
  /// meeting makes a reserve of it, and the clearing account of opening balances.
  package static let outsideOwnCapital: [AccountRole] = [
    .participation, .shuCurrent, .shuUndistributed, .openingClearing,
  ]

  /// Whether its account only sums others: those of members and loans lie below it.
  public var isControl: Bool { rawValue.hasPrefix("control-") }

  /// The classes that its account may be of.
  public var types: [AccountType] {
    switch self {
    case .cash, .till, .controlLoan, .controlLoanInterest, .controlLateFee, .loanAllowance,
      .taxReceivable, .taxOverpaid, .fixedAsset, .accumulatedDepreciation, .payroll, .insurer,
      .prepaidInterest:
      [.asset]
    case .openingClearing, .participation, .shuCurrent, .shuUndistributed: [.equity]
    case .entranceFee, .feeIncome, .loanInterest, .lateFee, .loanRecovery, .disposalGain,
      .cashOver:
      [.income]
    case .interestExpense, .loanLoss, .depreciation, .disposalLoss, .cashShort, .incomeTax:
      [.expense]
    case .taxFinal, .taxOrganization, .taxCorporate, .taxEmployee, .unearnedInterest, .borrowing,
      .shuPayable, .interestPayable, .leaverPayable:
      [.liability]
    case .transit: [.asset, .liability]
    case .leaveDeduction: [.liability, .equity, .income]
    case .controlPokok, .controlWajib, .controlSukarela: [.liability, .equity]
    }
  }

  /// The classes that its account may be of, in words.
  package var wantedTypes: (indonesian: String, english: String) {
    let names = types.map(\.name)
    return (
      names.map(\.indonesian).joined(separator: "/"), names.map(\.english).joined(separator: "/")
    )
  }

  /// Refuses an account that cannot hold it.
  ///
  /// - Throws: `role.refused` for an account of another class, and for one that takes entries where
  ///   the role sums others, or the other way round.
  package func requireFit(
    _ code: AccountCode, _ type: AccountType, isPostable: Bool
  ) throws(LedgerError) {
    guard isControl != isPostable else {
      throw .roleRefused(
        self, code,
        Phrase(
          id: "akunnya \(isControl ? "tidak boleh" : "harus bisa") dibukukan langsung",
          en: "its account must \(isControl ? "not " : "")take entries itself"))
    }
    guard types.contains(type) else {
      let (indonesian, english) = wantedTypes
      throw .roleRefused(
        self, code,
        Phrase(
          id: "akunnya harus bergolongan \(indonesian)",
          en: "its account must be of class \(english)"))
    }
  }
}

extension AccountRole {
  /// What people call it.
  public var name: Phrase {
    switch self {
    case .cash: Phrase(id: "kas", en: "cash")
    case .till: Phrase(id: "kas teller", en: "till")
    case .cashShort: Phrase(id: "selisih kas kurang", en: "cash short")
    case .cashOver: Phrase(id: "selisih kas lebih", en: "cash over")
    case .openingClearing: Phrase(id: "saldo awal", en: "opening balances")
    case .entranceFee: Phrase(id: "uang pangkal", en: "entrance fee")
    case .feeIncome: Phrase(id: "biaya anggota", en: "fees of members")
    case .interestExpense: Phrase(id: "beban jasa simpanan", en: "interest expense")
    case .taxFinal: Phrase(id: "utang PPh pasal 4(2)", en: "final tax withheld")
    case .taxOrganization: Phrase(id: "utang PPh 23", en: "tax withheld from organisations")
    case .taxCorporate: Phrase(id: "utang PPh badan", en: "corporate tax payable")
    case .taxEmployee: Phrase(id: "utang PPh 21", en: "tax withheld from board and staff")
    case .taxReceivable: Phrase(id: "piutang PPh anggota", en: "tax receivable from members")
    case .taxOverpaid: Phrase(id: "lebih potong PPh", en: "tax overpaid")
    case .leaveDeduction: Phrase(id: "bagian yang ditahan", en: "part kept back")
    case .controlPokok: Phrase(id: "induk simpanan pokok", en: "control of pokok")
    case .controlWajib: Phrase(id: "induk simpanan wajib", en: "control of wajib")
    case .controlSukarela: Phrase(id: "induk simpanan sukarela", en: "control of sukarela")
    case .controlLoan: Phrase(id: "induk pinjaman", en: "control of loans")
    case .controlLoanInterest: Phrase(id: "induk jasa pinjaman", en: "control of loan interest")
    case .controlLateFee: Phrase(id: "induk denda", en: "control of late fees")
    case .loanInterest: Phrase(id: "pendapatan jasa pinjaman", en: "loan interest")
    case .lateFee: Phrase(id: "pendapatan denda", en: "late fees")
    case .unearnedInterest: Phrase(id: "jasa belum hak", en: "unearned interest")
    case .loanAllowance: Phrase(id: "penyisihan pinjaman", en: "allowance for loans")
    case .loanLoss: Phrase(id: "beban penyisihan", en: "loan losses")
    case .loanRecovery: Phrase(id: "penerimaan hapus buku", en: "recovery of loans")
    case .fixedAsset: Phrase(id: "aset tetap", en: "fixed assets")
    case .accumulatedDepreciation:
      Phrase(id: "akumulasi penyusutan", en: "accumulated depreciation")
    case .depreciation: Phrase(id: "beban penyusutan", en: "depreciation")
    case .disposalGain: Phrase(id: "laba pelepasan aset", en: "gain on disposal")
    case .disposalLoss: Phrase(id: "rugi pelepasan aset", en: "loss on disposal")
    case .participation: Phrase(id: "modal penyertaan", en: "participation")
    case .shuCurrent: Phrase(id: "SHU tahun berjalan", en: "SHU of the year")
    case .shuUndistributed: Phrase(id: "SHU belum dibagi", en: "undistributed SHU")
    case .incomeTax: Phrase(id: "beban pajak penghasilan", en: "income tax")
    case .borrowing: Phrase(id: "utang bank", en: "borrowings")
    case .payroll: Phrase(id: "piutang potong gaji", en: "payroll receivable")
    case .shuPayable: Phrase(id: "utang SHU anggota", en: "SHU payable to members")
    case .interestPayable: Phrase(id: "jasa yang masih harus dibayar", en: "interest payable")
    case .prepaidInterest: Phrase(id: "jasa dibayar di muka", en: "interest paid in advance")
    case .leaverPayable: Phrase(id: "simpanan belum diambil", en: "owed to former members")
    case .insurer: Phrase(id: "piutang asuransi", en: "owed by insurers")
    case .transit: Phrase(id: "titipan", en: "in transit")
    }
  }

  /// Its name with the code that charts write it with: `kas teller (till)`.
  package var cited: Phrase {
    Phrase(id: "\(name.indonesian) (\(rawValue))", en: "\(name.english) (\(rawValue))")
  }
}
