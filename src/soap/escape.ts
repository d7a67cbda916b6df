// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters XML does not allow are the point
const SPECIAL = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const SPECIALS = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const ATTRIBUTE_SPECIALS = /["&<>\r\n\t\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

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
