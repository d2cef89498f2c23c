"""What the scripts share: clients of the cloud under test, and the AWS CLI.

PythonClientIT gives the end point and the keys in AWS's own environment variables, so boto3 and the CLI need no settings here.
"""

import json
import os
import subprocess
import sys
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

REGION = os.environ["AWS_REGION"]
APP = os.environ["LAMBDAFLEX_APP"]
ZONE_NAME = os.environ["LAMBDAFLEX_ZONE"]
HOST = APP + "." + ZONE_NAME.rstrip(".")


def client(service, attempts=10, **settings):
    return boto3.client(service, config=Config(retries={"mode": "standard", "total_max_attempts": attempts}), **settings)


def cli(*arguments):
    """Runs the AWS CLI; gives back its exit code, its answer (an object, or None) and what it said on stderr."""
    run = subprocess.run(
        [sys.executable, "-m", "awscli", "--output", "json", *arguments], capture_output=True, text=True, timeout=120
    )
    return run.returncode, json.loads(run.stdout) if run.stdout.strip() else None, run.stderr


def refusal(call, *arguments, **parameters):
    """The code and the message of the refusal that the call must be answered with."""
    try:
        call(*arguments, **parameters)
    except ClientError as error:
        return error.response["Error"]["Code"], error.response["Error"]["Message"]
    raise AssertionError("not refused")


def until(condition, seconds=60):
    """Asks again and again until the condition holds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        result = condition()
        if result:
            return result
        time.sleep(0.2)
    raise AssertionError("not within %d s" % seconds)
