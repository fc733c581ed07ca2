// swift-tools-version: 6.2

import PackageDescription

/// Documentation is built with the DocC plugin only when asked for (`KSP_DOCS=1 swift package
/// generate-documentation`), so that programs embedding the ledger never resolve it.
let buildsDocumentation = Context.environment["KSP_DOCS"] != nil

/// The tests are built without optimising our own code (`.ci/flags`); what it depends on is.
let isUnoptimised = Context.environment["KSP_UNOPTIMISED"] != nil

let package = Package(
  name: "ksp-ledger",
  // Built and tested on Linux; macOS is untested.
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "KSPCore", targets: ["KSPCore"]),
    .library(name: "KSPLedger", targets: ["KSPLedger"]),
    .library(name: "KSPStatements", targets: ["KSPStatements"]),
    .library(name: "KSPTesting", targets: ["KSPTesting"]),
    .executable(name: "ksp", targets: ["ksp"]),
  ],
  traits: [
    .default(enabledTraits: ["SwiftCrypto"]),
    .trait(
      name: "SwiftCrypto",
      description: """
        SHA-256 by swift-crypto. Without it (`traits: []`) the ledger brings its own, which is \
        slower, and the first build is half as long.
        """),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Both ends are built and tested by `.ci/long`; the floors are the lowest that were.
    .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
  ],
  targets: [
    .target(name: "KSPCore"),
    .target(
      name: "KSPLedger",
      dependencies: [
        "KSPCore",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(
          name: "Crypto", package: "swift-crypto", condition: .when(traits: ["SwiftCrypto"])),
      ]),
    .target(name: "KSPStatements", dependencies: ["KSPCore"]),
    .target(name: "KSPTesting", dependencies: ["KSPCore", "KSPLedger"]),
    .executableTarget(
      name: "ksp",
      dependencies: [
        "KSPCore", "KSPLedger", "KSPStatements",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Examples see what any program sees that embeds the book.
    .executableTarget(
      name: "TellerExample",
      dependencies: ["KSPLedger"],
      path: "Examples/Teller",
      exclude: ["README.md"],
      packageAccess: false),
    .executableTarget(
      name: "PayrollExample",
      dependencies: ["KSPLedger"],
      path: "Examples/Payroll",
      exclude: ["README.md"],
      packageAccess: false),
    .executableTarget(
      name: "CustomProductExample",
      dependencies: ["KSPLedger", "KSPStatements"],
      path: "Examples/CustomProduct",
      exclude: ["README.md"],
      packageAccess: false),
    .executableTarget(
      name: "ArticlesExample",
      dependencies: ["KSPLedger", "KSPStatements", "KSPTesting"],
      path: "Examples/Articles",
      exclude: ["README.md"],
      packageAccess: false),
    .executableTarget(
      name: "PostingChild",
      dependencies: ["KSPLedger", "KSPActs"],
      path: "Tests/PostingChild"),
    .executableTarget(
      name: "PowerCut",
      dependencies: ["KSPActs", "KSPTestSupport", "PostingChild", "ksp"],
      path: "Tests/PowerCut"),
    .target(name: "KSPActs", dependencies: ["KSPCore", "KSPLedger"], path: "Tests/Acts"),
    .target(
      name: "KSPTestSupport",
      dependencies: [
        "KSPCore", "KSPLedger", "KSPActs", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/KSPTestSupport"),
    .testTarget(
      name: "KSPCoreTests", dependencies: ["KSPCore", "KSPTestSupport"], exclude: ["Vectors"]),
    // Books with something in them; no part of `KSPTestSupport`, for which all tests wait.
    .target(
      name: "KSPTestBooks",
      dependencies: [
        "KSPCore", "KSPLedger", "KSPActs", "KSPTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/TestBooks"),
    // A module is compiled on one processor, so the tests of the ledger are two that take about as
    // long: those of the book (journal, file, chain, months, what comes into it, what it refuses)
    // and of loans, which would make the other too long; and those of all other rooms. `ksp` and
    // `PostingChild`, which they start, are built with the tests anyway: to depend on programs that
    // are not imported is to wait until they are linked.
    .testTarget(
      name: "KSPLedgerBookTests",
      dependencies: [
        "KSPCore", "KSPLedger", "KSPStatements", "KSPActs", "KSPTestSupport", "KSPTestBooks",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Import/Sheets"]),
    .testTarget(
      name: "KSPLedgerTests",
      dependencies: [
        "KSPCore", "KSPLedger", "KSPStatements", "KSPActs", "KSPTestSupport", "KSPTestBooks",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "KSPStatementsTests",
      dependencies: ["KSPCore", "KSPStatements", "KSPTestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "kspTests",
      dependencies: ["KSPCore", "KSPLedger", "KSPStatements", "KSPTestSupport", "ksp"]),
    .testTarget(
      name: "DocumentTests",
      dependencies: [
        "KSPTestSupport", "KSPTesting", "ksp",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "HouseTests", dependencies: ["KSPCore", "KSPTestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

if buildsDocumentation {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}

for target in package.targets {
  target.swiftSettings = [
    // `any P` is written where a value is boxed, so that boxing is seen in review.
    .enableUpcomingFeature("ExistentialAny"),
    // GRDB stays out of the public interface unless somebody writes `public import`.
    .enableUpcomingFeature("InternalImportsByDefault"),
    // A file imports what it uses; nothing leaks in through another file.
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
  if isUnoptimised { target.swiftSettings?.append(.unsafeFlags(["-Onone"])) }
}
