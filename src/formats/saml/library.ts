/**
 * The library for XML signatures, and the DOM it works on, loaded when the first token is asked for. What we use of them is
 * told here: their own declarations would bring the browser's whole DOM into every file of ours.
 */
import type { KeyObject } from 'node:crypto';

export interface XmlNode {
  readonly nodeType: number;
  readonly parentNode: XmlNode | null;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<XmlNode>;
  /** As text that stands by itself: what it needs of namespaces declared around it is declared in it. */
  toString(): string;
}

export interface XmlNodeElement extends XmlNode {
  readonly localName: string;
  readonly namespaceURI: string | null;
  /** '' where there is none. */
  getAttribute(name: string): string;
  getAttributeNS(space: string, name: string): string;
}

export interface Signed {
  SignatureAlgorithms: Record<string, unknown>;
  HashAlgorithms: Record<string, unknown>;
  CanonicalizationAlgorithms: Record<string, unknown>;
  loadSignature(signature: XmlNode): void;
  checkSignature(text: string): boolean;
  /** What was signed, in canonical form; filled by a check that succeeds. */
  getSignedReferences(): string[];
  addReference(reference: { xpath: string; transforms: readonly string[]; digestAlgorithm: string }): void;
  computeSignature(text: string, options: { prefix: string; location: { reference: string; action: 'after' } }): void;
  getSignedXml(): string;
}

interface SignedOptions {
  readonly publicCert?: KeyObject | string;
  readonly privateKey?: KeyObject;
  readonly signatureAlgorithm?: string;
  readonly canonicalizationAlgorithm?: string;
  /** Whoever is believed is known before; a key that comes with the message proves nothing. */
  readonly getCertFromKeyInfo: () => null;
}

export interface XmlLibrary {
  readonly SignedXml: new (options: SignedOptions) => Signed;
  readonly DOMParser: new (options: {
    errorHandler: (level: string, message: string) => void;
  }) => {
    parseFromString(text: string, type: 'text/xml'): { readonly documentElement: XmlNodeElement | null };
  };
}

export async function loadXmlLibrary(): Promise<XmlLibrary> {
  const [signatures, dom] = await Promise.all([
    import('xml-crypto' as string) as Promise<{ SignedXml: XmlLibrary['SignedXml'] }>,
    import('@xmldom/xmldom' as string) as Promise<{ DOMParser: XmlLibrary['DOMParser'] }>,
  ]);
  return { SignedXml: signatures.SignedXml, DOMParser: dom.DOMParser };
}
