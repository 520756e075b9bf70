// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "reading-training",
    dependencies: [.package(name: "wiredesk", path: "../..")],
    targets: [
        .executableTarget(
            name: "dump-blocks",
            dependencies: [.product(name: "WiredeskEngine", package: "wiredesk")],
            swiftSettings: [.swiftLanguageMode(.v6)]
        )
    ]
)
