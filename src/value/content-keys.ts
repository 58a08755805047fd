import { firstDifference } from './difference.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

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

/** The same number for the same content: members are added up, so their order does not matter; items of a list are not. */
function fingerprint(content: Json | undefined): number {
  if (typeof content === 'string') return textPrint(content, 1);
  if (Array.isArray(content)) {
    let print = 2;
    for (const each of content) print = Math.imul(print, 31) + fingerprint(each as Json);
    return print | 0;
  }
  if (!isObject(content)) return textPrint(String(content), 3);
  let print = 4;
  for (const name of Object.keys(content)) {
    const value = (content as JsonObject)[name];
    if (value !== undefined) print += Math.imul(textPrint(name, 5), fingerprint(value) | 1);
  }
  return print | 0;
}

function textPrint(text: string, start: number): number {
  let print = start;
  for (let index = 0; index < text.length; index++) print = Math.imul(print ^ text.charCodeAt(index), 16_777_619);
  return print;
}
