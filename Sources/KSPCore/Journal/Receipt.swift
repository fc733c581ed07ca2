/// What the counter hands out after an event (bukti, kuitansi).
public struct Receipt: Hashable, Sendable, Codable {
  /// What was cut before the money was handed out (potongan): from a loan, or tax on interest
  /// from the savings of somebody who leaves.
  public struct Deduction: Hashable, Sendable, Codable {
    /// What it is for, such as `provisi`.
    public let name: Phrase
    /// How much it is.
    public let amount: Rupiah

    /// Names a deduction.
    package init(name: Phrase, amount: Rupiah) {
      self.name = name
      self.amount = amount
    }

    /// Tax that was withheld from interest; none of nothing.
    package static func interestTax(_ tax: Rupiah) -> [Deduction] {
      tax.isZero ? [] : [Deduction(name: EntryKind.interestTax.name, amount: tax)]
    }
  }

  /// The account on the other side, where it is not the usual one.
  public struct Counterpart: Hashable, Sendable, Codable {
    /// Its code.
    public let code: AccountCode
    /// Its name.
    public let name: Phrase
    /// Whether it is a bank.
    public let isBank: Bool

    /// Names an account.
    package init(code: AccountCode, name: Phrase, isBank: Bool = false) {
      self.code = code
      self.name = name
      self.isBank = isBank
    }
  }

  /// One part of what an entry moved (rincian).
  public struct Part: Hashable, Sendable, Codable {
    /// What it is, such as the account's name, or interest of a loan.
    public let name: Phrase
    /// The account, where it says more than the name.
    public let account: AccountCode?
    /// The side on which it stood; nil where the parts are what the amount is made of.
    public let side: Side?
    /// How much it is.
    public let amount: Rupiah

    /// Names a part.
    package init(name: Phrase, account: AccountCode?, side: Side? = nil, amount: Rupiah) {
      self.name = name
      self.account = account
      self.side = side
      self.amount = amount
    }

    /// The part in the voucher that takes its own back.
    package var mirrored: Part {
      Part(
        name: name, account: account, side: side.map { $0 == .debit ? .credit : .debit },
        amount: amount)
    }
  }

  /// What a payment of dues settled (bulan wajib yang dibayar), by what the book knew when it was
  /// recorded.
  public struct Dues: Hashable, Sendable, Codable {
    /// One month.
    public struct Month: Hashable, Sendable, Codable {
      /// The month.
      public let month: BookMonth
      /// What of the payment went to it.
      public let amount: Rupiah
      /// Whether nothing of the month was open afterwards.
      public let isSettled: Bool

      /// Names a month.
      package init(month: BookMonth, amount: Rupiah, isSettled: Bool) {
        self.month = month
        self.amount = amount
        self.isSettled = isSettled
      }
    }

    /// The months that it went to, oldest first; those ahead too.
    public let months: [Month]
    /// What went to arrears from before the book.
    public let takenOver: Rupiah
    /// What no month takes: it waits for months that ask for something. Months, arrears and this
    /// add up to what was paid.
    public let unused: Rupiah

    /// Gathers what was settled.
    package init(months: [Month], takenOver: Rupiah, unused: Rupiah) {
      self.months = months
      self.takenOver = takenOver
      self.unused = unused
    }
  }

  /// The entry that a reversal takes back.
  public struct Reversed: Hashable, Sendable, Codable {
    /// Its voucher.
    public let entry: EntryNumber
    /// What it recorded.
    public let kind: EntryKind
    /// The day on which it counted.
    public let bookDate: BookDate
    /// The loan that it was an event of; nil for any other entry, and for a list of loans.
    public let loan: LoanNumber?

    /// Names an entry.
    package init(entry: EntryNumber, kind: EntryKind, bookDate: BookDate, loan: LoanNumber? = nil) {
      self.entry = entry
      self.kind = kind
      self.bookDate = bookDate
      self.loan = loan
    }
  }

  /// The voucher; of a rehearsal the one that it would have been.
  public let entry: EntryNumber
  /// What was recorded.
  public let kind: EntryKind
  /// The day on which it counts.
  public let bookDate: BookDate
  /// The member's account, when the event touched one.
  public let account: AccountCode?
  /// The number of the member, when the event touched one.
  public let member: MemberNumber?
  /// The member's name, when the event touched a member.
  public let memberName: String?
  /// The amount of the event; of a loan paid out, what the member gets; of a reversal, the amount
  /// of the entry that it takes back.
  public let amount: Rupiah
  /// What was cut from a loan paid out, or from the savings of somebody who leaves, none of it
  /// zero; empty for every other event.
  public let deductions: [Deduction]
  /// What the amount is made of, where it is more than one thing; empty otherwise.
  public let parts: [Part]
  /// What a reversal takes back; nil for every other event.
  public let reversed: Reversed?
  /// The balance of ``account`` on the day of the event after it, equal to the line of the
  /// statement; of a loan what is owed; nil without an account.
  public let balance: Rupiah?
  /// What ``account`` holds when movements of later days are counted too; nil where there are none.
  public let laterBalance: Rupiah?
  /// The vouchers that followed from the event: payments on a loan that settle something else since
  /// one before them was taken back, and tax that is worked out again without interest that was.
  public let following: [EntryNumber]
  /// Reference, memo and author.
  public let note: EntryNote
  /// The key that its caller gave (nomor referensi).
  public var reference: String? { note.reference }
  /// Whether the same reference had been recorded before, so that nothing was stored now.
  public let isReplay: Bool
  /// Whether it was only tried out (`dryRun`), so that nothing was stored: ``entry`` is the voucher
  /// that it would have been.
  public package(set) var isRehearsal = false
  /// Where the money came from or went, when it was named; nil for the usual account, such as cash.
  public var counterpart: Counterpart?
  /// Who brought or got money that is no member's; nil for every other event.
  public var party: String?
  /// Why no penalty was taken of a term deposit that was paid out, such as a death; nil for every
  /// other event, and where the rule held.
  public var waivedFor: String?
  /// Which months of dues the event settled, where it paid those of one member; nil for every other
  /// event, and while nobody is asked for dues.
  public var dues: Dues?
  /// What was accepted and should be looked at; empty on a replay.
  public var warnings: [LedgerWarning] = []

  /// What was recorded, and the account that stood for the usual one: `Setoran, Bank BRI`.
  public var title: Phrase { kind.name(throughBank: isThroughBank).by(counterpart) }
  /// Whether the money came or went through a bank, so that the paper is no voucher of cash.
  public var isThroughBank: Bool { counterpart?.isBank ?? false }

  /// Gathers a receipt.
  package init(
    entry: EntryNumber, kind: EntryKind, bookDate: BookDate, account: AccountCode?,
    member: MemberNumber?, memberName: String?, amount: Rupiah, deductions: [Deduction] = [],
    parts: [Part] = [],
    reversed: Reversed? = nil, balance: Rupiah?, laterBalance: Rupiah? = nil,
    following: [EntryNumber] = [], note: EntryNote, isReplay: Bool
  ) {
    self.entry = entry
    self.kind = kind
    self.bookDate = bookDate
    self.account = account
    self.member = member
    self.memberName = memberName
    self.amount = amount
    self.deductions = deductions
    self.parts = parts
    self.reversed = reversed
    self.balance = balance
    self.laterBalance = laterBalance
    self.following = following
    self.note = note
    self.isReplay = isReplay
  }

  /// The amount in words (terbilang).
  public var amountInWords: Phrase { amount.inWords }
}

extension EntryKind {
  /// What an entry of the cooperative's own money is called: through a bank no cash came or went.
  package func name(throughBank isThroughBank: Bool) -> Phrase {
    switch self {
    case .cashReceipt where isThroughBank: Phrase(id: "Bank masuk", en: "Received by the bank")
    case .cashPayment where isThroughBank: Phrase(id: "Bank keluar", en: "Paid by the bank")
    default: name
    }
  }
}

extension Phrase {
  /// What something is called, and by which account it came or went where that is told.
  package func by(_ counterpart: Receipt.Counterpart?) -> Phrase {
    guard let name = counterpart?.name else { return self }
    return Phrase(
      id: "\(indonesian), \(name.indonesian)", en: "\(english), \(name.english)")
  }
}
