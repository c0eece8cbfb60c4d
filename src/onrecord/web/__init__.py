"""The record in a browser: pages and a REST API. No page needs a script, no request leaves the machine."""
