/** Named patterns of text. Each is in the dialect of patterns, and says where the format is defined. */
export const stringFormats: ReadonlyMap<string, string> = new Map([
  // RFC 9562, in lower case, of any version and variant.
  ['uuid', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
  // https://github.com/ulid/spec: Crockford's base32 in its canonical upper case; 128 bits leave three in the first digit.
  ['ulid', '[0-7][0-9A-HJKMNP-TV-Z]{25}'],
  ['sha256', 'sha256:[0-9a-f]{64}'],
  ['slug', '[a-z0-9]+(?:-[a-z0-9]+)*'],
  // Five fields of POSIX crontab, without names.
  ['cron', '[0-9*,/-]+ [0-9*,/-]+ [0-9*,/-]+ [0-9*,/-]+ [0-9*,/-]+'],
  // What HTML accepts: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address, without its length limits.
  ['email', "[a-zA-Z0-9.!#$%&'*+\\/=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)*"],
  // An absolute URL of http or https, in the characters of RFC 3986.
  ['url', "https?:\\/\\/[A-Za-z0-9._~:\\/?#\\[\\]@!$&'()*+,;=%-]+"],
  ['git-sha', '[0-9a-f]{40}'],
]);
