import GRDB
import KSPCore

/// A member's row with their accounts in one product, as the counter sees it.
struct SavingsHolder {
  let memberID: Int64
  let number: MemberNumber
  let name: String
  let kind: Member.Kind
  let joinedOn: BookDate
  let leftOn: BookDate?
  /// In the order in which they were opened; empty while the member has none in the product.
  var accounts: [SavingsAccountState]

  /// The accounts that are not closed.
  var open: [SavingsAccountState] { accounts.filter { $0.closedOn == nil } }

  /// The one that is used where nobody chooses: the first that is open; nil while there is none.
  var first: SavingsAccountState? { accounts.first { $0.closedOn == nil } ?? accounts.last }

  /// The one that is meant where nobody says which; nil while there is none.
  ///
  /// - Throws: `account.ambiguous` where several are open.
  func only() throws(LedgerError) -> SavingsAccountState? {
    guard accounts.count < 2 || open.count < 2 else {
      throw .accountAmbiguous(open.map(\.code))
    }
    return first
  }
}
