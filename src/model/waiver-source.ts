import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { isCode, isWaivable, waivableCodes } from '../diagnostics/waivable.ts';
import { type Context, referenceTo, report } from './context.ts';
import { repeated, textAt } from './design/read.ts';
import type { Waiver } from './model.ts';
import { child, itemsOf, type SourceNode, textOf } from './source.ts';

/** Reads the waivers of a schema. Each has to waive something, so no two are of one rule at one place. */
export function waiversFrom(context: Context, root: SourceNode): readonly Waiver[] {
  const nodes = itemsOf(child(root, 'waivers'));
  const whole = nodes.filter((node) => child(node, 'rule') !== undefined && child(node, 'at') !== undefined);
  for (const node of repeated(whole, (each) => JSON.stringify([textAt(each, 'rule'), textAt(each, 'at')]))) {
    report(
      context,
      'value-conflict',
      node,
      `"${textAt(node, 'rule') ?? ''}" at ${textAt(node, 'at') ?? ''} is waived twice`,
      {
        help: 'remove one of the waivers',
      },
    );
  }
  return nodes.map((node) => waiverFrom(context, node, root));
}

function waiverFrom(context: Context, node: SourceNode, root: SourceNode): Waiver {
  const place = child(node, 'rule') ?? node;
  const rule = textOf(place) ?? '';
  if (!isCode(rule)) {
    report(context, 'reference-unknown', place, `there is no rule "${rule}"`, {
      help: didYouMean(rule, waivableCodes),
    });
  } else if (!isWaivable(rule)) {
    report(
      context,
      'waiver-refused',
      place,
      isAboutWaivers(rule)
        ? `"${rule}" cannot be waived: it is about a waiver that is to go`
        : `"${rule}" cannot be waived: with such an error, a schema has no meaning`,
      { help: 'remove the waiver, and correct what it is about' },
    );
  }
  const until = child(node, 'until');
  if (until !== undefined && child(root, 'version') === undefined)
    report(context, 'missing-key', until, 'the schema has no "version", so this waiver would never end', {
      help: 'add "version:" to the schema',
    });
  return {
    rule,
    path: textOf(child(node, 'at')) ?? '',
    reason: textOf(child(node, 'reason')) ?? '',
    owner: textOf(child(node, 'owner')) ?? null,
    until: textOf(until) ?? null,
    at: referenceTo(context, node.path, node.at),
  };
}

/** Whether a rule is about waivers themselves, which another one cannot make good. */
function isAboutWaivers(rule: DiagnosticCode): boolean {
  return rule === 'waiver-expired' || rule === 'waiver-unused' || rule === 'waiver-refused';
}
