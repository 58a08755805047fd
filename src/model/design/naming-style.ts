import { type Context, report } from '../context.ts';
import { isFamilyName } from '../family.ts';
import { child, entriesOf, type SourceNode } from '../source.ts';
import type { NamingStyle } from './model.ts';

const styles: { readonly [style in NamingStyle]: RegExp } = {
  snake_case: /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
  camelCase: /^[a-z][a-zA-Z0-9]*$/,
  PascalCase: /^[A-Z][a-zA-Z0-9]*$/,
};

/** Reports attributes whose names are of another style than the convention. The names of families are not looked at. */
export function checkNamingStyle(context: Context, root: SourceNode, style: NamingStyle): void {
  for (const recordType of entriesOf(child(root, 'record_types'))) {
    for (const attribute of entriesOf(child(recordType.value, 'attributes'))) {
      if (isFamilyName(attribute.key) || styles[style].test(attribute.key)) continue;
      const better = restyle(attribute.key, style);
      report(context, 'naming-style', attribute, `"${attribute.key}" is not in ${style}`, {
        help: styles[style].test(better) ? `write "${better}"` : 'choose a name with letters and digits',
      });
    }
  }
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
