import { HarnessError } from '../host/harness-error.ts';

/** The store understood the request and refused it. */
export class StoreRejection extends HarnessError {
  /** DynamoDB's exception name, such as `ValidationException`. Texts differ between stores; names do not. */
  readonly exception: string;
  /** The item that failed the condition, where the request asked for it. */
  readonly item: unknown;

  constructor(operation: string, exception: string, text: string, item: unknown) {
    super('store-rejection', `${operation} was refused: ${exception}: ${text}`);
    this.name = 'StoreRejection';
    this.exception = exception;
    this.item = item;
  }
}
