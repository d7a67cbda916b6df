/** `/diagnostics/NAME` without sockets: who fetches a bundle of logs, and whether they may. */
import { endSession } from '../objects/access/sessions/sessions.ts';
import { viewerFor } from '../objects/access/viewer.ts';
import type { Cell } from '../world/cell.ts';
import { demand } from '../world/viewer.ts';
import { type Credentials, comerOf } from './comer.ts';
import { Refusal } from './refusal.ts';
import type { Simulation } from './simulator.ts';
import { Visit } from './visit.ts';

const PRIVILEGE = 'Global.Diagnostics';

/** One bundle on its way out. */
export class BundleVisit extends Visit {
  readonly #name: string;

  /** Throws Refusal: 401 for a stranger, 403 for who lacks the privilege. */
  constructor(simulation: Simulation, request: Credentials & { readonly name: string }) {
    const { site } = simulation;
    const { name, arrival } = request;
    const comer = comerOf(site, request);
    const viewer = viewerFor(comer.session, arrival.address);
    const self = site.world.ofType('DiagnosticManager').values().next().value as Cell;
    const { checks } = site.world;
    if (checks) checks.doing = 'GET /diagnostics';
    if (!demand(viewer, self, PRIVILEGE)) {
      if (comer.passing) endSession(site, comer.session);
      throw new Refusal(403, `${PRIVILEGE} is needed`);
    }
    super(simulation, { method: 'GET /diagnostics', arrival, viewer, comer, self, path: name, args: { path: name } });
    this.#name = name;
  }

  /** The archive. Throws Refusal 404 for one that was not made, or that newer ones took the place of. */
  bundle(): Buffer {
    const bytes = this.site.log.bundles.find(this.#name);
    if (!bytes) throw new Refusal(404, 'there is no such bundle');
    return bytes;
  }
}
