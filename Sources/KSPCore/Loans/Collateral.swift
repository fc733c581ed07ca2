/// Something that secures a loan (agunan).
public struct Collateral: Hashable, Sendable, Codable {
  /// What it is, which decides how much of its value counts.
  public enum Kind: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
    /// Savings held as security (simpanan yang diblokir).
    case deposit
    /// Land or a house with a registered mortgage (hak tanggungan).
    case mortgage
    /// Land without a registered mortgage.
    case land
    /// A vehicle with its papers (BPKB).
    case vehicle
    /// Anything else.
    case other
  }

  /// What it is.
  public let kind: Kind
  /// How people know it again, such as the number of a certificate.
  public let description: String
  /// What it was appraised at.
  public let value: Rupiah

  /// Describes a security.
  public init(kind: Kind, description: String, value: Rupiah) {
    self.kind = kind
    self.description = description
    self.value = value
  }
}
