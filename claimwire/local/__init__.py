"""The local cloud: the very template that AWS gets, on a server of this machine.

`state` is the folder that holds everything and the records in it, `process` another process by id and start time,
`install` and `server` ministack. `checkout` says where template, functions and locks lie, `rules` and `archive` turn files
into a zip, `package` the code of this machine into one. `stack` makes or changes a CloudFormation stack, `deploy` does all of
it (up, status, down), and `clients` and `mailbox` talk to a running local cloud.
"""
