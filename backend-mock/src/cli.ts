#!/usr/bin/env node
import { importCommand } from './cli/import.js';
import { serve } from './cli/serve.js';

/** A command takes its arguments and resolves with the exit code. */
type Command = (args: string[]) => Promise<number>;

const COMMANDS: Record<string, Command> = { serve, import: importCommand };

const [name = 'serve', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) {
  process.exitCode = await command(args);
} else {
  process.stderr.write(`modeltrace: no such command. Commands: ${Object.keys(COMMANDS).join(', ')}\n`);
  process.exitCode = 2;
}
