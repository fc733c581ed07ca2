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
  /// - Throws: What reading the file can throw.
  public func register(
    _ book: RegisterBook, of period: BookPeriod
  ) throws(LedgerError) -> Register {
    Register(book, of: period, rows: try rows(of: book.source, period))
  }

  private func rows(
    of source: RegisterBook.Source, _ period: BookPeriod
  ) throws(LedgerError) -> [[Register.Value]] {
    switch source {
    case .form: return []
    case .members:
      return try members(includingLeft: true).map(\.member)
        .filter { $0.joinedOn <= period.last }.map { member in
          let left = member.leftOn.flatMap { $0 <= period.last ? $0 : nil }
          return [
            .text(member.number.text), .text(member.profile.name), .date(member.joinedOn),
            .date(left), .text(left == nil ? nil : member.leavingReason),
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
      let settings = try settings
      return [
        (settings.chair, Phrase(id: "Ketua", en: "Chair")),
        (settings.secretary, Phrase(id: "Sekretaris", en: "Secretary")),
        (settings.treasurer, Phrase(id: "Bendahara", en: "Treasurer")),
      ].compactMap { name, office in name.map { Self.holder($0, office) } }
    case .supervisors:
      return try settings.supervisor.map {
        [Self.holder($0, Phrase(id: "Ketua pengawas", en: "Head of supervisors"))]
      } ?? []
    case .officers:
      return try officers().filter { $0.since <= period.last }.map { officer in
        [
          .text(officer.name), .text(officer.role), .date(officer.since),
          .date(officer.until),
        ]
      }
    case .cash:
      let cash = try cashBook(in: period)
      let opening: [Register.Value] = [
        .date(period.first), .phrase(Phrase(id: "Saldo awal", en: "Opening balance")), .text(nil),
        .text(nil), .text(nil), .amount(cash.opening),
      ]
      return [opening]
        + cash.lines.map { line in
          [
            .date(line.bookDate), line.memo.map { .text($0) } ?? .phrase(line.kind.name),
            .text(line.entry.description), Self.side(line.received), Self.side(line.paid),
            .amount(line.balance),
          ]
        }
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

  /// An amount on the side on which something moved; nothing on the other.
  private static func side(_ amount: Rupiah) -> Register.Value {
    amount.isZero ? .text(nil) : .amount(amount)
  }

  /// Somebody whom the settings name; since when is not known there.
  private static func holder(_ name: String, _ office: Phrase) -> [Register.Value] {
    [.text(name), .phrase(office), .date(nil), .date(nil)]
  }
}
