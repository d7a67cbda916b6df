/** Finds where an element ends, whatever is in it, in a text that grows. */
const SLASH = 47;

export class ElementEnd {
  #at = 0;
  #depth = 0;

  /** The place behind the element that the text starts with; undefined while it is not whole. */
  find(text: string): number | undefined {
    for (;;) {
      const open = text.indexOf('<', this.#at);
      if (open < 0) return undefined;
      const special = ['<!--', '<![CDATA[', '<?'].findIndex((start) => text.startsWith(start, open));
      const end = special < 0 ? tagEnd(text, open) : endOf(text, open, ['-->', ']]>', '?>'][special]!);
      // `<!` may yet become a comment.
      if (end === undefined || (special < 0 && text[open + 1] === '!' && open + 9 > text.length)) return undefined;
      if (special < 0) {
        if (text.charCodeAt(open + 1) === SLASH) this.#depth -= 1;
        else if (text.charCodeAt(end - 2) !== SLASH) this.#depth += 1;
      }
      this.#at = end;
      if (this.#depth <= 0) return end;
    }
  }
}

function endOf(text: string, from: number, mark: string): number | undefined {
  const at = text.indexOf(mark, from);
  return at < 0 ? undefined : at + mark.length;
}

/** Behind the `>` of a tag, of which there may be others in its attributes. */
export function tagEnd(text: string, open: number): number | undefined {
  let quote = '';
  for (let at = open + 1; at < text.length; at += 1) {
    const character = text[at]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return undefined;
}
