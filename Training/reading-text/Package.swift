// swift-tools-version: 6.2
import PackageDescription

// Shows the trainer the very features that the engine computes. Debug builds only: it looks inside the engine.
let package = Package(
    name: "reading-text",
    dependencies: [.package(name: "wiredesk", path: "../..")],
    targets: [
        .executableTarget(
            name: "blocks",
            dependencies: [.product(name: "WiredeskEngine", package: "wiredesk")],
            swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
