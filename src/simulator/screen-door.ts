/** `/screen?id=` without sockets: who asks for which machine's console, whether they may, and how it looks. */
import { endSession } from '../objects/access/sessions/sessions.ts';
import { viewerFor } from '../objects/access/viewer.ts';
import type { Machine } from '../objects/machine/machine.ts';
import { guardScreen, screenOf } from '../objects/machine/power/screenshot.ts';
import { guardReachable } from '../objects/machine/standing.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import { demand, type Viewer } from '../world/viewer.ts';
import type { World } from '../world/world.ts';
import { type Credentials, comerOf } from './comer.ts';
import { Refusal } from './refusal.ts';
import type { Simulation } from './simulator.ts';
import { Visit } from './visit.ts';

export interface ScreenRequest extends Credentials {
  readonly id: string;
}

const PRIVILEGE = 'VirtualMachine.Interact.CreateScreenshot';

/** One look at a console. */
export class ScreenVisit extends Visit {
  readonly #vm: Cell<Machine>;

  /** Throws Refusal: 401, 403, 404. */
  constructor(simulation: Simulation, request: ScreenRequest) {
    const { site } = simulation;
    const comer = comerOf(site, request);
    const viewer = viewerFor(comer.session, request.arrival.address);
    let vm: Cell<Machine>;
    try {
      vm = machineFor(site.world, request.id, viewer);
    } catch (error) {
      if (comer.passing) endSession(site, comer.session);
      throw error;
    }
    const { arrival } = request;
    super(simulation, { method: 'GET /screen', arrival, viewer, comer, self: vm as unknown as Cell, args: {} });
    this.#vm = vm;
  }

  /** The console as a PNG. Throws Refusal 503 for a machine that shows none. */
  screen(): Buffer {
    try {
      guardReachable(this.#vm);
      guardScreen(this.#vm);
      return screenOf(this.#vm);
    } catch (error) {
      if (error instanceof VimFault) throw new Refusal(503, `${error.type}: ${error.message}`);
      throw error;
    }
  }
}

function machineFor(world: World, id: string, viewer: Viewer): Cell<Machine> {
  const vm = world.as(vmKind, id);
  if (!vm || !viewer.can(vm as unknown as Cell, 'System.View')) throw new Refusal(404, 'no such virtual machine');
  const { checks } = world;
  if (checks) checks.doing = 'GET /screen';
  if (!demand(viewer, vm as unknown as Cell, PRIVILEGE)) throw new Refusal(403, `${PRIVILEGE} is needed`);
  return vm;
}
