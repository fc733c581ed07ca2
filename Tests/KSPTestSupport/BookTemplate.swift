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

  /// Copies the book into a folder, a new one unless it is said.
  @discardableResult
  public func copy(into folder: TestFolder? = nil) throws -> TestFolder {
    let folder = try folder ?? TestFolder()
    try FileManager.default.copyItem(atPath: made.get().file(), toPath: folder.file())
    return folder
  }
}
