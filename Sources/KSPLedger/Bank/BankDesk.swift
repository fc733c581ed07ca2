import GRDB
import KSPCore

/// The desk of bank statements: it ticks their lines against vouchers, and books by rule what only
/// the bank knew of.
struct BankDesk {
  let session: PostingSession
  let bank: (id: AccountID, code: AccountCode)

  private var reader: BankReader { BankReader(db: session.db, account: bank.id) }

  /// Ticks every line that has one voucher alone, then books by rule what has none.
  ///
  /// A line of a closed month is booked on the first open day. One for which two rules hold alike
  /// is left to a person.
  func match(within days: Int, _ note: EntryNote) throws -> BankMatchReport {
    let lines = try reader.lines()
    let open = lines.filter { $0.entry == nil }
    guard let first = open.map(\.date).min() else {
      return BankMatchReport(account: bank.code, pairs: [], doubtful: [], tied: [], open: [])
    }
    let entries = try reader.entries(first.adding(days: -days)...(.latest), without: lines)
    let (found, doubtful) = BankMatching.pairs(open, entries, within: days)
    let rules = try reader.rules()
    return try session.act(note) {
      var pairs = found.map { BankMatchReport.Pair(line: $0.line, entry: $0.entry.entry) }
      let settled = Set(found.map(\.line.number) + doubtful.map(\.number))
      var rest: [BankLine] = []
      var tied: [BankTie] = []
      for line in open where !settled.contains(line.number) {
        let best = BankRule.best(of: rules, for: line.description)
        guard let rule = best.first else {
          rest.append(line)
          continue
        }
        if let tie = BankTie(line, best) {
          tied.append(tie)
          continue
        }
        let entry = try book(line, by: rule, note)
        pairs.append(.init(line: line, entry: entry, booked: rule.target))
      }
      pairs.sort { $0.line.number < $1.line.number }
      try record(pairs.map { ($0.line.number, $0.entry) })
      return BankMatchReport(
        account: bank.code, pairs: pairs, doubtful: doubtful, tied: tied, open: rest)
    }
  }

  /// Ticks a line against a voucher that somebody names.
  func tick(_ number: Int, against entry: EntryNumber, _ note: EntryNote) throws -> BankLine {
    let lines = try reader.lines()
    let line = try line(number, of: lines)
    if line.entry == entry { return line }
    if let other = line.entry {
      throw LedgerError.bankLineUnfit(
        number, of: bank.code,
        Phrase(id: "sudah dicocokkan dengan \(other)", en: "it was ticked against \(other)"))
    }
    if let taken = lines.first(where: { $0.entry == entry }) {
      throw LedgerError.bankLineUnfit(
        number, of: bank.code,
        Phrase(
          id: "\(entry) sudah dicocokkan dengan baris \(taken.number)",
          en: "\(entry) was ticked against line \(taken.number)"))
    }
    var moved = Rupiah.zero
    for leg in try session.postings(of: entry) where leg.account == bank.id {
      try moved += leg.amount
    }
    if let reversal = try session.reversal(of: entry) {
      throw LedgerError.bankLineUnfit(
        number, of: bank.code,
        Phrase(id: "\(entry) sudah dibalik oleh \(reversal)", en: "\(reversal) reverses \(entry)"))
    }
    guard moved == line.amount else {
      throw LedgerError.bankLineUnfit(
        number, of: bank.code,
        Phrase(
          id: "\(entry) menggerakkan \(moved.formatted) di \(bank.code), bukan "
            + line.amount.formatted,
          en: "\(entry) moves \(moved.formatted) on \(bank.code), not \(line.amount.formatted)"))
    }
    return try session.act(note) {
      try record([(number, entry)])
      return try self.line(number, of: reader.lines())
    }
  }

  /// Takes a tick back.
  func untick(_ number: Int, _ note: EntryNote) throws -> BankLine {
    guard try line(number, of: reader.lines()).entry != nil else {
      return try line(number, of: reader.lines())
    }
    return try session.act(note) {
      try record([(number, nil)])
      return try line(number, of: reader.lines())
    }
  }

  /// Sets where lines are booked whose description holds a text; without an account no more.
  func setRule(_ text: String, to target: AccountCode?, _ note: EntryNote) throws -> [BankRule] {
    guard text.isUsableText else { throw LedgerError.noteUnacceptable(text) }
    var account: AccountState?
    if let target {
      guard target != bank.code else {
        throw LedgerError.accountOwnAct(
          target, use: Phrase(id: "bank itu sendiri", en: "the bank itself"))
      }
      try OtherSide(session: session).requireFit(
        target, usually: .cash, note: EntryNote(memo: text))
      account = try session.account(target)
    }
    let before = try reader.rules().first { $0.text == text }
    guard before?.target != target else { return try reader.rules() }
    return try session.act(note) {
      let version = try Int64.fetchOne(
        session.db, sql: "SELECT max(version) FROM bankRule WHERE account = ? AND text = ?",
        arguments: [bank.id.value, text])
      try session.record(
        EventDraft(
          .bankRuleSet, bank.code.text,
          [
            .insert(
              "bankRule",
              [
                "account": .integer(bank.id.value), "text": .text(text),
                "version": .integer((version ?? 0) + 1),
                "target": StoredValue(account?.id.value),
              ])
          ]))
      return try reader.rules()
    }
  }

  // MARK: - Parts

  private func line(_ number: Int, of lines: [BankLine]) throws -> BankLine {
    guard let line = lines.first(where: { $0.number == number }) else {
      throw LedgerError.bankLineUnknown(number, of: bank.code)
    }
    return line
  }

  private func book(
    _ line: BankLine, by rule: BankRule, _ note: EntryNote
  ) throws -> EntryNumber {
    let date = max(line.date, try session.catalog.openMonth().firstDay)
    do {
      return try JournalDesk(session: session).post(
        ManualEntry(
          on: date,
          legs: [
            .init(account: bank.code, amount: line.amount),
            .init(account: rule.target, amount: line.amount.negated()),
          ],
          note: EntryNote(
            memo: line.description, recordedBy: note.recordedBy, exceptions: note.exceptions))
      ).entry
    } catch let error as LedgerError where error.isRefusal {
      // Many lines are booked in one act: which one it was, and by which rule, nobody else knows.
      throw LedgerError.bankRuleUnfit(line.number, rule, of: bank.code, error)
    }
  }

  private func record(_ ticks: [(number: Int, entry: EntryNumber?)]) throws {
    guard !ticks.isEmpty else { return }
    var changes: [RowChange] = []
    for (number, entry) in ticks {
      let version = try Int64.fetchOne(
        session.db, sql: "SELECT max(version) FROM bankMatch WHERE account = ? AND number = ?",
        arguments: [bank.id.value, number])
      changes.append(
        .insert(
          "bankMatch",
          [
            "account": .integer(bank.id.value), "number": .integer(Int64(number)),
            "version": .integer((version ?? 0) + 1), "voucher": StoredValue(entry?.value),
          ]))
    }
    try session.record(EventDraft(.bankMatched, bank.code.text, changes))
  }
}
