"""The only room, beside ``local``, that knows boto3: S3, SNS, SQS, DynamoDB and Secrets Manager behind the ports."""
