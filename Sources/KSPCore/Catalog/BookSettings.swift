/// What a book says about itself.
public struct BookSettings: Hashable, Sendable {
  /// The cooperative's name.
  public var name: String
  /// The number of its deed (nomor badan hukum), if given.
  public var legalNumber: String?
  /// Its address, if given.
  public var address: String?
  /// The first month whose month end is run; earlier days are only for opening balances.
  public var firstMonth: BookMonth
  /// The book's time zone as an offset from UTC in seconds; 25,200 is Jakarta (WIB).
  public var utcOffsetSeconds: Int64

  /// Settings; the time zone is Jakarta's unless another is given.
  public init(
    name: String, legalNumber: String? = nil, address: String? = nil, firstMonth: BookMonth,
    utcOffsetSeconds: Int64 = 25_200
  ) {
    self.name = name
    self.legalNumber = legalNumber
    self.address = address
    self.firstMonth = firstMonth
    self.utcOffsetSeconds = utcOffsetSeconds
  }
}
