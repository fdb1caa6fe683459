"""Counts the JUnit XML reports of a test run, and fails when one that must be there is not."""

import sys
import xml.etree.ElementTree
from pathlib import Path


def main(root: Path, build: int, fixtures: int) -> int:
    counts = {"tests": 0, "failed": 0, "skipped": 0}
    broken = []
    reports = set(root.glob("**/target/**/TEST-*.xml"))
    for report in sorted(reports):
        suite = xml.etree.ElementTree.parse(report).getroot()
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        counts["tests"] += int(suite.get("tests", 0))
        counts["failed"] += failed
        counts["skipped"] += int(suite.get("skipped", 0))
        for case in suite.iter("testcase"):
            for kind in ("failure", "error"):
                for problem in case.findall(kind):
                    message = (problem.get("message") or "").strip().splitlines()
                    broken.append(f"{case.get('classname')}.{case.get('name')}: {message[0] if message else kind}")
    for line in (root / "releng/tests/suites.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            folder = root / line
            ran = sum(int(xml.etree.ElementTree.parse(report).getroot().get("tests", 0))
                      for report in folder.glob("TEST-*.xml"))
            if ran == 0:
                counts["failed"] += 1
                broken.append(f"{line}: no test has run")
    if build != 0:
        counts["failed"] += 1
        broken.append("the build failed: see target/test.log")
    if fixtures != 0 and counts["failed"] == 0:
        counts["failed"] += 1
        broken.append("the checks of the target platform failed")
    for line in broken:
        print(f"FAILED {line}")
    passed = counts["tests"] - counts["skipped"] - sum(1 for line in broken if ": no test has run" not in line
                                                       and not line.startswith("the "))
    print(f"{max(passed, 0)} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
