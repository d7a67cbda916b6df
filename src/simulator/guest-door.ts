/** `/guestFile` without sockets: the token of one transfer, the guest it is for, and what comes of it. */
import { viewerFor } from '../objects/access/viewer.ts';
import type { Arrival } from '../objects/call.ts';
import { toolsRunning } from '../objects/guest/awake.ts';
import { type Pass, passOf, type Transfer } from '../objects/guest/pass.ts';
import type { GuestNode } from '../objects/guest/system.ts';
import { nodeAt, styleOf, treeOf, withNode } from '../objects/guest/tree.ts';
import { userNamed } from '../objects/guest/users.ts';
import { changeSystem } from '../objects/guest/visit.ts';
import type { Machine } from '../objects/machine/machine.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import { OutOfSpace } from '../spool/spool.ts';
import type { Cell } from '../world/cell.ts';
import { Refusal } from './refusal.ts';
import type { Simulation } from './simulator.ts';
import { Visit } from './visit.ts';

export interface GuestFileRequest {
  readonly verb: 'GET' | 'PUT';
  readonly query: URLSearchParams;
  readonly arrival: Arrival;
}

/** One transfer, from the guards to the journal. The token is used up, whatever comes of it. */
export class GuestTransfer extends Visit {
  readonly #vm: Cell<Machine>;
  readonly #holder: Pass['holder'];
  readonly #transfer: Transfer;

  /** Throws Refusal: 404 for a token that is none, is used up or is for another transfer. */
  constructor(simulation: Simulation, { verb, query, arrival }: GuestFileRequest) {
    const { world } = simulation.site;
    const pass = passOf(world, undefined, query.get('token') ?? '');
    const transfer = pass?.state.transfer;
    const right = transfer?.way === (verb === 'GET' ? 'out' : 'in') && pass!.id.endsWith(`-${query.get('id')}`);
    const vm = right ? world.as(vmKind, pass!.state.holder.vm) : undefined;
    if (!pass || !transfer || !vm) throw new Refusal(404, 'this transfer is not known, or was done before');
    const { holder } = pass.state;
    world.turn(() => world.destroy(pass));
    const { path } = transfer;
    super(simulation, {
      method: `${verb} /guestFile`,
      arrival,
      viewer: viewerFor(undefined, arrival.address),
      comer: undefined,
      self: vm as unknown as Cell,
      user: holder.caller,
      path,
      args: { path },
    });
    this.#vm = vm;
    this.#holder = holder;
    this.#transfer = transfer;
  }

  protected override guard(): void {
    const same = this.#vm.alive && this.#vm.state.power.bootTime === this.#holder.boot;
    if (!same || !toolsRunning(this.#vm.state)) throw new Refusal(503, 'the guest does not answer');
  }

  /** The file's bytes, and how many there are. */
  read(): { readonly size: number; readonly body: AsyncIterable<Uint8Array> } {
    const node = this.#node();
    if (node?.type !== 'file') throw new Refusal(404, `there is no file ${this.#transfer.path}`);
    if (node.extent !== undefined) {
      const extent = { id: node.extent, size: node.size };
      this.hold([extent.id]);
      return { size: node.size, body: this.simulation.spool.read(extent, 0, node.size) };
    }
    // A program of the system has no contents of its own: as many zeros as it is long.
    const bytes = node.text === undefined ? Buffer.alloc(node.size) : Buffer.from(node.text);
    return { size: bytes.length, body: whole(bytes) };
  }

  /** Takes the file in; it stands there once it is whole and as long as was said. */
  async write(source: AsyncIterable<Uint8Array>, declared: number | undefined): Promise<void> {
    const transfer = this.#transfer;
    if (transfer.way !== 'in') return;
    const { size } = transfer;
    if (declared !== undefined && declared !== size) throw wrongSize(size, declared);
    const { spool, site } = this.simulation;
    const extent = await spool
      .write(source, () => size)
      .catch((error: unknown) => {
        throw error instanceof OutOfSpace ? wrongSize(size, 'more') : error;
      });
    try {
      if (extent.size !== size) throw wrongSize(size, extent.size);
      this.guard();
      site.world.turn(() => this.#put(transfer, extent.id));
    } catch (error) {
      spool.drop(extent.id);
      throw error;
    }
  }

  #put({ path, size, attributes, overwrite }: Transfer & { way: 'in' }, extent: string): void {
    const machine = this.#vm.state;
    const style = styleOf(machine);
    const old = this.#node();
    const directory = nodeAt(treeOf(machine), style, style.parent(path));
    if (directory?.type !== 'directory' || old?.type === 'directory' || (old && !overwrite)) {
      throw new Refusal(409, `${path} cannot be written any more`);
    }
    const now = this.simulation.site.clock.now();
    const owner = userNamed(machine, this.#holder.user)?.id ?? 0;
    const fresh = { owner, group: owner, permissions: 0o644, created: now };
    const { text: _text, ...kept } = { ...fresh, ...old };
    const node: GuestNode = { ...kept, modified: now, ...attributes, path, type: 'file', size, extent };
    changeSystem(this.#vm, { files: withNode(treeOf(machine), style, node) });
  }

  #node(): GuestNode | undefined {
    return nodeAt(treeOf(this.#vm.state), styleOf(this.#vm.state), this.#transfer.path);
  }
}

function wrongSize(size: number, got: number | 'more'): Refusal {
  return new Refusal(400, `${size} bytes were announced, and ${got} came`);
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
