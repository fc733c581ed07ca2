import Foundation
import GRDB
import KSPCore
@testable import KSPLedger
import KSPStatements
import KSPTestSupport
import Testing

/// Whatever a column of the book is called and holds has words for people in both languages.
@Suite struct FieldWordsTests {
  /// Columns of text that hold no words but names, codes and texts.
  private static let free: Set<String> = [
    "account.code", "account.nameIndonesian", "account.nameEnglish", "account.statementLine",
    "till.name", "till.keeper", "tillCount.keeper",
    "backupLog.path", "bankLine.description", "bankRule.text", "cashWord.word",
    "closedMonth.closedBy",
    "holiday.name", "loan.number", "loan.purpose",
    "loanCollateral.description", "loanOffer.purpose",
    "loanFee.account", "loanFee.code", "loanFee.savingsProduct",
    "loanProduct.code", "loanProduct.nameEnglish", "loanProduct.nameIndonesian", "loanStep.note",
    "loanStep.recordedBy", "loanTerms.prepaymentProduct", "member.externalID", "member.number",
    "member.leavingReason", "dueExemption.reason", "claimClosing.reason",
    "member.unit", "memberAttribute.name", "savingsProduct.accountPrefix",
    "savingsProduct.code", "savingsProduct.nameEnglish", "savingsProduct.nameIndonesian",
    "savingsTerms.interestCreditedTo", "setting.name", "setting.value",
    "loanTerms.administrationIncome", "officer.name", "accountName.name",
    "cashParty.party", "asset.number", "asset.name", "asset.location",
    "yearEntry.document", "yearRatification.decision",
    "depositOffer.breakPenalty", "termDeposit.breakPenalty", "termDeposit.certificate",
    "hold.reason", "holdRelease.reason", "standingOrderEnd.reason", "orderTry.refusal",
    "depositEnd.waivingReason", "plannedSavingsEnd.reason", "depositPledge.pledgedFor",
    "shuDecision.number", "shuDecision.restFund", "shuFund.name", "shuDecision.othersFund",
    "shuReward.party",
    // Notations that are the same in either language: 30/360, actual/365.
    "loanTerms.dayCount", "savingsTerms.dayCount",
  ]

  private func columns() throws -> [(table: String, column: String, type: String)] {
    let folder = try TestFolder()
    try makeBook(folder).close()
    let queue = try DatabaseQueue(path: folder.file())
    defer { try? queue.close() }
    return try queue.read { db in
      try Schema.projections.flatMap { projection in
        try GRDB.Row.fetchAll(
          db, sql: "SELECT name, type FROM pragma_table_info(?)", arguments: [projection.table]
        ).map { (projection.table, $0["name"] as String, $0["type"] as String) }
      }
    }
  }

  private func isWorded(_ phrase: Phrase?) -> Bool {
    phrase.map { !$0.indonesian.isEmpty && !$0.english.isEmpty } ?? false
  }

  @Test func everyColumnOfEveryTableOfStateHasALabel() throws {
    for (table, column, _) in try columns() {
      #expect(isWorded(FieldWords.labels[column]), "\(table).\(column)")
      if let field = EventShape.field(column, of: table) {
        #expect(isWorded(FieldWords.labels[field]), "\(table).\(field)")
      }
    }
    for table in Schema.projections.map(\.table) {
      #expect(isWorded(FieldWords.labels[EventShape.list(of: table)]), "\(table)")
    }
    let settings = BookSettings(name: "", firstMonth: try month("2026-01"))
    for name in SettingTable.values(settings).map(\.name) {
      #expect(isWorded(FieldWords.labels[name]), "\(name)")
    }
  }

  /// A column of text is one of free text, or all of its words are known.
  @Test func everyColumnOfWordsHasItsWords() throws {
    var free: Set<String> = []
    for (table, column, type) in try columns() where type == "TEXT" {
      let projection = Schema.projection[table]
      guard projection?.personal.contains(column) != true else { continue }
      let name = "\(table).\(column)"
      let words = FieldWords.values[name] ?? FieldWords.values[column]
      guard let words else {
        #expect(Self.free.contains(name), "\(name) has no words")
        free.insert(name)
        continue
      }
      #expect(!Self.free.contains(name) && words.values.allSatisfy { isWorded($0) }, "\(name)")
    }
    #expect(Self.free.subtracting(free).sorted() == [])
  }

  /// The words that the file itself allows: `CHECK (kind IN ('a', 'b'))`.
  @Test func everyWordThatTheFileAllowsIsKnown() {
    var count = 0
    for table in Schema.sql.matches(of: /CREATE TABLE (\w+) \(([\s\S]*?)\n\) STRICT/) {
      for check in table.output.2.matches(of: /CHECK \((\w+) IN \(([^)]*)\)\)/) {
        for word in check.output.2.matches(of: /'([^']+)'/) {
          count += 1
          let name = (String(word.output.1), String(check.output.1), String(table.output.1))
          #expect(
            isWorded(FieldWords.value(name.0, of: name.1, in: name.2)), "\(name)")
        }
      }
    }
    #expect(count > 30)
  }

  private func know<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type, _ table: String, _ column: String
  ) where Word.RawValue == String {
    for word in Word.allCases.map(\.rawValue) {
      #expect(
        isWorded(FieldWords.value(word, of: column, in: table)), "\(table).\(column): \(word)")
    }
  }

  /// The words that the program writes where the file does not list them.
  @Test func everyWordThatTheProgramWritesIsKnown() {
    know(AccountRole.self, "accountRole", "role")
    know(InterestTerms.Method.self, "savingsTerms", "interestMethod")
    know(Rounding.Mode.self, "savingsTerms", "roundingMode")
    know(Rounding.Mode.self, "loanTerms", "interestRoundingMode")
    know(Rounding.Mode.self, "loanTerms", "installmentRoundingMode")
    know(InterestTerms.RoundingMoment.self, "savingsTerms", "roundingMoment")
    know(LoanMethod.self, "loanTerms", "method")
    know(LoanMethod.self, "loanPlan", "method")
    know(InterestDue.self, "loanTerms", "interestDue")
    know(DueDateShift.Rule.self, "loanTerms", "shift")
    know(LateFeeRule.Base.self, "loanTerms", "lateFeeBase")
    know(LateFeeRule.Period.self, "loanTerms", "lateFeePeriod")
    know(LoanComponent.self, "loanTerms", "allocation")
    know(LoanTerms.Recognition.self, "loanTerms", "recognition")
    know(Collateral.Kind.self, "loanCollateral", "kind")
    know(EntryKind.self, "entry", "kind")
    for (table, _) in Schema.evidence {
      #expect(isWorded(FieldWords.value(table, of: "part", in: "monthEvidence")), "\(table)")
    }
    #expect(
      FieldWords.value("late-fee,principal", of: "allocation", in: "loanTerms")
        == Phrase(id: "denda, pokok", en: "late fee, principal"))
    #expect(FieldWords.value("x,principal", of: "allocation", in: "loanTerms") == nil)
  }

  /// The log speaks the reader's language; JSON keeps the machine's words.
  @Test func theLogSpeaksTheReadersLanguage() throws {
    let book = try LogBook()
    try book.join()
    try book.lend()
    func log(_ language: Language, _ format: OutputFormat) throws -> String {
      EventLogRenderer(ReportStyle(format, language: language)).string(
        try book.events(EventSelection()))
    }
    let text = try log(.indonesian, .text)
    for word in ["jenis: perorangan", "keanggotaan 1: sejak", "jenis anggota", "golongan: aset"] {
      #expect(text.contains(word), "\(word)")
    }
    for word in [": individual", "half-up", "control-loan", ": asset", "daily", "principal"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(try log(.english, .text).contains("interest method: daily balance"))
    #expect(try log(.indonesian, .json).contains("\"interestMethod\":\"daily\""))
    #expect(try log(.indonesian, .csv).contains(",kind,,individual"))
  }

  @Test func aRefusedReferenceNamesTheFieldInTheReadersLanguage() throws {
    let ledger = try makeBook(TestFolder())
    let note = EntryNote(reference: "R-1")
    var settings = try ledger.settings
    settings.chair = "Siti"
    try ledger.updateSettings(settings, note: note)
    settings.chair = "Budi"
    let chair = refused { try ledger.updateSettings(settings, note: note) }
    #expect(chair?.message.indonesian.contains(": ketua lain") == true)
    #expect(chair?.message.english.contains(": another chair") == true)
    var terms = try #require(try ledger.savingsTerms(of: "sukarela").last)
    terms.minimumDeposit = 5_000
    try ledger.setSavingsTerms(of: "sukarela", terms, reference: "R-2")
    terms.minimumDeposit = 6_000
    let deposit = refused {
      try ledger.setSavingsTerms(of: "sukarela", terms, reference: "R-2")
    }
    #expect(deposit?.message.indonesian.contains(": setoran minimum lain") == true)
    #expect(deposit?.message.english.contains(": another minimum deposit") == true)
  }

  /// So for a loan that is taken over once more, and is not the same.
  @Test(arguments: [
    ("8.000.000,00", "7.000.000,00", "balance or plan"), (";12;", ";13;", "number of installments"),
    ("12.000.000", "11.000.000", "principal"), ("0001", "0002", "member"),
  ]) func aTakeoverThatDiffersNamesTheField(_ part: String, _ wrong: String, _ field: String) throws
  {
    let (_, ledger) = try LoanOpeningTests.book()
    let (header, row) = (LoanOpeningTests.header, LoanOpeningTests.row)
    try LoanOpeningTests.take(ledger, header + row)
    let error = refused {
      try LoanOpeningTests.take(ledger, header + row.replacing(part, with: wrong))
    }
    let other = error?.details.first ?? error
    #expect(other?.code == .openingDiffers)
    #expect(other?.message.english.contains("; the \(field) differs.") == true, "\(field)")
  }
}
