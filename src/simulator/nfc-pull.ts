/** Files that leases fetch by themselves: from a server over HTTP into the place where an upload would put them. */
import { checked, readManifest, WrongDigest } from '../formats/ovf/manifest.ts';
import { membersOf, TarError, type TarMember } from '../formats/tar.ts';
import { type Lease, type LeaseFile, leasedFile } from '../objects/nfc/lease.ts';
import { failLease, given } from '../objects/nfc/lease-life.ts';
import type { Puller } from '../objects/nfc/pull.ts';
import { datastoreKind, isAccessible } from '../objects/storage/datastore.ts';
import type { HttpNfcLeaseSourceFile } from '../vim25/generated/index.ts';
import type { Cell } from '../world/cell.ts';
import { notSupported, VimFault } from '../world/fault.ts';
import { entryOf, Sums } from './nfc-sums.ts';
import { receive } from './nfc-upload.ts';
import { Refusal } from './refusal.ts';
import type { Simulation } from './simulator.ts';

export interface Errand {
  readonly method: 'GET' | 'HEAD';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of the certificate that the server has to show, in hexadecimal digits: SHA-1 or SHA-256. */
  readonly thumbprint?: string | undefined;
  /** That certificate itself, as PEM. */
  readonly certificate?: string | undefined;
  /** Real seconds of silence after which it is given up. */
  readonly patience: number;
}

export interface Answered {
  readonly status: number;
  readonly message: string;
  /** Fails with {@link Unreachable} when it breaks off. */
  readonly body: AsyncIterable<Uint8Array>;
  close(): void;
}

/** Rejects with {@link Unreachable} or {@link Untrusted}. */
export type Fetcher = (errand: Errand) => Promise<Answered>;

/** Nobody answers there, or no more. */
export class Unreachable extends Error {}

/** The server showed another certificate than the one it was to show, or one that nobody vouches for. */
export class Untrusted extends Error {
  readonly thumbprint: string;
  readonly selfSigned: boolean;

  constructor(thumbprint: string, selfSigned: boolean) {
    super('the certificate is not verified');
    this.thumbprint = thumbprint;
    this.selfSigned = selfSigned;
  }
}

const PATIENCE = 60;

export class NfcPull implements Puller {
  /** Set by who has sockets. */
  fetcher: Fetcher | undefined;
  readonly #simulation: Simulation;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  async pull(lease: Cell<Lease>, file: LeaseFile, from: HttpNfcLeaseSourceFile, goesOn: () => boolean): Promise<void> {
    const work = this.#pull(lease, file, from, goesOn);
    const { flights, arriving } = lease.state.traffic;
    for (const set of [flights, arriving]) set.add(work);
    try {
      await work;
    } catch (error) {
      throw this.#faultOf(error, lease, from);
    } finally {
      for (const set of [flights, arriving]) set.delete(work);
    }
  }

  async probe(from: HttpNfcLeaseSourceFile, seconds: number): Promise<boolean> {
    try {
      const answer = await this.#fetch(from, 'HEAD', seconds);
      answer.close();
      return true;
    } catch (error) {
      if (error instanceof Unreachable || error instanceof Untrusted) return false;
      throw error;
    }
  }

  async #pull(lease: Cell<Lease>, file: LeaseFile, from: HttpNfcLeaseSourceFile, goesOn: () => boolean): Promise<void> {
    const guard = () => {
      this.#guard(lease, file);
      if (!goesOn()) throw new Refusal(410, 'the task is over');
    };
    const answer = await this.#fetch(from, 'GET', PATIENCE);
    try {
      if (answer.status !== 200)
        throw new VimFault('HttpFault', { statusCode: answer.status, statusMessage: answer.message });
      const body = from.memberName ? packaged(answer.body, from.memberName) : answer.body;
      const sums = new Sums(lease.state.checksums[file.key]);
      const { figures } = await receive(this.#simulation, lease, file, sums.of(sized(body, from.size)), guard);
      const { world } = this.#simulation.site;
      if (lease.alive) world.turn(() => world.update(lease, { manifest: entryOf(lease, file, sums, figures) }));
    } finally {
      answer.close();
    }
  }

  #guard(lease: Cell<Lease>, { vm, name }: LeaseFile): void {
    const { world } = this.#simulation.site;
    if (!world.find(vm) || !leasedFile(world, lease.state.opened.ticket, name))
      throw new Refusal(404, 'the lease is over');
    for (const store of world.find(vm)!.all('datastore')) {
      const datastore = world.as(datastoreKind, store.id);
      if (datastore && !isAccessible(datastore)) throw new Refusal(503, 'the datastore is not accessible');
    }
  }

  #fetch(from: HttpNfcLeaseSourceFile, method: Errand['method'], patience: number): Promise<Answered> {
    if (!this.fetcher) throw notSupported();
    const headers = Object.fromEntries((from.httpHeaders ?? []).map(({ key, value }) => [key, value]));
    const { url, sslThumbprint: thumbprint, sslCertificate: certificate } = from;
    return this.fetcher({ method, url, headers, thumbprint, certificate, patience });
  }

  /** What did not come whole ends the task; what came and is no disk has ended the lease too. */
  #faultOf(error: unknown, lease: Cell<Lease>, { url, memberName }: HttpNfcLeaseSourceFile): VimFault {
    if (error instanceof VimFault) return error;
    if (error instanceof TarError) return new VimFault('FileNotFound', { file: memberName ?? url }, undefined);
    if (error instanceof WrongDigest) {
      const fault = new VimFault(
        'OvfInvalidPackage',
        { lineNumber: error.line },
        `Not what was packed: ${error.message}.`,
      );
      failLease(this.#simulation.site, lease, fault);
      return fault;
    }
    if (error instanceof Untrusted) {
      const { selfSigned, thumbprint } = error;
      return new VimFault('SSLVerifyFault', { selfSigned, thumbprint });
    }
    if (error instanceof Unreachable) return new VimFault('HttpFault', { statusCode: 0, statusMessage: error.message });
    if (error instanceof Refusal) {
      const why = lease.state.phase.error;
      return why ? given(why) : new VimFault('RequestCanceled');
    }
    this.#simulation.noteUnforeseen(error);
    return new VimFault('SystemError', { reason: 'internal error' });
  }
}

const LONGEST_MANIFEST = 2 ** 20;

/**
 * A file of an archive, as its manifest says it is: an OVA has that before its disks. What the manifest says otherwise
 * ends in WrongDigest.
 */
async function* packaged(archive: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  let said: ReturnType<typeof readManifest> | undefined;
  for await (const member of membersOf(archive)) {
    if (member.name === name) {
      const digest = said?.get(name);
      yield* digest ? checked(member.bytes(), name, digest) : member.bytes();
      return;
    }
    if (/\.mf$/i.test(member.name) && member.size <= LONGEST_MANIFEST) said = readManifest(await textOf(member));
  }
  throw new TarError(`there is no ${name} in the archive`);
}

async function textOf({ bytes }: TarMember): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of bytes()) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** A file of another size than was said is not the one that was meant. */
async function* sized(body: AsyncIterable<Uint8Array>, size: number | undefined): AsyncGenerator<Uint8Array> {
  let left = size;
  for await (const chunk of body) {
    if (left !== undefined) left -= chunk.length;
    if (left !== undefined && left < 0) throw new Unreachable('more came than was said');
    yield chunk;
  }
  if (left) throw new Unreachable('less came than was said');
}
