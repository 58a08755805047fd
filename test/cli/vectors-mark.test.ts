import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOf, type Project, sharedProjects, smallProject } from './support/project.ts';

// A byte order mark is invisible, and makes a file another one than the hash in the manifest is of.

let small: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  small = await smallProject(shared.keep);
});

const commands: readonly (readonly [readonly string[], number])[] = [
  [['vectors', 'verify'], 1],
  [['vectors', 'generate', '--check'], 1],
  [['vectors', 'lint'], 1],
  [['vectors', 'fmt', '--check'], 1],
  [['vectors', 'export', '--format', 'json'], 2],
  [['run', '--implementation', 'reference', '--check', 'key-build'], 2],
];

for (const path of ['order/items.json', 'manifest.json']) {
  const file = `vectors/${path}`;

  it(`every command names ${path} when it starts with a mark`, async () => {
    const project = copyOf(small);
    project.write(file, `\ufeff${project.read(file)}`);
    for (const [args, status] of commands) {
      const { code, stdout, stderr } = await project.run(args);
      expect(code, args.join(' ')).toBe(status);
      expect(`${stdout}${stderr}`, args.join(' ')).toContain(path);
    }
    expect((await project.run(['vectors', 'lint'])).stdout).toMatch(
      new RegExp(`^${file}:1:1: error: the file starts with a byte order mark \\(BOM\\)`, 'm'),
    );
  });

  it.each([['generate'], ['fmt']])(`%s writes ${path} without it`, async (verb) => {
    const project = copyOf(small);
    project.write(file, `\ufeff${project.read(file)}`);
    expect(await project.run(['vectors', verb])).toMatchObject({
      code: 0,
      stdout: 'vectors: 5 files, 1 changed\n',
    });
    expect(project.read(file)).toBe(small.read(file));
    expect(await project.run(['vectors', 'verify'])).toMatchObject({ code: 0 });
  });
}
