"""Units, image and manifests, as far as they can be checked without what runs them."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import unittest
from pathlib import Path
from typing import Any

from desk import BINARY, DEPLOY

# The exposure that `systemd-analyze security` gives a unit, 0 (none) to 10: at most this.
MOST_EXPOSED = {"wiredesk.service": 1.5, "wiredesk-local.service": 1.0}


@unittest.skipUnless(shutil.which("systemd-analyze"), "missing: systemd-analyze")
class Units(unittest.TestCase):
    def test_they_are_valid(self) -> None:
        for unit in sorted((DEPLOY / "systemd").glob("wiredesk*.s*")):
            if unit.suffix not in (".service", ".socket"):
                continue
            with self.subTest(unit.name):
                run = subprocess.run(["systemd-analyze", "verify", "--man=no", unit], capture_output=True, text=True)
                complaints = [line for line in run.stderr.splitlines() if "is not executable" not in line]
                self.assertEqual(complaints, [])

    def test_they_are_closed(self) -> None:
        for name, most in MOST_EXPOSED.items():
            command = ["systemd-analyze", "security", "--offline=true", DEPLOY / "systemd" / name]
            run = subprocess.run(command, capture_output=True, text=True)
            found = re.search(r"exposure level for \S+: ([\d.]+)", run.stdout)
            assert found, run.stdout + run.stderr
            self.assertLessEqual(float(found[1]), most, name)


@unittest.skipUnless(shutil.which("hadolint"), "missing: hadolint")
class Image(unittest.TestCase):
    def test_lint(self) -> None:
        run = subprocess.run(["hadolint", DEPLOY / "docker" / "Dockerfile"], capture_output=True, text=True)
        self.assertEqual((run.stdout + run.stderr).strip(), "")


@unittest.skipUnless(importlib.util.find_spec("kubernetes_validate"), "missing: the package kubernetes-validate")
class Manifests(unittest.TestCase):
    def documents(self) -> list[dict[str, Any]]:
        import yaml

        return list(yaml.safe_load_all((DEPLOY / "kubernetes" / "wiredesk.yaml").read_text()))

    def test_schemas(self) -> None:
        import kubernetes_validate

        documents = self.documents()
        self.assertEqual([one["kind"] for one in documents],
                         ["Deployment", "Service", "Service", "PodDisruptionBudget", "HorizontalPodAutoscaler"])  # fmt: skip
        for one in documents:
            with self.subTest(one["kind"]):
                kubernetes_validate.validate(one, "1.30", strict=True)

    def test_selectors_and_ports_meet(self) -> None:
        deployment, *others = self.documents()
        pod = deployment["spec"]["template"]
        ports = {port["name"] for port in pod["spec"]["containers"][0]["ports"]}
        for one in others:
            selector = one["spec"].get("selector", {})
            selector = selector.get("matchLabels", selector)
            self.assertLessEqual(selector.items(), pod["metadata"]["labels"].items(), one["kind"])
            for port in one["spec"].get("ports", []):
                self.assertIn(port["targetPort"], ports)

    def test_the_executable_knows_the_arguments(self) -> None:
        arguments = self.documents()[0]["spec"]["template"]["spec"]["containers"][0]["args"]
        if not Path(BINARY).exists():
            self.skipTest("no executable")
        known = subprocess.run([BINARY, "serve", "--help"], capture_output=True, text=True).stdout
        options = [argument.partition("=")[0] for argument in arguments if argument.startswith("--")]
        self.assertEqual([option for option in options if f"{option} <" not in known], [])


