"""Runs the stages and is the only room that touches folders and the clock: one module a job."""
