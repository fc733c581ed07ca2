public import ArgumentParser
public import KSPCore

extension RecordNumber {
  /// A number as it was typed; whether a record has it, the book says.
  public init?(argument: String) { self.init(argument) }
}

extension MemberNumber: ExpressibleByArgument {}

extension LoanNumber: ExpressibleByArgument {}

extension ProductCode: ExpressibleByArgument {}

extension AssetNumber: ExpressibleByArgument {}
