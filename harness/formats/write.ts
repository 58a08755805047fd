import { join } from 'node:path';
import { keysPage } from '../../src/emit/keys-page/keys-page.ts';
import { formatText, publishedFormats } from '../../src/formats.ts';
import { scenarioPage } from '../../src/generate/coverage/page.ts';
import { hazardPage } from '../../src/hazard/page.ts';
import { loadRegister } from '../cli/register.ts';
import { nodeHost } from '../host/node-host.ts';
import { packagePath } from '../stores/package-root.ts';

// Writes the published JSON Schemas from the objects in the source, and the pages of keys, of hazards and of scenarios
// from the language, the register and the catalogue:
// npm run generate.
const { files } = nodeHost();
for (const [path, schema] of publishedFormats) await files.replace(join(packagePath(), path), formatText(schema));
await files.replace(packagePath('docs', 'hazards.md'), hazardPage(await loadRegister({ files })));
await files.replace(packagePath('docs', 'scenarios.md'), scenarioPage());
await files.replace(packagePath('docs', 'schema-keys.md'), keysPage());
