import GRDB
import KSPCore

/// Lists in the report of a month what it corrects of closed months: a closed month stays closed,
/// so what is found later is booked in the open one.
final class CorrectionPass: MonthEndPass {
  private let month: EndingMonth

  init(_ month: EndingMonth) { self.month = month }

  func report(into report: inout MonthEndReport) throws { try Self.read(month, into: &report) }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    let (first, last) = (month.catalog.firstDay(of: month.month), month.month.lastDay)
    // Day by day the index knows the first; over all days it would be walked from end to end.
    let since = try Int64.fetchOne(
      month.book,
      sql: """
        WITH RECURSIVE day (number) AS (VALUES (?1)
          UNION ALL SELECT number + 1 FROM day WHERE number < ?2)
        SELECT min((SELECT min(id) FROM entry WHERE bookDate = number)) FROM day
        """, arguments: [first.dayNumber, last.dayNumber])
    let lines = try sources.flatMap { source in
      try Row.fetchAll(
        month.book, sql: source.sql,
        arguments: [
          "first": first.dayNumber, "last": last.dayNumber, "month": month.month.ordinal,
          "since": since ?? .max,
        ]
      ).map { row in
        MonthEndReport.Section.Line(
          name: try source.name(row), count: 1, amount: Rupiah(sen: try row.value(1) as Int64),
          entry: EntryNumber(try row.value(0)))
      }
    }
    guard !lines.isEmpty else { return }
    report.sections.append(
      MonthEndReport.Section(
        code: "corrections",
        name: Phrase(id: "Koreksi bulan yang sudah ditutup", en: "Corrections of closed months"),
        lines: lines))
  }

  /// Vouchers of one kind: number, amount, and what says which closed month they are about.
  ///
  /// Each begins with its own few rows since the first entry of the month, not with all entries of
  /// the month, of which hardly any corrects anything.
  private struct Source: Sendable {
    let sql: String
    let name: @Sendable (Row) throws -> Phrase
  }

  private static var sources: [Source] {
    [interest, earlierInterest, valued, reallocations, reversals, yearEnds, formerYears]
  }

  /// Interest that was worked out again by value date.
  private static let interest = Source(
    sql: """
      SELECT e.id, c.right - c.paid, a.code, c.month FROM interestCorrection c
      CROSS JOIN entry e ON e.id = c.entry JOIN account a ON a.id = c.account
      WHERE c.entry >= :since AND e.bookDate BETWEEN :first AND :last AND :month IS NOT NULL
      ORDER BY e.id
      """
  ) { row in
    let (code, month) = (try row.value(2) as String, try BookMonth(ordinal: row.value(3)))
    return Phrase(
      id: "jasa \(code) bulan \(month)", en: "interest of \(code) for \(month)")
  }

  /// Interest that no month end computed and that earlier months earned.
  private static let earlierInterest = Source(
    sql: """
      SELECT e.id, sum(i.gross), a.code, min(i.earnedIn) FROM interestPart i
      CROSS JOIN entry e ON e.id = i.entry JOIN account a ON a.id = i.account
      WHERE i.entry >= :since AND e.kind = \(EntryKind.interest.sql)
        AND e.bookDate BETWEEN :first AND :last
        AND i.earnedIn < :month AND NOT EXISTS (SELECT 1 FROM entryReversal r
          WHERE r.entry = e.id AND r.reversedOn <= :last)
      GROUP BY e.id, a.code ORDER BY e.id
      """
  ) { row in
    let (code, month) = (try row.value(2) as String, try BookMonth(ordinal: row.value(3)))
    return Phrase(
      id: "jasa \(code) sejak bulan \(month)", en: "interest of \(code) since \(month)")
  }

  /// Vouchers that came late and count from a day of a closed month.
  private static let valued = Source(
    sql: """
      SELECT e.id, \(EntrySearch.amount), a.code, v.valueDate FROM entryValue v
      CROSS JOIN entry e ON e.id = v.voucher JOIN account a ON a.id = v.account
      WHERE v.voucher >= :since AND e.bookDate BETWEEN :first AND :last AND v.valueDate < :first
        AND :month IS NOT NULL ORDER BY e.id, a.code
      """
  ) { row in
    let (code, day) = (try row.value(2) as String, try BookDate(stored: row.value(3)))
    return Phrase(id: "\(code) dihitung mulai \(day)", en: "\(code) counts from \(day)")
  }

  /// Payments of closed months that are divided again.
  private static let reallocations = Source(
    sql: """
      SELECT e.id, \(EntrySearch.amount), l.number, p.bookDate FROM loanSplit s
      CROSS JOIN entry e ON e.id = s.entry JOIN entry p ON p.id = s.payment
      JOIN loan l ON l.id = s.loan
      WHERE s.entry >= :since AND s.entry <> s.payment AND e.bookDate BETWEEN :first AND :last
        AND p.bookDate < :first AND :month IS NOT NULL ORDER BY e.id, p.id
      """
  ) { row in
    let (loan, day) = (try row.value(2) as String, try BookDate(stored: row.value(3)))
    return Phrase(
      id: "angsuran \(loan) tanggal \(day) dibagi ulang",
      en: "payment on \(loan) of \(day) divided again")
  }

  /// Vouchers of closed months that are taken back.
  private static let reversals = Source(
    sql: """
      SELECT e.id, \(EntrySearch.amount), o.id, o.bookDate FROM entry e INDEXED BY entryReverses
      CROSS JOIN entry o ON o.id = e.reverses
      WHERE e.reverses IS NOT NULL AND :since IS NOT NULL
        AND e.bookDate BETWEEN :first AND :last AND o.bookDate < :first
        AND :month IS NOT NULL ORDER BY e.id
      """
  ) { row in
    let (entry, day) = (EntryNumber(try row.value(2)), try BookDate(stored: row.value(3)))
    return Phrase(id: "\(entry) tanggal \(day) dibalik", en: "\(entry) of \(day) reversed")
  }

  /// Vouchers that set a ratified year right.
  private static let formerYears = Source(
    sql: """
      SELECT e.id, \(EntrySearch.amount), y.year, y.document FROM yearEntry y
      CROSS JOIN entry e ON e.id = y.entry
      WHERE y.entry >= :since AND e.kind = \(EntryKind.yearCorrection.sql)
        AND e.bookDate BETWEEN :first AND :last AND :month IS NOT NULL ORDER BY e.id
      """
  ) { row in
    let (year, paper) = (try row.value(2) as Int, try row.value(3) as String)
    return Phrase(
      id: "tahun buku \(year) dikoreksi (\(paper))", en: "the year \(year) corrected (\(paper))")
  }

  /// Vouchers of a year's end that were recorded since the month before was closed.
  private static let yearEnds = Source(
    sql: """
      SELECT e.id, \(EntrySearch.amount), e.kind, e.bookDate FROM yearEntry y
      CROSS JOIN entry e ON e.id = y.entry
      WHERE :since IS NOT NULL AND e.bookDate < :first AND :last IS NOT NULL
        AND e.id > ifnull((SELECT lastEntry FROM closedMonth WHERE month = :month - 1), 0)
        AND e.id <= ifnull((SELECT lastEntry FROM closedMonth WHERE month = :month), e.id)
      ORDER BY e.id
      """
  ) { row in
    let kind = EntryKind(rawValue: try row.value(2))?.name ?? Phrase(id: "bukti", en: "voucher")
    let day = try BookDate(stored: row.value(3))
    return Phrase(
      id: "\(kind.indonesian.lowercased()) per \(day)",
      en: "\(kind.english.lowercased()) as of \(day)")
  }
}
