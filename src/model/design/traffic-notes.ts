import type { Context } from '../context.ts';
import { child, type SourceNode } from '../source.ts';
import { checkAtMost } from './amounts.ts';
import type { TrafficNotes } from './model.ts';
import { textAt } from './read.ts';

/** Reads what people want to know of a read or a write. */
export function trafficNotesFrom(context: Context, node: SourceNode): TrafficNotes {
  const rps = child(node, 'rps');
  checkAtMost(context, rps, 'average', 'peak');
  return {
    rps:
      rps === undefined
        ? null
        : { peak: textAt(rps, 'peak'), average: textAt(rps, 'average'), source: textAt(rps, 'source') },
    latencyMs: textAt(node, 'latency_ms'),
    owner: textAt(node, 'owner'),
    status: textAt(node, 'status'),
    complexity: textAt(node, 'complexity'),
    suitability: textAt(node, 'suitability'),
  };
}
