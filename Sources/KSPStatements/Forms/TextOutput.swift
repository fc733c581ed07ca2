/// A growing UTF-8 buffer that every renderer writes into.
///
/// Numbers and dates are written digit by digit, without a string for each: printing the
/// statements of a whole cooperative writes millions of cells.
///
/// ```swift
/// var output = TextOutput()
/// output.append("Saldo ")
/// output.append(grouped: 1_500_000)
/// output.string   // "Saldo 1.500.000"
/// ```
public struct TextOutput: Sendable {
  /// What was written so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// For whom comma-separated values are written.
  public var csv = CSVDialect.programs
  /// Whether the mark of UTF-8 stands at the head of what was written.
  private var hasMark = false

  /// An empty buffer.
  public init() {}

  /// What was written so far.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written and keeps the memory, for writing a long run in pieces.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Appends a text as it is.
  public mutating func append(_ text: some StringProtocol) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends one byte.
  public mutating func append(byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends bytes that are already UTF-8.
  public mutating func append(contentsOf more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Puts the mark of UTF-8 at the head of the file, by which a spreadsheet knows it; once.
  mutating func beginWithMark() {
    guard !hasMark else { return }
    hasMark = true
    append(contentsOf: [0xEF, 0xBB, 0xBF])
  }

  /// Appends a line feed.
  public mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends a text and a line feed.
  public mutating func line(_ text: some StringProtocol = "") {
    append(text)
    newline()
  }

  /// Appends the same byte several times; nothing when the count is negative.
  public mutating func `repeat`(_ byte: UInt8, _ count: Int) {
    guard count > 0 else { return }
    bytes.append(contentsOf: repeatElement(byte, count: count))
  }

  /// Appends a date as `2026-01-31`.
  public mutating func append(_ date: BookDate) {
    let (year, month, day) = date.components
    digits(UInt64(year), width: 4)
    append(byte: UInt8(ascii: "-"))
    digits(UInt64(month), width: 2)
    append(byte: UInt8(ascii: "-"))
    digits(UInt64(day), width: 2)
  }

  /// Appends a voucher number as `JU-000014`.
  public mutating func append(_ number: EntryNumber) {
    append("JU-")
    digits(UInt64(max(0, number.value)), width: 6)
  }

  /// Appends the exact decimal text of an amount: `500000`, `-12345.67`.
  ///
  /// With `decimals`, the sen are written even when there are none: `500000.00`; with `comma` they
  /// stand behind a comma.
  public mutating func append(_ amount: Rupiah, decimals: Bool = false, comma: Bool = false) {
    let (whole, rest) = amount.senMagnitude.quotientAndRemainder(dividingBy: 100)
    if amount.isNegative { append(byte: UInt8(ascii: "-")) }
    digits(whole, width: 1)
    guard decimals || rest != 0 else { return }
    append(byte: comma ? UInt8(ascii: ",") : UInt8(ascii: "."))
    digits(rest, width: 2)
  }

  /// Appends an amount as people read it: `1.500.000`, `-1.500,50`; the text of `Rupiah.grouped`.
  public mutating func append(grouped amount: Rupiah) {
    let (whole, rest) = amount.senMagnitude.quotientAndRemainder(dividingBy: 100)
    if amount.isNegative { append(byte: UInt8(ascii: "-")) }
    var divisor: UInt64 = 1
    while whole / divisor >= 1000 { divisor *= 1000 }
    digits(whole / divisor, width: 1)
    while divisor > 1 {
      let next = divisor / 1000
      append(byte: UInt8(ascii: "."))
      digits(whole % divisor / next, width: 3)
      divisor = next
    }
    guard rest != 0 else { return }
    append(byte: UInt8(ascii: ","))
    digits(rest, width: 2)
  }

  /// Moves what was written from `start` on, so that it ends `width` bytes after `start`: what is
  /// longer begins among the spaces before it, of which one stays. Behind the beginning of its
  /// line, `line`, with nothing but spaces it stays where it is, however long.
  ///
  /// Only for ASCII, where a byte is a column.
  ///
  /// - Returns: False where the spaces do not reach; then it is taken back.
  mutating func rightAlign(from start: Int, width: Int, since line: Int) -> Bool {
    let space = UInt8(ascii: " ")
    let missing = width - (bytes.count - start)
    guard missing < 0 else {
      bytes.insert(contentsOf: repeatElement(space, count: missing), at: start)
      return true
    }
    let before = bytes[line..<start]
    let spaces = before.reversed().prefix { $0 == space }.count
    let isAlone = spaces == before.count
    guard isAlone || spaces > -missing else {
      bytes.removeSubrange(start...)
      return false
    }
    let taken = min(spaces, -missing)
    bytes.removeSubrange((start - taken)..<start)
    return true
  }

  /// Takes spaces off the end of the last line.
  mutating func trimLine() {
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
  }

  private mutating func digits(_ number: UInt64, width: Int) {
    var divisor: UInt64 = 1
    var count = 1
    while number / divisor >= 10 || count < width {
      divisor *= 10
      count += 1
    }
    while divisor > 0 {
      append(byte: UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
