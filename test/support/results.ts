import type { Refusal, Result } from '../../src/item/codec.ts';

/** The value of a result that must be one. */
export function accepted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.error.message} [${result.error.rule}]`);
  return result.value;
}

/** What a refusal says, in the parts that programs use. */
export function refusal(result: Result<unknown>): Pick<Refusal, 'class' | 'rule' | 'path'> | 'accepted' {
  if (result.ok) return 'accepted';
  const { class: refusalClass, rule, path } = result.error;
  return { class: refusalClass, rule, path };
}
