public import KSPCore

/// Errors as a book throws them: for tests of how a program answers one that is hard to bring
/// about, such as a full disk or a book that another program has.
///
/// ```swift
/// let busy = SampleErrors.of(.busy)
/// print(busy.code, busy.advice[.english])
/// ```
public enum SampleErrors {
  /// An error of a category.
  ///
  /// - Parameter category: What kind of trouble it is.
  /// - Returns: `account.overdraft`, `member.unknown`, `book.missing`, `invariant.broken`,
  ///   `book.folderMissing`, `disk.full` or `book.busy`.
  public static func of(_ category: LedgerError.Category) -> LedgerError {
    let path = "koperasi.ksp"
    return switch category {
    case .refused:
      .overdraft(
        "SUK-0001", balance: 50_000, needed: 100_000, available: 50_000, keeping: .zero,
        lowestOn: nil)
    case .missing: .memberUnknown("0099")
    case .fileMissing: .bookMissing(path)
    case .invariant: .invariantBroken("sample")
    case .cannotCreate: .bookFolderMissing(path, folder: "buku")
    case .inputOutput: .diskFull(path)
    case .busy: .bookBusy(path)
    }
  }
}
