// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of the libraries never build it.
let package = Package(
    name: "wiredesk-benchmarks",
    dependencies: [.package(name: "wiredesk", path: "..")],
    targets: [
        .executableTarget(
            name: "wiredesk-benchmarks",
            dependencies: [
                .product(name: "WiredeskEngine", package: "wiredesk"),
                .product(name: "WiredeskClient", package: "wiredesk"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]
        )
    ]
)
