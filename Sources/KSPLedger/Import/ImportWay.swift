public import KSPCore

/// How a list is brought in: who says so and why, what may be left out, and who hears about it.
///
/// ```swift
/// var way = ImportWay(note: EntryNote(recordedBy: "Rina"))
/// way.understood = { print($0.columns) }
/// way.ignoring = ["Umur"]
/// let report = try ledger.importMembers(SheetText(bytes, file: "anggota.csv"), way)
/// ```
public struct ImportWay {
  /// Memo and author of every row; a payroll list has its reference here too.
  public var note: EntryNote
  /// The caller's key (nomor referensi): the same key with the same content returns the first
  /// result, with other content it is refused.
  public var reference: String? {
    get { note.reference }
    set { note.reference = newValue }
  }
  /// Columns to leave out, by heading or letter. A column that holds amounts, or says that somebody
  /// is out, is left out only so.
  public var ignoring: [String] = []
  /// Whether members without a number are given one, in the order of the file.
  public var assignsNumbers = false
  /// Whether an opening balance or a loan that differs takes the place of the one in the book.
  public var corrects = false
  /// Checks everything and stores nothing.
  public var dryRun: Bool
  /// Hears what the sheet was understood to be, before anything of it is stored.
  public var understood: ((SheetUnderstanding) -> Void)?
  /// Hears how many rows are done.
  public var progress: ((Int) -> Void)?

  /// A way to bring a list in.
  public init(
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false,
    progress: ((Int) -> Void)? = nil
  ) {
    self.note = note.keyed(by: reference)
    self.dryRun = dryRun
    self.progress = progress
  }
}
