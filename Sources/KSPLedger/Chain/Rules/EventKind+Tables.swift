import KSPCore

extension EventKind {
  /// The tables that an event of the kind writes, those that the log shows flat first.
  var tables: [EventTable] { Self.allTables[self] ?? [] }

  private static let allTables = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.declared) })

  private var declared: [EventTable] {
    switch self {
    case .bookCreated: [.one("book", .book), .settings]
    case .settingChanged: [.settings.changing(["value"])]
    case .accountAdded: [.one("account", .account), .list("accountRole", .accountOfRole)]
    case .accountOpened: [.one("account", .account), .one("savingsAccount", .accountOfRole)]
    case .accountChanged:
      [
        .changed(
          "account",
          [
            "nameIndonesian", "nameEnglish", "statementLine", "isContra", "isCash",
            "isBank", "mayBeNegative", "agreedLimit", "healthCell", "closedOn",
          ], .account)
      ]
    case .roleChanged: [.list("accountRole", .lastAccountOfRole).changing(["isHeld"])]
    case .accountNamed: [EventTable.list("accountName", .text("name")).changing(["account"])]
    case .cashBooked: [.cashParty]
    case .officerAdded: [.one("officer", .text("name"))]
    case .officerEnded: [.changed("officer", ["until"], .text("name"))]
    case .savingsProductAdded: [.one("savingsProduct", .text("code"))] + EventTable.savingsTerms
    case .savingsTermsSet: EventTable.savingsTerms
    case .loanProductAdded: [.one("loanProduct", .text("code"))] + EventTable.loanTerms
    case .loanTermsSet: EventTable.loanTerms
    case .taxRuleSet: [.one("taxRule", .text("memberKind"), open: "effectiveFrom")]
    case .interestRecorded:
      [
        .interest(
          [.interest, .depositOpening, .depositInterest, .depositEnding], .accountOfRole)
      ]
    case .interestCorrected:
      [
        .corrected("interestCorrection"), .interest([.interestCorrection], .correctedAccount),
        .list("entryValue", .accountOfRole),
      ]
    case .taxSettled: [.one("taxSettled", .member("member"))]
    case .taxClaimSettled: [.taxClaim]
    case .duesAmountSet: [.one("dueAmount", .savingsProduct)]
    case .duesExempted: [.one("dueExemption", .member("member"))]
    case .duesTakenOver: [.one("dueTakeover", .member("member"))]
    case .duesNamed: [.duePayment]
    case .assetBought: [.boughtAsset]
    case .assetTakenOver: [.one("asset", .text("number"))]
    case .assetChanged: [.changed("asset", ["name", "location"], .assetItself)]
    case .assetDisposed: [.assetDisposal]
    case .depositOffered:
      [.one("depositOffer", .savingsProduct), .list("depositRate", .productOfOffer)]
    case .depositOpened: [.one("termDeposit", .accountOfRole)]
    case .depositPaid: [.one("depositInterest", .accountOfRole)]
    case .depositEnded: [.one("depositEnd", .accountOfRole)]
    case .depositPledged: [.one("depositPledge", .accountOfRole)]
    case .depositHeirNamed:
      [EventTable.list("depositHeir", .accountOfRole).changing(["name", "relation"])]
    case .holdAdded: [.one("hold", .accountOfRole, open: "heldFrom")]
    case .holdReleased: [.one("holdRelease", .accountOfHold, open: "releasedOn")]
    case .orderAdded: [.one("standingOrder", .accountOfRole, open: "orderedFrom")]
    case .orderEnded: [.one("standingOrderEnd", .accountOfOrder, open: "orderEndedOn")]
    case .orderTaken, .orderMissed: [.one("orderTry", .accountOfOrder, open: "triedOn")]
    case .corporateTaxRuleSet:
      [
        .one("corporateTaxRule", .text("basis"), open: "effectiveFrom"),
        .list("corporateTaxExempt", .basisOfRule),
      ]
    case .feeRuleSet: [.one("savingsFeeRule", .savingsProduct, open: "effectiveFrom")]
    case .feesCharged: [.savingsFee]
    case .plannedTermsSet: [.one("plannedSavingsTerms", .savingsProduct, open: "effectiveFrom")]
    case .plannedOpened, .plannedTakenOver:
      [
        .one("account", .account), .one("savingsAccount", .accountOfRole),
        // What was taken over began before the book; its entry has a day that is open.
        .one("plannedSavings", .accountOfRole, open: self == .plannedOpened ? "savedFrom" : nil),
      ]
    case .plannedEnded: [.one("plannedSavingsEnd", .accountOfRole, open: "plannedEndedOn")]
    case .plannedPaid: [.plannedPayment]
    case .accrualUsed: [.accrualUse]
    case .waitingSettled: [.one("waitingSettlement", .accountOfRole)]
    case .taxPaid: [.taxPayment]
    case .bankImported: [.list("bankLine", .accountOfRole)]
    case .bankMatched: [.list("bankMatch", .accountOfRole)]
    case .bankRuleSet: [.one("bankRule", .accountOfRole)]
    case .cashWordSet: [.one("cashWord", .text("word"))]
    case .tillAdded: [.one("till", .text("name"))]
    case .tillChanged: [.changed("till", ["keeper"], .till)]
    case .tillCounted: [.one("tillCount", .till), .list("tillPiece", .till)]
    case .tillListTaken: [.list("tillLine", .till)]
    case .claimSent: [.one("payrollClaim", .accountOfRole), .list("claimLine", .payerOfClaim)]
    case .claimDeducted: [.claimDeduction]
    case .claimClosed: [.one("claimClosing", .payerOfClaim)]
    case .shuDecided:
      [
        .one("shuDecision", .yearOfDecision), .list("shuFund", .yearOfDecision),
        .list("shuProduct", .yearOfDecision), .list("shuPoint", .yearOfDecision),
      ]
    case .shuPosted: [.shuPosting]
    case .shuDivided: [.shuPart]
    case .shuFilled: [.shuPot]
    case .shuPaid: [.shuPayment]
    case .shuRewarded: [.shuReward]
    case .holidayAdded: [.list("holiday", .firstDay("day"))]
    case .memberJoined, .memberChanged, .memberLeft, .memberErased: memberTables
    case .insurancePaid: [.insurancePayment]
    case .leaverOwed: [.leaverPayable]
    case .leaverPaid: [.leaverPayment]
    case .memberDied: [.one("memberDeath", .member("member"))]
    case .memberMerged: [.one("memberMerge", .member("member"), open: "mergedOn")]
    case .monthClosed:
      [
        .one("closedMonth", .month("month")), .list("monthProduct", .month("month")),
        .list("monthFinding", .month("month")), .list("monthEvidence", .month("month")),
      ]
    case .yearAdjusted: [.yearEntry([.yearAdjustment, .yearClosing])]
    case .yearClosed: [.one("yearClosing", .year), .yearEntry([.yearClosing])]
    // A meeting may lie in a month that is closed by now; its voucher may not.
    case .yearRatified: [.one("yearRatification", .year), .yearEntry([.yearRatification])]
    case .lossCovered: [.yearEntry([.lossCover])]
    case .yearCorrected: [.yearEntry([.yearCorrection])]
    case .backupMade: [.one("backupLog", .text("path"))]
    case .bookRestored: []
    case .loanApplied, .loanEntered, .loanApproved, .loanRejected, .loanOpened, .loanDisbursed,
      .loanTakenOver, .loanSplit, .loanReallocated, .loanReplanned, .loanRescheduled, .loanSettled,
      .loanWrittenOff, .loanRecovered, .loanWaived, .loanChanged, .loanWithdrawn, .loanSecured,
      .loanReleased:
      loanTables
    }
  }

  /// What may change about a member: all that the register says but number, kind and days.
  private static let profileColumns: Set<String> = [
    "name", "nik", "npwp", "birthPlace", "birthDate", "gender", "occupation", "address", "phone",
    "heir", "heirRelation", "unit", "externalID", "remarks", "hasTaxNumber",
  ]

  private var memberTables: [EventTable] {
    switch self {
    case .memberJoined:
      [
        .one("member", .member("id")), .list("membership", .member("member")),
        .list("memberAttribute", .member("member")),
      ]
    case .memberLeft:
      [
        .changed("member", ["leftOn", "leavingReason"], .member("id"), open: "leftOn"),
        .changed("account", ["closedOn"], .memberOfAccount, isList: true, open: "closedOn"),
      ]
    case .memberErased:
      [
        .changed("member", Self.profileColumns, .member("id")),
        .changed("memberAttribute", ["value"], .member("member"), isList: true),
        .changed("loanGuarantor", ["name", "nik", "relation"], .memberOfLoan, isList: true),
        .changed("depositHeir", ["name", "relation"], .memberOfSavings, isList: true),
        .changed(
          "leaverPayment", ["payee", "relation", "identity"], .memberOfPayment, isList: true),
      ]
    default:
      [
        .changed("member", Self.profileColumns.union(["joinedOn"]), .member("id")),
        .list("membership", .member("member")),
        .list("memberKind", .member("member"), open: "effectiveFrom").changing(["kind"]),
        .list("memberAttribute", .member("member")).changing(["value"]),
      ]
    }
  }

  private var loanTables: [EventTable] {
    let secured: [EventTable] = [
      .list("loanCollateral", .loan("loan")), .list("loanGuarantor", .loan("loan")),
    ]
    switch self {
    case .loanApplied:
      return [.one("loan", .loan("id"), open: "appliedOn"), .step("applied", isList: true)]
        + secured
    case .loanEntered: return [.one("loan", .loan("id"), open: "appliedOn")] + secured
    case .loanApproved: return [.step("approved"), .list("loanOffer", .loan("loan"))]
    case .loanChanged: return [.step("changed"), .list("loanOffer", .loan("loan"))]
    case .loanWithdrawn: return [.step("withdrawn")]
    case .loanRejected: return [.step("rejected")]
    case .loanOpened:
      return [.list("account", .loanOfAccount), .list("loanAccount", .loan("loan"))]
    case .loanDisbursed:
      return [.step("disbursed", .disbursement)] + EventTable.plan(.disbursement)
    case .loanTakenOver: return [.step("opening", .opening)] + EventTable.plan(.opening)
    case .loanRescheduled: return [.step("rescheduled")] + EventTable.plan(nil)
    case .loanSplit: return [.split(.repayment)]
    case .loanReallocated: return [.split(.reallocation)]
    case .loanReplanned: return EventTable.plan(.repayment, isList: false)
    // A new loan that pays this one off settles it with its own voucher.
    case .loanSettled: return [.step("settled", .repayment, .disbursement)]
    case .loanWrittenOff: return [.step("written-off", .writeOff)]
    case .loanRecovered: return [.step("recovered", .recovery)]
    case .loanSecured: return [.step("secured"), .list("loanCollateral", .loan("loan"))]
    case .loanReleased: return [.step("released"), .list("loanRelease", .loan("loan"))]
    case .loanWaived: return [.step("waived", .waiver)]
    default: return []
    }
  }
}

// MARK: - Tables that several kinds write

extension EventTable {
  fileprivate static let settings = EventTable(table: "setting", subject: .book, new: .any)

  /// Interest with the months that it belongs to, and the entry that it stands on.
  fileprivate static func interest(
    _ entries: [EntryKind], _ subject: Subject
  ) -> EventTable {
    var parts = EventTable.list("interestPart", subject)
    parts.entries = entries
    return parts
  }

  /// The months that a payer named, with the deposit that pays them.
  fileprivate static var duePayment: EventTable {
    var table = EventTable.list("duePayment", .accountOfRole)
    table.entries = [.deposit]
    return table
  }

  /// What was deducted of each line of a list, with the entry that credits the member.
  fileprivate static var claimDeduction: EventTable {
    var table = EventTable.list("claimDeduction", .payerOfClaim)
    table.entries = [.deposit, .repayment]
    return table
  }

  /// The SHU of a year, with the entry that divides it.
  fileprivate static var shuPosting: EventTable {
    var table = EventTable.one("shuPosting", .yearOfPosting)
    table.entries = [.shuDistribution]
    return table
  }

  /// The pots of an SHU, with the entry that fills them.
  fileprivate static var shuPot: EventTable {
    var table = EventTable.list("shuPot", .yearOfPosting)
    table.entries = [.shuDistribution]
    return table
  }

  /// The parts of members, with the entry that owes them.
  fileprivate static var shuPart: EventTable {
    var table = EventTable.list("shuPart", .yearOfPosting)
    table.entries = [.shuDistribution]
    return table
  }

  /// What members got of their parts, with the entry that pays.
  fileprivate static var shuPayment: EventTable {
    var table = EventTable.list("shuPayment", .yearOfPayment)
    table.entries = [.shuCredit, .shuPayment, .shuForfeit, .repayment]
    return table
  }

  /// What somebody got out of a fund of an SHU, with the entry that pays.
  fileprivate static var shuReward: EventTable {
    var table = EventTable.one("shuReward", .yearOfPayment)
    table.entries = [.shuReward]
    return table
  }

  /// What was paid or forgiven of a claim, with the entry that does.
  fileprivate static var taxClaim: EventTable {
    var table = EventTable.one("taxClaim", .member("member"))
    table.entries = [.taxClaim]
    return table
  }

  /// What an insurer paid of a claim, with the entry that receives it.
  fileprivate static var insurancePayment: EventTable {
    var table = EventTable.one("insurancePayment", .accountOfRole)
    table.entries = [.cashReceipt]
    return table
  }

  /// What somebody who left has yet to take, with the entry of their leaving.
  fileprivate static var leaverPayable: EventTable {
    var table = EventTable.one("leaverPayable", .member("member"))
    table.entries = [.leave]
    return table
  }

  /// Who took it, with the entry that pays it.
  fileprivate static var leaverPayment: EventTable {
    var table = EventTable.one("leaverPayment", .member("member"))
    table.entries = [.leaverPayment]
    return table
  }

  /// Who brought or got money, with the entry that books it.
  fileprivate static var cashParty: EventTable {
    var table = EventTable.one("cashParty", .accountOfRole)
    table.entries = [.cashReceipt, .cashPayment]
    return table
  }

  /// Accrued interest that is used, with the entry that pays it; or brought, with the opening.
  fileprivate static var accrualUse: EventTable {
    var table = EventTable.list("accrualUse", .accountOfRole)
    table.entries = [.opening, .depositOpening, .depositInterest, .depositEnding, .reversal]
    return table
  }

  /// What accounts were charged, with the voucher that does.
  fileprivate static var savingsFee: EventTable {
    var table = EventTable.list("savingsFee", .productOfAccount, open: "feeMonth")
    table.entries = [.monthlyFee]
    return table
  }

  /// The end of planned savings, with the voucher that pays them out.
  fileprivate static var plannedPayment: EventTable {
    var table = EventTable.one("plannedSavingsEnd", .accountOfRole, open: "plannedEndedOn")
    table.entries = [.plannedPayment]
    return table
  }

  /// A fixed asset, with the entry that buys it.
  fileprivate static var boughtAsset: EventTable {
    var table = EventTable.one("asset", .text("number"))
    table.entries = [.assetPurchase]
    return table
  }

  /// The vouchers of a year's end, with the paper that they stand on.
  fileprivate static func yearEntry(_ entries: [EntryKind]) -> EventTable {
    var table = EventTable.list("yearEntry", .year)
    table.entries = entries
    return table
  }

  /// How a fixed asset left, with the entry that says so.
  fileprivate static var assetDisposal: EventTable {
    var table = EventTable.one("assetDisposal", .asset)
    table.entries = [.assetDisposal]
    return table
  }

  /// What was paid of the tax of a month, by article, with the entry that does.
  fileprivate static var taxPayment: EventTable {
    var table = EventTable.list("taxPayment", .month("month"))
    table.entries = [.taxPayment]
    return table
  }

  /// One row about interest that is corrected, with the entry that does.
  fileprivate static func corrected(_ name: String) -> EventTable {
    var table = EventTable.one(name, .accountOfRole)
    table.entries = [.interestCorrection]
    return table
  }

  /// The terms of a savings product, from a month on that is not closed.
  fileprivate static let savingsTerms: [EventTable] = ["savingsTier", "savingsWindow"].reduce(
    into: [.one("savingsTerms", .savingsProduct, open: "effectiveFrom")]
  ) { tables, table in
    tables.append(.list(table, .savingsProduct, open: "effectiveFrom"))
  }

  /// The terms of a loan product, from a month on that is not closed.
  fileprivate static let loanTerms: [EventTable] = [
    .one("loanTerms", .loanProduct, open: "effectiveFrom"),
    .list("loanFee", .loanProduct, open: "effectiveFrom"),
  ]

  /// A step in the life of a loan, in an open month, with the entry that it stands on.
  fileprivate static func step(
    _ word: String, _ entries: EntryKind..., isList: Bool = false
  ) -> EventTable {
    var table = EventTable.one("loanStep", .loan("loan"), open: "bookDate")
    table.word = word
    table.entries = entries
    table.isList = isList
    return table
  }

  /// What is known of a payment, with the entry that says it.
  fileprivate static func split(_ entry: EntryKind) -> EventTable {
    var table = EventTable.one("loanSplit", .loan("loan"))
    table.entries = [entry]
    return table
  }

  /// A plan of installments, with the entry that it stands on.
  fileprivate static func plan(_ entry: EntryKind?, isList: Bool = true) -> [EventTable] {
    var plan = EventTable.one("loanPlan", .loan("loan"), open: "startedOn")
    plan.entries = [entry].compactMap(\.self)
    plan.isList = isList
    return [plan, .list("loanInstallment", .loan("loan"))]
  }
}
