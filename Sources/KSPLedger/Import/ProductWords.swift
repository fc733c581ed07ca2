import KSPCore

/// Which product the words of a column mean; each is looked up once.
final class ProductWords {
  private let kind: SheetKind
  private var known: [String: ProductCode] = [:]

  init(_ kind: SheetKind) { self.kind = kind }

  /// The code of the product that a word means, or else the word itself.
  func product(_ word: String) -> ProductCode {
    if let known = known[word] { return known }
    let code = kind.product(named: word) ?? ProductCode(word.lowercased())
    known[word] = code
    return code
  }
}
