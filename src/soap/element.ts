const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(Object.create(null));
const NO_CHILDREN: readonly XmlElement[] = Object.freeze([]);

/**
 * One element of a parsed document.
 *
 * Attributes without a namespace stand under their own name, `xsi:type` and `xsi:nil` under exactly these two keys
 * whatever prefix the sender chose, all others under `{uri}local`. The value of `xsi:type` is without its prefix.
 */
export class XmlElement {
  readonly name: string;
  readonly uri: string;
  attributes: Readonly<Record<string, string>> = NO_ATTRIBUTES;
  children: readonly XmlElement[] = NO_CHILDREN;
  /** All character data directly inside the element, CDATA included. */
  text = '';

  constructor(name: string, uri: string) {
    this.name = name;
    this.uri = uri;
  }

  get xsiType(): string | undefined {
    return this.attributes['xsi:type'];
  }

  get isNil(): boolean {
    const nil = this.attributes['xsi:nil'];
    return nil === 'true' || nil === '1';
  }

  /** The first child with this local name, in any namespace. */
  child(name: string): XmlElement | undefined {
    for (const c of this.children) if (c.name === name) return c;
    return undefined;
  }

  append(child: XmlElement): void {
    if (this.children === NO_CHILDREN) this.children = [child];
    else (this.children as XmlElement[]).push(child);
  }
}
