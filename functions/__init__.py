"""The doors: one module a function of serverless.yml. Only these know what an event looks like."""
