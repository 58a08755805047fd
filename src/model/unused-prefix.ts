import { type Context, report } from './context.ts';
import { namedIn, type SourceNode } from './source.ts';

/**
 * Among prefixes that keys refer to, one that no key begins with was renamed or misspelt somewhere. Keys may have its text
 * instead. Where no key refers to any, they are listed for readers alone, and may be those of other tables.
 */
export function checkPrefixes(context: Context, root: SourceNode): void {
  if (context.prefixes.size === 0) return;
  const sections = namedIn(root).filter(({ key }) => key !== 'prefixes');
  const texts = sections.flatMap(({ value }) => [...textsIn(value)]);
  // Any of them may be what a misspelt reference means.
  const referred = texts.flatMap((text) => [...text.matchAll(/\{prefixes\.([^}:]*)/g)].map(([, name = '']) => name));
  if (referred.length === 0 || referred.some((name) => !context.prefixes.has(name))) return;
  const prefixes = namedIn(root).filter(({ key }) => key === 'prefixes');
  for (const entry of prefixes.flatMap(({ value }) => namedIn(value))) {
    const reference = `{prefixes.${entry.key}}`;
    const own = context.prefixes.get(entry.key) ?? '';
    if (texts.some((text) => text.includes(reference) || text.includes(own))) continue;
    report(context, 'prefix-unused', entry, `no pattern has "${reference}", and no key begins with "${own}"`, {
      help: `write "${reference}" where keys begin with it, or remove it`,
    });
  }
}

function* textsIn(node: SourceNode): Generator<string> {
  if (node.kind === 'map') for (const { value } of node.entries) yield* textsIn(value);
  else if (node.kind === 'list') for (const item of node.items) yield* textsIn(item);
  else if (node.type === 'string') yield node.text;
}
