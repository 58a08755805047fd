import { firstDifference } from './difference.ts';
import type { Json } from './json.ts';

/**
 * Names contents: two values that are called with get one name exactly when they are the same JSON, whatever the order of
 * their members. The canonical text would do too, but to sort the members of thousands of long records takes longer than
 * all else about them.
 */
export function contentKeys(): (content: Json) => string {
  const alike = new Map<number, Json[]>();
  return (content) => {
    const print = fingerprint(content);
    const known = alike.get(print) ?? [];
    if (known.length === 0) alike.set(print, known);
    const index = known.findIndex((each) => firstDifference(each, content) === undefined);
    if (index < 0) known.push(content);
    return `${print}:${index < 0 ? known.length - 1 : index}`;
  };
}

/**
 * The same number for the same content: the characters of its JSON are added up, so their order does not matter. V8 writes
 * JSON much faster than anybody else walks through it.
 */
function fingerprint(content: Json): number {
  const text = JSON.stringify(content);
  let print = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    print = (print + Math.imul(code, code)) | 0;
  }
  return print;
}
