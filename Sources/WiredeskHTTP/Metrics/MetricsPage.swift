import WiredeskModel
import WiredeskProtocol
import WiredeskServer

/// `GET /metrics`; deploy/prometheus/README.md has the names in a table.
enum MetricsPage {
    static func text(_ reading: MetricsReading, http: [(HTTPCounters.Key, Int)]) -> [UInt8] {
        var page = MetricsText()
        page.metric("wiredesk_build_info", .gauge, "Always 1; the labels tell the versions.")
        page.sample(
            "wiredesk_build_info",
            ["version": reading.version.version, "model": reading.version.model, "protocol": "1"], 1)
        requests(reading, &page)
        times(reading, &page)
        occupancy(reading, &page)
        traffic(reading, http, &page)
        process(&page)
        return Array(page.text.utf8)
    }

    private static func requests(_ reading: MetricsReading, _ page: inout MetricsText) {
        page.single("wiredesk_requests_total", .counter, reading.requests, "Requests that have come.")
        page.metric("wiredesk_results_total", .counter, "Requests that are answered: ok, or the code of the error.")
        page.sample("wiredesk_results_total", ["result": "ok"], reading.results)
        for (code, count) in reading.requestErrors {
            page.sample("wiredesk_results_total", ["result": code.name], count)
        }
        page.metric("wiredesk_rejections_total", .counter, "Requests that were told to come again, by what was full.")
        for (reason, count) in reading.rejections {
            page.sample("wiredesk_rejections_total", ["reason": reason.name], count)
        }
        page.metric("wiredesk_stage_timeouts_total", .counter, "Stages that the compute deadline stopped.")
        for (step, count) in reading.timeouts {
            page.sample("wiredesk_stage_timeouts_total", ["stage": step.name], count)
        }
    }

    private static func times(_ reading: MetricsReading, _ page: inout MetricsText) {
        page.metric("wiredesk_request_duration_seconds", .histogram, "From a request's arrival to its answer.")
        page.histogram("wiredesk_request_duration_seconds", [:], reading.requestTimes)
        page.metric("wiredesk_queue_wait_seconds", .histogram, "From a request's arrival to a worker that is free.")
        page.histogram("wiredesk_queue_wait_seconds", [:], reading.queueTimes)
        page.metric("wiredesk_stage_duration_seconds", .histogram, "What a worker spends on each stage of a request.")
        for (step, times) in reading.stepTimes {
            page.histogram("wiredesk_stage_duration_seconds", ["stage": step.name], times)
        }
    }

    private static func occupancy(_ reading: MetricsReading, _ page: inout MetricsText) {
        page.single("wiredesk_requests_in_flight", .gauge, reading.inFlight, "Requests that have no answer yet.")
        page.single("wiredesk_queue_depth", .gauge, reading.queued, "Requests that wait for a worker.")
        page.single("wiredesk_queue_limit", .gauge, reading.queueLimit, "Requests that may wait for a worker.")
        page.single("wiredesk_workers_busy", .gauge, reading.busyWorkers, "Workers that have a request.")
        page.single("wiredesk_workers", .gauge, reading.workers, "Workers there are.")
        page.single(
            "wiredesk_article_memory_bytes", .gauge, reading.articleMemory, "What the articles in the server hold.")
        page.single(
            "wiredesk_article_memory_limit_bytes", .gauge, reading.articleMemoryLimit, "What they may hold together.")
        page.single("wiredesk_draining", .gauge, reading.isDraining ? 1 : 0, "1 while the server finishes and stops.")
    }

    private static func traffic(
        _ reading: MetricsReading, _ http: [(HTTPCounters.Key, Int)], _ page: inout MetricsText
    ) {
        page.single("wiredesk_connections", .gauge, reading.connections, "Connections of the binary protocol.")
        page.single("wiredesk_connections_limit", .gauge, reading.connectionLimit, "Connections that there may be.")
        page.single(
            "wiredesk_connections_opened_total", .counter, reading.connectionsOpened, "Connections that have come.")
        page.metric(
            "wiredesk_connection_errors_total", .counter, "Connections that an error ended, or that were refused.")
        for (code, count) in reading.connectionErrors {
            page.sample("wiredesk_connection_errors_total", ["code": code.name], count)
        }
        page.single("wiredesk_received_bytes_total", .counter, reading.bytesIn, "Bytes from connections.")
        page.single("wiredesk_sent_bytes_total", .counter, reading.bytesOut, "Bytes to connections.")
        let payloads = [("request", reading.requestPayloads), ("reply", reading.replyPayloads)]
        page.metric("wiredesk_payload_raw_bytes_total", .counter, "Bytes of payloads, uncompressed.")
        for (direction, size) in payloads {
            page.sample("wiredesk_payload_raw_bytes_total", ["direction": direction], size.raw)
        }
        page.metric("wiredesk_payload_wire_bytes_total", .counter, "Bytes of the same payloads on the wire.")
        for (direction, size) in payloads {
            page.sample("wiredesk_payload_wire_bytes_total", ["direction": direction], size.wire)
        }
        page.metric("wiredesk_http_requests_total", .counter, "Requests to the HTTP port, by path and status.")
        for (key, count) in http {
            page.sample("wiredesk_http_requests_total", ["path": key.path, "code": String(key.status)], count)
        }
    }

    private static func process(_ page: inout MetricsText) {
        guard let usage = ProcessUsage() else { return }
        page.metric("process_cpu_seconds_total", .counter, "Processor time of the process.")
        page.sample("process_cpu_seconds_total", seconds: usage.processorSeconds)
        page.single("process_resident_memory_bytes", .gauge, usage.residentBytes, "Memory of the process.")
        page.single("process_open_fds", .gauge, usage.openDescriptors, "Open file descriptors.")
        page.single("process_max_fds", .gauge, usage.maximumDescriptors, "File descriptors that may be open.")
        page.metric("process_start_time_seconds", .gauge, "When the process started, Unix time.")
        page.sample("process_start_time_seconds", seconds: usage.startTime)
    }
}
