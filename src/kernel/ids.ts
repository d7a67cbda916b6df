/** UUIDs that follow from the seed and a name (RFC 9562 version 5), in the forms vSphere uses. */
import { v5 } from 'uuid';

const NAMESPACE = '6c6e1a0e-5f5c-5d4e-9a51-7b8f0d1c2e3a';

export class Ids {
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Same seed, same name: same UUID. */
  uuid(name: string): string {
    return v5(`${this.#seed}/${name}`, NAMESPACE);
  }

  /** vCenter's instanceUuid begins with `50`. */
  instanceUuid(name: string): string {
    return `50${this.uuid(`instance/${name}`).slice(2)}`;
  }

  /** A VM's BIOS UUID as an ESXi host makes it: it begins with `42`. */
  biosUuid(name: string): string {
    return `42${this.uuid(`bios/${name}`).slice(2)}`;
  }

  /** The uuid in a VMDK descriptor: `6000C29x-xxxx-...`. */
  diskUuid(name: string): string {
    return `6000c29${this.uuid(`disk/${name}`).slice(7)}`;
  }
}
