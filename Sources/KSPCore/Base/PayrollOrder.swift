/// The order in which one sum per member of a payroll list is used up (urutan potong gaji).
///
/// ```swift
/// let order = PayrollOrder(parsing: "wajib,pinjaman,sukarela")
/// print(order)  // wajib,loans,sukarela
/// ```
///
/// It is written with the codes of savings products and `loans` for all loans of a member, with
/// commas between them; what it writes it reads.
public struct PayrollOrder: Hashable, Sendable, CustomStringConvertible {
  /// One step of the order.
  public enum Step: Hashable, Sendable, CustomStringConvertible {
    /// The monthly due of a savings product; for a product without one, all that is left.
    case savings(product: ProductCode)
    /// What is due on all loans of the member: the oldest installment first, of whichever loan.
    case loans

    /// The code of the product, or `loans`.
    public var description: String {
      switch self {
      case .savings(let product): product.text
      case .loans: "loans"
      }
    }
  }

  /// The steps, the first one first; none where each sum is for the member's only loan.
  public let steps: [Step]

  /// An order of steps; none where each sum is for the member's only loan.
  public init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// Reads an order: codes of products, and `loans` (pinjaman, angsuran) for all loans, with
  /// commas between them. Whether a product of that code is there, the book says.
  public init(parsing text: String) {
    steps = text.split(separator: ",").map { word in
      let name = word.filter { !$0.isWhitespace }.lowercased()
      return ["loans", "loan", "pinjaman", "angsuran"].contains(name)
        ? .loans : .savings(product: ProductCode(name))
    }
  }

  /// The steps with commas between them.
  public var description: String { steps.map(\.description).joined(separator: ",") }

  /// The order in a sentence: `wajib, pinjaman, sukarela`.
  public var name: Phrase {
    func words(_ loans: String) -> String {
      steps.map { $0 == .loans ? loans : $0.description }.joined(separator: ", ")
    }
    return Phrase(id: words("pinjaman"), en: words("loans"))
  }
}

extension PayrollOrder: Codable {
  /// Reads an order as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, PayrollOrder.init(parsing:))
  }

  /// Writes an order as its text, `"wajib,loans,sukarela"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
