import KSPCore

/// The desk at which opening balances come in, one by one, and are corrected.
struct OpeningDesk {
  /// What became of a balance.
  struct Outcome {
    let isNew: Bool
    /// Whether it took the place of another one.
    let isCorrection: Bool
  }

  let session: PostingSession
  let date: BookDate
  let note: EntryNote
  /// Whether a balance that differs takes the place of the one in the book.
  let corrects: Bool
  private var savings: SavingsDesk { SavingsDesk(session: session) }

  /// One opening per account: the same row again is known by it.
  func reference(_ target: OpeningBalance.Target) -> String {
    switch target {
    case .account(let code, _, _): return "saldo-awal/\(code)"
    case .savings(let member, let product, let account, _):
      // The first account is the one that a row without an account means.
      let prefix = (try? session.catalog.product(product))?.product.accountPrefix ?? ""
      let further = account.flatMap { $0.text == "\(prefix)-\(member)" ? nil : "/\($0)" }
      return "saldo-awal/\(member)/\(product)" + (further ?? "")
    }
  }

  /// Stores a balance, or finds it stored.
  func store(_ target: OpeningBalance.Target) throws -> Outcome {
    let first = reference(target)
    let standing = try EntryReplay(session: session).standing(first)
    guard let entry = standing.entry else {
      // A balance of nothing is none.
      guard try !isZero(target) else {
        return Outcome(isNew: false, isCorrection: false)
      }
      return try post(target, under: standing.reference, isCorrection: false)
    }
    do {
      guard try !isZero(target) else {
        let name = Phrase(id: entry.description, en: entry.description)
        throw LedgerError.referenceReused(
          first, by: name, differing: Phrase(id: "jumlah", en: "amount"))
      }
      return try post(target, under: standing.reference, isCorrection: false)
    } catch let error as LedgerError where error.code == .referenceReused {
      guard corrects else {
        throw LedgerError.openingDiffers(try amount(of: entry), by: entry)
      }
      // The new one first: what was taken out since may need it.
      let outcome =
        try isZero(target)
        ? Outcome(isNew: true, isCorrection: true)
        : try post(
          target, under: EntryReplay.next(first, after: standing.reference), isCorrection: true)
      try JournalDesk(session: session).takeBack(entry, note: note.under(nil))
      return outcome
    }
  }

  private func post(
    _ target: OpeningBalance.Target, under reference: String, isCorrection: Bool
  ) throws -> Outcome {
    let note = note.under(reference)
    let isReplay: Bool
    switch target {
    case .savings(let member, let product, let account, let amount):
      if let account { try open(account, member, product) }
      isReplay = try savings.post(
        SavingsEvent(
          .opening, amount, member: member, product: product, account: account, on: date,
          note: note)
      ).isReplay
    case .account(let code, _, _):
      let account = try session.account(code)
      let postings = try PostingRules.opening(
        signed(target), on: account.id, clearing: session.catalog.account(.openingClearing))
      let entry = try JournalEntry(.opening, on: date, postings: postings, note: note)
      isReplay = try session.post(entry) {
        guard account.savings == nil else { throw LedgerError.accountUnknown(code.text) }
        try session.requireAcceptable(postings, on: date)
      }.isReplay
    }
    return Outcome(isNew: !isReplay, isCorrection: isCorrection)
  }

  private func isZero(_ target: OpeningBalance.Target) throws -> Bool {
    switch target {
    case .savings(_, _, _, let amount): amount.isZero
    case .account: try signed(target).isZero
    }
  }

  /// What is put on an account of the chart, debit-positive.
  private func signed(_ target: OpeningBalance.Target) throws -> Rupiah {
    guard case .account(let code, let signed, let normal) = target else { return .zero }
    return try signed
      ?? session.account(code).type.normalSide.balance(debitPositive: normal ?? .zero)
  }

  /// Which sum of the file a balance is part of.
  func sum(
    _ target: OpeningBalance.Target
  ) throws -> (ImportReport.Total.Kind, Rupiah) {
    if case .savings(_, _, _, let amount) = target { return (.savings, amount) }
    let amount = try signed(target)
    return amount.isNegative ? (.credit, try amount.negated()) : (.debit, amount)
  }

  private func amount(of entry: EntryNumber) throws -> Rupiah {
    var amount = Rupiah.zero
    for posting in try session.postings(of: entry) { try amount += posting.amount.orZero }
    return amount
  }

  /// Opens the account that a row names where it is the member's next one.
  private func open(_ code: AccountCode, _ member: MemberNumber, _ product: ProductCode) throws {
    let product = try session.catalog.product(product)
    let holder = try savings.holder(member, in: product)
    guard !holder.accounts.contains(where: { $0.code == code }),
      holder.accounts.isEmpty || product.product.kind == .sukarela,
      try savings.nextCode(holder, in: product) == code
    else { return }
    try savings.requireMembership(holder, on: max(date, holder.joinedOn))
    _ = try savings.openFurther(holder, in: product)
  }
}
