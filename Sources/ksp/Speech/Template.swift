/// A sentence with holes, `*`, for whatever stands between its fixed parts.
struct Template {
  private let parts: [Substring]

  init(_ text: String) {
    parts = text.split(separator: "*", omittingEmptySubsequences: false)
  }

  /// What stands in the holes of a text; nil when it is another sentence.
  func values(in text: String) -> [String]? {
    guard let first = parts.first, text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    var values: [String] = []
    for (index, part) in parts.enumerated().dropFirst() {
      guard index < parts.count - 1 else {
        guard rest.hasSuffix(part) else { return nil }
        return values + [String(rest.dropLast(part.count))]
      }
      guard let found = rest.firstRange(of: part) else { return nil }
      values.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return rest.isEmpty ? values : nil
  }

  /// The sentence with its holes filled.
  func filled(_ values: [String]) -> String {
    var text = String(parts.first ?? "")
    for (value, part) in zip(values, parts.dropFirst()) { text += value + part }
    return text
  }
}
