/** Something that the design of the table does not allow, in a record, a key or a stored item. */
export class InvalidValue extends Error {
  override readonly name = 'InvalidValue';

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
  }
}
