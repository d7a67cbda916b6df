/** `/folder` without sockets: who asks, for which file of which datastore, whether they may, and what comes of it. */
import { redeemServiceTicket } from '../objects/access/sessions/service-tickets.ts';
import type { Session } from '../objects/access/sessions/session.ts';
import { endSession } from '../objects/access/sessions/sessions.ts';
import { viewerFor } from '../objects/access/viewer.ts';
import type { FileAt } from '../objects/machine/machine.ts';
import { isLocked } from '../objects/machine/vmx/orphan.ts';
import { derivedFile, isVmx, LONGEST_VMX, noteOfWrite, standingFile } from '../objects/machine/vmx/vmx-files.ts';
import type { Site } from '../objects/site.ts';
import { Arriving } from '../objects/storage/arriving.ts';
import { type Datastore, isAccessible } from '../objects/storage/datastore.ts';
import { directoriesOf } from '../objects/storage/directory.ts';
import { diskArrived, isVmdk } from '../objects/storage/disk/arrived.ts';
import { diskFileAt, type MadeFile } from '../objects/storage/disk/disk-files.ts';
import { descriptorOf, isOpenDisk, isWritten } from '../objects/storage/disk/machine-disk.ts';
import { deleteAt } from '../objects/storage/file-manager.ts';
import { type FileFacets, fileAt, putFile } from '../objects/storage/files.ts';
import { isHeldOutside } from '../objects/storage/held-files.ts';
import { ownedBelow } from '../objects/storage/owned-files.ts';
import { isWritable } from '../objects/storage/writable.ts';
import type { Extent } from '../spool/spool.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import { demand, type Viewer } from '../world/viewer.ts';
import type { World } from '../world/world.ts';
import { type Credentials, comerOf } from './comer.ts';
import { ticketCookie } from './cookie.ts';
import { datastoreNamed, filePath } from './file-place.ts';
import { folderUrl, page, rowsOf } from './folder-page.ts';
import { Refusal } from './refusal.ts';
import type { Simulation } from './simulator.ts';
import { Visit } from './visit.ts';

export type FileVerb = 'GET' | 'HEAD' | 'PUT' | 'DELETE';

export interface FileRequest extends Credentials {
  readonly verb: FileVerb;
  /** What follows `/folder/`, still escaped. */
  readonly path: string;
  readonly query: URLSearchParams;
}

const PRIVILEGE: Readonly<Record<FileVerb, string>> = {
  GET: 'Datastore.Browse',
  HEAD: 'Datastore.Browse',
  PUT: 'Datastore.FileManagement',
  DELETE: 'Datastore.FileManagement',
};

/** A file that is there: an extent of the spool, bytes that follow from a machine, or what is made of a disk's. */
export type Found = Extent & { readonly modified: number; readonly bytes?: Uint8Array; readonly made?: MadeFile };

/** One request for a file, from the guards to the journal. */
export class FileVisit extends Visit {
  readonly path: string;
  readonly #datastore: Cell<Datastore>;
  readonly #dcPath: string;
  readonly #writes: boolean;

  /** Throws Refusal: 400 for a path that is none, 401, 403, 404. */
  constructor(simulation: Simulation, request: FileRequest) {
    const { site } = simulation;
    const path = filePath(request.path);
    const isRead = request.verb === 'GET' || request.verb === 'HEAD';
    if (path === '' && !isRead) throw new Refusal(400, 'the path is missing');
    const comer = comerOf(site, request, () => ticketHolder(site, request));
    const viewer = viewerFor(comer.session, request.arrival.address);
    let datastore: Cell<Datastore>;
    try {
      datastore = datastoreFor(site.world, request, viewer);
    } catch (error) {
      if (comer.passing) endSession(site, comer.session);
      throw error;
    }
    super(simulation, {
      method: `${request.verb} /folder`,
      arrival: request.arrival,
      viewer,
      comer,
      self: datastore as unknown as Cell,
      path: `[${datastore.state.name}] ${path}`,
      args: { path },
    });
    this.path = path;
    this.#datastore = datastore;
    this.#writes = !isRead;
    site.shown?.look(datastore);
    this.#dcPath = request.query.get('dcPath') ?? '';
  }

  protected override guard(): void {
    if (!this.#datastore.alive) throw new Refusal(404, 'no such datastore');
    if (this.site.shown?.isBarred(this.#datastore, this.path)) throw new Refusal(404, 'no such file');
    if (!isAccessible(this.#datastore)) throw new Refusal(503, 'the datastore is not accessible');
    if (this.#writes && !isWritable(this.#datastore))
      throw new Refusal(403, 'the datastore is mounted to be read only');
  }

  protected override get bandwidth(): number | undefined {
    return this.#datastore.state.slow?.bandwidth;
  }

  /**
   * The file: what a client put there, or a machine's own as it is now. Throws Refusal 404, and 409 for the data of a disk
   * that a running machine writes to: what it reads as changes under whoever reads.
   */
  async find(): Promise<Found> {
    const { world } = this.site;
    this.#guardFree();
    const data = descriptorOf(this.#at);
    if (data && isWritten(world, data)) throw new Refusal(409, 'the file is locked by a running virtual machine');
    const own = isVmx(this.path) && !standingFile(world, this.#at);
    const derived = own || !fileAt(world, this.#at.datastore, this.path) ? derivedFile(world, this.#at) : undefined;
    if (derived) return { id: '', size: derived.bytes.length, ...derived };
    const made = isVmdk(this.path) ? await diskFileAt(this.site, this.#at) : undefined;
    if (made) {
      this.hold(made.extents);
      return { id: '', size: made.size, modified: made.modified, made };
    }
    const { extent, size, modified } = this.#file().state.content;
    if (extent === undefined) throw new Refusal(404, 'this is a directory');
    this.hold([extent]);
    return { id: extent, size, modified };
  }

  /** The page of a directory; undefined where none stands. */
  listing(): string | undefined {
    const entries = directoriesOf(this.#datastore).get(this.path);
    if (!entries) return undefined;
    const { name } = this.#datastore.state;
    const query = { ...(this.#dcPath !== '' && { dcPath: this.#dcPath }), dsName: name };
    const above = this.path.split('/').slice(0, -1).join('/');
    const up = this.path === '' ? folderUrl('', { dcPath: this.#dcPath }) : folderUrl(above, query);
    return page(`Index of: [${name}] ${this.path}`.trimEnd(), up, rowsOf(entries.values(), this.path, query));
  }

  read(file: Found, start: number, end: number): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
    if (file.bytes) return [file.bytes.subarray(start, end)];
    if (file.made) return file.made.read(start, end);
    return this.simulation.spool.read(file, start, end);
  }

  /** Takes the contents in and puts them in place at once when they are whole. True when the file is new. */
  async put(source: AsyncIterable<Uint8Array>, declared: number | undefined): Promise<boolean> {
    const { spool } = this.simulation;
    const upload = new Arriving(this.#datastore, () => this.#givenBack());
    try {
      this.#guardRoom(declared ?? 0, upload);
      this.#guardClosed();
      const extent = await spool.write(this.#arriving(source, upload));
      const made = await this.#place(extent, upload).catch((error: unknown) => {
        spool.drop(extent.id);
        throw error;
      });
      if (isVmdk(this.path)) await diskArrived(this.site, this.#at);
      return made;
    } finally {
      upload.end();
    }
  }

  /** Each piece is looked at before it is kept: the datastore may fill up, or be gone, while they come. */
  async *#arriving(source: AsyncIterable<Uint8Array>, upload: Arriving): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.#guardRoom(upload.bytes + chunk.length, upload);
      upload.add(chunk.length);
      yield chunk;
    }
  }

  async #place(extent: Extent, upload: Arriving): Promise<boolean> {
    const note = await this.#note(extent);
    this.#guardClosed();
    this.#guardRoom(extent.size, upload);
    const { world, clock } = this.site;
    const content = { extent: extent.id, size: extent.size, modified: clock.now(), ...note };
    const made = world.turn(() => {
      upload.end();
      return putFile(world, this.#datastore.id, this.path, content);
    });
    if (made === undefined) throw new Refusal(409, 'a directory stands there, or a file where a directory would be');
    return made;
  }

  /** Throws Refusal 404, and 409 for what a machine holds. */
  remove(): void {
    const { site } = this.simulation;
    this.#guardUnlocked();
    const store = this.#datastore;
    const place = { store, path: this.path, name: `[${store.state.name}] ${this.path}` };
    try {
      site.world.turn(() => deleteAt(site, place, this.call));
    } catch (error) {
      if (!(error instanceof VimFault)) throw error;
      if (error.type === 'FileNotFound') throw new Refusal(404, `there is no file ${this.path}`);
      throw new Refusal(409, 'the file is in use by a virtual machine');
    }
  }

  get #at(): FileAt {
    return { datastore: this.#datastore.id, path: this.path };
  }

  #guardUnlocked(): void {
    const { world } = this.site;
    this.#guardFree();
    if (isVmx(this.path) ? isLocked(world, this.#at) : isVmdk(this.path) && isOpenDisk(world, this.#at))
      throw new Refusal(409, 'the file is locked by a running virtual machine');
  }

  #guardFree(): void {
    if (isHeldOutside(this.site.world, this.#at)) throw new Refusal(409, 'the file is locked');
  }

  /** What a running machine writes, nobody else does. */
  #guardClosed(): void {
    const owned = ownedBelow({ store: this.#datastore, path: this.path });
    if (owned.some(({ at, openBy }) => openBy !== undefined && at.path === this.path))
      throw new Refusal(409, 'the file is locked by a running virtual machine');
  }

  /** A configuration file is kept as text too, so that its machine is made of it without waiting for its bytes. */
  async #note(extent: Extent): Promise<object> {
    if (!isVmx(this.path) || extent.size > LONGEST_VMX) return {};
    return noteOfWrite(this.site.world, this.#at, await this.simulation.spool.whole(extent));
  }

  #file(): Cell<FileFacets> {
    const found = fileAt(this.site.world, this.#datastore.id, this.path);
    if (!found) throw new Refusal(404, `there is no file ${this.path}`);
    return found;
  }

  #guardRoom(bytes: number, upload: Arriving): void {
    this.guard();
    this.#guardUnlocked();
    if (bytes > upload.room) throw new Refusal(507, 'the datastore is full');
  }

  #givenBack(): number {
    return fileAt(this.site.world, this.#datastore.id, this.path)?.state.content.size ?? 0;
  }
}

/** Whoever got the ticket that comes with the request. */
function ticketHolder(site: Site, { cookie, verb, path, query, arrival }: FileRequest): Cell<Session> | undefined {
  const ticket = ticketCookie(cookie);
  if (ticket === undefined) return undefined;
  const url = new URL(`${arrival.scheme}://ticket/folder/${path}?${query}`);
  return redeemServiceTicket(site.world, ticket, { method: verb, url });
}

/** Throws Refusal: 400, 403, 404. */
function datastoreFor(world: World, { query, verb }: FileRequest, viewer: Viewer): Cell<Datastore> {
  const datastore = datastoreNamed(world, query);
  const can = (privilege: string) => datastore && viewer.can(datastore as unknown as Cell, privilege);
  if (!datastore || !can('System.View')) throw new Refusal(404, 'no such datastore');
  const { checks } = world;
  if (checks) checks.doing = `${verb} /folder`;
  if (!demand(viewer, datastore as unknown as Cell, PRIVILEGE[verb]))
    throw new Refusal(403, `${PRIVILEGE[verb]} on the datastore is needed`);
  return datastore;
}
