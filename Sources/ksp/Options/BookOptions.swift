import ArgumentParser
import Foundation
import KSPCore
import KSPLedger
import Synchronization

/// The book that a command works on, and the language it speaks.
struct BookOptions: ParsableArguments {
  @Option(
    name: .also("buku"),
    help: .say(
      "Berkas buku (juga KSP_BOOK; bawaan koperasi.ksp).",
      "The book's file (also KSP_BOOK; default koperasi.ksp).", .file))
  var book: String?

  /// What names the book, also before the command.
  static let names = ["--book", "--buku"]
  /// What says how long to wait, also before the command.
  static let waitingNames = ["--wait", "--tunggu"]

  @Option(
    name: .also("tunggu"),
    help: .say(
      "Tunggu penulis lain selama ini; bawaan \(Self.usualWait) detik.",
      "How long to wait for another writer; default \(Self.usualWait) s.",
      Phrase(id: "detik", en: "seconds")))
  var wait: Int?

  private static let usualWait = 5
  private static let longestWait = 86_400

  @Option(name: LanguageOptions.name, help: LanguageOptions.help)
  var lang: String?

  /// Whether somebody said which book it is.
  var isNamed: Bool {
    book != nil || ProcessInfo.processInfo.environment["KSP_BOOK"] != nil
  }

  var path: String { Self.path(book) }

  /// The book by the name given, by the environment, or by the usual one.
  static func path(_ given: String?) -> String {
    given ?? ProcessInfo.processInfo.environment["KSP_BOOK"] ?? "koperasi.ksp"
  }

  func validate() throws { OutputCheck.note(book: path) }

  static let clock: Ledger.Clock = { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }

  /// Opens the book, waits for another writer as long as was asked for, hands it to `body`, and
  /// closes it again.
  func withBook<Value>(_ access: Ledger.Access, _ body: (Ledger) throws -> Value) throws -> Value {
    let ledger = try open(access)
    FileWarnings.show(ledger.warnings)
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

  /// How long to wait for another writer.
  func waiting() throws -> Duration {
    let seconds = wait ?? Self.usualWait
    guard (0...Self.longestWait).contains(seconds) else {
      throw UsageProblem(
        Phrase(id: "--tunggu \(seconds) tidak bisa.", en: "--wait \(seconds) cannot be."),
        advice: Phrase(
          id: "Tulis detik dari 0 sampai \(Self.longestWait).",
          en: "Give seconds from 0 to \(Self.longestWait)."))
    }
    return .seconds(seconds)
  }

  private func open(_ access: Ledger.Access) throws -> Ledger {
    let waiting = try waiting()
    var hasSaidSo = false
    return try Ledger.open(
      at: path, access: access, waiting: waiting,
      whileWaiting: { busy, waited in
        guard !hasSaidSo, waited >= .seconds(1) else { return }
        hasSaidSo = true
        Terminal.message(
          say(
            "\(busy.message.indonesian) Menunggu paling lama \(waiting.components.seconds) detik …",
            "\(busy.message.english) Waiting for at most \(waiting.components.seconds) seconds …"))
      }, clock: Self.clock)
  }
}

/// What is to be known about the book's file and the clock, said once in a run.
enum FileWarnings {
  private static let said = Mutex<Set<Phrase>>([])

  static func show(_ warnings: [Phrase]) {
    for warning in warnings where said.withLock({ $0.insert(warning).inserted }) {
      Terminal.message(
        say("peringatan: \(warning.indonesian)", "warning: \(warning.english)"))
    }
  }
}
