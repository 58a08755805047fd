import { type Operation, operations } from '../check/registry.ts';
import type { AcknowledgedGap } from '../config/config.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Model, RecordType } from '../model/model.ts';

/** For each operation, every record type (`true`) or those listed; in `key.parse` also `name/index` for one key. */
export type Capabilities = { readonly [op in Operation]?: true | readonly string[] };

/** Whether an implementation declares that it supports an operation. */
export function supports(capabilities: Capabilities, op: Operation, recordType: string, index?: string): boolean {
  const declared = capabilities[op];
  if (declared === undefined) return false;
  if (declared === true) return true;
  return declared.includes(recordType) || (index !== undefined && declared.includes(`${recordType}/${index}`));
}

/** Something that is not supported: an operation on a record type, or on one of its keys. */
type Unit = { readonly op: Operation; readonly recordType: string; readonly index?: string };

export type GapReport = {
  /** Acknowledged gaps, with the record types that each really covers. */
  readonly acknowledged: readonly {
    readonly op: Operation;
    readonly recordTypes: readonly string[];
    readonly reason: string;
  }[];
  /** What makes the run red: a gap that nobody acknowledged, or an acknowledgement of something that is supported. */
  readonly complaints: readonly string[];
};

/**
 * Holds what an implementation declares against what its configuration acknowledges.
 *
 * @param selected whether a run is about an operation on a record type at all
 */
export function compareGaps(
  name: string,
  model: Model,
  capabilities: Capabilities,
  gaps: readonly AcknowledgedGap[],
  selected: (op: Operation, recordType: string) => boolean = () => true,
): GapReport {
  const missing = operations
    .flatMap((op) => model.recordTypes.flatMap((recordType) => unitsOf(op, recordType)))
    .filter((unit) => !supports(capabilities, unit.op, unit.recordType, unit.index));
  const relevant = missing.filter((unit) => selected(unit.op, unit.recordType));
  const acknowledged: { op: Operation; recordTypes: readonly string[]; reason: string }[] = [];
  const complaints: string[] = [];
  const covered = new Set<Unit>();
  complaints.push(...misspelt(name, model, capabilities));
  for (const gap of gaps) {
    for (const op of gap.ops) {
      const units = missing.filter((unit) => unit.op === op && covers(gap, unit));
      for (const unit of units) covered.add(unit);
      if (units.length > 0) acknowledged.push({ op, recordTypes: collapse(units, model), reason: gap.reason });
      complaints.push(...overstated(name, model, op, gap, missing));
    }
  }
  for (const op of operations) {
    const undeclared = collapse(
      relevant.filter((unit) => unit.op === op && !covered.has(unit)),
      model,
    );
    if (undeclared.length > 0) {
      complaints.push(
        `${name} does not support ${op} of ${undeclared.join(', ')}, and its configuration does not say so; add it to "gaps" with a reason`,
      );
    }
  }
  return { acknowledged, complaints };
}

/**
 * What a gap says too much of. A name in it stands for all that it covers: one that also covered what is supported would
 * hide it when that disappears one day.
 */
function overstated(
  name: string,
  model: Model,
  op: Operation,
  gap: AcknowledgedGap,
  missing: readonly Unit[],
): readonly string[] {
  const all = model.recordTypes.flatMap((recordType) => unitsOf(op, recordType));
  const isMissing = (unit: Unit): boolean =>
    missing.some((each) => each.op === op && describe(each) === describe(unit));
  const where = `${gap.at.file}:${gap.at.line}`;
  const useless: string[] = [];
  const partly: string[] = [];
  for (const listed of gap.recordTypes) {
    const units = all.filter((unit) => listed === '*' || names(listed, unit));
    const supported = units.filter((unit) => !isMissing(unit));
    if (supported.length === 0) continue;
    if (supported.length === units.length) {
      useless.push(listed);
      continue;
    }
    const what = listed === '*' ? 'all record types' : `all keys of ${listed}`;
    const left = collapse(units.filter(isMissing), model).join(', ');
    partly.push(
      `${name} supports ${op} of ${collapse(supported, model).join(', ')}, and ${where} lists ${what} as a gap; name the ${listed === '*' ? 'record types' : 'keys'} that are not supported: ${left}`,
    );
  }
  if (useless.length === 0) return partly;
  return [`${name} supports ${op} of ${useless.join(', ')}, which ${where} lists as a gap; remove it there`, ...partly];
}

/** Names that make no sense for an operation, in what an implementation declares. A configuration was looked at before. */
function misspelt(name: string, model: Model, capabilities: Capabilities): readonly string[] {
  return operations.flatMap((op) => {
    const names = knownNames(model, op);
    const listed = capabilities[op];
    // "*" stands for every record type in a configuration; an adapter says true.
    const wrong = Array.isArray(listed) ? listed.filter((each: string) => !names.includes(each)) : [];
    return wrong.map((each: string) => {
      const of = model.recordTypes.find(({ name }) => each.startsWith(`${name}/`));
      if (of !== undefined && knownNames(model, 'key.parse').includes(each))
        return `${name} declares ${op} of "${each}", and only key.parse can be declared of a single key; declare it of "${of.name}"`;
      const what = each.includes('/') ? 'key of a record type' : 'record type';
      const meant = suggest(each, names);
      return `${name} declares ${op} of "${each}", and there is no such ${what}${meant === undefined ? '' : `; did you mean "${meant}"?`}`;
    });
  });
}

/** What can be listed for an operation: record types, and for parsing also their keys. */
export function knownNames(model: Model, op: Operation): readonly string[] {
  return model.recordTypes.flatMap((recordType) => [
    recordType.name,
    ...(op === 'key.parse' ? recordType.keys.map((key) => `${recordType.name}/${key.index.name}`) : []),
  ]);
}

/** Names of units; a record type of which all keys are among them is named once. */
function collapse(units: readonly Unit[], model: Model): readonly string[] {
  return model.recordTypes.flatMap((recordType) => {
    const own = units.filter((unit) => unit.recordType === recordType.name);
    const whole = own.length === recordType.keys.length || own[0]?.index === undefined;
    return own.length > 0 && whole ? [recordType.name] : own.map(describe);
  });
}

function unitsOf(op: Operation, recordType: RecordType): readonly Unit[] {
  const unit = { op, recordType: recordType.name };
  return op === 'key.parse' ? recordType.keys.map((key) => ({ ...unit, index: key.index.name })) : [unit];
}

/** Why a configuration says that something is not supported. */
export function gapReason(gaps: readonly AcknowledgedGap[], op: Operation, recordType: string, index?: string): string {
  const unit: Unit = { op, recordType, ...(index === undefined ? {} : { index }) };
  return gaps.find((gap) => gap.ops.includes(op) && covers(gap, unit))?.reason ?? 'not supported';
}

function covers(gap: AcknowledgedGap, unit: Unit): boolean {
  return gap.recordTypes.some((each) => each === '*' || names(each, unit));
}

function names(text: string, unit: Unit): boolean {
  return text === unit.recordType || text === describe(unit);
}

function describe(unit: Unit): string {
  return unit.index === undefined ? unit.recordType : `${unit.recordType}/${unit.index}`;
}
