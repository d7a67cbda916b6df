/** The documents clients fetch before they call: the WSDL with all it imports, and the list of versions. */

import type { Simulation } from '../simulator/simulator.ts';
import type { WsdlWriter } from '../soap/wsdl.ts';
import { addressOf } from './address.ts';
import type { Handler } from './server.ts';

export function documents(simulation: Simulation): Handler {
  const library = new Library(simulation);
  return async (request, response, url) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const name = documentName(url);
    if (name === undefined) return false;
    const scheme = 'encrypted' in request.socket ? 'https' : 'http';
    const text = await library.document(name, `${scheme}://${addressOf(request)}/sdk`);
    if (text === undefined) return false;
    response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8', 'content-length': Buffer.byteLength(text) });
    response.end(request.method === 'HEAD' ? undefined : text);
    return true;
  };
}

function documentName(url: URL): string | undefined {
  const match = /^\/sdk\/([\w-]+\.(?:wsdl|xsd|xml))$/.exec(url.pathname);
  if (match) return match[1];
  return /^\/sdk(\/vimService)?$/.test(url.pathname) && url.searchParams.has('wsdl') ? 'vimService.wsdl' : undefined;
}

/** Documents made when first asked for and kept; only the service document names the address and is made each time. */
class Library {
  readonly #simulation: Simulation;
  readonly #kept = new Map<string, Promise<string | undefined>>();
  #writer: Promise<WsdlWriter> | undefined;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  async document(name: string, address: string): Promise<string | undefined> {
    if (name === 'vimService.wsdl') return (await this.#wsdl()).service(address);
    let kept = this.#kept.get(name);
    if (!kept) {
      kept = this.#make(name);
      if (await kept) this.#kept.set(name, kept);
    }
    return kept;
  }

  async #make(name: string): Promise<string | undefined> {
    if (name === 'vimServiceVersions.xml') {
      const { versionsDocument } = await import('../soap/versions-document.ts');
      return versionsDocument(this.#simulation.site.schema, this.#simulation.site.version);
    }
    return (await this.#wsdl()).document(name);
  }

  #wsdl(): Promise<WsdlWriter> {
    const { schema, version } = this.#simulation.site;
    this.#writer ??= import('../soap/wsdl.ts').then(({ WsdlWriter }) => new WsdlWriter(schema, version));
    return this.#writer;
  }
}
