/** Tells the person at the terminal what happens now. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** An error whose message is meant for the person at the terminal: one sentence, no stack. */
export class PlainError extends Error {}

/** A failure that the person at the terminal has read already, from the service that failed. */
export class AlreadySaid extends PlainError {}

/** Prints a failure as one sentence (a stack only for what was not foreseen) and ends with exit code 1. */
export function fail(error) {
  if (!(error instanceof AlreadySaid))
    process.stderr.write(`${error instanceof PlainError ? error.message : error.stack}\n`);
  process.exitCode = 1;
}
