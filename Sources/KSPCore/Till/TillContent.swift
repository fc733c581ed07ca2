/// What somebody found in a till: a sum, or how many notes and coins.
public enum TillContent: Hashable, Sendable, Codable {
  /// A sum alone.
  case sum(Rupiah)
  /// Notes and coins.
  case pieces(CashPieces)

  // What the values are called on a wire.
  private enum SumCodingKeys: String, CodingKey { case _0 = "amount" }
  private enum PiecesCodingKeys: String, CodingKey { case _0 = "pieces" }

  /// What it is worth.
  public var amount: Rupiah {
    switch self {
    case .sum(let amount): amount
    case .pieces(let pieces): pieces.total
    }
  }

  /// The notes and coins; nil for a sum alone.
  public var pieces: CashPieces? {
    guard case .pieces(let pieces) = self else { return nil }
    return pieces
  }
}
