/// Cash as it lies on the table: how many notes and coins of each value.
public struct CashPieces: Hashable, Sendable, Codable {
  /// Notes or coins of one value.
  public struct Piece: Hashable, Sendable, Codable {
    /// What one of them is worth.
    public let value: Rupiah
    /// How many there are.
    public let count: Int
    /// What they are worth together.
    public let amount: Rupiah

    /// Reads what was written, with the same checks as a new one.
    public init(from decoder: any Decoder) throws {
      let object = try decoder.container(keyedBy: CodingKeys.self)
      try self.init(
        value: object.decode(Rupiah.self, forKey: .value),
        count: object.decode(Int.self, forKey: .count))
    }

    /// Counts pieces of a value.
    ///
    /// - Throws: `till.piecesUnfit` for a value that no note or coin has, and below zero;
    ///   `amount.overflow`.
    public init(value: Rupiah, count: Int) throws(LedgerError) {
      guard CashPieces.values.contains(value), count >= 0 else {
        throw .tillPiecesUnfit("\(value.formatted) x \(count)")
      }
      self.value = value
      self.count = count
      amount = try value * count
    }
  }

  /// The notes and coins of Bank Indonesia that are legal tender, the largest first.
  public static let values: [Rupiah] = [
    100_000, 75_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25,
  ]

  /// The pieces, the largest value first, each value once.
  public let pieces: [Piece]
  /// What they are worth together.
  public let total: Rupiah

  /// Reads what was written, with the same checks as a new one.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(object.decode([Piece].self, forKey: .pieces))
  }

  /// Adds pieces up.
  ///
  /// - Throws: `till.piecesUnfit` for a value that comes twice, `amount.overflow`.
  public init(_ pieces: [Piece]) throws(LedgerError) {
    var seen: Set<Rupiah> = []
    var total = Rupiah.zero
    for piece in pieces {
      guard seen.insert(piece.value).inserted else { throw .tillPiecesUnfit(piece.value.formatted) }
      total = try total + piece.amount
    }
    self.pieces = pieces.sorted { $0.value > $1.value }
    self.total = total
  }

  /// Reads `100000=12`, `50.000x3` and the like.
  ///
  /// - Throws: `till.piecesUnfit` for anything else, and as ``init(_:)``.
  public init(parsing words: [String]) throws(LedgerError) {
    var pieces: [Piece] = []
    for word in words {
      let parts = word.split(whereSeparator: { "=xX*×".contains($0) })
      guard parts.count == 2, let count = Int(parts[1].filter { $0 != " " }),
        let value = try? Rupiah(parsing: String(parts[0]).filter { $0 != " " })
      else { throw .tillPiecesUnfit(word) }
      pieces.append(try Piece(value: value, count: count))
    }
    try self.init(pieces)
  }
}
