extension Wording {
  var logTitle: String { self("RIWAYAT", "LOG") }
  var events: String { self("Peristiwa", "Events") }
  var eventNumber: String { self("No", "No") }
  var eventKind: String { self("Peristiwa", "Event") }
  var subject: String { self("Subjek", "Subject") }
  var field: String { self("Data", "Field") }
  var valueBefore: String { self("Sebelum", "Before") }
  var valueAfter: String { self("Sesudah", "After") }

  /// How many rows of a list are not shown.
  func moreRows(_ count: Int) -> String { self("dan \(count) lagi", "and \(count) more") }

  /// What a field of an event is called; its machine name where a newer program brought it.
  func label(_ field: String) -> String { self(FieldWords.label(field)) }

  /// The same where a line begins.
  func heading(_ field: String) -> String {
    let label = label(field)
    return label.prefix(1).uppercased() + label.dropFirst()
  }

  /// What a word of a column means, for people.
  func word(_ word: String, of column: String) -> String {
    self(FieldWords.value(word, of: column, in: "savingsTerms") ?? Phrase(id: word, en: word))
  }

  /// A value of an event for people.
  func value(_ value: LedgerEvent.Value, offsetSeconds: Int64) -> String {
    switch value {
    case .none: "–"
    case .word(_, let name): self(name)
    case .amount(let amount): amount.formatted
    case .month(let month): self(month.name)
    case .rate(let rate): self(rate.inWords)
    case .share(let share): percent(share)
    case .flag(let flag): flag ? self("ya", "yes") : self("tidak", "no")
    default: plain(value, offsetSeconds: offsetSeconds)
    }
  }

  /// A value of an event for programs, as the other documents write it; moments in a time zone.
  func plain(_ value: LedgerEvent.Value, offsetSeconds: Int64) -> String {
    switch value {
    case .none, .rows: ""
    case .text(let text), .word(let text, _): text
    case .number(let number): String(number)
    case .amount(let amount): amount.description
    case .date(let date): date.description
    case .month(let month): month.description
    case .moment(let moment): moment.text(offsetSeconds: offsetSeconds)
    case .rate(let rate): rate.description
    case .share(let share): share.description
    case .flag(let flag): flag ? "true" : "false"
    case .entry(let entry): entry.description
    }
  }
}
