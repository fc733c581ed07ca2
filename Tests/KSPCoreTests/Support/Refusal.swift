import KSPCore

/// The code of the error that a call ends in; nil when it succeeds.
func refusal<Value>(_ body: () throws(LedgerError) -> Value) -> LedgerError.Code? {
  do {
    _ = try body()
    return nil
  } catch {
    return error.code
  }
}

/// A day, from its ISO text.
func day(_ text: String) throws -> BookDate {
  try BookDate(parsing: text)
}

/// A period, from the ISO texts of its first and last day.
func period(_ first: String, _ last: String) throws -> BookPeriod {
  try BookPeriod(from: day(first), through: day(last))
}
