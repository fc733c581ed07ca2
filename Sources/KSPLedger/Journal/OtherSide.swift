import KSPCore

/// The account on the other side of an act at the counter, where somebody names one: a bank, a
/// salary, a prize, the claim of an insurer.
struct OtherSide {
  let session: PostingSession

  /// The account that is named, or the usual one: of cash that of the till through which it goes.
  ///
  /// - Throws: `account.unknown`, and as ``cash(_:on:)``.
  func account(
    _ code: AccountCode?, usually role: AccountRole, _ note: EntryNote, on date: BookDate
  ) throws -> (id: AccountID, shown: Receipt.Counterpart?) {
    let usual = try session.catalog.account(role)
    guard let code else {
      let id = try role == .cash ? cash(usual, note, on: date) : usual
      guard id != usual else { return (usual, nil) }
      return (id, try shown(id, session.account(id).code))
    }
    if role == .cash, let till = note.till {
      throw LedgerError.tillUnfit(
        till, Phrase(id: "akun \(code) juga disebut", en: "account \(code) is named as well"))
    }
    let account = try session.account(code)
    guard account.id != usual else { return (usual, nil) }
    return (account.id, try shown(account.id, code))
  }

  private func shown(_ id: AccountID, _ code: AccountCode) throws -> Receipt.Counterpart {
    let about = try about(id)
    return Receipt.Counterpart(code: code, name: about.name, isBank: about.isBank)
  }

  /// The cash of an act at the counter: the till that its note names, or the one that its author
  /// has open on that day, or else the usual cash. What is in the book under its reference stays in
  /// the cash that it went through.
  ///
  /// - Throws: `till.unknown`.
  func cash(_ note: EntryNote, on date: BookDate) throws -> AccountID {
    try cash(session.catalog.account(.cash), note, on: date)
  }

  private func cash(
    _ usual: AccountID, _ note: EntryNote, on date: BookDate
  ) throws -> AccountID {
    let tills = session.catalog.tills
    if let name = note.till { return try tills.named(name).id }
    guard !tills.isEmpty else { return usual }
    if let reference = note.reference, let known = try session.recordedAct(reference) {
      for entry in known.entries {
        let accounts = try session.postings(of: entry.number).map(\.account)
        if let found = accounts.first(where: { $0 == usual || tills[$0] != nil }) { return found }
      }
      return usual
    }
    guard let till = tills.open(by: note.recordedBy), till.countedOn.map({ $0 <= date }) ?? true
    else { return usual }
    return till.id
  }

  /// Refuses what cannot be the other side.
  ///
  /// - Throws: For an account that is named `account.notPostable`, `account.closed`,
  ///   `account.ownAct` for one that acts of its own keep, and `entry.memoMissing` without a word
  ///   of what the money is, unless it is cash or a bank.
  func requireFit(_ code: AccountCode?, usually role: AccountRole, note: EntryNote) throws {
    guard let code else { return }
    let account = try session.account(code)
    guard account.isPostable else { throw LedgerError.accountNotPostable(code) }
    if let closed = account.closedOn { throw LedgerError.accountClosed(code, on: closed) }
    try JournalDesk(session: session).requireNone(of: [account.id])
    if let refusal = try ownUse(of: account.id, code) { throw refusal }
    guard
      try about(account.id).isCash || account.id == session.catalog.account(role)
        || note.memo != nil
    else { throw LedgerError.memoMissing(counterpart: code) }
  }

  /// The refusal of an account that only acts of its own may book; nil for any other.
  private func ownUse(of id: AccountID, _ code: AccountCode) throws -> LedgerError? {
    let catalog = session.catalog
    func serves(_ roles: AccountRole...) -> Bool { roles.contains { catalog.roles[$0] == id } }
    if catalog.products.contains(where: { $0.interestExpenseAccount == id })
      || serves(.interestExpense)
    {
      return .accountOwnAct(
        code, use: Phrase(id: "beban jasa simpanan", en: "the expense of savings interest"),
        advice: Phrase(
          id: "Pilih akun lain. Jasa simpanan dibayar sebagai jasa, supaya pajaknya ikut dihitung.",
          en: "Choose another account. Interest is paid as interest, so that its tax is counted."),
        remedies: [.savings(.payInterest)])
    }
    if serves(
      .taxFinal, .taxOrganization, .taxCorporate, .taxEmployee, .taxReceivable, .taxOverpaid)
    {
      return .accountOwnAct(
        code, use: Phrase(id: "pajak", en: "taxes"),
        advice: Phrase(
          id: "Pajak disetor, ditagih, atau direstitusi dengan langkahnya sendiri.",
          en: "Paying, claiming and refunding taxes are acts of their own."))
    }
    if serves(.accumulatedDepreciation) {
      return .accountOwnAct(
        code, use: Phrase(id: "penyusutan aset tetap", en: "depreciation"),
        advice: Phrase(
          id: "Ubah rencana penyusutan asetnya, atau lepas asetnya.",
          en: "Change the plan of the asset, or dispose of it."),
        remedies: [.journal(.seeAssets)])
    }
    guard
      serves(
        .openingClearing, .loanAllowance, .unearnedInterest, .interestPayable, .prepaidInterest)
    else { return nil }
    return .accountOwnAct(
      code,
      use: Phrase(id: "hal yang dibukukan sendiri oleh buku", en: "what the book itself keeps"))
  }

  private func about(
    _ id: AccountID
  ) throws -> (name: Phrase, isCash: Bool, isBank: Bool) {
    let query = try session.statement(
      "SELECT nameIndonesian, nameEnglish, isCash, isBank FROM account WHERE id = ?")
    query.bind(id.value, at: 1)
    defer { query.reset() }
    guard try query.step() else { return (Phrase(id: "", en: ""), false, false) }
    return (
      Phrase(id: query.text(0) ?? "", en: query.text(1) ?? ""), query.int64(2) == 1,
      query.int64(3) == 1
    )
  }
}
