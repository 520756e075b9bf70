"""Analyses a corpus of JSON lines on a Spark cluster, with `wiredesk batch` on every worker and no server.

    spark-submit analyze_with_pipe.py --input hdfs:///articles.jsonl --output hdfs:///results

Each line in is {"id", "text"|"html"|"base64", …} and has one line out, {"id", "result"} or {"id", "error"}. The lines
need ids: without one, a line goes by its number, which begins again in each partition. The executable has to be on the
workers: installed, or shipped with `--files wiredesk` and named by `--wiredesk ./wiredesk`.
"""

from __future__ import annotations

import argparse
import shlex

from pyspark.sql import SparkSession


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--partitions", type=int, help="at least so many (default: as the input is split)")
    parser.add_argument("--wiredesk", default="wiredesk", help="the executable on the workers")
    parser.add_argument("--options", default="", help='more for `wiredesk batch`, such as "--stages reading"')
    arguments = parser.parse_args()

    # Spark runs one task for each core that it was given, so each child works on one article at a time. A line that
    # cannot be analysed is an error in the output, not a failure of the job.
    command = f"{shlex.quote(arguments.wiredesk)} batch --jobs 1 --fail-on-error never {arguments.options}"
    spark = SparkSession.builder.appName("wiredesk").getOrCreate()
    lines = spark.sparkContext.textFile(arguments.input, arguments.partitions)
    # With checkCode a child that dies fails its task, which Spark runs again. Without, its lines would vanish silently.
    lines.pipe(command, checkCode=True).saveAsTextFile(arguments.output)
    spark.stop()


if __name__ == "__main__":
    main()
