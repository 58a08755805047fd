import { configSchema, knownSchema } from './config/config-schema.ts';
import { hazardSchema } from './hazard/hazard-schema.ts';
import { languageSchema } from './model/language-schema.ts';
import { protocolSchema } from './protocol/protocol-schema.ts';
import { eventSchema } from './report/event-schema.ts';
import { manifestSchema, vectorSchema } from './vector/vector-schema.ts';

/**
 * Every published JSON Schema, by its path in the repository. The objects in the source are what the program checks with;
 * the files are written from them for editors and for other languages.
 */
export const publishedFormats: ReadonlyMap<string, object> = new Map<string, object>([
  ['schema/language.schema.json', languageSchema],
  ['schema/formats/config.schema.json', configSchema],
  ['schema/formats/known.schema.json', knownSchema],
  ['schema/formats/vector.schema.json', vectorSchema],
  ['schema/formats/manifest.schema.json', manifestSchema],
  ['schema/formats/hazards.schema.json', hazardSchema],
  ['schema/formats/protocol.schema.json', protocolSchema],
  ['schema/formats/event.schema.json', eventSchema],
]);

/** The text of a published format. */
export function formatText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
