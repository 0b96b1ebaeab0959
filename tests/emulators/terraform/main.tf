terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.100" }
  }
}

provider "aws" {
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
}
variable "changed" {
  type        = bool
  default     = false
  description = "Whether a few settings differ from those of the first apply."
}

resource "aws_cognito_user_pool" "lab" {
  name                     = "lab"
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]
  dynamic "schema" {
    for_each = ["name", "preferred_username", "phone_number"]
    content {
      name                = schema.value
      attribute_data_type = "String"
      mutable             = true
      required            = true
      string_attribute_constraints {
        min_length = 0
        max_length = 2048
      }
    }
  }
  tags = { lab = var.changed ? "changed" : "new" }
}

resource "aws_cognito_user_pool_client" "lab" {
  name                = "kekeclient"
  user_pool_id        = aws_cognito_user_pool.lab.id
  explicit_auth_flows = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
}

resource "aws_cognito_user_pool_domain" "lab" {
  domain       = "lab-of-keke"
  user_pool_id = aws_cognito_user_pool.lab.id
}

resource "aws_cognito_user_group" "lab" {
  name         = "learners"
  user_pool_id = aws_cognito_user_pool.lab.id
  precedence   = var.changed ? 2 : 1
}

resource "aws_cognito_user" "lab" {
  user_pool_id = aws_cognito_user_pool.lab.id
  username     = "ann@example.com"
  attributes = {
    email          = "ann@example.com"
    email_verified = "true"
  }
  message_action = "SUPPRESS"
}

resource "aws_cognito_user_in_group" "lab" {
  user_pool_id = aws_cognito_user_pool.lab.id
  group_name   = aws_cognito_user_group.lab.name
  username     = aws_cognito_user.lab.username
}

resource "aws_cognito_identity_provider" "lab" {
  user_pool_id  = aws_cognito_user_pool.lab.id
  provider_name = "Google"
  provider_type = "Google"
  provider_details = {
    authorize_scopes              = "email"
    client_id                     = "id"
    client_secret                 = "secret"
    attributes_url                = "https://people.googleapis.com/v1/people/me?personFields="
    attributes_url_add_attributes = "true"
    authorize_url                 = "https://accounts.google.com/o/oauth2/v2/auth"
    oidc_issuer                   = "https://accounts.google.com"
    token_request_method          = "POST"
    token_url                     = "https://www.googleapis.com/oauth2/v4/token"
  }
  attribute_mapping = { email = "email", username = "sub" }
}

resource "aws_cognito_user_pool" "rich" {
  name                     = "rich"
  alias_attributes         = ["email", "preferred_username"]
  auto_verified_attributes = ["email"]
  deletion_protection      = "INACTIVE"
  mfa_configuration        = "OPTIONAL"
  user_pool_tier           = "PLUS"
  software_token_mfa_configuration { enabled = true }
  username_configuration { case_sensitive = false }
  password_policy {
    minimum_length                   = var.changed ? 10 : 12
    require_lowercase                = true
    require_numbers                  = true
    require_symbols                  = false
    require_uppercase                = true
    temporary_password_validity_days = 3
    password_history_size            = 2
  }
  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }
  admin_create_user_config {
    allow_admin_create_user_only = true
    invite_message_template {
      email_message = "Your username is {username} and password {####}"
      email_subject = "Welcome"
      sms_message   = "Your username is {username} and password {####}"
    }
  }
  device_configuration {
    challenge_required_on_new_device      = true
    device_only_remembered_on_user_prompt = true
  }
  email_configuration { email_sending_account = "COGNITO_DEFAULT" }
  user_attribute_update_settings { attributes_require_verification_before_update = ["email"] }
  user_pool_add_ons { advanced_security_mode = "AUDIT" }
  verification_message_template {
    default_email_option  = "CONFIRM_WITH_LINK"
    email_message_by_link = "{##Click##}"
    email_subject_by_link = "Verify"
  }
  schema {
    name                = "team"
    attribute_data_type = "String"
    mutable             = true
    string_attribute_constraints {
      min_length = 1
      max_length = 32
    }
  }
  schema {
    name                = "age"
    attribute_data_type = "Number"
    number_attribute_constraints {
      min_value = 0
      max_value = 150
    }
  }
}

resource "aws_cognito_user_pool_client" "rich" {
  name                                 = "web"
  user_pool_id                         = aws_cognito_user_pool.rich.id
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_scopes                 = ["openid", "email"]
  callback_urls                        = ["https://example.com/callback"]
  logout_urls                          = ["https://example.com/logout"]
  supported_identity_providers         = ["COGNITO"]
  prevent_user_existence_errors        = "ENABLED"
  enable_token_revocation              = true
  access_token_validity                = 30
  id_token_validity                    = 30
  refresh_token_validity               = var.changed ? 8 : 7
  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "days"
  }
  read_attributes  = ["email", "name"]
  write_attributes = ["email", "name"]
}
