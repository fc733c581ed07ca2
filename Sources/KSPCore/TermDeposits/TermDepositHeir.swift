/// Who receives a term deposit when its holder dies (ahli waris berjangka).
public struct TermDepositHeir: Hashable, Sendable, Codable {
  /// The name.
  public let name: String
  /// What they are to the holder, such as `anak`; nil where it was not said.
  public let relation: String?

  /// Names an heir.
  public init(name: String, relation: String? = nil) {
    self.name = name
    self.relation = relation
  }

  /// The name with the relation: `Siti (anak)`.
  public var nameAndRelation: String { relation.map { "\(name) (\($0))" } ?? name }
}
