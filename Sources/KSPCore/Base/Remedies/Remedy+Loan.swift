extension Remedy {
  /// What can be done about loans.
  public enum OnLoan: Hashable, Sendable {
    /// Take down an application.
    case apply
    /// Change an application, to an amount where one is meant.
    case changeApplication(LoanNumber, amount: Rupiah? = nil)
    /// Grant an application.
    case approve(LoanNumber)
    /// Pay a loan out.
    case payOut(LoanNumber?)
    /// Take a payment.
    case repay(LoanNumber)
    /// Settle a loan, as of a day.
    case settle(LoanNumber, on: BookDate? = nil)
    /// Make a new plan for what is owed.
    case reschedule(LoanNumber)
    /// Give a loan up.
    case writeOff(LoanNumber)
    /// Take money for a loan that was given up.
    case recover(LoanNumber)
    /// Take over running loans from a list.
    case takeOver
    /// Read the card of a loan.
    case see(LoanNumber)
    /// Look for the number of a loan.
    case find
    /// Read how the figures of a loan came about.
    case explain(LoanNumber)
    /// Enter a product of loans.
    case addProduct

    var code: Code {
      switch self {
      case .apply: .applyForLoan
      case .changeApplication: .changeApplication
      case .approve: .approve
      case .payOut: .payOut
      case .repay: .repay
      case .settle: .settle
      case .reschedule: .reschedule
      case .writeOff: .writeOff
      case .recover: .recover
      case .takeOver: .takeOver
      case .see: .seeLoan
      case .find: .findLoan
      case .explain: .explainLoan
      case .addProduct: .addLoanProduct
      }
    }

    var name: Phrase {
      switch self {
      case .apply: Phrase(id: "Catat permohonan", en: "Take down an application")
      case .changeApplication(let loan, _):
        Phrase(id: "Ubah permohonan \(loan)", en: "Change application \(loan)")
      case .approve(let loan): Phrase(id: "Setujui pinjaman \(loan)", en: "Approve loan \(loan)")
      case .payOut(let loan?): Phrase(id: "Cairkan pinjaman \(loan)", en: "Pay out loan \(loan)")
      case .payOut(nil): Phrase(id: "Cairkan pinjaman", en: "Pay out a loan")
      case .repay(let loan): Phrase(id: "Terima angsuran \(loan)", en: "Take a payment on \(loan)")
      case .settle(let loan, _): Phrase(id: "Lunasi \(loan)", en: "Settle \(loan)")
      case .reschedule(let loan): Phrase(id: "Jadwal ulang \(loan)", en: "Reschedule \(loan)")
      case .writeOff(let loan): Phrase(id: "Hapus buku \(loan)", en: "Write off \(loan)")
      case .recover(let loan):
        Phrase(id: "Terima uang untuk \(loan)", en: "Take money for \(loan)")
      case .takeOver: Phrase(id: "Ambil alih pinjaman", en: "Take over loans")
      case .see(let loan): Phrase(id: "Lihat pinjaman \(loan)", en: "See loan \(loan)")
      case .find: Phrase(id: "Cari pinjaman", en: "Find a loan")
      case .explain(let loan): Phrase(id: "Jelaskan \(loan)", en: "Explain \(loan)")
      case .addProduct: Phrase(id: "Tambah produk pinjaman", en: "Add a loan product")
      }
    }

    var arguments: [Argument?] {
      switch self {
      case .apply, .takeOver, .find, .addProduct: []
      case .changeApplication(let loan, let amount):
        [Argument("loan", loan), Argument("amount", amount)]
      case .settle(let loan, let date): [Argument("loan", loan), Argument("date", date)]
      case .payOut(let loan): [Argument("loan", loan)]
      case .approve(let loan), .repay(let loan), .reschedule(let loan), .writeOff(let loan),
        .recover(let loan), .see(let loan), .explain(let loan):
        [Argument("loan", loan)]
      }
    }
  }
}
