// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "names-training",
    dependencies: [.package(name: "wiredesk", path: "../..")],
    targets: [
        .executableTarget(
            name: "TrainNames",
            dependencies: [.product(name: "WiredeskEngine", package: "wiredesk")],
            swiftSettings: [.swiftLanguageMode(.v6)]
        )
    ]
)
