/** `/folder` without sockets: who asks, for which file of which datastore, whether they may, and what comes of it. */
import type { Outcome } from '../journal/journal.ts';
import { rootOf } from '../objects/access/authority.ts';
import { redeemServiceTicket } from '../objects/access/service-tickets.ts';
import { type Session, sessionKind } from '../objects/access/session.ts';
import { endSession, openSession } from '../objects/access/sessions.ts';
import { authenticate, directoryOf } from '../objects/access/users.ts';
import { viewerFor } from '../objects/access/viewer.ts';
import { type Arrival, Call, nameOf } from '../objects/call.ts';
import { childNamed } from '../objects/inventory/managed-entity.ts';
import type { FileAt } from '../objects/machine/machine.ts';
import { deleteVmx, isLocked } from '../objects/machine/vmx/orphan.ts';
import { derivedFile, isVmx, LONGEST_VMX, noteOfWrite, standingFile } from '../objects/machine/vmx/vmx-files.ts';
import { type Datastore, datastoreKind, freeSpace, isAccessible } from '../objects/storage/datastore.ts';
import { type FileFacets, fileAt, putFile, removeFile } from '../objects/storage/files.ts';
import { type Extent, OutOfSpace } from '../spool/spool.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import type { World } from '../world/world.ts';
import { sessionCookie, ticketCookie } from './cookie.ts';
import type { Simulation } from './simulator.ts';
import type { TransportEffect } from './transport.ts';

export type FileVerb = 'GET' | 'HEAD' | 'PUT' | 'DELETE';

export interface FileRequest {
  readonly verb: FileVerb;
  /** What follows `/folder/`, still escaped. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
  readonly arrival: Arrival;
}

/** An HTTP status and the reason for it. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

const PRIVILEGE: Readonly<Record<FileVerb, string>> = {
  GET: 'Datastore.Browse',
  HEAD: 'Datastore.Browse',
  PUT: 'Datastore.FileManagement',
  DELETE: 'Datastore.FileManagement',
};

/** Under this name ESXi has its only datacenter; a ticket for a host's own door names it too. */
const ANY_DATACENTER = 'ha-datacenter';

/** A file that is there: an extent of the spool, or bytes that follow from a machine. */
export type Found = Extent & { readonly modified: number; readonly bytes?: Uint8Array };

/** One request for a file, from the guards to the journal. */
export class FileVisit {
  readonly path: string;
  readonly #simulation: Simulation;
  readonly #verb: FileVerb;
  readonly #call: Call;
  readonly #revision: number;
  readonly #datastore: Cell<Datastore>;
  readonly #ownSession: boolean;
  readonly #hits: string[] = [];

  /** Throws Refusal: 400 for a path that is none, 401, 403, 404. */
  constructor(simulation: Simulation, request: FileRequest) {
    this.path = filePath(request.path);
    const { site } = simulation;
    const known = sessionOf(simulation, request.cookie) ?? ticketHolder(simulation, request);
    const session = known ?? loggedIn(simulation, request);
    const viewer = viewerFor(session, request.arrival.address);
    try {
      const datastore = datastoreFor(site.world, request.query);
      if (!datastore || !viewer.can(datastore as unknown as Cell, 'System.View'))
        throw new Refusal(404, 'no such datastore');
      if (!viewer.can(datastore as unknown as Cell, PRIVILEGE[request.verb])) {
        throw new Refusal(403, `${PRIVILEGE[request.verb]} on the datastore is needed`);
      }
      this.#datastore = datastore;
    } catch (error) {
      if (!known) endSession(site, session);
      throw error;
    }
    this.#simulation = simulation;
    this.#verb = request.verb;
    this.#ownSession = !known;
    this.#call = new Call({
      site,
      arrival: request.arrival,
      method: `${request.verb} /folder`,
      version: site.version,
      opId: '',
      viewer,
      session,
      self: this.#datastore.ref,
    });
    session.state.activity.busy++;
    this.#revision = site.world.revision;
  }

  /** Lets fault rules act, before any work. */
  async before(): Promise<void> {
    const name = `[${this.#datastore.state.name}] ${this.path}`;
    await this.#simulation.rules.before(this.#call, this.#datastore as unknown as Cell, this.#hits, name);
    if (!isAccessible(this.#datastore.state)) throw new Refusal(503, 'the datastore is not accessible');
  }

  /** What fault rules want done to the answer. */
  after(): TransportEffect | undefined {
    return this.#simulation.rules.after(this.#call, this.#datastore as unknown as Cell, this.#hits);
  }

  /** Writes the request and lets go of the session. Call once, whatever happened. */
  end(outcome: Outcome, fault?: string): void {
    const { site, journal } = this.#simulation;
    const { session, method, user, opId } = this.#call;
    journal.record({
      at: site.clock.now(),
      session: session?.state.identity.ordinal ?? 0,
      user,
      method,
      target: this.#datastore.ref,
      args: { path: this.path },
      opId,
      outcome,
      fault,
      changed: site.world.revision !== this.#revision,
      rules: this.#hits,
      task: undefined,
    });
    const { activity } = session!.state;
    activity.busy--;
    activity.calls++;
    activity.lastActive = site.clock.now();
    if (this.#ownSession) endSession(site, session!);
  }

  /** The file: what a client put there, or a machine's own as it is now. Throws Refusal 404. */
  find(): Found {
    const { world } = this.#simulation.site;
    const own = isVmx(this.path) && !standingFile(world, this.#at);
    const derived = own || !fileAt(world, this.#at.datastore, this.path) ? derivedFile(world, this.#at) : undefined;
    if (derived) return { id: '', size: derived.bytes.length, ...derived };
    const { extent, size, modified } = this.#file().state.content;
    if (extent === undefined) throw new Refusal(404, 'this is a directory');
    return { id: extent, size, modified };
  }

  async *read(file: Found, start: number, end: number): AsyncIterable<Uint8Array> {
    if (file.bytes) yield file.bytes.subarray(start, end);
    else yield* this.#simulation.spool.read(file, start, end);
  }

  /** Takes the contents in and puts them in place at once when they are whole. True when the file is new. */
  async put(source: AsyncIterable<Uint8Array>, declared: number | undefined): Promise<boolean> {
    this.#guardUnlocked();
    if (declared !== undefined && declared > this.#room()) throw new Refusal(507, 'the datastore is full');
    const { spool, site } = this.#simulation;
    let extent: Extent;
    try {
      extent = await spool.write(source, () => this.#room());
    } catch (error) {
      throw error instanceof OutOfSpace ? new Refusal(507, 'the datastore is full') : error;
    }
    const content = { extent: extent.id, size: extent.size, modified: site.clock.now(), ...(await this.#note(extent)) };
    const made = this.#datastore.alive
      ? site.world.turn(() => putFile(site.world, this.#datastore.id, this.path, content))
      : undefined;
    if (made !== undefined) return made;
    spool.drop(extent.id);
    throw new Refusal(409, 'a directory stands there, or a file where a directory would be');
  }

  /** Throws Refusal 404, and 409 for what a machine holds. */
  remove(): void {
    const { site } = this.#simulation;
    const { world } = site;
    this.#guardUnlocked();
    if (isVmx(this.path) && world.turn(() => deleteVmx(site, this.#at, this.#call.user))) return;
    if (!fileAt(world, this.#at.datastore, this.path) && derivedFile(world, this.#at))
      throw new Refusal(409, 'the file is in use by a virtual machine');
    const file = this.#file();
    world.turn(() => removeFile(world, file));
  }

  get #at(): FileAt {
    return { datastore: this.#datastore.id, path: this.path };
  }

  #guardUnlocked(): void {
    if (isVmx(this.path) && isLocked(this.#simulation.site.world, this.#at))
      throw new Refusal(409, 'the file is locked by a running virtual machine');
  }

  /** A configuration file is kept as text too, so that its machine is made of it without waiting for its bytes. */
  async #note(extent: Extent): Promise<object> {
    if (!isVmx(this.path) || extent.size > LONGEST_VMX) return {};
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.#simulation.spool.read(extent)) chunks.push(chunk);
    return noteOfWrite(this.#simulation.site.world, this.#at, Buffer.concat(chunks));
  }

  #file(): Cell<FileFacets> {
    const found = fileAt(this.#simulation.site.world, this.#datastore.id, this.path);
    if (!found) throw new Refusal(404, `there is no file ${this.path}`);
    return found;
  }

  /** Bytes the file may have: what is free, and what its old contents give back. */
  #room(): number {
    if (!this.#datastore.alive) return 0;
    const old = fileAt(this.#simulation.site.world, this.#datastore.id, this.path);
    return freeSpace(this.#datastore) + (old?.state.content.size ?? 0);
  }
}

/** Fault rules that answer with a SOAP fault reach this door as a plain failure. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (!(error instanceof VimFault)) return undefined;
  return new Refusal(error.type === 'NotAuthenticated' ? 401 : 500, `${error.type}: ${error.message}`);
}

/** `dir/name` of an escaped path. A path that climbs, or hides a slash or a NUL, is refused. */
function filePath(escaped: string): string {
  let path: string;
  try {
    path = decodeURIComponent(escaped);
  } catch {
    throw new Refusal(400, 'the path is not well escaped');
  }
  const parts = path.split('/').filter((part) => part !== '');
  const bad = parts.some((part) => part === '..' || part === '.') || /[\0\\]/.test(path);
  if (bad || parts.length === 0 || parts.length > 64 || path.length > 2_048)
    throw new Refusal(400, 'the path is not acceptable');
  return parts.join('/');
}

function sessionOf(simulation: Simulation, cookie: string | undefined): Cell<Session> | undefined {
  const secret = sessionCookie(cookie);
  if (secret === undefined) return undefined;
  const { world } = simulation.site;
  return world.as(sessionKind, world.lookup.get('cookie', secret).values().next().value?.id);
}

/** Whoever got the ticket that comes with the request. */
function ticketHolder(
  simulation: Simulation,
  { cookie, verb, path, query, arrival }: FileRequest,
): Cell<Session> | undefined {
  const ticket = ticketCookie(cookie);
  if (ticket === undefined) return undefined;
  const url = new URL(`${arrival.scheme}://ticket/folder/${path}?${query}`);
  return redeemServiceTicket(simulation.site.world, ticket, { method: verb, url });
}

/** A session for this one request, by HTTP basic authentication. */
function loggedIn(simulation: Simulation, { authorization, arrival }: FileRequest): Cell<Session> {
  const { site } = simulation;
  const directory = directoryOf(site.world)?.state.directory;
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  const member =
    directory && colon > 0 ? authenticate(directory, text.slice(0, colon), text.slice(colon + 1)) : undefined;
  const manager = site.world.ofType('SessionManager').values().next().value;
  if (!member || !manager) throw new Refusal(401, 'log in first');
  const { remoteAddress, userAgent } = arrival;
  return openSession(site, manager.id, member, { remoteAddress, userAgent, locale: 'en' });
}

function datastoreFor(world: World, query: URLSearchParams): Cell<Datastore> | undefined {
  const name = query.get('dsName');
  if (!name) throw new Refusal(400, 'dsName is missing');
  const within = (query.get('dcPath') ?? '').split('/').filter((part) => part !== '');
  let datacenter: Cell | undefined;
  if (within.length > 0 && within.at(-1) !== ANY_DATACENTER) {
    datacenter = rootOf(world);
    for (const part of within) datacenter = datacenter && childNamed(datacenter, part);
    if (!datacenter) return undefined;
  }
  for (const cell of world.every<Datastore>(datastoreKind)) {
    const here = datacenter === undefined || cell.state.datacenter === datacenter.id;
    if (here && nameOf(cell as unknown as Cell) === name) return cell;
  }
  return undefined;
}
