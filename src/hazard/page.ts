import { effects, type Hazard } from './hazard.ts';

const introduction = `# Hazards

Whatever makes two programs disagree about an item, by its name. Vectors carry these names, findings of a run show them, and
\`npx itemproof explain NAME\` says more: an example, and where it is known from. The register is
[hazards.yaml](../schema/hazards.yaml), in the shape of [hazards.schema.json](../schema/formats/hazards.schema.json); this page is
written from it.

"Found by" names kinds of [vectors](vectors.md#files) and [diagnostics](schema-language.md#diagnostics). A hazard that neither
finds is not listed. A vector finds a hazard where the schema leaves room for it: a component that may only be digits cannot hold
a delimiter, so there is no vector with one but for those that must be refused.
`;

/** The page of the documentation about the hazards: `docs/hazards.md`. */
export function hazardPage(hazards: readonly Hazard[]): string {
  const sections = Object.entries(effects).map(([effect, meaning]) => {
    const rows = hazards
      .filter((hazard) => hazard.effect === effect)
      .sort((left, right) => (left.id < right.id ? -1 : 1))
      .map(({ id, title, bites, detection }) => {
        const found = [...detection.vectors, ...detection.diagnostics.map((code) => `\`${code}\``)];
        return `| \`${id}\` | ${cell(title)} | ${bites.join(', ')} | ${found.join(', ')} |\n`;
      });
    const head = '| hazard | what goes wrong | who does it | found by |\n|---|---|---|---|\n';
    return `\n## ${effect}\n\n${meaning}\n\n${head}${rows.join('')}`;
  });
  return introduction + sections.join('');
}

/** Text in a table: a bar would end its cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
