/// How values of one type are written, read, kept and said as a term.
struct TermValue<Value: Sendable>: Sendable {
  /// What kind of value programs read.
  var form = LoanTerm.Form.text
  /// What a number of its column is.
  var meaning: TermColumn.Meaning?
  /// What its words mean.
  var words: [String: Phrase] = [:]
  /// The text that is read again; nil for none.
  let text: @Sendable (Value) -> String?
  let parse: @Sendable (String) throws(LedgerError) -> Value
  let store: @Sendable (Value) -> TermRow.Value
  /// The value that was kept; nil where that is none.
  let restore: @Sendable (TermRow.Value) -> Value?
  /// What people read; nil for nothing worth a line.
  let inWords: @Sendable (Value) -> Phrase?
}

extension TermValue where Value: TermWord {
  /// One of a few words.
  static var word: TermValue {
    TermValue(
      words: Value.names, text: { $0.rawValue },
      parse: { text throws(LedgerError) in try Value(parsing: text) },
      store: { .text($0.rawValue) },
      restore: { if case .text(let word) = $0 { Value(rawValue: word) } else { nil } },
      inWords: { $0.name })
  }
}

extension TermValue {
  /// The same where the words of the trade need no other name.
  var inTheTrade: TermValue {
    var value = self
    value.words = [:]
    return value
  }
}

extension TermValue where Value == Rupiah {
  /// An amount that is not below zero; zero says nothing.
  static var amount: TermValue {
    TermValue(
      meaning: .amount, text: { $0.description },
      parse: { text throws(LedgerError) in try TermText.amount(text) }, store: { .number($0.sen) },
      restore: { if case .number(let sen) = $0 { Rupiah(sen: sen) } else { nil } },
      inWords: { $0.isZero ? nil : Phrase(id: $0.formatted, en: $0.formatted) })
  }
}

extension TermValue where Value == Int {
  /// A count that is not below zero; zero says nothing.
  static var count: TermValue {
    TermValue(
      form: .count, text: { String($0) },
      parse: { text throws(LedgerError) in try TermText.count(text) },
      store: { .number(Int64($0)) },
      restore: { if case .number(let count) = $0 { Int(exactly: count) } else { nil } },
      inWords: { $0 == 0 ? nil : Phrase(id: String($0), en: String($0)) })
  }
}

extension TermValue where Value == Bool {
  /// Yes or no.
  static var flag: TermValue {
    TermValue(
      form: .flag, meaning: .flag, text: { $0 ? "true" : "false" },
      parse: { text throws(LedgerError) in try TermText.flag(text) },
      store: { .number($0 ? 1 : 0) },
      restore: { if case .number(let flag) = $0 { flag != 0 } else { nil } },
      inWords: { $0 ? Phrase(id: "ya", en: "yes") : Phrase(id: "tidak", en: "no") })
  }
}

extension TermValue where Value == Share {
  /// A percentage; nothing says nothing.
  static var share: TermValue {
    TermValue(
      meaning: .share, text: { $0.description },
      parse: { text throws(LedgerError) in try Share(parsing: text) },
      store: { .number($0.billionths) },
      restore: { value in
        if case .number(let billionths) = value {
          try? Share(billionths: billionths)
        } else {
          nil
        }
      },
      inWords: { $0.isZero ? nil : $0.inWords })
  }
}

extension TermValue where Value == String {
  /// A code or a name.
  static var code: TermValue {
    TermValue(
      text: { $0 }, parse: { text throws(LedgerError) in text }, store: { .text($0) },
      restore: { if case .text(let text) = $0 { text } else { nil } },
      inWords: { Phrase(id: $0, en: $0) })
  }
}

extension TermValue where Value == AccountCode {
  /// An account of the chart.
  static var account: TermValue {
    TermValue(
      text: { $0.text }, parse: { text throws(LedgerError) in try AccountCode(text) },
      store: { .text($0.text) },
      restore: { if case .text(let text) = $0 { AccountCode(stored: text) } else { nil } },
      inWords: { Phrase(id: $0.text, en: $0.text) })
  }
}

extension TermValue where Value == LoanClass {
  /// A class of loans.
  static var loanClass: TermValue {
    TermValue(
      words: Dictionary(
        uniqueKeysWithValues: LoanClass.allCases.map { (String($0.rawValue), $0.name) }),
      text: { $0.code },
      parse: { text throws(LedgerError) in try LoanClass(parsing: text) },
      store: { .number(Int64($0.rawValue)) },
      restore: {
        if case .number(let number) = $0 { LoanClass(rawValue: Int(number)) } else { nil }
      },
      inWords: { Phrase(id: "mulai " + $0.name.indonesian, en: "from " + $0.name.english) })
  }
}

extension TermValue {
  /// The same for a value that may be missing: a word reads and, where given, writes that.
  func optional(
    _ none: String? = nil, isNone: @escaping @Sendable (String) -> Bool = { TermText.isNone($0) },
    saying words: Phrase? = nil
  ) -> TermValue<Value?> {
    let whole = self
    return TermValue<Value?>(
      form: form, meaning: meaning, words: self.words,
      text: { value in value.map { whole.text($0) } ?? none },
      parse: { text throws(LedgerError) in isNone(text) ? nil : try whole.parse(text) },
      store: { value in value.map { whole.store($0) } ?? .null },
      restore: { value in value == .null ? .some(nil) : whole.restore(value).map { .some($0) } },
      inWords: { value in value.map { whole.inWords($0) } ?? words })
  }
}
