// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "quote-training",
    dependencies: [.package(name: "wiredesk", path: "../..")],
    targets: [
        .executableTarget(
            name: "QuoteSigns",
            dependencies: [.product(name: "WiredeskEngine", package: "wiredesk")],
            swiftSettings: [.swiftLanguageMode(.v6)]
        )
    ]
)
