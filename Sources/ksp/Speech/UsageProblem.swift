import KSPCore

/// An argument that cannot be understood: exit code 64.
struct UsageProblem: Error {
  /// What arguments that only the program knows of are refused with.
  static let code = LedgerError.Code(rawValue: "arguments")

  let error: LedgerError

  init(error: LedgerError) {
    self.error = error
  }

  init(
    _ message: Phrase,
    advice: Phrase = Phrase(
      id: "Lihat contohnya dengan --help.", en: "See the example with --help.")
  ) {
    error = LedgerError(Self.code, message: message, advice: advice)
  }
}

/// Turns what the library refuses about an argument into a usage problem.
func argument<Value>(_ parse: () throws -> Value) throws -> Value {
  do {
    return try parse()
  } catch let error as LedgerError {
    throw UsageProblem(error: error)
  }
}

/// Reads an argument; what the library refuses about it is a usage problem.
func argument<Value>(
  _ text: String, _ parse: (String) throws(LedgerError) -> Value
) throws -> Value {
  try argument { try parse(text) }
}

/// Reads an argument that may have been left out.
func argument<Value>(
  _ text: String?, _ parse: (String) throws(LedgerError) -> Value
) throws -> Value? {
  guard let text else { return nil }
  return try argument { try parse(text) }
}

/// The value that a word names; a word that names none is refused with those that do.
func choice<Value: RawRepresentable & CaseIterable>(
  _ type: Value.Type, _ text: String
) throws -> Value where Value.RawValue == String {
  guard let value = Value(rawValue: text) else {
    throw UsageProblem(
      Phrase(id: "“\(text)” tidak dikenal.", en: "“\(text)” is not known."),
      advice: Phrase(
        id: "Pilih salah satu: \(words(type)).", en: "Use one of these: \(words(type))."))
  }
  return value
}

/// The value of a term that a word of either language names.
func choice<Value: TermWord>(_ type: Value.Type, _ text: String) throws -> Value {
  try argument { try Value(parsing: text) }
}

/// The words that ``choice(_:_:)`` knows.
func words<Value: RawRepresentable & CaseIterable>(
  _ type: Value.Type
) -> String where Value.RawValue == String {
  Value.allCases.map(\.rawValue).joined(separator: ", ")
}

/// Takes an argument such as `SALDO=SUKU` apart at its sign.
func pair(_ text: String, at sign: String = "=", _ form: Phrase) throws -> (String, String) {
  guard let found = text.firstRange(of: sign) else {
    throw UsageProblem(
      Phrase(id: "“\(text)” kurang tanda \(sign).", en: "“\(text)” lacks its \(sign) sign."),
      advice: Phrase(id: "Tulis \(form.indonesian).", en: "Write \(form.english)."))
  }
  return (String(text[..<found.lowerBound]), String(text[found.upperBound...]))
}
