import GRDB
import KSPCore

/// The desk at which the SHU of a year is decided and divided.
struct ShuDesk {
  let session: PostingSession

  private var reader: ShuReader { ShuReader(db: session.db) }

  // MARK: - Deciding

  /// Keeps what the meeting decided; a later decision takes the place of this one until the SHU is
  /// divided. The same again changes nothing, then either.
  func decide(_ decision: ShuDecision, _ note: EntryNote) throws -> ShuDecision {
    let year = try BookYear(decision.year, startingIn: session.catalog.settings.yearStart)
    guard decision.decidedOn > year.lastDay else {
      throw LedgerError.yearMeetingTooEarly(year, decision.decidedOn)
    }
    try session.days.requireNotAhead(decision.decidedOn, note)
    let draft = try draft(of: decision)
    try session.act(note) {
      if note.reference != nil {
        guard try session.recordOnce(draft, ignoring: ["event"]) else { return }
      } else {
        guard try reader.decision(of: decision.year)?.decision != decision else { return }
        try session.record(draft)
      }
      if let division = try reader.division(of: decision.year) {
        throw LedgerError.shuPosted(decision.year, by: division.entry)
      }
      try requireSurplus(of: decision.year)
    }
    return try reader.requireDecision(of: decision.year).decision
  }

  /// Refuses a year that the meeting has ratified without a surplus.
  private func requireSurplus(of year: Int) throws {
    let ratified = try Int64.fetchOne(
      session.db, sql: "SELECT shu FROM yearRatification WHERE year = ?", arguments: [year])
    guard let ratified, ratified <= 0 else { return }
    throw LedgerError.shuNothingToDivide(Rupiah(sen: ratified), of: year)
  }

  private func draft(of decision: ShuDecision) throws -> EventDraft {
    let event = StoredValue(session.lastEvent + 1)
    let funds = try decision.plan.shares.funds.enumerated().map { index, fund in
      [
        event, StoredValue(index + 1), .text(fund.name), StoredValue(fund.share.billionths),
        .integer(try account(of: fund.name, decision).id.value),
      ]
    }
    let products = try decision.plan.bases.products.map {
      [event, .integer(try session.catalog.product($0).id)]
    }
    let points = decision.plan.bases.points.enumerated().map { index, rule in
      [
        event, StoredValue(index + 1), .text(rule.source.rawValue), StoredValue(rule.amount),
      ]
    }
    let lists = [
      ("shuFund", ["event", "line", "name", "share", "account"], funds),
      ("shuProduct", ["event", "product"], products),
      ("shuPoint", ["event", "line", "source", "amount"], points),
    ].filter { !$0.2.isEmpty }
    return EventDraft(
      .shuDecided, "\(decision.year)",
      [
        .insert(
          "shuDecision",
          [
            "event": event, "year": StoredValue(decision.year),
            "decidedOn": StoredValue(decision.decidedOn), "number": .text(decision.number),
            "capitalShare": StoredValue(decision.plan.shares.capital.billionths),
            "activityShare": StoredValue(decision.plan.shares.activity.billionths),
            "capitalBase": .text(decision.plan.bases.capital.rawValue),
            "activityBase": .text(decision.plan.bases.activity.rawValue),
            "includesLeavers": StoredValue(decision.plan.bases.includesLeavers),
            "roundingStep": StoredValue(decision.plan.step),
            "restFund": StoredValue(decision.plan.restFund),
            "othersFund": StoredValue(decision.plan.othersFund),
            "claimMonths": StoredValue(decision.claimMonths),
          ])
      ] + lists.map { .insert($0.0, columns: $0.1, rows: $0.2) })
  }

  /// The account of a fund: one of equity or of liabilities that nothing else keeps.
  private func account(of fund: String, _ decision: ShuDecision) throws -> AccountState {
    guard let code = decision.accounts[fund] else {
      throw LedgerError.invariantBroken("fund \(fund)")
    }
    let account = try session.account(code)
    guard account.isPostable else { throw LedgerError.accountNotPostable(code) }
    if let closed = account.closedOn { throw LedgerError.accountClosed(code, on: closed) }
    try JournalDesk(session: session).requireNone(of: [account.id])
    try ShuFund(session: session).requireFree(account)
    guard [.equity, .liability].contains(account.type) else {
      throw LedgerError.accountTermsUnfit(
        code,
        Phrase(
          id: "dana SHU dibukukan di akun ekuitas atau kewajiban",
          en: "funds of an SHU are booked on accounts of equity or liabilities"))
    }
    return account
  }

  // MARK: - Dividing

  /// Books the division of a year that was ratified, and what every member gets of it; `given` are
  /// the bases where a list says them.
  func post(
    _ year: Int, of years: YearReader, by given: [ShuBase]?, on date: BookDate, _ note: EntryNote
  ) throws -> ShuYear {
    if let reference = note.reference,
      let replay = try posted(under: reference, year, by: given, on: date)
    {
      return replay
    }
    if let division = try reader.division(of: year) {
      throw LedgerError.shuPosted(year, by: division.entry)
    }
    let (event, decision) = try reader.requireDecision(of: year)
    let source = try ShuSource(ratified: year, years)
    let earliest = max(decision.decidedOn, source.ratifiedOn)
    guard date >= earliest else { throw LedgerError.shuTooEarly(year, date, before: earliest) }
    let bases = try ShuBaseSource(
      db: session.db, catalog: session.catalog, year: source.year, given: given
    ).bases(decision.plan, years.financial.state)
    let origin = try ShuSource.origin(of: source.year, by: decision.plan, years)
    let divided = try ShuDistribution(
      of: source.shu, by: decision.plan.shares, among: bases.map(\.base), step: decision.plan.step,
      aside: origin?.aside(of: source.shu) ?? .zero)
    let pots = try pots(of: divided, decision)
    guard let payable = session.catalog.roles[.shuPayable] else {
      throw LedgerError.shuRoleMissing(.shuPayable)
    }
    let postings = try PostingRules.shuDistribution(
      from: source.account,
      funds: pots.compactMap { pot in
        try pot.account.map { ($0, try pot.amount + pot.added) }
      }, members: (payable, divided.parts.map(\.total).sum()))
    guard postings.count > 1 else { throw LedgerError.shuNothingToDivide(.zero) }
    return try session.act(note) {
      let outcome = try session.post(
        JournalEntry(.shuDistribution, on: date, postings: postings, note: note)
      ) { try session.requireAcceptable(postings, on: date) }
      try session.record(
        EventDraft(
          .shuPosted, "\(year)",
          [
            .insert(
              "shuPosting",
              [
                "entry": .integer(outcome.number.value), "year": StoredValue(year),
                "decision": .integer(event), "source": .integer(source.account.value),
                "payable": .integer(payable.value), "shu": StoredValue(divided.shu),
                "aside": StoredValue(divided.aside),
                "memberIncome": origin.map { StoredValue($0.members) } ?? .null,
                "otherIncome": origin.map { StoredValue($0.others) } ?? .null,
                "hasGivenBases": StoredValue(given != nil),
              ])
          ]))
      try record(divided.parts, of: bases.map(\.member), outcome.number, year)
      try record(pots, of: outcome.number, year)
      return try ShuYear(
        year, decision.plan, decision,
        posting: ShuYear.Posting(entry: outcome.number, date: date), divided,
        zip(divided.parts, bases).map { part, base in
          try ShuYear.Recipient(part: part, leftOn: base.leftOn)
        })
    }
  }

  /// A pot with what stays of it and where it goes.
  private struct Pot {
    let amount: Rupiah
    let account: AccountID?
    let undistributed: Rupiah
    let added: Rupiah
  }

  /// What a coarser step leaves goes to the fund that the decision names, and so does what is set
  /// aside; a pot that nobody has a base for stays undistributed.
  private func pots(of divided: ShuDistribution, _ decision: ShuDecision) throws -> [Pot] {
    let rest = try divided.pots.filter { !$0.hasNobody }.map(\.undistributed).sum()
    let plan = decision.plan
    return try divided.pots.map { pot in
      let isOfMembers = pot.base != nil
      let leftOver = !isOfMembers && pot.name == plan.restFund ? rest : .zero
      let aside = !isOfMembers && pot.name == plan.othersFund ? divided.aside : .zero
      return Pot(
        amount: pot.amount,
        account: isOfMembers ? nil : try account(of: pot.name, decision).id,
        undistributed: pot.undistributed,
        added: try leftOver + aside)
    }
  }

  private func record(_ pots: [Pot], of entry: EntryNumber, _ year: Int) throws {
    try session.record(
      EventDraft(
        .shuFilled, "\(year)",
        [
          .insert(
            "shuPot",
            columns: ["entry", "line", "amount", "account", "undistributed", "added"],
            rows: pots.enumerated().map { index, pot in
              [
                .integer(entry.value), StoredValue(index + 1), StoredValue(pot.amount),
                StoredValue(pot.account?.value), StoredValue(pot.undistributed),
                StoredValue(pot.added),
              ]
            })
        ]))
  }

  /// How many members one event holds, so that memory does not grow with their number.
  static let batch = 1_000

  private func record(
    _ parts: [ShuDistribution.Part], of members: [Int64], _ entry: EntryNumber, _ year: Int
  ) throws {
    let all = Array(zip(members, parts))
    for start in stride(from: 0, to: all.count, by: Self.batch) {
      let rows = all[start..<min(start + Self.batch, all.count)].map { member, part in
        [
          .integer(entry.value), .integer(member), StoredValue(part.base.capital),
          StoredValue(part.base.activity), StoredValue(part.capital),
          StoredValue(part.activity),
        ]
      }
      try session.record(
        EventDraft(
          .shuDivided, "\(year)",
          [
            .insert(
              "shuPart",
              columns: [
                "entry", "member", "capitalBase", "activityBase", "capital", "activity",
              ], rows: rows)
          ]))
    }
  }

  /// What a list says of members, however it was ordered and whatever it called them.
  private static func amounts(_ bases: [ShuBase]) -> [MemberNumber: [Rupiah]] {
    Dictionary(bases.map { ($0.member, [$0.capital, $0.activity]) }) { first, _ in first }
      .filter { $0.value.contains { $0.isPositive } }
  }

  /// The division that is in the book under a reference.
  ///
  /// - Throws: `reference.reused` for another act, `reference.reversed`.
  private func posted(
    under reference: String, _ year: Int, by given: [ShuBase]?, on date: BookDate
  ) throws -> ShuYear? {
    guard let known = try session.recordedAct(reference) else { return nil }
    guard let entry = known.entries.first?.number,
      try Int.fetchOne(
        session.db,
        sql: """
          SELECT p.year FROM shuPosting p JOIN entry e ON e.id = p.entry
          WHERE p.entry = ? AND e.bookDate = ?
          """, arguments: [entry.value, date.dayNumber]) == year
    else {
      throw LedgerError.referenceReused(
        reference, by: known,
        differing: Phrase(id: "tahun buku atau tanggal", en: "book year or date"))
    }
    if let reversal = try session.reversal(of: entry) {
      throw LedgerError.referenceReversed(reference, entry: entry, by: reversal)
    }
    let division = try reader.requireDivision(of: year)
    let stored = try reader.year(division)
    let bases = division.hasGivenBases ? stored.recipients.map(\.part.base) : nil
    guard given.map(Self.amounts) == bases.map(Self.amounts) else {
      throw LedgerError.referenceReused(
        reference, by: known,
        differing: Phrase(id: "dasar pembagian", en: "bases of the members"))
    }
    return stored
  }
}
