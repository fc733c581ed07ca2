import Foundation
import GRDB
import KSPCore
@testable import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Last events that somebody appends with a program of their own, hashes and tables made to fit. What
/// breaks the rules of its kind is named, and no new book is made of it.
@Suite struct ForgedEventTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let event: ForgedEvent
    /// What of the event is wrong.
    let breach: String

    init(_ description: String, _ event: ForgedEvent, _ breach: String) {
      testDescription = description
      self.event = event
      self.breach = breach
    }
  }

  private static func terms(_ month: Int64, version: Int64 = 1) -> RowChange {
    .insert(
      "savingsTerms",
      [
        "product": .integer(3), "effectiveFrom": .integer(month), "version": .integer(version),
        "isWithdrawable": .integer(1), "minimumDeposit": .integer(0), "minimumBalance": .integer(0),
        "overdraftLimit": .integer(0), "monthlyDue": .integer(0),
        "leavingInterest": .text("none"),
      ])
  }

  private static func tier(_ month: Int64, threshold: Int64 = 0) -> RowChange {
    .insert(
      "savingsTier",
      [
        "product": .integer(3), "effectiveFrom": .integer(month), "version": .integer(1),
        "threshold": .integer(threshold), "rateBillionths": .integer(990_000_000),
        "rateBasis": .text("year"), "standing": .text("all"),
      ])
  }

  private static func step(
    _ kind: String, day: Int64, entry: Int64? = nil, id: Int64 = 90
  ) -> RowChange {
    .insert(
      "loanStep",
      [
        "id": .integer(id), "loan": .integer(1), "kind": .text(kind), "bookDate": .integer(day),
        "entry": StoredValue(entry),
      ])
  }

  private static func unit(_ member: Int64) -> RowChange? {
    .update("member", key: ["id": .integer(member)], [("unit", .null, .text("Kantor"))])
  }

  /// 24313 is February 2026, which is closed; 24314 is March. Day 20513 is 2026-03-01.
  private static let closed: Int64 = 24_313
  private static let open: Int64 = 24_314
  private static let march: Int64 = 20_513
  /// An account that holds nothing, 1-1900.
  private static let empty: Int64 = 19

  static let months: [Case] = [
    Case(
      "terms of savings for a closed month",
      ForgedEvent(.savingsTermsSet, "sukarela", [terms(closed), tier(closed)]),
      "savingsTerms · effectiveFrom"),
    Case(
      "a rate beside terms of a closed month",
      ForgedEvent(.savingsTermsSet, "sukarela", [tier(24_312, threshold: 900)]), "savingsTerms"),
    Case(
      "a rate of other terms than those that are set",
      ForgedEvent(
        .savingsTermsSet, "sukarela", [terms(open), tier(24_312, threshold: 900)]),
      "savingsTier · effectiveFrom"),
    Case(
      "a tax rule for a closed month",
      ForgedEvent(
        .taxRuleSet, "individual",
        [
          .insert(
            "taxRule",
            [
              "effectiveFrom": .integer(closed), "version": .integer(1),
              "memberKind": .text("individual"), "article": .text("pph-4-2"),
              "threshold": .integer(0), "rateBillionths": .integer(0),
              "doublesWithoutNumber": .integer(0),
            ])
        ]), "taxRule · effectiveFrom"),
    Case(
      "an approval in a closed month",
      ForgedEvent(.loanApproved, "PJ-0001", [step("approved", day: march - 1)]),
      "loanStep · bookDate"),
    Case(
      "a member who left in a closed month",
      ForgedEvent(
        .memberLeft, "0004",
        [
          .update(
            "member", key: ["id": .integer(4)], [("leftOn", .null, .integer(march - 1))])
        ]), "member · leftOn"),
  ]

  static let tables: [Case] = [
    Case(
      "terms in what changes a member",
      ForgedEvent(.memberChanged, "0003", [terms(open), tier(open)]), "savingsTerms"),
    Case(
      "a member who leaves by a change",
      ForgedEvent(
        .memberChanged, "0004",
        [.update("member", key: ["id": .integer(4)], [("leftOn", .null, .integer(march))])]),
      "member"),
    Case(
      "a new setting in a new account",
      ForgedEvent(
        .accountAdded, "9-9999",
        [
          .insert(
            "account",
            [
              "id": .integer(999), "code": .text("9-9999"), "type": .text("asset"),
              "isPostable": .integer(1),
            ]), .insert("setting", ["name": .text("x"), "value": .text("y")]),
        ]), "setting"),
    Case(
      "an account that is closed beside its use",
      ForgedEvent(
        .accountChanged, "5-9000",
        [.update("account", key: ["id": .integer(empty)], [("closedOn", .null, .integer(march))])]),
      "account"),
    Case(
      "a step of another kind",
      ForgedEvent(.loanApproved, "PJ-0001", [step("settled", day: march)]), "loanStep · kind"),
    Case(
      "two steps at once",
      ForgedEvent(
        .loanApproved, "PJ-0001",
        [step("approved", day: march), step("approved", day: march, id: 91)]),
      "loanStep"),
  ]

  static let subjects: [Case] = [
    Case(
      "another member", ForgedEvent(.memberChanged, "0001", [unit(4)]), "member"),
    Case(
      "how another member belongs",
      ForgedEvent(
        .memberChanged, "0001",
        [
          .insert(
            "membership",
            ["member": .integer(4), "since": .integer(march), "kind": .text("honorary")])
        ]), "membership"),
    Case(
      "another product", ForgedEvent(.savingsTermsSet, "wajib", [terms(open), tier(open)]),
      "savingsTerms"),
    Case(
      "another loan", ForgedEvent(.loanApproved, "PJ-0002", [step("approved", day: march)]),
      "loanStep"),
    Case(
      "another account",
      ForgedEvent(
        .roleChanged, "1-1000",
        [
          .insert(
            "accountRole",
            ["role": .text("x"), "account": .integer(9), "isHeld": .integer(1)])
        ]), "accountRole"),
    Case(
      "another day",
      ForgedEvent(
        .holidayAdded, "2026-12-25",
        [.insert("holiday", ["day": .integer(march), "name": .text("Libur")])]), "holiday"),
    Case(
      "a backup of another moment",
      ForgedEvent(
        .backupMade, "x",
        [
          .insert(
            "backupLog",
            ["id": .integer(9), "madeAt": .integer(1), "entries": .integer(1), "path": .text("x")])
        ]), "backupLog · madeAt"),
    Case(
      "a settlement without its payment",
      ForgedEvent(.loanSettled, "PJ-0001", [step("settled", day: march, entry: 9)]),
      "loanStep · entry"),
    Case(
      "an approval that stands on an entry",
      ForgedEvent(.loanApproved, "PJ-0001", [step("approved", day: march, entry: 9)]),
      "loanStep · entry"),
  ]

  @Test(arguments: months + tables + subjects) func whatBreaksARuleIsNamed(_ forged: Case) throws {
    let (failed, rebuilt) = try forged.event.found()
    let rules = failed.first { $0.name == "event.rules" }
    let name = "\(forged.event.kind) \(forged.event.subject)"
    #expect(
      rules?.first?.hasSuffix("\(name) · \(forged.breach)") == true,
      "\(failed.map { "\($0.name): \($0.first ?? "")" })")
    // A new book goes up to it, and is whole.
    #expect(rebuilt.lost.count == 1, "\(rebuilt.lost)")
    #expect(rebuilt.lost.first?.name.hasSuffix(name) == true, "\(rebuilt.lost)")
    #expect(rebuilt.lost.first?.reason.english.contains(forged.breach) == true)
    #expect(rebuilt.verification.isOK)
  }

  /// What keeps the rules is as good as what the library writes: only a look from outside sees it.
  @Test func whatKeepsTheRulesIsNotFound() throws {
    let (failed, rebuilt) = try ForgedEvent(.memberChanged, "0004", [Self.unit(4)]).found()
    #expect(failed.isEmpty && rebuilt.isComplete)
  }

  /// An event that claims a part in an act that is over, and one that leaves an act half done.
  @Test func actsAreWhole() throws {
    for act in [1, -1] as [Int64] {
      let forged = ForgedEvent(.memberChanged, "0004", [Self.unit(4)], act: act)
      let (failed, rebuilt) = try forged.found()
      #expect(failed.map(\.name) == ["chain.act"], "\(failed)")
      #expect(failed.first?.first?.hasSuffix("member.changed 0004") == true)
      #expect(rebuilt.lost.count == 1 && rebuilt.verification.isOK, "\(rebuilt.lost)")
    }
    let accounts = (0..<3).flatMap { part -> [RowChange] in
      let id = StoredValue.integer(900 + Int64(part))
      let code = "PJ-0001" + ["", ".J", ".D"][part]
      return [
        .insert(
          "account",
          ["id": id, "code": .text(code), "type": .text("asset"), "isPostable": .integer(1)]),
        .insert("loanAccount", ["account": id, "loan": .integer(1), "part": .text("x")]),
      ]
    }
    var half = ForgedEvent(.loanOpened, "PJ-0001", accounts)
    half.changes = []
    let (failed, rebuilt) = try half.found()
    #expect(
      failed.first { $0.name == "chain.act" }?.first?.hasSuffix("loan.opened PJ-0001") == true)
    #expect(rebuilt.verification.isOK && !rebuilt.isComplete)
  }

  /// The writer refuses what verify would name: it would be a fault of the program.
  @Test func theWriterRefusesAnotherTable() throws {
    let (folder, queue) = try RichBook.prepared()
    try queue.close()
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    let refused = refused {
      try ledger.post { session in
        try session.record(EventDraft(.memberChanged, "0001", owner: 1, [Self.terms(Self.open)]))
      }
    }
    #expect(refused?.code == .invariantBroken)
    #expect(refused?.message.english.contains("member.changed: savingsTerms") == true)
    try ledger.close()
    #expect(try RichBook.failures(folder).isEmpty)
  }

  // MARK: - Newer programs

  /// An event of a kind, or with a content of a version, that this program does not know, with a
  /// hash that fits, is called newer and nothing worse, and what to do is said.
  @Test(arguments: [
    ForgedEvent("till.opened", "kas-2", EventContent.encode([])),
    ForgedEvent("till.opened", "kas-2", [EventContent.version + 1, 7]),
    ForgedEvent(EventKind.memberChanged.rawValue, "0004", [EventContent.version + 1, 7]),
  ])
  func anEventOfANewerProgramIsCalledNewer(_ event: ForgedEvent) throws {
    let (folder, queue) = try RichBook.prepared()
    try event.append(to: queue)
    try queue.close()
    let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let report = try ledger.verify()
    let failed = report.checks.filter { $0.count > 0 }
    #expect(failed.map(\.name) == ["event.newer"])
    #expect(failed.first?.first?.hasSuffix(" \(event.kind) \(event.subject)") == true)
    #expect(report.advice?.english.contains("newest version") == true)
    let rebuilt = try Ledger.rebuild(
      from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
    #expect(rebuilt.lost.count == 1)
    #expect(rebuilt.lost.first?.reason.english.contains("newest version") == true)
  }

  // MARK: - Contents

  /// Events of a known kind whose content cannot have been written so.
  static let contents: [ForgedEvent] = [
    ForgedEvent(
      .settingChanged, "book",
      [.update("setting", key: ["name": .text("name")], [("value", .text("Lain"), .text("X"))])]),
    ForgedEvent(
      .accountChanged, "x",
      [
        .update(
          "accountBalance", key: ["account": .integer(2)], [("balance", .null, .integer(5))])
      ]),
    ForgedEvent(
      .memberChanged, "0001",
      [.update("member", key: ["id": .integer(1)], [("name", .null, .text("Maling"))])]),
  ]

  @Test(arguments: contents.indices) func anImpossibleContentIsNamed(_ index: Int) throws {
    var event = Self.contents[index]
    event.changes = []
    let (failed, rebuilt) = try event.found()
    let content = failed.first { $0.name == "event.content" }
    #expect(content?.first?.hasSuffix(" \(event.kind) \(event.subject)") == true)
    #expect(rebuilt.lost.count == 1 && rebuilt.verification.isOK, "\(rebuilt.lost)")
  }
}
