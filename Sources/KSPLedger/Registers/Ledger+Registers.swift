import GRDB
public import KSPCore

extension Ledger {
  /// A book that the cooperative keeps (buku administrasi), filled from the ledger as far as it
  /// knows; the rest are forms.
  ///
  /// ```swift
  /// for book in RegisterBook.all { print(try ledger.register(book, of: period).rows.count) }
  /// ```
  ///
  /// - Parameters:
  ///   - book: Which one.
  ///   - period: The days; balances are those of the last one.
  /// - Returns: The book with its rows, a cell for each of its columns.
  /// - Throws: `period.beforeBook` for cash of days before the book, and what reading the file can
  ///   throw.
  public func register(
    _ book: RegisterBook, of period: BookPeriod
  ) throws(LedgerError) -> Register {
    guard book.source == .cash else {
      return Register(book, of: period, rows: try rows(of: book.source, period))
    }
    try store.read { db in try financialReader(db).requireInBook(through: period.last) }
    let cash = try cashBook(in: period)
    return Register(
      book, of: period, rows: Self.rows(cash),
      sumName: cash.yearToDate == nil
        ? Phrase(id: "Jumlah", en: "Total")
        : Phrase(id: "Transaksi bulan ini", en: "This month"), foot: Self.foot(cash))
  }

  /// The cash book between what was there and what is left: what each line was and whose, and in
  /// the remarks what was noted.
  private static func rows(_ cash: CashBook) -> [[Register.Value]] {
    let opening: [Register.Value] = [
      .date(cash.period.first), .phrase(Phrase(id: "Saldo awal", en: "Opening balance")),
      .text(nil), .text(nil), .text(nil), .amount(cash.opening), .text(nil),
    ]
    return [opening]
      + cash.lines.map { line in
        let kind = line.kind.name
        let what = line.name.map {
          Phrase(id: "\(kind.indonesian), \($0)", en: "\(kind.english), \($0)")
        }
        return [
          .date(line.bookDate), .phrase(what ?? kind), .text(line.entry.description),
          Self.side(line.received), Self.side(line.paid), .amount(line.balance),
          .text(line.memo),
        ]
      }
  }

  /// The rows of the form below those of a month: since January, and with what there was before.
  private static func foot(_ cash: CashBook) -> [[Register.Value]] {
    guard let year = cash.yearToDate else { return [] }
    func row(_ name: Phrase, _ received: Rupiah, _ balance: Register.Value) -> [Register.Value] {
      [.text(nil), .phrase(name), .text(nil), .amount(received), .amount(year.paid), balance]
        + [.text(nil)]
    }
    return [
      row(Phrase(id: "Jumlah s.d. bulan ini", en: "Since January"), year.received, .text(nil)),
      row(Phrase(id: "Total", en: "Total"), year.total, .amount(cash.closing)),
    ]
  }

  private func rows(
    of source: RegisterBook.Source, _ period: BookPeriod
  ) throws(LedgerError) -> [[Register.Value]] {
    switch source {
    case .form: return []
    case .members:
      let memos = try leavingMemos()
      return try members(includingLeft: true).map(\.member)
        .filter { $0.joinedOn <= period.last }.map { member in
          let left = member.leftOn.flatMap { $0 <= period.last ? $0 : nil }
          let profile = member.profile
          return [
            .text(member.number.text), .text(profile.name), .text(profile.birthPlace),
            .date(profile.birthDate), profile.gender.map(Self.sex) ?? .text(nil),
            .text(profile.occupation), .text(profile.address), .date(member.joinedOn),
            .text(nil), .text(nil), .date(left),
            .text(left == nil ? nil : member.leavingReason ?? memos[member.number]),
            .text(profile.remarks),
          ]
        }
    case .savings:
      return try members(asOf: period.last).members.flatMap { member in
        member.savings.map { savings in
          [
            .text(member.member.number.text), .text(member.member.profile.name),
            .phrase(savings.productName), .amount(savings.balance),
          ]
        }
      }
    case .board:
      return try holders(
        [
          ("chair", Phrase(id: "Ketua", en: "Chair")),
          ("secretary", Phrase(id: "Sekretaris", en: "Secretary")),
          ("treasurer", Phrase(id: "Bendahara", en: "Treasurer")),
        ], in: period)
    case .supervisors:
      return try holders(
        [("supervisor", Phrase(id: "Ketua pengawas", en: "Head of supervisors"))], in: period)
    case .officers:
      return try officers().filter { $0.since <= period.last }.map { officer in
        [
          .text(officer.name), .text(officer.role), .date(officer.since),
          .date(officer.until),
        ]
      }
    case .cash: return Self.rows(try cashBook(in: period))
    case .assets:
      return try assets(asOf: period.last).assets.map { standing in
        [
          .text(standing.asset.number.text), .text(standing.asset.name),
          .date(standing.asset.acquiredOn), .amount(standing.asset.cost),
          .amount(standing.bookValue),
        ]
      }
    }
  }

  /// The letter that forms have for it: L or P.
  private static func sex(_ gender: MemberProfile.Gender) -> Register.Value {
    switch gender {
    case .female: .phrase(Phrase(id: "P", en: "F"))
    case .male: .phrase(Phrase(id: "L", en: "M"))
    }
  }

  /// An amount on the side on which something moved; nothing on the other.
  private static func side(_ amount: Rupiah) -> Register.Value {
    amount.isZero ? .text(nil) : .amount(amount)
  }

  /// Who held offices that the settings name within a period, as the chain tells it.
  private func holders(
    _ offices: [(setting: String, name: Phrase)], in period: BookPeriod
  ) throws(LedgerError) -> [[Register.Value]] {
    try store.read { db in
      let history = try OfficeHistory(
        db, utcOffsetSeconds: catalog(db).settings.utcOffsetSeconds)
      return offices.flatMap { office in
        history.terms(of: office.setting, in: period).map { term in
          [.text(term.name), .phrase(office.name), .date(term.since), .date(term.until)]
        }
      }
    }
  }

  /// What was noted when members left, by member.
  func leavingMemos() throws(LedgerError) -> [MemberNumber: String] {
    try store.read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT subject, memo FROM event WHERE kind = ? AND memo IS NOT NULL",
        arguments: [EventKind.memberLeft.rawValue])
      return try Dictionary(rows.map { (MemberNumber(try $0.value(0)), try $0.value(1)) }) {
        _, last in last
      }
    }
  }
}
