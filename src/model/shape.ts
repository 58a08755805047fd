import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { type Acceptor, shapeLibrary } from './acceptors.ts';

/** A violation of a shape, as the validator names it. */
export type ShapeError = ErrorObject;

/** What documents are held against. */
export type Shape = {
  /** JSON Schema 2020-12. */
  readonly schema: object;
  readonly accepts: Acceptor;
  /** Every violation; none of a document that has the shape. */
  readonly errorsOf: (document: unknown) => readonly ShapeError[];
};

/**
 * A JSON Schema as a shape. It is compiled where a document needs it, once.
 *
 * @param acceptor what tells a document that has the shape, where that was compiled ahead: then only another document
 *   needs more
 */
export function shapeOf(schema: object, acceptor?: Acceptor): Shape {
  let compiled: ValidateFunction | undefined;
  const validate = (document: unknown): readonly ShapeError[] => {
    compiled ??= compile(schema);
    return compiled(document) ? [] : (compiled.errors ?? []);
  };
  return {
    schema,
    accepts: acceptor ?? ((document) => validate(document).length === 0),
    errorsOf: (document) => (acceptor?.(document) === true ? [] : validate(document)),
  };
}

/**
 * A validator that reports every violation. That the schema is one is taken for granted, because ours are tested: to
 * check them costs each start of the program more than to compile them.
 */
function compile(schema: object): ValidateFunction {
  const options = {
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    verbose: true,
    validateSchema: false,
    // A validator runs once or twice in a process; optimising its code takes longer than it ever saves.
    code: { optimize: false },
  };
  const Ajv = shapeLibrary();
  return new Ajv(options).compile(schema);
}
