import { type Codec, compileCodec, type Refusal, type Result } from '../../../src/item/codec.ts';
import { refusalMessage } from '../../../src/scalar/violation.ts';
import { jsonText } from '../../../src/value/json.ts';
import type { Host } from '../../host/host.ts';
import { badLine, filterLines, type LineObject, type LineResult, type Show } from '../filter.ts';
import { loadSchema } from '../load.ts';
import type { ExitCode } from '../outcome.ts';

type Transform = (codec: Codec, line: LineObject, show: Show) => LineResult;

const encode: Transform = (codec, line, show) => {
  const { record_type: recordType, record, defaulted, unknown_attributes: unknownAttributes } = line;
  if (typeof recordType !== 'string') return badLine('"record_type" must be text', '/record_type');
  if (defaulted !== undefined && !isTextList(defaulted))
    return badLine('"defaulted" must be a list of names', '/defaulted');
  const options = {
    ...(defaulted === undefined ? {} : { defaulted }),
    ...(unknownAttributes === undefined ? {} : { unknownAttributes }),
  };
  return toLine(codec.encode(recordType, record, options), (item) => ({ item }), show);
};

const decode: Transform = (codec, line, show) => {
  const { record_type: wanted, item } = line;
  if (wanted !== undefined && typeof wanted !== 'string') return badLine('"record_type" must be text', '/record_type');
  return toLine(
    codec.decode(item, wanted),
    ({ recordType, record, defaulted, unknownAttributes }) => ({
      record_type: recordType,
      record,
      // Without these two, encoding the line again would not bring back the same item.
      ...(defaulted.length === 0 ? {} : { defaulted }),
      ...(Object.keys(unknownAttributes).length === 0 ? {} : { unknown_attributes: unknownAttributes }),
    }),
    show,
  );
};

const identify: Transform = (codec, line, show) =>
  toLine(codec.identify(line['item']), (recordType) => ({ record_type: recordType.name }), show);

const keyBuild: Transform = (codec, line, show) => {
  const { record_type: recordType, record } = line;
  if (typeof recordType !== 'string') return badLine('"record_type" must be text', '/record_type');
  return toLine(codec.buildKeys(recordType, record), (keys) => ({ keys }), show);
};

const keyParse: Transform = (codec, line, show) => {
  const { record_type: recordType, index = 'primary', key } = line;
  if (typeof recordType !== 'string') return badLine('"record_type" must be text', '/record_type');
  if (typeof index !== 'string') return badLine('"index" must be text', '/index');
  return toLine(
    codec.parseKey(recordType, index, key),
    (components) => ({
      record_type: recordType,
      index,
      components,
    }),
    show,
  );
};

const ofRecord = ['record_type', 'record', 'defaulted', 'unknown_attributes'];

/** The filters of the command line, by name, with the members that their lines may have. */
export const filters = {
  encode: { members: ofRecord, transform: encode },
  // Where keys do not tell record types apart, the line has to.
  decode: { members: ['item', 'record_type'], transform: decode },
  identify: { members: ['item'], transform: identify },
  // Takes what `decode` gives: keys are those of the record with its defaults, and of nothing else.
  'key build': { members: ofRecord, transform: keyBuild },
  'key parse': { members: ['record_type', 'index', 'key'], transform: keyParse },
} as const satisfies Record<string, { readonly members: readonly string[]; readonly transform: Transform }>;

/** Runs a filter with the codec of a schema. */
export async function runFilter(
  host: Host,
  name: keyof typeof filters,
  options: { readonly schema: string },
): Promise<ExitCode> {
  const codec = compileCodec(await loadSchema(host, options.schema));
  const { members, transform } = filters[name];
  return filterLines(host, { members, transform: (line, show) => transform(codec, line, show) });
}

function toLine<Value>(result: Result<Value>, wrap: (value: Value) => object, show: Show): LineResult {
  return result.ok ? { ok: wrap(result.value) } : { error: toError(result.error, show) };
}

function toError(
  refusal: Refusal,
  show: Show,
): {
  class: string;
  path: string;
  rule: string;
  message: string;
  schema?: string;
} {
  const { class: refusalClass, path, rule, value, at } = refusal;
  return {
    class: refusalClass,
    path,
    rule,
    message: refusalMessage(refusal, show(jsonText(value))),
    ...(at === undefined ? {} : { schema: `${at.file}:${at.line}:${at.column}` }),
  };
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
