import Foundation

/// A book that is made once and copied for every test that needs it.
///
/// It is kept in memory: what is made once lives as long as the process, and a folder of it would
/// stay behind.
public struct BookTemplate: Sendable {
  private let made: Result<Data, any Error>

  /// Makes the book of a folder; `make` must close it.
  public init(_ make: (TestFolder) throws -> Void) {
    made = Result {
      let folder = try TestFolder()
      try make(folder)
      return try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    }
  }

  /// Copies the book into a folder, a new one unless it is said.
  @discardableResult
  public func copy(into folder: TestFolder? = nil) throws -> TestFolder {
    let folder = try folder ?? TestFolder()
    let book = URL(fileURLWithPath: folder.file())
    try made.get().write(to: book, options: .withoutOverwriting)
    // As the library makes it: for its owner alone.
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: book.path)
    return folder
  }
}
