import type { Selection } from '../../src/plan/plan.ts';

/** Everything, as a run without options compares it. */
export const selectingAll: Selection = {
  implementations: [],
  recordTypes: [],
  checks: [],
  vectors: [],
  indexes: [],
  writers: [],
  everyRead: false,
  quick: false,
};
