import { typeOfComponent } from '../model/component-types.ts';
import { endOf } from '../model/component-width.ts';
import type { KeyPattern, RecordType, StringType } from '../model/model.ts';
import { stringCheck } from '../scalar/string-check.ts';
import type { RefusedScenario } from './coverage/scenarios.ts';
import type { RefusalDraft } from './draft.ts';
import { impossibleTimestamp } from './values/refused-timestamp.ts';

/** Puts into the key, in the place of each component, what only a lenient parser takes. */
export function brokenComponents(
  recordType: RecordType,
  tokens: KeyPattern['tokens'],
  text: string,
  isRefused: (changed: string) => boolean,
  refuse: (
    scenario: RefusedScenario,
    component: string,
    slug: string,
    description: string,
    changed: string,
    ...hazards: readonly string[]
  ) => RefusalDraft,
): readonly RefusalDraft[] {
  const drafts: RefusalDraft[] = [];
  let index = 0;
  for (const token of tokens) {
    if (token.kind === 'literal') {
      index += token.text.length;
      continue;
    }
    const end = endOf(token, text, index);
    const place = (component: string): string => text.slice(0, index) + component + text.slice(end);
    const add = (
      scenario: RefusedScenario,
      slug: string,
      description: string,
      component: string,
      ...hazards: readonly string[]
    ): void => {
      drafts.push(refuse(scenario, token.name, `${token.name}-${slug}`, description, place(component), ...hazards));
    };
    if (token.encodings.some(({ kind }) => kind === 'time'))
      for (const [slug, component] of impossibleTimes(text.slice(index, end)))
        if (isRefused(place(component)))
          add('invalid-component', slug, `${token.name} as "${component}"`, component, 'time-calendar');
    if (token.width !== undefined) {
      // A text of another length would be cut elsewhere, and might be a key all the same.
      const foreign = 'é'.repeat(token.width);
      add('invalid-component', 'invalid', `${token.name} as "${foreign}"`, foreign, 'regex-class-unicode');
      index = end;
      continue;
    }
    const type = token.encodings.length === 0 ? typeOfComponent(recordType, token.name) : undefined;
    const pad = token.encodings[0]?.kind === 'pad' ? token.encodings[0] : undefined;
    if (pad !== undefined) {
      const padded = text.slice(index, end);
      for (const [slug, component] of [
        ['unpadded', padded.replace(/^0+(?=[0-9])/, '')],
        ['over-padded', `0${padded}`],
      ] as const) {
        if (component === padded) continue;
        add('other-padding', slug, `${token.name} as "${component}"`, component, 'key-pad-width');
      }
    }
    add('empty-component', 'empty', `nothing in the place of ${token.name}`, '', 'key-empty-component');
    if (type?.kind === 'integer') {
      for (const [slug, component] of [
        ['leading-zero', '00'],
        ['space', ' 1'],
        ['underscore', '1_0'],
        ['minus-zero', '-0'],
        ['foreign-digit', '\u0663'],
        ['plus', '+1'],
      ] as const) {
        add('invalid-component', slug, `${token.name} as "${component}"`, component, 'num-lenient-parsers');
      }
      if (type.minimum !== null)
        add(
          'invalid-component',
          'too-small',
          `${token.name} below ${type.minimum}`,
          (BigInt(type.minimum) - 1n).toString(),
          'num-int-width',
        );
      if (type.maximum !== null)
        add(
          'invalid-component',
          'too-large',
          `${token.name} above ${type.maximum}`,
          (BigInt(type.maximum) + 1n).toString(),
          'num-int-width',
        );
    } else if (type?.kind === 'timestamp') {
      const { value, description, hazards } = impossibleTimestamp(type);
      add('invalid-component', 'invalid', `${token.name} as ${description}`, String(value), ...hazards);
    } else if (type?.kind === 'string') {
      const check = stringCheck(type);
      const foreign = ['é', ' ', '\n', '%'].find((each) => each !== token.until && check(each) !== undefined);
      if (foreign !== undefined)
        add(
          'invalid-component',
          'invalid',
          `${token.name} as ${JSON.stringify(foreign)}, ${whyForeign(type)}`,
          foreign,
          type.enum === null ? 'regex-class-unicode' : 'enum-unknown',
        );
    }
    index = end;
  }
  return drafts;
}

/** A time, or the part of it that a key has, with other digits: some that no time has, and a day that its month does not have. */
function impossibleTimes(text: string): readonly (readonly [slug: string, text: string])[] {
  const day = text.replace(/^(\d{4}-?)\d{2}(-?)\d{2}/, '$102$230');
  return [['nines', text.replace(/[0-9]/g, '9')], ...(day === text ? [] : [['no-such-day', day] as const])];
}

/** What a text breaks that a type of text does not take. */
function whyForeign(type: StringType): string {
  if (type.enum !== null) return 'which is not listed';
  return type.pattern === null ? 'whose length it does not allow' : 'which its pattern does not match';
}
