"""`check`: what a file says, and what the rules say of it."""

import argparse
import json

from core.cli.job import checked_of, day_of, job_of
from core.importing.reader import Reader
from core.summary import as_json, as_text


def check(options: argparse.Namespace, reader: Reader) -> int:
    """Print the report and its findings; exit code 0."""
    job = job_of(options, reader)
    checked = checked_of(job, day_of(options.date))
    if options.json:
        from core.importing.choosing import questions

        asked = questions.questions(job.report, job.catalogue)
        told = (questions.as_json(job.report, one) for one in asked)
        shown = as_json(job.report, checked, told)
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        print(as_text(job.report, checked, job.catalogue))
    return 0
