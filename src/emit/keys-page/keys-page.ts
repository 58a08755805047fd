import { languageSchema } from '../../model/language-schema.ts';
import { keysOf, type LanguageShape, type Mapping, mappingsOf, resolved } from './mappings.ts';
import { code, valueWords } from './value-words.ts';

const introduction = `# Keys of the schema language

Every key, by the mapping that it stands in: what it takes, what it means, what holds without it, and an example.
\`NAME\` is a name of your choice, \`[]\` an entry of a list. A mapping that can stand in several places is listed at the first. How the keys work together, and
what MUST and SHOULD hold, is in [schema-language.md](schema-language.md). This page is written from
[schema/language.schema.json](../schema/language.schema.json), which editors use.
`;

/** The page of the documentation about the keys of the language: `docs/schema-keys.md`. */
export function keysPage(): string {
  const root: LanguageShape = languageSchema;
  const mappings = mappingsOf(root);
  const anchors = anchorsOf(mappings);
  const sections = mappings.map(({ path, shape }) => {
    const rows = Object.entries(shape.properties ?? {}).map(([key, written]) => {
      const takes = valueWords(root, written, (inner) => anchors.get(keysOf(inner)));
      const inner = resolved(root, written);
      const meaning = written.description ?? inner.description ?? '';
      const absent = written.default ?? inner.default;
      const otherwise = absent !== undefined ? code(absent) : shape.required?.includes(key) ? 'required' : '';
      const examples = (written.examples ?? inner.examples ?? []).slice(0, 2).map(code).join(', ');
      return `| ${[`\`${key}\``, takes, meaning, otherwise, examples].map(cell).join(' | ')} |\n`;
    });
    return `\n## ${headingOf(path)}\n\n| key | takes | meaning | default | example |\n|---|---|---|---|---|\n${rows.join('')}`;
  });
  return introduction + sections.join('');
}

function headingOf(path: string): string {
  return path === '' ? 'The file' : `\`${path}\``;
}

/** The anchors that GitHub makes of the headings, by the keys of the mappings. */
function anchorsOf(mappings: readonly Mapping[]): ReadonlyMap<string, string> {
  const slugOf = (path: string): string =>
    headingOf(path)
      .toLowerCase()

      .replaceAll(/[^a-z0-9_ -]/g, '')
      .replaceAll(' ', '-');
  return new Map(mappings.map(({ path, shape }) => [keysOf(shape), slugOf(path)]));
}

/** Text in a table: a bar would end its cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
