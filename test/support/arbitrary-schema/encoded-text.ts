import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ComponentToken, Encoding, ScalarType } from '../../../src/model/model.ts';

/**
 * What a component looks like in a key, worked out from `docs/schema-language.md` with the means of the platform, as another program
 * would. `undefined` for the text of a component that is absent.
 */
export function expectedText(value: string | undefined, token: ComponentToken, type: ScalarType): string | undefined {
  const otherwise = token.encodings.find((each) => each.kind === 'or');
  if (value === undefined) return otherwise?.text;
  return token.encodings.reduce((text, encoding) => encoded(text, encoding, type), value);
}

function encoded(text: string, encoding: Encoding, type: ScalarType): string {
  switch (encoding.kind) {
    case 'pad':
      return '0'.repeat(encoding.width - text.length) + text;
    case 'lower':
      return Array.from(text, (each) => (each >= 'A' && each <= 'Z' ? each.toLowerCase() : each)).join('');
    case 'upper':
      return Array.from(text, (each) => (each >= 'a' && each <= 'z' ? each.toUpperCase() : each)).join('');
    case 'trim':
      return text.replace(/^[ \t\r\n]*/, '').replace(/[ \t\r\n]*$/, '');
    case 'strip':
      return encoding.characters.split('').reduce((rest, each) => rest.split(each).join(''), text);
    case 'percent':
      return Array.from(text, (each) => escaped(each, encoding.characters)).join('');
    case 'time':
      return timeText(text, encoding.format, type.kind === 'timestamp' ? type.format : '');
    case 'shard':
      return (hash(text, encoding.hash) % BigInt(encoding.count)).toString();
    case 'sha256':
      return createHash('sha256').update(text).digest('hex');
    case 'or':
      return text;
  }
}

function escaped(character: string, protectedCharacters: string): string {
  if (character !== '%' && character >= ' ' && !protectedCharacters.includes(character)) return character;
  return Buffer.from(character).toString('hex').toUpperCase().replace(/../g, '%$&');
}

function hash(text: string, name: string): bigint {
  if (name === 'crc32') return BigInt(crc32(Buffer.from(text)));
  if (name === 'sha256') return createHash('sha256').update(text).digest().readBigUInt64BE(0);
  let value = 0x811c9dc5n;
  for (const byte of Buffer.from(text)) value = ((value ^ BigInt(byte)) * 0x01000193n) & 0xffffffffn;
  return value;
}

/** Truncates in UTC, with the platform's own calendar. Microseconds beyond its precision are taken from the text. */
function timeText(text: string, unit: string, format: string): string {
  const micros = /\.(\d+)/.exec(text)?.[1] ?? '';
  const date = format.startsWith('epoch')
    ? new Date(Number(text) * (format === 'epoch-seconds' ? 1000 : 1))
    : new Date(format === 'month' ? `${text}-01` : text.replace(/(\.\d{3})\d+/, '$1'));
  const iso = date.toISOString();
  const lengths: { readonly [unit: string]: number } = { year: 4, month: 7, date: 10, hour: 13 };
  const length = lengths[unit];
  if (length !== undefined) return iso.slice(0, length);
  switch (unit) {
    case 'iso-seconds':
      return `${iso.slice(0, 19)}Z`;
    case 'iso-milliseconds':
      return iso;
    case 'iso-microseconds':
      return `${iso.slice(0, 23)}${micros.padEnd(6, '0').slice(3, 6)}Z`;
    case 'epoch-seconds':
      return String(Math.floor(date.getTime() / 1000));
    default:
      return String(date.getTime());
  }
}
