/// What became of a try to carry out a standing order; the raw value is what the file stores.
public enum OrderOutcome: String, TermWord {
  /// It was taken.
  case taken
  /// Nothing was due, so nothing is to be taken for this day any more.
  case nothingDue = "nothing-due"
  /// There was too little.
  case tooLittle = "too-little"
  /// What there was is held.
  case held
  /// An account is closed, or not withdrawable on the day.
  case closed
  /// The member has left; the order falls due no more.
  case left
  /// It was refused for another reason.
  case refused

  /// Whether the due day is done with.
  public var isFinal: Bool { self == .taken || self == .nothingDue }

  /// The name for people.
  public var name: Phrase {
    switch self {
    case .taken: Phrase(id: "diambil", en: "taken")
    case .nothingDue: Phrase(id: "tidak ada yang terutang", en: "nothing was due")
    case .tooLittle: Phrase(id: "saldo kurang", en: "too little")
    case .held: Phrase(id: "diblokir", en: "held")
    case .closed: Phrase(id: "rekening tutup atau terkunci", en: "account closed or locked")
    case .left: Phrase(id: "anggota keluar", en: "member left")
    case .refused: Phrase(id: "ditolak", en: "refused")
    }
  }

  /// What the refusal of a try means; nil for one that concerns the file or the program.
  package init?(of error: LedgerError) {
    switch error.code {
    case .overdraft: self = .tooLittle
    case .accountHeld: self = .held
    case .accountClosed, .notWithdrawable: self = .closed
    case .memberLeft: self = .left
    case .loanNothingDue: self = .nothingDue
    default:
      guard error.isRefusal else { return nil }
      self = .refused
    }
  }
}
