/** What is wrong with a YAML document, in our words: what, and what to do. */
type Explained = { readonly message: string; readonly help: string };

/** What the codes of the parser mean for whoever wrote the file. */
const byCode: { readonly [code: string]: Explained } = {
  ALIAS_PROPS: { message: 'an alias has an anchor or a tag', help: 'write the value out where it is used' },
  BAD_ALIAS: {
    message: 'a "&" or "*" has no name after it',
    help: 'put quotes around the value if it is meant as text, or write it out',
  },
  BAD_COLLECTION_TYPE: { message: 'a tag stands before another kind of value', help: 'remove the tag' },
  BAD_DIRECTIVE: { message: 'a line starts with "%" and is no directive of YAML', help: 'remove the line' },
  BAD_DQ_ESCAPE: {
    message: 'a backslash in double quotes is followed by something that YAML has no meaning for',
    help: 'use single quotes, in which a backslash is a backslash',
  },
  BAD_INDENT: {
    message: 'a line is indented otherwise than those that it belongs to',
    help: 'indent the lines of one mapping or list alike',
  },
  BAD_PROP_ORDER: { message: 'an anchor or a tag stands in the wrong place', help: 'remove it' },
  BAD_SCALAR_START: {
    message: 'a value without quotes starts with a character that means something in YAML',
    help: 'put quotes around the value',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second ": " in one line',
    help: 'put quotes around a value that has ": " in it, or start a new line',
  },
  BLOCK_IN_FLOW: {
    message: 'a mapping or list of indented lines stands inside braces or brackets',
    help: 'inside { } and [ ], write mappings and lists with braces and brackets',
  },
  KEY_OVER_1024_CHARS: { message: 'a key is longer than 1024 characters', help: 'close a quote or bracket before it' },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a key goes over several lines',
    help: 'a ":" is missing, or a quote is not closed',
  },
  MULTIPLE_ANCHORS: {
    message: 'a value has two anchors',
    help: 'remove them, and write the value out where it is used',
  },
  MULTIPLE_TAGS: { message: 'a value has two tags', help: 'remove them' },
  TAB_AS_INDENT: { message: 'a tab stands where lines are indented', help: 'indent with spaces' },
  TAG_RESOLVE_FAILED: { message: 'a tag is not one of YAML', help: 'remove the tag' },
};

/** Codes of the parser that stand for several mistakes: which one it is, only its sentence says. */
const bySentence: readonly (readonly [sentence: RegExp, explained: Explained])[] = [
  [/end with a }/, { message: 'a "{" is not closed before this place', help: 'close it with "}"' }],
  [/end with a \]/, { message: 'a "[" is not closed before this place', help: 'close it with "]"' }],
  [/^Missing closing/, { message: 'a quote is opened and never closed', help: 'close it on its line' }],
  [
    /Comments must be separated/,
    { message: 'a "#" follows without a space', help: 'put a space before a comment, or quotes around the value' },
  ],
  [
    /Implicit map keys need to be followed/,
    { message: 'a key has no ":" after it', help: 'write ": " between a key and its value' },
  ],
  [/Sequence item without -/, { message: 'an item of a list has no "- "', help: 'start each item with "- "' }],
  [/Missing space after :/, { message: 'a ":" has no space after it', help: 'write ": " between a key and its value' }],
  [
    /Missing , /,
    { message: 'a "," is missing before this place', help: 'separate what stands in braces or brackets with ","' },
  ],
  [
    /Unexpected (?:,|empty item)/,
    { message: 'a "," has nothing before it', help: 'remove one ",", or write what is missing' },
  ],
  [
    /directives-end|doc-start/,
    { message: 'the file starts with something before its "---"', help: 'remove the "---" and the lines before it' },
  ],
  [
    /^Block scalar values/,
    { message: 'the text after "|" or ">" is not indented', help: 'indent its lines with spaces' },
  ],
  [
    /more-indented leading empty lines/,
    { message: 'an empty line has more spaces than the text after it', help: 'remove the spaces of the empty line' },
  ],
  [
    /^Block scalar header/,
    { message: 'more than "|" or ">" stands in the line that starts a text', help: 'write the text in the next line' },
  ],
  [
    /flow-(?:seq|map)-start/,
    { message: 'a "[" or "{" stands after a value that has ended', help: 'put quotes around the whole value' },
  ],
  [
    /flow-(?:seq|map)-end/,
    { message: 'a "]" or "}" closes nothing', help: 'remove it, or put quotes around the whole value' },
  ],
  [
    /block-seq-ind/,
    { message: 'a list starts in the line of its key', help: 'start it in the next line, or write it in brackets' },
  ],
  [
    /^Tags and anchors must be separated/,
    { message: 'an anchor or a tag touches its value', help: 'remove it, and write the value out where it is used' },
  ],
];

/** Whatever else the parser stops at. */
const otherwise: Explained = {
  message: 'something stands here that does not belong to the value before it',
  help: 'put quotes around the whole value, or remove what is too much',
};

/** The mistake that the parser has found, without its own words: they are about how it works, and change with it. */
export function explainYaml(code: string, sentence: string): Explained {
  return bySentence.find(([known]) => known.test(sentence))?.[1] ?? byCode[code] ?? otherwise;
}
