/// A loan as the book knows it (pinjaman).
public struct Loan: Hashable, Sendable, Codable {
  /// What has become of a loan; derived from its steps and its principal.
  public enum Status: String, CaseIterable, Sendable, Codable {
    /// Asked for.
    case applied
    /// Granted, not yet paid out.
    case approved
    /// Not granted.
    case rejected
    /// Taken back by who asked for it.
    case withdrawn
    /// Paid out and owed.
    case running
    /// Paid back.
    case settled
    /// Given up; the claim is kept in memory.
    case writtenOff = "written-off"
    /// Taken over from an earlier book, and taken back.
    case cancelled

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .applied: Phrase(id: "Diajukan", en: "Applied for")
      case .approved: Phrase(id: "Disetujui", en: "Approved")
      case .rejected: Phrase(id: "Ditolak", en: "Rejected")
      case .withdrawn: Phrase(id: "Dicabut", en: "Withdrawn")
      case .running: Phrase(id: "Berjalan", en: "Running")
      case .settled: Phrase(id: "Lunas", en: "Settled")
      case .writtenOff: Phrase(id: "Dihapus buku", en: "Written off")
      case .cancelled: Phrase(id: "Dibatalkan", en: "Cancelled")
      }
    }
  }

  /// The number people use: `PJ-0001`; it is the code of its principal account too.
  public let number: LoanNumber
  /// The borrower's member number.
  public let memberNumber: MemberNumber
  /// The borrower's name.
  public let memberName: String
  /// The product's code.
  public let product: ProductCode
  /// The terms that hold for it, with its own rate and term.
  public var terms: LoanTerms { shared.terms }
  /// The amount lent, or asked for.
  public let principal: Rupiah
  /// The day on which it was asked for; of a loan taken over, the day of the takeover.
  public let appliedOn: BookDate
  /// The day on which it was paid out; nil before.
  public let disbursedOn: BookDate?
  /// What has become of it.
  public let status: Status
  /// What it goes beyond, pointed out by the act that has just asked for it, granted it or given it
  /// a new plan; empty for a loan that is only read.
  public package(set) var warnings: [LedgerWarning] = []
  private let shared: SharedTerms

  // On a wire a loan has its terms, whether or not others have the same.
  private enum CodingKeys: String, CodingKey {
    case number, memberNumber, memberName, product, principal, appliedOn, disbursedOn, status
    case warnings
    case shared = "terms"
  }

  /// Whether it is asked for, granted or owed: what lists show unless they are asked for more.
  package var isOpen: Bool {
    switch status {
    case .applied, .approved, .running: true
    case .rejected, .withdrawn, .settled, .writtenOff, .cancelled: false
    }
  }

  /// Gathers what is known of a loan.
  package init(
    number: LoanNumber, memberNumber: MemberNumber, memberName: String, product: ProductCode,
    terms: LoanTerms,
    principal: Rupiah, appliedOn: BookDate, disbursedOn: BookDate?, status: Status
  ) {
    self.init(
      number: number, memberNumber: memberNumber, memberName: memberName, product: product,
      sharing: SharedTerms(terms), principal: principal, appliedOn: appliedOn,
      disbursedOn: disbursedOn, status: status)
  }

  /// Gathers what is known of a loan whose terms others have too.
  init(
    number: LoanNumber, memberNumber: MemberNumber, memberName: String, product: ProductCode,
    sharing shared: SharedTerms, principal: Rupiah, appliedOn: BookDate, disbursedOn: BookDate?,
    status: Status
  ) {
    self.number = number
    self.memberNumber = memberNumber
    self.memberName = memberName
    self.product = product
    self.shared = shared
    self.principal = principal
    self.appliedOn = appliedOn
    self.disbursedOn = disbursedOn
    self.status = status
  }
}

extension Loan: Identifiable {
  /// The number of the loan.
  public var id: LoanNumber { number }
}
