/** Why an implementation refuses a request. */
export type RefusalClass = 'invalid-record' | 'invalid-key' | 'invalid-item' | 'not-found';

/** Thrown by an operation that refuses what it was given. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly refusalClass: RefusalClass;

  constructor(refusalClass: RefusalClass, message: string) {
    super(message);
    this.refusalClass = refusalClass;
  }
}

/** Thrown by an operation that the implementation does not have for this record type. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}
