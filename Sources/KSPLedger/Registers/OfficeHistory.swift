import GRDB
import KSPCore

/// Who held the offices that the settings name, and from when to when the book knew it.
///
/// The settings say who holds an office now; the chain says on which day that was recorded. Whoever
/// was named first was in office when the book began to know of it: since when is not known.
struct OfficeHistory {
  /// A time in which somebody held an office.
  struct Term {
    let name: String
    let since: BookDate?
    var until: BookDate?
  }

  private var terms: [String: [Term]] = [:]

  init(_ db: Database, utcOffsetSeconds: Int64) throws {
    let query = try SQLStatement(
      db, "SELECT recordedAt, content FROM event WHERE subject = 'book' ORDER BY number",
      isShared: false)
    while try query.step() {
      let day = Timestamp(seconds: query.int64(0)).day(offsetSeconds: utcOffsetSeconds)
      for change in EventContent.decode(query.bytes(1)) ?? [] where change.table == "setting" {
        for row in change.rows {
          let values =
            Array(zip(change.columns, row.values)) + Array(zip(change.key, row.key))
          let named = Dictionary(values) { first, _ in first }
          guard let setting = named["name"]?.text else { continue }
          note(setting, named["value"]?.text, on: day)
        }
      }
    }
  }

  /// The times in which an office was held within a period.
  func terms(of setting: String, in period: BookPeriod) -> [Term] {
    (terms[setting] ?? []).filter { term in
      term.since.map { $0 <= period.last } ?? true
        && term.until.map { $0 >= period.first } ?? true
    }
  }

  private mutating func note(_ setting: String, _ name: String?, on day: BookDate) {
    var own = terms[setting] ?? []
    let isFirst = own.isEmpty
    if let last = own.last, last.until == nil {
      guard last.name != name else { return }
      // What was put right on the day on which it was said never held.
      if last.since == day { own.removeLast() } else { own[own.count - 1].until = day }
    }
    if let name { own.append(Term(name: name, since: isFirst ? nil : day, until: nil)) }
    terms[setting] = own
  }
}
