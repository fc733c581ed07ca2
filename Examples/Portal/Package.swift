// swift-tools-version: 6.2

import PackageDescription

/// A portal for members: a package of its own, so that the ledger depends on no web framework.
let package = Package(
  name: "Portal",
  platforms: [.macOS(.v15)],
  dependencies: [
    // snippet: package
    .package(name: "ksp-ledger", path: "../..", traits: []),
    // snippet end
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    .executableTarget(
      name: "Portal",
      dependencies: [
        // snippet: product
        .product(name: "KSPLedger", package: "ksp-ledger"),
        // snippet end
        .product(name: "KSPStatements", package: "ksp-ledger"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ],
  swiftLanguageModes: [.v6]
)
