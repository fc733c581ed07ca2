import Foundation

/// The program `hledger`, where it is installed.
enum Hledger {
  static let program = ["/usr/bin/hledger", "/usr/local/bin/hledger", "/opt/homebrew/bin/hledger"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}
