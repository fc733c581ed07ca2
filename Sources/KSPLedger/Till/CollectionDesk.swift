import GRDB
import KSPCore

/// The desk of field collectors: a list goes out with an open till, and comes back line by line.
struct CollectionDesk {
  let session: PostingSession

  private var tills: TillAccounts { session.catalog.tills }

  /// A line before it has a number.
  private typealias Draft = (member: Int64, product: Int64?, loan: Int64?, due: Rupiah)

  // MARK: - Out

  /// Writes down what members of a round owe on a day: dues by product, then a line for each of the
  /// savings that are asked for beside, then loans by number.
  func takeOut(
    _ name: String, _ round: CollectionRound, savings: [ProductCode], on date: BookDate,
    _ note: EntryNote
  ) throws -> CollectionList {
    let till = try tills.named(name)
    return try session.act(note) {
      if try session.recordedAct(note.reference) != nil {
        return try CollectionReader(session).list(of: till)
      }
      guard till.openSince != nil else { throw LedgerError.tillClosed(till.name) }
      try session.days.requireNotAhead(date, note)
      let reader = CollectionReader(session)
      let number = try reader.openRound(of: till)
      guard try !reader.hasList(till.id, number) else {
        throw LedgerError.tillUnfit(
          till.name, Phrase(id: "sudah membawa daftar", en: "it has a list out already"))
      }
      let drafts = try drafts(round, savings: savings, on: date)
      guard !drafts.isEmpty else {
        throw LedgerError.tillUnfit(
          till.name,
          Phrase(id: "tidak ada yang perlu ditagih", en: "there is nothing to collect"))
      }
      try session.record(
        EventDraft(
          .tillListTaken, till.name,
          [
            .insert(
              "tillLine",
              columns: ["account", "round", "line", "day", "member", "product", "loan", "due"],
              rows: drafts.enumerated().map { index, draft in
                [
                  .integer(till.id.value), .integer(number), StoredValue(index + 1),
                  StoredValue(date), .integer(draft.member), StoredValue(draft.product),
                  StoredValue(draft.loan), StoredValue(draft.due),
                ]
              })
          ]))
      return try CollectionReader(session).list(of: till)
    }
  }

  private func drafts(
    _ round: CollectionRound, savings: [ProductCode], on date: BookDate
  ) throws -> [Draft] {
    let savings = try savings.map { try session.catalog.counterProduct($0).id }
    let dues = try DuesReader(session.db, session.catalog)
    let loans = try LoanReader(session.db, session.catalog, session.memory)
    var drafts: [Draft] = []
    for member in try members(of: round, on: date) {
      try dues.forEach(.member(member), asOf: date) { found in
        for card in found.cards where card.owed.isPositive {
          let product = try session.catalog.product(card.product)
          drafts.append((member, product.id, nil, card.owed))
        }
      }
      // What a member may give beside: a line to write on, unless dues of the product are owed.
      for product in savings
      where !drafts.contains(where: { $0.member == member && $0.product == product }) {
        drafts.append((member, product, nil, .zero))
      }
      let ids = try Int64.fetchAll(
        session.db, sql: "SELECT id FROM loan WHERE member = ? ORDER BY number",
        arguments: [member])
      for id in ids {
        let record = try loans.loan(id: id)
        guard record.loan.status == .running else { continue }
        let position = try record.state.position(asOf: date, countingLater: true)
        let due = try position.due.map(\.total).sum() + position.lateFee
        if due.isPositive { drafts.append((member, nil, id, due)) }
      }
    }
    return drafts
  }

  /// The members of a round who have not left, by number.
  private func members(of round: CollectionRound, on date: BookDate) throws -> [Int64] {
    switch round {
    case .group(let group):
      try Int64.fetchAll(
        session.db,
        sql: """
          SELECT id FROM member WHERE unit = ? AND joinedOn <= ?2
            AND (leftOn IS NULL OR leftOn > ?2) ORDER BY number
          """, arguments: [group, date.dayNumber])
    case .members(let numbers):
      // Who is named twice is visited once.
      try numbers.reduce(into: [Int64]()) { ids, number in
        let id = try MemberTable.id(session.db, number: number)
        if !ids.contains(id) { ids.append(id) }
      }
    }
  }

  // MARK: - Back

  /// Posts what was brought back, each line once: dues as deposits, installments as payments, all
  /// into the till of the collector. Lines that are not named were not collected.
  ///
  /// - Throws: `import.refused` with all lines that cannot be taken.
  func bringBack(
    _ name: String, _ amounts: [Int: Rupiah]?, on date: BookDate, _ note: EntryNote
  ) throws -> CollectionList {
    let till = try tills.named(name)
    let list = try CollectionReader(session).list(of: till)
    var problems: [LedgerError] = []
    for number in (amounts ?? [:]).keys.sorted()
    where !list.lines.contains(where: { $0.number == number }) {
      problems.append(unlisted(number, of: till.name))
    }
    for line in list.lines {
      let amount = amounts.map { $0[line.number] ?? .zero } ?? line.due
      // What is in the book already is not said twice by “all”.
      guard amount.isPositive, amounts != nil || line.entry == nil else { continue }
      do {
        try bring(line, amount, of: list, on: date, note)
      } catch let error as LedgerError where error.isRefusal {
        problems.append(error.at(LedgerError.Place(file: till.name, line: line.number, column: 1)))
      }
    }
    guard problems.isEmpty else {
      throw LedgerError.importRefused(file: till.name, problems: problems)
    }
    return try CollectionReader(session).list(of: till)
  }

  /// The list that a till took out last.
  func list(of name: String) throws -> CollectionList {
    try CollectionReader(session).list(of: tills.named(name))
  }

  /// What is said of a line that is not on the list, or not that member's.
  func unlisted(_ number: Int, of till: String, _ member: MemberNumber? = nil) -> LedgerError {
    guard let member else {
      return .tillUnfit(
        till,
        Phrase(id: "tidak ada baris \(number) di daftar", en: "the list has no line \(number)"))
    }
    return .tillUnfit(
      till,
      Phrase(
        id: "baris \(number) di daftar bukan milik anggota \(member)",
        en: "line \(number) of the list is not member \(member)’s"))
  }

  /// Posts what a line brought, once: the line is the key.
  func bring(
    _ line: CollectionList.Line, _ amount: Rupiah, of list: CollectionList, on date: BookDate,
    _ note: EntryNote
  ) throws {
    var note = note
    let key = CollectionReader.reference(list.till, list.round, line.number)
    note.reference = try EntryReplay(session: session).standing(key).reference
    note.till = list.till
    switch line.target {
    case .savings(let product):
      _ = try SavingsDesk(session: session).post(
        SavingsEvent(.deposit, amount, member: line.member, product: product, on: date, note: note))
    case .loan(let loan):
      _ = try RepaymentDesk(session).repay(
        loan, amount, RepaymentWay(date: date, payer: nil, note: note))
    }
  }
}
