import Foundation
import KSPLedger

enum TaskError: Error {
  case unknown(String)
  case missing(String)
}

/// What the command line asks for: a task and its `key=value` options.
struct Task {
  let name: String
  private let options: [String: String]

  init(_ arguments: [String]) {
    name = arguments.count > 1 ? arguments[1] : ""
    var options: [String: String] = [:]
    for argument in arguments.dropFirst(2) {
      let parts = argument.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { options[String(parts[0])] = String(parts[1]) }
    }
    self.options = options
  }

  func text(_ key: String) throws -> String {
    guard let value = options[key] else { throw TaskError.missing(key) }
    return value
  }

  func number(_ key: String, otherwise value: Int) -> Int {
    options[key].flatMap { Int($0) } ?? value
  }

  /// Every entry is recorded at one moment, as in the floors, so that their hashes can be compared.
  func openBook() throws -> Ledger {
    try Ledger.open(at: try text("db"), clock: Task.clock)
  }

  static let clock: Ledger.Clock = { Timestamp(seconds: 1_893_456_000) }

  var period: BookPeriod {
    get throws {
      try BookPeriod(
        from: BookDate(parsing: options["from"] ?? "2025-07-01"),
        through: BookDate(parsing: options["through"] ?? "2025-12-31"))
    }
  }
}

/// Seconds of a clock that only runs forwards.
func now() -> Double {
  Double(DispatchTime.now().uptimeNanoseconds) / 1e9
}

/// The most memory that this process has held, in MiB.
func peakMemory() -> Double {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  let kibibytes = line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }
  return (kibibytes ?? 0) / 1024
}

/// Prints the result with what the book says about its durability, and closes it.
func report(_ seconds: Double, check: String, extra: String = "", _ ledger: Ledger) throws {
  let durability = try ledger.durability()
  try ledger.close()
  print(
    extra + "seconds=\(decimal(seconds, 6)) peak=\(decimal(peakMemory(), 1)) "
      + "sync=\(durability.synchronous) check=\(check)")
}

/// Prints the middle and the slowest hundredth of many times.
func report(times: inout [Double], check: String, _ ledger: Ledger) throws {
  times.sort()
  let (middle, slow) = (times[times.count / 2], times[times.count * 99 / 100])
  let extra = "p50=\(decimal(middle * 1e6, 2)) p99=\(decimal(slow * 1e6, 2)) "
  try report(middle, check: check, extra: extra, ledger)
}

/// The number of a member of the benchmark's books, who are counted from 1.
func memberNumber(_ index: Int) -> MemberNumber { MemberNumber(String(format: "%06d", index)) }

func decimal(_ value: Double, _ places: Int) -> String {
  String(format: "%.\(places)f", value)
}
