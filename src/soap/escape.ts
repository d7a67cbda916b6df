// biome-ignore-start lint/suspicious/noControlCharactersInRegex: the characters XML does not allow are the point
/** Whether there is anything to look at more closely. */
const SPECIAL = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const SPECIALS =
  /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ATTRIBUTE_SPECIALS = new RegExp(`["\\n\\t]|${SPECIALS.source}`, 'g');
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: as above

/** Escapes character data. What XML cannot hold at all becomes `?`, so that no answer is ever malformed. */
export function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, replacement) : text;
}

/** Escapes a double-quoted attribute value. */
export function escapeAttribute(text: string): string {
  return text.replace(ATTRIBUTE_SPECIALS, replacement);
}

function replacement(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    // A parser would turn a bare carriage return into a line feed.
    case '\r':
      return '&#13;';
    case '\n':
      return '&#10;';
    case '\t':
      return '&#9;';
    default:
      return '?';
  }
}
