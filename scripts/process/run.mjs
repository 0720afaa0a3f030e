import { spawn } from 'node:child_process';
import { PlainError } from './say.mjs';

/**
 * Runs a command to its end. Output goes to the terminal unless `quiet`; then it is shown only on failure.
 * Resolves to { code, output, stdout }, both texts only when `quiet`; rejects with a PlainError when the code is not 0, unless `allowFailure`.
 */
export function run(command, args, { cwd, env, quiet = false, allowFailure = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    const chunks = [];
    const outChunks = [];
    child.stdout?.on('data', (chunk) => {
      chunks.push(chunk);
      outChunks.push(chunk);
    });
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => {
      reject(new PlainError(`${command} could not be started (${error.code ?? error.message}).`));
    });
    child.on('close', (code, signal) => {
      const output = Buffer.concat(chunks).toString('utf8');
      if (code === 0 || allowFailure)
        return resolve({ code: code ?? 1, output, stdout: Buffer.concat(outChunks).toString('utf8') });
      if (output) process.stderr.write(output);
      reject(new PlainError(`"${[command, ...args].join(' ')}" failed (${signal ?? `exit code ${code}`}).`));
    });
  });
}
