import { join } from 'node:path';
import { formatText, publishedFormats } from '../../src/formats.ts';
import { nodeHost } from '../host/node-host.ts';
import { packagePath } from '../stores/package-root.ts';

// Writes the published JSON Schemas from the objects in the source: npm run generate.
const { files } = nodeHost();
for (const [path, schema] of publishedFormats) await files.replace(join(packagePath(), path), formatText(schema));
