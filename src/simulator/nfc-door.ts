/** `/nfc/TICKET/FILE` without sockets: the lease that a ticket opens, and one file on its way through it. */
import { type Session, sessionKind } from '../objects/access/sessions/session.ts';
import { viewerFor } from '../objects/access/viewer.ts';
import type { Arrival } from '../objects/call.ts';
import { type Figures, type Lease, type LeaseFile, leasedFile } from '../objects/nfc/lease.ts';
import { datastoreKind, isAccessible } from '../objects/storage/datastore.ts';
import type { Cell } from '../world/cell.ts';
import { NfcDownload } from './nfc-download.ts';
import { entryOf, Sums } from './nfc-sums.ts';
import { receive } from './nfc-upload.ts';
import { Refusal } from './refusal.ts';
import type { Simulation } from './simulator.ts';
import { Visit } from './visit.ts';

export type NfcVerb = 'GET' | 'HEAD' | 'PUT' | 'POST';

export interface NfcRequest {
  readonly verb: NfcVerb;
  /** What follows `/nfc/`, still escaped. */
  readonly path: string;
  readonly arrival: Arrival;
}

/** One file on its way, from the guards to the journal. */
export class NfcVisit extends Visit {
  readonly #lease: Cell<Lease>;
  readonly #file: LeaseFile;
  readonly #verb: NfcVerb;

  /** Throws Refusal: 404 for a ticket that is none or of a lease that is over, 405 for the other way round. */
  constructor(simulation: Simulation, { verb, path, arrival }: NfcRequest) {
    const { world } = simulation.site;
    const [ticket = '', name = '', ...more] = path.split('/');
    const found = more.length === 0 ? leasedFile(world, ticket, name) : undefined;
    if (!found) throw new Refusal(404, 'there is no such file, or its lease is over');
    const { lease, file } = found;
    const { way, user } = lease.state.opened;
    if ((way === 'in') !== (verb === 'PUT' || verb === 'POST'))
      throw new Refusal(405, way === 'in' ? 'the file is to be sent' : 'the file is to be fetched');
    const session = world.as<Session>(sessionKind, lease.state.session);
    super(simulation, {
      method: `${verb} /nfc`,
      arrival,
      viewer: viewerFor(session, arrival.address),
      comer: session && { session, passing: false },
      self: world.find(file.vm) ?? (lease as unknown as Cell),
      user,
      path: name,
      args: { path: `${file.importKey}`, name },
    });
    this.#lease = lease;
    this.#file = file;
    this.#verb = verb;
  }

  protected override guard(): void {
    const { world } = this.site;
    const { ticket } = this.#lease.state.opened;
    if (!world.find(this.#file.vm) || !leasedFile(world, ticket, this.#file.name))
      throw new Refusal(404, 'the lease is over');
    for (const store of world.find(this.#file.vm)?.all('datastore') ?? []) {
      const datastore = world.as(datastoreKind, store.id);
      if (datastore && !isAccessible(datastore)) throw new Refusal(503, 'the datastore is not accessible');
    }
  }

  protected override get bandwidth(): number | undefined {
    const { world } = this.site;
    const stores = world.find(this.#file.vm)?.all('datastore') ?? [];
    const rates = stores.flatMap(({ id }) => world.as(datastoreKind, id)?.state.slow?.bandwidth ?? []);
    return rates.length === 0 ? undefined : Math.min(...rates);
  }

  /** Takes the file in; it is in place once it is whole. True when it is the first of its name. */
  put(source: AsyncIterable<Uint8Array>): Promise<boolean> {
    return this.#flying(this.#put(source), true);
  }

  async #put(source: AsyncIterable<Uint8Array>): Promise<boolean> {
    const sums = this.#sums();
    const guard = () => this.guard();
    const { first, figures } = await receive(this.simulation, this.#lease, this.#file, sums.of(source), guard);
    this.#note(sums, figures);
    return first;
  }

  /** The file as it goes out. What was fetched whole stands in the manifest of the lease. */
  fetch(): NfcDownload {
    return new NfcDownload(this.site, this.#file);
  }

  async *body(file: NfcDownload): AsyncGenerator<Uint8Array> {
    let landed: () => void = () => {};
    const session = this.call.session;
    if (session) session.state.activity.busy++;
    void this.#flying(new Promise<void>((resolve) => (landed = resolve)), false);
    const { traffic } = this.#lease.state;
    const sums = this.#sums();
    try {
      for await (const chunk of sums.of(file.bytes())) {
        this.guard();
        traffic.heard = this.site.clock.now();
        yield chunk;
      }
      this.#note(sums, file.figures);
    } finally {
      if (session) session.state.activity.busy--;
      landed();
    }
  }

  get verb(): NfcVerb {
    return this.#verb;
  }

  #sums(): Sums {
    return new Sums(this.#lease.state.checksums[this.#file.key]);
  }

  #note(sums: Sums, figures: Figures): void {
    if (!this.#lease.alive) return;
    const { world } = this.site;
    const manifest = entryOf(this.#lease, this.#file, sums, figures);
    world.turn(() => world.update(this.#lease, { manifest }));
  }

  /** While a file is on its way its lease does not end by itself. */
  #flying<T>(work: Promise<T>, arriving: boolean): Promise<T> {
    const { traffic } = this.#lease.state;
    const kinds = arriving ? [traffic.flights, traffic.arriving] : [traffic.flights];
    for (const set of kinds) set.add(work);
    const over = () => {
      for (const set of kinds) set.delete(work);
      traffic.heard = this.site.clock.now();
    };
    work.then(over, over);
    return work;
  }
}
