import Foundation

/// A book that is made once and copied for every test that needs it.
public struct BookTemplate: Sendable {
  private let made: Result<TestFolder, any Error>

  /// Makes the book of a folder; `make` must close it.
  public init(_ make: (TestFolder) throws -> Void) {
    made = Result {
      let folder = try TestFolder()
      try make(folder)
      return folder
    }
  }

  /// The book itself, to be copied.
  public func path() throws -> String { try made.get().file() }

  /// A new folder with a copy of the book.
  public func copy() throws -> TestFolder {
    let folder = try TestFolder()
    try FileManager.default.copyItem(atPath: path(), toPath: folder.file())
    return folder
  }
}
