import { type Context, report } from '../context.ts';
import { isFamilyName } from '../family.ts';
import type { Table } from '../model.ts';
import { child, namedIn, type SourceNode } from '../source.ts';
import type { NamingStyle } from './model.ts';

const styles: { readonly [style in NamingStyle]: RegExp } = {
  snake_case: /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
  camelCase: /^[a-z][a-zA-Z0-9]*$/,
  PascalCase: /^[A-Z][a-zA-Z0-9]*$/,
};

/**
 * Reports attributes whose names are of another style than the convention. The names of families are not looked at, and neither
 * are key attributes in capitals: nobody writes `PK` and `GSI1SK` in another way, whatever the style of attributes is.
 */
export function checkNamingStyle(
  context: Context,
  root: SourceNode,
  tables: readonly Table[],
  style: NamingStyle,
): void {
  const keys = new Set(
    tables
      .flatMap((table) => table.keys.flatMap((key) => [...key.partitionKeys, ...key.sortKeys]))
      .flatMap(({ name }) => (/^[A-Z][A-Z0-9_]*$/.test(name) ? [name] : [])),
  );
  for (const recordType of namedIn(child(root, 'record_types'))) {
    const attributes = namedIn(child(recordType.value, 'attributes'));
    for (const attribute of attributes) {
      const { key } = attribute;
      if (isFamilyName(key) || keys.has(key) || styles[style].test(key)) continue;
      const taken = attributes.some((each) => each.key === restyle(key, style));
      report(context, 'naming-style', attribute, `"${key}" is not in ${style}`, { help: advice(key, style, taken) });
    }
  }
}

function advice(name: string, style: NamingStyle, taken: boolean): string {
  const better = restyle(name, style);
  // Letters of other alphabets have no place in any of the styles, and to drop them makes another word.
  if (!/^[\0-\x7f]*$/.test(name) || !styles[style].test(better))
    return 'choose a name of letters from a to z and digits, which begins with a letter';
  return taken ? `choose another name; "${better}" is an attribute already` : `write "${better}"`;
}

function restyle(name: string, style: NamingStyle): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  if (style === 'snake_case') return words.join('_');
  const capital = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return style === 'PascalCase' ? capital : capital.charAt(0).toLowerCase() + capital.slice(1);
}
