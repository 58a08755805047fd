import type { ShapeError } from './shape.ts';

/**
 * `oneOf` also reports why each of its branches failed, and `if` that its branch did; one sentence is enough: of the branch
 * that was meant, where the kind of the value tells which. Of several that are one in the other, the innermost says the most.
 */
export function withoutBranches(errors: readonly ShapeError[]): readonly ShapeError[] {
  const within = errorsWithin(errors);
  const own = errors
    .filter((error) => error.keyword !== 'if' && !inBranch(error, '') && !error.schemaPath.includes('/propertyNames/'))
    .flatMap((error) => branchMeant(error, within));
  const isOuter = ({ keyword, instancePath }: ShapeError): boolean =>
    keyword === 'oneOf' && own.some((other) => other.instancePath.startsWith(`${instancePath}/`));
  return own.filter((error) => !isOuter(error));
}

/** The errors at or below each place with a `oneOf` that failed. */
type Within = ReadonlyMap<string, readonly ShapeError[]>;

function errorsWithin(errors: readonly ShapeError[]): Within {
  const within = new Map<string, ShapeError[]>();
  for (const { keyword, instancePath } of errors) if (keyword === 'oneOf') within.set(instancePath, []);
  if (within.size === 0) return within;
  for (const error of errors) {
    const steps = error.instancePath.split('/');
    for (const [depth] of steps.entries()) within.get(steps.slice(0, depth + 1).join('/'))?.push(error);
  }
  return within;
}

/** Why the only branch failed that is for a value of this kind; the error itself where there is none, or several. */
function branchMeant(error: ShapeError, within: Within): readonly ShapeError[] {
  if (error.keyword !== 'oneOf') return [error];
  const [only, second] = branchesFor(error, within);
  return only === undefined || second !== undefined ? [error] : only.flatMap((each) => branchMeant(each, within));
}

/** Of each branch that is for a value of this kind why it failed. */
function branchesFor(error: ShapeError, within: Within): readonly (readonly ShapeError[])[] {
  const isOfItsKind = (each: ShapeError): boolean => {
    if (each.instancePath !== error.instancePath) return true;
    if (each.keyword === 'oneOf') return branchesFor(each, within).length > 0;
    if (each.keyword === 'enum')
      return (each.schema as readonly unknown[]).some((value) => typeof value === typeof error.data);
    return each.keyword !== 'type' && each.keyword !== 'const';
  };
  return (error.schema as readonly unknown[]).flatMap((_, branch) => {
    const path = `${error.schemaPath}/${branch}`;
    const own = (within.get(error.instancePath) ?? []).filter(
      (each) => each.schemaPath.startsWith(`${path}/`) && !inBranch(each, path),
    );
    return own.length > 0 && own.every(isOfItsKind) ? [own] : [];
  });
}

/** Whether an error is of a branch, below a place in the shape. */
function inBranch({ schemaPath }: ShapeError, below: string): boolean {
  return /\/oneOf\/\d+\//.test(schemaPath.slice(below.length));
}
