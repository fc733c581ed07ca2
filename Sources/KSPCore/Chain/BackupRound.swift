/// What one round of backups made and took away (`Ledger.backUp`).
public struct BackupRound: Hashable, Sendable, Codable {
  /// A copy that was made.
  public struct Copy: Hashable, Sendable, Codable {
    /// Its file.
    public let path: String
    /// The proof of it, read from the copy.
    public let proof: VerificationReport

    /// Pairs a file with its proof.
    package init(path: String, proof: VerificationReport) {
      self.path = path
      self.proof = proof
    }
  }

  /// The copies, one for each place.
  public package(set) var made: [Copy]
  /// The older files that were removed.
  public package(set) var removed: [String]

  /// A round that made these, and removed those.
  package init(made: [Copy] = [], removed: [String] = []) {
    self.made = made
    self.removed = removed
  }
}
