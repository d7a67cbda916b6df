/** Bytes on their way to datastores, in no file yet: they take room from whoever writes beside them. */
import type { Cell } from '../world/cell.ts';

export interface Upload {
  /** Bytes that came so far. */
  bytes: number;
}

export class Uploads {
  readonly #underWay = new WeakMap<Cell<never>, Set<Upload>>();

  begin(datastore: Cell<never>): Upload {
    const upload = { bytes: 0 };
    const uploads = this.#underWay.get(datastore) ?? new Set();
    this.#underWay.set(datastore, uploads.add(upload));
    return upload;
  }

  end(datastore: Cell<never>, upload: Upload): void {
    this.#underWay.get(datastore)?.delete(upload);
  }

  /** Bytes that others have brought to the datastore. */
  beside(datastore: Cell<never>, upload: Upload): number {
    let bytes = 0;
    for (const other of this.#underWay.get(datastore) ?? []) if (other !== upload) bytes += other.bytes;
    return bytes;
  }
}
