"""Writes the mappings that Lambda has, as its API gives them to an AWS SDK."""

import json

import boto3

pages = boto3.client("lambda").get_paginator("list_event_source_mappings").paginate()
mappings = [mapping for page in pages for mapping in page["EventSourceMappings"]]
print(json.dumps(mappings, default=lambda value: value.isoformat()))
