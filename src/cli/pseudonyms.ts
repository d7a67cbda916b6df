/** Names in place of others: the same for the same, whatever they stand in. */

/** What objects of a type are called. */
const WORDS: Readonly<Record<string, string>> = {
  Folder: 'folder',
  StoragePod: 'pod',
  Datacenter: 'dc',
  ComputeResource: 'host',
  ClusterComputeResource: 'cluster',
  ResourcePool: 'pool',
  VirtualApp: 'vapp',
  HostSystem: 'host',
  Network: 'network',
  OpaqueNetwork: 'network',
  DistributedVirtualSwitch: 'switch',
  VmwareDistributedVirtualSwitch: 'switch',
  DistributedVirtualPortgroup: 'portgroup',
  Datastore: 'datastore',
  VirtualMachine: 'vm',
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const BYTES = /^([0-9a-f]{2}[ -]){15}[0-9a-f]{2}$/i;
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const IPV6 = /^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}$/i;
const MAC = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i;
const PATH = /^\[([^\]]*)\](?: (.*))?$/;
/** Keys of what a host has, by its name. */
const KEY = /^(key-vim\.host\.\w+-)(.+)$/;
/** What a file is, after its name. */
const ENDING = /((-\d{6})?(-(flat|delta|ctk|sesparse|rdmp?|aux|\w{8}))?(\.\w{1,6})+)$/;
/** Words that are said of nobody: of the API, of products, of versions. */
const NOBODYS = /^(vmnic|vmk|vSwitch|vmhba|key-vim\.|vmx-|naa\.|\d|VM Network$|Management Network$|Uplink \d)/;

export class Pseudonyms {
  readonly #made = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  /** Names of objects, whichever type has them. */
  readonly #anywhere = new Map<string, string>();

  know(type: string, name: string): void {
    const made = this.of(type, name);
    if (!this.#anywhere.has(name)) this.#anywhere.set(name, made);
  }

  /** The other name of an object. */
  of(type: string, name: string): string {
    const word = WORDS[type] ?? 'object';
    return this.#stand(word, name, (n) => (word === 'host' ? `host-${n}.example` : `${word}-${n}`));
  }

  /** A text with other names in it; `word` is what it is said of. */
  text(text: string, word: string): string {
    if (word === '_typeName' || text === '') return text;
    const path = PATH.exec(text);
    if (path) return this.#path(path[1]!, path[2]);
    if (word === 'remoteHost') return this.#stand('filer', text, (n) => `filer-${n}.example`);
    if (word === 'remotePath') return this.#stand('export', text, (n) => `/export-${n}`);
    if (UUID.test(text)) return this.#uuid(text.toLowerCase());
    if (BYTES.test(text)) return this.#stand('bytes', text, (n) => bytes(n));
    if (MAC.test(text))
      return this.#stand('mac', text.toLowerCase(), (n) => `00:50:56:${hex(n >> 16)}:${hex(n >> 8)}:${hex(n)}`);
    if (IPV4.test(text)) return this.#address(text);
    if (IPV6.test(text) && text.length > 3) return this.#stand('ipv6', text, (n) => `2001:db8::${n.toString(16)}`);
    const known = this.#anywhere.get(text);
    if (known !== undefined) return known;
    const key = KEY.exec(text);
    if (key) return key[1]! + this.text(key[2]!, 'name');
    if (word === 'logFile')
      return text
        .split('/')
        .map((part) => this.#part(part))
        .join('/');
    const isDirectory = (word === 'url' || word === 'path') && !text.startsWith('ds:///');
    if (isDirectory) return this.#stand('directory', text, (n) => `/directory-${n}`);
    if (word === 'name' || word === 'hostName' || word === 'switchName') return this.#called(text);
    if (text.startsWith('ds:///') || text.startsWith('/vmfs/'))
      return text.replace(/[0-9a-f-]{20,}/gi, (id) => this.#uuid(id));
    return text.replace(/[\w.-]{3,}/g, (token) => this.#token(token));
  }

  #token(token: string): string {
    const ending = ENDING.exec(token)?.[1] ?? '';
    const stem = token.slice(0, token.length - ending.length);
    const known = this.#anywhere.get(token) ?? this.#anywhere.get(stem);
    return known === undefined ? token : known + (this.#anywhere.has(token) ? '' : ending);
  }

  #called(text: string): string {
    return NOBODYS.test(text) ? text : this.#stand('name', text, (n) => `name-${n}`);
  }

  #path(datastore: string, below: string | undefined): string {
    const named = this.of('Datastore', datastore);
    if (below === undefined) return `[${named}]`;
    return `[${named}] ${below
      .split('/')
      .map((part) => this.#part(part))
      .join('/')}`;
  }

  #part(part: string): string {
    if (part === '') return part;
    const known = this.#anywhere.get(part);
    if (known !== undefined) return known;
    const ending = ENDING.exec(part)?.[1] ?? '';
    const stem = part.slice(0, part.length - ending.length);
    const name = stem === '' ? '' : (this.#anywhere.get(stem) ?? this.#stand('file', stem, (n) => `file-${n}`));
    return name + ending;
  }

  #address(text: string): string {
    if (/^(0|127|255)\./.test(text)) return text;
    return this.#stand('ip', text, (n) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`);
  }

  #uuid(text: string): string {
    return this.#stand('uuid', text, (n) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`);
  }

  #stand(kind: string, text: string, make: (n: number) => string): string {
    const key = `${kind}/${text}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const n = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, n);
    const made = make(n);
    this.#made.set(key, made);
    return made;
  }
}

const hex = (n: number): string => (n & 255).toString(16).padStart(2, '0');

/** The way switches print their uuids. */
function bytes(n: number): string {
  const digits = n.toString(16).padStart(32, '0').match(/../g)!;
  return `${digits.slice(0, 8).join(' ')}-${digits.slice(8).join(' ')}`;
}
