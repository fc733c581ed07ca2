import ArgumentParser
import Foundation
import KSPCore
import KSPLedger

/// The book that a command works on, and the language it speaks.
struct BookOptions: ParsableArguments {
  @Option(
    name: .also("buku"),
    help: .say(
      "Berkas buku (juga KSP_BOOK; bawaan koperasi.ksp).",
      "The book's file (also KSP_BOOK; default koperasi.ksp).", .file))
  var book: String?

  @OptionGroup var language: LanguageOptions

  /// Whether somebody said which book it is.
  var isNamed: Bool {
    book != nil || ProcessInfo.processInfo.environment["KSP_BOOK"] != nil
  }

  var path: String {
    book ?? ProcessInfo.processInfo.environment["KSP_BOOK"] ?? "koperasi.ksp"
  }

  static let clock: Ledger.Clock = { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }

  /// Opens the book, hands it to `body`, and closes it again.
  func withBook<Value>(_ access: Ledger.Access, _ body: (Ledger) throws -> Value) throws -> Value {
    let ledger = try Ledger.open(at: path, access: access, clock: Self.clock)
    let result: Value
    do {
      result = try body(ledger)
    } catch {
      try? ledger.close()
      throw error
    }
    try ledger.close()
    return result
  }
}
