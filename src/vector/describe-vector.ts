import type { Item } from '../value/attribute-value.ts';
import type { Json, JsonObject } from '../value/json.ts';
import type { OrderEntry, VectorFile, VectorKind } from './vector.ts';

/** One vector as lines for a reader: what it is about, and then what it holds, one member a line. */
export function describeVector(kind: VectorKind, vector: VectorFile['vectors'][number]): readonly string[] {
  const { id, description, origin, scenario, subject = '', hazards } = vector;
  return [
    `${id} (${origin === undefined ? kind : `${kind}, ${origin}`})`,
    visible(description),
    ...(scenario === undefined ? [] : [`shows: ${scenario}${subject === '' ? '' : ` at ${visible(subject)}`}`]),
    ...(hazards.length === 0 ? [] : [`finds: ${visible(hazards.join(', '))}`]),
    ...('error' in vector ? refused(vector) : []),
    ...('entries' in vector ? vector.entries.flatMap((entry, index) => entryLines(vector.index, entry, index)) : []),
    ...('record' in vector ? section('record', members(vector.record)) : []),
    ...('keys' in vector ? section('keys', Object.entries(vector.keys).flatMap(keyLines)) : []),
    ...('key' in vector ? section(`key of ${visible(vector.index)}`, members(vector.key)) : []),
    ...('item' in vector ? section('item', members(vector.item as JsonObject)) : []),
    ...('read' in vector && vector.read !== undefined ? section('read as', members(vector.read)) : []),
  ];
}

function entryLines(index: string, { record, key }: OrderEntry, place: number): readonly string[] {
  return [
    ...section(`${place + 1}. key of ${visible(index)}`, members(key as JsonObject)),
    '  of',
    ...members(record).map((line) => `    ${line}`),
  ];
}

function refused({ op, error }: Extract<VectorFile['vectors'][number], { error: object }>): readonly string[] {
  return [`${op} refuses it: ${error.class}${error.path === '' ? '' : ` at ${visible(error.path)}`} [${error.rule}]`];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return ['', title, ...lines.map((line) => `  ${line}`)];
}

function members(object: JsonObject): readonly string[] {
  const width = Math.max(0, ...Object.keys(object).map((name) => visible(name).length));
  return Object.entries(object).map(([name, value]) => `${visible(name).padEnd(width)}  ${visible(valueText(value))}`);
}

function keyLines([index, key]: readonly [string, Item]): readonly string[] {
  return [index, ...members(key as JsonObject).map((line) => `  ${line}`)];
}

function valueText(value: Json): string {
  return JSON.stringify(value);
}

/** What a terminal would obey, or does not show, as JSON would escape it. */
function visible(text: string): string {
  return text.replace(/(?! )[\p{C}\p{Z}]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
