// swift-tools-version: 6.2

import PackageDescription

/// The benchmark: a package of its own, so that the library never depends on what measures it. The
/// C programs in `Sources/CFloor` are built by `run`, with the compiler that measures them.
let package = Package(
  name: "Performance",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "ksp-ledger", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "Bench",
      dependencies: [
        .product(name: "KSPLedger", package: "ksp-ledger")
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ],
  swiftLanguageModes: [.v6]
)
