// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "summary-training",
    dependencies: [.package(name: "wiredesk", path: "../..")],
    targets: [
        .executableTarget(
            name: "SummaryFeatures",
            dependencies: [.product(name: "WiredeskEngine", package: "wiredesk")],
            swiftSettings: [.swiftLanguageMode(.v6)]
        )
    ]
)
