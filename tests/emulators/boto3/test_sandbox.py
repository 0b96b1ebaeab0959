"""What boto3 sees of the sandbox: AWS's members, types, exceptions and pages. Run by tests/emulators/boto3.test.ts."""

import base64
import hashlib
import hmac
import json
import os
import unittest
import urllib.request
from datetime import datetime, timezone

import boto3
from botocore.config import Config

URL = os.environ["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"]
PASSWORD = "Str0ng-enough!"
FLOWS = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]

# Values are not checked before they are sent: that is for the service to do.
cognito = boto3.client(
    "cognito-idp", config=Config(parameter_validation=False, retries={"max_attempts": 0})
)
errors = cognito.exceptions


def outbox():
    with urllib.request.urlopen(URL + "/_cognito-lab/outbox") as reply:
        return json.load(reply)["messages"]


def new_pool(**settings):
    return cognito.create_user_pool(**{"PoolName": "boto3", **settings})["UserPool"]


def new_client(pool_id, **settings):
    settings = {"ClientName": "boto3", "ExplicitAuthFlows": FLOWS, **settings}
    return cognito.create_user_pool_client(UserPoolId=pool_id, **settings)["UserPoolClient"]


class Case(unittest.TestCase):
    def refused(self, exception, message, operation, **parameters):
        """The refusal, with its name, text, status and headers as on AWS."""
        with self.assertRaises(exception) as caught:
            operation(**parameters)
        response = caught.exception.response
        self.assertEqual(message, response["Error"]["Message"])
        self.assertEqual(400, response["ResponseMetadata"]["HTTPStatusCode"])
        self.assertRegex(response["ResponseMetadata"]["RequestId"], r"^[0-9a-f-]{36}$")
        headers = response["ResponseMetadata"]["HTTPHeaders"]
        self.assertEqual(response["Error"]["Code"] + ":", headers["x-amzn-errortype"])
        self.assertEqual("application/x-amz-json-1.1", headers["content-type"])


class Pools(Case):
    def test_members_of_a_new_pool(self):
        pool = new_pool()
        described = cognito.describe_user_pool(UserPoolId=pool["Id"])["UserPool"]
        self.assertRegex(pool["Id"], r"^us-east-1_[0-9A-Za-z]{9}$")
        self.assertEqual(20, len(pool["SchemaAttributes"]))
        self.assertEqual(21, len(described["SchemaAttributes"]))
        self.assertEqual({"UserPoolTags"}, set(described) - set(pool))
        self.assertEqual(
            {
                "Id", "Name", "Arn", "Policies", "DeletionProtection", "LambdaConfig", "LastModifiedDate",
                "CreationDate", "SchemaAttributes", "VerificationMessageTemplate", "UserAttributeUpdateSettings",
                "MfaConfiguration", "EstimatedNumberOfUsers", "EmailConfiguration", "AdminCreateUserConfig",
                "AccountRecoverySetting", "UserPoolTier",
            },
            set(pool) - {"IssuerConfiguration", "KeyConfiguration"},
        )  # fmt: skip
        self.assertIsInstance(pool["CreationDate"], datetime)
        self.assertLess(abs((datetime.now(timezone.utc) - pool["CreationDate"]).total_seconds()), 60)

    def test_missing_pool(self):
        self.refused(
            errors.ResourceNotFoundException,
            "User pool us-east-1_none00000 does not exist.",
            cognito.describe_user_pool,
            UserPoolId="us-east-1_none00000",
        )

    def test_constraints(self):
        start = "1 validation error detected: "
        for parameters, message in [
            ({}, "Value null at 'poolName' failed to satisfy constraint: Member must not be null"),
            (
                {"PoolName": "a!b"},
                r"Value 'a!b' at 'poolName' failed to satisfy constraint: "
                r"Member must satisfy regular expression pattern: [\w\s+=,.@-]+",
            ),
        ]:
            self.refused(errors.InvalidParameterException, start + message, cognito.create_user_pool, **parameters)

    def test_protected_pool(self):
        pool = new_pool(DeletionProtection="ACTIVE")
        self.refused(
            errors.InvalidParameterException,
            "The user pool cannot be deleted because deletion protection is activated. "
            "Deletion protection must be inactivated first.",
            cognito.delete_user_pool,
            UserPoolId=pool["Id"],
        )

    def test_pages(self):
        ids = {new_pool()["Id"] for _ in range(5)}
        pages = list(cognito.get_paginator("list_user_pools").paginate(PaginationConfig={"PageSize": 2}))
        found = [pool["Id"] for page in pages for pool in page["UserPools"]]
        self.assertEqual(len(found), len(set(found)))
        self.assertLessEqual(ids, set(found))
        self.assertNotIn("NextToken", pages[-1])

    def test_empty_answers(self):
        pool_id = new_pool()["Id"]
        for operation, parameters in [
            (cognito.update_user_pool, {"UserPoolId": pool_id}),
            (cognito.add_custom_attributes, {
                "UserPoolId": pool_id, "CustomAttributes": [{"Name": "a", "AttributeDataType": "String"}],
            }),
            (cognito.delete_user_pool, {"UserPoolId": pool_id}),
        ]:  # fmt: skip
            answer = operation(**parameters)
            metadata = answer.pop("ResponseMetadata")
            self.assertEqual({}, answer)
            expected = "0" if operation == cognito.delete_user_pool else "2"
            self.assertEqual(expected, metadata["HTTPHeaders"]["content-length"])


class Clients(Case):
    def test_members_of_a_new_client(self):
        client = cognito.create_user_pool_client(UserPoolId=new_pool()["Id"], ClientName="c")["UserPoolClient"]
        self.assertEqual(
            {
                "AllowedOAuthFlowsUserPoolClient", "AuthSessionValidity", "ClientId", "ClientName", "CreationDate",
                "EnablePropagateAdditionalUserContextData", "EnableTokenRevocation", "LastModifiedDate",
                "RefreshTokenValidity", "TokenValidityUnits", "UserPoolId",
            },
            set(client),
        )  # fmt: skip

    def test_list_is_short_and_in_order(self):
        pool_id = new_pool()["Id"]
        for _ in range(3):
            new_client(pool_id)
        clients = cognito.list_user_pool_clients(UserPoolId=pool_id, MaxResults=60)["UserPoolClients"]
        self.assertEqual({"ClientId", "ClientName", "UserPoolId"}, set(clients[0]))
        ids = [client["ClientId"] for client in clients]
        self.assertEqual(sorted(ids), ids)

    def test_secret_hash(self):
        pool_id = new_pool()["Id"]
        client = new_client(pool_id, GenerateSecret=True)
        cognito.admin_create_user(UserPoolId=pool_id, Username="ann", MessageAction="SUPPRESS")
        cognito.admin_set_user_password(UserPoolId=pool_id, Username="ann", Password=PASSWORD, Permanent=True)
        credentials = {"USERNAME": "ann", "PASSWORD": PASSWORD}
        call = {"ClientId": client["ClientId"], "AuthFlow": "USER_PASSWORD_AUTH"}
        self.refused(
            errors.NotAuthorizedException,
            f"Client {client['ClientId']} is configured with secret but SECRET_HASH was not received",
            cognito.initiate_auth,
            AuthParameters=credentials,
            **call,
        )
        text = ("ann" + client["ClientId"]).encode()
        digest = hmac.new(client["ClientSecret"].encode(), text, hashlib.sha256).digest()
        credentials["SECRET_HASH"] = base64.b64encode(digest).decode()
        answer = cognito.initiate_auth(AuthParameters=credentials, **call)
        self.assertEqual(
            {"AccessToken", "ExpiresIn", "TokenType", "RefreshToken", "IdToken"},
            set(answer["AuthenticationResult"]),
        )


class Users(Case):
    def setUp(self):
        self.pool_id = new_pool(UsernameAttributes=["email"], AutoVerifiedAttributes=["email"])["Id"]
        self.client_id = new_client(self.pool_id)["ClientId"]

    def sign_up(self, name, password=PASSWORD):
        return cognito.sign_up(ClientId=self.client_id, Username=name, Password=password)

    def test_weak_passwords(self):
        for password, fault in [
            ("Aa1!", "Password not long enough"),
            ("no-uppercase-1", "Password must have uppercase characters"),
            ("NO-LOWERCASE-1", "Password must have lowercase characters"),
            ("No-numbers", "Password must have numeric characters"),
            ("NoSymbols1", "Password must have symbol characters"),
        ]:
            self.refused(
                errors.InvalidPasswordException,
                "Password did not conform with policy: " + fault,
                self.sign_up,
                name="ann@example.com",
                password=password,
            )

    def test_sign_up_confirm_sign_in(self):
        answer = self.sign_up("ann@example.com")
        self.assertEqual(
            {"AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": "a***@e***"},
            answer["CodeDeliveryDetails"],
        )
        self.refused(
            errors.UsernameExistsException,
            "An account with the given email already exists.",
            self.sign_up,
            name="ann@example.com",
        )
        code = [m["code"] for m in outbox() if m["userPoolId"] == self.pool_id][-1]
        confirm = {"ClientId": self.client_id, "Username": "ann@example.com"}
        self.refused(
            errors.CodeMismatchException,
            "Invalid verification code provided, please try again.",
            cognito.confirm_sign_up,
            ConfirmationCode="111111" if code == "000000" else "000000",
            **confirm,
        )
        cognito.confirm_sign_up(ConfirmationCode=code, **confirm)
        user = cognito.admin_get_user(UserPoolId=self.pool_id, Username="ann@example.com")
        self.assertEqual(answer["UserSub"], user["Username"])
        self.assertIn({"Name": "email_verified", "Value": "true"}, user["UserAttributes"])
        tokens = cognito.initiate_auth(
            ClientId=self.client_id,
            AuthFlow="USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": "ann@example.com", "PASSWORD": PASSWORD},
        )["AuthenticationResult"]
        self.assertEqual(user["Username"], cognito.get_user(AccessToken=tokens["AccessToken"])["Username"])
        refreshed = cognito.initiate_auth(
            ClientId=self.client_id,
            AuthFlow="REFRESH_TOKEN_AUTH",
            AuthParameters={"REFRESH_TOKEN": tokens["RefreshToken"]},
        )["AuthenticationResult"]
        self.assertNotIn("RefreshToken", refreshed)

    def test_first_sign_in_of_an_invited_user(self):
        user = cognito.admin_create_user(
            UserPoolId=self.pool_id, Username="ben@example.com", TemporaryPassword="Temp0rary!"
        )["User"]
        self.assertEqual("FORCE_CHANGE_PASSWORD", user["UserStatus"])
        self.assertNotIn("MFAOptions", user)
        challenge = cognito.admin_initiate_auth(
            UserPoolId=self.pool_id,
            ClientId=self.client_id,
            AuthFlow="ADMIN_USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": "ben@example.com", "PASSWORD": "Temp0rary!"},
        )
        self.assertEqual("NEW_PASSWORD_REQUIRED", challenge["ChallengeName"])
        self.assertEqual({"email": "ben@example.com"}, json.loads(challenge["ChallengeParameters"]["userAttributes"]))
        answer = {
            "ClientId": self.client_id,
            "ChallengeName": "NEW_PASSWORD_REQUIRED",
            "Session": challenge["Session"],
            "ChallengeResponses": {"USERNAME": "ben@example.com", "NEW_PASSWORD": PASSWORD},
        }
        self.assertIn("AuthenticationResult", cognito.respond_to_auth_challenge(**answer))
        self.refused(
            errors.NotAuthorizedException,
            "Invalid session for the user, session can only be used once.",
            cognito.respond_to_auth_challenge,
            **answer,
        )

    def test_nobody(self):
        self.refused(
            errors.UserNotFoundException,
            "User does not exist.",
            cognito.admin_get_user,
            UserPoolId=self.pool_id,
            Username="nobody",
        )
        self.refused(
            errors.UserNotFoundException,
            "Username/client id combination not found.",
            cognito.forgot_password,
            ClientId=self.client_id,
            Username="nobody",
        )

    def test_pages_and_filters(self):
        for number in range(5):
            cognito.admin_create_user(
                UserPoolId=self.pool_id, Username=f"user{number}@example.com", MessageAction="SUPPRESS"
            )
        pages = cognito.get_paginator("list_users").paginate(
            UserPoolId=self.pool_id, PaginationConfig={"PageSize": 2}
        )
        self.assertEqual(5, len({user["Username"] for page in pages for user in page["Users"]}))
        found = cognito.list_users(UserPoolId=self.pool_id, Filter='email = "user3@example.com"')["Users"]
        self.assertEqual(1, len(found))
        self.refused(
            errors.InvalidParameterException,
            "Error while parsing filter.",
            cognito.list_users,
            UserPoolId=self.pool_id,
            Filter="nonsense",
        )

    def test_groups(self):
        cognito.admin_create_user(UserPoolId=self.pool_id, Username="ann@example.com", MessageAction="SUPPRESS")
        member = {"UserPoolId": self.pool_id, "Username": "ann@example.com"}
        group = cognito.create_group(UserPoolId=self.pool_id, GroupName="g", Precedence=0)["Group"]
        self.assertEqual(0, group["Precedence"])
        added = cognito.admin_add_user_to_group(GroupName="g", **member)
        self.assertEqual("0", added["ResponseMetadata"]["HTTPHeaders"]["content-length"])
        self.assertEqual(["g"], [g["GroupName"] for g in cognito.admin_list_groups_for_user(**member)["Groups"]])
        self.refused(
            errors.ResourceNotFoundException,
            "Group not found.",
            cognito.get_group,
            UserPoolId=self.pool_id,
            GroupName="none",
        )


class Regions(Case):
    def test_a_pool_is_of_its_region(self):
        elsewhere = boto3.client("cognito-idp", region_name="eu-west-1")
        pool = elsewhere.create_user_pool(PoolName="p")["UserPool"]
        self.assertTrue(pool["Id"].startswith("eu-west-1_"))
        self.refused(
            errors.ResourceNotFoundException,
            f"User pool {pool['Id']} does not exist.",
            cognito.describe_user_pool,
            UserPoolId=pool["Id"],
        )
        client = elsewhere.create_user_pool_client(UserPoolId=pool["Id"], ClientName="c")["UserPoolClient"]
        # Unsigned, so that the request itself names no region.
        self.assertFalse(
            elsewhere.sign_up(ClientId=client["ClientId"], Username="ann", Password=PASSWORD)["UserConfirmed"]
        )


if __name__ == "__main__":
    unittest.main(verbosity=2)
