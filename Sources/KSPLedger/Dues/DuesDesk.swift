import GRDB
import KSPCore

/// The desk of dues: what is asked for, of whom not, where members stood before the book, and for
/// which months a deposit is. Nothing of it is booked: what is owed follows.
struct DuesDesk {
  let session: PostingSession

  /// Sets what is asked for each month from a month on.
  func set(
    _ amount: Rupiah, product code: ProductCode, scope: DueAmount.Scope, from month: BookMonth,
    note: EntryNote
  ) throws -> DueAmount {
    guard !amount.isNegative else { throw LedgerError.amountNotPositive(amount) }
    let product = try session.catalog.duesProduct(code)
    let member: Int64? =
      if case .member(let number) = scope {
        try MemberTable.id(session.db, number: number)
      } else { nil }
    return try session.act(note) {
      let event = session.lastEvent + 1
      try recordOnce(
        .duesAmountSet, code,
        .insert(
          "dueAmount",
          [
            "event": .integer(event), "product": .integer(product.id),
            "member": StoredValue(member), "memberKind": StoredValue(scope.kindWord),
            "effectiveFrom": StoredValue(month), "amount": StoredValue(amount),
          ]))
      return DueAmount(amount, product: code, scope: scope, from: month, event: event)
    }
  }

  /// Says that a member owes nothing for some months, or owes for them again.
  func exempt(
    _ number: MemberNumber, product code: ProductCode, _ exemption: DueExemption, note: EntryNote
  ) throws {
    let product = try session.catalog.duesProduct(code)
    let member = try MemberTable.id(session.db, number: number)
    guard exemption.reason.isUsableText else {
      throw LedgerError.noteUnacceptable(exemption.reason)
    }
    if let until = exemption.until, until < exemption.from {
      throw LedgerError.duesExemptionBackwards(from: exemption.from, until: until)
    }
    try session.act(note) {
      try recordOnce(
        .duesExempted, number,
        .insert(
          "dueExemption",
          [
            "event": .integer(session.lastEvent + 1), "member": .integer(member),
            "product": .integer(product.id), "firstMonth": StoredValue(exemption.from),
            "lastMonth": exemption.until.map { StoredValue($0) } ?? .null,
            "isLifted": StoredValue(exemption.isLifted), "reason": .text(exemption.reason),
          ]))
    }
  }

  /// Says where a member stood with their dues before the book; what was said before of the same
  /// counts no more.
  func takeOver(
    _ number: MemberNumber, product code: ProductCode, _ takeover: DuesTakeover, note: EntryNote
  ) throws {
    let product = try session.catalog.duesProduct(code)
    let member = try MemberTable.id(session.db, number: number)
    guard !takeover.arrears.isNegative else {
      throw LedgerError.amountNotPositive(takeover.arrears)
    }
    try session.days.requireNotAhead(takeover.asOf, note)
    let (paidUntil, arrears): (StoredValue, StoredValue) =
      switch takeover.standing {
      case .paidUntil(let month): (StoredValue(month), .null)
      case .arrears(let amount): (.null, StoredValue(amount))
      }
    try session.act(note) {
      try recordOnce(
        .duesTakenOver, number,
        .insert(
          "dueTakeover",
          [
            "event": .integer(session.lastEvent + 1), "member": .integer(member),
            "product": .integer(product.id), "asOf": StoredValue(takeover.asOf),
            "paidUntil": paidUntil, "arrears": arrears,
          ]))
    }
  }

  /// The same in the first product of the kind wajib, unless it is what is known already.
  ///
  /// - Returns: Whether it was recorded now.
  func takeOverOnce(_ number: MemberNumber, _ takeover: DuesTakeover, note: EntryNote) throws
    -> Bool
  {
    guard let product = session.catalog.products.first(where: { $0.product.kind == .wajib }) else {
      throw LedgerError.duesNotWajib("wajib", known: [])
    }
    let member = try MemberTable.id(session.db, number: number)
    let known = try Row.fetchOne(
      session.db,
      sql: """
        SELECT paidUntil, arrears FROM dueTakeover WHERE member = ? AND product = ?
        ORDER BY event DESC LIMIT 1
        """, arguments: [member, product.id])
    if let known {
      let paidUntil: Int64? = try known.optional(0)
      let arrears: Int64? = try known.optional(1)
      let isSame =
        switch takeover.standing {
        case .paidUntil(let month): paidUntil == Int64(month.ordinal)
        case .arrears(let amount): arrears == amount.sen
        }
      if isSame { return false }
    }
    try takeOver(number, product: product.product.code, takeover, note: note)
    return true
  }

  /// A receipt that says which months of dues its event settled.
  ///
  /// It reads what the member ever paid: a list of many deposits does without.
  func telling(_ receipt: Receipt) throws -> Receipt {
    var receipt = receipt
    receipt.dues = try DuesReader.settled(by: receipt.entry, session.db, session.catalog)
    return receipt
  }

  private func recordOnce(_ kind: EventKind, _ subject: some RecordNumber, _ change: RowChange)
    throws
  {
    _ = try session.recordOnce(EventDraft(kind, subject, [change]), ignoring: ["event"])
  }

  // MARK: - Deposits that name months

  /// Divides a deposit among the months that its payer names; none where none are named.
  func parts(of event: SavingsEvent, _ member: Int64) throws -> [DuePayment.Part] {
    guard !event.dueMonths.isEmpty else { return [] }
    let product = try session.catalog.duesProduct(event.product)
    let reader = try DuesReader(session.db, session.catalog)
    guard let asking = reader.products.first(where: { $0.id == product.id }) else {
      throw LedgerError.duesMonthNotOpen(event.dueMonths[0], member: event.member)
    }
    return try DuesCard.division(
      of: event.amount, among: event.dueMonths, reader.facts(of: member, product.id),
      under: asking.rule, on: event.date)
  }

  /// Records for which months a deposit is.
  func record(
    _ parts: [DuePayment.Part], of entry: EntryNumber, on account: AccountID, _ code: AccountCode
  ) throws {
    guard !parts.isEmpty else { return }
    try session.record(
      EventDraft(
        .duesNamed, code.text,
        [
          .insert(
            "duePayment", columns: ["account", "entry", "dueMonth", "amount"],
            rows: parts.map {
              [
                .integer(account.value), .integer(entry.value), StoredValue($0.month),
                StoredValue($0.amount),
              ]
            })
        ]))
  }

  /// Refuses a deposit under the reference of one for other months.
  func requireSameMonths(of event: SavingsEvent, _ entry: EntryNumber) throws {
    guard event.kind == .deposit, let reference = event.note.reference,
      let known = try session.recordedAct(reference)
    else { return }
    let query = try session.statement(
      """
      SELECT d.dueMonth FROM posting p JOIN duePayment d ON d.account = p.account AND d.entry = ?1
      WHERE p.entry = ?1 ORDER BY d.dueMonth
      """)
    query.bind(entry.value, at: 1)
    var stored: [Int64] = []
    while try query.step() { stored.append(query.int64(0)) }
    guard stored == Set(event.dueMonths.map { Int64($0.ordinal) }).sorted() else {
      throw LedgerError.referenceReused(
        reference, by: known, differing: Phrase(id: "bulan wajib", en: "months of dues"))
    }
  }
}
