import { hazardsOfScenarios } from './hazards-of-scenarios.ts';
import { scenarioFamilies } from './scenario.ts';
import { scenarioIds, scenarios } from './scenarios.ts';

const introduction = `# Scenarios

Every case that Itemproof generates, by its name: each [vector](vectors.md) carries one as \`scenario\`, and its place as \`subject\`.
The catalogue is closed: the generator cannot make a case without one of these names, and a test fails for a name that is never
given. "+" is what a program must accept, "−" what it must refuse. A scenario is made where a schema has room for it;
\`npx itemproof vectors coverage\` counts in how many of those places there is a vector.

Hazards are those that vectors of a scenario may carry ([hazards.md](hazards.md)); which of them one does follows from the schema.
This page is written from the catalogue, \`src/generate/coverage\`.
`;

/** The page of the documentation about the scenarios: `docs/scenarios.md`. */
export function scenarioPage(): string {
  const sections = scenarioFamilies.map((family) => {
    const rows = scenarioIds
      .filter((id) => scenarios[id].family === family)
      .map((id) => {
        const { polarity, what } = scenarios[id];
        const hazards = hazardsOfScenarios[id].map((each) => `\`${each}\``).join(', ');
        return `| \`${id}\` | ${polarity === 'accepted' ? '+' : '−'} | ${what} | ${hazards} |\n`;
      });
    return `\n## ${family}\n\n| scenario | | what | hazards |\n|---|---|---|---|\n${rows.join('')}`;
  });
  return introduction + sections.join('');
}
