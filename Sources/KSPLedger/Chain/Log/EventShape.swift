import KSPCore

/// How the rows that an event writes become the fields that people see.
///
/// The rows of some tables stand flat, beside one another; those of the others are lists under a
/// name of their own.
package struct EventShape: Sendable {
  /// The tables whose rows stand flat.
  package let flat: [String]
  /// The tables whose rows are lists.
  package let lists: [String]
  /// Whether the event changes rows that were there.
  package let changesRows: Bool

  /// The shape of a kind; one of a newer program has lists only.
  package init(_ kind: String) {
    let tables = EventKind(rawValue: kind)?.tables ?? []
    flat = tables.filter { !$0.isList }.map(\.table)
    lists = tables.filter(\.isList).map(\.table)
    changesRows = tables.contains { !$0.changing.isEmpty }
  }

  /// Terms that come with their product need not name it.
  package func hides(_ field: String, of table: String) -> Bool {
    field == "product" && table.hasSuffix("Terms") && flat.first != table
  }

  /// What the list of a table's rows is called.
  package static func list(of table: String) -> String { listNames[table] ?? table }

  private static let listNames: [String: String] = [
    "account": "accounts", "accountRole": "roles", "backupLog": "backups",
    "closedMonth": "months", "holiday": "holidays", "loan": "loans", "loanAccount": "parts",
    "loanCollateral": "collateral", "loanFee": "fees", "loanGuarantor": "guarantors",
    "loanInstallment": "installments", "loanOffer": "offers", "loanPlan": "plans",
    "loanProduct": "loanProducts", "loanRelease": "releases", "loanSplit": "splits",
    "loanStep": "steps", "loanTerms": "loanTerms", "member": "members",
    "memberAttribute": "attributes", "membership": "memberships", "monthEvidence": "evidence",
    "memberMerge": "merges", "leaverPayable": "owed", "leaverPayment": "taken",
    "memberDeath": "deaths", "insurancePayment": "insurancePayments",
    "monthProduct": "products", "monthFinding": "findings", "savingsAccount": "savings",
    "savingsProduct": "products",
    "savingsTerms": "terms", "savingsTier": "tiers", "savingsWindow": "windows",
    "setting": "settings", "taxRule": "taxRules", "interestPart": "interestParts",
    "taxSettled": "settlements", "taxClaim": "taxClaims", "taxPayment": "taxPayments",
    "interestCorrection": "corrections",
    "till": "tills", "tillCount": "counts", "tillPiece": "pieces",
    "tillLine": "tillLines",
    "bankLine": "bankLines", "bankMatch": "ticks", "bankRule": "bankRules",
    "cashWord": "cashWords",
    "payrollClaim": "claims", "claimLine": "claimLines", "claimDeduction": "deductions",
    "claimClosing": "closings",
    "shuDecision": "shuDecisions", "shuFund": "shuFunds", "shuProduct": "shuProducts",
    "shuPoint": "shuPoints", "shuReward": "shuRewards",
    "shuPosting": "shuPostings", "shuPot": "shuPots", "shuPart": "shuParts",
    "shuPayment": "shuPayments",
    "entryValue": "valueDates", "memberKind": "kinds", "accountName": "names",
    "cashParty": "parties", "officer": "officers", "dueAmount": "dueAmounts",
    "asset": "assets", "assetDisposal": "disposals",
    "yearClosing": "yearClosings", "yearEntry": "yearEntries",
    "yearRatification": "ratifications",
    "dueExemption": "exemptions", "dueTakeover": "takeovers", "duePayment": "dueMonths",
    "depositOffer": "depositOffers", "depositRate": "depositRates", "termDeposit": "termDeposits",
    "depositInterest": "depositInterests", "depositEnd": "depositEnds",
    "depositPledge": "pledges", "depositHeir": "heirs", "accrualUse": "accrualUses",
    "waitingSettlement": "waitingSettlements",
    "standingOrder": "orders", "standingOrderEnd": "orderEnds", "orderTry": "tries",
    "savingsFeeRule": "feeRules", "savingsFee": "charged",
    "plannedSavingsTerms": "plannedTerms", "plannedSavings": "planned",
    "plannedSavingsEnd": "plannedEnds",
    "corporateTaxRule": "corporateTaxRules", "corporateTaxExempt": "exempt",
    "hold": "holds", "holdRelease": "holdReleases",
  ]

  /// The columns that say what the event is about already, or what no one outside the file needs.
  private static let silent: [String: Set<String>] = [
    "book": ["id"], "backupLog": ["id"], "account": ["id"], "member": ["id", "hasTaxNumber"],
    "loan": ["id"],
    "loanProduct": ["id"], "savingsProduct": ["id"], "savingsAccount": ["account"],
    "savingsTier": ["product", "effectiveFrom", "version"],
    "savingsWindow": ["product", "effectiveFrom", "version"],
    "loanFee": ["product", "effectiveFrom", "version", "line"],
    "loanSplit": ["loan"], "loanStep": ["id", "loan", "recordedBy"],
    "loanPlan": ["loan", "afterEntry"],
    "loanInstallment": ["loan", "version"], "loanOffer": ["loan", "step"],
    "loanRelease": ["loan", "step"],
    "loanCollateral": ["loan", "line", "step"],
    "loanGuarantor": ["loan", "line"], "loanAccount": ["loan"], "membership": ["member"],
    "memberMerge": ["member", "event"], "memberDeath": ["member", "event"],
    "insurancePayment": ["account", "entry"],
    "leaverPayable": ["member", "entry"], "leaverPayment": ["member"],
    "memberKind": ["member"], "interestPart": ["account", "entry"],
    "taxSettled": ["ordinal", "known"], "taxClaim": ["entry"], "taxPayment": ["entry", "month"],
    "dueAmount": ["event"], "dueExemption": ["event", "member"],
    "dueTakeover": ["event", "member"], "duePayment": ["account", "entry"],
    "interestCorrection": ["account", "entry"],
    "asset": ["id", "entry"], "assetDisposal": ["entry", "asset"],
    "yearClosing": ["year"], "yearEntry": ["year"], "yearRatification": ["year", "lastDay"],
    "tillCount": ["account", "event", "known"], "tillPiece": ["account", "number"],
    "tillLine": ["account"],
    "depositOffer": ["event", "product"], "depositRate": ["event"], "termDeposit": ["account"],
    "depositInterest": ["account"], "depositEnd": ["account"],
    "depositPledge": ["event", "account"], "accrualUse": ["entry", "account"],
    "waitingSettlement": ["account"],
    "depositHeir": ["account", "member"], "hold": ["account", "event"],
    "plannedSavingsTerms": ["event", "product"], "plannedSavings": ["account", "event"],
    "plannedSavingsEnd": ["account", "event"],
    "corporateTaxRule": ["event"], "corporateTaxExempt": ["event"],
    "savingsFeeRule": ["event", "product"], "savingsFee": ["entry"],
    "holdRelease": ["event"], "standingOrder": ["account"], "orderTry": ["event"],
    "payrollClaim": ["account"], "claimLine": ["claim"], "claimDeduction": ["entry"],
    "shuDecision": ["event"], "shuFund": ["event"], "shuProduct": ["event"],
    "shuPoint": ["event"], "shuReward": ["entry", "posting"],
    "shuPosting": ["entry"], "shuPot": ["entry"], "shuPart": ["entry"],
    "shuPayment": ["entry", "posting"],
    "bankLine": ["account"], "bankMatch": ["account", "version"],
    "bankRule": ["account", "version"],
    "cashWord": ["version"],
    "memberAttribute": ["member"], "monthProduct": ["month"], "monthFinding": ["month"],
    "monthEvidence": ["month"],
    "closedMonth": ["closedAt", "closedBy"],
  ]

  /// The name under which a column is shown; nil for one that is not.
  package static func field(_ column: String, of table: String) -> String? {
    guard silent[table]?.contains(column) != true else { return nil }
    return switch column {
    case "rateBillionths": "rate"
    // It is part of the rate.
    case "rateBasis": nil
    default: column
    }
  }

  /// The column by which people know the rows of a table.
  static let names: [String: String] = [
    "account": "code", "member": "number", "loan": "number", "savingsProduct": "code",
    "loanProduct": "code", "asset": "number",
  ]
}
