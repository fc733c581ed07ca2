extension Remedy {
  /// What can be done in the journal and the chart of accounts.
  public enum OnJournal: Hashable, Sendable {
    /// Read the chart of accounts.
    case seeChart
    /// Read the chart that a new book has.
    case seeStandardChart
    /// Read the trial balance.
    case seeTrialBalance
    /// Read the list of vouchers.
    case seeVouchers
    /// Read the register of fixed assets.
    case seeAssets
    /// Reverse an entry.
    case reverse(EntryNumber)
    /// Let an account of cash or a bank stand below zero.
    case letBeNegative(AccountCode)
    /// Keep a name for an account.
    case nameAccount(String)

    var code: Code {
      switch self {
      case .seeChart: .seeChart
      case .seeStandardChart: .seeStandardChart
      case .seeTrialBalance: .seeTrialBalance
      case .seeVouchers: .seeVouchers
      case .seeAssets: .seeAssets
      case .reverse: .reverse
      case .letBeNegative: .letBeNegative
      case .nameAccount: .nameAccount
      }
    }

    var name: Phrase {
      switch self {
      case .seeChart: Phrase(id: "Lihat daftar akun", en: "See the chart of accounts")
      case .seeStandardChart:
        Phrase(id: "Lihat daftar akun bawaan", en: "See the standard chart")
      case .seeTrialBalance: Phrase(id: "Lihat neraca saldo", en: "See the trial balance")
      case .seeVouchers: Phrase(id: "Lihat daftar bukti", en: "See the list of vouchers")
      case .seeAssets: Phrase(id: "Lihat daftar inventaris", en: "See the register of assets")
      case .reverse(let entry): Phrase(id: "Balik bukti \(entry)", en: "Reverse voucher \(entry)")
      case .letBeNegative(let code):
        Phrase(id: "Izinkan \(code) minus", en: "Let \(code) be negative")
      case .nameAccount(let name):
        Phrase(id: "Beri sebuah akun nama \(name)", en: "Name an account \(name)")
      }
    }

    var arguments: [Argument?] {
      switch self {
      case .seeChart, .seeStandardChart, .seeTrialBalance, .seeVouchers, .seeAssets: []
      case .reverse(let entry): [Argument("entry", entry)]
      case .letBeNegative(let code): [Argument("account", code)]
      case .nameAccount(let name): [Argument("name", name)]
      }
    }
  }
}
