/// Terms that many loans have in common, held once for all of them.
///
/// Terms are by far the largest part of a loan: a list of fifty thousand loans would be mostly
/// copies of a dozen terms.
package final class SharedTerms: Hashable, Sendable {
  /// The terms.
  package let terms: LoanTerms

  /// Terms to be shared.
  package init(_ terms: LoanTerms) {
    self.terms = terms
  }

  package static func == (left: SharedTerms, right: SharedTerms) -> Bool {
    left === right || left.terms == right.terms
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(terms)
  }
}

extension SharedTerms: Codable {
  package convenience init(from decoder: any Decoder) throws {
    self.init(try LoanTerms(from: decoder))
  }

  package func encode(to encoder: any Encoder) throws { try terms.encode(to: encoder) }
}
