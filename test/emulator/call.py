"""Calls an operation of an AWS service, page by page where it has pages, and writes the answer as the AWS CLI does.

Usage: python call.py SERVICE OPERATION [ARGUMENTS AS JSON]
"""

import json
import sys

import boto3

service, operation, *given = sys.argv[1:]
client = boto3.client(service)
arguments = json.loads(given[0]) if given else {}
if client.can_paginate(operation):
    answer = client.get_paginator(operation).paginate(**arguments).build_full_result()
else:
    answer = getattr(client, operation)(**arguments)
print(json.dumps(answer, default=lambda value: value.isoformat()))
