// Puts the compiled command into a few files, in dist/bundle: a start that reads hundreds of small ones takes twice as
// long. What a command needs only sometimes stays in files of its own. The licences of what is bundled go with it.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(root, 'dist', 'bundle');

const bundle = await rolldown({
  input: join(root, 'dist', 'harness', 'cli', 'entry.js'),
  platform: 'node',
  // Nothing outside is known to be needless: every module does what it does when it is loaded.
  treeshake: false,
  onLog: (level, log) => {
    throw new Error(`${level}: ${log.message}`);
  },
});
rmSync(folder, { recursive: true, force: true });
const { output } = await bundle.write({ dir: folder, format: 'esm', chunkFileNames: '[name]-[hash].js' });
await bundle.close();
writeFileSync(join(folder, 'LICENSES.txt'), licences(output.flatMap((chunk) => chunk.moduleIds ?? [])));

/** The licence of every package that has a module among these. */
function licences(modules) {
  const packages = new Set(modules.map(packageOf).filter((each) => each !== undefined));
  return [...packages].sort().map(licenceOf).join('\n');
}

function packageOf(module) {
  const [, name] = module.match(/.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/) ?? [];
  return name?.replaceAll('\\', '/');
}

function licenceOf(name) {
  const home = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const file = readdirSync(home).find((each) => /^licen[cs]e/i.test(each));
  const text = file !== undefined && existsSync(join(home, file)) ? readFileSync(join(home, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})\n\n${text}\n`;
}
