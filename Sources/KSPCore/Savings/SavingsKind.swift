/// The three kinds of savings that the law and the trade know besides term deposits.
public enum SavingsKind: String, CaseIterable, Sendable {
  /// Simpanan pokok: paid once on joining, returned on leaving.
  case pokok
  /// Simpanan wajib: paid every month, returned on leaving.
  case wajib
  /// Simpanan sukarela: free in and out, or within windows for purpose savings.
  case sukarela
}
