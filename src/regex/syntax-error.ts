/** What is wrong with the syntax of a pattern, in our words: what, and what to do. */
type Explained = { readonly message: string; readonly help: string };

/** What the sentences of the parser mean for whoever wrote the pattern. */
const explanations: readonly (readonly [sentence: RegExp, explained: Explained])[] = [
  [/^Unterminated character class/, { message: 'a "[" is never closed', help: 'close it with "]", or write "\\["' }],
  [/^Unterminated group/, { message: 'a "(" is never closed', help: 'close it with ")", or write "\\("' }],
  [/^Unmatched '\)'/, { message: 'a ")" closes nothing', help: 'remove it, or write "\\)"' }],
  [/ at the end$/, { message: 'a backslash stands at the end', help: 'remove it, or write "\\\\"' }],
  [
    /^Lone quantifier brackets|^Incomplete quantifier/,
    {
      message: 'a "{" or "}" stands alone, and starts no count like {2,4}',
      help: 'write "\\{" and "\\}" for the braces',
    },
  ],
  [
    /^Nothing to repeat/,
    { message: 'a "*", "+", "?" or count repeats nothing', help: 'write what it repeats, or a backslash before it' },
  ],
  [/^numbers out of order/, { message: 'a count goes from more to less', help: 'write the smaller number first' }],
  [
    /^Range out of order/,
    { message: 'a range of characters goes backwards', help: 'write the first character first, as in [a-z]' },
  ],
  [
    /^Invalid (?:unicode )?escape/,
    { message: 'this character has no meaning after a backslash', help: 'write the character without the backslash' },
  ],
  [
    /property name/,
    { message: 'there is no such class of characters', help: 'write the characters out, as in [a-zA-Z]' },
  ],
  [
    /character class/,
    { message: 'a class of characters is not well formed', help: 'write characters and ranges of them, as in [a-z_]' },
  ],
  [
    /capture|named reference/,
    { message: 'the name of a group cannot be used', help: 'write the group without a name: (…)' },
  ],
  [/^Invalid group/, { message: 'a "(?" starts nothing that is known', help: 'write (…) or (?:…)' }],
  [/^Empty/, { message: 'it is empty', help: 'write a pattern, or remove it' }],
];

const otherwise: Explained = {
  message: 'something stands here that has no meaning',
  help: 'write a backslash before characters that stand for themselves',
};

/**
 * The mistake that the parser has found, without its own words.
 *
 * @param atEnd whether it is behind the last character, where an escape has no character
 */
export function explainSyntax(sentence: string, atEnd: boolean): Explained {
  const found = atEnd && sentence === 'Invalid escape' ? 'Escape at the end' : sentence;
  return explanations.find(([known]) => known.test(found))?.[1] ?? otherwise;
}
