/// The money cells of the health worksheet (KKPKK, Juknis 15/2021), numbered 1 to 116. A cell that
/// is not given is nothing.
///
/// ```swift
/// var cells = HealthCells()
/// cells[1] = 50_000_000     // cash
/// ```
public struct HealthCells: Hashable, Sendable, Codable {
  /// The numbers that there are.
  public static let numbers = 1...116

  private var amounts: [Int: Rupiah] = [:]

  /// A worksheet without a figure.
  public init() {}

  /// The amount of a cell; a number that is none of the worksheet holds nothing.
  public subscript(number: Int) -> Rupiah {
    get { amounts[number] ?? .zero }
    set { if Self.numbers.contains(number) { amounts[number] = newValue } }
  }

  /// Reads the cells of two years from CSV with the columns `cell,current,previous`; `previous` may
  /// be missing, and a blank amount is nothing.
  ///
  /// - Throws: `import.refused` with every bad row: a number that is none of the worksheet, a cell
  ///   that stands there twice, an amount that is unreadable.
  package static func read(
    csv text: String, file: String
  ) throws(LedgerError) -> (current: HealthCells, previous: HealthCells) {
    let table = try CSVTable(text, file: file)
    let cell = table.column(["cell", "sel"])
    let now = table.column(["current", "sekarang"])
    let before = table.column(["previous", "sebelumnya"])
    var problems =
      [cell, now].compactMap { table.missing($0) } + table.unknown(besides: [cell, now, before])
    var (current, previous) = (HealthCells(), HealthCells())
    var lines: [Int: Int] = [:]
    if problems.isEmpty {
      _ = table.read(problems: &problems) { cells -> Bool? in
        let number = cells.value(cell) { text throws(LedgerError) in
          guard let number = Int(text), numbers.contains(number) else {
            throw .importWordUnknown(text, known: ["1 … 116"])
          }
          return number
        }
        let amount = cells.optionalValue(now) { text throws(LedgerError) in
          try Rupiah(parsing: text)
        }
        let earlier = cells.optionalValue(before) { text throws(LedgerError) in
          try Rupiah(parsing: text)
        }
        guard let number else { return nil }
        if let first = lines[number] {
          cells.refuse(.importDuplicate("\(number)", firstLine: first), at: cell)
        } else {
          lines[number] = cells.row.position.line
        }
        current[number] = amount ?? .zero
        previous[number] = earlier ?? .zero
        return true
      }
    }
    guard problems.isEmpty else { throw .importRefused(file: file, problems: problems) }
    return (current, previous)
  }
}
