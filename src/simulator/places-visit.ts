/** `/folder` without a datastore: which datacenters there are, and which datastores one of them has. */
import { rootOf } from '../objects/access/authority.ts';
import { endSession } from '../objects/access/sessions/sessions.ts';
import { viewerFor } from '../objects/access/viewer.ts';
import { nameOf } from '../objects/call.ts';
import type { Datastore } from '../objects/storage/datastore.ts';
import type { Cell } from '../world/cell.ts';
import type { Viewer } from '../world/viewer.ts';
import { type Comer, comerOf } from './comer.ts';
import type { FileRequest } from './file-door.ts';
import { datacenterNamed } from './file-place.ts';
import { folderUrl, page } from './folder-page.ts';
import { Refusal } from './refusal.ts';
import type { Simulation } from './simulator.ts';
import { Visit } from './visit.ts';

/** Path of an inventory object below the root folder. */
function pathOf(cell: Cell): string {
  const parent = cell.one('parent');
  return parent?.one('parent') ? `${pathOf(parent)}/${nameOf(cell)}` : nameOf(cell);
}

export class PlacesVisit extends Visit {
  readonly #viewer: Viewer;
  readonly #datacenter: Cell | undefined;

  /** Throws Refusal: 401, 404. */
  constructor(simulation: Simulation, request: FileRequest) {
    const { site } = simulation;
    const comer: Comer = comerOf(site, request);
    const viewer = viewerFor(comer.session, request.arrival.address);
    const hidden = (cell: Cell) => !viewer.can(cell, 'System.View');
    const named = request.query.get('dcPath') ? datacenterNamed(site.world, request.query) : undefined;
    const only = site.world.ofType('Datacenter');
    const datacenter = named === undefined && request.query.get('dcPath') && only.size === 1 ? [...only][0] : named;
    if (datacenter === null || (datacenter && hidden(datacenter))) {
      if (comer.passing) endSession(site, comer.session);
      throw new Refusal(404, 'no such datacenter');
    }
    const self = datacenter ?? rootOf(site.world)!;
    super(simulation, { method: `${request.verb} /folder`, arrival: request.arrival, viewer, comer, self, args: {} });
    this.#viewer = viewer;
    this.#datacenter = datacenter;
  }

  page(): string {
    const seen = (cell: Cell) => this.#viewer.can(cell, 'System.View');
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    if (!this.#datacenter) {
      const rows = [...this.site.world.ofType('Datacenter')].filter(seen).map((cell) => {
        const name = pathOf(cell);
        return { name, href: folderUrl('', { dcPath: name }) };
      });
      return page('Index of: Datacenters', undefined, rows.toSorted(byName));
    }
    const dcPath = pathOf(this.#datacenter);
    const stores = [...this.#datacenter.back<Datastore>('datastore')] as unknown as Cell[];
    const rows = stores.filter(seen).map((cell) => {
      const name = nameOf(cell);
      return { name, href: folderUrl('', { dcPath, dsName: name }) };
    });
    return page(`Index of: Datastores on ${dcPath}`, '/folder', rows.toSorted(byName));
  }
}
