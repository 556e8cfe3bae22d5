"""An AWS to deploy to: moto's server, and what it lacks for event source mappings.

moto knows mappings of queues and streams only, and takes whatever they are given. Here all kinds are known. As AWS does, this one

- refuses what the API's own model does not allow (names, types, ranges, required members);
- refuses a mapping whose function's role may not do what Lambda needs of the source at the time when the mapping is made;
- refuses a mapping of a function, a source, a topic and a queue that another one has already;
- updates what UpdateEventSourceMapping has a member for, and keeps the rest as it was without saying so.

Sources that moto has no model of are stubs: they have an ARN and nothing behind it.

It writes a line to a file for each mapping that is made and for each that is deleted: "create UUID" or "delete UUID".

Usage: python server.py PORT FILE
"""

import json
import sys
from fnmatch import fnmatchcase

import botocore.session
from botocore.validate import ParamValidator
from moto.awslambda.models import LambdaBackend, lambda_backends
from moto.cloudformation import models as cloudformation_models
from moto.cloudformation import parsing
from moto.cloudformation.exceptions import ValidationError
from moto.core.common_models import CloudFormationModel
from moto.core.exceptions import JsonRESTError
from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.iam.models import Role, iam_backends
from moto.moto_api._internal import mock_random
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.sns.models import Topic
from moto.sqs.models import Queue
from werkzeug.serving import run_simple

# moto reads from a class's module which service it is part of.
MOTO_MODULE = "moto.emulator"

LAMBDA = botocore.session.get_session().get_service_model("lambda")
CREATE = LAMBDA.operation_model("CreateEventSourceMapping").input_shape
UPDATE = LAMBDA.operation_model("UpdateEventSourceMapping").input_shape

# Where the names of CloudFormation are not those of the API.
API_NAMES = {
    "KmsKeyArn": "KMSKeyArn",
    "DocumentDbEventSourceConfig": "DocumentDBEventSourceConfig",
    "KafkaBootstrapServers": "KAFKA_BOOTSTRAP_SERVERS",
}

# What Lambda needs of a source, by the service of its ARN: the actions that AWS documents for each.
NEEDED_OF_SOURCE = {
    "kinesis": ["GetRecords", "GetShardIterator", "DescribeStream", "ListShards"],
    "kinesis-consumer": ["SubscribeToShard"],
    "dynamodb": ["GetRecords", "GetShardIterator", "DescribeStream"],
    "sqs": ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"],
    "kafka": ["DescribeClusterV2", "GetBootstrapBrokers"],
    "mq": ["DescribeBroker"],
    "rds": ["DescribeDBClusters"],
}


def api_error(code, message):
    return JsonRESTError(code, message)


def api_request(properties):
    """The properties of the CloudFormation resource, as its handler gives them to the API."""
    request = renamed(properties)
    request.pop("Tags", None)
    for name in ("Enabled", "BisectBatchOnFunctionError"):
        if isinstance(request.get(name), str):
            request[name] = request[name].lower() == "true"
    return request


def renamed(value):
    if isinstance(value, dict):
        return {API_NAMES.get(name, name): renamed(inner) for name, inner in value.items()}
    return [renamed(inner) for inner in value] if isinstance(value, list) else value


def check_request(request, shape=CREATE):
    report = ParamValidator().validate(request, shape)
    unknown = sorted(set(request) - set(shape.members))
    if report.has_errors() or unknown:
        raise api_error("ValidationException", f"{report.generate_report()} unknown: {unknown}")


def check_role(role_arn, source_arn, account_id):
    """Lambda reads the source with the function's role, and looks when the mapping is made whether it can."""
    service = source_arn.split(":")[2]
    kind = "kinesis-consumer" if service == "kinesis" and "/consumer/" in source_arn else service
    statements = statements_of(role_arn, account_id)
    missing = [
        f"{service}:{action}"
        for action in NEEDED_OF_SOURCE[kind]
        if not any(allows(statement, f"{service}:{action}", source_arn) for statement in statements)
    ]
    if missing:
        raise api_error(
            "InvalidParameterValueException",
            f"The function execution role does not have permissions to call {', '.join(missing)} on {source_arn}",
        )


def statements_of(role_arn, account_id):
    role = iam_backends[account_id]["aws"].get_role_by_arn(role_arn)
    managed = [policy.document for policy in role.managed_policies.values()]
    documents = [*role.policies.values(), *managed, *getattr(role, "aws_documents", [])]
    parsed = [json.loads(document) if isinstance(document, str) else document for document in documents]
    return [statement for document in parsed for statement in listed(document["Statement"])]


def allows(statement, action, resource):
    return (
        statement["Effect"] == "Allow"
        and any(fnmatchcase(action, pattern) for pattern in listed(statement["Action"]))
        and any(fnmatchcase(resource, pattern) for pattern in listed(statement["Resource"]))
    )


def listed(value):
    return value if isinstance(value, list) else [value]


def check_duplicate(request, function_arn, mappings):
    """Lambda takes mappings of the same function and source for the same, whatever their options are."""
    for other in mappings:
        if function_arn == other.function_arn and same_source(request, other.request):
            raise api_error(
                "ResourceConflictException",
                "An event source mapping with the same function and event source already exists. "
                f"Please update or delete the existing mapping with UUID {other.uuid}",
            )


def same_source(request, other):
    if any(request.get(name) != other.get(name) for name in ("EventSourceArn", "Topics", "Queues")):
        return False
    return "EventSourceArn" in request or bool(servers_of(request) & servers_of(other))


def servers_of(request):
    return set(request["SelfManagedEventSource"]["Endpoints"]["KAFKA_BOOTSTRAP_SERVERS"])


def record(event, uuid):
    """What happened to mappings, for tests."""
    with open(sys.argv[2], "a", encoding="utf-8") as file:
        file.write(f"{event} {uuid}\n")


class Resource(CloudFormationModel):
    """A resource that moto does not have in CloudFormation. Its subclasses say how it is made."""

    __module__ = MOTO_MODULE
    TYPE = ""

    @classmethod
    def cloudformation_type(cls):
        return cls.TYPE

    @staticmethod
    def cloudformation_name_type():
        return ""

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        return cls.create(resource_name, cloudformation_json.get("Properties", {}), account_id, region_name, kwargs["LogicalId"])

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        original_resource.update(cloudformation_json.get("Properties", {}))
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        """Never called: moto calls `delete` of the resource."""

    def update(self, properties):
        pass

    def delete(self, account_id, region_name):
        pass


class Mapping(Resource):
    """A mapping of any source, which remembers what it was asked for."""

    __module__ = MOTO_MODULE
    TYPE = "AWS::Lambda::EventSourceMapping"

    def __init__(self, request, function_arn, region, account_id):
        self.uuid = str(mock_random.uuid4())
        self.arn = f"arn:aws:lambda:{region}:{account_id}:event-source-mapping:{self.uuid}"
        self.request = request
        self.function_arn = function_arn
        self.event_source_arn = request.get("EventSourceArn")

    def get_configuration(self):
        asked_for = {name: value for name, value in self.request.items() if name not in ("Enabled", "FunctionName")}
        return {
            **asked_for,
            "UUID": self.uuid,
            "EventSourceMappingArn": self.arn,
            "FunctionArn": self.function_arn,
            "State": "Enabled" if self.request.get("Enabled", True) else "Disabled",
        }

    @property
    def physical_resource_id(self):
        return self.uuid

    @classmethod
    def create(cls, name, properties, account_id, region_name, logical_id):
        try:
            return lambda_backends[account_id][region_name].create_event_source_mapping(api_request(properties))
        except JsonRESTError as error:
            raise ValidationError(message=f"{logical_id}: {error.message}") from error

    def change(self, request):
        """What users do by hand, who have the API and not CloudFormation."""
        check_request({"UUID": self.uuid, **request}, UPDATE)
        self.request = {**self.request, **request}
        if "FunctionName" in request:
            self.function_arn = request["FunctionName"]

    def update(self, properties):
        request = api_request(properties)
        self.request = {**self.request, **{name: value for name, value in request.items() if name in UPDATE.members}}

    def delete(self, account_id, region_name):
        lambda_backends[account_id][region_name].delete_event_source_mapping(self.uuid)


def create_event_source_mapping(backend, request):
    check_request(request)
    function = backend.get_function(request["FunctionName"])
    if "EventSourceArn" in request:
        check_role(function.role, request["EventSourceArn"], backend.account_id)
    # Not that of moto's function, which is a version where the mapping has an alias.
    name = request["FunctionName"]
    function_arn = name if name.startswith("arn:") else f"arn:aws:lambda:{backend.region_name}:{backend.account_id}:function:{name}"
    check_duplicate(request, function_arn, backend._event_source_mappings.values())
    mapping = Mapping(request, function_arn, backend.region_name, backend.account_id)
    backend._event_source_mappings[mapping.uuid] = mapping
    record("create", mapping.uuid)
    return mapping


def update_event_source_mapping(backend, uuid, request):
    mapping = backend.get_event_source_mapping(uuid)
    if mapping:
        mapping.change(request)
    return mapping


def recording_deletions(delete_event_source_mapping):
    def delete(backend, uuid):
        record("delete", uuid)
        return delete_event_source_mapping(backend, uuid)

    return delete


class Version(Resource):
    """A published version, whose number moto does not tell to the rest of a template."""

    __module__ = MOTO_MODULE
    TYPE = "AWS::Lambda::Version"

    def __init__(self, function):
        self.function = function

    @classmethod
    def create(cls, name, properties, account_id, region_name, logical_id):
        return cls(lambda_backends[account_id][region_name].publish_version(properties["FunctionName"]))

    @property
    def physical_resource_id(self):
        return self.function.function_arn

    def get_cfn_attribute(self, attribute):
        return str(self.function.version)


class Alias(Resource):
    """An alias, which moto has in its API and not in CloudFormation. It goes when its function does."""

    __module__ = MOTO_MODULE
    TYPE = "AWS::Lambda::Alias"

    def __init__(self, alias):
        self.alias = alias

    @classmethod
    def create(cls, name, properties, account_id, region_name, logical_id):
        return cls(lambda_backends[account_id][region_name].create_alias(
            name=properties["Name"],
            function_name=properties["FunctionName"],
            function_version=properties["FunctionVersion"],
            description="",
            routing_config=None,
        ))

    @property
    def physical_resource_id(self):
        return self.alias.arn


class NamedQueue(Queue):
    """A queue, whose name CloudFormation makes up so that SQS takes it."""

    __module__ = MOTO_MODULE

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        fifo = cloudformation_json["Properties"].get("FifoQueue")
        name = f"{resource_name}.fifo" if fifo and not resource_name.endswith(".fifo") else resource_name
        return Queue.create_from_cloudformation_json(name, cloudformation_json, account_id, region_name, **kwargs)


class RoleOfAwsPolicies(Role):
    """A role with policies of AWS itself, which moto leaves out of what it reads of a template."""

    __module__ = MOTO_MODULE
    POLICIES = json.loads(aws_managed_policies_data)

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, *args, **kwargs):
        role = Role.create_from_cloudformation_json(resource_name, cloudformation_json, *args, **kwargs)
        return cls.with_documents(role, cloudformation_json)

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        return cls.with_documents(original_resource, cloudformation_json)

    @classmethod
    def with_documents(cls, role, cloudformation_json):
        names = [arn.split("/")[-1] for arn in cloudformation_json["Properties"].get("ManagedPolicyArns", [])]
        role.aws_documents = [cls.POLICIES[name]["Document"] for name in names if name in cls.POLICIES]
        return role


class KeptTopic(Topic):
    """A topic that an update keeps, where moto makes another one, under another name."""

    __module__ = MOTO_MODULE

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, *args, **kwargs):
        return original_resource


def stub(resource_type, ref, attributes=None):
    """A resource with nothing behind it. Its texts may have the name, the account, the Region and an id in them."""

    class Stub(Resource):
        __module__ = MOTO_MODULE
        TYPE = resource_type

        def __init__(self, name, account_id, region_name):
            self.values = {"name": name.lower(), "account": account_id, "region": region_name, "id": str(mock_random.uuid4())}

        @classmethod
        def create(cls, name, properties, account_id, region_name, logical_id):
            return cls(name, account_id, region_name)

        @classmethod
        def has_cfn_attr(cls, attr):
            return attr in (attributes or {})

        @property
        def physical_resource_id(self):
            return ref.format(**self.values)

        def get_cfn_attribute(self, attribute):
            return attributes[attribute].format(**self.values)

    return Stub


MSK_CLUSTER = "arn:aws:kafka:{region}:{account}:cluster/{name}/{id}-1"
CONSUMER = "arn:aws:kinesis:{region}:{account}:stream/{name}/consumer/{name}:1700000000"
SECRET = "arn:aws:secretsmanager:{region}:{account}:secret:{name}-AbCdEf"
REGISTRY = "arn:aws:glue:{region}:{account}:registry/{name}"

STUBS = [
    stub("AWS::MSK::Cluster", MSK_CLUSTER, {"Arn": MSK_CLUSTER}),
    stub("AWS::Kinesis::StreamConsumer", CONSUMER, {"ConsumerARN": CONSUMER}),
    stub("AWS::SecretsManager::Secret", SECRET),
    stub("AWS::SecretsManager::SecretTargetAttachment", SECRET),
    stub("AWS::AmazonMQ::Broker", "b-{id}", {"Arn": "arn:aws:mq:{region}:{account}:broker:{name}:b-{id}"}),
    stub("AWS::DocDB::DBCluster", "{name}", {"Endpoint": "{name}.docdb.example.com", "Port": "27017", "ClusterResourceId": "cluster-{id}"}),
    stub("AWS::DocDB::DBClusterParameterGroup", "{name}"),
    stub("AWS::DocDB::DBInstance", "{name}"),
    stub("AWS::DocDB::DBSubnetGroup", "{name}"),
    stub("AWS::Glue::Registry", "{name}", {"Arn": REGISTRY}),
    # moto has these, and then can't delete the VPC that they are in.
    stub("AWS::EC2::RouteTable", "rtb-{id}"),
    stub("AWS::EC2::Route", "{name}"),
    stub("AWS::EC2::SubnetRouteTableAssociation", "rtbassoc-{id}"),
]


class ResourcesInOrder(parsing.ResourceMap):
    """Updates a stack in the order of CloudFormation.

    Resources are added after those that they depend on, which moto does for a new stack only, and not for a change set.
    What is no longer in the template is deleted last, which moto does first.
    """

    _keeps = False

    def update(self, template, parameters=None):
        before = self._resource_json_map
        removed = [name for name in self.build_resource_diff(template, parameters)["Remove"] if name in self._parsed_resources]
        self._keeps = True
        try:
            super().update(template, parameters)
        finally:
            self._keeps = False
        # A resource may have to wait for others, for instance a role for its policies.
        while removed:
            left = [name for name in removed if not self._deletes(name, before[name])]
            if len(left) == len(removed):
                raise ValidationError(message=f"can't delete {left}")
            removed = left

    def _deletes(self, name, definition):
        try:
            self._delete_resource(self._parsed_resources[name], definition)
        except Exception:
            return False
        return True

    def build_resource_diff(self, other_template, parameters=None):
        difference = super().build_resource_diff(other_template, parameters)
        if self._keeps:
            difference = {**difference, "Remove": []}
        resources = other_template["Resources"]
        added = set(difference["Add"])
        ordered = []

        def add(name):
            if name in added:
                added.remove(name)
                for dependency in listed(resources[name].get("DependsOn", [])):
                    add(dependency)
                ordered.append(name)

        for name in difference["Add"]:
            add(name)
        return {**difference, "Add": ordered}


def knowing_defaults(update_stack):
    """The CDK CLI asks to keep a parameter's value, and moto has none where it was the default."""

    def update(backend, name, *args, **kwargs):
        stack = backend.get_stack(name)
        declared = stack.template_dict.get("Parameters", {})
        defaults = {key: parameter["Default"] for key, parameter in declared.items() if "Default" in parameter}
        stack.parameters = {**defaults, **stack.parameters}
        return update_stack(backend, name, *args, **kwargs)

    return update


def install():
    backend = cloudformation_models.CloudFormationBackend
    backend.update_stack = knowing_defaults(backend.update_stack)
    cloudformation_models.ResourceMap = ResourcesInOrder
    LambdaBackend.create_event_source_mapping = create_event_source_mapping
    LambdaBackend.update_event_source_mapping = update_event_source_mapping
    LambdaBackend.delete_event_source_mapping = recording_deletions(LambdaBackend.delete_event_source_mapping)
    models = parsing.get_model_map()
    for model in [Mapping, NamedQueue, RoleOfAwsPolicies, KeptTopic, Version, Alias, *STUBS]:
        models[model.cloudformation_type()] = model


if __name__ == "__main__":
    install()
    run_simple("127.0.0.1", int(sys.argv[1]), DomainDispatcherApplication(create_backend_app), threaded=True)
