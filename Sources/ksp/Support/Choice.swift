import ArgumentParser

/// The value that a word names; a word that names none is refused with those that do.
func choice<Value: RawRepresentable & CaseIterable>(
  _ type: Value.Type, _ text: String
) throws -> Value where Value.RawValue == String {
  guard let value = Value(rawValue: text) else {
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError(
      say("“\(text)” tidak dikenal; pilih \(known).", "“\(text)” is not known; use \(known)."))
  }
  return value
}
