import { join } from 'node:path';
import { formatText, publishedFormats } from '../../src/formats.ts';
import { scenarioPage } from '../../src/generate/coverage/page.ts';
import { hazardPage } from '../../src/hazard/page.ts';
import { loadRegister } from '../cli/register.ts';
import { nodeHost } from '../host/node-host.ts';
import { packagePath } from '../stores/package-root.ts';

// Writes the published JSON Schemas from the objects in the source, and the pages of hazards and of scenarios from
// their register and catalogue:
// npm run generate.
const { files } = nodeHost();
for (const [path, schema] of publishedFormats) await files.replace(join(packagePath(), path), formatText(schema));
await files.replace(packagePath('docs', 'hazards.md'), hazardPage(await loadRegister({ files })));
await files.replace(packagePath('docs', 'scenarios.md'), scenarioPage());
