extension Remedy {
  /// What can be done at the tills, with the bank, and with what others owe.
  public enum OnCounter: Hashable, Sendable {
    /// See the tills.
    case seeTills
    /// Open a till.
    case openTill(String)
    /// Close a till.
    case closeTill(String)
    /// See what is open between the bank and the book; nil for the only bank.
    case seeBank(AccountCode?)
    /// End a rule of a bank, by its text.
    case endBankRule(String, of: AccountCode)
    /// See the claims on payrolls.
    case seeClaims
    /// Send a payroll its claim of a month.
    case sendClaim(BookMonth)
    /// See the claims on insurers.
    case seeInsuranceClaims

    var code: Code {
      switch self {
      case .seeTills: .seeTills
      case .openTill: .openTill
      case .closeTill: .closeTill
      case .seeBank: .seeBank
      case .endBankRule: .endBankRule
      case .seeClaims: .seeClaims
      case .sendClaim: .sendClaim
      case .seeInsuranceClaims: .seeInsuranceClaims
      }
    }

    var name: Phrase {
      switch self {
      case .seeTills: Phrase(id: "Lihat daftar kas", en: "See the tills")
      case .openTill: Phrase(id: "Buka kas", en: "Open the till")
      case .closeTill: Phrase(id: "Tutup kas", en: "Close the till")
      case .seeBank: Phrase(id: "Lihat rekonsiliasi bank", en: "See the bank reconciliation")
      case .endBankRule: Phrase(id: "Akhiri aturan bank itu", en: "End the rule of the bank")
      case .seeClaims: Phrase(id: "Lihat tagihan potong gaji", en: "See the payroll claims")
      case .sendClaim(let month):
        Phrase(
          id: "Tagih potong gaji \(month.name.indonesian)",
          en: "Send the payroll claim of \(month.name.english)")
      case .seeInsuranceClaims: Phrase(id: "Lihat klaim asuransi", en: "See the insurance claims")
      }
    }

    var arguments: [Argument?] {
      switch self {
      case .seeTills, .seeClaims, .seeInsuranceClaims: []
      case .openTill(let name), .closeTill(let name): [Argument("name", name)]
      case .seeBank(let account): [Argument("account", account)]
      case .endBankRule(let text, let account):
        [Argument("text", text), Argument("account", account)]
      case .sendClaim(let month): [Argument("month", month)]
      }
    }
  }
}
