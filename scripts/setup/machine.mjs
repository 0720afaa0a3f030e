import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { PlainError } from '../process/say.mjs';
import { run } from '../process/run.mjs';
import { inRoot } from './paths.mjs';

const NODE_MINIMUM = [20, 19];
const GO_MINIMUM = [1, 26];
const GB = 1024 ** 3;

/** @throws PlainError when this Node.js is too old */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < NODE_MINIMUM[0] || (major === NODE_MINIMUM[0] && minor < NODE_MINIMUM[1])) {
    throw new PlainError(`Node.js ${NODE_MINIMUM.join('.')} or newer is needed; this is ${process.versions.node}.`);
  }
}

/** @throws PlainError when Go is missing or too old */
export async function checkGo() {
  const advice = `Go ${GO_MINIMUM.join('.')} or newer is needed to build the data source's back end`;
  const { output } = await run('go', ['env', 'GOVERSION'], { quiet: true, allowFailure: true }).catch(() => {
    throw new PlainError(`${advice}, and no "go" command was found. Install it from go.dev and try again.`);
  });
  const [, major = 0, minor = 0] = /go(\d+)\.(\d+)/.exec(output) ?? [];
  if (Number(major) > GO_MINIMUM[0] || (Number(major) === GO_MINIMUM[0] && Number(minor) >= GO_MINIMUM[1])) return;
  // From 1.21 on, Go fetches by itself the version that go.mod names, when it may and can.
  const fetched = await run('go', ['version'], { cwd: inRoot('datasource-plugin'), quiet: true, allowFailure: true });
  if (fetched.code !== 0) throw new PlainError(`${advice}; this is ${output.trim() || 'unknown'}.`);
}

/** @throws PlainError when the disk that holds `path` has less than `gigabytes` free */
export async function checkDiskSpace(path, gigabytes, what) {
  let folder = path;
  for (;;) {
    const stats = await statfs(folder).catch((error) => {
      if (error.code === 'ENOTDIR')
        throw new PlainError(`${folder} cannot be used: a part of this path is a file, not a folder.`);
      if (error.code !== 'ENOENT') throw new PlainError(`${folder} cannot be used (${error.code}).`);
    });
    if (!stats) {
      folder = dirname(folder);
      continue;
    }
    // File systems of the kernel (/proc, /sys) have no size at all.
    if (stats.blocks === 0) throw new PlainError(`${path} cannot be used: nothing can be stored there.`);
    const freeGb = (stats.bavail * stats.bsize) / GB;
    if (freeGb < gigabytes) {
      throw new PlainError(
        `${what} needs ${gigabytes} GB of free disk space at ${folder}; ${freeGb.toFixed(1)} GB are free.`,
      );
    }
    return;
  }
}

/** @throws PlainError when the port is taken or not a port */
export async function checkPort(variable, value, host) {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new PlainError(`${variable} must be a port number from 1 to 65535; it is "${value}".`);
  }
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const reason = error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code})`;
      reject(new PlainError(`Port ${port} ${reason}. Stop that program or choose another port with ${variable}.`));
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
  return port;
}
