const surrogate = /[\ud800-\udfff]/;

const { charCodeAt } = String.prototype;

/**
 * The UTF-16 unit at an index, for loops over text. V8 looks up `text.charCodeAt` by the kind of string - flat, sliced,
 * joined, of one byte or two - and after five kinds searches for it each time anew, which is slower than all the rest of
 * a loop. Called like this, there is nothing to look up.
 */
export function unitAt(text: string, index: number): number {
  return charCodeAt.call(text, index);
}

/** Whether text is well-formed Unicode: no lone surrogate, which no UTF-8 text can carry. */
export function isWellFormed(text: string): boolean {
  return text.isWellFormed();
}

/** Length in Unicode code points, the unit of every length in a schema. */
export function codePointLength(text: string): number {
  let length = text.length;
  if (!surrogate.test(text)) return length;
  for (let index = 0; index < text.length; index++) {
    const unit = unitAt(text, index);
    if (unit >= 0xd800 && unit <= 0xdbff) length--;
  }
  return length;
}

/** Length in bytes of the UTF-8 encoding, the unit of DynamoDB's own limits. */
export function utf8Length(text: string): number {
  let bytes = 0;
  const { length } = text;
  for (let index = 0; index < length; index++) {
    const unit = unitAt(text, index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit <= 0xdbff) {
      bytes += 4;
      index++;
    } else bytes += 3;
  }
  return bytes;
}

/**
 * Orders text as DynamoDB orders string keys: by the bytes of its UTF-8 encoding, which is the order of code
 * points. JavaScript's own order is by UTF-16 unit, and puts U+1F600 before U+FFFD.
 */
export function compareUtf8(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = unitAt(left, index);
    const b = unitAt(right, index);
    if (a === b) continue;
    const aSurrogate = a >= 0xd800 && a <= 0xdfff;
    const bSurrogate = b >= 0xd800 && b <= 0xdfff;
    if (aSurrogate !== bSurrogate) return aSurrogate ? 1 : -1;
    return a - b;
  }
  return left.length - right.length;
}
