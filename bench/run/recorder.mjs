// Stands between a run and an adapter, and keeps what the adapter is asked.
//
//   node recorder.mjs FILE COMMAND [ARGUMENT...]
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

const [file, command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['pipe', 'inherit', 'inherit'] });
process.stdin.pipe(createWriteStream(file));
process.stdin.pipe(child.stdin);
child.once('exit', (code) => process.exit(code ?? 1));
