public import KSPCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Ledger {
  /// Makes copies as the settings say: beside the book, and in the second place, each named after
  /// the day, `koperasi-2026-01-31.ksp`; then removes the oldest where only so many are kept.
  ///
  /// Removed is only what has such a name, opens as a book, and began as this one did; never what
  /// was made in this round. A place that cannot be written does not keep the others from theirs.
  ///
  /// - Parameters:
  ///   - settings: How many are kept and where; nil for what the book says.
  ///   - reference: The caller's key of that note.
  ///   - note: Memo and author of the notes that the book keeps.
  ///   - progress: Hears how far the proof of a copy has come.
  ///   - notNoted: Hears why the book could not note a copy.
  /// - Returns: The copies that were made with their proofs, and the files that were removed.
  /// - Throws: What `backup(to:reference:note:progress:notNoted:)` can throw for the first place
  ///   that failed, once the others have theirs.
  public func backUp(
    by settings: BackupSettings? = nil, reference: String? = nil, note: EntryNote = EntryNote(),
    progress: ((StageProgress) -> Void)? = nil, notNoted: ((LedgerError) -> Void)? = nil
  ) throws(LedgerError) -> BackupRound {
    let settings = if let settings { settings } else { try self.settings.backups }
    let name = folderAndName(path)
    let stem = withoutBookEnding(name.name)
    let beside = path.utf8.contains(UInt8(ascii: "/")) ? name.folder + "/" : ""
    let places = [beside] + (settings.folder.map { [$0.hasSuffix("/") ? $0 : $0 + "/"] } ?? [])
    var round = BackupRound()
    var failure: LedgerError?
    for place in places {
      let copies = DatedCopies(place: place, stem: stem)
      do throws(LedgerError) {
        let path = copies.nextName(on: try today())
        let proof = try backup(
          to: path, note: note.keyed(by: reference), progress: progress, notNoted: notNoted)
        round.made.append(BackupRound.Copy(path: path, proof: proof))
        guard let keep = settings.keep else { continue }
        for old in copies.beyond(max(1, keep)) where try isCopyOfThis(old) {
          if unlink(old) == 0 { round.removed.append(old) }
        }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return round
  }

  /// Whether a file is a copy of this book: the two began with the same event.
  private func isCopyOfThis(_ path: String) throws(LedgerError) -> Bool {
    let first = try hash(ofEvent: 1)
    guard let copy = try? Ledger.open(at: path, access: .readOnly, clock: clock) else {
      return false
    }
    defer { try? copy.close() }
    return (try? copy.hash(ofEvent: 1)) == first
  }
}

/// The copies of a book in one folder that are named after their day, and after it a number where
/// several are of one day.
private struct DatedCopies {
  let place: String
  let stem: String

  /// The name of the next copy of a day: after the last one, so that names keep the order of time
  /// when older copies are removed.
  func nextName(on day: BookDate) -> String {
    let last = found().filter { $0.day == day }.map(\.number).max() ?? 0
    return place + "\(stem)-\(day)" + (last == 0 ? "" : "-\(last + 1)") + ".ksp"
  }

  /// The copies beyond the newest few.
  func beyond(_ count: Int) -> [String] {
    found().sorted { ($0.day, $0.number) > ($1.day, $1.number) }.dropFirst(count).map(\.path)
  }

  private func found() -> [(day: BookDate, number: Int, path: String)] {
    fileNames(in: place.isEmpty ? "." : place).compactMap { name in
      dated(name).map { (day: $0.0, number: $0.1, path: place + name) }
    }
  }

  private func dated(_ name: String) -> (BookDate, Int)? {
    guard name.hasPrefix(stem + "-"), name.hasSuffix(".ksp") else { return nil }
    let middle = name.dropFirst(stem.count + 1).dropLast(4)
    guard middle.count >= 10, let day = try? BookDate(parsing: middle.prefix(10)) else {
      return nil
    }
    let rest = middle.dropFirst(10)
    if rest.isEmpty { return (day, 1) }
    guard rest.hasPrefix("-"), let number = Int(rest.dropFirst()), number > 1 else { return nil }
    return (day, number)
  }
}
