"""`python -m briefgen COMMAND …`: what the launcher `./invoke` starts."""

if __name__ == "__main__":
    try:
        from .program import CommandLine
    except KeyboardInterrupt:
        raise SystemExit(130) from None  # while this loads, there is nothing yet to say it with
    CommandLine().run()
