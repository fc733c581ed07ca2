import GRDB
import KSPCore

/// The month that passes work on: where its movements stand, what was known, and where what they
/// find goes.
struct EndingMonth {
  /// Holds the journal and the evidence.
  let book: Database
  /// Holds members, accounts, terms and rules: the same book, or for a proof what the chain said
  /// when the month was closed. What was recorded since does not count then.
  let known: Database
  let month: BookMonth
  let catalog: Catalog
  let desk: MonthEndDesk
  let findings = PassFindings()

  /// The month of an open book.
  init(_ book: Database, _ month: BookMonth, _ catalog: Catalog, _ desk: MonthEndDesk) {
    self.book = book
    known = book
    self.month = month
    self.catalog = catalog
    self.desk = desk
  }

  /// A closed month, with what `known` holds as it was closed.
  init(_ book: Database, known: Database, _ month: BookMonth, _ desk: MonthEndDesk) throws {
    self.book = book
    self.known = known
    self.month = month
    catalog = try Catalog(known)
    self.desk = desk
  }
}

/// What passes find out that later ones stand on, beyond a single member.
final class PassFindings {
  /// What has to be set aside, by loan product.
  var allowances: [ProductCode: Rupiah] = [:]
  /// The loans that no longer keep the class they had before a new plan, by loan product.
  var cured: [ProductCode: [LoanNumber]] = [:]
  /// What the event that closes the month records beside the closing itself.
  var atClosing: [RowChange] = []
}
