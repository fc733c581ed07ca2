import KSPCore

/// Posts counter events from a table.
///
/// The rows are read twice: once for their days, which give the order, and once to post them. Only
/// the day and the place of each row are kept between, so that the memory of a large file is
/// little more than the file.
struct TransactionImport {
  private let session: PostingSession
  private let desk: SavingsDesk
  private let way: ImportWay
  private let sheet: Sheet
  private let columns: TransactionColumns

  init(_ sheet: Sheet, products: SheetKind, session: PostingSession, _ way: ImportWay) {
    self.session = session
    desk = SavingsDesk(session: session)
    self.way = way
    self.sheet = sheet
    columns = TransactionColumns(
      sheet, products: products, accounts: AccountWords(session.db))
  }

  func run() throws -> ImportReport {
    var run = try ImportRun(sheet, needed: columns.needed, way)
    if let problem = columns.contradiction(sheet) { run.refuse(problem) }
    let names = NameCheck(session: session, name: columns.name)
    let firstOfFile = session.journal.next
    /// The lines whose rows were stored now, in the order of their entries.
    var lines: [Int] = []
    for (day, position) in order(&run) {
      guard let row = sheet.row(at: position),
        let event = run.read(row, { columns.read(&$0, on: day, names, way.note) })
      else { continue }
      let amount = columns.amount(of: event)
      guard run.count(event.total, event.amount, row, at: amount) else { continue }
      try run.store(row, at: amount) {
        let receipt: Receipt
        do {
          receipt = try desk.post(event)
        } catch let error as LedgerError where error.code == .referenceReused {
          throw try duplicate(event, row, firstOfFile, lines)
            ?? error.at(sheet.place(row, columns.reference))
        } catch let error as LedgerError where error.isRefusal {
          throw columns.column(for: error.code, of: event).map {
            error.at(sheet.place(row, $0))
          } ?? error
        }
        if receipt.isReplay {
          if let twice = try duplicate(event, row, firstOfFile, lines) { throw twice }
          return false
        }
        lines.append(row.position.line)
        return true
      }
    }
    return try run.finish()
  }

  /// What must be said when a row's reference stands in an earlier row of the same file.
  private func duplicate(
    _ event: SavingsEvent, _ row: CSVRow, _ firstOfFile: EntryNumber, _ lines: [Int]
  ) throws -> LedgerError? {
    guard let key = event.note.reference,
      let entry = try session.entryNumber(reference: key), entry >= firstOfFile
    else { return nil }
    let line = lines[Int(entry.value - firstOfFile.value)]
    return LedgerError.importDuplicate(key, firstLine: line).at(sheet.place(row, columns.reference))
  }

  /// The days of the rows and where they begin: by day, and within a day in the order of the file.
  ///
  /// A row whose day cannot be read comes first, without one; reading it again says what is wrong
  /// with it.
  private func order(_ run: inout ImportRun) -> [(day: BookDate?, position: CSVPosition)] {
    var days: [(day: BookDate?, position: CSVPosition)] = []
    var unreadable: [LedgerError] = []
    sheet.forEachRow { row in
      var cells = RowReader(row, file: sheet.file)
      days.append((cells.date(columns.date), row.position))
    } unreadable: { problem in
      unreadable.append(problem)
    }
    for problem in unreadable { run.refuse(problem) }
    days.sort { ($0.day ?? .earliest, $0.position) < ($1.day ?? .earliest, $1.position) }
    return days
  }
}

extension SavingsEvent {
  /// The sum of an import that the event is part of.
  fileprivate var total: ImportReport.Total.Kind {
    switch kind {
    case .deposit: .deposit
    case .withdrawal: .withdrawal
    case .interest: .interest
    case .fee: .fee
    case .opening: .savings
    }
  }
}
