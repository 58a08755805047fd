import { expect, it } from 'vitest';
import { parseSource } from '../../../src/model/source.ts';

const writeOut = 'write the value out where it is used';
const tooMuch = 'something stands here that does not belong to the value before it';

it.each([
  ['{ from: u.l[].q }', 'a "[" or "{" stands after a value that has ended', 'put quotes around the whole value'],
  ['a: }', 'a "]" or "}" closes nothing', 'remove it, or put quotes around the whole value'],
  ['a: {b: [1', 'a "[" is not closed before this place', 'close it with "]"'],
  ['a: {b: 1', 'a "{" is not closed before this place', 'close it with "}"'],
  ["a: 'x", 'a quote is opened and never closed', 'close it on its line'],
  ['a: "x"y', tooMuch, 'put quotes around the whole value, or remove what is too much'],
  ['a: - b', 'a list starts in the line of its key', 'start it in the next line, or write it in brackets'],
  ['- - a\n -b', 'an item of a list has no "- "', 'start each item with "- "'],
  ['a: 1\nb', 'a key has no ":" after it', 'write ": " between a key and its value'],
  ['{a: 1,,b: 2}', 'a "," has nothing before it', 'remove one ",", or write what is missing'],
  ['a: "b"#c', 'a "#" follows without a space', 'put a space before a comment, or quotes around the value'],
  [
    'a:\n  b: 1\n c: 2',
    'a line is indented otherwise than those that it belongs to',
    'indent the lines of one mapping or list alike',
  ],
  ['a: |\n\tx', 'the text after "|" or ">" is not indented', 'indent its lines with spaces'],
  ['a: |\n     \n  y', 'an empty line has more spaces than the text after it', 'remove the spaces of the empty line'],
  ['a: |x y\n b', 'more than "|" or ">" stands in the line that starts a text', 'write the text in the next line'],
  [
    'a: @x',
    'a value without quotes starts with a character that means something in YAML',
    'put quotes around the value',
  ],
  [
    'a: "\\q"',
    'a backslash in double quotes is followed by something that YAML has no meaning for',
    'use single quotes, in which a backslash is a backslash',
  ],
  ['a: *', 'a "&" or "*" has no name after it', 'put quotes around the value if it is meant as text, or write it out'],
  ['a: &a &b c', 'a value has two anchors', `remove them, and ${writeOut}`],
  ['a: !a !b c', 'a value has two tags', 'remove them'],
  ['a: !<x', 'a tag is not one of YAML', 'remove the tag'],
  ['&a *b: c', 'an alias has an anchor or a tag', writeOut],
  ['a: ![ x', 'an anchor or a tag touches its value', `remove it, and ${writeOut}`],
  ['%TAG\n---\na: 1', 'a line starts with "%" and is no directive of YAML', 'remove the line'],
  ['--- a: 1', 'the file starts with something before its "---"', 'remove the "---" and the lines before it'],
])('says of %j in its own words what is wrong, and what to do', (text, message, help) => {
  const [first] = parseSource('file.yaml', text, 'write something').diagnostics;
  expect([first?.message, first?.help]).toEqual([message, help]);
});
