/// A document before it is written: said once, and drawn as 80 columns of text, as printed pages,
/// as CSV and as JSON.
///
/// People read its blocks, programs its record and its rows; none of them can be left out. A table
/// of ``ReportColumn``s stands in all three:
///
/// ```swift
/// let table = ReportTable(
///   loans,
///   [
///     .left("number", "Pinjaman", 10) { .text($0.number.text) },
///     .left("member", "Anggota", 30) { .text($0.memberName) },
///     .sum("principal", "Pokok", 20) { .amount($0.principal) },
///   ]
/// ).total("Jumlah")
/// let report = Report(
///   "kud.loans/1", title: "PINJAMAN MUSIM TANAM", data: ["loans": .rows(table)],
///   rows: ReportRows(table), blocks: [.table(table)])
/// style.write(report, into: &output)
/// ```
public struct Report {
  /// A label with its value.
  public struct Field {
    let label: String
    let value: String
    /// How many steps it stands to the right of the others.
    var indent = 0
    /// Whether a printed page sets the value in bold.
    var isStrong = false

    /// A label with its value, `indent` steps to the right; nothing when there is no value.
    public init?(_ label: String, _ value: String?, indent: Int = 0, isStrong: Bool = false) {
      guard let value else { return nil }
      self.label = label
      self.value = value
      self.indent = indent
      self.isStrong = isStrong
    }
  }

  /// A place to sign.
  public struct Signature {
    let role: String
    var name: String?
    /// What stands in a box for the stamp duty; nil for no box.
    var stamp: String?

    /// A place to sign for somebody in a role, with a name below the line where it is known, and a
    /// box for the stamp duty where one is due.
    public init(role: String, name: String? = nil, stamp: String? = nil) {
      self.role = role
      self.name = name
      self.stamp = stamp
    }
  }

  /// One piece of a paper, in the order from top to bottom.
  public enum Block {
    /// The title of a part.
    case heading(String)
    /// Labels and values; `width` is the room for labels in text.
    case fields([Field], width: Int)
    /// A sentence.
    case note(String)
    /// The sentence that says how it turned out.
    case verdict(String)
    /// An empty line of text; printed pages have their own distances.
    case gap
    /// A table.
    case table(ReportTable)
    /// Amounts to look at.
    case chart(ReportChart)
    /// Amounts over time, on printed pages only.
    case line(ReportLine)
    /// Places to sign. Statements and lists have them on printed pages only.
    case signatures([Signature], printedOnly: Bool)

    /// Fields without those that have no value.
    public static func fields(_ fields: Field?..., width: Int = 16) -> Block {
      .fields(fields.compactMap(\.self), width: width)
    }
  }

  /// The name and version of what JSON says: `ksp.trial-balance/1`.
  let schema: String
  let title: String
  /// What the foot of every printed page says, so that loose sheets find together.
  var subject = ""
  /// Whether the cooperative stands at the head.
  var hasLetterhead = true
  /// Whether nothing stands at the head, not even the title: what is printed on a form of its own.
  var isBare = false
  /// What each printed copy is marked with; empty for a paper that is printed once.
  var copies: [String] = []
  /// What JSON says after the schema.
  private var makeData: () -> ReportRecord
  /// What CSV says.
  private let makeRows: () -> ReportRows
  /// What people read.
  private let makeBlocks: () -> [Block]

  /// What JSON says after the schema, made when it is asked for.
  var data: ReportRecord { makeData() }
  /// What CSV says, made when it is asked for.
  var rows: ReportRows { makeRows() }
  /// What people read, made when it is asked for.
  var blocks: [Block] { makeBlocks() }

  /// A document in all forms. Only the form that is written is made.
  ///
  /// - Parameters:
  ///   - schema: The name and version of its JSON. What has a name keeps it; more may come.
  ///   - title: What stands at the head.
  ///   - subject: What the foot of every printed page says, so that loose sheets find together.
  ///   - hasLetterhead: Whether the cooperative stands at the head.
  ///   - copies: What each printed copy is marked with; empty for a paper that is printed once.
  ///   - data: What JSON says.
  ///   - rows: What CSV says.
  ///   - blocks: What people read, from top to bottom.
  public init(
    _ schema: String, title: String, subject: String = "", hasLetterhead: Bool = true,
    copies: [String] = [], data: @escaping @autoclosure () -> ReportRecord,
    rows: @escaping @autoclosure () -> ReportRows, blocks: @escaping @autoclosure () -> [Block]
  ) {
    self.schema = schema
    self.title = title
    self.subject = subject
    self.hasLetterhead = hasLetterhead
    self.copies = copies
    makeData = data
    makeRows = rows
    makeBlocks = blocks
  }

  /// The same report; of something that was only tried out, JSON says so.
  func rehearsed(_ isRehearsal: Bool) -> Report {
    guard isRehearsal else { return self }
    var report = self
    report.makeData = { self.data.gaining(["rehearsal": .flag(true)]) }
    return report
  }

  /// The same report as a statement, which names whose it is, of what, in which currency, and up
  /// to which event of the chain it is known. What the record says itself stays as it is.
  public func statement(
    member: String? = nil, memberNumber: String? = nil, product: String? = nil,
    known: Knowledge? = nil
  ) -> Report {
    var report = self
    report.makeData = {
      self.data.gaining([
        "memberNumber": .present(memberNumber) { .text($0) },
        "member": .present(member) { .text($0) }, "product": .present(product) { .text($0) },
        "known": .known(known), "currency": .text("IDR"),
      ])
    }
    return report
  }
}
