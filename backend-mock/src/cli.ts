#!/usr/bin/env node
import { demo } from './cli/demo.js';
import { exportCommand } from './cli/export.js';
import { importCommand } from './cli/import.js';
import { keysCommand } from './cli/keys.js';
import { serve } from './cli/serve.js';
import { openapi } from './contract/openapi.gen.js';

/** A command takes its arguments and resolves with the exit code. */
interface Command {
  run: (args: string[]) => Promise<number>;
  /** What it does, for the help. */
  does: string;
}

const COMMANDS: Record<string, Command> = {
  serve: { run: serve, does: 'run the trace server (also when no command is given)' },
  demo: { run: demo, does: 'fill the store with demo data' },
  export: { run: exportCommand, does: 'write everything that matches to a file' },
  import: { run: importCommand, does: 'store recorded calls or exported traces from a JSON Lines file' },
  keys: { run: keysCommand, does: 'make, list and revoke API keys' },
};

function help(): string {
  const lines = Object.entries(COMMANDS).map(([name, { does }]) => `  ${name.padEnd(10)}${does}`);
  return [
    'Usage: modeltrace COMMAND …',
    ...lines,
    'Options: --help, --version. Settings are environment variables, see docs/operations.md.',
  ].join('\n');
}

const [name = 'serve', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) {
  process.exitCode = await command.run(args);
} else if (name === '--help' || name === '-h' || name === 'help') {
  process.stdout.write(`${help()}\n`);
} else if (name === '--version') {
  process.stdout.write(`${openapi.info.version}\n`);
} else {
  process.stderr.write(`modeltrace: no such command.\n${help()}\n`);
  process.exitCode = 2;
}
