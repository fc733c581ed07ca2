/// The kinds of savings that the law and the trade know.
public enum SavingsKind: String, CaseIterable, Sendable, Codable {
  /// Simpanan pokok: paid once on joining, returned on leaving.
  case pokok
  /// Simpanan wajib: paid every month, returned on leaving.
  case wajib
  /// Simpanan sukarela: free in and out, or within windows for purpose savings.
  case sukarela
  /// Simpanan berjangka: placed for a tenor; the acts of term deposits keep it.
  case berjangka

  /// Whether a member may have several accounts of one product.
  package var mayBeSeveral: Bool { self == .sukarela || self == .berjangka }
}
