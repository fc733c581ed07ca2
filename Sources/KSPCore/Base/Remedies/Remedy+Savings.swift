extension Remedy {
  /// What can be done at the counter of savings; an account is also named by its member's number.
  public enum OnSavings: Hashable, Sendable {
    /// Take a deposit.
    case deposit(String?)
    /// Pay out savings.
    case withdraw(String)
    /// Charge a fee.
    case chargeFee(String)
    /// Move savings to another account.
    case transfer(from: String?)
    /// Let go of savings that stay until a member leaves, by a decision.
    case release(from: String)
    /// Let go of what a hold holds.
    case releaseHold(Int, on: BookDate? = nil)
    /// See the holds on savings.
    case seeHolds
    /// See the standing orders.
    case seeOrders
    /// See the planned savings.
    case seePlanned
    /// Pay planned savings out at their maturity.
    case payPlanned(String)
    /// Give planned savings up.
    case endPlanned(String)
    /// See the term deposits.
    case seeDeposits
    /// Pay a term deposit out, also before its maturity.
    case breakDeposit(AccountCode)
    /// Add a product of term deposits.
    case addDepositProduct
    /// Say what a product offers as planned savings; nil where none is chosen yet.
    case offerPlanned(ProductCode?)
    /// Set the rates of a product of term deposits.
    case setDepositRates(ProductCode)
    /// Pay interest at the counter.
    case payInterest
    /// Correct the interest of a closed month on an account; either may be left open.
    case correctInterest(AccountCode? = nil, in: BookMonth? = nil)

    var code: Code {
      switch self {
      case .deposit: .deposit
      case .withdraw: .withdraw
      case .chargeFee: .chargeFee
      case .transfer: .transfer
      case .release: .release
      case .releaseHold: .releaseHold
      case .seeHolds: .seeHolds
      case .seeOrders: .seeOrders
      case .seePlanned: .seePlanned
      case .payPlanned: .payPlanned
      case .endPlanned: .endPlanned
      case .seeDeposits: .seeDeposits
      case .breakDeposit: .breakDeposit
      case .addDepositProduct: .addDepositProduct
      case .offerPlanned: .offerPlanned
      case .setDepositRates: .setDepositRates
      case .payInterest: .payInterest
      case .correctInterest: .correctInterest
      }
    }

    var name: Phrase {
      switch self {
      case .deposit: Phrase(id: "Setor", en: "Deposit")
      case .withdraw: Phrase(id: "Tarik", en: "Withdraw")
      case .chargeFee: Phrase(id: "Potong biaya", en: "Charge a fee")
      case .transfer: Phrase(id: "Pindahkan", en: "Transfer")
      case .release: Phrase(id: "Lepas dengan keputusan", en: "Release by a decision")
      case .releaseHold: Phrase(id: "Lepas blokir", en: "Release the hold")
      case .seeHolds: Phrase(id: "Lihat blokir", en: "See the holds")
      case .seeOrders: Phrase(id: "Lihat autodebet", en: "See the standing orders")
      case .seePlanned: Phrase(id: "Lihat simpanan berencana", en: "See the planned savings")
      case .payPlanned: Phrase(id: "Cairkan simpanan berencana", en: "Pay planned savings out")
      case .endPlanned: Phrase(id: "Hentikan simpanan berencana", en: "Give planned savings up")
      case .seeDeposits: Phrase(id: "Lihat simpanan berjangka", en: "See the term deposits")
      case .breakDeposit: Phrase(id: "Cairkan berjangka", en: "Pay the term deposit out")
      case .addDepositProduct:
        Phrase(id: "Tambah produk berjangka", en: "Add a product of term deposits")
      case .offerPlanned:
        Phrase(id: "Tetapkan syarat berencana", en: "Set the terms of planned savings")
      case .setDepositRates:
        Phrase(id: "Tetapkan suku berjangka", en: "Set the rates of the term deposit")
      case .payInterest: Phrase(id: "Bayar jasa", en: "Pay interest")
      case .correctInterest: Phrase(id: "Koreksi jasa", en: "Correct interest")
      }
    }

    var arguments: [Argument?] {
      switch self {
      case .deposit(let account): [Argument("account", account)]
      case .withdraw(let account), .chargeFee(let account), .release(let account):
        [Argument("account", account)]
      case .payPlanned(let account), .endPlanned(let account): [Argument("account", account)]
      case .transfer(let account): [Argument("account", account)]
      case .releaseHold(let number, let date):
        [Argument("hold", "\(number)"), Argument("date", date)]
      case .seeHolds, .seeOrders, .seePlanned, .seeDeposits, .payInterest: []
      case .addDepositProduct: []
      case .offerPlanned(let product): [Argument("product", product)]
      case .breakDeposit(let account): [Argument("account", account)]
      case .setDepositRates(let product): [Argument("product", product)]
      case .correctInterest(let account, let month):
        [Argument("account", account), Argument("month", month)]
      }
    }
  }
}
