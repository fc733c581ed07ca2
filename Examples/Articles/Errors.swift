import KSPLedger

/// The code of the article *Errors*.
func meetErrors(in ledger: Ledger) throws {
  let day = try BookDate(parsing: "2026-02-03")

  // snippet: typed
  do throws(LedgerError) {
    _ = try ledger.withdraw(50_000_000, member: "0001", on: day)
  } catch {
    print(error.code, error.category)
    print(error.message[.english])
    print(error.advice[.english])
  }
  // snippet end

  // snippet: remedies
  func press(_ remedy: Remedy) throws(LedgerError) {
    switch remedy {
    case .loan(.approve(let number)): _ = try ledger.approveLoan(number, on: day)
    case .month(.end(let month)): _ = try ledger.runMonthEnd(month)
    default: print(remedy.code.rawValue, remedy.name[.english])
    }
  }
  // snippet end

  // snippet: switch
  func answer(_ error: LedgerError) -> Int {
    switch error.category {
    case .missing: 404
    case .refused: 422
    case .busy: 503
    case .invariant, .cannotCreate, .inputOutput, .fileMissing: 500
    }
  }
  // snippet end

  // snippet: untyped
  func count(_ period: BookPeriod) -> Result<Int, LedgerError> {
    var count = 0
    do {
      try ledger.entries(EntryQuery(in: period)) { _ in count += 1 }
      return .success(count)
    } catch {
      guard let known = error as? LedgerError else { fatalError("\(error)") }
      return .failure(known)
    }
  }
  // snippet end

  do throws(LedgerError) {
    _ = try Ledger.open(at: "no-such-book.ksp", clock: { Timestamp(seconds: 0) })
  } catch {
    print(error.code, answer(error))
    print(alert(error).title)
    for remedy in error.remedies { try press(remedy) }
  }
  print(try count(BookPeriod(day.month)).get() > 0)
}
