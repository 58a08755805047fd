import canonicalize from 'canonicalize';
import type { Json } from './json.ts';

/**
 * Names contents: two values that are called with get one name exactly when they are the same JSON, whatever the order of
 * their members. The canonical text would do too; to sort the members of thousands of long records takes longer than all
 * else about them, so it is made for those alone that look alike.
 */
export function contentKeys(): (content: Json) => string {
  const alike = new Map<string, { readonly first: Json; canonical?: Map<string, string> }>();
  return (content) => {
    const print = fingerprint(content);
    const known = alike.get(print);
    if (known === undefined) {
      alike.set(print, { first: content });
      return print;
    }
    known.canonical ??= new Map([[canonicalText(known.first), print]]);
    const canonical = canonicalText(content);
    const name = known.canonical.get(canonical) ?? `${print}:${known.canonical.size}`;
    known.canonical.set(canonical, name);
    return name;
  };
}

/** The same for the same content: another order of members makes a text of the same characters. */
function fingerprint(content: Json): string {
  const text = JSON.stringify(content);
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    sum = (sum + Math.imul(unit, unit * unit + 7)) | 0;
  }
  return `${text.length}:${sum}`;
}

function canonicalText(content: Json): string {
  return canonicalize(content) ?? '';
}
