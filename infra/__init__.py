"""What deploys claimwire: CloudFormation pieces, their compiled template, and the builds of the code."""
