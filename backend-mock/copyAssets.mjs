// Copies the files that the compiler leaves out but the server reads at run time: SQL and plain JavaScript.
// argv: the directory to copy to, default dist.
import { cpSync } from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname;
const out = path.resolve(root, process.argv[2] ?? 'dist');
cpSync(path.join(root, 'src'), out, {
  recursive: true,
  filter: (source) => !/\.tsx?$/.test(source) && !source.includes(`${path.sep}testing`),
});
