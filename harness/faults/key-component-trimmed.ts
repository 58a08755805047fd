import type { Fault } from './fault.ts';
import { takingRecords } from './support/decorate.ts';
import { componentsOfKeys } from './support/keys.ts';

export const keyComponentTrimmed: Fault = {
  id: 'key-component-trimmed',
  summary: 'White space around components is taken away, instead of refused.',
  hazard: 'key-whitespace-trim',
  seenIn: "Form handlers and validators that trim every input: Joi's string().trim(), Pydantic's str_strip_whitespace.",
  killedBy: 'key-build-refusal',
  apply: (codec) =>
    takingRecords(codec, (record, recordType) => ({
      ...record,
      ...Object.fromEntries(
        componentsOfKeys(recordType).flatMap((name) =>
          typeof record[name] === 'string' ? [[name, record[name].trim()]] : [],
        ),
      ),
    })),
};
