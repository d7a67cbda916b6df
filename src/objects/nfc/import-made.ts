/** What an import makes before its files come: a machine, or a vApp with all that is in it. */
import type {
  ImportSpec,
  VAppEntityConfigInfo,
  VirtualAppImportSpec,
  VirtualMachineImportSpec,
} from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument } from '../../world/fault.ts';
import type { TaskRequest } from '../../world/task.ts';
import { allocations, freshAllocations } from '../compute/allocation.ts';
import type { Pool } from '../compute/pool/pool.ts';
import { guardNew } from '../compute/pool/pool-methods.ts';
import { poolKind } from '../compute/pool/resource-pool.ts';
import { createVApp } from '../compute/v-app/create-v-app.ts';
import { type VApp, vAppKind } from '../compute/v-app/v-app.ts';
import { join } from '../compute/v-app/v-app-links.ts';
import { folderBehind } from '../compute/v-app/v-app-place.ts';
import { settingsAfter, uuidAsked } from '../compute/v-app/v-app-settings.ts';
import { eventArgument } from '../history/event-argument.ts';
import { post } from '../history/post.ts';
import { guardUnique } from '../inventory/names.ts';
import { announce, type Creation, made, plan } from '../machine/config/create-vm.ts';
import { parseDatastorePath } from '../machine/config/surroundings.ts';
import type { Device } from '../machine/device/device.ts';
import type { Vm, Work } from '../machine/work.ts';
import type { Site } from '../site.ts';
import { datastoreKind } from '../storage/datastore.ts';
import type { LeaseFile } from './lease.ts';
import { arrivalsOf } from './lease-files.ts';

/** On whose behalf, and where. */
export interface Ground {
  readonly site: Site;
  readonly request: Pick<TaskRequest, 'user' | 'eventChainId' | 'target'>;
  readonly pool: Cell<Pool>;
  /** Id of the folder; absent inside a vApp. */
  readonly folder: string | undefined;
  readonly host: Ref | undefined;
}

export interface Made {
  readonly entity: Cell;
  /** Ids of everything that was made. */
  readonly all: readonly string[];
  readonly files: readonly (Omit<LeaseFile, 'name'> & { readonly ending: string })[];
}

const isVApp = (spec: ImportSpec): spec is VirtualAppImportSpec =>
  '_typeName' in spec && spec._typeName === 'VirtualAppImportSpec';

/** Where an import goes. In a vApp there are no folders: who names one asks for two places at a time. */
export function folderFor(pool: Cell<Pool>, asked: Ref | undefined): string | undefined {
  if (pool.is('VirtualApp')) {
    if (asked) throw invalidArgument('pool');
    return undefined;
  }
  return asked?.value ?? folderBehind(pool as unknown as Cell);
}

/** Throws what keeps an import from being made, as far as that shows before anything is. */
export function guardImport(ground: Ground, spec: ImportSpec): void {
  if (isVApp(spec)) guardVApp(ground, spec);
  else if (isMachine(spec)) plan(step(ground, ground.pool, ground.folder, spec), 'vm-0');
  else throw invalidArgument('spec');
}

/** Makes everything. Inside a turn. */
export function makeImport(ground: Ground, spec: ImportSpec): Made {
  if (isVApp(spec)) return makeVApp(ground, spec, 'spec');
  if (isMachine(spec)) return makeMachine(ground, spec);
  throw invalidArgument('spec');
}

function isMachine(spec: ImportSpec): spec is VirtualMachineImportSpec {
  return (spec as { readonly _typeName?: string })._typeName === 'VirtualMachineImportSpec';
}

/** The step by which such a machine would be created. */
function step(
  { site, request, host }: Ground,
  pool: Cell<Pool>,
  folder: string | undefined,
  { configSpec: config }: VirtualMachineImportSpec,
): Work<Creation> {
  const target = folder === undefined ? pool.ref : { type: 'Folder', value: folder };
  const args: Creation = { config, pool: pool.ref, host };
  return { site, args, request: { ...request, target } } as unknown as Work<Creation>;
}

function makeMachine(ground: Ground, spec: VirtualMachineImportSpec): Made {
  const { site, pool, folder } = ground;
  // In a vApp a machine may take its resources elsewhere: it is linked then.
  const elsewhere =
    pool.is('VirtualApp') && spec.resPoolEntity ? site.world.as(poolKind, spec.resPoolEntity.value) : undefined;
  const apart = elsewhere && elsewhere !== pool ? elsewhere : undefined;
  const work = apart
    ? step(ground, apart, folderBehind(apart as unknown as Cell), spec)
    : step(ground, pool, folder, spec);
  const id = site.world.numbers.id('vm');
  announce(work, id, plan(work, id).machine);
  const vm = made(work, id);
  if (apart) join(site, pool as unknown as Cell<VApp>, vm as unknown as Cell, false);
  const called = spec.configSpec.name ?? vm.state.name;
  return { entity: vm as unknown as Cell, all: [vm.id], files: arrivalsOf(vm, called, knownDisks(vm, spec)) };
}

/** Disks that a spec takes as they are: it asks for no file to be made. */
function knownDisks(vm: Vm, { configSpec }: VirtualMachineImportSpec): (disk: Device) => boolean {
  const names = (configSpec.deviceChange ?? []).flatMap(({ fileOperation, device }) => {
    const name = (device.backing as { readonly fileName?: string } | undefined)?.fileName;
    return fileOperation || !name ? [] : [name];
  });
  const paths = new Set(
    names
      .filter((name) => /\.vmdk$/i.test(name))
      .map((name) => `${parseDatastorePath(name).datastore}/${parseDatastorePath(name).path}`),
  );
  return ({ backing }) => {
    const store = vm.world.as(datastoreKind, backing?.file?.datastore);
    return paths.has(`${store?.state.name ?? ''}/${backing?.file?.path ?? ''}`);
  };
}

function guardVApp({ site, pool, folder }: Ground, spec: VirtualAppImportSpec): string {
  const now = site.clock.now();
  const allocation = allocations(spec.resourcePoolSpec, freshAllocations(now), now, 'spec.resourcePoolSpec');
  const name = guardNew(pool, spec.name, allocation);
  if (folder !== undefined) {
    const shown = site.world.find(folder);
    if (!shown?.is('Folder')) throw invalidArgument('folder');
    guardUnique(shown, name);
  }
  settingsAfter(undefined, spec.vAppConfigSpec, 'spec.vAppConfigSpec');
  return name;
}

function makeVApp(ground: Ground, spec: VirtualAppImportSpec, path: string): Made {
  const { site, pool, folder, request } = ground;
  const { world } = site;
  const now = site.clock.now();
  const name = guardVApp(ground, spec);
  const { entityConfig: _later, ...config } = spec.vAppConfigSpec;
  const vApp = createVApp(site, {
    name,
    parent: pool.id,
    owner: pool.state.owner,
    folder,
    allocation: allocations(spec.resourcePoolSpec, freshAllocations(now), now, `${path}.resourcePoolSpec`),
    settings: settingsAfter(undefined, config as typeof spec.vAppConfigSpec, `${path}.vAppConfigSpec`),
    uuid: uuidAsked(spec.vAppConfigSpec, `${path}.vAppConfigSpec`),
  });
  const about = { entity: vApp as unknown as Cell, chainId: request.eventChainId };
  post(site, request.user, 'ResourcePoolCreatedEvent', { parent: eventArgument(pool as unknown as Cell) }, about);
  const within: Ground = { ...ground, pool: vApp as unknown as Cell<Pool>, folder: undefined };
  const children = (spec.child ?? []).map((child, i) =>
    isVApp(child) ? makeVApp(within, child, `${path}.child[${i}]`) : makeImport(within, child),
  );
  const said = (spec.child ?? []).flatMap(({ entityConfig }, i) =>
    entityConfig ? [{ ...entityConfig, key: children[i]!.entity.ref } as VAppEntityConfigInfo] : [],
  );
  if (said.length > 0) {
    const cell = world.as(vAppKind, vApp.id)!;
    world.update(cell, { settings: settingsAfter(cell, { entityConfig: said }, `${path}.child`) });
  }
  return {
    entity: vApp as unknown as Cell,
    all: [vApp.id, ...children.flatMap(({ all }) => all)],
    files: children.flatMap(({ files }) => files),
  };
}
