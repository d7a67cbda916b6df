/** The services beside the vSphere API. Each is made when first asked for; until then not even its table is read. */
import type { ManagedObject } from '../objects/managed-object.ts';
import type { Site } from '../objects/site.ts';
import type { Schema } from '../vim25/schema.ts';
import { Cell } from '../world/cell.ts';
import { Dialects } from './dialect.ts';
import { Registry } from './registry.ts';
import type { Service } from './service.ts';

export type ServiceName = 'pbm' | 'vslm';

/** One of the objects that stand at an endpoint from its first call to its last. */
export interface Standing {
  readonly type: string;
  readonly id: string;
  readonly state: object;
}

export class Services {
  readonly #site: Site;
  readonly #made = new Map<ServiceName, Promise<Service>>();

  constructor(site: Site) {
    this.#site = site;
  }

  of(name: ServiceName): Promise<Service> {
    let made = this.#made.get(name);
    if (!made) {
      made = MAKERS[name](this.#site);
      this.#made.set(name, made);
    }
    return made;
  }
}

/** What is known of a task stands in the world, under the same id. */
const NO_FACTS = Object.freeze({});

const MAKERS: { readonly [N in ServiceName]: (site: Site) => Promise<Service> } = {
  async pbm(site) {
    const [{ pbm }, { pbmObjects, pbmStanding }] = await Promise.all([
      import('../vim25/pbm.ts'),
      import('../objects/policy/pbm/objects.ts'),
    ]);
    return makeService(site, pbm, pbmObjects, pbmStanding(site));
  },
  async vslm(site) {
    const [{ vslm }, { isVslmTask, vslmObjects, vslmStanding }] = await Promise.all([
      import('../vim25/vslm.ts'),
      import('../objects/vslm/objects.ts'),
    ]);
    // Younger than what is meant elsewhere where no version is named: who asks here means what there is.
    const newest = vslm.versions[site.version];
    const service = makeService(site, vslm, vslmObjects, vslmStanding(site), newest);
    const kind = service.registry.model.kind('VslmTask');
    const task = (id: string) => (isVslmTask(site.world, id) ? new Cell(site.world, id, kind, NO_FACTS) : undefined);
    return { ...service, find: (id) => service.find(id) ?? task(id) };
  },
};

/**
 * The objects stand beside the world and not in it: their ids (`ServiceInstance`) are those of the vSphere API's own
 * objects too, and they hold nothing that an image would have to keep.
 */
function makeService(
  site: Site,
  schema: Schema,
  objects: readonly ManagedObject[],
  standing: readonly Standing[],
  unnamed?: string,
): Service {
  const registry = new Registry(schema, objects, [], []);
  const cells = new Map(
    standing.map(({ type, id, state }) => [
      id,
      new Cell(site.world, id, registry.model.kind(type), Object.freeze(state)),
    ]),
  );
  return {
    schema,
    registry,
    dialects: new Dialects(schema, site.version, unnamed),
    root: standing[0]!.type,
    find: (id) => cells.get(id),
  };
}
