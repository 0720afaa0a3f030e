/** Where a command writes: results to `out`, what went wrong and notes for people to `err`, a line at a time. */
export interface CommandOutput {
  out: (line: string) => void;
  err: (line: string) => void;
}

export const TERMINAL: CommandOutput = {
  out: (line) => {
    process.stdout.write(`${line}\n`);
  },
  err: (line) => {
    process.stderr.write(`${line}\n`);
  },
};
